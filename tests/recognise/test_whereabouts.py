"""Division and province of a report: by its body's name, else by its own words."""

from __future__ import annotations

from pathlib import Path

import pytest
from identities import identity, titled

from compliance import api

REPORTS = Path(__file__).parents[3] / "shared" / "reports"


@pytest.mark.parametrize(("body", "year", "jurisdiction", "division"), [
    ("三明市三元区人民政府", 2017, "CN-FJ", "350403"),
    ("三明市三元区人民政府", 2022, "CN-FJ", "350404"),
    ("三元区", 2020, "CN-FJ", "350403"),
    ("沭阳县发展和改革局", 2023, "CN-JS", "321322"),
    ("上海市人民政府办公厅", 2019, "CN-SH", "310000"),
    ("崇文区人民政府", 2009, "CN-BJ", "110103"),
    ("洪泽县人民政府", 2015, "CN-JS", "320829"),
    ("洪泽区人民政府", 2016, "CN-JS", "320813"),
    ("福建省", 2018, "CN-FJ", "350000"),
    ("四川省凉山州会理县", 2019, "CN-SC", "513425"),
    ("内蒙古自治区人民政府", 2020, "CN-NM", "150000"),
    ("巢湖市人民政府", 2009, "CN-AH", "341400"),
    ("巢湖市人民政府", 2019, "CN-AH", "340181"),
    ("和县人民政府", 2020, "CN-AH", "340523"),
    ("东莞市长安镇人民政府", 2019, "CN-GD", "441900"),
    ("四平市铁东区人民政府解放街道办事处", 2011, "CN-JL", "220303"),
    ("国家税务总局沭阳县税务局", 2023, "CN-JS", "321322"),
    ("苏州工业园区管理委员会", 2020, "CN-JS", "320500"),
    ("浦东新区", 2020, "CN-SH", "310115"),
    ("廣東省惠州市惠陽區人民政府", 2018, "CN-GD", "441303"),
    ("国家发展和改革委员会", 2023, "CN", ""),
    ("南京路街道办事处", 2020, "CN", ""),
    ("江苏省鼓楼区人民政府", 2020, "CN-JS", ""),
    ("某县人民政府", 2020, "CN", ""),
])
def test_division_by_the_name_of_the_body(
    body: str, year: int, jurisdiction: str, division: str
) -> None:
    report = identity(titled(body, year))
    assert (report.body, report.jurisdiction, report.division) == (body, jurisdiction, division)


@pytest.mark.parametrize(("more", "division"), [
    ("", ""),
    ("电子版可在福州市鼓楼区人民政府网站查阅。", "350102"),
    ("根据《江苏省政府信息公开暂行办法》和《徐州市政府信息公开规定》编制。", "320302"),
    ("根据《江苏省政府信息公开暂行办法》编制。", ""),
    ("根据福州市和徐州市的经验编制。", ""),
    ("一、总体情况\n赴开封市考察。", ""),
    ("一、总体情况\n无。\n开封市鼓楼区人民政府\n2021年1月20日", "410204"),
])
def test_a_name_of_several_provinces_needs_the_words_of_the_report(
    more: str, division: str
) -> None:
    report = identity(titled("鼓楼区人民政府") + "\n" + more)
    assert report.division == division
    assert report.body == "鼓楼区人民政府"
    assert (report.jurisdiction == "CN") is (division == "" and "江苏" not in more)


def test_a_page_says_who_published_it() -> None:
    assert identity(titled("鼓楼区"), 发布机构="福州市鼓楼区人民政府办公室").division == "350102"
    report = identity("2020年政府信息公开工作年度报告", 来源="三明市三元区财政局")
    assert (report.body, report.kind, report.division) == (
        "三明市三元区财政局", "department", "350403")
    assert identity(titled("中村乡"), 来源="原创").body == "中村乡"
    assert identity("2020年政府信息公开工作年度报告", 来源="原创").body == ""


@pytest.mark.parametrize(("body", "more", "division"), [
    ("乌牛镇", "如有疑问，请与永嘉县乌牛镇党政办联系。", "330324"),
    ("赤坎鎮人民政府", "地址:開平市赤坎鎮東隄路1號", "440783"),
    ("牛街街道办事处", "宣武区政府牛街街道办事处编制。", "110104"),
    ("中村乡", "根据县里的要求编制。", ""),
    ("中村乡", "地址：会昌县中村乡圩镇", "360733"),
    ("区民政局", "报告在遂宁市船山区人民政府网站公布。", "510903"),
    ("区民政局", "报告在遂宁市人民政府网站公布。", ""),
    ("区民政局", "遂宁市船山区民政局编制，接受遂宁市民政局指导。", "510903"),
    ("市教育局", "联系地址：遂宁市船山区建设路1号。", "510900"),
    ("市场监督管理局", "联系地址：遂宁市船山区建设路1号。", ""),
    ("区民政局", "报告在船山区人民政府网站和安居区人民政府网站公布。", ""),
])
def test_division_of_a_body_whose_name_has_none(body: str, more: str, division: str) -> None:
    report = identity(titled(body, 2008) + "\n" + more)
    assert (report.body, report.division) == (body, division)


@pytest.mark.parametrize(("more", "jurisdiction"), [
    ("根据《浙江省政府信息公开暂行办法》编制。", "CN-ZJ"),
    ("根据《中华人民共和国政府信息公开条例》编制。", "CN"),
    ("根据琼政务公开办〔2016〕6号通知编制。", "CN-HI"),
    ("根据《浙江省政府信息公开暂行办法》和《江苏省政府信息公开暂行办法》编制。", "CN"),
    ("一、总体情况\n学习《浙江省政府信息公开暂行办法》。", "CN"),
])
def test_province_by_what_the_report_cites(more: str, jurisdiction: str) -> None:
    report = identity(titled("某镇") + "\n" + more)
    assert (report.division, report.jurisdiction) == ("", jurisdiction)


def test_a_government_that_speaks_of_itself() -> None:
    text = "一、总体情况\n2023年，我市深化公开。其中宿城区28期、泗阳县15期、沭阳县5期。"
    report = identity(text)
    assert (report.body, report.kind, report.division) == ("宿迁市", "government", "321300")
    # Counties of two cities, and too few counties, tell nothing.
    for other in (text + "三元区1期。", text.replace("泗阳县15期、", "")):
        report = identity(other)
        assert (report.body, report.kind, report.division) == ("", "government", "")


def test_new_areas_are_governments_only_when_they_are_divisions() -> None:
    assert identity(titled("滨海新区")).kind == "government"
    assert identity(titled("天府新区")).kind is None


# Body, kind, province, division and year of every real report, as its text has them.
REAL: dict[str, tuple[str, str | None, str, str, int]] = {
    "sanyuan-2017.txt": ("三元区", "government", "CN-FJ", "350403", 2017),
    "shanghai-general-office-2019.html": (
        "上海市人民政府办公厅", "department", "CN-SH", "310000", 2019),
    "hongze-district-gov-2023.pdf": ("洪泽区人民政府", "government", "CN-JS", "320813", 2023),
    "shuyang-county-drc-2023.html": (
        "沭阳县发展和改革局", "department", "CN-JS", "321322", 2023),
    "suqian-city-gov-2023.txt": ("宿迁市", "government", "CN-JS", "321300", 2023),
    "suqian-city-gov-2024.txt": ("宿迁市", "government", "CN-JS", "321300", 2024),
    "shanghai-stcsm-2024.md": ("上海市科委", "department", "CN-SH", "310000", 2024),
    "fixture-hangzhou-style-2025-SYNTHETIC-narrative.html": (
        "测试市", "government", "CN", "", 2025),
    "excerpts/beijing-dashilan-street-2009.txt": (
        "宣武区政府大栅栏街道办事处", "township", "CN-BJ", "110104", 2009),
    "excerpts/beijing-eit-commission-2011.txt": (
        "北京市经济和信息化委员会", "department", "CN-BJ", "110000", 2011),
    "excerpts/huichang-zhongcun-township-2020.txt": ("中村乡", "township", "CN", "", 2020),
    "excerpts/jiaxian-xi-town-2022.txt": ("螅镇", "township", "CN", "", 2022),
    "excerpts/kaiping-shatang-town-2016.txt": (
        "沙塘鎮人民政府", "township", "CN-GD", "440783", 2016),
    "excerpts/nilka-town-2023.txt": ("", "township", "CN", "", 2023),
    "excerpts/shangnan-guofenglou-town-2022.txt": (
        "商南县过风楼镇人民政府", "township", "CN-SN", "611023", 2022),
    "excerpts/shaoguan-longgui-town-2016.txt": ("龙归镇", "township", "CN-GD", "440203", 2016),
    "excerpts/shaoxing-yuecheng-eit-bureau-2015.txt": (
        "绍兴市越城区经济和信息化局", "department", "CN-ZJ", "330602", 2015),
    "excerpts/shenzhen-longgang-bureau-2024.txt": ("", None, "CN", "", 2024),
    "excerpts/sinan-tingziba-town-2014.txt": ("亭子坝镇人民政府", "township", "CN", "", 2014),
    "excerpts/siping-jiefang-street-2011.txt": (
        "四平市铁东区人民政府解放街道办事处", "township", "CN-JL", "220303", 2011),
    "excerpts/suining-chuanshan-civil-affairs-2016.txt": (
        "船山区民政局", "department", "CN-SC", "510903", 2016),
    # A bureau that the excerpt does not name; it cites a number of Hainan.
    "excerpts/tunchang-bureau-2015.txt": ("", "department", "CN-HI", "", 2015),
    "excerpts/xiamen-huli-district-2018.txt": (
        "湖里区人民政府", "government", "CN-FJ", "350206", 2018),
    "excerpts/xian-district-statistics-bureau-2023.txt": (
        "区统计局", "department", "CN", "", 2023),
    "excerpts/yongjia-qiaoxia-town-2017.txt": (
        "永嘉县桥下镇人民政府", "township", "CN-ZJ", "330324", 2017),
    "excerpts/yuhuan-chumen-town-2014.txt": ("楚门镇", "township", "CN-ZJ", "", 2014),
    "excerpts/zibo-zhongbu-town-2020.txt": ("中埠镇人民政府", "township", "CN", "", 2020),
}


@pytest.mark.parametrize("name", REAL)
def test_real_reports(name: str) -> None:
    path = REPORTS / name
    if not path.exists():
        pytest.skip(f"the real report {name} is not on this machine")
    report = api.read(str(path))
    found = (report.body, report.kind, report.jurisdiction, report.division, report.year)
    assert found == REAL[name]


def test_every_real_report_is_listed() -> None:
    if not REPORTS.is_dir():
        pytest.skip("the real reports are not on this machine")
    found = {str(path.relative_to(REPORTS)) for path in [*REPORTS.iterdir(),
             *(REPORTS / "excerpts").iterdir()] if path.is_file()}
    # The monthly statistics of 2006 are no annual report.
    others = {"README.md", "TRUTH.md", "excerpts/shanghai-monthly-statistics-2006-02.txt"}
    assert found - others == set(REAL)


@pytest.mark.parametrize(("text", "division", "jurisdiction"), [
    ("根据沭阳县人民政府办公室《关于做好年度报告编制工作的通知》要求，现将我局2022年政府信息公开情况报告如下。",
     "321322", "CN-JS"),
    ("根据乐山市人民政府办公室《关于做好年度报告的通知》要求，现将我办2022年政府信息公开情况报告如下。",
     "", "CN-SC"),
    ("我局报告在沭阳县人民政府网站公布。", "321322", "CN-JS"),
    ("青石镇2022年政府信息公开工作年度报告\n一、总体情况\n2022年通过《富县人民政府网》发布信息85条。",
     "610628", "CN-SN"),
    ("南岭高新区认真贯彻条例。如有疑问，请与临沂市高新区联系。", "", "CN-SD"),
    ("住建局2025年政府信息公开工作年度报告\n一、总体情况\n2025年安阳县住建局办理申请69件。",
     "410522", "CN-HA"),
])
def test_a_body_that_does_not_say_where_it_is(
    text: str, division: str, jurisdiction: str
) -> None:
    report = identity(text)
    assert (report.division, report.jurisdiction) == (division, jurisdiction)
