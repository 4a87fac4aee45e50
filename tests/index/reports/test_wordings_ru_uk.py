"""Russian and Ukrainian as news agencies write it: who is blamed, who denies, what was done, who speaks, how many."""

from __future__ import annotations

import pytest

from index.reports.records import Statement
from tests.index.reports.building import statements_in


def _read(text: str, language: str) -> Statement:
    return statements_in(text, language)[0]


# The text, who speaks, whom it blames, the class of the deed.
BLAMED = {
    "ru": (
        ("Россия возложила ответственность за удар по больнице на Украину.", "russia", "ukraine", "strike"),
        ("Киев подозревает Россию в подрыве моста.", "ukraine", "russia", "destroy"),
        ("Россия обвиняется в гибели двенадцати мирных жителей Изюма.", "", "russia", "kill"),
        ("За атакой на порт стоит Украина, утверждает Москва.", "russia", "ukraine", "attack"),
        ("Ответственность за гибель детей лежит на Израиле, считает Тегеран.", "iran", "israel", "kill"),
        ("Школа была обстреляна со стороны Азербайджана, сообщил губернатор.", "", "azerbaijan", "shell"),
        ("По словам Зеленского, Россия выпустила по Украине 40 ракет.", "", "russia", "fire_at"),
    ),
    "uk": (
        ("Росія поклала відповідальність за удар по лікарні на Україну.", "russia", "ukraine", "strike"),
        ("Київ підозрює Росію у підриві мосту.", "ukraine", "russia", "destroy"),
        ("Вибух стався з вини Ізраїлю, заявило міністерство оборони Сирії.", "syria", "israel", ""),
        ("За атакою на порт стоїть Україна, стверджує Москва.", "russia", "ukraine", "attack"),
        ("Відповідальність за загибель дітей лежить на Ізраїлі, вважає Тегеран.", "iran", "israel", "kill"),
        ("Школу було обстріляно з боку Азербайджану, повідомив губернатор.", "", "azerbaijan", "shell"),
        ("ХАМАС узяв на себе відповідальність за напад на автобус.", "", "hamas", "attack"),
        ("За словами Зеленського, Росія випустила по Україні 40 ракет.", "", "russia", "fire_at"),
    ),
}
DENIED = {
    "ru": (
        ("Москва отмела обвинения в обстреле больницы.", "russia", "shell"),
        ("Тегеран назвал обвинения в нападении на танкер беспочвенными.", "iran", "attack"),
        ("Хуситы открестились от нападения на танкер.", "houthis", "attack"),
        ("Украинские войска не отступали из города, подчеркнул Генштаб.", "", "withdraw"),
    ),
    "uk": (
        ("Москва відкинула звинувачення в обстрілі лікарні.", "russia", "shell"),
        ("Тегеран назвав звинувачення в нападі на танкер безпідставними.", "iran", "attack"),
        ("Хусити відхрестилися від нападу на танкер.", "houthis", "attack"),
        ("Генштаб спростував інформацію про відступ ЗСУ з міста.", "", "withdraw"),
    ),
}
# The text, who does it, the class of the deed.
DONE = {
    "ru": (
        ("Город перешел под контроль повстанцев М23.", "m23", "capture"),
        ("Украинские военные оставили город после недели боев.", "ukraine", "withdraw"),
        ("Израиль снял блокаду с порта.", "israel", "break_siege"),
        ("Аэропорт возобновил работу.", "", "open"),
        ("Переправа недоступна для грузовиков.", "", "close"),
    ),
    "uk": (
        ("Місто перейшло під контроль повстанців М23.", "m23", "capture"),
        ("Українські військові залишили місто після тижня боїв.", "ukraine", "withdraw"),
        ("Ізраїль зняв блокаду з порту.", "israel", "break_siege"),
        ("Аеропорт відновив роботу.", "", "open"),
        ("Переправа недоступна для вантажівок.", "", "close"),
    ),
}
# The text and the value, what is counted and the outcome of each figure.
COUNTED = {
    "ru": (
        ("Число погибших при ударе по Днепру выросло с 12 до 16.", ((16, "people", "killed"),)),
        (
            "Жизни лишились 14 шахтеров, еще пятеро числятся пропавшими без вести.",
            ((14, "workers", "killed"), (5, "people", "missing")),
        ),
        ("В плен попали 30 российских военнослужащих.", ((30, "soldiers", "captured"),)),
        ("Крова лишились более 2 тысяч семей.", ((2000, "families", "displaced"),)),
        ("ПВО сбила 45 ударных беспилотников.", ((45, "drones", "struck"),)),
    ),
    "uk": (
        ("Кількість загиблих унаслідок удару по Дніпру зросла з 12 до 16.", ((16, "people", "killed"),)),
        (
            "Життя втратили 14 шахтарів, ще п'ятеро вважаються зниклими безвісти.",
            ((14, "workers", "killed"), (5, "people", "missing")),
        ),
        ("У полон потрапили 30 російських військовослужбовців.", ((30, "soldiers", "captured"),)),
        ("Без даху над головою лишилися понад 2 тисячі родин.", ((2000, "families", "displaced"),)),
        ("ППО збила 45 ударних безпілотників.", ((45, "drones", "struck"),)),
    ),
}
# What is usually said otherwise, and tells of no deed of war.
PLAIN = {
    "ru": (
        "Президент принял участие в саммите в Анкаре.",
        "Следственный комитет открыл уголовное дело о краже.",
        "Правительство Польши ввело санкции против России.",
        "Заседание прошло в закрытом режиме.",
        "Самолет министра прилетел из Москвы в Пекин.",
    ),
    "uk": ("Президент узяв участь у саміті в Анкарі.", "Уряд Польщі запровадив санкції проти Росії."),
}


def _cases(told: dict[str, tuple]) -> list[tuple]:  # type: ignore[type-arg]
    return [(language, *case) for language, cases in told.items() for case in cases]


@pytest.mark.parametrize(("language", "text", "speaker", "agent", "verb"), _cases(BLAMED))
def test_who_is_blamed_and_by_whom_is_read(language: str, text: str, speaker: str, agent: str, verb: str) -> None:
    statement = _read(text, language)

    assert not speaker or [voice.actor for voice in statement.voices] == [speaker]
    assert (statement.acts[0].type, statement.acts[0].agent.actor, statement.acts[0].verb) == ("blame", agent, verb)


@pytest.mark.parametrize(("language", "text", "speaker", "verb"), _cases(DENIED))
def test_a_denial_is_read(language: str, text: str, speaker: str, verb: str) -> None:
    statement = _read(text, language)

    assert statement.negated
    assert not speaker or [voice.actor for voice in statement.voices] == [speaker]
    assert [(act.type, act.verb) for act in statement.acts] == [("denial", verb)]


@pytest.mark.parametrize(("language", "text", "agent", "verb"), _cases(DONE))
def test_what_was_done_is_read(language: str, text: str, agent: str, verb: str) -> None:
    act = _read(text, language).acts[0]

    assert (act.agent.actor, act.verb, act.negated) == (agent, verb, False)


@pytest.mark.parametrize(("language", "text", "figures"), _cases(COUNTED))
def test_how_many_are_counted_is_read(language: str, text: str, figures: tuple[tuple[float, str, str], ...]) -> None:
    found = _read(text, language).figures

    assert tuple((figure.value, figure.counted, figure.outcome) for figure in found) == figures


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in PLAIN.items() for text in texts]
)
def test_no_deed_is_read_into_an_idiom(language: str, text: str) -> None:
    assert _read(text, language).acts == ()
