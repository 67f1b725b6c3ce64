#include <errno.h>
#include <signal.h>
#include <stdlib.h>

#include "restore.h"

// A stack overflow leaves no stack to handle it on. Other threads have none of these: what kills
// them by overflow is left to the guard child.
static char handler_stack[32 * 1024];

// SA_RESETHAND has put the default action back, so raising again ends the process with its core.
static void handle_crash(int number) {
  weir_give_terminal_back();
  raise(number);
}

int weir_crash_handlers_install(void) {
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  if (sigaltstack(&stack, NULL) != 0) return errno;
  struct sigaction action = {.sa_handler = handle_crash};
  action.sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) {
    if (sigaction(crashes[i], &action, NULL) != 0) return errno;
  }
  return atexit(weir_give_terminal_back) == 0 ? 0 : ENOMEM;
}
