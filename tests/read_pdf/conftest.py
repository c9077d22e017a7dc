"""Make the helpers of these tests importable, and read what they draw."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from compliance.model.document import Document
from compliance.read import raw_file
from compliance.read.pdf import read_pdf


@pytest.fixture
def read() -> Callable[..., Document]:
    """A drawn or written PDF as a document."""

    def made(pdf: object) -> Document:
        data = pdf if isinstance(pdf, bytes) else pdf.data()  # type: ignore[attr-defined]
        return read_pdf(raw_file("report.pdf", data))

    return made
