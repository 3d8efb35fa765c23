"""How many persons a posting seeks, told from how many the employer has."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.patterns import late
from jobmatch.spoken import ENGLISH, number_of
from jobmatch.text.asked.job_numbers import bare_numbers, job_numbers
from jobmatch.text.clauses import clause_before
from jobmatch.text.translation import Translation

_N: Final = r"(?P<n>\d{1,4}(?!人力)|[一二两三四五六七八九十百]{1,5})[来多几]?"
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
    rf"男[^\d,;。\n男女宿厕卫浴]{{0,4}}?{_N} ?(?:名|个?人|个"
    rf"|位)[,、;和 ]{{0,2}}女[^\d,;。\n男女宿厕卫浴]{{0,6}}?(?P<f>\d{{1,3}}"
    rf"|[一二两三四五六七八九十]{{1,3}}) ?(?:名|人|个|位)"
)
# 两男一女, 男2女3
_SHORT_SEXES: Final = late(
    r"(?<![\d第])(?P<n>\d|[一二两三四五六]) ?[名个]?(?:男|女)(?:[性士生工]|的)?[,、 ]?(?P<f>\d"
    r"|[一二两三四五六]) ?[名个]?(?:男|女)(?![^,;。\n]{0,5}[儿子孩童娃宝朋])"
    r"|男[工生]?(?P<n2>\d)[,、 ]?女[工生]?(?P<f2>\d)(?![\d岁周以.米%])"
)
_EACH: Final = late(rf"男女[^\d,;。\n]{{0,4}}各 ?{_N} ?(?:名|人|个|位|(?=[,;。\n]|$))")
# 夫妻工2对, 找一对夫妻看门: two each.
_COUPLES: Final = late(
    r"(?:招|聘|找|要|请|需|缺|^|[,;。\n])[^,;。\n]{0,6}?(?:夫[妻妇](?:工|档)?(?P<n>[\d一二两三四五六]) ?对"
    r"|(?P<n2>[\d一二两三四五六]) ?对夫[妻妇])"
)
_without_formal: Final = Translation(str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十"))
_PEOPLE: Final = late(
    rf"(?:要|差|缺|共|招|招满|请|找|急招|再招|来|雇|聘|(?<![每人桌户有无年])限|(?<![要需请])求) ?{_N} ?"
    rf"(?:个?(?:人(?!以上|份|次|间|组|一|力)|名(?!额|牌|片))"
    r"|个(?=[^\d,;。\n]{0,8}(?:的|[员工师士妹哥姐]|师傅|司机|阿姨|保姆|学徒|帮手|伙计|服务|助理|老师|保洁|保安"
    r"|文员|会计|出纳|洗碗|收银|前台|客服|杂工|小工|帮工|人)(?:[,;。\n ]|[今明后]天|马上|立[即刻]"
    r"|$)|[,;。\n]|$))"
)
_PIECES: Final = late(rf"(?:招聘?|聘|要|请|缺|差)[^\d一二两三四五六七八九十,;。\n]{{1,8}}{_N} ?个(?=[,;。\n、 ]|$)")
_FIELD: Final = late(
    rf"(?<!组)(?<!队)(?<!理)(?<!班)(?:招聘数量|岗位数量|人数|名额|职缺数|招聘计划|缺额|限额|要人|招人)"
    rf"(?:就剩|[仅只还]剩|[仅只还]有|为|是|共|:"
    rf"| )*{_N}{_RANGE} ?(?:名|人|位|个)?(?!\d"
    rf"|[-~]?[元%年月天.、)]|以上)"
)
_FIELD_OF_PERSONS: Final = late(
    rf"(?:需求|岗位数?量?|职缺|空缺|缺额|招收|[首本]批|第一批|替班|顶岗|职数|(?<![产销库存货])数量"
    rf"|人 数)(?:为|是|共|:| )*{_N}{_RANGE} ?(?:名|人|位|个)(?!\d|以上|月|工作)"
)
_PLACES: Final = late(rf"{_N} ?个(?:名额|空缺|缺(?!点|陷)|职缺|坑位?)(?!编)")
# One job and its number at the beginning of a clause: 仓管员1名; several are read by job_numbers.
_JOB: Final = late(
    rf"(?:^|[,;。、:\n和及] ?|\d[.、)] ?)[^\d,;。、:\n]{{0,12}}?(?:[员工师士]|师傅|司机|保安|保洁|文员|助理|岗位?|厨"
    rf"|店长|会计"
    rf"|医生|学徒|干部|协管|值守|保姆|月嫂|阿姨)[:： ]?\(?(?:各|共)?{_N} ?(?:名|人|位|个)\)?(?=[,;。、\n (及和]|$)"
)
# 河道巡查4人, 夜里装车6个人: the first words of the text and nothing else.
# The posts of an office, and who is admitted of those who are put on a list: 编制3人; 正取1名,备取2名.
_POSTS: Final = late(rf"(?:^|[,;。、\n:)] ?|\d[.)] ?)编制(?:人数|数)?[:为 ]{{0,2}}{_N} ?[人名](?=[,;。\n(]|$)")
_MOST_POSTS: Final = 20  # more is the size of the office
_ADMITTED: Final = late(rf"正取[:： ]?{_N}")
_VERB: Final = late("招(?!生)|诚聘|急聘|征[求聘]|缺")
_FIRST: Final = late(rf"(?:^|\n)[^\d,;。:\n]{{2,10}}?(?<![第每班组桌]){_N} ?(?:名|个?人)(?=[,;。\n]|$)")
_ALONE: Final = late(rf"(?:^|[,;。\n] ?|\d[.、)] ?)需?要?{_N}{_RANGE} ?(?:名|人|位)(?:即可)?(?=[,;。\n]|$)")
_ENGLISH_N: Final = rf"(?P<n>\d{{1,4}}(?!人力)|{ENGLISH}|a couple of)"
_ENGLISH: Final = late(
    rf"\b(?:hiring|seeking|recruiting|looking for|looking to (?:hire|add)|needs?|wants?|requires?|taking on"
    rf"|after) (?:a further |up to "
    rf"|another )?{_ENGLISH_N} (?:\(\d+\) )?(?!years?|months?|days?"
    rf"|hours?|%|\+)[a-z]"
    rf"|\b(?:openings?|vacancies|positions?|headcount|hc|number of (?:openings|positions"
    rf"|vacancies))(?: available)? ?[:=-]? ?{_ENGLISH_N.replace('?P<n>', '?P<m>')}\b"
    rf"|(?<![\d-])\b{_ENGLISH_N.replace('?P<n>', '?P<k>')}(?: ?- ?\d{{1,3}})? (?:[a-z-]+ ){{0,3}}(?:openings"
    rf"|vacancies|positions(?: available)?"
    rf"|needed|wanted|posts(?= ?[,.;\n]| available)|roles available|spots|hires)\b"
)
_SOME: Final = late(r"(?:需求|人数|名额|数量|计划|招聘?)[:为 ]{0,3}若干")  # several, nobody says how many
_TITLE: Final = late(r"(?:^|[^a-z\d])[x×*] ?(?P<n>\d{1,3})(?:\W|$)|\b(?P<m>\d{1,2}) ?[x×] [a-z]")
_OTHERS: Final = late(
    r"现有|已有|拥有|员工(?!\d)|团队|公司(?!招)|我司(?!招)|我们有|规模|带领|管理(?!员|岗|师|人员)|服务(?!员|生|人员"
    r"|岗)|客户(?!经理|专员)|学员|学生|班级|每班|每组|每桌|接待(?!员)|成员|家庭|一家|宿舍|人间|业主|住户|老师带|推荐"
    r"|在[职岗编册校]|注册(?:人|在|的)|[有名]博士|有硕士|职称|(?:[我本][们院厂店司校]|公司|目前)有|介绍|邀请"
    r"|候补|备取|储备人员|带$|下属|座|班额|编制|合伙|(?:不少于|超过|以上|(?<!招)满|约|近|达)[^一-鿿]{0,2}$"
)
# Looks before the long ones: a number of persons, one that ends its item, words of a field, English words.
_COUNTED: Final = late(r"[\d一二两三四五六七八九十百][来多几]? ?个?[名人位员个]")
_LISTED: Final = late(r"[\d一二两三四五六七八九十百][来多几]? ?个?[名人位个]\)?(?:[,;。、\n (及和]|$)")
_FIELD_WORDS: Final = ("人数", "名额", "招聘数量", "岗位数量", "职缺数", "招聘计划", "缺额", "要人", "招人", "限额")
_ENGLISH_SIGN: Final = late(
    r"hiring|seeking|recruit|looking|need|want|opening|vacanc|position|headcount|posts|roles|spots|hires|hc"
    r"|requir|taking on|after"
)
_MOST: Final = 2000  # of one posting; more is a firm's size


def _number(word: str) -> int:
    return 2 if word == "a couple of" else int(number_of(word))


def _plain(text: str) -> str:
    return _without_formal(text.replace("俩", "两个").replace("仨", "三个"))


def find_openings(folded: str) -> int | None:
    """How many a folded text seeks, of a range the lower end; None where it does not say.

    >>> find_openings("急招两名分拣工"), find_openings("名额3-5人"), find_openings("we need 4 drivers")
    (2, 3, 4)

    Several jobs with a number each are sought together.

    >>> find_openings("仓管员1名,叉车司机2名"), find_openings("我司现有高级工程师20名")
    (3, None)
    """
    folded = _plain(folded)
    both = _of_sexes(folded) if "男" in folded and "女" in folded else _of_couples(folded) if "对" in folded else None
    if both:
        return _believed(both)
    admitted = _ADMITTED.search(folded) if "正取" in folded else None
    if admitted:
        return _believed(_number(admitted["n"]))
    jobs = job_numbers(folded)
    if jobs:
        return _believed(sum(one.least for one in jobs))
    counts = _of_one_job(folded)
    return counts[0][0] if counts else None


def _of_sexes(text: str) -> int | None:
    """Men and women with a number each, together."""
    found = _SEXES.search(text) or _EACH.search(text) or _SHORT_SEXES.search(text)
    if not found:
        return None
    said = found.groupdict()
    least = said["n"] or said["n2"]
    return _number(least) + _number(said.get("f") or said.get("f2") or least)


def _of_couples(text: str) -> int | None:
    found = _COUPLES.search(text) if "夫" in text else None
    return 2 * _number(found["n"] or found["n2"]) if found else None


def headcounts(folded: str) -> list[tuple[int, int]]:
    """The numbers that a folded text seeks, each from its least to its greatest.

    >>> headcounts("招聘保洁员3-5名"), headcounts("仓管员1名,叉车司机2名"), headcounts("50人的团队")
    ([(3, 5)], [(1, 1), (2, 2)], [])
    """
    folded = _plain(folded)
    jobs = job_numbers(folded)
    return [(one.least, one.most) for one in jobs] or _of_one_job(folded)


def _of_one_job(folded: str) -> list[tuple[int, int]]:
    if "若干" in folded and _SOME.search(folded):
        return []
    for pattern in _worth_a_look(folded):
        counts = [_ends(found) for found in pattern.finditer(folded) if not _of_others(found, folded)]
        if counts:
            return [one for one in counts if _believed(one[0])]
    posts = _POSTS.search(folded) if "编制" in folded else None
    if posts and _number(posts["n"]) <= _MOST_POSTS:
        return [_ends(posts)]
    bare = bare_numbers(folded)
    if bare:
        return [(one.least, one.most) for one in bare]
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
        yield _JOB
    if counted:
        yield from (_PEOPLE, _PLACES)
    if listed:
        yield from (_ALONE, _FIRST)


def _ends(found: re.Match[str]) -> tuple[int, int]:
    low = _number(found["n"])
    high = found.groupdict().get("most")
    return low, max(low, _number(high)) if high else low


def _of_others(found: re.Match[str], text: str) -> bool:
    """Whether the number is of people whom nobody seeks; for whom a job is kept stands before the verb: 家庭招1名."""
    before = clause_before(text, found.start("n"), 14)
    verbs = list(_VERB.finditer(before))
    return bool(_OTHERS.search(before[verbs[-1].start() :] if verbs else before))


def _believed(number: int) -> int | None:
    return number if 0 < number <= _MOST else None
