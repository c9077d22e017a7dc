"""Checks for personal data in the text, and for a way to reach the body."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.checks.observation import Context, Observation, observe
from compliance.checks.prose import compact, passages, sentences, whole_text
from compliance.model.audit import Outcome
from compliance.model.text import Text
from compliance.pattern import holds, lazy_pattern

_IDENTITY = lazy_pattern(
    r"(?<![0-9A-Za-z])[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]"
    r"(?![0-9A-Za-z])"
)
_MOBILE = lazy_pattern(r"(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z@])")
_CONTACT = ("联系", "电话", "咨询", "地址", "邮编", "传真", "手机", "邮箱", "聯系", "電話", "热线")
_WEB = lazy_pattern(
    r"查阅|查询|查看|网址|https?:|www\.|登录|浏览|(?:网站?|专栏|平台)[^。]{0,30}(?:公布|公开|发布|专栏)"
    r"|(?:公布|公开|发布)[^。]{0,16}(?:网站|门户网|政府网|专栏)"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def _is_identity_number(digits: str) -> bool:
    """Whether the check digit of GB 11643 is right."""
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return "10X98765432"[weighted % 11] == digits[-1].upper()


def personal_data(context: Context) -> Iterator[Observation]:
    """No identity-card number stands in the text; the report masks what it found."""
    clean = True
    for passage in passages(context):
        for found in _IDENTITY.finditer(passage.text):
            if _is_identity_number(found.group()):
                clean = False
                masked = found.group()[:4] + "*" * 14
                yield observe(
                    Outcome.FAIL, Text.same(masked), "identity_number",
                    location=passage.location, masked=masked,
                )
    if clean and (context.report.sections or context.report.preamble):
        yield observe(Outcome.PASS, Text("正文", "text"), "no_identity_number")


def mobile_numbers(context: Context) -> Iterator[Observation]:
    """No mobile number stands outside the sentence that says how to reach the body."""
    clean = True
    for passage in passages(context):
        for sentence in sentences(passage.text):
            if holds(sentence, _CONTACT):
                continue
            for found in _MOBILE.finditer(sentence):
                clean = False
                masked = found.group()[:3] + "****" + found.group()[-2:]
                yield observe(
                    Outcome.FAIL, Text.same(masked), "mobile_number",
                    location=passage.location, masked=masked,
                )
    if clean and (context.report.sections or context.report.preamble):
        yield observe(Outcome.PASS, Text("正文", "text"), "no_mobile_number")


def contact(context: Context) -> Iterator[Observation]:
    """The report says how to reach the body."""
    subject = Text("联系方式", "how to reach the body")
    report = context.report
    if holds(whole_text(context), ("联系", "电话", "邮箱", "聯系", "電話")):
        yield observe(
            Outcome.PASS, subject, "contact_given", location=report.places.get("preamble")
        )
    elif not report.source.begins or not report.preamble.strip():
        yield observe(Outcome.UNKNOWN, subject, "contact_unread")
    else:
        yield observe(Outcome.FAIL, subject, "contact_missing")


def where_published(context: Context) -> Iterator[Observation]:
    """The report says where its electronic version can be had."""
    subject = Text("电子版获取途径", "where to find the electronic version")
    report = context.report
    preamble = compact(report.preamble)
    if _WEB.search(preamble) or holds(
            whole_text(context), ("电子版", "下载", "年报全文")):
        yield observe(Outcome.PASS, subject, "web_given", location=report.places.get("preamble"))
    elif not report.source.begins or not preamble:
        yield observe(Outcome.UNKNOWN, subject, "contact_unread")
    else:
        yield observe(Outcome.FAIL, subject, "web_missing",
                      location=report.places.get("preamble"))
