"""A lock in a store that speaks S3: an object that is written only where there is none, again and again."""

import time
from contextlib import suppress
from secrets import token_hex
from threading import Event, Thread
from typing import Any

Client = Any
"""boto3 has no annotations."""

_LEASE = 30.0  # seconds that a lock holds after its owner was last heard of


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
