"""Everything a posting asks of a person, from its text and columns in one reading."""

import re
from datetime import date
from itertools import islice
from typing import Final

from jobmatch.records.requirements import Requirements, Years
from jobmatch.text.clauses import clause_after, clause_before, is_wish, longest_read
from jobmatch.text.dates import parse_date
from jobmatch.text.education import parse_education
from jobmatch.text.experience import parse_experience
from jobmatch.text.fold import fold
from jobmatch.text.numerals import chinese_number

_MOST_MAJORS: Final = 12  # longer lists are a faculty, not a choice
_YOUNGEST: Final = 16  # 劳动法 第15条; younger ages in a posting are those of children it is about
_LAWFUL: Final = 18  # a lower bound up to here is the law's (劳动法 第58条), above it the employer's
_AGES: Final = re.compile(r"(?<!\d)(\d{2}) ?(?:周?岁)? ?(?:-+|~|—+|–|至|到|以上) ?[,至]?(\d{2}) ?周?岁(?!以上)")
_AGE_MOST: Final = re.compile(
    r"(?:(?:不超过|不大于|小于|低于|不得超过|最大|上限) ?(\d{2}) ?周?岁|(?<!\d)(\d{2}) ?周?岁(?:\(含\))?(?:及|或"
    r"|\(含\))?(?:以下|以内|之内|之下|内))"
)
_AGE_LEAST: Final = re.compile(
    r"(?:年?满|大于|不小于|不低于)? ?(?<!\d)(\d{2}) ?周?岁(?:\(含\))?(?:及|或|\(含\))?(?:以上|起)|年?满 ?(\d{2}) ?周?岁"
)
_OTHER_AGES: Final = re.compile(r"平均|老人|长者|客户|顾客|儿童|学员|宝宝|孩子|幼儿|小朋友|面向|团队|同事|员工")
_OPENINGS: Final = re.compile(
    r"(?:招聘?|招募|招收|名额|人数|需求|缺额|诚聘|急聘|录用)[^\d一二两三四五六七八九十,;。]{0,8}(\d{1,4}"
    r"|[一二两三四五六七八九十]{1,3})(?: ?[-~] ?\d{1,4})? ?(?:名|人|位)(?!以上)"
)
_UNTIL: Final = re.compile(r"截止|截至|报名时间|招聘有效期|收件|应聘时间|有效期至|deadline|apply by")
_DAY: Final = re.compile(r"\d{2,4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
_GRADUATES: Final = re.compile(
    r"(?:仅|只|限|仅限|只招|只限|面向|针对)[^,;。]{0,10}(?:应届|届)[^,;。]{0,8}|20\d\d ?届[^,;。0-9]{0,12}毕业生"
)
_GRADUATES_TOO: Final = re.compile(r"优先|亦可|也可|均可|皆可|可投|可以|不限|都可|及往届|和往届|往届|欢迎|接受|佳")
_MAJOR: Final = re.compile(
    r"专业(?!知识|技能|能力|化|人|团队|水平|素|服|性|的|培|术|经验|级|不限|基础|理论|资格|证|课|精神|从|公司|领域|技|工具|软件|要求|方向|[:：])"
)
_MAJOR_LIST: Final = re.compile(r"专业(?:要求|方向|范围)?[:： ]+([^,;。:!?\d]{2,60})")
_MAJOR_SPLIT: Final = re.compile(r"[、/和及或与等()\[\]【】\d:.]|\s+")
_MAJOR_TRIM: Final = re.compile(
    r"^(?:.*(?:学历|以上|毕业于|学士|硕士|要求|学位|毕业|有|为))|(?:类|相关|相近|专业|大类|方向|背景)+$"
)
_NOT_MAJOR: Final = re.compile(
    r"的|完成|打造|制作|培养|提供|拥有|协助|负责|熟悉|优先|经验|本科|大专|专科|能力|具备|不限|其他|其它|公司"
)
# What majors are called; a word before 专业 that has none of these is no major (一流专业, 我们专业).
_MAJOR_WORD: Final = re.compile(
    r"学$|工程|技术|科$|管理|计算机|软件|信息|电子|通[信讯]|自动化|统计|机械|机电|土木|建筑|会计|财[务经会]|金融|经济|经管|营销|法律|语$|中文|"
    r"新闻|传媒|传播|广告|设计|美术|艺术|动画|医|药|护理|临床|生物|化工|材料|环境|食品|农|林|畜牧|教育|学前|心理|体育|音乐|物流|仓储|供应链|"
    r"电商|商务|贸易|旅游|酒店|烹饪|汽车|交通|地理|测绘|能源|电力|电气|控制|仪器|数控|模具|焊接|纺织|服装|文秘|行政|人力|社会|公共|数据|网络|"
    r"影视|摄影|编导|播音|工商|审计|税|保险|投资|消防|安全|给排水|暖通|造价|园|水产|航空|船舶|轨道|规划|房地产|物业|康复|检验|影像|口腔|美容|家政|养老|师范"
)
_ENGLISH: Final = re.compile(r"英语|英文|cet-?[46]|多益|toeic|雅思|托福|english")
_ENGLISH_NEED: Final = re.compile(
    r"[46四六]级|流利|熟练|良好|读写|沟通|听说|能力|口语|水平|必须|精通|fluent|required|cet|多益|toeic|雅思|托福|基础"
)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(chinese_number(word))


def _about_others(text: str, found: re.Match[str]) -> bool:
    around = clause_before(text, found.start(), 10) + clause_after(text, found.end(), 8)
    return bool(_OTHER_AGES.search(around))


def _first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first age that a posting asks of the person and not tells of others."""
    return next((found for found in pattern.finditer(text) if not _about_others(text, found)), None)


def _ages(text: str) -> tuple[int | None, int | None]:
    if "岁" not in text:
        return None, None
    both = _first(_AGES, text)
    if both and _YOUNGEST <= int(both[1]) < int(both[2]):
        return int(both[1]), int(both[2])
    least, most = _first(_AGE_LEAST, text), _first(_AGE_MOST, text)
    low = int(least[1] or least[2]) if least else None
    high = int(most[1] or most[2]) if most else None
    return (low if low and low >= _YOUNGEST else None), (high if high and high > _LAWFUL else None)


def _openings(text: str) -> int | None:
    if not any(word in text for word in ("招", "名额", "人数", "需求", "缺额", "诚聘", "急聘", "录用")):
        return None
    found = _OPENINGS.search(text)
    return _number(found[1]) or None if found else None


def _closes_on(text: str) -> date | None:
    for word in _UNTIL.finditer(text):
        days = _DAY.findall(clause_after(text, word.end(), 60))
        if days:
            last = days[-1].replace(" ", "")
            # 115年 is a year of the Republic (Taiwan), as parse_date reads with its name before it
            return parse_date(last if re.match(r"20\d\d", last) else f"民国{last}")
    return None


def _graduates_only(text: str) -> bool:
    if "届" not in text:
        return False
    for found in _GRADUATES.finditer(text):
        around = clause_before(text, found.start(), 4) + found[0] + clause_after(text, found.end(), 8)
        if not _GRADUATES_TOO.search(around):
            return True
    return False


def _majors(text: str) -> tuple[str, ...]:
    said: list[str] = []
    for found in islice(_MAJOR.finditer(text), _MOST_MAJORS):
        said.extend(_MAJOR_SPLIT.split(clause_before(text, found.start(), 40)))
    for found in islice(_MAJOR_LIST.finditer(text), _MOST_MAJORS):
        said.extend(_MAJOR_SPLIT.split(found[1]))
    named = dict.fromkeys(_MAJOR_TRIM.sub("", word.strip(" \"'*-·")).strip() for word in said)
    return tuple(word for word in named if _is_major(word))[:_MOST_MAJORS]


def _is_major(word: str) -> bool:
    return 2 <= len(word) <= 10 and bool(_MAJOR_WORD.search(word)) and not _NOT_MAJOR.search(word)


def _english(text: str) -> bool | None:
    for found in _ENGLISH.finditer(text):
        after = clause_after(text, found.end(), 14)
        if _ENGLISH_NEED.search(found[0] + after) and not is_wish(text, found.end()):
            return not re.match(r"(?:不限|不要求|无要求)", after)
    return None


def _settle(column: str | None, text: str) -> tuple[int | None, bool]:
    """The schooling asked: the column's, else the text's; and whether the two differ.

    A column of 不限 is what many forms fill in by themselves: a text that asks for a degree outweighs it.
    """
    told, read = parse_education(column) if column else None, parse_education(text)
    return (told or read if read is not None else told), told is not None and read is not None and told != read


def _settle_years(column: str | None, text: str) -> tuple[Years | None, bool]:
    """The years asked: the column's, else the text's; and whether the text asks for more than the column, or for none.

    Fewer years in the text are those of one part of the work: 五年以上, of them 两年 with databases.
    """
    told, read = parse_experience(column) if column else None, parse_experience(text)
    if told is None or read is None:
        return told or read, False
    return told, read.min > told.min or (read.min == 0 < told.min)


def read_requirements(
    text: str, *, education: str | None = None, experience: str | None = None, age: str | None = None
) -> Requirements:
    """What a posting asks; ``education``, ``experience`` and ``age`` are its own columns, which win over the text.

    >>> asked = read_requirements("招3人,大专及以上学历,机电、自动化等相关专业,18-45岁,两年以上工作经验")
    >>> asked.education, asked.years, asked.age_min, asked.age_max, asked.openings, asked.majors
    (4, 2.0, 18, 45, 3, ('机电', '自动化'))

    A lower bound that the law sets is told from an age limit; ages of clients or children are not asked.

    >>> read_requirements("年满18周岁").age_min_lawful, read_requirements("教3-6岁儿童").age_min
    (True, None)

    A column and a text that differ are named.

    >>> read_requirements("要求本科以上学历", education="大专").conflicts
    ('education',)
    """
    folded = fold(text[: longest_read()]).lower()
    rung, rungs_differ = _settle(education, folded)
    years, years_differ = _settle_years(experience, folded)
    told, read = _ages(fold(age).lower()) if age else (None, None), _ages(folded)
    low, high = told[0] or read[0], told[1] or read[1]
    ages_differ = bool(age) and any(a and b and a != b for a, b in zip(told, read, strict=True))
    differ = (("education", rungs_differ), ("experience", years_differ), ("age", ages_differ))
    return Requirements(
        education=rung,
        years=years.min if years else None,
        years_max=years.max if years else None,
        age_min=low,
        age_max=high,
        age_min_lawful=low is not None and low <= _LAWFUL,
        openings=_openings(folded),
        closes_on=_closes_on(folded),
        graduates_only=_graduates_only(folded),
        majors=_majors(folded),
        english=_english(folded),
        conflicts=tuple(name for name, differs in differ if differs),
    )
