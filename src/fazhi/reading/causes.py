"""
What an error is caused by, in a form that travels between processes.
"""

from __future__ import annotations

import pickle


def portable(error: Exception) -> Exception:
    """
    Return *error*, or one that says the same where *error* does not pickle.

    An error of lxml holds a log that does not; a cluster pickles the cause with the error.
    """
    try:
        pickle.dumps((error, vars(error)))
    except Exception:  # noqa: BLE001 - whatever it holds may raise whatever it likes
        return ValueError(f"{type(error).__name__}: {error}")
    return error
