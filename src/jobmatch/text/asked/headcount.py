"""How many persons a posting seeks, told from how many the employer has."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.patterns import late
from jobmatch.text.clauses import clause_before
from jobmatch.text.numerals import chinese_number

_N: Final = r"(?P<n>\d{1,4}(?!人力)|[一二两三四五六七八九十]{1,3})"
_RANGE: Final = r"(?: ?[-~至到] ?(?P<most>\d{1,4}|[一二两三四五六七八九十]{1,3}))?"
_SEEK: Final = (
    r"(?:招聘|招募|招收|招考|招录|招|名额|人数|需求|缺额|诚聘|急聘|急需|聘|录用|录取|征|请|找|需要?|缺|选聘|选用"
    r"|聘用|补充|增补|开发)"
)
# 招聘保洁员5名, 急要水电工3名, 缺配班老师一名: a verb, the work, the number
_SOUGHT: Final = late(
    rf"{_SEEK}[^\d一二两三四五六七八九十,;。\n]{{0,12}}{_N}{_RANGE} ?(?:名|人|位|个人|员)(?!以上|间|次|天|月|元|团队)"
)
# 服务员1个, 10个: only behind a verb and the work, as 个 counts all things
_SEXES: Final = late(
    rf"男[性士生工]{{0,2}} ?{_N} ?(?:名|人|个|位)[,、;和 ]{{0,2}}女[性士生工]{{0,2}} ?(?P<f>\d{{1,3}}"
    rf"|[一二两三四五六七八九十]{{1,3}}) ?(?:名|人|个|位)"
)
_EACH: Final = late(rf"男女[^\d,;。\n]{{0,4}}各 ?{_N} ?(?:名|人|个|位)")
_PEOPLE: Final = late(
    rf"(?:要|差|缺|共|招|招满|请|找|急招|再招) ?{_N} ?(?:个?(?:人(?!以上|份|次|间|组|一|力)|名(?!额|牌|片))"
    r"|个(?=[^\d,;。\n]{0,8}(?:的|[员工师士妹哥姐]|师傅|司机|阿姨|保姆|学徒|帮手|伙计|服务|助理|老师|人)(?:[,;。\n ]"
    r"|$)|[,;。\n]|$))"
)
_PIECES: Final = late(rf"(?:招聘?|聘|要|请|缺|差)[^\d一二两三四五六七八九十,;。\n]{{1,8}}{_N} ?个(?=[,;。\n、 ]|$)")
_FIELD: Final = late(
    rf"(?<!组)(?<!队)(?<!理)(?<!班)(?:招聘数量|岗位数量|人数|名额|职缺数|招聘计划)(?:为|是|共|:"
    rf"| )*{_N}{_RANGE} ?(?:名|人|位|个)?(?!\d"
    rf"|[-~]?[元%年月天.、)]|以上)"
)
_FIELD_OF_PERSONS: Final = late(
    rf"(?:需求|岗位数?量?|职缺|空缺|缺额|招收)(?:为|是|共|:| )*{_N}{_RANGE} ?(?:名|人|位|个)(?!\d|以上|月|工作)"
)
# 仓管员1名,叉车司机2名: jobs with their numbers, each at the beginning of its clause
_JOBS: Final = late(
    rf"(?:^|[,;。、:\n和及] ?|\d[.、)] ?)[^\d,;。、:\n]{{0,12}}?(?:[员工师士]|师傅|司机|保安|保洁|文员|助理|岗位?|厨"
    rf"|店长|会计"
    rf"|医生|学徒|干部|协管|值守|保姆|月嫂|阿姨)[:： ]?\(?(?:各|共)?{_N} ?(?:名|人|位|个)\)?(?=[,;。、\n (及和]|$)"
)
_ALONE: Final = late(rf"(?:^|[,;。\n] ?|\d[.、)] ?){_N}{_RANGE} ?(?:名|人)(?=[,;。\n]|$)")
_ENGLISH_N: Final = r"(?P<n>\d{1,4}(?!人力)|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
_ENGLISH: Final = late(
    rf"\b(?:hiring|seeking|recruiting|looking for|need|want) (?:a further )?{_ENGLISH_N} (?!years?|months?|days?"
    rf"|hours?|%|\+)[a-z]"
    rf"|\b(?:openings?|vacancies|positions?|headcount|number of (?:openings|positions"
    rf"|vacancies))(?: available)? ?[:=-]? ?{_ENGLISH_N.replace('?P<n>', '?P<m>')}\b"
    rf"|\b{_ENGLISH_N.replace('?P<n>', '?P<k>')} (?:[a-z-]+ ){{0,3}}(?:openings|vacancies|positions(?: available)?"
    rf"|needed|wanted)\b"
)
_TITLE: Final = late(r"(?:^|\W)[x×*] ?(?P<n>\d{1,3})(?:\W|$)|\b(?P<m>\d{1,2}) ?[x×] [a-z]")
_WORDS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
                 "ten": 10, "twelve": 12, "twenty": 20}  # fmt: skip
_OTHERS: Final = late(
    r"现有|已有|拥有|员工(?!\d)|团队|公司(?!招)|我司(?!招)|我们有|规模|带领|管理(?!员|岗|师|人员)|服务(?!员|生|人员"
    r"|岗)|客户(?!经理|专员)|学员|学生|班级|每班|每组|每桌|接待(?!员)|成员|家庭|一家|宿舍|人间|业主|住户|老师带|推荐"
    r"|介绍|邀请|候补|备取|储备人员|座|班额|编制|合伙|(?:不少于|超过|以上|(?<!招)满|约|近|达)[^一-鿿]{0,2}$"
)
# Looks before the long ones: a number of persons, one that ends its item, words of a field, English words.
_COUNTED: Final = late(r"[\d一二两三四五六七八九十] ?个?[名人位员个]")
_LISTED: Final = late(r"[\d一二两三四五六七八九十] ?[名人位个]\)?(?:[,;。、\n (及和]|$)")
_FIELD_WORDS: Final = ("人数", "名额", "招聘数量", "岗位数量", "职缺数", "招聘计划")
_ENGLISH_SIGN: Final = late(r"hiring|seeking|recruit|looking|need|want|opening|vacanc|position|headcount")
_MOST: Final = 2000  # of one posting; more is a firm's size


def _number(word: str) -> int:
    if len(word) == 2 and not word.isascii() and "十" not in word:
        word = word[0]  # 两三个: the lower end
    return _WORDS[word] if word in _WORDS else int(word) if word.isdigit() else int(chinese_number(word))


def _plain(text: str) -> str:
    return text.replace("俩", "两个").replace("仨", "三个")


def find_openings(folded: str) -> int | None:
    """How many a folded text seeks, of a range the lower end; None where it does not say.

    >>> find_openings("急招两名分拣工"), find_openings("名额3-5人"), find_openings("we need 4 drivers")
    (2, 3, 4)

    Several jobs with a number each are sought together.

    >>> find_openings("仓管员1名,叉车司机2名"), find_openings("我司现有高级工程师20名")
    (3, None)
    """
    folded = _plain(folded)
    both = (_SEXES.search(folded) or _EACH.search(folded)) if "男" in folded else None
    if both:
        return _believed(_number(both["n"]) + _number(both.groupdict().get("f") or both["n"]))
    jobs = _jobs(folded)
    if len(jobs) > 1:
        return _believed(sum(_number(found["n"]) for found in jobs))
    counts = _of_one_job(folded)
    return counts[0][0] if counts else None


def headcounts(folded: str) -> list[tuple[int, int]]:
    """The numbers that a folded text seeks, each from its least to its greatest.

    >>> headcounts("招聘保洁员3-5名"), headcounts("仓管员1名,叉车司机2名"), headcounts("50人的团队")
    ([(3, 5)], [(1, 1), (2, 2)], [])
    """
    folded = _plain(folded)
    jobs = _jobs(folded)
    return [_ends(found) for found in jobs] if len(jobs) > 1 else _of_one_job(folded)


def _of_one_job(folded: str) -> list[tuple[int, int]]:
    for pattern in _worth_a_look(folded):
        counts = [_ends(found) for found in pattern.finditer(folded) if not _of_others(found, folded)]
        if counts:
            return [one for one in counts if _believed(one[0])]
    english = (_ENGLISH.search(folded) if _ENGLISH_SIGN.search(folded) else None) or _TITLE.search(folded[:60])
    number = _number(next(filter(None, english.groupdict().values()))) if english else 0
    return [(number, number)] if _believed(number) else []


def _worth_a_look(folded: str) -> Iterator[re.Pattern[str]]:
    """The patterns of which a text may hold one, in the order in which they count."""
    counted, listed = _COUNTED.search(folded), _LISTED.search(folded)
    fields = any(word in folded for word in _FIELD_WORDS)
    if counted:
        yield _SOUGHT
    if fields:
        yield _FIELD
    if counted:
        yield from (_FIELD_OF_PERSONS, _PIECES)
    if listed:
        yield _JOBS
    if counted:
        yield _PEOPLE
    if listed:
        yield _ALONE


def _jobs(text: str) -> list[re.Match[str]]:
    """The different jobs that are named with a number each."""
    if not _LISTED.search(text):
        return []
    found = [one for one in _JOBS.finditer(text) if not _of_others(one, text)]
    return list({one[0].strip(" ,;。、:"): one for one in found}.values())


def _ends(found: re.Match[str]) -> tuple[int, int]:
    low = _number(found["n"])
    high = found.groupdict().get("most")
    return low, max(low, _number(high)) if high else low


def _of_others(found: re.Match[str], text: str) -> bool:
    return bool(_OTHERS.search(clause_before(text, found.start("n"), 14)))


def _believed(number: int) -> int | None:
    return number if 0 < number <= _MOST else None
