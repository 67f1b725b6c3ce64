// Shared by the guard child and the crash handlers.
#pragma once

#include "CTerminalGuard.h"

struct weir_restoration {
  struct termios saved;
  size_t length;
  char bytes[WEIR_RESTORE_CAPACITY];
};

// Async-signal-safe. Gives up after a second on a terminal that takes nothing.
void weir_restore_write(int tty, const struct weir_restoration *restoration);
void weir_write_all(int descriptor, const char *bytes, size_t length);

// What is armed, done now, from a signal handler or from exit(). Nothing when nothing is armed.
void weir_give_terminal_back(void);
