"""The whole build: all checks run before anything is written, and errors leave the site unchanged."""

import errno
import importlib
import json
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote

import pytest

from bantin.build.build import build, check
from bantin.build.request import Stage
from bantin.domain.problems import BulletinError, Severity, UsageError
from bantin.runtime.workers import local
from benchmarks.corpus import Corpus, write_corpus
from tests.bulletins import (
    ARTICLE,
    COMPLETE,
    MINIMAL,
    SITE,
    build_site,
    check_site,
    codes_of,
    files_of,
    problems_of,
    request,
    texts_of,
    tools,
    write,
)
from tests.content.documents.pdfs import pdf
from tests.pictures import drawing, moving

Files = Mapping[str, str | bytes]
ATOM = "{http://www.w3.org/2005/Atom}"
DRAFT = ARTICLE.replace("lead:", "draft: yes\nlead:").replace("Hai cơ quan", "Bản nháp")
# An error for each stage that can find one.
BROKEN: Mapping[str, Files] = {
    "misplaced": {"content/articles/bai.md": ARTICLE},
    "settings": {"content/site.yml": SITE.replace("language: vi", "language: fr")},
    "yaml": {"content/agencies/co-quan-a.yml": "name: 'A\n"},
    "value": {"content/articles/2020/bai.md": ARTICLE.replace("central", "world")},
    "reference": {"content/articles/2020/bai.md": ARTICLE.replace("[co-quan-a,", "[co-quan-x,")},
    "link": {"content/articles/2020/bai.md": f"{ARTICLE}\n[x](khong-co.md)\n"},
    "address": {"content/pages/co-quan.md": "---\ntitle: A\n---\n\nx\n"},
    "theme": {"content/site.yml": f"{SITE}theme: khong-co\n"},
    "template": {"themes/default/templates/404.html": "{{ page.khong_co }}"},
    "asset": {"themes/default/static/own.css": "a { b: url(khong-co.png) }"},
    "catalogue": {"themes/default/locale/vi/LC_MESSAGES/messages.po": 'msgstr "x"\nnonsense\n'},
}


# The package offers a function of the same name.
stage = importlib.import_module("bantin.output.publish.stage")


def test_a_sound_bulletin_is_made_without_a_word(tmp_path: Path) -> None:
    built = build_site(write(tmp_path, COMPLETE))
    assert built.edition.problems == ()
    assert built.edition.articles == 1
    assert built.report.written == len(files_of(tmp_path / "site")) - 1
    assert b"Hai c\xc6\xa1 quan" in (tmp_path / "site/bai-viet/2020/bai/index.html").read_bytes()


def test_the_smallest_bulletin_builds(tmp_path: Path) -> None:
    assert build_site(write(tmp_path, MINIMAL)).edition.articles == 0


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    first = build_site(write(tmp_path, COMPLETE)).report
    second = build_site(tmp_path).report
    assert (second.written, second.unchanged, second.removed) == (0, first.written, 0)


def test_an_article_that_has_gone_is_gone_from_the_site(tmp_path: Path) -> None:
    build_site(write(tmp_path, COMPLETE))
    (tmp_path / "content/articles/2020/bai.md").unlink()
    build_site(tmp_path)
    cold = write(tmp_path / "cold", MINIMAL)
    build_site(cold)
    assert files_of(tmp_path / "site") == files_of(cold / "site")


def test_files_for_the_root_are_published_as_they_are_and_follow_every_change(tmp_path: Path) -> None:
    own = {"CNAME": b"bulletin.example\n", ".well-known/security.txt": b"Contact: mailto:a@bulletin.example\r\n"}
    root = write(tmp_path, COMPLETE, {f"content/root/{path}": data for path, data in own.items()})
    build_site(root)
    made = files_of(root / "site")
    assert {path: made.get(path) for path in own} == own
    assert own.keys() <= set(json.loads(made["provenance.json"])["files"])
    write(root, {"content/root/CNAME": "other.example\n"})
    (root / "content/root/.well-known/security.txt").unlink()
    build_site(root)
    made = files_of(root / "site")
    assert (made["CNAME"], made.get(".well-known/security.txt")) == (b"other.example\n", None)


def test_a_check_writes_nothing(tmp_path: Path) -> None:
    before = files_of(write(tmp_path, COMPLETE))
    check_site(tmp_path)
    assert files_of(tmp_path) == before


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bulletin with its site, to be copied."""
    root = write(tmp_path_factory.mktemp("complete"), COMPLETE)
    build_site(root)
    return root


@pytest.mark.parametrize("what", BROKEN)
def test_nothing_changes_where_anything_is_wrong(complete: Path, tmp_path: Path, what: str) -> None:
    shutil.copytree(complete, tmp_path, dirs_exist_ok=True)
    before = files_of(tmp_path / "site")
    write(
        tmp_path, {"content/articles/2020/moi.md": ARTICLE.replace("agreement:", "agreement:\n  id: moi")}, BROKEN[what]
    )
    with pytest.raises(BulletinError) as stopped:
        build_site(tmp_path)
    assert any(problem.severity is Severity.ERROR for problem in stopped.value.problems)
    assert files_of(tmp_path / "site") == before


@pytest.mark.parametrize("what", ["value", "address", "template"])
def test_no_site_is_begun_where_anything_is_wrong(tmp_path: Path, what: str) -> None:
    with pytest.raises(BulletinError):
        build_site(write(tmp_path, COMPLETE, BROKEN[what]))
    assert not (tmp_path / "site").exists()


def test_all_problems_of_all_files_are_shown_at_once(tmp_path: Path) -> None:
    wrong = (BROKEN["misplaced"], BROKEN["link"], BROKEN["address"])
    other = {
        "content/agencies/co-quan-b.yml": "name: B\nlevl: central\n",
        "content/articles/2021/hai.md": "---\ntitle: Hai\npublished: 2021-02-30\n---\n\n[y](khong-co.md)\n",
        "content/pages/trang.md": "---\nlead: x\n---\n\n[z](khong-co.md)\n",
    }
    problems = problems_of(write(tmp_path, COMPLETE, *wrong, other))
    told = {(problem.location.path, problem.code) for problem in problems if problem.severity is Severity.ERROR}
    assert told >= {
        ("content/articles/bai.md", "misplaced-file"),
        ("content/articles/2020/bai.md", "broken-link"),
        ("content/agencies/co-quan-b.yml", "unknown-key"),
        ("content/articles/2021/hai.md", "impossible-date"),
        ("content/articles/2021/hai.md", "broken-link"),
        ("content/pages/trang.md", "missing-key"),
        ("content/pages/trang.md", "broken-link"),
    }
    assert list(problems) == sorted(problems, key=lambda problem: problem.location)


def test_warnings_do_not_stop_a_build_unless_it_is_strict(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE, {"content/articles/2020/bai.md": ARTICLE.replace("lead: Sa-pô.\n", "")})
    assert [problem.code for problem in build_site(tmp_path).edition.problems] == ["absent"]
    with pytest.raises(BulletinError) as stopped:
        build_site(tmp_path, strict=True)
    assert [problem.code for problem in stopped.value.problems] == ["absent"]


def test_a_sound_bulletin_passes_a_strict_check(tmp_path: Path) -> None:
    assert check_site(write(tmp_path, COMPLETE), strict=True).problems == ()


def test_a_fault_of_a_template_is_reported_once_however_many_pages_show_it(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE, {"themes/default/templates/list.html": "{{ page.khong_co }}"})
    assert codes_of(root) == ["template-undefined"]


def test_without_content_there_is_nothing_to_build(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        check_site(tmp_path)
    with pytest.raises(UsageError):
        build_site(write(tmp_path, {"content": "a file"}))
    assert not (tmp_path / "site").exists()


def test_a_site_is_never_put_among_the_content(tmp_path: Path) -> None:
    before = files_of(write(tmp_path, COMPLETE))
    with pytest.raises(UsageError):
        build_site(tmp_path, tmp_path / "content")
    assert files_of(tmp_path) == before


def test_strangers_in_the_output_folder_are_refused_or_adopted(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE, {"site/own.txt": "mine"})
    with pytest.raises(UsageError):
        build_site(root)
    assert files_of(root / "site") == {"own.txt": b"mine"}
    build(request(root), root / "site", tools(), adopt=True)
    assert (root / "site/own.txt").read_text() == "mine"
    assert (root / "site/index.html").exists()


@pytest.mark.parametrize(("drafts", "shown"), [(False, 1), (True, 2)])
def test_drafts_are_shown_on_request(tmp_path: Path, drafts: bool, shown: int) -> None:
    draft = DRAFT.replace("agreement:", "photos: [{src: a.gif, alt: x}]\nagreement:\n  id: nhap")
    root = write(tmp_path, COMPLETE, {"content/articles/2020/nhap.md": draft, "content/articles/2020/a.gif": moving()})
    assert build_site(root, drafts=drafts).edition.articles == shown
    site = files_of(root / "site")
    assert ("bai-viet/2020/nhap/index.html" in site) is drafts
    assert any(path.startswith("bai-viet/2020/a.") for path in site) is drafts
    assert any("Bản nháp".encode() in data for data in site.values()) is drafts


@pytest.mark.parametrize(
    ("now", "as_of", "shown"),
    [
        (datetime(2020, 5, 5, 16, 59, tzinfo=UTC), None, 0),
        (datetime(2020, 5, 5, 17, tzinfo=UTC), None, 1),
        (datetime(2020, 5, 7, tzinfo=UTC), date(2020, 5, 5), 0),
        (datetime(2020, 5, 1, tzinfo=UTC), date(2020, 5, 6), 1),
    ],
)
def test_a_day_begins_when_it_does_in_the_zone_of_the_site(
    tmp_path: Path, now: datetime, as_of: date | None, shown: int
) -> None:
    assert check_site(write(tmp_path, COMPLETE), now=now, as_of=as_of).articles == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2026-01-01T12:00:01+07:00", 0),
        ("2026-01-01T12:00+07:00", 1),
        ("2026-01-01T06:00Z", 0),
        ("2026-01-01", 1),
        ("2026-01-02", 0),
    ],
)
def test_an_article_is_public_from_its_moment_on(written: str, shown: int, tmp_path: Path) -> None:
    """It is noon in Hà Nội. A requested day counts as a whole."""
    article = ARTICLE.replace("published: 2020-05-06", f"published: {written}")
    root = write(tmp_path, MINIMAL, {"content/articles/2026/bai.md": article})
    assert check_site(root, as_of=None).articles == shown
    assert check_site(root, as_of=datetime(2026, 1, 1, 5, tzinfo=UTC)).articles == shown
    assert check_site(root, as_of=date(2026, 1, 1)).articles == (written != "2026-01-02")
    assert check_site(root, as_of=None, drafts=True).articles == 1


# ệ in a name as typed with the Vietnamese keyboard of Windows, as stored by macOS, and as by most others.
@pytest.mark.parametrize("letter", ["\u00ea\u0323", "\u1eb9\u0302", "e\u0323\u0302", "\u1ec7"])
def test_a_file_is_found_however_its_name_is_spelt(letter: str, tmp_path: Path) -> None:
    folder = "content/articles/2020/bai"
    name = f"Hi{letter}u l{letter}nh"
    text = ARTICLE.replace("agreement:", f"photos: [{{src: {name}.png, alt: Ảnh}}]\nagreement:") + (
        f"[a]({name}.pdf) [b]({quote(name)}.pdf) ![c]({quote(name)}.png)\n".replace(f"({name}.pdf)", f"(<{name}.pdf>)")
    )
    files: dict[str, str | bytes] = {
        f"{folder}/{name}.png": drawing(),
        f"{folder}/{name}.pdf": pdf("Lệnh"),
        f"{folder}/index.md": text,
    }
    root = write(tmp_path, MINIMAL, files)
    assert codes_of(root) == []
    build_site(root)
    assert [path.name for path in (root / "site").rglob("*.pdf")] == ["hieu-lenh.pdf"]


def test_a_signing_that_lies_ahead_is_pointed_out_until_its_day(tmp_path: Path) -> None:
    root = write(tmp_path, COMPLETE)
    assert codes_of(root, as_of=date(2020, 5, 4)) == ["date-in-the-future"]
    assert codes_of(root, as_of=date(2020, 5, 5)) == []


def test_another_address_of_the_site_takes_the_place_of_its_own(tmp_path: Path) -> None:
    site = texts_of(write(tmp_path, COMPLETE), base_url="http://127.0.0.1:8000/")
    assert not any("bantin.example" in data for data in site.values())
    assert (
        '<link rel="canonical" href="http://127.0.0.1:8000/bai-viet/2020/bai/">' in site["bai-viet/2020/bai/index.html"]
    )
    assert ET.fromstring(site["atom.xml"]).findtext(f"{ATOM}id") == "http://127.0.0.1:8000/"


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_number_of_workers_changes_nothing(tmp_path: Path, jobs: int) -> None:
    root = write(tmp_path, COMPLETE)
    build(request(root), tmp_path / "here", tools(local(jobs)))
    build_site(root)
    assert files_of(tmp_path / "here") == files_of(root / "site")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_that_a_worker_cannot_write_is_named_and_nothing_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    root = write_corpus(tmp_path, Corpus(articles=120, agencies=3))
    page = "bai-viet/2020/bai-so-000097"
    require_folder = stage._require_folder

    def refuse(folder: str) -> None:
        if folder.endswith(page):
            raise OSError(errno.ENOSPC, "No space left on device")
        require_folder(folder)

    monkeypatch.setattr(stage, "_require_folder", refuse)
    with pytest.raises(BulletinError) as stopped:
        build(request(root), root / "site", tools(local(jobs)))
    (problem,) = stopped.value.problems
    assert (problem.code, problem.location.path) == ("cannot-write", f"site/{page}/index.html")
    assert not (root / "site").exists()


def test_progress_is_shown_stage_by_stage(tmp_path: Path) -> None:
    told: list[tuple[Stage, int, int]] = []
    root = write(tmp_path, COMPLETE)
    build(request(root), root / "site", tools(progress=lambda *step: told.append(step)))
    stages = list(dict.fromkeys(stage for stage, _done, _total in told))
    assert stages == [Stage.READ, Stage.PLAN, Stage.RENDER, Stage.PUBLISH]
    rendered = [(done, total) for stage, done, total in told if stage is Stage.RENDER]
    assert rendered == [(done, len(rendered)) for done in range(len(rendered))]


def test_a_check_never_comes_to_publishing(tmp_path: Path) -> None:
    told: set[Stage] = set()
    watched = tools(progress=lambda stage, _done, _total: told.add(stage))
    check(request(write(tmp_path, COMPLETE)), watched)
    assert told == {Stage.READ, Stage.PLAN, Stage.RENDER}


def test_every_page_and_every_file_of_the_plan_is_in_the_site(tmp_path: Path) -> None:
    text = ARTICLE.replace("agreement:", "photos: [{src: a.gif, alt: x}]\nagreement:") + "\n[Bảng](b.csv)\n"
    files: dict[str, str | bytes] = {"bai.md": text, "a.gif": moving(), "b.csv": "số,tên\n"}
    root = write(tmp_path, COMPLETE, {f"content/articles/2020/{name}": data for name, data in files.items()})
    built = build_site(root)
    site = set(files_of(root / "site"))
    made = built.edition.paths
    assert "bai-viet/2020/b.csv" in made
    assert any(path.startswith("bai-viet/2020/a.") for path in made)
    assert set(made) == site - {".bantin-manifest.json"}
    assert list(made) == sorted(set(made))
    assert set(json.loads((root / "site/.bantin-manifest.json").read_text())["files"]) == site - {
        ".bantin-manifest.json"
    }
