"""What an author may have meant by a name that is not known."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.messages import say
from compliance.model.text import Text

_ALIKE = 0.5
_FEW = 12


def near(name: str, known: Iterable[str]) -> str:
    """The known name that is most like one; ``""`` when none is."""
    from difflib import get_close_matches

    by_plain = {each.lower(): each for each in sorted(known, reverse=True)}
    found = get_close_matches(name.lower(), by_plain, 1, _ALIKE)
    return by_plain[found[0]] if found else ""


def or_near(words: Text, name: str, known: Iterable[str]) -> Text:
    """What is wrong with a name, and the name that may be meant; else all there are, if few."""
    known = list(known)
    like = near(name, known)
    if like:
        return say("plugin.is_it", words=words, like=like)
    if known and len(known) <= _FEW:
        return say("plugin.there_are", words=words, known=listed(known))
    return words


def listed(names: Iterable[str]) -> Text:
    """Names one after another."""
    names = list(names)
    return Text("、".join(names), ", ".join(names))
