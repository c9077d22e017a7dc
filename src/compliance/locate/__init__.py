"""From failed results to findings: one for each cause, with the figures under suspicion."""

from compliance.locate.findings import find

__all__ = ["find"]
