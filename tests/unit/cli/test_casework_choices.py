"""The words that the casebook's commands take are those of the rooms below."""

from jobmatch.casebook.feedback import REASONS
from jobmatch.casebook.standing import BY_FACTS
from jobmatch.cli.casework import case
from jobmatch.dataset.outcomes import EVENTS
from jobmatch.messages import say
from jobmatch.plan.follow_up import INTERVALS


def choices(command, name):
    """The words of one parameter."""
    return tuple(next(one for one in case.commands[command].params if one.name == name).type.choices)


def test_outcomes_reasons_and_categories_are_those_below():
    """None missing and none besides; what was shown is recorded by recommending."""
    assert choices("outcome", "event") == EVENTS[1:]
    assert choices("outcome", "because") == REASONS
    assert choices("category", "category") == (*INTERVALS, BY_FACTS)


def test_every_word_of_an_event_has_a_name():
    """In the language of the person who reads it."""
    words = [*choices("outcome", "event"), *choices("category", "category"), *choices("close", "why")]
    assert all(say(f"what.{word}") for word in [*words, *choices("refer", "way"), "reached", "taken_back", "undone"])
