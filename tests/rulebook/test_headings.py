"""Headings of real offices are taken for the sections that they are."""

import pytest

from compliance.plugin.cache import installed
from compliance.recognise.sections import section_id

FORMS = installed().forms


@pytest.mark.parametrize(("form", "heading", "section"), [
    ("cn-2008", "三、政府信息公开申请的办理情况", "申请情况"),
    ("cn-2008", "四、因政府信息公开申请行政复议、提起行政诉讼的情况", "复议诉讼情况"),
    ("cn-2014", "一、综述", "概述"),
    ("cn-2014", "五、政府信息公开申请收费情况", "收费减免"),
    ("cn-2019", "一、政府信息公开工作的基本概况", "总体情况"),
    ("cn-2021", "三、政府信息公开申请办理情况", "申请情况"),
    ("cn-2021", "四、政府信息公开行政复议、行政诉讼情况", "复议诉讼情况"),
    ("cn-2021", "六、其他需要汇报的事项", "其他事项"),
])
def test_headings(form: str, heading: str, section: str) -> None:
    assert section_id(heading, FORMS[form]) == section
