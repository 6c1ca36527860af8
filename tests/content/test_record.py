"""VALIDATE: records with files of their own."""

from pathlib import Path

import pytest

from bantin.content.discover import Role
from bantin.content.markdown_file import DraftReader, ReadResult
from bantin.content.record import read_records
from bantin.domain.model import RecordFile, ReferenceTarget
from bantin.domain.problems import in_order
from tests.bulletins import (
    ARTICLE,
    MINIMAL,
    UNSEARCHED,
    codes_of,
    problems_of,
    texts_of,
    write,
)
from tests.content.readings import ZONE, file_of, opened, source

RECORD = "content/agreements/quy-che.md"
FACTS = """\
type: quy-che
title: Quy chế phối hợp
parties: [co-quan-a, co-quan-b]
signatories: unknown
signed_on: 2020-05-04
fields: [an-ninh]
scope: central
text_public: unknown
"""


def read(front_matter: str, text: str = "", path: str = RECORD) -> ReadResult[RecordFile]:
    return read_records(DraftReader("vi", ZONE), [opened(file_of(front_matter, text), source(path, Role.RECORD))])[0]


def told(result: ReadResult[RecordFile]) -> list[tuple[str, int]]:
    return [(one.kind.code, one.location.line) for one in in_order(result.problems)]


def test_the_keys_of_an_agreement_stand_at_the_top_and_its_id_is_the_name_of_the_file() -> None:
    found = read(f"{FACTS}updated: 2020-06-01T08:00+07:00\naliases: [cu/1]\nlang: en\ndraft: true\n")
    assert found.problems == ()
    assert found.value
    assert found.value.agreement.id == "quy-che"
    assert found.value.agreement.title == found.value.title == "Quy chế phối hợp"
    assert (found.value.aliases, found.value.lang, found.value.draft) == (("cu/1",), "en", True)
    assert not found.value.has_text


def test_the_text_is_read_provision_by_provision_and_not_as_markdown() -> None:
    found = read(FACTS, "\n\nĐiều 1. Phạm vi\n1. Một *sao* <b>.\n\n2. Hai.\n\n")
    assert found.problems == ()
    assert found.value
    assert found.value.text
    first, *clauses = found.value.text.walk()
    assert (first.anchor, first.heading, first.line) == ("dieu-1", "Phạm vi", len(FACTS.splitlines()) + 5)
    assert [one.paragraphs for one in clauses] == [("Một *sao* <b>.",), ("Hai.",)]
    assert found.value.has_text


def test_the_order_of_its_provisions_and_their_number_are_checked() -> None:
    text = "Điều 1. Phạm vi\nMột.\n\nĐiều 3. Hiệu lực\nBa.\n"
    assert told(read(f"{FACTS}clauses: 3\n", text)) == [("articles-counted", 15), ("provision-missing", 15)]


@pytest.mark.parametrize(("title", "number", "shown"), [("", "01/QC", "01/QC"), ("", "", "quy-che")])
def test_a_record_without_a_subject_line_is_called_by_what_it_has(title: str, number: str, shown: str) -> None:
    lines = f"number: {number}\n" if number else ""
    found = read(FACTS.replace("title: Quy chế phối hợp\n", "title: unknown\n") + lines)
    assert found.value
    assert found.value.title == shown


def test_what_it_mentions_is_checked_like_that_of_an_article() -> None:
    more = "relations: [{kind: based_on, to: khac}]\ndocuments: [/documents/a.pdf]\n"
    found = read(FACTS.replace("signatories: unknown", "signatories: [Trần Thị Sớm]") + more)
    assert found.value
    assert [(one.target, one.id, one.place.line) for one in found.value.references] == [
        (ReferenceTarget.OWN_RECORD, "quy-che", 2),
        (ReferenceTarget.SIGNING_DAY, "2020-05-04", 6),
        (ReferenceTarget.TYPE, "quy-che", 2),
        (ReferenceTarget.FIELD, "an-ninh", 7),
        (ReferenceTarget.AGENCY, "co-quan-a", 4),
        (ReferenceTarget.AGENCY, "co-quan-b", 4),
        (ReferenceTarget.RECORD, "khac", 10),
        (ReferenceTarget.DOCUMENT, "content/documents/a.pdf", 11),
        (ReferenceTarget.PERSON, "Trần Thị Sớm", 5),
    ]


@pytest.mark.parametrize(
    ("change", "path", "problem"),
    [
        (("type: quy-che", "id: khac\ntype: quy-che"), RECORD, ("record-id-not-file-name", 2)),
        (("", ""), "content/agreements/Quy chế.md", ("bad-record-file-name", 0)),
        (("signed_on: 2020-05-04", "signed_on: 1820"), RECORD, ("date-out-of-range", 6)),
        (("scope: central", "scope: central\neffective_on: 2019"), RECORD, ("dates-out-of-order", 9)),
        (("[an-ninh]", "[an-ninh, an-ninh]"), RECORD, ("said-twice", 7)),
        (("[co-quan-a, co-quan-b]", "[co-quan-a, co-quan-a]"), RECORD, ("party-twice", 4)),
        (("signatories: unknown", "signatories: [Trần Thị A và Lê Văn B]"), RECORD, ("two-people-in-one", 5)),
        (("scope: central", "scope: central\nlegal_basis: Luật A; Luật B"), RECORD, ("list-in-one-value", 9)),
        (("text_public: unknown", "text_public: yes"), RECORD, ("no-full-text", 9)),
        (("scope: central", "scope: central\npublished: 2020-01-01"), RECORD, ("unknown-key", 9)),
    ],
)
def test_what_is_wrong_is_reported_at_its_place(change: tuple[str, str], path: str, problem: tuple[str, int]) -> None:
    assert problem in told(read(FACTS.replace(*change) if change[0] else FACTS, path=path))


def test_a_text_that_is_not_public_must_not_stand_in_the_file() -> None:
    closed = FACTS.replace("text_public: unknown", "text_public: {no: nội bộ}")
    assert told(read(closed)) == []
    assert told(read(closed, "Điều 1. Phạm vi\n")) == [("text-of-closed-text", 9)]


def test_a_stamp_of_secrecy_in_a_text_is_refused() -> None:
    assert ("secrecy-stamp", 12) in told(read(FACTS, "\nMẬT\n\nĐiều 1. Phạm vi\n"))


NEWS = "title: Tin\npublished: 2020-05-05\nlead: Lời dẫn.\nauthors: [Minh Hà]\nabout: {}\n"


def bulletin(tmp_path: Path, about: str, **files: str) -> Path:
    made = {f"content/agreements/{name.replace('_', '-')}.md": text for name, text in files.items()}
    return write(tmp_path, UNSEARCHED_BULLETIN, made, {"content/articles/2020/tin.md": file_of(NEWS.format(about))})


UNSEARCHED_BULLETIN = {**MINIMAL, **UNSEARCHED}
OTHER = file_of(FACTS.replace("2020-05-04", "2021-01-01").replace("phối hợp", "khác"), "")


@pytest.mark.parametrize("about", ["mot", "[mot]", "Quy chế phối hợp", "agreements/mot.md", "/van-ban/2020/mot/"])
def test_news_names_a_record_by_its_id_its_title_its_file_or_its_address(tmp_path: Path, about: str) -> None:
    root = bulletin(tmp_path, about, mot=file_of(FACTS, ""), hai=OTHER)
    assert 'href="../../../van-ban/2020/mot/"' in texts_of(root)["bai-viet/2020/tin/index.html"]


def test_news_about_a_record_that_is_not_there_is_an_error_with_the_nearest_one(tmp_path: Path) -> None:
    root = bulletin(tmp_path, "quy-che-mott", quy_che_mot=file_of(FACTS, ""))
    (problem,) = problems_of(root)
    assert (problem.kind.code, problem.location.path, problem.location.line) == (
        "unknown-record",
        "content/articles/2020/tin.md",
        6,
    )
    assert problem.value("mended") == "quy-che-mot"


def test_news_may_be_about_a_record_that_cannot_be_read(tmp_path: Path) -> None:
    root = bulletin(tmp_path, "mot", mot=file_of("type: [\n", ""))
    assert {problem.location.path for problem in problems_of(root)} == {"content/agreements/mot.md"}


def test_an_article_and_a_file_cannot_be_the_same_record(tmp_path: Path) -> None:
    root = bulletin(tmp_path, "bai", bai=OTHER)
    write(root, {"content/articles/2020/bai.md": ARTICLE})
    assert codes_of(root) == ["duplicate-record"]


def test_a_file_among_the_records_that_nothing_uses_is_reported(tmp_path: Path) -> None:
    root = bulletin(tmp_path, "mot", mot=file_of(FACTS, ""))
    write(root, {"content/agreements/anh.pdf": b"%PDF-1.4"})
    assert "unused-file" in codes_of(root)
