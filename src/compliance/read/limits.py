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
MAX_TEXT_LINES = 100_000
"""Lines of a plain text."""
MAX_TEXT_CHARACTERS = 1_500_000
"""Characters of a plain text."""
MAX_HTML_DEPTH = 250
"""Levels of nesting of a web page."""
MAX_HTML_ELEMENTS = 300_000
"""Elements of a web page."""
MAX_XML_DEPTH = 256
"""Levels of nesting of an XML text: where libxml2 stops by itself."""
MAX_XML_ELEMENTS = 500_000
"""Elements of an XML text."""
MAX_ENTRIES = 5_000
"""Entries of a ZIP package."""
MAX_PART_BYTES = 64 * 1024 * 1024
"""Bytes of one part of a package, unpacked."""
MAX_UNPACKED_BYTES = 300 * 1024 * 1024
"""Bytes of all parts of a package, unpacked; pictures need the most."""
MAX_RATIO = 300
"""Times that a part larger than 1 MiB may be larger than it is packed."""
OFFICE_SECONDS = 120
"""Seconds that LibreOffice may take for one file."""
OFFICE_MEMORY = 4 * 1024 * 1024 * 1024
"""Bytes of memory that LibreOffice may address."""
MAX_XLS_BYTES = 10 * 1024 * 1024
"""Bytes of an old workbook (XLS), which is read record by record."""
MAX_SHEETS = 200
"""Sheets of one workbook."""
MAX_SHEET_CELLS = 300_000
"""Cells of one sheet with something written in them, and of all tables with their blanks."""
MAX_SHEET_ELEMENTS = 1_500_000
"""XML elements of one sheet; each blank cell with a border is one."""
MAX_SPAN = 100
"""Columns or rows that one cell may span."""
MAX_COLUMNS = 1_000
"""Columns of one table."""
MAX_PDF_PAGES = 500
"""Pages of a PDF."""
MAX_PDF_CHARACTERS = 500_000
"""Characters of a PDF, over all pages."""
MAX_PDF_OBJECTS = 500_000
"""Drawn objects of a PDF and stretches of their outlines, over all pages."""
MAX_PDF_RULINGS = 1_200
"""Ruling lines of one page; a page with more is a drawing and has no table."""
MAX_PDF_PLACES = 20_000
"""Rows times columns of one table of a PDF; a frame with more is a drawing."""
MAX_PDF_CELLS = 100_000
"""Cells of the tables of a PDF, over all pages."""
MAX_PDF_SECONDS = 20
"""Seconds of computing that a PDF may take of the native library."""
MAX_PDF_MEMORY = 768 * 1024 * 1024
"""Bytes of memory that the process of the native library may address."""
