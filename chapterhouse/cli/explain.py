"""Say what a diagnostic means, why it matters and how to mend it: `chapterhouse explain unknown-field`.

Without a code, every code is listed.
"""

from chapterhouse.cli._options import Given, Option
from chapterhouse.diagnostics import ChapterhouseError
from chapterhouse.text import did_you_mean

OPTIONS = (Option(name="code", help="the words in brackets behind a message", positional=True),)


def explanations() -> dict[str, str]:
    """Return the explanation of every diagnostic that Chapterhouse can give, by its code, sorted."""
    from chapterhouse.checks import output_checks, source_checks
    from chapterhouse.load import explanations as of_load
    from chapterhouse.render import explanations as of_render

    rules = {**source_checks(), **output_checks()}
    checks = {code: (rule.__doc__ or "").strip() for code, rule in rules.items()}
    return dict(sorted({**of_load(), **of_render(), **checks}.items()))


def run(options: Given) -> int:
    """Print one explanation, or the list of codes."""
    known = explanations()
    code = options.code.strip("[]")
    if not code:
        for name, words in known.items():
            print(f"{name:24} {words.splitlines()[0]}")
        return 0
    if code not in known:
        hint = did_you_mean(code, known) or '"chapterhouse explain" lists them all.'
        raise ChapterhouseError(f'There is no diagnostic "{code}"; {hint}')
    print(f"{code}\n{'-' * len(code)}\n{known[code].strip()}")
    return 0
