"""Cities that people name as their time zone, where the zone database has no entry or an older spelling."""

from __future__ import annotations

_BY_ZONE = {
    "Africa/Addis_Ababa": "mekelle,gondar",
    "Africa/Bamako": "gao,timbuktu",
    "Africa/Cairo": "alexandria",
    "Africa/Johannesburg": "pretoria,cape town",
    "Africa/Khartoum": "omdurman,port sudan,el fasher,nyala",
    "Africa/Lagos": "abuja,maiduguri",
    "Africa/Lubumbashi": "goma,bukavu,bunia",
    "Africa/Mogadishu": "hargeisa",
    "Africa/Nairobi": "mombasa",
    "Africa/Tripoli": "benghazi,misrata",
    "America/Chicago": "houston,dallas",
    "America/Los_Angeles": "san francisco,seattle",
    "America/New_York": "washington,washington dc,boston,new york city,nyc,atlanta,miami",
    "America/Port-au-Prince": "port au prince",
    "America/Sao_Paulo": "são paulo,rio de janeiro,brasilia",
    "America/Toronto": "ottawa",
    "Asia/Aden": "sanaa,sana'a,hodeidah,taiz,marib",
    "Asia/Amman": "zarqa",
    "Asia/Baghdad": "erbil,mosul,basra,kirkuk,sulaymaniyah,najaf,karbala,irbil",
    "Asia/Beirut": "tripoli lebanon,sidon,tyre",
    "Asia/Damascus": "aleppo,homs,idlib,latakia,deir ezzor,raqqa,hasakah",
    "Asia/Dubai": "abu,dhabi",
    "Asia/Gaza": "gaza city,khan younis,khan yunis,rafah,deir al-balah",
    "Asia/Hebron": "ramallah,nablus,jenin,bethlehem",
    "Asia/Jerusalem": "tel aviv,tel aviv-yafo,haifa",
    "Asia/Kabul": "kandahar,herat",
    "Asia/Karachi": "islamabad,lahore,peshawar,quetta",
    "Asia/Kolkata": "delhi,new delhi,mumbai,bangalore,srinagar",
    "Asia/Riyadh": "jeddah,mecca",
    "Asia/Shanghai": "beijing",
    "Asia/Tehran": "isfahan,tabriz,mashhad",
    "Asia/Yangon": "rangoon,mandalay,naypyidaw,sittwe",
    "Asia/Yerevan": "stepanakert",
    "Europe/Berlin": "frankfurt,hamburg,munich",
    "Europe/Brussels": "the,hague-brussels",
    "Europe/Istanbul": "ankara,gaziantep",
    "Europe/Kyiv": "kiev,kharkiv,kharkov,odesa,odessa,lviv,dnipro,kherson,zaporizhzhia,mykolaiv",
    "Europe/London": "manchester,edinburgh",
    "Europe/Moscow": "st petersburg,saint petersburg,belgorod,rostov-on-don",
    "Europe/Paris": "marseille,strasbourg",
    "Europe/Rome": "milan,naples",
    "Europe/Zurich": "geneva,bern",
    "Europe/Amsterdam": "the hague,rotterdam",
    "UTC": "z",
}

CITIES = {city: zone for zone, cities in _BY_ZONE.items() for city in cities.split(",")}

# Offsets that are not whole hours: a zone that keeps each of them all year.
OFFSETS = {
    "+03:30": "Asia/Tehran",
    "+04:30": "Asia/Kabul",
    "+05:30": "Asia/Kolkata",
    "+05:45": "Asia/Kathmandu",
    "+06:30": "Asia/Yangon",
    "+08:45": "Australia/Eucla",
    "+09:30": "Australia/Darwin",
    "-09:30": "Pacific/Marquesas",
}
