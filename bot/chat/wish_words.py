"""How people ask for something to be sent, in our languages: data for `wishes`, compared as `hours.fold` writes it.

What is joined here are all languages at once: people write in another one than their telephone's.
"""

from __future__ import annotations

# What is said before anything is asked for, and is no hour: good morning.
GREETINGS = """
good morning|good evening|good afternoon|good day|good night|thank you|thanks in advance|hi there|hey there|
dear bot|as soon as possible|if possible|if you can|every single day|добрий ранок|доброго ранку|добрий день|
доброго дня|добрий вечір|доброго вечора|дай боже|наперед дякую|якщо можна|доброе утро|доброго утра|добрый день|
добрый вечер|доброго вечера|доброго времени суток|заранее спасибо|если можно|если не сложно|صباح الخير|
مساء الخير|صباح النور|مساء النور|السلام عليكم|يا ريت|ياريت|لو سمحت|لو سمحتم|من فضلك|اذا ممكن|شكرا لك|
buenos dias|buen dia|buenas tardes|buenas noches|muy buenas|por favor|si puede ser|si es posible|si puedes|
muchas gracias|bonne journee|bonne soiree|s' il vous plait|s' il te plait|si c' est possible|merci d' avance|
si possible|si c'est possible|merci d'avance|merci beaucoup|בוקר טוב|ערב טוב|צהריים טובים|לילה טוב|אם אפשר|
תודה רבה|תודה מראש
"""

# Words that somebody who asks uses, and nobody who names a topic: who is spoken to, manners, wishes, more or less.
SPEECH = """
hi hiya hey hello dear bot yo sup ok okay pls plz plis please thx thanks thank cheers kindly i i'm im i'd i'll ill
id me my mine we us our u you your ya want wanna wants would like love need needs wish prefer let lets let's can
could may might will shall should lemme rather norm come comes informed notified updated any send sends sent sending
give gimme get gets getting receive receiving tell show wake remind ping text message deliver post drop subscribe
subscribed sign signed keep read hear know catch follow start starts started begin set make put do does is are be it
its it's them that this these what whats what's whatever happened happening happens goes going new latest just up
posted there so maybe perhaps probably preferably ideally roughly approximately approx usually always regularly
really very much thing things stuff everything anything all both also too then when who where because since if
possible single soon early late local live living lives based here stay staying once have has works work best better
good fine great suits sounds often as asap привіт вітаю добрий доброго будь ласка буласка плз прошу дякую спасибі
бот боте я мені мене мій моя моє мої нам ми ти ви тобі вам хочу хотів хотіла хотілося хотілось би б треба потрібно
потрібні потрібен потрібна бажано можна можеш можете могли міг чи що шо щось усе все всі це ці цього який яка які
надсилай надсилати надсилайте надішли надішліть надіслати присилай присилати присилайте пришли пришліть прислати шли
шліть слати кидай скидай скинь кинь давай дай дайте отримувати отримати читати знати бачити підпиши підпишіть
підписка підписку підписатися буди розбуди нагадуй нагадай приходило приходили приходить прийде буде було щоб аби
десь приблизно орієнтовно орієнтовний зазвичай завжди дуже тут зараз живу мешкаю знаходжусь перебуваю також теж ще
але норм хай нехай краще моїм моєму моїй тому просто коли якщо де раненько пізненько постійно регулярно сталося
відбувається відбулося нового новенького коротко короткий коротке стисло головне головні основне раз разок привет
здравствуй здравствуйте добрый доброе пожалуйста пож пж пжл пжлст плиз спасибо спс мне меня мой мое мои мы ты вы
тебе хотел хотела хотелось бы надо нужно нужны нужен нужна желательно можно можешь мог ли что чтобы чтоб всё это эти
этого какой какая какие присылай присылать присылайте пришлите прислать шлите слать скидывай получать получить
читать знать видеть подпиши подпишите подписка подписку подписаться разбуди напоминай напомни приходит придет будет
было где-то примерно ориентировочно обычно всегда очень здесь сейчас нахожусь также тоже еще но пусть лучше моему
моей поэтому когда если пораньше попозже постоянно случилось происходит произошло короткую краткую краткий главное
главные самое отправляй отправляйте отправлять отправь مرحبا اهلا سلام هاي السلام عليكم رجاء الرجاء ارجو ارجوك شكرا
ممكن بليز انا لي الي لنا نحن انت اريد اود ارغب بدي بدنا عايز عايزه ابغي ابي نفسي ياريت ارسل ارسلي ارسلوا ارسال ترسل
ترسلي ترسلوا ابعث ابعتلي ابعتولي ابعتوا تبعت تبعتلي تبعثلي تبعتولي ارسلولي ارسللي تبعثوا تصلني توصلني يصلني يوصلني
استلم اتلقي احصل اقرا اعرف اشوف هات جيب جيبلي اعطيني اعطني عطيني خبرني خبروني احكيلي اشتراك اشترك اشتركني سجلني
ذكرني صحيني يكون تكون ان انه اذا لما متي شو ايش ماذا ما اللي الذي التي هذا هذه كل شي شيء كمان ايضا بس لكن ياها ياه
حوالي تقريبا عاده دائما جدا هنا اعيش اسكن ساكن مقيم موجود يحدث حدث صار جديد الجديد اهم مختصر مختصره باختصار سريع
سريعه لطفا اتمني مره وقت بكير مبكر مبكرا باكرا بدري متاخر hola oye buenas porfa porfavor porfis gracias mi nos
nosotros tu te ud usted ustedes quiero quisiera querria gustaria necesito deseo puedes puede podrias podria pueden
podes recibir recibo mandar mandame mandeme mandes mande manden envia enviar enviame envieme envies pasame pasar
dame deme dar avisar avisame avisa despiertame recuerdame leer saber ver suscribe suscribeme suscribir suscribirme
llegue lleguen llega llegar sea esten este esto eso que lo pase pasa paso pasando haya hay tipo mas aproximadamente
aprox mejor preferiblemente siempre tambien pero punto quizas tal cuando si donde vivo estoy aqui aca tempranito
temprano tardecito nuevo nueva ultimo ultima ultimas todo breve corto corta diga digas cuentame contame necesitaria
vez bonjour bonsoir bjr bsr salut coucou stp svp merci je j' moi nous on toi vous veux voudrais aimerais souhaite
souhaiterais souhaiterai peux pouvez pourrais pourriez pourrait recevoir reçois envoie envoie-moi envoyer envoies
envoyez envoyez-moi donne donne-moi donnez donnez-moi passe fais faites mets mettez inscris abonne abonnez abonner
m'abonner m'envoyer m'envoie m'inscrire reveille rappelle lire savoir voir dis dis-moi dites tiens-moi c'est c' ce
ca qu' qui quoi soit est sont il faut faudrait arrive arrivent plutot environ genre approximativement toujours juste
mais bien etre informe informee donc aussi quand où ici habite suis vis tot tard nouveau neuf dernieres derniers
dernier tout bref court besoin fois ai aimerai m' t' s' n' mon ma mes peut היי הי שלום אהלן בבקשה תודה בוט אני לי
אותי אותנו לנו אנחנו אתה את אתם רוצה רוצים צריך צריכה אשמח מבקש מבקשת אפשר אפשרי אולי תוכל תוכלי תוכלו יכול יכולה
לקבל תשלח תשלחי תשלחו שלח שלחי שלחו לשלוח שתשלח שישלח תביא תביאו תן תני תנו תעדכן תעדכנו עדכן עדכני לעדכן תעיר תזכיר
להזכיר לקרוא לדעת לראות תרשום תרשמו רשום להירשם להרשם מנוי שיהיה יהיה זה זו ש כש מה שקורה קורה קרה חדש אבל גם בערך
בסביבות בסביבה לערך בדרך כלל תמיד מאוד כאן פה גר גרה נמצא נמצאת הכל אם מתי איפה מוקדם מאוחר קצר קצרה בקצרה הכי פעם
"""

# The same by how they begin, in languages whose verbs have many forms.
SPEECH_STEMS = """
subscri receiv deliver remind notif надсила надішл надісл присил пришл підпиш підписат підписк отриму отрима хотів
хотіл нагаду присыл присла отправл отправь подпиш подписат подписк получа получи хотел хотим напомин ارسل ترسل يرسل
ابعت تبعت ابعث تبعث توصل يوصل اوصل mand envia envie envias suscri recib despiert recuerd quier quisi neces pued podr
envoie enverr voudr aimer souhait abonn inscri reveill rappel recev recoi pourr תשלח שתשלח לשלו שישלח תעדכ שתעדכ
לקבל מקבל להירש תרשמ
"""

# What is sent; behind it stands what it is about: news of, a summary on.
NEWS = """
news briefing briefings brief report reports update updates summary summaries digest headlines headline roundup
recap alerts info information bulletin overview новини новин новину зведення зведень огляд оновлення дайджест
підсумки підсумок інфа інфу інформацію інформація звіт звіти вісті брифінг новости новостей новость новостную сводка
сводку сводки обзор обновления итоги инфа инфу информацию отчет отчеты вести брифинг выжимку اخبار الاخبار خبر موجز
موجزا الموجز ملخص ملخصا الملخص تقرير تقريرا التقرير احاطه الاحاطه نشره النشره تحديث تحديثا تحديثات مستجدات noticias
noticia resumen resumenes informe informes reporte reportes boletin novedades parte actualizacion actualizaciones
nouvelles nouvelle infos resume resumes point rapport actu actus actualites actualite synthese bilan חדשות חדשה
עדכון עדכונים תקציר תקצירים סיכום סיכומים תדריך תדריכים דוח דיווח דיווחים מבזק מבזקים
"""

# Behind these stands what it is about.
TOPICAL = """
only тільки лише лиш только лишь فقط solo solamente seulement uniquement רק about on regarding concerning topic
topics covering re про щодо стосовно тему теми тема насчет касательно темы عن حول بخصوص بشان بموضوع موضوع sobre
acerca respecto tema temas sur concernant sujet sujets theme propos על אודות לגבי בנושא בנוגע נושא נושאים
"""

# Small words that stand inside a name or a topic as well as before it.
JOINTS = """
a an the per in of for from to with and or at by & near between over under against n + on в у о об з із зі на по до
від для та і й або за біля під про во с со от из и или возле под في من الى على علي و او مع عن ال ب ل al de del en el
la los las un una unos unas y e o u con por para sobre desde lo à au aux du des d' le les l' une et ou avec par pour
sur dans chez ב ל מ ה ו של את עם או על מן אל
"""

# All days but: what stands before the day that is left out.
EXCEPT = """
except excluding besides but apart крім окрім винятком виключенням кроме исключением عدا ماعدا باستثناء الا excepto
menos salvo sauf excepté hors hormis חוץ מלבד למעט
"""

NOT = """
not no off don't dont never without nor earlier later не ні ніколи без раніше пізніше нет никогда раньше позже لا
ليس بدون ابكر nunca sin tampoco pas jamais ne sans ni לא אין אל בלי
"""

# So many of these a day or week: twice, three times. Once is no more than that.
TIMES = """
times twice thrice рази разів двічі тричі раза дважды трижды مرتين مرات veces fois פעמיים פעמים
"""

# Beside these stands a city whose clocks are meant, or where somebody is.
ZONE = """
time timezone tz local live living based located часом часу живу мешкаю времени нахожусь بتوقيت توقيت اعيش اسكن ساكن
مقيم hora vivo heure habite j'habite שעון גר גרה
"""

# By another count than days and weeks, or once only, or the very next time: none is what a briefing does.
ODD_DAYS = """
tomorrow today tonight hour hourly whenever other alternate fortnight fortnightly biweekly month monthly minutes
minute second щоразу сьогодні завтра щогодини місяць щомісяця хвилин когда сегодня ежечасно месяц ежемесячно минут
كلما عندما غدا الليله اليوم بكرا بكره يومين شهر شهريا ساعتين دقيقه cuando hoy mes mensual mensualmente minutos
quincenal quand demain aujourd'hui mois mensuel כאשר מחר היום הערב הבוקר הלילה יומיים חודש חודשי דקות שעתיים
"""

# Minutes in words, as they stand behind an hour or before it.
MINUTES = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "forty-five": 45,
    "twenty-five": 25, "quarter": 15, "half": 30, "п'ять": 5, "десять": 10, "п'ятнадцять": 15, "двадцять": 20,
    "тридцять": 30, "сорок": 40, "п'ятдесят": 50, "п'яти": 5, "десяти": 10, "п'ятнадцяти": 15, "двадцяти": 20,
    "чверть": 15, "чверті": 15, "пів": 30, "половина": 30, "половину": 30, "пол": 30, "пять": 5, "пяти": 5,
    "пятнадцать": 15, "пятнадцати": 15, "двадцать": 20, "двадцати": 20, "тридцать": 30, "пятьдесят": 50,
    "четверть": 15, "четверти": 15, "половине": 30, "половины": 30, "خمس": 5, "خمسه": 5, "عشر": 10, "عشره": 10,
    "ربع": 15, "ربعا": 15, "ثلث": 20, "ثلثا": 20, "نصف": 30, "نص": 30, "عشرين": 20, "عشرون": 20, "ثلاثين": 30,
    "ثلاثون": 30, "تلاتين": 30, "cinco": 5, "diez": 10, "quince": 15, "veinte": 20, "veinticinco": 25,
    "treinta": 30, "cuarenta": 40, "cincuenta": 50, "cuarto": 15, "media": 30, "cinq": 5, "dix": 10, "quinze": 15,
    "vingt": 20, "vingt-cinq": 25, "trente": 30, "quarante": 40, "quarante-cinq": 45, "cinquante": 50, "quart": 15,
    "demie": 30, "demi": 30, "חמש": 5, "חמישה": 5, "עשר": 10, "עשרה": 10, "עשרים": 20, "שלושים": 30, "ארבעים": 40,
    "חמישים": 50, "רבע": 15, "חצי": 30,
}  # fmt: skip

# Forms of the hours beside those of the clock words: in case, in dialect, as counted.
HOURS = {
    "сім": 7, "вісім": 8, "шість": 6, "п'ять": 5, "чотири": 4, "три": 3, "дві": 2, "дев'ять": 9, "одинадцять": 11,
    "тринадцать": 13, "четырнадцать": 14, "пятнадцать": 15, "шестнадцать": 16, "семнадцать": 17, "восемнадцать": 18,
    "девятнадцать": 19, "двадцать": 20, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "dix-sept": 17,
    "dix-huit": 18, "dix-neuf": 19, "vingt": 20, "vingt-et-une": 21, "vingt-deux": 22, "vingt-trois": 23,
    "trece": 13, "catorce": 14, "quince": 15, "dieciseis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19,
    "veinte": 20, "veintiuna": 21, "veintidos": 22, "veintitres": 23, "час": 1, "один": 1, "одна": 1, "двух": 2,
    "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9, "десяти": 10,
    "одиннадцати": 11, "двенадцати": 12, "первого": 1, "второго": 2, "третьего": 3, "четвертого": 4, "пятого": 5,
    "шестого": 6, "седьмого": 7, "восьмого": 8, "девятого": 9, "десятого": 10, "одиннадцатого": 11,
    "двенадцатого": 12, "ثلاث": 3, "اربع": 4, "خمس": 5, "ست": 6, "سبع": 7, "ثمان": 8, "ثماني": 8, "تسع": 9,
    "عشر": 10, "وحده": 1, "واحده": 1, "ثنتين": 2, "تنتين": 2, "اثنتين": 2, "ثلاثه": 3, "تلاته": 3, "اربعه": 4,
    "خمسه": 5, "سته": 6, "سبعه": 7, "ثمانيه": 8, "تمانيه": 8, "ثمنيه": 8, "تسعه": 9, "عشره": 10, "احدعشر": 11,
    "حداشر": 11, "اطنعش": 12, "تناشر": 12,
}  # fmt: skip

# The beginnings of thirteen to twenty, as hours are numbered in Ukrainian.
LATE_HOURS = (
    "тринадцят", "чотирнадцят", "п'ятнадцят", "шістнадцят", "сімнадцят", "вісімнадцят", "дев'ятнадцят", "двадцят",
)  # fmt: skip

# Weekdays as they are shortened. Those of the second are other words, too, and count beside another day only.
SHORT_DAYS = {
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3, "пн": 0, "вт": 1, "ср": 2, "чт": 3, "пт": 4, "сб": 5, "вс": 6,
    "нд": 6,
}  # fmt: skip
SHORT_DAYS_IN_A_LIST = {
    "lun": 0, "mar": 1, "mie": 2, "jue": 3, "vie": 4, "sab": 5, "dom": 6, "mer": 2, "jeu": 3, "ven": 4, "sam": 5,
    "dim": 6, "א": 6, "ב": 0, "ג": 1, "ד": 2, "ה": 3, "ו": 4, "ש": 5,
}  # fmt: skip
