"""
Characters that Word names by their place in a font of pictures.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


# Fonts of pictures have theirs in the private zone, at 0xF000 and the code in the font.
PRIVATE: Final = 0xF000

_WINGDINGS: Final = MappingProxyType(
    {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x77: "⬥"}
    | {0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→"}
    | {0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}
    | {0x80 + number: sign for number, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")}
)
_WINGDINGS_2: Final = MappingProxyType(
    {0x50: "✓", 0x4F: "✗", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□"}
    | {0x69 + number: sign for number, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")}
)
_SYMBOL: Final = MappingProxyType(
    {0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB8: "÷", 0xB9: "≠"}
    | {0xBB: "≈", 0xBC: "…", 0xAE: "→", 0xD0: "∠", 0xE5: "∑"}
)
FONTS: Final[Mapping[str, Mapping[int, str]]] = MappingProxyType(
    {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
)


def symbol(font: str, code: str) -> str:
    """
    Return the character that a font shows for a code; the code's own where it is not known.

    >>> symbol("Wingdings", "F0FC"), symbol("宋体", "2103")
    ('✓', '℃')

    Args:
        font: Name of the font.
        code: The code, as four hexadecimal digits.
    """
    if len(code) > 6:
        return ""
    try:
        place = int(code, 16)
        known = FONTS.get(font.lower(), {}).get(place - PRIVATE if place >= PRIVATE else place)
        if known is None and PRIVATE + 0x20 < place < PRIVATE + 0x7F and font.lower() == "symbol":
            known = chr(place - PRIVATE)
        return known or ("\ufffd" if 0xD800 <= place < 0xE000 else chr(place))
    except (ValueError, OverflowError):
        return ""
