"""The check as a rule uses it."""

from pathlib import Path

import pytest

from compliance.plugin.cache import installed
from compliance.plugin.local import with_local
from compliance.testing import findings, report

HERE = Path(__file__).parent
LIBRARY = with_local(installed(), [str(HERE / "cn-zz.yaml")], [str(HERE / "plugin.py")])


@pytest.mark.parametrize(("title", "result"), [
    ("甲市乙区2024年政府信息公开工作年度报告", "pass"),
    ("甲" * 31, "fail"),
    ("", "unknown"),
])
def test_the_title_is_measured(title: str, result: str) -> None:
    filed = report("cn-2021", 2024, library=LIBRARY,
                   more={"title": title, "jurisdiction": "CN-ZZ"})
    assert findings(filed, library=LIBRARY, rule="ZZ-02") == [("ZZ-02", result)]
