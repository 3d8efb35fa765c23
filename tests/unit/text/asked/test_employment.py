"""Who employs: the employer itself, an agency, a contractor, as postings say it."""

import pytest

from jobmatch.text.asked.employment import find_employment
from jobmatch.text.asked.requirements import read_requirements
from jobmatch.text.fold import fold_lines

DISPATCH = """用工性质：劳务派遣|本岗位为劳务派遣制|劳务派遣，同工同酬
聘用方式：劳务派遣，由区人力资源公司签订劳动合同|合同与人力公司签|跟第三方签合同
签第三方，一年后转正|与劳务公司签订劳动合同|社保由第三方缴纳|工资由第三方代发
派遣至合作電子廠，半年後可轉正|【派遣】行政助理|行政助理(派遣)|派遣職缺，合約一年
本職缺由人力派遣公司聘僱|由某人力资源公司派驻钢厂工作|劳务工，月结|临时工，通过劳务公司进厂
與派遣公司簽約，工作地點在客戶端|第三方劳务合同|Placed through a staffing agency
temp-to-hire after 90 days"""
OUTSOURCED = """本岗位为外包岗位|外包岗，驻场某国有银行|岗位性质：业务外包，与外包公司签劳动合同
面向社会招聘劳务外包收费员12名|收费员（劳务外包）|Java开发（外包）|人事外包形式|驻场客户现场办公
委外人員，駐點於銀行|承攬制人員|劳动合同与外包公司签订"""
DIRECT = """公司直签|合同直签，不经中介|非劳务派遣|本岗非外包|不是外包！不是派遣！|与公司直接签订劳动合同
直接与本公司签约，杜绝外包|厂家直招|厂方直招，不收中介费|正式工，不是派遣也不是小时工
本職缺為正職非派遣|企业直聘|非中介，公司直招|Direct hire, no agency"""
SILENT = """转正后签正式合同|表现优秀可转正式工|负责派遣员工的管理|熟悉劳务派遣政策|劳务派遣业务销售|药品外包装
软件外包公司项目管理经验优先|管理外包保洁团队|派遣车辆|有外包项目经验|我们是一家人力资源公司
签三方协议|签订劳动合同，五险一金|外包团队对接|中介勿扰|agencies need not apply|接受驻场开发优先
公司每年为正式员工体检"""


def _lines(table):
    return [line for lines in table.split("\n") for line in lines.split("|")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        *((text, "dispatch") for text in _lines(DISPATCH)),
        *((text, "outsourced") for text in _lines(OUTSOURCED)),
        *((text, "direct") for text in _lines(DIRECT)),
        *((text, None) for text in _lines(SILENT)),
    ],
)
def test_who_employs_is_read_as_it_is_said(text, who):
    """Work that deals with agencies, and what is packed outside, tells nothing."""
    assert find_employment(fold_lines(text).lower()) == who


def test_a_column_of_the_employment_outweighs_the_text():
    """The text may tell of what other people there are."""
    asked = read_requirements("公司直招，双休", employment_type="劳务派遣")
    assert asked.employment == "dispatch"
