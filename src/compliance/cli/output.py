"""Put text on the screen, or whole into a file."""

from __future__ import annotations

import os

import click

from compliance.errors import Problem
from compliance.messages import say


def emit(text: str, output: str | None) -> None:
    """Print ``text``, or write it to ``output`` so that no partial file is ever left.

    Raises:
        Problem: the file cannot be written.
    """
    if not text.endswith("\n"):
        text += "\n"
    if output is None:
        click.echo(text, nl=False)
        return
    import tempfile

    folder, base = os.path.split(output)
    try:
        handle, name = tempfile.mkstemp(dir=folder or ".", prefix=f".{base}.")
    except OSError as error:
        raise unwritten(error, output) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, output)
    except OSError as error:
        os.unlink(name)
        raise unwritten(error, output) from None


def unwritten(error: OSError, output: str) -> Problem:
    """That a file or stream could not be written, and why."""
    return Problem(say("cli.cannot_write", error=error.strerror or str(error)), output)
