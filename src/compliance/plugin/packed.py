"""Lists that the snapshot of the library holds packed: most runs ask for few of them."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar, overload

from compliance.plugin.library import Library
from compliance.recognise.wording import with_wordings
from compliance.record import replace

_Item = TypeVar("_Item")


def packed(library: Library) -> Library:
    """The library with the long lists of its forms and packs packed, and patterns prepared."""
    return replace(
        library,
        forms={name: replace(form, sections=_Packed(form.sections), tables=_Packed(form.tables),
                             statements=_Packed(map(with_wordings, form.statements)))
               for name, form in library.forms.items()},
        packs={name: replace(pack, rules=_Packed(pack.rules))
               for name, pack in library.packs.items()})


class _Packed(Sequence[_Item]):
    """A list that is unpacked when it is first asked for anything."""

    def __init__(self, items: Iterable[_Item]) -> None:
        self._bytes = pickle.dumps(list(items))
        self._items: list[_Item] | None = None

    def _list(self) -> list[_Item]:
        if self._items is None:
            self._items = pickle.loads(self._bytes)  # noqa: S301 (packed above)
        return self._items

    def __getstate__(self) -> Any:
        return self._bytes

    def __setstate__(self, state: Any) -> None:
        self._bytes, self._items = state, None

    @overload
    def __getitem__(self, at: int) -> _Item: ...
    @overload
    def __getitem__(self, at: slice) -> list[_Item]: ...
    def __getitem__(self, at: int | slice) -> _Item | list[_Item]:
        return self._list()[at]

    def __len__(self) -> int:
        return len(self._list())

    def __iter__(self) -> Iterator[_Item]:
        return iter(self._list())

    def __eq__(self, other: object) -> bool:
        return self._list() == (other._list() if isinstance(other, _Packed) else other)

    __hash__ = None  # type: ignore[assignment]
