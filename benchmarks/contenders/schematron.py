"""ISO Schematron as lxml runs it (XSLT 1.0), one assertion a relation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from relations import Relation
from reports import APPLICANTS, TABLE, TOTAL

NAME = "Schematron (lxml)"
PACKAGE = "lxml"
_SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
_REPORT = "{http://purl.oclc.org/dsdl/svrl}failed-assert"


def prepare(relations: Sequence[Relation]) -> Callable[[dict[str, Any]], frozenset[str]]:
    """From a parsed report: made into XML, then judged."""
    convert, judge = prepare_ready(relations)
    return lambda report: judge(convert(report))


def prepare_ready(
    relations: Sequence[Relation],
) -> tuple[Callable[[dict[str, Any]], Any], Callable[[Any], frozenset[str]]]:
    """From a report to XML, and from XML to the failures."""
    from lxml import etree, isoschematron

    schema = etree.Element(f"{{{_SCHEMATRON}}}schema", nsmap={None: _SCHEMATRON})
    pattern = etree.SubElement(schema, f"{{{_SCHEMATRON}}}pattern")
    rule = etree.SubElement(pattern, f"{{{_SCHEMATRON}}}rule", context=f"/{TABLE}")
    for relation in relations:
        test = relation.written(
            lambda row, column: f"{row}/@{column}", "=" if relation.sign == "==" else None)
        holds = etree.SubElement(rule, f"{{{_SCHEMATRON}}}assert", id=relation.id, test=test)
        holds.text = relation.id
    # A side of one cell would be compared as a set of nodes: the same for numbers.
    validator = isoschematron.Schematron(schema, store_report=True)
    columns = (*APPLICANTS, TOTAL)

    def convert(report: dict[str, Any]) -> Any:
        root = etree.Element(TABLE)
        for row, values in report["tables"][TABLE].items():
            etree.SubElement(root, row, dict(zip(columns, map(str, values), strict=True)))
        return root

    def judge(root: Any) -> frozenset[str]:
        if validator.validate(root):
            return frozenset()
        return frozenset(
            failure.get("id") for failure in validator.validation_report.iter(_REPORT))

    return convert, judge
