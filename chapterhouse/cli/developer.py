"""The commands of those who develop Chapterhouse itself; they work in its checkout only."""

import shlex
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from invoke import Collection, Context, Exit, task

CHECKOUT = Path(__file__).parents[2]
LOCKS = ("requirements", "requirements-dev", "requirements-distributed")
# One lock for every system and Python, hashes for every file, and no address of anybody's package index.
LOCK_OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-strip-extras",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-index-annotation",
    "--no-emit-build-options",
    "--quiet",
)


def python(*arguments: str) -> None:
    """Run Python in the checkout, and end with its exit code if that is not 0."""
    if not (CHECKOUT / "quality").is_dir():
        raise Exit("This command is for Chapterhouse's own checkout, and this is an installed copy.", code=2)
    if find_spec("pytest") is None:
        raise Exit("The developers' programs are not installed: run it as `python3 tasks.py ...`.", code=2)
    code = subprocess.run([sys.executable, *arguments], cwd=CHECKOUT, check=False).returncode
    if code:
        raise Exit(code=code)


def rest(context: Context) -> list[str]:
    """Return the words after a lone `--`, which belong to the program behind the command."""
    return shlex.split(context.remainder)


@task(
    help={
        "long": "also try many more generated examples, and run the tests marked long",
        "match": "run the tests whose names match",
    }
)
def test(context: Context, long: bool = False, match: str = "") -> None:
    """Run the tests, installing Chromium if need be; `test -- tests/test_text.py -x` speaks to pytest."""
    chosen = ["--hypothesis-profile=long"] if long else ["-m", "not long"]
    python("-m", "quality.suite", *chosen, *(["-k", match] if match else []), *rest(context))


@task
def lint(_: Context) -> None:
    """Run every linter: mypy, ruff, import-linter, interrogate, codespell."""
    python("-m", "quality.lint")


@task
def quality(context: Context) -> None:
    """Build the network apart and run Nu, html-validate, axe and Lighthouse on it (needs Java and Node)."""
    python("-m", "quality", *rest(context))


@task
def bench(context: Context) -> None:
    """Build one corpus with Chapterhouse and with other generators, and compare time and memory."""
    python("-m", "benchmarks", *rest(context))


@task
def bless(context: Context) -> None:
    """Rewrite the expected reports, plans and pages of tests/networks; read the difference afterwards."""
    python("-m", "quality.suite", "--bless", *rest(context))


@task
def docs(context: Context) -> None:
    """Rewrite the parts of docs/ that are computed from the code."""
    python("-m", "docs", *rest(context))


@task
def words(_: Context) -> None:
    """Bring the catalogues of themes/ up to date with templates and code; tell what is untranslated."""
    python("-m", "tools.words")


@task
def lock(_: Context) -> None:
    """Choose the newest versions that requirements*.in allow and lock them with their hashes."""
    for name in LOCKS:
        fixed = [] if name == LOCKS[0] else ["-c", f"{LOCKS[0]}.txt"]
        python(
            "-m",
            "uv",
            "pip",
            "compile",
            "--upgrade",
            *LOCK_OPTIONS,
            *fixed,
            f"{name}.in",
            "-o",
            f"{name}.txt",
        )


namespace = Collection(test, lint, quality, bench, bless, docs, words, lock)
