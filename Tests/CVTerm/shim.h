// A terminal emulator, and the other end of its wire.
#include <vterm.h>

#include <fcntl.h>
#include <stddef.h>
#include <unistd.h>

// A new pseudo terminal: our end, non-blocking, and the path of the other; -1 with errno on failure.
// Its calls are hidden by the Glibc module.
static inline int weir_open_pseudo_terminal(char *path, size_t capacity) {
  extern int posix_openpt(int);
  extern int grantpt(int);
  extern int unlockpt(int);
  extern int ptsname_r(int, char *, size_t);
  int ours = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (ours < 0) return -1;
  if (grantpt(ours) == 0 && unlockpt(ours) == 0 && ptsname_r(ours, path, capacity) == 0) return ours;
  close(ours);
  return -1;
}

// Has the program begin with no descriptor from `first` on: files and pipes of other tests stay theirs.
static inline int weir_spawn_close_from(void *actions, int first) {
  extern int posix_spawn_file_actions_addclosefrom_np(void *, int);
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}
