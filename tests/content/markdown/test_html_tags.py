"""Which words in angle brackets are HTML."""

import pytest

from bantin.content.markdown.html_tags import keep_words, name_of, paired


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("<b>", "b"), ("</B>", "b"), ("<br/>", "br"), ("<h2 id=a>", "h2"), ("<details open>", "details"),
        ("<o:p>", "o:p"),
        ("<a href='b'>", "a"), ("<a b>", ""), ("<p q r>", ""), ("<BỘ CÔNG AN>", ""), ("<NĐ-CP:30/2020>", ""),
        ("<ND-CP:30/2020>", ""), ("<x-y>", ""), ("<tên>", ""), ("<svg>", "svg"), ("<script>", "script"), ("<bo>", ""),
    ],
)  # fmt: skip
def test_only_names_of_elements_are_tags(raw: str, name: str) -> None:
    assert name_of(raw) == name


def test_words_are_kept_as_text() -> None:
    html = '<p>a <BỘ CÔNG AN> <b title="<x>">c</b></tên> <1> < d</p>'
    assert keep_words(html) == '<p>a &lt;BỘ CÔNG AN> <b title="&lt;x>">c</b>&lt;/tên> <1> < d</p>'


def test_tags_are_paired() -> None:
    tags = ["<b>", "<i>", "</b>", "</i>", "<u>", "</s>", "<B>", "</b>"]
    assert sorted(paired(list(enumerate(tags)))) == [0, 1, 2, 3, 6, 7]
