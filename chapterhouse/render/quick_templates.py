"""Templates that spend less on what they do most: looking up names, writing pieces and escaping texts.

What they write is the same as with Jinja's own functions; tests/render/test_quick_templates.py compares them.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from types import BuiltinMethodType, CodeType
from typing import Any

import jinja2
import markupsafe
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.nodes import (
    Block,
    CondExpr,
    Const,
    EvalContext,
    Expr,
    Extends,
    Getattr,
    Include,
    Node,
    Output,
    Template,
    TemplateData,
)
from jinja2.runtime import Context
from jinja2.utils import internalcode, missing
from markupsafe import Markup

_inner: Callable[[str], str] = getattr(markupsafe, "_escape_inner", markupsafe.escape)
_OF_DICTS = frozenset(dir(dict))
"""Names that mean a method of a dict and not what it holds."""


def safe(markup: str) -> Markup:
    """Return what is markup already as such: `Markup` would ask first whether it is something else."""
    return str.__new__(Markup, markup)


def escaped(value: Any) -> str:
    """Return a value as text of a page; it is put into nothing else, and so need not be marked as safe."""
    kind = value.__class__
    if kind is str:
        return _inner(value)
    return value if kind is Markup else str(markupsafe.escape(value))


class Gathering(CodeGenerator):
    """Compiles templates that gather what they write in lists.

    Jinja's own hand each piece of a page through all templates that it is inside of.
    """

    _gathered: str | None = None
    """The name of the list of the template or block in hand."""

    def blockvisit(self, nodes: Iterable[Node], frame: Frame) -> None:
        """Compile a body; that of a template or of a block is written at once, when it ends."""
        is_whole = frame.buffer is None
        if is_whole:
            self.buffer(frame)
            self._gathered = frame.buffer
        super().blockvisit(nodes, frame)
        if is_whole:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:
        """Compile a template, and write down what it extends where that and blocks are all that it has."""
        super().visit_Template(node, frame)
        if node.find(Extends) is None:
            self.writeline("extended = None")
        elif (name := _only_extended(node)) is not None:
            self.writeline(f"extended = {name!r}")

    def write_commons(self) -> None:
        """Compile how a template or block begins."""
        super().write_commons()
        # What `context.get_all` does, without a call for each block.
        self.writeline("look_up = (context.get_all() if context.vars else context.parent).get")

    def enter_frame(self, frame: Frame) -> None:
        """Compile the names that are used: a dict is asked for them, and no method of the context."""
        loads = frame.symbols.loads
        if self.get_resolve_func() == "resolve":
            for target, (action, name) in loads.items():
                if action == VAR_LOAD_RESOLVE:
                    self.writeline(f"{target} = look_up({name!r}, missing)")
            others = {target: load for target, load in loads.items() if load[0] != VAR_LOAD_RESOLVE}
            frame.symbols.loads = others
        super().enter_frame(frame)
        frame.symbols.loads = loads

    def visit_Output(self, node: Output, frame: Frame) -> None:
        """Compile `{{ "words" if so }}`: otherwise nothing is written, and no object stands for it."""
        for child in node.nodes:
            if isinstance(child, CondExpr) and child.expr2 is None:
                child.expr2 = Const("")
        super().visit_Output(node, frame)

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:
        """Compile `a.b`: only what has no such attribute is asked by the environment, as dicts are."""
        self.write("(found if (found := getattr((asked := ")
        self.visit(node.node, frame)
        self.write(
            f"), {node.attr!r}, missing)) is not missing else environment.getattr(asked, {node.attr!r}))"
        )

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if _is_escaped(frame, finalize):
            self.write("(escape_text(said) if (said := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if _is_escaped(frame, finalize):
            self.write(").__class__ is str else escape(said))")
        else:
            super()._output_child_post(node, frame, finalize)

    def visit_Block(self, node: Block, frame: Frame) -> None:
        """Compile where a block stands: what it writes is gathered in one step."""
        if node.required or node.scoped or (frame.toplevel and self.extends_so_far):
            super().visit_Block(node, frame)
        else:
            self.writeline(
                f"{frame.buffer}.extend(context.blocks[{node.name!r}][0]({self.get_context_ref()}))", node
            )

    def visit_Include(self, node: Include, frame: Frame) -> None:
        """Compile `include`; one without context writes past the list, and so what is in it comes before."""
        if not node.with_context:
            self.writeline(f"yield concat({self._gathered})")
            self.writeline(f"{self._gathered}.clear()")
        super().visit_Include(node, frame)


def _only_extended(node: Template) -> str | None:
    """Return the name of the template that one extends which has nothing besides but blocks."""
    first, *others = node.body
    if isinstance(first, Extends) and isinstance(first.template, Const) and all(map(_is_idle, others)):
        return str(first.template.value)
    return None


def _is_idle(node: Node) -> bool:
    """Tell whether a node does nothing where it stands in a template that extends another."""
    is_text = isinstance(node, Output) and all(isinstance(child, TemplateData) for child in node.nodes)
    return is_text or isinstance(node, Block)


def _is_escaped(frame: Frame, finalize: Any) -> bool:
    """Tell whether it is known when a template is compiled that what it writes is escaped, and no more."""
    return bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile and finalize.src is None


class QuickContext(Context):
    """What a template is filled with; it makes what few templates ask for when one does."""

    def __init__(
        self, environment: Any, parent: dict[str, Any], name: str | None, blocks: Any, globals: Any = ()
    ) -> None:
        """Take what Jinja's own takes."""
        self.parent = parent
        self.vars = {}
        self.environment = environment
        self.exported_vars = set()
        self.name = name
        self.globals_keys = frozenset(globals or ())  # type: ignore[assignment]
        self.blocks = {name: [block] for name, block in blocks.items()}

    @cached_property
    def eval_ctx(self) -> EvalContext:  # type: ignore[override]
        """Whether texts are escaped, for the few filters that ask."""
        return EvalContext(self.environment, self.name)

    @internalcode
    def call(self, called: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        """Call what a template calls; a method of a text asks nothing of the context."""
        if called.__class__ is BuiltinMethodType and called.__self__.__class__ is str:
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
            return called(*args, **named)
        return super().call(called, *args, **named)


class QuickTemplate(jinja2.Template):
    """A compiled template whose output is escaped by `escaped`."""

    names_of_globals: Any
    """What a template that it imports compares with its own globals."""

    @classmethod
    def from_code(cls, environment: Any, code: CodeType, globals: Any, *more: Any) -> Any:
        """Return a template of compiled code."""
        found: Any = super().from_code(environment, code, globals, *more)
        found.root_render_func.__globals__.update(escape=escaped, escape_text=_inner)
        found.names_of_globals = frozenset(found.globals)
        return found

    @cached_property
    def whole(self) -> tuple[Callable[[Context], Iterable[str]], dict[str, Any]] | None:
        """What renders the outermost of the templates that it extends, and the blocks of all by their names.

        None where only rendering tells what is extended.
        """
        names = self.root_render_func.__globals__
        if "extended" not in names:
            return None
        own = {name: [block] for name, block in self.blocks.items()}
        if names["extended"] is None:
            return self.root_render_func, own
        above: Any = self.environment.get_template(names["extended"], self.name)
        if above.whole is None:
            return None
        root, blocks = above.whole
        return root, {name: own.get(name, []) + blocks.get(name, []) for name in {**own, **blocks}}

    def new_context(self, vars: Any = None, shared: bool = False, locals: Any = None) -> Context:
        """Return what a template is filled with; the names of all globals are not gathered for each anew."""
        if not shared:
            return super().new_context(vars, shared, locals)
        names = vars or {}
        if locals:
            names = {**names, **{name: value for name, value in locals.items() if value is not missing}}
        return QuickContext(self.environment, names, self.name, self.blocks, self.names_of_globals)


def filled(template: jinja2.Template, names: dict[str, Any]) -> str:
    """Return what a template makes of some names, the globals among them; they are not copied."""
    if not isinstance(template, QuickTemplate) or template.whole is None:
        return "".join(template.root_render_func(template.new_context(names, shared=True)))
    root, blocks = template.whole
    context = QuickContext(template.environment, names, template.name, {}, template.names_of_globals)
    context.blocks = blocks
    return "".join(root(context))


class QuickEnvironment(jinja2.Environment):
    """Jinja's environment with those templates."""

    template_class = QuickTemplate
    context_class = QuickContext
    code_generator_class = Gathering

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what `obj.attribute` means in a template: for a dict without exceptions on the way."""
        if obj.__class__ is dict and attribute in obj and attribute not in _OF_DICTS:
            return obj[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)
