"""PLAN: the glossary: a page that explains official terms in everyday words."""

from collections.abc import Iterator

from bantin.domain.model import Explanation, Feature, Site
from bantin.index import Bulletin, Directory
from bantin.site.addresses import WORDS
from bantin.site.cards import home_crumb, language_of
from bantin.site.explanations import GROUPS, Explained
from bantin.site.page import Page, PageContent
from bantin.site.titles import titles_of
from bantin.site.views import ExplanationView, GlossaryView, LinkView


def glossary_page(bulletin: Bulletin) -> Iterator[Page]:
    """The glossary."""
    link = glossary_link(bulletin.directory.site)
    yield Page(link.url, link.label, "glossary.html", GlossaryPage(own=bulletin.directory.vocabulary.glossary))


def glossary_link(site: Site) -> LinkView:
    """The link to the glossary."""
    return LinkView(titles_of(site).glossary, f"{WORDS[site.language].glossary}/")


def explained(directory: Directory) -> dict[str, str]:
    """The addresses of all explanations by the ids of their words; none if the bulletin has turned the page off."""
    site = directory.site
    if Feature.GLOSSARY in site.off:
        return {}
    address = glossary_link(site).url
    ids = (*(one.id for group in GROUPS for one in group.words), *(one.id for one in directory.vocabulary.glossary))
    return {word: f"{address}#{word}" for word in ids}


class GlossaryPage(PageContent, frozen=True, kw_only=True):
    """The glossary; the bulletin's ``own`` entries replace the program's with the same id, or come last."""

    own: tuple[Explanation, ...]

    def view(self, directory: Directory, url: str, title: str) -> GlossaryView:
        """See :class:`PageContent`."""
        site = directory.site
        own = {one.id: _own_view(one, site) for one in self.own}
        known = {one.id for group in GROUPS for one in group.words}
        groups = [
            (group.label.on(site), group.anchor, tuple(own.get(one.id) or _view(one, site) for one in group.words))
            for group in GROUPS
        ]
        label, anchor, words = groups[-1]
        more = (view for word, view in own.items() if word not in known)
        return GlossaryView(
            url=url,
            title=title,
            description=titles_of(site).glossary_about,
            crumbs=(home_crumb(site),),
            groups=(*groups[:-1], (label, anchor, (*words, *more))),
        )


def _view(one: Explained, site: Site) -> ExplanationView:
    return ExplanationView(one.id, one.word.on(site), one.meaning.on(site))


def _own_view(one: Explanation, site: Site) -> ExplanationView:
    language = site.language
    return ExplanationView(one.id, one.word.text(language), one.meaning.text(language), language_of(one.meaning, site))
