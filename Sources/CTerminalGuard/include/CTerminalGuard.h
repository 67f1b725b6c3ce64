// Gives the terminal back in every ending, and turns signals into bytes on a pipe.
//
// C because all of it runs inside signal handlers or in a forked child, where Swift may not.
#pragma once

#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

enum { WEIR_RESTORE_CAPACITY = 256 };

// Forks the guard child, which gives the terminal back when this process is gone without having done
// so (kill -9). Call first of all in main: before any thread, and while memory is still small.
// Returns 0, or an errno.
int weir_guard_start(int tty);

// From here on an ending of any kind writes `restore` to `tty` and puts `saved` back.
// `restore` is cut at WEIR_RESTORE_CAPACITY bytes.
void weir_guard_arm(int tty, const struct termios *saved, const char *restore, size_t length);

// The terminal has been given back in an orderly way.
void weir_guard_disarm(void);

// What a crash prints goes to `log` while the screen is up; the handlers show the part after `from`
// on `terminal` when they have given the screen back. -1, -1 for none.
void weir_guard_show_log(int log, off_t from, int terminal);

// Shows that part now, after an orderly end of the screen, and forgets it.
void weir_guard_show_now(void);

// Handlers for ILL TRAP SEGV BUS FPE ABRT on their own stack, and for exit().
// They replace the interactive prompt of Swift's runtime. Returns 0, or an errno.
int weir_crash_handlers_install(void);

// Handlers for WINCH TERM HUP INT QUIT TSTP CONT that write the signal's number to a pipe; SIGPIPE is
// ignored. Returns the non-blocking end to read from, or -1 with errno. Call once.
int weir_signals_open(void);

// While another program has the terminal, INT and QUIT are its business, and TSTP stops us like
// any other member of the job.
void weir_signals_lend(int is_lent);

// A pipe that closes on exec from its first moment; pipe2(2) is hidden from Swift. As pipe2: 0, or -1 with errno.
int weir_pipe_open(int ends[2]);

// Stops the whole job as ^Z in a cooked terminal does, and returns when it is continued.
void weir_signals_stop(void);
