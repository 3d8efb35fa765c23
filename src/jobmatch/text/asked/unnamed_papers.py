"""Papers that a posting asks for by their field alone: 需具備烘焙相關證照, 须持餐饮类资格证书."""

from functools import lru_cache
from typing import Final

from jobmatch.patterns import late
from jobmatch.text.clauses import clause_after, clause_before, is_denied, is_wish, longest_read
from jobmatch.text.fold import fold_lines

_ASKED: Final = late(
    r"(?:必须|须|需|应|要求|必备)(?:要|具备?|具有|持有?|有|备|领有|取得|拥有|附)*"
    r"(?P<field>(?![要具持有备领取拥附])[\u4e00-\u9fff]{2,8}?)(?:的?相关|类|方面)(?:的|之|合格|国家|专业|职业|技能|技术士?|从业|资格)*(?:证照|证书|执照|资格证)"
)
_NO_FIELD: Final = late(
    r"(?:本|该|各|其[他它]|与|工作|岗位|职务|职业|专业|行业|国家|以上|任一|学历|学位|毕业|身份|资格|具?有?)+"
)
_ELSE: Final = late(r"或|亦可|也可|均可|皆可|不限|面试|应聘|报到|入职|提供|携带|出示|证明")


@lru_cache(maxsize=1024)
def fields_of_papers(text: str) -> tuple[str, ...]:
    """The fields of which a text asks a paper without naming it; those that are only welcome are left out.

    >>> fields_of_papers("4.需具備烘焙相關證照"), fields_of_papers("必須持有水電相關技術士證照")
    (('烘焙',), ('水电',))
    >>> fields_of_papers("須有烘焙相關證照尤佳"), fields_of_papers("不需烘焙相关证照")
    ((), ())
    """
    folded = fold_lines(text[: longest_read()]).lower()
    if "证" not in folded and "执照" not in folded:
        return ()
    told = (found for found in _ASKED.finditer(folded) if not _NO_FIELD.fullmatch(found["field"]))
    return tuple(
        dict.fromkeys(
            found["field"]
            for found in told
            if not (is_wish(folded, found.end()) or is_denied(folded, found.start() + 1))
            and not _ELSE.search(clause_before(folded, found.start(), 8) + clause_after(folded, found.end(), 8))
        )
    )
