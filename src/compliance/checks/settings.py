"""What settings a coded check takes, declared beside it.

    @takes(most=number("most characters"), forbidden=expressions("…", required=True))
    def overview_length(context): ...

The settings of a rule are checked against the declaration when its pack is
loaded, and the reference is made from it.  A check of a plug-in that declares
nothing takes whatever its rules give it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeVar

from compliance.model.text import Text
from compliance.record import frozen_record

Kind = Literal["text", "words", "named_words", "expression", "expressions", "named_expressions",
               "number", "truth", "choice", "days", "numbers_by_kind", "slips"]
"""What a setting holds.

``words`` are a list of plain texts, ``named_…`` a mapping of names to them, ``days``
``MM-DD`` by kind of body, ``slips`` entries as in a word list.
"""

_Check = TypeVar("_Check", bound=Callable[..., Any])


@frozen_record
class Setting:
    """One setting of a coded check."""

    kind: Kind
    meaning: Text
    required: bool = False
    unless: str = ""
    """A setting that makes this one unnecessary."""
    choices: tuple[str, ...] = ()
    """The values of a ``choice``; the first is in force when the setting is left out."""


def setting(kind: Kind, zh: str, en: str, *, required: bool = False, unless: str = "",
            choices: tuple[str, ...] = ()) -> Setting:
    """A setting with its meaning in both languages."""
    return Setting(kind, Text(zh, en), required, unless, choices)


def takes(**settings: Setting) -> Callable[[_Check], _Check]:
    """Declare the settings of a coded check; without any, that it has none."""
    def declared(check: _Check) -> _Check:
        vars(check)["settings"] = settings
        return check

    return declared


def settings_of(check: Callable[..., Any]) -> Mapping[str, Setting] | None:
    """The settings that a check declares; ``None`` when a plug-in's declares nothing.

    A check of the program that declares nothing has no settings.
    """
    own = check.__module__.startswith(f"{__package__}.")
    declared: Mapping[str, Setting] | None = getattr(check, "settings", {} if own else None)
    return declared
