"""The printable page: everything escaped, nothing from elsewhere."""

from dataclasses import replace
from html import escape
from html.parser import HTMLParser

import pytest
from builders import calm, client, market, posting
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.messages import LANGUAGES, use_language
from jobmatch.records.recommendation import PostingWarning, Question, Shortfall, SmallestChange, TradeOff
from jobmatch.reports.slate import page

RESULT = market(posting(requirements="须持C1驾照"), posting(title="理货员")).recommend(
    client(conditions={"driving_licence": None})
)
TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "section",
    "h1",
    "h2",
    "p",
    "div",
    "span",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
}
EVIL = "<script>alert('&amp;')</script><img src=x onerror=\"y\">"


def _with(text):
    """A result in which every text is the given one."""
    first = RESULT.items[0]
    item = replace(
        first, title=text, employer=text, location=text, pay=replace(first.pay, text=text), url=text,
        features=tuple(replace(line, reason=text) for line in first.features),
        limits=tuple(replace(line, text=text, state="unknown") for line in first.limits),
        trade_offs=(TradeOff("pay", text, text, text),), warnings=(PostingWarning("gender", text, text),),
        also_posted_as=(text,),
    )  # fmt: skip
    return replace(
        RESULT, client_id=text, model=text, as_of=text, level={**RESULT.level, "reasons": [text]}, items=(item,),
        shortfall=Shortfall(1, 3, (SmallestChange("pay", text, text, 1, text),)),
        questions=(Question("conditions.age", text, text),), notices=(text,),
    )  # fmt: skip


class _Seen(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.values, self.text = set(), [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.values += [name for name, _ in attrs]

    def handle_data(self, data):
        self.text += data


def _seen(text):
    parser = _Seen()
    parser.feed(text)
    return parser


def test_every_value_is_escaped():
    """Whatever a posting or a profile says stays text."""
    written = page([_with(EVIL)])
    assert EVIL not in written
    assert escape(EVIL) in written
    assert _seen(written).tags <= TAGS


@calm
@given(st.text("<>&\"'a /=script中", max_size=30))
def test_no_text_becomes_a_tag_or_an_attribute(text):
    """The page has the tags and attributes that it has for any other text."""
    seen, plain = _seen(page([_with(text)])), _seen(page([_with("甲")]))
    assert (seen.tags, seen.values) == (plain.tags, plain.values)


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_the_page_says_what_is_handed_over(tongue):
    """Titles, reasons, the day and the language."""
    use_language(tongue)
    written = page([RESULT])
    text = _seen(written).text
    assert f'lang="{tongue}"' in written
    assert all(item.title in text and item.pay.text in text for item in RESULT.items)
    assert RESULT.as_of in text


def test_nothing_comes_from_elsewhere():
    """No script, no link, no address: the page can be mailed or printed anywhere."""
    written = page([RESULT])
    assert not {"script", "link", "img", "iframe", "a"} & _seen(written).tags
    assert "http" not in written
    assert "url(" not in written


def test_a_section_for_each_client():
    """Many on one page, none on an empty one."""
    assert page([RESULT, RESULT]).count("<section>") == 2
    assert page([]).count("<section>") == 0


def test_a_client_without_a_job_is_told_why():
    """What is missing and what would bring it stand in the place of jobs."""
    short = market(posting(salary="3300元/月")).recommend(client(attitude={"pay_min": 4000}))
    text = _seen(page([short])).text
    assert all(change.text in text for change in short.shortfall.smallest_change)
    assert short.shortfall.smallest_change


def test_what_must_be_checked_by_hand_stands_on_the_page():
    """A limit of health that was not understood is told to whoever holds the print."""
    person = client(conditions={"health_limits": ["怕见生人"]})
    result = market(posting()).recommend(person)
    assert result.notices
    assert all(escape(notice) in page([result]) for notice in result.notices)


def test_nothing_to_give_way_in_is_said():
    """An empty list would look like something forgotten."""
    result = replace(RESULT, items=(), shortfall=Shortfall(0, 3, ()))
    assert "单独放宽哪一条都不会多出合适的岗位" in page([result])


def test_questions_stand_apart_from_the_last_job():
    """Below a line of their own, with one heading for all of them."""
    written = page([RESULT])
    asked = written[written.index('class="ask"') :]
    assert "</div><dl" in written
    assert asked.count("<dt>还要问</dt>") == 1
    assert asked.count("<dd>") == len(RESULT.questions) > 1


def test_a_job_can_be_found_again_by_its_id():
    """As the bureau's own system knows it."""
    assert all(f"编号\u00a0{item.posting_id}" in page([RESULT]) for item in RESULT.items)
