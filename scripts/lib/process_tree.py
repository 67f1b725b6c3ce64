"""What a process and all it started use."""

import os
import time


def _tree(root: int) -> list[int]:
    found = [root]
    for pid in found:
        try:
            for thread in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{thread}/children") as file:
                    found += [int(child) for child in file.read().split()]
        except OSError:
            pass
    return found


def cpu_seconds(root: int) -> float:
    """CPU time of every thread of the tree, living and ended, to the nanosecond."""
    total = 0
    for pid in _tree(root):
        try:
            # The clock of another process: see clock_getcpuclockid(3).
            total += time.clock_gettime_ns((~pid << 3) | 2)
        except OSError:
            pass
    return total / 1e9


def memory_mb(root: int) -> float:
    """The proportional set size of the tree."""
    kilobytes = 0
    for pid in _tree(root):
        try:
            with open(f"/proc/{pid}/smaps_rollup") as file:
                kilobytes += sum(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        except OSError:
            pass
    return kilobytes / 1024


def wake_ups(root: int) -> int:
    """How often the tree's threads went to sleep and were woken so far."""
    switches = 0
    for pid in _tree(root):
        try:
            for thread in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{thread}/status") as file:
                    switches += sum(
                        int(line.split()[1]) for line in file if line.startswith("voluntary_ctxt")
                    )
        except OSError:
            pass
    return switches
