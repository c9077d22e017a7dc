"""Which form a report is read by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.form import Form, form_of_year
from compliance.model.jurisdiction import within
from compliance.model.report import Report
from compliance.model.text import Text

if TYPE_CHECKING:
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
    file = report.source.file
    if wanted:
        return named_form(wanted, forms, file)
    labels = _printed_labels(printed)
    by_year = form_of_year(forms, report.year, report.where) if report.year else None
    if by_year is not None:
        return _better(by_year, labels, report, forms)
    by_labels = _by_labels(report, labels, forms)
    if by_labels is not None:
        return by_labels
    if report.year is not None:
        return prescribed_form(report.year, report.where, forms, file)
    raise Problem(say("recognise.no_year", known="、".join(sorted(forms)) or "—"), file)


def named_form(name: str, forms: Mapping[str, Form], file: str) -> Form:
    """The form of a name.

    Raises:
        Problem: there is none.
    """
    if name not in forms:
        known = "、".join(sorted(forms)) or "—"
        raise Problem(say("recognise.unknown_form", form=name, known=known), file)
    return forms[name]


def latest_form(forms: Mapping[str, Form]) -> Form:
    """The newest form of the widest jurisdiction."""
    return max(forms.values(), key=lambda form: (-form.jurisdiction.count("-"),
                                                 form.years.first or 0, form.form))


def prescribed_form(
    year: int, jurisdiction: str, forms: Mapping[str, Form], file: str
) -> Form:
    """The form prescribed for a fiscal year in a jurisdiction.

    Raises:
        Problem: there is none.
    """
    form = form_of_year(forms, year, jurisdiction)
    if form is None:
        raise Problem(say("recognise.no_form", year=year, known=_known(forms)), file)
    return form


def _printed_labels(printed: list[PrintedRow]) -> set[str]:
    from compliance.recognise.labels import normal

    texts: set[str] = set()
    for row in printed:
        if not row.prose:
            texts.update([cell.text for cell in row.every] or row.labels)
            texts.update([words[-1] for label in row.labels if (words := label.split())])
    found = set(map(normal, texts))
    found.discard("")
    return found


def _of_form(labels: set[str], form: Form) -> set[str]:
    """Those of the printed labels that stand in a form."""
    from compliance.recognise.form_rows import words_of

    return set().union(*(labels & words_of(table) for table in form.tables))


def _better(own: Form, labels: set[str], report: Report, forms: Mapping[str, Form]) -> Form:
    mine = _of_form(labels, own)
    best, lead = own, CLEARLY - 1
    for _, form in sorted(forms.items()):
        if form is own or not form.tables or not within(report.jurisdiction, form.jurisdiction):
            continue
        theirs = _of_form(labels, form)
        gain = len(theirs - mine) - len(mine - theirs)
        if gain > lead:
            best, lead = form, gain
    return best


def _by_labels(report: Report, labels: set[str], forms: Mapping[str, Form]) -> Form | None:
    """The one form whose labels are clearly those printed."""
    scored = sorted(
        ((len(_of_form(labels, form)), name) for name, form in forms.items()
         if within(report.jurisdiction, form.jurisdiction)),
        reverse=True,
    )
    if scored and scored[0][0] >= CLEARLY and (
        len(scored) == 1 or scored[0][0] > scored[1][0]
    ):
        return forms[scored[0][1]]
    return None


def _known(forms: Mapping[str, Form]) -> Text:
    spans = [
        say("recognise.span", form=name, first=form.years.first or "…", last=form.years.last or "…")
        for name, form in sorted(forms.items())
    ]
    return Text("；".join(s.zh for s in spans) or "无", "; ".join(s.en for s in spans) or "none")
