# ruff: noqa: E501 (sentences under test stay in one piece)
"""Which lists say themselves that they are all, and where a list ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose_reading import breakdowns, shape

AREAS = "市本级{}期、甲区{}期、乙区{}期、丙县{}期、丁县{}期、戊县{}期"


@pytest.mark.parametrize("text", [
    f"共制作191期问答，其中，{AREAS.format(47, 28, 22, 15, 5, 2)}。",
    f"共制作问答191期（{AREAS.format(47, 28, 22, 15, 5, 2)}）。",
    "归集文件12019件，其中，市级文件8140件，县区级文件2079件。",
    "归集文件1219件，其中，市级文件8140件，县区级文件2079件。",
    "归集文件10219件，其中：市级文件8410件，县区级文件2079件。",
    "收到申请3607件，其中，自然人申请3439件，法人或其他组织申请114件。",
    "共公开信息160条，分别为：规划60条，财政40条，人事20条。",
    "公开信息三类共160条，其中规划60条，财政40条，人事20条。",
    "公开信息160条，其中规划60条、财政40条、人事20条组成。",
])
def test_complete_by_its_words(text: str) -> None:
    [found] = breakdowns(text)
    assert found.complete
    assert shape(found)[0] != sum(shape(found)[1])


@pytest.mark.parametrize("text", [
    "公开信息160条，其中规划60条，财政40条。",
    "公开信息160条，其中规划60条，财政40条，人事20条。",
    "公开信息四类共160条，其中规划60条，财政40条，人事20条。",
    "共制作191期问答，其中主要有甲区28期、乙区22期、丙县15期、丁县5期、戊县2期、己县1期。",
    "共制作191期问答，其中甲区28期、乙区22期、丙县15期、丁县5期、戊县2期、己县1期等。",
    "共制作191期问答，其中甲区28期、乙区22期、丙县15期、丁县5期。",
    "共制作191期问答，其中市本级28期、甲区22期、乙区十五期、丙县5期、丁县2期。",
    "共制作191期问答，其中市本级28期、甲区22期、乙区15场、丙县5期、丁县2期。",
    "归集文件12019件，其中，市级文件8140件，市级公告2079件。",
])
def test_not_sure_by_its_words(text: str) -> None:
    assert [found for found in breakdowns(text) if found.complete] == []


def test_a_list_is_not_cut_where_its_beginning_happens_to_fit() -> None:
    [found] = breakdowns(f"开展问答89期，其中，{AREAS.format(48, 17, 15, 9, 7, 2)}。")
    assert shape(found) == (89, [48, 17, 15, 9, 7, 2])
    assert found.complete
    [found] = breakdowns(f"开展问答89期，其中，{AREAS.format(48, 17, 15, 9, 7, 2).replace('、', '，')}。")
    assert shape(found) == (89, [48, 17, 15, 9, 7, 2])


@pytest.mark.parametrize("text", [
    "收到申请8件，其中书面3件，网上5件，答复8件。",
    "收到申请8件，其中书面3件、网上5件，另结转2件。",
    "收到申请8件，其中书面3件、网上5件；答复7件。",
])
def test_what_is_no_part_stays_out(text: str) -> None:
    assert shape(breakdowns(text)[0]) == (8, [3, 5])


@pytest.mark.parametrize(("whole", "counts"), [(2320, (1, 1, 1)), (2230, (1, 2, 1))])
def test_a_list_in_two_units_is_complete_by_either(whole: int, counts: tuple[int, ...]) -> None:
    one, two, three = counts
    found = breakdowns(
        f"有3件申请收取处理费{whole}元。其中，甲局{one}件，收取880元；乙局{two}件，收取1080元；"
        f"丙镇{three}件，收取270元，都合规定。")
    assert {each.unit: shape(each) for each in found} == {
        "件": (3, list(counts)), "元": (whole, [880, 1080, 270])}
    assert all(each.complete for each in found)


@given(st.lists(st.integers(1, 999), min_size=6, max_size=6), st.integers(1, 9999))
def test_every_area_is_kept_whatever_the_whole(parts: list[int], whole: int) -> None:
    [found] = breakdowns(f"共制作{whole}期问答，其中，{AREAS.format(*parts)}。")
    kept = shape(found)[1]
    assert kept == parts or (whole in parts and sum(kept) == whole)
    assert found.complete
