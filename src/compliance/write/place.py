"""Where a result stands, for people and for tools."""

from __future__ import annotations

import os

from compliance.messages import say
from compliance.model.audit import Finding, Result
from compliance.model.location import Location
from compliance.model.report import Cell, CellState
from compliance.model.text import Language, Text
from compliance.write.clean import one_line

_FEW = 3
_HEADING = 20
"""Characters of a heading that name a section well enough."""


def cell_name(cell: Cell) -> str:
    """``table·row·column`` by their ids, for programs."""
    return one_line(f"{cell.table}·{cell.row}·{cell.column}")


def cell_words(cell: Cell, language: Language) -> str:
    """``table·row·column``, the table by its printed title, for people."""
    return one_line(f"{table_words(cell, language)}·{cell.row}·{cell.column}")


def table_words(cell: Cell, language: Language) -> str:
    """The table of a cell by its printed title, for people."""
    return cell.table if cell.title is None else cell.title.in_(language)


def cell_value(cell: Cell, language: Language) -> str:
    """What stands in a cell, in words where it is no number."""
    if cell.state is CellState.NUMBER:
        value = cell.value if cell.value is not None else 0
        return one_line(cell.text) or (str(value) if isinstance(value, int) else f"{value:f}")
    return say(f"write.{cell.state.value}").in_(language)


def place_of(result: Result, language: Language) -> str:
    """Cells or subject of a result, then its line or page.

    Where a formula compares cells with a sentence, both places are named.
    """
    words = _cells(result.cells, language) or one_line(result.subject.in_(language))
    here = spot(result.location, language)
    cells = [cell.location for cell in result.cells if cell.location is not None]
    there = spot(cells[0], language) if cells else ""
    if result.rule.check and cells and here and here != there:
        comma = say("write.comma").in_(language)
        return f"{words}{there}{comma}{say('write.in_text').in_(language)}{here}"
    return words + here


def place_of_finding(finding: Finding, language: Language) -> str:
    """The suspect cell, or where the first result stands, for headings and titles."""
    if finding.suspect is not None:
        return cell_words(finding.suspect, language) + spot(finding.suspect.location, language)
    return place_of(finding.results[0], language) if finding.results else ""


def spot(location: Location | None, language: Language) -> str:
    """``（第 12 行）``, ``（第 4 页，“三、……”第 2 段）``; empty when nothing is known."""
    words = _words(location) if location is not None else []
    if not words:
        return ""
    then = say("write.then").in_(language)
    return say("write.aside", words=then.join(each.in_(language) for each in words)).in_(language)


def _words(location: Location) -> list[Text]:
    """How a person finds a place in the document as it is seen.

    Who looks at a web page sees no lines of its source.
    """
    web, sheet = location.path.startswith("/"), "!" in location.path
    found = [] if location.page is None else [say("write.page", page=location.page)]
    if location.section and (web or location.line is None) and not sheet:
        found.append(say("write.paragraph", section=_short(one_line(location.section)),
                         number=location.paragraph))
    elif not found and location.line is None:
        found += filter(None, [_path_words(location.path)])
    if web or location.line is None:
        return found
    last = _last_line(location)
    return [*found, say("write.lines", first=location.line, last=last)
            if last > location.line else say("write.line", line=location.line)]


def _short(heading: str) -> str:
    return heading if len(heading) <= _HEADING else heading[:_HEADING - 1] + "…"


def _last_line(location: Location) -> int:
    """The last line of which something belongs to the place; 0 where no line is known."""
    last = location.end_line or location.line or 0
    # A block of YAML ends before the first column of the line below it.
    return last - 1 if location.end_column == 1 else last


def _path_words(path: str) -> Text | None:
    """A place in a word-processor file or a workbook as a person would find it."""
    import re

    sheet, mark, cell = path.rpartition("!")
    if mark:
        return say("write.sheet", sheet=one_line(sheet), cell=one_line(cell))
    found = re.findall(r"(p|tbl|tr|tc)\[(\d+)\]", path)
    if not found or path.startswith("/"):
        return None
    parts = [say(f"write.path_{name}", number=number) for name, number in found]
    return Text("".join(part.zh for part in parts), ", ".join(part.en for part in parts))


def _cells(cells: list[Cell], language: Language) -> str:
    """All cells where there are few; else what they share and how many they are."""
    comma = say("write.comma").in_(language)
    tables = list(dict.fromkeys(one_line(table_words(cell, language)) for cell in cells))
    names = list(dict.fromkeys(cell_words(cell, language) for cell in cells))
    if len(names) <= _FEW:
        if len(names) < 2 or len(tables) > 1:
            return comma.join(names)
        # The title of a table is long: it is said once.
        inside = list(dict.fromkeys(one_line(f"{cell.row}·{cell.column}") for cell in cells))
        return f"{tables[0]}·{comma.join(inside)}"
    columns = list(dict.fromkeys(one_line(cell.column) for cell in cells))
    rows = list(dict.fromkeys(one_line(cell.row) for cell in cells))
    varied = columns if len(rows) == 1 else rows
    shared = [*tables, *(rows if len(rows) == 1 else columns if len(columns) == 1 else ())]
    return say("write.cells_in", table="·".join(shared), names=comma.join(varied[:_FEW]),
               count=len(names)).in_(language)


def relative(file: str) -> str:
    """A path relative to the working folder where it is inside it, with ``/``."""
    path = file
    if os.path.isabs(path):
        inside = os.path.relpath(path)
        path = path if inside.startswith("..") else inside
    path = path.replace(os.sep, "/")
    while path.startswith("./"):
        path = path[2:]
    return path


def uri(file: str) -> str:
    """A path as a URI reference, relative where the path is, percent-encoded."""
    from urllib.parse import quote

    path = relative(file)
    try:
        raw = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = path.encode("utf-8", "replace")
    encoded = quote(raw, safe="/")
    return f"file://{encoded}" if path.startswith("/") else encoded
