"""Posts for who leaves school this year or has just left it (应届, 2025届, 校招), and those open to others as well.

All functions read a folded text in lower case.
"""

from typing import Final

from jobmatch.patterns import late
from jobmatch.text.clauses import clause_after, clause_before, is_denied

_YEAR: Final = r"(?<!\d)(?:20)?[12]\d ?届"
_IN_TEXT: Final = late(
    r"(?:仅|只|限|仅限|只招|只限|面向|针对)[^,;。]{0,10}(?:应届|届)[^,;。]{0,8}|20\d\d ?届[^,;。0-9]{0,30}毕业生"
    r"|20\d\d ?届(?:统招|全日制)*(?:大专|专科|本科|硕士|博士|研究生)[^,;。0-9]{0,8}学历|统招应届"
)
# A title: a campaign at universities, but no work on it (校招专员); a year of leaving school; 应届 by itself.
_CAMPAIGN: Final = late(r"校招|校园招(?:聘|募)|[秋春]招(?!商)")
_OF_STAFF: Final = late(
    r"(?:校招|校园招(?:聘|募))[^,;。()\[\]【】]{0,4}(?:专员|主管|经理|负责人|顾问|运营|讲师|助理|hr|大使|兼职|策划|项目)"
    r"|(?:社招|社会招聘)[、/和及&]|[、/和及&](?:社招|社会招聘)|负责"
)
_LEAVERS: Final = late(rf"应届|{_YEAR}")
_TOO: Final = late(
    r"优先|亦可|也可|均可|皆可|可投|可以|不限|都可|及往届|和往届|往届|欢迎|接受|接收|佳"
    r"|可(?:招|收|用|考虑)?(?:优秀)?应届|初级|无经验|有经验|转行|小白|社招"
    r"|\d\d[/、]\d\d[/、]\d\d ?届|应届以上|[/+、]应届|应届(?:毕业生?|生)?[/+、]"  # one of several words, or years
)
# Others come as well: 应往届均可, 想转行的也可以.
_OTHERS: Final = late(r"往届|转行|跨行|社会人士|社会招聘|社招|在职人员")
_NO_OTHERS: Final = late(r"[^,;。\n]{0,6}(?:勿|免|不(?:考虑|招|收|接受)|除外)")
# Who trains with a school may do so here: 可配合校外实习.
_MAY_TRAIN: Final = late(r"可(?:以)?(?:配合|接受|提供|安排|协助|兼)?[^,;。/()\[\]]{0,4}实习")


def for_graduates_only(title: str, text: str) -> bool:
    """Whether only who leaves school about now is sought; ``text`` may hold the title.

    >>> for_graduates_only("java开发工程师(2025届校招)", ""), for_graduates_only("", "2022届计算机类相关专业本科毕业生")
    (True, True)

    Who is welcome as well is not the only one, and who recruits at universities is no graduate.

    >>> [for_graduates_only(title, "") for title in ("程序员(应届生优先)", "校园招聘专员", "ui设计(可应届)")]
    [False, False, False]
    >>> for_graduates_only("应届生", "应往届毕业生均可")
    False
    """
    if _CAMPAIGN.search(title) and not _OF_STAFF.search(title):
        return True
    if "届" not in text and "届" not in title:
        return False
    if _LEAVERS.search(title) and not _TOO.search(title) and not is_open_to_others(text):
        return True
    for found in _IN_TEXT.finditer(text):
        around = clause_before(text, found.start(), 4) + found[0] + clause_after(text, found.end(), 8)
        if not _TOO.search(around):
            return True
    return False


def is_open_to_others(text: str) -> bool:
    """Whether who has left school before, or comes from other work, is sought as well.

    >>> is_open_to_others("应往届毕业生或者想转行人士也可以参与"), is_open_to_others("往届勿投")
    (True, False)
    """
    return any(
        not (is_denied(text, found.start()) or _NO_OTHERS.match(text, found.end())) for found in _OTHERS.finditer(text)
    )


def may_train(title: str) -> bool:
    """Whether a title only offers that a student may train there (可配合校外实习).

    >>> may_train("兼职服务员(可配合校外实习)"), may_train("实习生")
    (True, False)
    """
    return bool(_MAY_TRAIN.search(title))
