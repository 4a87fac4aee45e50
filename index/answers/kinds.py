"""What kind of answer a question wants, read from its words."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["figure", "who", "where", "when", "blame", "event", "yesno", "said", "why", "what"]

# The first that fits is taken: "how many were killed when…" asks for a figure, not for a time.
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    (
        "yesno",
        r"^(?:is|was)\s+(?!there\b|any)[\w' -]{2,60}\b(?:dead|alive|killed|wounded|injured|arrested|captured)\s*\?*$",
    ),
    (
        "blame",
        r"^who (?:else )?(?:has |have |had )?(?:bombed|struck|hit|attacked|shelled|gassed|poisoned|shot|downed|killed"
        r"|assassinated|murdered|massacred|kidnapped|abducted|fired (?:on|at|the)|launched|destroyed|blew up|torched)\b"
        r"|\bwho(?:m|se)?\b.{0,25}\b(?:behind|responsible|blamed?|to blame|carried out|accused)\b|\bresponsib"
        r"|\bblam(?:e|ed|es)\b|\baccus(?:e|es|ed|ation|ations)\b|\bdenial|\bden(?:y|ied|ies)\b"
        r"|\bwhose (?:planes|jets|aircraft|forces|missile)|\b(?:all|both|each) (?:sides|camps|part(?:y|ies))"
        r"|^did (?:the )?[\w' -]{2,30}? (?:hit|bomb|strike|attack|use|shell|fire|gas|kill|target|poison|down|destroy)\b"
        r"|\bregime or rebels|\bfalse flag",
    ),
    (
        "figure",
        r"\bhow (?:many|much)\b|\bnumber of\b|\bdeath toll\b|\btoll\b|\bcasualt|\bbody count|\bfatalit|\bwhat number"
        r"|\bhow (?:large|big|few|close|far|old|tall|deep|heavy|wide)\b"
        r"|\bmagnitude\b|\bestimated cost\b|\blosses\b|\bcount\b|\bdead\s*\?|\bdeaths\s*\?|\bwhat (?:amount|percent)"
        r"|\b(?:civilians|people|militants|soldiers|rebels|fighters)\b.{0,60}\bkill",
    ),
    (
        "event",
        r"\bwhat happened|\bbrief me|\bwhat do we know|\btell me about|\bsummar"
        r"|\bwhat(?:'s| is) (?:going on|the latest|new)|\blatest\b|\bsituation\b|\boverview\b|\btimeline\b|^\s*news\b"
        r"|\bupdate (?:me|on)\b",
    ),
    (
        "said",
        r"\bwhat (?:did|does|do|has|have)\b.{2,60}?\b(?:say|said|state|stated|claim|report|reaction|respond|think)\b"
        r"|\breaction\b|\bresponse\b|\bcomments?\b.{0,10}\bon\b|\bwhat .{2,40} (?:said|says)\b",
    ),
    (
        "who",
        r"\bwho(?:m|se)?\b|\bnames? of\b|\bnamed\b"
        r"|\bwhich (?:\w+ )?(?:person|official|general|minister|leader|group|president|country|organi[sz]ation)\b",
    ),
    (
        "where",
        r"\bwhere\b|\b(?:exact )?(?:place|locations?|sites|whereabouts)\b"
        r"|\b(?:which|what)\b.{0,20}?\b(?:cit(?:y|ies)|towns?|villages?|provinces?|countr(?:y|ies)|nations?|regions?"
        r"|states?|areas?|districts?|neighbou?rhoods?|capital)\b(?! (?:say|said|claim|report|do|want))",
    ),
    (
        "when",
        r"\bwhen\b|\bwhat (?:time|day|date|year|month|hour)\b|\bon what day\b|\bin what year\b|\bhow long\b",
    ),
    ("why", r"\bwhy\b|\bwhat (?:caused|causes|prompted|led to)\b|\breason\b"),
    ("yesno", r"^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should)\b"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)


def kind_of(question: str) -> Kind:
    """The kind of answer that `question` wants; "what" where no other kind is plain."""
    return next((kind for kind, pattern in _COMPILED if pattern.search(question)), "what")
