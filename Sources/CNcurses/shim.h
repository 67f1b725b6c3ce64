// Wide-character ncurses, and what Swift cannot see of it: macros that cast, and C globals.
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <wchar.h>

enum {
  WEIR_BOLD = 1,
  WEIR_DIM = 2,
  WEIR_ITALIC = 4,
  WEIR_UNDERLINE = 8,
  WEIR_REVERSE = 16,
  WEIR_STRIKE = 32,
};

// The attribute bits of ncurses for bits in the order of `Attributes`; ncurses knows no strike. Our own
// terminfo entries put it in the place of blinking; with others dim stands in for it.
static inline uint32_t weir_attributes(uint8_t bits, bool has_strike) {
  return ((bits & WEIR_BOLD) ? A_BOLD : 0) | ((bits & WEIR_DIM) ? A_DIM : 0) |
         ((bits & WEIR_STRIKE) ? (has_strike ? A_BLINK : A_DIM) : 0) |
         ((bits & WEIR_ITALIC) ? A_ITALIC : 0) | ((bits & WEIR_UNDERLINE) ? A_UNDERLINE : 0) |
         ((bits & WEIR_REVERSE) ? A_REVERSE : 0);
}

// What setcchar(3) does, without its call: it runs once for every cell that is copied.
static inline void weir_set_cell(cchar_t *cell, uint32_t attributes, int pair, uint32_t base,
                                 uint32_t mark0, uint32_t mark1, uint32_t mark2, uint32_t mark3) {
  cell->attr = attributes | (A_COLOR & (attr_t)COLOR_PAIR(pair > 255 ? 255 : pair));
  cell->chars[0] = (wchar_t)base;
  cell->chars[1] = (wchar_t)mark0;
  cell->chars[2] = (wchar_t)mark1;
  cell->chars[3] = (wchar_t)mark2;
  cell->chars[4] = (wchar_t)mark3;
  cell->ext_color = pair;
}

static inline int weir_put_cells(int row, int column, const cchar_t *cells, int count) {
  return mvwadd_wchnstr(stdscr, row, column, cells, count);
}

static inline int weir_move(int row, int column) { return wmove(stdscr, row, column); }
static inline int weir_refresh(void) { return wnoutrefresh(stdscr) == ERR ? ERR : doupdate(); }
static inline int weir_cursor_row(void) { return getcury(stdscr); }
static inline int weir_cursor_column(void) { return getcurx(stdscr); }
// Whether ncurses may insert and delete characters of a row to change it.
static inline void weir_shift_cells(bool is_allowed) { idcok(stdscr, is_allowed); }
static inline int weir_repaint_all(void) { return clearok(curscr, TRUE); }
static inline int weir_touch(void) { return touchwin(stdscr); }
static inline int weir_rows(void) { return getmaxy(stdscr); }
static inline int weir_columns(void) { return getmaxx(stdscr); }
// Whether the entry that is open has a string, be it of our own name; tigetstr(3) says -1 for no string.
static inline bool weir_has_capability(const char *name) {
  extern char *tigetstr(const char *);
  const char *text = tigetstr(name);
  return text != NULL && text != (char *)-1;
}
static inline int weir_colors(void) { return COLORS; }
static inline int weir_color_pairs(void) { return COLOR_PAIRS; }

// The columns of a character by the table that ncurses itself asks; hidden by the Glibc module.
static inline int weir_character_width(uint32_t scalar) {
  extern int wcwidth(wchar_t);
  return wcwidth((wchar_t)scalar);
}

// memfd_create(2), close-on-exec; needs _GNU_SOURCE when called by its name.
static inline int weir_memory_file(const char *name) {
  return (int)syscall(SYS_memfd_create, name, 1U);
}

static inline char *const *weir_environment(void) {
  extern char **environ;
  return environ;
}
