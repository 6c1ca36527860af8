"""The text of an agreement as a tree of JSON, and the schema of such trees (JSON Schema 2020-12)."""

from collections.abc import Mapping

from bantin.domain.model import Label, Provision, ProvisionKind
from bantin.domain.problems import Language
from bantin.domain.text.dates import Edtf
from bantin.index import Directory
from bantin.site.data.columns import PATTERNS, CellKind
from bantin.site.data.files import TEXT_SCHEMA, file_url
from bantin.site.texts.provision_labels import PROVISION_KINDS, provision_label
from bantin.site.texts.version import RecordText, TextVersion
from bantin.site.views import Json

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Mapping[str, Json] = {"type": "string", "minLength": 1}
_SINCE: Mapping[str, Json] = {"type": ("string", "null"), "pattern": f"^({PATTERNS[CellKind.DATE]})$"}
_WORDS: Mapping[str, Json] = {"type": "array", "items": {"type": "string"}}
_PROVISIONS: Mapping[str, Json] = {"type": "array", "items": {"$ref": "#/$defs/provision"}}

_LEVEL: Mapping[Language, str] = {"vi": "Cấp của điều khoản:", "en": "The level of the provision:"}

_VERSION: Mapping[str, tuple[Mapping[str, Json], Label]] = {
    "schema": ({"type": "string", "format": "uri"}, Label("Lược đồ của tệp này.", "The schema of this file.")),
    "agreement": (
        {"type": "string", "pattern": f"^({PATTERNS[CellKind.ID]})$"},
        Label("Mã bản ghi của văn bản.", "Identifier of the agreement."),
    ),
    "url": (
        {"type": "string", "format": "iri"},
        Label("Địa chỉ trang toàn văn.", "Address of the page of the text."),
    ),
    "language": ({"enum": ("vi", "en")}, Label("Ngôn ngữ của toàn văn.", "Language of the text.")),
    "version": (
        {"type": "integer", "minimum": 1},
        Label(
            "Số thứ tự của phiên bản; 1 là văn bản đã ký, các số sau là văn bản hợp nhất.",
            "Number of the version; 1 is the signed text, those after it are consolidated.",
        ),
    ),
    "since": (_SINCE, Label("Ngày đầu tiên của phiên bản.", "First day of the version.")),
    "preamble": (_WORDS, Label("Các đoạn trước phần căn cứ.", "Paragraphs before the legal basis.")),
    "bases": (_WORDS, Label("Căn cứ ban hành, mỗi căn cứ một đoạn.", "The legal basis, a paragraph each.")),
    "provisions": (_PROVISIONS, Label("Các phần, chương, điều, phụ lục.", "Parts, chapters, articles, annexes.")),
    "closing": (_WORDS, Label("Các đoạn cuối: chữ ký.", "Paragraphs at the end: the signatures.")),
}
_KINDS = Label(
    *(
        f"{about} {', '.join(f'{kind} = {label.text(language)}' for kind, label in PROVISION_KINDS.items())}."
        for language, about in _LEVEL.items()
    )
)
_PROVISION: Mapping[str, tuple[Mapping[str, Json], Label]] = {
    "kind": ({"enum": tuple(map(str, ProvisionKind))}, _KINDS),
    "number": (
        {"type": "string"},
        Label("Số như trong văn bản; để trống nếu không có.", "Number as written; empty if there is none."),
    ),
    "label": (_TEXT, Label("Tên gọi: Điều 5, Khoản 2, Điểm đ.", "What it is called: Article 5, Clause 2, Point đ.")),
    "anchor": (
        {"type": "string", "pattern": f"^({PATTERNS[CellKind.ID]})$"},
        Label("Vị trí trên trang toàn văn (sau dấu #).", "Its place on the page of the text (behind the #)."),
    ),
    "heading": ({"type": ("string", "null"), "minLength": 1}, Label("Tên điều, chương, mục.", "Heading.")),
    "paragraphs": (_WORDS, Label("Các đoạn của chính nó.", "Its own paragraphs.")),
    "children": (_PROVISIONS, Label("Các mục nhỏ hơn bên trong.", "The provisions within it.")),
    "repealed": (
        {"type": "boolean"},
        Label("true: đã bị bãi bỏ, chỉ còn số.", "true: it was repealed, and only its number is left."),
    ),
    "since": (
        _SINCE,
        Label(
            "Từ ngày nào có nội dung này hoặc bị bãi bỏ; null nếu chưa rõ.",
            "Since when it reads so, or was repealed; null if that is not known.",
        ),
    ),
}


def text_json(text: RecordText, version: TextVersion, directory: Directory) -> Mapping[str, Json]:
    """A version as a JSON object, with its keys in the order of the schema."""
    site = directory.site
    return {
        "schema": file_url(directory, TEXT_SCHEMA.name),
        "agreement": text.record.agreement.id,
        "url": site.base_url + text.address,
        "language": text.language,
        "version": version.number,
        "since": _date(version.since),
        "preamble": version.text.preamble,
        "bases": version.text.bases,
        "provisions": _provisions(version.text.provisions, text, version),
        "closing": version.text.closing,
    }


def text_schema(directory: Directory) -> Mapping[str, Json]:
    """The schema of the trees. All keys are required; unknown values are ``null``."""
    language = directory.site.language
    return {
        "$schema": _DIALECT,
        "$id": file_url(directory, TEXT_SCHEMA.name),
        "title": TEXT_SCHEMA.about.text(language),
        **_object(_VERSION, language),
        "$defs": {"provision": _object(_PROVISION, language)},
    }


def _provisions(provisions: tuple[Provision, ...], text: RecordText, version: TextVersion) -> tuple[Json, ...]:
    return tuple(
        {
            "kind": str(provision.kind),
            "number": provision.number,
            "label": provision_label(provision, text.language),
            "anchor": provision.anchor,
            "heading": provision.heading or None,
            "paragraphs": provision.paragraphs,
            "children": _provisions(provision.children, text, version),
            "repealed": provision.repealed,
            "since": _date(text.since(provision.anchor, version)),
        }
        for provision in provisions
    )


def _object(properties: Mapping[str, tuple[Mapping[str, Json], Label]], language: Language) -> dict[str, Json]:
    told: dict[str, Json] = {
        name: {"description": about.text(language), **rule} for name, (rule, about) in properties.items()
    }
    return {"type": "object", "properties": told, "required": tuple(told), "additionalProperties": False}


def _date(day: Edtf | None) -> str | None:
    return str(day) if day else None
