"""A copy of a report with its certain corrections put in, for a person to review."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from compliance.messages import say
from compliance.model.audit import Audit, Change, Finding
from compliance.model.report import Report
from compliance.model.text import Language
from compliance.record import record
from compliance.write.clean import one_line
from compliance.write.suspects import change_words, number_words, suspects


@record
class Corrected:
    """The text of a corrected copy, and how much of the report it mends."""

    text: str
    done: int
    """Figures that were corrected."""
    left: int
    """Findings whose figure is not certain."""


def corrected(audit: Audit, language: Language) -> Corrected:
    """The report as structured YAML; comments above it name every change and its reason.

    Only corrections are put in of which there is no second one, and whose value is
    certain; what else is doubtful is listed.  The report itself is not touched.
    """
    from compliance.recognise.report_data import to_file
    from compliance.write.structured import to_yaml

    data = to_file(audit.report)
    lines = [say("locate.corrected_head", file=one_line(audit.report.source.file),
                 digest=audit.report.source.digest).in_(language)]
    left: list[str] = []
    done: list[str] = []
    doubtful = 0
    for finding in audit.findings:
        if not certain(finding):
            if finding.candidates:
                doubtful += 1
                doubted = suspects(finding, language)
                left += [f"{doubted.lead}：{'；'.join(doubted.lines)}"] if doubted.lead \
                    else doubted.lines
            continue
        for change in finding.candidates[0].changes:
            in_words = _put_in(data, change, audit.report)
            done.append(_line(finding, change, in_words, language))
    lines += _listed("locate.corrected_done" if done else "locate.corrected_none", done, language)
    lines += _listed("locate.corrected_left", left, language) if left else []
    return Corrected("".join(f"# {line}\n" for line in lines) + to_yaml(data), len(done), doubtful)


def certain(finding: Finding) -> bool:
    """Whether a finding has one correction only, and knows all of its values."""
    return finding.unique and all(
        change.value is not None and change.low == change.high
        for change in finding.candidates[0].changes)


def _listed(heading: str, items: list[str], language: Language) -> list[str]:
    return [say(heading, count=len(items)).in_(language), *(f"- {item}" for item in items)]


def _line(finding: Finding, change: Change, in_words: bool, language: Language) -> str:
    rules = "、".join(dict.fromkeys(result.rule.id for result in finding.results))
    line = say("locate.corrected_line", words=change_words(change, language),
               old=number_words(change.printed, change.unit),
               new=number_words(change.value, change.unit), rules=rules).in_(language)
    if change.cell is None and not in_words:
        line += say("locate.corrected_by_hand").in_(language)
    return line


def _put_in(data: dict[str, Any], change: Change, report: Report) -> bool:
    """Put the value in at each of its places; whether the running text has it too."""
    in_words = False
    for path in change.paths:
        kind, *rest = path.split("/")
        assert change.value is not None
        if kind == "tables":
            _put_in_cell(data["tables"][rest[0]][rest[1]], int(rest[2]), change.value)
            continue
        entry = data[kind][int(rest[0])]
        words = entry.get("text", "")
        target, name = entry, "value"
        if kind == "breakdowns":
            name = rest[-1]
            target = entry if name == "whole" else entry["parts"][int(rest[2])]
        in_words = _reword(data, words, change) or in_words
        target[name] = _like(target[name], change.value)
    return in_words


def _put_in_cell(row: list[Any], index: int, value: Decimal) -> None:
    old = row[index]
    if not isinstance(old, dict):
        row[index] = _like(old, value)
        return
    # What was printed in the cell no longer says what it holds.
    row[index] = {**{key: item for key, item in old.items() if key != "text"},
                  "value": _like(old.get("value"), value)}


def _like(old: Any, value: Decimal) -> Any:
    return int(value) if isinstance(old, int) and value == int(value) else value


def _reword(data: dict[str, Any], words: str, change: Change) -> bool:
    """Change the number in the running text, where it is beyond doubt which one is meant."""
    old, new = number_words(change.printed), number_words(change.value)
    pattern = re.compile(rf"(?<![0-9.]){re.escape(old)}(?![0-9.])")
    if change.unit == "%":
        pattern = re.compile(rf"(?<![0-9.]){re.escape(old)}(?=[%％])")
    if not words or len(pattern.findall(words)) != 1:
        return False
    changed = pattern.sub(new, words)
    places = [(data, "preamble"), *((section, "text") for section in data["sections"])]
    holding = [(place, key) for place, key in places if words in place.get(key, "")]
    if len(holding) != 1 or holding[0][0][holding[0][1]].count(words) != 1:
        return False
    place, key = holding[0]
    place[key] = place[key].replace(words, changed)
    for entry in (*data["statements"], *data["breakdowns"]):
        if words in entry.get("text", ""):
            entry["text"] = entry["text"].replace(words, changed)
        elif entry.get("text") and entry["text"] in words and pattern.search(entry["text"]):
            entry["text"] = pattern.sub(new, entry["text"])
    return True
