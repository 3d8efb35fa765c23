"""Jobs that one posting names with a number of persons each: 焊工3名、管工2名, on lines of their own, or 各1名."""

import re
from typing import Final, NamedTuple

from jobmatch.patterns import late, led
from jobmatch.spoken import number_of
from jobmatch.text.clauses import clause_before

NUMBER: Final = r"(?:\d{1,4}(?!人力)|[一二两三四五六七八九十百]{1,5})[来多几]?"
_LABEL: Final = r"(?P<job>(?:[a-z]\d{1,2}|[^\d,;。、:\n()/ ]){1,14}?)"
_UNIT: Final = r"(?:名|个?人|位|个)(?!以上|份|次|间|组|力|额|牌|片|[一二两三四]?[班轮])"
_START: Final = (
    r"(?:(?<=[,;。、:\n】\])和及/])|(?<=[\n;。:】]\d)|(?<=\d[.、)])"
    r"|(?<=[\d一二两三四五六七八九十][名人位个])(?: |(?=[^\d\W]))|^) ?"
)
_ENDS: Final = (
    r"(?:[员工师士]|师傅|司机|保安|保洁|文员|助理|岗位?|厨|店长|会计|医生|学徒|干部|协管|值守|保姆|月嫂|阿姨"
    r"|客服|导医|文秘|出纳"
    r"|前台|领班|主管|经理|组长|班长|机长|助手|主持人|摄像|老师|帮手|顾问|代表|专员|技师|店员|收银|库管|仓管"
    r"|打荷|洗碗|传菜|跟车|带教"
    r"|教练|工人|护工|绿化|巡查|质检|采购|运营|设计)"
)
# One of a list without a break: X2名、Y1名. What stands in brackets is taken out before.
_ITEM: Final = rf"{_LABEL}[: ]?共? ?(?P<n>{NUMBER})(?: ?[-~至到] ?(?P<most>{NUMBER}))? ?(?P<unit>{_UNIT})"
_LISTED: Final = late(
    rf"{_START}{_ITEM}(?=[,;。、\n 及和:/]|[^\W\d]{{0,4}}(?:{_ENDS}|[英日俄韩法德]语|[早中晚白夜]班)"
    rf"{NUMBER} ?[名人位个]|$)"
)
# 招两名司机,一名跟车: the numbers in front.
_AHEAD: Final = late(
    rf"(?:招聘?|聘|[急诚]招|急需|要|缺|差|请|找|募|^"
    rf"|\n) ?(?P<n>{NUMBER}) ?[名位个](?P<job>[^\d,;。、\n]{{1,10}}?)[,、和及]"
    rf" ?(?P<n2>{NUMBER}) ?[名位个](?P<job2>[^\d,;。、\n]{{1,10}}?)(?=[,;。、\n]|$)"
)
# 烤串师傅1,服务员2: no 名, so that only words for who works there will do.
_BARE: Final = late(
    rf"{_START}(?P<job>[^\d,;。、:\n()/ ]{{0,10}}{_ENDS})[:*x×]?(?P<n>\d{{1,2}})个?"
    rf"(?=[,;。\n ]|、[^\d,;。、\n]{{0,10}}{_ENDS}\d|$)"
)
_WHO: Final = late(rf"{_ENDS}(?:\d)?$")
_GAP: Final = late(r"[,、;。\n和及/ ]{0,2}(?:\d[.、)])? ?$")
_BRACKETS: Final = late(r"\((?!(?:各|共)? ?[\d一二两三四五六七八九十-]{1,5} ?[名人位个]\))[^()\n]{0,60}\)")
_UNWRAP: Final = late(r"\(((?:各|共)? ?[\d一二两三四五六七八九十-]{1,5} ?[名人位个])\)")
_PARTED: Final = late(r"[、/和及与,]|(?<=班)")
_OTHERS: Final = late(
    r"现有|已有|拥有|(?:[我本][们院厂店司校]|公司|目前)有|在[职岗编册校](?!教育)|其中|每[班组桌天日次人个]"
    r"|团队(?![长主经])"
    r"|学[员生](?!顾问|管|处|工|科|会|服务|事务|食堂|宿舍)|注册(?:人|在|的|资本)|客户(?!经理|专员|服务|主管"
    r"|代表)|人间|宿舍(?!管|阿姨|保洁|值班)"
    r"|候补|备取|合伙|推荐|家庭(?!医|教|护|保|服务|司机|厨)|老人(?!护|院|照|陪|看)|业主(?!助|服)|住户|幼儿(?!教"
    r"|园|老师|保育|英语|体)|入围"
    r"|参加|职称|配备|不少于|超过|前\d|一[桌组车家]|党员|粉丝|会员(?!顾|客|专|经|服|管|运)|现任|服务(?!员|生"
    r"|人员|岗|台|顾|专|经|中心|区|站|保)"
)
# A list of them tells what the employer has.
_STAFF: Final = late(r"在[职岗编册](?!教育)|现有|(?:^|公司|现)员工$|^(?:有|拥有)(?!经验|证)")
_PART_OF: Final = late(
    r"^(?:其中|[白夜早中晚日]班|男[性士生工]?|女[性士生工]?|本科|大专|硕士|共计?|合计|总计|总共|一共|全部)$"
)
_SEEKS: Final = late("^(?:[急诚现拟]?(?:招聘?|聘)|急?[需找要缺])")
_SHIFT: Final = late("^[白夜早中晚日]班$")
_TOTAL: Final = late(
    r"(?:人员|员工|教师|老师|职工|人才|干部|护士|医生|临时工|工人|毕业生|岗位|职位|名额|人数)$|^(?:招聘?|现招"
    r"|急招|计划)"
)
_ENUMERATED: Final = late(r"(?:^|[\n,;。、 ])2 ?[.、,)]")
_COUNTED: Final = r"[\d一二两三四五六七八九十] ?(?:名|个?人|位|个(?![月小工字性别体税星钟以半]))"
_TWICE: Final = late(rf"{_COUNTED}[^\0]*?{_COUNTED}")
_BARE_SIGN: Final = led(  # sought from the number, with a word of at most three signs and a mark before it
    r"\d{1,2}(?!\d)(?=个?(?:[,;。\n ]|$))", rf"{_ENDS}[:*x×]?\d{{1,2}}个?(?:[,;。\n ]|$)", before=4
)
_EACH: Final = late(
    rf"(?:^|(?<=[;。:\n\d]))(?P<jobs>[^\d;。:\n()]{{0,24}}?)各(?:招|需|要|聘)? ?(?P<n>{NUMBER}) ?{_UNIT}"
)


class JobNumber(NamedTuple):
    """A job and how many are sought for it; ``least`` and ``most`` of a range."""

    job: str
    least: int
    most: int


def job_numbers(folded: str) -> list[JobNumber]:
    r"""The jobs that a folded text names with a number each; empty where there are not several.

    >>> [(one.job, one.least) for one in job_numbers("现招:焊工5名(有证)、管工2名,打磨工两名")]
    [('焊工', 5), ('管工', 2), ('打磨工', 2)]
    >>> [(one.job, one.least) for one in job_numbers("主管、领班各1名")]
    [('主管', 1), ('领班', 1)]

    Those who work there already are not sought, and of a whole its parts are not counted again.

    >>> job_numbers("有博士12名、高级工程师55名")
    []
    >>> [one.least for one in job_numbers("叉车工6名:夜班4名、白班2名。\n制冷工2名:有证")]
    [6, 2]
    """
    each = "各" in folded
    several = bool(_TWICE.search(folded))
    if not (each or several or _BARE_SIGN.search(folded)):
        return []
    text = _UNWRAP.sub(r"\1", _BRACKETS.sub("", folded)) if "(" in folded else folded
    found = (_of_each(text) if each else []) + ((_listed(text) or _ahead(text)) if several else [])
    found = found or bare_numbers(text)
    return found if len(found) > 1 else []


def _listed(text: str) -> list[JobNumber]:
    """Those of lists without a break, and elsewhere those that are words for who works there."""
    runs: list[list[re.Match[str]]] = []
    for found in _LISTED.finditer(text):
        if runs and _GAP.fullmatch(text, runs[-1][-1].end(), found.start("job")):
            runs[-1].append(found)
        else:
            runs.append([found])
    jobs: dict[str, JobNumber] = {}
    parts: list[JobNumber] = []
    for run in runs:
        if not (_is_of_others(text, run[0]) or any(_STAFF.search(one["job"]) for one in run)):
            kept = [one for one in run if not _OTHERS.search(one["job"]) and not _PART_OF.search(one["job"].strip())]
            jobs |= {_SEEKS.sub("", one["job"].strip()): _job(one) for one in kept if _counts(one, len(run))}
            parts += [_job(one) for one in run if _SHIFT.search(one["job"].strip())]
    if not jobs:
        return parts  # 早班2人、晚班3人 of no whole
    return _without_total(list(jobs.values()), apart=len(runs) > 1 and len(runs[0]) == 1)


def _counts(found: re.Match[str], together: int) -> bool:
    """Whether it is a job: one of a list, or a word for who works there; 个 counts all things."""
    return bool((together > 1 and found["unit"] != "个") or _WHO.search(found["job"].strip()))


def _is_of_others(text: str, first: re.Match[str]) -> bool:
    return bool(_OTHERS.search(clause_before(text, first.start("n"), 20)))


def _without_total(jobs: list[JobNumber], *, apart: bool) -> list[JobNumber]:
    """The same without a number that is that of all the others: 工作人员4名, 文员1名, 司机3名."""
    jobs = [one for at, one in enumerate(jobs) if not any(_is_same(one, other) for other in jobs[:at])]
    total = sum(one.least for one in jobs)
    whole = [one for one in jobs if one.least * 2 == total and len(jobs) > 2]
    told = [one for one in whole if _TOTAL.search(one.job) or (apart and one is jobs[0])]
    return [one for one in jobs if one not in told[:1]]


def _is_same(one: JobNumber, other: JobNumber) -> bool:
    """Whether two names are one job's, which a title tells and the text again: 拉面师傅1名, 兰州拉面师傅一个."""
    short, long = sorted((_SEEKS.sub("", one.job), _SEEKS.sub("", other.job)), key=len)
    return len(short) > 2 and long.endswith(short) and one.least == other.least


def bare_numbers(text: str) -> list[JobNumber]:
    """Jobs with a bare number behind them, where it is no number of a list of points.

    >>> bare_numbers("做饭阿姨1,会煲汤"), bare_numbers("招护士1,大专 2,有证")
    ([JobNumber(job='做饭阿姨', least=1, most=1)], [])
    """
    if not _BARE_SIGN.search(text) or _ENUMERATED.search(text):
        return []
    return [_job(one) for one in _BARE.finditer(text) if not _OTHERS.search(one[0])]


def _ahead(text: str) -> list[JobNumber]:
    """The first two of which the numbers stand in front."""
    found = _AHEAD.search(text)
    if not (found and _WHO.search(found["job"]) and _WHO.search(found["job2"])) or _OTHERS.search(found[0]):
        return []
    return [JobNumber(found[job], _count(found[n]), _count(found[n])) for job, n in (("job", "n"), ("job2", "n2"))]


def _of_each(text: str) -> list[JobNumber]:
    """文员、会计各1名: as many as are named right before it; behind a comma two."""
    jobs = []
    for found in _EACH.finditer(text):
        if not _OTHERS.search(found["jobs"]) and "男女" not in found["jobs"]:
            apart = found["jobs"].endswith(",")
            named = [part for part in _PARTED.split(found["jobs"]) if part]
            parts = ["", ""] if apart and len(found["jobs"]) > 1 else named if len(named) > 1 and not apart else []
            jobs += [JobNumber(part, _count(found["n"]), _count(found["n"])) for part in parts]
    return jobs


def _job(found: re.Match[str]) -> JobNumber:
    least = _count(found["n"])
    return JobNumber(found["job"].strip(), least, max(least, _count(found.groupdict().get("most") or found["n"])))


def _count(word: str) -> int:
    return int(number_of(word))
