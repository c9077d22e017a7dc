"""Pieces of WordprocessingML."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())
_CHANGE = 'w:id="7" w:author="审校" w:date="2024-01-03T08:00:00Z"'
BREAK = "<w:r><w:br/></w:r>"
HEADINGS = 90
"""Number of the list that numbers headings; those of labels follow it."""


def element(xml: str) -> Any:
    """An element of a document from its XML."""
    from docx.oxml import parse_xml

    at = xml.index(">")
    # The first tag gets the declarations of all prefixes.
    cut = at - 1 if xml[at - 1] == "/" else at
    return parse_xml(f"{xml[:cut]} {_DECLARED}{xml[cut:]}")


def run(text: str, hidden: bool = False) -> str:
    """A run of text."""
    if not text:
        return ""
    look = "<w:rPr><w:vanish/></w:rPr>" if hidden else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def inserted(text: str) -> str:
    """Text put in while changes were tracked."""
    return f"<w:ins {_CHANGE}>{run(text)}</w:ins>" if text else ""


def deleted(text: str) -> str:
    """Text taken out while changes were tracked: it is not part of the report."""
    return (f'<w:del {_CHANGE}><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText>'
            "</w:r></w:del>")


def cell(content: str, span: int = 1, merge: str = "", upright: bool = False) -> str:
    """A cell, over ``span`` columns; ``merge`` begins or continues a vertical one."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if merge:
        properties += '<w:vMerge w:val="restart"/>' if merge == "restart" else "<w:vMerge/>"
    if upright:
        properties += '<w:textDirection w:val="tbRlV"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(cells: str, head: bool = False) -> str:
    """A row; a head is repeated on every page."""
    return f"<w:tr><w:trPr>{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"


def deleted_row(label: str, values: int) -> str:
    """A row taken out while changes were tracked."""
    cells = "".join(cell(paragraph(deleted(text))) for text in (label, *["9"] * values))
    return f"<w:tr><w:trPr><w:del {_CHANGE}/></w:trPr>{cells}</w:tr>"


def table(rows: str, width: int = 1) -> str:
    """A table from its rows."""
    grid = '<w:gridCol w:w="900"/>' * width
    return ('<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")


def contents(headings: list[str]) -> str:
    """A table of contents as Word makes it: a field in a box of its own."""
    begin = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-1" '
             '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    lines = [paragraph(run("目录"))]
    for page, heading in enumerate(headings, 1):
        opening = begin if page == 1 else ""
        lines.append(paragraph(f"{opening}{run(heading)}<w:r><w:tab/></w:r>{run(str(page))}",
                               '<w:pStyle w:val="TOC1"/>'))
    lines.append(paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
    return ('<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            f"</w:docPartObj></w:sdtPr><w:sdtContent>{''.join(lines)}</w:sdtContent></w:sdt>")


def text_box(text: str) -> str:
    """A text box as Word writes it: once as a shape, once more for old versions."""
    inner = f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"
    return (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline>"
        '<wp:extent cx="9" cy="9"/><wp:docPr id="1" name="t"/><a:graphic><a:graphicData '
        f'uri="{_NAMES["wps"]}"><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect>"
        f"<v:textbox>{inner}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent>"
        "</w:r></w:p>")


def numbered(number: int, level: int = 0) -> str:
    """The property of a paragraph that is an item of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def add_numbering(document: Any, lists: int) -> None:
    """Add a list numbered 一、 for headings, and lists numbered 1. for labels."""
    numbering = document.part.numbering_part.element

    def level(number: int, how: str, text: str) -> str:
        return (f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{how}"/>'
                f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>')

    levels = (level(0, "chineseCountingThousand", "%1、"),
              level(0, "chineseCounting", "（%1）") + level(1, "decimal", "%2."))
    for place, content in enumerate(levels):
        numbering.insert(place, element(
            f'<w:abstractNum w:abstractNumId="{HEADINGS + place}">{content}</w:abstractNum>'))
    for number in range(HEADINGS, HEADINGS + lists + 1):
        kind = HEADINGS if number == HEADINGS else HEADINGS + 1
        again = ('<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>'
                 if number > HEADINGS else "")
        numbering.append(element(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>'
                                 f"{again}</w:num>"))
