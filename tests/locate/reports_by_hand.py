"""Reports of the form cn-2021 made in code, whose every sum is right."""

from __future__ import annotations

from decimal import Decimal

from compliance import api
from compliance.model.audit import Audit, Candidate, Finding
from compliance.model.report import Report, Source, Statement

ROWS: dict[str, list[int]] = {
    "本年新收": [344, 75, 0, 10, 6, 3], "上年结转": [118, 3, 0, 0, 0, 0],
    "予以公开": [208, 21, 0, 0, 2, 0], "部分公开": [62, 19, 0, 0, 0, 0],
    "国家秘密": [2, 0, 0, 0, 0, 0], "法律行政法规禁止": [1, 0, 0, 0, 0, 0],
    "三安全一稳定": [4, 0, 0, 0, 0, 0], "第三方合法权益": [16, 1, 0, 0, 0, 0],
    "三类内部事务信息": [21, 0, 0, 0, 0, 0], "四类过程性信息": [10, 1, 0, 0, 0, 0],
    "行政执法案卷": [21, 2, 0, 0, 0, 0], "行政查询事项": [13, 0, 0, 0, 0, 0],
    "不掌握": [24, 13, 0, 0, 3, 2], "另行制作": [5, 1, 0, 0, 0, 0],
    "补正后仍不明确": [8, 0, 0, 0, 0, 0], "信访举报投诉": [6, 1, 0, 0, 0, 0],
    "重复申请": [6, 1, 0, 0, 0, 0], "公开出版物": [0, 0, 0, 0, 0, 0],
    "大量反复申请": [3, 0, 0, 0, 0, 0], "确认或重新出具": [0, 0, 0, 0, 0, 0],
    "逾期不补正": [5, 1, 0, 10, 0, 0], "逾期不缴费": [8, 0, 0, 0, 0, 0],
    "其他情形": [2, 2, 0, 0, 0, 0],
}
OUTCOMES = [name for name in ROWS if name not in ("本年新收", "上年结转")]
CASES = {"行政复议": [88, 18, 28, 36], "直接起诉": [0, 0, 0, 0], "复议后起诉": [33, 0, 6, 13]}


def report() -> Report:
    """A report in which every relation holds."""
    table: dict[str, list[int]] = {name: list(values) for name, values in ROWS.items()}
    results = [sum(ROWS[name][column] for name in OUTCOMES) for column in range(6)]
    table["办理结果总计"] = results
    table["结转下年度"] = [
        ROWS["本年新收"][column] + ROWS["上年结转"][column] - results[column]
        for column in range(6)]
    made = Report("cn-2021", 2023, "CN", "江海市人民政府", "government",
                  source=Source("r.yaml", f"sha256:{'0' * 64}", "yaml"))
    made.tables = {
        "申请": {name: [*values, sum(values)] for name, values in table.items()},
        "复议诉讼": {name: [*values, sum(values)] for name, values in CASES.items()},
    }
    return made


def with_cells(**changes: dict[int, int | None]) -> Report:
    """The report with other figures: row → place in the row → figure."""
    made = report()
    for name, cells in changes.items():
        for table in made.tables.values():
            if name in table:
                for index, value in cells.items():
                    table[name][index] = value
    return made


def stating(made: Report, **figures: int) -> Report:
    """The report with figures claimed in its text: statement → number."""
    made.statements = [Statement(name, Decimal(value), "件", f"{name[2:]}{value}件")
                       for name, value in figures.items()]
    return made


def located(made: Report) -> list[Finding]:
    """The findings that name figures."""
    return [finding for finding in audited(made).findings if finding.candidates]


def audited(made: Report) -> Audit:
    """The audit of a report."""
    return api.audit(made)


def says(candidate: Candidate) -> list[tuple[str, int | str | None]]:
    """The figures of a candidate, each with what should stand there."""
    return [(change.name.zh, change.value if change.value is None or change.value % 1
             else int(change.value)) for change in candidate.changes]
