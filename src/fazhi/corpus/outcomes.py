"""
What came of one document of a corpus: a report, or the reason why there is none.
"""

from __future__ import annotations

from functools import cached_property

from attrs import define, frozen

from fazhi.model import Report


@frozen(kw_only=True)
class Failure:
    """
    Why a document gave no report.

    Attributes:
        type: Name of the exception, such as ``"EmptyTextError"``; ``"WorkerDied"`` where the
            process that read the document was killed, ``"TimeLimit"`` where it took too long.
        message: What happened, and what would have worked.
        sha256: Hash of the document's bytes; None where they could not be read.
    """

    type: str
    message: str
    sha256: str | None


@define(kw_only=True, slots=False, eq=False)
class Outcome:
    """
    What came of one document; exactly one of `report` and `error` is not None.

    Attributes:
        source: The document's name: its path as given, or its place in the iterable.
        sha256: Hash of its bytes (of a text: of its UTF-8 form); None where it could not be read.
        content: The report as JSON of schema ``fazhi.report/1``; None where there is none.
        error: Why there is no report, or None.
    """

    source: str
    sha256: str | None
    content: bytes | None = None
    error: Failure | None = None

    @classmethod
    def of(cls, report: Report, *, source: str, sha256: str | None) -> Outcome:
        """
        Return the outcome of a document that gave *report*, which is at hand without decoding.
        """
        from fazhi.model.schema import encode  # noqa: PLC0415 - msgspec is for JSON only

        one = cls(source=source, sha256=sha256, content=encode(report))
        vars(one)["report"] = report
        return one

    @cached_property
    def report(self) -> Report | None:
        """
        The report, decoded when it is first asked for.
        """
        if self.content is None:
            return None
        from fazhi.model.schema import decode  # noqa: PLC0415 - msgspec is for JSON only

        return decode(self.content)
