"""Names found in one text, read together into mentions of places: joined from wide to narrow, doubts kept.

Rows are those of ``place_names.Names``: units of the gazetteer first, then landmarks.
"""

from dataclasses import replace

from jobmatch.records.place import Place
from jobmatch.text.places.gazetteer import gazetteer
from jobmatch.text.places.names import Token
from jobmatch.text.places.rows import CITY, DISTRICT, LANDMARK, MUNICIPALITIES, PROVINCE, TOWNSHIP
from jobmatch.text.places.signs import (
    LIST_SEPARATORS,
    SEPARATORS,
    begins,
    ends,
    names_house,
    says_campus,
    says_estate,
    says_site,
    says_street,
    says_zone,
)
from jobmatch.text.places.told import Mention, Telling


class Reading(Telling):
    """One text's names on their way to one place."""

    def __init__(self, text: str, tokens: list[Token], home: tuple[tuple[int, int], ...], *, loose: bool) -> None:
        super().__init__(text, home)
        self.tokens, self.loose = tokens, loose
        self.token_ends: set[int] = set()  # of the names that were taken

    def place(self) -> Place | None:
        """The first place that can be told, with the others behind it."""
        told = [self._told(mention) for mention in self._mentions()]
        if not told:
            return None
        if len(told) == 1:
            return told[0]
        first = told[0]
        others = dict.fromkeys(p.code for p in told[1:] if p.code and p.code != first.code and not p.ambiguous)
        if not others or first.ambiguous:
            return first
        return replace(first, alternatives=tuple(code for code in others if code))

    def _mentions(self) -> list[Mention]:
        """The places that the text names: a name joins the one before it where one lies in the other."""
        mentions: list[Mention] = []
        for token in self.tokens:
            if token.street:
                continue
            joined = self._join(mentions[-1], token) if mentions else None
            if joined:
                mentions[-1] = joined
            elif rows := self._opening(token, first=not mentions):
                rows = self._beside(mentions[-1], rows) if mentions else rows
                mentions.append(Mention(rows, token, True, self._is_guess(token, rows)))
            else:
                continue
            self.token_ends.add(token.end)
        return self._on_street(mentions)

    def _beside(self, mention: Mention, rows: tuple[int, ...]) -> tuple[int, ...]:
        """朝阳 listed behind 海淀 is the one in the same city."""
        cities = {self._city_number(row) for row in mention.rows}
        return tuple([row for row in rows if self._city_number(row) in cities]) or rows

    def _on_street(self, mentions: list[Mention]) -> list[Mention]:
        """天河路 within 广州, said or at home, tells 天河区 as likely where nothing narrower is said."""
        city = self._city(mentions[0].rows) if len(mentions) == 1 else ()
        if mentions and not city:
            return mentions
        for token in self.tokens:
            if self._names_street(token) and self._left(token):
                inside = self._within(token.rows, city) if city else self._at_home(token.rows, TOWNSHIP)
                row = self._only_district(inside, token.rows)
                if row is not None:
                    return [Mention((row,), mentions[0].first if mentions else token, not mentions, guess=True)]
        return mentions

    def _names_street(self, token: Token) -> bool:
        named_after = self.text[token.start : token.street or token.end]
        return (bool(token.street) or self._is_road(token)) and named_after not in self.names.borne

    def _is_guess(self, token: Token, rows: tuple[int, ...]) -> bool:
        """Read out of other words: 泛海城市广场, 劲松大厦, 花园路128号; or a namesake that is not at home."""
        narrow = self._widest(rows) >= DISTRICT
        if self.loose or not self._left(token) or (narrow and self._is_road(token)):
            return True
        if narrow and self.home and not self._near(rows):
            return not token.full or self._widest(rows) == TOWNSHIP
        if self._widest(rows) == DISTRICT and not (token.full or self._right(token) or self._behind_within(token)):
            return not self._at_home(rows, DISTRICT)
        return self._widest(rows) >= LANDMARK and not token.full and not self._right(token)

    def _is_road(self, token: Token) -> bool:
        return self.text[token.end - 1] in "路街道" and not self.text.endswith("街道", 0, token.end)

    def _left(self, token: Token) -> bool:
        """Nothing but a separator, another name or 在 and its like stands before the name."""
        return token.start in self.token_ends or begins(self.text, token.start)

    def _right(self, token: Token) -> bool:
        """Nothing but a separator or 附近 and its like stands behind the name."""
        return ends(self.text, token.end)

    def _opening(self, token: Token, *, first: bool) -> tuple[int, ...]:
        """The rows that a name may mean by itself; none where it is more likely a part of other words."""
        left, rank = self._left(token), self._widest(token.rows)
        generic = self._is_road(token) or self._said(token) in self.names.generic
        if not first:
            return token.rows if rank <= DISTRICT and not generic and self._listed(token) else ()
        if generic:
            if self._is_road(token) and self._city_elsewhere(token):
                return ()
            return (self._at_home(token.rows, TOWNSHIP) or self._borne_out(token)) if left else ()
        if not left and self._said(token).endswith("城市"):  # 泛海城市广场 is not in 海城市
            return ()
        if rank <= CITY:
            return token.rows
        return () if self.loose and rank > DISTRICT else self._opening_narrow(token, rank, left)

    def _city_elsewhere(self, road: Token) -> bool:
        """光华路和前进路交叉口 乌鲁木齐市: the city that is said, and not the one at home."""
        wide = [token for token in self.tokens if self._widest(token.rows) <= CITY and token.full]
        at_home = self._at_home(road.rows, TOWNSHIP)
        return any(not self._within(at_home, token.rows) for token in wide)

    def _borne_out(self, token: Token) -> tuple[int, ...]:
        """The rows whose district the next name is in: 新机场 by itself may be anywhere, 新机场榆垡镇 is one."""
        behind = next((other for other in self.tokens if other.start >= token.end), None)
        if behind is None or not (behind.full or self._right(behind)):
            return ()
        if behind.start != token.end and not (behind.full or self._left(behind)):
            return ()
        districts = {self.numbers[row] // 1000 for row in behind.rows}
        return tuple([row for row in token.rows if self.numbers[row] // 1000 in districts])

    def _opening_narrow(self, token: Token, rank: int, left: bool) -> tuple[int, ...]:
        if rank == DISTRICT:
            return self._opening_district(token, left)
        if rank == LANDMARK:
            return token.rows if left or token.end - token.start >= 3 else ()
        return self._opening_township(token, left)

    def _listed(self, token: Token) -> bool:
        """A further place must stand apart: 沈阳 昆山, 广州、杭州, 思明区、海沧区; 朝阳区上海花园 names one."""
        before, behind = self.text[token.start - 1 : token.start], self.text[token.end : token.end + 1]
        if token.full:
            return token.start in self.token_ends or before in LIST_SEPARATORS
        listed = before in LIST_SEPARATORS or (before in "或和及与" and self._right(token))
        return listed and (not behind or behind in SEPARATORS or behind == "多")

    def _opening_district(self, token: Token, left: bool) -> tuple[int, ...]:
        if token.full or (left and self._right(token)) or says_campus(self.text, token.end):
            return token.rows
        if not left:
            return ()
        known = self._behind_within(token) or self._at_home(token.rows, LANDMARK)
        return token.rows if known else self._by_site(token)

    def _behind_within(self, token: Token) -> bool:
        behind = next((other for other in self.tokens if other.start == token.end), None)
        return behind is not None and bool(self._within(behind.rows, token.rows))

    def _by_site(self, token: Token) -> tuple[int, ...]:
        """福田 before a house, a street or a zone, 香河 before a zone: the one district of a name that few bear."""
        districts = self._at_rank(token.rows, DISTRICT)
        if self.loose or len(districts) != 1 or not self._rare(token.rows) or self._said(token) in self.names.borne:
            return ()
        district = self.numbers[districts[0]] // 1000
        namesakes = {self.numbers[row] // 1000 for row in token.rows} - {district}
        zone = len(namesakes) <= 1 and says_zone(self.text, token.end)
        return districts if zone or (self._in_large_city(district) and says_site(self.text, token.end)) else ()

    def _opening_township(self, token: Token, left: bool) -> tuple[int, ...]:
        """A bare town: by its full name, at home, or where the text is nothing else and no home is known."""
        if token.full:
            rows = self._renamed(token) or token.rows
            return rows if left or token.end - token.start > 3 else ()
        whole = token.start == 0 and token.end == len(self.text)
        if whole:
            known = not self.home or bool(self._near(token.rows))
        else:
            inside = self._at_home(token.rows, TOWNSHIP)
            known = left and bool(inside) and (self._right(token) or self._telling(token, inside))
        return token.rows if known else ()

    def _telling(self, token: Token, inside: tuple[int, ...]) -> bool:
        """黄村 before a street or estate, 西红门 before a house; houses bear names as short as 新湖 far from there."""
        says = says_site if token.end - token.start > 2 else says_street
        said = says(self.text, token.end) or (not token.street and says_estate(self.text, token.end))
        return said and self._only_district(inside, token.rows) is not None

    def _renamed(self, token: Token) -> tuple[int, ...]:
        """营城子镇 in a file of 大连 is its 营城子街道, as towns become, and not a town far away."""
        if not self.home or self._near(token.rows):
            return ()
        stem = self._said(token).removesuffix("街道").removesuffix("镇").removesuffix("乡")
        return self._at_home(self.names.rows_of(stem), TOWNSHIP)

    def _join(self, mention: Mention, token: Token) -> Mention | None:
        """The mention narrowed by a further name, or None where the two have nothing in common."""
        if self._enumerated(mention, token):
            return None
        if campus := self._campus(mention, token):
            return campus
        if namesake := self._namesake(mention, token):
            return Mention(namesake, mention.first, False, mention.guess)
        down = self._within(token.rows, mention.rows)
        if down:
            return self._down(mention, token, down)
        if mention.first.full or self._widest(mention.rows) >= DISTRICT:
            up = self._within(mention.rows, token.rows)
            if up:  # 大兴区, 北京市
                return Mention(up, mention.first, False, mention.guess and not self._places_zone(mention, token))
        return self._town_of_zone(mention, token) or self._contradiction(mention, token)

    def _campus(self, mention: Mention, token: Token) -> Mention | None:
        """厦门大学翔安校区, 中山大学深圳校区: the place of the campus wins over that of the university."""
        if self.loose or not (self._is_zone(mention) and says_campus(self.text, token.end)):
            return None
        cities = {self._city_number(row) for row in mention.rows}
        rows = tuple([row for row in token.rows if self._city_number(row) in cities])
        rank = self._widest(token.rows)
        rows = rows or self._at_rank(token.rows, rank)
        return Mention(rows, token, True, True) if rank <= DISTRICT or rows != token.rows else None

    def _namesake(self, mention: Mention, token: Token) -> tuple[int, ...]:
        """New York, NY is the city: the province that is said behind its own name tells that its namesake is meant."""
        if not self._left(token) or self._widest(token.rows) != PROVINCE or token.rows[0] not in mention.rows:
            return ()
        return tuple([row for row in self._within(mention.rows, token.rows[:1]) if row != token.rows[0]])

    def _is_zone(self, mention: Mention) -> bool:
        return any(row >= self.names.first_landmark for row in mention.rows)

    def _places_zone(self, mention: Mention, token: Token) -> bool:
        """亦庄经济开发区 大兴区: the district that is said bears out where the zone was taken to be."""
        said = token.full and self._widest(token.rows) == DISTRICT
        return said and self._is_zone(mention) and not self.loose

    def _town_of_zone(self, mention: Mention, token: Token) -> Mention | None:
        """亦庄 荣华街道: a zone is wider than the town whose name it bears; the town that is said wins."""
        if not (self._is_zone(mention) and token.full and self._left(token)) or self.loose:
            return None
        districts = {self.numbers[row] // 1000 for row in mention.rows}
        towns = [row for row in token.rows if self.ranks[row] == TOWNSHIP and self.numbers[row] // 1000 in districts]
        return Mention(tuple(towns), mention.first, False, False) if towns else None

    def _enumerated(self, mention: Mention, token: Token) -> bool:
        """In 北京、天津、河北 the last is the province and no district of 天津."""
        listed = self.text[token.start - 1 : token.start] == "、"
        return listed and self._widest(token.rows) <= self._widest(mention.rows)

    def _contradiction(self, mention: Mention, token: Token) -> Mention | None:
        """山东省泰州市: in one breath, but 泰州 lies elsewhere; the narrower is the likelier."""
        one_breath = mention.alone and mention.first.full and token.full and token.start == mention.first.end
        wide = self._widest(mention.rows) == PROVINCE
        if one_breath and wide and self._widest(token.rows) <= DISTRICT:
            return Mention(token.rows, token, alone=True, guess=True)
        return None

    def _down(self, mention: Mention, token: Token, down: tuple[int, ...]) -> Mention:
        """A name within the mention: taken where it stands as a name, else it narrows nothing."""
        narrower = self._narrower(down, mention.rows)
        rank = self._widest(narrower or down)
        if (self.loose and rank > DISTRICT) or not (token.full or self._firm(token, rank, mention, down)):
            return mention
        if narrower or len(mention.rows) > 1:
            guess = mention.guess and (self.loose or rank == LANDMARK)  # a unit that is said bears the guess out
            return Mention(narrower or down, mention.first, False, guess)
        return mention

    def _firm(self, token: Token, rank: int, mention: Mention, down: tuple[int, ...]) -> bool:
        """A short name within a wider place is one where it is set off; 河南新华电脑学院 names no district."""
        if self._said(token) in self.names.generic:  # 广东科技园 may be anywhere in 广东, 小蓝经开区 is another
            if len(self._at_rank(down, DISTRICT)) == 1 and self._right(token):  # but 河北大厂 is a county
                return self._left(token)
            in_city = self._widest(mention.rows) > PROVINCE or self.numbers[down[0]] // 10_000_000 in MUNICIPALITIES
            return in_city and self._left(token)
        if rank == LANDMARK:
            return True
        if not self._left(token):
            return rank == DISTRICT and says_campus(self.text, token.end)
        if self._right(token) or rank < DISTRICT or self._only_town(token, rank):
            return True  # 湖州织里童装城: no other unit is called so
        leap = self._widest(mention.rows) == PROVINCE and self.numbers[down[0]] // 10_000_000 not in MUNICIPALITIES
        district = leap and not gazetteer().names[down[0]].endswith(("市", "县"))  # 江苏昆山 is said, 河南新华 is not
        return rank == DISTRICT and not (self.loose or district)

    def _only_town(self, token: Token, rank: int) -> bool:
        """A town whose name no other unit bears, and which is not that of a house as in 横店大厦."""
        alone = rank == TOWNSHIP and len(token.rows) == 1 and not self.loose
        return alone and not names_house(self.text, token.end)

    def _narrower(self, rows: tuple[int, ...], outer: tuple[int, ...]) -> tuple[int, ...]:
        """Without the same unit said again (北京市/北京市), which narrows nothing; a landmark in it does."""
        known, landmark = {self.numbers[row] for row in outer}, self.names.first_landmark
        return tuple([row for row in rows if row >= landmark or self.numbers[row] not in known])
