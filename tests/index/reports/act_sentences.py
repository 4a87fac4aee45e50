"""Sentences of invented reports with the parties named in them and the act that is to be read: type, agent, class."""

from __future__ import annotations

Expected = tuple[str, str, str]

SENTENCES: dict[str, tuple[tuple[str, list[str], Expected], ...]] = {
    "en": (
        ("Vardia accused Olmen of shelling the dam.", ["Vardia", "Olmen"], ("blame", "Olmen", "shell")),
        ("Olmen blamed Vardia for the strike on the dam.", ["Vardia", "Olmen"], ("blame", "Vardia", "strike")),
        ("The depot was bombed by Vardia.", ["Vardia"], ("blame", "Vardia", "bomb")),
        ("Vardian shelling wounded nine people.", ["Vardian"], ("blame", "Vardian", "shell")),
        ("We did not attack the convoy, a Vardian officer said.", ["Vardian"], ("denial", "Vardian", "attack")),
        ("Our fighters captured the ridge, the League said.", ["League"], ("claim", "League", "capture")),
        ("The League said its men had shot down a helicopter.", ["League"], ("claim", "League", "shoot_down")),
        ("Olmen denied that its troops had entered Sarn.", ["Olmen"], ("denial", "Olmen", "enter")),
        ("Vardia was behind the kidnapping, Olmen said.", ["Vardia", "Olmen"], ("blame", "Vardia", "detain")),
        ("The attack was blamed on the League.", ["League"], ("blame", "League", "attack")),
        ("The rocket was Olmenian, investigators said.", ["Olmenian"], ("blame", "Olmenian", "strike")),
        ("Vardian troops have withdrawn from Sarn.", ["Vardian"], ("blame", "Vardian", "withdraw")),
        ("The bridge at Sarn has reopened.", [], ("blame", "", "open")),
        ("The crossing was closed on Monday.", [], ("blame", "", "close")),
        ("The League has not released the miners.", ["League"], ("denial", "League", "release")),
        ("Villagers burned the mill.", [], ("blame", "Villagers", "burn")),
        ("The truce collapsed overnight.", [], ("blame", "", "break_truce")),
        ("Sarn is in our hands, the League said.", ["League"], ("claim", "we", "capture")),
    ),
    "ar": (
        ("اتهمت فارديا أولمن بقصف السد.", ["فارديا", "أولمن"], ("blame", "أولمن", "shell")),
        ("قصفت فارديا القرية.", ["فارديا"], ("blame", "فارديا", "shell")),
        ("قصف فاردي استهدف المستشفى.", ["فاردي"], ("blame", "فاردي", "shell")),
        ("نفت أولمن قصف السوق.", ["أولمن"], ("denial", "أولمن", "shell")),
        ("لم تدخل قوات أولمن المدينة.", ["أولمن"], ("denial", "أولمن", "enter")),
        ("انسحبت قوات فارديا من البلدة.", ["فارديا"], ("blame", "فارديا", "withdraw")),
        ("أفرجت الرابطة عن الرهائن.", ["الرابطة"], ("blame", "الرابطة", "release")),
        ("قالت أولمن إن الرابطة أحرقت المصنع.", ["أولمن", "الرابطة"], ("blame", "الرابطة", "burn")),
    ),
    "es": (
        ("Vardia acusó a Olmen de bombardear la presa.", ["Vardia", "Olmen"], ("blame", "Olmen", "bomb")),
        ("La Liga negó haber secuestrado a los mineros.", ["Liga"], ("denial", "Liga", "detain")),
        ("El depósito fue destruido por Vardia.", ["Vardia"], ("blame", "Vardia", "destroy")),
        ("La Liga liberó a los mineros.", ["Liga"], ("blame", "Liga", "release")),
        ("Las tropas de Olmen no han entrado en Sarn.", ["Olmen"], ("denial", "Olmen", "enter")),
        ("El puente de Sarn fue reabierto.", [], ("blame", "", "open")),
        ("Vardia está detrás del ataque.", ["Vardia"], ("blame", "Vardia", "attack")),
        ("Los soldados de Olmen quemaron el molino.", ["Olmen"], ("blame", "Olmen", "burn")),
    ),
    "fr": (
        ("La Vardie accuse Olmen d'avoir bombardé le barrage.", ["Vardie", "Olmen"], ("blame", "Olmen", "bomb")),
        ("Olmen dément avoir attaqué le convoi.", ["Olmen"], ("denial", "Olmen", "attack")),
        ("Le dépôt a été détruit par la Vardie.", ["Vardie"], ("blame", "Vardie", "destroy")),
        ("La Ligue a libéré les mineurs.", ["Ligue"], ("blame", "Ligue", "release")),
        ("Les troupes d'Olmen n'ont pas quitté Sarn.", ["Olmen"], ("denial", "Olmen", "withdraw")),
        ("Le pont de Sarn est rouvert.", [], ("blame", "", "open")),
        ("Une frappe vardienne a touché le marché.", ["vardienne"], ("blame", "vardienne", "strike")),
        ("Nos hommes ont pris le contrôle de la colline.", [], ("claim", "we", "capture")),
    ),
    "he": (
        ("ורדיה האשימה את אולמן בהפגזת הסכר.", ["ורדיה", "אולמן"], ("blame", "אולמן", "shell")),
        ("אולמן הכחישה כי תקפה את השיירה.", ["אולמן"], ("denial", "אולמן", "attack")),
        ("הליגה שחררה את הכורים.", ["הליגה"], ("blame", "הליגה", "release")),
        ("כוחות אולמן לא נכנסו לעיר.", ["אולמן"], ("denial", "אולמן", "enter")),
        ("הגשר נפתח.", [], ("blame", "", "open")),
        ("הליגה אמרה כי ורדיה שרפה את הטחנה.", ["הליגה", "ורדיה"], ("blame", "ורדיה", "burn")),
    ),
    "ru": (
        ("Вардия обвинила Олмен в обстреле плотины.", ["Вардия", "Олмен"], ("blame", "Олмен", "shell")),
        ("По рынку ударила армия Вардии.", ["Вардии"], ("blame", "Вардии", "strike")),
        ("Олмен опроверг сообщения об обстреле рынка.", ["Олмен"], ("denial", "Олмен", "shell")),
        ("Войска Олмена не вошли в Сарн.", ["Олмена"], ("denial", "Олмена", "enter")),
        ("Лига освободила шахтёров.", ["Лига"], ("blame", "Лига", "release")),
        ("Мост в Сарне открыт.", [], ("blame", "", "open")),
        ("Удар Вардии пришёлся по школе.", ["Вардии"], ("blame", "Вардии", "strike")),
        ("Мы сбили два вертолёта, заявила Лига.", ["Лига"], ("claim", "Лига", "shoot_down")),
    ),
    "uk": (
        ("Вардія звинуватила Олмен в обстрілі греблі.", ["Вардія", "Олмен"], ("blame", "Олмен", "shell")),
        ("По ринку вдарила армія Вардії.", ["Вардії"], ("blame", "Вардії", "strike")),
        ("Олмен спростував повідомлення про обстріл ринку.", ["Олмен"], ("denial", "Олмен", "shell")),
        ("Війська Олмена не увійшли до Сарна.", ["Олмена"], ("denial", "Олмена", "enter")),
        ("Ліга звільнила шахтарів.", ["Ліга"], ("blame", "Ліга", "release")),
        ("Міст у Сарні відкрито.", [], ("blame", "", "open")),
        ("Ми збили два вертольоти, заявила Ліга.", ["Ліга"], ("claim", "Ліга", "shoot_down")),
    ),
}

DENIED: dict[str, tuple[str, ...]] = {
    "en": ("No tank has crossed the river.", "The League called the report baseless.", "Olmen rejected the charge."),
    "ar": ("لم تعبر أي دبابة النهر.", "نفى المتحدث ذلك.", "لا صحة لهذه الأنباء."),
    "es": ("Ningún tanque cruzó el río.", "Olmen desmintió la noticia.", "No hemos disparado."),
    "fr": ("Aucun char n'a traversé la rivière.", "Olmen dément.", "Nous n'avons jamais tiré."),
    "he": ("אף טנק לא חצה את הנהר.", "אולמן מכחישה את הדברים.", "לא ירינו על השיירה."),
    "ru": ("Ни один танк не перешёл реку.", "Олмен отрицает обвинения.", "Мы не стреляли по колонне."),
    "uk": ("Жоден танк не перетнув річку.", "Олмен заперечує звинувачення.", "Ми не стріляли по колоні."),
}
AFFIRMED: dict[str, tuple[str, ...]] = {
    "en": ("Tanks crossed the river because the bridge was not guarded.", "The army did not say how many died."),
    "ar": ("عبرت الدبابات النهر.", "قتل ما لا يقل عن خمسة أشخاص."),
    "es": ("Los tanques cruzaron el río.", "Murieron no menos de cinco personas."),
    "fr": ("Les chars ont traversé la rivière.", "La Ligue a frappé le pont."),
    "he": ("הטנקים חצו את הנהר.", "נהרגו לא פחות מחמישה אנשים."),
    "ru": ("Танки перешли реку.", "Погибли не менее пяти человек."),
    "uk": ("Танки перетнули річку.", "Загинуло не менше п'яти людей."),
}
