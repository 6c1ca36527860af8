"""The page of the components of a theme."""

from collections.abc import Iterator

import pytest
from jinja2 import Environment, nodes

from bantin.site.views import ComponentsView
from tests.conftest import REPOSITORY
from tests.index.contents import agreement, article, bulletin, on, varied, when
from tests.site.plans import pages_of, view_at

ADDRESS = "mau-giao-dien/"
TEMPLATES = REPOSITORY / "themes/default/templates"
SHOWN = ("macros", "agreement", "tables", "charts")
# What stands on every page, or needs a page of its own size.
ELSEWHERE = {
    ("macros", "paper"),
    ("charts", "matrix"),
    ("charts", "network"),
    ("charts", "plate"),
    ("charts", "partners"),
    ("charts", "wide"),
    ("charts", "agreements"),
    # A script fills it.
    ("tables", "blank"),
}


def test_only_editors_see_it() -> None:
    assert ADDRESS not in pages_of(bulletin(*map(varied, range(5))))
    seen = pages_of(bulletin(*map(varied, range(5)), drafts=True))[ADDRESS]
    assert not seen.listed


def test_an_empty_bulletin_has_one_too() -> None:
    view = view_at(bulletin(drafts=True), ADDRESS, ComponentsView)
    assert (view.agreement, view.rows, view.photos) == (None, (), ())


def test_the_agreement_with_most_to_show_is_shown() -> None:
    poor = article("a", published=when("2021"), agreement=agreement(id="a"))
    rich = article("b", agreement=agreement(id="b", signed_on=on("2012-11-20"), legal_basis=("Luật",)))
    view = view_at(bulletin(poor, rich, drafts=True), ADDRESS, ComponentsView)
    assert view.agreement
    assert view.agreement.id == "b"


def macros(name: str) -> Iterator[tuple[str, str]]:
    """The macros of a template of components."""
    parsed = Environment(autoescape=True).parse((TEMPLATES / f"{name}.html").read_text())
    yield from ((name, macro.name) for macro in parsed.find_all(nodes.Macro))


def called(name: str, macro: str = "") -> Iterator[tuple[str, str]]:
    """The macros that a template, or a macro in it, calls."""
    parsed: nodes.Node = Environment(autoescape=True).parse((TEMPLATES / f"{name}.html").read_text())
    if macro:
        parsed = next(one for one in parsed.find_all(nodes.Macro) if one.name == macro)
    files = {"ui": "macros", "agreement": "agreement", "tables": "tables", "charts": "charts"}
    for call in parsed.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and isinstance(call.node.node, nodes.Name):
            if call.node.node.name in files:
                yield files[call.node.node.name], call.node.attr
        elif isinstance(call.node, nodes.Name):
            yield name, call.node.name


@pytest.mark.parametrize("name", SHOWN)
def test_every_macro_is_shown(name: str) -> None:
    known = {one for template in SHOWN for one in macros(template)}
    shown: set[tuple[str, str]] = set()
    waiting = set(called("components")) & known
    while waiting:
        one = waiting.pop()
        shown.add(one)
        waiting |= (set(called(*one)) & known) - shown
    assert set(macros(name)) - shown == {one for one in ELSEWHERE if one[0] == name}
