#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "CTerminalGuard.h"

// Handlers and a pipe, not signalfd: a blocked mask is inherited by every program that is started,
// a handler is not.
static int signal_pipe = -1;
static volatile sig_atomic_t is_lent = 0;

static void handle_signal(int number) {
  if (is_lent && (number == SIGINT || number == SIGQUIT)) return;
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe already holds more wake-ups than anyone needs.
  if (write(signal_pipe, &byte, 1) < 0) errno = saved;
  errno = saved;
}

static int handle(int number, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  return sigaction(number, &action, NULL);
}

int weir_signals_open(void) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  signal_pipe = ends[1];
  const int handled[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
  for (size_t i = 0; i < sizeof handled / sizeof *handled; i++) {
    if (handle(handled[i], handle_signal) != 0) return -1;
  }
  return handle(SIGPIPE, SIG_IGN) == 0 ? ends[0] : -1;
}

void weir_signals_lend(int lent) {
  is_lent = lent;
  if (signal_pipe >= 0) handle(SIGTSTP, lent ? SIG_DFL : handle_signal);
}

void weir_signals_stop(void) {
  // The others of the job first, ourselves last and by raise(): with several threads only a signal
  // to the calling thread is certain to be delivered before the call returns.
  handle(SIGTSTP, SIG_IGN);
  kill(0, SIGTSTP);
  handle(SIGTSTP, SIG_DFL);
  handle(SIGCONT, SIG_DFL);  // the caller knows that it is continued
  raise(SIGTSTP);
  if (signal_pipe < 0) return;
  handle(SIGTSTP, handle_signal);
  handle(SIGCONT, handle_signal);
}
