"""Messages about the cases of rules."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unknown_kind": (
        "用例类型“{kind}”不对；应为列表，类型为：{known}",
        "“{kind}” is no list of cases; the kinds are: {known}",
    ),
    "no_rule": ("规则 {rule} 不存在，请核对编号", "rule {rule} is not there: check its id"),
    "no_form": (
        "规则包 {pack} 所在地区没有表式；请在规则中写明 forms，或者在用例中写明 form",
        "no form holds where pack {pack} does: name forms in the rule, or form in the case",
    ),
    "bad_mutation": (
        "mutate 用例应有 report（报告或其路径）、set（要改的单元格）和 cells（应指出的单元格）",
        "a mutate case has report (a report or its path), set (what to alter) and cells",
    ),
    "bad_place": (
        "set 中的“{place}”不是报告里的单元格；写法为“表/行/第几格（从 0 起）”，"
        "行按列名填写的写“表/行/列”",
        "“{place}” in set is no cell of the report; write table/row/index, from 0, or "
        "table/row/column where the row is given by columns",
    ),
    "not_caught": (
        "改动之后规则仍未报不符",
        "the rule does not fail after the change",
    ),
    "cells_missed": (
        "应指出的单元格没有指出：{missed}；指出的是：{named}",
        "cells not named: {missed}; named were: {named}",
    ),
    "not_said": (
        "说明中没有“{words}”；说明是：{said}",
        "the explanation does not say “{words}”; it says: {said}",
    ),
    "no_result": (
        "应为 {wanted}，但规则没有结果；请核对年度、格式和地区",
        "expected {wanted}, but the rule gave no result: check year, form and jurisdiction",
    ),
    "unexpected": (
        "应为 {wanted}，实为 {got}：{explanation}",
        "expected {wanted}, got {got}: {explanation}",
    ),
    "year_taken": (
        "{why}（用例没有写 year，按 {year} 年审核）",
        "{why} (the case has no year: it was audited as one of {year})",
    ),
    "lacking": (
        "下列规则缺少 pass 或 fail 用例：{rules}",
        "these rules lack a pass or a fail case: {rules}",
    ),
    "all_hold": ("{count} 个用例全部成立", "all {count} cases hold"),
    "some_fail": ("{count} 个用例中有 {failed} 个不成立", "{failed} of {count} cases do not hold"),
    "no_cases": ("没有找到用例文件（*.cases.yaml）", "there is no file of cases (*.cases.yaml)"),
}
