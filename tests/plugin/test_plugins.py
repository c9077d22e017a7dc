"""A plug-in may be broken in many ways: it is named, the audit goes on, the gate fails."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from compliance import api
from compliance.errors import Problem
from compliance.model.profile import Profile
from compliance.plugin.cache import installed
from compliance.plugin.local import with_local
from compliance.plugin.lock import lock_differences, lock_text
from tests.plugin.made import pack, plugin, rule

SAMPLE = str(Path(__file__).parents[2] / "sample_reports/cn-2021-clean.yaml")


def audited(*plugins: Path, scoring: str = "weighted") -> Any:
    library = with_local(installed(), [], [str(path) for path in plugins])
    return api.audit(api.read(SAMPLE, library=library), Profile(scoring=scoring), library)


BROKEN = {
    "syntax": "def forms(:\n",
    "import": "import no_such_module\n",
    "raises": "raise RuntimeError('at once')\n",
    "other version": "COMPLIANCE_API = 99\n",
    "hook raises": "@hookimpl\ndef packs():\n    return 1 / 0\n",
    "hook gives nonsense": "@hookimpl\ndef packs():\n    return 5\n",
    "unknown hook": "@hookimpl\ndef no_such_hook():\n    return []\n",
    "file missing": "from pathlib import Path\n@hookimpl\ndef packs():\n"
                    "    return [Path('no.yaml')]\n",
    "leaves": "import sys\nsys.exit(4)\n",
    "feature taken": "@hookimpl\ndef writers():\n    return {'table': 'a:b'}\n",
}


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
def test_a_broken_plugin_is_named_and_closes_the_gate(tmp_path: Path, body: str) -> None:
    path = plugin(tmp_path / "mine.py", body)
    audit = audited(path)
    assert len(audit.results) > 100
    assert not audit.gate.holds
    assert any("mine.py" in reason.zh for reason in audit.gate.reasons)


def with_pack(tmp_path: Path, *rules: str) -> Path:
    path = pack(tmp_path / "p.yaml", *rules)
    return plugin(tmp_path / "mine.py", f"""\
        from pathlib import Path
        @hookimpl
        def packs():
            return [Path({str(path)!r})]
        """)


def test_a_broken_formula_in_a_plugin_is_named_with_its_place(tmp_path: Path) -> None:
    audit = audited(with_pack(tmp_path, rule(check="行合计(本年新收) <= 没有的")))
    assert not audit.gate.holds
    (reason,) = [reason.zh for reason in audit.gate.reasons if "mine.py" in reason.zh]
    assert "没有的" in reason
    assert "p.yaml:14" in reason


def test_a_good_plugin_adds_its_rules(tmp_path: Path) -> None:
    audit = audited(with_pack(tmp_path, rule()))
    assert "ZZ-01" in {result.rule.id for result in audit.results}


def test_features_of_a_plugin_may_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "crashing.py").write_text("def it(*given):\n    raise KeyError('oh')\n", "utf-8")
    path = plugin(tmp_path / "mine.py", """\
        from compliance.model.reader import Reader
        from compliance.model.text import Text
        @hookimpl
        def writers():
            return {"mine": "crashing:it"}
        @hookimpl
        def scoring_models():
            return {"mine": "crashing:it"}
        @hookimpl
        def readers():
            return [Reader("mine", Text.same("mine"), "crashing:it", starts=(b"MINE",))]
        """)
    audit = audited(path, scoring="mine")
    assert audit.score.total is None
    assert any("KeyError" in reason.zh for reason in audit.gate.reasons)
    library = with_local(installed(), [], [str(path)])
    with pytest.raises(Problem, match=r"mine\.py"):
        api.write([audit], "mine", library=library)
    (tmp_path / "r.mine").write_bytes(b"MINE....")
    with pytest.raises(Problem, match=r"mine\.py"):
        api.read(str(tmp_path / "r.mine"), library=library)
    sys.modules.pop("crashing", None)


def test_local_rules_need_no_packaging(tmp_path: Path) -> None:
    pack(tmp_path / "a.yaml", rule())
    (tmp_path / "a.cases.yaml").write_text("ZZ-01: {}\n", "utf-8")
    library = with_local(installed(), [str(tmp_path)])
    assert "ZZ-01" in library.rules()
    assert "ZZ-01" not in installed().rules()


@pytest.mark.parametrize(("content", "said"), [
    ("a: 1\n", "form、pack"), ("- 1\n", "键"), ("pack: [\n", "YAML"),
])
def test_a_broken_local_file_is_a_problem_of_the_call(
    tmp_path: Path, content: str, said: str,
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(content, "utf-8")
    with pytest.raises(Problem) as caught:
        with_local(installed(), [str(path)])
    assert said in caught.value.text.zh
    assert caught.value.file.startswith(str(path))


def test_a_lock_names_what_changed(tmp_path: Path) -> None:
    lock = tmp_path / "compliance.lock"
    assert lock_differences(installed(), str(lock)) == []
    lock.write_text(lock_text(installed()), "utf-8")
    assert lock_differences(installed(), str(lock)) == []
    pack(tmp_path / "a.yaml", rule())
    more = with_local(installed(), [str(tmp_path / "a.yaml")])
    assert "cn-zz" in " ".join(text.zh for text in lock_differences(more, str(lock)))
    text = lock.read_text("utf-8").replace("cn-dates: sha256:", "cn-dates: sha256:0")
    lock.write_text(text, "utf-8")
    (changed,) = lock_differences(installed(), str(lock))
    assert "cn-dates" in changed.zh
    lock.write_text("plugins: 5\n", "utf-8")
    with pytest.raises(Problem, match="lock"):
        lock_differences(installed(), str(lock))


def test_hook_calls_can_be_traced(tmp_path: Path) -> None:
    import os
    import subprocess

    traced = subprocess.run([sys.executable, "-m", "compliance", "plugins"], capture_output=True,
                            text=True, env={**os.environ, "COMPLIANCE_TRACE": "1"}, check=False)
    assert traced.returncode == 0
    assert "builtin:" in traced.stderr
    assert "packs" in traced.stderr


@pytest.mark.parametrize(("check", "said"), [
    ("本年新收 >= 0", "本年新收["), ("本年新受[总计] >= 0", "本年新收"),
    ("完全没有的 >= 0", "完全没有的"),
])
def test_a_wrong_name_in_a_formula_is_said_with_what_may_be_meant(
    tmp_path: Path, check: str, said: str,
) -> None:
    pack(tmp_path / "a.yaml", rule(check=check))
    with pytest.raises(Problem) as caught:
        with_local(installed(), [str(tmp_path / "a.yaml")])
    assert said in caught.value.text.zh


@pytest.mark.parametrize(("old", "new", "said"), [
    ("forms: [cn-2021]", "forms: [cn-2021x]", "cn-2021x"),
    ("severity: warning", "severity: warning\n  in_force: {first: 2025, last: 2020}", "2025"),
    ("severity: warning", "severity: warning\n  code: blanks", "code"),
])
def test_a_rule_that_could_never_be_assessed_is_refused(
    tmp_path: Path, old: str, new: str, said: str,
) -> None:
    path = pack(tmp_path / "a.yaml", rule().replace(old, new))
    with pytest.raises(Problem) as caught:
        with_local(installed(), [str(path)])
    assert said in caught.value.text.zh


def test_a_package_that_is_installed_may_be_named_by_its_folder_too() -> None:
    folder = Path(__file__).parents[2] / "plugins/compliance-fujian/src"
    library = with_local(installed(), [str(folder)])
    assert library.packs.keys() == installed().packs.keys()
