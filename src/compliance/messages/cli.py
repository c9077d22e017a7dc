"""Messages of the command line."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unknown_format": (
        "没有名为“{format}”的输出格式；可用的有：{known}",
        "there is no output format “{format}”; known formats: {known}",
    ),
    "unknown_scoring": (
        "没有名为“{name}”的评分方法；可用的有：{known}",
        "there is no scoring model “{name}”; known models: {known}",
    ),
    "unknown_rule": (
        "没有规则 {rule}；用 compliance rules 查看全部规则",
        "there is no rule {rule}; compliance rules lists them all",
    ),
    "not_a_score": (
        "--min-score 的值“{value}”不是数",
        "--min-score: “{value}” is not a number",
    ),
    "one_file_only": (
        "--same-report 要比较同一份报告的几个文件，请至少给出两个",
        "--same-report compares files of one report: name at least two",
    ),
    "empty_folder": ("文件夹中没有文件", "the folder holds no files"),
    "cannot_write": (
        "无法写入（{error}）；请检查路径和权限",
        "cannot be written ({error}): check the path and your permissions",
    ),
    "our_fault": (
        "程序内部错误（{error}）；这不是您的过错，请把所审文件发给开发者",
        "internal error ({error}): not your fault; please send us the file",
    ),
    "rule": ("规则", "rule"),
    "severity": ("程度", "severity"),
    "years": ("适用年度", "years"),
    "title": ("要求", "requirement"),
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "info"),
    "locked": ("已锁定，记入 {file}", "locked in {file}"),
    "loaded": ("已加载", "loaded"),
}
