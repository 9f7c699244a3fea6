"""The Chromium that tests and gates drive: found on the machine, or installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from quality.machine import MissingProgram, install_from_debian, is_root, say

VARIABLE = "CHAPTERHOUSE_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)
# A browser under test speaks to nobody but the page: no updates, no safe-browsing lists, no sync.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def flags() -> list[str]:
    """Return the options to start Chromium with (as root its sandbox does not work)."""
    return [*FLAGS, "--no-sandbox"] if is_root() else [*FLAGS]


def find() -> str | None:
    """Return the path of a Chromium or Chrome on this machine."""
    named = os.environ.get(VARIABLE)
    if named:
        if Path(named).is_file():
            return named
        raise MissingProgram(f"{VARIABLE} names {named}, and there is no such file.")
    return next(
        (path for path in map(shutil.which, NAMES) if path),
        next((place for place in PLACES if Path(place).is_file()), None),
    )


def find_playwrights_own() -> str | None:
    """Return the path of the Chromium that Playwright has downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install() -> str | None:
    """Install Chromium (Debian's package, elsewhere Playwright's own) and return its path."""
    if install_from_debian("chromium"):
        return find()
    say("Fetching Chromium with Playwright (once, about 150 MB).")
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return find_playwrights_own()


def path() -> str:
    """Return the path of Chromium, installed if need be."""
    found = find() or find_playwrights_own() or install()
    if found is None:
        raise MissingProgram(
            "No Chromium is on this machine and none could be installed: "
            f"install Chromium or Chrome, or name one in the environment variable {VARIABLE}."
        )
    return found
