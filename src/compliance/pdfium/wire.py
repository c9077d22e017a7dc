"""What the worker is asked and how it answers.

The request on standard input is one line of JSON, the five numbers of
:class:`Limits`, and then the file. The answer on standard output is

* one line of JSON: ``{"pages": 3, "title": "…"}``, or ``{"error": "password"}``;
* for each page a header (``HEADER``), then code points (``uint32``), boxes (four
  ``float32``: left, bottom, right, top), marks (``uint8``: ``UNMAPPED``, ``SLANTED``,
  ``CUT``, and the direction) and ruling lines (four ``float32``: both ends).

All lengths are in points of the page as the file gives them, from its lower left.
"""

from __future__ import annotations

from struct import Struct
from typing import NamedTuple

HEADER = Struct("<4f4If")
"""Left, bottom, right, top; quarter turns, characters, lines, drawings; area of images.
All zero for a page that cannot be opened."""
UNMAPPED, SLANTED, CUT = 1, 2, 16
DIRECTION = 2
"""How far the quarter turns of a character are shifted in its mark."""


class Limits(NamedTuple):
    """How much of a file is taken; over it the file is refused."""

    pages: int
    characters: int
    objects: int
    bytes: int
    seconds: int


class Refused(Exception):
    """The file cannot be read: ``password``, ``broken``, ``too_many_pages`` or ``too_large``."""


class Budget:
    """What is left of the limits over the whole file."""

    def __init__(self, limits: Limits) -> None:
        self.characters = limits.characters
        self.objects = limits.objects

    def spend_characters(self, count: int) -> None:
        """Take ``count`` characters.

        Raises:
            Refused: there are too many.
        """
        self.characters -= count
        if self.characters < 0:
            raise Refused("too_large")

    def spend_objects(self, count: int) -> None:
        """Take ``count`` drawn objects or stretches of an outline.

        Raises:
            Refused: there are too many.
        """
        self.objects -= count
        if self.objects < 0:
            raise Refused("too_large")
