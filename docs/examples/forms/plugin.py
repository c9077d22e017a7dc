"""A form: the national one, as a district files it."""

from pathlib import Path

from compliance.plugin import hookimpl

COMPLIANCE_API = 1


@hookimpl
def forms() -> list[Path]:
    return [Path(__file__).with_name("cn-zz-2021.yaml")]
