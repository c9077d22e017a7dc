"""The fonts that the library is given: none of this machine."""

from __future__ import annotations

from ctypes import byref, memmove, string_at
from typing import Any

from compliance.pdfium.square_font import square_font

_BUILT_IN = (b"Helvetica", b"Arial", b"Times", b"Courier", b"Symbol", b"ZapfDingbats")
"""Fonts that the library has itself; only these may come without widths of characters."""
_SQUARE = 1


class Fonts:
    """Answers of the system when the library asks it for a font.

    It must live as long as the library uses it.
    """

    def __init__(self, pdfium: Any) -> None:
        self.data = square_font()
        kinds = dict(pdfium.FPDF_SYSFONTINFO._fields_)
        self.answers = pdfium.FPDF_SYSFONTINFO(
            version=1,
            Release=kinds["Release"](lambda this: None),
            EnumFonts=kinds["EnumFonts"](lambda this, mapper: None),
            MapFont=kinds["MapFont"](self._font_for),
            GetFont=kinds["GetFont"](lambda this, name: None),
            GetFontData=kinds["GetFontData"](self._data_of),
            GetFaceName=kinds["GetFaceName"](lambda this, font, buffer, size: 0),
            GetFontCharset=kinds["GetFontCharset"](lambda this, font: 0),
            DeleteFont=kinds["DeleteFont"](lambda this, font: None),
        )
        pdfium.FPDF_SetSystemFontInfo(byref(self.answers))

    def _font_for(self, this: Any, weight: int, italic: int, charset: int, pitch: int,
                  name: Any, exact: Any) -> int | None:
        return None if string_at(name).startswith(_BUILT_IN) else _SQUARE

    def _data_of(self, this: Any, font: Any, table: int, buffer: Any, size: int) -> int:
        if table:
            return 0
        if buffer and size >= len(self.data):
            memmove(buffer, self.data, len(self.data))
        return len(self.data)
