"""The Jinja of themes gives the output and the errors of plain Jinja, with its own compiler and without."""

import re
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from bantin.render import environment, renderer
from tests.bulletins import build_site, files_of
from tests.conftest import REPOSITORY
from tests.test_sites import root_of

Outcome = tuple[str, str, list[tuple[str, int | None]]]
Templates = Mapping[str, str]


class Messages(NullTranslations):
    """Translations with all that is special in HTML, in formats and in Vietnamese."""

    WORDS: Mapping[str, str] = {
        "Home": "Trang chủ",
        "a & b": "á & <b>b</b>",
        "all %%": "tất cả 100%%",
        "every %(period)s": "<i>mỗi</i> %(period)s",
        "one": "một",
    }

    def gettext(self, message: str) -> str:
        return self.WORDS.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


class Shouted(str):
    """A text that looks different when it is shown."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"{self.upper()}<"


class Marked:
    """A thing that knows how it looks in HTML."""

    def __html__(self) -> str:
        return "<b>marked</b>"

    def __str__(self) -> str:
        return "<not marked>"


class Lazy:
    """A text that is made when it is needed."""

    def __str__(self) -> str:
        return "made & shown"


@dataclass(frozen=True)
class Thing:
    """A view, as templates see them."""

    label: str = "A & <b>"
    url: str = "a/?b=1&c='2'"
    none: None = None
    count: int = 3
    share: float = 0.5
    children: "tuple[Thing, ...]" = ()
    words: Mapping[str, str] = field(default_factory=lambda: {"label": "key & word", "a b": "<>", "items": "three"})

    def __getitem__(self, name: int) -> str:
        return f"item {name} &"


@dataclass(frozen=True)
class Bare:
    """A view without items."""

    label: str = "bare & <b>"

    def shout(self, mark: str = "!", *, times: int = 1) -> str:
        return f"<{self.label}>{mark * times}"

    def stop(self) -> str:
        raise StopIteration

    @property
    def broken(self) -> str:
        raise ValueError("broken & <b>")

    @property
    def halting(self) -> str:
        raise StopIteration


DATA: Mapping[str, Any] = {
    "text": "a & <b> 'c' \"d\"",
    "thing": Thing(children=(Thing("1&"), Thing("2&", children=(Thing("3&"),)))),
    "bare": Bare(),
    "markup": Markup("<b>&amp;</b>"),
    "shouted": Shouted("a&b"),
    "marked": Marked(),
    "lazy": Lazy(),
    "number": 1_000,
    "none": None,
    "words": {"label": "w&", "items": "i&", "none": None},
    "names": ["a&", "<b>", Markup("<i>")],
    "nothing": [],
    "yes": True,
}
MACROS = """\
{% macro link(item, root, here=none) %}
<a href="{{ root }}{{ item.url }}"{% if item.url == here %} aria-current{% endif %}>{{ item.label }}</a>
{% endmacro %}
{% macro fact(label, known=true) %}
<dt>{{ label }}</dt><dd>{% if known %}{{ caller() }}{% else %}{{ _("a & b") }}{% endif %}</dd>
{% endmacro %}
{% macro given(one, two="2 & <", three=one) %}{{ one }}|{{ two }}|{{ three }}{% endmacro %}
{% macro any(one) %}{{ one }}{{ varargs | join(",") }}{{ kwargs | dictsort }}{% endmacro %}
{% macro asked(caller=none) %}{{ caller("x") if caller else "nobody" }}{% endmacro %}
{% macro known() %}{{ caller is defined }}{% if caller %}called{% endif %}{% endmacro %}
{% macro tree(item) %}
<li>{{ item.label }}{% for child in item.children %}{{ tree(child) }}{% endfor %}</li>{% endmacro %}
{% macro outer(item) %}
{% macro inner(text) %}[{{ text }}{{ item.label }}]{% endmacro %}
{{ inner(item.label) }}{{ inner(text=markup) }}
{% endmacro %}
{% macro reach() %}{{ text }}{% endmacro %}
{% macro fails(item) %}
{{ item.label }}
{{ item.missing }}
{% endmacro %}
{% set kept = "<kept>" %}
"""


def outcome(made: jinja2.Environment, name: str, data: Mapping[str, Any]) -> Outcome:
    """The result of a template: its text, or its error with the lines of templates in the traceback."""
    try:
        return "", made.get_template(name).render(data), []
    except Exception as error:  # noqa: BLE001 - whatever a template raises
        lines = traceback.extract_tb(error.__traceback__)
        at = [(line.filename, line.lineno) for line in lines if line.filename.endswith((".html", ".txt", ".xml"))]
        return type(error).__name__, str(error), at


def options(templates: Templates, **others: object) -> dict[str, Any]:
    """The options of the renderer, for templates in memory by name."""
    return {
        "loader": jinja2.FunctionLoader(
            lambda name: (templates[name], name, lambda: True) if name in templates else None
        ),
        "autoescape": jinja2.select_autoescape(("html", "xml")),
        "undefined": jinja2.StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "auto_reload": False,
        **others,
    }


def plain(translations: NullTranslations, **given: Any) -> jinja2.Environment:
    """Jinja as it is."""
    made = jinja2.Environment(extensions=["jinja2.ext.i18n"], **given)
    install: Callable[..., None] = made.install_gettext_translations  # type: ignore[attr-defined]
    install(translations, newstyle=True)
    made.globals["kept"] = lambda macro: macro
    return made


def same(templates: Templates, data: Mapping[str, Any] = DATA, name: str = "", **others: object) -> Outcome:
    """The results of all environments for the last template, or the one called ``name``, twice: uncached and cached."""
    name = name or list(templates)[-1]
    expected = outcome(plain(Messages(), **options(templates, **others)), name, data)
    for kind in (environment.QuickEnvironment, environment.ThemeEnvironment):
        made = kind(Messages(), **options(templates, **others))
        assert outcome(made, name, data) == expected
        assert outcome(made, name, data) == expected
    return expected


TEXTS = [
    "{{ text }}{{ markup }}{{ shouted }}{{ marked }}{{ lazy }}{{ number }}{{ none }}{{ yes }}{{ names }}{{ 1.5 }}",
    "{{ text | safe }}{{ text | e }}{{ text | upper }}{{ markup | upper }}{{ text ~ markup }}{{ text | join('&') }}",
    "{{ '<' ~ text }}{{ '<b>' }}{{ '<b>' | safe }}{{ 1 + 1 }}{{ text == text }}{{ text in names }}{{ -number }}",
    "{{ text, markup }}{{ [text] }}{{ {'a&': text} }}{{ text[0:3] }}{{ text[2] }}",
    "{% autoescape false %}{{ text }}{{ _('a & b') }}{{ _('all %%') }}{{ shouted }}{{ markup }}{% endautoescape %}",
    "{% autoescape yes %}{{ text }}{{ _('a & b') }}{% endautoescape %}{{ text }}",
    "{% autoescape none %}{{ text }}{{ _('a & b') }}{{ bare.shout() }}{% endautoescape %}{{ text }}",
    "{{ _('Home') }}{{ _('a & b') }}{{ _('all %%') }}{{ _('unknown <%s>') }}",
    "{{ _('every %(period)s', period=text) }}{{ _(text) }}{{ _('a & b') | upper }}{{ _('one') ~ text }}",
    "{{ _('every %(period)s') }}",
    "{{ _() }}",
    "{% trans %}a & b{% endtrans %}{% trans period=text %}every {{ period }}{% endtrans %}",
    "{{ ngettext('one', 'more & %(num)s', 1) }}{{ ngettext('one', 'more & %(num)s', 2) }}{{ gettext('a & b') }}",
    "{% set _ = bare.shout %}{{ _('Home') }}",
    "{% macro m(_) %}{{ _('Home') }}{% endmacro %}{{ m(bare.shout) }}{{ _('Home') }}",
    "{% for _ in names %}{{ _ }}{% endfor %}{{ _('Home') }}",
    "{% set e = text %}{{ e }}{{ text }}{{ e }}{% for e in names %}{{ e }}{{ text }}{% endfor %}{{ e }}",
    "{% set escape, escaped, messages, environment = 1, '2&', 3, 4 %}{{ escaped }}{{ text }}{{ _('Home') }}",
    "{{ thing.label }}{{ thing.url }}{{ thing.none }}{{ thing.count }}{{ thing.share }}",
    "{{ thing[1] }}{{ thing['label'] }}",
    "{{ words.label }}{{ words['label'] }}{{ words.none }}{{ words.items is string }}{{ words['items'] }}",
    "{{ thing.words.label }}{{ thing.words['a b'] }}{{ bare['label'] }}{{ bare.shout('?', times=2) }}",
    "{{ names[0] }}{{ names.0 }}{{ names[-1] }}{{ bare.label.upper() }}",
    "{{ text.split('&') }}{{ names | map('upper') | list }}",
    "{{ thing.none is none }}{{ thing.other is defined }}{{ other is defined }}",
    "{{ other | default('d&') }}{{ words.no is defined }}",
    "{{ thing.other | default('d&') }}{{ (thing.other | default(bare)).label }}{{ none.other is defined }}",
    "{% for item in thing.children recursive %}{{ loop.index }}{{ item.label }}{{ loop(item.children) }}{% endfor %}",
    "{% for item in nothing %}{{ item }}{% else %}{{ text }}{% endfor %}",
    "{% for n in names if n != '<b>' %}{{ n }}{% endfor %}",
    "{% for name in names %}{{ loop.first }}{{ loop.last }}{{ loop.cycle('a&', 'b') }}{% endfor %}",
    "{% filter upper %}{{ text }}{{ _('a & b') }}{% endfilter %}{% set block %}{{ text }}{% endset %}{{ block }}",
    "{% set space = namespace(n=text) %}{% set space.n = space.n ~ '&' %}{{ space.n }}",
    "{% with text = markup %}{{ text }}{% endwith %}{{ text }}",
    "{{ bare.stop() }}",
    "{{ bare.stop() is defined }}",
    "{{ bare.broken }}",
    "{{ dict(a=text) }}{{ range(3) | list }}{{ cycler('a&', 'b').next() }}{{ joiner('&')() }}",
    "{{ text if yes }}{{ text if none else markup }}{{ 'x' if other is defined }}",
    "{{ 'x' if none }}",
    "{{ text | replace('&', '<') }}{{ markup | replace('&', '<') }}",
    "{{ text | length }}{{ text | truncate(3) }}{{ 3 | string }}",
    "{{ names | join(', ') }}{{ names | join(', ') | e }}{{ [markup, text] | join }}",
    "{{ words | xmlattr }}{{ words | tojson }}",
]


@pytest.mark.parametrize("source", TEXTS)
@pytest.mark.parametrize("name", ["a.html", "a.txt"])
def test_expressions(source: str, name: str) -> None:
    same({name: source})


CALLS = [
    "{{ ui.link(thing, '../') }}{{ ui.link(thing, '../', thing.url) }}{{ ui.link(thing, root='<', here=none) }}",
    "{{ ui.link(bare | default(thing), markup) }}",
    "{{ ui.link(thing) }}",
    "{{ ui.link() }}",
    "{{ ui.link(1, 2, 3, 4) }}",
    "{{ ui.link(thing, '', other=1) }}",
    "{{ ui.link(thing, '', item=1) }}",
    "{% call ui.fact(text) %}{{ text }}{{ markup }}{% endcall %}",
    "{% call ui.fact(markup, none) %}{{ text }}{% endcall %}",
    "{% call ui.fact(label=text, known=1) %}{% call ui.fact('in') %}{{ text }}{% endcall %}{% endcall %}",
    "{{ ui.fact(text, false) }}",
    "{{ ui.fact(text) }}",
    "{{ ui.fact(text, caller=bare.shout) }}",
    "{{ ui.fact(text, true, bare.shout) }}",
    "{% call ui.link(thing, '') %}no{% endcall %}",
    "{{ ui.given(text) }}{{ ui.given(text, three=3) }}{{ ui.given(1, two=markup) }}{{ ui.given(two='x', one=none) }}",
    "{{ ui.given() }}",
    "{{ ui.given(three=1) }}",
    "{{ ui.any(1) }}{{ ui.any(1, text, markup) }}{{ ui.any(1, a=text) }}{{ ui.any(*names, **words) }}",
    "{{ ui.link(*[thing, '/']) }}{{ ui.link(**{'item': thing, 'root': '/'}) }}{{ ui.link(thing, *['/']) }}",
    "{{ ui.asked() }}{{ ui.asked(none) }}{{ ui.asked(bare.shout) }}{{ ui.asked(caller=bare.shout) }}",
    "{% call(x) ui.asked() %}{{ x }}{{ text }}{% endcall %}",
    "{% call ui.asked() %}{{ text }}{% endcall %}",
    "{{ ui.known() }}",
    "{{ ui.known(caller=none) }}",
    "{{ ui.known(caller=bare.shout) }}",
    "{% call ui.known() %}{% endcall %}",
    "{{ ui.tree(thing) }}{{ ui.outer(thing) }}",
    "{{ ui.reach() }}",
    "{{ ui.kept }}{{ ui.none }}",
    "{{ ui.kept }}{{ ui.link.name }}{{ ui.link.arguments }}{{ ui.link is callable }}",
    "\n{{ ui.fails(thing) }}",
    "\n{% call ui.fact('a') %}\n{{ ui.fails(thing) }}{% endcall %}",
    "{% autoescape false %}{{ ui.link(thing, '<') }}{% call ui.fact(text) %}{{ text }}{% endcall %}{% endautoescape %}",
    "{% autoescape none %}{{ ui.given(text) }}{{ ui.given(text) | upper }}{% endautoescape %}",
    "{{ ui.given(text) ~ text }}{{ ui.given(text) | upper }}",
    "{% set kept = ui.given(text) %}{{ kept }}{{ kept | length }}",
    "{% set m = ui.given %}{{ m(text) }}{% for m in [ui.given, ui.any] %}{{ m(text) }}{% endfor %}",
    "{{ names | map('upper') | map('length') | list }}{{ [thing] | map(attribute='label') | join }}",
    "{{ ui.given(bare.halting) }}",
    "{% macro m() %}{{ bare.halting }}{% endmacro %}{{ m() }}",
    "{% macro m() %}{{ bare.halting }}{% endmacro %}{{ m() is defined }}",
    "{% macro m() %}{{ bare.broken }}{% endmacro %}\n{{ m() }}",
]


@pytest.mark.parametrize("source", CALLS)
@pytest.mark.parametrize("how", ["import 'm.html' as ui", "import 'm.html' as ui with context"])
@pytest.mark.parametrize("name", ["a.html", "a.txt"])
def test_calls_of_macros(source: str, how: str, name: str) -> None:
    error, _, _ = same({"m.html": MACROS, name: f"{{% {how} %}}\n{source}"})
    assert error in {"", "TypeError", "UndefinedError", "ValueError", "RuntimeError"}


@pytest.mark.parametrize("source", CALLS)
def test_calls_of_macros_of_the_template_itself(source: str) -> None:
    same({"a.html": MACROS + source.replace("ui.", "")})


KEPT = """\
{% macro shown(one, two="2 & <", three=none) %}{{ one }}|{{ two }}|{{ three }}{% endmacro %}
{% macro framed(one) %}<b>{{ one }}{{ caller() }}</b>{% endmacro %}
{% macro fails(one) %}{{ one.missing }}{% endmacro %}
{% macro any(one) %}{{ one }}{{ varargs | join(",") }}{{ kwargs | dictsort }}{% endmacro %}
{% macro halts(one) %}{{ one.halting }}{% endmacro %}
{% set shown, framed, fails, any, halts = kept(shown), kept(framed), kept(fails), kept(any), kept(halts) %}
"""


@pytest.mark.parametrize(
    "source",
    [
        "{{ ui.shown(1) }}{{ ui.shown(true) }}{{ ui.shown(1.0) }}{{ ui.shown('1') }}{{ ui.shown(1) }}",
        "{{ ui.shown(none) }}{{ ui.shown(0) }}{{ ui.shown(false) }}{{ ui.shown(none) }}",
        "{{ ui.shown(text) }}{{ ui.shown(text | safe) }}{{ ui.shown(shouted) }}{{ ui.shown(marked) }}",
        "{{ ui.shown(1, 2) }}{{ ui.shown(1, two=2) }}{{ ui.shown(1, 2, 3) }}{{ ui.shown(1, three=2) }}",
        "{{ ui.shown(names) }}{{ ui.shown(words) }}{{ ui.shown(thing.label) }}{{ ui.shown(bare) }}{{ ui.shown(lazy) }}",
        "{% set n = [1] %}{{ ui.shown(n) }}{% set x = n.append(2) %}{{ ui.shown(n) }}{{ ui.shown((n,)) }}",
        "{% set s = namespace(n=1) %}{{ ui.shown(s.n) }}{% set s.n = 2 %}{{ ui.shown(s.n) }}",
        "{% autoescape false %}{{ ui.shown(text) }}{% endautoescape %}{{ ui.shown(text) }}{{ ui.shown(text) ~ text }}",
        "{{ ui.shown(text) }}{% autoescape false %}{{ ui.shown(text) }}{% endautoescape %}{{ ui.shown(text) | upper }}",
        "{% call ui.framed(text) %}{{ text }}{% endcall %}{% call ui.framed(text) %}{{ markup }}{% endcall %}",
        "{{ ui.framed(text) }}",
        "{% call ui.shown(text) %}{% endcall %}",
        "{{ ui.any(1, 2) }}{{ ui.any(1, 2) }}{{ ui.any(1, a=2) }}{{ ui.any(*names) }}{{ ui.any(**{'one': text}) }}",
        "{{ ui.shown() }}",
        "{{ ui.shown(1, 2, 3, 4) }}",
        "{{ ui.shown(other) }}",
        "\n{{ ui.fails(bare) }}",
        "{{ ui.halts(bare) is defined }}{{ ui.halts(bare) is defined }}",
        "{{ ui.shown }}{{ ui.shown is callable }}{{ ui.shown is defined }}",
        "{{ kept(other) is defined }}",
        "{{ kept(other)(1) }}",
    ],
)
@pytest.mark.parametrize("how", ["import 'm.html' as ui", "import 'm.html' as ui with context"])
@pytest.mark.parametrize("name", ["a.html", "a.txt"])
def test_kept_macros(source: str, how: str, name: str) -> None:
    same({"m.html": KEPT, name: f"{{% {how} %}}\n{source}"})


@pytest.mark.parametrize("kind", [environment.QuickEnvironment, environment.ThemeEnvironment])
def test_a_kept_macro_runs_once_for_what_it_is_given(kind: type[environment.ThemeEnvironment]) -> None:
    ran: list[object] = []
    made = kind(
        Messages(),
        **options(
            {"a.html": "{% macro m(x) %}{{ run(x) }}{% endmacro %}{% set m = kept(m) %}{{ m(a) }}{{ m(b) }}{{ m(a) }}"}
        ),
    )

    def run(one: object) -> object:
        ran.append(one)
        return one

    assert made.get_template("a.html").render(a="a", b="b", run=run) == "aba"
    assert ran == ["a", "b"]


@pytest.mark.parametrize("known", ["escaped", "kept"])
def test_not_all_that_was_ever_made_is_kept(known: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "_MOST_TEXTS", 2)
    source = "{% macro m(x) %}<{{ x }}>{% endmacro %}{% set m = kept(m) %}"
    shown = "{{ x }}" if known == "escaped" else "{{ m(x) }}"
    same({"a.html": f"{source}{{% for x in ['a', '&', 'c', 'a', '&'] %}}{shown}{{% endfor %}}"})


@pytest.mark.parametrize(
    "source",
    [
        "{% from 'm.html' import link, given as put %}{{ link(thing, '') }}{{ put(text) }}",
        "{% from 'm.html' import nothing %}{{ nothing(1) }}",
        "{% from 'm.html' import reach with context %}{{ reach() }}",
        "{% import 'm.txt' as ui %}{{ ui.given(text) }}",
        "{% import 'no.html' as ui %}",
        "{% include 'part.html' %}",
        "{% include 'part.html' without context %}",
        "{% include ['no.html', 'part.html'] %}{% include 'no.html' ignore missing %}",
        "{% include 'no.html' %}",
        "{% extends 'base.html' %}{% block main %}{{ super() }}{{ text }}{{ ui.given(text) }}{% endblock %}",
        "{% extends 'base.html' %}{% block main %}{{ self.title() }}{{ self.other() }}{% endblock %}",
        "{% extends 'base.html' %}{% block main %}\n\n{{ thing.missing }}{% endblock %}",
        "{% extends 'base.html' %}{% set text = 'set & <' %}{% block main %}{{ text }}{% endblock %}",
        "{% extends 'no.html' %}",
        "{% extends 'base.html' %}{% block main %}{% for n in text %}{{ loop.first }}{{ n }}{% endfor %}{% endblock %}",
        "{{ text }}\n{% if",
        "{{ text | nofilter }}",
        "\n{{ other.label }}",
        "\n{{ other }}",
        "\n\n{{ thing.missing }}",
        "\n{{ words.missing.more }}",
        "\n{{ words['missing'] }}",
        "\n{{ bare['missing'] }}",
        "\n{{ none.label }}",
        "\n{{ text + number }}",
        "\n{{ text() }}",
        "\n{{ none() }}",
        "\n{{ thing.missing() }}",
        "\n{{ thing.none.none }}",
        "\n{% for x in number %}{% endfor %}",
    ],
)
def test_templates_of_several_files_and_their_errors(source: str) -> None:
    templates = {
        "m.html": MACROS,
        "m.txt": MACROS,
        "part.html": "{{ text | default('no & text') }}\n{{ thing.label | default }}",
        "base.html": "{% import 'm.html' as ui %}<title>{% block title %}{{ text }}{% endblock %}</title>"
        "{% block main %}{{ _('a & b') }}{% endblock %}{{ text }}{% for n in names %}{% block each scoped %}{{ n }}"
        "{% endblock %}{% endfor %}",
        "a.html": source,
    }
    same(templates)


def test_globals_and_modules() -> None:
    templates = {"m.html": MACROS, "a.html": "{% import 'm.html' as ui %}{{ ui.link(thing, root) }}{{ root }}"}
    made = environment.QuickEnvironment(Messages(), **options(templates))
    slow = plain(Messages(), **options(templates))
    for one in (slow, made):
        one.globals["root"] = "<root>"
    assert outcome(made, "a.html", DATA) == outcome(slow, "a.html", DATA)


# What is special in HTML, in formats and in templates, and letters of more than a byte.
STRINGS = st.text(st.sampled_from("&<>'\"%s(a)ạ đ{}\0\n;#") | st.characters(codec="utf-8"), max_size=12)
VALUES = st.recursive(
    st.one_of(
        STRINGS,
        STRINGS.map(Markup),
        STRINGS.map(Shouted),
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.builds(Thing, STRINGS, STRINGS),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(STRINGS, inner, max_size=2),
    max_leaves=4,
)
GIVEN = """\
{% import "m.html" as ui %}
{{ one }}{{ _("a & b") }}{{ two }}{{ ui.given(one) }}{{ ui.given(one, two) }}{{ ui.any(one, two, three=one) }}
{% call ui.fact(one, two) %}{{ two }}{{ one }}{% endcall %}
{{ [one, two] | join(one) }}{{ one ~ two }}{{ _("every %(period)s", period=one) }}{{ thing.label }}
{% autoescape two == none %}{{ one }}{{ ui.given(one, two) }}{% endautoescape %}
{{ ui.link(thing, one, two) }}{{ one.label | default(two) }}{{ thing[one] | default(two) if one is string }}
"""


TWICE = """\
{% import "m.html" as ui %}
{% for _ in "ab" %}{{ ui.shown(one) }}{{ ui.shown(two) }}{{ ui.shown(one, two) }}{{ ui.shown(two, one) }}{% endfor %}
"""
untimed = settings(deadline=None)
# Not 0.0 and -0.0, which are equal: whole numbers only.
PLAIN = st.one_of(STRINGS, STRINGS.map(Markup), STRINGS.map(Shouted), st.none(), st.booleans(), st.integers(-2, 2))


@untimed
@given(PLAIN, PLAIN)
def test_any_value_given_to_a_kept_macro(one: object, two: object) -> None:
    same({"m.html": KEPT, "a.html": TWICE}, {"one": one, "two": two})


@untimed
@given(VALUES, VALUES, st.builds(Thing, STRINGS, STRINGS))
def test_any_value(one: object, two: object, thing: Thing) -> None:
    same({"m.html": MACROS, "a.html": GIVEN}, {"one": one, "two": two, "thing": thing, "text": "", "markup": ""})


@pytest.mark.parametrize("case", ["sample", "english"])
def test_the_theme_of_the_house_over_whole_bulletins(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def site(name: str, *, sandboxed: bool = False) -> dict[str, bytes]:
        renderer._renderer.cache_clear()
        build_site(root_of(case), tmp_path / name, sandboxed=sandboxed)
        return files_of(tmp_path / name)

    quick = site("quick")
    assert site("quick-sandboxed", sandboxed=True) == quick
    with monkeypatch.context() as patch:
        patch.setattr(environment, "PROVEN", ())
        assert site("stock") == quick
        assert site("stock-sandboxed", sandboxed=True) == quick
    monkeypatch.setattr(renderer, "environment_class", lambda *, sandboxed: plain)
    assert site("plain") == quick
    renderer._renderer.cache_clear()


@pytest.mark.parametrize("sandboxed", [False, True])
def test_the_compiler_is_used_only_with_what_it_was_proven_with(
    sandboxed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "version", lambda package: environment.PROVEN[-1])
    assert issubclass(environment.environment_class(sandboxed=sandboxed), environment.QuickEnvironment)
    monkeypatch.setattr(environment, "version", lambda package: f"{environment.PROVEN[-1]}.post1")
    other = environment.environment_class(sandboxed=sandboxed)
    assert not issubclass(other, environment.QuickEnvironment)
    assert other.code_generator_class is jinja2.Environment.code_generator_class
    assert issubclass(other, ImmutableSandboxedEnvironment) == sandboxed


def test_the_jinja_that_the_tests_run_with_is_proven() -> None:
    """When the version in ``constraints.txt`` is raised, add it to ``PROVEN`` once this module passes with it."""
    pinned = re.findall(r"^Jinja2==(.+)$", (REPOSITORY / "constraints.txt").read_text(), re.MULTILINE)
    assert pinned == [environment.PROVEN[-1]]
