"""A report as a web page of one of several kinds of sites."""

from __future__ import annotations

from html import escape
from random import Random

from . import html_sites
from .paper import Box, Paper, Sheet, Words, heading_text

ENCODINGS = {
    "utf-8": ("utf-8", "utf-8"),
    "gbk": ("gbk", "gbk"),
    "gb18030 said to be gb2312": ("gb18030", "gb2312"),
    "utf-8 said to be gb2312": ("utf-8", "gb2312"),
    "gbk said to be utf-8": ("gbk", "utf-8"),
    "gb18030, nothing said": ("gb18030", ""),
    "utf-8, nothing said": ("utf-8", ""),
    "utf-8 with a mark": ("utf-8-sig", "utf-8"),
}
"""How the bytes are made, and what the page declares."""


class Site:
    """How one kind of site writes its pages."""

    name = ""
    breaks = "<br>"

    def line(self, text: str, role: str) -> str:
        """A line of text as an element."""
        return f"<p>{text}</p>"

    def table(self, rows: str) -> str:
        """A table from its rows."""
        return f'<table border="1">{rows}</table>'

    def row(self, cells: str) -> str:
        """A row from its cells."""
        return f"<tr>{cells}</tr>\n"

    def cell(self, text: str, spans: str, role: str) -> str:
        """A cell; ``spans`` are its attributes."""
        return f"<td{spans}>{text}</td>"

    def page(self, title: str, body: str, charset: str, chance: Random) -> str:
        """The whole page around the report."""
        return body


class Old(Site):
    """A site of the 2000s: layout tables, font elements, capitals."""

    name = "old"
    breaks = "<BR>"

    def line(self, text: str, role: str) -> str:
        align = ' align="center"' if role in ("title", "published") else ""
        return f'<P{align}><FONT face="宋体" size="3">&nbsp;&nbsp;&nbsp;&nbsp;{text}</FONT></P>\n'

    def table(self, rows: str) -> str:
        return ('<TABLE width="95%" border="1" cellspacing="0" bordercolor="#000000">'
                f"<TBODY>{rows}</TBODY></TABLE>\n")

    def row(self, cells: str) -> str:
        return f"<TR>{cells}</TR>\n"

    def cell(self, text: str, spans: str, role: str) -> str:
        return f'<TD{spans} nowrap><DIV align="center"><FONT size="2">{text}</FONT></DIV></TD>'

    def page(self, title: str, body: str, charset: str, chance: Random) -> str:
        return html_sites.old(title, body, charset)


class Modern(Site):
    """A site of today: sections, menus as lists, scripts, attachments, a footer."""

    name = "modern"

    def line(self, text: str, role: str) -> str:
        tag = {"title": "h1", "heading": "h3"}.get(role, "p")
        return f'<{tag} style="text-indent:2em"><span>{text}</span></{tag}>\n'

    def table(self, rows: str) -> str:
        return f'<div class="table-wrap"><table class="tbl"><tbody>{rows}</tbody></table></div>'

    def cell(self, text: str, spans: str, role: str) -> str:
        tag = "th" if role in ("head", "note") else "td"
        return f"<{tag}{spans}>{text}</{tag}>"

    def page(self, title: str, body: str, charset: str, chance: Random) -> str:
        return html_sites.modern(title, body, charset, chance)


class Word(Site):
    """Saved by a word processor: ``o:p``, ``mso`` styles, a paragraph in every cell."""

    name = "word"
    breaks = '<span lang="EN-US"><br clear="none"/></span>'

    def line(self, text: str, role: str) -> str:
        return (f'<p class="MsoNormal" style="mso-pagination:none"><span style="font-family:仿宋">'
                f'{text}</span><span lang="EN-US"><o:p></o:p></span></p>\n')

    def table(self, rows: str) -> str:
        return ('<table class="MsoNormalTable" border="0" cellspacing="0" cellpadding="0" '
                f'style="border-collapse:collapse;mso-yfti-tbllook:1184"><tbody>{rows}</tbody>'
                "</table>\n")

    def row(self, cells: str) -> str:
        return f'<tr style="mso-yfti-irow:0;height:20.0pt">\n  {cells}</tr>\n'

    def cell(self, text: str, spans: str, role: str) -> str:
        inner = text or '<span lang="EN-US">&nbsp;</span>'
        return (f'<td width="64"{spans} style="border:solid windowtext 1.0pt">\n  <p '
                f'class="MsoNormal" align="center"><span lang="EN-US">{inner}</span>'
                "<span><o:p>&nbsp;</o:p></span></p>\n  </td>\n")

    def page(self, title: str, body: str, charset: str, chance: Random) -> str:
        return html_sites.word(title, body, charset)


class Mobile(Site):
    """A page saved on a telephone: styles inlined, lazy pictures, the text there twice."""

    name = "mobile"

    def line(self, text: str, role: str) -> str:
        return (f'<section style="margin:0 8px"><p style="line-height:1.75em">'
                f"<span>{text}</span></p></section>\n")

    def table(self, rows: str) -> str:
        return ('<section style="overflow-x:auto"><table style="width:600px">'
                f"{rows}</table></section>\n")

    def cell(self, text: str, spans: str, role: str) -> str:
        return f"<td{spans} valign=top><section><span>{text or '<br/>'}</span></section></td>"

    def page(self, title: str, body: str, charset: str, chance: Random) -> str:
        return html_sites.mobile(title, body, charset)


class Fragment(Site):
    """What an editor pasted: no head, end tags left out."""

    name = "fragment"

    def line(self, text: str, role: str) -> str:
        return f"<p>{text}\n"

    def table(self, rows: str) -> str:
        return f"<table>{rows}</table>\n"

    def row(self, cells: str) -> str:
        return f"<tr>{cells}\n"

    def cell(self, text: str, spans: str, role: str) -> str:
        return f"<td{spans}>{text}"


SITES = {site.name: site for site in (Old(), Modern(), Word(), Mobile(), Fragment())}


def render_html(paper: Paper, site: str, chance: Random, encoding: str = "utf-8") -> bytes:
    """The bytes of a page in one of ``SITES`` and one of ``ENCODINGS``."""
    how = SITES[site]
    body = "".join(
        _sheet(block, how) if isinstance(block, Sheet) else _words(block, how)
        for block in paper.blocks)
    codec, charset = ENCODINGS[encoding]
    return how.page(paper.title, body, charset, chance).encode(codec, "xmlcharrefreplace")


def _words(words: Words, how: Site) -> str:
    return how.line(escape(heading_text(words), quote=False), words.role)


def _sheet(sheet: Sheet, how: Site) -> str:
    return how.table("".join(
        how.row("".join(_cell(box, how) for box in row)) for row in sheet.rows))


def _cell(box: Box, how: Site) -> str:
    spans = (f' rowspan="{box.rows}"' if box.rows > 1 else "") + (
        f' colspan="{box.columns}"' if box.columns > 1 else "")
    text = "\n".join(box.text) if box.upright else box.text
    shown = escape(text, quote=False).replace("\u00a0", "&nbsp;").replace("\n", how.breaks)
    return how.cell(shown, spans, box.role)
