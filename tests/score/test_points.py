"""Points as they are cut to cents."""

from decimal import Decimal
from fractions import Fraction

import pytest

from compliance.score.tally import cents


@pytest.mark.parametrize(("points", "printed"), [
    (Fraction(0), "0.00"), (Decimal("3.999"), "3.99"), (Decimal(20), "20.00"),
    (Fraction(200, 3), "66.66"), (sum([Fraction(25, 3)] * 3, Fraction(0)), "25.00")])
def test_cents(points: Decimal | Fraction, printed: str) -> None:
    assert str(cents(points)) == printed
