"""Fairs, addresses and calls to apply name no skill of the job."""

import pytest

from jobmatch.text.asked.skills import find_skills

NO_SKILL = [
    "活動地點：臺北市政府1樓中庭（臺北市信義區市府路1號）",
    "★☆★請親洽活動現場參加面試☆★☆",
    "【某某食堂全台門市聯合招募】活動時間：11:00～16:00",
    "請先電洽約面試時間，謝謝您的來電",
    "合適者將於七日內通知面試，不合適者恕不另行通知",
    "面試地點：保險大廈12樓，近建材市場站",
    "謝絕非面試業務／無求職意願者勿洽",
    "我们正在招募细心、负责的伙伴，欢迎您的加入",
    "本公司因业务扩大长期招聘以下岗位，欢迎投递",
    "工作地址：软件园二期服装城旁",
    "【校园招聘】某某大学春季双选会，欢迎同学们到场",
]
SKILLS = [
    ("负责公司员工招聘、入职与离职手续办理等人事工作", "招聘"),
    ("協助執行人員招募與面試，以及教育訓練的安排", "招聘"),
    ("招聘：拟定和执行年度的招聘计划，每月一次汇报", "招聘"),
    ("熟悉市政工程的施工流程和验收规范，能看懂图纸", "道路施工"),
    ("店鋪銷售(接待客人,理貨,補貨,打掃,收銀等)", "门店销售"),
    ("活动地点：一楼大厅，要求熟练使用Excel和Word", "Excel"),
]


@pytest.mark.parametrize("text", NO_SKILL)
def test_the_advertisement_is_not_the_job(text):
    """Nothing that stands there is asked of who does the work."""
    assert not {mention.skill for mention in find_skills(text)} & {"招聘", "道路施工", "门店销售", "保险", "软件开发"}


@pytest.mark.parametrize(("text", "skill"), SKILLS)
def test_the_same_words_as_a_duty_are_a_skill(text, skill):
    """Who recruits, builds roads or sells is told by the duty."""
    assert skill in {mention.skill for mention in find_skills(text)}


def test_a_cell_of_skills_is_what_it_says():
    """The skill of a client stands by itself."""
    assert [mention.skill for mention in find_skills("招聘")] == ["招聘"]


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("營造友善的用餐環境", "建筑施工"),
        ("維持環境整潔與衛生管理", "生产计划"),
        ("協助點餐、送餐及桌邊服務", "外卖配送"),
        ("依照SOP製作咖啡等飲料", "工艺文件"),
        ("特休、產假、育嬰假", "育儿"),
        ("加班費依照勞基法計算", "劳动关系"),
        ("遵照服務流程提供客人餐點", "照护"),
        ("車輛出入指揮、賣場巡邏", "商超谈判"),
    ],
)
def test_words_that_hold_another_skill(text, skill):
    """A word that only holds the name of a skill does not tell it."""
    assert skill not in {mention.skill for mention in find_skills(text)}
