import Glibc

StandardDescriptors.fill()
// A file that may not grow any more is an error of the write that would make it, and not the end of the program.
signal(SIGXFSZ, SIG_IGN)
exit(Weir.runCommand())
