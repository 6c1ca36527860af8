"""The desk at work: what changes the repository is done in turn, and what is saved is reviewed meanwhile."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from http import HTTPStatus
from typing import TypeVar

from msgspec import Struct

from bantin.desk import words
from bantin.desk.changes import Change, find_change, open_changes
from bantin.desk.editor import Editor
from bantin.desk.git import GitFailed
from bantin.desk.host import Call, Host
from bantin.desk.publishing import Merge, changed_by, merged, prepare, publish
from bantin.desk.refusal import Refused
from bantin.desk.review import Finding, Reviewer, preview_path
from bantin.desk.saving import Bulletin
from bantin.domain.problems import Language, Problem, has_errors
from bantin.domain.system_errors import reason_of

T = TypeVar("T")

_LOG = logging.getLogger(__name__)

_SHOWN = 5
"""The most errors that a refusal lists."""


class Verdict(Struct, frozen=True):
    """The findings of the review of a change, made of its commit ``head`` and the commit ``public`` of the bulletin."""

    head: str
    public: str
    findings: Sequence[Finding]


class Standing(Struct, frozen=True):
    """The state of a change, for the list in the form. ``findings`` are ``None`` while it is being reviewed."""

    number: int
    branch: str
    title: str
    author: str
    preview: str
    findings: Sequence[Finding] | None


class Desk:
    """Answers the form at the address of the reviewer.

    ``report`` is told of the problems of the public branch, when its site is built anew.
    """

    def __init__(
        self,
        bulletin: Bulletin,
        reviewer: Reviewer,
        clock: Callable[[], datetime],
        language: Language,
        report: Callable[[Sequence[Problem]], None],
    ) -> None:
        self.reviewer = reviewer
        self.language = language
        self._bulletin = bulletin
        self._host = Host(bulletin, reviewer.address, clock, self._check)
        self._clock = clock
        self._report = report
        self._git = ThreadPoolExecutor(1, "git")
        self._review = ThreadPoolExecutor(1, "review")
        self._verdicts: dict[int, Verdict] = {}
        self._built: str | None = None

    async def answer(self, call: Call) -> object:
        """The answer to a call of the form. Raises ``Refused``."""
        answer = await self._do(self._git, lambda: self._host.answer(call))
        if call.method != "GET" and call.path != "graphql":
            self.catch_up()
        return answer

    async def publish(self, editor: Editor, number: int, seen: str) -> None:
        """Checks a change as it would be public, and publishes it. Raises ``Refused``."""
        merge = await self._do(self._git, lambda: self._prepared(editor, number, seen))
        await self._do(self._review, lambda: self._require_sound(merge.commit, merge.onto))
        await self._do(self._git, lambda: publish(self._bulletin, editor, number, merge, self._clock()))
        self.catch_up()

    def now(self) -> datetime:
        """The time."""
        return self._clock()

    async def standings(self) -> list[Standing]:
        """Returns the states of all changes that wait."""
        return await self._do(self._git, self._standings)

    def build_site(self) -> tuple[Problem, ...]:
        """Builds the site of the public branch, with the form; returns its problems."""
        self._built = self._bulletin.git.head(self._bulletin.branch)
        return self.reviewer.build_site(self._built or "")

    def catch_up(self) -> None:
        """Builds the site, and reviews changes, in the background, as far as that was not done as they are now."""
        # Nothing is begun while the desk closes.
        with suppress(RuntimeError):
            self._review.submit(self._catch_up).add_done_callback(_log_failure)

    def close(self) -> None:
        """Ends when the work in progress is done."""
        for executor in (self._git, self._review):
            executor.shutdown(cancel_futures=True)

    def _check(self, commit: str, base: str) -> None:
        """Checks a commit that is to be public. What else is saved waits meanwhile; reviews never wait for saves."""
        self._review.submit(self._require_sound, commit, base).result()

    def _require_sound(self, commit: str, base: str) -> None:
        errors = self.reviewer.new_errors(commit, base, self.language)
        if errors:
            told = " ".join(f"{one.path}: {one.message}" for one in errors[:_SHOWN])
            raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, words.HAS_PROBLEMS, problems=told)

    def _prepared(self, editor: Editor, number: int, seen: str) -> Merge:
        return prepare(self._bulletin, editor, find_change(self._bulletin.git, number), seen, self._clock())

    def _standings(self) -> list[Standing]:
        return [
            Standing(
                one.number,
                one.branch,
                one.title,
                one.author.name,
                f"{self.reviewer.address}{preview_path(one.number)}",
                verdict.findings if (verdict := self._verdict(one)) else None,
            )
            for one in open_changes(self._bulletin.git)
        ]

    def _verdict(self, change: Change) -> Verdict | None:
        """The verdict on a change as it is now; ``None`` if there is none yet."""
        git, found = self._bulletin.git, self._verdicts.get(change.number)
        now = (git.head(change.branch), git.head(self._bulletin.branch))
        return found if found and now == (found.head, found.public) else None

    def _catch_up(self) -> None:
        if self._built != self._bulletin.git.head(self._bulletin.branch):
            problems = self.build_site()
            if has_errors(problems):
                self._report(problems)
        waiting = open_changes(self._bulletin.git)
        self.reviewer.keep_only({one.number for one in waiting})
        change = next((one for one in waiting if self._verdict(one) is None), None)
        if change:
            self._verdicts[change.number] = self._judge(change)
            # One at a time, so that who publishes meanwhile waits for one at most.
            self.catch_up()

    def _judge(self, change: Change) -> Verdict:
        git = self._bulletin.git
        head, public = git.head(change.branch) or "", git.head(self._bulletin.branch) or ""
        try:
            merge = merged(self._bulletin, change.author, change, self._clock())
            found = self.reviewer.review(change, merge.commit, changed_by(self._bulletin, change), self.language)
        except Refused as refused:
            found = [Finding("", "", refused.text(self.language), is_error=True)]
        except (GitFailed, OSError) as error:
            found = [Finding("", "", failure(error).text(self.language), is_error=True)]
        return Verdict(head, public, found)

    async def _do(self, executor: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(executor, work)
        except (GitFailed, OSError) as error:
            raise failure(error) from error


def _log_failure(done: Future[None]) -> None:
    """Logs what the desk did not expect in the background, where nobody waits for it."""
    error = None if done.cancelled() else done.exception()
    if error:
        _LOG.error("The desk could not review what waits", exc_info=error)


def failure(error: GitFailed | OSError) -> Refused:
    """The refusal for what the machine does not let the desk do."""
    return Refused(HTTPStatus.INTERNAL_SERVER_ERROR, words.FAILED, reason=reason_of(error))
