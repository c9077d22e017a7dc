"""DOC, WPS, ODT and RTF by way of LibreOffice: with it, without it, and when it misbehaves."""

from __future__ import annotations

import http.server
import os
import subprocess
import threading
import time
from pathlib import Path

import pytest
from word_file import COUNTED, docx, grids, lines, listed, num, p, tbl, texts, tr, zipped

from compliance.errors import Problem
from compliance.read import office, raw_file, read_document
from compliance.read.office import read_by_office

OLE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")
       + bytes(9))
RTF = (b"{\\rtf1\\ansi\\uc0 \\u19968 \\u12289 \\u24635 \\u20307 \\par "
       b"\\trowd\\cellx2000\\cellx4000\\intbl A\\cell 1\\cell\\row"
       b"\\trowd\\cellx2000\\cellx4000\\intbl B\\cell 2\\cell\\row\\pard end\\par}")
_NAMES = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
          'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
          'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
          'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
          'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"')
_MANIFEST = ('<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
             '<m:file-entry m:full-path="/" '
             'm:media-type="application/vnd.oasis.opendocument.text"/>'
             '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>')


def odt(body: str) -> bytes:
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": _MANIFEST,
        "content.xml": f"<office:document-content {_NAMES}><office:body><office:text>{body}"
                       "</office:text></office:body></office:document-content>",
    })


def refused(data: bytes, language: str = "zh") -> str:
    with pytest.raises(Problem) as problem:
        read_by_office(raw_file("report.doc", data))
    line = problem.value.line(language)
    assert line.startswith("report.doc: ")
    assert "\n" not in line
    return line


# Without LibreOffice


@pytest.mark.parametrize(("data", "name"), [(OLE, "DOC、WPS"), (RTF, "RTF"), (odt(""), "ODT")])
def test_without_it_one_line_says_what_to_do(monkeypatch, data, name):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_USUAL_PLACES", ())
    assert name in refused(data)
    assert "另存为 DOCX" in refused(data)
    assert "save it as DOCX" in refused(data, "en")


# With a program that behaves in some way


@pytest.fixture
def program(monkeypatch, tmp_path):
    """Make a shell script the LibreOffice of this machine; ``$made`` is where the DOCX belongs."""
    if os.name != "posix":
        pytest.skip("stands in for LibreOffice with a shell script")

    def install(script: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        (folder / "soffice").write_text(
            '#!/bin/sh\nmade="$(dirname "$0")/../made.txt"\n'
            'while [ "$1" != --outdir ]; do shift; done\nout="$2/report.docx"\nmkdir -p "$2"\n'
            + script)
        (folder / "soffice").chmod(0o700)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
        return tmp_path

    return install


def test_what_it_makes_is_read(program):
    folder = program('cp "$(dirname "$0")/../report.docx" "$out"\n')
    (folder / "report.docx").write_bytes(docx(p("一、总体情况")))
    raw = raw_file("report.doc", OLE)
    document = read_document(raw)
    assert lines(document) == ["一、总体情况"]
    assert (document.source.format, document.source.digest) == ("doc", raw.digest)


def test_it_works_in_a_folder_of_its_own(program, monkeypatch):
    monkeypatch.setenv("SECRET", "密")
    folder = program('{ env; ls "$HOME"; cat "$HOME/profile/user/registrymodifications.xcu"; } '
                     '> "$made"\n')
    refused(OLE)
    seen = (folder / "made.txt").read_text()
    home = next(line for line in seen.split("\n") if line.startswith("HOME=")).removeprefix("HOME=")
    assert "SECRET" not in seen
    assert "report.doc\n" in seen
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse" oor:type="xs:boolean"' in seen
    assert not Path(home).exists()
    assert home != os.environ.get("HOME")


@pytest.mark.parametrize("script", ["exit 0\n", "exit 1\n", "kill -9 $$\n"])
def test_it_makes_nothing(program, script):
    program(script)
    assert "另存为 DOCX" in refused(RTF)


def test_it_makes_something_else(program):
    program('echo no > "$out"\n')
    assert "已损坏" in refused(RTF)


def test_it_makes_too_much(program, monkeypatch):
    monkeypatch.setattr(office, "MAX_BYTES", 1000)
    program('head -c 5000 /dev/zero > "$out"\n')
    assert "超过" in refused(RTF)


def test_it_cannot_be_run(program):
    folder = program("")
    (folder / "bin" / "soffice").write_bytes(b"\x7fELF nothing")
    assert "另存为 DOCX" in refused(RTF)


def test_it_takes_too_long(program, monkeypatch):
    monkeypatch.setattr(office, "OFFICE_SECONDS", 1)
    folder = program('(sleep 60; echo late > "$made") & echo $! > "$made"\nsleep 60\n')
    begun = time.perf_counter()
    assert "超过 1 秒" in refused(RTF)
    assert time.perf_counter() - begun < 10
    child = int((folder / "made.txt").read_text())
    deadline = time.perf_counter() + 5
    while Path(f"/proc/{child}/stat").exists() and time.perf_counter() < deadline:
        if Path(f"/proc/{child}/stat").read_text().split(") ")[1][0] == "Z":
            break
        time.sleep(0.05)
    else:
        assert not Path(f"/proc/{child}").exists()


def test_a_hostile_package_never_reaches_it(program):
    folder = program('echo run > "$made"\n')
    assert "已损坏" in refused(odt("")[:-30])
    assert not (folder / "made.txt").exists()


# With LibreOffice


@pytest.fixture
def installed() -> str:
    found = office.find_office()
    if not found:
        pytest.skip("LibreOffice is not installed on this machine")
    return found


def test_rtf(installed):
    document = read_document(raw_file("a.rtf", RTF))
    assert lines(document) == ["一、总体", "end"]
    assert texts(grids(document)[0]) == [["A", "1"], ["B", "2"]]
    assert document.source.format == "rtf"


def test_old_word_files_keep_their_lists_and_tables(installed, tmp_path):
    columns = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    (tmp_path / "a.docx").write_bytes(docx(
        listed("总体情况", 1) + p("正文。") + listed("主动公开", 1)
        + tbl(columns, tr("规章", "1"), tr("文件", "2")) + p(), "", COUNTED + num(1, 0)))
    for form in ("doc", "odt"):
        subprocess.run(
            [installed, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
             "--convert-to", form, "--outdir", str(tmp_path), str(tmp_path / "a.docx")],
            check=True, capture_output=True, timeout=120)
        document = read_document(raw_file("a", (tmp_path / f"a.{form}").read_bytes()))
        assert lines(document) == ["一、总体情况", "正文。", "二、主动公开"]
        assert texts(grids(document)[0]) == [["规章", "1"], ["文件", "2"]]
        assert document.source.format == form


@pytest.mark.parametrize("data", [OLE + bytes(range(256)) * 20, odt("<text:p>")])
def test_files_that_it_cannot_open(installed, data):
    with pytest.raises(Problem):
        read_by_office(raw_file("a", data))


def test_nothing_outside_the_file_is_fetched(installed, tmp_path):
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def do_HEAD(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    here = f"http://127.0.0.1:{server.server_port}"
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", "utf-8")

    def section(target: str) -> str:
        return (f'<text:section text:name="{target[-5:]}"><text:section-source '
                f'xlink:href="{target}" xlink:type="simple" xlink:show="embed"/>'
                "<text:p>旧</text:p></text:section>")

    picture = ('<text:p>图<draw:frame svg:width="2cm" svg:height="2cm"><draw:image '
               f'xlink:href="{here}/a.png" xlink:type="simple"/></draw:frame></text:p>')
    document = read_by_office(raw_file("a.odt", odt(
        section(secret.as_uri()) + section(f"{here}/b.txt") + picture)))
    field = (f'{{\\rtf1 {{\\field{{\\*\\fldinst INCLUDETEXT "{secret}"}}{{\\fldrslt old}}}}'
             f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{here}/c.png"}}{{\\fldrslt }}}}\\par}}')
    included = read_by_office(raw_file("a.rtf", field.encode()))
    server.shutdown()
    assert lines(document) == ["旧", "旧", "图"]
    assert lines(included) == ["old"]
    assert asked == []
