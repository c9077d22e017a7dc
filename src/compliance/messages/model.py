"""Messages about data that does not fit its model."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unknown_key": (
        "不认识的键“{key}”（位置 {where}），请检查拼写或删去",
        "unknown key “{key}” at {where}: check its spelling or remove it",
    ),
    "missing_key": ("缺少必填的键 {where}", "required key {where} is missing"),
    "one_of": ("{where} 只能是 {expected} 之一", "{where} must be one of {expected}"),
    "wrong_value": (
        "{where} 的值“{value}”不合要求（{expected}）",
        "{where}: value “{value}” does not fit ({expected})",
    ),
    "more": ("{first}（另有 {count} 处问题）", "{first} (and {count} more)"),
}
