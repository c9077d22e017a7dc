# ruff: noqa: E501 (sentences under test stay in one piece)
"""Wordings of reports of many provinces and years that earlier tests did not hold."""

import pytest
from prose_reading import REVIEWS, breakdowns, read, shape, statements, told


@pytest.mark.parametrize(("text", "expected"), [
    ("全年依申请公开共受理3件，均按时答复。", ["受理申请 3"]),
    ("本年度我镇未收到任何形式的依申请公开政府信息。", ["受理申请 0"]),
    ("上年结转政府信息公开申请办件7件。", ["上年结转 7"]),
    ("全年完成政府信息依申请公开答复640件。", ["答复申请 640"]),
    ("收到申请9件，其中自然人申请件8件，法人或其他组织申请件1件。", ["受理申请 9", "自然人申请 8", "法人申请 1"]),
    ("收到政府信息公开申请15件，公民个人提出申请14件，法人或其他组织提出申请1件。",
     ["受理申请 15", "自然人申请 14", "法人申请 1"]),
    ("全年共收到6件依申请公开请求，办结5件；全县发生政府信息公开行政复议案件1起。",
     ["受理申请 6", "答复申请 5", "行政复议 1"]),
    ("因依申请公开引起行政复议2件，行政诉讼1件。", ["行政复议 2", "行政诉讼 1"]),
    ("收到有关政府信息公开的行政复议申请2件，发生3起关于政府信息公开的行政诉讼案件。", ["行政复议 2", "行政诉讼 3"]),
    ("未发生由政府信息公开引发的举报、投诉、行政复议和行政诉讼等。", ["行政复议 0", "行政诉讼 0"]),
    ("也未发生因政府信息公开而产生的行政复议和提起行政诉讼的案件。", ["行政复议 0", "行政诉讼 0"]),
    ("本年度未向申请人收取依申请公开的任何费用。", ["信息处理费 0"]),
    ("新收到依申请公开共20件，其中5件予以公开，3件部分公开，4件不予公开，8件无法提供。",
     ["新收申请 20", "予以公开 5", "部分公开 3", "不予公开 4", "无法提供 8"]),
])
def test_tied(text: str, expected: list[str]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize("text", [
    # Reviews that are under way are no requests that are carried forward.
    "依申请公开情况：收到行政复议3件，其中2件已办结，1件正在办理。",
    "收到复议案件20件，办结18件。",
    # Neither the website nor WeChat gives what was published in all.
    "在门户网站上公开各类信息共52条，微信公开各类信息共80条。",
    # Outcomes of one kind of applicant are a part.
    "收到申请10件，自然人申请6件，4件予以公开。",
])
def test_left_alone(text: str) -> None:
    assert not {"结转下年", "答复申请", "主动公开", "予以公开"} & {
        each.split()[0] for each in told(read(text))}


def test_what_a_street_says_of_itself() -> None:
    report = read("2023年度街道受理信息公开申请4件。", kind="township", body="清溪街道办事处")
    assert told(report) == ["受理申请 4"]


@pytest.mark.parametrize(("text", "expected"), [
    ("主动公开信息的有14条。", {"文中主动公开": 14}),
    ("依申请公开共受理2件。", {"文中申请数": 2}),
    ("在已经答复的9件申请中，“同意公开”的6件。", {"文中答复数": 9, "文中同意公开": 6}),
    ("没有关于信息公开的收费及减免情况。", {"文中收取费用": 0}),
    ("未发生对公民、法人和其他组织政府信息公开收费和减免事项。", {"文中收取费用": 0}),
    ("未产生与政府信息公开诉讼有关的费用支出。", {}),
    ("全年举办信息公开培训4次。", {"文中举办培训": 4}),
])
def test_before_2019(text: str, expected: dict[str, int]) -> None:
    assert statements(text, 2016, "2008") == expected


def test_outcomes_of_reviews_in_their_own_section() -> None:
    text = "本年度行政复议29件，其中结果维持18件，结果纠正2件，尚未审结4件。"
    assert told(read(text, section=REVIEWS)) == [
        "行政复议 29", "复议维持 18", "复议纠正 2", "复议未审结 4"]
    assert told(read(text)) == []  # Elsewhere the reviews may be of anything.


def test_what_is_carried_on_is_no_outcome_of_what_was_finished() -> None:
    [found] = breakdowns(
        "新收申请239件，上年结转12件，办结236件，其中予以公开99件，部分公开22件，不予公开19件，无法提供68件，"
        "不予处理15件，其他处理15件；结转下年度15件。")
    assert shape(found) == (236, [99, 22, 19, 68, 15, 15])
    assert found.complete


def test_what_was_received_holds_what_is_carried_on() -> None:
    [found] = breakdowns("受理申请40件，其中予以公开30件，不予公开5件，其他处理3件，结转下年2件。")
    assert shape(found) == (40, [30, 5, 3, 2])


def test_the_next_point_of_a_sentence_is_no_part_of_the_list() -> None:
    [found] = breakdowns(
        "一是公开信息302条，其中动态159条，规划36条，执法107条；二是发布政策解读418条，建议答复36条。")
    assert shape(found) == (302, [159, 36, 107])


def test_counts_side_by_side_are_no_whole() -> None:
    assert breakdowns(
        "通过网站公开信息754条，通过新媒体公开信息2808条，通过其他方式公开信息54条。"
        "其中，微信公众号发布1205条、微博12984条。") == []


def test_a_list_ends_where_something_else_is_counted() -> None:
    [found] = breakdowns("公开信息1022条，其中动态479条，目录540条，新开设专栏6个，发布解读44条。")
    assert shape(found) == (1022, [479, 540])


@pytest.mark.parametrize(("text", "expected"), [
    ("公开信息43条，包括财政信息6条，住房信息20条，征收信息17条。", (43, [6, 20, 17])),
    ("受理申请9件，具体为征地类6件，出让类1件，规划类2件。", (9, [6, 1, 2])),
    ("公开信息12条，包括领导信息3条，文件8条，2022年信息公开年报1条。", (12, [3, 8, 1])),
])
def test_a_mere_list_of_what_there_was(text: str, expected: tuple[int, list[int]]) -> None:
    [found] = breakdowns(text)
    assert shape(found) == expected


@pytest.mark.parametrize("text", [
    "受理申请10件，包括上年结转2件，答复8件，结转3件。",
    "公开信息50条，包括政策10条，发布微信推文300条，通知5条。",
    "公开信息50条，包括政策10条。",
])
def test_what_may_be_something_else_than_the_parts(text: str) -> None:
    assert breakdowns(text) == []


def test_a_second_split_of_the_same_whole() -> None:
    first, second = breakdowns(
        "收到申请1046件。其中，网上862件，占82.4%；信函171件，占16.3%；当面13件，占1.2%。"
        "公民个人申请1030件，占98.5%；组织申请16件，占1.5%。")
    assert shape(first) == (1046, [862, 171, 13])
    assert shape(second) == (1046, [1030, 16])


def test_the_number_of_the_rest_is_the_rest() -> None:
    [found] = breakdowns("公开信息100条，其中概况类信息40条、财政类信息25条，其它信息数量33条。")
    assert found.complete
