"""The file in which builds remember: where it lies, its tables, and what becomes of one nobody can read."""

from __future__ import annotations

import os
import sqlite3

FILE = "state.sqlite"
LAYOUT = 4
"""Raised whenever the tables or the values in them change their meaning."""
TABLES = """
create table scans (name text primary key, stats blob, digests blob);
create table folders (name text primary key, context text, folder blob);
create table good (name text primary key, context text, folder blob, since text);
create table sites (output text, slug text, parts blob, manifest blob, links blob, published_on text,
                    primary key (output, slug));
create table pending (output text primary key, paths blob);
create table reports (output text primary key, key text, code integer, report blob, found blob);
"""


def output_key(root: str, output: str) -> str:
    """Return the name under which an output folder is remembered: it survives moving the whole project."""
    try:
        relative = os.path.relpath(output, root)
    except ValueError:  # Another drive.
        relative = ".."
    name = output if relative.startswith("..") else relative
    return name.replace(os.sep, "/")


class OtherLayoutError(Exception):
    """The file is a state, but not one that this version can read."""


def connect(file: str) -> sqlite3.Connection:
    """Open a state file, making its tables where it is new.

    Raises OtherLayoutError where another version of Chapterhouse wrote it.
    """
    sql = sqlite3.connect(file, timeout=30, isolation_level="IMMEDIATE")
    try:
        sql.execute("pragma journal_mode = truncate")
        # A power cut may cost the memory of builds, which only saves work; a killed process costs nothing.
        sql.execute("pragma synchronous = off")
        (layout,) = sql.execute("pragma user_version").fetchone()
        if layout == 0 and not sql.execute("select 1 from sqlite_master").fetchone():
            # A packed folder is as large; with the usual 4 kB it takes a quarter longer to keep many.
            sql.execute("pragma page_size = 16384")
            sql.executescript(f"begin immediate; {TABLES} pragma user_version = {LAYOUT}; commit;")
        elif layout != LAYOUT:
            raise OtherLayoutError
    except BaseException:
        sql.close()
        raise
    return sql


def set_aside(root: str) -> None:
    """Put a state that cannot be read out of the way: `.chapterhouse/state.sqlite.broken`."""
    from pathlib import Path  # A build with nothing to do imports this module, and never comes here.

    folder = Path(root, ".chapterhouse")
    for ending in ("-journal", "-wal", "-shm"):
        (folder / f"{FILE}{ending}").unlink(missing_ok=True)
    if (folder / FILE).exists():
        (folder / FILE).replace(folder / f"{FILE}.broken")
