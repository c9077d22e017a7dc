"""``compliance read``."""

from __future__ import annotations

import click

from compliance.cli.output import emit


@click.command()
@click.argument("path", type=str)
@click.option("--form", default="", metavar="ID", help="格式 / form, e.g. cn-2021")
@click.option("--format", "format_", type=click.Choice(["yaml", "json"]), default="yaml")
@click.option("--output", metavar="FILE", help="写入文件 / write to a file")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language")
def read(path: str, form: str, format_: str, output: str | None, lang: str | None) -> None:
    """读取任一可读文件，输出结构化报告 / Read any readable file as a structured report."""
    from compliance import api
    from compliance.recognise.structured import to_file
    from compliance.write.structured import to_json, to_yaml

    data = to_file(api.read(path, form))
    emit(to_json(data) if format_ == "json" else to_yaml(data), output)
