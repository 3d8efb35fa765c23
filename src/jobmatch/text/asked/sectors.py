"""The lines of business in which a posting asks for experience: 須具備IT產業銷售經驗, 需有房地产行业背景."""

import re
from functools import lru_cache
from typing import Final

from jobmatch.patterns import late
from jobmatch.text.clauses import longest_read
from jobmatch.text.fold import fold_lines
from jobmatch.text.work.fields import field_of
from jobmatch.text.work.trades import WAYS, trades_of

_ASKED: Final = late(
    r"(?:须|需|要求|具备|具有|应有|应具|具|有)[^,;。\n()]{0,12}?(?P<sector>[a-z\u4e00-\u9fff/、]{2,12}?)"
    r"(?:产业|行业|业界)[^,;。\n()]{0,12}?(?:经验|背景|经历)[^,;。\n()]{0,12}"
)
_ONLY_WELCOME: Final = late(
    r"优先|尤佳|为佳|更佳|佳$|加分|优势|最好|者优|不限|不拘|均可|亦可|也可|欢迎|无需|不需|无须|或"
)
# What names no line of business but that of the posting itself.
_NONE: Final = late(r"(?:同|本|该|各|多|跨|相关|类似|其[他它]|不同|专业|这个?|所在|任何?|某|传统|数据相关)*")
_BEFORE: Final = late(
    r"^(?:.*[年月](?:及?以上|左右)?|.*(?:具备|具有|一定的?|丰富的?|经验|经历)|至少|以上|的|有|在|从事|相关|对|曾|等)+"
)
_PARTS: Final = late("[、/]|等$")
_LONGEST: Final = 6  # signs of the name of a line of business


@lru_cache(maxsize=1024)
def sectors_asked(text: str) -> tuple[str, ...]:
    """The lines of business in one of which experience is a condition; empty where none is, or it is only welcome.

    >>> sectors_asked("5. 須具備IT產業銷售經驗2~5年(資安尤佳)"), sectors_asked("需有2年以上互联网/金融行业背景")
    (('it',), ('互联网', '金融'))

    >>> sectors_asked("有相关行业经验"), sectors_asked("有互联网行业经验者优先"), sectors_asked("")
    ((), (), ())
    """
    for found in _ASKED.finditer(fold_lines(text[: longest_read()]).lower()):
        parts = [_BEFORE.sub("", part) for part in _PARTS.split(_BEFORE.sub("", found["sector"]))]
        named = tuple(part for part in parts if 1 < len(part) <= _LONGEST and not _NONE.fullmatch(part))
        if named and not _ONLY_WELCOME.search(found[0]):
            return named
    return ()


def is_of_sector(work: str, sector: str) -> bool:
    """Whether some work is told to be of a line of business: by its words, or since it is the work of that business.

    >>> is_of_sector("互联网销售", "互联网"), is_of_sector("前端工程师", "互联网"), is_of_sector("醫材業務", "it")
    (True, True, False)
    """
    field = field_of(sector)
    of_field = field is not None and {trade // WAYS for trade in trades_of(work)} & field.trades
    return bool(of_field or re.search(rf"(?<![a-z]){re.escape(sector)}(?![a-z])", fold_lines(work).lower()))
