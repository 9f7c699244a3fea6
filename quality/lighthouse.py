"""Lighthouse, with its phone on a slow line, over one page of every template."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from quality import browser, machine
from quality.gate import Result
from quality.pages import Page, Site

NAME = "Lighthouse"
SCRIPT = Path(__file__).with_name("lighthouse.mjs")
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


def check(site: Site) -> Result:
    """Return the scores that are too low, each with the audits that cost them."""
    machine.node_packages()
    # Node looks for packages from the script's own folder upwards.
    script = shutil.copy(SCRIPT, machine.ROOM)
    order = {
        "chromium": browser.path(),
        "flags": ["--headless=new", *browser.flags()],
        "least": LEAST,
        "pages": [{"url": site.address + page.path, "hidden": page.hidden} for page in site.sample],
    }
    done = subprocess.run(
        [machine.node(), str(script)], input=json.dumps(order), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"Lighthouse did not run: {done.stderr.strip()[-2000:]}")
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    problems = [
        problem
        for page, answer in zip(site.sample, answers, strict=True)
        for problem in sentences(page, answer)
    ]
    return Result(pages=len(answers), problems=tuple(problems), note=lowest(answers))


def sentences(page: Page, answer: dict[str, Any]) -> list[str]:
    """Return what is wrong with one page."""
    return [
        f"{page.path}: {category} {answer['scores'][category]} is below {least}: "
        f"{', '.join(answer['causes'][category]) or 'no single cause'}"
        for category, least in LEAST.items()
        if answer["scores"][category] < least
    ]


def lowest(answers: list[dict[str, Any]]) -> str:
    """Return the lowest score of each kind."""
    if not answers:
        return ""
    return ", ".join(f"{kind} {min(answer['scores'][kind] for answer in answers)}" for kind in LEAST)
