"""The words that a client's fields may hold, and the other words that mean the same.

``settle`` brings a word to the vocabulary of the contract; a word that is not known is refused with the
welcome ones, never guessed.
"""

import unicodedata
from collections.abc import Mapping
from typing import Final

from jobmatch.messages import said

EDUCATION: Final = ("小学", "初中", "高中", "中专", "大专", "本科", "硕士", "博士")
STATUS: Final = ("unemployed", "employed", "flexible", "new_graduate", "student", "retired")
DAYS: Final = ("weekday", "weekend", "any")
HOURS: Final = ("full", "part", "any")
CLARITY: Final = ("clear", "vague", "none")
CARE: Final = ("child", "elder", "sick")
GROUPS: Final = (
    "4050", "残疾", "低保", "零就业家庭", "失地", "高校毕业生", "刑满释放", "退役军人", "脱贫人口", "长期失业",
    "原住民",  # for whom the law of Taiwan keeps places
    "就业困难",  # rosters name it without saying which kind; it gives the monthly follow-up of document 123
)  # fmt: skip

# Each row: the word of the vocabulary, then what people write for it. Traditional forms stand beside.
_EDUCATION: Final = {
    "小学": "小学以下 小学及以下 小學 國小 国小 小學以下 小學及以下 文盲 半文盲 文盲半文盲 primary elementary",
    "初中": "初级中学 初中及以下 初中以下 初中毕业 國中 国中 "
    "初級中學 國中以下 國中及以下 国中及以下 juniorhigh juniorhighschool "
    "middleschool",
    "高中": "普通高中 高级中学 普高 高中毕业 高級中學 高中高職 highschool seniorhigh seniorhighschool "
    "highschooldiploma ged",
    "中专": "中專 中职 中職 中技 技校 技工 技工学校 "
    "技工學校 职高 職高 职业高中 職業高中 高職 高级职业学校 高級職業學校 綜合高中 高职学校 中等职业教育 中等专科 "
    "中等专业学校 职业中专 中专技校 中专中技 技校中专 职高中专 vocational vocationalschool",
    "大专": "大專 专科 專科 高职 高职高专 大学专科 "
    "大學專科 专科毕业 高等职业教育 高级技工 技师学院 二專 五專 大专毕业 "
    "大专专科 college associate juniorcollege diploma",
    "本科": "大学 大學 大学本科 大學本科 本科毕业 学士 學士 "
    "统招本科 全日制本科 大学毕业 本科学士 四技 二技 bachelor bachelors "
    "university undergraduate",
    "硕士": "碩士 研究生 硕士研究生 碩士研究生 研究所 碩士班 "
    "硕士毕业 mba 专业硕士 master masters graduate postgraduate",
    "博士": "博士研究生 博士毕业 博士后 博士後 博士班 phd doctor doctorate",
}
_STATUS: Final = {
    "unemployed": "失业 失業 待业 待業 未就业 未就業 无业 無業 "
    "登记失业 登记失业人员 失业人员 离职 離職 求职中 jobless notworking outofwork lookingforwork seekingwork jobseeker",
    "employed": "就业 已就业 就業 在职 在職 已就業 在岗 稳定就业 working",
    "flexible": "灵活就业 靈活就業 彈性就業 弹性就业 灵活就业人员 零工 打零工 freelance gig",
    "new_graduate": "应届 应届生 应届毕业生 應屆 應屆畢業生 "
    "高校毕业生 应届高校毕业生 毕业生 离校未就业 newgraduate graduate",
    "student": "学生 學生 在校 在校生 在读 在校学生",
    "retired": "退休 已退休 退休人员 離退休 离退休",
}
_DAYS: Final = {
    "weekday": "工作日 平日 周一至周五 週一至週五 平时 weekdays mon-fri",
    "weekend": "周末 週末 周六日 双休日 假日 weekends sat-sun",
    "any": "每天 天天 不限 都可以 均可 everyday alldays all daily mon-sun 每日 全部 任何一天",
}
_HOURS: Final = {
    "full": "全职 全職 全日 全日制 全天 全时 正式 fulltime full-time",
    "part": "兼职 兼職 半天 半日 非全日制 钟点 部分工时 小时工 零工 parttime part-time",
    "any": "不限 均可 都可以 全职或兼职 全职兼职均可 全兼职均可 either both",
}
_CLARITY: Final = {
    "clear": "清晰 明确 明確 清楚",
    "vague": "模糊 不清晰 不明确 不明確 不太清楚",
    "none": "无 無 没有 沒有 无目标 無目標 没有目标 不知道",
}
_CARE: Final = {
    "child": "孩子 小孩 子女 儿童 幼儿 孫子女 孙辈 孙子 孙女 外孙 外孙女 儿子 女儿 婴儿 宝宝 "
    "两娃 二娃 带孩子 照顾孩子 接送孩子 抚养孩子 children kids",
    "elder": "老人 父母 父亲 母亲 公婆 公公 婆婆 岳父 岳母 爷爷 奶奶 姥姥 姥爷 "
    "外公 外婆 长辈 長輩 照顾老人 赡养老人 elderly parents",
    "sick": "病人 患者 卧床 瘫痪 重病 家属患病 照顾病人 残疾家属 patient illness",
}
_GROUPS: Final = {
    "4050": "4050人员 40 50人员 大龄 大龄失业人员 大龄就业困难人员 四零五零 大龄人员 4045 "
    "中高龄 中高龄者 中高齡 中高齡者 高龄者 高齡者 older",
    "残疾": "残疾人 残疾人员 肢体残疾 视力残疾 听力残疾 言语残疾 智力残疾 精神残疾 多重残疾 "
    "殘疾 殘疾人 身心障礙 身心障碍 有残疾证 持证残疾人 disabled disability",
    "低保": "低保人员 低保户 低保家庭 最低生活保障 低保对象 低保家庭成员 享受低保 低收入戶 低收入户 lowincome",
    "零就业家庭": "零就业 零就业家庭成员 零就业家庭人员 零就業家庭 zeroemployment zeroemploymentfamily",
    "失地": "失地农民 被征地农民 被征地人员 失地农户 征地农转非人员 失地農民 landless",
    "高校毕业生": "高校畢業生 大学毕业生 应届毕业生 应届高校毕业生 "
    "离校未就业高校毕业生 未就业高校毕业生 毕业生 大学生 graduate",
    "刑满释放": "刑满释放人员 刑释人员 刑释解教 刑满释放解除社区矫正人员 更生人 刑滿釋放 exoffender",
    "退役军人": "退伍军人 退役士兵 转业军人 复员军人 军人 退役軍人 退除役官兵 榮民 退伍 veteran",
    "脱贫人口": "脱贫户 建档立卡 建档立卡贫困户 贫困户 脱贫劳动力 脱贫家庭 脱貧人口 脫貧人口 贫困人口",
    "长期失业": "长期失业人员 失业一年以上 连续失业一年以上 長期失業 登记失业一年以上 longtermunemployed",
    "原住民": "原住民族 原住民身分 原住民身份 具原住民身分 具原住民身份 indigenous aboriginal",
    # With the last two lines those whom Taiwan's Employment Service Act (art. 24) names beside the groups above.
    "就业困难": "就业困难人员 就业困难群体 就业困难对象 困难人员 就業困難 employmentdifficulty "
    "特定對象 特定对象 獨力負擔家計 獨力負擔家計者 独力负担家计 独力负担家计者 二度就業婦女 二度就业妇女 二度就業 "
    "中低收入戶 中低收入户 家庭暴力被害人 新住民 外籍配偶",
}


_LONGEST_DETAIL: Final = 30  # a longer text is a story
# 低保边缘户 has no 低保, 退役军人家属 has not served, 低保（已退出） has it no more.
_NOT_OF_IT: Final = (
    "边缘", "邊緣", "家属", "家屬", "亲属", "親屬", "子女", "配偶", "遗属", "已退", "退出", "取消", "注销", "停发",
    "已停", "不", "没有", "非",
)  # fmt: skip
_SAYS_NO: Final = ("无", "無", "否", "x", "no")


def fold(word: str) -> str:
    """A word without width, case, spaces and the marks around it.

    >>> fold(" 大学（本科） ")
    '大学本科'
    """
    return "".join(c for c in unicodedata.normalize("NFKC", word).lower() if c.isalnum())


def _by_word(vocabulary: tuple[str, ...], synonyms: Mapping[str, str]) -> dict[str, str]:
    table = {fold(word): word for word in vocabulary}
    for word, others in synonyms.items():
        table |= {fold(other): word for other in others.split()}
    return table


TABLES: Final[dict[str, tuple[tuple[str, ...], dict[str, str]]]] = {
    name: (words, _by_word(words, synonyms))
    for name, words, synonyms in (
        ("education", EDUCATION, _EDUCATION),
        ("status", STATUS, _STATUS),
        ("days", DAYS, _DAYS),
        ("hours", HOURS, _HOURS),
        ("clarity", CLARITY, _CLARITY),
        ("care", CARE, _CARE),
        ("groups", GROUPS, _GROUPS),
    )
}


def settle(name: str, word: str) -> str | None:
    """The vocabulary's word for ``word``, or None where it is not known.

    >>> settle("education", "技校"), settle("education", "專科"), settle("hours", "全职")
    ('中专', '大专', 'full')
    >>> settle("education", "太空学院") is None
    True

    A group may be followed by its details:

    >>> settle("groups", "残疾（下肢三级）"), settle("groups", "低保户(2024)"), settle("groups", "低保边缘户")
    ('残疾', '低保', None)
    """
    table = TABLES[name][1]
    found = table.get(fold(word))
    return _by_beginning(fold(word), table) if found is None and name == "groups" else found


def _by_beginning(folded: str, table: Mapping[str, str]) -> str | None:
    """The group of a longer text that begins with its name; who only stands near to one is none of it."""
    if len(folded) > _LONGEST_DETAIL or folded.endswith(_SAYS_NO) or any(mark in folded for mark in _NOT_OF_IT):
        return None
    for size in range(len(folded) - 1, 1, -1):
        if not folded[:size].isdecimal() and folded[:size] in table:
            return table[folded[:size]]
    return None


def welcome(name: str) -> str:
    """The words that are welcome, in one line, for a remedy: as people say them in the language in force.

    >>> welcome("status")
    '失业 就业 灵活就业 应届毕业生 学生 退休'
    """
    field = "care_duties" if name == "care" else name
    return " ".join(said(f"value.{field}.{word}") or word for word in TABLES[name][0])
