"""Who stands in a roster more than once."""

from jobmatch.dataset.clients import read_clients

ROW = {"编号": "C-1", "姓名": "张某", "身份证号": "11010119800101001X", "学历": "高中", "意向岗位": "保洁"}


def _notices(*rows):
    """What is said of a roster beyond its columns, its rows numbered from 1."""
    return read_clients(list(rows), as_of="2026-11-22").notices


def test_one_identity_number_under_two_ids_is_said_by_rows_and_never_by_number():
    """However it is written; the old number of the same person too."""
    said = "".join(_notices(ROW, ROW | {"编号": "C-2", "身份证号": "110101 19800101 001x"},
                            ROW | {"编号": "C-3", "身份证号": "110101800101001"}))  # fmt: skip
    assert "第 1、2、3 行" in said
    assert "110101" not in said


def test_one_id_in_several_rows_is_said():
    """The same row twice, which counts once, and another person under the id."""
    assert "：1、2；" in _notices(ROW, ROW)[0]
    assert "：1、2、3；" in _notices(ROW, ROW, ROW | {"学历": "初中", "身份证号": ""})[0]


def test_nothing_is_said_of_people_who_are_two():
    """Nor of those who have no number."""
    other = {"编号": "C-2", "身份证号": "110101198001010053"}
    assert (
        _notices(ROW, ROW | other, ROW | {"编号": "C-3", "身份证号": ""}, ROW | {"编号": "C-4", "身份证号": ""}) == ()
    )


def test_a_number_that_a_worksheet_has_rounded_is_said_and_is_nobodys():
    """Two people born on one day in one place lose the digits that tell them apart."""
    rounded = [ROW | {"编号": f"C-{n}", "身份证号": "110101198001010000"} for n in (1, 2)]
    said = _notices(*rounded)
    assert len(said) == 1 and "有 2 行" in said[0]


def test_a_number_mistyped_twice_the_same_way_is_one_persons():
    """A letter O among the digits."""
    wrong = ROW | {"身份证号": "1101011980O101001X"}
    assert "第 1、2 行" in "".join(_notices(wrong, wrong | {"编号": "C-2"}))


def test_rows_that_say_the_same_are_told_where_a_roster_has_no_ids():
    """But for the running number; people who differ are two."""
    rows = [{"序号": str(n), "姓名": "张某", "年龄": "40", "学历": "高中"} for n in (1, 2)]
    assert any("：1、2；" in line for line in _notices(*rows))
    assert not any("：1、2；" in line for line in _notices(rows[0], rows[1] | {"学历": "初中"}))


def test_one_rounded_number_makes_the_others_that_end_like_it_rounded_too():
    """By chance the digit that checks a number may come out right."""
    rows = [ROW | {"编号": f"C-{n}", "身份证号": f"110101198001{n}000"} for n in ("010", "013")]
    assert "有 2 行" in "".join(_notices(*rows))


def test_an_identity_number_in_any_column_is_shown_nowhere():
    """Put into the wrong column, with a date that cannot be."""
    number = "110101198013450011"
    clients = read_clients([ROW | {"编号": number, "技能": number, "意向岗位": f"保洁{number}", "现居住地": number}])
    assert number not in clients[0].model_dump_json() + "".join(clients.notices)


def test_what_stands_under_identity_numbers_is_no_id_though_it_is_mistyped():
    """Named as the id by hand: a code for each, never what stands there."""
    row = {"身份证号": "1101011980O1010022", "学历": "高中", "意向岗位": "保洁"}
    clients = read_clients([row], mapping={"身份证号": "client_id"})
    assert clients[0].client_id.startswith("C-")


def test_an_identity_number_in_a_clients_json_is_shown_nowhere():
    """Neither as the id nor in a text."""
    number = "110101198001010011"
    client = read_clients([{"client_id": number, "conditions": {"skills": [number]}, "notes": number}])[0]
    assert number not in client.model_dump_json()


def test_an_id_may_be_a_word_that_programs_use_for_nothing():
    """none, null and NA are ids like others; only an id that is not there is none."""
    clients = read_clients([{"client_id": word, "conditions": {"age": 40}} for word in ("none", "null", "NA", "nan")])
    assert [client.client_id for client in clients] == ["none", "null", "NA", "nan"]
