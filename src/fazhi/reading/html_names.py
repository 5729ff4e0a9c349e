"""
How the elements of government pages are called: ids and classes of articles, titles, furniture.

Names are compared in lower case without ``-``, ``_`` and digits at the end, so that
``article-content``, ``article_content`` and ``articleContent`` are one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class NameRow(NamedTuple):
    """
    Ids and classes that mean the same.

    Attributes:
        names: Folded names.
        source: What makes such pages, or where public programs that read government sites look
            for them.
        examples: The names as pages write them.
    """

    names: tuple[str, ...]
    source: str
    examples: tuple[str, ...]


# Elements that hold an article and little else. Names that any wrapper may have (content, main,
# article, detail, text) are not among them: the density of the text finds those.
CONTENT = (
    NameRow(
        ("trseditor", "trseditorview", "trsueditor", "trspreappend"),
        "TRS WCM and its editors: Taiyuan, Datong, Changsha, Zhongshan, Jiyuan, Nanjing",
        ("TRS_Editor", "trs_editor_view", "TRS_UEDITOR", "TRS_PreAppend"),
    ),
    NameRow(
        ("customunionstyle",),
        "TRS WCM, inside its editor: Gansu, Jiangxi, Xiamen",
        ("Custom_UnionStyle",),
    ),
    NameRow(
        ("ucapcontent",),
        "UCAP of the central government's portal: State Council, Yuncheng, Sanya, Xinji",
        ("UCAP-CONTENT", "ucapcontent"),
    ),
    NameRow(("pagescontent",), "State Council, Luoyang, Changsha", ("pages_content",)),
    NameRow(
        ("zoom", "fontzoom", "dozoom", "zoomty"),
        "the element that the font size buttons change: Beijing, Hebi, Xiangtan, Jining, Ankang",
        ("zoom", "Zoom", "fontzoom", "doZoom", "zoomTY"),
    ),
    NameRow(
        ("vsbcontent", "vbscontent", "vnewscontent"),
        "VSB (Visual SiteBuilder): universities and towns, Linyi",
        ("vsb_content", "vsb_content_502", "vbs_content_2", "v_news_content"),
    ),
    NameRow(("wparticlecontent",), "Sudy WebPlus", ("wp_articlecontent",)),
    NameRow(
        ("ewbarticlecontent", "ewbarticleinfo"),
        "Epoint: Yingkou and the trading centres of many cities",
        ("ewb-article-content", "ewb-article-info"),
    ),
    NameRow(("easysitenewstext",), "EasySite: customs, Beijing", ("easysite-news-text",)),
    NameRow(("ivscontent",), "Shanghai and its districts", ("ivs_content",)),
    NameRow(("btcontent",), "Hanweb: Jiangsu, Zhejiang, Beijing", ("bt_content",)),
    NameRow(("whxc",), "Wuhai", ("wh_x_c",)),
    NameRow(("bodylabel",), "ASP.NET templates of counties", ("BodyLabel",)),
    NameRow(
        ("articlecontent", "articlecon", "articlebody", "artcon", "artcont", "articledetails"),
        "Jiaxing, Zhengzhou, Tianjin, Sanmenxia, Xinzhou, Changzhi, Jinan, Weihai, Cangzhou",
        ("article-content", "articlecon", "article-body", "art_con", "articleDetails"),
    ),
    NameRow(
        ("newscontent", "newscontenttext", "newsconparse", "newscon", "newsbodytxta"),
        "Lhasa, Xinjiang's environment department, Sanya, Zhengzhou, Binzhou, foreign ministry",
        ("NewsContent", "news_content_text", "newsconParse", "News_Body_Txt_A"),
    ),
    NameRow(
        ("xxgkcontent", "xxgkcont", "zfxxgkcontent", "zfxxgkzwcontent", "gkzncon", "gknbxqdetail"),
        "pages of information to be made public: Ji'an, Weihai, Lhasa, Cangzhou, Xinjiang",
        ("xxgk_content", "xxgkcont", "zfxxgk_zw_content", "gk_zn_con", "gknbxq_detail"),
    ),
    NameRow(
        ("xlcontent", "xlcont", "xlxqnr", "xlxlcont", "wzxqnr", "xxxqtextcont"),
        "细览, 详情: Beijing, Sichuan, Xiangtan, Chenzhou, Luoyang, Zhongshan",
        ("xl_content", "xl_cont", "xl-xqnr", "xlxlcont", "wzxqnr", "xxxq_text_cont"),
    ),
    NameRow(
        ("divzhengwen", "zhengwen", "zwnr", "nrcontent", "nrtxt", "nrp"),
        "正文, 内容: Beijing, Zaozhuang, Sichuan, Taiyuan, Hengshui",
        ("div_zhengwen", "zwnr", "nrcontent", "nrtxt", "nr_P"),
    ),
    NameRow(
        ("contenttext", "contenttextbox", "contxt", "maintext", "textmain", "jfontcontent"),
        "Jinhua, Lüliang, Liuzhou, Shangqiu, Jinzhong, Ji'an, Huaibei, Huangshan",
        ("contentText", "contentTextBox", "conTxt", "mainText", "text-main", "j-fontContent"),
    ),
    NameRow(
        ("condetail", "detailcontent", "detailscontent", "infocontent", "wzcon", "lsarticleinfo"),
        "Jiyuan, Beijing, Zibo, Yuncheng, Huangshan, Huaibei",
        ("con-detail", "detailContent", "details-content", "info_content", "ls-article-info"),
    ),
    NameRow(("jscontent",), "articles of WeChat accounts, saved", ("js_content",)),
)

TITLE = (
    NameRow(
        ("articletitle", "pagestitle", "newstitle", "contenttitle", "detailtitle", "texttitle"),
        "State Council, Ji'an and others",
        ("article-title", "pages-title", "news_title", "contentTitle", "text-title"),
    ),
    NameRow(
        ("title", "tit", "biaoti", "zhengcebiaoti", "bt", "wztit", "showtitle", "nrbt", "ftheme"),
        "Beijing, Zaozhuang, Sichuan and others",
        ("title", "tit", "zhengcebiaoti", "wztit", "show_title", "nrbt", "ftheme"),
    ),
    NameRow(
        ("ivstitle", "xxgknbxqtitle", "whxlt", "itemtitle", "ti", "easysitenewstitle"),
        "Shanghai, statistics bureau, Wuhai, Sudy WebPlus, State Council",
        ("ivs_title", "xxgkNbXqTitle", "wh_xl_t", "item_title", "ti", "easysite-news-title"),
    ),
)

# What stands inside an article's element without being of it; each name is a whole part of an id
# or class, with anything behind it.
FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:bds?hare|share|jiathis|social|print|toolbar|related|xg(?:xw|lj|wz|bd|jd|nr|yd)"
    r"|pagination|page-?nav|fenye|prev|next|qrcode|ewm|erweima|breadcrumb|crumbs?|nav|menu|footer|foot"
    r"|copyright|sidebar|pages-date|article-?info|info-?(?:bar|source)|fontsize-?box|hidden-?title)"
    r"(?![a-z]{4,}content)",
    re.IGNORECASE,
)

_NAMES = {
    **{name: "title" for row in TITLE for name in row.names},
    **{name: "content" for row in CONTENT for name in row.names},
}
_BETWEEN = str.maketrans("", "", "-_")


@lru_cache(maxsize=4096)
def role_of(names: str) -> str:
    """
    Return what the id or the classes *names* say of an element.

    Returns:
        ``"content"``, ``"title"``, ``"furniture"`` or ``""``.
    """
    found = {_NAMES.get(fold_name(name)) for name in names.split()}
    for role in ("content", "title"):
        if role in found:
            return role
    return "furniture" if FURNITURE.search(names) else ""


def fold_name(name: str) -> str:
    """
    Return an id or class as the tables write it.
    """
    return name.lower().translate(_BETWEEN).rstrip("0123456789")
