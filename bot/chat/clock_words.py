"""How people write hours and days, in our languages: data for `wishes`. Words are lower case, without vowel signs."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class ClockWords:
    """`at` stands before an hour, `clock` behind it. `parts`: the part of the day, which hour it is by itself, and
    by how much it moves the hours 1 to 11 (12 becomes 0 where it moves none). `hours`: the hours in words, from one
    o'clock. `days`: the beginnings of the weekdays' names, from Monday. `vague`: what happens at some hour of
    the day, which only the person knows.
    """

    at: str
    clock: str
    parts: Mapping[str, tuple[int, int]]
    hours: tuple[str, ...]
    half: str
    days: tuple[str, ...]
    every: str
    daily: str
    weekdays: str
    weekends: str
    weekly: str
    vague: str


_AM, _PM = 0, 12

WORDS = {
    "en": ClockWords(
        at="at by around about @ circa exactly say",
        clock="o'clock oclock hours hrs h sharp",
        parts={
            "morning": (7, _AM), "mornings": (7, _AM), "am": (7, _AM), "a.m": (7, _AM), "noon": (12, _PM),
            "midday": (12, _PM), "afternoon": (15, _PM), "afternoons": (15, _PM), "evening": (19, _PM),
            "evenings": (19, _PM), "nights": (21, _PM), "pm": (19, _PM), "p.m": (19, _PM), "night": (21, _PM),
            "midnight": (0, _AM),
        },
        hours=(
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ),
        half="half quarter",
        days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
        every="every each evry ev",
        daily="daily everyday day days",
        weekdays="weekdays weekday workdays workday wkdays m-f",
        weekends="weekends weekend wknd",
        weekly="weekly week",
        vague="before after until between later sleep bed work lunch breakfast dinner supper sunrise sunset dawn "
        "dusk bedtime lunchtime dinnertime sometime",
    ),
    "ar": ClockWords(
        at="الساعه ساعه عند بالساعه عالساعه على",
        clock="تماما",
        parts={
            "صباحا": (7, _AM), "صباح": (7, _AM), "الصباح": (7, _AM), "الفجر": (5, _AM), "فجرا": (5, _AM),
            "ظهرا": (12, _PM), "الظهر": (12, _PM), "عصرا": (16, _PM), "العصر": (16, _PM), "مساء": (19, _PM),
            "المساء": (19, _PM), "ليلا": (21, _PM), "الليل": (21, _PM), "ص": (7, _AM), "م": (19, _PM),
            "الصبح": (7, _AM), "صبحا": (7, _AM), "المسا": (19, _PM), "مسا": (19, _PM), "بالليل": (21, _PM),
            "بالمسا": (19, _PM), "بالمساء": (19, _PM), "بالصباح": (7, _AM), "عالصبح": (7, _AM), "عالمسا": (19, _PM),
            "الضهر": (12, _PM), "ليله": (21, _PM), "صباحي": (7, _AM), "صباحيا": (7, _AM), "مسائي": (19, _PM),
            "مسائيا": (19, _PM),
        },
        hours=(
            "واحده", "ثانيه", "ثالثه", "رابعه", "خامسه", "سادسه", "سابعه", "ثامنه", "تاسعه", "عاشره", "حاديه",
            "ثانيه عشره",
        ),
        half="نصف النصف ونصف والنصف ربع وربع والربع الربع",
        days=("اثنين", "ثلاثاء", "اربعاء", "خميس", "جمعه", "سبت", "احد"),
        every="كل",
        daily="يوم يوميا يومي يوميه ايام",
        weekdays="العمل عمل",
        weekends="العطله عطله",
        weekly="اسبوع اسبوعيا اسبوعي",
        vague="قبل بعد حتى بين النوم نوم غداء الغداء فطور الفطور افطار الافطار عشاء العشاء شروق غروب الشروق الغروب "
        "المغرب مغرب",
    ),
    "es": ClockWords(
        at="a",
        clock="horas hs h",
        parts={
            "mañana": (7, _AM), "mañanas": (7, _AM), "madrugada": (5, _AM), "mediodia": (12, _PM), "tarde": (18, _PM),
            "tardes": (18, _PM), "noche": (21, _PM), "noches": (21, _PM), "medianoche": (0, _AM), "am": (7, _AM),
            "pm": (19, _PM), "a.m": (7, _AM), "p.m": (19, _PM), "matutino": (7, _AM), "matutinas": (7, _AM),
            "vespertino": (18, _PM), "nocturno": (21, _PM),
        },
        hours=(
            "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
        ),
        half="media cuarto",
        days=("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"),
        every="cada todos todas",
        daily="dia dias diario diaria diarias diariamente",
        weekdays="laborables laborable habiles entresemana l-v",
        weekends="finde",
        weekly="semana semanal semanalmente",
        vague="antes despues hasta entre dormir trabajo almuerzo almorzar desayuno desayunar comer cena cenar "
        "amanecer atardecer",
    ),
    "fr": ClockWords(
        at="a vers pile",
        clock="heures heure h",
        parts={
            "matin": (7, _AM), "matins": (7, _AM), "matinee": (7, _AM), "midi": (12, _PM), "apres-midi": (15, _PM),
            "soir": (19, _PM), "soirs": (19, _PM), "soiree": (19, _PM), "mat": (7, _AM), "aprem": (15, _PM),
            "nuit": (23, _PM), "minuit": (0, _AM),
        },
        hours=(
            "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
        ),
        half="demie demi quart",
        days=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        every="chaque tous toutes",
        daily="jour jours quotidien quotidienne quotidiennement tlj tlsj",
        weekdays="ouvres ouvrables",
        weekends="week-end weekend week-ends",
        weekly="hebdomadaire semaine semaines hebdo",
        vague="avant apres jusqu'a entre dormir travail coucher dejeuner petit-dejeuner diner souper aube "
        "crepuscule reveil",
    ),
    "he": ClockWords(
        at="ב בשעה שעה",
        clock="בדיוק",
        parts={
            "בוקר": (7, _AM), "בבוקר": (7, _AM), "צהריים": (12, _PM), "הצהריים": (12, _PM), "בצהריים": (12, _PM),
            "אחה\"צ": (15, _PM), "ערב": (19, _PM), "בערב": (19, _PM), "לילה": (21, _PM), "בלילה": (21, _PM),
            "חצות": (0, _AM),
        },
        hours=(
            "אחת", "שתיים", "שלוש", "ארבע", "חמש", "שש", "שבע", "שמונה", "תשע", "עשר", "אחת עשרה", "שתים עשרה",
        ),
        half="חצי וחצי ורבע רבע",
        days=("שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת", "ראשון"),
        every="כל בכל מדי",
        daily="יום יומי יומית ימים ימי בימי בימים ביום מיום מדי",
        weekdays="חול",
        weekends="סופש סופ\"ש סופשבוע בסופש בסופ\"ש בסופשבוע",
        weekly="שבוע בשבוע לשבוע שבועי שבועית",
        vague="לפני אחרי עד בין שינה השינה עבודה העבודה ארוחת הארוחה זריחה שקיעה",
    ),
    "ru": ClockWords(
        at="в к ко около на часов часиков где-то ровно примерно",
        clock="часов часа час ч",
        parts={
            "утра": (7, _AM), "утром": (7, _AM), "утро": (7, _AM), "утрам": (7, _AM), "полдень": (12, _PM),
            "полудня": (12, _PM), "дня": (13, _PM), "днем": (13, _PM), "вечера": (19, _PM), "вечером": (19, _PM),
            "вечер": (19, _PM), "вечерам": (19, _PM), "вечерком": (19, _PM), "утречком": (7, _AM),
            "вечерами": (19, _PM), "ночи": (0, _AM), "ночью": (0, _AM), "полночь": (0, _AM), "пополудни": (15, _PM),
            "утренние": (7, _AM), "утренний": (7, _AM), "вечерний": (19, _PM), "утреннюю": (7, _AM),
            "утренняя": (7, _AM), "утреннее": (7, _AM), "вечерние": (19, _PM), "вечернюю": (19, _PM),
            "вечерняя": (19, _PM), "вечернее": (19, _PM),
        },
        hours=(
            "час", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать",
            "двенадцать",
        ),
        half="половина половине пол полвосьмого четверть четверти",
        days=("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресен"),
        every="каждый каждое каждую каждые",
        daily="день дням дни ежедневно ежедневную ежедневные ежедневная каждодневно",
        weekdays="будни будням будний будние рабочим рабочие",
        weekends="выходные выходным выходных",
        weekly="неделю еженедельно неделе",
        vague="до после перед между сном сна работы работой обед обеда обеду обедом завтрак завтрака завтраку "
        "завтраком ужин ужина ужину ужином рассвет рассвета рассвете закат заката закате",
    ),
    "uk": ClockWords(
        at="о об у в близько десь на рівно орієнтовно приблизно",
        clock="годині година годин год",
        parts={
            "ранку": (7, _AM), "вранці": (7, _AM), "ранок": (7, _AM), "зранку": (7, _AM), "ранкам": (7, _AM),
            "полудень": (12, _PM), "пополудні": (15, _PM), "опівдні": (12, _PM), "дня": (13, _PM), "вдень": (13, _PM),
            "вечора": (19, _PM), "вечорам": (19, _PM), "вечорами": (19, _PM), "надвечір": (18, _PM),
            "уранці": (7, _AM), "ввечері": (19, _PM), "увечері": (19, _PM), "вечір": (19, _PM), "ночі": (0, _AM),
            "вночі": (0, _AM), "опівночі": (0, _AM), "ранкові": (7, _AM), "ранковий": (7, _AM), "вечірній": (19, _PM),
            "ранкове": (7, _AM), "ранкову": (7, _AM), "вечірні": (19, _PM), "вечірнє": (19, _PM),
            "вечірню": (19, _PM),
        },
        hours=(
            "перш", "друг", "трет", "четверт", "п'ят", "шост", "сьом", "восьм", "дев'ят", "десят", "одинадцят",
            "дванадцят",
        ),
        half="пів половина чверть",
        days=("понеділ", "вівтор", "серед", "четвер", "п'ятниц", "субот", "неділ"),
        every="щодня кожного кожний кожен кожну кожні щоранку щовечора",
        daily="день дням дні щодня щоденно щоденні щоденне щоденну",
        weekdays="будні будням будніх буднях робочі робочим",
        weekends="вихідні вихідним вихідних",
        weekly="тиждень щотижня щотижнево",
        vague="до після перед між сном сну роботи роботою обід обіду обідом сніданок сніданку сніданком вечеря "
        "вечері вечерею світанок світанку світанком",
    ),
}  # fmt: skip

# Words that are two things at once: each is the words that it stands for.
SHORT_FOR = {
    "щоранку": "щодня зранку", "щовечора": "щодня ввечері", "щопонеділка": "понеділок", "щовівторка": "вівторок",
    "щосереди": "середа", "щочетверга": "четвер", "щоп'ятниці": "п'ятниця", "щосуботи": "субота",
    "щонеділі": "неділя", "noon": "12:00", "midnight": "00:00", "midi": "12:00", "minuit": "00:00",
    "mediodia": "12:00", "medianoche": "00:00", "полдень": "12:00", "полночь": "00:00", "опівдні": "12:00",
    "опівночі": "00:00", "weeknight": "weekdays nights", "weeknights": "weekdays nights", "חצות": "00:00",
    "midday": "12:00",
}  # fmt: skip
