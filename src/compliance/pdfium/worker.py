"""The worker: take characters and ruling lines out of a PDF.

It is run by :mod:`compliance.read.pdf_process`; :mod:`compliance.pdfium.wire`
says what is asked and answered.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from ctypes import byref, c_size_t, create_string_buffer
from typing import Any

from compliance.pdfium.characters import characters_of
from compliance.pdfium.drawings import UPRIGHT, Drawings
from compliance.pdfium.fonts import Fonts
from compliance.pdfium.wire import HEADER, Budget, Limits, Refused

_PASSWORD, _SECURITY = 4, 5
_LONGEST_TITLE = 1000


def main() -> int:
    """Answer the request on standard input."""
    limits = Limits(*json.loads(sys.stdin.buffer.readline()))
    _hold(limits)
    out = sys.stdout.buffer
    try:
        for part in answer(sys.stdin.buffer.read(), limits):
            out.write(part)
    except Refused as refused:
        out.write(_line({"error": str(refused)}))
    except MemoryError:
        out.write(_line({"error": "too_large"}))
    out.flush()
    return 0


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value).encode() + b"\n"


def _hold(limits: Limits) -> None:
    """Let the system stop this process when it takes too much; not every system can."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_CPU, limits.seconds), (resource.RLIMIT_AS, limits.bytes),
                       (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        if hard == resource.RLIM_INFINITY or most <= hard:
            resource.setrlimit(kind, (most, hard))


def answer(data: bytes, limits: Limits) -> Iterator[bytes]:
    """The answer for a file, piece by piece, complete only when nothing is raised.

    Raises:
        Refused: ``password``, ``broken``, ``too_many_pages`` or ``too_large``.
    """
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

    pdfium.FPDF_InitLibrary()
    fonts = Fonts(pdfium)
    document = pdfium.FPDF_LoadMemDocument64(data, c_size_t(len(data)), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() in (_PASSWORD, _SECURITY)
        raise Refused("password" if locked else "broken")
    count = pdfium.FPDF_GetPageCount(document)
    if count > limits.pages:
        raise Refused("too_many_pages")
    if count < 1:
        raise Refused("broken")
    budget = Budget(limits)
    pages = [_page(pdfium, document, index, budget) for index in range(count)]
    del fonts
    yield _line({"pages": count, "title": _title(pdfium, document)})
    yield from pages


def _title(pdfium: Any, document: Any) -> str:
    size = min(pdfium.FPDF_GetMetaText(document, b"Title", None, 0), 2 * _LONGEST_TITLE)
    buffer = create_string_buffer(size + 2)
    pdfium.FPDF_GetMetaText(document, b"Title", buffer, size)
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\x00")


def _page(pdfium: Any, document: Any, index: int, budget: Budget) -> bytes:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return bytes(HEADER.size)
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, byref(box))
    codes, boxes, marks = characters_of(pdfium, page, budget)
    drawings = Drawings(pdfium, budget)
    drawings.take(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, UPRIGHT, 0)
    turns = pdfium.FPDFPage_GetRotation(page) & 3
    pdfium.FPDF_ClosePage(page)
    header = HEADER.pack(box.left, box.bottom, box.right, box.top, turns, len(codes),
                         len(drawings.lines) // 4, drawings.shapes, drawings.image_area)
    return b"".join((header, codes.tobytes(), boxes.tobytes(), marks.tobytes(),
                     drawings.lines.tobytes()))
