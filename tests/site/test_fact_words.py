"""The facts of an article or a record in words."""

import pytest
from msgspec.structs import replace

from bantin.domain.model import (
    Agreement,
    Amendment,
    AmendmentKind,
    Credit,
    Document,
    Event,
    EventKind,
    External,
    Facts,
    FullText,
    Label,
    OnBehalf,
    OwnField,
    OwnFieldKind,
    Party,
    Person,
    Photo,
    Relation,
    RelationKind,
    Review,
    Scope,
    Signatory,
    SigningPlace,
    Term,
)
from bantin.domain.text.durations import Duration
from bantin.index import Directory, index
from bantin.site.fact_words import fact_label, fact_lines
from tests.index.contents import NOW, SITE, agency, agreement, content, on, when

OWN = (
    OwnField("day", Label("Ngày họp", "Meeting"), OwnFieldKind.DATE),
    OwnField("open", Label("Mở", "Open"), OwnFieldKind.YES_NO),
    OwnField("level", Label("Mức", "Level"), OwnFieldKind.CHOICE, (Term("cao", Label("Cao", "High")),)),
    OwnField("pages", Label("Số trang", "Pages"), OwnFieldKind.NUMBER),
)
TITLES = {"khac": "Quy chế khác"}
PERSON = Person("Nguyễn Văn A", "Đại tá", "Cục trưởng")
AGREEMENT = agreement(
    title="Quy chế",
    parties=(Party("a", "thực hiện", lead=True), Party("da-giai-the")),
    fields=("an-ninh", "bo-roi"),
    signatories=(Signatory(PERSON, "a", OnBehalf.KT),),
    presided_by=(Person("Trần B"),),
    signed_on=on("2012-11"),
    signed_at=SigningPlace("Hà Nội", "Trụ sở"),
    scope=Scope.CENTRAL,
    indefinite=True,
    review=Review(Duration(years=1), chair="b"),
    clauses=12,
    events=(Event(EventKind.SUSPENDED, on("2020-05-01"), "Tạm", until=on("2020-06")),),
    relations=(
        Relation(RelationKind.REPLACES, "khac"),
        Relation(RelationKind.BASED_ON, None, External("Luật", "1/QH")),
    ),
    documents=(Document("content/documents/a.pdf", "signed"),),
    full_text=FullText(public=False, reason="Nội bộ"),
    amends=(Amendment("khac", "dieu-5", AmendmentKind.REPEAL),),
    own=(("day", "2024-12-01"), ("open", "false"), ("level", "cao"), ("pages", "12")),
)
ARTICLE = Facts(
    title="Hai bên ký",
    published=when("2020-05-06T08:00+07:00"),
    authors=("An", "Bình"),
    source=Credit("Báo", "B"),
    photos=(Photo("content/media/a.jpg", "Lễ ký", "Chú thích"),),
    about=("khac", "mat"),
    agreement=AGREEMENT,
)
LINES = {
    "title": ["Hai bên ký"],
    "lead": [],
    "published": ["Thứ Tư, 06/05/2020 08:00"],
    "authors": ["An", "Bình"],
    "source": ["Báo, B"],
    "photos": ["a.jpg, Lễ ký, Chú thích"],
    "about": ["Quy chế khác", "mat"],
    "agreement": ["Quy chế"],
    "agreement.title": ["Quy chế"],
    "agreement.type": ["Quy chế"],
    "agreement.parties": ["Cơ quan A, thực hiện, chủ trì", "da-giai-the"],
    "agreement.fields": ["An ninh", "bo-roi"],
    "agreement.signatories": ["Đại tá Nguyễn Văn A, Cục trưởng, Cơ quan A, KT"],
    "agreement.presided_by": ["Trần B"],
    "agreement.signed_on": ["tháng 11 năm 2012"],
    "agreement.signed_at": ["Trụ sở, Hà Nội"],
    "agreement.scope": ["Trung ương"],
    "agreement.expires_on": ["Không xác định thời hạn"],
    "agreement.review": ["1 năm, Cơ quan B"],
    "agreement.clauses": ["12"],
    "agreement.events": ["Ngưng hiệu lực, ngày 1 tháng 5 năm 2020, tháng 6 năm 2020, Tạm"],
    "agreement.relations": ["Thay thế, Quy chế khác", "Căn cứ, Luật, 1/QH"],
    "agreement.documents": ["Bản ký, a.pdf"],
    "agreement.text_public": ["Không, Nội bộ"],
    "agreement.amends": ["Quy chế khác, dieu-5"],
    "agreement.number": [],
    "agreement.day": ["ngày 1 tháng 12 năm 2024"],
    "agreement.open": ["Không"],
    "agreement.level": ["Cao"],
    "agreement.pages": ["12"],
    "agreement.removed": [],
}


def known() -> Directory:
    return index(content(agency("a"), agency("b"), site=replace(SITE, own_fields=OWN)), NOW).directory


@pytest.mark.parametrize("key", LINES)
def test_every_value_has_words(key: str) -> None:
    assert list(fact_lines(key, ARTICLE, known(), TITLES)) == LINES[key]


def test_the_keys_of_a_record_are_those_of_its_agreement() -> None:
    record = Facts(agreement=AGREEMENT)
    assert fact_lines("title", record, known(), {}) == ("Quy chế",)
    assert fact_label("title", record, known()) == "Tên văn bản (trích yếu)"


@pytest.mark.parametrize("name", [name for name in Agreement.__struct_fields__ if name not in ("own", "indefinite")])
def test_every_fact_of_an_agreement_can_be_put_into_words(name: str) -> None:
    assert all(isinstance(line, str) for line in fact_lines(f"agreement.{name}", ARTICLE, known(), {}))


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("title", "Tiêu đề"),
        ("agreement.title", "Tên văn bản (trích yếu)"),
        ("agreement.signed_on", "Ngày ký"),
        ("agreement.day", "Ngày họp"),
        ("agreement", "Văn bản được ký"),
        ("agreement.gone", "gone"),
    ],
)
def test_every_key_has_a_name(key: str, label: str) -> None:
    assert fact_label(key, ARTICLE, known()) == label
