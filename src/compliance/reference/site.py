"""The source of the documentation site: the pages written by hand and those made here."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from compliance.messages import say
from compliance.model.text import LANGUAGES, Language
from compliance.pattern import lazy_pattern
from compliance.plugin.library import Library
from compliance.reference.markdown import code, escaped, table

ENGLISH = "en"
_WIDE = "[\u2e80-\u9fff\uff00-\uffef]"
_BREAK = lazy_pattern(rf"(?<={_WIDE})\n(?={_WIDE})")
# Folders of pages that only a list leads to, and the name of the list.
_LISTS = {"rules": "rules", "forms": "forms_index"}


def lay_out(written: Path, target: Path, library: Library) -> list[Path]:
    """Put the whole source of the site into a folder, which is emptied first.

    Args:
        written: the folder of hand-written pages.
        target: where to.
        library: the rules and forms to make pages of.

    Returns:
        The pages made, by their path in the folder.
    """
    if target.exists():
        shutil.rmtree(target)
    shutil.copytree(written, target)
    made = []
    for path, text in made_pages(library):
        file = target / path
        if file.exists():
            raise FileExistsError(f"{path} is written by hand and made")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        made.append(Path(path))
    _link_twins(target)
    return made


def made_pages(library: Library) -> Iterator[tuple[str, str]]:
    """Path and Markdown of every page that is made from the code and the rules."""
    from compliance.reference.rule_page import rule_pages

    folders = {language: "" if language == "zh" else f"{ENGLISH}/" for language in LANGUAGES}
    for language in LANGUAGES:
        for path, text in _pages(library, language):
            yield folders[language] + path, text
    for rule in library.rules().values():
        for language, text in rule_pages(rule, library).items():
            yield f"{folders[language]}rules/{rule.id}.md", text


def _pages(library: Library, language: Language) -> Iterator[tuple[str, str]]:
    from compliance.cli.main import cli
    from compliance.reference.checks_page import checks_page
    from compliance.reference.commands_page import commands_page
    from compliance.reference.form_page import form_page
    from compliance.reference.hooks import hooks_page
    from compliance.reference.json_page import json_page
    from compliance.reference.language_page import language_page
    from compliance.reference.records import FILES, record_page
    from compliance.reference.rule_index import rule_index

    yield "rules/index.md", rule_index(library, language)
    yield "forms/index.md", _form_index(library, language)
    for form in library.forms.values():
        yield f"forms/{form.form}.md", form_page(form, language)
    yield "reference/hooks.md", hooks_page(language)
    yield "reference/checks.md", checks_page(library, language)
    yield "reference/commands.md", commands_page(cli, library, language)
    yield "reference/language.md", language_page(language)
    yield "reference/json.md", json_page(language)
    for name in FILES:
        yield f"reference/{name}.md", record_page(name, language)


def _form_index(library: Library, language: Language) -> str:
    from compliance.reference.rule_page import years_text

    def words(key: str, **values: Any) -> str:
        return say(f"reference.{key}", **values).in_(language)

    rows = [(f"[{form.form}]({form.form}.md)", escaped(form.title.in_(language)),
             code(form.jurisdiction), years_text(form.years, language))
            for form in library.forms.values()]
    head = [words("name"), words("meaning"), words("jurisdiction_head"), words("years_head")]
    return f"# {words('forms_index')}\n\n{table(head, rows)}"


def _link_twins(target: Path) -> None:
    """Lead from each page to the same page in the other language, below its title.

    The pages of rules and forms, which no menu lists, also lead to their lists.
    """
    for page in sorted(target.rglob("*.md")):
        inside = page.relative_to(target)
        language: Language = "en" if inside.parts[0] == ENGLISH else "zh"
        twin = Path(*inside.parts[1:]) if language == "en" else Path(ENGLISH) / inside
        if not (target / twin).exists():
            continue
        links = [("中文" if language == "en" else "English",
                  os.path.relpath(target / twin, page.parent))]
        if inside.parent.name in _LISTS and inside.name != "index.md":
            listed = say(f"reference.{_LISTS[inside.parent.name]}").in_(language)
            links.insert(0, (listed, "index.md"))
        shown = " · ".join(f"[{name}]({link})" for name, link in links)
        title, _, rest = page.read_text("utf-8").partition("\n")
        page.write_text(f"{title}\n\n{shown}\n{joined(rest)}", "utf-8")


def joined(text: str) -> str:
    """Text in which a line break between Chinese characters leaves no gap; code is kept."""
    parts = re.split(r"(?ms)(^```.*?^```$)", text)
    return "".join(part if number % 2 else _BREAK.sub("", part)
                   for number, part in enumerate(parts))
