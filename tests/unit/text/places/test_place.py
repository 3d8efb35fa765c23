"""parse_place: one behaviour each."""

import pickle

import pytest
from hostile import ends
from hypothesis import given, settings
from hypothesis import strategies as st

from jobmatch.records.place import Place
from jobmatch.text.places.place import home_ranges, parse_place


def code_of(text: str, home: str | None = None) -> str | None:
    """The code alone."""
    place = parse_place(text, home)
    return place.code if place else None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("北京市大兴区黄村镇", "110115005"),
        ("北京·大兴·黄村", "110115005"),
        ("北京-大兴区", "110115"),
        ("北京大兴", "110115"),
        ("大兴区，北京市", "110115"),
        ("廊坊固安", "131022"),
        ("恩施州", "422800"),
        ("呼和浩特·土左旗", "150121"),
        ("新疆石河子", "659001"),
        ("济源", "419001"),
        ("成都-新津县", "510118"),
        ("青岛市南区", "370202"),
        ("济南市中区", "370103"),
        ("中山市南区", "442000"),
        ("阳泉市郊区", "140311"),
        ("京", "110000"),
    ],
)
def test_places_are_read_at_every_level(text, code):
    """With and without suffixes, in any separators, with short forms."""
    assert code_of(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("台北市大安區", "710105"), ("新北市汐止區", "710211"), ("臺北市", "710100"), ("香港旺角", "810005")],
)
def test_traditional_characters_are_read(text, code):
    """Taiwan and Hong Kong in their own script."""
    assert code_of(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("Beijing Daxing", "110115"), ("Shenzhen", "440300"), ("Xi'an", "610100"), ("Daxing District, Beijing", "110115")],
)
def test_pinyin_is_read(text, code):
    """Romanised names in either order."""
    assert code_of(text) == code


@pytest.mark.parametrize(
    "text",
    ["", " ", ".", "全国", "不限", "远程", "居家办公", "多地", "国外", "日本东京", "Tokyo, Japan", "长三角"],
)
def test_no_place_is_none(text):
    """Anywhere, at home and abroad are no place."""
    assert parse_place(text) is None


@pytest.mark.parametrize("text", ["北京烤鸭店 店长", "兰州拉面", "上海大众 4S店", "德州扒鸡", "重庆小面馆", "阿里云"])
def test_names_of_dishes_and_brands_are_no_places(text):
    """A place's name within a product's or a company's is none."""
    assert parse_place(text) is None


def test_what_could_be_several_is_open():
    """Without a home no reading is chosen, and all of them are told."""
    place = parse_place("鼓楼区")
    assert place is not None
    assert (place.code, place.ambiguous) == (None, True)
    assert place.alternatives == ("320106", "320302", "350102", "410204")


def test_home_chooses_and_the_doubt_stays():
    """A home region decides between namesakes; ambiguous stays True."""
    place = parse_place("朝阳区", home="110115")
    assert place is not None
    assert (place.code, place.ambiguous, place.alternatives) == ("110105", True, ("110105", "220104"))


@pytest.mark.parametrize(
    ("text", "home", "code"),
    [
        ("黄村", "北京市", "110115005"),
        ("黄村", None, None),
        ("亦庄", None, "110115004"),
        ("国贸", "北京", "110105"),
        ("国贸", "厦门", "350203"),
        ("高新区", "成都", "510107"),
        ("中山", "大连", "210202"),
        ("中山", None, "442000"),
        ("长沙", "重庆", "430100"),
        ("西安", "牡丹江", "610100"),
    ],
)
def test_bare_names_follow_the_home(text, home, code):
    """A bare town or quarter is the home's, but a namesake at home does not beat a capital."""
    assert code_of(text, home) == code


def test_roads_are_no_places():
    """中山大道 and 洪泽湖东路 name roads."""
    assert parse_place("中山大道东路") is None
    assert code_of("福州市鼓楼区五四路") == "350102"
    assert parse_place("花园路128号") is None
    assert parse_place("学院路77号", "杭州") is None


@pytest.mark.parametrize(
    ("text", "home", "code"),
    [
        ("酒仙桥路10号", "北京市", "110105"),
        ("北京酒仙桥路", None, "110105"),
        ("黄村西大街", "北京市", "110115"),
        ("建国门外大街1号", "北京市", "110105"),
        ("天河路490号", "广州市", "440106"),
        ("北京东路668号", "上海市", "310101"),
        ("黄埔大道", "广州市", "440106"),
        ("西红门宜家", "北京市", "110115"),
    ],
)
def test_a_street_of_the_city_tells_its_district(text, home, code):
    """A street or house named after a town, within the city that is said or at home: likely, and no more."""
    place = parse_place(text, home)
    assert (place.district_code, place.likely) == (code, True)


@pytest.mark.parametrize("text", ["和平路5号", "新华街", "珠江东路12号", "芙蓉中路二段", "中新大厦", "新湖南大厦"])
@pytest.mark.parametrize("home", ["广州市", "深圳市", "长沙市"])
def test_names_that_are_words_tell_no_district(text, home):
    """What streets and houses are called in any city says nothing."""
    assert parse_place(text, home) is None


def test_a_street_yields_to_what_is_said():
    """A district, or a city elsewhere, beats a street at home."""
    assert parse_place("广州市越秀区天河路", "广州市").code == "440104"
    assert parse_place("光华路路口 乌鲁木齐市第十三小学", "北京市").code == "650100"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("福田深国投广场", "440304"),
        ("香河新兴产业园", "131024"),
        ("固安温泉", "131022"),
        ("大厂潮白河开发区", "131028"),
    ],
)
def test_a_short_name_before_a_site_is_likely(text, code):
    """A district's name before a house, a county's before a zone."""
    place = parse_place(text)
    assert (place.code, place.likely) == (code, True)


@pytest.mark.parametrize("text", ["浦东发展银行大厦", "锦江大厦", "洪泽湖东路", "台湾卤肉饭店员", "新疆烤羊肉串厨师"])
def test_banks_hotels_lakes_and_dishes_are_no_places(text):
    """A company or a dish bears the name of where it comes from."""
    assert parse_place(text) is None


def test_jilin_is_a_province_and_a_city():
    """吉林 alone is open, even for a client of 长春; the city decides for itself."""
    assert parse_place("吉林").alternatives == ("220000", "220200")
    assert parse_place("吉林", "长春市").code is None
    assert parse_place("吉林", "吉林市").code == "220200"
    assert parse_place("吉林延边").code == "222400"


@pytest.mark.parametrize(
    ("text", "code"),
    [("Yizhuang, Beijing", "110115"), ("Wuhan Optics Valley", "420111"), ("Minhang", "310112"), ("Wuxi", "320200")],
)
def test_areas_are_read_in_pinyin(text, code):
    """Well-known areas in Latin letters, and a large city before a county of the same sound."""
    assert code_of(text) == code


def test_other_words_are_no_places():
    """海城市 stands in 泛海城市广场, and 新华区 is not named by 河南新华电脑学院."""
    assert parse_place("泛海城市广场") is None
    assert code_of("河南新华电脑学院") == "410000"


def test_a_namesake_away_from_home_is_likely_at_most():
    """With a home, a town of that name in another province is not taken as certain."""
    assert parse_place("营城子镇", "大连").code == "210211021"
    assert parse_place("榆垡镇", "大连").likely


def test_several_places_are_told():
    """The first is the place, the others are its alternatives, without ambiguity."""
    place = parse_place("北京、天津、河北")
    assert place is not None
    assert (place.code, place.ambiguous) == ("110000", False)
    assert parse_place("上海/杭州").alternatives == ("330100",)
    assert parse_place("思明区、海沧区").alternatives == ("350205",)


def test_landmarks_are_likely_and_carry_their_own_point():
    """An airport tells the district as likely, at its own point."""
    place = parse_place("北京大兴机场附近")
    assert place is not None
    assert (place.district_code, place.lat, place.lon) == ("110115", 39.51, 116.41)
    assert parse_place("大兴国际机场").likely


def test_towns_of_cities_without_districts_have_points():
    """东莞's towns have no code of their own but a point."""
    place = parse_place("东莞-厚街镇")
    assert place is not None
    assert (place.code, place.district_code, place.lat) == ("441900", "441900", 22.94)


def test_a_contradiction_is_at_most_likely():
    """泰州 lies in 江苏."""
    place = parse_place("山东省泰州市")
    assert place is not None
    assert (place.code, place.likely) == ("321200", True)


def test_loose_reads_names_as_likely():
    """Titles and employers' names tell a city at best."""
    place = parse_place("深圳市某某有限公司", loose=True)
    assert place is not None
    assert (place.code, place.likely) == ("440300", True)
    assert parse_place("黄村烤鸭", loose=True) is None


def test_unknown_home_is_no_home():
    """A home that is no place decides nothing."""
    assert home_ranges("不限") == ()
    assert code_of("朝阳区", "不限") is None


def test_places_are_values():
    """Equal, hashable, picklable."""
    place = parse_place("大兴区")
    assert isinstance(place, Place)
    assert pickle.loads(pickle.dumps(place)) == place
    assert hash(place) == hash(parse_place("大兴區"))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40), st.none() | st.text(max_size=8))
def test_no_text_is_a_fault(text, home):
    """Any text gives a place or None."""
    assert isinstance(parse_place(text, home), Place | None)


NAMES = st.sampled_from([*"北京市大兴区朝阳上海省县镇路街道 、·,-/()南西", "黄村", "吉林", "高新区", "Beijing", "鼓楼"])


@settings(max_examples=300, deadline=None)
@given(st.lists(NAMES, max_size=12).map("".join), st.sampled_from([None, "北京", "440300"]))
def test_open_places_tell_their_readings(text, home):
    """No code means ambiguous, with at least two readings; ambiguity always names them."""
    place = parse_place(text, home)
    if place and (place.ambiguous or place.code is None):
        assert len(place.alternatives) >= 2
        assert place.code is None or place.code in place.alternatives


@pytest.mark.parametrize("part", ["朝", "朝阳区", "南山、", "北京-", "((((", "a'", "东南西北路", "\u0300"])
def test_long_texts_are_read(part):
    """100,000 hostile characters do not hang."""
    text = (part * 100_000)[:100_000]
    parse_place("北京")
    assert ends(lambda: parse_place(text))


@pytest.mark.parametrize("home", [None, "110115"])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("北京大兴国际机场临空经济区 礼贤镇", "110115106"),
        ("大兴国际机场临空区（礼贤片区）", "110115106"),
        ("临空经济区榆垡片区", "110115107"),
        ("新机场 榆垡", "110115107"),
        ("新机场榆垡镇", "110115107"),
        ("生物医药基地 (北臧村镇)", "110115109"),
        ("亦庄 荣华街道", "110115012"),
        ("中关村 海淀街道", "110108012"),
    ],
)
def test_a_zone_with_a_town_is_the_town(text, code, home):
    """The town that the text says beats the zone, and nothing is inferred any more."""
    place = parse_place(text, home)
    assert (place.code, place.likely) == (code, False)


def test_a_zone_with_its_district_is_not_inferred():
    """The district behind the zone bears it out; a province does not."""
    assert not parse_place("亦庄经济开发区 大兴区").likely
    assert parse_place("武汉大学西门湖北省科技创业大厦").likely


@pytest.mark.parametrize("text", ["新机场", "临空经济区", "临空区"])
def test_a_zone_that_many_cities_have_needs_a_home(text):
    """Several cities have a new airport: without a home, none is taken."""
    assert parse_place(text) is None
    assert parse_place(text, "北京市").district_code == "110115"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("110115", "110115"),
        ("110115005", "110115005"),
        ("１１０１１５００５０００", "110115005"),
        ("110115005201", "110115005"),
        ("110115.0", "110115"),
        ("440300", "440300"),
    ],
)
def test_a_code_given_as_text_is_its_place(text, code):
    """A district's, a town's or a village's code, also as a spreadsheet leaves it."""
    place = parse_place(text)
    assert (place.code, place.ambiguous, place.likely) == (code, False, False)


@pytest.mark.parametrize("text", ["999999", "13800138000", "2026", "11", "110115-1", "0000000000000"])
def test_other_digits_are_no_place(text):
    """An unknown code, a telephone number, a year."""
    assert parse_place(text) is None


def test_station_names_and_pinyin_with_its_ending():
    """A station tells its district; 区 and 市 may be written along in pinyin; a cuisine is no place."""
    texts = ("台北捷運南港站", "beijingshi daxingqu", "四川饭店")
    assert [place and place.code for place in parse_place(list(texts))] == ["710111", "110115", None]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("户籍河南信阳，现住杭州滨江", "330108"),
        ("总部位于北京，工作地苏州", "320500"),
        ("老家湖北黄冈", "421100"),
        ("冰城", "230100"),
    ],
)
def test_where_the_work_or_the_home_is(text: str, code: str) -> None:
    """Where somebody comes from counts only where nothing else is said."""
    assert parse_place(text).code == code


def test_a_list_stays_in_its_city() -> None:
    """朝阳 listed behind 海淀 is the district of the same city."""
    place = parse_place("北京海淀、朝阳、丰台多家门店")
    assert (place.code, place.alternatives) == ("110108", ("110105", "110106"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("深 圳 南 山", "440305"),
        ("江城洪山", "420111"),
        ("冰城道里", "230102"),
        ("武候区", "510107"),
        ("武汉桥口", "420104"),
        ("上海黄埔区", "310101"),
        ("厦门大学翔安校区", "350213"),
        ("暨南大学番禺校区", "440113"),
        ("想在海淀上班，昌平太远", "110108"),
        ("人在昆山，张家港不去", "320583"),
    ],
)
def test_names_as_people_write_them(text: str, code: str) -> None:
    """Spaced signs, nicknames with a district, misspelt districts, campuses, and wishes with what is too far."""
    assert parse_place(text).code == code


@pytest.mark.parametrize(
    ("text", "codes"), [("江浙沪", ("310000", "320000", "330000")), ("广佛", ("440100", "440600"))]
)
def test_a_group_is_open_between_its_members(text: str, codes: tuple[str, ...]) -> None:
    """None of the provinces or cities of a group is taken, all of them are said."""
    place = parse_place(text)
    assert (place.code, place.alternatives) == (None, codes)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("西红门宏福苑", "西红门"),
        ("黄村枣园", "黄村"),
        ("黄村火神庙附近", "黄村"),
        ("礼贤家园", "礼贤"),
        ("旧宫美然家园3号楼2单元501", "旧宫"),
        ("住黄村清源西里12号楼", "黄村"),
        ("安定园林绿化公司", None),
        ("东风家园", None),
    ],
)
def test_a_town_at_home_is_known_before_an_estate(text, town):
    """As people tell where they live; not before other words, nor where many towns bear the name."""
    place = parse_place(text, "北京市大兴区")
    assert (place and place.name) == (town and f"北京市大兴区{town}镇")
