"""Lists by type, field, section and topic."""

import pytest

from bantin.site.views import ArticleView, IndexView, LinkView, ListView
from tests.index.contents import agreement, article, bulletin
from tests.site.plans import lists, view_at


@pytest.mark.parametrize(
    ("url", "labels"),
    [
        ("loai/", [("Quy chế", 1), ("Kế hoạch", 0)]),
        ("linh-vuc/", [("An ninh", 0), ("Y tế", 1)]),
        ("chuyen-muc/", [("Tin", 1), ("Thông báo", 0)]),
    ],
)
def test_an_index_holds_every_word_of_the_vocabulary_in_its_order_used_or_not(
    url: str, labels: list[tuple[str, int]]
) -> None:
    made = bulletin(article(section="tin", agreement=agreement(fields=("y-te",))))
    ((_, _, links),) = view_at(made, url, IndexView).groups
    assert [(link.label, link.count) for link in links] == labels
    assert all(link.url in lists(made) for link in links)


def test_topics_stand_in_vietnamese_order_each_spelt_as_it_is_first_in_that_order() -> None:
    made = bulletin(article("a", tags=("Đất", "biển")), article("b", tags=("Biển", "An ninh")))
    ((_, _, links),) = view_at(made, "chu-de/", IndexView).groups
    assert links == (
        LinkView("An ninh", "bai-viet/2020/b/", 1, item="Bài b"),
        LinkView("biển", "chu-de/bien/", 2),
        LinkView("Đất", "bai-viet/2020/a/", 1, item="Bài a"),
    )
    assert [url for url in lists(made) if url.startswith("chu-de/")] == ["chu-de/bien/"]


def test_topics_that_differ_in_marks_have_lists_of_their_own_and_the_plain_address_leads_to_each() -> None:
    names = {"a": "công chứng", "b": "công chứng", "c": "công chúng"}
    tagged = (article(name, tags=(tag,)) for name, tag in names.items())
    made, notary = bulletin(*tagged), "chu-de/cong-chung--coong-chuwsng/"
    assert {card.url for card in view_at(made, notary, ListView).cards} == {"bai-viet/2020/a/", "bai-viet/2020/b/"}
    public = LinkView("công chúng", "bai-viet/2020/c/", 1, item="Bài c")
    links = (public, LinkView("công chứng", notary, 2))
    assert view_at(made, "chu-de/", IndexView).groups == (("", "", links),)
    shared = view_at(made, "chu-de/cong-chung/", IndexView)
    assert (shared.title, shared.groups) == ("công chúng / công chứng", (("", "", links),))


def test_an_article_links_to_the_topics_that_it_shares() -> None:
    made = bulletin(article("a", tags=("công chứng", "rừng")), article("b", tags=("công chúng", "công chứng")))
    assert view_at(made, "bai-viet/2020/a/", ArticleView).tags == (
        LinkView("công chứng", "chu-de/cong-chung--coong-chuwsng/"),
        LinkView("rừng", "", linked=False),
    )
