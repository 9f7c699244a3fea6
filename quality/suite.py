"""The test suite with a real browser: `python -m quality.suite [pytest's own arguments]`."""

import os
import subprocess
import sys

from quality import browser
from quality.machine import PROJECT, MissingProgram


def main(arguments: list[str]) -> int:
    """Return pytest's exit code, once Chromium is there; no test is skipped for the want of one."""
    try:
        chromium = browser.path()
    except MissingProgram as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    environment = {**os.environ, browser.VARIABLE: chromium}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments], cwd=PROJECT, env=environment, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
