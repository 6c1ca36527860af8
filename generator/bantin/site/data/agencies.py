"""The tables of agencies, of their names and successions; and the vocabularies."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from bantin.domain.model import Agency, DatedName, Label, Succession, Term
from bantin.index import Directory
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.data.columns import CellKind, Column, DataSources, Table


class AgencyRow(Struct, frozen=True):
    """An agency, and the directory that contains it."""

    agency: Agency
    directory: Directory

    @property
    def url(self) -> str:
        """The full address of its page."""
        site = self.directory.site
        return site.base_url + addresses.agency(WORDS[site.language], self.agency.id)


class AgencyNameRow(Struct, frozen=True):
    """A name of an agency, and its number among all of its names, from 1."""

    agency: Agency
    number: int
    name: DatedName


class SuccessorRow(Struct, frozen=True):
    """An agency that took over from ``predecessor``."""

    predecessor: str
    succession: Succession


def _bodies(holdings: DataSources) -> Iterator[AgencyRow]:
    return (AgencyRow(agency, holdings.directory) for agency in holdings.directory.agencies)


def _names(holdings: DataSources) -> Iterator[AgencyNameRow]:
    for agency in holdings.directory.agencies:
        for number, name in enumerate(agency.former_names, start=1):
            yield AgencyNameRow(agency, number, name)


def _heirs(holdings: DataSources) -> Iterator[SuccessorRow]:
    for predecessor, successions in holdings.directory.successors.items():
        yield from (SuccessorRow(predecessor, succession) for succession in successions)


def _terms(name: str, title: Label, about: Label, rows: Callable[[DataSources], tuple[Term, ...]]) -> Table[Term]:
    """The table of a vocabulary."""
    return Table(
        name=name,
        title=title,
        about=about,
        rows=rows,
        keys=(Column("id", CellKind.ID, Label("Mã.", "Identifier."), lambda term: term.id, required=True),),
        columns=(
            Column(
                "label_vi", CellKind.TEXT, Label("Tên tiếng Việt.", "Name in Vietnamese."), lambda term: term.label.vi
            ),
            Column("label_en", CellKind.TEXT, Label("Tên tiếng Anh.", "Name in English."), lambda term: term.label.en),
        ),
    )


AGENCIES: Table[AgencyRow] = Table(
    name="agencies",
    title=Label("Cơ quan", "Agencies"),
    about=Label("Mỗi dòng là một cơ quan.", "Each row is an agency."),
    rows=_bodies,
    keys=(
        Column(
            "id",
            CellKind.ID,
            Label("Mã cơ quan.", "Identifier of the agency."),
            lambda body: body.agency.id,
            required=True,
        ),
    ),
    columns=(
        Column(
            "url",
            CellKind.URL,
            Label("Địa chỉ trang của cơ quan.", "Address of the page of the agency."),
            lambda body: body.url,
            required=True,
        ),
        Column(
            "name_vi",
            CellKind.TEXT,
            Label("Tên tiếng Việt hiện nay, hoặc tên cuối cùng.", "Present or last name, in Vietnamese."),
            lambda body: body.agency.name.vi,
        ),
        Column(
            "name_en",
            CellKind.TEXT,
            Label("Tên tiếng Anh hiện nay, hoặc tên cuối cùng.", "Present or last name, in English."),
            lambda body: body.agency.name.en,
        ),
        Column(
            "abbreviations",
            CellKind.TEXTS,
            Label("Các tên viết tắt.", "Abbreviations of its name."),
            lambda body: body.agency.abbreviations,
        ),
        Column(
            "aliases",
            CellKind.TEXTS,
            Label("Các tên khác.", "Other names that it goes by."),
            lambda body: body.agency.aliases,
        ),
        Column(
            "parent",
            CellKind.ID,
            Label("Mã cơ quan cấp trên.", "Identifier of the agency above it."),
            lambda body: body.agency.parent,
            refers="agencies",
        ),
        Column(
            "level",
            CellKind.TEXT,
            Label("Cấp, của chính nó hoặc của cơ quan cấp trên:", "Level, its own or that of the agency above it:"),
            lambda body: body.directory.level_of(body.agency),
            choices=labels.LEVELS,
        ),
        Column("website", CellKind.URL, Label("Trang web.", "Website."), lambda body: body.agency.website),
        Column(
            "address", CellKind.TEXT, Label("Địa chỉ.", "Postal address."), lambda body: body.agency.contact.address
        ),
        Column("phone", CellKind.TEXT, Label("Điện thoại.", "Telephone."), lambda body: body.agency.contact.phone),
        Column("email", CellKind.TEXT, Label("Thư điện tử.", "Email address."), lambda body: body.agency.contact.email),
    ),
)

AGENCY_NAMES: Table[AgencyNameRow] = Table(
    name="agency-names",
    title=Label("Tên cũ của cơ quan", "Former names of agencies"),
    about=Label("Mỗi dòng là một tên cũ của một cơ quan.", "Each row is a name that an agency bore before."),
    rows=_names,
    keys=(
        Column(
            "agency",
            CellKind.ID,
            Label("Mã cơ quan.", "Identifier of the agency."),
            lambda row: row.agency.id,
            required=True,
            refers="agencies",
        ),
        Column(
            "number",
            CellKind.INTEGER,
            Label("Số thứ tự trong các tên cũ, từ 1.", "Its number among the former names, from 1."),
            lambda row: row.number,
            required=True,
        ),
    ),
    columns=(
        Column("name_vi", CellKind.TEXT, Label("Tên tiếng Việt.", "Name in Vietnamese."), lambda row: row.name.name.vi),
        Column("name_en", CellKind.TEXT, Label("Tên tiếng Anh.", "Name in English."), lambda row: row.name.name.en),
        Column(
            "since",
            CellKind.DATE,
            Label("Ngày đầu tiên mang tên này.", "First day of the name."),
            lambda row: row.name.since,
        ),
        Column(
            "until",
            CellKind.DATE,
            Label("Ngày cuối cùng mang tên này.", "Last day of the name."),
            lambda row: row.name.until,
        ),
    ),
)

SUCCESSIONS: Table[SuccessorRow] = Table(
    name="successions",
    title=Label("Kế thừa giữa các cơ quan", "Successions of agencies"),
    about=Label(
        "Mỗi dòng cho biết một cơ quan tiếp nhận nhiệm vụ của cơ quan khác.",
        "Each row is an agency that took over from another.",
    ),
    rows=_heirs,
    keys=(
        Column(
            "predecessor",
            CellKind.ID,
            Label("Mã cơ quan cũ.", "Identifier of the agency that was before."),
            lambda row: row.predecessor,
            required=True,
            refers="agencies",
        ),
        Column(
            "successor",
            CellKind.ID,
            Label("Mã cơ quan kế thừa.", "Identifier of the agency that took over."),
            lambda row: row.succession.agency,
            required=True,
            refers="agencies",
        ),
    ),
    columns=(Column("on", CellKind.DATE, Label("Từ ngày.", "When."), lambda row: row.succession.on),),
)

TYPES = _terms(
    "types",
    Label("Loại văn bản", "Types of document"),
    Label("Mỗi dòng là một loại văn bản.", "Each row is a type of document."),
    lambda holdings: holdings.directory.vocabulary.types,
)

FIELDS = _terms(
    "fields",
    Label("Lĩnh vực", "Fields"),
    Label("Mỗi dòng là một lĩnh vực.", "Each row is a field."),
    lambda holdings: holdings.directory.vocabulary.fields,
)
