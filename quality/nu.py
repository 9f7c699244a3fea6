"""The Nu HTML checker (the W3C's own) over every page of the network."""

import json
import subprocess
from pathlib import Path
from typing import Any

from quality import machine
from quality.gate import Result
from quality.pages import Site

NAME = "Nu HTML checker"
JAR = Path("vnu-jar/build/dist/vnu.jar")


def check(site: Site) -> Result:
    """Return every error and warning; what Nu calls information is taste."""
    jar = machine.node_packages() / JAR
    command = [machine.java(), "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run(
        [*command, "--skip-non-html", str(site.folder)],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    messages = json.loads(done.stdout)["messages"]
    pages = sum(1 for _ in site.folder.rglob("*.html"))
    return Result(pages=pages, problems=tuple(sentence(site, m) for m in messages if is_problem(m)))


def is_problem(message: dict[str, Any]) -> bool:
    """Tell whether a message is an error or a warning."""
    return message["type"] != "info" or message.get("subType") == "warning"


def sentence(site: Site, message: dict[str, Any]) -> str:
    """Return one message as `page:line:column: words`."""
    page = message.get("url", "").partition(site.folder.as_posix())[2]
    return f"{page}:{message.get('lastLine', 1)}:{message.get('lastColumn', 1)}: {message['message']}"
