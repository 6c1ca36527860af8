"""Where an article begins and ends on its page."""

from bantin.importing.material import Paragraph, Picture
from bantin.importing.readers.pages.web_page import read_page

TEXT = "Sáng nay, tại trụ sở Văn phòng mẫu, hai bên đã ký kết Quy chế phối hợp trong công tác bảo đảm an ninh, trật tự."
MENU = "<ul>" + "".join(f"<li><a href=/{n}>Mục số {n}</a></li>" for n in range(9)) + "</ul>"


def lines(body: str, head: str = "") -> list[str]:
    page = f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    blocks = read_page(page.encode(), "tin.html").blocks
    return [
        block.text if isinstance(block, Paragraph) else block.path
        for block in blocks
        if isinstance(block, Paragraph | Picture)
    ]


def test_what_stands_between_the_title_and_the_text_belongs_to_it() -> None:
    body = f"""{MENU}<div><div><h2>Ký kết Quy chế</h2></div>{MENU}<div>24/11/2021</div><img src=anh.jpg>
    <div class=x><p>{TEXT}</p><p>{TEXT}</p></div>{MENU}</div>"""
    head = '<meta property="og:title" content="Ký kết Quy chế">'
    assert lines(body, head) == ["Ký kết Quy chế", "24/11/2021", "anh.jpg", TEXT, TEXT]


def test_a_date_that_is_in_no_element_of_its_own_is_kept() -> None:
    body = f"<div>{MENU}<div><h2>Ký kết Quy chế</h2> 24/11/2021 22:26 <div><p>{TEXT}</p><p>{TEXT}</p></div></div></div>"
    assert lines(body, "<title>Ký kết Quy chế</title>") == ["Ký kết Quy chế", "24/11/2021 22:26", TEXT, TEXT]


def test_plain_lines_before_a_text_are_kept_where_no_title_is_stated() -> None:
    body = f"{MENU}<div><div>Ký kết Quy chế</div><div>24/11/2021</div><div><p>{TEXT}</p><p>{TEXT}</p></div></div>{MENU}"
    assert lines(body) == ["Ký kết Quy chế", "24/11/2021", TEXT, TEXT]


def test_names_behind_a_text_are_kept_and_all_that_follows_is_not() -> None:
    body = f"""<h2>Ký kết Quy chế</h2><div><div><p>{TEXT}</p><p>{TEXT}</p></div><div>Trần Văn Mẫu</div>
    <div><a href=a>Tin một</a></div><div>Hộp thư</div></div>{MENU}"""
    assert lines(body, "<title>Ký kết Quy chế</title>") == ["Ký kết Quy chế", TEXT, TEXT, "Trần Văn Mẫu"]


def test_of_two_texts_that_with_the_title_is_the_article() -> None:
    title = "Ký kết Quy chế phối hợp"
    article = f"<td><h1>{title}</h1><p>{TEXT}</p><p>{TEXT}</p></td>"
    body = f"<table><tr><td><p>{TEXT} {TEXT}</p>{MENU}</td>{article}</table>"
    assert lines(body, f'<meta property="og:title" content="{title}">') == [title, TEXT, TEXT]


def test_the_imprint_is_not_the_text_however_short_the_news() -> None:
    imprint = (
        "Cơ quan chủ quản: Văn phòng mẫu. Giấy phép số 12/GP-TTĐT do cơ quan có thẩm quyền cấp ngày 01/02/2010. " * 2
    )
    text = f"<td><p>{TEXT}</p><p>Hai bên cùng dự.</p></td>"
    body = f"{MENU}<table><tr>{text}</tr><tr><td>{MENU}</td></tr></table><div>{imprint}</div>"
    assert lines(body) == [TEXT, "Hai bên cùng dự."]


def test_a_page_without_anything_around_is_taken_whole() -> None:
    assert lines("Lễ ký<br>Hôm nay") == ["Lễ ký", "Hôm nay"]
