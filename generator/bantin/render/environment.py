"""The Jinja environment of themes: Jinja with translations, memoised macros and a faster compiler.

A page consists of hundreds of short texts, and plain Jinja spends most of its time between them: on every page it
translates the same words, escapes the same names and binds the arguments of the same macros. The compiler here caches
translated and escaped texts, and accesses attributes and calls macros directly. Its output and its errors are those of
plain Jinja, in a third of the time; unusual constructs are left to Jinja. It relies on internals of Jinja, so it is
used only with the ``PROVEN`` versions (:func:`environment_class`).

Templates have one additional function: ``kept``, for macros that are often called with the same arguments (see
:class:`MemoizedMacro`).
"""

from collections.abc import Callable, Mapping, MutableMapping
from gettext import NullTranslations
from importlib.metadata import version
from typing import Any

from jinja2 import Environment, Template, UndefinedError, nodes, pass_eval_context, runtime
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup, escape

# The versions of Jinja that tests/render/test_environment.py has compared with. Others use Jinja's own compiler.
PROVEN = ("3.1.6",)

_MOST_TEXTS = 100_000
_STOPPED = "value was undefined because a callable raised a StopIteration exception"


class _Escaped(dict[str, str]):
    """A cache of texts escaped for HTML and XML."""

    def __missing__(self, text: str) -> str:
        if len(self) >= _MOST_TEXTS:
            self.clear()
        self[text] = made = str(escape(text))
        return made


class _Messages(dict[str, Markup]):
    """A cache of messages translated by ``_``, escaped for HTML and XML."""

    def __init__(self, gettext: Callable[[str], str]) -> None:
        super().__init__()
        self._gettext = gettext

    def __missing__(self, message: str) -> Markup:
        # Jinja formats messages even without values: “100%%” is shown as “100%”.
        self[message] = made = Markup(self._gettext(message)) % {}  # noqa: S704 - translators write HTML, by Jinja's rule
        return made


class _Compiler(CodeGenerator):
    """Compiles templates to Python code that uses the caches of texts."""

    def write_commons(self) -> None:
        super().write_commons()
        for name in ("escaped", "messages", "translate"):
            self.writeline(f"{name} = environment.{name}")
        self.writeline("Macro = environment.macro_class")

    def visit_Call(  # noqa: N802
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        message = None if forward_caller else _message(node)
        if message is None:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        # A template may redefine “_”, and may turn off escaping.
        self.write(
            f"(messages[{message!r}] if {frame.symbols.ref('_')} is translate and context.eval_ctx.autoescape else "
        )
        super().visit_Call(node, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        # Fast path: most objects have the attribute. Otherwise Jinja looks further.
        self.write("(a if (a := getattr((o := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr(o, {node.attr!r}))")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: FBT001, FBT002
        if _escapes(frame) and not force_unescaped:
            # The constructor of ``Markup`` would look for ``__html__`` first, which a plain text does not have.
            self.writeline(f"return str.__new__(Markup, concat({frame.buffer}))")
        else:
            super().return_buffer_contents(frame, force_unescaped=force_unescaped)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if _escapes(frame):
            self.write("(escaped[e] if type(e := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if _escapes(frame):
            self.write(") is str else e if type(e) is Markup else escape(e))")
        else:
            super()._output_child_post(node, frame, finalize)


class _SandboxedCompiler(_Compiler):
    """Compiles templates to Python code that accesses attributes through the environment, which knows the safe ones."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        CodeGenerator.visit_Getattr(self, node, frame)


def _message(node: nodes.Call) -> str | None:
    """The message of a call ``_("…")`` without values; ``None`` for any other call."""
    match node:
        case nodes.Call(
            node=nodes.Name(name="_"), args=[nodes.Const(value=str(message))], kwargs=[], dyn_args=None, dyn_kwargs=None
        ):
            return message
    return None


def _escapes(frame: Frame) -> bool:
    """Whether it is certain, when the template is compiled, that texts are escaped here."""
    return bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile


class Macro(runtime.Macro):
    """A macro that can be called directly with at most ``alone`` positional arguments, or ``called`` with a caller.

    A negative number means that it cannot: its arguments have to be bound by Jinja.
    """

    def __init__(self, environment: Environment, func: Callable[..., str], *told: Any) -> None:  # noqa: ANN401
        super().__init__(environment, func, *told)
        simple = not (self.explicit_caller or self.catch_kwargs or self.catch_varargs)
        count = len(self.arguments) if simple else -1
        self.alone, self.called = (-1, count) if self.caller else (count, -1)


class MemoizedMacro:
    """A macro that caches its output by its arguments.

    A theme makes one with ``{% set card = kept(card) %}``. The output must depend on the arguments alone. They must be
    texts, whole numbers and views; with arguments that can change, the macro runs each time.
    """

    __slots__ = ("macro", "texts")

    def __init__(self, macro: runtime.Macro) -> None:
        self.macro = macro
        self.texts: dict[tuple[object, ...], str] = {}

    @pass_eval_context
    def __call__(self, context: EvalContext, *args: object, **kwargs: object) -> str:
        """The output of the macro, cached if all arguments are positional; ``context`` says whether text is escaped."""
        if kwargs:
            return self.macro(context, *args, **kwargs)
        # Equal arguments may be rendered differently: 1 and True, or the same text plain and as HTML.
        key = (context.autoescape, *args, *map(type, args))
        try:
            text = self.texts.get(key)
        except (TypeError, UndefinedError):
            # The argument has no hash: it is mutable or undefined.
            return self.macro(context, *args)
        if text is None:
            text = self.macro(context, *args)
            if len(self.texts) >= _MOST_TEXTS:
                self.texts.clear()
            self.texts[key] = text
        return text

    def __repr__(self) -> str:
        return repr(self.macro)


class _Context(Context):
    def call(
        self,
        callee: Callable[..., Any],
        /,
        *args: object,
        _loop_vars: Mapping[str, Any] | None = None,
        _block_vars: Mapping[str, Any] | None = None,
        **kwargs: object,
    ) -> Any:  # noqa: ANN401 - whatever is returned
        """Calls ``callee``. Macros with positional arguments only, and not too many of them, are called directly."""
        if type(callee) is MemoizedMacro:
            if not kwargs:
                try:
                    return callee(self.eval_ctx, *args)
                except StopIteration:
                    return self.environment.undefined(_STOPPED)
            callee = callee.macro
        if type(callee) is Macro:
            if not kwargs:
                left = callee.alone - len(args)
            else:
                left = callee.called - len(args) if len(kwargs) == 1 and kwargs.get("caller") is not None else -1
            if left >= 0:
                if left or kwargs:
                    args = (*args, *(missing,) * left, *kwargs.values())
                # The result of a regular call, without its overhead.
                try:
                    text = callee._func(*args)  # noqa: SLF001
                except StopIteration:
                    return self.environment.undefined(_STOPPED)
                return text if type(text) is Markup or not self.eval_ctx.autoescape else str.__new__(Markup, text)
        return super().call(callee, *args, _loop_vars=_loop_vars, _block_vars=_block_vars, **kwargs)


class ThemeEnvironment(Environment):
    """Jinja's environment with translations and ``kept``; ``options`` are those of Jinja."""

    def __init__(self, translations: NullTranslations, **options: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(extensions=["jinja2.ext.i18n"], **options)
        install: Callable[..., None] = self.install_gettext_translations  # type: ignore[attr-defined]
        install(translations, newstyle=True)
        self._loaded: dict[str, Template] = {}
        self.globals["kept"] = lambda macro: MemoizedMacro(macro) if isinstance(macro, runtime.Macro) else macro

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template.

        Jinja's own are a ``ChainMap``, which is slow to copy, and every page copies them.
        """
        return {**self.globals, **(d or {})}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as Jinja calls it
    ) -> Template:
        """The template ``name``, cached: every page loads several, and templates do not change during a build."""
        if not isinstance(name, str) or globals:
            return super().get_template(name, parent, globals)
        if name not in self._loaded:
            self._loaded[name] = super().get_template(name, parent)
        return self._loaded[name]

    def getitem(self, obj: object, argument: object) -> object:
        """``obj[argument]``.

        Views have no items; looking for one before the attribute would raise an exception each time.
        """
        if isinstance(argument, str) and not hasattr(obj, "__getitem__"):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)


class QuickEnvironment(ThemeEnvironment):
    """The environment with the compiler of this module."""

    code_generator_class = _Compiler
    context_class = _Context
    macro_class = Macro

    def __init__(self, translations: NullTranslations, **options: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(translations, **options)
        self.translate = self.globals["_"]
        self.messages = _Messages(translations.gettext)
        self.escaped = _Escaped()


class SandboxedEnvironment(ThemeEnvironment, ImmutableSandboxedEnvironment):
    """An environment for untrusted templates: they can access only the values that are passed to them.

    The output of templates that need no more is the same, byte for byte. Their run time is not limited, and their
    output is published unfiltered.
    """


class QuickSandboxedEnvironment(QuickEnvironment, SandboxedEnvironment):
    """The sandboxed environment with the compiler of this module."""

    code_generator_class = _SandboxedCompiler


def environment_class(*, sandboxed: bool) -> type[ThemeEnvironment]:
    """The fastest environment that was tested with the installed version of Jinja."""
    if version("jinja2") in PROVEN:
        return QuickSandboxedEnvironment if sandboxed else QuickEnvironment
    return SandboxedEnvironment if sandboxed else ThemeEnvironment
