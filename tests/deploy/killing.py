"""Kills deployments at random moments, until a fixed number of them has been killed."""

import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from random import Random

import msgspec

from bantin.deploy import Release, deploy
from tests.conftest import REPOSITORY
from tests.deploy.kinds import Ground
from tests.deploy.sites import count

KILLS = 20


def kill_often(place: Ground, sites: Sequence[Release], look: Callable[[int, int], None]) -> None:
    """Deploys the two ``sites`` in turn. Each deployment may be killed, and is then repeated to its end.

    ``look`` is called after each kill with the numbers of the new and the old site, and after each repetition with the
    number of the new one twice.
    """
    dice = Random(f"{place.target.kind}")
    order = {"target": msgspec.to_builtins(place.target), "shell": list(place.around.remote_shell)}
    command = [sys.executable, "-m", "tests.deploy.killed", str(place.around.root), msgspec.json.encode(order).decode()]
    deploy(sites[1], place.target, place.around, count, allow_removals=True)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=REPOSITORY) as killer:
        asked, answered = killer.stdin, killer.stdout
        assert asked
        assert answered

        def attempt(number: int, seconds: float) -> tuple[int, float]:
            """Deploys site ``number``, to be killed after ``seconds``; returns the exit status and its duration."""
            asked.write(f"{sites[number].folder}\t{seconds}\n".encode())
            asked.flush()
            status, took = answered.readline().split()
            return int(status), float(took)

        status, whole = attempt(0, 60)
        assert status == 0
        killed = turn = 0
        while killed < KILLS:
            turn += 1
            assert turn < 5 * KILLS
            new, old = turn % 2, 1 - turn % 2
            status, _ = attempt(new, whole * dice.random())
            killed += status == -signal.SIGALRM
            if not status:
                # It ended before the kill: the measured deployment was slower, since it loaded most modules.
                whole *= 0.9
            look(new, old)
            assert attempt(new, 60)[0] == 0
            look(new, new)
        asked.close()
