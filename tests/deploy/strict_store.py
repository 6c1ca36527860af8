"""An S3 store that refuses what some stores refuse: run as ``python -m tests.deploy.strict_store PORT REFUSAL…``.

``md5``: requires a Content-MD5 with DeleteObjects, as stores used to. ``conditions``: rejects conditional writes.
``writes``: rejects objects whose names end with ``.html``.
"""

import sys
from collections.abc import Callable, Iterable
from typing import Any

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

_ERROR = '<?xml version="1.0" encoding="UTF-8"?><Error><Code>{}</Code><Message>Refused here.</Message></Error>'
_STORE = DomainDispatcherApplication(create_backend_app)

Environment = dict[str, Any]
Start = Callable[[str, list[tuple[str, str]]], object]


def store(environment: Environment, start: Start) -> Iterable[bytes]:
    method, path = environment["REQUEST_METHOD"], environment["PATH_INFO"]
    deletes = method == "POST" and environment.get("QUERY_STRING", "").startswith("delete")
    if "md5" in sys.argv and deletes and "HTTP_CONTENT_MD5" not in environment:
        return _refused("400 Bad Request", "MissingContentMD5", environment, start)
    if "conditions" in sys.argv and method == "PUT" and "HTTP_IF_NONE_MATCH" in environment:
        return _refused("501 Not Implemented", "NotImplemented", environment, start)
    if "writes" in sys.argv and method == "PUT" and path.endswith(".html"):
        return _refused("403 Forbidden", "QuotaExceeded", environment, start)
    answer: Iterable[bytes] = _STORE(environment, start)
    return answer


def _refused(status: str, code: str, environment: Environment, start: Start) -> list[bytes]:
    environment["wsgi.input"].read(int(environment.get("CONTENT_LENGTH") or 0))
    body = _ERROR.format(code).encode()
    start(status, [("Content-Type", "application/xml"), ("Content-Length", str(len(body)))])
    return [body]


if __name__ == "__main__":
    make_server("127.0.0.1", int(sys.argv[1]), store, threaded=True).serve_forever()
