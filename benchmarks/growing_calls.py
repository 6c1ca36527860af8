"""Calls whose own time grows faster than the text that is read: what makes a construct slow.

The time of a whole reading varies with what else the machine does, and hides a call that is only beginning to grow;
that of one function, called from one place, tells the two apart.
"""

import time
from collections.abc import Callable, Mapping
from cProfile import Profile
from pathlib import Path
from types import CodeType

Call = tuple[str, str]
"""The name of a function, and that of its caller."""

# Profiling slows calls down, so the time must be well above the bound of a reading before it is worth a look.
_MOST_GROWTH, _LEAST_SECONDS = 2.8, 0.1


def own_times(run: Callable[[], object]) -> Mapping[Call, float]:
    """The processor time in seconds of each call during ``run``, without that of the calls it makes in turn."""
    profile = Profile(time.process_time)
    profile.runcall(run)
    return {
        (_name(callee.code), _name(caller.code)): callee.inlinetime
        for caller in profile.getstats()
        for callee in caller.calls or ()
    }


def growing(half: Mapping[Call, float], whole: Mapping[Call, float]) -> list[Call]:
    """The calls that take much more than twice as long at twice the size, the slowest first."""
    slow = [call for call, seconds in whole.items() if seconds > max(_LEAST_SECONDS, _MOST_GROWTH * half.get(call, 0))]
    return sorted(slow, key=lambda call: -whole[call])


def _name(code: CodeType | str) -> str:
    return code if isinstance(code, str) else f"{code.co_name} ({Path(code.co_filename).name}:{code.co_firstlineno})"
