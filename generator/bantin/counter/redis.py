"""The store for several processes: Redis or Valkey, which decides for all of them which view begins a visit."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

import msgspec
import redis

from bantin.counter.calendar import Calendar
from bantin.counter.hit import IDLE_SECONDS, ONLINE_SECONDS, Day, Figures, Hit, Start
from bantin.counter.online import online_day
from bantin.counter.store import StoreFailed, figures_of

_TIMEOUT = 2.0  # seconds to wait for the server
_SEEN_FOR = 2 * 86_400

# The same rules as in aggregate.py. A script is atomic, so no other process can count in between.
_COUNT = """
local prefix, idle, seen_for = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
local online, last_day = prefix .. 'online:', redis.call('GET', prefix .. 'last_day')
local days, groups, touched = {}, {}, {}
for _, hit in ipairs(cjson.decode(ARGV[3])) do
  local day, latest = hit[1], hit[8]
  if last_day and last_day > day and last_day <= latest then day = last_day end
  if not groups[day] then
    groups[day] = {}
    table.insert(days, day)
  end
  table.insert(groups[day], hit)
end
table.sort(days)
for _, day in ipairs(days) do
  if last_day ~= day then
    redis.call('SET', prefix .. 'last_day', day)
    if last_day then redis.call('DEL', prefix .. 'seen:' .. last_day) end
    last_day = day
  end
  local seen, views, visits, bots = prefix .. 'seen:' .. day, 0, 0, 0
  for _, hit in ipairs(groups[day]) do
    local own_day, day_before, at, page, visitor, before, bot = unpack(hit)
    if bot then
      bots = bots + 1
    else
      views = views + 1
      redis.call('HINCRBY', prefix .. 'pages', page, 1)
      if visitor ~= cjson.null then
        local last = tonumber(redis.call('HGET', seen, visitor))
        if not last or at - last >= idle then visits = visits + 1 end
        if not last or at > last then redis.call('HSET', seen, visitor, at) end
        redis.call('ZADD', online .. own_day, 'GT', at, visitor)
        touched[online .. own_day] = true
      end
      if before ~= cjson.null then
        redis.call('ZADD', online .. day_before, 'GT', at, before)
        touched[online .. day_before] = true
      end
    end
  end
  touched[seen] = true
  redis.call('HINCRBY', prefix .. 'views', day, views)
  redis.call('HINCRBY', prefix .. 'visits', day, visits)
  redis.call('HINCRBY', prefix .. 'bots', day, bots)
end
for key in pairs(touched) do redis.call('EXPIRE', key, seen_for) end
"""


class RedisStore:
    """See :class:`~bantin.counter.store.Store`.

    Raises ``StoreFailed`` if the server may lose acknowledged writes: it must have ``appendonly yes`` and ``appendfsync
    always``.
    """

    def __init__(self, url: str, calendar: Calendar, start: Start, prefix: str = "bantin:") -> None:
        self._calendar = calendar
        self._start = start
        self._prefix = prefix
        with _telling():
            self._server = redis.Redis.from_url(
                url, decode_responses=True, socket_timeout=_TIMEOUT, socket_connect_timeout=_TIMEOUT
            )
            self._require_durable()
            self._count = self._server.register_script(_COUNT)

    def count(self, hits: Sequence[Hit]) -> None:
        """See :class:`~bantin.counter.store.Store`."""
        records = [self._record(hit) for hit in hits]
        with _telling():
            self._count(keys=[self._prefix], args=[IDLE_SECONDS, _SEEN_FOR, msgspec.json.encode(records)])

    def figures(self, at: int) -> Figures:
        """See :class:`~bantin.counter.store.Store`."""
        online = f"{self._prefix}online:{online_day(self._calendar, at).isoformat()}"
        with _telling():
            self._server.zremrangebyscore(online, "-inf", at - ONLINE_SECONDS)
            seen: Any = self._server.zcard(online)
        return figures_of(self.days(), self._start, self._calendar, at, int(seen))

    def pages(self, paths: Sequence[str]) -> Mapping[str, int]:
        """See :class:`~bantin.counter.store.Store`."""
        with _telling():
            views: list[Any] = self._server.hmget(f"{self._prefix}pages", list(paths)) if paths else []
        return {path: int(number or 0) for path, number in zip(paths, views, strict=True)}

    def days(self) -> Mapping[date, Day]:
        """See :class:`~bantin.counter.store.Store`."""
        with _telling():
            views, visits, bots = (self._all(name) for name in ("views", "visits", "bots"))
        return {
            date.fromisoformat(day): Day(int(views[day]), int(visits.get(day, 0)), int(bots.get(day, 0)))
            for day in sorted(views)
        }

    def close(self) -> None:
        """See :class:`~bantin.counter.store.Store`."""
        self._server.close()

    def _record(self, hit: Hit) -> tuple[object, ...]:
        """A hit in the format of the script. Ids are strings, since Lua numbers have no more than 53 bits."""
        day = self._calendar.day(hit.at)
        visitor = None if hit.visitor is None else str(hit.visitor)
        before = None if hit.before is None else str(hit.before)
        latest = self._calendar.latest(hit.at).isoformat()
        return (
            day.isoformat(),
            self._calendar.before(day).isoformat(),
            hit.at,
            hit.page,
            visitor,
            before,
            hit.bot,
            latest,
        )

    def _all(self, name: str) -> Mapping[str, str]:
        found: Any = self._server.hgetall(self._prefix + name)
        return dict(found)

    def _require_durable(self) -> None:
        settings: Any = self._server.config_get("append*")
        if settings.get("appendonly") != "yes" or settings.get("appendfsync") != "always":
            raise StoreFailed("the Redis server must have “appendonly yes” and “appendfsync always”")


@contextmanager
def _telling() -> Iterator[None]:
    try:
        yield
    except redis.RedisError as error:
        raise StoreFailed(str(error)) from error
