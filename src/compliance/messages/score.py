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
    "failed_error": ("{count} 条规则不符（错误）", "{count} rules failed (error)"),
    "failed_warning": ("{count} 条规则不符（警告）", "{count} rules failed (warning)"),
    "failed_info": ("{count} 条规则不符（提示）", "{count} rules failed (info)"),
    "too_little": (
        "能核对的规则太少（{assessed}/{rules}），结论不可靠；请提供完整、可读的报告",
        "too few rules could be assessed ({assessed} of {rules}) for a verdict: "
        "give the complete, readable report",
    ),
    "below": ("得分 {total} 低于要求的 {least}", "score {total} is below the required {least}"),
}
