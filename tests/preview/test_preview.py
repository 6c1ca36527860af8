"""The state of a preview: the last good site, and the problems since then."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bantin.domain.problems import Severity, UsageError
from bantin.preview import Preview
from tests.bulletins import ARTICLE, COMPLETE, SITE, build_site, files_of, request, write
from tests.preview.previews import preview_of

BAI = "content/articles/2020/bai.md"
WRONG = {BAI: ARTICLE.replace("co-quan-a,", "co-quan-x,")}
MENDED = {BAI: ARTICLE.replace("Hai cơ quan", "Các cơ quan")}


def codes(preview: Preview) -> list[str]:
    return [problem.code for problem in preview.snapshot.problems]


def page(preview: Preview) -> str:
    return (preview.folder / "bai-viet/2020/bai/index.html").read_text()


def test_a_preview_is_built_at_once(tmp_path: Path) -> None:
    preview = preview_of(write(tmp_path, COMPLETE))
    assert not preview.snapshot.failed
    assert preview.snapshot.summary.articles == 1
    assert "Hai cơ quan" in page(preview)


def test_a_preview_never_touches_the_site(tmp_path: Path) -> None:
    build_site(write(tmp_path, COMPLETE))
    before = files_of(tmp_path / "site")
    preview = preview_of(tmp_path)
    assert files_of(tmp_path / "site") == before
    assert preview.folder == tmp_path / ".bantin/preview"
    assert "http://127.0.0.1:8000/" in page(preview)


def test_while_anything_is_wrong_the_last_good_site_stays(tmp_path: Path) -> None:
    preview = preview_of(write(tmp_path, COMPLETE))
    before = files_of(preview.folder)
    write(tmp_path, WRONG)
    snapshot = preview.rebuild()
    assert snapshot is preview.snapshot
    assert snapshot.failed
    assert "unknown-agency" in codes(preview)
    assert files_of(preview.folder) == before


def test_mending_it_brings_the_site_up_to_date(tmp_path: Path) -> None:
    preview = preview_of(write(tmp_path, COMPLETE))
    write(tmp_path, WRONG)
    preview.rebuild()
    write(tmp_path, MENDED)
    assert not preview.rebuild().failed
    assert codes(preview) == []
    assert "Các cơ quan" in page(preview)


def test_a_bulletin_with_errors_can_be_previewed_once_they_are_mended(tmp_path: Path) -> None:
    preview = preview_of(write(tmp_path, COMPLETE, WRONG))
    assert preview.snapshot.failed
    assert not preview.folder.exists()
    write(tmp_path, MENDED)
    assert not preview.rebuild().failed
    assert "Các cơ quan" in page(preview)


def test_warnings_are_reported_and_stop_nothing(tmp_path: Path) -> None:
    preview = preview_of(write(tmp_path, COMPLETE, {BAI: ARTICLE.replace("lead: Sa-pô.\n", "")}))
    assert not preview.snapshot.failed
    assert [problem.severity for problem in preview.snapshot.problems] == [Severity.WARNING]
    assert preview.snapshot.summary.warnings == 1


def test_what_was_wrong_and_what_is_foreign_in_the_folder_is_no_hindrance(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE, {".bantin/preview/own.txt": "mine", ".bantin/preview/robots.txt": "mine"})
    preview = preview_of(tmp_path)
    assert not preview.snapshot.failed
    assert codes(preview) == ["foreign-file"]


def test_an_error_of_the_theme_is_a_problem_like_any_other(tmp_path: Path) -> None:
    preview = preview_of(write(tmp_path, COMPLETE))
    write(tmp_path, {"themes/default/templates/home.html": "{{ page.khong_co }}"})
    assert preview.rebuild().failed
    assert codes(preview) == ["template-undefined"]


def test_problems_are_shown_in_the_language_of_the_settings_as_they_are_now(tmp_path: Path) -> None:
    preview = preview_of(write(tmp_path, COMPLETE))
    assert preview.snapshot.language == "vi"
    write(tmp_path, {"content/site.yml": SITE.replace("language: vi", "language: en") + "khong-co: 1\n"})
    assert preview.rebuild().language == "en"


def test_every_build_asks_for_the_time(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE)
    times = iter([datetime(2020, 5, 5, 10, tzinfo=UTC), datetime(2020, 5, 7, 10, tzinfo=UTC)])
    preview = Preview(request(tmp_path, as_of=None, base_url="http://127.0.0.1:1/"), 1, lambda: next(times))
    assert preview.snapshot.summary.articles == 0
    assert preview.rebuild().summary.articles == 1


def test_a_folder_without_content_cannot_be_previewed(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        preview_of(tmp_path)
    assert list(tmp_path.iterdir()) == []
