"""A writer: one line for each report, for a spreadsheet."""

from collections.abc import Sequence

from compliance.model.audit import Audit, Outcome
from compliance.model.text import Language
from compliance.plugin import hookimpl
from compliance.write.batch import Unread, audits_of, unread_of

COMPLIANCE_API = 1


@hookimpl
def writers() -> dict[str, str]:
    return {"lines": f"{__name__}:write"}


def write(audits: Sequence[Audit | Unread], language: Language) -> str:
    """File, number of failed rules and verdict, in columns."""
    lines = []
    for audit in audits_of(audits):
        failed = {result.rule.id for result in audit.results if result.outcome is Outcome.FAIL}
        verdict = "open" if audit.gate.holds else "closed"
        lines.append(f"{audit.report.source.file}\t{len(failed)}\t{verdict}")
    lines += [f"{item.file}\t\tunread" for item in unread_of(audits)]
    return "\n".join(lines) + "\n"
