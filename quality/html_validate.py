"""html-validate over one page of every template: markup and accessibility rules that Nu does not have."""

import json
import subprocess
from pathlib import Path

from quality import machine
from quality.gate import Result
from quality.pages import Site

NAME = "html-validate"
RULES = Path(__file__).with_name("html-validate.json")


def check(site: Site) -> Result:
    """Return what html-validate finds."""
    program = machine.node_packages() / "html-validate" / "bin" / "html-validate.mjs"
    files = [str(page.file) for page in site.sample]
    done = subprocess.run(
        [machine.node(), str(program), "--config", str(RULES), "--formatter", "json", *files],
        cwd=site.folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    # It ends with 1 when it finds something: only an answer that is no JSON is a failure.
    if not done.stdout.startswith("["):
        raise RuntimeError(f"html-validate did not run: {done.stderr.strip()}")
    problems = [
        f"/{Path(file['filePath']).relative_to(site.folder).as_posix()}:{found['line']}:{found['column']}: "
        f"{found['message']} [{found['ruleId']}]"
        for file in json.loads(done.stdout)
        for found in file["messages"]
    ]
    return Result(pages=len(files), problems=tuple(problems))
