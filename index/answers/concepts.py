"""Words that reports of war use for one another: kids are asked about, children are reported."""

from __future__ import annotations

import functools

from index.language.terms import terms

# One concept a line. Not synonyms in general: what stands for the same thing in this kind of text.
_CONCEPTS = """
kid kids child children boy girl minor youngster newborn baby babies infant
die dies died dead death deaths kill killed killing toll fatality fatalities lives slain martyred casualties
wound wounded injured injuries hurt injury injuring maimed casualties
strike strikes airstrike airstrikes raid raids bombing bombardment bombed attack attacks attacked hit struck shelling
blast explosion explosions exploded blew blown bomb bombing detonated
chemical gas sarin chlorine toxic poison nerve gassed gassing poisonous
hospital clinic medical facility infirmary ward
doctor medic physician surgeon nurse paramedic
soldier soldiers troops army military forces servicemen personnel
rebel rebels insurgents opposition fighters militants gunmen
militant militants terrorists jihadists extremists insurgents fighters
regime government assad damascus
plane planes jet jets aircraft warplane warplanes
base airbase airfield
inspector inspectors investigators experts mission team
arrest arrested detained captured seized
abduct abducted kidnapped hostage
fire fired launch launched shot
missile missiles rocket rockets
flee fled displaced refugees exodus
truce ceasefire cessation armistice
aid relief humanitarian assistance
ammunition arms weapons munitions depot dump arsenal
road route highway
town city village
province governorate region
talks negotiations discussions meeting
withdraw withdrawal pull pulled pullout leave leaving
deploy deployment deployed send sent
blame blamed accuse accused responsible responsibility perpetrator
deny denied denies denial rejected dismissed
claim claimed responsibility credit
say said told stated announced declared
buy bought purchase purchased
meet meets met meeting
hold held holding
take took taken taking
give gave given
go went gone going
come came coming
lose lost losing loss losses
find found finding
win won winning victory
begin began begun start started
break broke broken
speak spoke spoken speech
tell told
fly flew flown flight
sell sold sale
fight fought fighting battle clashes
bring brought
build built
burn burnt burned fire
shoot shot shooting
fall fell fallen
rise rose risen
think thought
make made
see saw seen
write wrote written
flee fled
split separated apart
wife husband spouse
president leader head chief
governor mayor
purpose aim goal goals objective
cost budget price funding fund spending
cut slit slash
mistake mistakenly accidental accidentally friendly
allied ally coalition partner
age aged old
close near within metres meters kilometres kilometers miles distance
run running working operational operating functioning service action
place site sites square location locations
sweden swede swedish
denmark dane danish
britain briton british uk
turkey turk turkish
france french frenchman
germany german
russia russian
poland pole polish
spain spanish spaniard
china chinese
iran iranian
israel israeli
norway norwegian
finland finn finnish
netherlands dutch
canada canadian
america american us
lead leads leading led head heads headed chief
"""


@functools.cache
def _groups() -> dict[str, frozenset[str]]:
    kin: dict[str, set[str]] = {}
    for line in _CONCEPTS.strip().splitlines():
        stems = {stem for stem in terms(line) if stem}
        for stem in stems:
            kin.setdefault(stem, set()).update(stems)
    return {stem: frozenset(others - {stem}) for stem, others in kin.items()}


def kin(term: str) -> frozenset[str]:
    """The stems that may stand for a stem."""
    return _groups().get(term, frozenset())
