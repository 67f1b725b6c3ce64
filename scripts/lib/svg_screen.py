"""Draws rows of styled cells as SVG on an exact grid, whatever font the viewer has."""

from html import escape
from itertools import groupby

from styled_cells import Cell, Style

FOREGROUND, BACKGROUND = "#c8ccd4", "#16191d"
WIDTH, HEIGHT, MARGIN = 8, 17, 12  # whole pixels, so that neighbours meet without a seam
FONT_SIZE = 13.3
# Lines and blocks are drawn as shapes, since in fonts they rarely meet: arms left, right, up, down.
BOX = {
    "─": "lr", "│": "ud", "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu", "├": "rud", "┤": "lud",
    "┬": "lrd", "┴": "lru", "┼": "lrud", "━": "lr", "┃": "ud", "╭": "rd", "╮": "ld", "╰": "ru", "╯": "lu",
}  # fmt: skip
LOWER = "▁▂▃▄▅▆▇█"
LEFT = "▏▎▍▌▋▊▉"


def draw(rows: list[list[Cell]], columns: int, cursor: tuple[int, int] | None) -> str:
    """The screen as a document; the cursor is (column, row)."""
    width = columns * WIDTH + 2 * MARGIN
    height = len(rows) * HEIGHT + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="{FONT_SIZE}">',
        f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>',
    ]
    for index, row in enumerate(rows):
        parts += _row(row, MARGIN + index * HEIGHT)
    if cursor:
        x, y = MARGIN + cursor[0] * WIDTH, MARGIN + cursor[1] * HEIGHT
        parts.append(_rectangle(x, y, WIDTH, HEIGHT, FOREGROUND, ' fill-opacity="0.8"'))
    return "\n".join(parts) + "\n</svg>\n"


def _row(row: list[Cell], y: float) -> list[str]:
    backgrounds, shapes = [], []
    x = MARGIN
    for (style, kind), group in groupby(row, key=lambda cell: (cell.style, _kind(cell))):
        cells = list(group)
        columns = sum(cell.columns for cell in cells)
        foreground, background = _colours(style)
        if background != BACKGROUND:
            backgrounds.append(_rectangle(x, y, columns * WIDTH, HEIGHT, background))
        text = "".join(cell.text for cell in cells)
        if kind == "shape":
            for place, cell in enumerate(cells):
                shapes.append(_shape(cell.text, x + place * WIDTH, y, foreground))
        elif text.strip():
            shapes.append(_text(text, x, y, columns, style, foreground))
        x += columns * WIDTH
    return backgrounds + shapes


def _kind(cell: Cell) -> str:
    """Cells of one kind and style are drawn together; a wide one alone, so that it keeps its place."""
    if cell.text in BOX or cell.text in LOWER or cell.text in LEFT:
        return "shape"
    return "text" if cell.columns == 1 else f"wide {id(cell)}"


def _colours(style: Style) -> tuple[str, str]:
    foreground, background = style.foreground or FOREGROUND, style.background or BACKGROUND
    if style.dim:
        foreground = _mixed(foreground, background)
    return (background, foreground) if style.reverse else (foreground, background)


def _mixed(colour: str, other: str) -> str:
    """A dim colour: three parts of it to two of what lies behind."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{(3 * one + 2 * two) // 5:02x}" for one, two in pairs)


def _text(text: str, x: float, y: float, columns: int, style: Style, colour: str) -> str:
    stripped = text.lstrip(" ")
    leading = len(text) - len(stripped)
    stripped = stripped.rstrip(" ")
    length = (columns - (len(text) - len(stripped))) * WIDTH
    attributes = f' fill="{colour}" textLength="{length:g}" lengthAdjust="spacingAndGlyphs"'
    if style.bold:
        attributes += ' font-weight="bold"'
    if style.italic:
        attributes += ' font-style="italic"'
    if style.underline:
        attributes += ' text-decoration="underline"'
    place = f'x="{x + leading * WIDTH:g}" y="{y + HEIGHT - 5:g}" xml:space="preserve"'
    return f"<text {place}{attributes}>{escape(stripped)}</text>"


def _shape(character: str, x: float, y: float, colour: str) -> str:
    if character in LOWER:
        part = HEIGHT * (LOWER.index(character) + 1) / 8
        return _rectangle(x, y + HEIGHT - part, WIDTH, part, colour)
    if character in LEFT:
        return _rectangle(x, y, WIDTH * (LEFT.index(character) + 1) / 8, HEIGHT, colour)
    middle_x, middle_y = x + 4.5, y + 8.5  # the middle of a pixel
    ends = {
        "l": (x, middle_y), "r": (x + WIDTH, middle_y), "u": (middle_x, y), "d": (middle_x, y + HEIGHT)
    }  # fmt: skip
    path = "".join(
        f"M{middle_x:g} {middle_y:g}L{ends[arm][0]:g} {ends[arm][1]:g}" for arm in BOX[character]
    )
    weight = 2 if character in "━┃" else 1
    return f'<path d="{path}" stroke="{colour}" stroke-width="{weight}" stroke-linecap="square"/>'


def _rectangle(x: float, y: float, width: float, height: float, colour: str, more: str = "") -> str:
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{colour}"{more}/>'
