"""Every kind of target, with real servers: what is sent, what is refused, and what is public meanwhile."""

import errno
import gzip
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
import pytest
from msgspec.structs import replace

from bantin.deploy import deploy, pack, preview, roll_back
from bantin.deploy.s3 import S3Store
from bantin.deploy.shell import open_shell
from bantin.deploy.transport import Local, Ssh
from bantin.domain.model import TargetKind
from bantin.domain.problems import BulletinError
from bantin.output.publish import RECEIPT
from bantin.output.serving import rules
from tests.deploy.killing import kill_often
from tests.deploy.kinds import KEYS, KINDS, Ground, ground
from tests.deploy.sites import FIRST, SECOND, around, contents, count, parcel, site, target


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("bantin.deploy.lease._LEASE", 0.3)


@pytest.fixture(scope="module", params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in KEYS.items():
            patch.setenv(name, value)
        with ground(request.param, tmp_path_factory.mktemp("target")) as made:
            yield made


def codes(error: BulletinError) -> list[str]:
    return [problem.code for problem in error.problems]


def test_only_what_differs_is_sent_and_then_it_is_public(place: Ground, tmp_path: Path) -> None:
    first = parcel(tmp_path / "site", FIRST)
    before = place.public()
    preview(first, place.target, place.around)
    assert place.public() == before
    deploy(first, place.target, place.around, count, allow_removals=True)
    assert place.public() == contents(first)
    assert deploy(first, place.target, place.around, count, allow_removals=False).none

    second = parcel(tmp_path / "site", SECOND)
    made = deploy(second, place.target, place.around, count, allow_removals=False)
    assert made.added == ("bai-viet/hai/index.html", "static/main.abcdef0123.css")
    assert made.changed == ("index.html", "provenance.json")
    assert made.removed == ("cu/index.html", "static/main.0123456789.css")
    assert place.public() == contents(second)


FOREIGN = {"CNAME": b"bantin.example\n", ".well-known/security.txt": b"Contact: mailto:a@bantin.example\n"}


def test_what_others_have_put_there_stays(place: Ground, tmp_path: Path) -> None:
    """GitHub commits CNAME to the branch itself; search engines ask for files that prove whose the site is."""
    deploy(parcel(tmp_path / "site", FIRST), place.target, place.around, count, allow_removals=True)
    place.put(FOREIGN)
    for files in (FIRST, SECOND, FIRST):
        made = parcel(tmp_path / "site", files)
        planned = preview(made, place.target, place.around)
        assert not {*planned.removed} & {*FOREIGN}
        deploy(made, place.target, place.around, count, allow_removals=False)
        assert place.public() == {**contents(made), **FOREIGN}
    if place.target.kind is not TargetKind.S3:
        roll_back(place.target, place.around, None)
        assert place.public() == {**contents(parcel(tmp_path / "site", SECOND)), **FOREIGN}
    # Files of the site belong to the site, even if somebody else put them there first.
    own = parcel(tmp_path / "site", {**FIRST, "CNAME": "own"})
    deploy(own, place.target, place.around, count, allow_removals=False)
    assert place.public()["CNAME"] == b"own"
    place.remove(FOREIGN)


def test_what_was_damaged_there_is_made_good_and_reported(place: Ground, tmp_path: Path) -> None:
    """Changed, emptied and deleted, the receipt too: the same site is deployed again, and is as it was."""
    made = parcel(tmp_path / "site", FIRST)
    deploy(made, place.target, place.around, count, allow_removals=True)
    page, feed, style = "bai-viet/mot/index.html", "rss.xml", "static/main.0123456789.css"
    time.sleep(1.1)  # A store tells of seconds.
    place.put({page: "<p>Bài hai</p>".encode(), feed: b"", **FOREIGN})
    place.remove([style])
    planned = preview(made, place.target, place.around)
    assert {*planned.sent} - {RECEIPT} == {page, feed, style}
    if place.target.kind is not TargetKind.BRANCH:
        assert {*planned.damaged} == {page, feed, style}
    mended = deploy(made, place.target, place.around, count, allow_removals=False)
    assert mended.damaged == planned.damaged
    assert place.public() == {**contents(made), **FOREIGN}
    assert deploy(made, place.target, place.around, count, allow_removals=False).none

    time.sleep(1.1)
    for is_gone in (True, False):
        if is_gone:
            place.remove([RECEIPT])
        else:
            place.put({RECEIPT: b"{}"})
        second = parcel(tmp_path / "site", SECOND)
        deploy(second, place.target, place.around, count, allow_removals=True)
        # The contents of the lost receipt are still known: nothing of the older site remains.
        assert place.public() == {**contents(second), **FOREIGN}
        made = parcel(tmp_path / "site", FIRST)
        deploy(made, place.target, place.around, count, allow_removals=True)
        assert place.public() == {**contents(made), **FOREIGN}
    place.remove(FOREIGN)


def test_what_would_remove_much_has_to_be_meant(place: Ground, tmp_path: Path) -> None:
    many = {**FIRST, **{f"bai-viet/{number}/index.html": "x" for number in range(12)}}
    whole = parcel(tmp_path / "site", many)
    deploy(whole, place.target, place.around, count, allow_removals=True)
    little = parcel(tmp_path / "site", FIRST)
    with pytest.raises(BulletinError) as raised:
        deploy(little, place.target, place.around, count, allow_removals=False)
    assert codes(raised.value) == ["too-many-removals"]
    assert place.public() == contents(parcel(tmp_path / "site", many))
    deploy(parcel(tmp_path / "site", FIRST), place.target, place.around, count, allow_removals=True)
    assert place.public() == contents(parcel(tmp_path / "site", FIRST))


def test_what_is_damaged_here_does_not_become_public(place: Ground, tmp_path: Path) -> None:
    deploy(parcel(tmp_path / "site", FIRST), place.target, place.around, count, allow_removals=True)
    before = place.public()
    damaged = parcel(tmp_path / "site", SECOND)
    page = damaged.folder / "index.html"
    page.write_text(page.read_text().replace("Hai", "Mai"))
    with pytest.raises(BulletinError) as raised:
        deploy(damaged, place.target, place.around, count, allow_removals=True)
    assert codes(raised.value) == ["nothing-to-deploy"]
    assert place.public() == before


def test_an_earlier_release_is_public_again_where_there_is_one(place: Ground, tmp_path: Path) -> None:
    first = parcel(tmp_path / "first", FIRST)
    second = parcel(tmp_path / "second", SECOND)
    for one in (first, second):
        deploy(one, place.target, place.around, count, allow_removals=True)
    if place.target.kind is TargetKind.S3:
        with pytest.raises(BulletinError) as raised:
            roll_back(place.target, place.around, None)
        assert codes(raised.value) == ["no-rollback"]
        return
    roll_back(place.target, place.around, None)
    assert place.public() == contents(first)
    with pytest.raises(BulletinError) as raised:
        roll_back(place.target, place.around, "0000")
    assert codes(raised.value) == ["no-such-release"]
    deploy(second, place.target, place.around, count, allow_removals=True)
    assert place.public() == contents(second)


THIRD = {**FIRST, "index.html": "<p>Ba</p>"}


@pytest.mark.parametrize("kind", [TargetKind.FOLDER, TargetKind.SSH, TargetKind.BRANCH])
def test_a_release_is_gone_back_to_by_its_name(kind: TargetKind, tmp_path: Path) -> None:
    """The beginning of a name will do. One that is not there, or not certain, brings the list, and nothing changes."""
    sites = [parcel(tmp_path / name, files) for name, files in (("a", FIRST), ("b", SECOND), ("c", THIRD))]
    with ground(kind, tmp_path) as place:
        for one in sites:
            deploy(one, place.target, place.around, count, allow_removals=True)
        if kind is TargetKind.BRANCH:
            place.put(FOREIGN)
        foreign = FOREIGN if kind is TargetKind.BRANCH else {}
        known, live = listed(place, "0000")
        assert (len(known), live) == (3, known[0])
        for wanted, number in ((None, 1), (None, 0), (known[0], 2), (known[0], 2), (known[1][:-1], 1), (None, 0)):
            assert roll_back(place.target, place.around, wanted) == known[2 - number]
            assert place.public() == {**contents(sites[number]), **foreign}
        for unknown in (None, "0000", "z", "20260101T00"):
            assert listed(place, unknown) == (known, known[2])
        if kind is not TargetKind.BRANCH:  # commits may have nothing in common
            assert listed(place, "2") == (known, known[2])
        assert place.public() == {**contents(sites[0]), **foreign}
        deploy(sites[1], place.target, place.around, count, allow_removals=True)
        assert place.public() == {**contents(sites[1]), **foreign}
        assert roll_back(place.target, place.around, None) == known[0]


def listed(place: Ground, unknown: str | None) -> tuple[list[str], str]:
    """The releases that are listed if there is none like ``unknown``, and the public one."""
    with pytest.raises(BulletinError) as raised:
        roll_back(place.target, place.around, unknown)
    (problem,) = raised.value.problems
    assert problem.code == "no-such-release"
    assert f"{problem.value('releases')}. Đang công khai: {problem.value('live')}" in problem.hint("vi")
    return problem.value("releases").split(", "), problem.value("live")


def test_a_deployment_that_is_killed_shows_whole_pages_and_the_next_one_ends_it(place: Ground, tmp_path: Path) -> None:
    """Twenty times, at random moments: the public site is the old one until it is the new one."""
    sites = [parcel(tmp_path / name, files) for name, files in (("first", FIRST), ("second", SECOND))]
    wanted = [contents(one) for one in sites]

    def look(new: int, old: int) -> None:
        public = place.public()
        if place.target.kind is TargetKind.S3 and new != old:
            assert all(data in (wanted[new].get(path), wanted[old].get(path)) for path, data in public.items())
        else:
            assert public in (wanted[new], wanted[old])

    kill_often(place, sites, look)


def test_two_at_once_are_reported(place: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one deployment is on, another one is refused, and what is public is that of the first."""
    monkeypatch.setattr("bantin.deploy.releases._LOCK_TIMEOUT", 0)
    first, second = parcel(tmp_path / "first", FIRST), parcel(tmp_path / "second", SECOND)
    met: list[BulletinError] = []

    def meanwhile(_done: int, _total: int) -> None:
        if not met:
            try:
                deploy(second, place.target, place.around, count, allow_removals=True)
            except BulletinError as error:
                met.append(error)
            else:
                met.append(BulletinError([]))

    deploy(parcel(tmp_path / "x", {**FIRST, "index.html": "x"}), place.target, place.around, count, allow_removals=True)
    if place.target.kind is TargetKind.BRANCH:
        # The second one is done first there; the first is then refused, since the branch has moved.
        with pytest.raises(BulletinError) as raised:
            deploy(first, place.target, place.around, meanwhile, allow_removals=True)
        assert codes(raised.value) == ["target-busy"]
        assert place.public() == contents(second)
        return
    deploy(first, place.target, place.around, meanwhile, allow_removals=True)
    assert [codes(error) for error in met] == [["target-busy"]]
    assert place.public() == contents(first)


def test_a_branch_of_a_repository_that_names_objects_by_sha256_is_deployed_to(tmp_path: Path) -> None:
    with ground(TargetKind.BRANCH, tmp_path) as place:
        shutil.rmtree(place.folder)
        subprocess.run(["git", "init", "-q", "--bare", "--object-format=sha256", place.folder], check=True)
        for files in (FIRST, SECOND):
            made = parcel(tmp_path / "site", files)
            deploy(made, place.target, place.around, count, allow_removals=True)
            assert place.public() == contents(made)
        roll_back(place.target, place.around, None)
        assert place.public() == contents(parcel(tmp_path / "site", FIRST))


@pytest.mark.parametrize("refusal", ["md5", "conditions"])
def test_a_store_that_refuses_what_is_new_to_it_is_deployed_to(refusal: str, tmp_path: Path) -> None:
    with ground(TargetKind.S3, tmp_path, refusal) as place:
        for files in (FIRST, SECOND):
            made = parcel(tmp_path / "site", files)
            found = deploy(made, place.target, place.around, count, allow_removals=True)
            assert place.public() == contents(made)
            told = [problem.code for problem in found.problems]
            assert told == (["deploy-without-lock"] if refusal == "conditions" else [])


def test_a_deployment_that_breaks_off_in_a_store_says_that_part_of_it_is_public(tmp_path: Path) -> None:
    with ground(TargetKind.S3, tmp_path, "writes") as place:
        with pytest.raises(BulletinError) as raised:
            deploy(parcel(tmp_path / "site", FIRST), place.target, place.around, count, allow_removals=True)
        assert codes(raised.value) == ["deploy-half-done"]
        (problem,) = raised.value.problems
        assert "QuotaExceeded" in problem.message("vi")
        assert "static/main.0123456789.css" in place.public()


def test_what_a_broken_off_deployment_has_added_goes_with_the_next_one(tmp_path: Path) -> None:
    """No receipt names it yet, so it could be taken for somebody else's."""
    with ground(TargetKind.S3, tmp_path) as place:

        def broken(done: int, _total: int) -> None:
            if done == 3:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            deploy(parcel(tmp_path / "site", SECOND), place.target, place.around, broken, allow_removals=True)
        assert "static/main.abcdef0123.css" in place.public()
        made = parcel(tmp_path / "site", FIRST)
        deploy(made, place.target, place.around, count, allow_removals=True)
        assert place.public() == contents(made)


@pytest.mark.parametrize("step", ["_delete", "_put"])
def test_what_a_broken_off_deployment_has_not_removed_goes_with_the_next_one(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second receipt no longer names it; and none names what the third deployment was about to send again."""
    with ground(TargetKind.S3, tmp_path) as place:
        deploy(parcel(tmp_path / "site", FIRST), place.target, place.around, count, allow_removals=True)
        third = {**SECOND, "cu/index.html": "<p>Mới</p>"}
        with monkeypatch.context() as patched:
            patched.setattr(S3Store, "_delete", _broken_off)
            with pytest.raises(KeyboardInterrupt):
                deploy(parcel(tmp_path / "site", SECOND), place.target, place.around, count, allow_removals=True)
            patched.undo()
            patched.setattr(S3Store, step, _broken_off)
            with pytest.raises(KeyboardInterrupt):
                deploy(parcel(tmp_path / "site", third), place.target, place.around, count, allow_removals=True)
        assert "cu/index.html" in place.public()
        made = parcel(tmp_path / "site", SECOND)
        deploy(made, place.target, place.around, count, allow_removals=True)
        assert place.public() == contents(made)


def _broken_off(*_given: object) -> None:
    raise KeyboardInterrupt


def test_an_object_that_is_served_as_something_else_is_sent_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ground(TargetKind.S3, tmp_path) as place:
        made = parcel(tmp_path / "site", FIRST)
        deploy(made, place.target, place.around, count, allow_removals=True)
        key = "ban-tin/rss.xml"

        def media_type() -> str:
            return str(place.client.head_object(Bucket="kho", Key=key)["ContentType"])

        right = media_type()
        place.client.put_object(Bucket="kho", Key=key, Body=b"<rss/>", ContentType="text/plain")
        assert deploy(made, place.target, place.around, count, allow_removals=False).changed == (
            "provenance.json",
            "rss.xml",
        )
        assert media_type() == right
        assert deploy(made, place.target, place.around, count, allow_removals=False).none
        # Another version of the program may have other rules.
        monkeypatch.setitem(rules.BY_NAME, "rss.xml", "application/xml")
        deploy(made, place.target, place.around, count, allow_removals=False)
        assert media_type() == "application/xml; charset=utf-8"
        assert deploy(made, place.target, place.around, count, allow_removals=False).none


def test_a_site_that_is_not_whole_is_not_deployed(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", FIRST)
    (folder / "index.html").unlink()
    with pytest.raises(BulletinError) as raised:
        pack(folder)
    assert codes(raised.value) == ["nothing-to-deploy"]


def test_a_site_with_drafts_is_not_deployed(tmp_path: Path) -> None:
    folder = site(tmp_path / "site", FIRST)
    receipt = json.loads((folder / RECEIPT).read_bytes())
    (folder / RECEIPT).write_text(json.dumps({**receipt, "drafts": True}))
    with pytest.raises(BulletinError) as raised:
        pack(folder)
    assert codes(raised.value) == ["drafts-not-deployed"]


@pytest.mark.parametrize(
    ("kind", "to", "code"),
    [
        (TargetKind.SSH, "ai@khong-co.invalid:/srv/x", "target-unreachable"),
        (TargetKind.SSH, "ai@127.0.0.1:/srv/x", "target-unreachable"),
        (TargetKind.BRANCH, "/khong/co", "target-unreachable"),
        (TargetKind.S3, "kho", "target-unreachable"),
        (TargetKind.FOLDER, "/proc/x", "deploy-failed"),
    ],
)
def test_a_target_that_is_not_there_is_reported(kind: TargetKind, to: str, code: str, tmp_path: Path) -> None:
    made = parcel(tmp_path / "site", FIRST)
    options: dict[TargetKind, dict[str, object]] = {
        TargetKind.SSH: {"port": 9},
        TargetKind.S3: {"endpoint": "http://127.0.0.1:9", "region": "x"},
    }
    with pytest.raises(BulletinError) as raised:
        deploy(made, target(kind, to, **options.get(kind, {})), around(tmp_path), count, allow_removals=True)
    assert codes(raised.value) == [code]


def test_releases_are_kept_as_many_as_wanted(tmp_path: Path) -> None:
    with ground(TargetKind.FOLDER, tmp_path) as place:
        kept = replace(place.target, keep=2)
        for number in range(4):
            later = replace(place.around, now=place.around.now.replace(year=2026, month=1, day=1 + number))
            deploy(parcel(tmp_path / "site", {**FIRST, "a.txt": f"{number}"}), kept, later, count, allow_removals=True)
        assert len(list((place.folder / ".bantin-notes").iterdir())) == 2
        foreign = place.folder / "releases/của tôi"
        assert len(list((place.folder / "releases").iterdir())) == 2
        foreign.mkdir()
        deploy(parcel(tmp_path / "site", FIRST), kept, place.around, count, allow_removals=True)
        assert foreign.is_dir()


@pytest.mark.parametrize("kind", [TargetKind.FOLDER, TargetKind.SSH])
def test_a_web_server_can_read_what_was_deployed_whatever_the_umask(kind: TargetKind, tmp_path: Path) -> None:
    with ground(kind, tmp_path) as place:
        made = parcel(tmp_path / "site", {**FIRST, "a/b/c.txt": "c"})
        for path in (tmp_path / "site").rglob("*"):
            path.chmod(0o700 if path.is_dir() else 0o600)
        before = os.umask(0o077)
        try:
            deploy(made, place.target, place.around, count, allow_removals=True)
        finally:
            os.umask(before)
        live = (place.folder / "current").resolve()
        assert {path.stat().st_mode & 0o777 for path in live.rglob("*") if path.is_file()} == {0o644}
        folders = [place.folder / "releases", live, *(path for path in live.rglob("*") if path.is_dir())]
        assert {path.stat().st_mode & 0o777 for path in folders} == {0o755}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    with ground(TargetKind.SSH, tmp_path_factory.mktemp("host")) as made:
        yield made


def test_who_has_another_key_or_does_not_know_the_host_is_reported(host: Ground, tmp_path: Path) -> None:
    made = parcel(tmp_path / "site", FIRST)
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "other"], check=True)
    shell = host.around.remote_shell
    other_key = [f"{tmp_path}/other" if word.endswith("/user") else word for word in shell]
    no_host = [f"UserKnownHostsFile={tmp_path}/none" if word.startswith("UserKnown") else word for word in shell]
    for words, code in (
        (other_key, "target-refused"),
        (no_host, "host-key-unknown"),
        (["khong-co"], "program-missing"),
    ):
        with pytest.raises(BulletinError) as raised:
            deploy(made, host.target, replace(host.around, remote_shell=words), count, allow_removals=True)
        assert codes(raised.value) == [code]


def test_a_link_of_somebody_else_on_the_way_is_reported(host: Ground, tmp_path: Path) -> None:
    """Since 3.5, rsync follows links of root and of the user alone."""
    if not _refuses_links(tmp_path):
        pytest.skip("this rsync follows links of anybody, or the tests do not run as root")
    (tmp_path / "real").mkdir()
    link = tmp_path / "link"
    link.symlink_to("real")
    os.lchown(link, NOBODY, NOBODY)
    through = replace(host.target, to=f"{host.target.to.partition(':')[0]}:{link}/trang")
    made = parcel(tmp_path / "site", FIRST)
    with pytest.raises(BulletinError) as raised:
        deploy(made, through, host.around, count, allow_removals=True)
    assert codes(raised.value) == ["target-link-refused"]
    os.lchown(link, 0, 0)
    assert deploy(made, through, host.around, count, allow_removals=True).added


def test_a_reason_that_was_lost_on_the_way_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy host can close the connection before the message of its rsync has arrived."""
    program = tmp_path / "rsync"
    program.write_text(f"#!/bin/sh\ncd {tmp_path}\n[ -e asked ] && echo why >&2\ntouch asked\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(subprocess.CalledProcessError) as raised:
        Ssh("host:folder", 0, ("ssh",)).send(tmp_path, ["a"], "part", count)
    assert (raised.value.returncode, raised.value.stderr) == (3, "why\n")


NOBODY = 65534


def _refuses_links(folder: Path) -> bool:
    if os.geteuid() != 0:
        return False
    (folder / "a").mkdir()
    (folder / "b").symlink_to("a")
    os.lchown(folder / "b", NOBODY, NOBODY)
    (folder / "c").write_text("c")
    return subprocess.run(["rsync", folder / "c", f"{folder}/b/"], capture_output=True, check=False).returncode != 0


def test_programs_speak_english_whatever_the_language_of_whoever_deploys(
    host: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their messages are parsed: 'No space left' is expected in English only."""
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    there = Ssh(host.target.to, host.target.port, host.around.remote_shell)
    for reach in (Local(tmp_path), there):
        with open_shell(reach.shell) as shell:
            assert shell.run("echo $LC_ALL").strip() == "C"


def test_a_target_without_room_is_reported_and_the_old_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_copied: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with ground(TargetKind.FOLDER, tmp_path) as place:
        first = parcel(tmp_path / "first", FIRST)
        deploy(first, place.target, place.around, count, allow_removals=True)
        with monkeypatch.context() as patch:
            patch.setattr("bantin.deploy.transport.shutil.copyfile", full)
            with pytest.raises(BulletinError) as raised:
                deploy(parcel(tmp_path / "x", SECOND), place.target, place.around, count, allow_removals=True)
        assert codes(raised.value) == ["target-full"]
        assert place.public() == contents(first)


def _linked(page: Path) -> None:
    page.unlink()
    page.symlink_to("/etc/hostname")


def _folder(page: Path) -> None:
    page.unlink()
    page.mkdir()
    (page / "x").write_text("x")


def _linked_above(page: Path) -> None:
    shutil.rmtree(page.parent)
    elsewhere = page.parents[3] / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    page.parent.symlink_to(elsewhere)


def _file_above(page: Path) -> None:
    shutil.rmtree(page.parent)
    page.parent.write_text("x")


def _closed(page: Path) -> None:
    page.chmod(0)


@pytest.mark.parametrize("damage", [_linked, _folder, _linked_above, _file_above, _closed])
@pytest.mark.parametrize("kind", [TargetKind.FOLDER, TargetKind.SSH])
def test_what_lies_in_the_way_is_taken_away_and_nothing_is_written_through_it(
    kind: TargetKind, damage: Callable[[Path], None], tmp_path: Path
) -> None:
    with ground(kind, tmp_path) as place:
        made = parcel(tmp_path / "site", FIRST)
        deploy(made, place.target, place.around, count, allow_removals=True)
        damage((place.folder / "current").resolve() / "bai-viet/mot/index.html")
        mended = deploy(made, place.target, place.around, count, allow_removals=False)
        assert mended.damaged == ("bai-viet/mot/index.html",)
        assert place.public() == contents(made)
        live = place.folder / "current/bai-viet/mot/index.html"
        assert live.is_file()
        assert not live.is_symlink()
        assert live.stat().st_mode & 0o444 == 0o444
        assert not list(tmp_path.rglob("elsewhere/*"))
        assert deploy(made, place.target, place.around, count, allow_removals=False).none


@pytest.mark.parametrize("kind", [TargetKind.FOLDER, TargetKind.SSH])
def test_a_change_that_keeps_size_and_time_is_found_by_reading(kind: TargetKind, tmp_path: Path) -> None:
    with ground(kind, tmp_path) as place:
        packed = replace(place.target, precompress=True)
        made = parcel(tmp_path / "site", FIRST)
        deploy(made, packed, place.around, count, allow_removals=True)
        assert deploy(made, packed, place.around, count, allow_removals=False, thorough=True).none
        for path in ("index.html", "index.html.br", "index.html.gz"):
            file = (place.folder / "current").resolve() / path
            before = file.stat()
            file.write_bytes(file.read_bytes()[::-1])
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert deploy(made, packed, place.around, count, allow_removals=False).none
        mended = deploy(made, packed, place.around, count, allow_removals=False, thorough=True)
        assert mended.damaged == ("index.html", "index.html.br", "index.html.gz")
        public = place.public()
        assert brotli.decompress(public["index.html.br"]) == gzip.decompress(public["index.html.gz"])
        assert public["index.html"] == contents(made)["index.html"] == gzip.decompress(public["index.html.gz"])


def test_a_compressed_file_that_somebody_puts_beside_a_page_goes(tmp_path: Path) -> None:
    """A server would send it instead of the page."""
    with ground(TargetKind.FOLDER, tmp_path) as place:
        made = parcel(tmp_path / "site", FIRST)
        deploy(made, place.target, place.around, count, allow_removals=True)
        place.put({"index.html.gz": gzip.compress(b"theirs"), "of-theirs.gz": b"theirs"})
        deploy(made, place.target, place.around, count, allow_removals=False)
        assert place.public() == {**contents(made), "of-theirs.gz": b"theirs"}


def test_a_release_without_notes_is_read(tmp_path: Path) -> None:
    """As left by an earlier version, or after a manual clean-up."""
    with ground(TargetKind.FOLDER, tmp_path) as place:
        made = parcel(tmp_path / "site", FIRST)
        deploy(made, place.target, place.around, count, allow_removals=True)
        shutil.rmtree(place.folder / ".bantin-notes")
        assert deploy(made, place.target, place.around, count, allow_removals=False).none
        place.put({"index.html": contents(made)["index.html"][::-1]})
        mended = deploy(made, place.target, place.around, count, allow_removals=False)
        assert mended.damaged == ("index.html",)
        assert place.public() == contents(made)


def test_a_folder_that_is_live_already_but_not_ours_is_left_alone(tmp_path: Path) -> None:
    made = parcel(tmp_path / "site", FIRST)
    with ground(TargetKind.FOLDER, tmp_path) as place:
        live = place.folder / "current"
        live.mkdir(parents=True)
        for link in ("", "/"):
            if link:
                live.rmdir()
                live.symlink_to(link)
            with pytest.raises(BulletinError) as raised:
                deploy(made, place.target, place.around, count, allow_removals=True)
            assert codes(raised.value) == ["target-not-ours"]


def test_a_target_inside_the_site_is_refused(tmp_path: Path) -> None:
    made = parcel(tmp_path / "site", FIRST)
    for inside in ("site/x", "content", "site"):
        with pytest.raises(BulletinError) as raised:
            deploy(made, target(TargetKind.FOLDER, inside), around(tmp_path), count, allow_removals=True)
        assert codes(raised.value) == ["target-inside-site"]


def test_text_files_are_compressed_beside_themselves_on_request(tmp_path: Path) -> None:
    with ground(TargetKind.FOLDER, tmp_path) as place:
        packed = replace(place.target, precompress=True)
        made = parcel(tmp_path / "site", FIRST)
        deploy(made, place.target, place.around, count, allow_removals=True)
        # If called later, they would find the files already in place.
        deploy(made, packed, place.around, count, allow_removals=True)
        public = place.public()
        for path, data in contents(made).items():
            assert brotli.decompress(public[f"{path}.br"]) == gzip.decompress(public[f"{path}.gz"]) == data
        assert deploy(made, packed, place.around, count, allow_removals=True).none
        second = parcel(tmp_path / "second", SECOND)
        deploy(second, packed, place.around, count, allow_removals=True)
        assert gzip.decompress(place.public()["index.html.gz"]) == contents(second)["index.html"]
        deploy(second, place.target, place.around, count, allow_removals=True)
        assert place.public() == contents(second)
