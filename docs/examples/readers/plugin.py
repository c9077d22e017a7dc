"""A reader: what a filing system exports, one value a line."""

from compliance.model.location import Location
from compliance.model.reader import Reader
from compliance.model.text import Text
from compliance.plugin import hookimpl
from compliance.read.source import RawFile
from compliance.read.structured import Structured

COMPLIANCE_API = 1


@hookimpl
def readers() -> list[Reader]:
    return [Reader("lines", Text("台账导出文件", "an export of the register"),
                   f"{__name__}:read_lines", starts=(b"#REPORT",))]


class Lines:
    """Tells on which line a value stands."""

    def __init__(self) -> None:
        self.known: dict[tuple[str | int, ...], Location] = {}

    def find(self, path: tuple[str | int, ...]) -> Location | None:
        return self.known.get(path)


def read_lines(raw: RawFile) -> Structured:
    """Lines ``row;column;number`` become the table of applications."""
    table: dict[str, dict[str, int]] = {}
    lines = Lines()
    head, *rest = raw.data.decode("utf-8").splitlines()
    for number, line in enumerate(rest, start=2):
        row, column, value = line.split(";")
        table.setdefault(row, {})[column] = int(value)
        lines.known["tables", "申请", row, column] = Location(line=number)
    _, body, year = head.split(";")
    return Structured({"body": body, "year": int(year), "tables": {"申请": table}}, lines)
