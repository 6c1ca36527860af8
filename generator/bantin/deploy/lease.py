"""A lock in an S3 store: an object that is created only if there is none, and renewed while the lock is held."""

import time
from contextlib import suppress
from secrets import token_hex
from threading import Event, Thread
from typing import Any

Client = Any
"""boto3 has no annotations."""

_LEASE = 30.0  # seconds that a lock holds after its owner last renewed it


class Lease:
    """A lock that its owner renews in the background, and that expires ``_LEASE`` seconds after the last renewal."""

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
        # If it cannot be released, it expires.
        with suppress(BotoCoreError, ClientError):
            self._client.delete_object(**self._at)

    def take(self) -> bool:
        """Tries to acquire the lock; whether that succeeded. Waits until the present owner renews it or it expires."""
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
            etag = self._read()
            now = time.monotonic()
            if now - seen.setdefault(etag, now) > _LEASE:
                # Not renewed for the whole lease: its owner is gone.
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
        # A new value each time, so that others see the renewal in the ETag.
        self._client.put_object(**self._at, Body=token_hex(16).encode(), **condition)

    def _read(self) -> str:
        from botocore.exceptions import ClientError

        try:
            return str(self._client.get_object(**self._at)["ETag"])
        except ClientError:
            return ""
