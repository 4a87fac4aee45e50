"""The words by which reported speech is known in English."""

from __future__ import annotations

from index.language.wordlists import words

SAY = words(
    """
    said says say stated states added adds told tells announced announces confirmed confirms claimed claims
    reported reports denied denies accused accuses blamed blames condemned condemns warned warns argued argues
    insisted insists acknowledged acknowledges admitted admits asserted asserts noted notes declared declares
    explained explains estimated estimates believes believe alleged alleges revealed reveals affirmed affirms
    underlined underlines stressed stresses tweeted wrote writes concluded concludes vowed vows urged urges called
    calls demanded suggested suggests testified recalled recalls pledged quoted cited cites put puts rejected
    rejects dismissed described describes documented recorded counted quipped replied responded commented
    indicated indicates criticized criticised mentioned mentions remarked emphasized emphasised maintained
    reiterated agreed conceded disclosed predicted observed continued disputed backed backs counts read
    complained voiced shared finds found thinks feels
    """
)
# These need an object that is a statement or a party; without one they seldom report speech.
WEAK = words(
    """
    put puts called calls backed backs found finds saw shared counted counts read thinks feels continued observed
    recorded described describes agreed maintained mentioned reports states notes claims estimates documented
    believe believes vows quoted cited cites recalled recalls
    """
)
PASSIVE = words("is are was were be been being")
# Participles that stand inside a noun phrase: "rebel groups led by the front", "a group based abroad".
INSIDE = words("led based backed affiliated linked so-called named called united armed allied embedded retired")
UTTERANCES = words("claim claims allegation allegations accusation accusations assertion announcement")
CLOSING = frozenset("\"”»’'")
PRONOUNS = words("he she it they we i who")
DETERMINERS = words("the a an two three four five several some many other another one his her their its our both")
LINKS = words("of for in at from on and with to against")
ENDS = words(
    """
    that while but as when after before because which who whom whose if where since than though although said
    saying adding citing told says according by killed wounded was were is are has have had on by during not
    """
)
ROLES = words(
    """
    spokesman spokeswoman spokesperson spokesmen minister president chief head director commander governor leader
    general colonel captain lieutenant major ambassador envoy secretary chancellor premier king prince
    official officials activist activists source sources resident residents witness witnesses correspondent
    reporter journalist analyst monitor monitors observer observers watchdog group agency network channel station
    newspaper ministry army military police statement report organization organisation committee council coalition
    centre center member members figure doctor medic medics nurse paramedic paramedics rescuer rescuers lawyer
    attorney prosecutor prosecutors judge mayor sheikh officer officers authorities authority government
    command observatory defence defense media tv television radio press page website sites militia rebels
    opposition regime troops aide adviser advisor chairman expert experts diplomat diplomats
    survivor survivors relative relatives villagers father mother brother son
    """
)
# A role that may open a noun phrase with no article before it: "spokesman John Dorrian said".
OPENERS = words(
    """
    spokesman spokeswoman spokesperson minister president chief head director commander governor leader member
    opposition state ambassador envoy secretary nurse doctor activist resident activists residents officials
    sources witnesses deputy vice former acting interim local medical military security police media senior leading news
    """
)
TIMES = words(
    """
    monday tuesday wednesday thursday friday saturday sunday yesterday today earlier later also then now
    however meanwhile recently repeatedly previously mondays tuesdays
    """
)
NUMBERS = words("two three four five six seven eight nine ten dozens scores hundreds thousands")
AUDIENCES = words(
    "reporters journalists a an the parliament lawmakers investors him her them us me that his delegates viewers"
)
