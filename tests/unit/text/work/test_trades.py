"""Trades told by the words of titles."""

import pytest

from jobmatch.text.work.trades import (
    AKIN,
    OTHER,
    PART,
    RANK,
    SAME,
    UNNAMED,
    WAYS,
    stand,
    trade_names,
    trade_table,
    trades_of,
)


def _names(title):
    return "+".join(trade_names()[trade // WAYS] + ("", "*", "@")[trade % WAYS] for trade in trades_of(title))


@pytest.mark.parametrize(
    ("title", "trades"),
    [
        ("幼兒園清潔人員", "保洁"),
        ("道路保洁员", "环卫"),
        ("清洁能源工程师", ""),
        ("保洁主管", "保洁*"),
        ("餐廳洗碗員", "洗碗"),
        ("居家照顧服務員/居服員", "护理员"),
        ("空調機電維護工程師", "空调维修"),
        ("接待司机", "小车司机"),
        ("客服工程师", "售后技术"),
        ("仓库会计", "会计"),
        ("工地杂工", "工地小工"),
        ("执行校长", "校区管理"),
        ("養護中心主任", "养老院管理"),
        ("游戏服务器开发工程师", "软件开发"),  # no 戏服
        ("大数据副总监", "大数据*"),  # no 副总
        ("快递分拣员", "分拣"),
        ("大数据销售", "销售@"),
        ("数据产品经理", "产品经理@"),  # the head begins within the word before it
        ("人工智能产品经理", "产品经理"),
        ("销售培训师", "培训讲师"),
        ("软件测试讲师", "信息教师"),
        ("物业项目经理", "物业管理"),  # its rank, and no head
        ("产品运营总监", "运营*"),
        ("4S店总经理", "高管*"),  # no 店总
        ("软件工程师（Java/C++）", "java+c++"),
        ("大数据开发工程师（爬虫方向）", "大数据+爬虫"),
        ("Java开发（大数据方向）", "java+大数据"),
        ("C#工程师（后端方向）", "c#"),
        ("数据分析（人力方向）", "数据分析"),  # a field of it, and no work beside it
        ("销售（大数据方向）", "销售"),
        ("汽修7.5k大数据分析", "数据分析"),  # the pay is that of the work behind it
        ("云计算底薪4000电话销售", "电话销售"),
        ("普工5000保安4000", "普工+保安"),
        ("保底4300客服/文员", "客服+文员"),
        ("外贸1688客服", "外贸+客服"),  # no pay
        ("全屋淨水業務（台北）", "销售"),
        ("鐵板燒服務領班", "餐厅服务*"),
        ("飯店安全員", "保安"),
        ("人工智能专业教师", "教师@"),
        ("社群运营专员", "新媒体"),
        ("JavaScript开发", "前端"),
        ("內外場人員", "餐厅服务+后厨"),
        ("產品管理專員", ""),
        ("叉车操作工", "叉车"),
        ("普工/保洁", "普工+保洁"),
        ("門市人員/儲備幹部", "店员"),
        ("儲備幹部", "管培生"),
        ("绞车司机", "采矿"),
        ("手机店店长", "店长"),
        ("电厂保安", "保安"),
        ("财经编辑", "编辑"),
        ("气象算法工程师", "算法"),
        ("捷運站務人員", "站务"),
        ("急招！！", ""),
        ("开发工程师-快递100APP", "软件开发"),
        ("外卖平台JAVA开发", "java"),
        ("司机端APP测试", "软件测试"),
        ("保洁機器人演算法工程師", "算法"),
        ("反编译/逆向工程师", "爬虫"),
        ("大数据平台开发工程师", "大数据"),  # who writes programs for it is of that trade
        ("會計軟體工程師", "软件开发"),
        ("烘焙材料行店員", "店员"),
        ("仓库租赁招商", "招商"),
        ("包装机操作工", "包装"),
        ("非销售 客服专员", "客服"),
        ("进厂不如高薪送餐", "外卖"),
        ("印刷厂排版", "印刷+平面设计"),
        ("做招聘", "招聘"),
        ("某厂招聘", ""),
    ],
)
def test_what_a_title_names(title, trades):
    """The longest word counts, with the trade with which it ends; a star marks who leads, @ who works in a field."""
    assert _names(title) == trades


@pytest.mark.parametrize(
    ("title", "wish", "standing"),
    [
        ("秩序维护员", "保安", SAME),
        ("库管", "仓储管理员", SAME),
        ("置业顾问", "销售", PART),
        ("销售", "置业顾问", AKIN),
        ("帮厨", "厨师", AKIN),
        ("传菜员", "洗碗工", OTHER),
        ("出纳", "会计", OTHER),
        ("保安队长", "保安", RANK),
        ("招聘副经理", "招聘专员", RANK),
        ("总部人才招聘高级经理", "招聘主管", SAME),
        ("招聘副店长", "招聘专员", OTHER),
        ("大数据讲师", "中学老师", PART),
        ("数学老师", "中学老师", PART),
        ("数学老师", "语文教师", OTHER),
        ("某某", "保安", UNNAMED),
        ("保安", "某某", UNNAMED),
    ],
)
def test_how_a_title_stands_to_a_wish(title, wish, standing):
    """The same, a part of it, akin to it, or another trade; nothing is told where one of both names none."""
    assert stand(trade_table([title]), wish).tolist() == [standing]


def test_the_trade_that_is_named_wider_beside_a_narrower_says_no_more():
    """房产销售 is a sale of one kind, not of any."""
    assert stand(trade_table(["房产销售/销售代表"]), "保险销售").tolist() == [OTHER]


@pytest.mark.parametrize(("one", "other"), [("叉车司机", "叉车工"), ("挖掘机司机", "挖机"), ("行车司机", "天车工")])
def test_who_drives_a_machine_is_no_driver(one, other):
    """Its 司机 is a word for whoever works it; a driver of cars does other work."""
    assert trades_of(one) == trades_of(other)
    assert not set(trades_of(one)) & set(trades_of("司机"))


FIELDS = [
    ("车间统计", "临床统计师"),
    ("生产统计员", "生物统计编程"),
    ("图书编辑", "网络编辑"),
    ("软件测试", "整车测试"),
    ("平面设计", "园林景观设计"),
    ("服装设计", "机械设计师"),
    ("舞蹈老师", "数学老师"),
    ("美容培训老师", "少儿编程老师"),
    ("健康顾问", "法律顾问"),
]


@pytest.mark.parametrize(("one", "another"), FIELDS)
def test_work_of_one_name_in_two_fields_is_two_trades(one, another):
    """What is counted, edited, tested, drawn or taught decides."""
    assert stand(trade_table([one]), another).tolist() == [OTHER]
    assert stand(trade_table([another]), one).tolist() == [OTHER]


@pytest.mark.parametrize("title", ["去药厂工作", "去煤矿工作", "测试主管工程师"])
def test_the_sign_for_a_worker_in_another_word_names_none(title):
    """工 of 工作 and 工程 ends no word: 药厂工, 管工."""
    assert not {"制药操作", "采矿", "管道"} & set(_names(title).replace("*", "").split("+"))


@pytest.mark.parametrize("title", ["研发中心 上沙", "送人玫瑰手有余香的一家公司", "APP上架工程师", "look after dogs"])
def test_a_phrase_is_short_and_in_one_piece(title):
    """A title that holds a verb and an object by chance names no trade."""
    assert trades_of(title) == ()


@pytest.mark.parametrize(
    ("title", "trade"),
    [
        ("模具转IT软件开发", "软件开发"),
        ("教师转行学编程", "软件开发"),
        ("财务转型数据分析", "数据分析"),
        ("护士站保洁", "保洁"),
        ("快递站点文员", "文员"),
        ("会计师事务所司机", "司机"),
        ("汽修厂电工", "电工"),
        ("餐飲計時洗滌員", "洗碗"),
    ],
)
def test_where_somebody_works_or_comes_from_is_not_the_work(title, trade):
    """The work stands behind a place that is named for other work, and behind the turn to it."""
    assert [trade_names()[one // WAYS] for one in trades_of(title)] == [trade]


@pytest.mark.parametrize(
    ("title", "trade"), [("厨师转正", "厨师"), ("周转箱搬运工", "搬运"), ("转运司机", "司机"), ("客服部经理", "客服")]
)
def test_a_turn_or_a_place_that_names_no_other_work_takes_nothing_away(title, trade):
    """The only work that is named is the work."""
    assert [trade_names()[one // WAYS] for one in trades_of(title)] == [trade]


def test_the_code_of_a_vacancy_names_no_work():
    """QC in a number is no quality control, and beside it is."""
    assert trades_of("Sr. Engineer for Audio SW(SZ-QC-D005)") == ()
    assert trades_of("QC(SZ-D-005)") == trades_of("QC")
