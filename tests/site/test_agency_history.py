"""The history of an agency: names, predecessors and successors in one line of time."""

from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.model import Agency, DatedName, Label, Succession
from bantin.site.agency_history import stages
from bantin.site.cards import date_view
from bantin.site.views import LinkView, StageView
from tests.index.contents import agency, bulletin, edtf_dates, on

OTHERS = (agency("x", "Viện"), agency("y", "Đoàn"), agency("z", "Ủy ban"))


def history(one: Agency) -> tuple[StageView, ...]:
    made = bulletin(one, *OTHERS).directory
    return stages(made.agency[one.id], made)


def name(label: str, since: str | None = None, until: str | None = None) -> DatedName:
    return DatedName(Label(label), on(since) if since else None, on(until) if until else None)


def test_of_an_agency_that_has_always_been_what_it_is_nothing_is_shown() -> None:
    assert history(agency("a")) == ()


def test_names_predecessors_and_successors_stand_in_one_line_of_time() -> None:
    one = agency(
        "a",
        former_names=(name("Nha A", "2008", "2012-12-31"), name("Sở A", until="1990")),
        predecessors=(Succession("z", on("2010-03-01")), Succession("y")),
        successors=(Succession("x", on("2027")),),
    )
    nobody = LinkView("Đoàn", "co-quan/y/")
    ahead = date_view(on("2027"), "vi")
    assert history(one) == (
        StageView("before", "Đoàn", None, None, nobody, upcoming=False),
        StageView("name", "Sở A", None, date_view(on("1990"), "vi"), None, upcoming=False),
        StageView(
            "name", "Nha A", date_view(on("2008"), "vi"), date_view(on("2012-12-31"), "vi"), None, upcoming=False
        ),
        StageView(
            "before",
            "Ủy ban",
            date_view(on("2010-03-01"), "vi"),
            None,
            LinkView("Ủy ban", "co-quan/z/"),
            upcoming=False,
        ),
        StageView("after", "Viện", ahead, None, LinkView("Viện", "co-quan/x/"), upcoming=True),
    )


def test_without_dates_predecessors_come_first_and_successors_last_in_vietnamese_order() -> None:
    one = agency(
        "a",
        former_names=(name("Sở A"),),
        predecessors=(Succession("z"),),
        successors=(Succession("x"), Succession("y")),
    )
    assert [(stage.kind, stage.name) for stage in history(one)] == [
        ("before", "Ủy ban"),
        ("name", "Sở A"),
        ("after", "Đoàn"),
        ("after", "Viện"),
    ]


DAYS = st.none() | edtf_dates()


@given(st.lists(DAYS, max_size=3), DAYS, DAYS)
def test_every_change_is_shown_once_and_known_days_stand_in_their_order(
    names: list[None], born: None, end: None
) -> None:
    one = agency(
        "a",
        former_names=tuple(DatedName(Label(f"Tên {number}"), day) for number, day in enumerate(names)),
        predecessors=(Succession("x", born),),
        successors=(Succession("y", end),),
    )
    told = history(one)
    assert sorted(stage.name for stage in told) == sorted(["Đoàn", "Viện", *(f"Tên {n}" for n in range(len(names)))])
    dated = [stage.since.iso for stage in told if stage.since and stage.since.exact]
    assert dated == sorted(dated)
