"""Read formats of other office programs by way of LibreOffice."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from compliance.errors import Problem
from compliance.messages import say
from compliance.model.document import Document
from compliance.model.text import Text
from compliance.read.limits import MAX_BYTES, OFFICE_MEMORY, OFFICE_SECONDS
from compliance.read.source import RawFile

_ZIP = b"PK\x03\x04"
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")
"""What LibreOffice sees of the environment."""
_FILTERS = {"doc": "MS Word 97", "odt": "writer8", "rtf": "Rich Text Format"}
"""Named, for LibreOffice takes what it does not know for a text in some encoding."""
_SETTINGS = (
    # (node, name, type, value); nothing in a file is run, and nothing outside it is fetched.
    ("Common/Security/Scripting", "DisableMacrosExecution", "boolean", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "boolean", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "int", "3"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "boolean", "true"),
    ("Writer/Content/Update", "Link", "int", "2"),
    # A proxy where nobody listens.
    ("Inet/Settings", "ooInetProxyType", "int", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "string", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "int", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "string", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "int", "9"),
    ("Inet/Settings", "ooInetNoProxy", "string", ""),
)


def read_by_office(raw: RawFile) -> Document:
    """A DOC, WPS, ODT or RTF file, turned into DOCX by LibreOffice and read as that.

    Paths in its locations are those of the DOCX.

    Raises:
        Problem: LibreOffice is not installed, cannot open the file or takes
            longer than ``OFFICE_SECONDS``; or the result cannot be read.
    """
    from compliance.read.docx import read_docx

    form, title = _format(raw)
    program = find_office()
    if not program:
        raise Problem(say("read.office_missing", format=title), raw.file)
    if form == "odt":
        from compliance.read.package import open_package

        open_package(raw)
    document = read_docx(RawFile(raw.file, _converted(program, raw, form), raw.digest))
    document.source.format = form
    return document


def find_office() -> str:
    """The program of LibreOffice; ``""`` when it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next(filter(os.path.isfile, _USUAL_PLACES), "")


def _format(raw: RawFile) -> tuple[str, Text]:
    if raw.data.startswith(_ZIP):
        return "odt", Text("OpenDocument 文档（ODT）", "an OpenDocument text (ODT)")
    if raw.data.startswith(b"{\\rtf"):
        return "rtf", Text("RTF 文件", "RTF")
    return "doc", Text("旧版 Word 或 WPS 文件（DOC、WPS）", "an old Word or WPS file (DOC, WPS)")


def _converted(program: str, raw: RawFile, form: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="compliance-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        given, made = folder / f"report.{form}", folder / "made" / "report.docx"
        given.write_bytes(raw.data)
        profile = folder / "profile"
        _write_settings(profile)
        _run([program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
              "--nologo", "--nolockcheck", f"--infilter={_FILTERS[form]}",
              "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made.parent), str(given)],
             folder, raw.file)
        if not made.is_file():
            raise Problem(say("read.office_failed"), raw.file)
        if made.stat().st_size > MAX_BYTES:
            raise Problem(say("read.too_big", limit=MAX_BYTES // 1024 // 1024), raw.file)
        return made.read_bytes()


def _write_settings(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{"" if node.startswith("Inet") else "Office."}{node}">'
        f'<prop oor:name="{name}" oor:op="fuse" oor:type="xs:{kind}"><value>{value}</value></prop>'
        "</item>" for node, name, kind, value in _SETTINGS)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema">' + items + "</oor:items>\n",
        encoding="utf-8")


def _run(command: list[str], folder: Path, file: str) -> None:
    """Run LibreOffice until it ends by itself or its time is over."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    home = str(folder)
    environment |= {"HOME": home, "TMPDIR": home, "TEMP": home, "TMP": home, "LC_ALL": "C.UTF-8"}
    try:
        process = subprocess.Popen(  # noqa: S603 - the command is ours, the file's name is too
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    except OSError:
        raise Problem(say("read.office_failed"), file) from None
    try:
        _limit_memory(process.pid)
        process.wait(OFFICE_SECONDS)
    except subprocess.TimeoutExpired:
        raise Problem(say("read.office_slow", limit=OFFICE_SECONDS), file) from None
    finally:
        _end(process)


def _limit_memory(process: int) -> None:
    """Limit what a program and those that it starts may take, where the system can."""
    try:
        from resource import RLIMIT_AS, RLIMIT_FSIZE, prlimit

        prlimit(process, RLIMIT_AS, (OFFICE_MEMORY, OFFICE_MEMORY))
        prlimit(process, RLIMIT_FSIZE, (10 * MAX_BYTES, 10 * MAX_BYTES))
    except (ImportError, OSError):
        pass


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program together with those that it started."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(OSError):  # All of them may have ended.
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
