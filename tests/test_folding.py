"""
Folding: one character to one, both scripts, all widths.
"""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.timing import cpu_seconds

from fazhi.errors import FazhiError, ReadError
from fazhi.text import fold
from fazhi.text._signs import SIGNS
from fazhi.text._simplify import _dictionary, simplifier
from fazhi.text._width import WIDTH, width_table
from fazhi.text._words import WORDS, own_words


SEEDS = Path(__file__).parents[1] / "seeds"
SIMPLIFIED = sorted(path for path in SEEDS.glob("*.txt") if path.stem != "bayingolin-2021")
TRADITIONAL = (SEEDS / "bayingolin-2021.txt").read_text("utf-8")
ORACLE = opencc.OpenCC("t2s")

# Phrases on which a table of single characters, or a careless one of words, goes wrong.
TRICKY = """
乾隆 乾隆年間 乾坤 乾縣 乾陵 乾燥 乾淨 乾乾淨淨 乾旱 乾部 幹部 骨幹 若干 干預 干擾 相干 天干 乾糧 餅乾 扭轉乾坤
皇后 太后 后妃 後勤 前後 后土 背後 落後 以後 後續 著作 著名 著者 名著 論著 編著 專著 顯著 卓著 昭著 土著 原著
瞭解 明瞭 瞭如指掌 一目瞭然 簡單明瞭 不瞭解 據瞭解 了結 了解 終了 瞭然於心 鍾馗 鍾愛 鐘錶 鐘頭 分鐘 警鐘 情有獨鍾
錢鍾書 龍鍾 鍾山 徵收 徵求 象徵 特徵 徵集 應徵 徵用 徵詢 徵信 宮商角徵羽 征服 遠征 長征 出征 頭髮 發展 髮型 理髮
毫髮 揭發 發佈 臺灣 臺階 台州 平臺 講臺 舞臺 颱風 天台 於是 由於 關於 終於 基於 至於 於潛鎮 對於 里程 公里 裡面 裏面
這裡 哪裏 故里 鄰里 表裏 纔能 剛纔 人才 才能 覆蓋 全覆蓋 顛覆 反覆 答覆 回覆 重覆 覆沒 覆轍 函覆 電覆 申覆 翻來覆去
恢復 復議 行政復議 複議 複雜 複核 復核 重複 複印 報復 收復 往復 範圍 規範 模範 示範 范先生 范仲淹 防範 麵粉 麵包 方面
表面 面積 面條 一隻 船隻 只有 隻身 雲南 白雲 人云亦云 雲計算 放鬆 輕鬆 松樹 寬鬆 憂鬱 鬱悶 濃郁 馥郁 穀物 稻穀
山谷 五穀 谷底 製造 制度 研製 製定 制定 體制 編製 編制 捨棄 宿舍 取捨 施捨 關係 係數 聯繫 維繫 體系 系統 確係 瀋陽
沈陽 墨瀋 批准 標準 準備 准許 核准 準確 水準 嚮導 嚮往 方向 面向 餘額 其餘 剩餘 多餘 結餘 業餘 佔用 侵佔 佔比 占卜
合併 併入 兼併 並且 並軌 臟器 骯髒 內臟 鬥爭 北斗 奮鬥 漏斗 出醜 子丑 丑角 醜惡 防禦 御史 抵禦 駕馭 衝突 沖洗 衝擊
要衝 葉子 葉公 詞彙 彙報 匯款 匯總 匯率 條彙 辭彙 歷史 日曆 農曆 履歷 經歷 曆法 蘇州 復蘇 復甦 紫蘇 嚐試 嘗試 何嘗 品嚐
籲請 呼籲 長吁短嘆 採取 文采 風采 采邑 開採 神采 聖誕 老闆 木板 鋼板 傢俱 傢具 家具 傢伙 夥伴 合夥 獲益甚夥 情侶 憑藉 慰藉
藉口 狼藉 藉助 藉由 枕藉 蘊藉 彷彿 彷徨 仿照 沈沒 沈默 沈積 沈船 沉默 沈先生 計畫 籌畫 繪畫 畫面 企劃 規劃 劃分 計劃 刻劃
鍛鍊 鍊條 項鍊 鐵鍊 提煉 訓練 供應鏈 產業鏈 鉅額 鉅子 巨大 鉅鹿 畢昇 昇華 提升 升級 公升 上昇 晉陞 二噁英 噁心 濛濛 蒙古
牴觸 牴牾 抵觸 神祇 祇園 衹得 無序 有始有終 台北 聯合國 釐清 一釐 毫釐 公釐 曬乾 樑柱 橋樑 脊樑 梁山 傑出 豪傑 閒暇 閑置
託管 委託 依託 摺疊 折扣 存摺 奏摺 曲折 週期 周到 週末 周圍 註冊 註釋 注意 備註 關注 證據 佈置 公佈 分佈 布料 遊客 游泳 旅遊
下游 鬚眉 必須 鬍鬚 誌慶 雜誌 標誌 意志 地方誌 遷徙 僕人 奴僕 前仆後繼 朴素 樸素 質樸 確實 確鑿 欽佩 劃撥 簽訂 標籤 籤約
抽籤 簽字 牽掛 懸掛 掛號 薑黃 姜太公 術語 技術 白朮 束縛 樹立 千里 千鈞 鞦韆 秋千 纖維 縴夫 適合 高適 適應 葯物 藥品 億萬 萬俟
漢奸 姦淫 強姦 家裏 家傢戶戶 噹啷 當然 噸位 傭工 雇傭 佣金 雇佣 僱用 徵兵 傷亡枕藉 黨委 黨項 臘月 腊肉 蠟燭 獃子 呆滯 癡呆
痴迷 醃製 閹割 臺賬 賬目 帳篷 帳戶 彆扭 別離 特別 瀰漫 彌補 糰子 團體 飯糰 菸草 煙霧 癥結 症狀 病癥 鑒於 鑑定 借鑒 鑑別
並聯 嶽麓 山岳 岳父 五嶽 廳堂 聽證 靈活 審覈 覈准 考覈 核心 核算 懇請 墾荒 虛構 構築 溝通 購買 夠用 脩改 修改
"""

# Where the words of the field say otherwise than the dictionary, and why.
DIFFERENCES = {
    "行政覆議": ("行政复议", "行政覆议", "the procedure is 复议 in 行政复议法"),
    "批覆": ("批复", "批覆", "a document type, written 批复"),
    "覆核": ("复核", "覆核", "复核 in 行政诉讼法; the writing of Hong Kong"),
    "覆審": ("复审", "覆审", "the same"),
    "覆函": ("复函", "覆函", "a document type, written 复函"),
    "著力": ("着力", "著力", "著 is the particle or verb 着"),
    "著眼": ("着眼", "著眼", "the same"),
    "執著": ("执着", "执著", "the same"),
    "隨著": ("随着", "随著", "the same"),
    "沿著": ("沿着", "沿著", "the same"),
    "圍繞著": ("围绕着", "围绕著", "the same"),
    "意味著": ("意味着", "意味著", "the same"),
    "沈著": ("沉着", "沈著", "沈 is 沉 but in names; 著 is 着"),
    "規畫": ("规划", "规画", "Taiwan writes 畫 for 劃; the dictionary has 計畫 alone"),
    "區畫": ("区划", "区画", "the same"),
    "下沈": ("下沉", "下沈", "the dictionary has 沈沒 沈船 沈積 沈默 alone"),
    "沈澱": ("沉淀", "沈淀", "the same"),
    "產業鍊": ("产业链", "产业炼", "鍊 for 鏈 is a common slip"),
    "訓鍊": ("训练", "训炼", "鍊 for 練 is one too"),
    "藉鑑": ("借鉴", "藉鉴", "藉 is 借 but in 慰藉 狼藉 蘊藉"),
    "祇能": ("只能", "祇能", "祇 is 只 but in 神祇"),
    "衹要": ("只要", "衹要", "the dictionary has 衹得 and 衹見 alone"),
    "乾安縣": ("乾安县", "干安县", "a county of Songyuan, GB/T 2260 220723"),
    "乾務鎮": ("乾务镇", "干务镇", "a township of Zhuhai"),
    "於潛": ("于潜", "於潜", "由於潛在; the place is kept as 於潛鎮"),
    "屬於單位": ("属于单位", "属於单位", "於單 is a person of the Xiongnu, and chance in reports"),
    "基於倫理": ("基于伦理", "基於伦理", "於倫 is a person, and chance in reports"),
    "位於穆棱": ("位于穆棱", "位於穆棱", "於穆 is of the Odes, and chance in reports"),
    "徵調": ("征调", "徵调", "requisition; the dictionary thinks of the musical note"),
    "祇有": ("只有", "祇有", "祇 is 只 but in 神祇"),
    "妳們": ("你们", "妳们", "a variant form of Taiwan that the dictionary lacks"),
    "牠們": ("它们", "牠们", "the same"),
    "値守": ("值守", "値守", "a variant form that the dictionary lacks"),
    "鄕鎮": ("乡镇", "鄕镇", "the same"),
}

SCRIPTS = {
    "关于法治政府建设情况的报告": "hans",
    "關於法治政府建設情況的報告": "hant",
    "紅河州": "hant",  # one sign in three characters
    "红河州": "hans",
    "乾安县": "hans",  # 乾 is of both scripts
    "甯洱县": "hans",
    "2021": "hans",  # no Chinese at all
    "": "hans",
    "\ud800\x00": "hans",  # damage
    "全面推进依法行政,加快建设法治政府。" * 20 + "《臺灣通史》": "hans",  # quotes a title
    "全面推进依法行政,加快建设法治政府。" * 3 + "朱镕基題": "hans",  # one sign in 57 characters
    "全面推进依法行政。" * 20
    + "全面推進依法行政,加快建設法治政府,關於報送總結。" * 4: "hant",  # mixed
    "全面推進依法行政,加快建設法治政府。" * 20 + "全面推进依法行政。" * 20: "hant",  # mixed, half
    "一、2021年 12 30 " * 20 + "關於報送總結的通知,設廳": "hant",  # mostly figures
}

FOLDED = {
    """推行"三项制度"和＂一网通办＂,5"屏""": """推行“三项制度”和“一网通办”,5"屏""",  # in pairs alone
    "推行“三项制度“和“一网通办“\n”五个一”": "推行“三项制度”和“一网通办”\n“五个一”",
    "“甲”与“乙“": "“甲”与“乙“",  # which is wrong cannot be told
    "落实<<行政处罚法>>、<条例>": "落实 《行政处罚法》 、《条例》",
    "《关于落实<法治纲要>的意见》": "《关于落实〈法治纲要〉的意见》",
    "首页>>年度报告,浓度<35微克、>3件,<br>": "首页>>年度报告,浓度<35微克、>3件,<br>",
    "一.成效\n(一).推进改革．印发文件3份.完成80%.\n开展督察.": (
        "一.成效\n(一).推进改革。印发文件3份。完成80%。\n开展督察。"
    ),  # dots for full stops, those behind markers stay
    "甲.乙.丙.丁。好。坏。行。": "甲.乙.丙.丁。好。坏。行。",  # beside as many 。 they are none
    "（一）受理１，２３４件": "(一)受理1,234件",
    "《“放管服”改革、‘证照分离’。》〔〕【】「」『』…—": "《“放管服”改革、‘证照分离’。》〔〕【】「」『』…—",
    "①⑴⒈Ⅰ㈠㎡℃‰": "①⑴⒈Ⅰ㈠㎡℃‰",  # markers and units stay
    "一、a\r\n二、b\rc\x85d": "一、a \n二、b\nc\nd",  # line ends of three systems and an old one
    "\x00\x07\ud800\U0001f600": "\x00\x07\ud800\U0001f600",  # controls and damage stay
    "⼀、⽴法⼯作": "一、立法工作",  # Kangxi radicals out of a PDF file
    "见乾安县於某、後某": "见乾安县於某、後某",  # simplified: names stay
    "全面推进依法行政,加快建设法治政府,持续优化法治化营商环境,不断提高依法行政能力和水平,关于國务院部署": (
        "全面推进依法行政,加快建设法治政府,持续优化法治化营商环境,不断提高依法行政能力和水平,关于国务院部署"
    ),  # a stray traditional character in a simplified text is still folded
    "關於⾨牌的設置（一）": "关于门牌的设置(一)",  # a radical of a traditional character
    "爲羣眾辦實事,衆籌": "为群众办实事,众筹",  # two ways to write each
    "㑮㞞,國國": "𫝈𪨊,国国",  # simplified characters beyond the first plane
    "𡞵國": "㛟国",  # traditional ones too
}

HOSTILE = (
    "“",
    "”甲",
    "“\n”",
    "<",
    "<条",
    '"',
    "一",
    "國",
    "國乾",
    "國著隨",
    "國於單",
    "\u00a0",
    "Ａ（",
    "\r\n",
    "\u200b",
    "⼀",
    "\U00020bb7",
    "\ud800國",
)

ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("國乾著覆徵於後鍾瞭沈藉\r\n\u00a0\u200b（１，％○–―⼀\ud800\x00一、。《》"),
    ),
    max_size=60,
)


@pytest.mark.parametrize("row", WIDTH, ids=lambda row: row.why[:30])
def test_each_row_of_forms_reads_its_example(row):
    """
    The row's example folds as the row says, with the script unknown.
    """
    written, folded = row.example

    assert fold(written).folded == folded
    assert set(written) & set(row.wide)
    assert width_table().items() >= row.pairs().items()


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row.words[:10])
def test_each_row_of_words_reads_its_example(row):
    """
    The row's example folds as the row says in a traditional text.
    """
    written, folded = row.example

    assert in_traditional_text(written) == folded
    assert any(word in written for word in row.pairs())


@pytest.mark.parametrize(("word", "reading"), own_words().items())
def test_each_word_of_ours_is_needed(word, reading):
    """
    No word stands in the table that the dictionary reads the same.
    """
    assert in_traditional_text(word) == reading
    assert len(word) == len(reading)
    assert ORACLE.convert(word) != reading or _kept_apart(word)


def test_traditional_seed_is_folded_as_by_opencc():
    """
    A real report folds exactly as the full conversion does.
    """
    document = fold(TRADITIONAL)

    assert document.script == "hant"
    assert document.folded == ORACLE.convert(TRADITIONAL)


@pytest.mark.parametrize("path", SIMPLIFIED, ids=lambda path: path.stem)
def test_simplified_seeds_stay_as_they_are(path):
    """
    Simplified characters are not touched.
    """
    text = path.read_text("utf-8")
    document = fold(text)

    assert document.script == "hans"
    assert re.findall("[\u4e00-\u9fff]", document.folded) == re.findall("[\u4e00-\u9fff]", text)


@pytest.mark.parametrize("phrase", [*TRICKY.split(), *DIFFERENCES])
def test_tricky_phrases_agree_with_opencc(phrase):
    """
    Every phrase folds as by the full conversion, but for the differences listed with reasons.
    """
    theirs = ORACLE.convert(phrase)
    ours, listed, _ = DIFFERENCES.get(phrase, (theirs, theirs, ""))

    assert theirs == listed
    assert in_traditional_text(phrase) == ours


def test_enough_phrases_are_compared():
    """
    The list is long and holds each phrase once.
    """
    phrases = TRICKY.split()

    assert len(phrases) >= 400
    assert not set(phrases) & set(DIFFERENCES)


def test_dictionary_phrases_agree_with_opencc():
    """
    All words of the dictionary itself fold as by the full conversion, unless we have a word in them.
    """
    differ = {
        word
        for word in _dictionary("TSPhrases")
        if in_traditional_text(word) != ORACLE.convert(word)
    }

    assert all(any(own in word for own in own_words()) for word in differ), differ


def test_signs_are_the_dictionary_s_traditional_characters():
    """
    The characters that tell the script are those that the dictionary changes and GB 2312 lacks.
    """
    signs = re.compile(f"[{SIGNS}]")
    expected = {
        char
        for char, simple in _dictionary("TSCharacters").items()
        if char != simple and char <= "\uffff" and not _in_gb2312(char)
    }

    assert set(signs.findall("".join(map(chr, range(0x10000))))) == expected


@pytest.mark.parametrize(("text", "script"), SCRIPTS.items())
def test_script_is_told_by_characters_of_traditional_script_alone(text, script):
    """
    A few traditional characters do not make a text traditional, one in fifty does.
    """
    assert fold(text).script == script


@pytest.mark.parametrize(("text", "folded"), FOLDED.items())
def test_folds(text, folded):
    """
    Forms, scripts and damage together.
    """
    assert fold(text).folded == folded


@given(ANY_TEXT)
def test_folding_keeps_length_and_text(text):
    """
    Offsets never move, and the only line break left is the line feed.
    """
    document = fold(text)

    assert document.text == text
    assert len(document.folded) == len(text)
    assert not set(document.folded) & set("\r\x0b\x0c\x85\u2028\u2029\u00a0\u3000\ufeff（１")
    assert document == fold(text)


@given(ANY_TEXT)
def test_folding_twice_changes_nothing_more(text):
    """
    What is folded has no form left to fold.
    """
    folded = simplifier().convert(fold("國" * (len(text) + 1) + text).folded)

    assert fold(folded).folded == folded


def test_every_entry_keeps_its_length():
    """
    No character becomes two, whatever the table.
    """
    assert all(len(char) == len(narrow) == 1 for char, narrow in width_table().items())
    assert all(len(word) == len(reading) for word, reading in own_words().items())


def test_a_missing_dictionary_is_named():
    """
    Where another package took the dictionary's place, the error says which one is needed.
    """
    with pytest.raises(ReadError, match="opencc-python-reimplemented") as caught:
        _dictionary("NoSuchDictionary")

    assert isinstance(caught.value, FazhiError)


def test_source_is_carried():
    """
    What is known of the origin goes into the document.
    """
    assert fold("一", {"name": "a.txt", "confidence": 1.0}).source == {
        "name": "a.txt",
        "confidence": 1.0,
    }


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_folding_is_linear(unit):
    """
    Ten times the text takes about ten times the time, however odd it is.
    """
    fold(unit)
    small = min(_seconds(unit * (100_000 // len(unit))) for _ in range(3))
    large = _seconds(unit * (1_000_000 // len(unit)))

    assert large < 40 * small + 0.2


def test_simplified_text_loads_neither_dictionary():
    """
    A fresh process folds a simplified text without opencc and jieba, and a traditional one too.
    """
    code = (
        "import sys, fazhi.text as t; a = t.fold('全面推进依法行政').folded;"
        "b = t.fold('關於覆議').folded; print(a, b, 'opencc' in sys.modules, 'jieba' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-W", "error", "-c", code],
        capture_output=True, check=True, text=True, encoding="utf-8",
    )  # fmt: skip

    assert done.stdout.split() == ["全面推进依法行政", "关于复议", "False", "False"]
    assert not done.stderr


def test_many_threads_fold_the_same():
    """
    The tables may be made by several threads at once.
    """
    simplifier.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        folded = set(pool.map(lambda _: fold(TRADITIONAL).folded, range(32)))

    assert len(folded) == 1


def in_traditional_text(phrase: str) -> str:
    """
    Fold *phrase* as part of a text that is surely traditional.
    """
    return fold(f"國。{phrase}。國").folded[2:-2]


def _kept_apart(word: str) -> bool:
    """
    Whether a word of ours only keeps a longer one from a shorter of ours (於潛鎮 from 於潛).
    """
    return any(other != word and other in word for other in own_words())


def _in_gb2312(char: str) -> bool:
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def _seconds(text: str) -> float:
    return cpu_seconds(lambda: fold(text))
