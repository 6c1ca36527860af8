"""The tables of a signing: the parties, the people, and the fields that an agreement belongs to."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from bantin.domain.model import Label, Party, Person, Signatory, Term
from bantin.index import Record, Standing, current_successors, party_standing
from bantin.site import labels
from bantin.site.data.columns import CellKind, Column, DataSources, Table
from bantin.site.data.entries import RECORD_KEYS, NumberedEntry, entries
from bantin.site.data.statuses import status_columns


class Presence(StrEnum):
    """The role of a person at a signing."""

    SIGNED = "signed"
    PRESIDED = "presided"
    ATTENDED = "attended"


class Participant(Struct, frozen=True):
    """A person at a signing: the role, and the party for which the person signed, if any."""

    presence: Presence
    person: Person
    signatory: Signatory | None = None


def _parties(record: Record, _holdings: DataSources) -> tuple[Party, ...]:
    return record.agreement.parties


def _leads(entry: NumberedEntry[Party]) -> bool | None:
    """Whether a party leads; unknown if none is known to lead."""
    return entry.item.lead if any(party.lead for party in entry.agreement.parties) else None


def _standing(entry: NumberedEntry[Party]) -> Standing:
    return party_standing(entry.agreement, entry.record.lifecycle.standing, entry.item.agency, entry.directory.as_of)


def _heirs(entry: NumberedEntry[Party]) -> tuple[str, ...]:
    party = entry.item
    held = current_successors(party.agency, party.signed_on or entry.agreement.signed_on, entry.directory)
    return tuple(sorted(heir.agency for heir in held))


def _people(record: Record, _holdings: DataSources) -> Iterator[Participant]:
    agreement = record.agreement
    yield from (Participant(Presence.SIGNED, one.person, one) for one in agreement.signatories)
    yield from (Participant(Presence.PRESIDED, person) for person in agreement.presided_by)
    yield from (Participant(Presence.ATTENDED, person) for person in agreement.attended_by)


def _party(entry: NumberedEntry[Participant]) -> str | None:
    return entry.item.signatory.party if entry.item.signatory else None


def _fields(record: Record, holdings: DataSources) -> Iterator[Term]:
    return (term for term in holdings.directory.vocabulary.fields if term.id in record.agreement.fields)


PARTIES: Table[NumberedEntry[Party]] = Table(
    name="parties",
    title=Label("Các bên ký kết", "Parties"),
    about=Label("Mỗi dòng là một bên của một văn bản.", "Each row is a party to an agreement."),
    member="parties",
    rows=entries(_parties),
    keys=RECORD_KEYS,
    columns=(
        Column(
            "agency",
            CellKind.ID,
            Label("Mã cơ quan.", "Identifier of the agency."),
            lambda entry: entry.item.agency,
            required=True,
            refers="agencies",
        ),
        Column(
            "name",
            CellKind.TEXT,
            Label("Tên cơ quan vào ngày ký.", "Name of the agency on the day of signing."),
            lambda entry: entry.agency_name(entry.item.agency),
            required=True,
        ),
        Column("role", CellKind.TEXT, Label("Vai trò.", "Role."), lambda entry: entry.item.role),
        Column(
            "lead",
            CellKind.BOOLEAN,
            Label("true: cơ quan chủ trì; false: bên khác chủ trì.", "true: it leads; false: another party leads."),
            _leads,
        ),
        Column(
            "signed_on",
            CellKind.DATE,
            Label(
                "Ngày bên này ký; nếu không nêu riêng, là ngày ký văn bản.",
                "When this party signed; where none is given for it, the date of signing of the agreement.",
            ),
            lambda entry: entry.item.signed_on or entry.agreement.signed_on,
        ),
        Column(
            "effective_on",
            CellKind.DATE,
            Label(
                "Ngày có hiệu lực với bên này; nếu không nêu riêng, là ngày có hiệu lực của văn bản.",
                "When the agreement took effect for this party; where none is given for it, when the agreement did.",
            ),
            lambda entry: entry.item.effective_on or entry.agreement.effective_on,
        ),
        *status_columns(
            _standing,
            lambda entry: entry.language,
            Label("Tình trạng hiệu lực với bên này:", "Status for this party:"),
        ),
        Column(
            "heirs",
            CellKind.TEXTS,
            Label(
                "Mã các cơ quan hiện nay giữ nhiệm vụ của bên này, nếu bên này không còn giữ.",
                "Identifiers of the agencies that hold its duties today, where it does not itself.",
            ),
            _heirs,
        ),
    ),
)

PEOPLE: Table[NumberedEntry[Participant]] = Table(
    name="people",
    title=Label("Người ký, người dự lễ ký", "People at signings"),
    about=Label(
        "Mỗi dòng là một người tại một lễ ký, với cấp bậc, chức vụ của ngày đó. Nguồn tin chỉ cho biết tên, "
        "nên những người trùng tên không được phân biệt.",
        "Each row is somebody at a signing, with the rank and position of that day. Names are all that the sources "
        "give, so people of one name are not told apart.",
    ),
    member="people",
    rows=entries(_people),
    keys=RECORD_KEYS,
    columns=(
        Column(
            "presence",
            CellKind.TEXT,
            Label("Tham gia với tư cách:", "What they did:"),
            lambda entry: entry.item.presence,
            required=True,
            choices={
                Presence.SIGNED: Label("ký văn bản", "signed"),
                Presence.PRESIDED: Label("chủ trì lễ ký", "presided"),
                Presence.ATTENDED: Label("dự lễ ký", "attended"),
            },
        ),
        Column(
            "name", CellKind.TEXT, Label("Họ và tên.", "Name."), lambda entry: entry.item.person.name, required=True
        ),
        Column("rank", CellKind.TEXT, Label("Cấp bậc.", "Rank."), lambda entry: entry.item.person.rank),
        Column("position", CellKind.TEXT, Label("Chức vụ.", "Position."), lambda entry: entry.item.person.position),
        Column(
            "other_positions",
            CellKind.TEXTS,
            Label("Các chức vụ khác.", "Other positions."),
            lambda entry: entry.item.person.also,
        ),
        Column("role", CellKind.TEXT, Label("Vai trò.", "Role."), lambda entry: entry.item.person.role),
        Column(
            "party",
            CellKind.ID,
            Label("Mã cơ quan mà người này ký thay mặt.", "Identifier of the agency that they signed for."),
            _party,
            refers="agencies",
        ),
        Column(
            "party_name",
            CellKind.TEXT,
            Label("Tên cơ quan đó vào ngày ký.", "Name of that agency on the day of signing."),
            lambda entry: entry.agency_name(_party(entry)),
        ),
        Column(
            "on_behalf",
            CellKind.TEXT,
            Label("Thẩm quyền ký (Nghị định 30/2020/NĐ-CP):", "In what capacity (Decree 30/2020/NĐ-CP):"),
            lambda entry: entry.item.signatory.on_behalf if entry.item.signatory else None,
            choices=labels.CAPACITIES,
        ),
    ),
)

AGREEMENT_FIELDS: Table[NumberedEntry[Term]] = Table(
    name="agreement-fields",
    title=Label("Lĩnh vực của văn bản", "Fields of agreements"),
    about=Label("Mỗi dòng là một lĩnh vực của một văn bản.", "Each row is a field that an agreement belongs to."),
    member="fields",
    rows=entries(_fields),
    keys=RECORD_KEYS,
    columns=(
        Column(
            "field",
            CellKind.ID,
            Label("Mã lĩnh vực.", "Identifier of the field."),
            lambda entry: entry.item.id,
            required=True,
            refers="fields",
        ),
        Column(
            "label",
            CellKind.TEXT,
            Label("Tên lĩnh vực.", "Name of the field."),
            lambda entry: entry.item.label.text(entry.language),
            required=True,
        ),
    ),
)
