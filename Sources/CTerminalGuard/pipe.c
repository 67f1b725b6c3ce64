#define _GNU_SOURCE
#include <fcntl.h>
#include <unistd.h>

#include "CTerminalGuard.h"

int weir_pipe_open(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
