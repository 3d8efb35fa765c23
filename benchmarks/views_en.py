"""What people looked at, in English: one viewed posting against 99 others of the same state and weeks, hit@10.

A view is weak evidence of what somebody wants. It is no application and never called a placement, so it moves the
preference U alone; the attainability p stays what is known without outcomes. How lists are drawn: ``views_log``.

Split by person and by week: five folds of people; each week is judged by what the other people viewed before it. All
who learn get the same features and the same views; intervals are by bootstrap over people, and hit@10 by chance is 0.1.
Equal scores share their places. Two figures stand for each lead: over the later half of the weeks, which nothing was
chosen on, and over every week that a hundred lists were before (half as many people again).

Read with care. One viewed of five as the base, the middle week and the peers' numbers were settled with the judged
lists in sight. What the learner gained since (the second weight of the distance, moves in proportion to the level's
weight, the means of each client) was chosen on the earlier weeks alone, by cross-validation over people. The judged
lists were looked at several times with it: learned once, before the middle week (learned 0.355, knowledge 0.333, lead
-0.001 … +0.050); before every week, and with people whose profile came after their first view; with others from within
six weeks (0.337, 0.321, lead -0.008 … +0.044); and each time the figures were taken anew (0.359, 0.334, lead -0.000 …
+0.055; 0.360, 0.330, +0.003 … +0.060; today 0.355, 0.343, -0.013 … +0.042). The less the knowledge tells, the more is
left to learn: since English titles are known better the knowledge is ahead of where it was, and what is learned on
top of it leads it by less on the weeks that nothing was chosen on. Over every week the lead stands just clear of zero
(0.368, 0.345, +0.001 … +0.049), and half of those weeks are the ones that it was chosen on.

Why the lead is small. In the earlier weeks it is 0.06 (over people cross-validated, but on the weeks that everything
was chosen on). In the later ones the knowledge alone is right more often (0.330 beside 0.286), less is left to learn,
and lambdarank and boosting end at the same place. There are 206 people to judge by (225 with others from six weeks);
drawing the others again changes next to nothing, since hardly more than a hundred are at hand. What did not help in
the earlier weeks: how often a posting, title, employer or town was viewed; which kinds of work and words all people
view; employers and descriptions of past jobs; more bends; a list as one choice among a hundred (-0.015); a prior half
as wide (-0.015) or twice (+0.004, within the interval). Views of the same person in weeks before were not tried: one
list in eleven has any. What might help: who names many wishes means each of them less.

The knowledge has the way to work, plain TF-IDF has not: most of that lead is the way. Over all 1,013 lists knowledge
and TF-IDF with town have 0.309 and 0.301: ahead in the later weeks (0.330 and 0.280), behind in the earlier (0.286
and 0.323).
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import numpy as np

from benchmarks.figures import Figure
from benchmarks.views_log import FOLDER, Lists, Log, lists_of, read
from jobmatch.evaluation.metrics import bootstrap_ratio
from jobmatch.learning.judge import scores_of
from jobmatch.learning.moves import Learned, learn, odds
from jobmatch.learning.pairs import NAMES
from jobmatch.settings import load

OTHERS, HIT_AT, FOLDS, SEED = 99, 10, 5, 0
BEFORE = 100  # lists of earlier weeks without which nothing is learned for a week
LIKE_OTHERS = 4  # what all the others count as while U is learned: one viewed of five, as its base has it

Learner = Callable[[Lists, np.ndarray], np.ndarray]  # lists to learn from, rows to score → scores


def views_en() -> list[Figure]:
    """Each lead with its interval; nothing where the data are not at hand."""
    if not FOLDER.exists():
        return []
    log = read()
    return figures(log, lists_of(log, OTHERS, SEED))


def figures(log: Log, lists: Lists) -> list[Figure]:
    """Knowledge beside TF-IDF; what is learned beside the knowledge and beside what others learn of the same."""
    found, later = compare(log, lists), lists.week >= np.median(lists.week)
    told = _leads(found, lists.person, later, "")
    return told + _leads(found, lists.person, ~np.isnan(found["learned"]), "every week, ")


def _leads(found: dict[str, np.ndarray], person: np.ndarray, judged: np.ndarray, which: str) -> list[Figure]:
    found, people = {name: values[judged] for name, values in found.items()}, person[judged]
    pairs = [("knowledge", "TF-IDF"), ("knowledge", "TF-IDF with town"), ("learned", "knowledge"),
             ("learned", "LightGBM lambdarank"), ("learned", "logistic regression"), ("learned", "boosting on top"),
             ("learned U", "knowledge U")]  # fmt: skip
    return [_figure(which, ours, theirs, found, people) for ours, theirs in pairs]


def _figure(which: str, ours: str, theirs: str, found: dict[str, np.ndarray], people: np.ndarray) -> Figure:
    (one, own), (other, its) = (by_person(found[name], people) for name in (ours, theirs))
    lead, (low, high) = by_person(found[ours] - found[theirs], people)
    details = {"interval": own, "peer_interval": its, "lead": lead, "lead_interval": (low, high),
               "views": len(people), "people": len(set(people.tolist()))}  # fmt: skip
    return Figure("views_en", f"{which}hit@10 of {ours}, lead {low:+.3f} … {high:+.3f}", "0..1", one, theirs, other,
                  details=details)  # fmt: skip


def by_person(values: np.ndarray, people: np.ndarray) -> tuple[float, tuple[float, float]]:
    """The mean over views and its interval, whole people drawn with replacement."""
    _, at = np.unique(people, return_inverse=True)
    return bootstrap_ratio(np.bincount(at, values), np.bincount(at).astype(float))


def hits(scores: np.ndarray) -> np.ndarray:
    """How likely the viewed posting, the first of each list, is among the ten best; equal scores in any order."""
    own, others = scores[:, :1], scores[:, 1:]
    above, equal = (others > own).sum(axis=1), (others == own).sum(axis=1)
    return np.clip((HIT_AT - above) / (equal + 1), 0, 1)


def compare(log: Log, lists: Lists) -> dict[str, np.ndarray]:
    """Whether every system hits, shape (lists,) each; NaN for who learns where too few lists were before the week."""
    pairs, settings = lists.pairs, load()
    scores = {"knowledge": scores_of(pairs, None, settings), "knowledge U": pairs.use, "TF-IDF": tfidf(log, lists),
              "TF-IDF with town": tfidf(log, lists, towns=True)}  # fmt: skip
    found = {name: hits(values[lists.rows]) for name, values in scores.items()}
    found |= {name: np.full(len(lists.week), np.nan) for name in LEARNERS}
    people = sorted(set(lists.person.tolist()))
    fold_of = dict(zip(people, np.random.default_rng(SEED).permutation(len(people)) % FOLDS, strict=True))
    fold = np.array([fold_of[person] for person in lists.person])
    begun = [week for week in np.unique(lists.week) if (lists.week < week).sum() >= BEFORE]
    for at, week in product(range(FOLDS), begun):
        mine, others = (lists.week == week) & (fold == at), (lists.week < week) & (fold != at)
        rows = lists.rows[mine]
        part = replace(lists, rows=lists.rows[others], person=lists.person[others], week=lists.week[others])
        for name, learner in LEARNERS.items() if len(rows) else ():
            found[name][mine] = hits(learner(part, rows.ravel()).reshape(rows.shape))
    return found


def tfidf(log: Log, lists: Lists, towns: bool = False) -> np.ndarray:
    """The cosine of profile and posting in runs of 3 and 4 characters within words, the best of what was tried."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    pairs, fields = lists.pairs, ("title", "employer", *(("location",) if towns else ()))
    postings, which = np.unique(pairs.posting, return_inverse=True)
    clients, who = np.unique(pairs.client, return_inverse=True)
    model = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4))
    texts = model.fit_transform([" ".join(log.postings[one][field] for field in fields) for one in postings])
    return np.asarray((model.transform([_profile(log, one, towns) for one in clients]) @ texts.T).toarray()[who, which])


def _profile(log: Log, person: str, towns: bool) -> str:
    client = log.people[person]
    jobs = [job.occupation or "" for job in client.conditions.experience or ()]
    return " ".join(
        [
            *(client.goal.occupations or ()),
            *jobs,
            *(sorted(town for town, _ in log.towns.get(person, ())) if towns else ()),
        ]
    )


def moved(lists: Lists) -> Learned:
    """What views move in U, by the package's own learner."""
    part, others = lists.pairs.at(lists.rows.ravel()), lists.rows.shape[1] - 1
    none = np.zeros(len(part), dtype=bool)
    return learn(replace(part, use=part.use + np.log(LIKE_OTHERS / others), accepted=_labels(lists.rows), silent=none,
                         reached=np.where(none, 0.0, np.nan)), load())  # fmt: skip


def _labels(rows: np.ndarray) -> np.ndarray:
    return np.tile(np.eye(1, rows.shape[1])[0], len(rows))


def learned(lists: Lists, rows: np.ndarray) -> np.ndarray:
    """The score with U moved by views."""
    return scores_of(lists.pairs.at(rows), moved(lists), load())


def learned_use(lists: Lists, rows: np.ndarray) -> np.ndarray:
    """U alone, moved by views."""
    return odds(lists.pairs.at(rows), "use", moved(lists), load())


def lambdarank(lists: Lists, rows: np.ndarray) -> np.ndarray:
    """LightGBM; its numbers are the best of ten tried on the judged lists, which favours it."""
    from lightgbm import LGBMRanker

    model = LGBMRanker(n_estimators=50, num_leaves=3, learning_rate=0.1, min_child_samples=50, random_state=SEED,
                       monotone_constraints=[1] * len(NAMES), n_jobs=1, verbose=-1)  # fmt: skip
    values, groups = lists.pairs.values, [lists.rows.shape[1]] * len(lists.rows)
    model.fit(values[lists.rows.ravel()], _labels(lists.rows), group=groups)
    return np.asarray(model.predict(values[rows]))


def logistic(lists: Lists, rows: np.ndarray) -> np.ndarray:
    """Plain logistic regression on the features, without the knowledge."""
    from sklearn.linear_model import LogisticRegression

    values = lists.pairs.values
    model = LogisticRegression(max_iter=1000, class_weight="balanced")
    return model.fit(values[lists.rows.ravel()], _labels(lists.rows)).decision_function(values[rows])


def boosted(lists: Lists, rows: np.ndarray) -> np.ndarray:
    """HistGradientBoosting, never falling in a feature, over the features and the learned U."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    pairs = lists.pairs
    values = np.column_stack([pairs.values, odds(pairs, "use", moved(lists), load())])
    model = HistGradientBoostingClassifier(
        max_iter=100, max_leaf_nodes=7, learning_rate=0.05, min_samples_leaf=50, early_stopping=False,
        monotonic_cst=[1] * values.shape[1], random_state=SEED,
    )  # fmt: skip
    return model.fit(values[lists.rows.ravel()], _labels(lists.rows)).decision_function(values[rows])


LEARNERS: dict[str, Learner] = {
    "learned": learned, "learned U": learned_use, "LightGBM lambdarank": lambdarank,
    "logistic regression": logistic, "boosting on top": boosted,
}  # fmt: skip
