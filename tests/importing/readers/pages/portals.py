"""Made pages in the layouts of five portals, with the same article in each; for tests and measurements."""

from html import escape
from itertools import zip_longest

from msgspec import Struct


class Photo(Struct, frozen=True):
    """A photo of an article; ``caption`` may be empty."""

    src: str
    caption: str = ""


class Article(Struct, frozen=True):
    """An article of a made portal.

    ``date_line`` is what readers see (``Thứ Tư, 24/11/2021 22:26``), ``moment`` the same for programs (RFC 3339). The
    photos stand behind the first paragraphs, one each. ``source_code`` begins the lead in brackets: ``(CAO)``.
    """

    title: str
    date_line: str
    moment: str
    lead: str
    paragraphs: tuple[str, ...]
    photos: tuple[Photo, ...] = ()
    byline: str = ""
    source_code: str = ""
    section: str = "Tin tức - Sự kiện"
    item: int = 18746

    @property
    def shown_lead(self) -> str:
        """The lead behind the code of its source."""
        return f"({self.source_code}) {self.lead}" if self.source_code else self.lead


LAYOUTS = ("sharepoint", "dotnetnuke", "liferay", "wordpress", "tables-2008")

SITE = "Cổng thông tin điện tử mẫu"
_OTHERS = (
    "Hội nghị tổng kết công tác năm",
    "Đoàn công tác thăm và làm việc tại cơ sở",
    "Khai mạc lớp tập huấn nghiệp vụ",
)
_MENU = ("Trang chủ", "Giới thiệu", "Tin tức - Sự kiện", "Văn bản pháp luật", "Thủ tục hành chính", "Liên hệ")
_FIGURES = (("Đang online", "5"), ("Hôm nay", "103"), ("Trong tuần", "5.851"), ("Tất cả", "264.994"))
_IMPRINT = (
    "Cơ quan chủ quản: Văn phòng mẫu. Giấy phép số 12/GP-TTĐT do cơ quan có thẩm quyền cấp. "
    "Chịu trách nhiệm chính: Ban biên tập."
)
WIDGET_WORDS = (
    *_OTHERS,
    *_MENU[3:],
    "264.994",
    "Giấy phép",
    "Liên kết website",
    "Bình luận",
    "Đăng nhập",
    "Lên đầu trang",
)
"""Words of the widgets that stand on every page."""


def portal_page(layout: str, article: Article) -> bytes:
    """The page of ``article`` in one of ``LAYOUTS``, as a browser saves it."""
    makers = {
        "sharepoint": _sharepoint,
        "dotnetnuke": _dotnetnuke,
        "liferay": _liferay,
        "wordpress": _wordpress,
        "tables-2008": _tables_2008,
    }
    return makers[layout](article).encode()


def _links(words: tuple[str, ...], item: str = "li") -> str:
    return "".join(
        f'<{item}><a href="/trang-{number}.html">{escape(one)}</a></{item}>' for number, one in enumerate(words)
    )


def _figures(row: str) -> str:
    return "".join(row.format(name, figure) for name, figure in _FIGURES)


def _between(article: Article, photo: str, paragraph: str, caption: str) -> str:
    """The paragraphs with the photos between them."""
    parts = []
    for words, one in zip_longest(article.paragraphs, article.photos):
        parts.append(paragraph.format(escape(words)) if words else "")
        if one is not None:
            parts.append(
                photo.format(src=escape(one.src), caption=caption.format(escape(one.caption)) if one.caption else "")
            )
    return "\n".join(parts)


def _sharepoint(article: Article) -> str:
    body = _between(
        article,
        '<p style="text-align:center"><img src="{src}" alt="" style="width:600px"></p>{caption}',
        '<p style="text-align:justify"><span style="font-family:times new roman">\u200b{}</span></p>',
        '<p style="text-align:center"><em>{}</em></p>',
    )
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<!-- saved from url=(0061)http://portal.example.vn/Pages/tin-tuc.aspx?ItemID={article.item} -->
<html dir="ltr"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta name="GENERATOR" content="Microsoft SharePoint"><title>
	Tin tức
</title><script type="text/javascript">var _spBodyOnLoad = "<p>không phải nội dung</p>";</script>
<style>.ms-rte {{ color: red }}</style></head>
<body><form name="aspnetForm" method="post" action="tin-tuc.aspx" id="aspnetForm">
<input type="hidden" name="__VIEWSTATE" value="/wEPDwUKMTk3">
<div id="s4-ribbonrow"><a href="#">Site Actions</a> <a href="/_layouts/login.aspx">Đăng nhập</a></div>
<div id="s4-workspace"><div class="banner"><img src="/Style%20Library/logo.png" width="980" height="120"></div>
<div class="menu-top"><ul>{_links(_MENU)}</ul></div>
<div class="search-box"><input type="text" value="Tìm kiếm"><a href="#">Tìm kiếm</a></div>
<table width="100%"><tr><td class="left-col"><div class="ms-WPHeader">Liên kết website</div>
<select><option>-- Chọn trang --</option></select>
<div>Thống kê truy cập</div><div>{_figures("<div><span>{0}</span> <b>{1}</b></div>")}</div></td>
<td class="main-col"><div class="duong-dan">
<a href="/">Trang chủ</a> &gt; <a href="/tin-tuc">{escape(article.section)}</a></div>
<div class="news-view"><div class="tieu-de">{escape(article.title)}</div>
<div class="ngay">{article.date_line}</div>
<div class="tomtat"><b>{escape(article.shown_lead)}</b></div>
<div class="ms-rtestate-field"><div class="ExternalClassA1B2">{body}
<p style="text-align:right"><strong>{escape(article.byline)}</strong></p></div></div>
<div class="tool"><a href="javascript:window.print()">In trang</a> | <a href="mailto:">Gửi email</a></div>
<div class="binh-luan"><div>Bình luận (0)</div><textarea></textarea><a href="#">Gửi</a></div>
<div class="khac"><h3>Tin khác</h3><ul>{_links(_OTHERS)}</ul></div></div></td></tr></table>
<div class="chan-trang">{_IMPRINT}<br>Điện thoại: 024 0000 0000</div><a href="#top">Lên đầu trang</a></div></form>
</body></html>"""


def _dotnetnuke(article: Article) -> str:
    body = _between(
        article,
        '<table align="center"><tbody><tr><td><img src="{src}" width="500"></td></tr>{caption}</tbody></table>',
        '<p class="Normal">{}</p>',
        '<tr><td class="image-desc">{}</td></tr>',
    )
    return f"""<!DOCTYPE html><html lang="vi-VN"><head id="Head"><meta charset="utf-8">
<title>{escape(article.title)} | {SITE}</title><meta name="description" content="{SITE}">
<meta name="author" content="{SITE}">
<link rel="canonical" href="https://dnn.example.vn/tin-tuc/id/{article.item}/bai-viet"></head>
<body id="Body"><form method="post" action="/tin-tuc" id="Form" enctype="multipart/form-data">
<div id="dnn_HeaderPane"><span class="Head">CỔNG THÔNG TIN ĐIỆN TỬ MẪU</span></div>
<div id="dnn_MenuPane"><table><tr>{_links(_MENU, "td")}</tr></table></div>
<div id="dnn_LeftPane"><div class="DnnModule"><h2>Đăng nhập</h2><input name="user"><a href="/quen">Quên mật khẩu</a>
</div>
<div class="DnnModule"><h2>Thống kê truy cập</h2><table>{_figures("<tr><td>{0}</td><td>{1}</td></tr>")}</table></div>
<div class="DnnModule"><h2>Liên kết website</h2><ul>{_links(("Chính phủ", "Quốc hội"))}</ul></div></div>
<div id="dnn_ContentPane"><div class="DnnModule DnnModule-News"><div class="breadcrumb"><a href="/">Trang chủ</a>
<a href="/tin-tuc">{escape(article.section)}</a></div>
<h1 class="edn_articleTitle">{escape(article.title)}</h1><p class="edn_meta">{article.date_line}</p>
<div class="edn_articleSummary"><p><strong>{escape(article.shown_lead)}</strong></p></div>
<div class="edn_articleContent">{body}<p align="right"><b>{escape(article.byline)}</b></p></div>
<div class="edn_socialWrapper share"><a href="https://www.facebook.com/sharer">Facebook</a> <a href="#">Zalo</a></div>
<div class="edn_relatedArticles"><h3>Tin liên quan</h3><ul>{_links(_OTHERS)}</ul></div>
<div class="edn_comments"><h3>Bình luận (0)</h3><p>Chưa có bình luận nào.</p></div></div></div>
<div id="dnn_FooterPane"><div>{_IMPRINT}</div><a href="#">Lên đầu trang</a></div></form></body></html>"""


def _liferay(article: Article) -> str:
    body = _between(
        article,
        '<div class="text-center"><img data-src="{src}" src="data:image/gif;base64,R0lGOD"></div>{caption}',
        "<p>{}</p>",
        '<p class="caption">{}</p>',
    )
    return f"""<!DOCTYPE html><html class="ltr" lang="vi-VN"><head><meta charset="UTF-8"/>
<title>{escape(article.title)} - Tin tức - {SITE}</title>
<meta property="og:title" content="{escape(article.title)} - {SITE}"/><meta property="og:site_name" content="{SITE}"/>
<meta property="og:url" content="https://lr.example.vn/web/guest/tin-tuc/-/asset_publisher/content/id/{article.item}"/>
<meta property="og:description" content="{escape(article.lead[:40])}..."/></head>
<body class="controls-visible guest-site signed-out"><a class="skip-link" href="#main">Bỏ qua nội dung</a>
<div id="wrapper"><header id="banner" role="banner"><h1 class="site-title"><a href="/">{SITE}</a></h1>
<nav id="navigation"><ul>{_links(_MENU)}</ul></nav></header>
<section id="content"><div class="columns-2" id="main-content" role="main"><div class="portlet-column">
<div class="portlet-asset-publisher"><div class="asset-full-content">
<h3 class="asset-title">{escape(article.title)}</h3>
<div class="asset-metadata"><span class="metadata-entry metadata-publish-date">{article.date_line}</span></div>
<div class="journal-content-article"><p><strong>{escape(article.shown_lead)}</strong></p>{body}
<p style="text-align: right;"><strong>{escape(article.byline)}</strong></p></div></div>
<div class="taglib-social-bookmarks"><ul><li><a href="#">Tweet</a></li><li><a href="#">Facebook</a></li></ul></div>
<div class="taglib-discussion"><fieldset><legend>Bình luận</legend><a href="/login">Đăng nhập để bình luận</a>
</fieldset></div>
<div class="other-assets"><h4>Các tin khác</h4><ul>{_links(_OTHERS)}</ul></div></div></div>
<div class="portlet-column aside-column"><div class="portlet"><h2>Liên kết website</h2>
<ul>{_links(("Chính phủ", "Quốc hội"))}</ul>
</div><div class="portlet"><h2>Thống kê truy cập</h2>{_figures("<p>{0}: {1}</p>")}</div></div></div></section>
<footer id="footer" role="contentinfo"><p>{_IMPRINT}</p><a href="#">Lên đầu trang</a></footer></div></body></html>"""


def _wordpress(article: Article) -> str:
    body = _between(
        article,
        '<figure class="wp-block-image size-large"><img src="{src}" alt="" class="wp-image-1"/>{caption}</figure>',
        "<p>{}</p>",
        "<figcaption>{}</figcaption>",
    )
    address = f"https://wp.example.vn/2021/11/ky-quy-che-{article.item}/"
    return f"""<!DOCTYPE html><html lang="vi"><head><meta charset="UTF-8">
<title>{escape(article.title)} &#8211; {SITE}</title>
<link rel="canonical" href="{address}"><meta property="og:title" content="{escape(article.title)}">
<meta property="og:site_name" content="{SITE}"><meta property="article:published_time" content="{article.moment}">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"{SITE}"}},
{{"@type":"Article","headline":"{escape(article.title)}","datePublished":"{article.moment}","author":{{"name":"admin"}}}}]}}
</script></head><body class="single single-post has-sidebar comments-open"><div id="page"><header class="site-header">
<p class="site-title"><a href="/">{SITE}</a></p><nav class="main-navigation"><ul>{_links(_MENU)}</ul></nav></header>
<div id="content" class="site-content"><main class="site-main"><article class="post type-post">
<header class="entry-header">
<h1 class="entry-title">{escape(article.title)}</h1><div class="entry-meta"><time class="entry-date published"
 datetime="{article.moment}">{article.date_line}</time></div></header>
<div class="entry-content"><p><strong>{escape(article.shown_lead)}</strong></p>{body}
<p class="has-text-align-right"><strong>{escape(article.byline)}</strong></p>
<div class="sharedaddy"><h3>Chia sẻ</h3><ul><li><a href="#">Facebook</a></li></ul></div></div>
<footer class="entry-footer"><a href="/tin" rel="category tag">{escape(article.section)}</a></footer></article>
<nav class="post-navigation"><a href="/truoc">{_OTHERS[0]}</a></nav>
<div id="comments" class="comments-area"><h3>Bình luận (0)</h3><form>
<p>Email của bạn sẽ không được hiển thị công khai.</p></form>
</div></main><aside id="secondary" class="widget-area"><section class="widget"><h2>Bài viết mới</h2>
<ul>{_links(_OTHERS)}</ul>
</section><section class="widget"><h2>Liên kết website</h2><a href="/">Chính phủ</a></section><section class="widget">
<h2>Thống kê truy cập</h2><ul>{_figures("<li>{0}: {1}</li>")}</ul></section></aside></div>
<footer class="site-footer"><p>{_IMPRINT}</p><a href="/wp-login.php">Đăng nhập</a><a href="#">Lên đầu trang</a>
</footer></div>
</body></html>"""


def _tables_2008(article: Article) -> str:
    body = _between(
        article,
        '<center><img src="{src}" border=0 width=400></center><BR>{caption}',
        "{}<BR><BR>",
        '<div align="center"><i>{}</i></div><BR>',
    )
    return f"""<HTML><HEAD><TITLE>{SITE}</TITLE><META http-equiv=Content-Type content="text/html; charset=utf-8">
</HEAD>
<BODY leftMargin=0 topMargin=0 onload="dong_ho()"><TABLE width=780 align=center cellSpacing=0><TR><TD colspan=3>
<IMG src="images/banner.jpg" width=780 height=100></TD></TR><TR>{_links(_MENU, "TD")}</TR>
<TR><TD width=150 vAlign=top><TABLE><TR><TD><B>Đăng nhập</B></TD></TR><TR><TD><INPUT name=u></TD></TR></TABLE>
<TABLE><TR><TD><B>Liên kết website</B></TD></TR><TR><TD><A href="http://a.example.vn">Chính phủ</A></TD></TR></TABLE>
<TABLE><TR><TD><B>Thống kê truy cập</B></TD></TR>{_figures("<TR><TD>{0}: {1}</TD></TR>")}</TABLE></TD>
<TD width=480 vAlign=top><TABLE width="100%"><TR><TD><A href="default.asp">Trang chủ</A> &raquo; <A href="tin.asp">
{escape(article.section)}</A></TD></TR><TR><TD><FONT size=4 color=#cc0000><B>{escape(article.title)}</B></FONT></TD>
</TR>
<TR><TD><FONT size=1>{article.date_line}</FONT></TD></TR><TR><TD><P align=justify><B>{escape(article.shown_lead)}</B>
</P></TD></TR>
<TR><TD><DIV align=justify><FONT face="Times New Roman" size=3>{body}
<P align=right><B>{escape(article.byline)}</B></P></FONT></DIV></TD></TR><TR><TD align=right>
<A href="in.asp">In trang</A></TD></TR>
<TR><TD><B>Các tin khác</B></TD></TR><TR><TD>{_links(_OTHERS, "div")}</TD></TR><TR><TD>Bình luận (0)</TD></TR>
</TABLE></TD>
<TD width=150 vAlign=top><B>Tin mới</B><BR>{_links(_OTHERS, "div")}</TD></TR>
<TR><TD colspan=3 align=center>{_IMPRINT}<BR><A href="#">Lên đầu trang</A></TD></TR></TABLE></BODY></HTML>"""
