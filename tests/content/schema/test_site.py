"""``site.yml`` and ``vocabulary.yml``, as they are written."""

from datetime import date

import pytest

from bantin.content.schema.site import SiteFields, VocabularyFields
from bantin.domain.model import Label
from tests.bulletins import SITE
from tests.content.readings import told
from tests.content.schema.forms import fields_of, form


def test_what_is_not_written_has_a_sensible_value() -> None:
    found = fields_of(SiteFields, SITE)
    assert (found.theme, found.page_size, found.feed_size) == ("default", 50, 20)
    assert (found.description, found.publisher, found.license) == (Label(), Label(), Label())
    assert (found.sections, found.menu, found.links) == ({}, (), ())


def test_an_entry_of_a_menu_may_be_its_address_alone() -> None:
    found = fields_of(SiteFields, SITE + "menu: [pages/a.md, {to: /b/, label: {vi: Bê, en: B}}]\n").menu
    assert [(item.to, item.label) for item in found] == [("pages/a.md", None), ("/b/", Label("Bê", "B"))]


@pytest.mark.parametrize("size", ["1", "500"])
def test_a_page_has_from_one_to_five_hundred_entries(size: str) -> None:
    assert fields_of(SiteFields, f"{SITE}page_size: {size}\n").page_size == int(size)


@pytest.mark.parametrize("size", ["0", "501", "hai mươi", "2.5"])
def test_other_sizes_are_refused(size: str) -> None:
    assert told(form(SiteFields, f"{SITE}feed_size: {size}\n").problems) == [f"5:12+{len(size)} bad-number"]


@pytest.mark.parametrize("path", ["{commit}/{path}", "tree/{commit}", "?h={commit}#{path}"])
def test_a_repository_tells_where_a_file_of_a_commit_is(path: str) -> None:
    address = f"https://git.example/bulletin/{path}"
    assert fields_of(SiteFields, f"{SITE}repository: '{address}'\n").repository == address


@pytest.mark.parametrize(
    "text",
    [
        "https://git.example/{path}",
        "https://git.example/{commit}/{x}",
        "git.example/{commit}",
        "https://{commit",
        "{commit}",
    ],
)
def test_another_address_is_no_repository(text: str) -> None:
    assert told(form(SiteFields, f"{SITE}repository: '{text}'\n").problems) == [f"5:13+{len(text) + 2} bad-repository"]


@pytest.mark.parametrize("path", ["{number}", "{slug}", "?so={number}&x={slug}"])
def test_a_database_tells_where_a_legal_document_is(path: str) -> None:
    address = f"https://laws.example/{path}"
    assert fields_of(SiteFields, f"{SITE}legal_documents: '{address}'\n").legal_documents == address


@pytest.mark.parametrize(
    "text",
    [
        "https://laws.example/",
        "http://laws.example/{slug}",
        "https://laws.example/{number}/{year}",
        "laws/{slug}",
        "{slug}",
    ],
)
def test_another_address_is_no_database(text: str) -> None:
    problems = form(SiteFields, f"{SITE}legal_documents: '{text}'\n").problems
    assert told(problems) == [f"5:18+{len(text) + 2} bad-legal-documents"]


def test_visitors_are_not_counted_unless_it_is_said_how() -> None:
    found = fields_of(SiteFields, SITE).counter
    assert (found.mode, found.base, found.start_total, found.start_date) == ("off", "/_c", 0, None)
    assert fields_of(SiteFields, f"{SITE}counter: live\n").counter.mode == "live"
    settings = "{mode: logs, base: /bt/_c, start_total: 264994, start_date: 2021-11-24, week_start: sunday}"
    found = fields_of(SiteFields, f"{SITE}counter: {settings}\n").counter
    assert (found.mode, found.base, found.start_total) == ("logs", "/bt/_c", 264_994)
    assert (found.start_date, found.week_start) == (date(2021, 11, 24), "sunday")


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("on", "5:10+2", "bad-choice"),
        ("{mode: dead}", "5:17+4", "bad-choice"),
        ("{base: /c}", "5:17+2", "bad-counter-base"),
        ("{base: _c}", "5:17+2", "bad-counter-base"),
        ("{base: 'https://x.example/_c'}", "5:17+22", "bad-counter-base"),
        ("{base: /_c/}", "5:17+4", "bad-counter-base"),
        ("{start_total: -1}", "5:24+2", "bad-number"),
        ("{start_date: 2021-11}", "5:23+7", "bad-day"),
        ("{start_date: 2021-02-30}", "5:23+10", "bad-day"),
        ("{week_start: mon}", "5:23+3", "bad-choice"),
        ("{redis: 'redis://x'}", "5:11+5", "unknown-key"),
    ],
)
def test_a_counter_that_makes_no_sense_is_refused(text: str, place: str, code: str) -> None:
    assert told(form(SiteFields, f"{SITE}counter: {text}\n").problems) == [f"{place} {code}"]


def test_words_keep_their_order() -> None:
    found = fields_of(VocabularyFields, "fields: {z: Z, a: A}\ntypes: {m: M, b: B, n: N}\n")
    assert (list(found.types), list(found.fields)) == (["m", "b", "n"], ["z", "a"])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("types: {a: A}\n", "1:1+1 missing-key"),
        ("types:\nfields: {a: A}\n", "1:1+5 missing-key"),
        ("types: {a: A}\nfields: x\n", "2:9+1 expected-mapping"),
        ("types: {a: {}}\nfields: {a: A}\n", "1:9+1 expected-text"),
        ("types: {a: A}\nfields: {Y tế: {en: A}}\n", "2:10+4 bad-slug"),
    ],
)
def test_a_vocabulary_has_types_and_fields_with_labels(text: str, problem: str) -> None:
    assert told(form(VocabularyFields, text).problems) == [problem]
