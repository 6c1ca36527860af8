"""``bantin new event``: one more event of an agreement, and all else in its file as it was."""

from pathlib import Path

import pytest

from bantin.domain.problems import has_errors
from tests.bulletins import ARTICLE, COMPLETE, files_of, problems_of, write
from tests.cli.commands import bantin

FACTS = ARTICLE.partition("agreement:\n")[2].partition("---")[0]
RECORD = "---\n" + "".join(line[2:] for line in FACTS.splitlines(keepends=True)) + "---\n"
PATH, INLINE = "content/agreements/quy-che.md", "content/articles/2020/bai.md"
TERM = ["--kind", "gia hạn", "--on", "2021-02-03", "--until", "2031-02-03"]
LINES = "events:\n  - kind: extended\n    on: 2021-02-03\n    until: 2031-02-03\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    ids = {"type: quy-che\n": "type: quy-che\nnumber: '1'\n", "signed_on: 2020-05-05": "signed_on: 2020-05-04"}
    record = RECORD
    for old, new in ids.items():
        record = record.replace(old, new)
    return write(tmp_path, COMPLETE, {PATH: record})


def test_an_event_of_a_record_is_in_its_file(root: Path) -> None:
    before = (root / PATH).read_text()
    result = bantin("new", "event", root, "quy-che", *TERM)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"Đã thêm sự kiện vào {root / PATH}:\n{LINES.partition(chr(10))[2]}"
    assert (root / PATH).read_text() == before.removesuffix("---\n") + LINES + "---\n"
    assert not has_errors(problems_of(root))


def test_an_event_of_an_agreement_in_an_article_is_in_that(root: Path) -> None:
    result = bantin(
        "new", "event", root, "bai", "--kind", "REVIEWED", "--by", "Cơ quan A, Cơ quan B", "--agency", "Cơ quan A"
    )
    assert (result.exit_code, result.stderr) == (0, "")
    end = "---\n\nNội dung.\n"
    event = "  events:\n    - kind: reviewed\n      by: 'Cơ quan A, Cơ quan B'\n      parties: [co-quan-a]\n"
    assert (root / INLINE).read_text() == ARTICLE.removesuffix(end) + event + end


@pytest.mark.parametrize("path", [PATH, INLINE])
def test_a_record_may_be_named_by_its_file(root: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bantin("new", "event", root, path, "--kind", "reviewed").exit_code == 0
    monkeypatch.chdir((root / path).parent)
    assert bantin("new", "event", Path(path).name, "--kind", "corrected").exit_code == 0
    assert [word in (root / path).read_text() for word in ("reviewed", "corrected")] == [True, True]


@pytest.mark.parametrize(
    "name", ["1", "số 1", "Một tiêu đề khác", "bai-viet/2020/bai", "https://bantin.example/bai-viet/2020/bai/"]
)
def test_a_record_may_be_named_by_its_number_its_title_or_its_address(root: Path, name: str) -> None:
    named = (root / PATH).read_text().replace("title: Quy chế phối hợp", "title: Một tiêu đề khác")
    write(root, {PATH: named})
    assert bantin("new", "event", root, name, "--kind", "reviewed").exit_code == 0
    changed = INLINE if "bai" in name else PATH
    assert "reviewed" in (root / changed).read_text()


def test_a_name_of_two_records_changes_neither(root: Path) -> None:
    before = files_of(root)
    refused = bantin("new", "event", root, "Quy chế phối hợp", "--kind", "reviewed")
    assert (refused.exit_code, files_of(root)) == (2, before)
    assert "bai, quy-che; hãy ghi mã" in refused.stderr


def test_events_are_added_one_behind_the_other(root: Path) -> None:
    for day in ("2021-01-01", "2022-01-01"):
        assert bantin("new", "event", root, "quy-che", "--kind", "sơ kết", "--on", day).exit_code == 0
    assert (
        (root / PATH)
        .read_text()
        .endswith("events:\n  - kind: reviewed\n    on: 2021-01-01\n  - kind: reviewed\n    on: 2022-01-01\n---\n")
    )
    assert not has_errors(problems_of(root))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "mã của văn bản"),
        (["quy-che"], "bằng --kind"),
        (["quy-chi", *TERM], "có phải “quy-che”"),
        (["khong-he-co", *TERM], "Không có văn bản nào là “khong-he-co”"),
        (["quy-che", "--kind", "ăn mừng"], "terminated"),
        (["quy-che", "--kind", "amended", "--on", "20/11/2026"], "2026-11-20"),
        (["quy-che", "--kind", "extended", "--until", "mai"], "mai"),
        (["quy-che", "--kind", "amended", "--on", "2019-01-01"], "trước “signed_on”"),
        (["quy-che", "--kind", "signed", "--until", "2030"], "until"),
        (["quy-che", "--kind", "reviewed", "--agency", "co-quan-x"], "không có “co-quan-x”"),
        (["quy-che", "--kind", "reviewed", "--note", "…"], "…"),
    ],
)
def test_what_makes_no_sense_is_refused_and_writes_nothing(root: Path, arguments: list[str], words: str) -> None:
    before = files_of(root)
    result = bantin("new", "event", root, *arguments)
    assert (result.exit_code, files_of(root)) == (2, before)
    assert words in " ".join(result.stderr.split())


def test_the_same_event_is_not_added_twice(root: Path) -> None:
    assert bantin("new", "event", root, "quy-che", *TERM).exit_code == 0
    before = files_of(root)
    result = bantin("new", "event", root, "quy-che", *TERM)
    assert (result.exit_code, files_of(root)) == (2, before)
    assert f"{PATH} đã có sự kiện này" in result.stderr


def test_a_file_with_errors_is_mended_first(root: Path) -> None:
    write(root, {PATH: RECORD.replace("scope: central", "scope: nowhere")})
    before = files_of(root)
    result = bantin("new", "event", root, "quy-che", *TERM)
    assert (result.exit_code, files_of(root)) == (2, before)
    assert "còn lỗi" in result.stderr


def test_lines_that_cannot_be_added_are_told(root: Path) -> None:
    facts = "agreement: {type: quy-che, parties: [co-quan-a, co-quan-b], fields: [an-ninh]}\n"
    write(root, {INLINE: f"---\ntitle: Tin\n{facts}---\n\nNội dung.\n"})
    before = files_of(root)
    result = bantin("new", "event", root, "bai", "--kind", "reviewed", "--on", "2021")
    assert (result.exit_code, files_of(root)) == (2, before)
    assert "  - kind: reviewed\n    on: 2021\n" in result.stderr


def test_an_english_bulletin_is_answered_in_english(root: Path) -> None:
    write(root, {"content/site.yml": COMPLETE["content/site.yml"].replace("language: vi", "language: en")})
    assert bantin("new", "event", root, "quy-che", *TERM).stdout.startswith("The event was added to ")
    assert "did you mean “quy-che”" in bantin("new", "event", root, "quy-chi", *TERM).stderr
