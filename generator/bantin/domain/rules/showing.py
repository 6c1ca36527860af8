"""When files are public: from which moment on, and until which."""

from datetime import datetime, tzinfo

from bantin.domain.model import Agency, Article, Gone, RecordFile, StaticPage
from bantin.domain.text.dates import Moment

File = Article | RecordFile | StaticPage | Agency | Gone
"""A file that may be a draft, or wait for a moment. What is gone was public, so it is no draft."""


def is_shown(file: File, now: datetime, zone: tzinfo, *, drafts: bool) -> bool:
    """Whether ``file`` is shown at the moment ``now``; with ``drafts``, everything is that has not expired."""
    if is_over(file, now, zone):
        return False
    if drafts:
        return True
    since = public_since(file, zone)
    return not _is_draft(file) and (since is None or since <= now)


def is_over(file: File, now: datetime, zone: tzinfo) -> bool:
    """Whether ``file`` may be public until a moment that is over at ``now``."""
    until = public_until(file, zone)
    return until is not None and until <= now


def has_expired(file: File, now: datetime, zone: tzinfo) -> bool:
    """Whether ``file`` was public and has expired by ``now``. What was to end before it began was never public."""
    since, until = public_since(file, zone), public_until(file, zone)
    was_public = not _is_draft(file) and (since is None or until is None or since < until)
    return was_public and is_over(file, now, zone)


def is_withheld(file: File, now: datetime, zone: tzinfo) -> bool:
    """Whether ``file`` is under embargo at ``now``."""
    return file.embargo is not None and is_ahead(file.embargo, now, zone)


def public_since(file: File, zone: tzinfo) -> datetime | None:
    """The moment, in UTC, from which ``file`` is public: that of its publication, or the end of an embargo if later.

    ``None`` if it has neither, or if the year of its publication is unknown. Days are those of ``zone``.
    """
    published = file.published if isinstance(file, Article) else None
    begins = [one for moment in (published, file.embargo) if moment and (one := moment.begins(zone))]
    return max(begins, default=None)


def public_until(file: File, zone: tzinfo) -> datetime | None:
    """The moment, in UTC, from which ``file`` is not public any more; ``None`` if it stays."""
    expires = file.expires if isinstance(file, Article) else None
    return expires.ends(zone) if expires else None


def is_ahead(moment: Moment, now: datetime, zone: tzinfo) -> bool:
    """Whether ``moment`` is certainly later than ``now``."""
    begins = moment.begins(zone)
    return begins is not None and now < begins


def next_turn(file: File, now: datetime, zone: tzinfo, *, drafts: bool) -> datetime | None:
    """The first moment after ``now`` at which something else of ``file`` is public; ``None`` if there is none."""
    until = public_until(file, zone)
    is_past = until is not None and until <= now
    if (_is_draft(file) and not drafts) or (is_past and not _keeps_record(file)):
        return None
    since = None if drafts else public_since(file, zone)
    if since is not None and now < since:
        return since if until is None or since < until else None
    changes = () if isinstance(file, Agency | Gone) else file.changes
    made = [begins for one in changes if (begins := one.on.begins(zone)) and now < begins]
    return min((one for one in (None if is_past else until, *made) if one), default=None)


def _keeps_record(file: File) -> bool:
    """Whether ``file`` contains the record of an agreement, which stays public after the article has expired."""
    return isinstance(file, Article) and file.agreement is not None


def _is_draft(file: File) -> bool:
    return not isinstance(file, Gone) and file.draft
