# ruff: noqa: E501 (sentences under test stay in one piece)
"""Further wordings of offices: nothing received, nothing challenged, one channel, one office, old years."""

import pytest
from prose_reading import REVIEWS, breakdowns, read, shape, told


@pytest.mark.parametrize(("sentence", "expected"), [
    ("本镇全年未收到和处理政府信息公开申请。", ["受理申请 0"]),
    ("我局未收到公众关于政府信息公开的申请。", ["受理申请 0"]),
    ("我镇未收到申请人提出的依申请公开申请。", ["受理申请 0"]),
    ("尚未收到权利人申请公开政府信息的申请。", ["受理申请 0"]),
    ("2023全年未收到依申请公开来信。", ["受理申请 0"]),
    ("目前未收到依申请公开请求。", ["受理申请 0"]),
    ("全年未发生针对青石乡有关政府信息公开事务的行政复议案件、行政诉讼案件和举报申诉件。", ["行政复议 0", "行政诉讼 0"]),
    ("没有收到有关政府信息公开行政复议申请。", ["行政复议 0"]),
    ("未发生涉及档案局信息公开行政复议案件和行政诉讼案件。", ["行政复议 0", "行政诉讼 0"]),
    ("未发生依申请公开政府信息方面的行政复议和行政诉讼。", ["行政复议 0", "行政诉讼 0"]),
    ("未发生因依申请公开而引发的行政诉讼、行政复议。", ["行政复议 0", "行政诉讼 0"]),
    ("无因信息公开导致行政复议以及行政诉讼的情况。", ["行政复议 0", "行政诉讼 0"]),
    ("收到申请30件，信息无法提供6件，部分予以公开2件。", ["受理申请 30", "无法提供 6", "部分公开 2"]),
    ("收到政府信息依申请公开事项52件，转结下年度继续办理1件。", ["受理申请 52", "结转下年 1"]),
    ("全年依法规范办结信息公开申请2502件。", ["答复申请 2502"]),
    ("作出行政许可决定7件、行政处罚决定21件、行政强制决定2件。", ["行政许可 7", "行政处罚 21", "行政强制 2"]),
    ("作出行政处罚决定21件，行政强制措施2件。", ["行政处罚 21", "行政强制 2"]),
    ("制定发布规范性文件4件。", ["规范性文件制发 4", "规范性文件 4"]),
])
def test_said_in_other_words(sentence: str, expected: list[str]) -> None:
    assert sorted(told(read(sentence))) == sorted(expected)


def test_nothing_challenged_in_the_section_on_challenges() -> None:
    assert told(read("全年未出现申请行政复议、提起行政诉讼的情况。", form="2008", section=REVIEWS)) == [
        "行政复议 0", "行政诉讼 0"]
    assert told(read("我办行政复议为5件。行政诉讼3件。", form="2008", section=REVIEWS)) == ["行政复议 5", "行政诉讼 3"]


@pytest.mark.parametrize("sentence", [
    "没有出现因信息公开引发的行政复议及行政诉讼纠错的情况。",
    "未出现因依申请公开引发的行政复议和行政诉讼被撤销或败诉等情况。",
    "全年共受理政府信息公开类行政复议申请42件，审结40件。",
    "区政府作为复议机关受理信息公开行政复议案件18件。",
    "经审查属于同一事项的信息公开申请，合并答复1件。",
    "公开行政许可事项128条。",
    "区政府作为复议机关审理信息公开类行政复议案件18件，结果维持12件，纠正2件。",
    "区本级新制发行政规范性文件6件，各镇街14件。",
])
def test_said_of_something_else(sentence: str) -> None:
    assert told(read(sentence)) == []


def test_what_was_published_already_is_an_answer() -> None:
    assert told(read("收到申请525件，其中属于已经主动公开的2件，同意公开答复292件。", form="2008")) == [
        "申请数 525", "同意公开 292"]


def test_letters_and_faxes_told_apart_are_not_their_sum() -> None:
    assert told(read("当面申请为3件，传真申请为7件，信函申请为70件。", form="2008")) == ["当面申请 3"]


@pytest.mark.parametrize(("text", "expected"), [
    ("2013年，我局严格按照要求，累计主动公开政府信息12263条。", ["主动公开 12263"]),
    ("2013年新增主动公开政府信息12条，累计主动公开政府信息100条。", ["主动公开 12", "累计主动公开 100"]),
    ("截至2013年底，累计主动公开政府信息100条。", ["累计主动公开 100"]),
])
def test_what_is_cumulated_within_the_year(text: str, expected: list[str]) -> None:
    assert told(read(text, year=2013, form="2008")) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("通过政府网站主动公开信息312条。全年共主动公开政府信息620条。", ["主动公开 620"]),
    ("通过政府网站主动公开信息312条，通过公开栏主动公开信息90条。", []),
    ("通过政府网站主动公开信息312条。", ["主动公开 312"]),
    ("主动公开政府信息200条。主动公开文件18份。", ["主动公开 200"]),
    ("主动公开文件116件。", ["主动公开 116"]),
])
def test_a_part_is_not_the_whole(text: str, expected: list[str]) -> None:
    assert told(read(text)) == expected


def test_the_government_and_its_departments_are_parts_of_the_district() -> None:
    text = "2023年政府新收依申请公开数量为2件，办理结果为予以公开2件；部门新收依申请公开数量为4件，办理结果为予以公开1件。"
    assert [each for each in told(read(text, kind="government", body="临湖县")) if "新收" in each] == []


def test_a_website_has_an_indicator_of_its_own() -> None:
    text = "通过县政府门户网站主动公开政府信息500条，全年共主动公开政府信息620条。"
    assert told(read(text, form="2008")) == ["网站公开 500", "主动公开 620"]


@pytest.mark.parametrize("text", [
    "按时办结517件，延期办结8件。其中已经主动公开的2件，同意公开292件，不同意公开2件，信息不存在229件。",
    "因信息公开产生行政复议案件3件、行政诉讼案件3件，其中行政复议维持3件、行政诉讼维持3件。",
    "召开新闻发布会3次，其中主要负责人出席1次；政府网站在线访谈7次。",
    "公开政策文件12条，其中图解5条；转载发布防控信息160条，发布重点信息481条。",
])
def test_a_list_that_splits_more_than_the_last_count(text: str) -> None:
    assert all(part.count is None or breakdown.whole is None or part.count <= breakdown.whole
               for breakdown in breakdowns(text) for part in breakdown.parts)
    assert [shape(each) for each in breakdowns(text) if sum(shape(each)[1]) > shape(each)[0]] == []


def test_a_part_larger_than_its_whole_is_still_seen() -> None:
    (found,) = breakdowns("主动公开政府信息3747条，其中，通过门户网站发布3758条，通过公众号发布506条。")
    assert shape(found) == (3747, [3758, 506])
    (found,) = breakdowns("收到申请6件，其中：网络2件；信函8件。")
    assert shape(found) == (6, [2, 8])
