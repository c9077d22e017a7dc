"""Formula text cut into words and turned into Python's own punctuation.

Every name and number becomes an ASCII placeholder: author text never reaches
Python's parser, and what the parser says of a place maps back to a character.
"""

from __future__ import annotations

from bisect import bisect_right
from unicodedata import normalize

from compliance.record import field, record
from compliance.relation.formula_error import formula_error

MAX_LENGTH = 2000
MAX_DEPTH = 50
PREMISE = "_"

_WORDS = {
    "且": "and", "或": "or", "非": "not", "若": f"{PREMISE} if", "则": "else",
    "and": "and", "or": "or", "not": "not", "if": f"{PREMISE} if", "then": "else",
}
_PAIRS = {"<=": "<=", ">=": ">=", "!=": "!=", "==": "==", "<>": "!="}
_SIGNS = {
    "=": "==", "≤": "<=", "≦": "<=", "⩽": "<=", "≥": ">=", "≧": ">=", "⩾": ">=", "≠": "!=",
    "<": "<", ">": ">", "+": "+", "-": "-", "−": "-", "*": "*", "×": "*", "/": "/", "÷": "/",
    "(": "(", ")": ")", "[": "[", "]": "]", "【": "[", "】": "]", ",": ",", "、": ",",
}


@record
class Tokens:
    """A formula as Python source, with the way back to the author's text."""

    source: str
    python: str = ""
    names: dict[str, str] = field(default_factory=dict)
    """Placeholder of each name, and the name."""
    numbers: dict[str, str] = field(default_factory=dict)
    """Placeholder of each number, and its ASCII digits."""
    starts: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)

    def add(self, python: str, column: int) -> None:
        """Append a word of Python that stands for what is at ``column``."""
        self.starts.append(len(self.python))
        self.columns.append(column)
        self.python += python + " "

    def column(self, offset: int) -> int:
        """The author's column, from 1, of an offset in the Python source."""
        return self.columns[max(0, bisect_right(self.starts, offset) - 1)]


def tokenise(source: str) -> Tokens:
    """Cut ``source`` into words.

    Raises:
        FormulaError: it is empty, too long, too deep or has a character without meaning.
    """
    if len(source) > MAX_LENGTH:
        raise formula_error("too_long", MAX_LENGTH + 1, length=len(source), limit=MAX_LENGTH)
    tokens = Tokens(source)
    at = depth = 0
    while at < len(source):
        if source[at].isspace():
            at += 1
            continue
        end = _name_end(source, at) or _number_end(source, at)
        if end:
            _add_operand(tokens, source[at:end], at + 1)
        else:
            end = _add_sign(tokens, at)
            depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(tokens.python[-2], 0)
            if depth > MAX_DEPTH:
                raise formula_error("too_deep", at + 1, limit=MAX_DEPTH)
        at = end
    if not tokens.python:
        raise formula_error("empty", 1)
    return tokens


def _add_operand(tokens: Tokens, written: str, column: int) -> None:
    plain = normalize("NFKC", written)
    if plain in _WORDS:
        tokens.add(_WORDS[plain], column)
        return
    placeholder = f"n{len(tokens.starts)}"
    (tokens.numbers if plain[0] in "0123456789" else tokens.names)[placeholder] = plain
    tokens.add(placeholder, column)


def _add_sign(tokens: Tokens, at: int) -> int:
    """Add the operator or bracket at ``at`` and return where it ends."""
    pair = normalize("NFKC", tokens.source[at : at + 2])
    if pair in _PAIRS:
        tokens.add(_PAIRS[pair], at + 1)
        return at + 2
    sign = _SIGNS.get(normalize("NFKC", tokens.source[at]))
    if sign is None:
        raise formula_error("character", at + 1, character=tokens.source[at])
    tokens.add(sign, at + 1)
    return at + 1


def _name_end(source: str, at: int) -> int:
    if not source[at].isidentifier():
        return 0
    end = at + 1
    while end < len(source) and ("a" + source[end]).isidentifier():
        end += 1
    return end


def _number_end(source: str, at: int) -> int:
    end = _digits_end(source, at)
    if end == at:
        return 0
    if source[end : end + 1] in (".", "．"):
        decimals = _digits_end(source, end + 1)
        if decimals > end + 1:
            return decimals
    return end


def _digits_end(source: str, at: int) -> int:
    while at < len(source) and (source[at] in "0123456789" or "０" <= source[at] <= "９"):
        at += 1
    return at
