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
        "规则 {rule} 所指的格式 {forms} 都不存在，规则不会起作用；请核对编号",
        "rule {rule} names only forms that are not there ({forms}) and would never apply: "
        "check the ids",
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
}
