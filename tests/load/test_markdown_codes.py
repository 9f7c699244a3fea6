"""Every diagnostic of a body is explained."""

import re
from pathlib import Path

from chapterhouse.load import markdown
from chapterhouse.load.markdown_codes import EXPLANATIONS

MODULES = (
    *(
        "headings",
        "link_words",
        "links",
        "markdown",
        "parts",
        "python_markdown",
        "sanitise",
        "tables",
        "values",
    ),
)
FOLDER = Path(markdown.__file__).parent
CODE = re.compile(r'(?:code=|Refused\(\s*|_tell\(\s*|_warning\(\s*|warn\(\s*)"([a-z-]+)"')


def test_every_code_in_use_is_explained_and_every_explanation_is_in_use() -> None:
    used = {code for name in MODULES for code in CODE.findall((FOLDER / f"{name}.py").read_text("utf-8"))}
    assert used == set(EXPLANATIONS)


def test_explanations_begin_with_a_sentence_and_show_an_example() -> None:
    for code, text in EXPLANATIONS.items():
        first, _, rest = text.partition("\n")
        assert first.endswith("."), code
        assert rest.startswith("\n"), code
        assert "\nInstead of: " in text and "\nwrite:      " in text, code
