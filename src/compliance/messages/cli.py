"""Messages of the command line."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unknown_format": (
        "没有名为“{format}”的输出格式；可用的有：{known}",
        "there is no output format “{format}”; known formats: {known}",
    ),
    "unknown_scoring": (
        "没有名为“{name}”的评分方法；可用的有：{known}",
        "there is no scoring model “{name}”; known models: {known}",
    ),
    "unknown_rule": (
        "没有规则 {rule}；用 compliance rules 查看全部规则",
        "there is no rule {rule}; compliance rules lists them all",
    ),
    "not_a_score": (
        "--min-score 的值“{value}”不是 0 到 100 的数",
        "--min-score: “{value}” is not a number from 0 to 100",
    ),
    "one_file_only": (
        "--same-report 要比较同一份报告的几个文件，请至少给出两个",
        "--same-report compares files of one report: name at least two",
    ),
    "empty_folder": ("文件夹中没有文件", "the folder holds no files"),
    "too_many_files": (
        "文件夹中的文件超过 {most} 个；请指明只放报告的文件夹",
        "the folder holds more than {most} files: name a folder that holds only reports",
    ),
    "overwrites_input": (
        "这是所读的文件，不能覆盖；请换一个文件名",
        "this file is read by the call and must not be overwritten: choose another name",
    ),
    "written_twice": (
        "两种输出不能写入同一个文件；请换一个文件名",
        "two outputs cannot go into one file: choose another name",
    ),
    "out_of_range": (
        "{key} 的值 {value} 不在 {low} 到 {high} 之间",
        "{key}: {value} is not between {low} and {high}",
    ),
    "too_small": ("{key} 的值 {value} 小于 {low}", "{key}: {value} is less than {low}"),
    "waiver_unknown_rule": (
        "豁免所指的规则 {rule} 不存在；用 compliance rules 查看全部规则",
        "the waiver names rule {rule}, which is not there: compliance rules lists them all",
    ),
    "waiver_never": (
        "规则 {rule} 的豁免从 {from} 起，到 {until} 止，没有一天有效：请核对起止日期",
        "the waiver of rule {rule} runs from {from} until {until}, which is no day at all: "
        "check both dates",
    ),
    "waiver_blank": (
        "规则 {rule} 的豁免没有写明 {key}；豁免须有理由（reason）和批准人（approver）",
        "the waiver of rule {rule} gives no {key}: a waiver needs a reason and an approver",
    ),
    "unknown_kind": (
        "deadlines 中的“{kind}”不是机关类别；可用的有：{known}",
        "deadlines: “{kind}” is no kind of body; known kinds: {known}",
    ),
    "no_day": (
        "{kind} 的期限“{day}”应写成“月-日”，如 01-20",
        "deadline of {kind}: “{day}” should be written MM-DD, like 01-20",
    ),
    "no_such_day": (
        "{kind} 的期限“{day}”不是每年都有的日子；请改为每年都有的“月-日”，如 01-20",
        "deadline of {kind}: “{day}” is not a day of every year: write one that is, like 01-20",
    ),
    "later_deadline": (
        "{kind} 的期限 {day} 晚于法定的 {law}（规则 {rule}），不予采用；本地期限只能更早",
        "deadline of {kind}: {day} is later than the {law} of rule {rule}, which is refused: "
        "a local deadline can only be earlier",
    ),
    "command_broken": (
        "插件“{plugin}”的命令不能用，请联系插件作者",
        "command of plug-in “{plugin}”, which is broken: ask its author",
    ),
    "usage": (
        "{problem}（用法见 {command} --help）",
        "{problem} ({command} --help shows how to call it)",
    ),
    "missing": ("缺少 {what}", "{what} is missing"),
    "extra": ("多出的参数：{what}", "too many arguments: {what}"),
    "no_such_option": ("没有选项 {option}", "there is no option {option}"),
    "no_such_option_but": (
        "没有选项 {option}；相近的有：{near}",
        "there is no option {option}; similar: {near}",
    ),
    "no_such_command": ("没有命令 {command}", "there is no command {command}"),
    "no_such_command_but": (
        "没有命令 {command}；是不是 {near}？",
        "there is no command {command}; is it {near}?",
    ),
    "missing_command": ("缺少命令；可用的有：{known}", "a command is missing; there are: {known}"),
    "help_usage": ("用法：", "Usage: "),
    "help_options": ("选项：", "Options:"),
    "help_options_mark": ("[选项]", "[OPTIONS]"),
    "help_commands": ("命令：", "Commands:"),
    "help_command_mark": ("命令", "COMMAND"),
    "help_arguments": ("参数：", "Arguments:"),
    "help_arguments_mark": ("[参数]...", "[ARGS]..."),
    "help_help": ("显示这份说明", "show this help"),
    "help_required": ("（必填）", " (required)"),
    "option_needs_value": ("选项 {option} 缺少值", "option {option} needs a value"),
    "bad_choice": ("{what} 的值不对；可用的有：{choices}", "{what}: choose one of {choices}"),
    "bad_value": ("{what} 的值不对（{why}）", "{what}: {why}"),
    "cannot_write": (
        "无法写入（{error}）；请检查路径和权限",
        "cannot be written ({error}): check the path and your permissions",
    ),
    "cannot_write_no_folder": (
        "无法写入：没有这个文件夹；请先建立文件夹，或改正路径",
        "cannot be written: there is no such folder; make it first, or correct the path",
    ),
    "cannot_write_forbidden": (
        "无法写入：没有权限；请换一个文件夹，或请管理员授权",
        "cannot be written: permission is denied; choose another folder, or ask for permission",
    ),
    "cannot_write_folder": (
        "无法写入：这是一个文件夹；请写明文件名",
        "cannot be written: this is a folder; give the name of a file",
    ),
    "cannot_write_full": (
        "无法写入：磁盘已满；请腾出空间后再试",
        "cannot be written: the disk is full; make room and try again",
    ),
    "cannot_write_long": (
        "无法写入：文件名过长；请换一个短的文件名",
        "cannot be written: the name is too long; choose a shorter one",
    ),
    "written": ("已写入 {file}", "written: {file}"),
    "written_corrected": (
        "已写入 {file}：改正 {done} 处，{left} 处不能确定",
        "written: {file}; corrected: {done}, not certain: {left}",
    ),
    "our_fault": (
        "程序内部错误（{error}）；这不是您的过错，请把所审文件发给开发者",
        "internal error ({error}): not your fault; please send us the file",
    ),
    "rule": ("规则", "rule"),
    "severity": ("程度", "severity"),
    "years": ("适用年度", "years"),
    "title": ("要求", "requirement"),
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "info"),
    "locked": ("已锁定，记入 {file}", "locked in {file}"),
    "loaded": ("已加载", "loaded"),
}
