"""Audit government annual reports on information disclosure (政府信息公开工作年度报告).

Three functions are the whole of it: :func:`read` makes a report of a file,
:func:`audit` judges it, :func:`write` puts audits into words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compliance.api import audit as audit
    from compliance.api import read as read
    from compliance.api import write as write

__version__ = "0.1.0"
__all__ = ["__version__", "audit", "read", "write"]


def __getattr__(name: str) -> Any:
    if name in ("audit", "read", "write"):
        from compliance import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
