"""Reading and judging text of one endless run takes time in proportion to its length."""

from __future__ import annotations

import time

import pytest

from compliance.api import audit, read

REPORT = "某市2023年政府信息公开工作年度报告\n一、总体情况\n{}\n二、主动公开政府信息情况\n"
SMALL, TIMES = 40_000, 4


def seconds(tmp_path, text: str) -> float:
    """The least of three runs, so that a busy machine does not decide."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT.format(text), encoding="utf-8")
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        audit(read(str(path)))
        taken.append(time.perf_counter() - start)
    return min(taken)


@pytest.mark.parametrize("unit", [
    "1", "a", "（", "、", "1,", "1件，", "其中", "占1%", "一", "a@", "事项1项目", "政府信息公开"])
def test_four_times_the_text_takes_not_much_more_than_four_times_as_long(tmp_path, unit):
    seconds(tmp_path, "甲")
    small = seconds(tmp_path, unit * (SMALL // len(unit)))
    large = seconds(tmp_path, unit * (SMALL * TIMES // len(unit)))
    # A quadratic step would take sixteen times as long.
    assert large < 8 * small


def test_brackets_that_never_close_before_marks_that_never_end(tmp_path):
    small = seconds(tmp_path, "（" * SMALL + "、" * SMALL)
    large = seconds(tmp_path, "（" * (SMALL * TIMES) + "、" * (SMALL * TIMES))
    assert large < 8 * small
