"""``bantin desk``: what it needs, before it serves anything."""

import socket
from pathlib import Path

import pytest

from bantin.desk.saving import Bulletin
from tests.cli.commands import bantin, process
from tests.desk.repository import git_in, repository


@pytest.fixture
def bulletin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bulletin:
    """A bulletin in a repository, on a machine whose user Git does not know."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return repository(tmp_path / "ban-tin")


def refused(bulletin: Bulletin, *options: str) -> str:
    """What the command says when it cannot be run as it is given."""
    result = bantin("desk", bulletin.git.root, *options)
    assert result.exit_code == 2, result.output
    return result.output


def known(bulletin: Bulletin) -> Bulletin:
    """The bulletin, whose user Git knows now."""
    bulletin.git("config", "user.name", "Quản Trị")
    bulletin.git("config", "user.email", "quan-tri@co-quan.example")
    return bulletin


def test_a_user_must_be_known(bulletin: Bulletin) -> None:
    assert "git config user.name" in refused(bulletin)


def test_the_bulletin_must_be_in_a_repository(bulletin: Bulletin, sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(sound.parent))
    result = bantin("desk", sound)
    assert result.exit_code == 2
    assert "không nằm trong kho Git" in result.output
    git_in(bulletin.git.root, "checkout", "--quiet", "--detach")
    assert "chưa có commit nào" in refused(bulletin)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "may-chu"])
def test_without_a_sign_in_it_listens_on_this_machine_only(bulletin: Bulletin, host: str) -> None:
    assert "--user-header" in refused(known(bulletin), "--host", host)


def test_behind_a_sign_in_publishers_are_named(bulletin: Bulletin) -> None:
    assert "Chưa ai được đăng" in refused(bulletin, "--user-header", "X-Remote-User")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--trusted", "khong-phai-mang"), "không phải là một mạng"),
        (("--base-url", "https://co-quan.example/bien-tap/"), "gốc của một tên miền"),
    ],
)
def test_wrong_values_are_explained(bulletin: Bulletin, options: tuple[str, ...], words: str) -> None:
    assert words in refused(known(bulletin), "--user-header", "X-Remote-User", "--publisher", "minh", *options)


def test_a_port_in_use_is_told_before_anything_is_built(bulletin: Bulletin) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        # In a process of its own: Tornado leaves the socket that it could not bind to the garbage collector.
        run = process("desk", known(bulletin).git.root, "--port", taken.getsockname()[1])
        _, told = run.communicate()
    assert run.returncode == 2
    assert "cannot-listen" in told.decode()
    assert not (bulletin.git.root / ".bantin/desk/site").exists()


def test_a_bulletin_without_the_programs_of_the_form_is_told(bulletin: Bulletin) -> None:
    result = bantin("desk", known(bulletin).git.root, "--port", "65432")
    assert result.exit_code == 1
    assert "bantin editors" in result.output
