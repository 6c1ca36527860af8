"""VALIDATE: ``site.yml`` and ``vocabulary.yml`` → :class:`~bantin.domain.model.Site`, ``Vocabulary``."""

from collections.abc import Mapping

from msgspec.structs import replace

from bantin.content.files import SITE, VOCABULARY
from bantin.content.problems.leftovers import SAMPLE_SITE
from bantin.content.schema.cms import CmsFields
from bantin.content.schema.comments import CommentsFields
from bantin.content.schema.own_field_declarations import OwnFieldFields
from bantin.content.schema.site import (
    CounterFields,
    MenuItemFields,
    SiteFields,
    VocabularyFields,
    Weekday,
)
from bantin.content.yaml.file import read_yaml
from bantin.content.yaml.parser import Step, locate
from bantin.content.yaml.tree import Node
from bantin.domain.model import (
    Cms,
    Comments,
    Contact,
    Explanation,
    Feature,
    Giscus,
    Isso,
    Label,
    MenuItem,
    NamedFile,
    OwnField,
    Position,
    Site,
    Term,
    VisitorCounter,
    Vocabulary,
)
from bantin.domain.problems import Checked, Language
from bantin.domain.text.leftovers import is_unreachable

_BUILT_ON = {
    Feature.AGENCIES: {Feature.REGISTER, Feature.DATA, Feature.CALENDARS},
    Feature.REGISTER: {Feature.STATISTICS},
}
"""The features that others depend on: pages of agreements link to agencies, and statistics count the register."""


def read_site(data: bytes) -> Checked[Site]:
    """Reads the settings from the bytes of ``site.yml``."""
    written = read_yaml(data, SITE, SiteFields)
    if written.value is None:
        return Checked(None, written.problems)
    fields, tree = written.value.fields, written.value.tree
    reported = written.problems
    if is_unreachable(fields.base_url):
        at = locate(tree, ("base_url",)).within(SITE)
        others = (one for one in reported if one.location.line != at.line)
        reported = (*others, SAMPLE_SITE.at(at, text=fields.base_url))
    return Checked(_resolve(fields, tree), reported)


def read_vocabulary(data: bytes) -> Checked[Vocabulary]:
    """Reads the vocabulary from the bytes of ``vocabulary.yml``."""
    written = read_yaml(data, VOCABULARY, VocabularyFields)
    if written.value is None:
        return Checked(None, written.problems)
    fields = written.value.fields
    glossary = tuple(Explanation(key, one.word, one.meaning) for key, one in fields.glossary.items())
    return Checked(Vocabulary(_terms(fields.types), _terms(fields.fields), glossary), written.problems)


def _resolve(fields: SiteFields, tree: Node) -> Site:
    others = tuple(one for one in fields.languages if one != fields.language)
    main, *below = (_in_language(one, fields, tree) for one in (fields.language, *others))
    return replace(main, others=tuple(below))


def _in_language(language: Language, fields: SiteFields, tree: Node) -> Site:
    return Site(
        title=fields.title.text(language),
        base_url=fields.base_url,
        language=language,
        timezone=fields.timezone,
        description=fields.description.text(language),
        publisher=fields.publisher.text(language),
        theme=fields.theme,
        sections=_terms(fields.sections),
        menu=_menu(fields.menu, tree, "menu"),
        links=_menu(fields.links, tree, "links"),
        contact=Contact(fields.contact.address.text(language), fields.contact.phone, fields.contact.email),
        license=fields.license.text(language),
        page_size=fields.page_size,
        feed_size=fields.feed_size,
        emblem=NamedFile(fields.emblem, locate(tree, ("emblem",))) if fields.emblem else None,
        trusted_roots=tuple(
            NamedFile(file, locate(tree, ("trusted_roots", index))) for index, file in enumerate(fields.trusted_roots)
        ),
        repository=fields.repository,
        legal_documents=fields.legal_documents,
        counter=_counter(fields.counter),
        search=fields.search,
        comments=_comments(fields.comments) if fields.comments else None,
        editors=_cms(fields.editors) if fields.editors else None,
        hubs=fields.hubs,
        social_cards=fields.social_cards,
        former_versions=fields.former_versions,
        notes_since=fields.notes_since,
        off=_off(fields.features),
        own_fields=_own_fields(fields.fields),
    )


def _off(features: Mapping[Feature, bool]) -> tuple[Feature, ...]:
    """The features that are turned off, with those that show nothing without them."""
    off = {feature for feature, on in features.items() if not on}
    for feature, built_on_it in _BUILT_ON.items():
        off |= built_on_it if feature in off else set()
    return tuple(feature for feature in Feature if feature in off)


def _own_fields(declared: Mapping[str, OwnFieldFields]) -> tuple[OwnField, ...]:
    return tuple(
        OwnField(key, one.label, one.kind, _terms(one.choices), tuple(dict.fromkeys(one.shown)))
        for key, one in declared.items()
    )


def _comments(fields: CommentsFields) -> Comments | None:
    if fields.giscus:
        giscus = fields.giscus
        return Giscus(giscus.repository, giscus.repository_id, giscus.category, giscus.category_id)
    return Isso(fields.isso) if fields.isso else None


def _cms(fields: CmsFields) -> Cms:
    base_url, api_root = fields.base_url or "", fields.api_root or ""
    return Cms(
        fields.backend,
        fields.repository,
        fields.branch,
        base_url,
        api_root,
        fields.app_id,
        fields.review,
        tuple(fields.publishers),
    )


def _counter(fields: CounterFields) -> VisitorCounter:
    week_start = list(Weekday).index(fields.week_start)
    return VisitorCounter(fields.mode, fields.base, fields.start_total, fields.start_date, week_start)


def _terms(labels: dict[str, Label]) -> tuple[Term, ...]:
    return tuple(Term(key, label) for key, label in labels.items())


def _menu(items: tuple[MenuItemFields, ...], tree: Node, key: str) -> tuple[MenuItem, ...]:
    def place(*steps: Step) -> Position:
        return locate(tree, (key, *steps))

    return tuple(MenuItem(item.label or Label(), item.to, place(index, "to")) for index, item in enumerate(items))
