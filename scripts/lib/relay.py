"""A loopback relay before the demo endpoint that notes when it sent what.

An answer of a `flat-…` model is first taken in whole and then sent in one go, so that weir is measured and not the
server; every other answer goes through as it comes, and each of its words is noted when it is sent. What else weir asks
for, such as the list of models, is passed on and not noted.
"""

import json
import os
import re
import signal
import socket
import threading
import time
from pathlib import Path

WORD = re.compile(rb"w(\d{6})")
LAST_CHUNK = b"\r\n0\r\n\r\n"


class Relay:
    """Runs in a process of its own; `close()` ends it."""

    def __init__(self, upstream_port: int, log: Path):
        self._log = log
        self._position = 0
        log.touch()
        listener = socket.create_server(("127.0.0.1", 0))
        self.port = listener.getsockname()[1]
        self._pid = os.fork()
        if self._pid == 0:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            try:
                _serve(listener, upstream_port, log)
            finally:
                os._exit(1)
        listener.close()

    def answers(self) -> list[dict]:
        """The answers that ended since the last call: first, last and, by word, the sends' times."""
        with self._log.open() as file:
            file.seek(self._position)
            text = file.read()
        whole = text[: text.rfind("\n") + 1]
        self._position += len(whole)
        return [json.loads(line) for line in whole.splitlines()]

    def close(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


def _serve(listener: socket.socket, upstream_port: int, log: Path) -> None:
    while True:
        client, _ = listener.accept()
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=_pass_on, args=(client, upstream_port, log), daemon=True).start()


def _pass_on(client: socket.socket, upstream_port: int, log: Path) -> None:
    """One connection of weir's: request after request, each answered through a connection upstream."""
    try:
        while request := _read_request(client):
            with socket.create_connection(("127.0.0.1", upstream_port)) as upstream:
                upstream.sendall(request)
                if not request.startswith(b"POST "):
                    client.sendall(b"".join(_chunks(upstream)))
                elif b'"flat-' in request:
                    _send_whole(client, upstream, log)
                else:
                    _send_as_it_comes(client, upstream, log)
    except OSError:
        pass
    finally:
        client.close()


def _read_request(client: socket.socket) -> bytes:
    request = b""
    while b"\r\n\r\n" not in request:
        data = client.recv(65536)
        if not data:
            return b""
        request += data
    head, _, body = request.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
    wanted = len(head) + 4 + (int(length[1]) if length else 0)
    while len(request) < wanted:
        request += client.recv(65536)
    return request


def _chunks(upstream: socket.socket):
    """What the server sends, up to the end of the chunked body, or of a body of known length."""
    received = b""
    total = 0
    wanted = None
    while data := upstream.recv(1 << 18):
        yield data
        total += len(data)
        received = (received + data)[-65536:]
        if wanted is None and b"\r\n\r\n" in received:
            head = received.partition(b"\r\n\r\n")[0]
            length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
            wanted = len(head) + 4 + int(length[1]) if length else 0
        if received.endswith(LAST_CHUNK) or (wanted and total >= wanted):
            return


def _send_whole(client: socket.socket, upstream: socket.socket, log: Path) -> None:
    began = time.monotonic_ns()
    answer = b"".join(_chunks(upstream))
    first = time.monotonic_ns()
    client.sendall(answer)
    _note(log, first=first, last=time.monotonic_ns(), server_s=(first - began) / 1e9)


def _send_as_it_comes(client: socket.socket, upstream: socket.socket, log: Path) -> None:
    words: dict[str, int] = {}
    now = first = time.monotonic_ns()
    for data in _chunks(upstream):
        now = time.monotonic_ns()
        for word in WORD.findall(data):
            words.setdefault(word.decode(), now)
        client.sendall(data)
    _note(log, first=min(words.values(), default=first), last=now, words=words)


def _note(log: Path, **answer) -> None:
    with log.open("a") as file:
        file.write(json.dumps(answer) + "\n")


