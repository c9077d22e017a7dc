"""Invented bodies."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

_PLACES = ("江海", "云澜", "青屏", "临沧河", "东岭", "石门关", "永晖", "望川", "锦屏山", "白鹤滩")
_DISTRICTS = ("港口区", "新城区", "南山县", "河东区", "北屯县", "高坪区")
_TOWNS = ("临河镇", "大石桥镇", "三岔乡", "柳林街道办事处", "青山乡", "东关街道办事处")
_OFFICES = ("教育局", "发展和改革委员会", "民政局", "水利局", "市场监督管理局", "应急管理局",
            "文化和旅游局", "卫生健康委员会", "统计局", "交通运输局")


def body(kind: str, chance: Random) -> str:
    """The name of a body of a kind: ``江海市港口区人民政府``."""
    city = f"{chance.choice(_PLACES)}市"
    district = city + chance.choice(_DISTRICTS)
    if kind == "government":
        return chance.choice((city, district)) + "人民政府"
    if kind == "department":
        return chance.choice((city, district)) + chance.choice(_OFFICES)
    town = chance.choice(_TOWNS)
    return district + town + ("" if town.endswith("办事处") else "人民政府")


def title(body: str, year: int, chance: Random) -> str:
    """A title that names body and year."""
    return chance.choice((
        f"{body}{year}年政府信息公开工作年度报告",
        f"{year}年{body}政府信息公开工作年度报告",
        f"{body}{year}年度政府信息公开工作年度报告",
    ))


def dates(year: int, chance: Random) -> tuple[date, date]:
    """Signed, and published some days later; both in time for any body."""
    signed = date(year + 1, 1, 4) + timedelta(days=chance.randint(0, 18))
    return signed, signed + timedelta(days=chance.randint(0, 7))
