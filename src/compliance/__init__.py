"""Audit government annual reports on information disclosure (政府信息公开工作年度报告).

Three functions are the whole of it: :func:`read` makes a report of a file,
:func:`audit` judges it, :func:`write` puts audits into words.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

# Loaded first: a package that is imported later would take the place of the function
# of its name.
import compliance.read as _read_package  # noqa: F401
import compliance.write as _write_package  # noqa: F401

if TYPE_CHECKING:
    from compliance.model.audit import Audit
    from compliance.model.profile import Profile
    from compliance.model.report import Report
    from compliance.model.text import Language
    from compliance.plugin.library import Library
    from compliance.write.batch import Unread

__version__ = "0.1.0"
__all__ = ["__version__", "audit", "read", "write"]


def read(path: str, form: str = "", library: Library | None = None) -> Report:
    """Read a file of any known format as a report (see :func:`compliance.api.read`)."""
    from compliance import api

    return api.read(path, form, library)


def audit(report: Report, profile: Profile | None = None, library: Library | None = None,
          baseline: Set[str] = frozenset()) -> Audit:
    """Judge a report by the rules in force for it (see :func:`compliance.api.audit`)."""
    from compliance import api

    return api.audit(report, profile, library, baseline)


def write(audits: Sequence[Audit | Unread], format: str = "table", language: Language = "zh",
          library: Library | None = None) -> str:
    """Audits in an output format (see :func:`compliance.api.write`)."""
    from compliance import api

    return api.write(audits, format, language, library)
