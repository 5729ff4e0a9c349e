"""
Files and bytes → `Document`: encodings, file types, and where a text came from.
"""

from fazhi.reading.encoding import Decoded, decode
from fazhi.reading.sources import Source, SourceTypeError, read
from fazhi.reading.text import TEXT


__all__ = ["TEXT", "Decoded", "Source", "SourceTypeError", "decode", "read"]
