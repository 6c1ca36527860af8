"""Search engines for tests: the real one, and small programs that misbehave."""

import sys
from pathlib import Path

from bantin.render.search import Engine, find_engine, pipe
from tests.conftest import missing

RECENT = (1, 6, 0)


def real_engine() -> Engine:
    found = find_engine()
    if found is None:
        missing("Pagefind")
    return found


_START = """\
import base64, json, os, pathlib, subprocess, sys, time

def receive():
    payloads, told = [], b""
    while not payloads or payloads[-1]["type"] != "GetFiles":
        *whole, told = (told + sys.stdin.buffer.raw.read(1 << 16)).split(b",")
        payloads += [json.loads(base64.b64decode(one))["payload"] for one in whole]
    return payloads

def send(payloads):
    for number, payload in enumerate(payloads):
        told = {"message_id": number, "payload": payload}
        sys.stdout.buffer.write(base64.b64encode(json.dumps(told).encode()) + b",")
    sys.stdout.flush()

def pagefind(payloads):
    told = b",".join(base64.b64encode(json.dumps(dict(message_id=0, payload=one)).encode()) for one in payloads) + b","
    command = [sys.executable, COURIER, REAL]
    answers = subprocess.run(command, input=told, stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(base64.b64decode(one))["payload"] for one in answers.split(b",")[:-1]]

def change(answers, prefix, change):
    files = answers[-1]["files"]
    file = next(one for one in files if one["path"].startswith(prefix))
    data = change(base64.b64decode(file["content"]))
    files.remove(file)
    if data is not None:
        files.append(dict(path=file["path"], content=base64.b64encode(data).decode()))
    return answers

"""


def program(folder: Path, *lines: str, version: tuple[int, ...] = RECENT) -> Engine:
    """An engine that runs ``lines`` of Python; ``receive``, ``pagefind`` and ``send`` are for one round of messages."""
    file = folder / "engine.py"
    paths = f"COURIER, REAL = {pipe.__file__!r}, {real_engine().program!r}"
    file.write_text("\n".join((f"#!{sys.executable}", paths, _START, *lines)) + "\n", encoding="utf-8")
    file.chmod(0o755)
    return Engine(str(file), version)
