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
    "pass": ("合格", "pass"),
    "fail": ("不合格", "fail"),
    "waiver_expired": (
        "规则 {rule} 的豁免已于 {until} 到期（批准人：{approver}）；请整改，或重新批准",
        "the waiver of rule {rule} expired on {until} (approved by {approver}): "
        "mend the failure, or have it approved anew",
    ),
    "rule_broken": ("规则 {rule} 自身出错，没有检查", "rule {rule} broke and was not checked"),
    "failed_error": ("不符的规则有 {count} 条（错误）", "rules that failed: {count} (error)"),
    "failed_warning": ("不符的规则有 {count} 条（警告）", "rules that failed: {count} (warning)"),
    "failed_info": ("不符的规则有 {count} 条（提示）", "rules that failed: {count} (info)"),
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
