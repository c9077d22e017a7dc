"""What holds for every output format."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from compliance.messages import say
from compliance.messages.write import MESSAGES
from compliance.model.text import LANGUAGES, Language
from compliance.write import WRITERS

from . import audits

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\ufdd0-\ufdef]")


def write(name: str, items: list, language: Language = "zh") -> str:
    module, function = WRITERS[name].split(":")
    return getattr(import_module(module), function)(items, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WRITERS)
def test_the_same_audit_gives_the_same_bytes(name: str, language: Language) -> None:
    for make in (lambda: [audits.audit()], lambda: [audits.audit(), audits.unread()], list):
        first, second = write(name, make(), language), write(name, make(), language)
        assert first.encode() == second.encode()
        assert first.endswith("\n")


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_that_was_not_read_is_shown_with_its_reason(name: str) -> None:
    for items in ([audits.unread()], [audits.audit(), audits.unread()]):
        written = write(name, items)
        assert "文件是空的，请重新下载" in written
        assert "文件.html" in written or "%E6%96%87%E4%BB%B6.html" in written
    assert "the file is empty" in write(name, [audits.unread()], "en")


# Code Quality has no place for a verdict or for what was waived.
@pytest.mark.parametrize("name", [name for name in WRITERS if name != "codequality"])
def test_figures_rule_and_verdict_are_in_every_format(name: str) -> None:
    written = write(name, [audits.audit()])
    for words in ("CN-T3-01", audits.WHY, "国办公开办函〔2021〕30号", "核对并改正", "83.5"):
        assert words in written.replace("\n         ", "")
    assert "CN-D-02" in written
    assert "系统迁移" in written


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WRITERS)
def test_hostile_text_carries_no_controls(name: str, language: Language) -> None:
    for items in (audits.hostile(), audits.hostile()[:1], audits.hostile()[1:]):
        written = write(name, items, language)
        assert not CONTROLS.search(written)
        # A URI names the file as it is; there, percent-encoding disarms it.
        assert "owned" not in re.sub(r'"uri": "[^"]*"', "", written)
        written.encode("utf-8")


@pytest.mark.parametrize("name", WRITERS)
def test_a_broken_rule_is_shown(name: str) -> None:
    assert "ZeroDivisionError" in write(name, [audits.broken()])


def test_messages_have_the_same_placeholders_in_both_languages() -> None:
    for name, (zh, en) in MESSAGES.items():
        assert set(re.findall(r"{\w+}", zh)) == set(re.findall(r"{\w+}", en)), name
    assert say("write.passes").en == "pass"
