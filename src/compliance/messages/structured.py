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
    "year_out_of_range": (
        "year 的值 {year} 不合要求（应为 {first} 至 {last} 之间的年份）",
        "year: {year} does not fit (a year from {first} to {last} is expected)",
    ),
    "unknown_table": (
        "格式 {form} 没有表“{table}”",
        "form {form} has no table “{table}”",
    ),
    "unknown_row": (
        "表“{table}”没有行“{row}”",
        "table “{table}” has no row “{row}”",
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
        "行“{row}”没有列“{column}”",
        "row “{row}” has no column “{column}”",
    ),
    "not_there_but": ("{words}；是不是“{like}”？", "{words}; is it “{like}”?"),
    "not_there_known": ("{words}；它的{what}有：{known}", "{words}; its {what}: {known}"),
    "tables": ("表", "tables"),
    "rows": ("行", "rows"),
    "columns": ("列", "columns"),
    "full_colon": (
        "“{name}”用了全角冒号，应为半角“:”加空格",
        "“{name}” has a full-width colon: write “:” and a space",
    ),
    "full_bracket": (
        "行“{row}”用了全角括号“【】”，应为半角“[ ]”",
        "row “{row}” has full-width brackets: write “[ ]”",
    ),
    "full_comma": (
        "行“{row}”的“{cell}”里有全角逗号，应为半角“,”加空格",
        "row “{row}”: “{cell}” has a full-width comma: write “,” and a space",
    ),
    "thousands": (
        "行“{row}”的“{cell}”里有千位分隔的逗号；数字中不要用逗号，请写 {plain}",
        "row “{row}”: “{cell}” has a comma that groups its digits: write {plain}",
    ),
    "wrong_length": (
        "行“{row}”填了 {given} 个数，应为 {expected} 个（{known}）",
        "row “{row}” has {given} cells where {expected} are expected ({known})",
    ),
    "why_full_colon": (
        "此处用了全角冒号“：”，应为半角“:”加空格",
        "there is a full-width colon here: write “:” and a space",
    ),
    "why_full_comma": (
        "此处用了全角逗号“，”，应为半角“,”加空格",
        "there is a full-width comma here: write “,” and a space",
    ),
}
