"""Take the bytes of a file."""

from __future__ import annotations

import hashlib
import os
import stat

from compliance.errors import Problem
from compliance.messages import say
from compliance.read.limits import MAX_BYTES
from compliance.record import frozen_record


@frozen_record
class RawFile:
    """A file as it was found: its path as given, its bytes, and their digest."""

    file: str
    data: bytes
    digest: str


def open_source(path: str) -> RawFile:
    """The bytes of the file at ``path``, at most ``MAX_BYTES`` of them.

    Raises:
        Problem: there is no such file, it is a folder, empty, too big or cannot be read.
    """
    try:
        data = _bytes_of(path)
    except FileNotFoundError:
        raise Problem(say("read.missing"), path) from None
    except PermissionError:
        raise Problem(say("read.forbidden"), path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Problem(say("read.unreadable", reason=reason), path) from None
    if not data:
        raise Problem(say("read.empty"), path)
    return raw_file(path, data)


def raw_file(path: str, data: bytes) -> RawFile:
    """Bytes that are already at hand, as a file named ``path``."""
    return RawFile(path, data, f"sha256:{hashlib.sha256(data).hexdigest()}")


def _bytes_of(path: str) -> bytes:
    mode = os.stat(path).st_mode
    if stat.S_ISDIR(mode):
        raise Problem(say("read.folder"), path)
    # A pipe or a device may never end.
    if not stat.S_ISREG(mode):
        raise Problem(say("read.not_a_file"), path)
    with open(path, "rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Problem(say("read.too_big", limit=MAX_BYTES // 1024 // 1024), path)
    return data
