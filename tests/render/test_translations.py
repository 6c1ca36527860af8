"""Catalogues: whole for the theme that comes with the program, whose templates are English; layered for all others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

from bantin.domain.problems import LANGUAGES, Language
from bantin.render.theme_loading import load_theme
from bantin.render.translations import load_translations
from bantin.runtime.bundled import bundled_themes
from tests.bulletins import write
from tests.render.themes import CHILD, theme_of

THEME = bundled_themes() / "default"
# As the renderer reads templates; `silent` would pass over those that it cannot read.
OPTIONS = {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true", "silent": "false"}

Id = str | tuple[str, ...]


def asked() -> set[Id]:
    """Every message that a template of the default theme asks for."""
    found: set[Id] = set()
    for template in sorted((THEME / "templates").iterdir()):
        with template.open("rb") as file:
            for _line, _function, message, _comments in babel_extract(file, list(DEFAULT_KEYWORDS), [], OPTIONS):
                texts = (message,) if isinstance(message, str) else tuple(filter(None, message or ()))
                found.add(texts if len(texts) > 1 else texts[0])
    return found


def catalogue() -> Catalog:
    with (THEME / "locale/vi/LC_MESSAGES/messages.po").open("rb") as file:
        return read_po(file, locale="vi", abort_invalid=True)


def messages() -> Iterator[Message]:
    return (message for message in catalogue() if message.id)


def ids() -> set[Id]:
    return {message.id if isinstance(message.id, str) else tuple(message.id) for message in messages()}


def test_the_templates_ask_for_messages() -> None:
    assert {"Skip to content", ("%(num)s article", "%(num)s articles")} <= asked()


def test_no_message_is_missing_from_the_catalogue() -> None:
    assert asked() - ids() == set()


def test_no_message_is_twice_in_the_catalogue() -> None:
    # Readers of catalogues take one of the translations in silence.
    lines = (THEME / "locale/vi/LC_MESSAGES/messages.po").read_text().splitlines()
    assert sum(line.startswith("msgid ") for line in lines) == 1 + len(list(messages()))


def test_no_message_is_left_over_in_the_catalogue() -> None:
    assert ids() - asked() == set()
    assert list(catalogue().obsolete) == []


def test_every_message_is_translated_for_certain() -> None:
    assert not catalogue().fuzzy
    unsure = [message.id for message in messages() if message.fuzzy]
    strings = {message.id: message.string for message in messages()}
    empty = [key for key, text in strings.items() if not (all(text) if isinstance(text, tuple | list) else text)]
    assert (unsure, empty) == ([], [])


def test_every_plural_has_the_one_form_of_vietnamese() -> None:
    assert catalogue().num_plurals == 1
    plurals = [message for message in messages() if message.pluralizable]
    assert plurals
    assert [message.id for message in plurals if len(message.string or ()) != 1] == []


def test_every_translation_has_the_placeholders_of_its_message() -> None:
    assert [error for _message, errors in catalogue().check() for error in errors] == []


def test_english_is_what_the_templates_say(tmp_path: Path) -> None:
    theme = load_theme(tmp_path, "default", "content/site.yml").value
    assert theme
    assert theme.within("locale")
    made = load_translations(theme, "en", tmp_path).value
    assert made
    assert {made.gettext(one) for one in asked() if isinstance(one, str)} == {
        one for one in asked() if isinstance(one, str)
    }


def translations(root: Path, language: Language, **catalogues: str) -> object:
    """The translation of ``Home`` if each theme has a catalogue of its own."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8"\n\n'
    for theme, text in catalogues.items():
        write(root, {f"themes/{theme}/locale/{language}/LC_MESSAGES/messages.po": head + text})
    checked = load_translations(theme_of(root), language, root)
    assert checked.value is not None
    return checked.value.gettext


@pytest.mark.parametrize(
    ("catalogues", "home", "pages"),
    [
        ({}, "Trang chủ", "Các trang"),
        ({"mine": 'msgid "Home"\nmsgstr "Nhà"\n'}, "Nhà", "Các trang"),
        ({"default": 'msgid "Home"\nmsgstr "Về nhà"\n'}, "Về nhà", "Các trang"),
        ({"mine": 'msgid "Home"\nmsgstr ""\n'}, "Trang chủ", "Các trang"),
        (
            {"mine": 'msgid "Pages"\nmsgstr "Tờ"\n', "default": 'msgid "Home"\nmsgstr "Về nhà"\n'},
            "Về nhà",
            "Tờ",
        ),
    ],
    ids=["bundled", "own", "overridden", "empty", "both"],
)
def test_the_nearest_catalogue_that_has_a_message_gives_it(
    tmp_path: Path, catalogues: dict[str, str], home: str, pages: str
) -> None:
    write(tmp_path, CHILD)
    gettext = translations(tmp_path, "vi", **catalogues)
    assert callable(gettext)
    assert (gettext("Home"), gettext("Pages")) == (home, pages)


def test_a_message_that_no_catalogue_has_is_shown_as_the_template_has_it(tmp_path: Path) -> None:
    write(tmp_path, CHILD)
    gettext = translations(tmp_path, "vi", mine='msgid "Own"\nmsgstr "Riêng"\n')
    assert callable(gettext)
    assert (gettext("Own"), gettext("Nobody's")) == ("Riêng", "Nobody's")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [0, 1, 2, 5, 21])
def test_numbers_take_the_form_of_their_language(tmp_path: Path, language: Language, number: int) -> None:
    theme = load_theme(tmp_path, "default", "content/site.yml").value
    assert theme
    made = load_translations(theme, language, tmp_path).value
    assert made
    form = made.ngettext("%(num)s article", "%(num)s articles", number)
    english = "%(num)s article" if number == 1 else "%(num)s articles"
    assert form == ("%(num)s bài viết" if language == "vi" else english)


@pytest.mark.parametrize("number", [0, 1, 2, 21])
def test_the_plurals_of_a_catalogue_that_names_no_language_are_those_of_its_folder(tmp_path: Path, number: int) -> None:
    """Else they are taken for English, which has two forms, and Vietnamese has but one."""
    text = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "%(num)s article"\nmsgid_plural "%(num)s articles"\nmsgstr[0] "%(num)s bài"\n'
    )
    root = write(tmp_path, CHILD, {"themes/mine/locale/vi/LC_MESSAGES/messages.po": text})
    made = load_translations(theme_of(root), "vi", root).value
    assert made
    assert made.ngettext("%(num)s article", "%(num)s articles", number) == "%(num)s bài"


@pytest.mark.parametrize(
    "data",
    [
        b'msgstr "b"\nnonsense\n',
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=nonsense"\n',
        b"\xff\xfe",
    ],
    ids=["syntax", "encoding", "bytes"],
)
def test_a_catalogue_that_cannot_be_read_is_a_problem(tmp_path: Path, data: bytes) -> None:
    path = "themes/mine/locale/vi/LC_MESSAGES/messages.po"
    checked = load_translations(theme_of(write(tmp_path, CHILD, {path: data})), "vi", tmp_path)
    assert checked.value is None
    assert [(problem.code, problem.location.path) for problem in checked.problems] == [("bad-catalogue", path)]
