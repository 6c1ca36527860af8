"""Akoma Ntoso 3.0 as XML (schema ``akomantoso30.xsd`` of OASIS): views as elements, in the order of the schema."""

import re
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bantin.render.xml_characters import in_xml
from bantin.site.views import (
    AknAnnexView,
    AknProvisionView,
    AkomaNtosoView,
    FrbrLevelView,
    IdentificationView,
)

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# Characters that XML 1.0 (section 2.2) cannot represent, not even escaped.
_LINE_END = re.compile("\r\n?")


def akoma_ntoso_text(view: AkomaNtosoView) -> str:
    """The document as XML, with one element a line.

    It is an ``act``: the document type of the standard for binding texts, with a body of parts, chapters and articles.
    The ``xml:id`` of a provision is its anchor on the page, so ``#dieu-5`` works in the page and in the file.
    Characters that XML cannot represent become ``U+FFFD``.
    """
    root = Element("akomaNtoso", {"xmlns": _NAMESPACE})
    contains = "originalVersion" if view.identification.version == 1 else "singleVersion"
    act = SubElement(root, "act", {"name": view.identification.subtype, "contains": contains})
    _meta(act, view)
    whole = not view.body
    if view.preface and not whole:
        _paragraphs(SubElement(act, "preface"), view.preface)
    if view.citations:
        _citations(SubElement(act, "preamble"), view.citations)
    body = SubElement(act, "body", _known(period=_reference(view.period)))
    for provision in view.body:
        _provision(body, provision)
    if whole:
        # The schema requires an element in the body: a text without provisions becomes a single container.
        container = SubElement(body, "hcontainer", {"eId": "hcontainer_1", "name": "text"})
        _paragraphs(SubElement(container, "content"), view.preface or ("",))
    if view.conclusions:
        _paragraphs(SubElement(act, "conclusions"), view.conclusions)
    if view.annexes:
        attachments = SubElement(act, "attachments")
        for annex in view.annexes:
            _annex(attachments, annex, view.source)
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _meta(act: Element, view: AkomaNtosoView) -> None:
    meta = SubElement(act, "meta")
    source = {"source": _reference(view.source)}
    _identification(meta, view.identification, source)
    if view.events:
        lifecycle = SubElement(meta, "lifecycle", source)
        for event in view.events:
            told = {"eId": event.id, "date": event.on, "source": _reference(event.source)}
            SubElement(lifecycle, "eventRef", {**told, **_known(type=event.kind)})
    if view.periods:
        temporal = SubElement(meta, "temporalData", source)
        for period in view.periods:
            group = SubElement(temporal, "temporalGroup", {"eId": period.id})
            ends = _known(start=_reference(period.start), end=_reference(period.end))
            SubElement(group, "timeInterval", {**ends, "refersTo": _reference(period.concept)})
    references = SubElement(meta, "references", source)
    for one in view.references:
        SubElement(references, one.element, {"eId": one.id, "href": one.address, "showAs": _clean(one.name)})


def _identification(meta: Element, told: IdentificationView, source: Mapping[str, str]) -> None:
    made = SubElement(meta, "identification", dict(source))
    work = _level(made, "FRBRWork", told.work)
    _values(work, (("FRBRcountry", told.country), ("FRBRsubtype", told.subtype)))
    _values(work, (*(("FRBRnumber", number) for number in told.numbers), ("FRBRname", told.name)))
    expression = _level(made, "FRBRExpression", told.expression)
    # The authoritative text is on paper or in a signed file; no version here is, not even the first.
    _values(expression, (("FRBRversionNumber", str(told.version)), ("FRBRauthoritative", "false")))
    SubElement(expression, "FRBRlanguage", {"language": told.language})
    _values(_level(made, "FRBRManifestation", told.manifestation), (("FRBRformat", "xml"),))


def _level(identification: Element, name: str, told: FrbrLevelView) -> Element:
    level = SubElement(identification, name)
    _values(level, (("FRBRthis", told.this), ("FRBRuri", told.uri)))
    for kind, alias in told.aliases:
        SubElement(level, "FRBRalias", {"name": kind, "value": _clean(alias)})
    for day, kind in told.dates:
        SubElement(level, "FRBRdate", {"date": day, "name": kind})
    for author in told.authors:
        SubElement(level, "FRBRauthor", {"href": _reference(author)})
    return level


def _provision(parent: Element, provision: AknProvisionView) -> None:
    element = SubElement(parent, provision.element, _attributes(provision))
    _number_and_heading(element, provision)
    if provision.children and provision.paragraphs:
        _paragraphs(SubElement(element, "intro"), provision.paragraphs)
    elif provision.paragraphs:
        _paragraphs(SubElement(element, "content"), provision.paragraphs)
    for child in provision.children:
        _provision(element, child)


def _annex(attachments: Element, annex: AknAnnexView, source: str) -> None:
    """An annex: its own document within the text, since the standard has no other place for one."""
    provision = annex.provision
    attachment = SubElement(attachments, "attachment", _attributes(provision))
    _number_and_heading(attachment, provision)
    document = SubElement(attachment, "doc", {"name": "annex"})
    _identification(SubElement(document, "meta"), annex.identification, {"source": _reference(source)})
    body = SubElement(document, "mainBody")
    if provision.paragraphs or not provision.children:
        _paragraphs(body, provision.paragraphs or ("",))
    for child in provision.children:
        _provision(body, child)


def _attributes(provision: AknProvisionView) -> dict[str, str]:
    status = "removed" if provision.removed else ""
    told = _known(period=_reference(provision.period), status=status)
    return {"eId": provision.id, "xml:id": provision.anchor, **told}


def _number_and_heading(element: Element, provision: AknProvisionView) -> None:
    SubElement(element, "num").text = _clean(provision.number)
    if provision.heading:
        SubElement(element, "heading").text = _clean(provision.heading)


def _citations(preamble: Element, citations: Iterable[str]) -> None:
    group = SubElement(preamble, "citations", {"eId": "cits_1"})
    for number, text in enumerate(citations, 1):
        citation = SubElement(group, "citation", {"eId": f"cits_1__cit_{number}"})
        _paragraphs(citation, (text,))


def _paragraphs(parent: Element, paragraphs: Iterable[str]) -> None:
    for text in paragraphs:
        SubElement(parent, "p").text = _clean(text)


def _values(parent: Element, values: Iterable[tuple[str, str]]) -> None:
    for name, value in values:
        SubElement(parent, name, {"value": _clean(value)})


def _reference(element_id: str) -> str:
    return f"#{element_id}" if element_id else ""


def _known(**attributes: str) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if value}


def _clean(text: str) -> str:
    """``text`` in characters that XML 1.0 allows, with normalised line ends (section 2.11)."""
    return text if text.isprintable() else in_xml(_LINE_END.sub("\n", text))
