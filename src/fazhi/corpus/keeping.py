"""
Outcomes that came from elsewhere, such as a cluster → a store.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from fazhi.corpus.build import made_by
from fazhi.corpus.outcomes import Outcome
from fazhi.corpus.rows import Rows
from fazhi.corpus.schemas import STORED
from fazhi.corpus.store import open_store
from fazhi.corpus.tables import add_outcome, as_tables


AT_ONCE = 500  # documents; what is not written yet is lost with the process


def keep_outcomes(outcomes: Iterable[Outcome], store: str | Path, *, audit: bool = True) -> int:
    """
    Add *outcomes* to a store, as `fazhi.corpus.build` would have, and return how many there were.

    A later build of the same documents under the same names leaves them alone, if their readers
    had the versions of fazhi and of the plugins that are installed here.

    Args:
        outcomes: What came of each document; taken as they are written.
        store: A DuckDB file, or a folder whose name ends in ``.parquet``; made where there is none.
        audit: Whether the audit's rules are applied; they are, in this process.

    Raises:
        StoreError: If the store cannot be written, or is in use by another process.
        MissingExtraError: If a package is missing.
    """
    signature = made_by(None, audit=audit)
    waiting, count = iter(outcomes), 0
    with open_store(store, write=True) as opened:
        while group := [*islice(waiting, AT_ONCE)]:
            rows = Rows(audit=audit)
            for one in group:
                report = add_outcome(rows, one)
                if report is not None and one.content is not None:
                    rows.add_json(report, one.content)
                rows.add_done(one.source, one.sha256, signature, report)
            opened.append(as_tables(rows, STORED.values()))
            count += len(group)
    return count
