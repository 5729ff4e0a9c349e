"""For whom and for when a figure holds."""

from __future__ import annotations

import pytest

from fazhi.knowledge.circumstance_words import SCOPES
from fazhi.model import Format
from fazhi.parsing.circumstances import circumstances
from fazhi.parsing.quantities import quantities
from fazhi.text import fold


FORMAT = Format(name="test.format", title="", kinds=("other",))


def read(text: str, year: int | None = 2023) -> list[tuple[str | None, str | None]]:
    """Return scope and period of each metric of *text*."""
    document = fold(text)
    return circumstances(document, quantities(document, FORMAT), year)


PERIODS = [
    ("2023年,受理案件307件。", [None]),  # the report's year
    ("2022年受理案件307件。", ["2022"]),
    ("受理案件307件,2022年为280件。", [None, "2022"]),  # last year's value for comparison
    ("受理案件307件,比2022年增加27件。", [None, None]),  # what it is compared with
    ("较上年增长12%。", [None]),
    ("去年受理案件307件,今年受理290件。", ["2022", None]),
    ("一季度受理案件30件。", ["2023-Q1"]),
    ("2022年四季度受理30件。", ["2022-Q4"]),
    ("上半年受理案件30件。", ["2023-01/2023-06"]),
    ("1-4月受理案件30件。", ["2023-01/2023-04"]),
    ("12月份受理案件30件。", ["2023-12"]),
    ("近五年受理案件500件。", ["2019/2023"]),
    ("2019-2023年受理案件500件。", ["2019/2023"]),
    ("五年来受理案件500件。", ["2019/2023"]),
    ("到2025年,建成示范点30个。", ["2025"]),  # a target
    ("落实《纲要(2021-2025年)》任务30项。", [None]),  # a year in a title
    ("2022年受理案件30件。办结20件。", ["2022", None]),  # sentences do not reach into each other
    ("2022年受理案件30件,办结20件。", ["2022", "2022"]),
    ("2022年受理案件307件,去年同期280件。", ["2022", "2022"]),
    ("受理30件,明年计划受理40件。", [None, "2024"]),
    ("截至2023年12月,建成30个。", ["2023-12"]),
    ("2008年1月至2010年5月底,受理30件。", ["2008-01/2010-05"]),  # over years
    ("2024年1月至6月受理30件。", ["2024-01/2024-06"]),
    ("2022年1-6月受理30件。", ["2022-01/2022-06"]),
    ("1月至6月受理30件。", ["2023-01/2023-06"]),
    ("2019年至2023年受理30件。", ["2019/2023"]),
    ("2022年11月8日至12月20日,排查50处。", ["2022-11/2022-12"]),
    ("2018年以来,受理30件。2020年至今办结20件。", ["2018/2023", "2020/2023"]),
    ("2023年以来,受理30件。", [None]),
    ("自2020年10月以来,排查5起。", ["2020/2023"]),
    # What a figure is compared with or comes from is no time of the next one.
    ("总值336亿元,是2010年的1.6倍,人均8.2万元。", [None, None, None]),
    ("由2010年的124亿元增加到211亿元,增长5%。", ["2010", None, None]),
    ("由2010年的124亿元增加到2015年的211亿元,增长5%。", ["2010", "2015", "2015"]),
    ("分别比上年和2000年增长7%和60%。", [None, None]),
    ("增速五年来首次高于全省;收入403亿元。", [None]),
    # Remarks, prizes.
    ("审结422件(包括2018年结转案件),撤销65件。", [None, None]),
    ("被评为2022年度先进集体;7个司法所达标。", [None]),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_period(text: str, expected: list[str | None]) -> None:
    """A period is kept where it is not the report's year."""
    assert [period for _, period in read(text)] == expected


def test_period_without_a_year() -> None:
    """A quarter of an unknown year says nothing."""
    assert read("一季度受理30件。", None) == [(None, None)]


@pytest.mark.parametrize("row", SCOPES, ids=lambda row: row.scope)
def test_scope_reads_its_examples(row) -> None:
    """Each scope is read from its own examples."""
    for example in row.examples:
        assert [scope for scope, _ in read(example)] == [row.scope], example


SCOPE_CASES = [
    ("受理案件30件。", [None]),
    ("全面清理文件30件。", [None]),  # 全面 is no area
    ("全市受理案件30件,办结20件。", ["all", "all"]),
    ("全市受理案件30件,市本级受理10件。", ["all", "own"]),
    ("全市受理案件30件。办结20件。", ["all", None]),
    ("三级以上医院30家。", [None]),
    # Rankings and titles are no area.
    ("位居全国工业百强区榜首;零售总额30亿元。", [None]),
    ("创建全国法治政府建设示范市,组织测试2次。", [None]),
    ("增长8%,高于全省2个百分点。", [None, None]),
]


@pytest.mark.parametrize(("text", "expected"), SCOPE_CASES)
def test_scope(text: str, expected: list[str | None]) -> None:
    """A scope holds to the end of its sentence or the next one said."""
    assert [scope for scope, _ in read(text)] == expected
