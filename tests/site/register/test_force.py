"""The agreements in force at the end of each year."""

from datetime import date

from hypothesis import given
from msgspec.structs import replace

from bantin.domain.model import Article, Event, EventKind, Status
from bantin.domain.rules.lifecycle import status_on
from bantin.site.register.force import YearEnd, year_ends
from bantin.site.views import IndexView, LinkView, RegisterView
from tests.index.contents import bulletin, on, quick
from tests.site.plans import pages_of, view_at
from tests.site.register.records import record, records

MADE = bulletin(
    record("co", signed="2021-05-05", effective_on=on("2021-06-01"), expires_on=on("2023-12-31")),
    record("sau", signed="2023-05-05", effective_on=on("2024-01-01")),
    record("khong-ro", signed="2022"),
)


def test_the_years_are_those_that_have_passed_since_the_first_signing() -> None:
    assert [one.year for one in year_ends(MADE)] == [2025, 2024, 2023, 2022, 2021]
    assert year_ends(bulletin()) == []
    assert year_ends(bulletin(record("bai"), record("nay", signed="2026-01-01"))) == []


def test_a_term_may_begin_in_an_earlier_year_than_any_signing_that_is_known() -> None:
    assert [one.year for one in year_ends(bulletin(record("bai", effective_on=on("2023"))))] == [2025, 2024, 2023]


def test_what_was_in_force_at_the_end_of_a_year_is_listed_and_what_is_not_known_apart() -> None:
    listed = {
        one.year: (
            [each.agreement.id for each in one.in_force],
            [each.agreement.id for each in one.unknown],
        )
        for one in year_ends(MADE)
    }
    assert listed == {
        2025: (["sau"], ["khong-ro"]),
        2024: (["sau"], ["khong-ro"]),
        2023: (["co"], ["khong-ro"]),
        2022: (["co"], ["khong-ro"]),
        2021: (["co"], []),
    }


def test_what_was_suspended_was_not_in_force_but_for_the_rest_of_it() -> None:
    paused = Event(EventKind.SUSPENDED, on("2024-02-01"), until=on("2025-02-01"))
    made = bulletin(
        record("ca", signed="2023-01-01", effective_on=on("2023"), events=(paused,)),
        record("phan", signed="2023-01-01", effective_on=on("2023"), events=(replace(paused, part="Điều 5"),)),
    )
    in_force = {one.year: [each.agreement.id for each in one.in_force] for one in year_ends(made)}
    assert in_force == {2025: ["ca", "phan"], 2024: ["phan"], 2023: ["ca", "phan"]}


def test_of_what_may_have_been_signed_by_then_nothing_is_known() -> None:
    (last, *_) = year_ends(bulletin(record("khi-nao"), record("bai", signed="2024")))
    assert [each.agreement.id for each in last.unknown] == ["bai", "khi-nao"]


def test_each_year_has_a_page_and_one_for_what_is_not_known() -> None:
    sure = LinkView("Văn bản còn hiệu lực vào ngày 31/12/2022", "van-ban/con-hieu-luc/2022/", 1)
    doubt = LinkView("Văn bản chưa rõ hiệu lực vào ngày 31/12/2022", "van-ban/con-hieu-luc/2022/chua-ro/", 1)
    view = view_at(MADE, sure.url, RegisterView)
    assert (view.title, view.others) == (sure.label, (doubt,))
    assert [row.url for row in view.rows] == ["bai-viet/2020/co/"]
    assert [row.url for row in view_at(MADE, doubt.url, RegisterView).rows] == ["bai-viet/2020/khong-ro/"]
    assert "van-ban/con-hieu-luc/2021/chua-ro/" not in pages_of(MADE)
    first, second = view_at(MADE, "van-ban/con-hieu-luc/", IndexView).groups
    # The heading says it once for all days.
    assert (first[0], replace(sure, label="31/12/2022") in first[2]) == ("Còn hiệu lực vào ngày", True)
    assert (second[0], replace(doubt, label="31/12/2022") in second[2]) == ("Chưa rõ hiệu lực vào ngày", True)


@quick
@given(records())
def test_the_lists_are_those_that_the_status_of_each_last_day_makes(made: list[Article]) -> None:
    found = bulletin(*made)
    for one in year_ends(found):
        day = date(one.year, 12, 31)
        signed = [each for each in found.register.records if each.year is None or each.year <= one.year]
        status = {each.agreement.id: status_on(each.agreement, day) for each in signed}
        assert one == YearEnd(
            one.year,
            tuple(
                each
                for each in signed
                if status[each.agreement.id] in (Status.IN_FORCE, Status.PARTLY, Status.PARTLY_SUSPENDED)
            ),
            tuple(each for each in signed if status[each.agreement.id] is Status.UNKNOWN),
        )
