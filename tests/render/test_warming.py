"""Pelican is imported once, and without Pillow."""

import subprocess
import sys

import pytest

from quality.machine import PROJECT


@pytest.mark.parametrize(
    "said",
    [
        "'pelican.writers' in sys.modules and 'chapterhouse.render.plugin' in sys.modules",
        "'PIL' not in sys.modules",
        "gc.isenabled()",
        "__import__('PIL.Image')",
    ],
)
def test_after_it(said: str) -> None:
    code = (
        "import gc, sys\nfrom chapterhouse.render.warming import import_all\n"
        f"import_all()\nimport_all()\nassert {said}\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=PROJECT, check=True)
    assert done.returncode == 0
