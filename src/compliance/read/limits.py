"""How much input is accepted.

A report is some tens of kilobytes; the limits leave a factor of a hundred and
more, and keep hostile input from taking the memory or the time of the machine.
"""

from __future__ import annotations

MAX_BYTES = 50 * 1024 * 1024
"""Bytes of one file."""
MAX_NODES = 200_000
"""Values of a structured file, aliases expanded."""
MAX_DEPTH = 60
"""Levels of nesting of a structured file."""
MAX_DIGITS = 60
"""Digits of one number, and the largest power of ten in it."""
MAX_HTML_DEPTH = 250
"""Levels of nesting of a web page."""
MAX_HTML_ELEMENTS = 300_000
"""Elements of a web page."""
MAX_SPAN = 100
"""Columns or rows that one cell may span."""
MAX_COLUMNS = 1_000
"""Columns of one table."""
