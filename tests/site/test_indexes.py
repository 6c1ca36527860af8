"""Indexes: links in groups, by letter."""

from bantin.site.indexes import by_letter, index_page
from bantin.site.views import IndexView, LinkView
from tests.index.contents import bulletin


def links(*names: str) -> list[tuple[str, LinkView]]:
    return [(name, LinkView(name, f"{number}/")) for number, name in enumerate(names)]


def test_links_stand_in_their_order_under_their_letters_which_are_those_of_the_alphabet() -> None:
    groups = by_letter(links("Đông", "Da", "Đan", "Ủy", "ánh", "Ăn", "Dương", "2012"))
    assert [(letter, [link.label for link in items]) for letter, _, items in groups] == [
        ("#", ["2012"]),
        ("A", ["ánh"]),
        ("Ă", ["Ăn"]),
        ("D", ["Da", "Dương"]),
        ("Đ", ["Đông", "Đan"]),
        ("U", ["Ủy"]),
    ]


def test_every_letter_has_an_anchor_of_its_own() -> None:
    anchors = [anchor for _, anchor, _ in by_letter(links(*"AĂÂDĐEÊOÔƠUƯ", "9"))]
    assert len(set(anchors)) == len(anchors)
    assert all(anchor.isascii() for anchor in anchors)


def test_an_index_of_several_groups_has_links_to_each() -> None:
    link, crumbs = LinkView("Người ký", "nguoi-ky/"), (LinkView("Trang chủ", ""),)
    for names in ("A", "AB"):
        groups = by_letter(links(*names))
        found = index_page(link, groups, crumbs)
        assert found.blank(bulletin().directory) == IndexView(
            url="nguoi-ky/", title="Người ký", crumbs=crumbs, groups=groups, jumps=len(names) > 1
        )
