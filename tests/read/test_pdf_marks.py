"""Raised marks of notes behind figures in the cells of a PDF: 35 with a note 1 is not 351."""

from __future__ import annotations

import pytest

from compliance.read.pdf_cells import cell_text
from compliance.read.pdf_pages import Glyph


def figures(text: str, left: float, size: float, bottom: float) -> list[Glyph]:
    wide = size / 2
    return [Glyph(character, left + at * wide, bottom - size, left + (at + 1) * wide, bottom)
            for at, character in enumerate(text)]


@pytest.mark.parametrize(("size", "bottom", "text"), [
    (6, 16, "35[1]"), (8.3, 16.5, "35[1]"),
    (10, 20, "351"),  # a figure as large as the others
    (9, 19.5, "351"),  # of a smaller font, on the line
])
def test_a_raised_figure_is_a_mark(size: float, bottom: float, text: str) -> None:
    glyphs = figures("35", 0, 10, 20) + figures("1", 10, size, bottom)
    assert cell_text(glyphs, 60) == text


def test_a_mark_that_fell_below_is_no_digit_of_the_number() -> None:
    glyphs = figures("１７７", 0, 10, 20) + figures("1", 0, 6, 31)
    assert cell_text(glyphs, 18).split() == ["１７７", "1"]


def test_a_number_in_one_size_is_a_number() -> None:
    assert cell_text(figures("1234", 0, 10, 20), 60) == "1234"
    assert cell_text(figures("5", 0, 10, 20), 60) == "5"
