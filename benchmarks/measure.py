"""Run commands in new processes and measure wall time, processor time and peak memory."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# Linux counts the memory of the process that forks as the child's own until it calls exec, so a small
# process has to do the forking: this one needs about 10 MiB, which is the least peak that can be seen.
_LAUNCHER = """
import json, os, sys, time
report, log, folder, command = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
nothing = os.open(os.devnull, os.O_RDONLY)
os.chdir(folder)
start = time.perf_counter()
pid = os.fork()
if pid == 0:
    try:
        os.dup2(nothing, 0); os.dup2(out, 1); os.dup2(out, 2)
        os.execvp(command[0], command)
    except OSError as error:
        os.write(2, str(error).encode())
    finally:
        os._exit(127)
_, status, usage = os.wait4(pid, 0)
wall = time.perf_counter() - start
with open(report, "w") as file:
    exit_code = os.waitstatus_to_exitcode(status)
    json.dump([wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, exit_code], file)
"""
_MAXRSS_UNITS_PER_MIB = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one run cost: seconds, seconds of all processes, MiB of the largest process."""

    wall: float
    cpu: float
    peak: float
    exit_code: int
    output: str = ""

    @classmethod
    def total(cls, parts: Iterable["Measurement"]) -> "Measurement":
        """Add up runs made one after the other: times add, the largest process stays."""
        parts = list(parts)
        return cls(
            wall=sum(part.wall for part in parts),
            cpu=sum(part.cpu for part in parts),
            peak=max((part.peak for part in parts), default=0.0),
            exit_code=next((part.exit_code for part in parts if part.exit_code), 0),
            output="".join(part.output for part in parts),
        )


def _installed(environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which Python keeps its compiled modules, as for an installed program."""
    return {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measure(
    command: Sequence[str | Path], folder: Path, scratch: Path, environment: Mapping[str, str] | None = None
) -> Measurement:
    """Run `command` in `folder`, wait for it and for every process it waited for, and give what it cost."""
    scratch.mkdir(parents=True, exist_ok=True)
    report, log = scratch / "measured.json", scratch / "output.log"
    launcher = [sys.executable, "-I", "-S", "-c", _LAUNCHER, report, log, folder, *command]
    subprocess.run(launcher, check=True, env={**_installed(os.environ), **(environment or {})})
    wall, cpu, maxrss, exit_code = json.loads(report.read_text(encoding="utf-8"))
    return Measurement(
        wall=wall,
        cpu=cpu,
        peak=maxrss / _MAXRSS_UNITS_PER_MIB,
        exit_code=exit_code,
        output=log.read_text(encoding="utf-8", errors="replace"),
    )
