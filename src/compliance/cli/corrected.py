"""``compliance audit --corrected FILE``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from compliance.cli.output import emit
from compliance.errors import Problem
from compliance.messages import say
from compliance.model.audit import Audit
from compliance.model.text import Language

if TYPE_CHECKING:
    from compliance.write.batch import Unread


def check_target(files: Sequence[str], target: str) -> None:
    """See that the copy has one report to come from, and does not overwrite it.

    Raises:
        Problem: it does, or has several.
    """
    if len(files) > 1:
        raise Problem(say("locate.corrected_of_many"), target)
    for file in files:
        same = os.path.realpath(file) == os.path.realpath(target)
        if same or (os.path.exists(target) and os.path.exists(file)
                    and os.path.samefile(file, target)):
            raise Problem(say("locate.corrected_is_input"), target)


def write_corrected(done: Sequence[Audit | Unread], target: str, language: Language) -> None:
    """Write the corrected copy of the one report that was audited.

    Raises:
        Problem: the file cannot be written.
    """
    from compliance.write.corrected import corrected_text

    for item in done:
        if isinstance(item, Audit):
            emit(corrected_text(item, language), target)
