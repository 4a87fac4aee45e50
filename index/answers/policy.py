"""How questions are answered: how much is read, how much is shown, and when nothing is said."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class AnswerPolicy:
    # Seconds that an answer may take once the question is understood; then what is ready is given.
    deadline_s: float = 10.0
    # How many passages are looked at for an answer.
    hits: int = 60
    # How many articles are read for an answer.
    articles: int = 24
    # The same in each language that the question is not in.
    foreign_hits: int = 12
    foreign_articles: int = 6
    # How many statements the judge of support is asked about.
    judged: int = 16
    # How likely support must be for a question to be answered at all, from 0 to 1.
    least_support: float = 0.5
    # Who asks for news gets it from so many days, where any in them answers.
    news_days: int = 14
    # How many claims an answer has.
    claims: int = 3
    # How many claims an answer has on what happened, on lists, and where speakers differ.
    wide_claims: int = 5
    # How many where it is asked what every side says.
    side_claims: int = 8
    # How much less likely than the first a further claim may be, in units of score.
    behind: float = 1.5
    # The same for another speaker's account or count of the same incident.
    rival_behind: float = 3.0
    # The same for another count of the incident: reports word it in many ways.
    count_behind: float = 9.0
    # The same for the best count in another report: one that is less about the incident only mentions others.
    report_behind: float = 5.0
    # The same for a later and larger count of the incident: the last reports of it word it in few words.
    grown_behind: float = 9.0
    # The same for another account of the deed.
    account_behind: float = 7.0
    # How much less likely than the best a statement may be to be held against others.
    opposed_behind: float = 8.0
    # How many pairs of statements are read for whether they contradict each other.
    opposed_read: int = 10
    # How likely it must be that two statements oppose each other where no rule tells it, from 0 to 1.
    least_opposed: float = 0.2
    # What is read in both must say so, too: the least logit that they contradict each other.
    least_read: float = 0.0
    # How likely it must be, once both are read, where a rule tells it.
    least_disputed: float = 0.12
    # How many positions of a disagreement are shown.
    positions: int = 12


DEFAULT = AnswerPolicy()
