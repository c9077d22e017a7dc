"""``compliance schema``."""

from __future__ import annotations

import json

import click


@click.command()
@click.argument("name", type=click.Choice(["report", "form", "pack", "profile", "audit"]))
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language")
def schema(name: str, lang: str | None) -> None:
    """输出 JSON Schema / Print the JSON Schema of a kind of file."""
    from compliance.model.audit_file import AuditFile
    from compliance.model.form import Form
    from compliance.model.pack import Pack
    from compliance.model.profile import Profile
    from compliance.model.report_file import ReportFile
    from compliance.model.validation import json_schema

    models = {"report": ReportFile, "form": Form, "pack": Pack, "profile": Profile,
              "audit": AuditFile}
    click.echo(json.dumps(json_schema(models[name]), ensure_ascii=False, indent=2))
