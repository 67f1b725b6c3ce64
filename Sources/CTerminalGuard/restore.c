#include "restore.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

void weir_write_all(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    struct pollfd waiting = {.fd = descriptor, .events = POLLOUT};
    if (poll(&waiting, 1, 1000) == 0) return;
    ssize_t written = write(descriptor, bytes, length);
    if (written < 0 && errno != EINTR && errno != EAGAIN) return;
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    }
  }
}

void weir_restore_write(int tty, const struct weir_restoration *restoration) {
  weir_write_all(tty, restoration->bytes, restoration->length);
  tcsetattr(tty, TCSANOW, &restoration->saved);
}
