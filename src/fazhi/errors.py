"""
Every exception that fazhi raises on purpose.

Each has `FazhiError` as its base and the built-in that a caller would expect
as its second parent, carries its facts as fields, and pickles.
"""

from __future__ import annotations


class FazhiError(Exception):
    """
    The base of every exception raised on purpose.
    """


class EmptyTextError(FazhiError, ValueError):
    """
    The text is blank, so there is nothing to read.
    """


class UnknownFormatError(FazhiError, LookupError):
    """
    No installed format has the name that was asked for.

    Attributes:
        name: The name asked for.
        known: The names that would have worked, sorted.
    """

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name, known)
        self.name = name
        self.known = known

    def __str__(self) -> str:
        return f"no format {self.name!r}; installed: {', '.join(self.known)}"


class PluginError(FazhiError, RuntimeError):
    """
    A plugin failed; what happened in it is the ``__cause__``.

    Attributes:
        plugin: The plugin's name, that of its entry point.
        message: What was asked of it and how it answered.
    """

    def __init__(self, plugin: str, message: str) -> None:
        super().__init__(plugin, message)
        self.plugin = plugin
        self.message = message

    def __str__(self) -> str:
        return f"plugin {self.plugin!r}: {self.message}"


class RuleError(FazhiError, ValueError):
    """
    A row of a table cannot be used or misreads its own example.

    Attributes:
        rule: The row, shortened.
        message: What is wrong with it.
    """

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(rule, message)
        self.rule = rule
        self.message = message

    def __str__(self) -> str:
        return f"{self.rule}: {self.message}"


class ReadError(FazhiError, OSError):
    """
    A source could not be read.

    Attributes:
        source: Name of the file, or what was given instead of one.
        message: Why, and what would have worked.
    """

    def __init__(self, source: str, message: str) -> None:
        super().__init__(source, message)
        self.source = source
        self.message = message

    def __str__(self) -> str:
        return f"{self.source}: {self.message}"


class NumberError(FazhiError, ValueError):
    """
    A string is not one number as a whole.

    Attributes:
        text: The string.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return f"not a number as a whole: {self.text!r}; such as '1,234', '2.17万' or '三百零五' would do"


class SchemaError(FazhiError, ValueError):
    """
    A dictionary is not a report of schema ``fazhi.report/1``.

    Attributes:
        message: Where it departs from the schema, as a path such as ``$.metrics[0].span``.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class MissingExtraError(FazhiError, ImportError):
    """
    A package that only some of fazhi's functions need is not installed.

    Attributes:
        package: The package that is missing.
        extra: The extra of fazhi that brings it; ``""`` where it comes alone.
        purpose: What needs it.
    """

    def __init__(self, package: str, extra: str, purpose: str) -> None:
        super().__init__(package, extra, purpose)
        self.package = package
        self.extra = extra
        self.purpose = purpose

    def __str__(self) -> str:
        wanted = f'"fazhi[{self.extra}]"' if self.extra else self.package
        return f"{self.package} is not installed, which {self.purpose} needs; pip install {wanted}"


class StoreError(FazhiError, OSError):
    """
    A store of reports cannot be opened, read or written.

    Attributes:
        store: Its path.
        message: Why, and what would have worked.
    """

    def __init__(self, store: str, message: str) -> None:
        super().__init__(store, message)
        self.store = store
        self.message = message

    def __str__(self) -> str:
        return f"{self.store}: {self.message}"


class WorkerStartError(FazhiError, RuntimeError):
    """
    Worker processes die before they have read anything.

    Attributes:
        message: How they ended, and what may help.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class BatchTypeError(FazhiError, TypeError):
    """
    A batch of documents has not the columns of ``INPUT_SCHEMA``.

    Attributes:
        message: What is missing or of another type, and what would do.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NoClientError(FazhiError, LookupError):
    """
    There is no Dask cluster to work on.
    """
