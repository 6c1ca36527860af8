"""A store that speaks S3: only objects that differ are sent; pages after what they need, and what is gone goes last.

What is there is told by the store itself: it names each object by its MD5 (its ETag), as stores do for objects that are
put in one piece and not encrypted with a key of the customer. So a broken-off deployment, or anything else that changed
an object, is seen by the next one. Nothing is made public here: that is for the policy of the bucket.
"""

import hashlib
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from secrets import token_hex
from threading import Event, Thread
from typing import Any, NoReturn

from generator.deploy import problems
from generator.deploy.changes import Changes, changes
from generator.deploy.parcel import Parcel, check
from generator.deploy.place import Sent, Telling
from generator.errors import BulletinError
from generator.publish import RECEIPT
from generator.serving.rules import FOR_EVER, caching, media_type

Client = Any
"""boto3 has no annotations."""

_LOCK = ".bantin-lock"
_LEASE = 30.0  # seconds that a lock holds after its owner was last heard of
_AT_ONCE = 8
_MOST_DELETED = 1_000  # objects in one request, by S3's rules


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
            wanted = {path: _md5(parcel, path) for path in parcel.files}
            return changes(wanted, self._there(), parcel.sizes)

    def deploy(self, parcel: Parcel, sent: Sent) -> Changes:
        """See :class:`~generator.deploy.place.Place`."""
        with self._told(), self._lock():
            found = self.changes(parcel)
            check(parcel, found.sent)
            done = 0
            for phase in _phases(found.sent):
                with ThreadPoolExecutor(_AT_ONCE) as threads:
                    for _ in threads.map(lambda path: self._put(parcel, path), phase):
                        done += 1
                        sent(done, len(found.sent))
            self._delete(found.removed)
            return found

    def roll_back(self, release: str | None) -> NoReturn:  # noqa: ARG002 - as all places have it
        """See :class:`~generator.deploy.place.Place`: a store keeps one site."""
        raise self._telling.error(problems.NO_ROLLBACK)

    def _there(self) -> dict[str, str]:
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=self._prefix)
        objects = (one for page in pages for one in page.get("Contents", ()))
        found = {one["Key"].removeprefix(self._prefix): one["ETag"].strip('"') for one in objects}
        found.pop(_LOCK, None)
        return found

    def _put(self, parcel: Parcel, path: str) -> None:
        with (parcel.folder / path).open("rb") as body:
            self._client.put_object(
                Bucket=self._bucket,
                Key=self._prefix + path,
                Body=body,
                ContentType=media_type(path),
                CacheControl=caching(path),
            )

    def _delete(self, paths: tuple[str, ...]) -> None:
        for start in range(0, len(paths), _MOST_DELETED):
            keys = [{"Key": self._prefix + path} for path in paths[start : start + _MOST_DELETED]]
            answer = self._client.delete_objects(Bucket=self._bucket, Delete={"Objects": keys, "Quiet": True})
            if answer.get("Errors"):
                raise self._telling.error(problems.FAILED, reason=answer["Errors"][0].get("Message", "delete"))

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """Holds the lock object. One whose owner was not heard of for a while is taken over."""
        lease = Lease(self._client, self._bucket, self._prefix + _LOCK)
        if not lease.take():
            raise self._telling.error(problems.BUSY)
        with lease:
            yield

    @contextmanager
    def _told(self) -> Iterator[None]:
        from botocore.exceptions import BotoCoreError, ClientError, EndpointConnectionError, NoCredentialsError

        try:
            yield
        except ClientError as error:
            code = error.response.get("Error", {}).get("Code", "")
            raise self._failed(code, error) from error
        except NoCredentialsError as error:
            raise self._telling.error(problems.REFUSED, reason=error) from error
        except EndpointConnectionError as error:
            raise self._telling.error(problems.NO_CONNECTION, reason=error) from error
        except BotoCoreError as error:
            raise self._telling.error(problems.NO_CONNECTION, reason=error) from error

    def _failed(self, code: str, error: Exception) -> BulletinError:
        kinds = {
            "NoSuchBucket": problems.NO_CONNECTION,
            "QuotaExceeded": problems.FULL,
            "InsufficientStorage": problems.FULL,
        }
        refused = ("AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "403")
        kind = problems.REFUSED if code in refused else kinds.get(code, problems.FAILED)
        return self._telling.error(kind, reason=error)


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
