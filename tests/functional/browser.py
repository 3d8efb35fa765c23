"""What the tests of the service share: a browser without JavaScript that follows the forms of a page."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any


@dataclass
class Button:
    """A way on from a page: where it leads and what it sends."""

    path: str
    data: dict[str, str]


@dataclass
class Form:
    """A form as a browser would send it untouched."""

    path: str | None
    data: dict[str, str] = field(default_factory=dict)


class Page(HTMLParser):
    """The forms, inputs, labels and tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text, self.forms, self.buttons, self.tags = text, [], [], []
        self.labelled: set[str] = set()
        self.inputs: list[dict[str, Any]] = []
        self._select = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what matters of a tag."""
        has = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag == "form":
            self.forms.append(Form(has.get("action")))
        elif tag == "label":
            self.labelled.add(has.get("for", ""))
        elif tag in ("input", "select", "textarea"):
            self.inputs.append(has | {"tag": tag})
            self._select = has.get("name", "")
            self.forms[-1].data[self._select] = has.get("value", "")
        elif tag == "option" and "selected" in has:
            self.forms[-1].data[self._select] = has.get("value", "")
        elif tag == "button" and "formaction" in has:
            named = {has["name"]: has["value"]} if "name" in has else {}
            self.buttons.append(Button(has["formaction"], {**self.forms[-1].data, **named}))

    def form(self, path: str) -> Form:
        """The form that leads to a path."""
        return next(one for one in self.forms if one.path == path)

    def button(self, path: str, **sends: str) -> Button:
        """The button that leads to a path and sends this."""
        return next(one for one in self.buttons if one.path == path and sends.items() <= one.data.items())
