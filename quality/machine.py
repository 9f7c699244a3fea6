"""The programs that the gates need: found here, installed on Debian, or named in a plain sentence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent
ROOM = PROJECT / ".chapterhouse" / "quality"


class MissingProgram(Exception):
    """A program that a gate needs and this machine lacks, in one sentence that says how to get it."""


def say(text: str) -> None:
    """Print a line of progress at once: the programs that follow write to the same place."""
    print(text, flush=True)


def is_root() -> bool:
    """Tell whether we may install packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def is_debian() -> bool:
    """Tell whether this is Debian itself (the chromium of Ubuntu is only a pointer to snap)."""
    release = Path("/etc/os-release")
    return release.is_file() and "\nID=debian\n" in f"\n{release.read_text()}\n"


def install_from_debian(*packages: str) -> bool:
    """Install Debian packages where that is possible, and tell whether they are there now."""
    if not (is_debian() and is_root() and shutil.which("apt-get")):
        return False
    say(f"Installing {' '.join(packages)} from Debian (once).")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", *command],
            env=quiet,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            print(done.stdout[-1500:], done.stderr[-1500:], file=sys.stderr)
            return False
    return True


def program(name: str, *packages: str, hint: str) -> str:
    """Return the path of a program, installed from Debian's packages if need be."""
    if not shutil.which(name):
        install_from_debian(*packages)
    found = shutil.which(name)
    if found is None:
        raise MissingProgram(f"The program {name} is missing: {hint}")
    return found


def java() -> str:
    """Return the path of Java, which the Nu HTML checker runs on."""
    return program("java", "default-jre-headless", hint="install a Java runtime, version 11 or newer.")


def node() -> str:
    """Return the path of Node, which Lighthouse and html-validate run on."""
    hint = "install Node 20.19 or newer."
    path = program("node", "nodejs", "npm", hint=hint)
    version = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    numbers = tuple(int(part) for part in version.lstrip("v").split(".")[:2])
    if numbers < (20, 19):
        raise MissingProgram(f"The program node is too old ({version}): {hint}")
    return path


def node_packages() -> Path:
    """Return the folder of the locked npm packages, installed if they are not there yet."""
    node()
    npm = program("npm", "npm", hint="it comes with Node 20.19 or newer.")
    lock = PROJECT / "quality" / "package-lock.json"
    installed = ROOM / "installed.json"
    packages = ROOM / "node_modules"
    if packages.is_dir() and installed.is_file() and installed.read_bytes() == lock.read_bytes():
        return packages
    say("Fetching the programs named in quality/package.json from the npm registry (once, about a minute).")
    ROOM.mkdir(parents=True, exist_ok=True)
    installed.unlink(missing_ok=True)
    shutil.copy(lock.with_name("package.json"), ROOM)
    shutil.copy(lock, ROOM)
    done = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=ROOM,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stderr[:1500], file=sys.stderr)
        raise MissingProgram("npm could not fetch the quality programs: its own words are above.")
    # Written last, so that an install that was cut off is done again.
    shutil.copy(lock, installed)
    return packages
