"""``compliance schema``."""

from __future__ import annotations

import json
from typing import Any

import click


@click.command()
@click.argument("name", type=click.Choice(["report", "form", "pack", "profile", "audit"]))
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language")
def schema(name: str, lang: str | None) -> None:
    """输出 JSON Schema / Print the JSON Schema of a kind of file."""
    click.echo(json.dumps(_schema(name), ensure_ascii=False, indent=1))


def _schema(name: str) -> dict[str, Any]:
    if name == "report":
        from compliance.model.report_schema import report_schema
        from compliance.plugin.cache import installed

        return report_schema(installed().forms)
    from compliance.model.audit_file import AuditFile
    from compliance.model.form import Form
    from compliance.model.pack import Pack
    from compliance.model.profile import Profile
    from compliance.model.validation import json_schema

    models = {"form": Form, "pack": Pack, "profile": Profile, "audit": AuditFile}
    return json_schema(models[name])
