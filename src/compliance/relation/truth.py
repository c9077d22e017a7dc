"""Three values (Kleene): what rests on something unknown is unknown."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """Whether a relation holds."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        raise TypeError("compare a Truth with Truth.TRUE or Truth.FALSE: it has three values")

    @classmethod
    def of(cls, holds: bool) -> Truth:
        """A truth of two values."""
        return cls.TRUE if holds else cls.FALSE

    def negated(self) -> Truth:
        """The contrary; unknown stays unknown."""
        if self is Truth.UNKNOWN:
            return self
        return Truth.of(self is Truth.FALSE)


def all_of(truths: Iterable[Truth]) -> Truth:
    """False if one is false, else unknown if one is unknown, else true."""
    result = Truth.TRUE
    for truth in truths:
        if truth is Truth.FALSE:
            return truth
        if truth is Truth.UNKNOWN:
            result = truth
    return result


def any_of(truths: Iterable[Truth]) -> Truth:
    """True if one is true, else unknown if one is unknown, else false."""
    result = Truth.FALSE
    for truth in truths:
        if truth is Truth.TRUE:
            return truth
        if truth is Truth.UNKNOWN:
            result = truth
    return result
