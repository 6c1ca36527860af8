"""``comments`` in ``site.yml``: one engine, found somewhere."""

import pytest

from bantin.content.schema.site import SiteFields
from tests.bulletins import SITE
from tests.content.readings import told
from tests.content.schema.forms import fields_of, form

GISCUS = {"repository": "a/b", "repository_id": "R_x", "category": "Ý kiến", "category_id": "DIC_x"}


def giscus(**changes: str) -> str:
    pairs = ", ".join(f"{key}: '{value}'" for key, value in {**GISCUS, **changes}.items())
    return f"{{giscus: {{{pairs}}}}}"


def test_there_are_no_comments_unless_it_is_said_where() -> None:
    assert fields_of(SiteFields, SITE).comments is None


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("/_binh-luan", "/_binh-luan"),
        ("/bt/_c/", "/bt/_c"),
        ("https://c.example", "https://c.example"),
        ("https://c.example/isso/", "https://c.example/isso"),
    ],
)
def test_isso_is_found_beside_the_site_or_elsewhere(text: str, base: str) -> None:
    found = fields_of(SiteFields, f"{SITE}comments: {{isso: '{text}'}}\n").comments
    assert found
    assert found.isso == base


def test_giscus_is_found_by_what_it_says_itself() -> None:
    found = fields_of(SiteFields, f"{SITE}comments: {giscus()}\n").comments
    assert found
    assert found.giscus
    assert found.giscus.model_dump() == GISCUS


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("{isso: /binh-luan}", "5:18+10", "bad-service"),
        ("{isso: 'http://c.example'}", "5:18+18", "bad-service"),
        ("{isso: 'https://c.example/?a'}", "5:18+22", "bad-service"),
        ("{isso: javascript}", "5:18+10", "bad-service"),
        ("{}", "5:1+8", "one-engine"),
        ("{isso: /_c, " + giscus()[1:], "5:1+8", "one-engine"),
        (giscus(repository="b"), "5:33+3", "bad-giscus"),
        (giscus(repository_id="a b"), "5:55+5", "bad-giscus"),
        (giscus(category_id='"x'), "5:95+4", "bad-giscus"),
        ("yes", "5:11+3", "expected-mapping"),
    ],
)
def test_comments_that_lead_nowhere_are_refused(text: str, place: str, code: str) -> None:
    assert told(form(SiteFields, f"{SITE}comments: {text}\n").problems) == [f"{place} {code}"]
