"""``compliance audit --corrected FILE``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from compliance.cli.output import emit
from compliance.model.audit import Audit
from compliance.model.text import Language

if TYPE_CHECKING:
    from compliance.write.batch import Unread


def write_corrected(done: Sequence[Audit | Unread], target: str, language: Language) -> None:
    """Write the corrected copy of the one report that was audited.

    Raises:
        Problem: the file cannot be written.
    """
    from compliance.write.corrected import corrected_text

    for item in done:
        if isinstance(item, Audit):
            emit(corrected_text(item, language), target)
