"""
Words of the field beside the dictionary: where a traditional character's reading hangs on its neighbour.
"""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple


class WordsRow(NamedTuple):
    """
    Traditional words that the dictionary leaves, misreads, or takes for a rare name.

    Attributes:
        words: ``"written=folded"``, divided by blanks; both sides of one length.
        example: A text and its folded form.
        source: Where the words are from and why the dictionary does not do.
    """

    words: str
    example: tuple[str, str]
    source: str

    def pairs(self) -> dict[str, str]:
        """
        Return each word as written with its folded form.
        """
        return dict(pair.split("=", 1) for pair in self.words.split())


WORDS = (
    WordsRow(
        words="覆議=复议 批覆=批复 覆核=复核 覆查=复查 覆審=复审 覆檢=复检 覆驗=复验 覆函=复函 覆試=复试 覆工=复工",
        example=("行政覆議案件批覆後覆核", "行政复议案件批复后复核"),
        source="行政复议法 and the document type 批复 (党政机关公文处理工作条例, art. 8); t2s keeps 覆 for 覆盖.",
    ),
    WordsRow(
        words="著力=着力 著眼=着眼 著手=着手 著重=着重 著實=着实 著想=着想 著急=着急 著落=着落 著陸=着陆"
        " 著裝=着装 著火=着火 著色=着色 著緊=着紧 執著=执着 沉著=沉着 沈著=沉着 附著=附着 膠著=胶着"
        " 穿著=穿着 衣著=衣着 黏著=黏着 著地=着地 不著=不着 著迷=着迷",
        example=(
            "著力推進,著眼長遠,沈著應對,成效顯著,著作權",
            "着力推进,着眼长远,沉着应对,成效显著,著作权",
        ),
        source="通用规范汉字表: 著 is 着 but in 著作, 著名, 显著; t2s keeps it everywhere.",
    ),
    WordsRow(
        words="隨著=随着 沿著=沿着 圍繞著=围绕着 圍著=围着 接著=接着 朝著=朝着 本著=本着 向著=向着 對著=对着"
        " 有著=有着 存在著=存在着 味著=味着 憑著=凭着 藉著=借着 面臨著=面临着 帶著=带着 順著=顺着 抱著=抱着"
        " 發揮著=发挥着 承擔著=承担着 肩負著=肩负着 影響著=影响着 關係著=关系着 標誌著=标志着 承載著=承载着"
        " 起著=起着 懷著=怀着 跟著=跟着 看著=看着 守著=守着 伴著=伴着 握著=握着 盯著=盯着 拿著=拿着",
        example=("隨著本著圍繞著目標,意味著進步", "随着本着围绕着目标,意味着进步"),
        source="The particle 着 after verbs of reports; t2s keeps 著.",
    ),
    WordsRow(
        words="規畫=规划 策畫=策划 企畫=企划 區畫=区划 畫分=划分 畫定=划定 畫清=划清 畫撥=划拨 謀畫=谋划",
        example=("發展規畫與行政區畫,畫定紅線", "发展规划与行政区划,划定红线"),
        source="The script of Taiwan writes 畫 for 劃; the dictionary has 計畫 and 籌畫 alone.",
    ),
    WordsRow(
        words="下沈=下沉 沈澱=沉淀 沈重=沉重 沈浸=沉浸 沈降=沉降 沈痛=沉痛 沈穩=沉稳 深沈=深沉 低沈=低沉 浮沈=浮沉"
        " 沈迷=沉迷 沈思=沉思 沈睡=沉睡",
        example=("力量下沈,沈浸式宣傳,瀋陽沈河區", "力量下沉,沉浸式宣传,沈阳沈河区"),
        source="沈 is a surname and 瀋 simplified; the dictionary has 沈沒 沈積 沈船 沈默 alone.",
    ),
    WordsRow(
        words="產業鍊=产业链 供應鍊=供应链 創新鍊=创新链 區塊鍊=区块链 人才鍊=人才链 鏈鍊=链链"
        " 鍊接=链接 全鍊=全链 補鍊=补链 強鍊=强链 延鍊=延链 證據鍊=证据链 生態鍊=生态链 鍊長=链长 訓鍊=训练",
        example=("產業鍊供應鍊鍊長制,鍛鍊,訓鍊", "产业链供应链链长制,锻炼,训练"),
        source="Wrong writing of 鏈 that is common in converted texts.",
    ),
    WordsRow(
        words="藉鑑=借鉴 藉鑒=借鉴 藉力=借力 藉用=借用 假藉=假借 藉勢=借势 藉調=借调",
        example=("藉鑑經驗,藉助平台,慰藉", "借鉴经验,借助平台,慰藉"),
        source="通用规范汉字表: 藉 (jiè) is 借; the dictionary has some words alone.",
    ),
    WordsRow(
        words="祇有=只有 祇能=只能 祇是=只是 祇要=只要 祇見=只见 祇得=只得 祇顧=只顾 祇好=只好 祇重=只重 不祇=不只"
        " 衹有=只有 衹能=只能 衹是=只是 衹要=只要 衹顧=只顾 衹好=只好 衹重=只重 不衹=不只",
        example=("祇要衹有堅持,神祇", "只要只有坚持,神祇"),
        source="通用规范汉字表: 祇 (zhǐ) and 衹 are 只; the dictionary has 衹得 and 衹見 alone.",
    ),
    WordsRow(
        words="乾安=乾安 乾州=乾州 乾務=乾务 乾潭=乾潭 乾佑=乾佑 乾西鄉=乾西乡 乾豐鎮=乾丰镇 乾德門=乾德门",
        example=("松原市乾安縣乾燥幹部若干", "松原市乾安县干燥干部若干"),
        source="Places of GB/T 2260 and townships that keep 乾; the dictionary has 乾縣 alone.",
    ),
    WordsRow(
        words="於單=于单 於其一=于其一 於則=于则 於倫=于伦 於惟一=于惟一 於穆=于穆 於邑=于邑 於坦=于坦 於敖=于敖"
        " 於琳=于琳 於戲=于戏 於乎=于乎 於潛=于潜 於潛鎮=於潜镇 於潛縣=於潜县",
        example=(
            "屬於單位的,位於穆棱市,基於倫理,由於潛在風險,於潛鎮",
            "属于单位的,位于穆棱市,基于伦理,由于潜在风险,於潜镇",
        ),
        source="Names of persons in the dictionary that also arise where 於 meets the next word.",
    ),
    WordsRow(
        words="徵調=征调 徵聲=征声 徵音=征音",
        example=("徵調物資,徵聲請人意見,宮商角徵羽", "征调物资,征声请人意见,宫商角徵羽"),
        source="Requisition, where the dictionary thinks of 徵 as the note of music.",
    ),
    WordsRow(
        words="値=值 靑=青 淸=清 硏=研 鄕=乡 緖=绪 衞=卫 敍=叙 隷=隶 凖=准 寜=宁 缐=线 尅=克 奨=奖 暱=昵"
        " 曡=叠 榖=谷 戸=户 妳=你 牠=它 躰=体 廻=回",
        example=("鄕鎮値守,硏究淸單,妳", "乡镇值守,研究清单,你"),
        source="Variant and Japanese forms that input methods yield; the dictionary lacks them.",
    ),
)


def own_words() -> dict[str, str]:
    """
    Return all words of the table with their folded forms.
    """
    return dict(chain.from_iterable(row.pairs().items() for row in WORDS))
