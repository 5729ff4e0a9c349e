"""
Places that report like a division and have no code in GB/T 2260, where their name does not say whose they are.

Source: the State Council's approvals of the 国家级新区 and of the zones named
here. A zone that bears its city's name (兰州新区, 昆明高新区) needs no row.
"""

from __future__ import annotations

from typing import Final


# Name → the place that it lies in or answers to.
ZONES: Final = {
    "雄安新区": "河北省",
    "曹妃甸新区": "唐山市",
    "渤海新区": "沧州市",
    "北戴河新区": "秦皇岛市",
    "中新天津生态城": "滨海新区",
    "金普新区": "大连市",
    "沈抚新区": "辽宁省",
    "沈抚改革创新示范区": "辽宁省",
    "长白山保护开发区": "吉林省",
    "加格达奇区": "大兴安岭地区",
    "松岭区": "大兴安岭地区",
    "新林区": "大兴安岭地区",
    "呼中区": "大兴安岭地区",
    "滨海新区": "天津市",  # a division with a code since 2009
    "江北新区": "南京市",
    "舟山群岛新区": "浙江省",
    "钱塘新区": "杭州市",
    "平潭综合实验区": "福建省",
    "赣江新区": "江西省",
    "西海岸新区": "青岛市",
    "湘江新区": "长沙市",
    "横琴粤澳深度合作区": "广东省",
    "横琴新区": "珠海市",
    "光明新区": "深圳市",
    "坪山新区": "深圳市",
    "大鹏新区": "深圳市",
    "深汕特别合作区": "深圳市",
    "洋浦经济开发区": "海南省",
    "两江新区": "重庆市",  # a division with a code since 2025
    "天府新区": "四川省",
    "东部新区": "成都市",
    "贵安新区": "贵州省",
    "滇中新区": "云南省",
    "西咸新区": "陕西省",
    "杨凌农业高新技术产业示范区": "陕西省",
    "杨凌示范区": "陕西省",
}
