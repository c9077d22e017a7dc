"""The command line: a thin caller of the public functions."""

from compliance.cli.main import main

__all__ = ["main"]
