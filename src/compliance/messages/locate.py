"""Words for wrong figures and what should stand there."""

MESSAGES: dict[str, tuple[str, str]] = {
    "in_text": ("正文“{words}”", "text “{words}”"),
    "rule": ("{title}（{rule}）", "{title} ({rule})"),
    "slip_swapped": ("相邻两位数字颠倒", "two neighbouring digits swapped"),
    "slip_dropped": ("漏打一位数字", "a digit left out"),
    "slip_added": ("多打一位数字", "a digit too many"),
    "slip_doubled": ("一位数字重复打了两次", "a digit typed twice"),
    "slip_replaced": ("打错一位数字", "one digit mistyped"),
    "slip_zero_lost": ("漏打一个 0", "a zero left out"),
    "slip_zero_added": ("多打一个 0", "a zero too many"),
    "slip_unfilled": ("仍为 0，疑似漏填", "still 0: perhaps never filled in"),
    "slip_unit": ("元与万元混淆，相差一万倍", "元 for 万元: out by a factor of 10,000"),
    "slip_sign": ("正负号打错", "the sign is wrong"),
    "slip_neighbour": ("与旁边一格数字相同，疑似填串了格",
                       "the same number stands in the next cell: typed in the wrong place"),
    "slip_exchanged": ("相邻两格填反", "two neighbouring cells exchanged"),
    "slip_moved": ("整行错位一列", "the row slid by one column"),
    "share": ("{count}/{whole} = {share}%", "{count}/{whole} = {share}%"),
    "share_then": (
        "按所印 {count}/{whole} 应为 {share}%，件数改正后 {then} 应为 {after}%",
        "{share}% by the printed {count}/{whole}; with the counts corrected {then} = {after}%",
    ),
    "share_now": ("件数改正后 {then} = {after}%", "with the counts corrected {then} = {after}%"),
    "in_table": ("{table}：{words}", "{table}: {words}"),
    "if_here": ("；若错在这里{words}", "; if this is the wrong one{words}"),
    "one_of": ("以下 {count} 处中有一处有误，最可能的在前",
               "one of these {count} figures is wrong, the likeliest first"),
    "one_of_cells": ("以下 {count} 格中有一格有误，最可能的在前",
                     "one of these {count} cells is wrong, the likeliest first"),
    "one_of_sets": ("以下 {count} 组中有一组有误，最可能的在前",
                    "one of these {count} sets of figures is wrong, the likeliest first"),
    "several_ways": ("有 {count} 种改法", "there are {count} ways to mend it"),
    "not_all": (
        "可能有误的数不止一种解释，以下列出 {count} 种",
        "more than one explanation is possible; {count} are listed",
    ),
    "together": ("；同时，", "; together with "),
    "should_be": ("，应为 {value}", ", should be {value}"),
    "between": ("，应在 {low} 至 {high} 之间", ", should be between {low} and {high}"),
    "at_least": ("，应不少于 {low}", ", should be at least {low}"),
    "at_most": ("，应不多于 {high}", ", should be at most {high}"),
    "likeliest": ("，最可能是 {value}", ", most likely {value}"),
    "mends": ("，改后所列 {count} 条关系均成立", "; all {count} relations then hold"),
    "mends_some": (
        "，改后 {count} 条关系成立，其余须与其他差错一并改正",
        "; {count} of the relations then hold, the others with what else is wrong",
    ),
    "breaks": ("；改后请一并核对：{rules}", "; then check also: {rules}"),
    "corrected_head": (
        "更正稿，仅供复核：由勾稽关系推定，核实以前不得采用。原件 {file}（{digest}）",
        "A corrected copy for review only: inferred from the relations between figures, not to "
        "be used until checked. Original: {file} ({digest})",
    ),
    "corrected_done": ("已改 {count} 处：", "changed: {count}"),
    "corrected_none": ("没有可以确定的更正，内容与原件相同", "nothing is certain enough to change"),
    "corrected_left": ("有误而不能确定，未改：", "wrong, but not certain, and left as it is:"),
    "corrected_line": (
        "{old} → {new}：{words}；依据 {rules}",
        "{old} → {new}: {words}; by {rules}",
    ),
    "corrected_by_hand": (
        "；正文文字未能自动改动，请手工修改",
        "; the words of the text could not be changed: do so by hand",
    ),
    "corrected_of_many": (
        "--corrected 一次只用于一份报告；请只写一个文件",
        "--corrected is for one report at a time: name one file only",
    ),
    "check_form": (
        "{form}：{count} 条关系，按年度和机关类型分 {sets} 组核对",
        "{form}: {count} relations, compared in {sets} sets by year and kind of body",
    ),
    "check_sound": ("各组关系都能同时成立", "in each set all relations can hold together"),
    "check_conflict": (
        "矛盾：{rules} 不能同时成立，请改正其中一条",
        "contradiction: {rules} cannot hold together; correct one of them",
    ),
    "check_zero": (
        "合在一起只容得下 0：{cells}；请核对相关规则",
        "together they leave only 0 for {cells}: check the rules that speak of them",
    ),
    "check_redundant": (
        "重复：{rule} 总能由 {others} 推出",
        "redundant: {rule} always follows from {others}",
    ),
    "check_implied": (
        "可由其他推出（不算重复，有助于定位错格）：{rule}（{subject}），由 {others}",
        "follows from others (not a fault: it helps to find the wrong cell): {rule} ({subject}), "
        "from {others}",
    ),
    "check_unguarded": ("没有规则核对的单元格：{cells}", "cells that no rule guards: {cells}"),
    "check_not_linear": (
        "不是线性关系，未参加比较：{rules}",
        "not linear, and left out of the comparison: {rules}",
    ),
    "check_more": ("{cells} 等 {count} 格", "{cells} and others, {count} cells"),
    "claim": ("这句话与表格不符", "this sentence does not fit the table"),
    "table_fits": (
        "表格的数与其他勾稽关系相符，正文单独不符",
        "the table fits all other relations; the text alone does not",
    ),
}
