"""Static files: their names change with their content, and with the files that they refer to."""

import posixpath
import re
from pathlib import Path

import pytest

from bantin.render import load_assets
from tests.bulletins import write
from tests.render.themes import ALONE, CHILD, assets_of, theme_of

NAME = re.compile(r"static/(.+)\.[0-9a-f]{10}(\.[a-z]+)?")


def files(root: Path, *layers: dict[str, str | bytes]) -> dict[str, str]:
    """The static files of a theme of these, each by the name that templates know it by."""
    write(root, ALONE, *({f"themes/mine/static/{name}": data for name, data in layer.items()} for layer in layers))
    assets = assets_of(root)
    data = {artifact.path: artifact.data.decode() for artifact in assets.artifacts}
    return {name: data[address] for name, address in assets.addresses.items()}


def addresses(root: Path, name: str = "mine") -> dict[str, str]:
    return dict(assets_of(root, name).addresses)


def test_every_file_has_a_digest_in_its_name(tmp_path: Path) -> None:
    write(
        tmp_path, ALONE, {"themes/mine/static/a.css": "", "themes/mine/static/b/c.svg": "", "themes/mine/static/d": ""}
    )
    names = {}
    for name, address in addresses(tmp_path).items():
        match = NAME.fullmatch(address)
        assert match
        names[name] = match[1] + (match[2] or "")
    assert names == {"a.css": "a.css", "b/c.svg": "b/c.svg", "d": "d"}


def test_a_name_changes_with_the_content_and_with_nothing_else(tmp_path: Path) -> None:
    here = write(tmp_path / "here", CHILD, {"themes/mine/static/a.js": "1", "themes/mine/static/b.js": "1"})
    there = write(tmp_path / "there", CHILD, {"themes/mine/static/a.js": "2", "themes/mine/static/b.js": "1"})
    before, after = addresses(here), addresses(there)
    assert {name for name in before if before[name] != after[name]} == {"a.js"}


@pytest.mark.parametrize(
    ("sheet", "asked", "written"),
    [
        ("a.css", "url(x.png)", "url({x})"),
        ("a.css", "url('x.png')", "url('{x}')"),
        ("a.css", 'url("x.png")', 'url("{x}")'),
        ("a.css", "url( 'x.png' )", "url( '{x}' )"),
        ("a.css", "url(./x.png)", "url({x})"),
        ("a.css", "url(x.png?v=1)", "url({x}?v=1)"),
        ("a.css", "url(x.png#icon)", "url({x}#icon)"),
        ("a.css", "url(x.png), url(x.png)", "url({x}), url({x})"),
        ("css/a.css", "url(../x.png)", "url(../{x})"),
        ("css/deep/a.css", "url(../../x.png)", "url(../../{x})"),
    ],
)
def test_an_address_in_a_style_sheet_follows_the_new_name(tmp_path: Path, sheet: str, asked: str, written: str) -> None:
    made = files(tmp_path, {sheet: f"a {{ background: {asked} }}", "x.png": b"x"})
    image = posixpath.basename(addresses(tmp_path)["x.png"])
    assert made[sheet] == f"a {{ background: {written.format(x=image)} }}"


@pytest.mark.parametrize(
    "address",
    [
        "url(https://x.example/a.png)",
        "url(data:image/png;base64,AAAA)",
        "url('data:image/png;base64,AAAA')",
        "url(//x.example/a.png)",
        "url(/a.png)",
        "url(#gradient)",
    ],
)
def test_an_address_outside_the_theme_stays_as_it_is(tmp_path: Path, address: str) -> None:
    sheet = f"a {{ background: {address} }}"
    assert files(tmp_path, {"a.css": sheet})["a.css"] == sheet


def test_a_style_sheet_changes_its_name_with_what_it_asks_for_however_far_away(tmp_path: Path) -> None:
    sheets: dict[str, str | bytes] = {
        "themes/mine/static/a.css": "@import url(z.css);",
        "themes/mine/static/z.css": "b { background: url(img/x.png) }",
        "themes/mine/static/c.css": "c { color: red }",
    }
    here = write(tmp_path / "here", ALONE, sheets, {"themes/mine/static/img/x.png": b"1"})
    there = write(tmp_path / "there", ALONE, sheets, {"themes/mine/static/img/x.png": b"2"})
    before, after = addresses(here), addresses(there)
    assert {name for name in before if before[name] != after[name]} == {"a.css", "z.css", "img/x.png"}


def test_every_address_of_every_style_sheet_is_that_of_a_file_that_is_published(tmp_path: Path) -> None:
    files(
        tmp_path,
        {
            "a.css": "@import url(css/b.css); a { background: url(x.png) }",
            "css/b.css": "b { background: url(../x.png); src: url('font/f.woff2') }",
            "css/font/f.woff2": b"f",
            "x.png": b"x",
        },
    )
    artifacts = {artifact.path: artifact.data for artifact in assets_of(tmp_path).artifacts}
    asked = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
        for path, data in artifacts.items()
        for name in re.findall(r"url\('?([^')]+)", data.decode())
    }
    assert len(asked) == 3
    assert asked <= set(artifacts)


@pytest.mark.parametrize(
    ("script", "asked", "written"),
    [
        ("a.js", 'import { x } from "./x.js";', 'import { x } from "./{x}";'),
        ("a.js", "import './x.js'", "import './{x}'"),
        ("a.js", 'const { x } = await import("./x.js");', 'const { x } = await import("./{x}");'),
        ("a.js", 'export*from"./x.js"', 'export*from"./{x}"'),
        ("js/a.js", 'import("../x.js")', 'import("../{x}")'),
        # None of these is a module of the theme.
        ("a.js", 'import("./y.js")', 'import("./y.js")'),
        ("a.js", 'import("x.js"); load("./x.js")', 'import("x.js"); load("./x.js")'),
        (
            "a.js",
            'import("/x.js"); import("https://x.example/x.js")',
            'import("/x.js"); import("https://x.example/x.js")',
        ),
        ("a.txt", 'import("./x.js")', 'import("./x.js")'),
    ],
)
def test_a_module_that_a_script_imports_follows_the_new_name(
    tmp_path: Path, script: str, asked: str, written: str
) -> None:
    made = files(tmp_path, {script: asked, "x.js": "export const x = 1;"})
    module = posixpath.basename(addresses(tmp_path)["x.js"])
    assert made[script] == written.replace("{x}", module)


def test_a_script_changes_its_name_with_the_modules_that_it_imports(tmp_path: Path) -> None:
    scripts: dict[str, str | bytes] = {
        "themes/mine/static/a.js": 'import "./z.js";',
        "themes/mine/static/z.js": 'import "./b.js";',
        "themes/mine/static/c.js": "",
    }
    here = write(tmp_path / "here", ALONE, scripts, {"themes/mine/static/b.js": "1"})
    there = write(tmp_path / "there", ALONE, scripts, {"themes/mine/static/b.js": "2"})
    before, after = addresses(here), addresses(there)
    assert {name for name in before if before[name] != after[name]} == {"a.js", "z.js", "b.js"}


def test_modules_that_import_each_other_are_a_problem(tmp_path: Path) -> None:
    """No name could hold the digests of both."""
    modules = {"themes/mine/static/a.js": 'import "./b.js"', "themes/mine/static/b.js": 'import "./a.js"'}
    write(tmp_path, ALONE, modules)
    (problem,) = load_assets(theme_of(tmp_path), tmp_path).problems
    assert (problem.code, str(problem.location)) == ("unknown-asset", "themes/mine/static/b.js")


def test_a_style_sheet_that_is_not_utf_8_is_published_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, ALONE, {"themes/mine/static/a.css": b"a::before { content: '\xff' }"})
    (artifact,) = assets_of(tmp_path).artifacts
    assert artifact.data == b"a::before { content: '\xff' }"


@pytest.mark.parametrize("asked", ["khong-co.png", "../../secret", "X.png"])
def test_a_style_sheet_that_asks_for_a_missing_file_is_a_problem(tmp_path: Path, asked: str) -> None:
    write(tmp_path, ALONE, {"themes/mine/static/a.css": f"a {{ b: url({asked}) }}", "themes/mine/static/x.png": ""})
    (problem,) = load_assets(theme_of(tmp_path), tmp_path).problems
    assert (problem.code, str(problem.location)) == ("unknown-asset", "themes/mine/static/a.css")


def test_the_file_of_the_nearer_theme_wins_and_the_others_are_there_too(tmp_path: Path) -> None:
    write(tmp_path, CHILD, {"themes/mine/static/main.css": "mine", "themes/mine/static/own.css": "own"})
    assets = assets_of(tmp_path)
    data = {artifact.path: artifact.data for artifact in assets.artifacts}
    assert data[assets.addresses["main.css"]] == b"mine"
    assert {"main.css", "own.css", "icon.svg", "disk.js"} <= set(assets.addresses)


def test_hidden_files_are_not_published(tmp_path: Path) -> None:
    assert files(tmp_path, {".DS_Store": "x", ".git/config": "x", "a.css": ""}) == {"a.css": ""}


def test_the_default_theme_is_sound(tmp_path: Path) -> None:
    assert {"main.css", "icon.svg"} <= set(addresses(tmp_path, "default"))
