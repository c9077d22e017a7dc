"""Words in the two languages of the program."""

from __future__ import annotations

from typing import Any, Literal

from compliance.record import record

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@record
class Text:
    """One sentence in Chinese and in English."""

    __pydantic_config__ = {"extra": "forbid", "use_attribute_docstrings": True}

    zh: str
    """Chinese."""
    en: str
    """English."""

    def in_(self, language: Language) -> str:
        """The sentence in ``language``."""
        return self.zh if language == "zh" else self.en

    def format(self, **values: Any) -> Text:
        """Fill the ``{placeholders}`` of both languages.

        A value that is itself a :class:`Text` is filled in its own language.
        """

        def fill(language: Language, pattern: str) -> str:
            named = {
                name: value.in_(language) if isinstance(value, Text) else value
                for name, value in values.items()
            }
            return pattern.format(**named)

        return Text(fill("zh", self.zh), fill("en", self.en))

    @classmethod
    def same(cls, words: str) -> Text:
        """Words that are the same in both languages (terms of the law, numbers)."""
        return cls(words, words)
