"""Numbers with their units: what is read, and what is no quantity."""

from __future__ import annotations

import re

import pytest
from tests.quantity_cases import CASES

from fazhi.formats.masks import NATIONAL_MASKS
from fazhi.knowledge.quantity_words import BOUNDS, CHANGES, COUNTED_NOUNS
from fazhi.knowledge.units import unit_rows
from fazhi.model import Format
from fazhi.parsing.quantities import quantities
from fazhi.text import fold


FORMAT = Format(name="test.format", title="", kinds=("other",), masks=NATIONAL_MASKS)


def read(text: str, fmt: Format = FORMAT) -> list[str]:
    """Return the quantities of *text* as ``value unit``, with bound and change where they say something."""
    return [
        " ".join(
            filter(
                None,
                (
                    q.value if q.upper is None else f"{q.value}..{q.upper}",
                    q.unit,
                    q.bound if q.bound not in ("=", "range") else "",
                    q.change or "",
                ),
            )
        )
        for q in quantities(fold(text), fmt)
    ]


class TestQuantities:
    """Quantities of a clause."""

    @pytest.mark.parametrize(("kind", "clause", "reading"), CASES)
    def test_reading(self, kind: str, clause: str, reading: str) -> None:
        """Each clause gives its quantities, and one that counts nothing gives none."""
        assert "; ".join(read(clause)) == reading, kind

    @pytest.mark.parametrize("clause", [clause for _, clause, reading in CASES if reading])
    def test_span_is_number_to_unit(self, clause: str) -> None:
        """A span starts with a numeral and holds no word of a bound before it."""
        folded = fold(clause).folded
        for quantity in quantities(fold(clause), FORMAT):
            assert folded[quantity.start] in "-0123456789〇一二两三四五六七八九十百千万廿卅壹贰叁"
            assert quantity.left <= quantity.start < quantity.end <= quantity.right

    def test_a_count_ends_with_its_multiplier(self) -> None:
        """Where no measure word follows, blanks behind the multiplier are no part of the number."""
        text = "惠及3000 万 学生,参保 1.5 亿 。"
        found = [text[q.start : q.end] for q in quantities(fold(text), FORMAT)]
        assert found == ["3000 万", "1.5 亿"]

    def test_many_clauses_are_read(self) -> None:
        """The tables are long and name each clause once."""
        assert len({clause for _, clause, _ in CASES}) == len(CASES) >= 800


class TestTables:
    """The tables prove themselves by their examples."""

    @pytest.mark.parametrize("row", unit_rows(), ids=lambda row: row.name)
    def test_unit_reads_its_example(self, row) -> None:
        """Each unit is read from its own example."""
        value = read(row.example)[0].split()[:2]
        assert row.reading.split() == value

    @pytest.mark.parametrize("row", BOUNDS, ids=lambda row: row.words[0])
    def test_bound_reads_its_examples(self, row) -> None:
        """Each bound is set by its words in its examples."""
        for example in row.examples:
            assert [q.bound for q in quantities(fold(example), FORMAT)] == [row.bound], example

    @pytest.mark.parametrize("row", CHANGES, ids=lambda row: row.words[0])
    def test_change_reads_its_examples(self, row) -> None:
        """Each verb gives its direction in its examples."""
        for example in row.examples:
            assert [q.change for q in quantities(fold(example), FORMAT)] == [row.change], example

    @pytest.mark.parametrize("noun", COUNTED_NOUNS)
    def test_noun_is_counted_without_a_measure_word(self, noun: str) -> None:
        """Each noun that 万 counts alone does so, and ends no word of a clause that counts nothing."""
        word = re.sub(r"\(\?<?!.*?\)", "", noun)
        assert read(f"惠及30万{word}，多地") == ["300000"], noun
        assert read(f"惠及30{word}，多地") in ([], ["30 人"]), noun
