"""A program in a pseudo terminal, read through libvterm, with the time of every read."""

import ctypes
import fcntl
import os
import re
import select
import signal
import struct
import termios
import time
from typing import Callable

COLOUR_QUERY = re.compile(rb"\x1b\](1[01]);\?(?:\x07|\x1b\\)")


class _Rect(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in ("start_row", "end_row", "start_col", "end_col")]


def _load_vterm() -> ctypes.CDLL:
    vterm = ctypes.CDLL("libvterm.so.0")
    for name, result, arguments in [
        ("vterm_new", ctypes.c_void_p, [ctypes.c_int, ctypes.c_int]),
        ("vterm_free", None, [ctypes.c_void_p]),
        ("vterm_set_utf8", None, [ctypes.c_void_p, ctypes.c_int]),
        ("vterm_obtain_screen", ctypes.c_void_p, [ctypes.c_void_p]),
        ("vterm_screen_enable_altscreen", None, [ctypes.c_void_p, ctypes.c_int]),
        ("vterm_screen_reset", None, [ctypes.c_void_p, ctypes.c_int]),
        ("vterm_input_write", ctypes.c_size_t, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]),
        ("vterm_output_read", ctypes.c_size_t, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]),
        (
            "vterm_screen_get_text",
            ctypes.c_size_t,
            [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, _Rect],
        ),
    ]:
        function = getattr(vterm, name)
        function.restype, function.argtypes = result, arguments
    return vterm


class Screen:
    """What a terminal of that size would show."""

    _vterm: ctypes.CDLL | None = None

    def __init__(self, columns: int, rows: int):
        Screen._vterm = Screen._vterm or _load_vterm()
        self.columns, self.rows = columns, rows
        self._terminal = self._vterm.vterm_new(rows, columns)
        self._vterm.vterm_set_utf8(self._terminal, 1)
        self._screen = self._vterm.vterm_obtain_screen(self._terminal)
        self._vterm.vterm_screen_enable_altscreen(self._screen, 1)
        self._vterm.vterm_screen_reset(self._screen, 1)
        self._buffer = ctypes.create_string_buffer(columns * rows * 8)

    def feed(self, data: bytes) -> bytes:
        """Takes what the program wrote; returns what the terminal answers to its queries."""
        self._vterm.vterm_input_write(self._terminal, data, len(data))
        if b"\x1b" not in data:
            return b""
        answer = ctypes.create_string_buffer(4096)
        length = self._vterm.vterm_output_read(self._terminal, answer, len(answer))
        colours = b"".join(
            b"\x1b]%s;rgb:%s\x1b\\" % (query, b"0000/0000/0000" if query == b"11" else b"ffff/ffff/ffff")
            for query in COLOUR_QUERY.findall(data)
        )
        return colours + answer.raw[:length]

    def text(self) -> bytes:
        """The rows, in UTF-8."""
        area = _Rect(0, self.rows, 0, self.columns)
        length = self._vterm.vterm_screen_get_text(
            self._screen, self._buffer, len(self._buffer), area
        )
        return self._buffer.raw[:length]

    def close(self) -> None:
        self._vterm.vterm_free(self._terminal)


class Session:
    """Runs `argv`; times are nanoseconds of CLOCK_MONOTONIC."""

    def __init__(
        self,
        argv: list[str],
        environment: dict[str, str],
        columns: int,
        rows: int,
        counts_frames: bool = False,
    ):
        self.screen = Screen(columns, rows)
        self.bytes_read = 0
        # Of more than a few bytes, which the program marks for a terminal that says it knows them.
        self.frames = 0
        self._tells_of_frames = counts_frames
        self.is_alive = True
        self.last_read = 0
        master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.started = time.monotonic_ns()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.setsid()
                fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
                for descriptor in range(3):
                    os.dup2(slave, descriptor)
                os.closerange(3, 256)
                os.execve(argv[0], argv, environment)
            finally:
                os._exit(127)
        os.close(slave)
        os.set_blocking(master, False)
        self._master = master
        self._poll = select.poll()
        self._poll.register(master, select.POLLIN)

    def send(self, data: bytes) -> int:
        """Types; returns when."""
        now = time.monotonic_ns()
        os.write(self._master, data)
        return now

    def _read(self) -> bool:
        try:
            data = os.read(self._master, 65536)
        except BlockingIOError:
            return False
        except OSError:
            data = b""
        self.last_read = time.monotonic_ns()
        if not data:
            self.is_alive = False
            return False
        self.bytes_read += len(data)
        self.frames += data.count(b"\x1b[?2026h")
        answer = self.screen.feed(data)
        if answer:
            self.send(answer)
        # Behind the answer of libvterm, which does not know the mode: the last one counts.
        if self._tells_of_frames and b"\x1b[?2026$p" in data:
            self.send(b"\x1b[?2026;2$y")
        return True

    def pump(self, seconds: float, until: Callable[[], bool] | None = None) -> bool:
        """Reads for that long, or until a read after which `until` holds; says whether it did."""
        end = time.monotonic_ns() + int(seconds * 1e9)
        while self.is_alive:
            if self._read():
                if until and until():
                    return True
            else:
                self._poll.poll(max(0, (end - time.monotonic_ns()) // 1_000_000))
            if time.monotonic_ns() >= end:
                return False
        return False

    def wait(self, text: bytes, seconds: float = 30) -> int:
        """Waits until the screen shows the text; returns the time of the read that brought it."""
        if text not in self.screen.text() and not self.pump(
            seconds, until=lambda: text in self.screen.text()
        ):
            shown = self.screen.text().decode(errors="replace")
            raise TimeoutError(f"{text!r} did not show within {seconds} s:\n{shown}")
        return self.last_read

    def close(self) -> None:
        """Asks the program to go, makes it go, and reaps it."""
        for wanted in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.kill(self.pid, wanted)
            except ProcessLookupError:
                break
            self.pump(2)
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                break
        os.close(self._master)
        self.screen.close()
