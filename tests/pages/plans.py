"""Plans of bulletins in memory, and what is found in them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import TypeVar

from generator.bulletin import Bulletin
from generator.pages import Page, Plan, plan
from generator.pages.views import View

T = TypeVar("T")
V = TypeVar("V", bound=View)


def planned(made: Bulletin, *files: str) -> Plan:
    """The plan of a bulletin that is sound; ``files`` are those of its content folder."""
    checked = plan(made, frozenset(files))
    assert checked.value is not None
    assert checked.problems == ()
    return checked.value


def codes(made: Bulletin, *files: str) -> list[str]:
    """The codes of what is wrong with the plan of a bulletin."""
    return [problem.code for problem in plan(made, frozenset(files)).problems]


def pages_of(made: Bulletin, *files: str) -> Mapping[str, Page]:
    """The pages of a sound bulletin by address."""
    return {page.view.url: page for page in planned(made, *files).pages}


def view_at(made: Bulletin, url: str, kind: type[V], *files: str) -> V:
    """The view of the page at an address, which must be of one kind."""
    view = pages_of(made, *files)[url].view
    assert isinstance(view, kind)
    return view


def views_of(made: Bulletin, kind: type[V], *files: str) -> list[V]:
    """All views of one kind."""
    return [page.view for page in planned(made, *files).pages if isinstance(page.view, kind)]


def parts_of(value: object, kind: type[T]) -> Iterator[T]:
    """Everything of one kind within a view, at any depth."""
    if isinstance(value, kind):
        yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from parts_of(getattr(value, field.name), kind)
    elif isinstance(value, tuple):
        for one in value:
            yield from parts_of(one, kind)
