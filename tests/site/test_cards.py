"""The small parts of views: dates, names of the day, links, cards."""

from datetime import datetime
from typing import get_args

import pytest
from hypothesis import given
from msgspec.structs import replace

from bantin.domain.model import DatedName, Feature, Label, Party, Photo, Status
from bantin.domain.problems import Language
from bantin.domain.text.dates import Edtf
from bantin.site.cards import (
    Top,
    agency_link,
    as_of_view,
    card,
    date_view,
    field_links,
    home_crumb,
    instant_view,
    moment_view,
    name_then,
    names_then,
    photo_view,
    section_link,
    status_link,
    status_without_period,
    subject_of,
    top_link,
    type_link,
    year_link,
)
from bantin.site.views import CardView, DateView, LinkView, PhotoView
from tests.index.contents import SITE, TODAY, agency, agreement, article, bulletin, edtf_dates, on, when
from tests.site.plans import pages_of


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
def test_a_date_is_shown_as_far_as_it_is_known(written: str, language: Language, view: DateView) -> None:
    assert moment_view(when(written), language) == view


@pytest.mark.parametrize(
    ("written", "w3c", "exact"),
    [
        ("2021-11-24", "2021-11-24", True),
        ("2021-11-24T22:26+07:00", "2021-11-24T22:26:00+07:00", True),
        ("2021-11", "2021-11", False),
        ("2021", "2021", False),
        ("XXXX-08-18", "", False),
        ("2021-XX-24", "", False),
        ("2021-11-24~", "", False),
        ("2021?", "", False),
    ],
)
def test_machines_are_told_what_their_formats_can_tell(written: str, w3c: str, exact: bool) -> None:
    view = moment_view(when(written), "vi")
    assert view
    assert (view.w3c, view.exact) == (w3c, exact)


def test_the_day_of_the_build_is_a_whole_day() -> None:
    assert as_of_view(TODAY, "vi") == date_view(on("2026-01-01"), "vi")


@pytest.mark.parametrize("nothing", [None, Edtf()])
def test_a_date_of_which_nothing_is_known_is_not_shown(nothing: Edtf | None) -> None:
    assert date_view(nothing, "vi") is None
    assert moment_view(None, "vi") is None


@given(edtf_dates())
def test_only_a_whole_day_is_marked_up_for_machines(day: Edtf) -> None:
    view = date_view(day, "vi")
    assert view
    assert view.exact == (None not in (day.year, day.month, day.day))


def test_an_instant_is_shown_with_its_time() -> None:
    view = instant_view(datetime.fromisoformat("2021-11-24T22:26+07:00"), "en")
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
    assert name_then("a", on(day) if day else None, bulletin(one).directory) == name


def test_agencies_keep_their_order_under_the_names_of_a_day() -> None:
    old = agency("a", name="Mới", former_names=(DatedName(Label("Cũ"), until=on("2019")),))
    made = bulletin(old, agency("b", name="Kia")).directory
    assert names_then(("b", "a"), on("2012"), made) == ("Kia", "Cũ")


def test_an_agency_is_linked_to_under_its_present_name() -> None:
    one = agency("a", name="Mới", former_names=(DatedName(Label("Cũ"), until=on("2019-06-30")),))
    assert agency_link("a", bulletin(one).directory) == LinkView("Mới", "co-quan/a/")
    assert agency_link("a", bulletin(one).directory, 3) == LinkView("Mới", "co-quan/a/", 3)


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
        status=status_without_period(Status.UNKNOWN, bulletin(one).directory),
        heading="Hai bộ ký",
    )


def test_the_card_of_an_article_that_says_nothing_makes_nothing_up() -> None:
    one = article(title="Tin")
    empty = CardView("Tin", "bai-viet/2020/bai/", "", None, None, "", (), None, None, heading="Tin")
    assert card(one, bulletin(one).directory) == empty


def test_a_card_names_the_agencies_as_they_were_called_when_they_signed() -> None:
    old = agency("a", name="Mới", former_names=(DatedName(Label("Cũ"), until=on("2019")),))
    one = article(agreement=agreement("a", "b", signed_on=on("2012-11-20")))
    assert card(one, bulletin(one, old, agency("b", name="Kia")).directory).parties == ("Cũ", "Kia")


def test_a_card_keeps_the_parties_in_the_order_of_the_agreement() -> None:
    one = article(agreement=agreement(parties=(Party("c"), Party("a"))))
    assert card(one, bulletin(one).directory).parties == ("Cơ quan C", "Cơ quan A")


def test_a_card_has_the_status_that_all_its_agreements_have() -> None:
    known = agreement(signed_on=on("2012"), effective_on=on("2012"))
    other = replace(known, id="khac")
    one = article(agreement=known, told=(other,))
    found = card(one, bulletin(one).directory).status
    assert found
    assert (found.kind, found.word) == ("in_force", "Còn hiệu lực")
    two = replace(one, told=(replace(other, effective_on=None),))
    assert card(two, bulletin(two).directory).status is None


def test_the_word_of_a_status_that_is_not_known_is_short() -> None:
    found = status_without_period(Status.UNKNOWN, bulletin().directory)
    assert (found.word, found.link.label) == ("Chưa rõ hiệu lực", "Đã ký – chưa rõ hiệu lực")
    assert found.meaning == "van-ban/tinh-trang/#da-ky-chua-ro-hieu-luc"


def test_without_a_register_a_status_leads_nowhere() -> None:
    found = status_without_period(
        Status.ENDED, bulletin(site=replace(SITE, off=frozenset({Feature.REGISTER}))).directory
    )
    assert (found.meaning, found.link.linked) == ("", False)


def test_links_to_terms_lead_to_their_lists() -> None:
    made = bulletin().directory
    assert type_link("quy-che", made) == LinkView("Quy chế", "van-ban/loai/quy-che/")
    assert field_links(("y-te",), made) == (LinkView("Y tế", "van-ban/linh-vuc/y-te/"),)
    assert status_link(Status.IN_FORCE, made) == LinkView("Còn hiệu lực", "van-ban/tinh-trang/con-hieu-luc/")
    assert year_link(2012, made) == LinkView("Năm 2012", "van-ban/nam/2012/")
    assert year_link(None, made) == LinkView("Chưa rõ năm ký", "van-ban/nam/chua-ro/")
    assert section_link("tin", made) == LinkView("Tin", "chuyen-muc/tin/")
    assert section_link(None, made) is None


@pytest.mark.parametrize(("title", "subject"), [("Về phối hợp", "Về phối hợp"), ("", "Hai bộ ký")])
def test_an_agreement_goes_by_its_subject_line_or_else_by_the_headline(title: str, subject: str) -> None:
    assert subject_of(article(title="Hai bộ ký", agreement=agreement(title=title))) == subject


def test_a_photo_has_an_address_and_what_is_said_of_it() -> None:
    photo = Photo("content/media/Ảnh.PNG", "Lễ ký", "Hai bên", "Nguyễn Văn A")
    assert photo_view(photo, SITE) == PhotoView("media/anh.png", "Lễ ký", "Hai bên", "Nguyễn Văn A")


@pytest.mark.parametrize("name", get_args(Top))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_page_below_the_home_page_has_its_title_and_its_word(name: Top, language: Language) -> None:
    link = top_link(name, replace(SITE, language=language), 2)
    assert link.label
    assert link.url in pages_of(bulletin(site=replace(SITE, language=language)))
    assert link.count == 2


def test_the_way_down_begins_at_home() -> None:
    assert home_crumb(SITE) == LinkView("Trang chủ", "")
    assert home_crumb(replace(SITE, language="en")) == LinkView("Home", "")


def test_a_card_is_made_once_and_never_taken_for_that_of_another_article_or_bulletin() -> None:
    one, other = bulletin(article("a", title="Tin")), bulletin(article("a", title="Tin"))
    first = card(one.articles[0], one.directory)
    assert card(one.articles[0], one.directory) is first
    assert card(article("a", title="Tin mới"), one.directory).title == "Tin mới"
    again = card(other.articles[0], other.directory)
    assert again is not first
    assert (again, hash(again)) == (first, hash(first))
