"""``compliance audit --corrected FILE``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from compliance.cli.output import emit_told
from compliance.messages import say
from compliance.model.audit import Audit
from compliance.model.text import Language

if TYPE_CHECKING:
    from compliance.write.batch import Unread


def write_corrected(done: Sequence[Audit | Unread], target: str, language: Language) -> None:
    """Write the corrected copy of the one report that was audited, and say what it mends.

    Raises:
        Problem: the file cannot be written.
    """
    from compliance.write.corrected import corrected

    for item in done:
        if isinstance(item, Audit):
            copy = corrected(item, language)
            words = say("cli.written_corrected", file=target, done=copy.done, left=copy.left)
            emit_told(copy.text, target, language, words)
