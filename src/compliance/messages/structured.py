"""Messages about structured reports (YAML and JSON)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "not_a_report": (
        "结构化报告必须是“键: 值”的映射，这里却是{found}；"
        "请改写成 year: 2024、tables: … 这样的键值，全部的键见 compliance schema report",
        "a structured report must be a mapping of keys to values, and this is {found}: write keys "
        "such as year: 2024 and tables: …; compliance schema report lists them all",
    ),
    "found_list": ("列表", "a list"),
    "found_text": ("文字", "text"),
    "found_nothing": ("空的", "empty"),
    "found_value": ("单个的值", "a single value"),
    "no_year": (
        "没有写明年度，标题中也找不到；请填写 year: 2023 或用 --form 指定格式",
        "no fiscal year is given and the title has none: add year: 2023, or name a form by --form",
    ),
    "unknown_table": (
        "格式 {form} 没有表“{table}”；它的表有：{known}",
        "form {form} has no table “{table}”; its tables: {known}",
    ),
    "unknown_row": (
        "表“{table}”没有行“{row}”；它的行有：{known}",
        "table “{table}” has no row “{row}”; its rows: {known}",
    ),
    "too_many_rows": (
        "表“{table}”的行太多，最多 {limit} 行；请核对文件，或者分成几份报告",
        "table “{table}” has too many rows, at most {limit} are accepted: check the file, "
        "or split the report",
    ),
    "truth": (
        "行“{row}”的单元格写了 true、false、yes 或 no，不是数；请填数，空白写 null，不适用写“/”",
        "a cell of row “{row}” is true, false, yes or no, and no number: write a number, null for "
        "a blank cell or “/” where none applies",
    ),
    "unknown_column": (
        "行“{row}”没有列“{column}”；它的列有：{known}",
        "row “{row}” has no column “{column}”; its columns: {known}",
    ),
    "wrong_length": (
        "行“{row}”填了 {given} 个数，应为 {expected} 个（{known}）",
        "row “{row}” has {given} cells where {expected} are expected ({known})",
    ),
}
