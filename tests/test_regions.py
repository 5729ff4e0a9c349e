"""
Places are found by every name that reports use for them, with code, level and path.
"""

import subprocess
import sys
from pathlib import Path

import pytest

import fazhi
from fazhi.knowledge import find_region, mentions, successors
from fazhi.knowledge.naming import read_place


# name, code or None, level, path joined by /, what is odd
PLACES = [
    ("云南省", "530000", "province", "云南省", ""),
    ("云南", "530000", "province", "云南省", "without suffix"),
    ("北京市", "110000", "province", "北京市", "municipality"),
    ("重庆", "500000", "province", "重庆市", "municipality without suffix"),
    ("内蒙古", "150000", "province", "内蒙古自治区", "short name of an autonomous region"),
    ("宁夏", "640000", "province", "宁夏回族自治区", "the people is left out"),
    ("广西", "450000", "province", "广西壮族自治区", "the people is left out"),
    ("新疆", "650000", "province", "新疆维吾尔自治区", "the people is left out"),
    ("西藏自治区", "540000", "province", "西藏自治区", ""),
    ("香港", "810000", "province", "香港特别行政区", "special administrative region"),
    ("中华人民共和国", "100000", "nation", "中华人民共和国", "the nation"),
    ("新疆生产建设兵团", None, "province", "新疆生产建设兵团", "province-like, no code in GB/T 2260"),
    ("兵团第八师", None, "prefecture", "新疆生产建设兵团/第八师", "division"),
    ("昆明市", "530100", "prefecture", "云南省/昆明市", ""),
    ("漯河市", "411100", "prefecture", "河南省/漯河市", ""),
    ("红河哈尼族彝族自治州", "532500", "prefecture", "云南省/红河哈尼族彝族自治州", ""),
    ("红河州", "532500", "prefecture", "云南省/红河哈尼族彝族自治州", "not 红河县"),
    ("红河县", "532529", "county", "云南省/红河哈尼族彝族自治州/红河县", "not 红河州"),
    ("楚雄州", "532300", "prefecture", "云南省/楚雄彝族自治州", "not 楚雄市"),
    ("楚雄市", "532301", "county", "云南省/楚雄彝族自治州/楚雄市", "a county-level city of the same name"),
    ("大理市", "532901", "county", "云南省/大理白族自治州/大理市", ""),
    ("德宏州", "533100", "prefecture", "云南省/德宏傣族景颇族自治州", ""),
    ("西双版纳州", "532800", "prefecture", "云南省/西双版纳傣族自治州", ""),
    ("巴州", "652800", "prefecture", "新疆维吾尔自治区/巴音郭楞蒙古自治州", "customary, not 巴州区"),
    ("巴州区", "511902", "county", "四川省/巴中市/巴州区", "not 巴州"),
    ("博州", "652700", "prefecture", "新疆维吾尔自治区/博尔塔拉蒙古自治州", "customary"),
    ("克州", "653000", "prefecture", "新疆维吾尔自治区/克孜勒苏柯尔克孜自治州", "customary"),
    ("伊犁州", "654000", "prefecture", "新疆维吾尔自治区/伊犁哈萨克自治州", "customary"),
    ("昌吉州", "652300", "prefecture", "新疆维吾尔自治区/昌吉回族自治州", ""),
    ("喀什地区", "653100", "prefecture", "新疆维吾尔自治区/喀什地区", "地区"),
    ("喀什市", "653101", "county", "新疆维吾尔自治区/喀什地区/喀什市", ""),
    ("和田地区", "653200", "prefecture", "新疆维吾尔自治区/和田地区", "地区"),
    ("阿里地区", "542500", "prefecture", "西藏自治区/阿里地区", "地区"),
    ("大兴安岭地区", "232700", "prefecture", "黑龙江省/大兴安岭地区", "地区"),
    ("兴安盟", "152200", "prefecture", "内蒙古自治区/兴安盟", "盟"),
    ("锡林郭勒盟", "152500", "prefecture", "内蒙古自治区/锡林郭勒盟", "盟"),
    ("阿拉善盟", "152900", "prefecture", "内蒙古自治区/阿拉善盟", "盟"),
    ("敖汉旗", "150430", "county", "内蒙古自治区/赤峰市/敖汉旗", "旗"),
    ("莫旗", "150722", "county", "内蒙古自治区/呼伦贝尔市/莫力达瓦达斡尔族自治旗", "customary"),
    ("鄂伦春旗", "150723", "county", "内蒙古自治区/呼伦贝尔市/鄂伦春自治旗", "customary"),
    ("科右前旗", "152221", "county", "内蒙古自治区/兴安盟/科尔沁右翼前旗", "customary"),
    ("延边州", "222400", "prefecture", "吉林省/延边朝鲜族自治州", ""),
    ("恩施州", "422800", "prefecture", "湖北省/恩施土家族苗族自治州", ""),
    ("湘西州", "433100", "prefecture", "湖南省/湘西土家族苗族自治州", ""),
    ("黔东南州", "522600", "prefecture", "贵州省/黔东南苗族侗族自治州", ""),
    ("甘南州", "623000", "prefecture", "甘肃省/甘南藏族自治州", ""),
    ("海西州", "632800", "prefecture", "青海省/海西蒙古族藏族自治州", ""),
    ("来凤县", "422827", "county", "湖北省/恩施土家族苗族自治州/来凤县", "also a former short name"),
    ("景宁县", "331127", "county", "浙江省/丽水市/景宁畲族自治县", "autonomous county"),
    ("前郭县", "220721", "county", "吉林省/松原市/前郭尔罗斯蒙古族自治县", "customary"),
    ("五华区", "530102", "county", "云南省/昆明市/五华区", ""),
    ("源汇区", "411102", "county", "河南省/漯河市/源汇区", ""),
    ("静海区", "120118", "county", "天津市/静海区", "district of a municipality"),
    ("浦东新区", "310115", "county", "上海市/浦东新区", "新区 with a code"),
    ("滨海新区", "120116", "county", "天津市/滨海新区", "新区 with a code"),
    ("济源市", "419001", "county", "河南省/济源市", "directly under the province"),
    ("仙桃市", "429004", "county", "湖北省/仙桃市", "directly under the province"),
    ("神农架林区", "429021", "county", "湖北省/神农架林区", "林区"),
    ("琼海市", "469002", "county", "海南省/琼海市", "directly under the province"),
    ("石河子市", "659001", "county", "新疆维吾尔自治区/石河子市", "city of the 兵团"),
    ("第八师石河子市", "659001", "county", "新疆维吾尔自治区/石河子市", "division and city are one"),
    ("六枝特区", "520203", "county", "贵州省/六盘水市/六枝特区", "特区"),
    ("和县", "340523", "county", "安徽省/马鞍山市/和县", "two characters, the first a function word"),
    ("南京市鼓楼区", "320106", "county", "江苏省/南京市/鼓楼区", "parent in front"),
    ("福州市鼓楼区", "350102", "county", "福建省/福州市/鼓楼区", "parent in front"),
    ("四川省巴中市巴州区", "511902", "county", "四川省/巴中市/巴州区", "two parents"),
    ("云南省红河州", "532500", "prefecture", "云南省/红河哈尼族彝族自治州", "parent before a short name"),
    ("云南红河州", "532500", "prefecture", "云南省/红河哈尼族彝族自治州", "short parent, short name"),
    ("昆明五华区", "530102", "county", "云南省/昆明市/五华区", "parent without suffix"),
    ("浙江杭州西湖区", "330106", "county", "浙江省/杭州市/西湖区", "two parents without suffix"),
    ("吉林省吉林市船营区", "220204", "county", "吉林省/吉林市/船营区", "city named like its province"),
    ("北京市朝阳区", "110105", "county", "北京市/朝阳区", ""),
    ("长春市朝阳区", "220104", "county", "吉林省/长春市/朝阳区", ""),
    ("晋城市城区", "140502", "county", "山西省/晋城市/城区", "an ordinary word as name"),
    ("攀枝花市东区", "510402", "county", "四川省/攀枝花市/东区", "an ordinary word as name"),
    ("乐山市市中区", "511102", "county", "四川省/乐山市/市中区", "市 twice"),
    ("五 华 区", "530102", "county", "云南省/昆明市/五华区", "spaced out"),
    ("紅河州", "532500", "prefecture", "云南省/红河哈尼族彝族自治州", "traditional script"),
    ("大興區", "110115", "county", "北京市/大兴区", "traditional script"),
    ("清溪镇", None, "township", "清溪镇", "no code, no county known"),
    ("开化县华埠镇", None, "township", "浙江省/衢州市/开化县/华埠镇", "county in front"),
    ("鲤城区金龙街道", None, "township", "福建省/泉州市/鲤城区/金龙街道", "street"),
    ("昆明高新技术产业开发区", None, "county", "云南省/昆明市/昆明高新技术产业开发区", "zone bearing its city's name"),
    ("惠州市大亚湾经济技术开发区", None, "county", "广东省/惠州市/大亚湾经济技术开发区", "zone behind its city"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "code", "level", "path", "odd"), PLACES)
def test_a_name_finds_its_place(name, code, level, path, odd):
    best = find_region(name)[0]
    assert (best.code, best.level, "/".join(best.path)) == (code, level, path), odd
    assert best.name == best.path[-1]


@pytest.mark.parametrize(
    ("name", "year", "code", "odd"),
    [
        ("静海县", 2010, "120223", "county before 2015"),
        ("静海区", 2016, "120118", "district since 2015"),
        ("密云县", 2012, "110228", ""),
        ("崇文区", 2005, "110103", "merged in 2010"),
        ("毕节地区", 2008, "522400", "地区 before it became a city"),
        ("鄂西州", 1990, "422800", "name before 恩施州"),
        ("江北区", 2023, "500105", "valid in that year, whatever came later"),
    ],
)
def test_the_year_chooses_among_former_and_present_places(name, year, code, odd):
    assert code in [place.code for place in find_region(name, year)], odd


CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "regions.tsv").read_text(encoding="utf-8").splitlines()
    if line[0] != "#"
]


@pytest.mark.parametrize(("name", "year", "codes", "odd"), CASES, ids=lambda cell: cell)
def test_a_name_has_the_code_of_its_year(name, year, codes, odd):
    found = [place.code for place in find_region(name, int(year))]
    expected = codes.split()
    assert (set(found) if len(expected) > 1 else found[0]) == (
        set(expected) if len(expected) > 1 else codes
    ), odd


@pytest.mark.parametrize(
    ("name", "year", "asked", "names", "odd"),
    [
        ("新津县", 2019, None, ["新津区"], "county to district"),
        ("即墨市", 2016, None, ["即墨区"], "city to district"),
        ("闸北区", 2014, None, ["静安区"], "merged"),
        ("卢湾区", 2010, None, ["黄浦区"], "merged"),
        ("崇文区", 2009, None, ["东城区"], "merged"),
        ("宣武区", 2009, None, ["西城区"], "merged"),
        ("南汇区", 2008, None, ["浦东新区"], "merged"),
        ("襄樊市", 2009, None, ["襄阳市"], "renamed under the same code"),
        ("思茅市", 2006, None, ["普洱市"], "renamed"),
        ("思茅地区", 2000, None, ["普洱市"], "upgraded, then renamed: followed to the present"),
        ("思茅地区", 2000, 2005, ["思茅市"], "followed to the year asked for"),
        ("思茅市", 2000, None, ["思茅区"], "the county of the same name, by way of 翠云区"),
        ("江津市", 2005, None, ["江津区"], "city to district"),
        ("密云县", 2014, None, ["密云区"], "county to district"),
        ("静海县", 2014, None, ["静海区"], "county to district"),
        ("巢湖市", 2008, None, ["合肥市", "芜湖市", "马鞍山市"], "divided among three"),
        ("居巢区", 2008, None, ["巢湖市"], "the county level went another way"),
        ("江干区", 2020, None, ["上城区", "钱塘区"], "divided between two"),
        ("吉利区", 2020, None, ["孟津区"], "merged with a county"),
        ("孟津县", 2020, None, ["孟津区"], "merged with a district"),
        ("莱芜市", 2017, None, ["济南市"], "a prefecture merged into another"),
        ("桥东区", 2013, None, ["长安区"], "石家庄's, not 邢台's, which came to be 襄都区"),
        ("毕节市", 2010, None, ["七星关区"], "the county, not the 地区"),
        ("毕节地区", 2010, None, ["毕节市"], "the 地区"),
        ("吉安市", 1999, None, ["吉州区"], "not 吉安县"),
        ("江北区", 2024, None, ["两江新区"], "the newest change"),
        ("五华区", 2020, None, [], "still there"),
        ("襄樊市", 2009, 2008, [], "still there in the year asked for"),
        ("雄安新区", 2023, None, [], "no code"),
        ("清溪镇", 2023, None, [], "no code"),
    ],
)
def test_who_took_over_is_known(name, year, asked, names, odd):
    gone = {"桥东区": "130103", "江北区": "500105"}
    regions = [
        place for place in find_region(name, year) if place.code == gone.get(name, place.code)
    ]
    found = [place.name for place in successors(regions[0], asked)]
    assert found[: len(names)] == names or sorted(found) == sorted(names), odd
    assert bool(found) == bool(names)


def test_successors_lead_to_places_that_stand():
    everything = {code for _, _, codes, _ in CASES for code in codes.split()}
    present = {
        place
        for name, year, _, _ in CASES
        for region in find_region(name, int(year))
        for place in successors(region)
    }
    assert everything
    assert all(successors(place) == () for place in present)


@pytest.mark.parametrize(
    ("name", "year", "path", "odd"),
    [
        ("雄安新区", 2023, "河北省/雄安新区", "its name does not say where"),
        ("西咸新区", 2023, "陕西省/西咸新区", "across two cities"),
        ("四川天府新区", 2023, "四川省/天府新区", "the province written"),
        ("青岛西海岸新区", 2023, "山东省/青岛市/西海岸新区", "the city written"),
        ("南京江北新区", 2023, "江苏省/南京市/江北新区", "not 江北区"),
        ("两江新区", 2020, "重庆市/两江新区", "before it had a code"),
        ("加格达奇区", 2023, "黑龙江省/大兴安岭地区/加格达奇区", "no code in GB/T 2260"),
        ("兰州新区", 2023, "甘肃省/兰州市/兰州新区", "bears its city's name"),
        ("昆明经济技术开发区", 2023, "云南省/昆明市/昆明经济技术开发区", "bears its city's name"),
    ],
)
def test_zones_have_a_place_and_no_code(name, year, path, odd):
    best = find_region(name, year)[0]
    assert (best.code, "/".join(best.path)) == (None, path), odd


@pytest.mark.parametrize(
    ("text", "code", "odd"),
    [
        (
            "成都市新津县2018年法治政府建设年度报告\n2018年,新津县坚持。",
            "510132",
            "before the change",
        ),
        ("成都市新津区2021年法治政府建设年度报告\n2021年,新津区坚持。", "510118", "after it"),
        (
            "发布时间:2022年3月1日\n襄樊市2009年依法行政工作报告\n2009年,襄樊市坚持。",
            "420600",
            "the title's year, not the page's",
        ),
        ("天津市静海县2014年法治政府建设报告\n2014年,静海县坚持。", "120223", "county"),
    ],
)
def test_a_report_has_the_code_of_its_year(text, code, odd):
    region = fazhi.Parser(plugins=[]).parse(text).meta.region
    assert region is not None
    assert region.code == code, odd


def test_a_place_that_is_gone_is_still_found_without_a_year():
    assert find_region("崇文区")[0].code == "110103"


@pytest.mark.parametrize(
    ("name", "count"), [("鼓楼区", 4), ("市中区", 4), ("新华区", 3), ("朝阳区", 2), ("西湖区", 2)]
)
def test_a_name_of_several_places_gives_them_all(name, count):
    present = {place.code for place in find_region(name, 2023)}
    assert len(present) == count


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "北京市鼓楼区",
        "全面",
        "法治政府",
        "乡镇",
        "2023年度乡镇",
        "\x00",
        "\ud800",
        "区" * 1000,
        "某某",
    ],
)
def test_what_is_no_place_gives_nothing(name):
    assert find_region(name) == ()


@pytest.mark.parametrize(
    ("text", "names", "odd"),
    [
        ("2023年,红河州坚持", ["红河州"], ""),
        ("昆明市五华区人民政府", ["昆明市", "五华区"], "parent and child"),
        ("巴音郭楞蒙古自治州人民政府", ["巴音郭楞蒙古自治州"], "the longest name counts"),
        ("晋城市城区人民政府", ["晋城市", "城区"], "城区 behind its city"),
        ("在全市城区开展", [], "城区 as a word"),
        ("巴州区和沙县区", ["巴州区", "沙县区"], "a name inside a longer one"),
        ("全区各县市旗", [], "suffixes alone"),
        ("敖汉旗、喀什地区、兴安盟", ["敖汉旗", "喀什地区", "兴安盟"], "all suffixes"),
        ("", [], "nothing"),
    ],
)
def test_mentions_are_found_by_their_endings(text, names, odd):
    found = list(mentions(text))
    assert [name for _, _, name in found] == names, odd
    assert all(text[start:end] == name for start, end, name in found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云南省红河州2023年", ("云南省", "红河州")),
        ("昆明五华区2020年", ("昆明", "五华区")),
        ("清溪镇2023年", ("清溪镇",)),
        ("中山市东区街道2022年", ("中山市", "东区街道")),
        ("鲤城区人民政府金龙街道办事处", ("鲤城区", "人民政府金龙街道")),
        ("开化县人民政府关于", ("开化县",)),
        ("城区2020年", ()),
        ("城区人民政府2020年", ("城区",)),
        ("关于2023年", ()),
    ],
)
def test_places_are_read_from_where_a_name_begins(text, names):
    assert read_place(text, 0, len(text)) == names


def test_the_table_is_read_only_when_asked():
    code = "import fazhi.knowledge, fazhi.knowledge.gazetteer as g; assert not g.lines_by_name.cache_info().currsize"
    subprocess.run([sys.executable, "-c", code], check=True)
