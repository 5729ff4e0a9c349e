"""
A corpus that is kept in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from fazhi.corpus import frames
from fazhi.corpus.local import read_corpus
from fazhi.corpus.outcomes import Outcome
from fazhi.corpus.sources import Sources
from fazhi.model import Report


class Corpus:
    """
    What came of several documents; iterating gives the reports.

    Attributes:
        outcomes: One for each document, in order.
        failures: Those outcomes that have an error.
    """

    def __init__(self, outcomes: Iterable[Outcome]) -> None:
        """
        Keep *outcomes*, such as those of `read_corpus`.
        """
        self.outcomes = tuple(outcomes)
        self.failures = tuple(one for one in self.outcomes if one.error is not None)

    @classmethod
    def read(cls, sources: Sources, **options: Any) -> Corpus:
        """
        Read and keep what *sources* name; all options are those of `read_corpus`.
        """
        return cls(read_corpus(sources, **options))

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """
        The reports, in the order of the documents; decoded when they are first asked for.
        """
        found = (one.report for one in self.outcomes)
        return tuple(report for report in found if report is not None)

    def to_arrow(self) -> dict[str, Any]:
        """
        Return the corpus as Arrow tables by name (``reports``, ``metrics``, …, ``failures``).

        Raises:
            MissingExtraError: If pyarrow is not installed.
        """
        return frames.arrow(self.outcomes)

    def to_pandas(self) -> dict[str, Any]:
        """
        Return the corpus as data frames of pandas by name, values exact.

        Raises:
            MissingExtraError: If pandas or pyarrow is not installed.
        """
        return frames.pandas(self.outcomes)

    def to_polars(self) -> dict[str, Any]:
        """
        Return the corpus as data frames of Polars by name, values exact.

        Raises:
            MissingExtraError: If polars or pyarrow is not installed.
        """
        return frames.polars(self.outcomes)

    def __len__(self) -> int:
        return len(self.outcomes) - len(self.failures)

    def __iter__(self) -> Iterator[Report]:
        return iter(self.reports)

    def __repr__(self) -> str:
        reports, failures = _counted(len(self), "report"), _counted(len(self.failures), "failure")
        return f"<Corpus of {reports} and {failures}>"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
