"""The fields of ``agreement`` in an article's front matter. Names are not resolved yet; only the form is checked."""

from collections.abc import Iterable
from typing import Annotated, get_args

from pydantic import BeforeValidator

from bantin.content.schema.agreement_values import Chair, DocumentRole, Expiry, TextPublic
from bantin.content.schema.field_marks import (
    EXPECTED,
    FACT,
    LONG,
    SUGGESTED,
    TRANSLATED,
    Explained,
    InData,
    Labelled,
    keys_of,
)
from bantin.content.schema.ids import ids_apart
from bantin.content.schema.list_lengths import at_least, at_most
from bantin.content.schema.values import (
    EdtfDate,
    Fields,
    Length,
    Ref,
    Refs,
    Sha256,
    Slug,
    Text,
    Texts,
    Url,
    YesNo,
    choice,
    integer,
    shorthand,
)
from bantin.content.schema.words import DocumentKind
from bantin.domain.model import AmendmentKind, EventKind, OnBehalf, RelationKind, Scope

_LEAST_PARTIES = 2
# Each pair of parties has a page. The limit is far above the number of all ministries and provinces together.
_MOST_PARTIES = 200
_MOST_CLAUSES = 9999


def _listed(values: Iterable[str]) -> str:
    """``values`` as a Markdown list of code words, separated by commas."""
    return ", ".join(f"`{one}`" for one in values)


class PartyFields(Fields):
    """An item of ``agreement.parties``; an agency alone is short for ``{agency: id}``."""

    agency: Annotated[Ref, Labelled("Cơ quan", "Agency")]
    role: Annotated[Text, FACT, Labelled("Vai trò", "Role")] = ""
    lead: Annotated[YesNo, Labelled("Chủ trì", "Leads")] = False
    signed_on: Annotated[EdtfDate | None, FACT, Labelled("Ngày ký", "Signed")] = None
    effective_on: Annotated[EdtfDate | None, FACT, Labelled("Ngày có hiệu lực", "Effective from")] = None


class PersonFields(Fields):
    """An item of ``presided_by`` or ``attended_by``; a name alone is short for ``{name: …}``."""

    name: Annotated[Text, Labelled("Họ tên", "Name")]
    rank: Annotated[Text, FACT, Labelled("Cấp bậc, học hàm", "Rank")] = ""
    position: Annotated[Text, FACT, Labelled("Chức vụ", "Position")] = ""
    also: Annotated[Texts, FACT, Labelled("Chức vụ khác", "Other posts")] = ()
    role: Annotated[Text, FACT, Labelled("Vai trò", "Role")] = ""


class SignatoryFields(PersonFields):
    """An item of ``agreement.signatories``."""

    party: Annotated[Ref | None, FACT, Labelled("Bên", "Party")] = None
    on_behalf: Annotated[Annotated[OnBehalf, choice(OnBehalf)] | None, FACT, Labelled("Quyền hạn ký", "Signs as")] = (
        None
    )


class PlaceFields(Fields):
    """``agreement.signed_at``; a place alone is short for ``{place: …}``."""

    place: Annotated[Text, FACT, Labelled("Địa danh", "Place")] = ""
    venue: Annotated[Text, FACT, Labelled("Địa điểm", "Venue")] = ""


class ReviewFields(Fields):
    """``agreement.review``. ``chair`` is ``rotating`` or an agency."""

    every: Annotated[Length | None, FACT, Labelled("Chu kỳ", "Every")] = None
    next: Annotated[EdtfDate | None, FACT, Labelled("Lần tới", "Next")] = None
    chair: Annotated[Chair | None, FACT, Labelled("Chủ trì sơ kết", "Who chairs reviews")] = None


class EventFields(Fields):
    """An item of ``agreement.events``."""

    kind: Annotated[EventKind, choice(EventKind), Labelled("Loại", "Kind")]
    on: Annotated[EdtfDate | None, FACT, Labelled("Ngày", "On")] = None
    note: Annotated[Text, FACT, LONG, Labelled("Ghi chú", "Note")] = ""
    by: Annotated[Text, FACT, Labelled("Do ai", "By whom")] = ""
    part: Annotated[Text, FACT, Labelled("Phần", "Part")] = ""
    until: Annotated[Expiry | None, FACT, Labelled("Đến ngày", "Until")] = None
    parties: Annotated[Refs, Labelled("Các bên ký kết", "Parties")] = ()


class ExternalFields(Fields):
    """``external`` of a relation: a document that is not in this bulletin."""

    title: Annotated[Text, Labelled("Tên văn bản", "Title of the document")]
    number: Annotated[Text, FACT, Labelled("Số, ký hiệu", "Number")] = ""
    date: Annotated[EdtfDate | None, FACT, Labelled("Ngày", "Date")] = None
    url: Annotated[Url | None, FACT, Labelled("Địa chỉ web", "Web address")] = None


class RelationFields(Fields):
    """An item of ``agreement.relations``: a relation to an article of this bulletin or to an external document."""

    kind: Annotated[RelationKind, choice(RelationKind), Labelled("Loại", "Kind")]
    to: Annotated[Ref | None, Labelled("Mã bản ghi", "Record ID")] = None
    external: Annotated[
        ExternalFields | None, shorthand("title"), Labelled("Văn bản ngoài bản tin", "Document elsewhere")
    ] = None


class AmendmentFields(Fields):
    """An item of ``agreement.amends``: a change of one provision of the text of a record."""

    to: Annotated[Ref, Labelled("Mã bản ghi", "Record ID")]
    at: Annotated[Text, Labelled("Điều khoản", "Provision")]
    do: Annotated[AmendmentKind, choice(AmendmentKind), Labelled("Sửa đổi thế nào", "What is done")]
    text: Annotated[Text, LONG, Labelled("Nội dung mới", "New text")] = ""


class DocumentFields(Fields):
    """An item of ``agreement.documents``; a file name alone is short for ``{file: …}``, a signed copy."""

    file: Annotated[Text, Labelled("Tệp", "File")]
    kind: Annotated[DocumentRole, Labelled("Loại", "Kind")] = "signed"
    sha256: Annotated[Sha256 | None, Labelled("Mã SHA-256", "SHA-256")] = None


class AgreementFields(Fields):
    """The fields of ``agreement``: the facts of a signed document."""

    type: Annotated[
        Ref,
        Labelled("Loại văn bản", "Type"),
        Explained("mã loại văn bản, trong `vocabulary.yml`", "id of a type, in `vocabulary.yml`"),
    ]
    parties: Annotated[
        tuple[Annotated[PartyFields, shorthand("agency")], ...],
        BeforeValidator(ids_apart),
        at_least(_LEAST_PARTIES, "parties"),
        at_most(_MOST_PARTIES),
        Labelled("Các bên ký kết", "Parties"),
        Explained(
            "các bên: mã cơ quan, từ hai trở lên; có thể ghi "
            "`{agency: …, role: …, lead: true, signed_on: …, effective_on: …}`",
            "two or more agency ids, or `{agency: …, role: …, lead: true, signed_on: …, effective_on: …}`",
        ),
    ]
    fields: Annotated[
        Refs,
        BeforeValidator(ids_apart),
        at_least(1, "fields"),
        EXPECTED,
        Labelled("Lĩnh vực", "Fields"),
        Explained(
            "mã lĩnh vực, trong `vocabulary.yml`; chưa phân loại: `unknown`",
            "ids of fields, in `vocabulary.yml`; not classified yet: `unknown`",
        ),
    ] = ()
    id: Annotated[
        Slug | None,
        Labelled("Mã bản ghi", "Record ID"),
        Explained("mã bản ghi, không đổi; mặc định là tên tệp", "record id, permanent; the file name unless given"),
    ] = None
    title: Annotated[
        Text,
        SUGGESTED,
        TRANSLATED,
        Labelled("Tên văn bản (trích yếu)", "Subject line"),
        InData("Tên văn bản (trích yếu).", "Subject line."),
    ] = ""
    number: Annotated[
        Text,
        FACT,
        Labelled("Số, ký hiệu", "Number"),
        InData("Số, ký hiệu văn bản.", "Number of the document, as its signatories gave it."),
    ] = ""
    signatories: Annotated[
        tuple[Annotated[SignatoryFields, shorthand("name")], ...],
        SUGGESTED,
        Labelled("Người ký", "Signatories"),
        Explained(
            f"người ký: `name`, `party`, `rank`, `position`, `also` (chức vụ khác), `on_behalf` ({_listed(OnBehalf)})",
            f"who signed: `name`, `party`, `rank`, `position`, `also` (other posts), `on_behalf` ({_listed(OnBehalf)})",
        ),
    ] = ()
    presided_by: Annotated[
        tuple[Annotated[PersonFields, shorthand("name")], ...],
        FACT,
        Labelled("Chủ trì", "Presiding"),
        Explained(
            "chủ trì lễ ký: tên, hoặc `{name, rank, position, also, role}`",
            "who presided: names, or `{name, rank, position, also, role}`",
        ),
    ] = ()
    attended_by: Annotated[
        tuple[Annotated[PersonFields, shorthand("name")], ...],
        FACT,
        Labelled("Dự lễ", "Attending"),
        Explained("dự lễ: ghi như `presided_by`", "who attended: as in `presided_by`"),
    ] = ()
    signed_on: Annotated[
        EdtfDate | None,
        SUGGESTED,
        Labelled("Ngày ký", "Signed"),
        Explained("ngày ký", "day of signing"),
        InData("Ngày ký.", "Date of signing."),
    ] = None
    signed_at: Annotated[
        PlaceFields,
        shorthand("place"),
        FACT,
        TRANSLATED,
        Labelled("Nơi ký", "Place of signing"),
        Explained("nơi ký, hoặc `{place: …, venue: …}`", "place, or `{place: …, venue: …}`"),
    ] = PlaceFields()
    scope: Annotated[
        Annotated[Scope, choice(Scope)] | None,
        SUGGESTED,
        Labelled("Cấp ký kết", "Scope"),
        Explained("`central`, `provincial` hoặc `internal`", "`central`, `provincial` or `internal`"),
    ] = None
    effective_on: Annotated[
        EdtfDate | None,
        FACT,
        Labelled("Ngày có hiệu lực", "Effective from"),
        Explained("ngày có hiệu lực", "day of entry into force"),
        InData("Ngày có hiệu lực.", "Date of entry into force."),
    ] = None
    effective_method: Annotated[
        Text,
        FACT,
        TRANSLATED,
        LONG,
        Labelled("Cách xác định hiệu lực", "How effect is determined"),
        Explained(
            "cách xác định hiệu lực, theo lời văn bản",
            "how entry into force comes about, in the words of the agreement",
        ),
        InData("Cách xác định hiệu lực, theo lời văn bản.", "How the agreement enters into force, in its words."),
    ] = ""
    expires_on: Annotated[
        Expiry | None,
        FACT,
        Labelled("Ngày hết hiệu lực", "In force until"),
        Explained("ngày cuối cùng còn hiệu lực, hoặc `indefinite`", "last day, or `indefinite`"),
    ] = None
    review: Annotated[
        ReviewFields | None,
        FACT,
        Labelled("Sơ kết, tổng kết", "Review"),
        Explained(
            "sơ kết, tổng kết: `every` (`P1Y` là mỗi năm), `next`, `chair` (`rotating` hoặc mã cơ quan)",
            "`every` (`P1Y`: each year), `next`, `chair` (`rotating` or an agency id)",
        ),
    ] = None
    clauses: Annotated[
        Annotated[int, integer(1, _MOST_CLAUSES)] | None, FACT, Labelled("Số điều", "Number of articles")
    ] = None
    legal_basis: Annotated[
        Texts,
        FACT,
        TRANSLATED,
        Labelled("Căn cứ", "Legal basis"),
        Explained("các căn cứ", "what the agreement is based on: a list"),
        InData("Các căn cứ.", "What the agreement is based on."),
    ] = ()
    contact: Annotated[
        Texts,
        FACT,
        TRANSLATED,
        Labelled("Đầu mối", "Contact"),
        Explained("các đầu mối liên hệ", "points of contact: a list"),
        InData("Các đầu mối liên hệ.", "Points of contact."),
    ] = ()
    events: Annotated[
        tuple[EventFields, ...],
        Labelled("Lịch sử", "History"),
        Explained(
            f"lịch sử: `{{kind, on, note, by, part, until, parties}}`; `kind` là {_listed(EventKind)}",
            f"history: `{{kind, on, note, by, part, until, parties}}`; `kind` is {_listed(EventKind)}",
        ),
    ] = ()
    relations: Annotated[
        tuple[RelationFields, ...],
        Labelled("Lược đồ", "Relations"),
        Explained(
            "quan hệ: `{kind, to: mã bản ghi}` hoặc `{kind, external: {title, number, date, url}}`; "
            f"`kind` là {_listed(RelationKind)}",
            "`{kind, to: record id}` or `{kind, external: {title, number, date, url}}`; "
            f"`kind` is {_listed(RelationKind)}",
        ),
    ] = ()
    amends: Annotated[
        tuple[AmendmentFields, ...],
        Labelled("Sửa đổi từng điều khoản", "Amendments by provision"),
        Explained(
            "sửa đổi điều khoản của văn bản khác: `{to: mã bản ghi, at: dieu-5-khoan-2, do, text}`; "
            f"`do` là {_listed(AmendmentKind)}",
            "what is done to provisions of another agreement: `{to: record id, at: dieu-5-khoan-2, do, text}`; "
            f"`do` is {_listed(AmendmentKind)}",
        ),
    ] = ()
    documents: Annotated[
        tuple[Annotated[DocumentFields, shorthand("file")], ...],
        Labelled("Văn bản gốc", "Documents"),
        Explained(
            f"tệp: đường dẫn, hoặc `{{file, kind, sha256}}`; `kind` là {_listed(get_args(DocumentKind))}",
            f"paths, or `{{file, kind, sha256}}`; `kind` is {_listed(get_args(DocumentKind))}",
        ),
    ] = ()
    text_public: Annotated[
        TextPublic | None,
        SUGGESTED,
        Labelled("Công bố toàn văn", "Full text public"),
        Explained("`yes`, hoặc bên dưới là `no: lý do`", "`yes`, or below it `no: reason`"),
    ] = None


AGREEMENT_TEXTS = keys_of(AgreementFields, Text, Texts)
"""The keys of an agreement that are texts or lists of texts. The model and the page use the same names."""
