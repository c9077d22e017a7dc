"""Whatever stands in the cells, the audit goes through, soon, and shows every failure."""

from __future__ import annotations

import time
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance import api
from compliance.model.audit import Outcome
from compliance.model.report import Breakdown, CellState, Part, Report, Source, Statement
from compliance.plugin.cache import installed
from tests.locate.reports_by_hand import report

LIBRARY = installed()
NUMBERS = st.one_of(
    st.integers(-9, 999), st.integers(-(10**30), 10**30), st.just(None),
    st.sampled_from(CellState), st.decimals(-5, 10**6, places=2))


def check(made: Report) -> None:
    began = time.perf_counter()
    audit = api.audit(made, library=LIBRARY)
    assert time.perf_counter() - began < 10
    shown = {id(result) for finding in audit.findings for result in finding.results}
    assert all(id(result) in shown for result in audit.results if result.outcome is Outcome.FAIL)
    for format_ in ("table", "json", "sarif"):
        assert api.write([audit], format_, "zh", LIBRARY)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_cells(data: st.DataObject) -> None:
    made = report()
    cells = [(table, row, index) for table, rows in made.tables.items()
             for row in rows for index in range(len(rows[row]))]
    for table, row, index in data.draw(st.lists(st.sampled_from(cells), max_size=40)):
        made.tables[table][row][index] = data.draw(NUMBERS)
    for row in data.draw(st.lists(st.sampled_from(list(made.tables["申请"])), max_size=4)):
        made.tables["申请"].pop(row, None)
    check(made)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_table_of_the_other_forms(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["cn-2014", "cn-2019", "cn-fj-2014"]))
    form = LIBRARY.forms[name]
    made = Report(name, form.years.first, form.jurisdiction, "江海市", "government",
                  source=Source("r.yaml", "", "yaml"))
    number = st.one_of(st.integers(0, 20), st.integers(0, 20), NUMBERS)
    for table in form.tables:
        rows = made.tables[table.id] = {}
        for block in table.blocks:
            for row in block.rows:
                own = [c for c in block.columns if not row.columns or c.id in row.columns]
                rows[row.id] = data.draw(st.lists(number, min_size=len(own), max_size=len(own)))
    check(made)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_breakdowns_and_statements(data: st.DataObject) -> None:
    made = report()
    count = st.one_of(st.none(), st.integers(0, 500).map(Decimal))
    share = st.one_of(st.none(), st.decimals(0, 120, places=1), st.integers(0, 130).map(Decimal))
    part = st.builds(Part, st.sampled_from(["予以公开", "部分公开", "其他", ""]), count, share)
    made.breakdowns = data.draw(st.lists(st.builds(
        Breakdown, st.sampled_from(["答复申请", "公开信息"]), count,
        st.lists(part, min_size=1, max_size=5), st.just("件"), st.booleans(), st.booleans(),
        st.sampled_from(["", "予以公开3件，部分公开4件"])), max_size=4))
    form = LIBRARY.forms["cn-2021"]
    made.statements = data.draw(st.lists(st.builds(
        Statement, st.sampled_from([pattern.id for pattern in form.statements]),
        st.integers(0, 600).map(Decimal), st.sampled_from(["", "件"]),
        st.sampled_from(["", "予以公开3件", "均获维持"])), max_size=6))
    check(made)
