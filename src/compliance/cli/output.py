"""Put text on the screen, or whole into a file, and say what was written."""

from __future__ import annotations

import errno
import os

import click

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.text import Language, Text

_FORMATS = {"html": "html", "htm": "html", "json": "json", "md": "markdown",
            "markdown": "markdown", "sarif": "sarif", "xml": "junit"}
"""Formats by the ending of a file's name."""
_SHORT = 40
"""Characters of a file's name that the name of its unfinished copy begins with."""
_FAULTS = {
    errno.ENOENT: "no_folder", errno.ENOTDIR: "no_folder", errno.EISDIR: "folder",
    errno.EACCES: "forbidden", errno.EPERM: "forbidden", errno.EROFS: "forbidden",
    errno.ENOSPC: "full", getattr(errno, "EDQUOT", errno.ENOSPC): "full",
    errno.ENAMETOOLONG: "long",
}
"""Messages by what the system says."""


def format_of(output: str | None) -> str:
    """The format that the name of a file asks for; ``""`` when it asks for none."""
    name = os.path.basename(output or "").lower()
    if name.endswith(".sarif.json"):
        return "sarif"
    return _FORMATS.get(os.path.splitext(name)[1].removeprefix("."), "")


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
    if os.path.exists(output) and not os.path.isfile(output) and not os.path.isdir(output):
        _write_into(text, output)  # a device or a pipe is no file to put another in place of
        return
    import tempfile

    target = os.path.realpath(output)
    folder, base = os.path.split(target)
    try:
        handle, name = tempfile.mkstemp(dir=folder or ".", prefix=f".{base[:_SHORT]}.")
    except OSError as error:
        raise unwritten(error, output) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(name, _mode_of(target))
        os.replace(name, target)
    except OSError as error:
        os.unlink(name)
        raise unwritten(error, output) from None


def _write_into(text: str, output: str) -> None:
    try:
        with open(output, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise unwritten(error, output) from None


def _mode_of(path: str) -> int:
    """The mode of a file that is there, else that of a new one."""
    if os.path.exists(path):
        return os.stat(path).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def emit_told(text: str, output: str | None, language: Language,
              words: Text | None = None) -> None:
    """Like :func:`emit`, and say on standard error that a file was written, or ``words``.

    Raises:
        Problem: the file cannot be written.
    """
    emit(text, output)
    if output is not None:
        tell(words or say("cli.written", file=output), language)


def tell(words: Text, language: Language) -> None:
    """Say something beside the output: one line on standard error."""
    from compliance.write.clean import one_line

    click.echo(one_line(words.in_(language)), err=True)


def unwritten(error: OSError, output: str) -> Problem:
    """That a file or stream could not be written, and why."""
    name = "folder" if os.path.isdir(output) else _FAULTS.get(error.errno or 0)
    if name is None:
        return Problem(say("cli.cannot_write", error=error.strerror or str(error)), output)
    return Problem(say(f"cli.cannot_write_{name}"), output)
