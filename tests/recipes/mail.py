"""A mail server that stores received mails; only the parts of RFC 5321 that the services need."""

import email
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import policy


class Mails(socketserver.ThreadingTCPServer):
    """The texts of the received mails."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Session)
        self.texts: list[str] = []


class _Session(socketserver.StreamRequestHandler):
    server: Mails

    def handle(self) -> None:
        self.wfile.write(b"220 localhost\r\n")
        while line := self.rfile.readline():
            command = line.split()[0].upper()
            if command == b"DATA":
                self.wfile.write(b"354 Go on\r\n")
                mail = email.message_from_bytes(b"".join(iter(self.rfile.readline, b".\r\n")), policy=policy.default)
                self.server.texts.append(mail.get_content())
            self.wfile.write(b"221 Bye\r\n" if command == b"QUIT" else b"250 Well\r\n")
            if command == b"QUIT":
                return


@contextmanager
def mailbox(port: int) -> Iterator[Mails]:
    with Mails(port) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
