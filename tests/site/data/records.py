"""Bulletins with records that have every possible fact, with ordinary and hostile texts; and their data files."""

import csv
import io
import json
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import (
    Agency,
    Article,
    Contact,
    Credit,
    DatedName,
    Document,
    DocumentFacts,
    Event,
    EventKind,
    External,
    FullText,
    Label,
    Level,
    OnBehalf,
    Party,
    Person,
    Relation,
    RelationKind,
    Review,
    Scope,
    Signatory,
    SigningPlace,
    Succession,
)
from bantin.domain.text.durations import Duration
from bantin.index import Bulletin
from bantin.render.writers import WRITERS
from bantin.site.data import data_files
from bantin.site.records import text_data
from bantin.site.views import JsonView, TableView
from tests.conftest import examples
from tests.index.contents import AGENCY_IDS, SITE, agency, agreement, article, bulletin, edtf_dates, on, when

thorough = settings(deadline=None, max_examples=examples(15))
"""Settings for properties of records with many facts, which are slow to generate."""

AGENCIES = (
    agency(
        "a",
        former_names=(DatedName(Label("Tên cũ", "Old name"), on("1990"), on("2015-03-01")),),
        abbreviations=("CQA", "A"),
        aliases=("Cơ quan số một",),
        level=Level.CENTRAL,
        website="https://a.example/",
        contact=Contact("Số 1, phố A", "+84 24 3942 0000", "a@a.example"),
        successors=(Succession("d", on("2025-03-01")),),
    ),
    agency("b", parent="a", name="Cơ quan B"),
    agency("c"),
    agency("d", predecessors=(Succession("c"),)),
)
FACTS = DocumentFacts("content/documents/quy-che.pdf", 1234, "ab" * 32, pages=5)
FULL = agreement(
    "a",
    id="day-du",
    parties=(
        Party("a", role="Bên A", lead=True, signed_on=on("2012-11-19")),
        Party("b", effective_on=on("2012-12")),
    ),
    fields=("y-te", "an-ninh"),
    title="Quy chế phối hợp",
    number="01/QCPH-A-B",
    signatories=(
        Signatory(Person("Nguyễn Văn A", "Đại tướng", "Bộ trưởng", ("Ủy viên",), "chủ tọa"), "a", OnBehalf.KT),
        Signatory(Person("Trần Thị B")),
    ),
    presided_by=(Person("Lê C"),),
    attended_by=(Person("Phạm D", position="Vụ trưởng"),),
    signed_on=on("2012-11-20"),
    signed_at=SigningPlace("Hà Nội", "Trụ sở A"),
    scope=Scope.CENTRAL,
    effective_on=on("2012-11-20"),
    effective_method="kể từ ngày ký",
    expires_on=on("2030-12-31"),
    review=Review(Duration(years=1), on("2026-06"), None, rotating=True),
    clauses=12,
    legal_basis=("Luật Tổ chức Chính phủ", "Nghị định 01; điều 2 | khoản 3"),
    contact=("Văn phòng A",),
    events=(
        Event(EventKind.AMENDED, on("2015"), note="Sửa Điều 3", by="01/QĐ", part="Điều 3", parties=("a",)),
        Event(EventKind.EXTENDED, on("2020-01-01"), until=on("2035")),
        Event(EventKind.REVIEWED, on("2024-06-15")),
    ),
    relations=(
        Relation(RelationKind.AMENDS, to="co-ban"),
        Relation(RelationKind.RELATED, to="khong-hien"),
        Relation(
            RelationKind.BASED_ON, external=External("Luật X", "1/2010/QH12", on("2010"), "https://luật.example/x")
        ),
    ),
    documents=(Document(FACTS.path, "signed", "ab" * 32), Document("content/documents/phu-luc.pdf", "annex")),
    full_text=FullText(public=False, reason="Có nội dung nội bộ"),
)
FULL_ARTICLE = article(
    "day-du",
    2012,
    agreement=FULL,
    lead="Sa-pô.",
    authors=("Phóng viên",),
    source=Credit("Cổng thông tin", "CTTĐT", "https://nguon.example/"),
    published=when("2012-11-20T08:00+07:00"),
    updated=when("2021-11-25T08:00+07:00").instant,
    license="CC BY 4.0",
)
PLAIN = article("co-ban", 2010, agreement=agreement("c", "d", id="co-ban"), published=when("2010"))
HIDDEN = article("khong-hien", 2011, agreement=agreement(id="khong-hien"), draft=True)
RICH_SITE = replace(
    SITE,
    description="Tin về các quy chế.",
    publisher="Văn phòng",
    license="Ghi rõ nguồn.",
    contact=Contact(email="vp@bantin.example", phone="+84 24 1"),
)


def rich(*more: Article, **changes: Any) -> Bulletin:
    """A bulletin with a record that has every fact, one that has none, and one that is not published."""
    made = bulletin(FULL_ARTICLE, PLAIN, HIDDEN, *more, *AGENCIES, site=replace(RICH_SITE, **changes))
    return replace(made, documents={FACTS.path: FACTS})


def files_of(made: Bulletin) -> dict[str, str]:
    """The published data files of a bulletin, by name."""
    shown = (page.blank(made.directory) for page in (*data_files(made), *text_data(made)))
    return {
        view.url.removeprefix("du-lieu/"): WRITERS[type(view)](view)
        for view in shown
        if isinstance(view, JsonView | TableView) and view.url.startswith("du-lieu/")
    }


def json_of(made: Bulletin, name: str) -> Any:
    """The contents of a JSON file of the data."""
    return json.loads(files_of(made)[name])


def table_of(made: Bulletin, name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of the data, as a program parses them."""
    return rows_in(files_of(made)[f"{name}.csv"])


def rows_in(text: str) -> list[dict[str, str]]:
    """The rows in the text of a CSV file."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def texts() -> st.SearchStrategy[str]:
    """Texts that editors may write, and texts that could do harm in a spreadsheet, a table or a document."""
    nasty = (
        "=1+1",
        "+84 24",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(A1)",
        '"',
        "'",
        "'=x",
        "a,b;c|d",
        "<b>",
        "Điều 1",
        "\u2028",
    )
    return st.one_of(
        st.sampled_from(nasty), st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1)
    )


def people() -> st.SearchStrategy[Person]:
    return st.builds(Person, texts(), texts(), texts(), st.lists(texts(), max_size=2).map(tuple), texts())


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


def _several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(strategy, max_size=2).map(tuple)


_ids = st.sampled_from(AGENCY_IDS)
_parties = st.builds(Party, _ids, texts(), st.booleans(), _maybe(edtf_dates()), _maybe(edtf_dates()))
_events = st.builds(
    Event,
    st.sampled_from(EventKind),
    _maybe(edtf_dates()),
    texts(),
    texts(),
    st.sampled_from(("", "Điều 3")),
    _maybe(edtf_dates()),
    st.booleans(),
)
_relations = st.one_of(
    st.builds(Relation, st.sampled_from(RelationKind), st.sampled_from(("ban-ghi-0", "ban-ghi-1", "khong-hien"))),
    st.builds(
        Relation, st.sampled_from(RelationKind), external=st.builds(External, texts(), texts(), _maybe(edtf_dates()))
    ),
)


def articles() -> st.SearchStrategy[list[Article]]:
    """Articles with agreements of all kinds, related to each other."""
    drawn = st.fixed_dictionaries(
        {
            "parties": st.lists(_parties, min_size=2, max_size=3, unique_by=lambda party: party.agency).map(tuple),
            "title": st.one_of(st.just(""), texts()),
            "number": texts(),
            "signatories": _several(st.builds(Signatory, people(), _maybe(_ids), _maybe(st.sampled_from(OnBehalf)))),
            "presided_by": _several(people()),
            "attended_by": _several(people()),
            "signed_on": _maybe(edtf_dates()),
            "signed_at": st.builds(SigningPlace, texts(), texts()),
            "scope": _maybe(st.sampled_from(Scope)),
            "effective_on": _maybe(edtf_dates()),
            "effective_method": texts(),
            "expires_on": _maybe(edtf_dates()),
            "indefinite": st.booleans(),
            "review": _maybe(
                st.builds(
                    Review, _maybe(st.just(Duration(months=6))), _maybe(edtf_dates()), _maybe(_ids), st.booleans()
                )
            ),
            "clauses": _maybe(st.integers(1, 99)),
            "legal_basis": _several(texts()),
            "contact": _several(texts()),
            "events": _several(_events),
            "relations": _several(_relations),
            "full_text": _maybe(st.builds(FullText, st.booleans(), texts())),
        }
    )
    return st.lists(drawn, max_size=3).map(
        lambda made: [
            article(f"bai-{number}", agreement=agreement(id=f"ban-ghi-{number}", **changes))
            for number, changes in enumerate(made)
        ]
    )


def among(made: list[Article], *agencies: Agency) -> Bulletin:
    """A bulletin with these articles, and with the agencies of this module unless others are given."""
    return bulletin(*made, HIDDEN, *(agencies or AGENCIES), site=RICH_SITE)
