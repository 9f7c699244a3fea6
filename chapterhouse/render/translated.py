"""Words in templates, put in while a template is compiled: a page costs the same in any language.

In Jinja's own notation `{{ _("Menu") }}` is a text, `{% trans name=n %}About {{ name }}{% endtrans %}` one
with values, and `{% trans count=total %}...{% pluralize %}...{% endtrans %}` one with forms for numbers.
"""

from collections.abc import Iterator

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.ext import Extension, InternationalizationExtension
from jinja2.lexer import Token, TokenStream

from chapterhouse.catalogues import PLACE
from chapterhouse.words import Words


class Translated(InternationalizationExtension):
    """Jinja's `trans`, which asks no function while a page is rendered."""

    def __init__(self, environment: object) -> None:
        """Take an environment with `words`."""
        Extension.__init__(self, environment)  # type: ignore[arg-type]
        self._words: Words = environment.words  # type: ignore[attr-defined]

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Put the translation in the place of each `_("...")`."""
        for token in stream:
            if not (token.test("name:_") and stream.current.type == "lparen"):
                yield token
                continue
            next(stream)
            message = next(stream)
            if message.type != "string" or stream.current.type != "rparen":
                raise TemplateSyntaxError('_("...") takes one text', token.lineno, stream.name)
            next(stream)
            yield Token(token.lineno, "string", self._words.form(message.value))

    def _make_node(  # type: ignore[override]
        self,
        singular: str,
        plural: str | None,
        context: str | None,
        variables: dict[str, nodes.Expr],
        plural_expr: nodes.Expr | None,
        vars_referenced: bool,
        num_called_num: bool,
    ) -> nodes.Node:
        """Return what a `trans` becomes: its words, or a choice between its plural forms."""
        if not vars_referenced:
            singular, plural = singular.replace("%%", "%"), plural and plural.replace("%%", "%")
        if plural is None or plural_expr is None:
            return _output(self._words.form(singular), variables, None, vars_referenced)
        outputs = [
            _output(form, variables, plural_expr, vars_referenced)
            for form in self._words.forms(singular, plural)
        ]
        found: nodes.Node = outputs[-1]
        for number in range(len(outputs) - 2, -1, -1):
            found = nodes.If(self._is_form(plural_expr, number), [outputs[number]], [], [found])
        return found

    def _is_form(self, number: nodes.Expr, form: int) -> nodes.Expr:
        if self._words.is_english:
            return nodes.Compare(number, [nodes.Operand("eq", nodes.Const(1))])
        asked = nodes.Call(nodes.EnvironmentAttribute("plural_form"), [number], [], None, None)
        return nodes.Compare(asked, [nodes.Operand("eq", nodes.Const(form))])


def _output(
    form: str, variables: dict[str, nodes.Expr], counted: nodes.Expr | None, has_values: bool
) -> nodes.Output:
    pieces = PLACE.split(form) if has_values else [form]
    parts: list[nodes.Expr] = []
    for number, piece in enumerate(pieces):
        if number % 2:
            value = variables[piece]
            # A counted number is written as the language writes numbers.
            parts.append(nodes.Filter(value, "number", [], [], None, None) if value is counted else value)
        elif piece:
            parts.append(nodes.TemplateData(piece.replace("%%", "%") if has_values else piece))
    return nodes.Output(parts)
