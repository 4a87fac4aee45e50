"""Arabic and Hebrew as agencies write them: who is blamed, who denies, what was done, who says so, how many died."""

from __future__ import annotations

import pytest

from index.reports.records import Statement
from tests.index.reports.building import statements_in


def statement(language: str, text: str) -> Statement:
    (only,) = statements_in(text, language)
    return only


@pytest.mark.parametrize(
    ("language", "text", "speaker", "kind", "agent", "verb"),
    [
        ("ar", "ألقت روسيا باللائمة على أوكرانيا في تفجير الجسر.", "روسيا", "blame", "أوكرانيا", "bomb"),
        ("ar", "وجهت إسرائيل أصابع الاتهام إلى حزب الله بإطلاق الصواريخ.", "إسرائيل", "blame", "حزب الله", "fire_at"),
        ("ar", "قال المتحدث إن روسيا متورطة في اختطاف الأطفال.", "المتحدث", "blame", "روسيا", "detain"),
        ("ar", "قالت أوكرانيا إن القذائف أطلقت من روسيا.", "أوكرانيا", "blame", "روسيا", "strike"),
        ("ar", "أنكرت حماس استهداف المستشفى.", "حماس", "denial", "حماس", "attack"),
        (
            "ar",
            "أكد الجيش السوداني أنه بسط سيطرته على مدينة بارا.",
            "الجيش السوداني",
            "claim",
            "الجيش السوداني",
            "capture",
        ),
        ("ar", "سحبت إسرائيل قواتها من البلدة الحدودية.", "", "blame", "إسرائيل", "withdraw"),
        ("ar", "أعادت مصر فتح معبر رفح صباح الأحد.", "", "blame", "", "open"),
        ("ar", "وأردف المتحدث أن الجسر مغلق منذ الفجر.", "المتحدث", "blame", "", "close"),
        ("ar", "أحكمت القوات الروسية سيطرتها على البلدة.", "", "blame", "الروسية", "capture"),
        ("ar", "انسحبت القوات السورية من السويداء.", "", "blame", "السورية", "withdraw"),
        ("ar", "أطلقت إيران صواريخ باليستية على إسرائيل.", "", "blame", "إيران", "fire_at"),
        ("he", "אוקראינה הפנתה אצבע מאשימה כלפי רוסיה בעקבות הפגזת בית החולים.", "אוקראינה", "blame", "רוסיה", "shell"),
        (
            "he",
            "רוסיה נושאת באחריות להפגזה, מסר משרד החוץ האוקראיני.",
            "משרד החוץ האוקראיני",
            "blame",
            "רוסיה",
            "shell",
        ),
        ("he", "בית החולים הופצץ על ידי רוסיה, טענה אוקראינה.", "אוקראינה", "blame", "רוסיה", "bomb"),
        ("he", "מאחורי הפיצוץ עומדת איראן, העריך גורם ביטחוני.", "גורם ביטחוני", "blame", "איראן", "bomb"),
        ("he", "רוסיה התנערה מהאחריות לתקיפה.", "רוסיה", "denial", "רוסיה", "attack"),
        ("he", "רוסיה מעולם לא תקפה אזרחים, קבע דובר הקרמלין.", "דובר הקרמלין", "denial", "רוסיה", "attack"),
        ("he", "ישראל הסיגה את כוחותיה מהעיירה.", "", "blame", "ישראל", "withdraw"),
        ("he", "המעבר נפתח מחדש ביום ראשון.", "", "blame", "", "open"),
        ("he", "כוחותינו כבשו את הגבעה, מסר צבא אוקראינה.", "צבא אוקראינה", "claim", "צבא אוקראינה", "capture"),
        ("he", "רוסיה איבדה את השליטה בעיר.", "", "blame", "רוסיה", "lose_control"),
        ("he", "חמאס ירה רקטות לעבר אשקלון.", "", "blame", "חמאס", "fire_at"),
    ],
)
def test_who_says_it_and_who_is_said_to_have_done_what(
    language: str, text: str, speaker: str, kind: str, agent: str, verb: str
) -> None:
    told = statement(language, text)

    assert [voice.name for voice in told.voices] == ([speaker] if speaker else [])
    assert (kind, agent, verb) in [(act.type, act.agent.name, act.verb) for act in told.acts]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ar", "وصفت موسكو الاتهامات بأنها عارية عن الصحة.", "موسكو"),
        ("ar", "وقالت وزارة الدفاع الروسية إن هذه الأنباء لا أساس لها من الصحة.", "وزارة الدفاع الروسية"),
        ("ar", "لا صحة للأنباء المتداولة عن سقوط المدينة، أكد المحافظ.", "المحافظ"),
        ("he", "משרד ההגנה הרוסי טען כי הדיווח חסר יסוד.", "משרד ההגנה הרוסי"),
        ("he", 'לדברי דובר צה"ל, הטענות שקריות ומופרכות.', 'דובר צה"ל'),
        ("he", "אין שחר לטענות, מסר משרד החוץ של איראן.", "משרד החוץ של איראן"),
    ],
)
def test_who_says_that_it_is_not_so(language: str, text: str, speaker: str) -> None:
    told = statement(language, text)

    assert [voice.name for voice in told.voices] == [speaker]
    assert told.negated


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        (
            "ar",
            "لقي ما لا يقل عن تسعة مدنيين حتفهم وأصيب 21 آخرون بجروح.",
            [(9, "civilians", "killed"), (21, "people", "wounded")],
        ),
        ("ar", "ارتفعت حصيلة القتلى إلى 37 بعد أن كانت 31.", [(37, "people", "killed")]),
        ("ar", "فقد 12 صيادا حياتهم عندما غرق قاربهم.", [(12, "workers", "killed")]),
        ("ar", "جرى إخلاء 120 مريضا من المستشفى.", [(120, "patients", "evacuated")]),
        ("ar", "أطلقت حماس سراح أربع رهائن.", [(4, "hostages", "released")]),
        (
            "ar",
            "دمرت القوات الأوكرانية 5 دبابات وأعطبت أربع مركبات.",
            [(5, "tanks", "struck"), (4, "vehicles", "struck")],
        ),
        ("he", "לפחות 14 בני אדם קיפחו את חייהם בתקיפה.", [(14, "people", "killed")]),
        ("he", "מניין ההרוגים טיפס ל-37.", [(37, "people", "killed")]),
        ("he", "מספר ההרוגים עודכן מ-52 ל-48.", [(48, "people", "killed")]),
        ("he", "חמישה ילדים נספו בשריפה.", [(5, "children", "killed")]),
        (
            "he",
            "18 פצועים פונו לבית החולים, מתוכם ארבעה במצב קשה.",
            [(18, "people", "wounded"), (4, "people", "wounded")],
        ),
        ("he", "לא היו נפגעים.", [(0, "people", "killed"), (0, "people", "wounded")]),
    ],
)
def test_what_became_of_how_many(language: str, text: str, figures: list[tuple[int, str, str]]) -> None:
    told = statement(language, text)

    assert [(figure.value, figure.counted, figure.outcome) for figure in told.figures] == figures
