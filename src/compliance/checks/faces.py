"""Checks that the files in which one report is published say the same.

Hardly any audit has more than one file: what compares them is loaded for those.
"""

from __future__ import annotations

from collections.abc import Iterator

from compliance.checks.observation import Context, Observation


def same_figures(context: Context) -> Iterator[Observation]:
    """The figures of the tables are the same in every file."""
    return _compared(context, "figures")


def same_filling(context: Context) -> Iterator[Observation]:
    """What is filled in, blank or crossed out in one file is so in every other."""
    return _compared(context, "filling")


def same_rows(context: Context) -> Iterator[Observation]:
    """The tables and their rows are the same in every file."""
    return _compared(context, "rows")


def same_sections(context: Context) -> Iterator[Observation]:
    """The sections are the same in every file, word for word."""
    return _compared(context, "section_texts")


def same_statements(context: Context) -> Iterator[Observation]:
    """The figures of the text are the same in every file."""
    return _compared(context, "stated_figures")


def same_facts(context: Context) -> Iterator[Observation]:
    """Title, body, year, form and dates are the same in every file."""
    return _compared(context, "own_facts")


def _compared(context: Context, what: str) -> Iterator[Observation]:
    if context.report.faces:
        from compliance.checks import compared

        yield from getattr(compared, what)(context)
