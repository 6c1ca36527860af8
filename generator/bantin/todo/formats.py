"""Writes a list of tasks for people (text, HTML, Markdown) and for programs (JSON, iCalendar)."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from uuid import NAMESPACE_URL, uuid5

from jinja2 import Environment

from bantin.domain.model import Site
from bantin.domain.problems import Language
from bantin.domain.text.date_format import format_short
from bantin.domain.text.number_format import format_integer
from bantin.render.calendars import calendar_text
from bantin.report.formats import escaped
from bantin.site.views import CalendarView, OccasionView
from bantin.todo.tasks import Task, TaskKind
from bantin.todo.words import MORE, NOTHING, NOW, TITLE, TURN, WORDS

_LARGEST_ISSUE = 60_000
VERSION = 1
"""The version of the JSON; raised when a field changes its meaning or goes."""


def as_text(tasks: Sequence[Task], language: Language) -> str:
    """The tasks for a terminal or a mail, under a heading for each kind."""
    if not tasks:
        return f"{NOTHING.text(language)}\n"
    return "\n".join(_section(kind, list(some), language) for kind, some in _by_kind(tasks))


def as_json(tasks: Iterable[Task], language: Language) -> str:
    """The tasks as JSON: an object with ``version`` and ``tasks``; days are in EDTF."""
    records = [
        {
            "kind": str(one.kind),
            "label": WORDS[one.kind].heading.text(language),
            "path": one.path,
            "title": one.title,
            "on": str(one.on) if one.on else None,
            "agencies": list(one.agencies),
            "turn": list(one.turn),
            "detail": one.detail or None,
        }
        for one in tasks
    ]
    return json.dumps({"version": VERSION, "tasks": records}, ensure_ascii=False, indent=1) + "\n"


def as_html(tasks: Sequence[Task], site: Site) -> str:
    """The tasks as a page without style or script, which a mail can hold."""
    language = site.language
    groups = [(WORDS[kind], [(one, _notes(one, language)) for one in some]) for kind, some in _by_kind(tasks)]
    words = {"title": TITLE.text(language), "nothing": NOTHING.text(language)}
    return _PAGE.render(site=site, language=language, groups=groups, **words)


def as_markdown(tasks: Sequence[Task], site: Site) -> str:
    """The tasks as Markdown, for an issue at GitHub or GitLab; each is a line, which stays the same until it changes.

    GitHub takes 65,536 characters, so the last ones are counted only where there are too many.
    """
    language = site.language
    lines = [f"# {escaped(TITLE.text(language))} – {escaped(site.title)}", ""]
    lines += [] if tasks else [NOTHING.text(language)]
    size, written = 0, 0
    for kind, some in _by_kind(tasks):
        words = WORDS[kind]
        of_kind = list(some)
        head = f"## {words.heading.text(language)} ({format_integer(len(of_kind), language)})"
        added = [head, "", escaped(words.advice.text(language)), "", *(_item(one, language) for one in of_kind), ""]
        for line in added:
            size += len(line) + 1
            if size > _LARGEST_ISSUE:
                more = format_integer(len(tasks) - written, language)
                return "\n".join((*lines, "", MORE.text(language).format(more=more))) + "\n"
            lines.append(line)
            written += line.startswith("- ")
    return "\n".join(lines).rstrip("\n") + "\n"


def _item(task: Task, language: Language) -> str:
    notes = "".join(f" · {escaped(note)}" for note in _notes(task, language))
    return f"- {escaped(task.title)} ({escaped(task.path)}){notes}"


def as_calendar(tasks: Iterable[Task], site: Site, moment: datetime) -> str:
    """The tasks whose day is known as a calendar (RFC 5545), made at ``moment``."""
    view = CalendarView(
        url="",
        title=f"{TITLE.text(site.language)} – {site.title}",
        description=site.description,
        home=site.base_url,
        source=site.base_url,
        occasions=tuple(one for task in tasks if (one := _occasion(task, site, moment))),
    )
    return calendar_text(view)


def _by_kind(tasks: Iterable[Task]) -> Iterable[tuple[TaskKind, Iterable[Task]]]:
    return groupby(tasks, key=attrgetter("kind"))


def _section(kind: TaskKind, tasks: Sequence[Task], language: Language) -> str:
    words = WORDS[kind]
    count = format_integer(len(tasks), language)
    lines = [f"{words.heading.text(language)} ({count})", f"  → {words.advice.text(language)}"]
    for one in tasks:
        lines.append(f"  {one.path}: {one.title}")
        notes = _notes(one, language)
        if notes:
            lines.append(f"      {' · '.join(notes)}")
    return "\n".join(lines) + "\n"


def _notes(task: Task, language: Language) -> list[str]:
    day = format_short(task.on, language) if task.on else ""
    return [note for note in (day, _turn(task, language), task.detail) if note]


def _turn(task: Task, language: Language) -> str:
    if not task.turn:
        return ""
    chair, *heirs = task.turn
    now = f" ({NOW.text(language).format(agency=', '.join(heirs))})" if heirs else ""
    return TURN.text(language).format(agency=chair) + now


def _occasion(task: Task, site: Site, moment: datetime) -> OccasionView | None:
    on = task.on.certain if task.on else None
    if on is None:
        return None
    heading = WORDS[task.kind].heading.text(site.language)
    return OccasionView(
        id=str(uuid5(NAMESPACE_URL, f"{site.root_url}#{task.kind}/{task.path}")),
        on=on,
        changed=moment,
        summary=f"{heading}: {task.title}",
        description="\n".join((task.path, *_notes(task, site.language))),
        location="",
        url=site.base_url,
        categories=(heading,),
    )


_PAGE = Environment(autoescape=True, trim_blocks=True).from_string("""\
<!doctype html>
<html lang="{{ language }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ title }}</title></head>
<body>
<h1>{{ title }} – {{ site.title }}</h1>
{% for words, tasks in groups %}
<h2>{{ words.heading.text(language) }} ({{ tasks | length }})</h2>
<p>{{ words.advice.text(language) }}</p>
<ul>
{% for task, notes in tasks %}
<li>{{ task.title }}<br><code>{{ task.path }}</code>{% if notes %}<br>{{ notes | join(" · ") }}{% endif %}</li>
{% endfor %}
</ul>
{% else %}
<p>{{ nothing }}</p>
{% endfor %}
</body>
</html>
""")
