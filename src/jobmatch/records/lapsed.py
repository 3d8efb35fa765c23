"""Papers that a client has and that no longer hold: 从业资格证已过期, B2被吊销."""

import re
from typing import Final

from jobmatch.patterns import late

_LAPSED: Final = late(
    r"过期|過期|失效|已到期|逾期|吊销|吊銷|注销|註銷|作废|作廢|暂扣|暫扣|扣留|扣满|扣滿|脱审|[没沒未](?:有)?(?:[年复复換换]?审|换证|換證|年检)"
    r"|expired|lapsed|revoked|suspended",
    re.IGNORECASE,
)
_NOT: Final = late(
    r"(?:没|沒|未|不会|无)有?(?:过期|過期|失效|逾期|吊销|吊銷|注销|註銷|暂扣)|not (?:expired|lapsed|revoked|suspended)"
)


def is_lapsed(words: str) -> bool:
    """Whether a paper is said to have lapsed or been taken away.

    >>> is_lapsed("从业资格证已过期"), is_lapsed("B2，被吊销"), is_lapsed("叉车证未年审")
    (True, True, True)
    >>> is_lapsed("C1"), is_lapsed("电工证（2027年到期）"), is_lapsed("驾照未过期")
    (False, False, False)
    """
    return bool(_LAPSED.search(_NOT.sub("", words)))
