import Glibc

/// The first three descriptors, which whoever starts the program may have closed.
enum StandardDescriptors {
  /// Keeps what is opened later, an archive or a socket, from taking the place of one that is closed.
  ///
  /// What is meant for standard output would be written there. As it is, writing fails, and standard input is empty.
  static func fill() {
    for (descriptor, mode) in [
      (STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY),
    ] where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
      // The lowest that is free, which it is, since those below it are taken by now.
      _ = open("/dev/null", mode)
    }
  }
}
