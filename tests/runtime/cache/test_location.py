"""The secret that seals the cache: it belongs to one user, and is kept."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.runtime.cache import CacheLocation, load_secret

KEY = "cache.key"


def test_a_secret_is_made_once_and_found_again(tmp_path: Path) -> None:
    secret = load_secret(tmp_path / "state/bantin")
    assert secret
    assert len(secret) == 32
    assert load_secret(tmp_path / "state/bantin") == secret
    assert load_secret(tmp_path / "another") != secret


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    load_secret(tmp_path / "state")
    assert stat.S_IMODE((tmp_path / "state" / KEY).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "state").stat().st_mode) == 0o700
    assert [path.name for path in (tmp_path / "state").iterdir()] == [KEY]


def linked(key: Path) -> None:
    key.rename(key.with_name("elsewhere"))
    key.symlink_to("elsewhere")


def piped(key: Path) -> None:
    key.unlink()
    os.mkfifo(key, 0o600)


SPOILT: dict[str, Callable[[Path], object]] = {
    "open to the group": lambda key: key.chmod(0o640),
    "open to all": lambda key: key.chmod(0o604),
    "cut": lambda key: key.write_bytes(key.read_bytes()[:-1]),
    "longer": lambda key: key.write_bytes(key.read_bytes() + b"x"),
    "empty": lambda key: key.write_bytes(b""),
    "a link": linked,
    "a pipe": piped,
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_may_be_known_to_others_is_replaced(tmp_path: Path, name: str) -> None:
    before = load_secret(tmp_path)
    SPOILT[name](tmp_path / KEY)
    after = load_secret(tmp_path)
    assert after
    assert after != before
    assert load_secret(tmp_path) == after


@pytest.mark.skipif(os.geteuid() != 0, reason="only an administrator can give a file away")
def test_what_belongs_to_somebody_else_is_replaced(tmp_path: Path) -> None:
    before = load_secret(tmp_path)
    os.chown(tmp_path / KEY, 12345, 12345)
    assert load_secret(tmp_path) not in {None, before}
    assert (tmp_path / KEY).stat().st_uid == 0


@pytest.mark.parametrize("make", [lambda path: path.write_text("a file"), lambda path: path.symlink_to("nowhere/at")])
def test_where_none_can_be_kept_there_is_none(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path / "state")
    assert load_secret(tmp_path / "state/bantin") is None


def test_links_are_found_on_the_way_and_in_the_folder(tmp_path: Path) -> None:
    location = CacheLocation(tmp_path / ".bantin", b"")
    assert location.links(tmp_path) == []
    (tmp_path / ".bantin/images").mkdir(parents=True)
    (tmp_path / ".bantin/cache.db").symlink_to("nowhere")
    assert location.links(tmp_path) == []
    (tmp_path / ".bantin/preview").symlink_to(tmp_path)
    assert location.links(tmp_path) == [tmp_path / ".bantin/preview"]
    (tmp_path / ".bantin").rename(tmp_path / "elsewhere")
    (tmp_path / ".bantin").symlink_to("elsewhere")
    assert location.links(tmp_path) == [tmp_path / ".bantin"]
    (tmp_path / "root").symlink_to(tmp_path)
    assert CacheLocation(tmp_path / "root/elsewhere", b"").links(tmp_path / "root") == [
        tmp_path / "root/elsewhere/preview"
    ]


@pytest.mark.parametrize("error", [FileNotFoundError, NotADirectoryError, PermissionError])
def test_a_folder_that_cannot_be_looked_into_has_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError]
) -> None:
    def refuse(_folder: Path) -> None:
        raise error

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert CacheLocation(tmp_path / ".bantin", b"").links(tmp_path) == []
