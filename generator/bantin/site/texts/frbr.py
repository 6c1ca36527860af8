"""Identification of texts (FRBR): addresses by the Akoma Ntoso Naming Convention 1.0, and days that are known."""

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

    It has the year alone, which the convention allows, since a day that becomes known must not change an address; and
    the year ``0001`` where none is known, since the convention has no other way to leave it out.
    """
    signed = agreement.signed_on
    year = f"{signed.year:04}" if signed and signed.year else _NO_YEAR
    return f"/akn/{COUNTRY}/act/{SUBTYPE}/{year}/{agreement.id}"


def version_uri(agreement: Agreement, version: TextVersion, language: Language) -> str:
    """The address of a version as an expression: ``…/vie@2012-11-20``.

    If its day is not certain, it is ``…/vie@`` for the signed text, which the convention has for an original, and the
    name ``…/vie@v2`` for a later one.
    """
    day = version.since.certain if version.since else None
    name = "" if version.number == 1 else f"v{version.number}"
    return f"{work_uri(agreement)}/{_LANGUAGES[language]}@{day or name}"


def identification(
    text: RecordText, version: TextVersion, directory: Directory, annex: Provision | None = None
) -> IdentificationView:
    """What identifies a version, or an ``annex`` in it as a component of its own."""
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
    """The id of a party among the references."""
    return f"org_{agency}"


def known_days(date: Edtf | None, name: str) -> tuple[tuple[str, str], ...]:
    """The days that say what is known of ``date``, each with what it is: the schema takes full days only.

    A day that is certain is told as it is. Of a certain month or year the first and the last day are told, as those
    before and after which it was not (``signed-not-before``, ``signed-not-after``). Of any other date nothing is known
    that a day could tell: it is the first day of the year 1, which readers of Akoma Ntoso take for no day, and called
    ``unknown``.
    """
    if date and date.certain:
        return ((date.certain.isoformat(), name),)
    if date and date.earliest and date.latest and not date.qualifier and date.day is None:
        return ((date.earliest.isoformat(), f"{name}-not-before"), (date.latest.isoformat(), f"{name}-not-after"))
    return ((_NO_DAY, "unknown"),)
