"""Feeds of changes as Atom: they keep to the schema, and say what the view does."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from bantin.render.atom import atom_text
from bantin.site.views import ChangeEntryView, ChangesFeedView
from tests.conftest import REPOSITORY

ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = etree.RelaxNG(etree.parse(REPOSITORY / "tests/schemas/atom.rng"))
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from("<>&'\" "), min_size=1)
AT = "2020-05-06T00:00:00+07:00"


def feed(text: str, **changes: object) -> ChangesFeedView:
    entry = ChangeEntryView("https://a.example/#x/signed/1", "https://a.example/x/", text, text, AT, text, "en")
    values: dict[str, object] = {
        "url": "x/atom.xml",
        "title": text,
        "language": "vi",
        "full": "https://a.example/x/atom.xml",
        "home": "https://a.example/x/",
        "publisher": text,
        "license": text,
        "hubs": ("https://hub.example/?a=1&b=2",),
        "updated": AT,
        "entries": (entry, ChangeEntryView("https://a.example/#y", "https://a.example/y/", "T", "", AT, "C")),
    }
    return ChangesFeedView(**{**values, **changes})  # type: ignore[arg-type]


@given(WORDS.filter(lambda text: bool(text.strip())))
def test_a_feed_keeps_to_its_schema_and_says_what_it_is_given(text: str) -> None:
    root = etree.fromstring(atom_text(feed(text)).encode())
    assert SCHEMA.validate(root), SCHEMA.error_log
    first, second = root.findall(f"{ATOM}entry")
    assert [first.findtext(f"{ATOM}{name}") for name in ("title", "summary", "updated")] == [text, text, AT]
    assert first.find(f"{ATOM}category").get("term") == text
    assert (root.findtext(f"{ATOM}title"), root.findtext(f"{ATOM}author/{ATOM}name")) == (text, text)
    assert root.find(f"{ATOM}link[@rel='hub']").get("href") == "https://hub.example/?a=1&b=2"
    assert first.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert second.find(f"{ATOM}summary") is None


def test_what_is_not_known_is_left_out() -> None:
    root = etree.fromstring(atom_text(feed("x", license="", hubs=())).encode())
    assert SCHEMA.validate(root), SCHEMA.error_log
    assert root.find(f"{ATOM}rights") is None
    assert root.find(f"{ATOM}link[@rel='hub']") is None
