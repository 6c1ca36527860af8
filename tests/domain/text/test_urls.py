"""Schemes: seen as a browser sees them, however they are disguised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.urls import SCHEMES, completed_address, full, is_address, is_local_file, scheme_of
from tests.domain.text.strategies import bounded, phrases

ignored = st.text(st.sampled_from("\t\n\r\x00\x01\x1f "), max_size=3)


@pytest.mark.parametrize(
    ("url", "scheme"),
    [
        ("https://bocongan.gov.vn/", "https"),
        ("HTTP://BOCONGAN.GOV.VN/", "http"),
        ("mailto:bantin@example.vn", "mailto"),
        ("tel:+842438222222", "tel"),
        ("//bocongan.gov.vn/", "https"),
        ("javascript:alert(1)", "javascript"),
        ("JavaScript:alert(1)", "javascript"),
        (" javascript:alert(1)", "javascript"),
        ("java\tscript:alert(1)", "javascript"),
        ("java\nscript:alert(1)", "javascript"),
        ("\x01javascript:alert(1)", "javascript"),
        ("javascript\n:alert(1)", "javascript"),
        ("javascript&colon;alert(1)", "javascript"),
        ("javascript&#58;alert(1)", "javascript"),
        ("&#106;avascript&#x3a;alert(1)", "javascript"),
        ("java&Tab;script:alert(1)", "javascript"),
        ("data:text/html,x", "data"),
        ("vbscript:x", "vbscript"),
        ("file:///etc/passwd", "file"),
        ("view-source:x", "view-source"),
        ("git+ssh://x", "git+ssh"),
    ],
)
def test_the_scheme_is_the_one_that_a_browser_sees(url: str, scheme: str) -> None:
    assert scheme_of(url) == scheme


@pytest.mark.parametrize(
    "url",
    [
        "",
        "#muc-1",
        "?trang=2",
        "bai.md",
        "../2021/bai.md#muc",
        "/co-quan/bo-cong-an/",
        "anh/lễ ký.jpg",
        "./javascript:alert(1)",
        "#javascript:alert(1)",
        "?x=javascript:alert(1)",
        "/tìm-kiếm/?q=https://x",
        "1a:b",
        ":x",
        "Điều: 1",
    ],
)
def test_an_address_inside_the_site_has_no_scheme(url: str) -> None:
    assert scheme_of(url) == ""


@bounded
@given(st.sampled_from(["javascript", "data", "https", "tel"]), st.data())
def test_what_browsers_ignore_hides_no_scheme(scheme: str, data: st.DataObject) -> None:
    disguised = "".join(data.draw(ignored) + letter for letter in scheme) + data.draw(ignored) + ":x"
    assert scheme_of(disguised) == scheme


@bounded
@given(st.sampled_from(["javascript", "data", "https", "tel"]), st.data())
def test_character_references_hide_no_scheme(scheme: str, data: st.DataObject) -> None:
    written = st.sampled_from([chr, "&#{};".format, "&#x{:x};".format])
    disguised = "".join(data.draw(written)(ord(letter)) for letter in f"{scheme}:")
    assert scheme_of(disguised + "x") == scheme


@bounded
@given(phrases)
def test_a_path_has_no_scheme_whatever_it_is_called(phrase: str) -> None:
    assert scheme_of(f"./{phrase}: {phrase}.md") == ""


def test_pages_may_link_to_the_web_to_mail_and_to_telephones_only() -> None:
    assert {"http", "https", "mailto", "tel"} == SCHEMES


@pytest.mark.parametrize("url", [" //x", "/\t/x", "/\\x", "&sol;/x", "\\\\x"])
def test_another_host_in_disguise_is_seen(url: str) -> None:
    assert scheme_of(url) == "https"


@pytest.mark.parametrize(
    ("root", "address", "whole"),
    [
        ("https://x.example/", "a/b/", "https://x.example/a/b/"),
        ("https://x.example/so/en/", "../media/a.png", "https://x.example/so/media/a.png"),
        ("https://x.example/en/", "", "https://x.example/en/"),
        ("../../", "../media/a.png", "../../../media/a.png"),
        ("./", "a/", "./a/"),
    ],
)
def test_a_full_address_goes_up_by_itself_and_a_relative_one_as_it_says(root: str, address: str, whole: str) -> None:
    assert full(root, address) == whole


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("www.x.vn", "https://www.x.vn"),
        ("bocongan.gov.vn/tin?a=b", "https://bocongan.gov.vn/tin?a=b"),
        ("a.b@x.gov.vn", "mailto:a.b@x.gov.vn"),
        ("024 3936 1234", "tel:+842439361234"),
        ("(024) 3936.1234", "tel:+842439361234"),
        ("+84 912-345-678", "tel:+84912345678"),
        ("1800 1234", "tel:18001234"),
        ("https:/x.vn/a", "https://x.vn/a"),
        ("https//x.vn", "https://x.vn"),
        ("http;//x.vn", "http://x.vn"),
        ("https:\\\\x.vn", "https://x.vn"),
        ("https://x.vn", ""),
        ("bai.md", ""),
        ("a/b.vn.md", ""),
        ("2020", ""),
        ("01/2020", ""),
        ("a@b", ""),
        ("Cổng thông tin", ""),
        ("", ""),
    ],
)
def test_short_words_for_an_address_are_understood(words: str, address: str) -> None:
    assert completed_address(words) == address


@pytest.mark.parametrize("words", ["https://x.vn", "mailto:a@b.vn", "/a/", "../a.md", "a.pdf", "www.x.vn", "a.md#b"])
def test_what_can_only_be_an_address_is_one(words: str) -> None:
    assert is_address(words)


@pytest.mark.parametrize("words", ["khoản 2", "2", "b", "sic", "...", "điểm a", "A.", "1.2", "/"])
def test_what_may_be_words_is_none(words: str) -> None:
    assert not is_address(words)


@pytest.mark.parametrize(
    ("address", "is_local"),
    [("file:///C:/a", True), ("C:\\a", True), ("d:/a", True), ("\\\\may\\a", True), ("a.md", False), ("tel:1", False)],
)
def test_files_on_a_computer_are_recognised(address: str, *, is_local: bool) -> None:
    assert is_local_file(address) is is_local
