"""The project's whole engine: a result with its subject and words for every relation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from relations import Relation
from reports import APPLICANTS, ROWS, TABLE, TOTAL

from contenders.project import formula

NAME = "compliance: whole engine"
PACKAGE = "compliance"


def prepare(relations: Sequence[Relation]) -> Callable[[dict[str, Any]], frozenset[str]]:
    """From a parsed report: recognised, then judged."""
    convert, judge = prepare_ready(relations)
    return lambda report: judge(convert(report))


def prepare_ready(
    relations: Sequence[Relation], applicants: Sequence[str] = APPLICANTS,
) -> tuple[Callable[[dict[str, Any]], Any], Callable[[Any], frozenset[str]]]:
    """From a parsed report to the model, and from the model to the failures."""
    from compliance.model.audit import Outcome
    from compliance.model.report import Source
    from compliance.plugin.library import Library
    from compliance.recognise.structured import report_file, to_report

    engine = make_engine(relations, applicants)
    library = Library(forms={engine.form.form: engine.form})

    def convert(data: dict[str, Any]) -> Any:
        return to_report(report_file(data, "", None), library, Source())

    def judge(report: Any) -> frozenset[str]:
        results = engine.evaluate(report)
        if len(results) != len(relations):
            raise ValueError("a relation was not judged")
        return frozenset([
            result.rule.id for result in results if result.outcome is Outcome.FAIL])

    return convert, judge


def make_engine(relations: Sequence[Relation], applicants: Sequence[str] = APPLICANTS) -> Any:
    """An engine for a form of the one table, with the relations as its rules."""
    from compliance.evaluate import Engine, build_program
    from compliance.model.form import Block, Column, Form, Row, Table
    from compliance.model.pack import Basis, Rule
    from compliance.model.text import Text

    table = Table(
        id=TABLE, title=Text.same(TABLE),
        blocks=[Block([Column(name) for name in (*applicants, TOTAL)],
                      [Row(name) for name in ROWS])])
    form = Form("cn-2021", Text.same("cn-2021"), "CN", tables=[table])
    rules = [
        Rule(relation.id, Text.same(relation.id), formula(relation), [Basis("form")],
             "error", "arithmetic", Text.same("mend"), check=formula(relation))
        for relation in relations
    ]
    return Engine(
        form, build_program(form, rules), {form.form: form},
        load=_no_coded_check, form_of=lambda _year, _jurisdiction: form.form)


def _no_coded_check(name: str) -> Any:
    raise LookupError(name)
