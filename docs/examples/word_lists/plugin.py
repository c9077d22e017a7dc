"""More wrong spellings: a list named like a built-in one is joined to it."""

from pathlib import Path

from compliance.plugin import hookimpl

COMPLIANCE_API = 1


@hookimpl
def word_lists() -> list[Path]:
    return [Path(__file__).with_name("typos.yaml")]
