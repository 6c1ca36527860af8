"""The summary of a run, in figures and in a sentence."""

import pytest

from bantin.domain.problems import Kind, Language, Location, Problem, Severity, Wording
from bantin.output.publish import Report
from bantin.report import Summary


def problem(severity: Severity) -> Problem:
    return Kind("x", severity, Wording("x", "x"), Wording("x", "x")).at(Location("a"))


ERROR, WARNING = problem(Severity.ERROR), problem(Severity.WARNING)


@pytest.mark.parametrize(
    ("summary", "language", "sentence"),
    [
        (
            Summary.passed((), 1, Report(1, 0, 0), 0.04),
            "en",
            "1 article; 1 file written, 0 unchanged, 0 removed; 0 errors, 0 warnings; 0.0 s.",
        ),
        (
            Summary.passed((WARNING,), 5851, Report(12345, 1000, 2), 1.26),
            "en",
            "5,851 articles; 12,345 files written, 1,000 unchanged, 2 removed; 0 errors, 1 warning; 1.3 s.",
        ),
        (
            Summary.passed((WARNING,), 5851, Report(12345, 1000, 2), 1.26),
            "vi",
            "5.851 bài viết; ghi 12.345 tệp, giữ nguyên 1.000, xóa 2; 0 lỗi, 1 cảnh báo; 1,3 giây.",
        ),
        (
            Summary.passed((ERROR, WARNING), 1, Report(1, 0, 0), 0.04),
            "en",
            "Failed: 1 error, 1 warning; the site is published; 0.0 s.",
        ),
        (
            Summary.passed((ERROR,), 1, Report(1, 0, 0), 0.04),
            "vi",
            "Chưa đạt: 1 lỗi, 0 cảnh báo; trang đã được xuất; 0,0 giây.",
        ),
        (
            Summary.passed((), 1, Report(0, 9, 0), 0.1, "titles"),
            "en",
            "1 article; 0 files written, 9 unchanged, 0 removed; searched by titles; 0 errors, 0 warnings; 0.1 s.",
        ),
        (
            Summary.passed((), 1, Report(0, 9, 0), 0.1, "full"),
            "vi",
            "1 bài viết; ghi 0 tệp, giữ nguyên 9, xóa 0; tìm kiếm toàn văn; 0 lỗi, 0 cảnh báo; 0,1 giây.",
        ),
        (Summary.passed((), 2, None, 0.5), "en", "2 articles; 0 errors, 0 warnings; 0.5 s."),
        (Summary.passed((), 2, None, 0.5), "vi", "2 bài viết; 0 lỗi, 0 cảnh báo; 0,5 giây."),
        (
            Summary.failed((ERROR, WARNING, WARNING), 2),
            "en",
            "Failed: 1 error, 2 warnings; the site stands as it was; 2.0 s.",
        ),
        (
            Summary.failed((ERROR, ERROR, WARNING), 2),
            "vi",
            "Chưa đạt: 2 lỗi, 1 cảnh báo; trang đã có giữ nguyên; 2,0 giây.",
        ),
    ],
)
def test_a_sentence_says_what_was_done(summary: Summary, language: Language, sentence: str) -> None:
    assert summary.sentence(language) == sentence


def test_a_run_that_passed_and_published_says_so() -> None:
    made = Summary.passed((WARNING,), 3, Report(4, 5, 6), 0.1)
    assert (made.ok, made.published) == (True, True)
    assert (made.articles, made.written, made.unchanged, made.removed) == (3, 4, 5, 6)
    assert (made.errors, made.warnings) == (0, 1)


def test_a_check_that_passed_has_published_nothing() -> None:
    made = Summary.passed((), 3, None, 0.1)
    assert (made.ok, made.published, made.written) == (True, False, 0)


def test_a_run_that_failed_has_published_nothing() -> None:
    made = Summary.failed((ERROR, WARNING), 0.1)
    assert (made.ok, made.published, made.articles) == (False, False, 0)
    assert (made.errors, made.warnings) == (1, 1)


def test_a_run_that_warnings_alone_stopped_has_failed() -> None:
    made = Summary.failed((WARNING,), 0.1)
    assert (made.ok, made.errors, made.warnings) == (False, 0, 1)
