"""Who is at the desk, and the token of the form."""

import base64
import hashlib
from datetime import timedelta
from pathlib import Path

import pytest

from bantin.counter.peers import parse_networks
from bantin.desk.editor import Editor, named
from bantin.desk.refusal import Refused
from bantin.desk.sign_in import SignIn, load_key, local_editor
from tests.desk.repository import LAN, MINH, NOW, repository

KEY = b"k" * 32
PROXIED = SignIn(KEY, header="X-Remote-User", trusted=parse_networks(["10.0.0.0/8"]))


def test_a_trusted_proxy_names_the_editor() -> None:
    assert PROXIED.editor("10.1.2.3", ["lan@co-quan.example"]) == Editor(
        "lan@co-quan.example", "lan@co-quan.example", "lan@co-quan.example"
    )
    assert PROXIED.editor("10.1.2.3", ["Nguyễn Thị Lan"]).email == "Nguy-n-Th-Lan@desk.invalid"


@pytest.mark.parametrize(
    ("peer", "values"),
    [
        ("127.0.0.1", ["lan"]),
        ("192.0.2.1", ["lan"]),
        ("", ["lan"]),
        ("10.1.2.3", []),
        ("10.1.2.3", ["lan", "minh"]),
        ("10.1.2.3", [""]),
        ("10.1.2.3", ["  "]),
        ("10.1.2.3", ["lan <a@b>"]),
        ("10.1.2.3", ["lan\nminh"]),
        ("10.1.2.3", ["a" * 101]),
    ],
)
def test_nobody_else_is_believed(peer: str, values: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        PROXIED.editor(peer, values)
    assert "Chưa đăng nhập" in refused.value.text("vi")


def test_a_header_is_not_read_where_none_is_asked_for() -> None:
    assert SignIn(KEY, LAN).editor("127.0.0.1", ["minh"]) == LAN


def test_a_token_is_that_of_its_editor() -> None:
    token = PROXIED.token(LAN)
    PROXIED.require_token(LAN, f"Bearer {token}")
    assert SignIn(KEY).token(LAN) == token
    for editor, text in ((MINH, f"Bearer {token}"), (LAN, ""), (LAN, f"Bearer {token}a"), (LAN, "Bearer é")):
        with pytest.raises(Refused):
            PROXIED.require_token(editor, text)
    with pytest.raises(Refused):
        SignIn(b"o" * 32).require_token(LAN, token)


def test_a_code_is_exchanged_once_in_time_by_the_form_that_asked() -> None:
    verifier = "v" * 43
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    codes = SignIn(KEY).codes
    assert not codes.redeem("unknown", verifier, LAN, NOW)
    assert codes.redeem(codes.grant(LAN, challenge, NOW), verifier, LAN, NOW)
    for editor, text, later in ((MINH, verifier, 0), (LAN, "other", 0), (LAN, verifier, 3)):
        code = codes.grant(LAN, challenge, NOW)
        assert not codes.redeem(code, text, editor, NOW + timedelta(minutes=later))
        assert not codes.redeem(code, verifier, LAN, NOW)


def test_the_key_is_kept_for_its_owner(tmp_path: Path) -> None:
    file = tmp_path / "desk/key"
    key = load_key(file)
    assert load_key(file) == key
    assert file.stat().st_mode & 0o777 == 0o600
    file.write_bytes(b"short")
    assert load_key(file) not in {key, b"short"}


def test_the_user_of_git_is_known_by_name_and_mail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git = repository(tmp_path / "ban-tin").git
    assert local_editor(git) is None
    git("config", "user.name", LAN.name)
    git("config", "user.email", LAN.email)
    assert local_editor(git) == Editor(LAN.email, LAN.name, LAN.email)


def test_publishers_are_named_by_login_or_mail_address() -> None:
    assert LAN.is_among(["Lan"])
    assert LAN.is_among(["LAN@co-quan.example"])
    assert not LAN.is_among(["minh", "Nguyễn Thị Lan"])
    assert named("lan") is not None
