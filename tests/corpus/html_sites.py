"""What sites print around a report: menus, scripts, attachments, copies, footers."""

from __future__ import annotations

from random import Random


def old(title: str, body: str, charset: str) -> str:
    """Layout tables within layout tables."""
    declared = f'<META http-equiv="Content-Type" content="text/html; charset={charset}">'
    menu = "".join(f'<TD><A href="/{name}/">{name}</A></TD>' for name in (
        "首页", "走进江海", "新闻中心", "信息公开", "网上办事", "公众参与"))
    side = "".join(f'<TR><TD height="24"><A href="#">{name}</A></TD></TR>' for name in (
        "公开指南", "公开目录", "公开年报", "依申请公开"))
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML><HEAD>{declared if charset else ''}<TITLE>{title}-江海市政府网</TITLE>
<SCRIPT language="javascript">var hits=2016; document.write("<td>12</td>");</SCRIPT>
</HEAD><BODY bgcolor="#ffffff"><TABLE width="960" align="center"><TR>{menu}</TR></TABLE>
<TABLE width="960" align="center"><TR><TD width="180" valign="top"><TABLE>{side}</TABLE></TD>
<TD valign="top"><TABLE width="100%"><TR><TD>您现在的位置：首页 &gt; 公开年报</TD></TR>
<TR><TD>{body}</TD></TR></TABLE></TD></TR></TABLE>
<TABLE width="960" align="center"><TR><TD align="center">江海市政府办公室主办　技术支持：市信息中心
　ICP备00000000号</TD></TR></TABLE></BODY></HTML>
"""


def modern(title: str, body: str, charset: str, chance: Random) -> str:
    """Menus, scripts with figures, a list of attachments, links to other years."""
    declared = f'<meta charset="{charset}">' if charset else ""
    index = f"0130-{chance.randint(10, 99)}"
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head>{declared}<title>{title}</title>
<style>.tbl td{{padding:4px}} .n:before{{content:"88"}}</style>
<script>window.__DATA__={{"count": 4096, "rows": [["规章", 9, 9, 9]]}};</script></head>
<body><header><nav><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li>
<li><a href="/hdjl">互动交流</a></li><li><a href="/sjfb">数据发布</a></li></ul></nav></header>
<!-- 规章 7 7 7 -->
<main><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a></div>
<table class="info"><tr><td>索引号</td><td>{index}</td><td>分类</td><td>公开年报</td></tr>
<tr><td>文号</td><td></td><td>关键词</td><td>年报</td></tr></table>
<article id="zoom">{body}</article>
<div style="display:none"><table><tr><td>行政许可</td><td>1</td></tr></table></div>
<div class="files"><p>附件：</p><ul><li><a href="1.docx">报告正文.docx</a></li>
<li><a href="2.pdf">报告正文.pdf</a></li></ul></div>
<div class="more"><a href="#">上一篇</a><a href="#">下一篇</a></div></main>
<footer><p>版权所有：江海市人民政府办公室</p><p>网站标识码：0000000000</p></footer>
<script>document.getElementById("zoom").className="n"</script></body></html>
"""


def word(title: str, body: str, charset: str) -> str:
    """The head of a file that a word processor saved as a page."""
    declared = f'<meta http-equiv=Content-Type content="text/html; charset={charset}">'
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>{declared if charset else ''}<meta name=ProgId content=Word.Document><title>{title}</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {{mso-style-parent:""; margin:0cm}} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><div class=WordSection1>
{body}</div></body></html>
"""


def mobile(title: str, body: str, charset: str) -> str:
    """A saved page with the report for wide screens and again for narrow ones."""
    declared = f'<meta charset="{charset}">' if charset else ""
    picture = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="
    return f"""<!DOCTYPE html><html><head>{declared}
<meta name="viewport" content="width=device-width"><title>{title}</title></head>
<body><div class="top"><a href="javascript:;">返回</a><img src="{picture}" data-src="a.jpg"></div>
<div class="pc-only">{body}</div>
<div class="m-only">{body}</div>
<div class="tail"><span>扫一扫在手机打开当前页</span><img src="{picture}"></div></body></html>
"""
