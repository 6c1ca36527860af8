"""Agreements move out of articles: line by line, with everything that they say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.yaml.parser import parse_yaml, plain
from bantin.domain.problems import Checked
from bantin.migration import FileChange, InlineRecord, move_records
from tests.content.readings import article as read
from tests.content.readings import file_of, read_article

PATH = "content/articles/2020/bai.md"
HEAD = "title: Hai bên ký\npublished: 2020-05-06\nlead: Sa-pô.\nauthors: [Minh Hà]\n"
FACTS = """\
agreement:
  type: quy-che
  title: >-   # gập lại
    Quy chế phối hợp

    giữa 'hai' bên
  parties: [a,   b]
  signatories: unknown
  # ngày trên bản giấy
  signed_on: "2020-05-05"
  fields: [x]
  scope: central
  text_public: unknown
"""
MOVED = """\
---
type: quy-che
title: >-   # gập lại
  Quy chế phối hợp

  giữa 'hai' bên
parties: [a,   b]
signatories: unknown
# ngày trên bản giấy
signed_on: "2020-05-05"
fields: [x]
scope: central
text_public: unknown
"""
TODAY = date(2026, 1, 1)


def move(
    front_matter: str,
    *,
    path: str = PATH,
    files: frozenset[str] = frozenset(),
    address: str = "",
    encoded: bytes = b"",
    translations: dict[str, bytes] | None = None,
) -> Checked[tuple[FileChange, ...]]:
    data = encoded or file_of(front_matter).encode()
    found = read_article(data, path).value
    assert found is not None
    one = InlineRecord(found, data, translations or {}, address)
    return move_records([one], files | {path, *one.translations}, TODAY)


def texts(moved: Checked[tuple[FileChange, ...]]) -> dict[str, str]:
    assert moved.problems == ()
    return {one.path: one.after.decode() for one in moved.value or ()}


def codes(moved: Checked[tuple[FileChange, ...]]) -> list[tuple[str, int]]:
    assert moved.value is None
    return [(one.code, one.location.line) for one in moved.problems]


def test_lines_move_to_the_left_edge_and_are_not_written_again() -> None:
    found = texts(move(f"{HEAD}{FACTS}section: tin\n"))
    assert found == {
        "content/agreements/bai.md": f"{MOVED}---\n",
        PATH: file_of(f"{HEAD}about: [bai]\nsection: tin\n"),
    }
    assert [*found] == ["content/agreements/bai.md", PATH]


def test_comments_stay_with_what_they_are_about() -> None:
    facts = FACTS.replace("agreement:\n", "agreement:   # theo bản giấy\n")
    found = texts(move(f"{HEAD}{facts}  # của văn bản\n\n# của bài\nsection: tin\n"))
    facts = MOVED.replace("---\n", "---\n# theo bản giấy\n")
    assert found["content/agreements/bai.md"] == f"{facts}# của văn bản\n---\n"
    assert found[PATH] == file_of(f"{HEAD}about: [bai]\n\n# của bài\nsection: tin\n")


def test_an_own_id_stays_the_id() -> None:
    found = texts(move(HEAD + FACTS.replace("  type:", "  id: quy-che-2020\n  type:")))
    assert "\nid: quy-che-2020\n" in found["content/agreements/quy-che-2020.md"]
    assert "about: [quy-che-2020]\n" in found[PATH]


@pytest.mark.parametrize(
    ("folder", "written", "expected"),
    [
        ("bai.md", "[van-ban.pdf]", "[/articles/2020/van-ban.pdf]"),
        ("bai/index.md", "[van-ban.pdf]", "[/articles/2020/bai/van-ban.pdf]"),
        ("bai.md", "[./a.pdf, ../../documents/b.pdf]", "[/articles/2020/a.pdf, /documents/b.pdf]"),
        ("bai.md", "[/documents/b.pdf]", "[/documents/b.pdf]"),
        (
            "bai.md",
            "\n    - {file: 'hai bên.pdf', kind: signed}   # quét",
            "\n  - {file: '/articles/2020/hai bên.pdf', kind: signed}   # quét",
        ),
        ("bai.md", '\n    - file: "a.pdf"\n      kind: signed', "\n  - file: /articles/2020/a.pdf\n    kind: signed"),
    ],
)
def test_paths_of_documents_lead_to_the_same_files(folder: str, written: str, expected: str) -> None:
    path = f"content/articles/2020/{folder}"
    front_matter = f"{HEAD}{FACTS}  documents: {written}\n".replace("documents: \n", "documents:\n")
    found = texts(move(front_matter, path=path))
    assert f"documents: {expected}\n".replace("documents: \n", "documents:\n") in found["content/agreements/bai.md"]


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("about: khac\n", "about: [bai, khac]\n"),
        ("about: [khac, nua]   # cũ\n", "about: [bai, khac, nua]   # cũ\n"),
        ("about:\n  - khac\n  - nua\n", "about:\n  - bai\n  - khac\n  - nua\n"),
        ("about:\n- khac\n", "about:\n- bai\n- khac\n"),
        ("about: 01/QC-A, B\n", "about: [bai, '01/QC-A, B']\n"),
        ("about: []\n", "about: [bai]\n"),
        ("about:\n", "about: [bai]\n"),
        ("about: [khac, bai]\n", "about: [khac, bai]\n"),
    ],
)
def test_what_an_article_was_about_besides_stays(about: str, expected: str) -> None:
    assert texts(move(f"{HEAD}{about}{FACTS}"))[PATH] == file_of(f"{HEAD}{expected}")
    assert texts(move(f"{HEAD}{FACTS}{about}"))[PATH] == file_of(f"{HEAD}{expected}")


def test_what_an_article_says_for_its_record_too_is_said_by_both() -> None:
    shared = "lang: en\ndraft: true\npublic_numbers:\n  - 0912 345 678\n"
    found = texts(move(f"{HEAD}{shared}{FACTS}"))
    assert found["content/agreements/bai.md"] == f"{MOVED}{shared}---\n"
    assert found[PATH] == file_of(f"{HEAD}{shared}about: [bai]\n")


def test_the_data_stay_where_programs_know_them() -> None:
    found = texts(move(HEAD + FACTS, address="bai-viet/2020/bai/index.json"))
    assert found["content/agreements/bai.md"] == f"{MOVED}aliases: [bai-viet/2020/bai/index.json]\n---\n"


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    written = file_of(HEAD + FACTS).replace("\n", "\r\n").encode()
    moved = move("", encoded=b"\xef\xbb\xbf" + written)
    record, rest = (one.after for one in moved.value or ())
    assert record == f"{MOVED}---\n".replace("\n", "\r\n").encode()
    assert rest == b"\xef\xbb\xbf" + file_of(f"{HEAD}about: [bai]\n").replace("\n", "\r\n").encode()


def test_a_translation_moves_with_its_original() -> None:
    english = "content/articles/2020/bai.en.md"
    people = "  people:\n    - {name: A, position: Minister}\n"
    words = f"title: Two sign\nagreement:\n  title: On work   # checked\n{people}draft: true\n"
    found = texts(move(HEAD + FACTS, translations={english: file_of(words).encode()}))
    assert found["content/agreements/bai.en.md"] == (
        "---\ntitle: On work   # checked\npeople:\n  - {name: A, position: Minister}\ndraft: true\n---\n"
    )
    assert found[english] == file_of("title: Two sign\ndraft: true\n")


def test_a_translation_without_words_of_the_agreement_stays() -> None:
    english = "content/articles/2020/bai.en.md"
    found = texts(move(HEAD + FACTS, translations={english: file_of("title: Two sign\n").encode()}))
    assert english not in found


@pytest.mark.parametrize(
    "facts",
    [
        "agreement: {type: quy-che, parties: [a, b], fields: [x]}\n",
        "agreement:\n  {type: quy-che, parties: [a, b], fields: [x]}\n",
        # Moved to the left edge, the dashes would end the front matter.
        'agreement:\n  type: quy-che\n  parties: [a, b]\n  fields: [x]\n  title: "a\n  ---\n  b"\n',
    ],
)
def test_lines_that_would_say_something_else_are_not_moved(facts: str) -> None:
    line = HEAD.count("\n") + 2
    address = "bai-viet/2020/bai/index.json"
    assert [code for code, _ in codes(move(HEAD + facts, address=address))] == ["agreement-not-in-lines"]
    assert codes(move(HEAD + facts, address=address))[0][1] in (line, line + 1)


@pytest.mark.parametrize("there", ["content/agreements/bai.md", "content/agreements/BAI.md"])
def test_no_file_is_written_over(there: str) -> None:
    assert [code for code, _ in codes(move(HEAD + FACTS, files=frozenset({there})))] == ["record-file-exists"]


def test_what_its_article_hides_for_a_time_does_not_move() -> None:
    scheduled = HEAD.replace("2020-05-06", "2026-01-02")
    assert codes(move(scheduled + FACTS)) == [("record-of-scheduled-article", 3)]
    # The record of an article that has expired stays anyway.
    assert move(f"{HEAD}expires: 2027-01-01\n{FACTS}").problems == ()
    assert move(f"{scheduled}draft: true\n{FACTS}").problems == ()


def test_one_that_cannot_move_keeps_all_where_they_are() -> None:
    paths = (PATH, "content/articles/2020/hai.md")
    both = [InlineRecord(read(HEAD + FACTS, path=path), file_of(HEAD + FACTS).encode()) for path in paths]
    moved = move_records(both, frozenset({"content/agreements/hai.md"}), TODAY)
    assert moved.value is None
    assert [one.location.path for one in moved.problems] == ["content/articles/2020/hai.md"]


indents = st.integers(1, 6)
comments = st.sampled_from(["", "   # chú thích", " #"])
values = st.sampled_from(
    [
        "x",
        '"x: # y"',
        "'it''s'",
        ">-\n{i}  một\n\n{i}    hai\n{i}  ba",
        "|\n{i}  a\n{i}   b",
        "[a,\n{i} b]",
        "{{no: lý do}}",
    ]
)


@given(
    indents,
    st.lists(
        st.tuples(st.sampled_from(["number", "effective_method", "contact"]), values, comments),
        unique_by=lambda one: one[0],
    ),
)
def test_whatever_is_moved_says_the_same(indent: int, lines: list[tuple[str, str, str]]) -> None:
    blanks = " " * indent
    known = [("type", "quy-che", ""), ("parties", "[a, b]", ""), ("fields", "[x]", "")]
    written = "".join(
        f"{blanks}{key}: {value.format(i=blanks)}{comment if value[0] not in '>|' else ''}\n"
        for key, value, comment in (*known, *lines)
    )
    before = parse_yaml(f"agreement:\n{written}", PATH).root
    data = file_of(f"{HEAD}agreement:\n{written}").encode()
    one = InlineRecord(read(HEAD + FACTS), data)
    moved = move_records([one], frozenset(), TODAY)
    assert before
    record = texts(moved)["content/agreements/bai.md"].removeprefix("---\n").removesuffix("---\n")
    after = parse_yaml(record, PATH).root
    assert after
    assert {"agreement": plain(after, [])} == plain(before, [])
