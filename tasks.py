"""Chapterhouse's commands on a machine that has only Python and git: `python3 tasks.py build`.

The first run makes `.venv` from the hash-locked requirements; every run then hands over to
`python -m chapterhouse` in it. `inv` reads `ns` from here. Nothing heavy is imported at the top, because
a volunteer waits for it at every command.
"""

from __future__ import annotations

import os
import sys

PYTHON_NEEDED = (3, 11)
TYPE_CHECKING = False  # What type checkers read; the typing module itself costs milliseconds.
if TYPE_CHECKING:
    from subprocess import Popen

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
WINDOWS = os.name == "nt"
DEVELOPERS_COMMANDS = frozenset({"test", "lint", "quality", "bench", "bless", "docs", "words", "lock"})
PIP_OPTIONS = ["--require-hashes", "--only-binary", ":all:", "--no-input", "--progress-bar", "off"]
HELP = """\
Usage: python3 tasks.py COMMAND [OPTIONS]

  python3 tasks.py build    builds the network into output/
  python3 tasks.py serve    builds it, shows it in a browser and reloads at every save
  python3 tasks.py check    says what is wrong, and publishes nothing
  python3 tasks.py test     runs Chapterhouse's own tests

The first command makes .venv, a private folder for the programs that Chapterhouse needs (about a minute,
once, with an internet connection). From then on `python3 tasks.py --help` lists every command, and
`python3 tasks.py --help COMMAND` explains one.
"""


class SetupError(Exception):
    """A reason why `.venv` cannot be made, in one sentence for the person at the keyboard."""


def main(arguments: list[str]) -> int:
    """Return the exit code of the command, run in `.venv`, which is made first where needed."""
    try:
        if sys.version_info < PYTHON_NEEDED:
            return run_with_newer_python(arguments)
        lock = lock_for(arguments)
        if not is_ready(lock):
            if is_call_for_help(arguments):
                print(HELP, end="")
                return 0
            make_ready(lock)
        return hand_over([venv_python(), "-m", "chapterhouse", *arguments])
    except SetupError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped. The next run takes up the work where it was left.", file=sys.stderr)
        return 130


def is_call_for_help(arguments: list[str]) -> bool:
    """Tell whether the person asks for help, which must not cost a download."""
    return not arguments or not {"-h", "--help", "help"}.isdisjoint(arguments)


def lock_for(arguments: list[str]) -> str:
    """Return the name of the lock file that holds what this command needs."""
    command = next((word for word in arguments if not word.startswith("-")), "")
    if command in DEVELOPERS_COMMANDS:
        return "requirements-dev.txt"
    if any("dask://" in word for word in arguments):
        return "requirements-distributed.txt"
    return "requirements.txt"


def venv_python() -> str:
    """Return the path of the Python inside `.venv`."""
    return os.path.join(VENV, "Scripts", "python.exe") if WINDOWS else os.path.join(VENV, "bin", "python")


def lock_path(lock: str) -> str:
    """Return the path of a lock file."""
    return os.path.join(HERE, lock)


def stamp_path(name: str) -> str:
    """Return the path of a file in `.venv` that says what is installed there."""
    return os.path.join(VENV, "installed-" + name)


def is_ready(lock: str) -> bool:
    """Tell whether `.venv` works and holds exactly what the lock file names."""
    wanted = read(lock_path(lock))
    if not wanted:
        raise SetupError(f"{lock} is missing from {HERE}; get it back with `git checkout {lock}`.")
    return is_sound() and read(stamp_path(lock)) == wanted


def is_sound() -> bool:
    """Tell whether `.venv` still stands on the Python that it was made for; systems replace theirs."""
    return os.path.exists(venv_python()) and read(stamp_path("python")) == real_python()


def real_python() -> bytes:
    """Return the path of the Python program that `.venv` leads to."""
    return os.fsencode(os.path.realpath(venv_python()))


def read(path: str) -> bytes:
    """Return the bytes of a file, none if there is no such file."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


def write(path: str, content: bytes) -> None:
    """Write the bytes of a file."""
    with open(path, "wb") as file:
        file.write(content)


def make_ready(lock: str) -> None:
    """Make `.venv` where there is none and install what the lock file names."""
    if not is_sound() or not succeeds([venv_python(), "-m", "pip", "--version"]):
        make_venv()
    install(lock)
    write_path_file()
    # Last, and only when all went well: a run that was stopped half-way is done again.
    # The other locks hold the runtime's packages too, in the same versions.
    for name in {lock, "requirements.txt"}:
        write(stamp_path(name), read(lock_path(name)))
    say("Ready.")


def succeeds(command: list[str]) -> bool:
    """Tell whether a command runs and ends well."""
    import subprocess

    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def make_venv() -> None:
    """Make an empty `.venv` with pip in it."""
    import importlib.util
    import subprocess

    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise SetupError(
            "this Python has no venv module; on Debian or Ubuntu `sudo apt install python3-venv` brings it, "
            "elsewhere install Python from python.org."
        )
    say(f"Making {VENV}, a private folder for the programs that Chapterhouse needs (once).")
    made = subprocess.run(
        [base_python(), "-m", "venv", "--clear", VENV], capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise SetupError(f"the folder {VENV} cannot be made: {last_line(made.stdout + made.stderr)}")
    write(stamp_path("python"), real_python())


def base_python() -> str:
    """Return the Python to make `.venv` with: never the one inside `.venv`, which is about to be emptied."""
    return getattr(sys, "_base_executable", None) or sys.executable


def install(lock: str) -> None:
    """Install what a lock file names, with a line of progress, checking every hash."""
    import subprocess

    total = read(lock_path(lock)).count(b"==")
    say(f"Fetching {total} packages named in {lock} (once; about a minute).")
    command = [venv_python(), "-m", "pip", "install", "--disable-pip-version-check", *PIP_OPTIONS, "-r", lock]
    with subprocess.Popen(
        command, cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as pip:
        lines = show_progress(pip, total)
    if pip.returncode:
        print("\n".join(lines[-12:]), file=sys.stderr)
        raise SetupError(
            f"not everything in {lock} could be installed (pip's own words are above); "
            "if the internet connection is well, run the same command again."
        )


def show_progress(pip: Popen[str], total: int) -> list[str]:
    """Return the lines that pip prints, showing on a terminal which package it is at."""
    lines: list[str] = []
    done = 0
    for line in pip.stdout or ():
        lines.append(line.rstrip())
        first, _, rest = line.strip().partition(" ")
        if first in ("Collecting", "Requirement"):
            done += 1
            show(f"{done} of {total}  {rest.partition('==')[0][:40]}")
        elif first == "Installing":
            show("Unpacking them")
    show("")
    return lines


def show(text: str) -> None:
    """Write over the terminal's present line; elsewhere (a log) say nothing."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def say(text: str) -> None:
    """Print a line for the person who waits; the standard output belongs to the command itself."""
    print(text, file=sys.stderr, flush=True)


def last_line(text: str) -> str:
    """Return the last line of a program's output, which is where programs name the cause."""
    return (text.strip().splitlines() or ["no reason was given"])[-1]


def write_path_file() -> None:
    """Let the Python in `.venv` find the checkout from whatever folder it is started in."""
    import subprocess

    ask = [venv_python(), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()
    # A relative path: the checkout may be moved, and may lie in a folder with any name.
    write(os.path.join(packages, "chapterhouse.pth"), os.path.relpath(HERE, packages).encode() + b"\n")


def run_with_newer_python(arguments: list[str]) -> int:
    """Run this file again with the newest Python on the machine that will do."""
    import shutil

    for minor in range(20, PYTHON_NEEDED[1] - 1, -1):
        python = shutil.which(f"python3.{minor}")
        # Version managers leave programs of this name behind that run nothing.
        if python and succeeds([python, "-c", ""]):
            return hand_over([python, os.path.abspath(__file__), *arguments])
    have = ".".join(map(str, sys.version_info[:2]))
    raise SetupError(
        f"Chapterhouse needs Python 3.11 or newer and this is Python {have}; get one from python.org."
    )


def hand_over(command: list[str]) -> int:
    """Become the command; on Windows, which cannot, run it and return its exit code."""
    if not WINDOWS:
        sys.stdout.flush()
        os.execv(command[0], command)
    import subprocess

    with subprocess.Popen(command) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:  # The command got it too and says what there is to say.
                continue


def __getattr__(name: str) -> object:
    """Return the commands as the collection that `inv` asks for, imported only then."""
    if name != "ns":
        raise AttributeError(name)
    from chapterhouse.cli.tasks import namespace

    return namespace()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
