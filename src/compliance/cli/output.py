"""Put text on the screen, or whole into a file."""

from __future__ import annotations

import os

import click

from compliance.errors import Problem
from compliance.messages import say


def emit(text: str, output: str | None) -> None:
    """Print ``text``, or write it to ``output`` so that no partial file is ever left.

    Raises:
        Problem: the text cannot be written.
    """
    if not text.endswith("\n"):
        text += "\n"
    if output is None:
        try:
            click.echo(text, nl=False)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _unwritten(error, "stdout") from None
        return
    import tempfile

    folder, base = os.path.split(output)
    try:
        handle, name = tempfile.mkstemp(dir=folder or ".", prefix=f".{base}.")
    except OSError as error:
        raise _unwritten(error, output) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, output)
    except OSError as error:
        os.unlink(name)
        raise _unwritten(error, output) from None


def _unwritten(error: OSError, output: str) -> Problem:
    return Problem(say("cli.cannot_write", error=error.strerror or str(error)), output)
