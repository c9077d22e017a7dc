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
    "expected_integer": ("应为整数", "an integer is expected"),
    "expected_number": ("应为数", "a number is expected"),
    "expected_text": ("应为文字", "text is expected"),
    "expected_date": ("应为日期，如 2024-01-31", "a date such as 2024-01-31 is expected"),
    "expected_list": ("应为列表", "a list is expected"),
    "expected_mapping": ("应为“键: 值”", "a mapping of keys to values is expected"),
    "expected_truth": ("应为 true 或 false", "true or false is expected"),
    "expected_other": ("类型或取值不对", "its type or value is wrong"),
    "more": ("{first}（另有 {count} 处问题）", "{first} (and {count} more)"),
}
