"""What a plug-in must not do: it is named, with its line, and nothing ends in silence."""

from __future__ import annotations

import importlib.metadata
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from compliance import api
from compliance.errors import Problem
from compliance.model.profile import Profile
from compliance.plugin import discover as discovering
from compliance.plugin.cache import installed
from compliance.plugin.discover import discover
from compliance.plugin.library import Library
from compliance.plugin.local import with_local
from compliance.read.sniff import sniff
from compliance.read.source import open_source
from tests.plugin.made import plugin

ROOT = Path(__file__).parents[2]
SAMPLE = str(ROOT / "sample_reports/cn-2021-clean.yaml")
PACK = """\
pack: zz
title: {zh: 例, en: example}
version: '1'
jurisdiction: CN
rules:
- id: ZZ-01
  title: {zh: 例, en: example}
  says: 例。
  basis: [{document: 例, clause: 一, strength: law}]
  severity: warning
  category: language
  mend: {zh: 改, en: mend}
  code: mine
"""
HOOKS = """\
    from compliance.model.reader import Reader
    from compliance.model.text import Text
    @hookimpl
    def checks():
        return {"mine": "faulty_feature:it"}
    @hookimpl
    def writers():
        return {"mine": "faulty_feature:it"}
    @hookimpl
    def scoring_models():
        return {"mine": "faulty_feature:it"}
    @hookimpl
    def readers():
        return [Reader("mine", Text.same("mine"), "faulty_feature:it", starts=(b"MINE",))]
    """
HEAD = """\
import sys
from decimal import Decimal
from compliance.checks.observation import Observation
from compliance.model.audit import Outcome, Score
from compliance.model.text import Text
OK = Text("好", "good")
def it(*given):
"""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A library with a plug-in whose every feature has the body given."""
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "zz.yaml").write_text(PACK, "utf-8")

    def make(body: str) -> Library:
        (tmp_path / "faulty_feature.py").write_text(f"{HEAD}    {body}\n", "utf-8")
        path = plugin(tmp_path / "mine.py", HOOKS)
        return with_local(installed(), [str(tmp_path / "zz.yaml")], [str(path)])

    yield make
    sys.modules.pop("faulty_feature", None)


def broken_rule(library: Library) -> str:
    audit = api.audit(api.read(SAMPLE, library=library), None, library)
    assert len(audit.results) > 100
    assert not audit.gate.holds
    (result,) = [r for r in audit.results if r.rule.id == "ZZ-01"]
    assert result.outcome.value == "error"
    for format_ in ("table", "json", "html", "sarif", "junit", "markdown"):
        assert "ZZ-01" in api.write([audit], format_, "zh", library).replace("\\", "")
    return result.explanation.zh


@pytest.mark.parametrize(("body", "said"), [
    ("raise KeyError('oh')", "KeyError: 'oh' (faulty_feature.py:8)"),
    ("sys.exit(0)", "SystemExit: 0 (faulty_feature.py:8)"),
    ("raise ValueError('one\\ntwo')", "ValueError: one (faulty_feature.py:8)"),
    ("yield 5", "int"),
    ("yield None", "NoneType"),
    ("yield Observation('pass', OK, OK)", "Observation"),
    ("yield Observation(Outcome.WAIVED, OK, OK)", "Observation"),
    ("yield Observation(Outcome.FAIL, 'x', OK)", "Observation"),
    ("yield Observation(Outcome.FAIL, OK, 'x')", "Observation"),
    ("yield Observation(Outcome.FAIL, OK, OK, ['cell'])", "Observation"),
    ("yield Observation(Outcome.FAIL, OK, OK, [], 'line 5')", "Observation"),
    ("return 5", "TypeError"),
])
def test_a_check_that_breaks_is_named_with_its_plugin(made: Any, body: str, said: str) -> None:
    words = broken_rule(made(body))
    assert said in words
    assert "mine.py”的作者" in words


@pytest.mark.parametrize(("body", "said"), [
    ("sys.exit(0)", "SystemExit: 0 (faulty_feature.py:8)"), ("return 5", "int"),
    ("return None", "NoneType"), ("return b'text'", "bytes"),
])
def test_writers_and_readers_that_break_are_named(
    made: Any, body: str, said: str, tmp_path: Path,
) -> None:
    library = made(body)
    (tmp_path / "r.mine").write_bytes(b"MINE....")
    with pytest.raises(Problem) as caught:
        api.read(str(tmp_path / "r.mine"), library=library)
    assert said in caught.value.text.zh
    assert "mine.py" in caught.value.text.zh
    with pytest.raises(Problem) as caught:
        api.write([], "mine", library=library)
    assert said in caught.value.text.en
    assert "mine.py" in caught.value.text.en


@pytest.mark.parametrize("body", [
    "sys.exit(0)", "return 90", "return None",
    "return Score('mine', Decimal('NaN'), OK, [], [])", "return Score('mine', 90.5, OK, [], [])",
    "return Score('mine', Decimal(90), 'good', [], [])",
])
def test_a_scoring_model_that_breaks_gives_no_score(made: Any, body: str) -> None:
    library = made(body)
    audit = api.audit(api.read(SAMPLE, library=library), Profile(scoring="mine"), library)
    assert audit.score.total is None
    assert not audit.gate.holds
    assert any("mine.py" in reason.zh for reason in audit.gate.reasons)


def test_the_last_line_inside_the_plugin_is_named(tmp_path: Path) -> None:
    path = plugin(tmp_path / "mine.py", """\
        import json
        def inner():
            return json.loads("{")
        @hookimpl
        def packs():
            return inner()
        """)
    (record,) = with_local(installed(), [], [str(path)]).plugins[-1:]
    assert record.problem is not None
    assert "JSONDecodeError" in record.problem.zh
    assert "(mine.py:4)" in record.problem.zh


@pytest.mark.parametrize(("hook", "said"), [
    ("def commands():\n    return {'audit': 'a:b'}", "audit"),
    ("def readers():\n    return [Reader('x', Text.same('x'), 'a:b', starts=(b'{',))]", "b'{'"),
    ("def readers():\n    return [Reader('x', Text.same('x'), 'a:b', starts=(b'',))]", "b''"),
])
def test_a_plugin_that_takes_what_is_not_its_own_is_refused(
    tmp_path: Path, hook: str, said: str,
) -> None:
    path = tmp_path / "mine.py"
    path.write_text("from compliance.plugin import hookimpl\n"
                    "from compliance.model.reader import Reader\n"
                    f"from compliance.model.text import Text\n@hookimpl\n{hook}\n", "utf-8")
    library = with_local(installed(), [], [str(path)])
    problem = library.plugins[-1].problem
    assert problem is not None
    assert said in problem.zh
    assert library.commands == installed().commands
    assert library.readers.keys() == installed().readers.keys()


def test_a_plugin_cannot_take_files_that_the_program_reads(tmp_path: Path) -> None:
    path = plugin(tmp_path / "mine.py", """\
        from compliance.model.reader import Reader
        from compliance.model.text import Text
        @hookimpl
        def readers():
            return [Reader("mine", Text.same("x"), "a:b", starts=(b"%PDF-1", b"MINE"))]
        """)
    library = with_local(installed(), [], [str(path)])
    for head, format_ in ((b"%PDF-1.7 ...", "pdf"), (b"MINE", "mine")):
        (tmp_path / "file").write_bytes(head)
        assert sniff(open_source(str(tmp_path / "file")), library.readers).format == format_


def test_another_plugin_named_builtin_is_not_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    other = EntryPoint("builtin", "somebody.else:plugin", "compliance")
    known = list(importlib.metadata.entry_points(group="compliance"))
    monkeypatch.setattr(discovering, "entry_points", lambda group: [*known, other])
    library, _ = discover()
    (record,) = [each for each in library.plugins if "somebody.else" in each.name]
    assert record.problem is not None
    assert "builtin" in record.problem.zh
    assert len([each for each in library.plugins if each.name == "builtin"]) == 1
