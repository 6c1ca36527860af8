"""A store that speaks S3: only objects that differ are sent; pages after what they need, and what is gone goes last.

What is there is told by the store itself: it names each object by its MD5 (its ETag), as stores do for objects that are
put in one piece and not encrypted with a key of the customer. So a broken-off deployment, or anything else that changed
an object, is seen by the next one. The receipt goes last: an object that is no older than it was not put there by the
deployment before, so it is asked for its type as well. A copy of it is kept, so that a store whose receipt is lost is
still known. What no receipt names was put there by others, and stays. Nothing is made public here: that is for the
policy of the bucket.
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
from bantin.deploy.target import ErrorReporter, Sent
from bantin.domain.problems import Kind, Location, Problem
from bantin.output.publish import RECEIPT
from bantin.output.publish.receipt import Receipt
from bantin.output.serving.rules import BY_NAME, FOR_EVER, FRESH, TYPES, caching, media_type
from bantin.output.verify.verification import read_receipt

_LOCK = ".bantin-lock"
_PENDING = ".bantin-pending"
"""Lists the objects that a deployment puts and removes, for the next one if it breaks off."""
_KEPT = ".bantin-receipt"
"""The copy of the receipt."""
_RULES = "bantin-rules"
"""The metadata of the receipt that tells by which rules objects were given their types."""
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
    """An object as a list of the store tells it: its ETag, its size, and when it was put there."""

    etag: str
    size: int
    put: datetime


class _There(Struct, frozen=True):
    """The objects of a store by path; ``ours`` were put there by deployments, ``stale`` are served wrongly.

    A deployment that broke off has left a note of those that were ``pending``: the receipt may not tell of them. Those
    that ``differ`` are not of the size that the receipt tells, or were put there after it, or are gone.
    """

    objects: Mapping[str, _Object]
    ours: frozenset[str]
    stale: frozenset[str]
    pending: frozenset[str]
    differ: frozenset[str] = frozenset()


class S3Store:
    """A bucket, or a part of it. While a deployment is on, a page may be newer than the one that leads to it."""

    def __init__(self, telling: ErrorReporter, client: Client) -> None:
        self._telling = telling
        self._client = client
        self._bucket, _, prefix = telling.target.to.partition("/")
        self._prefix = f"{prefix.strip('/')}/" if prefix.strip("/") else ""

    def changes(self, parcel: Release) -> Changes:
        """See :class:`~bantin.deploy.target.Target`."""
        with self._told():
            return _changes(parcel, self._there())

    def deploy(self, parcel: Release, sent: Sent) -> Changes:
        """See :class:`~bantin.deploy.target.Target`."""
        with self._told(), self._lock() as met:
            there = self._there()
            found = _changes(parcel, there)
            check(parcel, found.sent)
            with self._told(half_done=True), self._noted({*found.sent, *found.removed, *there.pending}):
                self._send(parcel, found, sent)
                self._delete(found.removed)
            return replace(found, problems=met)

    def roll_back(self, release: str | None) -> NoReturn:  # noqa: ARG002 - as all places have it
        """See :class:`~bantin.deploy.target.Target`: a store keeps one site."""
        raise self._telling.error(problems.NO_ROLLBACK)

    def _there(self) -> _There:
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
        objects.pop(_KEPT, None)
        if receipt is None or since is None:
            return _There(objects, pending, frozenset(), pending)
        doubtful = [
            path for path in receipt.files if path in objects and (rules != _rules() or objects[path].put >= since)
        ]
        with ThreadPoolExecutor(_AT_ONCE) as threads:
            right = threads.map(self._is_served_rightly, doubtful)
            stale = {path for path, is_right in zip(doubtful, right, strict=True) if not is_right}
        differ = _differing(receipt, objects, since) - pending
        # The receipt goes along, so that it is the newest object again, and tells by which rules they were put there.
        mended = {*stale, RECEIPT} if stale or differ or rules != _rules() else set()
        ours = frozenset((*receipt.files, RECEIPT, *pending))
        return _There(objects, ours, frozenset(mended), pending, differ)

    def _receipt(self, objects: Mapping[str, _Object]) -> tuple[Receipt | None, datetime | None, str]:
        """The receipt or, where it is lost, the copy; when it was put there, and the rules that it tells of."""
        for path in (RECEIPT, _KEPT):
            data, rules = self._get(path) if path in objects else (b"", "")
            receipt = read_receipt(data, Location(path)).value
            if receipt:
                return receipt, objects[path].put, rules
        return None, None, ""

    def _get(self, path: str) -> tuple[bytes, str]:
        """The bytes of an object, and the rules that its metadata tell of."""
        found = self._client.get_object(Bucket=self._bucket, Key=self._prefix + path)
        return found["Body"].read(), found.get("Metadata", {}).get(_RULES, "")

    def _is_served_rightly(self, path: str) -> bool:
        found = self._client.head_object(Bucket=self._bucket, Key=self._prefix + path)
        return (found.get("ContentType"), found.get("CacheControl")) == (media_type(path), caching(path))

    @contextmanager
    def _noted(self, paths: Collection[str]) -> Iterator[None]:
        """Keeps a note of the objects that are put and go, until all of them have: who ends this knows them as ours."""
        at = {"Bucket": self._bucket, "Key": self._prefix + _PENDING}
        if paths:
            self._client.put_object(**at, Body="\n".join(sorted(paths)).encode())
        yield
        if paths:
            self._client.delete_object(**at)

    def _send(self, parcel: Release, found: Changes, sent: Sent) -> None:
        done = 0
        for phase in _phases(found.sent):
            with ThreadPoolExecutor(_AT_ONCE) as threads:
                for _ in threads.map(lambda path: self._put(parcel, path), phase):
                    done += 1
                    sent(done, len(found.sent))

    def _put(self, parcel: Release, path: str) -> None:
        with (parcel.folder / path).open("rb") as body:
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
                Key=self._prefix + _KEPT,
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
                # Some stores ask for a Content-MD5 with this request, which boto3 sends no more: each by itself, then.
                for key in keys:
                    self._client.delete_object(Bucket=self._bucket, Key=key)
            else:
                if answer.get("Errors"):
                    reason = answer["Errors"][0].get("Message", "delete")
                    raise self._telling.error(problems.HALF_DONE, reason=reason)

    @contextmanager
    def _lock(self) -> Iterator[tuple[Problem, ...]]:
        """Holds the lock object. One whose owner was not heard of for a while is taken over.

        A store that knows no conditional writes has no locks; that is told by the problem.
        """
        from botocore.exceptions import ClientError

        lease = Lease(self._client, self._bucket, self._prefix + _LOCK)
        try:
            if not lease.take():
                raise self._telling.error(problems.BUSY)
        except ClientError as error:
            if error.response.get("ResponseMetadata", {}).get("HTTPStatusCode") != _NOT_IMPLEMENTED:
                raise
            yield (self._telling.problem(problems.NO_LOCK),)
        else:
            with lease:
                yield ()

    @contextmanager
    def _told(self, *, half_done: bool = False) -> Iterator[None]:
        """Makes what the store refuses a ``BulletinError``; once it is ``half_done``, one that says so."""
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            yield
        except (BotoCoreError, ClientError) as error:
            kind = problems.HALF_DONE if half_done else _kind_of(error)
            raise self._telling.error(kind, reason=error) from error


def _changes(parcel: Release, there: _There) -> Changes:
    wanted = {path: _md5(parcel, path) for path in parcel.files}
    etags = {path: one.etag for path, one in there.objects.items()}
    found = changes(wanted, etags, parcel.sizes, ours=there.ours, stale=there.stale)
    return replace(found, damaged=tuple(sorted(there.differ & {*found.sent, *found.removed})))


def _differing(receipt: Receipt, objects: Mapping[str, _Object], since: datetime) -> frozenset[str]:
    """The files of ``receipt`` that are not as the deployment left them whose receipt was put there at ``since``."""
    sizes = {path: (one.size, one.put) for path, one in objects.items()}
    there = {path: sizes.get(path, (-1, since)) for path in receipt.files}
    return frozenset(path for path, (size, put) in there.items() if size != receipt.files[path].size or put > since) | (
        {RECEIPT} - objects.keys()
    )


def _phases(paths: Iterable[str]) -> Iterator[list[str]]:
    """What pages need, then pages, and at last the receipt, which tells that all the others are there."""
    needed = [path for path in paths if caching(path) == FOR_EVER]
    receipt = [path for path in paths if path == RECEIPT]
    others = set(needed) | set(receipt)
    documents = [path for path in paths if path not in others and not path.endswith((".html", ".xml"))]
    yield needed
    yield documents
    yield [path for path in paths if path not in others and path.endswith((".html", ".xml"))]
    yield receipt


def _kind_of(error: Exception) -> Kind:
    """What an error of boto3 means to an editor."""
    from botocore.exceptions import ClientError, NoCredentialsError

    if isinstance(error, ClientError):
        return _KINDS.get(error.response.get("Error", {}).get("Code", ""), problems.FAILED)
    return problems.REFUSED if isinstance(error, NoCredentialsError) else problems.NO_CONNECTION


def _rules() -> str:
    """Tells by which rules objects are given their types: another word whenever one of them changes."""
    return hashlib.sha256(repr((TYPES, BY_NAME, FOR_EVER, FRESH)).encode()).hexdigest()[:16]


def _md5(parcel: Release, path: str) -> str:
    with (parcel.folder / path).open("rb") as file:
        # To compare with what the store says, not to trust.
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def connect(endpoint: str, region: str) -> Client:
    """boto3's client, with the keys that it finds where its users keep them. Raises ``ImportError`` without boto3."""
    import boto3
    from botocore.config import Config

    # Stores besides Amazon's may not know the newer checksums.
    config = Config(
        retries={"mode": "standard", "max_attempts": 5},
        connect_timeout=10,
        read_timeout=60,
        max_pool_connections=_AT_ONCE,
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )
    return boto3.client("s3", endpoint_url=endpoint or None, region_name=region or None, config=config)
