"""
A lock between processes, which ends with the process that holds it, however that ends.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fazhi.errors import StoreError


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """
    The right to write to a store.
    """

    def __init__(self, path: Path) -> None:
        """
        Take the lock.

        Args:
            path: File that stands for it, in the store's folder; it stays there.

        Raises:
            StoreError: If another process has it.
        """
        self._file = path.open("ab")
        try:
            _take(self._file.fileno())
        except OSError as error:
            self._file.close()
            message = "is in use by another build; wait for it to end"
            raise StoreError(path.parent.as_posix(), message) from error

    def release(self) -> None:
        """
        Give the lock back.
        """
        self._file.close()
