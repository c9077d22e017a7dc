"""Messages about data that does not fit its model."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unknown_key": (
        "不认识的键“{key}”{inside}，请检查拼写或删去",
        "unknown key “{key}”{inside}: check its spelling or remove it",
    ),
    "misspelt_key": (
        "不认识的键“{key}”{inside}；是不是“{like}”？",
        "unknown key “{key}”{inside}; is it “{like}”?",
    ),
    "inside": ("（位置：{where}）", " in {where}"),
    "item": ("{list} 第 {number} 项", "{list}, item {number}"),
    "key_of_item": ("{inside}的 {key}", "{inside}, {key}"),
    "key_of": ("{inside}/{key}", "{inside}/{key}"),
    "missing_key": ("缺少必填的键 {where}", "required key {where} is missing"),
    "one_of": (
        "{where} 的值“{value}”不对；只能是 {expected}",
        "{where}: “{value}” is not one of {expected}",
    ),
    "wrong_value": (
        "{where} 的值“{value}”不合要求（{expected}）",
        "{where}: value “{value}” does not fit ({expected})",
    ),
    "expected_integer": ("应为整数", "an integer is expected"),
    "expected_number": ("应为数", "a number is expected"),
    "expected_version": (
        '应为文字；请加引号并写三段，如 "0.1.0"',
        'text is expected: put it in quotes and in three parts, such as "0.1.0"',
    ),
    "expected_quoted": ("应为文字，请加引号", "text is expected: put it in quotes"),
    "expected_both_languages": (
        "请写成 {zh: …, en: …}", "write it as {zh: …, en: …}"),
    "expected_text": ("应为文字", "text is expected"),
    "expected_date": ("应为日期，如 2024-01-31", "a date such as 2024-01-31 is expected"),
    "expected_list": ("应为列表", "a list is expected"),
    "expected_mapping": ("应为“键: 值”", "a mapping of keys to values is expected"),
    "expected_truth": ("应为 true 或 false", "true or false is expected"),
    "expected_other": ("类型或取值不对", "its type or value is wrong"),
    "more": ("{first}（另有 {count} 处问题）", "{first} (and {count} more)"),
}

CHOICES: dict[str, str] = {
    "government": "政府", "department": "部门", "township": "乡镇、街道",
    "error": "错误", "warning": "警告", "info": "提示", "never": "不判定",
    "number": "数", "blank": "空白", "not_applicable": "不适用", "unreadable": "读不出",
    "law": "法规", "form": "格式", "practice": "主管部门的要求", "inference": "推断",
    "timeliness": "时效", "completeness": "完整", "template": "格式", "arithmetic": "表内勾稽",
    "history": "跨年", "agreement": "文表一致", "originality": "原创", "language": "语言",
}
"""What the values of keys with a few values mean, in Chinese."""
