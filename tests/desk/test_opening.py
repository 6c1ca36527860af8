"""The form that the desk serves is that of the public site but for the host that it writes to."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bantin.desk.git import Git
from bantin.desk.opening import Opening
from bantin.site.cms import BUNDLES
from tests.bulletins import COMPLETE, UNSEARCHED, texts_of, write

PROGRAMS = {f"themes/default/static/{one.name}": "" for one in BUNDLES}
OPENING = Opening(Git(Path(), os.environ), "main", ("minh",), "http://127.0.0.1:8010/", "vi")


def settings(tmp_path: Path, desk: str, /, **changes: object) -> Any:  # what JSON can say
    """What the form is told; ``None`` if there is no form."""
    site = f"{UNSEARCHED['content/site.yml']}editors: {desk}\n"
    texts = texts_of(write(tmp_path, COMPLETE, PROGRAMS, {"content/site.yml": site}), **changes)
    assert ("quan-tri/" in texts["index.html"]) == ("quan-tri/index.html" in texts)
    return json.loads(texts["quan-tri/desk.json"]) if "quan-tri/desk.json" in texts else None


def without_host(told: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the form is told but for the host, and for the files that this one does not write."""
    config = {key: value for key, value in told["config"].items() if key not in {"backend", "show_preview_links"}}
    config["collections"] = [one for one in config["collections"] if "files" not in one]
    return {**{key: value for key, value in told.items() if key not in {"hosts", "served"}}, "config": config}


def test_only_the_host_and_what_it_writes_differ(tmp_path: Path) -> None:
    public = settings(tmp_path / "public", "{backend: gitlab, repository: a/b, branch: main}")
    served = settings(tmp_path / "served", "{backend: gitlab, repository: a/b}", editors=OPENING.settings)
    assert without_host(served) == without_host(public)
    assert served["config"]["backend"]["api_root"] == "http://127.0.0.1:8010/api/v4"
    assert served["hosts"] == ["http://127.0.0.1:8010"]
    assert "commit_messages" not in public["config"]["backend"]
    assert "served" not in public


def test_a_form_of_ones_own_is_not_on_the_public_site(tmp_path: Path) -> None:
    editors = "{backend: desk, publishers: [minh]}"
    assert settings(tmp_path / "public", editors) is None
    served = settings(tmp_path / "served", editors, editors=OPENING.settings)
    assert served["config"]["publish_mode"] == "editorial_workflow"
    # Who may publish is nobody's business there.
    assert "minh" not in json.dumps(served)
