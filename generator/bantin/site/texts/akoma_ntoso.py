"""Akoma Ntoso 3.0 (OASIS LegalDocML) of each version of a text: maps its parts to elements of the standard."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from bantin.domain.model import EventKind, Label, Provision, ProvisionKind
from bantin.domain.text.dates import Edtf
from bantin.index import Directory
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import name_then
from bantin.site.texts.element_ids import element_ids
from bantin.site.texts.frbr import BULLETIN, identification, party_id, work_uri
from bantin.site.texts.provision_labels import written_number
from bantin.site.texts.version import RecordText, TextVersion
from bantin.site.views import (
    AknAnnexView,
    AknProvisionView,
    AkomaNtosoView,
    ReferenceView,
    TextEventView,
    TextPeriodView,
)

_ELEMENTS: Mapping[ProvisionKind, str] = {
    ProvisionKind.ANNEX: "attachment",
    ProvisionKind.PART: "part",
    ProvisionKind.CHAPTER: "chapter",
    ProvisionKind.SECTION: "section",
    ProvisionKind.SUBSECTION: "subsection",
    ProvisionKind.ARTICLE: "article",
    ProvisionKind.CLAUSE: "paragraph",
    ProvisionKind.POINT: "point",
}
_ORIGINAL = "original"
_WORDING = "wording"
_WORDING_LABEL = Label("Nội dung như trong phiên bản này", "Wording as in this version")
_VERSION_PERIOD = "period"


def akoma_ntoso(text: RecordText, version: TextVersion, directory: Directory, url: str, title: str) -> AkomaNtosoView:
    """The view of ``version``, one of those of ``text``, at the address ``url``."""
    context = _Context(text, version, element_ids(version.text.provisions))
    annexes = [one for one in version.text.provisions if one.kind is ProvisionKind.ANNEX]
    periods = tuple(_periods(text, version))
    return AkomaNtosoView(
        url=url,
        title=title,
        identification=identification(text, version, directory),
        source=BULLETIN,
        events=tuple(_events(text)),
        periods=periods,
        references=tuple(_references(text, directory, with_periods=bool(periods))),
        period=_VERSION_PERIOD if any(period.id == _VERSION_PERIOD for period in periods) else "",
        preface=version.text.preamble,
        citations=version.text.bases,
        body=tuple(context.provision(one) for one in version.text.provisions if one.kind is not ProvisionKind.ANNEX),
        conclusions=version.text.closing,
        annexes=tuple(
            AknAnnexView(identification(text, version, directory, annex), context.provision(annex)) for annex in annexes
        ),
    )


class _Context(Struct, frozen=True):
    """The inputs of the views of provisions."""

    text: RecordText
    version: TextVersion
    ids: Mapping[str, str]

    def provision(self, provision: Provision) -> AknProvisionView:
        """The view of a provision with all that it contains."""
        number = self.version.changes.get(provision.anchor)
        return AknProvisionView(
            element=_ELEMENTS[provision.kind],
            id=self.ids[provision.anchor],
            anchor=provision.anchor,
            number=written_number(provision, self.text.language),
            heading=provision.heading,
            paragraphs=provision.paragraphs,
            children=tuple(map(self.provision, provision.children)),
            removed=provision.repealed,
            period=_since_id(number) if number and _day(self.text.versions[number - 1].since) else "",
        )


def _events(text: RecordText) -> Iterator[TextEventView]:
    """The events whose day is certain: the schema accepts only full days, and none is invented."""
    agreement = text.record.agreement
    if on := _day(agreement.signed_on):
        yield TextEventView("event_signed", on, "generation", _ORIGINAL)
    for version in text.versions:
        on = _day(version.since)
        # The source of the text is the signed agreement, and from then on the amending ones.
        sources = [_amending_id(version, number) for number, _ in enumerate(version.amended_by, 1)] or [_ORIGINAL]
        for number, source in enumerate(sources, 1) if on else ():
            yield TextEventView(_event_id(version, number), on, "amendment" if version.number > 1 else "", source)
    for number, event in enumerate(agreement.events, 1):
        ends = event.kind in {EventKind.TERMINATED, EventKind.REPLACED} and not event.part and not event.parties
        if ends and (on := _day(event.on)):
            yield TextEventView(f"event_end_{number}", on, "repeal", BULLETIN)


def _periods(text: RecordText, version: TextVersion) -> Iterator[TextPeriodView]:
    """The period of the version, as far as it is known, and the periods of the wordings of its provisions."""
    following = next((one for one in text.versions[version.number :] if version.meets_next), None)
    start = _event_id(version) if _day(version.since) else ""
    end = _event_id(following) if following and _day(following.since) else ""
    if start or end:
        yield TextPeriodView(_VERSION_PERIOD, _WORDING, start, end)
    present = {provision.anchor for provision in version.text.walk()}
    for number in sorted({number for anchor, number in version.changed_in if anchor in present}):
        if _day(text.versions[number - 1].since):
            yield TextPeriodView(_since_id(number), _WORDING, _event_id(text.versions[number - 1]))


def _references(text: RecordText, directory: Directory, *, with_periods: bool) -> Iterator[ReferenceView]:
    record, site = text.record, directory.site
    agreement, words = record.agreement, WORDS[site.language]
    yield ReferenceView(_ORIGINAL, _ORIGINAL, work_uri(agreement), agreement.title or record.home.title)
    for version in text.versions:
        for number, document in enumerate(version.amended_by, 1):
            yield ReferenceView("passiveRef", _amending_id(version, number), document.address, document.title)
    for agency in dict.fromkeys(party.agency for party in agreement.parties):
        address = site.base_url + addresses.agency(words, agency)
        yield ReferenceView(
            "TLCOrganization", party_id(agency), address, name_then(agency, agreement.signed_on, directory)
        )
    yield ReferenceView("TLCOrganization", BULLETIN, site.base_url, site.title)
    if with_periods:
        name = _WORDING_LABEL.text(text.language)
        yield ReferenceView("TLCConcept", _WORDING, "/ontology/concept/wording", name)


def _day(date: Edtf | None) -> str:
    return date.certain.isoformat() if date and date.certain else ""


def _event_id(version: TextVersion, number: int = 1) -> str:
    return f"event_v{version.number}" if number == 1 else f"event_v{version.number}_{number}"


def _since_id(number: int) -> str:
    return f"since_v{number}"


def _amending_id(version: TextVersion, number: int) -> str:
    return f"amending_v{version.number}_{number}"
