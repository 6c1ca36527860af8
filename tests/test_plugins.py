"""Plugins: an installed package adds pages, checks and filters; its errors are reported with its name."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from bantin.build.build import build
from bantin.domain.problems import LANGUAGES, BulletinError, Problem
from bantin.runtime.cache import program_version
from bantin.runtime.entry_points import PluginEntry, installed_plugins
from bantin.runtime.workers import local
from tests.bulletins import ARTICLE, COMPLETE, SITE, UNSEARCHED, files_of, request, tools, write
from tests.conftest import REPOSITORY

PLACED = ARTICLE.replace("  scope: central\n", "  scope: central\n  signed_at: Hà Nội\n")
SETTINGS = {"content/site.yml": f"{SITE}languages: [vi, en]\nsearch: off\n"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample plugin as a wheel."""
    made = tmp_path_factory.mktemp("plugin")
    source = shutil.copytree(REPOSITORY / "tests/plugin", made / "source")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(made), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    return next(made.glob("*.whl"))


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Path:
    """A folder in which the sample plugin is installed."""
    folder = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    return folder


def bantin(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The result of the command with the plugin installed."""
    command = [sys.executable, "-m", "bantin", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def built(installed: Path, root: Path, *more: str, out: str = "site") -> dict[str, bytes]:
    """The site that the command makes of the bulletin in ``root``."""
    done = bantin(installed, "build", str(root), "-o", str(root / out), "--as-of", "2026-01-01", *more)
    assert done.returncode == 0, done.stderr
    return files_of(root / out)


def test_an_installed_package_adds_a_kind_of_pages_a_check_and_a_filter(installed: Path, tmp_path: Path) -> None:
    root = write(tmp_path / "bulletin", COMPLETE, SETTINGS)
    done = bantin(installed, "build", str(root))
    assert done.returncode == 0, done.stderr
    assert "Chưa ghi nơi ký “Hai cơ quan ký quy chế”." in done.stdout + done.stderr
    assert "no-place" in bantin(installed, "check", str(root), "--format", "json").stdout
    write(root, {"content/articles/2020/bai.md": PLACED})
    site = built(installed, root)
    vi, en = (site[f"{address}/index.html"].decode() for address in ("noi-ky", "en/noi-ky"))
    assert "<h2>HÀ NỘI</h2>" in vi
    assert "<h2>HÀ NỘI</h2>" in en
    assert 'aria-label="Đã ký tại đây"' in vi
    assert 'href="../bai-viet/2020/bai/"' in vi
    assert 'href="../../noi-ky/" lang="vi"' in en
    assert b"https://bantin.example/noi-ky/" in site["sitemap.xml"]


def test_a_warm_build_is_a_cold_one_with_a_plugin(installed: Path, tmp_path: Path) -> None:
    root = write(tmp_path / "bulletin", COMPLETE, UNSEARCHED)
    for text in (ARTICLE, PLACED, PLACED.replace("Hà Nội", "Huế"), PLACED.replace("Nội dung.", "Nội dung khác.")):
        write(root, {"content/articles/2020/bai.md": text})
        assert built(installed, root) == built(installed, root, "--no-cache", out="cold")


@pytest.mark.parametrize(
    ("file", "edit", "shown"),
    [
        ("filters.py", ("text.upper()", "text.lower()"), "<h2>hà nội</h2>"),
        ("pages.py", ('"Nơi ký"', '"Nơi đã ký"'), "<h1>Nơi đã ký</h1>"),
        ("theme/templates/places.html", ("<h1>", "<p>Mới</p><h1>"), "<p>Mới</p>"),
        ("theme/locale/vi/LC_MESSAGES/messages.po", ("Đã ký tại", "Ký tại"), 'aria-label="Ký tại đây"'),
    ],
)
def test_a_plugin_that_has_changed_makes_its_pages_again(
    file: str, edit: tuple[str, str], shown: str, installed: Path, tmp_path: Path
) -> None:
    root = write(tmp_path / "bulletin", COMPLETE, UNSEARCHED, {"content/articles/2020/bai.md": PLACED})
    before = built(installed, root)["noi-ky/index.html"].decode()
    path = installed / "bantin_places" / file
    path.write_text(path.read_text().replace(*edit))
    after = built(installed, root)["noi-ky/index.html"].decode()
    assert shown not in before
    assert shown in after
    shutil.rmtree(installed)
    assert "noi-ky/index.html" not in built(installed, root)


def test_a_text_may_lead_to_a_page_of_a_plugin(installed: Path, tmp_path: Path) -> None:
    text = PLACED.replace("Nội dung.", "Xem [nơi ký](/noi-ky/).")
    root = write(tmp_path / "bulletin", COMPLETE, UNSEARCHED, {"content/articles/2020/bai.md": text})
    assert b'href="../../../noi-ky/"' in built(installed, root)["bai-viet/2020/bai/index.html"]
    assert "broken-link" in bantin(tmp_path, "check", str(root), "--format", "json").stdout


HEAD = "from bantin.plugin import *\n"
CONTENT = "class Content(PageContent, frozen=True):\n    words: object = ''\n"
PLAN = "def plan(bulletin, bodies):\n    yield Page({arguments})\n\n\nkind = PageKind('mine', plan)\n"
FAILING = {
    "it cannot be imported": ("kinds", "import no_such_module", "no_such_module"),
    "it ends the program": ("kinds", "raise SystemExit(3)", "SystemExit: 3"),
    "it has no such name": ("kinds", "", "kind"),
    "it is no kind of pages": ("kinds", "kind = 1", "no PageKind"),
    "its theme is gone": (
        "kinds",
        f"{HEAD}from pathlib import Path\nkind = PageKind('mine', print, theme=Path('/no/theme'))",
        "/no/theme",
    ),
    "it is no function": ("checks", "kind = 1", "no function"),
    "its plan raises": ("kinds", f"{HEAD}def plan(*_): raise ValueError('oh')\nkind = PageKind('mine', plan)", "oh"),
    "its plan makes no pages": ("kinds", f"{HEAD}kind = PageKind('mine', lambda *_: [1])", "1 is no Page"),
    "its plan makes nothing": ("kinds", f"{HEAD}kind = PageKind('mine', lambda *_: None)", "NoneType"),
    "it leads out of the site": (
        "kinds",
        HEAD + CONTENT + PLAN.format(arguments="'../a/', 'A', 'list.html', Content()"),
        "“../a/” is no address",
    ),
    "nobody could tell whether it has changed": (
        "kinds",
        HEAD + CONTENT + PLAN.format(arguments="'a/', 'A', 'list.html', Content([])"),
        "cannot be made of a list",
    ),
    "its view raises": (
        "kinds",
        f"{HEAD}{CONTENT}    def view(self, *_): raise OSError('oh')\n"
        + PLAN.format(arguments="'a/', 'A', 'list.html', Content()"),
        "OSError: oh",
    ),
    "it makes no view": (
        "kinds",
        f"{HEAD}{CONTENT}    def view(self, *_): return 'oh'\n"
        + PLAN.format(arguments="'a/', 'A', 'list.html', Content()"),
        "'oh' is no View",
    ),
    "its check raises": ("checks", "def kind(bulletin): return 1 / 0", "division by zero"),
    "its check finds nonsense": ("checks", "def kind(bulletin): return ['oh']", "'oh' is no Problem"),
    "its problem lacks a value": (
        "checks",
        f"{HEAD}WRONG = Kind('wrong', Severity.ERROR, Wording('a', 'b'), Wording('{{c}}', 'd'))\n"
        "def kind(bulletin): return [WRONG.at(Location('content/site.yml'))]",
        "KeyError: 'c'",
    ),
    "its filter raises": ("filters", "def kind(text): raise ValueError('oh')", "ValueError: oh"),
}


def problems_with(root: Path, *entries: PluginEntry, jobs: int = 1) -> tuple[Problem, ...]:
    """The problems of the bulletin in ``root`` with plugins installed."""
    try:
        build(request(root), root / "site", replace(tools(local(jobs)), plugins=entries))
    except BulletinError as error:
        return error.problems
    return ()


@pytest.mark.parametrize("what", FAILING)
def test_what_a_plugin_gets_wrong_is_a_problem_that_names_it(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group, code, reason = FAILING[what]
    module = re.sub(r"\W", "_", f"bantin_mine_{what}")
    using = {"themes/default/templates/404.html": "{{ page.title | mine }}"}
    root = write(tmp_path / "bulletin", COMPLETE, using if group == "filters" else {})
    monkeypatch.syspath_prepend(str(write(tmp_path / "installed", {f"{module}.py": code}) / ""))
    entry = PluginEntry("bantin-mine", f"bantin.{group}", "mine", f"{module}:kind")
    for jobs in (1, 2):
        (problem,) = problems_with(root, entry, jobs=jobs)
        assert problem.code == "plugin-failed"
        for language in LANGUAGES:
            assert "bantin-mine" in problem.message(language)
            assert reason in problem.message(language)
            assert problem.hint(language)
    assert not (root / "site/index.html").exists()


@pytest.mark.parametrize("name", ["upper", "number", "linked"])
def test_a_plugin_does_not_take_the_place_of_a_filter(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path / "bulletin", COMPLETE)
    monkeypatch.syspath_prepend(str(write(tmp_path / "installed", {"bantin_taking.py": "kind = len"})))
    (problem,) = problems_with(root, PluginEntry("bantin-mine", "bantin.filters", name, "bantin_taking:kind"))
    assert (problem.code, problem.value("plugin"), problem.value("name")) == (
        "plugin-filter-taken",
        "bantin-mine",
        name,
    )


def test_what_plugins_collide_with_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = HEAD + CONTENT + PLAN.format(arguments="'luu-tru/', 'A', 'list.html', Content()")
    monkeypatch.syspath_prepend(str(write(tmp_path / "installed", {"bantin_colliding.py": code})))
    root = write(tmp_path / "bulletin", COMPLETE)
    entry = PluginEntry("bantin-mine", "bantin.kinds", "mine", "bantin_colliding:kind")
    assert [problem.code for problem in problems_with(root, entry)] == ["address-collision"]


def test_plugins_are_found_by_what_their_packages_announce(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = "bantin_mine-1.0.dist-info"
    announced = (
        "[bantin.checks]\nb = mine.b:find\n\n[bantin.filters]\na = mine:a\n\n[console_scripts]\nmine = mine:main\n"
    )
    files = {
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: bantin-mine\nVersion: 1.0\n",
        f"{info}/entry_points.txt": announced,
        "mine/__init__.py": "raise ValueError",
        "mine/theme/a.html": "a",
    }
    installed = write(tmp_path, files)
    monkeypatch.syspath_prepend(str(installed))
    found = tuple(one for one in installed_plugins() if one.plugin == "bantin-mine")
    assert found == (
        PluginEntry("bantin-mine", "bantin.checks", "b", "mine.b:find"),
        PluginEntry("bantin-mine", "bantin.filters", "a", "mine:a"),
    )
    versions = [program_version(()), program_version(found)]
    for path in ("mine/__init__.py", "mine/theme/a.html"):
        write(installed, {path: "raise KeyError"})
        versions.append(program_version(found))
    write(installed, {"mine/new.py": ""})
    versions.append(program_version(found))
    assert len(set(versions)) == len(versions)
    assert program_version([replace(found[0], target="no_such_package:x")]) == versions[0]


def test_the_plugin_of_the_documentation_is_the_one_that_is_tested() -> None:
    text = (REPOSITORY / "docs/plugins.md").read_text()
    shown = re.findall(r"^`([^`]+)`\n\n```\w+\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert len(shown) == 5
    for path, said in shown:
        assert (REPOSITORY / "tests/plugin" / path).read_text() == said, path
