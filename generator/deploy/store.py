"""A store that speaks S3: only objects that differ are sent; pages after what they need, and what is gone goes last.

What is there is told by the store itself: it names each object by its MD5 (its ETag), as stores do for objects that are
put in one piece and not encrypted with a key of the customer. So a broken-off deployment, or anything else that changed
an object, is seen by the next one. The receipt goes last: an object that is no older than it was not put there by the
deployment before, so it is asked for its type as well. What no receipt names was put there by others, and stays.
Nothing is made public here: that is for the policy of the bucket.
"""

import hashlib
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import datetime
from secrets import token_hex
from threading import Event, Thread
from typing import Any, NoReturn

from msgspec import Struct
from msgspec.structs import replace

from generator.deploy import problems
from generator.deploy.changes import Changes, changes
from generator.deploy.parcel import Parcel, check
from generator.deploy.place import Sent, Telling
from generator.errors import Kind, Location, Problem
from generator.publish import RECEIPT
from generator.serving.rules import BY_NAME, FOR_EVER, FRESH, TYPES, caching, media_type
from generator.verify.verification import read_receipt

Client = Any
"""boto3 has no annotations."""

_LOCK = ".bantin-lock"
_PENDING = ".bantin-pending"
"""Lists the objects that a deployment adds and removes, for the next one if it breaks off."""
_RULES = "bantin-rules"
"""The metadata of the receipt that tells by which rules objects were given their types."""
_LEASE = 30.0  # seconds that a lock holds after its owner was last heard of
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
    """An object as a list of the store tells it: its ETag, and when it was put there."""

    etag: str
    put: datetime


class _There(Struct, frozen=True):
    """The objects of a store by path; ``ours`` were put there by deployments, ``stale`` are served wrongly.

    A deployment that broke off has left a note of those that were ``pending``: the receipt may not tell of them.
    """

    objects: Mapping[str, _Object]
    ours: frozenset[str]
    stale: frozenset[str]
    pending: frozenset[str]


class Store:
    """A bucket, or a part of it. While a deployment is on, a page may be newer than the one that leads to it."""

    def __init__(self, telling: Telling, client: Client) -> None:
        self._telling = telling
        self._client = client
        self._bucket, _, prefix = telling.target.to.partition("/")
        self._prefix = f"{prefix.strip('/')}/" if prefix.strip("/") else ""

    def changes(self, parcel: Parcel) -> Changes:
        """See :class:`~generator.deploy.place.Place`."""
        with self._told():
            return _changes(parcel, self._there())

    def deploy(self, parcel: Parcel, sent: Sent) -> Changes:
        """See :class:`~generator.deploy.place.Place`."""
        with self._told(), self._lock() as met:
            there = self._there()
            found = _changes(parcel, there)
            check(parcel, found.sent)
            with self._told(half_done=True), self._noted({*found.added, *found.removed, *there.pending}):
                self._send(parcel, found, sent)
                self._delete(found.removed)
            return replace(found, problems=met)

    def roll_back(self, release: str | None) -> NoReturn:  # noqa: ARG002 - as all places have it
        """See :class:`~generator.deploy.place.Place`: a store keeps one site."""
        raise self._telling.error(problems.NO_ROLLBACK)

    def _there(self) -> _There:
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=self._prefix)
        listed = (one for page in pages for one in page.get("Contents", ()))
        objects = {
            one["Key"].removeprefix(self._prefix): _Object(one["ETag"].strip('"'), one["LastModified"])
            for one in listed
        }
        noted = self._get(_PENDING)[0].decode().splitlines() if objects.pop(_PENDING, None) else []
        pending = frozenset(noted)
        objects.pop(_LOCK, None)
        data, rules = self._get(RECEIPT) if RECEIPT in objects else (b"", "")
        receipt = read_receipt(data, Location(RECEIPT)).value
        if receipt is None:
            return _There(objects, pending, frozenset(), pending)
        since = objects[RECEIPT].put
        doubtful = [
            path for path in receipt.files if path in objects and (rules != _rules() or objects[path].put >= since)
        ]
        with ThreadPoolExecutor(_AT_ONCE) as threads:
            right = threads.map(self._is_served_rightly, doubtful)
            stale = {path for path, is_right in zip(doubtful, right, strict=True) if not is_right}
        # The receipt goes along, so that it is the newest object again, and tells by which rules they were put there.
        mended = {*stale, RECEIPT} if stale or rules != _rules() else set()
        return _There(objects, frozenset((*receipt.files, RECEIPT, *pending)), frozenset(mended), pending)

    def _get(self, path: str) -> tuple[bytes, str]:
        """The bytes of an object, and the rules that its metadata tell of."""
        found = self._client.get_object(Bucket=self._bucket, Key=self._prefix + path)
        return found["Body"].read(), found.get("Metadata", {}).get(_RULES, "")

    def _is_served_rightly(self, path: str) -> bool:
        found = self._client.head_object(Bucket=self._bucket, Key=self._prefix + path)
        return (found.get("ContentType"), found.get("CacheControl")) == (media_type(path), caching(path))

    @contextmanager
    def _noted(self, paths: Collection[str]) -> Iterator[None]:
        """Keeps a note of the objects that come and go, until all of them have: who ends this knows them as ours."""
        at = {"Bucket": self._bucket, "Key": self._prefix + _PENDING}
        if paths:
            self._client.put_object(**at, Body="\n".join(sorted(paths)).encode())
        yield
        if paths:
            self._client.delete_object(**at)

    def _send(self, parcel: Parcel, found: Changes, sent: Sent) -> None:
        done = 0
        for phase in _phases(found.sent):
            with ThreadPoolExecutor(_AT_ONCE) as threads:
                for _ in threads.map(lambda path: self._put(parcel, path), phase):
                    done += 1
                    sent(done, len(found.sent))

    def _put(self, parcel: Parcel, path: str) -> None:
        with (parcel.folder / path).open("rb") as body:
            self._client.put_object(
                Bucket=self._bucket,
                Key=self._prefix + path,
                Body=body,
                ContentType=media_type(path),
                CacheControl=caching(path),
                Metadata={_RULES: _rules()} if path == RECEIPT else {},
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


class Lease:
    """A lock that holds for as long as its owner says so, again and again, and a little longer."""

    def __init__(self, client: Client, bucket: str, key: str) -> None:
        self._client = client
        self._at = {"Bucket": bucket, "Key": key}
        self._ended = Event()
        self._heart = Thread(target=self._beat, daemon=True)

    def __enter__(self) -> None:
        self._heart.start()

    def __exit__(self, *_error: object) -> None:
        from botocore.exceptions import BotoCoreError, ClientError

        self._ended.set()
        self._heart.join()
        # Where it cannot be given away, it ends by itself.
        with suppress(BotoCoreError, ClientError):
            self._client.delete_object(**self._at)

    def take(self) -> bool:
        """Whether the lock is ours now. It is waited for until it is certain whether its owner is at work."""
        from botocore.exceptions import ClientError

        taken = ("PreconditionFailed", "ConditionalRequestConflict")
        seen: dict[str, float] = {}
        while True:
            try:
                self._write(IfNoneMatch="*")
            except ClientError as error:
                if error.response.get("Error", {}).get("Code") not in taken:
                    raise
            else:
                return True
            told = self._read()
            now = time.monotonic()
            if now - seen.setdefault(told, now) > _LEASE:
                # It has not changed for as long as it may: nobody is there any more.
                self._client.delete_object(**self._at)
            elif len(seen) > 1:
                return False
            time.sleep(_LEASE / 30)

    def _beat(self) -> None:
        from botocore.exceptions import BotoCoreError, ClientError

        while not self._ended.wait(_LEASE / 3):
            with suppress(BotoCoreError, ClientError):
                self._write()

    def _write(self, **condition: str) -> None:
        # Never the same twice, so that it can be seen that somebody is there.
        self._client.put_object(**self._at, Body=token_hex(16).encode(), **condition)

    def _read(self) -> str:
        from botocore.exceptions import ClientError

        try:
            return str(self._client.get_object(**self._at)["ETag"])
        except ClientError:
            return ""


def _changes(parcel: Parcel, there: _There) -> Changes:
    wanted = {path: _md5(parcel, path) for path in parcel.files}
    etags = {path: one.etag for path, one in there.objects.items()}
    return changes(wanted, etags, parcel.sizes, ours=there.ours, stale=there.stale)


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


def _md5(parcel: Parcel, path: str) -> str:
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
