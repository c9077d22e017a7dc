"""Run the PDF worker in a process of its own, within limits."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from compliance.errors import Problem
from compliance.messages import say
from compliance.pdfium.wire import Limits
from compliance.read import limits

if TYPE_CHECKING:
    from compliance.model.text import Text
    from compliance.read.source import RawFile

_START = ("import sys; sys.path[:] = sys.argv[1:]; "
          "from compliance.pdfium.worker import main; sys.exit(main())")
_HOME = str(Path(__file__).parents[2])
"""Where this package stands, for one that is found by other means than a path."""
_NATIVE_CRASH = 1 << 30
"""From here on, exit codes of Windows name a crash."""


def taken_out(raw: RawFile) -> bytes:
    """What the worker takes out of a PDF, as :mod:`compliance.pdfium.wire` describes it.

    Raises:
        Problem: the file is locked, damaged, or takes more than the limits allow.
    """
    from subprocess import TimeoutExpired, run

    # The worker may be slow to start on a busy machine: the clock is more patient than the CPU.
    patience = 4 * limits.MAX_PDF_SECONDS
    try:
        done = run(  # noqa: S603 (our own interpreter and our own words)
            [sys.executable, "-I", "-S", "-c", _START, *sys.path, _HOME], input=_request(raw),
            capture_output=True, timeout=patience, check=False)
    except TimeoutExpired:
        raise Problem(say("read.pdf_too_heavy"), raw.file) from None
    if done.returncode < 0 or done.returncode >= _NATIVE_CRASH:
        raise Problem(say("read.pdf_too_heavy"), raw.file)
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace")[-2000:])
    _refuse(done.stdout[:200], raw.file)
    return done.stdout


def _request(raw: RawFile) -> bytes:
    asked = Limits(limits.MAX_PDF_PAGES, limits.MAX_PDF_CHARACTERS, limits.MAX_PDF_OBJECTS,
                   limits.MAX_PDF_MEMORY, limits.MAX_PDF_SECONDS)
    return json.dumps(asked).encode() + b"\n" + raw.data


def _refuse(beginning: bytes, file: str) -> None:
    if not beginning.startswith(b'{"error"'):
        return
    reason = json.loads(beginning)["error"]
    messages: dict[str, Text] = {
        "password": say("read.encrypted"),
        "broken": say("read.pdf_broken"),
        "too_many_pages": say("read.pdf_too_many_pages", limit=limits.MAX_PDF_PAGES),
        "too_large": say("read.pdf_too_heavy"),
    }
    raise Problem(messages[reason], file)
