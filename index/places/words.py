"""The words around a name that tell that it is a place's, by language. Words of the languages, no names."""

from __future__ import annotations

from index.language.wordlists import words

# Before a name of a place: where, from where, to where.
BEFORE = {
    "en": words(
        "in at near from to towards toward around outside inside into across through over above off of "
        "between within north south east west northern southern eastern western central northeast northwest "
        "southeast southwest northeastern northwestern southeastern southwestern downtown nearby besieged "
        "occupied"
    ),
    "fr": words("à a de du d en vers près depuis dans sur au aux autour entre hors nord sud est ouest"),
    "es": words("en de a hacia cerca desde hasta sobre entre del al norte sur este oeste"),
    "ru": words("в во из под над к ко на около у близ возле до от через за при для между северу югу востоку западу"),
    "uk": words("в у із з зі під над до на біля поблизу коло від через за при для між по півночі півдні сході заході"),
    "ar": words(
        "في من الى إلى على عن قرب نحو حول بين عند باتجاه داخل خارج شمال جنوب شرق غرب شمالي جنوبي شرقي غربي "
        "وسط جنوبى ضواحي باتجاه صوب فوق عبر حتى وفي ومن والى وإلى"
    ),
    "he": words(
        "ליד מ של אל מעל באזור סביב בין לעבר צפון דרום מזרח מערב מצפון מדרום ממזרח ממערב בצפון בדרום במזרח במערב מול"
    ),
}
# Of these the ones that stand as often before a person or a thing.
OF = words("of off over above between de du d del por sobre entre за для от через при по з із с")
# Kinds of places that stand before (or in English after) the name.
KINDS = {
    "en": words(
        "town city village province region governorate district area camp port capital suburb suburbs "
        "outskirts countryside crossing oblast municipality neighbourhood neighborhood villages towns cities "
        "state county settlement locality airport airbase front frontline"
    ),
    "fr": words(
        "ville village province région gouvernorat district camp port capitale banlieue faubourgs localité "
        "quartier villages villes commune préfecture aéroport oblast localités"
    ),
    "es": words(
        "ciudad pueblo aldea provincia región gobernación distrito campo campamento puerto capital suburbio "
        "suburbios localidad barrio municipio aeropuerto óblast localidades ciudades"
    ),
    "ru": words(
        "город города городе городом городу село села селе деревня деревне деревни область области областью "
        "район района районе районом провинция провинции поселок поселке поселка посёлок посёлке посёлка "
        "лагерь лагере лагеря порт порту столица столице столицы населённый пункт пункта пункте пригород "
        "пригороде окрестностях селом деревней"
    ),
    "uk": words(
        "місто міста місті містом місту село села селі область області областю район району районі провінція "
        "провінції селище селищі селища табір таборі табору порт порту столиця столиці столицю пункт пункту "
        "передмісті передмістя околицях громада громаді селом"
    ),
    "ar": words(
        "مدينة بلدة قرية محافظة ولاية منطقة ريف مخيم معبر ميناء حي ضاحية مطار إقليم اقليم عاصمة العاصمة "
        "بمدينة لمدينة ومدينة ببلدة بقرية بمحافظة بولاية بمنطقة بريف ومحافظة وبلدة وقرية قريتي بلدتي مدينتي "
        "محيط بمحيط بمخيم ومخيم بلدات قرى لبلدة لقرية لمحافظة لولاية المدينة"
    ),
    "he": words(
        "העיר עיר בעיר לעיר מהעיר הכפר כפר בכפר העיירה עיירה בעיירה מחוז במחוז אזור באזור מחנה במחנה נמל בנמל "
        "נפת בנפת השכונה שכונת בשכונת מעבר במעבר היישוב יישוב ביישוב הערים הכפרים"
    ),
}
# Words in capitals before a name that belong to it and make it no person's.
DIRECTIONS = words(
    "north south east west northern southern eastern western central upper lower greater old new "
    "northeast northwest southeast southwest northeastern northwestern southeastern southwestern rural "
    "occupied nord sud est ouest norte sur este oeste северный южный восточный западный северная южная "
    "восточная западная северной южной восточной западной северного южного восточного западного северном "
    "южном восточном западном північний південний східний західний північна південна східна західна "
    "північної південної східної західної північного південного східного західного"
)
# What a French word loses before a vowel.
ELIDED = words("l d qu s n j c m t jusqu lorsqu puisqu")
# How Slavic adjectives end in the nominative.
ADJECTIVAL = ("ий", "ый", "ій", "ая", "ое")
