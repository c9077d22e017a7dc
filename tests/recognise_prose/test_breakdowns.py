# ruff: noqa: E501 (sentences under test stay in one piece)
"""Breakdowns: what is one, what it holds, and what must not be made into one."""

from decimal import Decimal

import pytest
from prose_reading import breakdowns, shape


def test_counts_and_shares() -> None:
    [found] = breakdowns(
        "本年各部门主动公开912条，其中：机构职能188条，占20.6%；政策、文件41条，占4.5%；规划18条，占2%；"
        "许可125条，占13.7%；项目20条，占2.2%；实事31条，占3.4%；社保18条，占2%；国土23条，占2.5%；"
        "科教59条，占6.5%；安全107条，占11.7%，其它282条，占30.9%。"
    )
    assert shape(found) == (912, [188, 41, 18, 125, 20, 31, 18, 23, 59, 107, 282])
    assert found.parts[0].share == Decimal("20.6")
    assert found.parts[1].name == "政策、文件"
    assert found.parts[-1].name == "其它"
    assert (found.unit, found.complete, found.exclusive) == ("条", True, True)


def test_whole_in_the_sentence_before_is_told_by_the_shares() -> None:
    [found] = breakdowns(
        "全年受理申请859件，比去年回落12.3%；答复申请805件（含上年结转18件，另有72件延到明年），都按时答复。"
        "公开及部分公开258件，占33.9%；不予公开35件，占4.34%；无法提供265件，占32.9%；"
        "不予处理158件，占19.6%；其他处理0件。"
    )
    assert shape(found) == (805, [258, 35, 265, 158, 0])
    assert found.complete
    assert [part.share for part in found.parts][-1] is None


def test_shares_choose_the_year_and_not_the_total_since_the_beginning() -> None:
    [found] = breakdowns(
        "全年主动公开606条,其中电子化率100%,目前总计公开2739条。\n\n在公开的信息中,2011年新增(下同)法规51条,"
        "占总体的比例为8.42%;规划7条,占总体的比例为1.16%;动态554条,包括统计等内容,占总体的比例为91.42%;职能6条。"
    )
    assert shape(found) == (606, [51, 7, 554, 6])
    assert found.parts[0].name == "法规"
    assert not found.complete
    assert found.exclusive


@pytest.mark.parametrize(("text", "whole", "parts"), [
    ("网站发布 2139 条，其中动态 1744 条，政务 393 条，解读 21 条，\n回应热点 2 条。", 2139, [1744, 393, 21, 2]),
    ("公开160条,其中,综合59条;人事1条;财政5条;教育8条;会议22条;安全45条;妇女、儿童28条;监察2条。", 160,
     [59, 1, 5, 8, 22, 45, 28, 2]),
    ("共發布信息2483條，其中網站319條，微信851條、微博2348條。", 2483, [319, 851, 2348]),
])
def test_parts_that_exceed_their_whole_are_charged(
    text: str, whole: int, parts: list[int]
) -> None:
    [found] = breakdowns(text)
    assert shape(found) == (whole, parts)
    assert found.exclusive


def test_areas_in_brackets_applicants_and_outcomes_split_the_same_whole() -> None:
    found = breakdowns(
        "全市收办申请3607件（市政府349件、部门933件、甲县477件、乙县301件、丙县874件、丁区216件、戊区348件、"
        "己区55件、庚区26件、辛区12件、壬区16件），同比增长70.3%，其中，自然人申请3493件，法人或其他组织申请114件；"
        "予以公开1191件、部分公开328件、不予公开142件、无法提供1078件、不予处理406件、"
        "作其他处理（含撤回）341件、转下年度办理121件。"
    )
    assert [shape(each) for each in found] == [
        (3607, [349, 933, 477, 301, 874, 216, 348, 55, 26, 12, 16]),
        (3607, [3493, 114]),
        (3607, [1191, 328, 142, 1078, 406, 341, 121]),
    ]
    assert all(each.complete for each in found)


def test_two_units_are_split_side_by_side_in_the_next_sentence() -> None:
    found = breakdowns(
        "2024年有3件申请收取处理费2230元。其中，甲局1件，收取880元；乙局1件，收取1080元；丙镇1件，收取270元。"
    )
    assert {each.unit: shape(each) for each in found} == {
        "件": (3, [1, 1, 1]), "元": (2230, [880, 1080, 270]),
    }
    assert found[1].parts[0].name.startswith("甲局")


def test_whole_may_stand_two_sentences_before() -> None:
    [found] = breakdowns(
        "全年公开50条。工作正常。在主动公开的信息中，法规4条，业务10条，公开30条，数据6条。"
    )
    assert shape(found) == (50, [4, 10, 30, 6])
    assert found.complete


def test_outcomes_of_outcomes() -> None:
    found = breakdowns(
        "收到申请534件,答复件502,其中“同意”368件,占73%;“部分”22件,占4%;否决112件,占22%。\n"
        "在否决公开的答复中,无信息44件,占39%,非掌握28件,占25%,不明确22件,占20%,免予12件,占11%,其它原因6件,占5%。"
    )
    assert [shape(each) for each in found] == [(502, [368, 22, 112]), (112, [44, 28, 22, 12, 6])]


def test_a_list_without_other_that_falls_short_is_not_complete() -> None:
    [found] = breakdowns("发布信息393件，其中包括：规范性文件13件；规划2件；预算信息。")
    assert shape(found) == (393, [13, 2])
    assert not found.complete


def test_other_outcomes_may_leave_applications_pending() -> None:
    [found] = breakdowns("收到申请100件，其中予以公开60件、不予公开10件、其他处理20件。")
    assert not found.complete
    [found] = breakdowns("办结申请100件，其中予以公开60件、不予公开10件、其他处理20件。")
    assert found.complete


def test_one_more_class_is_not_the_remainder() -> None:
    [found] = breakdowns("公开信息100条，其中动态60条，其他重点领域信息30条。")
    assert not found.complete
    [found] = breakdowns("公开信息100条，其中动态60条，其他各类信息30条。")
    assert found.complete


def test_channels_are_not_exclusive() -> None:
    [found] = breakdowns("公开信息100条，其中网站100条，微博11条，微信22条，公开栏79条。")
    assert not found.exclusive
    assert not found.complete


def test_a_split_part_stays_out_of_the_outer_list() -> None:
    found = breakdowns("公开信息100条，其中甲类60条，乙类40条，其中乙一30条，乙二10条。")
    assert [shape(each) for each in found] == [(100, [60, 40]), (40, [30, 10])]


def test_a_new_whole_after_a_semicolon_is_not_a_part() -> None:
    found = breakdowns("收到申请100件，其中个人80件，单位10件；答复90件，其中公开50件，不公开30件。")
    assert shape(found[0]) == (100, [80, 10])
    assert shape(found[1]) == (90, [50, 30])


@pytest.mark.parametrize("text", [
    "门户网站公开912条，微博公开11条，微信公开22条，公开栏公开779条。",
    "差评占评价总数的0.34%，好评占99.58%。",
    "累计公开846条，其中本年公开214条。",
    "编发文章1640篇，其中原创294篇，关注人数达1016823人。",
    "全年受理20件，其中约10件公开，8余件不公开。",
    "收到申请34件，上年结转2件，全部办完。办结的申请中同意9件，不予公开2件，其他处理14件，转下年1件。",
    "编发公报24期，刊登文件112件，部门文件45件，解读83件。",
    "减免税1户，减免12.6万元；备案12户，其中甲4户、乙8户，减免房税139万元；加计168.8万元。",
    "",
])
def test_nothing_is_invented(text: str) -> None:
    assert [each for each in breakdowns(text)
            if each.exclusive and sum(part.count or 0 for part in each.parts) != each.whole
            ] == []


def test_growth_is_not_a_part() -> None:
    [found] = breakdowns(
        "公开信息137条,同比增量29条。其中通过公报公开1条；通过网站公开106条,同比增量29条,通过微信公开30条。"
    )
    assert shape(found) == (137, [1, 106, 30])


def test_places() -> None:
    [found] = breakdowns("开头一句。\n全年公开政府信息三类共10条，其中甲类4条，\n乙类6条。")
    assert found.location is not None
    assert (found.location.line, found.location.end_line) == (2, 3)
    assert found.parts[1].location is not None
    assert found.parts[1].location.line == 3
    assert found.text == "全年公开政府信息三类共10条，其中甲类4条，乙类6条"
