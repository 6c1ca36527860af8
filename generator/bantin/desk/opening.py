"""Opens the desk: puts its parts together, and runs its server."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec import Struct
from tornado.httpserver import HTTPServer

from bantin.desk.desk import Desk
from bantin.desk.git import Git
from bantin.desk.host import PROJECT
from bantin.desk.review import FOLDER, Reviewer
from bantin.desk.saving import Bulletin
from bantin.desk.server import LARGEST, application
from bantin.desk.sign_in import SignIn
from bantin.domain.model import Cms, CmsBackend
from bantin.domain.problems import Language, Problem
from bantin.runtime.cache import CacheLocation
from bantin.site.addresses import WORDS

_PATIENCE = 120.0  # seconds
KEY = f"{FOLDER}/key"
"""The file with the secret of the tokens, below the root."""


class Opening(Struct, frozen=True):
    """What a desk is opened for: a public ``branch``, the ``publishers`` of it, and the ``address`` to serve at.

    The address ends with a slash. ``reviewed`` asks that what is saved waits for somebody to publish it.
    """

    git: Git
    branch: str
    publishers: tuple[str, ...]
    address: str
    language: Language
    reviewed: bool = True
    cache: CacheLocation | None = None
    sandboxed: bool = False

    @property
    def form(self) -> str:
        """Where the form is, below the address."""
        return f"{WORDS[self.language].editors}/"

    @property
    def settings(self) -> Cms:
        """The settings of the form."""
        origin = self.address.rstrip("/")
        return Cms(
            CmsBackend.GITLAB,
            PROJECT,
            self.branch,
            base_url=origin,
            api_root=f"{origin}/api/v4",
            app_id="bantin",
            review=self.reviewed,
            is_served=True,
        )


def open_desk(opening: Opening, clock: Callable[[], datetime], report: Callable[[Sequence[Problem]], None]) -> Desk:
    """The desk; its site is still to be built."""
    bulletin = Bulletin(opening.git, opening.branch, opening.publishers)
    reviewer = Reviewer(opening.git, opening.address, opening.settings, clock, opening.cache, opening.sandboxed)
    return Desk(bulletin, reviewer, clock, opening.language, report)


def run(desk: Desk, sign_in: SignIn, host: str, port: int) -> None:
    """Serves the desk until it is interrupted."""
    asyncio.run(_serve(desk, sign_in, host, port))


async def _serve(desk: Desk, sign_in: SignIn, host: str, port: int) -> None:
    server = HTTPServer(
        application(desk, sign_in),
        max_buffer_size=LARGEST,
        body_timeout=_PATIENCE,
        idle_connection_timeout=_PATIENCE,
    )
    server.listen(port, host)
    desk.catch_up()
    try:
        await asyncio.Event().wait()
    finally:
        server.stop()
        desk.close()
