"""The audit as a page: one file, without scripts, to read, to print and to hand on."""

from compliance.write.html.page import write

__all__ = ["write"]
