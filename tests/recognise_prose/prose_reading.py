"""Plain helpers of these tests: text in, what was read out."""

from pathlib import Path

import yaml

from compliance.model.form import Form, StatementPattern
from compliance.model.location import Location
from compliance.model.report import Breakdown, Kind, Report, Section
from compliance.model.text import Text
from compliance.recognise.prose import read_prose

PARTS = Path(__file__).parents[2] / "rules" / "forms" / "parts"
OVERVIEW = ("一、总体情况", "总体情况")
REVIEWS = ("四、政府信息公开行政复议、行政诉讼情况", "复议诉讼情况")


def statements_form(name: str) -> Form:
    entries = yaml.safe_load((PARTS / f"statements-{name}.yaml").read_text("utf-8"))
    patterns = [StatementPattern(**{**entry, "title": Text(**entry["title"])}) for entry in entries]
    return Form(form="test", title=Text.same("test"), statements=patterns, jurisdiction="CN")


FORMS = {name: statements_form(name) for name in ("2019", "2008")}


def read(text: str, year: int = 2023, form: str = "2019", section: tuple[str, str] = OVERVIEW,
         kind: Kind | None = None, body: str = "") -> Report:
    places = [Location(number) for number in range(1, text.count("\n") + 2)]
    heading, name = section
    report = Report(year=year, kind=kind, body=body,
                    sections=[Section(heading, text, name, places=places)])
    read_prose(report, FORMS[form])
    return report


def statements(text: str, year: int = 2023, form: str = "2019") -> dict[str, int]:
    return {found.indicator: int(found.value) for found in read(text, year, form).statements}


def told(report: Report) -> list[str]:
    """Each statement in the order of the text: ``受理申请 50``."""
    return [f"{each.indicator.removeprefix('文中')} {each.value}" for each in report.statements]


def breakdowns(text: str) -> list[Breakdown]:
    return read(text).breakdowns


def shape(breakdown: Breakdown) -> tuple[int, list[int]]:
    assert breakdown.whole is not None
    return int(breakdown.whole), [int(part.count or 0) for part in breakdown.parts]
