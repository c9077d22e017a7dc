"""Words for wrong figures and what should stand there."""

MESSAGES: dict[str, tuple[str, str]] = {
    "in_text": ("正文“{words}”", "text “{words}”"),
    "rule": ("{title}（{rule}）", "{title} ({rule})"),
    "slip_swapped": ("相邻两位数字颠倒", "two neighbouring digits swapped"),
    "slip_dropped": ("漏打一位数字", "a digit left out"),
    "slip_added": ("多打一位数字", "a digit too many"),
    "slip_doubled": ("一位数字重复打了两次", "a digit typed twice"),
    "slip_replaced": ("打错一位数字", "one digit mistyped"),
    "slip_replaced_only": ("打错数字", "the digit mistyped"),
    "slip_zero_lost": ("漏打一个 0", "a zero left out"),
    "slip_zero_added": ("多打一个 0", "a zero too many"),
    "slip_unit": ("元与万元混淆，相差一万倍", "元 for 万元: out by a factor of 10,000"),
    "slip_sign": ("正负号打错", "the sign is wrong"),
    "slip_neighbour": ("与旁边一格数字相同，疑似填串了格",
                       "the same number stands in the next cell: typed in the wrong place"),
    "slip_exchanged": ("相邻两格填反", "two neighbouring cells exchanged"),
    "slip_moved": ("整行错位一列", "the row slid by one column"),
    "slip_cut": ("截尾所得，四舍五入应进一位", "cut off where it should be rounded up"),
    "share": ("{count}/{whole} = {share}%", "{count}/{whole} = {share}%"),
    "share_then": (
        "{count}/{whole} = {share}%；相关件数改正后 {then} = {after}%",
        "{count}/{whole} = {share}%; with the counts corrected {then} = {after}%",
    ),
    "share_now": ("件数改正后 {then} = {after}%", "with the counts corrected {then} = {after}%"),
    "claim": ("这句话与表格不符", "this sentence does not fit the table"),
    "table_fits": (
        "表格的数与其他勾稽关系相符，正文单独不符",
        "the table fits all other relations; the text alone does not",
    ),
}
