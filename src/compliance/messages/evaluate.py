"""Messages about results."""

MESSAGES: dict[str, tuple[str, str]] = {
    "whole": ("全文", "whole report"),
    "unknown_pack": (
        "没有安装名为“{pack}”的规则包；已安装的有：{known}",
        "pack “{pack}” is not installed; installed packs: {known}",
    ),
    "profile_loosens": (
        "审核方案放宽了规则 {rule}（{what}），不予采用；确需放行的，请在方案的 waivers 中写明理由、"
        "批准人和期限",
        "the profile would loosen rule {rule} ({what}), which is refused: to let a failure "
        "through, add a waiver with a reason, an approver and a last day",
    ),
    "profile_unknown_rule": (
        "审核方案调整的规则 {rule} 不存在，请核对编号",
        "the profile changes rule {rule}, which is not there: check its id",
    ),
    "crashed": (
        "规则 {rule} 自身出错（{error}），本项没有检查，请联系规则作者",
        "rule {rule} broke ({error}) and was not checked: ask its author",
    ),
    "crashed_in": (
        "规则 {rule} 自身出错（{error}），本项没有检查，请联系插件“{plugin}”的作者",
        "rule {rule} broke ({error}) and was not checked: ask the author of plug-in “{plugin}”",
    ),
    "no_observation": (
        "检查给出的是 {what}，不是含结果和说明的 Observation",
        "its check gave {what}, not an Observation with an outcome and texts",
    ),
    "no_number": ("（无数）", "(no number)"),
    "not_stated": ("正文没有说到这个数", "the text does not state this figure"),
    "no_year_before": (
        "正文没有写上年的数，要有上年的报告才能核对",
        "the text does not print last year's figure: last year's report is needed",
    ),
    "not_applicable": ("不适用", "does not apply"),
    "not_given": (
        "所说的数在这份报告中没有，不适用",
        "the figures that it speaks of do not occur here",
    ),
    "no_table": ("报告没有附这张表", "the report does not have this table"),
    "unknown_when": ("缺少数据，无法判断是否适用", "cannot tell whether it applies"),
    "cannot_tell": ("缺少数据，无法核对", "figures are missing; cannot be assessed"),
    "no_numbers_in": (
        "{cells} 空白或未能读出，无法核对",
        "{cells}: blank or unread; cannot be assessed",
    ),
}
