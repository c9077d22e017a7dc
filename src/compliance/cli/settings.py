"""What a call settles before it begins: the profile, and the rules and plug-ins in force."""

from __future__ import annotations

import os
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, cast

import click

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.profile import Profile, Threshold
from compliance.plugin.cache import installed
from compliance.plugin.library import Library

if TYPE_CHECKING:
    from compliance.cli.profile_file import ProfileFile

_LOCK = "compliance.lock"


class ScoreNumber(click.ParamType[Decimal]):
    """A score on the command line: 0 to 100."""

    name = "score"

    def convert(self, value: object, param: object, ctx: object) -> Decimal:
        try:
            score = Decimal(str(value))
        except InvalidOperation:
            raise Problem(say("cli.not_a_score", value=str(value))) from None
        if not (score.is_finite() and 0 <= score <= 100):
            raise Problem(say("cli.not_a_score", value=str(value)))
        return score


class NamesOption(click.Option):
    """An option that takes the name of something installed, which its help lists."""

    kind = "writers"
    """Attribute of the library that maps the names."""

    def names(self) -> list[str]:
        """The names that the option takes."""
        return list(getattr(installed(), self.kind))


class FormatOption(NamesOption):
    """``--format``."""


class FormOption(NamesOption):
    """``--form``."""

    kind = "forms"


def settle(profile_path: str | None, rules: Sequence[str] = (), plugins: Sequence[str] = (),
           fail_on: str | None = None, min_score: Decimal | None = None
           ) -> tuple[Profile, Library]:
    """The profile of a call with what the call asks for, and the library to judge by.

    Raises:
        Problem: a path is not there, a file is broken, or the profile does not fit the rules.
    """
    file: ProfileFile | None = None
    profile = Profile()
    if profile_path is not None:
        from compliance.cli.profile_file import read_profile

        file = read_profile(profile_path)
        profile = file.profile
    library = library_of([*profile.rule_files, *rules], [*profile.plugin_files, *plugins])
    if file is not None:
        file.refuse_unfit(library)
    if fail_on is not None:
        profile.gate.fail_on = cast(Threshold, fail_on)
    if min_score is not None:
        profile.gate.min_score = min_score
    return profile, library


def library_of(rules: Sequence[str] = (), plugins: Sequence[str] = ()) -> Library:
    """What is installed, with the packs and plug-ins at these paths.

    Differences from ``compliance.lock`` in the working folder are among its complaints.

    Raises:
        Problem: a path is not there or a file is broken.
    """
    library = installed()
    if os.path.exists(_LOCK):
        from compliance.plugin.lock import lock_differences

        library.complaints = lock_differences(library, _LOCK)
    if rules or plugins:
        from compliance.plugin.local import with_local

        library = with_local(library, rules, plugins)
    return library
