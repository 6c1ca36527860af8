"""Plans of bulletins in memory, and access to their pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from bantin.index import Bulletin, Directory
from bantin.site import CopiedFile, Page, Plan
from bantin.site.bodies import Texts, filled
from bantin.site.page import key_with
from bantin.site.plan import plan
from bantin.site.views import ListView, SiteView, View

T = TypeVar("T")
V = TypeVar("V", bound=View)


def key_of(page: Page, base: bytes = b"") -> bytes:
    """The key of a page; ``base`` stands for the digest of the common inputs of all pages."""
    return key_with(page.blank_key(base), page.texts)


class Plain(Mapping[str, tuple[str, ...]]):
    """Texts for tests: the same short one for every file, except those that are given by digest."""

    def __init__(self, given: Texts) -> None:
        self._given = given

    def __getitem__(self, digest: str) -> tuple[str, ...]:
        plain = "<p>Trang.</p>" if digest.startswith("content/pages/") else "<p>Nội dung.</p>"
        return self._given.get(digest, (plain,))

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)


@dataclass(frozen=True)
class Seen:
    """A page of a plan, with what is needed to build its view."""

    page: Page
    directory: Directory
    texts: Texts

    @cached_property
    def view(self) -> View:
        """The view that the template gets; built when it is needed, since most tests use one of many."""
        return filled(self.page.blank(self.directory), self.page.texts, self.texts)

    @property
    def template(self) -> str:
        return self.page.template

    @property
    def listed(self) -> bool:
        return self.page.listed

    @property
    def changed(self) -> str:
        return self.page.changed


@dataclass(frozen=True)
class SeenPlan:
    """A plan with access to its pages."""

    site: SiteView
    pages: tuple[Seen, ...]
    files: tuple[CopiedFile, ...]


def planned(made: Bulletin, *files: str, texts: Texts | None = None) -> SeenPlan:
    """The plan of a valid bulletin; ``files`` are those of its content folder, ``texts`` are by digest."""
    checked = plan(made, frozenset(files))
    assert checked.value is not None
    assert checked.problems == ()
    return look(checked.value, made, texts or {})


def look(found: Plan, made: Bulletin, texts: Texts) -> SeenPlan:
    """The plan of ``made`` with access to its pages."""
    pages = tuple(Seen(page, made.directory, Plain(texts)) for page in found.pages)
    return SeenPlan(found.sites[""], pages, found.files)


def codes(made: Bulletin, *files: str) -> list[str]:
    """The codes of the problems of a bulletin's plan."""
    return [problem.code for problem in plan(made, frozenset(files)).problems]


def pages_of(made: Bulletin, *files: str, texts: Texts | None = None) -> Mapping[str, Seen]:
    """The pages of a valid bulletin, by address."""
    return {seen.page.url: seen for seen in planned(made, *files, texts=texts).pages}


def view_at(made: Bulletin, url: str, kind: type[V], *files: str, texts: Texts | None = None) -> V:
    """The view of the page at an address, which must be of type ``kind``."""
    view = pages_of(made, *files, texts=texts)[url].view
    assert isinstance(view, kind)
    return view


def views_of(made: Bulletin, kind: type[V], *files: str) -> list[V]:
    """All views of type ``kind``."""
    return [seen.view for seen in planned(made, *files).pages if isinstance(seen.view, kind)]


def lists(made: Bulletin) -> dict[str, ListView]:
    """The views of all lists of articles, by address."""
    return {view.url: view for view in views_of(made, ListView)}


def parts_of(value: object, kind: type[T]) -> Iterator[T]:
    """Everything of type ``kind`` within a view, at any depth."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from parts_of(getattr(value, name), kind)
    elif isinstance(value, tuple):
        for one in value:
            yield from parts_of(one, kind)
