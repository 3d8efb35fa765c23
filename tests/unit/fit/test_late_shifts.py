"""Late shifts told by the clock, what can be done for a while, and what is held: asked where open, said where known."""

from builders import client, explained, feature, limit, posting


def _night(**row: str) -> str:
    """What is said of nights, of one posting, to who takes none."""
    lines = explained(client(conditions={"night_shift_ok": False}), posting(**row)).limits
    return next((f"{line.state} {line.text}" for line in lines if line.kind == "night_shift"), "met")


def test_a_shift_until_ten_is_asked_about_of_who_takes_no_nights() -> None:
    """早班/中班14:00-22:00 is no night work, and is told with the hour at which it ends."""
    said = _night(title="收银员", hours="早班6:30-14:30/中班14:30-22:00")
    assert said.startswith("unknown") and "22:00" in said
    assert _night(title="收银员", hours="8:00-17:00") == "met"


def test_early_and_late_turns_ask_for_late_shifts() -> None:
    """早晚倒班 is told as late shifts, and not as silence about nights."""
    assert "晚班" in _night(title="理货员", hours="早晚倒班,月休4天")


def test_day_or_night_is_told_where_both_are_written() -> None:
    """日班／夜班 does not leave open whether there are nights."""
    assert "日班、夜班" in _night(title="日班／夜班 保全员", description="可任选固定班别", hours="")


def test_what_cannot_be_done_for_long_is_asked_and_excludes_nothing() -> None:
    """不能弯腰太久 is no 不能弯腰."""
    row = posting(title="保洁员", description="需要经常弯腰")
    states = [
        limit("health", client(conditions={"health_limits": [words]}), row) for words in ("不能弯腰太久", "不能弯腰")
    ]
    assert states == ["unknown", "not_met"]


def test_a_licence_that_is_there_is_said_to_be_there() -> None:
    """Of a licence and a paper that are asked, the one that is known is not left open with the other."""
    driver = client(conditions={"driving_licence": "B2", "certificates": None})
    row = posting(title="冷链货车司机", requirements="驾照B2及以上;有从业资格证优先")
    reason = feature("certificates", driver, row).reason
    assert "要求B2驾照，本人已有" in reason and "从业资格证优先，本人有没有" in reason


def test_an_army_driver_has_driven_lorries() -> None:
    """汽车兵 is the army's name of a driver."""
    soldier = client(conditions={"experience": [{"occupation": "汽车兵", "years": 5}]})
    reason = feature("experience", soldier, posting(title="货车司机", experience="2年")).reason
    assert "符合" in reason
