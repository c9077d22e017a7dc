"""Cases of a rule: reports that it must pass, fail or leave alone, in YAML beside its pack.

``cn-dates.cases.yaml`` stands beside ``cn-dates.yaml``::

    CN-D-02:
      pass:
        - {year: 2023, kind: department, published: 2024-01-31}
      fail:
        - {year: 2023, kind: department, published: 2024-02-01, expect: {says: 晚}}
      not_applicable:
        - {year: 2023, kind: department}
      mutate:
        - {report: {…}, set: {申请/本年新收/自然人: +1}, cells: [申请/本年新收/自然人]}

A case holds the parts of a structured report that the rule looks at; form and
year may be left out.  ``profile`` is a profile to audit under.  The ``report`` of a
mutate case may be the path of a file, of any kind that can be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.audit import Outcome, Result
from compliance.model.form import Form
from compliance.model.jurisdiction import within
from compliance.model.location import Location
from compliance.model.pack import Pack
from compliance.model.profile import Profile
from compliance.model.report import Source
from compliance.model.text import Text
from compliance.model.validation import validate
from compliance.plugin.library import Library
from compliance.record import field, record, replace

KINDS = ("pass", "fail", "not_applicable", "mutate")
ENDING = ".cases.yaml"


@record
class Case:
    """One case of one rule."""

    rule: str
    kind: str
    number: int
    data: dict[str, Any]
    file: str = ""
    location: Location | None = None

    @property
    def name(self) -> str:
        """``CN-D-02-fail-0``."""
        return f"{self.rule}-{self.kind}-{self.number}"


@record
class Expected:
    """What a failure must say and point at."""

    __pydantic_config__ = {"extra": "forbid"}

    cells: list[str] = field(default_factory=list)
    """``table/row/column`` of cells that the failure must name."""
    says: str = ""
    """Words that its explanation must hold, in Chinese or in English."""


def read_cases(path: Path) -> list[Case]:
    """The cases in a file.

    Raises:
        Problem: the file is broken, or has a kind of case that there is not.
    """
    from compliance.plugin.files import read_mapping

    data, places = read_mapping(path)
    return list(_cases(data, places, str(path)))


def _cases(data: dict[str, Any], places: Any, file: str) -> Iterator[Case]:
    for rule, kinds in data.items():
        for kind, cases in (kinds or {}).items():
            place = places.find((rule, kind))
            if kind not in KINDS or not isinstance(cases, list):
                raise Problem(say("testing.unknown_kind", kind=kind, known="、".join(KINDS)),
                              file, place)
            for number, case in enumerate(cases):
                yield Case(rule, kind, number, case, file, places.find((rule, kind, number)))


def library_for(path: Path, rules: Sequence[str] = (), plugins: Sequence[str] = ()) -> Library:
    """What is installed, with the pack beside a cases file in place of an installed copy.

    Args:
        path: the file of cases.
        rules: further packs, by the paths of their files or folders.
        plugins: further plug-ins, by the paths of their Python files.

    Raises:
        Problem: a pack is broken, or a path is not there.
    """
    from compliance.plugin.cache import installed
    from compliance.plugin.contents import contents_of_files
    from compliance.plugin.local import rule_files, with_local

    library = installed()
    pack = path.with_name(path.name.removesuffix(ENDING) + ".yaml")
    known = {place.rpartition(":")[0] for place in library.places.values()}
    if not pack.exists() or str(pack.resolve()) in known:
        return with_local(library, rules, plugins) if rules or plugins else library
    files = [*sorted(path.resolve().parent.parent.glob("forms/*.yaml")), pack]
    contents = contents_of_files(files)
    library = _without(library, [*(form.form for form in contents.forms),
                                 *(pack.pack for pack in contents.packs)])
    named = {file.resolve() for path in rules for file in rule_files(path)}
    beside = [str(file) for file in files if file not in named]
    return with_local(library, [*rules, *beside], plugins)


def _without(library: Library, ids: Iterable[str]) -> Library:
    """A library without the forms and packs of these ids, and without the rules in them."""
    dropped = set(ids)
    dropped |= {rule.id for name in dropped & library.packs.keys()
                for rule in library.packs[name].rules}

    def kept(known: dict[str, Any]) -> dict[str, Any]:
        return {name: item for name, item in known.items() if name not in dropped}

    return replace(library, forms=kept(library.forms), packs=kept(library.packs),
                   places=kept(library.places), lineage=kept(library.lineage))


def run_case(case: Case, library: Library) -> Text | None:
    """Why a case does not hold; ``None`` when it does.

    Raises:
        Problem: the case is no part of a structured report.
    """
    if case.rule not in library.rules():
        return say("testing.no_rule", rule=case.rule)
    if case.kind == "mutate":
        return _mutation(case, library)
    data = dict(case.data)
    expected = validate(Expected, data.pop("expect", {}), case.file)
    results = results_of(case, data, library)
    why = _judged(case, results, expected)
    if why is None or "form" in case.data or "year" in case.data:
        return why
    return say("testing.year_taken", why=why, year=_dated(case, data, library)["year"])


def _judged(case: Case, results: list[Result], expected: Expected) -> Text | None:
    """Why the results of a rule are not those of the case; ``None`` when they are."""
    broken = [r for r in results if r.outcome is Outcome.ERROR]
    if broken:
        return broken[0].explanation
    failed = [r for r in results if r.outcome is Outcome.FAIL]
    if case.kind == "fail":
        return _lacking(failed, expected) if failed else _unexpected(results, "fail")
    if case.kind == "pass":
        passed = any(r.outcome is Outcome.PASS for r in results)
        return None if passed and not failed else _unexpected(failed or results, "pass")
    applies = [r for r in results if r.outcome is not Outcome.NOT_APPLICABLE]
    return _unexpected(applies, "not_applicable") if applies else None


def lacking(cases: list[Case], library: Library, pack: str) -> list[str]:
    """Rules of a pack that have no passing or no failing case."""
    kinds: dict[str, set[str]] = {}
    for case in cases:
        kinds.setdefault(case.rule, set()).add(case.kind)
    return [rule.id for rule in library.packs[pack].rules
            if not {"pass", "fail"} <= kinds.get(rule.id, set())]


def results_of(case: Case, data: dict[str, Any], library: Library) -> list[Result]:
    """What the rule of a case says of a report, given as parts of a structured one.

    Raises:
        Problem: the data is no part of a structured report.
    """
    from compliance import api
    from compliance.recognise.structured import report_file, to_report

    data = dict(data)
    tailoring = data.pop("profile", None)
    profile = validate(Profile, tailoring, case.file) if tailoring is not None else None
    rule = library.rules()[case.rule]
    pack = next(p for p in library.packs.values() if rule in p.rules)
    data = _dated(case, data, library)
    data.setdefault("jurisdiction", pack.jurisdiction)
    report = to_report(report_file(data, case.file, None), library, Source(case.file))
    return [r for r in api.audit(report, profile, library).results if r.rule.id == case.rule]


def _dated(case: Case, data: dict[str, Any], library: Library) -> dict[str, Any]:
    """The data of a case with a form and a year: the first in which the rule is in force.

    Raises:
        Problem: no form holds where the rule does.
    """
    if "form" in data or "year" in data:
        return data
    rule = library.rules()[case.rule]
    pack = next(p for p in library.packs.values() if rule in p.rules)
    known = [library.forms[form] for form in rule.forms if form in library.forms]
    form = known[0] if known else _latest_form(pack, library)
    year = max(form.years.first or rule.in_force.first or 0, rule.in_force.first or 0)
    return data | {"form": form.form, "year": year}


def _latest_form(pack: Pack, library: Library) -> Form:
    """The newest form where a pack holds.

    Raises:
        Problem: there is none.
    """
    known = [form for form in library.forms.values()
             if within(pack.jurisdiction, form.jurisdiction)]
    if not known:
        raise Problem(say("testing.no_form", pack=pack.pack))
    return max(known, key=lambda form: (form.years.first or 0, form.form))


def _report_data(path: Path, library: Library) -> Any:
    """A report in a file of any kind that can be read, as the data of a structured one."""
    from compliance.model.document import Document
    from compliance.plugin.library import run_feature
    from compliance.read import open_source, sniff

    raw = open_source(str(path))
    reader = sniff(raw, library.readers)
    made = run_feature(library, "readers", reader.format, reader.read, raw)
    if isinstance(made, Document):
        from compliance.recognise import recognise
        from compliance.recognise.report_data import to_file

        return to_file(recognise(made, library.forms))
    return made.data


def _mutation(case: Case, library: Library) -> Text | None:
    """A report on which the rule holds, and its altered copy, on which it must not."""
    data = dict(case.data)
    whole = data.pop("report", None)
    if isinstance(whole, str):
        whole = _report_data(Path(case.file).parent / whole, library)
    changes, cells = data.pop("set", None), data.pop("cells", [])
    if not isinstance(whole, dict) or not isinstance(changes, dict) or data:
        raise Problem(say("testing.bad_mutation"), case.file, case.location)
    before = results_of(case, whole, library)
    if any(r.outcome is Outcome.FAIL for r in before):
        return _unexpected([r for r in before if r.outcome is Outcome.FAIL], "pass")
    altered = dict(whole, tables={name: dict(rows) for name, rows in whole["tables"].items()})
    for path, change in changes.items():
        _alter(altered["tables"], path, change, library, case)
    failed = [r for r in results_of(case, altered, library) if r.outcome is Outcome.FAIL]
    return _lacking(failed, Expected(cells)) if failed else say("testing.not_caught")


def _alter(tables: dict[str, Any], path: str, change: Any, library: Library, case: Case) -> None:
    try:
        table, row, column = path.split("/")
        kept = tables[table][row]
        values: Any = dict(kept) if isinstance(kept, dict) else list(kept)
        tables[table][row] = values
        at = column if isinstance(kept, dict) else int(column)
        step = isinstance(change, str) and change[:1] in "+-"
        values[at] = values[at] + Decimal(change) if step else change
    except (ValueError, KeyError, IndexError, TypeError, ArithmeticError):
        raise Problem(say("testing.bad_place", place=path), case.file, case.location) from None


def _lacking(failed: list[Result], expected: Expected) -> Text | None:
    named = {f"{cell.table}/{cell.row}/{cell.column}" for r in failed for cell in r.cells}
    missed = [cell for cell in expected.cells if cell not in named]
    if missed:
        return say("testing.cells_missed", missed="、".join(missed),
                   named="、".join(sorted(named)) or "—")
    said = [text for r in failed for text in (r.explanation.zh, r.explanation.en)]
    if expected.says and not any(expected.says in text for text in said):
        return say("testing.not_said", words=expected.says, said=said[0])
    return None


def _unexpected(results: list[Result], wanted: str) -> Text:
    if not results:
        return say("testing.no_result", wanted=wanted)
    first = results[0]
    return say("testing.unexpected", wanted=wanted, got=first.outcome.value,
               explanation=first.explanation)
