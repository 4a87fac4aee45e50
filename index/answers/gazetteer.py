"""Names written in several ways: places of today's wars with their other names, and spellings that sound alike."""

from __future__ import annotations

import functools
import re
import unicodedata

# One place a line: the name we use, its other names, and after the colon the country it lies in.
_PLACES = """
Syria | Syrian Arab Republic | Syrian : Syria
Damascus | Dimashq : Syria
Aleppo | Halab : Syria
Homs | Hims : Syria
Hama | Hamah : Syria
Idlib | Idleb : Syria
Raqqa | Raqqah | ar-Raqqa : Syria
Deir ez-Zor | Deir Ezzor | Deir al-Zor | Deir el-Zour | Deir az-Zawr | Deir al-Zour | Dayr az-Zawr : Syria
Daraa | Deraa | Dara'a : Syria
Latakia | Lattakia : Syria
Palmyra | Tadmur | Tadmor : Syria
Kobani | Kobane | Ayn al-Arab | Ain al-Arab : Syria
Hasakah | Hasaka | Hassakeh | Hasakeh | al-Hasakah : Syria
Khan Sheikhoun | Khan Shaykhun | Khan Sheikhun | Khan Shaikhoun : Syria
Ghouta | Ghutah | Eastern Ghouta : Syria
Douma | Duma : Syria
al-Bukamal | Abu Kamal | Boukamal | Albu Kamal | Bukamal : Syria
Mayadin | Mayadeen | al-Mayadin : Syria
Ras al-Ain | Serekaniye | Ras al-Ayn : Syria
Quneitra | Qunaitra | Kuneitra : Syria
Golan | Golan Heights : Syria
Shayrat | Shairat | Ash Shairat | al-Shayrat : Syria
Hmeimim | Khmeimim | Hmeymim : Syria
Tabqa | Tabqah | al-Tabqa : Syria
Qamishli | Qamishlo | Kamishli : Syria
Manbij | Menbij : Syria
Afrin | Efrin : Syria
Iraq | Iraqi : Iraq
Baghdad : Iraq
Mosul | Mawsil : Iraq
Basra | Basrah : Iraq
Kirkuk : Iraq
Erbil | Arbil | Hewler | Irbil : Iraq
Fallujah | Falluja : Iraq
Ramadi : Iraq
Tikrit : Iraq
Sinjar | Shingal : Iraq
Najaf : Iraq
Zummar | Zumar : Iraq
Ain al-Asad | Al Asad | Ayn al-Asad : Iraq
Israel | Israeli : Israel
Jerusalem | al-Quds : Israel
Tel Aviv : Israel
Haifa : Israel
Gaza | Gaza Strip | Gazan : Palestine
Rafah : Palestine
Khan Younis | Khan Yunis | Khan Yunus : Palestine
Jabalia | Jabaliya : Palestine
Deir al-Balah | Deir el-Balah : Palestine
West Bank : Palestine
Ramallah : Palestine
Jenin : Palestine
Nablus : Palestine
Hebron | al-Khalil : Palestine
Palestine | Palestinian : Palestine
Lebanon | Lebanese : Lebanon
Beirut | Bayrut : Lebanon
Dahieh | Dahiyeh | Dahiya : Lebanon
Tyre | Sour : Lebanon
Nabatieh | Nabatiyeh : Lebanon
Iran | Iranian : Iran
Tehran | Teheran : Iran
Isfahan | Esfahan : Iran
Natanz : Iran
Fordow | Fordo : Iran
Yemen | Yemeni : Yemen
Sanaa | Sana'a : Yemen
Aden : Yemen
Hodeidah | Hudaydah | Hodeida : Yemen
Marib | Ma'rib : Yemen
Taiz | Taizz : Yemen
Saudi Arabia | Saudi : Saudi Arabia
Jordan | Jordanian : Jordan
Turkey | Türkiye | Turkish : Turkey
Ukraine | Ukrainian : Ukraine
Kyiv | Kiev : Ukraine
Kharkiv | Kharkov : Ukraine
Odesa | Odessa : Ukraine
Dnipro | Dnepr | Dnipropetrovsk : Ukraine
Zaporizhzhia | Zaporozhye | Zaporizhzhya : Ukraine
Mykolaiv | Nikolaev : Ukraine
Lviv | Lvov : Ukraine
Kherson : Ukraine
Donetsk : Ukraine
Luhansk | Lugansk : Ukraine
Donbas | Donbass : Ukraine
Bakhmut | Artyomovsk : Ukraine
Avdiivka | Avdeevka | Avdeyevka : Ukraine
Pokrovsk | Krasnoarmeysk : Ukraine
Mariupol : Ukraine
Chernihiv | Chernigov : Ukraine
Crimea | Krym | Crimean : Ukraine
Sevastopol : Ukraine
Russia | Russian | Russian Federation : Russia
Moscow : Russia
Kursk : Russia
Belgorod | Bilhorod : Russia
Rostov-on-Don | Rostov : Russia
Sudan | Sudanese : Sudan
Khartoum : Sudan
Omdurman : Sudan
El Fasher | al-Fashir | El-Fashir : Sudan
Darfur : Sudan
Nyala : Sudan
South Sudan : South Sudan
Ethiopia | Ethiopian : Ethiopia
Tigray | Tigrayan : Ethiopia
Amhara : Ethiopia
Somalia | Somali : Somalia
Mogadishu : Somalia
Libya | Libyan : Libya
Tripoli : Libya
Benghazi : Libya
Mali | Malian : Mali
Niger : Niger
Burkina Faso | Burkinabe : Burkina Faso
Nigeria | Nigerian : Nigeria
Democratic Republic of the Congo | DRC | DR Congo | Congolese : DR Congo
Goma : DR Congo
Bukavu : DR Congo
Kivu | North Kivu | South Kivu : DR Congo
Afghanistan | Afghan : Afghanistan
Kabul : Afghanistan
Kandahar | Qandahar : Afghanistan
Helmand : Afghanistan
Kunduz | Konduz : Afghanistan
Pakistan | Pakistani : Pakistan
Peshawar : Pakistan
Kashmir : Kashmir
Myanmar | Burma | Burmese : Myanmar
Rakhine | Arakan : Myanmar
Naypyidaw | Nay Pyi Taw : Myanmar
Armenia | Armenian : Armenia
Azerbaijan | Azerbaijani | Azeri : Azerbaijan
Nagorno-Karabakh | Karabakh | Artsakh : Azerbaijan
Stepanakert | Khankendi : Azerbaijan
Georgia | Georgian : Georgia
Haiti | Haitian : Haiti
Port-au-Prince : Haiti
Egypt | Egyptian : Egypt
Cairo : Egypt
Sinai : Egypt
Red Sea : Yemen
"""

# Who is meant by another name: armed groups, states by their capital, organisations by their letters.
_OTHERS = """
Islamic State | ISIS | ISIL | IS | Daesh | Da'esh | Islamic State of Iraq and Syria
Nusra Front | Jabhat al-Nusra | al-Nusra | al-Nusra Front | Fateh al-Sham | Jabhat Fateh al-Sham
Hezbollah | Hizbollah | Hizballah | Hezballah | Hizbullah
Houthis | Houthi | Ansar Allah | Ansarallah
Hamas
al-Qaeda | Al Qaeda | al-Qaida | Al-Qaeda
Syrian Democratic Forces | SDF
Syrian Observatory for Human Rights | SOHR | the Observatory
Free Syrian Army | FSA
Rapid Support Forces | RSF
Sudanese Armed Forces | SAF
Israel Defense Forces | IDF | Israel Defence Forces | Israeli military | Israeli army
United States | US | U.S. | USA | America | American | Americans | Washington
United Nations | UN | U.N.
United Kingdom | UK | U.K. | Britain | British
World Health Organization | WHO | World Health Organisation
Doctors Without Borders | MSF | Médecins Sans Frontières
Bashar al-Assad | Assad
Prime Minister | PM
European Union | EU
Kurdistan Workers' Party | PKK
Islamic Revolutionary Guard Corps | IRGC | Revolutionary Guards | Pasdaran
Popular Mobilization Forces | PMF | Hashd al-Shaabi
"""


def canonical(name: str) -> str:
    """The one name we know a place, a group or a state by, lower case; an unknown name as it is, lower case."""
    bare = _bare(name)
    return _canonical().get(bare, bare)


def country(name: str) -> str:
    """The country that a known place lies in, or ""."""
    return _countries().get(canonical(name), "")


def is_place(name: str) -> bool:
    """Whether the gazetteer knows `name` as a place."""
    return canonical(name) in _countries()


def plain_name(name: str) -> str:
    """A name in lower case, without accents and without what makes it a genitive."""
    return _bare(name)


def other_names(name: str) -> tuple[str, ...]:
    """Every way a known name is written, or the name alone."""
    return _written().get(canonical(name), (name,))


def names_in(text: str) -> list[str]:
    """The known names in a text, as written there. One of five letters or more is known in any case."""
    exact, loose = _patterns()
    return [found.group() for pattern in (exact, loose) for found in pattern.finditer(text)]


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = sorted({name for names in _written().values() for name in names}, key=len, reverse=True)
    listed = ("|".join(re.escape(name) for name in names if fits(name)) for fits in (_is_short, _is_long))
    short, long = listed
    return (
        re.compile(rf"(?<![\w-])(?:{short})(?!\w)"),
        re.compile(rf"(?<![\w-])(?:{long})(?!\w)", re.IGNORECASE),
    )


def _is_short(name: str) -> bool:
    return len(name) < 5


def _is_long(name: str) -> bool:
    return len(name) >= 5


def sound(word: str) -> str:
    """What is left of a name when the ways of writing it are taken away: Sheikhoun, Shaykhun and Sheikhun agree.

    Consonants only, alike ones merged, the Arabic article dropped. "" where too little is left to tell names by.
    """
    bare = re.sub(r"^(?:al|el|as|ash|ad|ar|an|at|az)-", "", _bare(word)).replace("'", "")
    for pair, letter in (("kh", "x"), ("gh", "g"), ("sh", "c"), ("ch", "c"), ("ph", "f"), ("th", "t"), ("dh", "d")):
        bare = bare.replace(pair, letter)
    bare = re.sub(r"[aeiouyw]", "", bare[:1].replace("a", "'") + bare[1:]) if bare else ""
    bare = bare.translate(str.maketrans("qcz'", "kcs'")).replace("'", "")
    merged = re.sub(r"(.)\1+", r"\1", bare)
    return merged if len(merged) >= 3 else ""


def is_country(name: str) -> bool:
    """Whether a name is that of a country, which all spell alike."""
    return is_place(name) and country(name).casefold() == canonical(name)


def _bare(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    return re.sub(r"'s$|s'$", "", " ".join(plain.split()).strip(" .,"))


@functools.cache
def _written() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in (_PLACES + _OTHERS).strip().splitlines():
        names = tuple(name.strip() for name in line.partition(":")[0].split("|") if name.strip())
        if names:
            found[_bare(names[0])] = names
    return found


@functools.cache
def _canonical() -> dict[str, str]:
    return {_bare(name): first for first, names in _written().items() for name in names}


@functools.cache
def _countries() -> dict[str, str]:
    found = {}
    for line in _PLACES.strip().splitlines():
        names, _, where = line.partition(":")
        found[_bare(names.split("|")[0])] = where.strip()
    return found
