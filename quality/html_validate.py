"""html-validate over one page of every template: markup and accessibility rules that Nu does not have."""

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from quality import machine
from quality.gate import Result
from quality.pages import Site

NAME = "html-validate"
RULES = Path(__file__).with_name("html-validate.json")


def check(site: Site) -> Result:
    """Return what html-validate finds."""
    program = machine.node_packages() / "html-validate" / "bin" / "html-validate.mjs"
    files = [str(page.file) for page in site.sample]
    with TemporaryDirectory() as room:
        # A file, because Node.js cuts long answers off where it ends at once.
        answer = Path(room) / "answer.json"
        done = subprocess.run(
            [machine.node(), str(program), "--config", str(RULES), "--formatter", f"json={answer}", *files],
            cwd=site.folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        # It ends with 1 when it finds something: only where there is no answer it failed.
        if not answer.is_file():
            raise RuntimeError(f"html-validate did not run: {done.stderr.strip()}")
        found = json.loads(answer.read_text(encoding="utf-8"))
    problems = [
        f"/{Path(file['filePath']).relative_to(site.folder).as_posix()}:{one['line']}:{one['column']}: "
        f"{one['message']} [{one['ruleId']}]"
        for file in found
        for one in file["messages"]
    ]
    return Result(pages=len(files), problems=tuple(problems))
