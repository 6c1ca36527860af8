"""What the search page suggests while one types: names of agencies and lists, and titles of what is published."""

from collections.abc import Iterable, Iterator

from bantin.domain.model import Agency, Site
from bantin.index import Bulletin, Directory
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.agency_names import searched_names
from bantin.site.page import PageContent
from bantin.site.search_names import SearchNames
from bantin.site.titles import titles_of
from bantin.site.views import JsonView

_Asked = Iterable[tuple[str, ...]]
"""What can be asked for: each as the words to ask with, and the other names of the same."""


def suggestions_address(site: Site) -> str:
    """The address of what the search page of ``site`` suggests: ``tim-kiem/suggestions.json``."""
    return f"{addresses.search(WORDS[site.language])}suggestions.json"


class SearchSuggestions(PageContent, frozen=True, kw_only=True):
    """What the search page suggests: ``names``, and the titles of ``agreements`` and ``articles``, each once."""

    names: SearchNames
    agreements: tuple[str, ...]
    articles: tuple[str, ...]

    def view(self, directory: Directory, url: str, title: str) -> JsonView:
        """See :class:`PageContent`."""
        groups = ((labels.RESULTS[kind].on(directory.site), tuple(asked)) for kind, asked in self._groups(directory))
        return JsonView(url=url, title=title, value=tuple(groups))

    def _groups(self, directory: Directory) -> Iterator[tuple[str, _Asked]]:
        """What is suggested, by what it is: of what fits as well, the first is suggested first."""
        site, names = directory.site, self.names
        year = titles_of(site).year
        yield "agency", (_agency(one, directory) for one in directory.agencies)
        yield "page", ((link.label,) for link in names.pages)
        yield "status", (tuple(dict.fromkeys((link.label, *words))) for _, link, words in names.states(site))
        yield "type", ((link.label,) for link in names.types)
        yield "year", ((year.format(year=link.label),) for link in names.years)
        yield "agreement", ((one,) for one in self.agreements)
        yield "article", ((one,) for one in self.articles)


def search_suggestions(bulletin: Bulletin, names: SearchNames) -> SearchSuggestions:
    """What the search page of ``bulletin``, which knows ``names``, suggests: the newest first of what has a title."""
    agreements = dict.fromkeys(one.title for one in bulletin.record_files)
    articles = dict.fromkeys(one.title for one in bulletin.articles)
    return SearchSuggestions(
        names=names,
        agreements=tuple(agreements),
        articles=tuple(one for one in articles if one not in agreements),
    )


def _agency(agency: Agency, directory: Directory) -> tuple[str, ...]:
    name = agency.name.text(directory.site.language)
    return tuple(dict.fromkeys((name, *searched_names(agency))))
