// A program that writes into an archive until it is killed, or as it is told, and says what was acknowledged.
import Archive
import Conversation
import Glibc

let arguments = CommandLine.arguments
guard arguments.count > 2 else { exit(64) }
let probe = ArchiveProbe(
  path: arguments[2],
  seed: arguments.count > 3 ? UInt64(arguments[3]) ?? 0 : 0
)
switch arguments[1] {
case "stream": probe.stream()
case "write": probe.write(arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0)
case "limit": probe.failToGrow()
case "nobody": probe.useAsNobody()
case "idle": probe.idle()
case "close": probe.close()
case "fill": probe.fill(arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0)
case "measure": probe.measure()
default: exit(64)
}
