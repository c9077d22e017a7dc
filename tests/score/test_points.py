"""Points as they are cut to cents."""

from decimal import Decimal

import pytest

from compliance.score.tally import rounded


@pytest.mark.parametrize(("points", "printed"), [
    ("-0.0000000001", "0.00"), ("0", "0.00"), ("3.999", "3.99"), ("20", "20.00")])
def test_cents(points: str, printed: str) -> None:
    assert str(rounded(Decimal(points))) == printed
