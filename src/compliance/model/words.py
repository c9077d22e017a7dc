"""A list of words that are often written wrong."""

from __future__ import annotations

from compliance.record import field, record

_CONFIG = {"extra": "forbid", "use_attribute_docstrings": True}


@record
class Slip:
    """A wrong spelling, what is meant, and where the same characters are right."""

    __pydantic_config__ = _CONFIG

    wrong: str
    """The wrong spelling: ``征对``."""
    right: str
    """What is meant: ``针对``."""
    note: str = ""
    """Why, or where it occurs."""
    not_in: list[str] = field(default_factory=list)
    """Longer words in which the same characters are right: ``特征对``."""


@record
class WordList:
    """A file of slips; lists of one name, from several plug-ins, are one list."""

    __pydantic_config__ = _CONFIG

    words: list[Slip] = field(default_factory=list)
    """The slips."""
