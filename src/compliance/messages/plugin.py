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
        "let a failure through, add a waiver with a reason, an approver and a last day to a profile",
    ),
    "severity_lowered": ("程度由“{old}”降为“{new}”", "severity lowered from {old} to {new}"),
    "weight_lowered": ("权重由 {old} 降为 {new}", "weight lowered from {old} to {new}"),
    "setting_loosened": (
        "设置“{key}”没有变严",
        "setting “{key}” does not become stricter",
    ),
    "section_dropped": (
        "格式“{form}”取消了“{extended}”必备的部分“{section}”，不予采用；请保留这一部分",
        "form “{form}” drops section “{section}”, which “{extended}” requires: keep it",
    ),
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
