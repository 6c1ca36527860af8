"""The summary of a run, in figures."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from bantin.domain.model import SearchCoverage
from bantin.domain.problems import Language, Problem, Severity
from bantin.domain.text.number_format import format_integer
from bantin.output.publish import Report

_SEARCHED: Mapping[SearchCoverage, tuple[str, str]] = {
    "": ("", ""),
    "full": ("tìm kiếm toàn văn; ", "searched in full; "),
    "titles": ("tìm kiếm theo tiêu đề; ", "searched by titles; "),
}


class Summary(Struct, frozen=True):
    """The result of a run.

    ``ok`` is true if all checks passed, those of ``--strict`` included; ``published`` if the site was published.
    ``written``, ``unchanged`` and ``removed`` count its files. ``search`` is what its search covers.
    """

    ok: bool
    published: bool
    articles: int
    written: int
    unchanged: int
    removed: int
    errors: int
    warnings: int
    seconds: float
    search: SearchCoverage = ""

    @classmethod
    def passed(
        cls,
        problems: Sequence[Problem],
        articles: int,
        report: Report | None,
        seconds: float,
        search: SearchCoverage = "",
    ) -> "Summary":
        """The summary of a run that nothing stopped; the site was published if there is a ``report``.

        Of ``problems``, those that came up after publishing may be errors.
        """
        errors = _errors(problems)
        return cls(
            ok=not errors,
            published=report is not None,
            articles=articles,
            written=report.written if report else 0,
            unchanged=report.unchanged if report else 0,
            removed=report.removed if report else 0,
            errors=errors,
            warnings=len(problems) - errors,
            seconds=seconds,
            search=search,
        )

    @classmethod
    def failed(cls, problems: Sequence[Problem], seconds: float) -> "Summary":
        """The summary of a run that ``problems`` stopped."""
        errors = _errors(problems)
        warnings = len(problems) - errors
        return cls(
            ok=False,
            published=False,
            articles=0,
            written=0,
            unchanged=0,
            removed=0,
            errors=errors,
            warnings=warnings,
            seconds=seconds,
        )

    def sentence(self, language: Language) -> str:
        """The summary in a sentence, for the end of a command's output."""
        return self._vi() if language == "vi" else self._en()

    def _vi(self) -> str:
        def number(count: int) -> str:
            return format_integer(count, "vi")

        found = f"{number(self.errors)} lỗi, {number(self.warnings)} cảnh báo"
        seconds = f"{self.seconds:.1f} giây".replace(".", ",")
        if not self.ok:
            why = "" if self.errors else " (--strict coi cảnh báo là lỗi)"
            site = "trang đã được xuất" if self.published else "trang đã có giữ nguyên"
            return f"Chưa đạt{why}: {found}; {site}; {seconds}."
        files = f"ghi {number(self.written)} tệp, giữ nguyên {number(self.unchanged)}, xóa {number(self.removed)}; "
        files += _SEARCHED[self.search][0]
        return f"{number(self.articles)} bài viết; {files if self.published else ''}{found}; {seconds}."

    def _en(self) -> str:
        def counted(count: int, noun: str) -> str:
            return f"{format_integer(count, 'en')} {noun}{'' if count == 1 else 's'}"

        found = f"{counted(self.errors, 'error')}, {counted(self.warnings, 'warning')}"
        seconds = f"{self.seconds:.1f} s"
        if not self.ok:
            why = "" if self.errors else " (--strict takes warnings for errors)"
            site = "the site is published" if self.published else "the site stands as it was"
            return f"Failed{why}: {found}; {site}; {seconds}."
        unchanged, removed = format_integer(self.unchanged, "en"), format_integer(self.removed, "en")
        files = f"{counted(self.written, 'file')} written, {unchanged} unchanged, {removed} removed; "
        files += _SEARCHED[self.search][1]
        return f"{counted(self.articles, 'article')}; {files if self.published else ''}{found}; {seconds}."


def _errors(problems: Iterable[Problem]) -> int:
    return sum(problem.severity is Severity.ERROR for problem in problems)
