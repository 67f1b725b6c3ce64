"""Reads what `tmux capture-pane -e` prints: text with SGR sequences, to rows of styled cells."""

import re
import unicodedata
from dataclasses import dataclass, replace

PALETTE = (
    "#1d2126 #e06c75 #98c379 #d9a95b #61afef #c678dd #56b6c2 #c8ccd4 "
    "#6b7280 #f08c94 #b5d99c #f0c987 #8cc8ff #dba0ee #7fd1db #ffffff"
).split()
SGR = re.compile(r"\x1b\[([\d;:]*)m")


@dataclass(frozen=True)
class Style:
    """Colours are `#rrggbb`, or None for the terminal's own."""

    foreground: str | None = None
    background: str | None = None
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False


@dataclass(frozen=True)
class Cell:
    """One character with its marks; `columns` is 1 or 2."""

    text: str
    columns: int
    style: Style


def rows(captured: str) -> list[list[Cell]]:
    """The style goes on from line to line, as on the wire."""
    style = Style()
    result = []
    for line in captured.split("\n"):
        cells: list[Cell] = []
        for index, part in enumerate(SGR.split(line)):
            if index % 2:
                style = _changed(style, part)
            else:
                _append(part, style, cells)
        result.append(cells)
    return result


def _append(text: str, style: Style, cells: list[Cell]) -> None:
    for character in text:
        if unicodedata.category(character) in ("Mn", "Me", "Cf") and cells:
            cells[-1] = replace(cells[-1], text=cells[-1].text + character)
        elif character >= " ":
            is_wide = unicodedata.east_asian_width(character) in "WF"
            cells.append(Cell(character, 2 if is_wide else 1, style))


def _changed(style: Style, parameters: str) -> Style:
    codes = [int(code or 0) for code in re.split("[;:]", parameters)]
    while codes:
        code = codes.pop(0)
        if code == 0:
            style = Style()
        elif code in (1, 2, 3, 4, 7):
            style = replace(style, **{_NAMES[code]: True})
        elif code == 22:
            style = replace(style, bold=False, dim=False)
        elif code in (23, 24, 27):
            style = replace(style, **{_NAMES[code - 20]: False})
        elif code in (38, 48):
            colour = _extended(codes)
            style = replace(style, **{"foreground" if code == 38 else "background": colour})
        elif code in (39, 49):
            style = replace(style, **{"foreground" if code == 39 else "background": None})
        elif 30 <= code <= 37 or 90 <= code <= 97:
            style = replace(style, foreground=PALETTE[code - 30 if code < 90 else code - 82])
        elif 40 <= code <= 47 or 100 <= code <= 107:
            style = replace(style, background=PALETTE[code - 40 if code < 100 else code - 92])
    return style


_NAMES = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "reverse"}


def _extended(codes: list[int]) -> str:
    if codes.pop(0) == 2:
        red, green, blue = codes.pop(0), codes.pop(0), codes.pop(0)
        return f"#{red:02x}{green:02x}{blue:02x}"
    index = codes.pop(0)
    if index < 16:
        return PALETTE[index]
    if index >= 232:
        return "#" + f"{8 + (index - 232) * 10:02x}" * 3
    steps = [0, 95, 135, 175, 215, 255]
    index -= 16
    return "#" + "".join(f"{steps[part]:02x}" for part in (index // 36, index // 6 % 6, index % 6))
