"""Words that a text must hold for an expression to match it.

Most sentences hold none of the words of most patterns; to look for words is far
quicker than to compile an expression and to run it.  An expression that is not
understood requires nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Words = tuple[str, ...]
"""Words of which a text must hold one."""
_MOST_WORDS = 40


class _Unknown(Exception):
    """A sign that is not understood."""


def required(
    expression: str, short: Mapping[str, tuple[Words, ...]] | None = None
) -> tuple[Words, ...]:
    """What every text that ``expression`` matches holds: one word of each group.

    Args:
        expression: a regular expression.
        short: what the words in braces that stand in it require, such as ``{n}``.
    """
    reader = _Reader(expression, short or {})
    try:
        found = reader.alternatives()
    except (_Unknown, IndexError, ValueError):
        return ()
    if reader.at != len(expression):
        return ()
    return tuple(sorted({_shortest(words) for words in found if len(words) <= _MOST_WORDS},
                        key=lambda words: (len(words), words)))


def may_match(groups: Iterable[Words], text: str) -> bool:
    """Whether a text holds a word of each group."""
    for words in groups:
        for word in words:
            if word in text:
                break
        else:
            return False
    return True


def _shortest(words: Iterable[str]) -> Words:
    """The words without those that contain another of them: 件次 beside 件."""
    kept: list[str] = []
    for word in sorted(set(words), key=lambda word: (len(word), word)):
        if not any(other in word for other in kept):
            kept.append(word)
    return tuple(kept)


def _telling(words: Iterable[str]) -> tuple[int, int]:
    """Long words tell more than short ones, and few more than many."""
    lengths = [len(word) for word in words]
    return min(lengths), -len(lengths)


class _Reader:
    """What the parts of an expression require, from left to right."""

    def __init__(self, text: str, short: Mapping[str, tuple[Words, ...]]) -> None:
        self.text = text
        self.at = 0
        self._short = short

    def alternatives(self) -> list[Words]:
        """What alternatives require together, up to the bracket that closes them."""
        branches = [self._sequence()]
        while self.text.startswith("|", self.at):
            self.at += 1
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        if not all(branches):
            return []
        return [tuple(word for branch in branches for word in max(branch, key=_telling))]

    def _sequence(self) -> list[Words]:
        """What a run of signs requires, up to a stroke or a closing bracket."""
        found: list[Words] = []
        word = ""
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            inner, literal = self._sign()
            needed, once = self._count()
            if literal and needed:
                word += literal
            if word and not (literal and once):
                found.append((word,))
                word = ""
            if needed:
                found += inner
        return [*found, (word,)] if word else found

    def _sign(self) -> tuple[Iterable[Words], str]:
        """What one sign or bracket requires, or the character that it is."""
        sign = self.text[self.at]
        if sign == "{":
            return self._abbreviated(), ""
        self.at += 1
        if sign == "(":
            return self._bracket(), ""
        if sign == "[":
            self._pass_set()
            return (), ""
        if sign == "\\":
            sign = self.text[self.at]
            self.at += 1
            if sign.isalnum():
                raise _Unknown
            return (), sign
        if sign in "?*+":
            raise _Unknown
        return (), "" if sign in ".^$" else sign

    def _abbreviated(self) -> Iterable[Words]:
        end = self.text.index("}", self.at) + 1
        name, self.at = self.text[self.at:end], end
        if name not in self._short:
            raise _Unknown
        return self._short[name]

    def _bracket(self) -> list[Words]:
        if self.text.startswith("?:", self.at):
            self.at += 2
        elif self.text.startswith("?P<", self.at):
            self.at = self.text.index(">", self.at) + 1
        elif self.text.startswith("?", self.at):
            raise _Unknown
        found = self.alternatives()
        if self.text[self.at] != ")":
            raise _Unknown
        self.at += 1
        return found

    def _pass_set(self) -> None:
        """Past a set of characters, which requires nothing."""
        self.at += self.text.startswith("^", self.at)
        first = self.at
        while self.text[self.at] != "]" or self.at == first:
            if self.text[self.at] == "[":
                raise _Unknown
            self.at += 2 if self.text[self.at] == "\\" else 1
        self.at += 1

    def _count(self) -> tuple[bool, bool]:
        """Past the count after a sign: whether the sign must be there, and exactly once."""
        sign, after = self.text[self.at:self.at + 1], self.text[self.at + 1:self.at + 2]
        if sign == "{" and (after.isdecimal() or after == ","):
            self.at = self.text.index("}", self.at) + 1
        elif sign and sign in "?*+":
            self.at += 1
        else:
            return True, True
        self.at += self.text.startswith("?", self.at)
        return sign == "+", False
