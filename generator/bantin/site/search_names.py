"""What the search page knows by name: agencies, pairs of them, and the words for statuses, types, years and pages.

The page reads questions with it (``question.js``) and shows what a question asks for by name before anything else.
Everything is spelt as it is compared there: without marks and case, each word after a space.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from bantin.domain.model import Agency, EventKind, Feature, RelationKind, Site, Status
from bantin.domain.problems import Language
from bantin.domain.text.folding import fold
from bantin.index import Bulletin, Directory, Record
from bantin.site import addresses, labels, question_words
from bantin.site.addresses import WORDS
from bantin.site.agency_names import searched_names
from bantin.site.cards import field_links, status_link, type_link
from bantin.site.page import PageContent
from bantin.site.register.due import BANDS, due_link
from bantin.site.register.register import register_links
from bantin.site.single_items import has_page
from bantin.site.titles import titles_of
from bantin.site.views import Json, JsonView, LinkView

_WORD = re.compile(r"[^\W_]+")
_PLACE = "#"
"""Stands for what the script fills in: the id of an agency, a name, a year."""

_KINDS = ("agency", "pair", "page")
_PLACES = re.compile(r"\b(?:tinh|thanh pho) ")
_WORDS_OF_TYPE = 2
"""With so many words, the beginning of a type's name is enough to ask for it."""


def names_address(site: Site) -> str:
    """The address of what the search page of ``site`` knows by name: ``tim-kiem/names.json``."""
    return f"{addresses.search(WORDS[site.language])}names.json"


def spell(text: str) -> str:
    """The words of ``text`` without marks and case, as they are compared."""
    return " ".join(_WORD.findall(fold(text)))


def happened(record: Record) -> Iterator[EventKind]:
    """What has happened to an agreement, of what questions can narrow results by."""
    done = {action.kind for action in record.lifecycle.history if not action.upcoming}
    if any(tie.inverse and tie.kind is RelationKind.REPLACES for tie in record.ties):
        done.add(EventKind.REPLACED)
    return (kind for kind in question_words.HAPPENED if kind in done)


class SearchNames(PageContent, frozen=True, kw_only=True):
    """What the search page knows by name, besides the agencies of the directory.

    ``pairs`` are those with a page of their own. ``years``, ``types`` and ``statuses`` are the lists of the register,
    by the values that results are narrowed by; ``pages`` are others that can be asked for by their titles.
    """

    pairs: tuple[tuple[str, str], ...]
    years: tuple[LinkView, ...]
    types: tuple[LinkView, ...]
    statuses: tuple[tuple[Status, LinkView], ...]
    happened: tuple[EventKind, ...]
    due: LinkView | None
    pages: tuple[LinkView, ...]

    def view(self, directory: Directory, url: str, title: str) -> JsonView:
        """See :class:`PageContent`."""
        site = directory.site
        words, titles = WORDS[site.language], titles_of(site)
        has_agencies = Feature.AGENCIES not in site.off
        value: dict[str, Json] = {
            "agencies": tuple(_agencies(directory)),
            "agency_url": addresses.agency(words, _PLACE) if has_agencies else "",
            "pairs": tuple(_pairs(self.pairs, directory)),
            "pair": titles.pair.format(first=_PLACE, second=_PLACE),
            "pair_url": addresses.pair(words, _PLACE, _PLACE),
            "terms": tuple(self._terms(site)),
            "years": tuple(link.label for link in self.years),
            "year": titles.year.format(year=_PLACE),
            "year_url": addresses.register(words, words.year, _PLACE),
            "year_words": tuple(map(spell, question_words.YEARS[site.language])),
            "pages": tuple({"title": one.label, "url": one.url, "says": (spell(one.label),)} for one in self.pages),
            "kinds": {kind: labels.RESULTS[kind].on(site) for kind in _KINDS},
            "links": tuple(dict.fromkeys(map(spell, question_words.LINKS[site.language]))),
        }
        return JsonView(url=url, title=title, value=value)

    def _terms(self, site: Site) -> Iterator[Mapping[str, Json]]:
        """What results are narrowed by: the filter and its value, the label, the page of the list, the spellings."""
        begun = Counter(" ".join(spell(link.label).split()[:_WORDS_OF_TYPE]) for link in self.types)
        for link in self.types:
            name = spell(link.label)
            short = " ".join(name.split()[:_WORDS_OF_TYPE])
            yield _term("type", link, (name, *([short] if begun[short] == 1 and " " in short else [])))
        for name, link, words in self.states(site):
            more: Mapping[str, Json] = (
                {"title": self.due.label, "months": BANDS[-1]} if self.due and name == "ends" else {}
            )
            yield {**_term(name, link, words), **more}

    def states(self, site: Site) -> Iterator[tuple[str, LinkView, tuple[str, ...]]]:
        """The statuses of agreements, what happened to them, and whether they soon end.

        Each with the filter of results, the label and the address of its list, and the words that mean it.
        """
        language = site.language
        for status, link in self.statuses:
            yield "status", link, (link.label, *question_words.STATUSES.get(status, {}).get(language, ()))
        for kind in self.happened:
            label = labels.EVENTS[kind].on(site)
            yield "event", LinkView(label, ""), (label, *question_words.HAPPENED[kind][language])
        if self.due:
            yield "ends", LinkView(labels.ENDING_SOON.on(site), self.due.url), question_words.ENDING[language]


def search_names(bulletin: Bulletin) -> SearchNames:
    """What the search page of ``bulletin`` knows by name."""
    site, register = bulletin.directory.site, bulletin.register
    if Feature.REGISTER in site.off:
        return SearchNames(pairs=(), years=(), types=(), statuses=(), happened=(), due=None, pages=())
    done = {kind for record in register.records for kind in happened(record)}
    directory = bulletin.directory
    fields = field_links(tuple(term.id for term in directory.vocabulary.fields), directory)
    by_label = {link.label: link for link in fields}
    return SearchNames(
        pairs=tuple(pair for pair, records in register.by_pair.items() if has_page(records)),
        years=tuple(LinkView(str(year), "") for year in sorted(filter(None, register.by_year), reverse=True)),
        types=tuple(type_link(one.id, directory) for one in directory.vocabulary.types if one.id in register.by_type),
        statuses=tuple((one, status_link(one, directory)) for one in Status if one in register.by_status),
        happened=tuple(kind for kind in question_words.HAPPENED if kind in done),
        due=due_link(site),
        pages=(*(by_label[one] for one in by_label if one), *register_links(bulletin)),
    )


def _term(name: str, link: LinkView, spellings: Iterable[str]) -> Mapping[str, Json]:
    says = tuple(dict.fromkeys(map(spell, spellings)))
    label = link.label
    return {"filter": name, "value": label, "label": label, "title": label, "url": link.url, "says": says}


def _agencies(directory: Directory) -> Iterator[tuple[str, ...]]:
    """Each agency as its name, its id, and the other spellings that mean it and no other agency."""
    language = directory.site.language
    names = Counter(spell(agency.name.text(language)) for agency in directory.agencies)
    others = {agency.id: _spellings(agency, language) for agency in directory.agencies}
    claimed = Counter(one for spellings in others.values() for one in spellings)
    for agency in directory.agencies:
        own = (one for one in others[agency.id] if claimed[one] == 1 and one not in names)
        yield (agency.name.text(language), agency.id, *own)


def _spellings(agency: Agency, language: Language) -> tuple[str, ...]:
    """The spellings of an agency besides its present name, each once."""
    given = [*map(spell, searched_names(agency))]
    given += [_PLACES.sub("", one) for one in given if _PLACES.search(one)]
    return tuple(one for one in dict.fromkeys(given) if one and one != spell(agency.name.text(language)))


def _pairs(pairs: Iterable[tuple[str, str]], directory: Directory) -> Iterator[str]:
    """For each agency, the places in the list of those that come after it there and have a page with it."""
    places = {agency.id: place for place, agency in enumerate(directory.agencies)}
    found: list[list[int]] = [[] for _ in directory.agencies]
    for pair in pairs:
        first, second = sorted(places[one] for one in pair)
        found[first].append(second)
    return (" ".join(map(str, sorted(others))) for others in found)
