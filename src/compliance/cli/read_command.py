"""``compliance read``."""

from __future__ import annotations

import click

from compliance.cli.files import refuse_overwriting
from compliance.cli.main import language_of
from compliance.cli.output import emit_told, format_of
from compliance.cli.settings import FormOption


@click.command()
@click.argument("path", type=str)
@click.option("--form", default="", metavar="ID", cls=FormOption,
              help="按哪一种格式读（缺省按年度） / form to read it by (by its year when left out)")
@click.option("--explain", is_flag=True,
              help="说明各格由何处读来、有何依据 / say what was read from where, and how surely")
@click.option("--format", "format_", type=click.Choice(["yaml", "json"]),
              help="输出格式（缺省 yaml；--output 以 .json 结尾的为 json） / output format "
                   "(yaml when left out; json where --output ends in .json)")
@click.option("-o", "--output", metavar="FILE", help="写入文件 / write to a file")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言 / language")
def read(path: str, form: str, explain: bool, format_: str | None, output: str | None,
         lang: str | None) -> None:
    """读取任一可读文件，输出结构化报告 / Read any readable file as a structured report."""
    language = language_of(lang)
    as_json = (format_ or format_of(output)) == "json"
    refuse_overwriting([output], [path])
    if explain:
        emit_told(_explained(path, form, as_json, lang), output, language)
        return
    from compliance import api
    from compliance.recognise.report_data import to_file
    from compliance.write.structured import to_json, to_yaml

    data = to_file(api.read(path, form))
    emit_told(to_json(data) if as_json else to_yaml(data), output, language)


def _explained(path: str, form: str, as_json: bool, lang: str | None) -> str:
    """How a file was read, as text or as JSON."""
    from compliance import api
    from compliance.plugin.cache import installed
    from compliance.write.reading import Reading, to_json, to_text

    library = installed()
    report = api.read(path, form, library)
    prescribed = ""
    if report.year is not None and not form:
        prescribed = library.form_of(report.year, report.where)
    reading = Reading(report, library.forms[report.form], prescribed, language_of(lang))
    return to_json(reading) if as_json else to_text(reading)
