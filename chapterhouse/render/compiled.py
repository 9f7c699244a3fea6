"""Compiled templates on the disk, beside the templates themselves, as Python keeps its compiled modules.

They are made once for an installation and not for each project. Where that folder cannot be written, they lie
in a folder of the project.
"""

import marshal
import sys
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from chapterhouse.files import digest, write_atomically
from chapterhouse.words import ENGLISH, Words

FOLDER = "__pycache__"
"""The folder beside a template; whoever walks folders passes it over."""
ENDING = f".{sys.implementation.cache_tag}.jinja-{jinja2.__version__}"
"""What the name of a compiled template ends with: each version of Python and Jinja has its own."""


FORM = "6"
"""Changes when the same source is compiled to something else."""


class Compiled(BytecodeCache):
    """Compiled templates; that somebody deletes them, or that the disk is full, fails no page.

    One is used only if it was made of the same source, which lay at the same place, with the same words.
    """

    def __init__(self, spare: str = "", *, beside: bool = True, words: Words = ENGLISH) -> None:
        """Take the folder where there is no writing beside the templates, and whether to try there at all."""
        self._spare = spare
        self._beside = beside
        self._ending = ENDING if words.is_english else f".{words.language}{ENDING}"
        self._words = FORM if words.is_english else FORM + words.digest

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return the compiled template of a file, empty where there is none of this source."""
        bucket = Bucket(environment, filename or "", digest(f"{self._words}\n{filename}\n{source}".encode()))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Find a compiled template."""
        mark = bucket.checksum.encode()
        for path in self._places(bucket.key):
            with suppress(OSError, EOFError, ValueError, TypeError):
                content = path.read_bytes()
                if content.startswith(mark):
                    bucket.code = marshal.loads(content[len(mark) :])
                    return

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template at the first place that can be written."""
        content = bucket.checksum.encode() + marshal.dumps(bucket.code)
        for path in self._places(bucket.key):
            with suppress(OSError):
                write_atomically(path, content)
                return

    def _places(self, file: str) -> list[Path]:
        if not file:
            return []
        template = Path(file)
        name = template.name + self._ending
        places = [template.parent / FOLDER / name] if self._beside else []
        if self._spare:
            places.append(Path(self._spare) / f"{digest(file.encode())[:8]}.{name}")
        return places
