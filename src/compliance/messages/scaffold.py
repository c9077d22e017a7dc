"""Messages of ``compliance new``."""

MESSAGES: dict[str, tuple[str, str]] = {
    "bad_code": (
        "“{code}”不是中国省级行政区的字母代码；请写两个大写字母，如 FJ（ISO 3166-2:CN）",
        "“{code}” is no code of a province: write two capital letters, such as FJ (ISO 3166-2:CN)",
    ),
    "bad_rule": (
        "“{rule}”不能作规则编号；请用大写字母、数字和连字符，如 FJ-02",
        "“{rule}” cannot be the id of a rule: use capital letters, digits and hyphens, such as "
        "FJ-02",
    ),
    "other_prefix": (
        "编号 {rule} 与这个规则包的其他编号不一致；请以 {begins}- 开头",
        "the id {rule} is unlike the others of this pack: begin it with {begins}-",
    ),
    "rule_taken": (
        "编号 {rule} 在 {there} 已经用过，请换一个",
        "the id {rule} is taken at {there}: choose another",
    ),
    "not_empty": ("这个文件夹里已有内容，请另指定一个", "this folder is not empty: name another"),
    "no_pack": ("文件里没有规则包（pack）", "the file holds no pack"),
    "no_rules_key": (
        "文件里没有单独一行的“rules:”，不知道规则应加在哪里；请先加上",
        "there is no line “rules:” to add the rule below: write it first",
    ),
    "written": ("已写入：", "written:"),
    "next": ("下一步：", "next:"),
}
