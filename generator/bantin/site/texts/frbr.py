"""Identification of texts (FRBR): addresses by the Akoma Ntoso Naming Convention 1.0, and dates."""

from bantin.domain.model import Agreement, Provision
from bantin.domain.problems import Language
from bantin.domain.text.dates import Edtf
from bantin.index import Directory
from bantin.site.texts.provision_labels import provision_label
from bantin.site.texts.version import RecordText, TextVersion
from bantin.site.views import FrbrLevelView, IdentificationView

COUNTRY = "vn"
SUBTYPE = "agreement"
BULLETIN = "bulletin"
_LANGUAGES: dict[Language, str] = {"vi": "vie", "en": "eng"}
_MAIN = "main"
_NO_YEAR = "0001"
_NO_DAY = "0001-01-01"


def work_uri(agreement: Agreement) -> str:
    """The address of an agreement as a work: ``/akn/vn/act/agreement/2012/<id>``.

    It contains only the year, as the convention allows: if the day becomes known later, the address must not change. An
    unknown year is ``0001``, since the convention requires one.
    """
    signed = agreement.signed_on
    year = f"{signed.year:04}" if signed and signed.year else _NO_YEAR
    return f"/akn/{COUNTRY}/act/{SUBTYPE}/{year}/{agreement.id}"


def version_uri(agreement: Agreement, version: TextVersion, language: Language) -> str:
    """The address of a version as an expression: ``…/vie@2012-11-20``.

    If its day is uncertain, it is ``…/vie@`` for the signed text, which the convention uses for an original, and
    ``…/vie@v2`` for a later version.
    """
    day = version.since.certain if version.since else None
    name = "" if version.number == 1 else f"v{version.number}"
    return f"{work_uri(agreement)}/{_LANGUAGES[language]}@{day or name}"


def identification(
    text: RecordText, version: TextVersion, directory: Directory, annex: Provision | None = None
) -> IdentificationView:
    """The identification of a version, or of an ``annex`` in it as a separate component."""
    agreement = text.record.agreement
    work, expression = work_uri(agreement), version_uri(agreement, version, text.language)
    parties = tuple(map(party_id, dict.fromkeys(party.agency for party in agreement.parties)))
    signed_text = version.number == 1
    component = annex.anchor if annex else _MAIN
    anchor = f"#{annex.anchor}" if annex else ""
    page, own_page = (directory.site.base_url + address + anchor for address in (text.address, version.address))
    title = _title(annex, text.language) if annex else agreement.title or text.record.home.title
    return IdentificationView(
        work=FrbrLevelView(
            this=f"{work}/!{component}",
            uri=work,
            aliases=(("title", title), ("web", page)),
            dates=known_days(agreement.signed_on, "signed"),
            authors=parties or (BULLETIN,),
        ),
        expression=FrbrLevelView(
            this=f"{expression}/!{component}",
            uri=expression,
            aliases=(("web", own_page),) if version.address else (),
            dates=known_days(version.since, "since"),
            authors=parties if signed_text and parties else (BULLETIN,),
        ),
        manifestation=FrbrLevelView(
            this=f"{expression}/!{component}.xml",
            uri=f"{expression}.xml",
            dates=known_days(text.changed, "changed"),
            authors=(BULLETIN,),
        ),
        country=COUNTRY,
        subtype=SUBTYPE,
        numbers=tuple(filter(None, (agreement.id, "" if annex else agreement.number))),
        name=title,
        version=version.number,
        language=_LANGUAGES[text.language],
    )


def _title(annex: Provision, language: Language) -> str:
    return ". ".join(filter(None, (provision_label(annex, language), annex.heading)))


def party_id(agency: str) -> str:
    """The id of the reference to a party."""
    return f"org_{agency}"


def known_days(date: Edtf | None, name: str) -> tuple[tuple[str, str], ...]:
    """The days that express ``date``, each with its name: the schema accepts only full days.

    A certain day is given directly. A certain month or year is given by its first and last day (``signed-not-before``,
    ``signed-not-after``). Any other date is given as the first day of the year 1, which programs for Akoma Ntoso treat
    as no day, with the name ``unknown``.
    """
    if date and date.certain:
        return ((date.certain.isoformat(), name),)
    if date and date.earliest and date.latest and not date.qualifier and date.day is None:
        return ((date.earliest.isoformat(), f"{name}-not-before"), (date.latest.isoformat(), f"{name}-not-after"))
    return ((_NO_DAY, "unknown"),)
