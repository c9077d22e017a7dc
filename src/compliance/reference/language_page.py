"""The page of the relation language."""

from __future__ import annotations

from compliance.evaluate.program import TEXT_NAMES
from compliance.messages import say
from compliance.model.text import Language
from compliance.reference.language import FUNCTIONS, SIGNS, WORDS, entries_table
from compliance.reference.markdown import code, escaped, table
from compliance.reference.words import ENGLISH
from compliance.reference.words import TEXT_NAMES as MEANINGS
from compliance.relation.tokens import MAX_DEPTH, MAX_LENGTH


def language_page(language: Language) -> str:
    """Signs, words, functions and the names of figures in running text."""
    def words(key: str, /, **values: object) -> str:
        return say(f"reference.{key}", **values).in_(language)

    parts = [f"# {words('language')}\n", words("language_about") + "\n",
             words("language_limits", length=MAX_LENGTH, depth=MAX_DEPTH) + "\n"]
    for name, entries in (("signs", SIGNS), ("words", WORDS), ("functions", FUNCTIONS)):
        parts += [f"## {words(name)}\n", entries_table(entries, language)]
    parts.append(f"## {words('text_names')}\n")
    english = {chinese: name for name, chinese in ENGLISH.items()}
    for kind, names in TEXT_NAMES.items():
        parts += [words("text_names_about", kind=kind) + "\n",
                  table([words("name"), words("meaning")],
                        [(_both(name, english), escaped(MEANINGS[name].in_(language)))
                         for name in names if name in MEANINGS])]
    return "\n".join(parts)


def _both(name: str, english: dict[str, str]) -> str:
    return " ".join(map(code, filter(None, (name, english.get(name)))))
