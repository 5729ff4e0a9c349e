"""
The registry of plugins: it finds them, checks them and asks them, always in the order of names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from importlib.metadata import entry_points
from typing import Any, NamedTuple

import pluggy

from fazhi import hookspecs
from fazhi.errors import FazhiError, PluginError, UnknownFormatError
from fazhi.formats import national
from fazhi.formats.problems import problems
from fazhi.knowledge.indicators import Matcher
from fazhi.model import Format, Framework, Indicator, Reader
from fazhi.reading import files


GROUP = "fazhi"
NATIONAL = "national"
FILES = "files"
Plugins = Mapping[str, object] | Iterable[object]


class FormatRecord(NamedTuple):
    """
    A format that is installed.

    Attributes:
        name: Its name, to be given as ``format=``.
        title: What it reads, in Chinese.
        plugin: Name of the plugin that gives it.
    """

    name: str
    title: str
    plugin: str


class Registry:
    """
    Some plugins with all that they give; the built-in ``national`` and ``files`` are always among them.

    Attributes:
        names: Names of the plugins, sorted. All hooks are asked in this order.

    Raises:
        PluginError: If a plugin cannot be used; it is never left out in silence.
    """

    def __init__(self, plugins: Plugins = ()) -> None:
        """
        Check *plugins* and ask them for their formats.

        Args:
            plugins: Modules or objects with hook implementations, ``(name, plugin)`` pairs, or a
                mapping of names to plugins. A plugin without a name is called as its module or
                class: ``fazhi_yunnan`` is ``"yunnan"``.
        """
        named = _named(plugins)
        self.names = tuple(sorted(named))
        self._manager = pluggy.PluginManager(GROUP)
        self._manager.add_hookspecs(hookspecs)
        for name in self.names:
            _register(self._manager, name, named[name])
        self._hooks = {
            name: {caller.name for caller in self._manager.get_hookcallers(named[name]) or ()}
            for name in self.names
        }
        self._formats = _owned(self.ask("fazhi_formats"))

    @classmethod
    def installed(cls) -> Registry:
        """
        Return a registry of every plugin that is installed in the entry point group ``fazhi``.

        Raises:
            PluginError: If one of them cannot be imported or used.
        """
        return cls([(point.name, _load(point)) for point in entry_points(group=GROUP)])

    @cached_property
    def formats(self) -> tuple[Format, ...]:
        """
        All formats, by name.
        """
        return tuple(format_ for _, format_ in self._formats.values())

    @cached_property
    def records(self) -> tuple[FormatRecord, ...]:
        """
        Names, titles and plugins of all formats, by name.
        """
        return tuple(
            FormatRecord(name, format_.title, plugin)
            for name, (plugin, format_) in self._formats.items()
        )

    @cached_property
    def readers(self) -> tuple[Reader, ...]:
        """
        The readers that the plugins give, the built-in ones last: between equals others decide.
        """
        answers = sorted(self.ask("fazhi_readers"), key=lambda answer: answer[0] == FILES)
        return tuple(_typed(plugin, "fazhi_readers", reader, Reader) for plugin, reader in answers)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """
        The rows of the indicator catalogue: the built-in ones and those of the plugins.
        """
        hook = "fazhi_indicators"
        return tuple(_typed(plugin, hook, row, Indicator) for plugin, row in self.ask(hook))

    @cached_property
    def matcher(self) -> Matcher:
        """
        What finds the row that a metric states.
        """
        return Matcher(self.indicators)

    @cached_property
    def frameworks(self) -> tuple[Framework, ...]:
        """
        The frameworks that the plugins give, by years and name.
        """
        hook = "fazhi_frameworks"
        given = (_typed(plugin, hook, item, Framework) for plugin, item in self.ask(hook))
        return tuple(sorted(given, key=lambda f: (f.years[0], f.years[1] or 9999, f.name)))

    def format(self, name: str) -> Format:
        """
        Return the format called *name*.

        Raises:
            UnknownFormatError: If there is none; the error holds the names there are.
        """
        try:
            return self._formats[name][1]
        except KeyError:
            raise UnknownFormatError(name, tuple(self._formats)) from None

    def owner(self, format_: Format) -> str:
        """
        Return the name of the plugin that gives *format_*.
        """
        return self._formats[format_.name][0]

    def implements(self, plugin: str, hook: str) -> bool:
        """
        Return whether *plugin* has an implementation of *hook*.
        """
        return hook in self._hooks[plugin]

    def ask(self, hook: str, **arguments: object) -> list[tuple[str, Any]]:
        """
        Return what every plugin gives for *hook*, each item with the plugin's name.

        Raises:
            PluginError: If one of them fails.
        """
        return [
            (name, item) for name in self.names for item in self.ask_one(name, hook, **arguments)
        ]

    def ask_one(self, plugin: str, hook: str, **arguments: object) -> tuple[Any, ...]:
        """
        Return what *plugin* gives for *hook*; nothing where it does not implement it.

        Raises:
            PluginError: If it fails.
        """
        if not self.implements(plugin, hook):
            return ()
        others = [self._manager.get_plugin(name) for name in self.names if name != plugin]
        caller = self._manager.subset_hook_caller(hook, others)
        # A plugin may answer with a generator, so its items are part of the question.
        answers = guarded(plugin, hook, lambda: [tuple(a) for a in caller(**arguments)])()
        return tuple(item for answer in answers for item in answer)


def guarded(plugin: str, what: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """
    Return *function* with every failure in it named as *plugin*'s.

    Args:
        plugin: Name of the plugin that *function* belongs to.
        what: What it was asked for, for the message.
        function: The plugin's function.

    Returns:
        A function of the same arguments; it raises `PluginError` for what *function* raises.
    """

    def call(*arguments: object, **named: object) -> Any:
        try:
            return function(*arguments, **named)
        except FazhiError:
            raise
        except Exception as error:
            raise PluginError(plugin, f"{what} raised {type(error).__name__}: {error}") from error

    return call


def _named(plugins: Plugins) -> dict[str, object]:
    """
    Return *plugins* by name, with the built-in ones.
    """
    pairs: Iterable[object] = plugins.items() if isinstance(plugins, Mapping) else plugins
    named: dict[str, object] = {NATIONAL: national, FILES: files}
    for item in pairs:
        name, plugin = _pair(item)
        if named.setdefault(name, plugin) is not plugin:
            raise PluginError(name, "two plugins have this name")
    return named


def _pair(item: object) -> tuple[str, object]:
    match item:
        case (str() as name, plugin):
            return name, plugin
        case str():
            raise PluginError(item, "is a name only; give the module, or (name, module)")
    name = getattr(item, "__name__", type(item).__name__)
    return name.rpartition(".")[2].removeprefix("fazhi_").replace("_", "-").lower(), item


def _load(point: Any) -> object:
    return guarded(point.name, "importing it", point.load)()


def _register(manager: pluggy.PluginManager, name: str, plugin: object) -> None:
    """
    Register *plugin* and check that each of its hooks exists and takes what the hook gives.
    """
    try:
        manager.register(plugin, name)
        manager.check_pending()
    except (pluggy.PluginValidationError, ValueError, TypeError) as error:
        raise PluginError(name, f"cannot be registered: {error}") from error
    if not manager.get_hookcallers(plugin):
        raise PluginError(name, "implements no hook; mark its functions with fazhi.hookimpl")


def _owned(answers: Iterable[tuple[str, Any]]) -> dict[str, tuple[str, Format]]:
    """
    Return the formats by name, sorted, each with the plugin that gives it.
    """
    given: dict[str, list[tuple[str, Format]]] = defaultdict(list)
    for plugin, item in answers:
        format_ = _typed(plugin, "fazhi_formats", item, Format)
        given[format_.name].append((plugin, format_))
    for name, owners in given.items():
        if len(owners) > 1:
            others = " and ".join(sorted({repr(plugin) for plugin, _ in owners[:-1]}))
            raise PluginError(owners[-1][0], f"gives format {name!r}, which {others} gives too")
        _check(*owners[0])
    return {name: given[name][0] for name in sorted(given)}


def _check(plugin: str, format_: Format) -> None:
    if not format_.name.startswith(f"{plugin}."):
        raise PluginError(plugin, f"format {format_.name!r} must be named '{plugin}.…'")
    for problem in problems(format_):
        raise PluginError(plugin, f"format {format_.name!r} {problem}")


def _typed(plugin: str, hook: str, item: object, wanted: type) -> Any:
    if not isinstance(item, wanted):
        raise PluginError(plugin, f"{hook} gave a {type(item).__name__}, no {wanted.__name__}")
    return item
