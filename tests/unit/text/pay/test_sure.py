"""What is sure of a pay that is told larger than it may be."""

import pytest

from jobmatch.text.pay.salary import parse_salary
from jobmatch.text.pay.sure import sure_pay


@pytest.mark.parametrize(
    ("salary", "text", "sure"),
    [
        ("底薪3000+提成，综合8000", "", (3000, "commission")),
        ("8千-1.5万/月", "链家房产经纪人底薪4K+提成", (4000, "commission")),
        ("6000-8000", "3.5K无责底薪，高提成", (3500, "commission")),
        ("5000-6500元/月", "基本工资2500+加班费", (2500, "extras")),
        ("8千-1.2万", "试用期底薪3000，转正底薪4500+提成", (4500, "commission")),
        ("8千-1.2万", "实习期无责底薪3000，转正提佣30%-75%", (3000, "commission")),
        ("6-8千/月", "无责3000 销售精英", (3000, "commission")),
        ("5000-8000", "基础工资2400元，全勤200", (2400, "extras")),
        ("5000-8000", "固定工资2400+提成", (2400, "commission")),
        ("9千-1.4万", "保底360元一天", (7830, "extras")),
        ("面议", "底薪5000+佣金", (5000, "commission")),
        ("4000+提成", "", (4000, "commission")),
        ("2540-20000", "", (2540, "wide")),
        ("最高可达15000", "", (None, "top")),
    ],
)
def test_what_is_sure(salary, text, sure):
    """The base that is told in the pay or in the text, else the lower end of a range without measure."""
    found = sure_pay(parse_salary(salary), text)
    assert found is not None
    assert (found.month, found.why) == sure


@pytest.mark.parametrize(
    ("salary", "text"),
    [
        ("4000-6000元/月", "有提成"),
        ("8千-1.2万", "保底8500"),
        ("8千-1.2万", "试用期底薪3000，转正后8000起"),
        ("15-25K", "Base 3层，团队20人"),
        ("200-650元/月", ""),  # by the hour
        ("6000元以上", ""),
        ("面议", ""),
    ],
)
def test_what_needs_no_word(salary, text):
    """A pay of which no less is told elsewhere is as sure as any."""
    assert sure_pay(parse_salary(salary), text) is None
