"""What happens when whoever reads the output goes away."""

import subprocess
import sys

PROGRAM = """
import sys
from chapterhouse.pipes import reader_is_gone
sys.stdin.readline()
try:
    print("words " * 100_000, flush=True)
except BrokenPipeError:
    sys.exit(reader_is_gone())
"""


def test_a_reader_that_is_gone_leaves_no_complaint() -> None:
    """The exit code says it, as with other programs; standard error stays empty."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin and process.stdout and process.stderr
    process.stdout.close()
    process.stdin.write(b"\n")
    process.stdin.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141
