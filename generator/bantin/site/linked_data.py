"""Linked data of a page: JSON-LD 1.1 in the vocabulary of schema.org.

It is derived from the view of the page, so programs read the same facts as readers. Unknown facts are left out, as are
facts that the vocabulary cannot express with their uncertainty. Agreements and agencies have identifiers of their own,
different from those of their pages: the address of the page with a fragment. If a bulletin has several languages, that
is the page in the main language, so that a thing has the same identifier in all languages.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec
from markupsafe import Markup

from bantin.domain.model import RelationKind, Status
from bantin.site.views import (
    AgencyView,
    AgreementView,
    ArticleView,
    DateView,
    HomeView,
    Json,
    LinkView,
    PageChangeView,
    PersonView,
    RecordView,
    RelationGroupView,
    RelationView,
    SiteView,
    StaticView,
    View,
)

Thing = dict[str, Json]

_CONTEXT = "https://schema.org"
# The beginnings of names that are names of offices.
_OFFICES = (
    "ban ", "báo ", "bộ ", "chi cục ", "cổng ", "công an ", "cơ quan ", "cục ", "đài ", "hội đồng ", "nhóm ", "phòng ",
    "sở ", "tạp chí ", "thông tấn ", "tổ ", "tổng cục ", "trang ", "trung tâm ", "ttxvn", "ubnd", "ủy ban ",
    "văn phòng ", "viện ", "vụ ", "agency", "centre ", "department ", "editor", "ministry ", "office ", "press ",
    "the ",
)  # fmt: skip
_AGREEMENT, _AGENCY = "#agreement", "#agency"
_FORCES: Mapping[str, str] = {
    Status.NOT_YET: "NotInForce",
    Status.IN_FORCE: "InForce",
    Status.PARTLY: "PartiallyInForce",
    Status.PARTLY_SUSPENDED: "PartiallyInForce",
    Status.SUSPENDED: "NotInForce",
    Status.ENDED: "NotInForce",
}
_PROPERTIES: Mapping[str, str] = {
    RelationKind.AMENDS: "legislationAmends",
    RelationKind.SUPPLEMENTS: "legislationChanges",
    RelationKind.EXTENDS: "legislationChanges",
    RelationKind.CORRECTS: "legislationCorrects",
    RelationKind.REPLACES: "legislationRepeals",
    RelationKind.TERMINATES: "legislationRepeals",
    RelationKind.IMPLEMENTS: "isBasedOn",
    RelationKind.BASED_ON: "isBasedOn",
    RelationKind.REVIEWS: "citation",
    RelationKind.RELATED: "citation",
}
# Characters that could end the element or the line that contains the data.
_UNSAFE = "<>&\u2028\u2029"


def linked(view: View, site: SiteView) -> Markup:
    """The JSON-LD of a page, escaped for a ``script`` element; empty if there is none."""
    things = tuple(_things(view, site))
    if not things:
        return Markup()
    text = msgspec.json.encode({"@context": _CONTEXT, "@graph": things}).decode()
    for sign in _UNSAFE:
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - made safe just here


def _things(view: View, site: SiteView) -> Iterator[Thing]:
    if isinstance(view, HomeView):
        yield _website(site)
    elif isinstance(view, ArticleView):
        yield _news(view, site)
        if view.agreement:
            yield _legislation(view, view.agreement, site)
            yield from _ceremony(view, view.agreement, site)
    elif isinstance(view, RecordView):
        yield from _web_page(view, site, {"mainEntity": {"@id": _thing_id(view, site) + _AGREEMENT}})
        yield _legislation(view, view.agreement, site)
        yield from _ceremony(view, view.agreement, site)
    elif isinstance(view, StaticView):
        yield from _web_page(view, site, {})
    elif isinstance(view, AgencyView) and view.pager.number == 1:
        yield _agency(view, site)
    if view.crumbs:
        yield _steps(view, site)


def _website(site: SiteView) -> Thing:
    return _said(
        {
            "@type": "WebSite",
            "@id": site.base_url,
            "url": site.base_url,
            "name": site.title,
            "description": site.description,
            "inLanguage": site.language,
            "publisher": {"@type": "Organization", "name": site.publisher},
        }
    )


def _news(view: ArticleView, site: SiteView) -> Thing:
    url, subjects = view.canonical or site.base_url + view.url, tuple(_subjects(view, site))
    return _said(
        {
            "@type": "NewsArticle",
            "@id": url,
            "url": url,
            "headline": view.title,
            "description": view.lead,
            "abstract": view.summary,
            "datePublished": _date(view.published),
            "dateModified": _date(view.updated),
            "correction": _corrections(view.corrections),
            "author": tuple(_author(name, site) for name in view.authors),
            "publisher": {"@type": "Organization", "name": site.publisher},
            "isBasedOn": _source(view.source) if view.source else "",
            "articleSection": view.section.label if view.section else "",
            "keywords": tuple(tag.label for tag in view.tags),
            "image": tuple(site.full(photo.url) for photo in view.photos),
            "inLanguage": view.lang or site.language,
            "license": {"@type": "CreativeWork", "name": view.license} if view.license else "",
            "about": subjects if len(subjects) > 1 else subjects[0] if subjects else "",
            **_translations(view),
        }
    )


def _web_page(view: RecordView | StaticView, site: SiteView, more: Thing) -> Iterator[Thing]:
    """A page about something else, such as a record, if it says when it changed: that is no change of the subject."""
    if view.updated:
        url = view.canonical or site.base_url + view.url
        yield _said(
            {
                "@type": "WebPage",
                "@id": url,
                "url": url,
                "name": view.title,
                "inLanguage": view.lang or site.language,
                "dateModified": _date(view.updated),
                "correction": _corrections(view.corrections),
                **more,
            }
        )


def _corrections(corrections: Iterable[PageChangeView]) -> Json:
    return tuple(
        {"@type": "CorrectionComment", "datePublished": _date(one.on), "text": one.note} for one in corrections
    )


def _subjects(view: ArticleView, site: SiteView) -> Iterator[Thing]:
    """The agreements that an article is about."""
    if view.agreement:
        yield {"@id": _thing_id(view, site) + _AGREEMENT}
    for record in view.about:
        if record.link.linked:
            known = _known_as(record.link.url, _AGREEMENT, site) or {"url": site.base_url + record.link.url}
            yield {**known, "name": record.link.label}


def _author(name: str, site: SiteView) -> Thing:
    """The author in a byline: an organization if it has the name of an office or publishes the site, else a person."""
    office = name == site.publisher or name.casefold().startswith(_OFFICES)
    return {"@type": "Organization" if office else "Person", "name": name}


def _translations(view: View) -> Thing:
    """The relation between the original, which is the first of the languages, and its translations."""
    original, *others = [{"@id": one.full} for one in view.languages if one.full] or [{}]
    if not others:
        return {}
    if view.languages[0].here:
        return {"workTranslation": tuple(others)}
    return {"translationOfWork": original}


def _thing_id(view: View, site: SiteView) -> str:
    """The identifier of the subject of a page, without its fragment: the page's address in the main language."""
    return site.full(view.languages[0].url) if view.languages else site.base_url + view.url


def _known_as(url: str, fragment: str, site: SiteView) -> Thing:
    """The identifier of the subject of another page.

    Empty on pages in other languages, which do not know the addresses of pages in the main one.
    """
    return {"@id": site.base_url + url + fragment} if site.main else {}


def _source(source: LinkView) -> Thing:
    """The report that an article is based on; only its publisher and its address are known."""
    return _said({"@type": "CreativeWork", "publisher": {"name": source.label}, "url": source.url})


def _legislation(view: View, agreement: AgreementView, site: SiteView) -> Thing:
    force = _FORCES.get(agreement.status.kind)
    return _said(
        {
            "@type": "Legislation",
            "@id": _thing_id(view, site) + _AGREEMENT,
            "url": view.canonical or site.base_url + view.url,
            "identifier": agreement.id,
            "name": agreement.title,
            "legislationIdentifier": agreement.number,
            "legislationType": agreement.type.label,
            "legislationDate": _date(agreement.signed_on),
            "legislationPassedBy": tuple(_organization(party.link, site) for party in agreement.parties),
            "legislationLegalForce": f"{_CONTEXT}/{force}" if force else "",
            "temporalCoverage": _term(agreement),
            "contributor": tuple(_role(person, site) for person in agreement.signatories),
            "about": tuple(field.label for field in agreement.fields),
            **_relations((group for group in agreement.relations if not group.inverse), site),
            "@reverse": _relations((group for group in agreement.relations if group.inverse), site),
        }
    )


def _term(agreement: AgreementView) -> str:
    """The time in force as an interval of ISO 8601; empty unless both ends are known."""
    status = agreement.status
    begins = _date(agreement.effective_on)
    ends = _date(status.since if status.kind == Status.ENDED else agreement.ends)
    if not ends and agreement.indefinite and status.kind != Status.ENDED:
        ends = ".."
    return f"{begins}/{ends}" if begins and ends else ""


def _role(person: PersonView, site: SiteView) -> Thing:
    """A signatory with the position on the day of signing. The property of a ``Role`` is repeated within it."""
    return _said(
        {
            "@type": "Role",
            "roleName": person.position,
            "contributor": _said(
                {
                    "@type": "Person",
                    "name": person.name,
                    "honorificPrefix": person.rank,
                    "affiliation": {"@type": "GovernmentOrganization", "name": person.party} if person.party else "",
                    "url": site.base_url + person.link.url if person.link else "",
                }
            ),
        }
    )


def _relations(groups: Iterable[RelationGroupView], site: SiteView) -> Thing:
    """The related documents, by property."""
    found: defaultdict[str, list[Json]] = defaultdict(list)
    for group in groups:
        found[_PROPERTIES[group.kind]] += (_document(item, _PROPERTIES[group.kind], site) for item in group.items)
    return {name: tuple(documents) for name, documents in found.items()}


def _document(item: RelationView, name: str, site: SiteView) -> Thing:
    if item.link and not item.link.external:
        known = _known_as(item.link.url, _AGREEMENT, site) or {"url": site.base_url + item.link.url}
        return {"@type": "Legislation", **known, "name": item.title}
    return _said(
        {
            # A document that was changed by legislation is legislation; a cited one may be anything.
            "@type": "Legislation" if name.startswith("legislation") else "CreativeWork",
            "name": item.title,
            "identifier": item.number,
            "dateCreated": _date(item.date),
            "url": item.link.url if item.link else "",
        }
    )


def _ceremony(view: View, agreement: AgreementView, site: SiteView) -> Iterator[Thing]:
    """The signing as an event, if its day and place are known."""
    day, place = agreement.signed_on, agreement.venue or agreement.place
    if day and day.exact and place:
        people = (*agreement.presided_by, *agreement.signatories)
        yield _said(
            {
                "@type": "Event",
                "name": view.title,
                "startDate": day.iso,
                "location": _said({"@type": "Place", "name": place, "address": agreement.place}),
                "attendee": tuple(
                    {"@type": "Person", "name": name} for name in dict.fromkeys(one.name for one in people)
                ),
                "about": {"@id": _thing_id(view, site) + _AGREEMENT},
            }
        )


def _agency(view: AgencyView, site: SiteView) -> Thing:
    former = (stage.name for stage in view.history if stage.kind == "name")
    return _said(
        {
            **_organization(LinkView(view.title, view.url), site),
            "@id": _thing_id(view, site) + _AGENCY,
            "alternateName": (*view.abbreviations, *view.aliases, *former),
            "sameAs": view.website,
            "address": view.address,
            "telephone": view.phone,
            "email": view.email,
            "parentOrganization": _organization(view.parent, site) if view.parent else "",
            "subOrganization": tuple(_organization(child, site) for child in view.children),
        }
    )


def _organization(link: LinkView, site: SiteView) -> Thing:
    place = {**_known_as(link.url, _AGENCY, site), "url": site.base_url + link.url} if link.linked else {}
    return {"@type": "GovernmentOrganization", **place, "name": link.label}


def _steps(view: View, site: SiteView) -> Thing:
    """The breadcrumbs of a page, including the page itself."""
    steps = (*view.crumbs, LinkView(view.title, view.url))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": tuple(
            {"@type": "ListItem", "position": position, "name": step.label, "item": site.base_url + step.url}
            for position, step in enumerate(steps, start=1)
        ),
    }


def _said(thing: Thing) -> Thing:
    """``thing`` without empty values."""
    return {name: value for name, value in thing.items() if value}


def _date(when: DateView | None) -> str:
    return when.w3c if when else ""
