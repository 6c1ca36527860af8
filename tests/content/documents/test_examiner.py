"""Examining PDFs: any file gets a reply in bounded time, without effects on the next one."""

import hashlib
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from bantin.content.documents.examiner import Examiner
from bantin.content.documents.messages import Examination, Outcome
from bantin.domain.problems import BulletinError
from bantin.runtime.confined.process import Limits
from tests import bulletins
from tests.bulletins import write
from tests.content.documents.authorities import signed, signer
from tests.content.documents.pdfs import (
    bomb,
    deep_pages,
    doubling,
    endless,
    looping_length,
    looping_pages,
    looping_tables,
    many_objects,
    nested_arrays,
    pdf,
)

SOUND = pdf("Quy chế phối hợp")
HOSTILE: dict[str, Callable[[], bytes]] = {
    "bomb": bomb,
    "doubling pages": lambda: doubling(40),
    "deep pages": lambda: deep_pages(20_000),
    "looping pages": looping_pages,
    "looping tables": looping_tables,
    "looping length": looping_length,
    "nested arrays": lambda: nested_arrays(100_000),
    "many objects": lambda: many_objects(30_000),
    "noise": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 4_000,
}
LIMITS = Limits(seconds=1, memory=1 << 29, patience=60)


def test_no_pdf_takes_more_than_its_time_and_the_next_is_read_all_the_same() -> None:
    with Examiner((), LIMITS) as examiner:
        for name, make in HOSTILE.items():
            data = make()
            began = time.monotonic()
            assert examiner.examine(data).outcome in (Outcome.DAMAGED, Outcome.COSTLY), name
            assert time.monotonic() - began < LIMITS.patience, name
        assert examiner.examine(SOUND) == Examination(Outcome.READ, 1, words=("Quy chế phối hợp",))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource limits for a process")
@pytest.mark.parametrize("limits", [Limits(seconds=1, patience=60), Limits(memory=150 << 20, patience=60)])
def test_time_and_memory_are_bounded(limits: Limits) -> None:
    with Examiner((), limits) as examiner:
        assert examiner.examine(endless()).outcome is Outcome.COSTLY
        assert examiner.examine(SOUND).outcome is Outcome.READ


def test_the_clock_bounds_what_the_system_does_not() -> None:
    with Examiner((), Limits(patience=0.0)) as examiner:
        assert examiner.examine(SOUND) == Examination(Outcome.COSTLY)


def test_no_process_is_left_behind() -> None:
    with Examiner(()) as examiner:
        examiner.examine(SOUND)
        assert examiner._process
        process = examiner._process._popen
        assert process.poll() is None
    assert process.poll() is not None


def test_a_process_that_is_killed_is_one_that_could_not_read() -> None:
    with Examiner(()) as examiner:
        examiner.examine(SOUND)
        assert examiner._process
        examiner._process._popen.kill()
        assert examiner.examine(SOUND).outcome is Outcome.COSTLY
        assert examiner.examine(SOUND).outcome is Outcome.READ


def test_an_answer_that_is_none_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    with Examiner(()) as examiner:
        examiner.examine(SOUND)
        assert examiner._process
        monkeypatch.setattr(examiner._process, "_exchange", lambda data: msgspec.msgpack.encode({"outcome": "fine"}))
        assert examiner.examine(SOUND).outcome is Outcome.COSTLY


@pytest.mark.parametrize("length", [1 << 25, (1 << 64) - 1])
def test_an_answer_that_would_fill_the_memory_is_not_read(monkeypatch: pytest.MonkeyPatch, length: int) -> None:
    with Examiner(()) as examiner:
        examiner.examine(SOUND)
        assert examiner._process
        with examiner._process._replies:
            monkeypatch.setattr(examiner._process, "_replies", io.BytesIO(length.to_bytes(8) + b"x"))
            assert examiner.examine(SOUND).outcome is Outcome.COSTLY


def test_nothing_is_started_before_there_is_a_pdf() -> None:
    with Examiner(()) as examiner:
        assert examiner._process is None


def test_what_lies_in_the_present_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pypdf.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    with Examiner(()) as examiner:
        assert examiner.examine(SOUND).outcome is Outcome.READ
    assert [path.name for path in tmp_path.iterdir()] == ["pypdf.py"]


def test_a_page_tells_what_a_signature_is_worth_and_a_damaged_pdf_changes_no_page(tmp_path: Path) -> None:
    article_file = bulletins.ARTICLE.replace(
        "  scope:", "  documents: [{file: /documents/a.pdf, kind: annex}]\n  scope:"
    )
    hostile = signed(SOUND, signer("<script>alert(1)</script> {{ 7 * 7 }}"))
    root = write(
        tmp_path, bulletins.COMPLETE, {"content/articles/2020/bai.md": article_file, "content/documents/a.pdf": hostile}
    )
    bulletins.build_site(root)
    before = bulletins.files_of(root / "site")
    page = before["bai-viet/2020/bai/index.html"].decode()
    assert "<strong>&lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }}</strong>" in page
    assert "chưa đối chiếu với tổ chức chứng thực nào" in page
    assert hashlib.sha256(hostile).hexdigest() in page
    assert "hợp lệ" not in page
    write(root, {"content/documents/a.pdf": hostile[:500]})
    with pytest.raises(BulletinError) as refused:
        bulletins.build_site(root)
    assert [problem.code for problem in refused.value.problems] == ["damaged-pdf"]
    assert bulletins.files_of(root / "site") == before
