"""Which form a report is read by."""

from __future__ import annotations

from collections.abc import Mapping

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.form import Form
from compliance.model.report import Report
from compliance.model.text import Text
from compliance.recognise.align import column_names, form_rows
from compliance.recognise.labels import normal
from compliance.recognise.stream import PrintedRow

CLEARLY = 3
"""How many more labels of its own another form must show before it is taken."""


def choose_form(
    report: Report, printed: list[PrintedRow], forms: Mapping[str, Form], wanted: str = ""
) -> Form:
    """The form by year and jurisdiction, unless the printed labels are clearly another's.

    Raises:
        Problem: no form is of that name, for that year, or like those labels.
    """
    if wanted:
        if wanted not in forms:
            known = "、".join(sorted(forms)) or "—"
            raise Problem(say("recognise.unknown_form", form=wanted, known=known),
                          report.source.file)
        return forms[wanted]
    labels = _printed_labels(printed)
    if report.year is None:
        return _by_labels(report, labels, forms)
    by_year = form_of_year(report.year, report.jurisdiction, forms)
    if by_year is None:
        raise Problem(say("recognise.no_form", year=report.year, known=_known(forms)),
                      report.source.file)
    return _better(by_year, labels, report, forms)


def form_of_year(year: int, jurisdiction: str, forms: Mapping[str, Form]) -> Form | None:
    """The form prescribed for a year: the jurisdiction's own, else a wider one's."""
    fitting = [f for f in forms.values() if year in f.years and _covers(f, jurisdiction)]
    fitting.sort(key=lambda form: (-len(form.jurisdiction), form.form))
    return fitting[0] if fitting else None


def _covers(form: Form, jurisdiction: str) -> bool:
    return jurisdiction == form.jurisdiction or jurisdiction.startswith(form.jurisdiction + "-")


def _printed_labels(printed: list[PrintedRow]) -> set[str]:
    found: set[str] = set()
    for row in printed:
        if not row.prose:
            found.update(normal(cell.text) for cell in row.every)
            found.update(normal(label) for label in row.labels)
            found.update(normal(label.split()[-1]) for label in row.labels if label.split())
    found.discard("")
    return found


def _labels_of(form: Form) -> set[str]:
    found: set[str] = set()
    for table in form.tables:
        for row in form_rows(table):
            found |= row.names
        for block in table.blocks:
            for column in block.columns:
                found |= column_names(column, None)
    return found


def _better(own: Form, labels: set[str], report: Report, forms: Mapping[str, Form]) -> Form:
    mine = _labels_of(own)
    best, lead = own, CLEARLY - 1
    for _, form in sorted(forms.items()):
        if form is own or not form.tables or not _covers(form, report.jurisdiction):
            continue
        theirs = _labels_of(form)
        gain = len(labels & theirs - mine) - len(labels & mine - theirs)
        if gain > lead:
            best, lead = form, gain
    return best


def _by_labels(report: Report, labels: set[str], forms: Mapping[str, Form]) -> Form:
    scored = sorted(
        ((len(labels & _labels_of(form)), name) for name, form in forms.items()
         if _covers(form, report.jurisdiction)),
        reverse=True,
    )
    if scored and scored[0][0] >= CLEARLY and (
        len(scored) == 1 or scored[0][0] > scored[1][0]
    ):
        return forms[scored[0][1]]
    raise Problem(say("recognise.no_year", known="、".join(sorted(forms)) or "—"),
                  report.source.file)


def _known(forms: Mapping[str, Form]) -> Text:
    spans = [
        say("recognise.span", form=name, first=form.years.first or "…", last=form.years.last or "…")
        for name, form in sorted(forms.items())
    ]
    return Text("；".join(s.zh for s in spans) or "无", "; ".join(s.en for s in spans) or "none")
