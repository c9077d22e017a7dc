"""Where a rule holds: a country, a province, a city or a county.

A jurisdiction is an ISO 3166 code (``US``, ``CN``, ``CN-FJ``), with the first digits
of the GB/T 2260 code behind it for a city (``CN-FJ-3504``) or a county
(``CN-FJ-350403``).
"""

from __future__ import annotations


def full(jurisdiction: str, division: str) -> str:
    """A jurisdiction with the division of a report put behind it.

    >>> full("CN-FJ", "350403")
    'CN-FJ-350403'
    """
    within_province = division and jurisdiction.count("-") == 1
    return f"{jurisdiction}-{division}" if within_province else jurisdiction


def within(jurisdiction: str, of: str) -> bool:
    """Whether a jurisdiction is, or lies in, another.

    >>> within("CN-FJ-350403", "CN-FJ-3504"), within("CN-FJ", "CN-F")
    (True, False)
    """
    if of.count("-") == 2:
        return jurisdiction.startswith(of)
    return jurisdiction == of or jurisdiction.startswith(of + "-")
