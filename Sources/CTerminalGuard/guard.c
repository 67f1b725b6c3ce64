#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "restore.h"

struct message {
  int is_armed;
  struct weir_restoration restoration;
};

static int guard_pipe = -1;
static int armed_tty = -1;
static volatile sig_atomic_t is_armed = 0;
static struct weir_restoration armed;
static struct {
  int log;
  off_t from;
  int terminal;
} shown = {-1, 0, -1};

static void guard_ignore_signals(void) {
  const int ignored[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGPIPE, SIGWINCH};
  for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) signal(ignored[i], SIG_IGN);
  sigset_t blocked;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTTOU);  // a background process may then set the terminal's modes
  sigprocmask(SIG_BLOCK, &blocked, NULL);
}

// Keeps the two descriptors it needs, as 0 and 1, so that no file or pipe of the parent stays open.
static void guard_take_descriptors(int tty, int pipe_end) {
  int high_tty = fcntl(tty, F_DUPFD, 10);
  int high_pipe = fcntl(pipe_end, F_DUPFD, 10);
  dup2(high_tty, 0);
  dup2(high_pipe, 1);
  close_range(2, ~0U, 0);
}

// Never returns. Blocked in read() until the parent says something or is gone.
static void guard_run(int tty, int pipe_end) {
  guard_ignore_signals();
  prctl(PR_SET_NAME, "weir-guard");
  setpgid(0, 0);  // a kill -9 of the whole job does not reach it; the parent says so too
  if (chdir("/") != 0) _exit(1);
  guard_take_descriptors(tty, pipe_end);
  struct message last = {0};
  for (;;) {
    struct message next;
    ssize_t count = read(1, &next, sizeof next);
    if (count == (ssize_t)sizeof next) {
      last = next;
    } else if (count >= 0 || errno != EINTR) {
      break;
    }
  }
  if (last.is_armed) weir_restore_write(0, &last.restoration);
  _exit(0);
}

int weir_guard_start(int tty) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
  pid_t child = fork();
  if (child < 0) {
    int error = errno;
    close(ends[0]);
    close(ends[1]);
    return error;
  }
  if (child == 0) {
    close(ends[1]);
    guard_run(tty, ends[0]);
  }
  setpgid(child, child);  // whoever of the two runs first, it is done before the screen is up
  close(ends[0]);
  guard_pipe = ends[1];
  return 0;
}

// Async-signal-safe. One write below PIPE_BUF is never torn.
static void guard_tell(int armed_now) {
  if (guard_pipe < 0) return;
  struct message message = {.is_armed = armed_now};
  if (armed_now) message.restoration = armed;
  while (write(guard_pipe, &message, sizeof message) < 0 && errno == EINTR) continue;
}

void weir_guard_arm(int tty, const struct termios *saved, const char *restore, size_t length) {
  is_armed = 0;
  armed_tty = tty;
  armed.saved = *saved;
  armed.length = length < sizeof armed.bytes ? length : sizeof armed.bytes;
  memcpy(armed.bytes, restore, armed.length);
  is_armed = 1;
  guard_tell(1);
}

void weir_guard_disarm(void) {
  if (!is_armed) return;
  is_armed = 0;
  guard_tell(0);
}

void weir_guard_show_log(int log, off_t from, int terminal) {
  shown.log = log;
  shown.from = from;
  shown.terminal = terminal;
}

static void show_log(void) {
  char part[1024];
  off_t offset = shown.from;
  ssize_t count;
  while (shown.log >= 0 && (count = pread(shown.log, part, sizeof part, offset)) > 0) {
    weir_write_all(shown.terminal, part, (size_t)count);
    offset += count;
  }
}

void weir_guard_show_now(void) {
  show_log();
  shown.log = -1;
}

void weir_give_terminal_back(void) {
  if (!is_armed) return;
  is_armed = 0;
  weir_restore_write(armed_tty, &armed);
  guard_tell(0);
  show_log();
}
