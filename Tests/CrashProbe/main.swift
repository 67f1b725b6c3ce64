// A program with a screen and nothing behind it, to see the terminal come back from every ending.
import Terminal

TerminalGuard.start()
let signals = try TerminalSignals()
let session = try TerminalSession(options: TerminalOptions())
var probe = Probe(session: session, signals: signals)
probe.run()
session.restore()
