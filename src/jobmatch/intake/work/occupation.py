"""Whether some words name a kind of work, and which of them do."""

import re
from functools import lru_cache
from typing import Final

from jobmatch.text.work.occupations import occupation_scores

_SUFFIX: Final = re.compile(
    r"(?:员|工|师|师傅|司机|保安|保洁|会计|出纳|经理|主管|护士|护工|教师|老师|店长|厨师|厨子|收银|文员|客服|销售|运营|管理|服务|维修|装修|配送|快递|外卖|家政|月嫂"
    r"|保姆|仓管|库管|库房|仓库|物流|行政|人事|助理|专员|设计|开发|测试|编程|翻译|编辑|导游|美容|美发|理发|裁缝|缝纫|电焊|焊接|装卸|搬运|分拣|质检|种地|务农"
    r"|养殖|绿化|园艺|环卫|清洁|洗碗|帮厨|面点|厨房|营业|导购|理货|促销|采购|财务|医生|药剂|检验|研发|普工"
    r"|工人|人员|柜台|操作|维护|运维|检修|保养|安检|木匠|瓦匠|大客|大车|大货|公交|网管|策划|叉车|货车|出租车"
    r"|网约车|滴滴|生意|买卖|餐饮|幼教|保育|门卫"
    r"|值班|巡逻|宿管|前台|文秘|话务|催收|地推|中介|房产|主播|直播|剪辑|摄影|会务|流水线|车间|电子厂|打杂|后勤|驾驶|driver|cleaner|cook|chef|nurse|clerk"
    r"|cashier|guard|worker"
    r"|manager|assistant|engineer|teacher|waiter|waitress|accountant|technician|operator|packer|carer|caregiver"
    r"|receptionist|welder|electrician|plumber|developer|designer|sales|warehouse)$"
)
_HEAD: Final = re.compile(
    r"^(?:在(?!线|岗)|过|了|的|着|个|一名|一个|名|一些|些|点|份|类似|相关|有关|关于|之类|像|如|例如|比如|能|会(?!计|展)|可以|继续|再|去|找|做|干|当|从事|应聘|担任|在家|自己|主要|负责"
    r"|一直|长期|临时|正式|in |an? |as )+"
)
_TAIL: Final = re.compile(
    r"(?:之类|这类|等等?|方面|一类|类|方向|相关|有关|的|工作|岗位|职位|行业|活儿?|一职|为主|了|各|什么的|比较好|就行|也行|都行|优先| work| job| jobs| position)+$"
)
_NO_WORK: Final = re.compile(
    r"五险|公积金|双休|单休|加班$|^(?:打工|上班|就是|这样|那样|一干|一做|断断续续|现在|目前|之后|此后|后来"
    r"|期间|其间|中间|以后|前面|原先)$|^(?:[某那这本]?[一个家]?)?(?:超市|公司|工厂|饭店|酒店|学校|医院|商场"
    r"|食堂|物业|工地|银行|餐厅|企业|单位|机关|厂子|店铺|后厨|车间|部队|学徒期)$|^居家$|打工$"
    r"|^[\d一二两三四五六七八九十几]+份[工活]$|退伍|退役|下岗|离职|驾龄|工龄|教龄|要求|园区|项目部|清真|^想"
    r"|^有|证$|证是|兵$|^(?:我|她|他|本人)|夜更|保险$(?<!卖保险)|失业|自述|服务对象|职场"
    r"|^[一二两三四五六七八九十半几\d]+(?:年|个月|多|来)|^[\d\-k.]+$|[了过着]$|^(?:什么|啥|哪|没|不|无|有|多"
    r"|好|大|小|很|想|要|稳定|轻松|合适|体面|离家|附近|周边|近|兼职|全职|手术|饭|家务|自己|长期|短期|体力|技术"
    r"|生意|活|事|班|到|过|完|成|出"
    r"|起)?$|专业|离家|家附近|学历|工资|时间|困难|工作经|孩子|老人|一份|一个|^到|发展|机会|平台|市场|企业|单位$|上班|就业"
)
_BEHIND_EMPLOYER: Final = re.compile(
    r"^.*?(?:公司|4s店|店|厂|集团|单位|超市|酒店|国企|工地|企业|机构|商场|银行)(?:里|内)?(?:的|做|当|任|从事|担任)?(?=.{2,})"
)
_NO_NAME: Final = re.compile(
    "^家[带里看]|^[川粤鲁湘徽闽浙苏淮]菜|^[那这]是?$|^备考|要|主意|多点|没个|打开|开口"
    "|[一二两三四五六七八九]千|^[是零一二两三四五六七八九十第前先又儿年]|份|挺|次$|[家名位项件]$|里头|前后"
    "|一共|陆续|一辈子|勤工|不好|困难|挣|赚|月薪|招|欠|养(?!殖|护|老|[猪鸡鸭鹅牛羊鱼虾蜂蚕])|住|岁|闺女|儿子"
    "|[了的她他呗吧哈嘛过着到在给把被领押帮]|最|啥|通宵|加起来|连续|课|嫌|不干|有$"
)
_SURE: Final = 0.35  # the best probability of a title that is taken for a kind of work


@lru_cache(maxsize=4096)
def kind_of_work(words: str) -> str | None:
    """The words for a kind of work, without what stands around them; None where they name none.

    >>> kind_of_work("仓库保管员之类的工作"), kind_of_work("离家近的工作")
    ('仓库保管员', None)
    """
    said = _TAIL.sub("", _HEAD.sub("", words.strip(" :,、/"))).strip(" :,、/的")
    said = _BEHIND_EMPLOYER.sub("", said) if _SUFFIX.search(_BEHIND_EMPLOYER.sub("", said)) else said
    if len(said) < 2 or len(said) > 24 or _NO_WORK.search(said):
        return None
    if _SUFFIX.search(said):
        return said
    if _NO_NAME.search(said):
        return None
    _, chances = occupation_scores([said], k=1)
    return said if float(chances[0, 0]) >= _SURE else None
