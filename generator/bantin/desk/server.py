"""The server of the desk: the site with its form, the previews of changes, and the API that the form writes through.

It answers only under its own name, and writes only what its own pages send: neither another name that leads to this
machine nor a page of another site in the browser of an editor gets anything.
"""

from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import msgspec
from tornado.web import Application, RequestHandler, StaticFileHandler, stream_request_body

from bantin.desk import words
from bantin.desk.desk import Desk
from bantin.desk.editor import Editor
from bantin.desk.host import Call
from bantin.desk.refusal import Refused
from bantin.desk.sign_in import SignIn
from bantin.output.serving.rules import media_type

LARGEST = 160_000_000
"""The size in bytes of the largest request: a photo of the largest size, written in Base64."""
_API = "/api/v4/"
_NOT_FOUND = "404.html"
_SAFE = {"GET", "HEAD"}
# The policies of pages are in them; this part works only as a header.
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


@stream_request_body
class _Guarded(RequestHandler):
    """A handler that answers editors only, under the name of the desk."""

    def initialize(self, desk: Desk, sign_in: SignIn) -> None:
        """Called by Tornado for each request."""
        self._desk = desk
        self._sign_in = sign_in
        self.sent = bytearray()

    def data_received(self, chunk: bytes) -> None:
        """Called by Tornado for each piece of the body, once it is known who sends it."""
        self.sent += chunk

    def prepare(self) -> None:
        """Refuses what comes from elsewhere, and finds out who asks."""
        address = self._desk.reviewer.address.rstrip("/")
        if f"{urlsplit(address).scheme}://{self.request.host}" != address:
            raise Refused(HTTPStatus.MISDIRECTED_REQUEST, words.WRONG_HOST, address=f"{address}/")
        origin = self.request.headers.get("Origin", address)
        if self.request.method not in _SAFE and origin != address:
            raise Refused(HTTPStatus.FORBIDDEN, words.OTHER_ORIGIN)
        header = self._sign_in.header
        values = [
            one.encode("latin-1").decode("utf-8", "replace") for one in self.request.headers.get_list(header or "-")
        ]
        self.editor: Editor = self._sign_in.editor(self.request.remote_ip or "", values)

    def set_default_headers(self) -> None:
        """Called by Tornado before each answer."""
        for name, value in _HEADERS.items():
            self.set_header(name, value)

    def log_exception(self, kind: object, value: BaseException | None, trace: object) -> None:
        """Logs what the desk did not expect. A refusal is an answer."""
        if not isinstance(value, Refused):
            super().log_exception(kind, value, trace)  # type: ignore[arg-type]

    def send_error(self, status_code: int = 500, **more: object) -> None:
        """Answers a refusal with its words."""
        error = more.get("exc_info", (None, None, None))[1]  # type: ignore[index]
        if isinstance(error, Refused) and not self._headers_written:
            self.clear()
            self.set_status(error.status)
            self.refuse(error.text(self._desk.language))
            return
        super().send_error(status_code, **more)

    def refuse(self, text: str) -> None:
        """Answers with the reason of a refusal."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(text + "\n")


class _WithToken(_Guarded):
    """A handler that answers the form, which has a token."""

    def prepare(self) -> None:
        """See above; and requires the token."""
        super().prepare()
        self._sign_in.require_token(self.editor, self.request.headers.get("Authorization", ""))

    def refuse(self, text: str) -> None:
        """Answers with the reason as the form reads it."""
        self.finish({"message": text})


class _Api(_WithToken):
    """What the form asks of the host."""

    async def respond(self) -> None:
        """Answers whatever the method."""
        # As it was sent: names of branches and files contain encoded slashes.
        path = self.request.path.removeprefix(_API).removeprefix("/api/")
        query = {name: self.get_query_argument(name) for name in self.request.query_arguments}
        call = Call(self.editor, self.request.method or "", path, query, bytes(self.sent))
        answer = await self._desk.answer(call)
        is_file = isinstance(answer, bytes)
        self.set_header("Content-Type", "application/octet-stream" if is_file else "application/json; charset=utf-8")
        self.finish(answer if isinstance(answer, bytes) else msgspec.json.encode(answer))

    get = post = put = delete = respond


class _Seen(msgspec.Struct, frozen=True):
    """The commit that an editor has seen of a change."""

    sha: str = ""


class _Publishing(_WithToken):
    """Publishes a change."""

    async def put(self, number: str) -> None:
        """Publishes the change that the editor has seen."""
        seen: _Seen = Call(self.editor, "", "", {}, bytes(self.sent) or b"{}").read(_Seen)
        await self._desk.publish(self.editor, int(number), seen.sha)
        self.finish({"state": "merged"})


class _Standings(_WithToken):
    """How the changes stand that wait."""

    async def get(self) -> None:
        """Answers with all of them."""
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(msgspec.json.encode(await self._desk.standings()))


class _Authorize(_Guarded):
    """Signs the editor in: sends the form's window back to the form, with a code (RFC 6749, section 4.1)."""

    def get(self) -> None:
        """Redirects to the form, and nowhere else."""
        back = self.get_query_argument("redirect_uri", "")
        if not back.startswith(self._desk.reviewer.address):
            raise Refused(HTTPStatus.BAD_REQUEST, words.BAD_REQUEST)
        code = self._sign_in.codes.grant(self.editor, self.get_query_argument("code_challenge", ""), self._desk.now())
        answer = urlencode({"code": code, "state": self.get_query_argument("state", "")})
        self.redirect(f"{back}?{answer}")


class _Exchange(msgspec.Struct, frozen=True):
    """A code, and what proves that it was given to this form."""

    code: str
    code_verifier: str


class _Token(_Authorize):
    """Exchanges a code for a token."""

    def post(self) -> None:
        """Answers with the token."""
        asked: _Exchange = Call(self.editor, "", "", {}, bytes(self.sent)).read(_Exchange)
        if not self._sign_in.codes.redeem(asked.code, asked.code_verifier, self.editor, self._desk.now()):
            raise Refused(HTTPStatus.BAD_REQUEST, words.SESSION_ENDED)
        self.finish({"access_token": self._sign_in.token(self.editor), "token_type": "Bearer"})


class _Files(_Guarded, StaticFileHandler):
    """The files of the site."""

    def initialize(self, desk: Desk, sign_in: SignIn) -> None:  # type: ignore[override]
        """Called by Tornado for each request."""
        _Guarded.initialize(self, desk, sign_in)
        StaticFileHandler.initialize(self, str(desk.reviewer.site), "index.html")

    def get_content_type(self) -> str:
        """The type of the file, by its name."""
        return media_type(Path(self.absolute_path or "").name)

    def set_extra_headers(self, _path: str) -> None:
        """Lets nothing be cached: the next build may change it."""
        self.set_header("Cache-Control", "no-store")

    def write_error(self, status_code: int, **more: object) -> None:
        """Shows the page of the site for what is not there."""
        page = Path(self.root) / _NOT_FOUND
        if status_code == HTTPStatus.NOT_FOUND and page.is_file():
            self.set_header("Content-Type", media_type(page.name))
            self.finish(page.read_bytes())
        else:
            super().write_error(status_code, **more)


class _Preview(_Files):
    """The files of the preview of a change."""

    async def get(self, number: str, path: str, include_body: bool = True) -> None:  # type: ignore[override] # noqa: FBT001, FBT002 - Tornado's
        """Answers with a file."""
        self.root = str(self._desk.reviewer.preview(int(number)))
        await StaticFileHandler.get(self, path or "", include_body)

    async def head(self, number: str, path: str) -> None:  # type: ignore[override]
        """Answers without the content."""
        await self.get(number, path, include_body=False)


def application(desk: Desk, sign_in: SignIn) -> Application:
    """The application that serves ``desk``."""
    known: dict[str, object] = {"desk": desk, "sign_in": sign_in}
    return Application(
        [
            (r"/oauth/authorize", _Authorize, known),
            (r"/oauth/token", _Token, known),
            (r"/api/graphql", _Api, known),
            (r"/api/desk/changes", _Standings, known),
            (r"/api/v4/projects/[^/]+/merge_requests/(\d{1,9})/merge", _Publishing, known),
            (r"/api/v4/.*", _Api, known),
            (r"/xem-thu/(\d{1,9})/(.*)", _Preview, known),
            (r"/(.*)", _Files, known),
        ],
        # Refusals are answers; what the desk did not expect is logged all the same.
        log_function=lambda _handler: None,
    )
