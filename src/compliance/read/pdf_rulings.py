"""Ruling lines of a page: put together, and sorted into the tables that they draw."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from compliance.read.limits import MAX_PDF_RULINGS
from compliance.read.pdf_pages import Box
from compliance.record import field, record

NEAR = 3.5
"""Lines no further apart than this, in points, are one line: double lines, broken corners."""
_SHORTEST = 5.0
_NARROWEST, _LOWEST = 30.0, 8.0
"""Width and height below which a frame is a box to tick and no table."""
_MOST_FRAMES = 100


@record
class Ruling:
    """A straight line: its place on one axis, and from where to where it goes on the other."""

    at: float
    start: float
    end: float


@record
class Frame:
    """Lines that touch each other: what draws one table."""

    across: list[Ruling] = field(default_factory=list)
    """Horizontal lines: ``at`` is a height."""
    down: list[Ruling] = field(default_factory=list)
    """Vertical lines: ``at`` is a distance from the left."""

    @property
    def box(self) -> Box:
        """The room that the lines take."""
        across, down = self.across, self.down
        return (min([r.start for r in across] + [r.at for r in down]),
                min([r.at for r in across] + [r.start for r in down]),
                max([r.end for r in across] + [r.at for r in down]),
                max([r.at for r in across] + [r.end for r in down]))


def frames_of(lines: Sequence[Box]) -> list[Frame]:
    """The frames that the lines of a page draw, from top to bottom.

    A page with more lines than any table has (a map, a drawing) has none.
    """
    across = merged(Ruling((top + bottom) / 2, left, right)
                    for left, top, right, bottom in lines if right - left >= bottom - top)
    down = merged(Ruling((left + right) / 2, top, bottom)
                  for left, top, right, bottom in lines if right - left < bottom - top)
    if not across or not down or len(across) + len(down) > MAX_PDF_RULINGS:
        return []
    groups = _touching(across, down)
    frames = [frame for frame in groups if frame.across and frame.down and _is_roomy(frame.box)]
    if len(frames) > _MOST_FRAMES:
        return []
    for group in groups:
        for line in group.down if not group.across else ():
            _add_side(frames, line)
    return sorted(frames, key=lambda frame: (frame.box[1], frame.box[0]))


def _is_roomy(box: Box) -> bool:
    return box[2] - box[0] >= _NARROWEST and box[3] - box[1] >= _LOWEST


def _add_side(frames: Sequence[Frame], line: Ruling) -> None:
    """Add a line that touches none to the frame beside which it runs from top to bottom.

    It is the outer side of a cell that began on an earlier page and ends on a later one.
    """
    for frame in frames:
        _, top, _, bottom = frame.box
        if abs(line.start - top) <= NEAR and abs(line.end - bottom) <= NEAR:
            frame.down.append(line)
            return


def merged(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Lines on one place of an axis that touch or lie on each other, as one line each."""
    found: list[Ruling] = []
    for group in _level(sorted(rulings, key=lambda r: (r.at, r.start))):
        at = sum(r.at for r in group) / len(group)
        current: Ruling | None = None
        for ruling in sorted(group, key=lambda r: (r.start, r.end)):
            if current is not None and ruling.start <= current.end + NEAR:
                current.end = max(current.end, ruling.end)
            else:
                current = Ruling(at, ruling.start, ruling.end)
                found.append(current)
    return [ruling for ruling in found if ruling.end - ruling.start >= _SHORTEST]


def _level(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Lines, sorted by place, in groups that are no further apart than ``NEAR``."""
    groups: list[list[Ruling]] = []
    for ruling in rulings:
        if groups and ruling.at - groups[-1][0].at <= NEAR:
            groups[-1].append(ruling)
        else:
            groups.append([ruling])
    return groups


def levels(places: Iterable[float]) -> list[float]:
    """Places on an axis without those that stand for one line, sorted."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][0] <= NEAR:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [sum(group) / len(group) for group in groups]


def _touching(across: list[Ruling], down: list[Ruling]) -> list[Frame]:
    """Lines in groups in which each touches another."""
    leaders = list(range(len(across) + len(down)))

    def leader(index: int) -> int:
        while leaders[index] != index:
            leaders[index] = leaders[leaders[index]]
            index = leaders[index]
        return index

    across.sort(key=lambda r: r.at)
    heights = [ruling.at for ruling in across]
    for number, line in enumerate(down, len(across)):
        first = bisect_left(heights, line.start - NEAR)
        last = bisect_right(heights, line.end + NEAR)
        for index in range(first, last):
            if across[index].start - NEAR <= line.at <= across[index].end + NEAR:
                leaders[leader(index)] = leader(number)
    frames: dict[int, Frame] = {}
    for index, ruling in enumerate(across):
        frames.setdefault(leader(index), Frame()).across.append(ruling)
    for number, ruling in enumerate(down, len(across)):
        frames.setdefault(leader(number), Frame()).down.append(ruling)
    return list(frames.values())
