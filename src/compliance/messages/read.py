"""Messages about files that cannot be read."""

MESSAGES: dict[str, tuple[str, str]] = {
    "missing": ("找不到这个文件，请核对路径", "there is no such file: check the path"),
    "folder": ("这是一个文件夹，请指定其中的文件", "this is a folder: name the files in it"),
    "not_a_file": ("这不是普通文件，不能读取", "this is not an ordinary file and cannot be read"),
    "forbidden": ("没有读取这个文件的权限", "there is no permission to read this file"),
    "unreadable": ("文件读不出来（{reason}）", "the file cannot be read ({reason})"),
    "empty": ("文件是空的，请核对是否下载完整",
              "the file is empty: check that it was saved completely"),
    "too_big": (
        "文件超过 {limit} MiB；一份年度报告不会这么大，请核对是否选错了文件",
        "the file is larger than {limit} MiB, which no annual report is: "
        "check that it is the right file",
    ),
    "cannot_read": (
        "不能读取这种格式（{format}）；请另存为 Word（DOCX）、PDF、网页（HTML）或纯文本后再试",
        "this format ({format}) cannot be read: save the report as DOCX, PDF, HTML or plain text",
    ),
    "encrypted": (
        "文件设有密码，不能读取；请取消密码后另存再试",
        "the file is protected by a password: save it without one",
    ),
    "binary": (
        "文件内容不是文字；请另存为网页（HTML）或纯文本后再试",
        "the content is not text: save the report as HTML or plain text",
    ),
    "encoding": (
        "认不出文件的字符编码；请用 UTF-8 编码另存后再试",
        "the character encoding cannot be told: save the file as UTF-8",
    ),
    "no_text": (
        "文件里没有文字；如果正文是图片或由脚本载入，请把正文另存为网页（HTML）或纯文本",
        "there is no text in the file: if the report is an image or loaded by a script, "
        "save its text as HTML or plain text",
    ),
    "html_too_deep": (
        "网页嵌套超过 {limit} 层，不能读取；请只保存报告正文",
        "the page is nested more than {limit} levels deep: save only the report itself",
    ),
    "html_too_large": (
        "网页内容过大，不能完整读取；请只保存报告正文",
        "the page is too large to be read completely: save only the report itself",
    ),
    "structured_not_document": (
        "这是 YAML 或 JSON 文件，不是网页或文本",
        "this is a YAML or JSON file, not a page or a text",
    ),
    "too_deep": ("嵌套超过 {limit} 层", "nested more than {limit} levels deep"),
    "too_many": (
        "内容超过 {limit} 项（引用展开后计）",
        "more than {limit} values (with aliases expanded)",
    ),
    "duplicate_key": (
        "“{key}”填写了两次，请删去一处",
        "“{key}” is given twice: remove one of them",
    ),
    "key_not_plain": ("键只能是文字或数字", "a key can only be text or a number"),
    "unknown_tag": ("不能使用标记 {tag}，请删去", "tag {tag} cannot be used: remove it"),
    "bad_value": ("“{value}”不是有效的{kind}", "“{value}” is not a valid {kind}"),
    "number_too_long": ("数字过长（超过 {limit} 位）", "the number has more than {limit} digits"),
    "not_finite": (
        "{value} 不是数；空白单元格请填 null",
        "{value} is not a number: write null for a blank cell",
    ),
    "bad_character": (
        "有不允许的控制字符（U+{code}），请删去",
        "there is a control character (U+{code}) that is not allowed: remove it",
    ),
    "several_documents": (
        "一个文件里有不止一份内容；请每份报告存一个文件",
        "the file holds more than one document: save each report in its own file",
    ),
    "bad_merge": ("<< 后面只能是引用的映射", "only mappings can follow <<"),
    "broken_yaml": ("YAML 写法有误：{reason}", "this is not valid YAML: {reason}"),
    "broken_json": ("JSON 写法有误：{reason}", "this is not valid JSON: {reason}"),
    "why_tab": ("缩进处用了制表符，请改用空格", "a tab is used to indent: use spaces"),
    "why_colon": ("缺少冒号，或冒号后没有空格",
                  "a colon is missing, or there is no space after it"),
    "why_second_colon": (
        "此处不应有冒号；请检查缩进，文字里含冒号时加引号",
        "a colon is not expected here: check the indentation, or quote text that has a colon",
    ),
    "why_indent": ("缩进不齐，或上文的括号、引号没有收尾",
                   "the indentation does not line up, or a bracket or quote before is not closed"),
    "why_bracket": ("缺少逗号，或方括号、花括号没有收尾",
                    "a comma is missing, or a bracket is not closed"),
    "why_ends": ("文件在此中断：引号或括号没有收尾",
                 "the file breaks off here: a quote or a bracket is not closed"),
    "why_alias": ("引用了没有定义的锚点", "an alias names an anchor that is not defined"),
    "why_escape": ("反斜杠写法不对；一个反斜杠要写成 \\\\",
                   "an unknown backslash escape: write one backslash as \\\\"),
    "why_character": ("此处的字符不能开头，请给文字加引号",
                      "a value cannot start with this character: quote the text"),
    "why_quotes": ("键要用双引号括起来，最后一项后面不能有逗号",
                   "a key must stand in double quotes, and no comma may follow the last item"),
    "why_value": ("此处应有一个值", "a value is expected here"),
    "why_comma": ("缺少逗号", "a comma is missing"),
    "why_control": ("文字中有换行或控制字符", "there is a line break or control character in text"),
    "why_surrogate": ("文字中有不成对的 \\u 转义", "there is an unpaired \\u escape in text"),
    "why_other": ("此处不合语法", "the syntax is not valid here"),
}
