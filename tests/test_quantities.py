"""Numbers with their units: what is read, and what is no quantity."""

from __future__ import annotations

import pytest

from fazhi.formats.masks import NATIONAL_MASKS
from fazhi.knowledge.quantity_words import BOUNDS, CHANGES
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


NUMBERS = [
    ("受理案件307件", ["307 件"]),
    ("受理1,234件", ["1234 件"]),
    ("受理1,234,567件", ["1234567 件"]),
    ("受理案件５，办结３件", ["3 件"]),  # full-width comma: no thousands separator
    ("办理案件12，345人参加", ["345 人"]),  # the same with three digits behind it
    ("受理１２件", ["12 件"]),  # full-width digits
    ("受理 307 件", ["307 件"]),  # blanks around the number
    ("受理307\u00a0件", ["307 件"]),  # no-break space
    ("分解任务2 6项", ["26 项"]),  # a blank inside the number
    ("发放8 000份", ["8000 份"]),
    ("罚款4.5万元", ["45000 元"]),
    ("投资50.50万元", ["505000 元"]),
    ("合格率0.80%", ["0.80 %"]),  # decimals printed are kept
    ("资金2681万元", ["26810000 元"]),
    ("总额6.3亿元", ["630000000 元"]),
    ("总额1.2万亿元", ["1200000000000 元"]),
    ("补助3千元", ["3000 元"]),
    ("补助5百元", ["500 元"]),
    ("惠及2百万人", ["2000000 人"]),
    ("投资1亿2000万元", ["120000000 元"]),
    ("培训2万4,300人次", ["24300 人次"]),
    ("培訓2萬4,300人次", ["24300 人次"]),  # traditional
    ("培训3万5千人", ["35000 人"]),
    ("三百零五件", ["305 件"]),
    ("两千三百人次", ["2300 人次"]),
    ("十二件", ["12 件"]),
    ("二十三个", ["23 个"]),
    ("一百二十名", ["120 名"]),
    ("发放三十万件", ["300000 件"]),
    ("两萬三千戶", ["23000 户"]),  # traditional
    ("百分之九十五", ["95 %"]),
    ("百分之95", ["95 %"]),
    ("百分之百", ["100 %"]),
    ("千分之三", ["3 ‰"]),
    ("百分之九十九点五", ["99.5 %"]),
    ("占三成", ["3 成"]),
    ("八折", ["8 折"]),
    ("提高3个百分点", ["3 百分点 up"]),
    ("下降0.5个百分点", ["0.5 百分点 down"]),
    ("差评率0.6‰", ["0.6 ‰"]),
    ("98％", ["98 %"]),  # full-width sign
    ("48件(次)", ["48 件次"]),
    ("2.17萬人(次)", ["21700 人次"]),
    ("1814場（次）", ["1814 场次"]),
    ("检查300家（次）", ["300 家次"]),
    ("13縣市", ["13 县市"]),
    ("覆盖9个县（市、区）", ["9 个"]),
    ("共10类5181项", ["10 类", "5181 项"]),
    ("515次2863人", ["515 次", "2863 人"]),
    ("装机500万千瓦", ["5000000 千瓦"]),
    ("发电3千瓦时", ["3 千瓦时"]),  # 千 is part of the unit
    ("道路35千米", ["35 公里"]),
    ("浓度28微克/立方米", ["28 微克/立方米"]),
    ("44个项目", ["44 个"]),
    ("12项目标任务", ["12 项"]),  # 项 + 目标, not 项目
    ("造林3万亩", ["30000 亩"]),
    ("审查30件(起)", ["30 件起"]),
    ("压缩至3个工作日", ["3 工作日"]),
    ("各5万元", ["50000 元"]),
]

BOUNDED = [
    ("46万余件", ["460000 件 >="]),
    ("2000余人", ["2000 人 >="]),
    ("300多条", ["300 条 >="]),
    ("1.8万余人", ["18000 人 >="]),
    ("三千余人次", ["3000 人次 >="]),
    ("十余个", ["10 个 >="]),
    ("余300件", ["300 件"]),  # 余 before the number is the remainder
    ("达98%以上", ["98 % >="]),
    ("30人及以上", ["30 人 >="]),
    ("不低于95%", ["95 % >="]),
    ("至少2次", ["2 次 >="]),
    ("每季度不少于3次", ["3 次 >="]),
    ("至少开展两次", ["2 次 >="]),  # the verb stands between
    ("超过300人", ["300 人 >"]),
    ("超300人", ["300 人 >"]),
    ("逾500人次", ["500 人次 >"]),
    ("突破3000亿元", ["300000000000 元 >"]),
    ("不超过5个工作日", ["5 工作日 <="]),
    ("控制在5%以内", ["5 % <="]),
    ("控制在5.5%", ["5.5 %"]),
    ("500元以下", ["500 元 <="]),
    ("不足50人", ["50 人 <"]),
    ("不到30天", ["30 天 <"]),
    ("低于5%", ["5 % <"]),
    ("约300人", ["300 人 ~"]),
    ("近4.2万户", ["42000 户 ~"]),
    ("近5年", ["5 年"]),  # a period
    ("增长8%左右", ["8 % ~ up"]),
    ("接近80%", ["80 % ~"]),
    ("3-5个", ["3..5 个"]),
    ("3至5个", ["3..5 个"]),
    ("3到5个", ["3..5 个"]),
    ("3～5个", ["3..5 个"]),
    ("3—5件", ["3..5 件"]),
    ("3件至5件", ["3..5 件"]),
    ("2-3万人", ["20000..30000 人"]),  # the multiplier is shared
    ("两三个", ["2..3 个"]),
    ("七八家", ["7..8 家"]),
    ("由30%提高到50%", ["30 %", "50 %"]),
    ("从5个到8个", ["5 个", "8 个"]),  # from-to is no range
    ("由7.5个工作日压缩至3.2个工作日", ["7.5 工作日", "3.2 工作日"]),
]

CHANGED = [
    ("同比上升70.2%", ["70.2 % up"]),
    ("提升了80%以上", ["80 % >= up"]),
    ("压减率达60%以上", ["60 % >= down"]),
    ("平均压缩51%", ["51 % down"]),
    ("证明材料减少100%", ["100 % down"]),
    ("增长1.2倍", ["1.2 倍 up"]),
    ("同比增长5.2%、8.1%", ["5.2 % up", "8.1 % up"]),
    ("分别增长5.2%和8.1%", ["5.2 % up", "8.1 % up"]),
    ("比上年增加12件", ["12 件 up"]),
    ("较上年少5件", ["5 件 down"]),
    ("新增就业24163人", ["24163 人"]),  # a count of what is new is no change
    ("取消33项", ["33 项"]),
    ("提升至98%", ["98 %"]),  # cut to, raised to: the value itself is no change
    ("压缩至3日", []),
    ("降到5%以下", ["5 % <="]),
    ("減少30%", ["30 % down"]),  # traditional
    ("增速6.5%", ["6.5 % up"]),
    ("降幅达三成", ["3 成 down"]),
    ("减环节69%、减时间54%", ["69 % down", "54 % down"]),
    ("合格率98%", ["98 %"]),
    ("减少证明材料30项", ["30 项"]),
]

SHARED = [
    ("分别为26、43、2件", ["26 件", "43 件", "2 件"]),
    ("一审、二审分别为26件、43件", ["26 件", "43 件"]),
    ("分别为3.2、4.5万人", ["32000 人", "45000 人"]),
    ("共26和43件", ["26 件", "43 件"]),
    ("分别为12,30,5件", ["12 件", "30 件", "5 件"]),
]

NONE = [
    "2023年",
    "2023年12月31日",
    "2015-2020年",
    "2021—2025年",
    "20212025年",  # the dash got lost
    "2 0 2 3年",  # blanks inside
    "5月27日至5月31日",
    "1-4月",
    "2024-03-01 09:18",
    "第72次常务会议",
    "第121次",
    "第十四届人大第三次会议",
    "六届人大三次会议",
    "第三至第五项",
    "国务院令第713号",
    "昆政发〔2018〕52号",
    "新政辦明電〔2021〕309號",
    "(2019)28号",
    "[2020]5号",
    "12345热线",
    "拨打65398315",
    "“13339”举措",
    "“1+5”改革",
    "“七五”普法",
    "“两个维护”",
    "“四个一”机制",
    "贯彻中央八项规定精神",  # a set phrase without marks
    "落实“三重一大”制度",
    "进一步规范",
    "一批示范",
    "一系列措施",
    "统一部署",
    "之一",
    "每一个环节",
    "翻番",
    "近半",
    "数百人",
    "几十件",
    "过半",
    "H5作品",
    "5G网络",
    "前十名",
    "位居第3位",
    "1.5",
    "全省第一",
    "00021 分",  # a serial number
    "一、二、三",
    "下一篇",
    "六大库N应用(一期)",
    "版本3.0版",
]


class TestQuantities:
    """Quantities of a clause."""

    @pytest.mark.parametrize(("text", "expected"), NUMBERS)
    def test_value_and_unit(self, text: str, expected: list[str]) -> None:
        """Numbers in every script and width give exact values."""
        assert expected == read(text)

    @pytest.mark.parametrize(("text", "expected"), BOUNDED)
    def test_bounds(self, text: str, expected: list[str]) -> None:
        """Words around the number bound it."""
        assert expected == read(text)

    @pytest.mark.parametrize(("text", "expected"), CHANGED)
    def test_changes(self, text: str, expected: list[str]) -> None:
        """A rise or fall is one where the value itself is it."""
        assert expected == read(text)

    @pytest.mark.parametrize(("text", "expected"), SHARED)
    def test_shared_units(self, text: str, expected: list[str]) -> None:
        """Numbers of a list share the unit of the last."""
        assert expected == read(text)

    @pytest.mark.parametrize("text", NONE)
    def test_no_quantity(self, text: str) -> None:
        """Dates, ordinals, numbers of documents, slogans and set phrases measure nothing."""
        assert read(text) == []

    @pytest.mark.parametrize("text", [n[0] for n in (*NUMBERS, *BOUNDED, *CHANGED, *SHARED)])
    def test_span_is_number_to_unit(self, text: str) -> None:
        """A span starts with a numeral and holds no word of a bound before it."""
        folded = fold(text).folded
        for quantity in quantities(fold(text), FORMAT):
            assert folded[quantity.start] in "0123456789一二两三四五六七八九十百千"
            assert quantity.left <= quantity.start < quantity.end <= quantity.right


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
