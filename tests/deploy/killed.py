"""Deploys repeatedly, each time in a process that kills itself after some seconds.

``python -m tests.deploy.killed ROOT ORDER`` reads a folder and a number of seconds from each line of standard input. It
replies with the exit status of the process, and the seconds until it ended.
"""

import os
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from bantin.deploy import DeployContext, deploy, lease, pack
from bantin.deploy import s3 as store_module
from bantin.domain.model import DeployTarget


def main(root: str, order: str) -> None:
    told = msgspec.json.decode(order)
    target = msgspec.convert(told["target"], DeployTarget)
    lease._LEASE = 0.3
    if target.endpoint:
        # Loaded once, before forking, since it takes long.
        store_module.connect(target.endpoint, target.region)
    for line in sys.stdin:
        folder, seconds = line.rstrip("\n").split("\t")
        began = time.monotonic()
        child = os.fork()
        if not child:
            signal.setitimer(signal.ITIMER_REAL, float(seconds))
            around = DeployContext(Path(root), datetime.now(UTC), dict(os.environ), told["shell"])
            deploy(pack(Path(folder)), target, around, lambda _done, _total: None, allow_removals=True)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), time.monotonic() - began, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
