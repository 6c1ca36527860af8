"""The Jinja of themes: Jinja itself with translations and memoised macros, and a compiler that is faster than Jinja's.

A page is put together from a hundred small texts, and plain Jinja spends most of its time between them: on every page
it translates the same words, escapes the same names and finds out how to call the same macros. The compiler here looks
a text up once it is known, asks for an attribute and calls a macro at once. It makes what plain Jinja makes and refuses
what plain Jinja refuses, in a third of the time, and leaves whatever is out of the ordinary to Jinja. But it relies on
what Jinja does not promise to keep, so it is used with the ``PROVEN`` versions alone (:func:`environment_class`).

Themes are given one thing more: ``kept``, for macros that often make the same (see :class:`MemoizedMacro`).
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

# The versions of Jinja that the compiler was compared with, by tests/render/test_environment.py. Others compile alone.
PROVEN = ("3.1.6",)

_MOST_TEXTS = 100_000
_STOPPED = "value was undefined because a callable raised a StopIteration exception"


class _Escaped(dict[str, str]):
    """Texts as they are written in HTML and XML."""

    def __missing__(self, text: str) -> str:
        if len(self) >= _MOST_TEXTS:
            self.clear()
        self[text] = made = str(escape(text))
        return made


class _Messages(dict[str, Markup]):
    """Messages as ``_`` translates them for HTML and XML."""

    def __init__(self, gettext: Callable[[str], str]) -> None:
        super().__init__()
        self._gettext = gettext

    def __missing__(self, message: str) -> Markup:
        # To Jinja, a message without values is a format too: “100%%” is shown as “100%”.
        self[message] = made = Markup(self._gettext(message)) % {}  # noqa: S704 - translators write HTML, by Jinja's rule
        return made


class _Compiler(CodeGenerator):
    """Compiles templates to Python that looks up what is known of texts."""

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
        # A template may mean something else by “_”, and may ask for texts that are not escaped.
        self.write(
            f"(messages[{message!r}] if {frame.symbols.ref('_')} is translate and context.eval_ctx.autoescape else "
        )
        super().visit_Call(node, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        # Most things have the attribute that they are asked for. Where one has not, Jinja looks further.
        self.write("(a if (a := getattr((o := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr(o, {node.attr!r}))")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: FBT001, FBT002
        if _escapes(frame) and not force_unescaped:
            # ``Markup`` looks for ``__html__`` first, which a text does not have.
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
    """Compiles templates to Python that asks the environment for every attribute: it knows which are safe."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        CodeGenerator.visit_Getattr(self, node, frame)


def _message(node: nodes.Call) -> str | None:
    """The message of ``_("…")`` without values."""
    match node:
        case nodes.Call(
            node=nodes.Name(name="_"), args=[nodes.Const(value=str(message))], kwargs=[], dyn_args=None, dyn_kwargs=None
        ):
            return message
    return None


def _escapes(frame: Frame) -> bool:
    """Whether it is known at this point of a template that its texts are escaped."""
    return bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile


class Macro(runtime.Macro):
    """A macro that can be called at once with up to so many arguments: ``alone``, or ``called`` with a caller.

    A negative number says that it cannot be: what it is given has to be told apart first.
    """

    def __init__(self, environment: Environment, func: Callable[..., str], *told: Any) -> None:  # noqa: ANN401
        super().__init__(environment, func, *told)
        simple = not (self.explicit_caller or self.catch_kwargs or self.catch_varargs)
        count = len(self.arguments) if simple else -1
        self.alone, self.called = (-1, count) if self.caller else (count, -1)


class MemoizedMacro:
    """A macro whose texts are kept: given again what it has been given, it need not run again.

    A theme makes one with ``{% set card = kept(card) %}``. It is for macros that show nothing but what they are given,
    and these must be texts, whole numbers and views. Given anything that can change, it runs each time.
    """

    __slots__ = ("macro", "texts")

    def __init__(self, macro: runtime.Macro) -> None:
        self.macro = macro
        self.texts: dict[tuple[object, ...], str] = {}

    @pass_eval_context
    def __call__(self, context: EvalContext, *args: object, **kwargs: object) -> str:
        """The text of the macro, remembered if it is given by position; ``context`` tells whether texts are escaped."""
        if kwargs:
            return self.macro(context, *args, **kwargs)
        # What is equal need not look the same: 1 and True, a text and the same text as HTML.
        key = (context.autoescape, *args, *map(type, args))
        try:
            text = self.texts.get(key)
        except (TypeError, UndefinedError):
            # It has no hash: it can change, or is not there at all.
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
        """What ``callee`` returns. A macro is called at once if it is given by position what it takes, and no more."""
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
                # What calling it comes to.
                try:
                    text = callee._func(*args)  # noqa: SLF001
                except StopIteration:
                    return self.environment.undefined(_STOPPED)
                return text if type(text) is Markup or not self.eval_ctx.autoescape else str.__new__(Markup, text)
        return super().call(callee, *args, _loop_vars=_loop_vars, _block_vars=_block_vars, **kwargs)


class ThemeEnvironment(Environment):
    """Jinja's environment with translations and ``kept``; ``options`` are those of Jinja's own."""

    def __init__(self, translations: NullTranslations, **options: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(extensions=["jinja2.ext.i18n"], **options)
        install: Callable[..., None] = self.install_gettext_translations  # type: ignore[attr-defined]
        install(translations, newstyle=True)
        self._loaded: dict[str, Template] = {}
        self.globals["kept"] = lambda macro: MemoizedMacro(macro) if isinstance(macro, runtime.Macro) else macro

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template, which every page copies; Jinja's own are a ``ChainMap``, and slow to copy."""
        return {**self.globals, **(d or {})}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as Jinja calls it
    ) -> Template:
        """The template ``name``. Every page asks for several, and none changes while there is an environment."""
        if not isinstance(name, str) or globals:
            return super().get_template(name, parent, globals)
        if name not in self._loaded:
            self._loaded[name] = super().get_template(name, parent)
        return self._loaded[name]

    def getitem(self, obj: object, argument: object) -> object:
        """``obj[argument]``. A view has no items, and to look for one before its attribute costs an exception."""
        if isinstance(argument, str) and not hasattr(obj, "__getitem__"):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)


class QuickEnvironment(ThemeEnvironment):
    """The same with the compiler of this module."""

    code_generator_class = _Compiler
    context_class = _Context
    macro_class = Macro

    def __init__(self, translations: NullTranslations, **options: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(translations, **options)
        self.translate = self.globals["_"]
        self.messages = _Messages(translations.gettext)
        self.escaped = _Escaped()


class SandboxedEnvironment(ThemeEnvironment, ImmutableSandboxedEnvironment):
    """An environment for templates that are not trusted: they reach nothing but the values that they are given.

    What comes of a template that needs no more is the same, byte for byte. There is no bound to the time that one may
    take, and what it writes is shown to readers as it is.
    """


class QuickSandboxedEnvironment(QuickEnvironment, SandboxedEnvironment):
    """The same with the compiler of this module."""

    code_generator_class = _SandboxedCompiler


def environment_class(*, sandboxed: bool) -> type[ThemeEnvironment]:
    """The fastest environment that is known to be right with the Jinja that is installed."""
    if version("jinja2") in PROVEN:
        return QuickSandboxedEnvironment if sandboxed else QuickEnvironment
    return SandboxedEnvironment if sandboxed else ThemeEnvironment
