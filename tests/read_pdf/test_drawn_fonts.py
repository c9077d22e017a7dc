"""Fonts whose characters are drawings, as a browser writes them when it prints a page."""

from __future__ import annotations

import pytest
from test_hostile import one_page, stream

from compliance.model.document import Line

INK = {"一": (40, 380, 960, 440), "、": (60, -80, 340, 130), "总": (40, -80, 960, 850),
       "体": (40, -80, 960, 850), "情": (40, -80, 960, 850), "况": (40, -80, 960, 850)}


def printed(words: str, matrix: str) -> bytes:
    """A page with ``words``, each character in a font that has the room of its ink alone."""
    fonts, more = b"", []
    for number, (character, (left, bottom, right, top)) in enumerate(INK.items()):
        fonts += b"/F%d %d 0 R" % (number, 5 + len(more))
        more += [
            b"<</Type/Font/Subtype/Type3/FontBBox[%d %d %d %d]/FontMatrix[.001 0 0 .001 0 0]"
            b"/FirstChar 1/LastChar 1/Widths[1000]/CharProcs<</g %d 0 R>>/Encoding"
            b"<</Type/Encoding/Differences[1/g]>>/ToUnicode %d 0 R>>"
            % (left, bottom, right, top, 6 + len(more), 7 + len(more)),
            stream(b"1000 0 %d %d %d %d d1 %d %d %d %d re f" % (
                left, bottom, right, top, left, bottom, right - left, top - bottom)),
            stream(b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange "
                   b"<00><ff> endcodespacerange 1 beginbfchar <01><%04x> endbfchar endcmap end"
                   % ord(character)),
        ]
    shown = b" ".join(b"/F%d 12 Tf <01> Tj" % list(INK).index(character) for character in words)
    text = b"BT /F0 12 Tf %s Tm %s ET" % (matrix.encode(), shown)
    return one_page(stream(text), b"<</Font<<%s>>>>" % fonts, *more)


@pytest.mark.parametrize("matrix", ["1 0 0 1 80 700", "0 1 -1 0 300 300", "0 -1 1 0 300 700"])
def test_a_flat_character_stays_in_its_line(read, matrix):
    """``一`` is a stroke of hardly any height, upright and turned: it is text all the same."""
    document = read(printed("一、总体情况", matrix))
    assert [block.text for block in document.blocks if isinstance(block, Line)] \
        == ["一、总体情况"]


def test_a_flat_character_takes_the_height_of_its_type(read):
    (line,) = read(printed("一", "1 0 0 1 80 700")).blocks
    _, top, _, bottom = line.location.box
    assert (line.text, bottom - top) == ("一", pytest.approx(12, abs=1))


@pytest.mark.parametrize(("box", "across"), [
    ((144.4, 724.1, 156.4, 746.7), (144.4, 156.4)),
    ((144.4, 704.1, 344.4, 904.1), (144.4, 156.4)),
])
def test_a_box_far_higher_than_the_type_gives_way_to_where_the_character_stands(box, across):
    """Some writers state no height of a font, and the library guesses one from any character."""
    from types import SimpleNamespace

    from compliance.pdfium.characters import _room

    matrix = SimpleNamespace(a=1.0, b=0.0, c=0.0, d=1.0, e=120.0, f=725.0)
    room = _room(SimpleNamespace(**dict(zip(("left", "bottom", "right", "top"), box, strict=True))),
                 matrix, 12.0, 0, lambda: (144.4, 725.0))
    assert (room[0], room[2]) == pytest.approx(across)
    assert (room[1], room[3]) == pytest.approx((723.56, 735.56))
