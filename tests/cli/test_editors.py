"""``bantin editors``: npm fetches, sums are checked, and nothing is written unless all is right."""

import os
from pathlib import Path

import pytest

from bantin.cli import editors
from bantin.site.cms import Bundle
from tests.bulletins import COMPLETE, write
from tests.cli.commands import bantin
from tests.scaffold.test_bundles import PACKAGE, SUM

STATIC = "themes/default/static"
NPM = """#!/bin/sh
# pack NAME@VERSION --silent --pack-destination FOLDER
echo "$2" >> "{log}"
cp "{package}" "$5/x.tgz"
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bulletin, and an npm that has one package for every name."""
    tools = tmp_path / "bin"
    tools.mkdir()
    (tmp_path / "x.tgz").write_bytes(PACKAGE)
    (tools / "npm").write_text(NPM.format(log=tmp_path / "log", package=tmp_path / "x.tgz"))
    (tools / "npm").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
    found = (("a.js", "a"), ("b.js", "a"), ("c.js", "@b/c"))
    monkeypatch.setattr(editors, "BUNDLES", tuple(Bundle(name, one, "1.0.0", "x", SUM) for name, one in found))
    return write(tmp_path / "bulletin", COMPLETE)


def test_the_files_lie_among_the_static_files_and_a_package_is_fetched_once(root: Path, tmp_path: Path) -> None:
    result = bantin("editors", root)
    assert result.exit_code == 0
    assert {path.name: path.read_bytes() for path in (root / STATIC).iterdir()} == dict.fromkeys(
        ("a.js", "b.js", "c.js"), b"data"
    )
    assert (tmp_path / "log").read_text().split() == ["a@1.0.0", "@b/c@1.0.0"]


def test_a_package_with_another_sum_is_refused_and_nothing_is_written(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Bundle("y.js", "y", "1.0.0", "x", SUM[:-4] + "AAA=")
    monkeypatch.setattr(editors, "BUNDLES", (Bundle("a.js", "a", "1.0.0", "x", SUM), wrong))
    result = bantin("editors", root)
    assert result.exit_code == 2
    assert "y 1.0.0 không phải là gói đó" in result.stderr
    assert not (root / STATIC).exists()


def test_without_npm_or_a_bulletin_the_use_is_wrong(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin/npm").write_text("#!/bin/sh\necho no network >&2\nexit 1\n")
    assert "no network" in bantin("editors", root).stderr
    monkeypatch.setenv("PATH", "")
    assert "npm" in bantin("editors", root).stderr
    assert bantin("editors", tmp_path / "nowhere").exit_code == 2
