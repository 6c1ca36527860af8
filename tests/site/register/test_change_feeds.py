"""Feeds of the changes of the register: what they tell of, when it was so, and when they change."""

from datetime import date, datetime

import pytest
from hypothesis import given
from msgspec.structs import replace

from bantin.domain.model import Change, ChangeKind, Event, EventKind, Feature, Gone, GoneKind, Relation, RelationKind
from bantin.index import Bulletin, index
from bantin.site.views import AgencyView, AlternateView, ChangesFeedView, NotesView, RecordView
from tests.index.contents import SITE, ZONE, Item, agreement, articles, bulletin, content, on, quick, when
from tests.index.contents import record as record_file
from tests.site.plans import Seen, key_of, pages_of, planned, view_at, views_of
from tests.site.register.records import record

REGISTER, OF_A, OF_X = "van-ban/moi-thay-doi/atom.xml", "co-quan/a/moi-thay-doi/atom.xml", "van-ban/2015/x/atom.xml"
OF_B = "co-quan/b/moi-thay-doi/atom.xml"
BASE = "https://bantin.example/"


def told(made: Bulletin, url: str = REGISTER) -> list[tuple[str, str]]:
    """The entries of a feed: their ids without the address of the site, and their times."""
    view = view_at(made, url, ChangesFeedView)
    assert all(entry.id.startswith(f"{BASE}#") for entry in view.entries)
    return [(entry.id.removeprefix(f"{BASE}#"), entry.at) for entry in view.entries]


def feeds_of(made: Bulletin) -> list[Seen]:
    return [seen for seen in planned(made).pages if isinstance(seen.view, ChangesFeedView)]


def lasting(*events: Event, **changes: object) -> Item:
    facts = agreement(id="x", signed_on=on("2015-03-10"), title="Bản x", events=events)
    return record_file("x", agreement=replace(facts, **changes))


def on_day(as_of: date, *items: Item) -> Bulletin:
    return index(content(*items), datetime(as_of.year, as_of.month, as_of.day, 12, tzinfo=ZONE))


def test_what_happened_to_an_agreement_is_told_the_latest_first() -> None:
    made = bulletin(
        lasting(
            Event(EventKind.AMENDED, on("2016-05-01"), "Bỏ Điều 3", "Biên bản số 2", parties=("a",)),
            Event(EventKind.SUSPENDED, on("2017-05-01")),
            Event(EventKind.TERMINATED, on("2018-05-01")),
            effective_on=on("2015-04-01"),
        )
    )
    entries = [
        ("x/terminated/2018-05-01", "2018-05-01T00:00:00+07:00"),
        ("x/suspended/2017-05-01", "2017-05-01T00:00:00+07:00"),
        ("x/amended/2016-05-01/a", "2016-05-01T00:00:00+07:00"),
        ("x/effective/2015-04-01", "2015-04-01T00:00:00+07:00"),
        ("x/signed/2015-03-10", "2015-03-10T00:00:00+07:00"),
    ]
    assert told(made) == told(made, OF_A) == told(made, OF_X) == entries
    view = view_at(made, REGISTER, ChangesFeedView)
    amended = view.entries[2]
    assert (amended.title, amended.category, amended.url) == (
        "Được sửa đổi: Bản x",
        "Được sửa đổi",
        f"{BASE}van-ban/2015/x/",
    )
    assert amended.summary == "Cơ quan A; Cơ quan B – Cơ quan A – Biên bản số 2 – Bỏ Điều 3"
    assert (view.updated, view.home) == ("2018-05-01T00:00:00+07:00", f"{BASE}van-ban/moi-thay-doi/")
    assert "co-quan/c/moi-thay-doi/atom.xml" not in pages_of(made)


def test_corrections_and_updates_are_told_and_minor_changes_are_not() -> None:
    changes = (
        Change(ChangeKind.CORRECTION, when("2016-05-01"), "Sai số."),
        Change(ChangeKind.CORRECTION, when("2016-05-01"), "Sai ngày."),
        Change(ChangeKind.MINOR, when("2016-06-01"), "Nhỏ."),
        Change(ChangeKind.UPDATE, when("2016-05-02T08:30+07:00"), "Thêm."),
    )
    made = bulletin(replace(lasting(), changes=changes))
    assert told(made) == [
        ("x/update/2016-05-02T08:30:00+07:00", "2016-05-02T08:30:00+07:00"),
        ("x/correction/2016-05-01/2", "2016-05-01T00:00:00+07:00"),
        ("x/correction/2016-05-01", "2016-05-01T00:00:00+07:00"),
        ("x/signed/2015-03-10", "2015-03-10T00:00:00+07:00"),
    ]
    update = view_at(made, REGISTER, ChangesFeedView).entries[0]
    assert (update.title, update.summary) == ("Bản tin cập nhật: Bản x", "Cơ quan A; Cơ quan B – Thêm.")


def amending(kind: RelationKind, **facts: object) -> Item:
    other = agreement(id="sua", signed_on=on("2016-05-01"), title="Bản sửa", relations=(Relation(kind, "x"),))
    return record_file("sua", agreement=replace(other, **facts))


@pytest.mark.parametrize(
    ("kind", "event"),
    [
        (RelationKind.AMENDS, "amended"),
        (RelationKind.SUPPLEMENTS, "amended"),
        (RelationKind.CORRECTS, "corrected"),
        (RelationKind.IMPLEMENTS, ""),
        (RelationKind.RELATED, ""),
    ],
)
def test_what_another_agreement_did_is_told_even_where_no_event_says_so(kind: RelationKind, event: str) -> None:
    entries = told(bulletin(lasting(), amending(kind)), OF_X)
    by_relation = [(f"x/{event}/2016-05-01/sua", "2016-05-01T00:00:00+07:00")] if event else []
    assert entries == [*by_relation, ("x/signed/2015-03-10", "2015-03-10T00:00:00+07:00")]


def test_an_amendment_counts_from_its_entry_into_force() -> None:
    ahead = amending(RelationKind.AMENDS, effective_on=on("2026-01-02"), number="02/QC")
    assert [name for name, _ in told(bulletin(lasting(), ahead), OF_X)] == ["x/signed/2015-03-10"]
    come = view_at(on_day(date(2026, 1, 2), lasting(), ahead), OF_X, ChangesFeedView).entries[0]
    assert come.id == f"{BASE}#x/amended/2026-01-02/sua"
    assert come.summary == "Cơ quan A; Cơ quan B – Theo: Bản sửa (02/QC)"


@pytest.mark.parametrize("day", ["2016-05-01", "2016-05", "2016"])
def test_an_event_that_may_be_the_same_amendment_is_not_told_twice(day: str) -> None:
    made = bulletin(lasting(Event(EventKind.AMENDED, on(day))), amending(RelationKind.AMENDS))
    ((_, _, notes),) = view_at(made, "van-ban/moi-thay-doi/", NotesView).groups
    assert [note.on.iso for note in notes if note.label == "Được sửa đổi" and note.on] == [day]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # Without a year, an event hides no amendment whose day is known.
        (None, ["x/amended/2016-05-01/sua"]),
        ("XXXX-05-01", ["x/amended/2016-05-01/sua"]),
        ("2016-05-01", ["x/amended/2016-05-01/sua"]),
        ("2016-09-01", ["x/amended/2016-09-01", "x/amended/2016-05-01/sua"]),
    ],
)
def test_each_amendment_is_told_once(day: str | None, expected: list[str]) -> None:
    event = Event(EventKind.AMENDED, on(day) if day else None)
    both = amending(
        RelationKind.AMENDS, relations=(Relation(RelationKind.AMENDS, "x"), Relation(RelationKind.SUPPLEMENTS, "x"))
    )
    found = [name for name, _ in told(bulletin(lasting(event), both), OF_X)]
    assert found == [*expected, "x/signed/2015-03-10"]


def test_all_that_replace_an_agreement_are_told_with_it() -> None:
    relation = (Relation(RelationKind.REPLACES, "x"),)
    others = [
        record_file(name, agreement=agreement(id=name, signed_on=on("2016-05-01"), title=name, relations=relation))
        for name in ("moi-1", "moi-2")
    ]
    made = bulletin(lasting(Event(EventKind.REPLACED, on("2016-05-01"))), *others)
    replaced = view_at(made, OF_X, ChangesFeedView).entries[0]
    assert replaced.summary.endswith("Theo: moi-1; moi-2")


def test_only_what_is_known_to_the_day_has_a_time() -> None:
    events = (Event(EventKind.REVIEWED, on("2016-05")), Event(EventKind.REVIEWED, on("2016-05-01?")))
    assert [name for name, _ in told(bulletin(lasting(*events, Event(EventKind.REVIEWED))))] == ["x/signed/2015-03-10"]
    assert REGISTER not in pages_of(bulletin(lasting(signed_on=on("2015"))))


def test_a_term_has_ended_when_its_last_day_is_over() -> None:
    item = lasting(expires_on=on("2026-01-01"), effective_on=on("2015-04-01"))
    last, over = (on_day(date(2026, 1, day), item) for day in (1, 2))
    assert "x/ended/2026-01-01" not in [name for name, _ in told(last)]
    assert told(over)[0] == ("x/ended/2026-01-01", "2026-01-02T00:00:00+07:00")


def test_what_an_article_tells_of_is_public_since_it_was_published() -> None:
    one = record("bai", signed="2020-05-05", events=(Event(EventKind.REVIEWED, on("2021-05-05")),))
    assert told(bulletin(replace(one, published=when("2020-05-06T08:00+07:00")))) == [
        ("bai/reviewed/2021-05-05", "2021-05-05T00:00:00+07:00"),
        ("bai/signed/2020-05-05", "2020-05-06T08:00:00+07:00"),
    ]


def test_a_record_within_an_article_is_in_the_feeds_of_others_alone() -> None:
    found = {seen.page.url for seen in feeds_of(bulletin(record("bai", signed="2020-05-05")))}
    assert found == {REGISTER, OF_A, OF_B}


def test_the_oldest_entries_are_dropped() -> None:
    events = tuple(Event(EventKind.REVIEWED, on(f"2016-05-{day:02}")) for day in range(1, 31))
    made = bulletin(lasting(*events), site=replace(SITE, feed_size=3))
    days = ["x/reviewed/2016-05-30", "x/reviewed/2016-05-29", "x/reviewed/2016-05-28"]
    assert [name for name, _ in told(made)] == days


def test_the_pages_lead_to_their_feeds() -> None:
    made = bulletin(lasting())

    def feeds(url: str, kind: type[AgencyView] | type[NotesView] | type[RecordView]) -> list[str]:
        alternates: tuple[AlternateView, ...] = view_at(made, url, kind).alternates
        return [one.url for one in alternates if one.type == "application/atom+xml"]

    assert feeds("co-quan/a/", AgencyView) == [OF_A]
    assert feeds("van-ban/2015/x/", RecordView) == [OF_X]
    assert feeds("van-ban/moi-thay-doi/", NotesView) == [REGISTER]


@pytest.mark.parametrize(
    ("off", "left"),
    [
        (Feature.FEEDS, set()),
        (Feature.REGISTER, {OF_A, OF_B, OF_X}),
        (Feature.AGENCIES, {REGISTER, OF_X}),
    ],
)
def test_parts_of_the_site_that_are_off_have_no_feeds(off: Feature, left: set[str]) -> None:
    made = bulletin(lasting(), site=replace(SITE, off=frozenset({off})))
    assert {seen.page.url for seen in feeds_of(made)} == left


def test_a_night_in_which_nothing_happens_changes_no_feed() -> None:
    items = (lasting(Event(EventKind.EXTENDED, on("2026-03-01"), until=on("2030-01-01"))), record("bai", signed="2020"))
    keys = [
        {seen.page.url: key_of(seen.page) for seen in feeds_of(on_day(day, *items))}
        for day in (date(2026, 1, 1), date(2026, 2, 28), date(2026, 3, 1))
    ]
    assert keys[0] == keys[1]
    assert keys[1] != keys[2]


@quick
@given(articles())
def test_entries_are_apart_and_none_is_of_the_future(made: tuple[Item, ...]) -> None:
    whole = bulletin(*made)
    for view in views_of(whole, ChangesFeedView):
        assert len({entry.id for entry in view.entries}) == len(view.entries)
        times = [datetime.fromisoformat(entry.at) for entry in view.entries]
        assert times == sorted(times, reverse=True)
        assert all(time.astimezone(ZONE).date() <= whole.directory.as_of for time in times)
        assert view.updated == view.entries[0].at


def test_what_is_gone_is_told_of_in_the_feed_of_all() -> None:
    def gone(day: str, **changes: object) -> Gone:
        path = f"content/agreements/{day}.md"
        made = Gone(path, GoneKind.RECORD, f"cu-{day}", "Bản cũ", on(day), "Đăng nhầm.", year=2014)
        return replace(made, **{"id": "cu", "number": "1/QC", **changes})

    lost = (gone("2025-05-06"), gone("2026-01-02"), gone("2025-05"), gone("2025-05-07", id="", kind=GoneKind.PAGE))
    made = index(replace(content(lasting()), gone=lost), datetime(2026, 1, 1, 12, tzinfo=ZONE))
    assert told(made) == [
        ("cu/gone/2025-05-06", "2025-05-06T00:00:00+07:00"),
        ("x/signed/2015-03-10", "2015-03-10T00:00:00+07:00"),
    ]
    entry = view_at(made, REGISTER, ChangesFeedView).entries[0]
    assert (entry.title, entry.summary) == ("Gỡ khỏi trang: Bản cũ", "1/QC – Đăng nhầm.")
    assert entry.url == f"{BASE}van-ban/2014/cu-2025-05-06/"
