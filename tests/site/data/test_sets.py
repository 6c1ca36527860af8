"""The data beside the pages: both contain the same facts, and counts agree."""

from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import given
from msgspec.structs import replace

from bantin.content.schema.agreement import AGREEMENT_TEXTS
from bantin.domain.model import Article
from bantin.index import Bulletin
from bantin.site.data import data_files, data_page, record_data
from bantin.site.data.columns import CellKind
from bantin.site.data.tables import BY_NAME, MEMBERS, OF_RECORDS
from bantin.site.views import (
    AgreementView,
    ArticleView,
    DateView,
    JsonView,
    PersonView,
    RegisterView,
    RelationGroupView,
)
from tests.index.contents import article, bulletin
from tests.site.data.records import AGENCIES, FACTS, FULL_ARTICLE, PLAIN, among, articles, json_of, rich, thorough
from tests.site.plans import Seen, key_of, pages_of, parts_of, planned, view_at

Record = Mapping[str, Any]
# A review that the sources name is not shown once it was held. Of a status that has not begun to bind, a page gives the
# day after its last one; of a party, only a status that differs from that of the agreement.
NOT_ON_THE_PAGE = {"review_next", "status_from", "status_until"}


def records_of(seen: Mapping[str, Seen]) -> dict[str, Record]:
    """The records beside the pages of their articles, by the addresses of these."""
    return {
        url.removesuffix("index.json"): one.view.value
        for url, one in seen.items()
        if isinstance(one.view, JsonView) and url.endswith("/index.json") and isinstance(one.view.value, Mapping)
    }


def dates_in(record: Record) -> Iterator[str]:
    for table in (BY_NAME["agreements"], *MEMBERS):
        for entry in record[table.member] if table.member else (record,):
            for column in table.columns:
                if column.kind is CellKind.DATE and entry[column.name] and column.name not in NOT_ON_THE_PAGE:
                    yield entry[column.name]


def people_in(view: AgreementView) -> list[tuple[str, str, str, str]]:
    shown: tuple[PersonView, ...] = (*view.signatories, *view.presided_by, *view.attended_by)
    return [(one.name, one.rank, one.position, one.party) for one in shown]


def ties_in(groups: tuple[RelationGroupView, ...]) -> list[tuple[str, bool, str]]:
    return sorted((group.kind, group.inverse, item.title) for group in groups for item in group.items)


def said(shown: Any) -> Any:
    """The text of a view: a text or several, some of them split into pieces by links."""
    if isinstance(shown, str):
        return shown or None
    return tuple(one if isinstance(one, str) else "".join(piece.label for piece in one) for one in shown) or None


def agree(view: AgreementView, record: Record) -> None:
    """The page of an agreement and its record say the same."""
    told = (view.id, view.place, view.venue, view.text_reason)
    names = ("id", "signed_place", "signed_venue", "text_reason")
    assert told == tuple(record[name] or "" for name in names)
    for key in AGREEMENT_TEXTS:
        assert said(getattr(view, key)) == (record[key] or None)
    period = (view.status.since, view.status.until)
    assert [one and one.iso for one in period] == [record["status_from"], record["status_until"]]
    assert (view.status.kind, view.clauses, view.text_public) == (
        record["status"],
        record["clauses"],
        record["text_public"],
    )
    assert view.type.label == record["type_label"]
    assert [party.link.label for party in view.parties] == [party["name"] for party in record["parties"]]
    assert [party.role for party in view.parties] == [party["role"] or "" for party in record["parties"]]
    assert people_in(view) == [
        (one["name"], one["rank"] or "", one["position"] or "", one["party_name"] or "") for one in record["people"]
    ]
    assert [field.label for field in view.fields] == [field["label"] for field in record["fields"]]
    assert [(event.note, event.by, event.upcoming) for event in view.history] == [
        (event["note"] or "", event["by"] or "", event["upcoming"]) for event in record["events"]
    ]
    assert ties_in(view.relations) == sorted(
        (one["kind"], one["inverse"], one["other_title"]) for one in record["relations"]
    )
    assert [one.name for one in view.documents] == [one["name"] for one in record["documents"]]
    shown = {date.iso for date in parts_of(view, DateView)}
    assert set(dates_in(record)) <= shown


@thorough
@given(articles())
def test_what_a_page_says_its_record_says_and_the_reverse(made: list[Article]) -> None:
    seen = pages_of(among(made))
    records = records_of(seen)
    shown = {url: one.view.agreement for url, one in seen.items() if isinstance(one.view, ArticleView)}
    assert set(records) == {url for url, view in shown.items() if view}
    for url, view in shown.items():
        if view:
            agree(view, records[url])


def test_a_record_that_says_everything_agrees_with_its_page() -> None:
    made = rich()
    seen = pages_of(made, FACTS.path)
    url = "bai-viet/2012/day-du/"
    view = view_at(made, url, ArticleView, FACTS.path).agreement
    assert view
    agree(view, records_of(seen)[url])


@thorough
@given(articles())
def test_the_register_lists_the_records_of_the_data(made: list[Article]) -> None:
    found = among(made)
    seen = pages_of(found)
    rows = [
        row
        for url, one in seen.items()
        if isinstance(one.view, RegisterView) and (url == "van-ban/" or url.startswith("van-ban/trang/"))
        for row in one.view.rows
    ]
    records = json_of(found, "agreements.json")["agreements"]
    assert [(f"https://bantin.example/{row.url}", row.number) for row in rows] == [
        (record["url"], record["number"] or "") for record in records
    ]
    assert list(records_of(seen)) == [record["url"].removeprefix("https://bantin.example/") for record in records]


def test_a_page_leads_to_its_record_and_one_without_an_agreement_to_none() -> None:
    made = bulletin(*rich().articles, article("tin"))
    told = view_at(made, "bai-viet/2012/day-du/", ArticleView).alternates
    assert ("bai-viet/2012/day-du/index.json", "application/json") in [(one.url, one.type) for one in told]
    assert view_at(made, "bai-viet/2020/tin/", ArticleView).alternates == ()
    assert "bai-viet/2020/tin/index.json" not in pages_of(made)


def test_data_are_found_from_every_page_and_only_what_explains_them_in_the_sitemap() -> None:
    seen = planned(rich(), FACTS.path)
    assert ("Dữ liệu", "du-lieu/") in [(link.label, link.url) for link in seen.site.footer]
    assert {one.view.url for one in seen.pages if one.listed and one.view.url.startswith("du-lieu/")} == {"du-lieu/"}


def changed(old: Bulletin, new: Bulletin) -> set[str]:
    """The data files that are rebuilt when one bulletin becomes the other."""
    before, after = (
        {page.url: key_of(page) for page in (*data_page(made), *data_files(made), *record_data(made))}
        for made in (old, new)
    )
    return {url for url in after if before.get(url) != after[url]}


def test_data_are_rebuilt_where_they_may_change_and_nowhere_else() -> None:
    told = replace(PLAIN, title="Đầu đề khác", meta_digest="khác")
    old, new = bulletin(PLAIN, FULL_ARTICLE, *AGENCIES), bulletin(told, FULL_ARTICLE, *AGENCIES)
    assert changed(old, old) == set()
    # The related record contains its name, so it is rebuilt too.
    assert changed(old, new) == {
        "bai-viet/2010/co-ban/index.json",
        "bai-viet/2012/day-du/index.json",
        "du-lieu/agreements.json",
        "du-lieu/agreements.xlsx",
        *(f"du-lieu/{table.file}" for table in OF_RECORDS),
    }


def test_what_is_found_out_of_a_file_is_reported_at_once() -> None:
    old = rich()
    new = replace(old, documents={FACTS.path: replace(FACTS, pages=6)})
    assert "bai-viet/2012/day-du/index.json" in changed(old, new)
    assert "bai-viet/2010/co-ban/index.json" not in changed(old, new)
    assert "du-lieu/documents.csv" in changed(old, new)
