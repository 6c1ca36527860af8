"""The roles of the blocks of a page."""

import pytest

from bantin.importing.facts.news.page_layout import Role, read_layout
from bantin.importing.material import Picture, Place, PlaceKind
from tests.importing.facts.news.pages import FIRST, HANOI, LEAD, SECOND, TITLE, paragraph

HEAD = (TITLE, "21/11/2012", LEAD)


def roles(*texts: str) -> list[Role]:
    blocks = [paragraph(at, text) for at, text in enumerate(texts)]
    return [role for _, role in read_layout(blocks, "", HANOI)]


def behind(*texts: str) -> list[Role]:
    """The roles behind a headline, a date line, a lead and a paragraph."""
    return roles(*HEAD, FIRST, *texts)[4:]


def test_every_block_has_a_role() -> None:
    assert roles(*HEAD, FIRST) == [Role.TITLE, Role.DATE, Role.BODY, Role.BODY]
    assert roles() == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Thanh Hằng",), [Role.BYLINE]),
        (("Quang cảnh buổi lễ", "Ảnh: Xuân Mai", "Thanh Hằng"), [Role.CAPTION, Role.CAPTION, Role.BYLINE]),
        (("Thanh Hằng", "Ảnh: Xuân Mai"), [Role.BYLINE, Role.BYLINE]),
        (("Chia sẻ", "Thanh Hằng", "Nguồn: Báo Mây"), [Role.WIDGET, Role.BYLINE, Role.BYLINE]),
        (("Từ khóa: a, b", "Cập nhật: 22/11/2012"), [Role.TAGS, Role.DATE]),
        (("23/11/2012",), [Role.OTHER_DATE]),
        (("Tìm kiếm", "Thanh Hằng"), [Role.WIDGET, Role.AROUND]),
        (("Tin khác", "Hội nghị", SECOND), [Role.RELATED] * 3),
        (("Bình luận (1)", SECOND, "Tin khác", "Hội nghị"), [Role.COMMENT] * 2 + [Role.RELATED] * 2),
        (("© Cổng thông tin", SECOND, "Lê Thu"), [Role.OWNER] * 3),
        (("Tin khác", "Hội nghị", SECOND, "Thanh Hằng"), [Role.RELATED, Role.RELATED, Role.BODY, Role.BYLINE]),
        (("Bình luận", SECOND), [Role.WIDGET, Role.BODY]),
        (("[Ảnh]", ">> Hội nghị", SECOND), [Role.PLACEHOLDER, Role.RELATED, Role.BODY]),
        ((LEAD, TITLE), [Role.REPEATED, Role.REPEATED]),
        (("- trụ sở chung", "- cơ quan khác"), [Role.BODY, Role.BODY]),
        (("24/11/2012", SECOND), [Role.OTHER_DATE, Role.BODY]),
    ],
)
def test_lines_behind_a_paragraph_have_their_roles(texts: tuple[str, ...], expected: list[Role]) -> None:
    assert behind(*texts) == expected


def test_a_date_and_names_may_stand_below_the_lead() -> None:
    assert roles(TITLE, LEAD, "Thanh Hằng", FIRST) == [Role.TITLE, Role.BODY, Role.BYLINE, Role.BODY]
    dated = roles(TITLE, LEAD, "Bài: Thanh Hằng", "21/11/2012", FIRST)
    assert dated == [Role.TITLE, Role.BODY, Role.BYLINE, Role.DATE, Role.BODY]


def test_pictures_stand_in_the_text_and_right_around_it() -> None:
    pictures = [Picture(f"{at}.jpg", Place(PlaceKind.ELEMENT, at)) for at in range(10, 14)]
    head, lead, first = (paragraph(at, text) for at, text in enumerate((TITLE, LEAD, FIRST)))
    tools = paragraph(5, "Tìm kiếm")
    blocks = (pictures[0], head, pictures[1], lead, first, pictures[2], tools, pictures[3])
    shown = [role for line, role in read_layout(blocks, "", HANOI) if isinstance(line.block, Picture)]
    assert shown == [Role.AROUND, Role.BODY, Role.BODY, Role.AROUND]
