"""Signing in: who is at the desk, and the token by which the form shows that it was opened from there.

The desk has no passwords. On the machine itself the editor is the user whom Git knows; behind the agency's own sign-in
it is the one whom the proxy names, which is believed only if it is a trusted one. The token keeps other sites from
writing that the browser of an editor may have open: it is bound to the editor, and lasts when the desk is restarted.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path

from msgspec import Struct, field

from bantin.counter.peers import LOOPBACK, Network, read_address
from bantin.desk import words
from bantin.desk.editor import Editor, named
from bantin.desk.git import Git, GitFailed
from bantin.desk.refusal import Refused

_SHORT = timedelta(minutes=2)
"""How long a code may be exchanged for a token."""
_KEY_SIZE = 32


class _Grant(Struct, frozen=True):
    """What a code stands for: an editor, the form's challenge (RFC 7636), and when it ends."""

    editor: Editor
    challenge: str
    ends: datetime


class Codes:
    """The codes that the form exchanges for tokens, each once."""

    def __init__(self) -> None:
        self._granted: dict[str, _Grant] = {}

    def grant(self, editor: Editor, challenge: str, now: datetime) -> str:
        """Returns a code for ``editor``."""
        self._granted = {code: one for code, one in self._granted.items() if one.ends > now}
        code = secrets.token_urlsafe()
        self._granted[code] = _Grant(editor, challenge, now + _SHORT)
        return code

    def redeem(self, code: str, verifier: str, editor: Editor, now: datetime) -> bool:
        """Whether the code was given to ``editor`` a moment ago, for the challenge that ``verifier`` answers."""
        grant = self._granted.pop(code, None)
        digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        return grant is not None and grant.ends > now and grant.editor == editor and grant.challenge == digest


class SignIn(Struct, frozen=True):
    """How editors are known: by the ``header`` of a proxy in ``trusted`` networks, or else as ``local``."""

    key: bytes
    local: Editor | None = None
    header: str = ""
    trusted: tuple[Network, ...] = LOOPBACK
    codes: Codes = field(default_factory=Codes)

    def editor(self, peer: str, values: Sequence[str]) -> Editor:
        """The editor who asks. ``peer`` is the other end of the connection, ``values`` those of the header.

        Raises ``Refused`` if nobody trustworthy says who it is.
        """
        if not self.header:
            found = self.local
        else:
            address = read_address(peer)
            is_trusted = address is not None and any(address in network for network in self.trusted)
            found = named(values[0]) if is_trusted and len(values) == 1 else None
        if found is None:
            raise Refused(HTTPStatus.UNAUTHORIZED, words.NOT_SIGNED_IN)
        return found

    def token(self, editor: Editor) -> str:
        """The token of an editor."""
        return hmac.new(self.key, editor.login.encode(), hashlib.sha256).hexdigest()

    def require_token(self, editor: Editor, authorization: str) -> None:
        """Raises ``Refused`` unless the header ``Authorization`` has the token of ``editor``."""
        if not hmac.compare_digest(authorization.rpartition(" ")[2].encode(), self.token(editor).encode()):
            raise Refused(HTTPStatus.UNAUTHORIZED, words.SESSION_ENDED)


def local_editor(git: Git) -> Editor | None:
    """The user whom Git knows on this machine; ``None`` if it knows no name or no mail address."""
    try:
        name, email = git.line("config", "user.name"), git.line("config", "user.email")
    except GitFailed:
        return None
    return Editor(email, name, email) if name and email else None


def load_key(file: Path) -> bytes:
    """The secret key in ``file``, which is written if it is not there, for its owner alone."""
    try:
        found = file.read_bytes()
        if len(found) == _KEY_SIZE:
            return found
    except FileNotFoundError:
        pass
    key = secrets.token_bytes(_KEY_SIZE)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    file.touch(0o600)
    file.write_bytes(key)
    return key
