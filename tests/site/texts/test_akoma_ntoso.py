"""The view of a text as Akoma Ntoso: its events, its times and what it refers to."""

from msgspec.structs import replace

from bantin.site.texts.akoma_ntoso import akoma_ntoso
from bantin.site.texts.version import RecordText, TextVersion
from bantin.site.views import AkomaNtosoView
from tests.index.contents import on
from tests.site.texts.texts import DIRECTORY, PLAIN, RICH


def view(text: RecordText, number: int) -> AkomaNtosoView:
    return akoma_ntoso(text, text.versions[number - 1], DIRECTORY, "van-ban.xml", "Toàn văn")


def periods(text: RecordText, number: int) -> list[tuple[str, str, str]]:
    return [(one.id, one.start, one.end) for one in view(text, number).periods]


def with_first(**changes: object) -> RecordText:
    first, *others = RICH.versions
    return replace(RICH, versions=(replace(first, **changes), *others))


def test_a_version_stands_until_the_next() -> None:
    assert periods(RICH, 1) == [("period", "event_v1", "event_v2")]
    assert periods(RICH, 2) == [("period", "event_v2", ""), ("since_v2", "event_v2", "")]


def test_where_days_between_are_not_known_there_is_no_end() -> None:
    assert periods(with_first(meets_next=False), 1) == [("period", "event_v1", "")]


def test_a_version_of_which_the_first_day_is_not_certain_has_an_end_alone() -> None:
    text = with_first(since=on("2012-11"))
    assert periods(text, 1) == [("period", "", "event_v2")]
    assert [event.id for event in view(text, 1).events] == ["event_signed", "event_v2", "event_end_1"]


def test_of_a_text_without_certain_days_there_is_nothing_to_tell() -> None:
    shown = view(PLAIN, 1)
    assert (shown.events, shown.periods, shown.period) == ((), (), "")
    assert "wording" not in {reference.id for reference in shown.references}


def test_two_documents_may_amend_on_one_day() -> None:
    first, second = RICH.versions
    twice = replace(second, amended_by=(*second.amended_by, *second.amended_by))
    events = view(replace(RICH, versions=(first, twice)), 2).events
    assert [(one.id, one.source) for one in events if one.kind == "amendment"] == [
        ("event_v2", "amending_v2_1"),
        ("event_v2_2", "amending_v2_2"),
    ]


def test_a_repeal_of_a_part_or_in_a_year_is_no_end() -> None:
    ends = [event for event in view(RICH, 1).events if event.kind == "repeal"]
    assert [(one.id, one.on) for one in ends] == [("event_end_1", "2030-01-01")]


def test_a_provision_leads_to_the_day_since_which_it_reads_so() -> None:
    chapter = view(RICH, 2).body[1]
    article = chapter.children[0].children[0]
    assert (article.removed, article.period) == (True, "since_v2")
    assert chapter.period == ""


def test_no_version_is_taken_for_another() -> None:
    versions = tuple(TextVersion(number, None, RICH.versions[0].text) for number in (1, 2, 3))
    text = replace(RICH, versions=versions)
    assert len({view(text, number).identification.expression.uri for number in (1, 2, 3)}) == 3
