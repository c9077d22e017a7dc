"""Messages about plug-ins, forms and packs."""

MESSAGES: dict[str, tuple[str, str]] = {
    "broken": (
        "插件“{name}”未能加载（{error}）；其规则本次没有检查，请联系插件作者或卸载该插件",
        "plug-in “{name}” did not load ({error}); its rules were not checked: "
        "ask its author, or uninstall it",
    ),
    "other_api": (
        "为插件接口第 {wanted} 版而写，本程序的接口是第 {api} 版；请安装相应版本的插件",
        "it is made for version {wanted} of the plug-in hooks, this program has version {api}: "
        "install the plug-in for this version",
    ),
    "failed": (
        "插件“{name}”出错（{error}），请联系插件作者",
        "plug-in “{name}” broke ({error}): ask its author",
    ),
    "wrong_kind": (
        "插件“{name}”的“{feature}”给出的是 {what}，应为{expected}，请联系插件作者",
        "“{feature}” of plug-in “{name}” gave {what}, not {expected}: ask its author",
    ),
    "expected_readers": ("Document 或 Structured", "a Document or a Structured"),
    "expected_writers": ("文本", "text"),
    "expected_scoring_models": (
        "Score，总分为 None 或有限的 Decimal", "a Score with a finite Decimal or None as its total",
    ),
    "expected_commands": (" click 命令", "a click command"),
    "short_sign": (
        "读取器“{format}”的标志 {sign} 太短，会误认其他文件；请写至少 {least} 个字节",
        "reader “{format}”: the sign {sign} is too short and would take other files: "
        "give at least {least} bytes",
    ),
    "named_builtin": (
        "“builtin”是本程序自带功能的名称，请给入口点换一个名称",
        "“builtin” is the name of this program's own features: rename its entry point",
    ),
    "unknown_file": (
        "文件里没有 form、pack 或 words，不是格式、规则包或词表",
        "the file has neither form, pack nor words: it is no form, pack or word list",
    ),
    "no_rules": ("文件夹里没有 YAML 规则文件", "there is no YAML file in this folder"),
    "not_python": ("不是 Python 文件，不能作为插件", "not a Python file: it cannot be a plug-in"),
    "taken": (
        "编号“{name}”在 {there} 已经用过；请换一个编号，或用 tightens 加严原有规则",
        "the id “{name}” is taken at {there}: choose another, or use “tightens” to hold "
        "bodies to that rule more strictly",
    ),
    "feature_taken": (
        "名称“{name}”已被其他插件使用，请换一个名称",
        "the name “{name}” is taken by another plug-in: choose another",
    ),
    "tightens_unknown": (
        "tightens 所指的规则 {rule} 不存在，请核对编号",
        "“tightens” names rule {rule}, which is not there: check its id",
    ),
    "tightens_elsewhere": (
        "规则 {rule} 属于 {there}，{here} 的规则包不能调整它",
        "rule {rule} belongs to {there}; a pack of {here} cannot change it",
    ),
    "loosens": (
        "放宽了规则 {rule}（{what}；原规则见 {national}），不予采用；确需放行的，请在审核方案的 "
        "waivers 中写明理由、批准人和期限",
        "rule {rule} would be loosened ({what}; the rule is at {national}), which is refused: to "
        "let a failure through, add a waiver with a reason, an approver and a last day to a "
        "profile",
    ),
    "severity_lowered": ("程度由“{old}”降为“{new}”", "severity lowered from {old} to {new}"),
    "weight_lowered": ("权重由 {old} 降为 {new}", "weight lowered from {old} to {new}"),
    "setting_loosened": (
        "设置“{key}”没有变严",
        "setting “{key}” does not become stricter",
    ),
    "unknown_forms": (
        "规则 {rule} 所指的格式 {forms} 不存在，规则不会起作用",
        "rule {rule} names only forms that are not there ({forms}) and would never apply",
    ),
    "years_backwards": (
        "规则 {rule} 的起止年度颠倒（{first} 至 {last}）",
        "rule {rule}: the years in force run backwards ({first} to {last})",
    ),
    "check_or_code": (
        "规则 {rule} 应写 check（公式）或 code（检查程序）之一",
        "rule {rule}: give either check (a formula) or code (a coded check)",
    ),
    "contradict": (
        "格式“{form}”上，这些规则互相矛盾，不可能同时成立：{rules}",
        "on form “{form}” these rules contradict each other and cannot all hold: {rules}",
    ),
    "only_zero": (
        "格式“{form}”上，加入规则包“{pack}”后，这些单元格只能填 0：{cells}",
        "on form “{form}”, with pack “{pack}” only 0 is left for these cells: {cells}",
    ),
    "form_displaces": (
        "格式“{form}”与“{other}”适用于同一地区、同一年度，却不以它为基础；请写 extends: {other}，"
        "另加本地的内容",
        "form “{form}” would take the place of “{other}” without extending it: write "
        "extends: {other}, and add what is local",
    ),
    "form_asks_less": (
        "格式“{form}”比“{extended}”要求得少（{what}），不予采用；请保留原有内容，只作增加",
        "form “{form}” asks for less than “{extended}” ({what}), which is refused: keep what is "
        "there, and only add",
    ),
    "less_section": ("缺少必备的部分“{name}”", "required section “{name}” is missing"),
    "less_heading": (
        "部分“{name}”没有保留原标题", "section “{name}” does not keep its heading"),
    "less_parts": ("部分“{name}”少了应写的内容", "section “{name}” has fewer parts"),
    "less_table": ("缺少必备的表格“{name}”", "required table “{name}” is missing"),
    "less_row": ("表中的行“{name}”缺少或改变了性质", "row “{name}” is missing or of another kind"),
    "less_column": ("表中的列“{name}”缺少或改变了性质",
                    "column “{name}” is missing or of another kind"),
    "less_statement": (
        "正文数据“{name}”缺少或少了写法", "statement “{name}” is missing or has fewer wordings"),
    "shadows": (
        "规则 {rule}（{place}）与 {other}（{there}）内容相同，可以删去",
        "rule {rule} ({place}) says what {other} ({there}) says already: it can be removed",
    ),
    "unknown_label": (
        "格式“{form}”的 labels 中，{names} 不是部分、行或列的编号",
        "form “{form}”: {names} in “labels” is no id of a section, row or column",
    ),
    "bad_lock": (
        "锁定文件应有 plugins 和 packs 两部分；请用 compliance plugins --lock 重新生成",
        "a lock file has the parts plugins and packs: make it anew with compliance plugins --lock",
    ),
    "lock_new": (
        "“{name}”不在锁定文件 {lock} 中；确认无误后请用 compliance plugins --lock 重新锁定",
        "“{name}” is not in {lock}: when it is wanted, lock anew with compliance plugins --lock",
    ),
    "lock_gone": (
        "锁定文件 {lock} 中的“{name}”没有安装，其规则本次没有检查",
        "“{name}” of {lock} is not installed; its rules were not checked",
    ),
    "lock_changed": (
        "“{name}”与锁定文件 {lock} 所记不同；确认无误后请用 compliance plugins --lock 重新锁定",
        "“{name}” is not what {lock} has locked: when the change is wanted, lock anew with "
        "compliance plugins --lock",
    ),
    "not_mapping": (
        "文件应是“键: 值”形式的 YAML",
        "the file must be a YAML mapping of keys to values",
    ),
    "bad_extends": (
        "格式“{form}”声明继承“{extended}”，但该格式不存在或形成循环",
        "form “{form}” extends “{extended}”, which is not there or leads back to itself",
    ),
    "row_needs_column": (
        "规则 {rule} 的公式中“{name}”是一行，有若干格；请写明哪一格，如“{name}[{column}]”，"
        "或写“行合计({name})”，或用 for_each 逐列核对",
        "rule {rule}: “{name}” is a row of several cells: say which, “{name}[{column}]”, or write "
        "“行合计({name})”, or check each column with for_each",
    ),
    "meant_name": (
        "规则 {rule} 的公式中“{name}”不是格式 {form} 的指标；是不是“{like}”？",
        "rule {rule}: “{name}” in its formula is not an indicator of form {form}; is it “{like}”?",
    ),
    "unknown_name": (
        "规则 {rule} 的公式中“{name}”不是格式 {form} 的指标",
        "rule {rule}: “{name}” in its formula is not an indicator of form {form}",
    ),
    "bad_formula": (
        "规则 {rule} 的公式有误：{problem}",
        "rule {rule}: {problem}",
    ),
    "unknown_table": (
        "规则 {rule} 指向的表“{name}”不在格式 {form} 中",
        "rule {rule}: table “{name}” is not in form {form}",
    ),
    "unknown_check": (
        "规则 {rule} 所用的检查“{name}”没有安装",
        "rule {rule}: the coded check “{name}” is not installed",
    ),
    "is_it": ("{words}；是不是“{like}”？", "{words}; is it “{like}”?"),
    "there_are": ("{words}；可以写的有：{known}", "{words}; there are: {known}"),
    "bad_expression": (
        "“{expression}”不是能用的正则表达式：{fault}",
        "“{expression}” is not an expression that can be used: {fault}",
    ),
    "expression_bracket_open": ("括号没有收尾", "a bracket is not closed"),
    "expression_bracket_extra": ("多了一个右括号", "there is a closing bracket too many"),
    "expression_class_open": ("方括号没有收尾（{at}）", "a square bracket is not closed ({at})"),
    "expression_class_wrong": (
        "方括号里的范围不对（{at}）", "the range in square brackets is wrong ({at})"),
    "expression_nothing_repeated": (
        "{at} 前面没有要重复的内容", "there is nothing to repeat before {at}"),
    "expression_repeated_twice": ("重复符号连写（{at}）", "a repetition is repeated ({at})"),
    "expression_repeated_wrongly": (
        "重复次数不对（{at}）；次数应由小到大，最多 1000",
        "the number of repetitions is wrong ({at}): the smaller first, at most 1000",
    ),
    "expression_not_linear": (
        "不能用 {at}：前后查找、条件等写法会使时间失去上限，请改写成普通写法",
        "{at} cannot be used: looking ahead or behind and the like would leave the time "
        "unbounded; put it in plain terms",
    ),
    "expression_escape": (
        "反斜杠后的写法不能用（{at}）；反向引用会使时间失去上限",
        "the escape is not known ({at}); references back would leave the time unbounded",
    ),
    "expression_group_name": ("分组的名称不对（{at}）", "the name of a group is wrong ({at})"),
    "expression_too_large": ("表达式太大，请减少重复次数", "it is too large: repeat less"),
    "expression_other": ("{at}", "{at}"),
    "setting_unknown": (
        "规则 {rule} 的设置“{key}”不是检查 {check} 的设置",
        "rule {rule}: “{key}” is no setting of check {check}",
    ),
    "setting_of_none": (
        "规则 {rule} 的设置“{key}”请删去：检查 {check} 没有设置",
        "rule {rule}: remove setting “{key}”: check {check} has no settings",
    ),
    "setting_missing": (
        "规则 {rule} 缺少设置 {key}（{meaning}）",
        "rule {rule} lacks setting {key} ({meaning})",
    ),
    "setting_wrong": (
        "规则 {rule} 的设置 {where} {fault}", "rule {rule}: setting {where} {fault}"),
    "setting_item": ("{where} 第 {number} 条", "{where}, item {number},"),
    "setting_key": ("{where}/{key}", "{where}/{key}"),
    "expected_text": (
        "的值“{value}”应为文字（数字请加引号）",
        "has “{value}” where text is expected (put figures in quotes)",
    ),
    "expected_list": ("应为列表，至少一项", "must be a list of at least one item"),
    "expected_mapping": (
        "应为“名称: 值”，至少一项", "must be a mapping of at least one name to its value"),
    "expected_expression": (
        "不是能用的正则表达式：{fault}", "is not an expression that can be used: {fault}"),
    "expected_number": (
        "的值“{value}”应为大于 0 的数", "has “{value}” where a number above 0 is expected"),
    "expected_truth": ("的值“{value}”应为 true 或 false", "has “{value}”: write true or false"),
    "expected_day": (
        "的期限“{value}”应写成“月-日”，且每年都有，如 01-20",
        "has “{value}”: write month and day of a day that every year has, such as 01-20",
    ),
    "expected_choice": ("的值“{value}”不能用", "has “{value}”, which is no value of it"),
    "expected_kind": (
        "中的“{name}”不是机关类别", "has “{name}”, which is no kind of body"),
    "unknown_hook": (
        "{place} 中的 {name} 不是插件接口",
        "{name} in {place} is no hook of plug-ins",
    ),
    "unmarked_hook": (
        "{place} 中的 {name} 没有标上 @hookimpl，不起作用；请标上，或换一个名称",
        "{name} in {place} is not marked @hookimpl and does nothing: mark it, or rename it",
    ),
    "check_of_broken": (
        "插件“{name}”未能加载（{cause}）；因此规则 {rule}（{place}）所用的检查“{check}”没有安装",
        "plug-in “{name}” did not load ({cause}); so the coded check “{check}” of rule {rule} "
        "({place}) is not installed",
    ),
    "error_without_ground": (
        "{rule}：程度为“错误”，依据却只有{grounds}；请降为警告（warning），或者补写法规（law）、"
        "格式（form）依据",
        "{rule}: its severity is error, but it stands only on {grounds}: make it a warning, or "
        "add what it stands on in the law or the form",
    ),
    "ground_practice": ("主管部门的要求（practice）", "what supervisors demand (practice)"),
    "ground_inference": ("由文意的推断（inference）", "inference"),
    "ground_none": ("空白", "nothing"),
    "bad_rule_id": (
        "编号“{id}”只能用大写字母、数字和连字符，字母开头，如 {like}",
        "id “{id}”: only capital letters, digits and hyphens, a letter first, such as {like}",
    ),
    "bad_pack_id": (
        "编号“{id}”只能用小写字母、数字和连字符，字母开头，如 cn-zj",
        "id “{id}”: only small letters, digits and hyphens, a letter first, such as cn-zj",
    ),
    "bad_jurisdiction": (
        "jurisdiction“{name}”应写 ISO 3166-2 代码，如 {like}；市、县再加 GB/T 2260 代码的前几位，"
        "如 CN-FJ-3504",
        "jurisdiction “{name}”: write a code of ISO 3166-2 such as {like}, with the first digits "
        "of the GB/T 2260 code for a city or a county, such as CN-FJ-3504",
    ),
    "unknown_column": (
        "规则 {rule} 的公式中，“{row}”没有“{column}”这一列",
        "rule {rule}: “{row}” in its formula has no column “{column}”",
    ),
    "no_cell_negative": ("“各格不为负数”", "“no cell is below 0”"),
    "rule_like": ("没有规则 {rule}；是不是“{like}”？", "there is no rule {rule}; is it “{like}”?"),
}
