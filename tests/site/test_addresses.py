"""Addresses: one for each thing, lower-case ASCII, inside the site, and with a way back to its root."""

import posixpath
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple, replace

from bantin.content.checks.attachments import DOCUMENTS
from bantin.domain.problems import Language
from bantin.domain.text.slugs import is_slug
from bantin.index import Period
from bantin.site import addresses
from bantin.site.addresses import WORDS, AddressWords
from tests.index.contents import SITE, agency, article, bulletin, page

VI, EN = WORDS["vi"], WORDS["en"]
ADDRESS = re.compile(r"(?:[a-z0-9]+(?:[.-][a-z0-9]+)*/?)*")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (addresses.article(VI, article("ky-ket", 2012)), "bai-viet/2012/ky-ket/"),
        (addresses.article(EN, article("signed", 2012)), "articles/2012/signed/"),
        (addresses.article(VI, article("ky-ket", None)), "bai-viet/khong-ro-ngay/ky-ket/"),
        (addresses.article(EN, article("signed", None)), "articles/undated/signed/"),
        (addresses.static_page(page("gioi-thieu")), "gioi-thieu/"),
        (addresses.agency(VI, "bo-cong-an"), "co-quan/bo-cong-an/"),
        (addresses.agency(EN, "ministry"), "agencies/ministry/"),
        (addresses.period(VI, Period(2012)), "luu-tru/2012/"),
        (addresses.period(VI, Period(2012, 11)), "luu-tru/2012/11/"),
        (addresses.period(EN, Period(2012, 1, 2)), "archive/2012/01/02/"),
        (addresses.listing_page(VI, "co-quan/a/", 1), "co-quan/a/"),
        (addresses.listing_page(VI, "co-quan/a/", 2), "co-quan/a/trang/2/"),
        (addresses.listing_page(EN, "agencies/a/", 12), "agencies/a/page/12/"),
    ],
)
def test_each_thing_has_its_address(address: str, expected: str) -> None:
    assert address == expected


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("content/articles/2021/bai/Ảnh 1.JPG", "bai-viet/2021/bai/anh-1.jpg"),
        ("content/articles/undated/bai/anh.png", "bai-viet/khong-ro-ngay/bai/anh.png"),
        ("content/articles/2021/anh.png", "bai-viet/2021/anh.png"),
        ("content/documents/2020/Quy chế (bản ký).pdf", "tai-lieu/2020/quy-che-ban-ky.pdf"),
        ("content/documents/quy-che.v2.pdf", "tai-lieu/quy-che-v2.pdf"),
        ("content/media/Đồng Nai/anh.webp", "media/dong-nai/anh.webp"),
        ("content/pages/anh.png", "media/anh.png"),
        ("content/documents/協定.pdf", "tai-lieu/tep.pdf"),
        ("content/documents/協定/a.pdf", "tai-lieu/a.pdf"),
    ],
)
def test_a_photo_or_document_has_the_address_of_its_path(path: str, address: str) -> None:
    assert addresses.attachment(SITE, path) == address


def test_the_folders_of_photos_and_documents_are_named_in_the_language_of_the_site() -> None:
    assert (
        addresses.attachment(replace(SITE, language="en"), "content/articles/undated/a/b.png")
        == "articles/undated/a/b.png"
    )
    assert addresses.attachment(replace(SITE, language="en"), "content/documents/a.pdf") == "documents/a.pdf"


NAMES = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1).filter(
    lambda name: not name.startswith(".")
)


@given(
    st.sampled_from(["articles", "documents", "media", "pages"]),
    st.lists(NAMES, max_size=3),
    NAMES,
    st.sampled_from(sorted(DOCUMENTS)),
    st.booleans(),
)
def test_every_address_of_a_file_is_lower_case_ascii_inside_the_site(
    top: str, folders: list[str], stem: str, suffix: str, upper: bool
) -> None:
    name = stem + (suffix.upper() if upper else suffix)
    address = addresses.attachment(SITE, "/".join(["content", top, *folders, name]))
    assert ADDRESS.fullmatch(address)
    assert address.endswith(suffix)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("", "index.html"),
        ("co-quan/", "co-quan/index.html"),
        ("co-quan/a/trang/2/", "co-quan/a/trang/2/index.html"),
        ("atom.xml", "atom.xml"),
        ("tai-lieu/a.pdf", "tai-lieu/a.pdf"),
    ],
)
def test_an_address_is_served_from_a_file(address: str, path: str) -> None:
    assert addresses.output_path(address) == path


@pytest.mark.parametrize(
    ("address", "root"), [("", "./"), ("404.html", "./"), ("a/", "../"), ("a/b.html", "../"), ("a/b/", "../../")]
)
def test_every_page_knows_the_way_to_the_root(address: str, root: str) -> None:
    assert addresses.root_of(address) == root


@given(st.lists(st.sampled_from(["a", "b-c", "2012"]), max_size=6), st.sampled_from(["", "x.html"]))
def test_the_way_to_the_root_ends_at_the_root(parts: list[str], name: str) -> None:
    address = "".join(f"{part}/" for part in parts) + name
    folder = posixpath.dirname(addresses.output_path(address))
    assert posixpath.normpath(posixpath.join(folder, addresses.root_of(address))) == "."


@pytest.mark.parametrize(("words", "name"), [(VI, "lich.ics"), (EN, "calendar.ics")])
def test_a_feed_and_a_calendar_lie_beside_the_list_that_they_are_of(words: AddressWords, name: str) -> None:
    assert [addresses.feed(listing) for listing in ("", "co-quan/a/")] == ["atom.xml", "co-quan/a/atom.xml"]
    assert [addresses.calendar(words, listing) for listing in ("", "a/b/")] == [name, f"a/b/{name}"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_words_of_addresses_are_slugs_and_all_different(language: Language) -> None:
    words = astuple(WORDS[language])
    assert all(is_slug(word) for word in words)
    assert len(set(words)) == len(words)


def test_everything_with_a_source_file_is_found_by_it() -> None:
    site = replace(SITE, language="en")
    made = bulletin(article("bai"), page("about"), agency("a"), site=site)
    assert addresses.by_source(made, EN) == {
        "content/articles/2020/bai.md": "articles/2020/bai/",
        "content/pages/about.md": "about/",
        "content/agencies/a.yml": "agencies/a/",
    }
