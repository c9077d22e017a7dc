"""What a call settles before it begins: the profile, and the rules and plug-ins in force."""

from __future__ import annotations

import os
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import cast

import click

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.profile import Profile, Threshold
from compliance.plugin.cache import installed
from compliance.plugin.library import Library


class ScoreNumber(click.ParamType[Decimal]):
    """A score on the command line."""

    name = "score"

    def convert(self, value: object, param: object, ctx: object) -> Decimal:
        try:
            return Decimal(str(value))
        except InvalidOperation:
            raise Problem(say("cli.not_a_score", value=str(value))) from None


def profile_of(path: str | None, fail_on: str | None, min_score: Decimal | None) -> Profile:
    """The profile in a file, or the default one, with what the call asks for.

    Raises:
        Problem: the file is not a profile.
    """
    profile = Profile()
    if path is not None:
        from compliance.model.validation import validate
        from compliance.read.source import open_source
        from compliance.read.structured import load_yaml

        data, places = load_yaml(open_source(path))
        profile = validate(Profile, data, path, places)
        folder = os.path.dirname(path)
        profile.rule_files = [os.path.join(folder, file) for file in profile.rule_files]
        profile.plugin_files = [os.path.join(folder, file) for file in profile.plugin_files]
    if fail_on is not None:
        profile.gate.fail_on = cast(Threshold, fail_on)
    if min_score is not None:
        profile.gate.min_score = min_score
    return profile


def library_of(profile: Profile, rules: Sequence[str] = (),
               plugins: Sequence[str] = ()) -> Library:
    """What is installed, with the packs and plug-ins that the call or the profile names.

    Differences from ``compliance.lock`` in the working folder are among its complaints.

    Raises:
        Problem: a path is not there or a file is broken, or the profile names a rule that
            is not there.
    """
    library = installed()
    rules = [*profile.rule_files, *rules]
    plugins = [*profile.plugin_files, *plugins]
    if os.path.exists(_LOCK):
        from compliance.plugin.lock import lock_differences

        library.complaints = lock_differences(library, _LOCK)
    if rules or plugins:
        from compliance.plugin.local import with_local

        library = with_local(library, rules, plugins)
    unknown = sorted(profile.rules.keys() - library.rules().keys()) if profile.rules else []
    if unknown:
        raise Problem(say("evaluate.profile_unknown_rule", rule=unknown[0]))
    return library


_LOCK = "compliance.lock"
