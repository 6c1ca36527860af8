"""Changes of what was public without an entry in ``changes``.

What counts is the difference between today and the last version that was accounted for: the one of the newest note, or
else the first that was public. So a change that was taken back is none, and older notes need not match commits.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from bantin.content.problems.history import CHANGED_WITHOUT_NOTE
from bantin.domain.model import PublicVersion, RecordHome
from bantin.domain.problems import Location, Problem
from bantin.domain.rules.changed_facts import changed_facts

_TEXT_KEY, _TEXT = "", ("nội dung", "the text")
# The editor may have written the note on the day before the commit, as the site's time zone has it.
_TOLERANCE = timedelta(days=1)


def check_noted(
    homes: Iterable[RecordHome], versions: Mapping[str, Sequence[PublicVersion]], since: date | None
) -> Iterator[Problem]:
    """Reports each of ``homes`` that was changed after its newest note, or after the day before ``since``.

    ``versions`` are the public ones of each, by path.
    """
    start = since - timedelta(days=1) if since else date.min
    for home in homes:
        if home.path in versions:
            notes = (day + _TOLERANCE for one in home.changes if (day := one.on.day.exact))
            yield from _check(home, [one for one in versions[home.path] if one.facts], max((start, *notes)))


def _check(home: RecordHome, versions: Sequence[PublicVersion], noted: date) -> Iterator[Problem]:
    """Reports that ``home`` was changed after the day ``noted``, up to which all is accounted for."""
    known = [place for place, one in enumerate(versions) if one.commit.on.date() <= noted]
    since = versions[known[-1] if known else 0 :]
    changes = [later for earlier, later in pairwise(since) if _changed(earlier, later)]
    kept = _changed(since[0], since[-1]) if changes else ()
    if kept:
        words = [_TEXT if key == _TEXT_KEY else (f"“{key}”", f"“{key}”") for key in kept]
        commit = changes[-1].commit
        yield CHANGED_WITHOUT_NOTE.at(
            Location(home.path),
            vi=", ".join(vi for vi, _ in words),
            en=", ".join(en for _, en in words),
            commit=commit.short_id,
            day=commit.on.date(),
        )


def _changed(one: PublicVersion, other: PublicVersion) -> tuple[str, ...]:
    """The keys that differ, and ``_TEXT_KEY`` if the texts do."""
    keys = changed_facts(one.facts, other.facts) if one.facts and other.facts else ()
    return keys if one.text == other.text else (_TEXT_KEY, *keys)
