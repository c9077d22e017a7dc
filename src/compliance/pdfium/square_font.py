"""A font that has the same small square for every character.

Text in a font that is not part of the PDF has no shape unless the machine
happens to have that font, and the library leaves out text without a shape. With
this font in place of all missing Chinese fonts, a file gives the same text on
every machine.
"""

from __future__ import annotations

from struct import pack

_UNIT = 1000
_SIDE = 200
"""Side of the square: narrower than any character, so that it widens none."""
_CHECKSUM_BASE = 0xB1B0AFBA


def square_font() -> bytes:
    """The font as a TrueType file."""
    tables = {
        b"cmap": _characters(),
        b"glyf": _square(),
        b"head": _head(),
        b"hhea": pack(">IhhhHhhhhhh4hhH", 0x10000, 880, -120, 0, _UNIT, 0, 0, _SIDE, 1, 0, 0,
                      0, 0, 0, 0, 0, 2),
        b"hmtx": pack(">HhHh", _UNIT, 0, _UNIT, 0),
        # Glyph 0 has no outline; glyph 1 is the square.
        b"loca": pack(">HHH", 0, 0, len(_square()) // 2),
        b"maxp": pack(">IHHHHHHHHHHHHHH", 0x10000, 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        b"post": pack(">IIhhIIIII", 0x30000, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    return _file(tables)


def _characters() -> bytes:
    """Every character from the blank to the end of Unicode as glyph 1 (format 13)."""
    groups = pack(">III", 0x20, 0x10FFFF, 1)
    table = pack(">HHIII", 13, 0, 16 + len(groups), 0, 1) + groups
    return pack(">HHHHI", 0, 1, 3, 10, 12) + table


def _square() -> bytes:
    """One outline of four corners."""
    on_curve = 1
    outline = pack(">hhhhh", 1, 0, 0, _SIDE, _SIDE) + pack(">HH", 3, 0) + bytes([on_curve] * 4)
    across, down = (0, 0, _SIDE, 0), (0, _SIDE, 0, -_SIDE)
    return outline + pack(">4h", *across) + pack(">4h", *down)


def _head() -> bytes:
    return pack(">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, _UNIT, 0, 0, 0, 0,
                _SIDE, _SIDE, 0, 8, 2, 0, 0)


def _file(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = pack(">IHHHH", 0x10000, count, power * 16, power.bit_length() - 1, (count - power) * 16)
    at = len(head) + 16 * count
    entries, data = b"", b""
    for tag, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        total = sum(int.from_bytes(padded[i:i + 4], "big") for i in range(0, len(padded), 4))
        entries += tag + pack(">III", total & 0xFFFFFFFF, at + len(data), len(table))
        data += padded
    return head + entries + data
