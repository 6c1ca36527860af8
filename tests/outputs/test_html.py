"""Every page is valid HTML, by the checker of the field: the Nu HTML checker (vnu)."""

import json
import subprocess
from pathlib import Path


def check(checker: list[str], *paths: Path) -> list[dict[str, object]]:
    """What the checker says of the HTML files at or below ``paths``, warnings included.

    What it says of their policy is left out: a file has no origin, so nothing is from ``'self'`` there, and JSON-LD,
    which no browser runs, counts as a script. A browser is asked in ``test_policy.py``.
    """
    command = [*checker, "--skip-non-html", *map(str, paths)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    messages: list[dict[str, object]] = json.loads(run.stdout)["messages"]
    return [one for one in messages if "violates Content Security Policy (meta tag)" not in str(one["message"])]


def test_every_page_is_valid_and_a_fault_among_them_is_seen(
    sites: dict[str, Path], checker: list[str], tmp_path: Path
) -> None:
    fault = tmp_path / "page.html"
    fault.write_text("<!doctype html><html lang=vi><title>x</title><p><img src=x></p></html>")
    (seen,) = check(checker, *sites.values(), fault)
    assert (seen["type"], seen["url"]) == ("error", fault.as_uri().replace("file:///", "file:/"))
