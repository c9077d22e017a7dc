"""What can be wrong with an input or a call, said so that a person can act on it."""

from __future__ import annotations

from compliance.model.location import Location
from compliance.model.text import Text


class Problem(Exception):
    """The input or the call is wrong (exit code 2).

    ``text`` says in both languages what is wrong and what to do; ``file`` and
    ``location`` say where.
    """

    def __init__(self, text: Text, file: str = "", location: Location | None = None) -> None:
        super().__init__(text.en)
        self.text = text
        self.file = file
        self.location = location

    def line(self, language: str) -> str:
        """One line: place, then message."""
        place = self.file
        if self.location is not None and self.location.line is not None:
            place += f":{self.location.line}"
            if self.location.column is not None:
                place += f":{self.location.column}"
        words = self.text.zh if language == "zh" else self.text.en
        return f"{place}: {words}" if place else words
