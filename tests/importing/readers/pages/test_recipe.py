"""Recipes: checked like every file of a bulletin, and obeyed."""

import pytest

from bantin.importing.material import Material, NoticeKind, Paragraph, Picture, StatedKey
from bantin.importing.readers.pages.recipe import Recipe, read_recipe
from bantin.importing.readers.pages.web_page import read_page

RECIPE = """content: .than-bai
title: [h2.tieu-de, .tieu-de]
published: .ngay
lead: .mo-dau
authors: .tac-gia
source: .nguon
section: .chuyen-muc
tags: .the a
photos: .anh-bia
captions: .ghi
remove: [.quang, .ngay span]
address:
  - file: tin.aspx_ItemID={id}.html
    address: /Pages/tin.aspx?ItemID={id}
section_map: {Tin tức - Sự kiện: tin-tuc}
"""
PAGE = """<meta charset=utf-8><title>Bộ mẫu</title>
<div class=chuyen-muc>Tin tức – Sự kiện</div><div class=tieu-de>Ký Quy chế</div>
<div class=ngay>24/11/2021 <span>GMT+7</span></div>
<div class=mo-dau>Sáng nay ký.</div><div class=anh-bia><img src=bia.jpg></div>
<div class=than-bai><p>Hai bên ký.</p><img src=a.jpg><b class=ghi>Toàn cảnh</b><div class=ghi>Hai bên</div>
<p class=quang>Mua ngay</p><p>Lên đầu trang</p></div>
<div class=tac-gia>Trần Văn Mẫu</div><div class=nguon>Báo mẫu</div><p class=the><a>an ninh</a>, <a>trật tự</a></p>"""


def recipe(text: str = RECIPE) -> Recipe:
    checked = read_recipe(text.encode(), "cong-cu.yml")
    assert checked.value, checked.problems
    return checked.value


def told(text: str) -> list[tuple[str, int, int]]:
    found = read_recipe(text.encode(), "cong-cu.yml")
    assert found.value is None
    return [(problem.code, problem.location.line, problem.location.column) for problem in found.problems]


def read(page: str = PAGE, text: str = RECIPE, name: str = "tin.aspx_ItemID=7.html") -> Material:
    return read_page(page.encode(), name, recipe(text))


def test_a_page_is_read_where_its_recipe_says() -> None:
    material = read()
    assert [(one.key, one.value) for one in material.stated] == [
        (StatedKey.TITLE, "Ký Quy chế"),
        (StatedKey.PUBLISHED, "24/11/2021"),
        (StatedKey.LEAD, "Sáng nay ký."),
        (StatedKey.AUTHOR, "Trần Văn Mẫu"),
        (StatedKey.SOURCE, "Báo mẫu"),
        (StatedKey.SECTION, "tin-tuc"),
        (StatedKey.TAG, "an ninh"),
        (StatedKey.TAG, "trật tự"),
    ]
    assert [block.path for block in material.blocks if isinstance(block, Picture)] == ["bia.jpg", "a.jpg"]
    assert [block.caption for block in material.blocks if isinstance(block, Picture)] == ["", "Toàn cảnh"]
    assert [block.text for block in material.blocks if isinstance(block, Paragraph)] == ["Hai bên ký.", "Hai bên"]
    assert material.address == "/Pages/tin.aspx?ItemID=7"


def test_what_a_recipe_removes_is_told_of() -> None:
    assert [one.words for one in read().notices if one.kind is NoticeKind.WIDGET] == [
        "Mua ngay",
        "GMT+7",
        "Lên đầu trang",
    ]


def test_selectors_that_match_nothing_are_told_of() -> None:
    material = read(PAGE, "content: .khong-co\ntitle: [.a, .b]\nremove: .c\nphotos: .d\n")
    assert [one.words for one in material.notices if one.kind is NoticeKind.NO_MATCH] == [
        "content: .khong-co",
        "title: .a, .b",
    ]
    assert any(isinstance(block, Paragraph) and block.text == "Hai bên ký." for block in material.blocks)


def test_patterns_fit_files_in_folders() -> None:
    assert recipe().address_of("2012/tin.aspx_ItemID=7.html") == "/Pages/tin.aspx?ItemID=7"


def test_files_that_no_pattern_fits_keep_the_address_that_the_page_states() -> None:
    assert read(f"<link rel=canonical href=/tin/9>{PAGE}", name="khac.html").address == "/tin/9"


def test_all_that_is_wrong_is_told_at_its_place() -> None:
    text = """contents: .a
title: ".a["
remove: [.b, "::x("]
address:
  - {file: "{a}{b}.html", address: /x}
  - {file: "tin-{id}.html", address: "/tin?id={so}"}
  - {file: "tin.html", address: "tin?id=1"}
  - {file: "tin.html"}
section_map: tin-tuc
"""
    assert told(text) == [
        ("bad-selector", 2, 8),
        ("bad-selector", 3, 14),
        ("bad-address-pattern", 5, 12),
        ("unknown-address-part", 6, 5),
        ("bad-old-address", 7, 33),
        ("missing-key", 8, 5),
        ("expected-mapping", 9, 14),
        ("unknown-key", 1, 1),
    ]


@pytest.mark.parametrize("text", ["content: .a\ncontent: .b\n", "- a\n", "content: ["])
def test_files_that_are_no_recipe_are_refused(text: str) -> None:
    assert told(text)
