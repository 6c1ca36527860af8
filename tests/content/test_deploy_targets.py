"""``deploy`` in ``site.yml``: what can be deployed to, and what is no such place."""

from pathlib import Path

import pytest

from bantin.content.deploy_targets import read_deployment
from bantin.domain.model import TargetKind
from tests.bulletins import SITE, write


def read(root: Path, *lines: str) -> tuple[list[tuple[str, TargetKind, str]] | None, list[str]]:
    write(root, {"content/site.yml": f"{SITE}deploy:\n" + "".join(f"  {line}\n" for line in lines)})
    found = read_deployment(root)
    targets = None if found.value is None else [(one.name, one.kind, one.to) for one in found.value.targets]
    return targets, [problem.code for problem in found.problems]


def test_each_kind_of_target_is_read(tmp_path: Path) -> None:
    lines = (
        "mot: {kind: folder, to: /srv/ban-tin, keep: 3, precompress: yes}",
        "hai: {kind: ssh, to: 'deploy@may.example.vn:/srv/ban tin', port: 2222}",
        "ba: {kind: s3, to: kho/ban-tin, endpoint: https://s3.example, region: hn}",
        "bon: {kind: branch, to: origin, branch: trang}",
    )
    found, problems = read(tmp_path, *lines)
    assert problems == []
    assert found == [
        ("mot", TargetKind.FOLDER, "/srv/ban-tin"),
        ("hai", TargetKind.SSH, "deploy@may.example.vn:/srv/ban tin"),
        ("ba", TargetKind.S3, "kho/ban-tin"),
        ("bon", TargetKind.BRANCH, "origin"),
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("x: {kind: ftp, to: a}", "bad-choice"),
        ("x: {kind: folder}", "missing-key"),
        ("x: {kind: ssh, to: /srv/x}", "bad-deploy-target"),
        ("x: {kind: ssh, to: '-oProxyCommand=x:/srv'}", "bad-deploy-target"),
        ("x: {kind: ssh, to: 'a@-b:/srv'}", "bad-deploy-target"),
        ("x: {kind: ssh, to: 'may:/'}", "bad-deploy-target"),
        ("x: {kind: s3, to: A}", "bad-deploy-target"),
        ("x: {kind: branch, to: --upload-pack=x}", "bad-deploy-target"),
        ("x: {kind: branch, to: origin, branch: a..b}", "bad-deploy-target"),
        ("x: {kind: branch, to: 'https://ai:matkhau@git.example/x'}", "secret-in-settings"),
        ("x: {kind: folder, to: a, port: 22}", "not-of-this-kind"),
        ("x: {kind: s3, to: kho, precompress: yes}", "not-of-this-kind"),
    ],
)
def test_what_is_no_place_is_refused(tmp_path: Path, line: str, code: str) -> None:
    found, problems = read(tmp_path, line)
    assert found is None
    assert problems == [code]
