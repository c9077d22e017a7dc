"""Messages about reports that are recognised from documents."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unknown_form": (
        "没有名为“{form}”的格式；可用的有：{known}",
        "there is no form “{form}”; known forms: {known}",
    ),
    "no_year": (
        "标题和正文中都找不到报告年度，表格也认不出是哪一种格式；请用 --form 指定格式（{known}）",
        "neither title nor text gives the fiscal year, and the tables fit no known form: "
        "name a form by --form ({known})",
    ),
    "no_form": (
        "没有适用于 {year} 年度报告的格式（已有：{known}）；请核对年度，或用 --form 指定格式",
        "no form is known for fiscal year {year} (known: {known}): check the year, "
        "or name a form by --form",
    ),
    "bad_division": (
        "division 应为六位行政区划代码（GB/T 2260），如 350403，现为“{given}”；请改正，或删去此项",
        "division must be a six-digit code of GB/T 2260, as 350403, not “{given}”: "
        "correct it or leave it out",
    ),
    "span": ("{form}：{first}—{last} 年度", "{form}: {first}-{last}"),
    "wrong_count": (
        "此行有 {printed} 个值，格式为 {expected} 格，无法确定各值属于哪一列",
        "{printed} values are printed in a row of {expected} cells: "
        "it cannot be told which is which",
    ),
    "shifted": (
        "此行末尾的“{column}”缺失，也可能是前面少了一格、各值依次前移，无法确定各值属于哪一列；"
        "请核对此行",
        "“{column}” is missing at the end of this row, or a cell before it is and the others "
        "moved up: it cannot be told which value is whose; check the row",
    ),
    "no_value": ("此行标签后没有可读的值", "no value is printed next to this label"),
    "torn": (
        "表格在转换中散开，行标签与值已分离，此行的值无法对上",
        "the table was torn by conversion: labels and values stand apart",
    ),
    "strayed": (
        "表格在转换中散开，有的值已与表格分离，此空白格是否有值无法确定；请核对原文件",
        "the table was torn by conversion and values strayed off: this blank cell may have had "
        "one; check the original",
    ),
    "apart": (
        "表格的各列在复制、转换时散开，许多数值与行标签分离，此行的值无法对上；请用原文件（网页、Word、"
        "Excel 或 PDF）核对",
        "columns of the table were copied apart and many values stand away from their labels: this "
        "row's values cannot be told; use the original file (web page, Word, Excel or PDF)",
    ),
    "broken": (
        "此行下方另有单独的数字，可能是较长的数字在换行时断成两截，此行的值不能确定；请核对原文件",
        "figures stand alone below this row, perhaps the ends of longer numbers broken over two "
        "lines: this row's values are not certain; check the original",
    ),
    "no_cell": ("此格在表格中不存在", "the printed table has no such cell"),
    "not_a_number": ("“{text}”不是数字", "“{text}” is not a number"),
}
