"""What printing, copying and recognition do to a report, each kind by its name.

A noise changes the paper and, where it changes what is printed, the truth.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .paper import Box, Paper, Sheet, Words
from .truth import Truth

Change = Callable[[Paper, Truth, Random], None]


@dataclass(frozen=True, slots=True)
class Noise:
    """One kind of noise."""

    name: str
    change: Change
    tables: frozenset[str]
    """Tables that it needs, any of them; none when it is about the text."""
    needs_grid: bool = False
    """True when a flattened table would lose what it leaves: a blank cell has no trace there."""


NOISES: dict[str, Noise] = {}
NESTED = frozenset({"申请"})
LISTS = frozenset({"统计", "指标", "统计报表"})
ANY = frozenset({"主动公开", "申请", "复议诉讼"}) | LISTS


def noise(name: str, tables: frozenset[str] = frozenset(), *, needs_grid: bool = False
          ) -> Callable[[Change], Change]:
    """Enter a change under its name."""

    def enter(change: Change) -> Change:
        NOISES[name] = Noise(name, change, tables, needs_grid)
        return change

    return enter


def labels(paper: Paper, *roles: str) -> list[Box]:
    """The boxes that are labels (and heads, when asked for)."""
    return [box for sheet in paper.sheets for row in sheet.rows for box in row
            if box.role in ("label", *roles)]


@noise("label width", ANY)
def _label_width(paper: Paper, truth: Truth, chance: Random) -> None:
    half = chance.random() < 0.5
    signs = str.maketrans("（）：“”，、", "():\"\",､") if half \
        else str.maketrans(".0123456789", "．０１２３４５６７８９")
    for box in labels(paper, "head", "note"):
        box.text = box.text.translate(signs)


@noise("label punctuation", ANY)
def _label_punctuation(paper: Paper, truth: Truth, chance: Random) -> None:
    for box in labels(paper):
        box.text = chance.choice((
            box.text.replace("、", " ").replace("“", "").replace("”", ""),
            re.sub(r"^(\d)\.", r"\1、", box.text), box.text + "：",
            box.text.replace("“", "「").replace("”", "」"),
        ))


@noise("label numbering", ANY)
def _label_numbering(paper: Paper, truth: Truth, chance: Random) -> None:
    way = chance.randrange(3)
    numbered = re.compile(r"^(其中：)?(?:\d\.|（[一二三四五六七八九]）|[一二三四五六七八九]、)")
    for box in labels(paper):
        if way == 0:
            box.text = numbered.sub(r"\1", box.text)
        elif way == 1:
            box.text = re.sub(r"^(\d)\.", r"（\1）", box.text)
        else:
            box.text = re.sub(r"^(\d)\.", lambda found: "①②③④⑤⑥⑦⑧⑨"[int(found[1]) - 1], box.text)


@noise("其中", LISTS)
def _among(paper: Paper, truth: Truth, chance: Random) -> None:
    word = chance.choice(("", "其中", "其中: ", "其中　"))
    for box in labels(paper):
        box.text = box.text.replace("其中：", word)


@noise("label line breaks", ANY)
def _label_lines(paper: Paper, truth: Truth, chance: Random) -> None:
    for box in labels(paper, "head"):
        if len(box.text) > 3 and chance.random() < 0.6:
            cut = chance.randint(2, len(box.text) - 1)
            box.text = f"{box.text[:cut]}\n{box.text[cut:]}"


@noise("label spaces", ANY)
def _label_spaces(paper: Paper, truth: Truth, chance: Random) -> None:
    blank = chance.choice((" ", "　", "\u00a0"))
    for box in labels(paper, "head"):
        if len(box.text) <= 4:
            box.text = blank.join(box.text)
        else:
            cut = chance.randint(1, len(box.text) - 1)
            box.text = box.text[:cut] + blank + box.text[cut:]


_ALIKE = str.maketrans("密部由正当确认或信类理己投查", "蜜邵曲止当确人成倍类埋已没査")


@noise("label near misses", ANY)
def _near_misses(paper: Paper, truth: Truth, chance: Random) -> None:
    long = [box for box in labels(paper) if len(re.sub(r"\W|\d", "", box.text)) >= 6]
    for box in chance.sample(long, min(3, len(long))):
        # A figure that is gone (范围1) would make two labels one.
        cut = chance.choice([at for at in range(len(box.text) // 2, len(box.text))
                             if box.text[at].isalpha()])
        if chance.random() < 0.5:
            box.text = box.text[:cut] + box.text[cut + 1:]
        else:
            box.text = box.text[:cut] + box.text[cut].translate(_ALIKE) + box.text[cut + 1:]


@noise("number forms", ANY)
def _number_forms(paper: Paper, truth: Truth, chance: Random) -> None:
    way = chance.randrange(4)
    for sheet in paper.sheets:
        for row in sheet.rows:
            for box in row:
                if box.role != "value" or not re.fullmatch(r"\d+", box.text):
                    continue
                if way == 0:
                    box.text = f"{int(box.text):,}"
                elif way == 1:
                    box.text = "".join(chr(ord(digit) + 0xFEE0) for digit in box.text)
                elif way == 2:
                    box.text = f" {box.text}\u00a0"
                elif sheet.table in ("申请", "复议诉讼"):
                    box.text += "件"


@noise("blank cells", ANY, needs_grid=True)
def _blank_cells(paper: Paper, truth: Truth, chance: Random) -> None:
    for sheet in paper.sheets:
        for row in {box.row for boxes in sheet.rows for box in boxes if box.role == "value"}:
            boxes = sheet.values(row)
            for place, box in enumerate(boxes):
                if box.text == "0" and place < len(boxes) - 1 and chance.random() < 0.8:
                    box.text = ""
                    truth.tables[sheet.table][row][place] = None


@noise("not applicable", frozenset({"主动公开"}))
def _not_applicable(paper: Paper, truth: Truth, chance: Random) -> None:
    sign = chance.choice(("/", "-", "—", "不适用", "／"))
    for sheet in paper.sheets:
        for box in sheet.values("规章") if sheet.table == "主动公开" else ():
            box.text = sign
        if sheet.table == "主动公开":
            truth.tables["主动公开"]["规章"] = ["/"] * len(truth.tables["主动公开"]["规章"])


@noise("heading variants")
def _heading_variants(paper: Paper, truth: Truth, chance: Random) -> None:
    way = chance.randrange(4)
    for place, words in enumerate(paper.words("heading")):
        number = "一二三四五六七八九十"[place]
        if way == 0:
            words.text, words.number = f"{number}．{words.text}", 0
        elif way == 1:
            words.text, words.number = f"第{number}部分　{words.text}", 0
        elif way == 2:
            words.text, words.number = f"{number} 、{words.text}：", 0
        else:
            words.text = re.sub(r"信息公开(?!工作)", "信息公开工作", words.text, count=1)


@noise("headings without numbers")
def _bare_headings(paper: Paper, truth: Truth, chance: Random) -> None:
    for words in paper.words("heading"):
        words.number = 0


@noise("page numbers between lines")
def _page_numbers(paper: Paper, truth: Truth, chance: Random) -> None:
    way = chance.choice(("— {} —", "- {} -", "第{}页", "{}"))
    if paper.sheets and way == "{}":
        way = "—{}—"  # A bare number after a table would be one of its values to anybody.
    places = sorted(chance.sample(range(4, len(paper.blocks)), 3), reverse=True)
    for page, at in zip((3, 2, 1), places, strict=True):
        paper.blocks.insert(at, Words(way.format(page)))


def tables_of(paper: Paper, wanted: frozenset[str]) -> list[Sheet]:
    """The sheets of the tables wanted."""
    return [sheet for sheet in paper.sheets if sheet.table in wanted]
