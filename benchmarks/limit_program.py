"""The limit: read, YAML front matter, Markdown, one Jinja template, write; nothing else, in two processes."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import jinja2
import pyromark
import yaml  # type: ignore[import-untyped, unused-ignore]

WORKERS = 2
_OPTIONS = pyromark.Options.ENABLE_TABLES


def main(project: Path, output: Path) -> int:
    """Build every site of the project, each worker its share."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(project), auto_reload=False)
    template = environment.get_template("base.html")
    folders = sorted(path for path in (project / "sites").iterdir() if path.is_dir())
    children = []
    for share in range(WORKERS):
        if pid := os.fork():
            children.append(pid)
            continue
        for folder in folders[share::WORKERS]:
            _build_site(folder, output / folder.name, template)
        os._exit(0)
    return max(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in children)


def _build_site(folder: Path, output: Path, template: jinja2.Template) -> None:
    site = json.loads((folder / "site.json").read_bytes())
    items = [_read(folder, path) for path in sorted(folder.rglob("*.md"))]
    menu = sorted((item for item in items if item["in_menu"]), key=lambda item: item["order"])
    for item in items:
        file = output / item["url"] / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        html = template.render(
            site=site,
            item=item,
            menu=menu,
            address=item["url"],
            url=site["url"] + item["url"],
            day=str(item["date"]),
            changed=str(item["updated"]),
            folder=item["folder"],
            content=pyromark.html(item["body"], options=_OPTIONS),
            listing=items if item["url"] == "" else None,
        )
        file.write_text(html, encoding="utf-8")


def _read(folder: Path, path: Path) -> dict[str, Any]:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    item: dict[str, Any] = yaml.load(head, Loader=yaml.CSafeLoader)
    kind = path.parent.relative_to(folder).as_posix()
    item["body"] = body
    item["folder"] = "" if kind == "pages" else kind
    item["url"] = (f"{item['folder']}/" if item["folder"] else "") + f"{path.stem}/"
    if item["url"] == "index/":
        item["url"] = ""
    return item


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
