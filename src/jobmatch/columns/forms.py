"""The forms by which headings are compared, and what a heading says of the unit.

A heading is matched by its folded form: without width, case, spaces, punctuation and Traditional forms. What
stands in brackets (``最低工资（元/月）``) is left out of the match and kept as the unit.
"""

import unicodedata
from functools import lru_cache
from typing import Final

from jobmatch.patterns import late

# Only the characters that headings are made of; the full table is the business of text/.
TRADITIONAL: Final = str.maketrans(
    "職稱務師資間時發佈單業學歷歲經驗點區縣鄉鎮號碼證書電話聯絡繫員類別擇無勞動給薪酬"
    "詳細說項條內選優應徵聘負責專長語型態級數備註開關閉結標題編輯網頁連總與體檢補貼輪"
    "崗門產種費獎勵殘疾離從願範圍達預計構團隊術轉屆畢駕駛執齡婚姻狀況親屬遷現視監護審"
    "節礙輩"
    "來個傭僱價冊創劃參問喫報場實對導層帶幣幫幹幾廠後慮戶掙撫擔據擬敗於會機檔沒準滿獲"
    "當確稅穩簡籤紀紹絕統綜緊線緯續羣薦裏裡訊訓記訪評詞試課調談讀貨貫質贍蹤車輛辦過遞"
    "遠適還郵鋪錄錢鍵鏈際險難順額顧養餘饋麼鏈"
    "朮牠係迴乾唸脩傢睏証週彆榦箇製閤髮噹曆錶瞭嚮穫簽麵齣纔",
    "职称务师资间时发布单业学历岁经验点区县乡镇号码证书电话联络系员类别择无劳动给薪酬"
    "详细说项条内选优应征聘负责专长语型态级数备注开关闭结标题编辑网页连总与体检补贴轮"
    "岗门产种费奖励残疾离从愿范围达预计构团队术转届毕驾驶执龄婚姻状况亲属迁现视监护审"
    "节碍辈"
    "来个佣雇价册创划参问吃报场实对导层带币帮干几厂后虑户挣抚担据拟败于会机档没准满获"
    "当确税稳简签纪绍绝统综紧线纬续群荐里里讯训记访评词试课调谈读货贯质赡踪车辆办过递"
    "远适还邮铺录钱键链际险难顺额顾养余馈么链"
    "术它系回干念修家困证周别干个制合发当历表了向获签面出才",
)
_BRACKETS: Final = late(r"[(（\[【{〔「《][^()（）\[\]【】{}〔〕「」《》]{0,80}[)）\]】}〕」》]")
_UNIT_WORDS: Final = r"(?:元|千|万|k|公里|km|岁|年|人)"
_UNIT_IN_BRACKETS: Final = late(r"[(\[{]\s?(?:单位:)?([^()\[\]{}]{0,12}?" + _UNIT_WORDS + r"[^()\[\]{}]{0,8})[)\]}]")
_UNIT_AT_END: Final = late(r"/\s?([^()\[\]{}/]{0,4}" + _UNIT_WORDS + r"(?:/[月年天日时]|/小时)?)\s?$")
_NUMBERED: Final = late(
    r"^\s*[*＊#]*\s*(?:\d{1,3}\s*[.、．)）:：]|[(（]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.])\s*"
)


@lru_cache(maxsize=4096)
def fold_heading(heading: str) -> str:
    """The form by which headings are compared.

    >>> fold_heading("＊薪　資 待遇（元/月）"), fold_heading("State.Name"), fold_heading("1、姓  名")
    ('薪资待遇', 'statename', '姓名')

    A heading that stands in brackets altogether is kept:

    >>> fold_heading("（备注）")
    '备注'
    """
    whole = plain(heading)
    return letters(without_brackets(_NUMBERED.sub("", whole))) or letters(whole)


def plain(heading: str) -> str:
    """A heading with signs of full width as plain ones."""
    return unicodedata.normalize("NFKC", heading)


def without_brackets(heading: str) -> str:
    """A heading without what stands in brackets."""
    return _BRACKETS.sub("", heading)


def letters(text: str) -> str:
    """Letters and digits alone, in lower case and simplified."""
    return "".join(c for c in text.lower().translate(TRADITIONAL) if c.isalnum())


def heading_unit(heading: str) -> str | None:
    """What a heading says of the unit, as written: ``元/月``, ``万``, ``公里``; None where it says nothing.

    >>> heading_unit("最低工资（元/月）"), heading_unit("月薪/千元"), heading_unit("岗位名称（必填）")
    ('元/月', '千元', None)
    """
    whole = plain(heading).lower()
    found = _UNIT_IN_BRACKETS.search(whole) or _UNIT_AT_END.search(whole)
    return found[1].strip() if found else None


def names_of(heading: str) -> tuple[str, ...]:
    """By which names a mapping may mean a column: its heading, or of two header rows the second alone; folded.

    >>> names_of("招聘岗位/条件要求"), names_of("薪资（元/月）")
    (('招聘岗位条件要求', '条件要求'), ('薪资',))
    """
    bare = without_brackets(heading)
    return tuple(dict.fromkeys((fold_heading(heading), fold_heading(bare.rpartition("/")[2]))))
