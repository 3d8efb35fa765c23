"""Public-welfare posts as a wish: they say for whom a post is, not what is done there."""

import re
from typing import Final

from jobmatch.patterns import late

_WELFARE: Final = late(
    r"公益性?(?:岗位?|崗位?|就业|的?工作|职位)|公益类岗位?|托底(?:安置)?(?:的?岗位?)?|(?:安置性|过渡性|协管类?)岗位"
    r"|public.?welfare(?: (?:post|job|position)s?)?",
    re.IGNORECASE,
)
# What is left of such a wish and names no work: 社区的公益性岗位, 政府安排的公益岗.
_NO_WORK: Final = late(
    r"[\s()（）/、,，的类等]|政府|街道|社区|村里?|乡镇|单位|国家|一个|一份|一类|这类|想要?|申请|希望|能?安排|安置|照顾|岗位?|工作|性质"
)


def names_welfare(wish: str) -> bool:
    """Whether a wish is, or holds, one for a public-welfare post.

    >>> names_welfare("公益性岗位"), names_welfare("社区公益岗保洁"), names_welfare("公益项目专员")
    (True, True, False)
    """
    return bool(_WELFARE.search(wish))


def without_welfare(wish: str) -> str:
    """The kind of work in a wish; empty where it names only public-welfare posts.

    >>> without_welfare("公益性岗位（保洁）"), without_welfare("政府安排的公益岗"), without_welfare("社区工作者")
    ('保洁', '', '社区工作者')
    """
    return _NO_WORK.sub("", _WELFARE.sub("", wish)) if names_welfare(wish) else wish
