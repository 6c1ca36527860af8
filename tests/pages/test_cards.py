"""The small parts of views: dates, names of the day, cards, pages of lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Language
from generator.model import DatedName, Label, Party, Photo
from generator.pages import cards
from generator.pages.addresses import WORDS, listing_page
from generator.pages.cards import (
    card,
    date_view,
    home_crumb,
    instant_view,
    moment_view,
    name_then,
    page_title,
    pager,
    photo_view,
    section_link,
    slices,
    type_link,
)
from generator.pages.views import CardView, DateView, LinkView, PhotoView
from generator.text.dates import Edtf
from tests.bulletin.contents import agency, agreement, article, bulletin, edtf_dates, on, when


@pytest.mark.parametrize(
    ("written", "language", "view"),
    [
        (
            "2021-11-24",
            "vi",
            DateView("2021-11-24", "24/11/2021", "ngày 24 tháng 11 năm 2021", "Thứ Tư, 24/11/2021", exact=True),
        ),
        (
            "2021-11-24T22:26+07:00",
            "vi",
            DateView(
                "2021-11-24T22:26:00+07:00",
                "24/11/2021",
                "ngày 24 tháng 11 năm 2021",
                "Thứ Tư, 24/11/2021 22:26",
                exact=True,
            ),
        ),
        (
            "2021-11-24",
            "en",
            DateView("2021-11-24", "24 November 2021", "24 November 2021", "Wednesday, 24 November 2021", exact=True),
        ),
        ("2012-11", "vi", DateView("2012-11", "11/2012", "tháng 11 năm 2012", "tháng 11 năm 2012", exact=False)),
        ("2012", "en", DateView("2012", "2012", "2012", "2012", exact=False)),
        (
            "XXXX-08-18",
            "vi",
            DateView(
                "XXXX-08-18",
                "18/8 (chưa rõ năm)",
                "ngày 18 tháng 8 (chưa rõ năm)",
                "ngày 18 tháng 8 (chưa rõ năm)",
                exact=False,
            ),
        ),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(written: str, language: Language, view: DateView) -> None:
    assert moment_view(when(written), language) == view


@pytest.mark.parametrize("nothing", [None, Edtf()])
def test_a_date_of_which_nothing_is_known_is_not_shown(nothing: Edtf | None) -> None:
    assert date_view(nothing, "vi") is None
    assert moment_view(None, "vi") is None
    assert instant_view(None, "vi") is None


@given(edtf_dates())
def test_only_a_whole_day_is_marked_up_for_machines(day: Edtf) -> None:
    view = date_view(day, "vi")
    assert view
    assert view.exact == (None not in (day.year, day.month, day.day))


def test_an_instant_is_shown_with_its_time() -> None:
    view = instant_view(when("2021-11-24T22:26+07:00").instant, "en")
    assert view
    assert view.full == "Wednesday, 24 November 2021 22:26"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2019-06-30", "Cũ"),
        ("2019-07-01", "Mới"),
        ("2019-05", "Cũ"),
        ("2019-07", "Mới"),
        ("2018", "Cũ"),
        ("2019", "Mới"),
        ("XXXX-08-18", "Mới"),
        (None, "Mới"),
    ],
)
def test_an_agency_has_the_name_of_the_day_where_the_day_is_certain_enough(day: str | None, name: str) -> None:
    one = agency("a", name="Mới", former_names=(DatedName(Label("Cũ"), until=on("2019-06-30")),))
    assert name_then(one, on(day) if day else None, "vi") == name


def test_a_card_tells_what_is_known_of_an_article() -> None:
    one = article(
        title="Hai bộ ký",
        lead="Sa-pô.",
        published=when("2020-05-06"),
        section="tin",
        photos=(Photo("content/media/a.png", "Lễ ký"), Photo("content/media/b.png", "Khách")),
        agreement=agreement("a", "b", signed_on=on("2020-05")),
    )
    assert card(one, bulletin(one).directory) == CardView(
        title="Hai bộ ký",
        url="bai-viet/2020/bai/",
        lead="Sa-pô.",
        published=date_view(on("2020-05-06"), "vi"),
        signed=date_view(on("2020-05"), "vi"),
        type="Quy chế",
        parties=("Cơ quan A", "Cơ quan B"),
        section=LinkView("Tin", "chuyen-muc/tin/"),
        photo=PhotoView("media/a.png", "Lễ ký", "", ""),
    )


def test_the_card_of_an_article_that_says_nothing_makes_nothing_up() -> None:
    one = article(title="Tin")
    empty = CardView("Tin", "bai-viet/2020/bai/", "", None, None, "", (), None, None)
    assert card(one, bulletin(one).directory) == empty


def test_a_card_names_the_agencies_as_they_were_called_when_they_signed() -> None:
    old = agency("a", name="Mới", former_names=(DatedName(Label("Cũ"), until=on("2019")),))
    one = article(agreement=agreement("a", "b", signed_on=on("2012-11-20")))
    assert card(one, bulletin(one, old, agency("b", name="Kia")).directory).parties == ("Cũ", "Kia")


def test_a_card_keeps_the_parties_in_the_order_of_the_agreement() -> None:
    one = article(agreement=agreement(parties=(Party("c"), Party("a"))))
    assert card(one, bulletin(one).directory).parties == ("Cơ quan C", "Cơ quan A")


def test_links_to_terms_lead_to_their_lists() -> None:
    made = bulletin().directory
    assert type_link("quy-che", made) == LinkView("Quy chế", "loai/quy-che/")
    assert section_link("tin", made) == LinkView("Tin", "chuyen-muc/tin/")
    assert section_link(None, made) is None


def test_a_photo_has_an_address_and_what_is_said_of_it() -> None:
    photo = Photo("content/media/Ảnh.PNG", "Lễ ký", "Hai bên", "Nguyễn Văn A")
    assert photo_view(photo, WORDS["vi"]) == PhotoView("media/anh.png", "Lễ ký", "Hai bên", "Nguyễn Văn A")


@given(st.lists(st.integers()), st.integers(1, 7))
def test_the_pages_of_a_list_hold_everything_once_in_order(items: list[int], size: int) -> None:
    pages = slices(items, size)
    assert [item for part in pages for item in part] == items
    assert all(len(part) == size for part in pages[:-1])
    assert len(pages[-1]) <= size
    assert all(pages) or not items


def test_an_empty_list_has_one_empty_page() -> None:
    assert slices([], 20) == [[]]


PAGES = st.integers(1, 60).flatmap(lambda total: st.tuples(st.integers(1, total), st.just(total)))


@given(PAGES, st.sampled_from(["vi", "en"]))
def test_a_pager_leads_to_both_ends_and_to_the_pages_nearby(page: tuple[int, int], language: Language) -> None:
    number, total = page
    made = pager("ds/", number, total, language)
    shown = [int(link.label) for link in made.pages]
    assert shown == sorted(set(shown))
    assert {1, number, total} <= set(shown) <= set(range(1, total + 1))
    assert set(shown) >= {near for near in range(number - 2, number + 3) if 1 <= near <= total}
    assert len(shown) <= 7
    assert [link.url for link in made.pages] == [listing_page(WORDS[language], "ds/", one) for one in shown]


@given(PAGES)
def test_a_pager_goes_one_page_back_and_forth_within_the_list(page: tuple[int, int]) -> None:
    number, total = page
    made = pager("ds/", number, total, "vi")
    assert (made.previous is None) == (number == 1)
    assert (made.next is None) == (number == total)
    assert not made.previous or made.previous.url == listing_page(WORDS["vi"], "ds/", number - 1)
    assert not made.next or made.next.url == listing_page(WORDS["vi"], "ds/", number + 1)


@pytest.mark.parametrize(
    ("number", "language", "title"),
    [(1, "vi", "Tin tức"), (2, "vi", "Tin tức – trang 2"), (3, "en", "Tin tức – page 3")],
)
def test_every_page_of_a_list_has_a_title_of_its_own(number: int, language: Language, title: str) -> None:
    assert page_title("Tin tức", number, language) == title


def test_the_way_down_begins_at_home() -> None:
    assert home_crumb("vi") == LinkView("Trang chủ", "")
    assert home_crumb("en") == LinkView("Home", "")


def test_a_card_is_made_once_and_never_taken_for_that_of_another_article_or_bulletin() -> None:
    one, other = bulletin(article("a", title="Tin")), bulletin(article("a", title="Tin"))
    first = card(one.articles[0], one.directory)
    assert card(one.articles[0], one.directory) is first
    assert card(article("a", title="Tin mới"), one.directory).title == "Tin mới"
    again = card(other.articles[0], other.directory)
    assert again is not first
    assert (again, hash(again)) == (first, hash(first))


def test_not_all_cards_that_were_ever_made_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "_MOST_CARDS", 1)
    made = bulletin(article("a", title="A"), article("b", title="B"))
    assert [card(one, made.directory).title for one in made.articles * 2] == [one.title for one in made.articles * 2]
