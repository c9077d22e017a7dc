"""The relation language: what each word and sign of a formula means, with an example.

Every example is evaluated when its page is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from compliance.model.text import Language, Text
from compliance.record import field, record
from compliance.reference.markdown import code, table

Figures = Mapping[str, "int | str | list[int] | None"]


@record
class Entry:
    """One word or sign, all ways to write it, what it means, and a formula with it."""

    written: tuple[str, ...]
    meaning: Text
    formula: str
    figures: dict[str, int | str | list[int] | None] = field(default_factory=dict)


SIGNS: list[Entry] = [
    Entry(("=", "=="), Text("等于", "equals"), "甲 = 乙", {"甲": 3, "乙": 3}),
    Entry(("≠", "!=", "<>"), Text("不等于", "differs from"), "甲 ≠ 乙", {"甲": 3, "乙": 4}),
    Entry(("<",), Text("小于", "is less than"), "甲 < 乙", {"甲": 3, "乙": 4}),
    Entry(("≤", "<=", "≦", "⩽"),
          Text("不大于；可以连写：`0 ≤ 甲 ≤ 乙`", "is at most; signs may follow each other: "
               "`0 ≤ 甲 ≤ 乙`"), "0 ≤ 甲 ≤ 乙", {"甲": 3, "乙": 4}),
    Entry((">",), Text("大于", "is greater than"), "甲 > 乙", {"甲": 3, "乙": 4}),
    Entry(("≥", ">=", "≧", "⩾"), Text("不小于", "is at least"), "甲 ≥ 乙", {"甲": 3, "乙": 4}),
    Entry(("+",), Text("加", "plus"), "甲 + 乙 = 丙", {"甲": 3, "乙": 4, "丙": 8}),
    Entry(("-", "−"), Text("减；在一个数前面是取负", "minus; before a figure: its negative"),
          "乙 - 甲 = 丙", {"甲": 3, "乙": 4, "丙": 1}),
    Entry(("×", "*"), Text("乘", "times"), "甲 × 2 = 乙", {"甲": 3, "乙": 6}),
    Entry(("÷", "/"), Text("除以；除数为零时，结果为“无法判断”",
                           "divided by; unknown where the divisor is zero"),
          "甲 ÷ 乙 ≤ 1", {"甲": 3, "乙": 0}),
    Entry(("(", ")"), Text("先算括号里面的；也用于函数", "what is inside comes first; also after a "
                           "function's name"), "2 × (甲 + 乙) = 丙", {"甲": 3, "乙": 4, "丙": 14}),
    Entry(("[", "]", "【", "】"),
          Text("`行[列]`：指明一格。规则逐行或逐列检查时，单写行名或列名即可",
               "`row[column]`: one cell; the row alone, or the column alone, is enough where the "
               "rule holds for each column or each row"),
          "甲[总计] = 甲[自然人]", {"甲[总计]": 5, "甲[自然人]": 4}),
    Entry((",", "、"), Text("隔开函数的各项", "between the terms of a function"),
          "最大(甲、乙) = 丙", {"甲": 3, "乙": 4, "丙": 4}),
]
"""Signs; full-width forms of each are read as the same sign."""

WORDS: list[Entry] = [
    Entry(("且", "and"), Text("两边都成立", "both sides hold"),
          "甲 = 3 且 乙 = 3", {"甲": 3, "乙": 4}),
    Entry(("或", "or"), Text("至少一边成立", "at least one side holds"),
          "甲 = 3 或 乙 = 3", {"甲": 3, "乙": 4}),
    Entry(("非", "not"), Text("不成立", "does not hold"), "非 甲 = 4", {"甲": 3}),
    Entry(("若", "则", "if", "then"), Text(
        "`若 A 则 B`：A 不成立的，整个公式成立", "`if A then B`: it holds where A does not"),
          "若 甲 > 0 则 乙 > 0", {"甲": 3, "乙": 0}),
]
"""Words; a space on both sides keeps them apart from names."""

FUNCTIONS: list[Entry] = [
    Entry(("和", "sum"), Text("各项之和；写一组行的名称，就是组内各行之和",
                              "the sum of its terms; the name of a group of rows stands for all "
                              "of them"),
          "和(甲组) = 丙", {"甲组": [3, 4], "丙": 9}),
    Entry(("最大", "max"), Text("各项中最大的", "the largest of its terms"),
          "最大(甲, 乙) ≤ 3", {"甲": 3, "乙": 4}),
    Entry(("最小", "min"), Text("各项中最小的", "the smallest of its terms"),
          "最小(甲, 乙) ≤ 3", {"甲": 3, "乙": 4}),
    Entry(("有数", "given"), Text("各项中适用的有几个：填“/”的不计",
                                "how many of its terms apply: those marked as not applicable do "
                                "not count"), "有数(甲, 乙) = 2", {"甲": 3, "乙": 4}),
    Entry(("行合计",), Text(
        "一行除“总计”列外各列之和；有空白的，以所印的总计为准。可以写几行",
        "the sum of a row over its columns but the total; the printed total where cells are blank. "
        "Several rows may be named"), "行合计(甲) ≤ 9", {"甲": 7}),
]
"""Functions: a name with its terms in brackets."""


def answer(entry: Entry, language: Language) -> tuple[str, str]:
    """Whether the example of an entry holds, and the formula with its figures.

    Raises:
        FormulaError: the example is no formula.
    """
    from compliance.relation import bind, evaluate, explain, parse
    from compliance.relation.quantity import Quantity

    keys: dict[str, tuple[str, ...]] = {}
    values: dict[object, Quantity] = {}
    for name, figure in entry.figures.items():
        members = figure if isinstance(figure, list) else [figure]
        keys[name] = tuple(f"{name}{number}" if len(members) > 1 else name
                           for number in range(1, len(members) + 1))
        for key, member in zip(keys[name], members, strict=True):
            exact = None if member is None else Fraction(member)
            values[key] = Quantity(exact, exact, exact, key)

    def resolve(name: str, column: str | None) -> tuple[str, ...]:
        return keys.get(f"{name}[{column}]" if column else name, ())

    bound = bind(parse(entry.formula.replace("行合计", "和")), resolve)
    truth = evaluate(bound, values.__getitem__).value
    return truth, explain(bound, values.__getitem__, language)


_TRUTH = {"true": Text("成立", "holds"), "false": Text("不成立", "fails"),
          "unknown": Text("无法判断", "unknown")}
_HEAD = (Text("写法", "written"), Text("意思", "meaning"), Text("例", "example"),
         Text("代入数字", "with figures"), Text("结果", "result"))


def entries_table(entries: list[Entry], language: Language) -> str:
    """Entries with their examples, each evaluated."""
    rows = []
    for entry in entries:
        truth, said = answer(entry, language)
        rows.append((" ".join(map(code, entry.written)), entry.meaning.in_(language),
                     code(entry.formula), code(said), _TRUTH[truth].in_(language)))
    return table([head.in_(language) for head in _HEAD], rows)
