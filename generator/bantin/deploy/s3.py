"""Deployment to an S3 store. Only differing objects are sent: pages after what they need; removals come last.

Objects are compared by their ETags, which are MD5 digests if an object was put in one piece and is not encrypted with a
customer's key. So the next deployment sees whatever an interrupted one, or anything else, has changed. The receipt is
put last: an object that is no older was not put there by the same deployment, so its headers are checked as well. A
copy of the receipt is stored, in case the receipt is lost. Objects that no receipt names were put there by others, and
stay. Whether objects are public is left to the policy of the bucket.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from typing import NoReturn

from msgspec import Struct
from msgspec.structs import replace

from bantin.deploy import problems
from bantin.deploy.changes import Changes, changes
from bantin.deploy.lease import Client, Lease
from bantin.deploy.release import Release, check
from bantin.deploy.target import ErrorReporter, Progress
from bantin.domain.problems import Kind, Location, Problem
from bantin.output.publish import RECEIPT
from bantin.output.publish.receipt import Receipt
from bantin.output.serving.rules import BY_NAME, FOR_EVER, FRESH, TYPES, caching, media_type
from bantin.output.verify.verification import read_receipt

_LOCK = ".bantin-lock"
_PENDING = ".bantin-pending"
"""Lists the objects that a running deployment puts and removes, for the next one if it is interrupted."""
_RECEIPT_COPY = ".bantin-receipt"
"""The copy of the receipt."""
_RULES = "bantin-rules"
"""The metadata key of the receipt for the digest of the rules by which objects got their headers."""
_AT_ONCE = 8
_NOT_IMPLEMENTED = 501
_MOST_DELETED = 1_000  # objects in one request, by S3's rules


_KINDS = {
    **dict.fromkeys(
        ("AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "403"), problems.REFUSED
    ),
    "NoSuchBucket": problems.NO_CONNECTION,
    "QuotaExceeded": problems.FULL,
    "InsufficientStorage": problems.FULL,
}


class _Object(Struct, frozen=True):
    """An object as the store lists it: its ETag, its size in bytes, and when it was put there."""

    etag: str
    size: int
    put: datetime


class _StoreState(Struct, frozen=True):
    """The objects of a store by path; ``ours`` were put there by deployments, ``stale`` have wrong headers.

    ``pending`` are those that an interrupted deployment was changing: the receipt may not name them. Those that
    ``differ`` are not of the size that the receipt states, were put there after it, or are gone.
    """

    objects: Mapping[str, _Object]
    ours: frozenset[str]
    stale: frozenset[str]
    pending: frozenset[str]
    differ: frozenset[str] = frozenset()


class S3Store:
    """A bucket, or a prefix in it. During a deployment, old and new pages are public side by side."""

    def __init__(self, errors: ErrorReporter, client: Client) -> None:
        self._errors = errors
        self._client = client
        self._bucket, _, prefix = errors.target.to.partition("/")
        self._prefix = f"{prefix.strip('/')}/" if prefix.strip("/") else ""

    def changes(self, release: Release) -> Changes:
        """See :class:`~bantin.deploy.target.Target`."""
        with self._reporting():
            return _changes(release, self._state())

    def deploy(self, release: Release, progress: Progress) -> Changes:
        """See :class:`~bantin.deploy.target.Target`."""
        with self._reporting(), self._lock() as warnings:
            there = self._state()
            found = _changes(release, there)
            check(release, found.sent)
            with self._reporting(half_done=True), self._recorded({*found.sent, *found.removed, *there.pending}):
                self._send(release, found, progress)
                self._delete(found.removed)
            return replace(found, problems=warnings)

    def roll_back(self, release: str | None) -> NoReturn:  # noqa: ARG002 - the interface of targets
        """See :class:`~bantin.deploy.target.Target`. Always raises: a store holds one site only."""
        raise self._errors.error(problems.NO_ROLLBACK)

    def remove(self) -> NoReturn:
        """See :class:`~bantin.deploy.target.Target`. Always raises: a store takes no previews."""
        raise self._errors.error(problems.NO_PREVIEWS)

    def _state(self) -> _StoreState:
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=self._prefix)
        listed = (one for page in pages for one in page.get("Contents", ()))
        objects = {
            one["Key"].removeprefix(self._prefix): _Object(one["ETag"].strip('"'), one["Size"], one["LastModified"])
            for one in listed
        }
        noted = self._get(_PENDING)[0].decode().splitlines() if objects.pop(_PENDING, None) else []
        pending = frozenset(noted)
        objects.pop(_LOCK, None)
        receipt, since, rules = self._receipt(objects)
        objects.pop(_RECEIPT_COPY, None)
        if receipt is None or since is None:
            return _StoreState(objects, pending, frozenset(), pending)
        doubtful = [
            path for path in receipt.files if path in objects and (rules != _rules() or objects[path].put >= since)
        ]
        with ThreadPoolExecutor(_AT_ONCE) as threads:
            right = threads.map(self._is_served_rightly, doubtful)
            stale = {path for path, is_right in zip(doubtful, right, strict=True) if not is_right}
        differ = _differing(receipt, objects, since) - pending
        # The receipt is sent again too, so that it is the newest object and records the present rules.
        resent = {*stale, RECEIPT} if stale or differ or rules != _rules() else set()
        ours = frozenset((*receipt.files, RECEIPT, *pending))
        return _StoreState(objects, ours, frozenset(resent), pending, differ)

    def _receipt(self, objects: Mapping[str, _Object]) -> tuple[Receipt | None, datetime | None, str]:
        """Reads the receipt or, if it is lost, its copy; with the time when it was put there, and the rules' digest."""
        for path in (RECEIPT, _RECEIPT_COPY):
            data, rules = self._get(path) if path in objects else (b"", "")
            receipt = read_receipt(data, Location(path)).value
            if receipt:
                return receipt, objects[path].put, rules
        return None, None, ""

    def _get(self, path: str) -> tuple[bytes, str]:
        """Reads the bytes of an object, and the rules' digest in its metadata."""
        found = self._client.get_object(Bucket=self._bucket, Key=self._prefix + path)
        return found["Body"].read(), found.get("Metadata", {}).get(_RULES, "")

    def _is_served_rightly(self, path: str) -> bool:
        found = self._client.head_object(Bucket=self._bucket, Key=self._prefix + path)
        return (found.get("ContentType"), found.get("CacheControl")) == (media_type(path), caching(path))

    @contextmanager
    def _recorded(self, paths: Collection[str]) -> Iterator[None]:
        """Lists the objects to be put and removed in the store until all are done, so that they count as ours."""
        at = {"Bucket": self._bucket, "Key": self._prefix + _PENDING}
        if paths:
            self._client.put_object(**at, Body="\n".join(sorted(paths)).encode())
        yield
        if paths:
            self._client.delete_object(**at)

    def _send(self, release: Release, found: Changes, progress: Progress) -> None:
        done = 0
        for phase in _phases(found.sent):
            with ThreadPoolExecutor(_AT_ONCE) as threads:
                for _ in threads.map(lambda path: self._put(release, path), phase):
                    done += 1
                    progress(done, len(found.sent))

    def _put(self, release: Release, path: str) -> None:
        with (release.folder / path).open("rb") as body:
            self._client.put_object(
                Bucket=self._bucket,
                Key=self._prefix + path,
                Body=body,
                ContentType=media_type(path),
                CacheControl=caching(path),
                Metadata={_RULES: _rules()} if path == RECEIPT else {},
            )
        if path == RECEIPT:
            self._client.copy_object(
                Bucket=self._bucket,
                Key=self._prefix + _RECEIPT_COPY,
                CopySource={"Bucket": self._bucket, "Key": self._prefix + RECEIPT},
            )

    def _delete(self, paths: tuple[str, ...]) -> None:
        from botocore.exceptions import ClientError

        for start in range(0, len(paths), _MOST_DELETED):
            keys = [self._prefix + path for path in paths[start : start + _MOST_DELETED]]
            try:
                answer = self._client.delete_objects(
                    Bucket=self._bucket, Delete={"Objects": [{"Key": key} for key in keys], "Quiet": True}
                )
            except ClientError:
                # Some stores require a Content-MD5 here, which boto3 does not send any more: delete one by one.
                for key in keys:
                    self._client.delete_object(Bucket=self._bucket, Key=key)
            else:
                if answer.get("Errors"):
                    reason = answer["Errors"][0].get("Message", "delete")
                    raise self._errors.error(problems.HALF_DONE, reason=reason)

    @contextmanager
    def _lock(self) -> Iterator[tuple[Problem, ...]]:
        """Holds the lock object; takes over a lock whose owner has not renewed it for a while.

        Yields a warning if the store has no conditional writes, and so no locks.
        """
        from botocore.exceptions import ClientError

        lease = Lease(self._client, self._bucket, self._prefix + _LOCK)
        try:
            if not lease.take():
                raise self._errors.error(problems.BUSY)
        except ClientError as error:
            if error.response.get("ResponseMetadata", {}).get("HTTPStatusCode") != _NOT_IMPLEMENTED:
                raise
            yield (self._errors.problem(problems.NO_LOCK),)
        else:
            with lease:
                yield ()

    @contextmanager
    def _reporting(self, *, half_done: bool = False) -> Iterator[None]:
        """Converts errors of boto3 into a ``BulletinError``, which says so if the deployment is ``half_done``."""
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            yield
        except (BotoCoreError, ClientError) as error:
            kind = problems.HALF_DONE if half_done else _kind_of(error)
            raise self._errors.error(kind, reason=error) from error


def _changes(release: Release, there: _StoreState) -> Changes:
    wanted = {path: _md5(release, path) for path in release.files}
    etags = {path: one.etag for path, one in there.objects.items()}
    found = changes(wanted, etags, release.sizes, ours=there.ours, stale=there.stale)
    return replace(found, damaged=tuple(sorted(there.differ & {*found.sent, *found.removed})))


def _differing(receipt: Receipt, objects: Mapping[str, _Object], since: datetime) -> frozenset[str]:
    """Finds files of ``receipt`` that have changed since the deployment that put it there at the time ``since``."""
    sizes = {path: (one.size, one.put) for path, one in objects.items()}
    there = {path: sizes.get(path, (-1, since)) for path in receipt.files}
    return frozenset(path for path, (size, put) in there.items() if size != receipt.files[path].size or put > since) | (
        {RECEIPT} - objects.keys()
    )


def _phases(paths: Iterable[str]) -> Iterator[list[str]]:
    """Orders files for sending: what pages need, pages and feeds, and last the receipt, which completes the site."""
    needed = [path for path in paths if caching(path) == FOR_EVER]
    receipt = [path for path in paths if path == RECEIPT]
    others = set(needed) | set(receipt)
    documents = [path for path in paths if path not in others and not path.endswith((".html", ".xml"))]
    yield needed
    yield documents
    yield [path for path in paths if path not in others and path.endswith((".html", ".xml"))]
    yield receipt


def _kind_of(error: Exception) -> Kind:
    """Maps an error of boto3 to a kind of problem."""
    from botocore.exceptions import ClientError, NoCredentialsError

    if isinstance(error, ClientError):
        return _KINDS.get(error.response.get("Error", {}).get("Code", ""), problems.FAILED)
    return problems.REFUSED if isinstance(error, NoCredentialsError) else problems.NO_CONNECTION


def _rules() -> str:
    """Returns a digest of the rules by which objects get their headers."""
    return hashlib.sha256(repr((TYPES, BY_NAME, FOR_EVER, FRESH)).encode()).hexdigest()[:16]


def _md5(release: Release, path: str) -> str:
    with (release.folder / path).open("rb") as file:
        # Compared with ETags only, not relied on for security.
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def connect(endpoint: str, region: str) -> Client:
    """Creates boto3's client, which finds the credentials itself. Raises ``ImportError`` without boto3."""
    import boto3
    from botocore.config import Config

    # Stores other than Amazon's may not support the newer checksums.
    config = Config(
        retries={"mode": "standard", "max_attempts": 5},
        connect_timeout=10,
        read_timeout=60,
        max_pool_connections=_AT_ONCE,
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )
    return boto3.client("s3", endpoint_url=endpoint or None, region_name=region or None, config=config)
