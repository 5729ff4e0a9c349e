"""
Set phrases of every province that hold a number and measure nothing.

They are masked with and without quotation marks. Source: Party and government
documents that every report quotes; each row names the phrases, its examples
show them in a sentence.
"""

from __future__ import annotations

from fazhi.model import Mask
from fazhi.text.patterns import any_of


_POLITICAL = (
    "两个维护", "两个确立", "四个意识", "四个自信", "四个全面", "五位一体", "三个代表", "两个一百年", "三个务必",
    "八项规定", "三严三实", "两学一做", "一国两制", "六个必须坚持", "四个伟大", "三去一降一补", "两个结合", "十个明确",
    "十四个坚持", "十三个方面成就", "两个毫不动摇", "三个区分开来", "四种形态", "五种能力", "七种能力", "十一个坚持", "三大攻坚战", "两个责任",
    "两套班子", "三套班子", "四套班子", "五套班子", "六套班子", "几套班子", "四个最严", "四个着力", "四个服务", "两个大局", "三大规律", "三个第一", "一岗双责", "三会一课", "两不愁三保障",
)  # fmt: skip
_PROGRAMMES = (
    "一件事一次办", "一网通办", "一窗受理", "一门一次", "一次一网", "一号申请", "一次办好", "最多跑一次", "一次不用跑", "一次都不跑",
    "三重一大", "一府两院", "一府一委两院", "两法衔接", "两所一庭", "三调联动", "一村一法律顾问", "一村一辅警", "一站式", "一条龙", "三单联动",
    "一老一小", "一带一路", "两新", "一业一证", "一证准营", "一照多址", "一企一策", "一案一通知", "一案三查", "两代表一委员", "三官一律", "一村一居", "三审制",
    "一机一码", "一事一议", "一人一档", "一人一策", "两书一函", "一函两书", "两书同达", "三书一函", "一函一书", "三书同达", "一县一品", "一乡一品", "一地一品",
)  # fmt: skip
# 全国1%人口抽样调查 counts nobody.
_SURVEYS = tuple(
    f"{share}人口{what}" for share in ("1%", "5%", "1‰", "5‰") for what in ("抽样", "变动")
)

NATIONAL_MASKS = (
    Mask(
        # One pattern passes over a text once.
        pattern=any_of((*_POLITICAL, *_PROGRAMMES, *_SURVEYS)),
        reason="slogan",
        examples=(
            "坚决做到“两个维护”,贯彻中央八项规定精神。",
            "統籌推進五位一體總體布局",
            "深化“一件事一次办”改革",
            "落实一村一法律顾问制度",
            "推行一案三查。",
            "全国1%人口抽样调查高质量完成。",
        ),
    ),
    Mask(
        pattern=r"“[\d一二三四五六七八九十]{1,2}[个项张条支][一二三四五六七八九十百千\d][^”]{0,8}”",
        reason="slogan",
        examples=("落实“4个一批”工程", "开展“五个一”活动"),
    ),
    Mask(
        pattern=r"[×xX*](?<=\d.)\d{1,2}小时",
        reason="slogan",
        signs=("×", "x", "X", "*"),
        examples=("提供“7×24小时”服务", "7x24小时不打烊"),
    ),
    Mask(
        pattern=r"“[\dNXn]+(?:[+×x-][\dNXn]+)+”",
        reason="slogan",
        examples=("构建“1+3+N”件工作体系", "推行“5+2”天服务"),
    ),
)
