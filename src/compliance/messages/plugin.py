"""Messages about plug-ins, forms and packs."""

MESSAGES: dict[str, tuple[str, str]] = {
    "broken": (
        "插件“{name}”未能加载（{error}）；其规则本次没有检查，请联系插件作者或卸载该插件",
        "plug-in “{name}” did not load ({error}); its rules were not checked: "
        "ask its author, or uninstall it",
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
