"""
Reports and corpora as Arrow tables and as data frames of pandas and Polars.

Frames are made from the Arrow tables, so that every decimal stays exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from fazhi.corpus.extras import need
from fazhi.corpus.outcomes import Outcome
from fazhi.model import Report


if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

# A report, what came of many documents, or tables that are there already.
Tabular = Report | Iterable[Outcome] | Mapping[str, Any]


def arrow(what: Tabular) -> dict[str, pa.Table]:
    """
    Return all tables, by name, with the documented schemas.

    Args:
        what: A report, outcomes, or tables.

    Raises:
        MissingExtraError: If pyarrow is not installed.
    """
    if isinstance(what, Mapping):
        return dict(what)
    need("pyarrow", "arrow", "every table")
    from fazhi.corpus.tables import corpus_tables, report_tables  # noqa: PLC0415 - pyarrow is there now

    return report_tables(what) if isinstance(what, Report) else corpus_tables(what)


def pandas(what: Tabular) -> dict[str, pd.DataFrame]:
    """
    Return all tables as data frames of pandas; their columns are of Arrow's types.

    Args:
        what: A report, outcomes, or tables.

    Raises:
        MissingExtraError: If pyarrow or pandas is not installed.
    """
    tables = arrow(what)
    package = need("pandas", "", "to_pandas()")
    return {
        name: table.to_pandas(types_mapper=package.ArrowDtype) for name, table in tables.items()
    }


def polars(what: Tabular) -> dict[str, pl.DataFrame]:
    """
    Return all tables as data frames of Polars.

    Args:
        what: A report, outcomes, or tables.

    Raises:
        MissingExtraError: If pyarrow or polars is not installed.
    """
    tables = arrow(what)
    package = need("polars", "", "to_polars()")
    return {name: package.from_arrow(table) for name, table in tables.items()}
