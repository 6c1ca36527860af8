"""``site.yml`` and ``vocabulary.yml``, as they are written."""

import pytest

from generator.content.schema.site import SiteFields, VocabularyFields
from generator.model import Label
from tests.bulletins import SITE
from tests.content.readings import told
from tests.content.schema.forms import fields_of, form


def test_what_is_not_written_has_a_sensible_value() -> None:
    found = fields_of(SiteFields, SITE)
    assert (found.theme, found.page_size, found.feed_size) == ("default", 20, 20)
    assert (found.description, found.publisher, found.license) == ("", "", "")
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


def test_words_keep_their_order() -> None:
    found = fields_of(VocabularyFields, "fields: {z: Z, a: A}\ntypes: {m: M, b: B, n: N}\n")
    assert (list(found.types), list(found.fields)) == (["m", "b", "n"], ["z", "a"])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("types: {a: A}\n", "1:1+1 missing-key"),
        ("types:\nfields: {a: A}\n", "1:1+1 missing-key"),
        ("types: {a: A}\nfields: x\n", "2:9+1 expected-mapping"),
        ("types: {a: {}}\nfields: {a: A}\n", "1:9+1 expected-text"),
        ("types: {a: A}\nfields: {Y tế: {en: A}}\n", "2:10+4 bad-slug"),
    ],
)
def test_a_vocabulary_has_types_and_fields_with_labels(text: str, problem: str) -> None:
    assert told(form(VocabularyFields, text).problems) == [problem]
