"""Put printed lines together into paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from compliance.model.document import Line
from compliance.pattern import lazy_pattern
from compliance.read.pdf_lines import FAR, PrintedLine, around, close_up, is_numbered
from compliance.read.wrapping import join
from compliance.record import record

_ALIKE = 0.15
"""How far the sizes of type in one paragraph may differ."""
_INDENT = 0.8
"""From how many heights of a character on a line is indented."""
_ROOM = 0.7
"""How much room a full line may leave beside the next word, in heights of a character."""
_LOOSE = 1.5
"""How much further than usual lines of two paragraphs stand apart."""
_FURTHEST = 3.0
"""How far apart lines of one text may be set, in heights of a character."""
_NARROWEST = 0.6
"""How much of the width of a page its text takes at least."""
_ENDS = "。！？!?；;"
_CANNOT_BEGIN = "，。、；：！？）》」』】”’％…,.;:!?)%]"
_END = 240
"""How much of a text is looked at for what stands at its end."""
_ROW = lazy_pattern(r"(?:^|[ \u2003])[\d.,%/—－-]+[ \u2003]+[\d.,%/—－-]+$")
_LEADER = lazy_pattern(r"(?:[.．·…‥⋯—-] ?){3,}\d{1,3}$|…{1,}\d{1,3}$")
"""The dots of a table of contents, and the page that they lead to."""
_ADDRESS = lazy_pattern(r"[!-~]*(?:@|://|www\.)[!-~]*$")


@record
class Measure:
    """The block of text on pages of one size, in points."""

    left: float
    right: float
    pitch: float
    """From the top of a line to the top of the next, mostly; 0 when unknown."""
    indented: bool
    """Whether paragraphs begin with an indent."""


def measures_of(lines: Sequence[PrintedLine]) -> dict[tuple[int, int], Measure]:
    """The measure of each size and direction of page among ``lines``, in reading order."""
    groups: dict[tuple[int, int], list[PrintedLine]] = {}
    for line in lines:
        groups.setdefault(_paper(line), []).append(line)
    return {paper: _measure(group) for paper, group in groups.items()}


def _paper(line: PrintedLine) -> tuple[int, int]:
    return (round(line.page.width / 10), line.page.turns) if line.page else (0, 0)


def _measure(lines: Sequence[PrintedLine]) -> Measure:
    rights = sorted(line.right for line in lines)
    # One line in twenty may stick out; a few short lines do not show how wide the text is.
    right = max(rights[-1 - len(rights) // 20], _NARROWEST * _width(lines[0]))
    lefts = sorted(line.left for line in lines)
    places = Counter(round(x) for x in lefts)
    # Where many lines begin, not where one that sticks out does.
    left = next((x for x in lefts if sum(places[round(x) + near] for near in range(-2, 3))
                 >= max(2, len(lefts) // 12)), lefts[0])
    steps = [below.top - line.top for line, below in pairwise(lines)
             if line.page is below.page and 0 < below.top - line.top < _FURTHEST * line.size]
    indents = sum(1.5 <= (line.left - left) / line.size <= 2.6 for line in lines)
    return Measure(left, right, median(steps) if steps else 0.0, indents >= 2)


def _width(line: PrintedLine) -> float:
    return line.page.width if line.page else 0.0


def paragraphs_of(lines: Sequence[PrintedLine],
                  measures: dict[tuple[int, int], Measure]) -> Iterator[Line]:
    """The paragraphs that neighbouring lines make."""
    paragraph: list[PrintedLine] = []
    for line in lines:
        if paragraph and not _goes_on(paragraph[-1], line, measures[_paper(line)]):
            yield _paragraph(paragraph)
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield _paragraph(paragraph)


def _goes_on(line: PrintedLine, below: PrintedLine, measure: Measure) -> bool:
    if abs(line.size - below.size) > _ALIKE * max(line.size, below.size) \
            or _paper(line) != _paper(below):
        return False
    if _is_row(line) or _is_row(below) or not _is_full(line, below, measure):
        return False
    step = below.top - line.top
    if line.page is below.page and (step < 0 or (
            step > (_LOOSE * measure.pitch or _FURTHEST * line.size))):
        return False
    ended, begun = line.text[-1] in _ENDS, is_numbered(below.text)
    if measure.indented:
        # A heading may stand without the indent that paragraphs have.
        return below.left - measure.left < _INDENT * below.size and not (ended and begun)
    return not (begun or ended)


def _is_row(line: PrintedLine) -> bool:
    """Whether a line is a row of a table without ruling lines, or of a table of contents."""
    end = line.text[-_END:]
    return FAR in line.text or _ROW.search(end) is not None or _LEADER.search(end) is not None


def _is_full(line: PrintedLine, below: PrintedLine, measure: Measure) -> bool:
    """Whether the first word of the next line had no room any more."""
    word = below.glyphs[0].right - below.left
    if below.glyphs[0].text.isascii():
        for glyph, following in pairwise(below.glyphs):
            if not following.text.isascii() or following.left - glyph.right > 0.2 * below.size:
                break
            word = following.right - below.left
    elif len(below.glyphs) > 1 and below.glyphs[1].text in _CANNOT_BEGIN:
        word = below.glyphs[1].right - below.left
    return measure.right - line.right <= word + _ROOM * line.size


def _paragraph(lines: Sequence[PrintedLine]) -> Line:
    texts = [lines[0].text]
    for line in lines[1:]:
        if _parts_one_word(texts[-1], line.text):
            texts[-1] += line.text
        else:
            texts.append(line.text)
    page = lines[0].page
    assert page is not None
    box = around([line for line in lines if line.page is page])
    text = join(texts)
    return Line(close_up(text[:-_END] + _LEADER.sub("", text[-_END:])), page.location(box))


def _parts_one_word(text: str, following: str) -> bool:
    """Whether a line ends within a number or an address."""
    return (text[-1].isdigit() and following[0].isdigit()) \
        or (following[0].isascii() and _ADDRESS.search(text[-_END:]) is not None)
