"""Word files written by hand, as small as they can be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from compliance.model.document import Document, Grid, Line
from compliance.read import raw_file
from compliance.read.docx import read_docx

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "m": f"{OFFICE}/math",
    "r": f"{OFFICE}/relationships",
    "v": "urn:schemas-microsoft-com:vml",
}
_DECLARED = " ".join(f'xmlns:{short}="{name}"' for short, name in NAMES.items())
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_WORD}.numbering+xml"/></Types>')


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph of a text, or of the XML of its runs."""
    runs = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def listed(text: str, number: int, level: int | None = None) -> str:
    """A paragraph of a list."""
    at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return p(text, f'<w:numPr>{at}<w:numId w:val="{number}"/></w:numPr>')


def tc(content: str = "", properties: str = "") -> str:
    """A cell of a text, or of the XML of its paragraphs or of the runs of one."""
    inner = content if content.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells, each XML or a text."""
    made = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def span(columns: int) -> str:
    """Properties of a cell over several columns."""
    return f'<w:gridSpan w:val="{columns}"/>'


def level(at: int, form: str, text: str, more: str = "") -> str:
    """One level of a list."""
    return (f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
            f'<w:lvlText w:val="{text}"/></w:lvl>')


def definition(name: int, *levels: str) -> str:
    """A list definition."""
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, overrides: str = "") -> str:
    """A list by a definition."""
    return (f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>')


COUNTED = definition(
    0, level(0, "chineseCounting", "%1、"), level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."), level(3, "decimal", "%1.%4", "<w:isLgl/>"))
"""A definition such as reports use."""


def relations(*targets: tuple[str, str]) -> str:
    """A part with relations: kind (as a whole, or as Office names it) and target."""
    items = "".join(
        f'<Relationship Id="r{number}" Target="{target}" '
        f'Type="{kind if "/" in kind else f"{OFFICE}/relationships/{kind}"}"/>'
        for number, (kind, target) in enumerate(targets))
    name = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{name}">{items}</Relationships>'


def part(root: str, content: str) -> str:
    """An XML part with a root such as ``document``."""
    return f"{_HEAD}<w:{root} {_DECLARED}>{content}</w:{root}>"


def document_part(body: str) -> str:
    """The main part."""
    return part("document", f"<w:body>{body}<w:sectPr/></w:body>")


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Parts as a ZIP package, always the same for the same parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def parts_of(body: str, styles: str = "", numbering: str = "",
             more: Mapping[str, str | bytes] | None = None) -> dict[str, str | bytes]:
    """The parts of a Word file."""
    return {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": document_part(body),
        "word/_rels/document.xml.rels": relations(
            ("styles", "styles.xml"), ("numbering", "numbering.xml")),
        "word/styles.xml": part("styles", styles),
        "word/numbering.xml": part("numbering", numbering),
        **(more or {}),
    }


def docx(body: str, styles: str = "", numbering: str = "",
         more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file; ``more`` are further parts, or others in place of the usual ones."""
    return zipped(parts_of(body, styles, numbering, more))


def read(body: str, styles: str = "", numbering: str = "",
         more: Mapping[str, str | bytes] | None = None) -> Document:
    """What is read of a Word file."""
    return read_docx(raw_file("a.docx", docx(body, styles, numbering, more)))


def lines(document: Document) -> list[str]:
    """The texts of all lines."""
    return [block.text for block in document.blocks if isinstance(block, Line)]


def grids(document: Document) -> list[Grid]:
    """All grids."""
    return [block for block in document.blocks if isinstance(block, Grid)]


def texts(grid: Grid) -> list[list[str]]:
    """The texts of all cells, row by row."""
    return [[cell.text for cell in row] for row in grid.rows]
