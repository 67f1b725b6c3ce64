"""Conversations by the thousand, in the form that `weir sessions import` reads."""

import json
import random
from pathlib import Path
from typing import Iterator

MESSAGES_EACH = 50
WORDS = 4_000


def write(path: Path, messages: int, bytes_each: int) -> None:
    """Writes so many messages, fifty a conversation, each of about so many bytes of words that a search tells apart."""
    chance = random.Random(11)
    words = ["".join(chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(7)) for _ in range(WORDS)]
    with path.open("w") as file:
        for number in range(messages // MESSAGES_EACH):
            for line in _conversation(number, words, bytes_each, chance):
                file.write(json.dumps(line) + "\n")


def write_chat(path: Path, tokens: int) -> None:
    """Writes one conversation: a question, and an answer of numbered words."""
    answer = " ".join(f"w{number:06d}" for number in range(1, tokens + 1))
    question = _message(99_999, 0, "user", "bench")
    with path.open("w") as file:
        for line in [_head(99_999, "chat"), question, _reply(99_999, 1, answer)]:
            file.write(json.dumps(line) + "\n")


def _conversation(number: int, words: list[str], size: int, chance: random.Random) -> Iterator[dict]:
    yield _head(number, f"talk{number:06d}")
    for place in range(MESSAGES_EACH):
        text = " ".join(chance.choices(words, k=size // 8))
        text = f"number{number * MESSAGES_EACH + place:06d} {text}"
        yield _message(number, place, "user", text) if place % 2 == 0 else _reply(number, place, text)


def _head(number: int, title: str) -> dict:
    identity = f"{number + 1:032x}"
    return {"weir": "conversation", "version": 1, "id": identity, "created": _moment(number, 0), "title": title}


def _message(number: int, place: int, role: str, content: str) -> dict:
    message = {
        "weir": "message",
        "conversation": f"{number + 1:032x}",
        "key": str(_key(number, place)),
        "role": role,
        "created": _moment(number, place),
        "content": content,
    }
    return message | ({"parent": str(_key(number, place - 1))} if place else {})


def _reply(number: int, place: int, content: str) -> dict:
    reply = {
        "preset": {"name": "flat", "model": "flat", "endpoint": {"name": "bench", "url": "http://127.0.0.1:1/v1"}},
        "ending": {"kind": "finished", "reason": "stop"},
        "sent_ns": 1_000_000,
        "first_delta_ns": 90_000_000,
        "ended_ns": 900_000_000,
    }
    return _message(number, place, "reply", content) | {"reply": reply}


def _milliseconds(number: int, place: int) -> int:
    return 1_700_000_000_000 + (number * MESSAGES_EACH + place) * 1_000


def _key(number: int, place: int) -> int:
    """42 bits of milliseconds, 21 of chance."""
    return (_milliseconds(number, place) << 21) + number % (1 << 21)


def _moment(number: int, place: int) -> int:
    return _milliseconds(number, place)
