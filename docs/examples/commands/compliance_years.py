"""A command: which form is prescribed for a year."""

import click

from compliance.plugin import hookimpl
from compliance.plugin.cache import installed

COMPLIANCE_API = 1


@hookimpl
def commands() -> dict[str, str]:
    return {"year": f"{__name__}:year"}


@click.command()
@click.argument("number", type=int)
@click.option("--where", default="CN", metavar="CODE", help="地区 / jurisdiction")
def year(number: int, where: str) -> None:
    """某年度用哪一种格式 / Which form is prescribed for a year."""
    click.echo(installed().form_of(number, where) or "—")
