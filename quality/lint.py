"""The linters, all of them in one run: `python -m quality.lint`."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from quality.machine import PROJECT

CODE = ("chapterhouse", "tests", "quality", "benchmarks", "tasks.py")


def commands() -> dict[str, list[str]]:
    """Return the command of each linter by its name, as one would type it."""
    code = [name for name in CODE if (PROJECT / name).exists()]
    return {
        # The slowest first: two run at a time.
        "mypy": ["mypy", *code],
        "lint-imports": ["lint-imports"],
        "ruff check": ["ruff", "check"],
        "ruff format": ["ruff", "format", "--check"],
        "interrogate": ["interrogate", "--verbose", "chapterhouse"],
        "codespell": ["codespell"],
    }


def run(command: list[str]) -> tuple[int, str, float]:
    """Return a linter's exit code, its words and its seconds."""
    start = time.perf_counter()
    executable = PROJECT.joinpath(sys.prefix, "Scripts" if sys.platform == "win32" else "bin", command[0])
    done = subprocess.run(
        [str(executable), *command[1:]],
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, time.perf_counter() - start


def main() -> int:
    """Return 0 if every linter is content, else 1 with the words of those that are not."""
    failed = []
    linters = commands()
    with ThreadPoolExecutor(max_workers=2) as pool:
        for name, (code, words, seconds) in zip(linters, pool.map(run, linters.values()), strict=True):
            print(f"{'failed' if code else 'passed'}  {name}  ({seconds:.1f} s)", flush=True)
            if code:
                failed.append(name)
                print(words.strip(), flush=True)
    if failed:
        print(f"\n{len(failed)} of {len(linters)} linters found something: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
