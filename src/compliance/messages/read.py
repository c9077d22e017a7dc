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
    "text_too_large": (
        "文本有 {lines} 行、{characters} 字，超过 {most_lines} 行或 {most_characters} 字的上限，"
        "不像一份年度报告；请只保留报告本身",
        "the text has {lines} lines and {characters} characters, more than the {most_lines} lines "
        "or {most_characters} characters allowed: it does not look like one annual report; keep "
        "the report alone",
    ),
    "html_too_large": (
        "网页内容过大，不能完整读取；请只保存报告正文",
        "the page is too large to be read completely: save only the report itself",
    ),
    "too_many_entries": (
        "文件包里的条目超过 {limit} 个，不像一份年度报告；请用办公软件打开后另存再试",
        "the package has more than {limit} entries, which no annual report has: "
        "open it in an office program and save it anew",
    ),
    "package_damaged": (
        "文件已损坏或不完整，不能打开；请重新下载，或用办公软件修复后另存再试",
        "the file is damaged or incomplete: download it again, "
        "or repair it in an office program and save it anew",
    ),
    "unpacks_too_large": (
        "文件解压后超过 {limit} MiB，不像一份年度报告；请删去图片后另存再试",
        "the file unpacks to more than {limit} MiB, which no annual report does: "
        "take out its pictures and save it anew",
    ),
    "part_missing": (
        "文件包里缺少 {part}；请用办公软件打开后另存再试",
        "the package lacks {part}: open it in an office program and save it anew",
    ),
    "part_damaged": (
        "文件包里的 {part} 已损坏；请重新下载，或用办公软件修复后另存再试",
        "{part} in the package is damaged: download the file again, "
        "or repair it in an office program and save it anew",
    ),
    "part_packed_otherwise": (
        "文件包里的 {part} 压缩方式不能识别；请用办公软件打开后另存再试",
        "{part} is packed in a way that cannot be read: "
        "open the file in an office program and save it anew",
    ),
    "part_too_large": (
        "文件包里的 {part} 解压后超过 {limit} MiB；请只保存报告正文",
        "{part} in the package unpacks to more than {limit} MiB: save only the report itself",
    ),
    "part_too_tight": (
        "文件包里的 {part} 压缩到不足 1/{limit}，可能是恶意文件，不予读取；"
        "如果来源可靠，请用办公软件打开后另存再试",
        "{part} is packed more than {limit} times, as hostile files are: "
        "if you trust it, open the file in an office program and save it anew",
    ),
    "xml_broken": (
        "{part} 的 XML 写法有误；请用办公软件打开后另存再试",
        "{part} is not valid XML: open the file in an office program and save it anew",
    ),
    "xml_doctype": (
        "{part} 里有文档类型声明（DTD），可能是恶意文件，不予读取；请删去声明或另存再试",
        "{part} declares a document type (DTD), as hostile files do: "
        "remove the declaration or save the file anew",
    ),
    "xml_too_deep": (
        "{part} 嵌套超过 {limit} 层，不能读取；请只保存报告正文",
        "{part} is nested more than {limit} levels deep: save only the report itself",
    ),
    "xml_too_large": (
        "{part} 内容过大，不能完整读取；请只保存报告正文",
        "{part} is too large to be read completely: save only the report itself",
    ),
    "not_word": (
        "文件包里没有 Word 正文；请用 Word 或 WPS 打开，另存为 DOCX 后再试",
        "there is no Word document in the package: open it in Word or WPS and save it as DOCX",
    ),
    "office_missing": (
        "{format}要用 LibreOffice 读取，本机没有安装；请安装，或用 Word、WPS 打开后另存为 DOCX "
        "再试",
        "{format} is read by way of LibreOffice, which is not installed here: "
        "install it, or open the file in Word or WPS and save it as DOCX",
    ),
    "office_failed": (
        "LibreOffice 打不开这个文件，可能已损坏或设有密码；请用 Word、WPS 打开后另存为 DOCX 再试",
        "LibreOffice cannot open this file, which may be damaged or protected by a password: "
        "open it in Word or WPS and save it as DOCX",
    ),
    "office_slow": (
        "LibreOffice 转换这个文件超过 {limit} 秒；请用 Word、WPS 打开后另存为 DOCX 再试",
        "LibreOffice took more than {limit} seconds for this file: "
        "open it in Word or WPS and save it as DOCX",
    ),
    "sheet_too_large": (
        "工作表“{sheet}”的内容过多，不像一份年度报告；请只保留报告的表格后另存再试",
        "sheet “{sheet}” holds more than any annual report does: "
        "keep only the tables of the report and save it anew",
    ),
    "xls_too_large": (
        "XLS 文件超过 {limit} MiB，不像一份年度报告；请只保留报告的表格，另存为 XLSX 后再试",
        "the XLS file is larger than {limit} MiB, which no annual report is: "
        "keep only the tables of the report and save it as XLSX",
    ),
    "too_many_sheets": (
        "工作簿里的工作表超过 {limit} 张；请只保留报告的工作表后另存再试",
        "the workbook has more than {limit} sheets: keep only those of the report",
    ),
    "workbook_damaged": (
        "工作簿已损坏，不能读取；请用办公软件打开后另存为 XLSX 再试",
        "the workbook is damaged: open it in an office program and save it as XLSX",
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
    "pdf_broken": (
        "PDF 已损坏，不能打开；请重新下载，或用阅读器打开后另存（打印为 PDF）再试",
        "the PDF is damaged and cannot be opened: download it again, "
        "or open it in a viewer and print it to a new PDF",
    ),
    "pdf_too_many_pages": (
        "PDF 超过 {limit} 页，不像一份年度报告；请只保存报告正文",
        "the PDF has more than {limit} pages, which no annual report has: "
        "save only the report itself",
    ),
    "pdf_too_heavy": (
        "PDF 内容过大或结构异常，处理超出限制；请用阅读器打开后另存（打印为 PDF），"
        "或改交 Word、网页",
        "the PDF takes more time or memory than allowed: open it in a viewer and print it to a "
        "new PDF, or save the report as DOCX or HTML",
    ),
    "pdf_scanned_pages": (
        "第 {pages} 页是扫描图片，没有文字层，读不出来；请提供可复制文字的 PDF、Word 或网页",
        "page {pages} is a scanned image without text: "
        "provide a PDF whose text can be copied, a DOCX or a web page",
    ),
    "pdf_cut": (
        "表格超出页面边缘，此格的数可能没有印全；请从原稿重新导出 PDF（缩小页边距或改为横向），"
        "或提供 Word、网页",
        "the table runs beyond the edge of the page and the figure may not be printed in full: "
        "export the PDF anew (narrower margins, or landscape), or provide a DOCX or a web page",
    ),
    "pdf_garbled_pages": (
        "第 {pages} 页的字体没有编码对照，文字读不出来；请从原稿重新导出 PDF，或提供 Word、网页",
        "the fonts on page {pages} do not say which characters they print: "
        "export the PDF anew, or provide a DOCX or a web page",
    ),
    "pdf_broken_pages": (
        "第 {pages} 页已损坏，打不开；请重新下载，或用阅读器另存后再试",
        "page {pages} is damaged: download the file again, or save it anew with a viewer",
    ),
}
