"""Messages about score, grade and gate."""

MESSAGES: dict[str, tuple[str, str]] = {
    "bad_baseline": (
        "这不是基线文件；请用 --write-baseline 生成",
        "this is no baseline: make one with --write-baseline",
    ),
    "not_scored": ("未评分", "not scored"),
    "vetoed": ("不合格（一票否决）", "fail (veto)"),
    "excellent": ("优秀", "excellent"),
    "good": ("良好", "good"),
    "pass": ("一般", "fair"),
    "fail": ("较差", "poor"),
    "waiver_expired": (
        "规则 {rule} 的豁免已于 {until} 到期（批准人：{approver}）；请整改，或重新批准",
        "the waiver of rule {rule} expired on {until} (approved by {approver}): "
        "mend the failure, or have it approved anew",
    ),
    "waiver_unused": (
        "没有用上的豁免：{rule}{of}——{why}；请核对单位、年度和规则",
        "waiver that fits nothing: {rule}{of}: {why}; check its body, year and rule",
    ),
    "unused_of": ("（{zh}）", " ({en})"),
    "unused_body": ("报告单位是“{body}”", "the report is of “{body}”"),
    "unused_year": ("报告年度是 {year}", "the report is for {year}"),
    "unused_rule": ("规则 {rule} 没有不符", "rule {rule} does not fail"),
    "unused_subject": ("不符的是“{subject}”", "what fails is “{subject}”"),
    "unused_until": ("从 {day} 起才有效", "it holds only from {day}"),
    "same_fault": ("与 {rules} 是同一处差错，见该项", "the same fault as {rules}: see there"),
    "unused_more": ("另有 {count} 项豁免没有用上", "{count} more waivers fit nothing"),
    "rule_broken": ("规则 {rule} 自身出错，没有检查", "rule {rule} broke and was not checked"),
    "failed_error": ("有 {count} 条“错误”级规则不符", "rules of severity error that fail: {count}"),
    "failed_warning": ("有 {count} 条“警告”级规则不符",
                       "rules of severity warning that fail: {count}"),
    "failed_info": ("有 {count} 条“提示”级规则不符", "rules of severity info that fail: {count}"),
    "too_little": (
        "能核对的规则太少（{assessed}/{rules}），结论不可靠；请提供完整、可读的报告",
        "too few rules could be assessed ({assessed} of {rules}) for a verdict: "
        "give the complete, readable report",
    ),
    "too_empty": (
        "表格有数据的单元格太少（{filled}/{cells}），结论不可靠；请提供表格已填、可读的完整报告",
        "too few cells of the tables hold figures ({filled} of {cells}) for a verdict: "
        "give the complete, readable report with its tables filled in",
    ),
    "below": ("得分 {total} 低于要求的 {least}", "score {total} is below the required {least}"),
}
