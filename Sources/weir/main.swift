import Glibc

exit(Weir.runCommand())
