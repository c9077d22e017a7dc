"""What can be wrong with a formula."""

from __future__ import annotations

from typing import Any

from compliance.errors import Problem
from compliance.model.text import Text

MESSAGES: dict[str, tuple[str, str]] = {
    "empty": ("公式是空的", "the formula is empty"),
    "too_long": (
        "公式长 {length} 个字符，最多 {limit} 个",
        "the formula has {length} characters, at most {limit} are allowed",
    ),
    "too_deep": ("公式嵌套超过 {limit} 层", "the formula is nested more than {limit} levels deep"),
    "character": (
        "公式第 {column} 个字符“{character}”不能用在公式里",
        "character {column} of the formula, “{character}”, has no meaning in a formula",
    ),
    "syntax": (
        "公式在第 {column} 个字符（“{near}”）处不成句，请检查括号和运算符",
        "the formula breaks off at character {column} (“{near}”): check brackets and operators",
    ),
    "bracket_open": (
        "公式第 {column} 个字符处的“{near}”没有收尾",
        "the bracket “{near}” at character {column} is not closed",
    ),
    "bracket_extra": (
        "公式第 {column} 个字符处的“{near}”前面没有相配的括号",
        "there is no bracket for “{near}” at character {column} to close",
    ),
    "number_expected": (
        "公式第 {column} 个字符处应为数量，却是比较、条件或不能用的写法",
        "a quantity is expected at character {column}, not a comparison, condition or other form",
    ),
    "comparison_expected": (
        "公式第 {column} 个字符处应为比较（如 甲 = 乙），却是数量或不能用的写法",
        "a comparison such as 甲 = 乙 is expected at character {column}, not a quantity "
        "or other form",
    ),
    "condition_place": (
        "公式第 {column} 个字符附近的“若…则…”应放在括号里",
        "put the 若…则… near character {column} in brackets",
    ),
    "subscript": (
        "公式第 {column} 个字符处：方括号只能写成 行[列]",
        "at character {column}: square brackets are only used as 行[列]",
    ),
    "function": (
        "公式第 {column} 个字符处：“{name}”不是函数，可用的函数有 和、最大、最小、有数",
        "at character {column}: “{name}” is not a function; the functions are 和, 最大, 最小, 有数 "
        "or sum, max, min, given",
    ),
    "arguments": (
        "公式第 {column} 个字符处：函数“{name}”的括号里至少要有一项",
        "at character {column}: function “{name}” needs at least one argument",
    ),
    "reserved": (
        "公式第 {column} 个字符处：“{name}”是函数，后面要有括号",
        "at character {column}: “{name}” is a function and needs brackets after it",
    ),
    "unknown_name": (
        "公式第 {column} 个字符处：不认识“{name}”",
        "at character {column}: “{name}” is not known",
    ),
    "unknown_joined": (
        "公式第 {column} 个字符处：不认识“{name}”；且、或、非、若、则作连接词时两边要有空格",
        "at character {column}: “{name}” is not known; 且, 或, 非, 若, 则 need spaces around them "
        "to be words of the language",
    ),
    "several": (
        "公式第 {column} 个字符处：“{name}”有 {count} 项，这里只能用一项；求和请写 和({name})",
        "at character {column}: “{name}” stands for {count} figures where one is needed; "
        "write 和({name}) for their sum",
    ),
}


class FormulaError(Problem):
    """A formula cannot be read or bound.

    ``text`` says what is wrong in both languages; ``column`` is the character
    of the formula, from 1, at which it is wrong.
    """

    def __init__(self, text: Text, column: int) -> None:
        super().__init__(text)
        self.column = column


def formula_error(name: str, column: int, /, **values: Any) -> FormulaError:
    """The error ``name`` of the catalogue at ``column``."""
    return FormulaError(Text(*MESSAGES[name]).format(column=column, **values), column)
