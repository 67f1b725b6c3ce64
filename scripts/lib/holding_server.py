"""A loopback server that holds every client up in one phase of a request, and notes when the client hangs up.

What a client meets is chosen by its model: `waiting` gets no answer, `streaming` one without an end. A client that
begins with a TLS handshake gets no answer to that.
"""

import queue
import select
import socket
import threading
import time

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
EVENT = b'data: {"choices":[{"index":0,"delta":{"content":"word "}}]}\n\n'
HANDSHAKE = 0x16  # the first byte of a TLS client's first record


class HoldingServer:
    """`held` gets an item when a client is held, `hung_up` the monotonic nanoseconds when it is gone."""

    def __init__(self) -> None:
        self.held: queue.SimpleQueue[None] = queue.SimpleQueue()
        self.hung_up: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._hold, args=(client,), daemon=True).start()

    def _hold(self, client: socket.socket) -> None:
        readable = select.poll()
        readable.register(client, select.POLLIN)
        request, is_streaming, is_held = b"", False, False
        with client:
            while True:
                try:
                    if not readable.poll(10):
                        if is_streaming:
                            client.sendall(EVENT)
                        continue
                    data = client.recv(65536)
                except OSError:
                    data = b""
                if not data:
                    self.hung_up.put(time.monotonic_ns())
                    return
                request += data
                if is_held or not (request[0] == HANDSHAKE or request.endswith(b"}")):
                    continue
                is_held = True
                if b'"streaming"' in request:
                    is_streaming = True
                    client.sendall(HEAD + EVENT)
                self.held.put(None)
