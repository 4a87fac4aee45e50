### Всё, что бот говорит по-русски.

start =
    Я рассказываю о вооружённых конфликтах. У каждого моего предложения указана статья, из которой оно взято. Чего нет в источниках, того я не говорю.

    Спросите своими словами. Например: <i>{ $example }</i>
    /brief - что сообщалось за последние 24 часа
    /subscribe 07:00 Багдад - то же самое каждое утро
    /sources - что я читаю
    /help - всё остальное
start-group =
    Я отвечаю на вопросы о вооружённых конфликтах и указываю источник каждого предложения. В этой группе я отвечаю, когда меня упоминают или отвечают мне. /help показывает команды. Настроить сводки для группы могут только её админы.
example-question = Сколько атак на американские войска насчитали?
button-try = Задать этот вопрос
button-brief = Сводка сейчас
button-daily = Сводка каждое утро
help-heading =
    Просто напишите вопрос. Я отвечаю с источниками: номер в скобках открывает статью, кнопка показывает точный отрывок.

    Независимый источник - тот, кто сообщил первым. Десять изданий, перепечатавших одно агентство, - один источник.


help-admins = Для админов:
help-footing = Я храню то, что вы здесь настроили, последние вопросы и ваши отзывы, больше ничего. /export это показывает, /forget удаляет.
command-help = что я умею
command-ask = задать вопрос
command-brief = что сообщалось за 24 часа; можно указать темы
command-compare = как об этом пишут разные издания: тема
command-timeline = событие по дням: тема
command-figures = какие называют потери: тема
command-subscribe = сводка, когда удобно: час, дни, город, темы
command-subscriptions = ваши подписки
command-unsubscribe = отменить подписку
command-follow = темы, о которых сводки говорят сначала
command-unfollow = не следить больше за темой
command-hide = не показывать здесь издание: имя
command-watch = сообщать сразу: тема
command-unwatch = не сообщать сразу
command-quiet = часы, когда оповещения ждут
command-muted = истории, о которых этот чат не хочет знать
command-timezone = узнать или сменить часовой пояс
command-language = выбрать мой язык
command-settings = все настройки, кнопками
command-report = сообщить админам, что мой последний ответ неверен
command-sources = что я читаю, или по теме: Судан
command-publisher = кто стоит за издателем: название
command-export = всё, что я храню об этом чате, файлом
command-forget = удалить всё, что я храню об этом чате
command-addsource = читать ленту или страницу: адрес
command-removesource = больше не читать источник: номер
command-pausesource = приостановить источник: номер
command-resumesource = продолжить чтение источника: номер
command-vouch = поручиться за источник, чтобы он сразу учитывался для оповещений
command-unvouch = отозвать поручительство
command-testsource = посмотреть на адрес или источник, ничего не меняя: адрес или номер
command-filtersource = какие записи источника читать: номер
command-exportsources = все источники файлом OPML
command-importsources = добавить источники из файла OPML
command-setpublisher = записать, что известно об издателе
command-stats = цифры
command-broadcast = сообщение во все чаты: текст
command-ban = больше не отвечать человеку или чату: номер
command-unban = снова отвечать: номер
command-admins = кто управляет этим ботом
command-audit = последние действия админов
command-addadmin = сделать человека админом: номер
command-removeadmin = больше не админ: номер
ask-how = Спросите словами, например: <i>Сколько атак на американские войска насчитали?</i>
ask-other = Я отвечаю только по сообщениям о вооружённых конфликтах. Спросите, например: <i>Сколько атак на американские войска насчитали?</i>
cut-short = Времени не хватило, чтобы прочитать всё. Вот что было готово.
answer-more = <b>Подробнее</b>
ask-too-long = Спросите не более чем в { $most } знаках.
link-found = Эту статью я читал:
link-site = Этой статьи я не читал. Самое новое, что у меня есть с { $site }:
link-unknown = С этого адреса у меня ничего нет. Сам я ссылки не открываю; /sources покажет, что я читаю.
answer-none = В моих источниках нет ответа на это.
answer-none-sought = Искал: { $names }
answer-none-since = Просмотрены сообщения с { $first }.
answer-none-day = Просмотрены сообщения за { $first }.
answer-none-days = Просмотрены сообщения с { $first } по { $last }.
answer-none-unnamed = Ни в одном из самых близких по теме сообщений нет: { $names }.
answer-none-seen = Самое новое сообщение, где есть { $name }, у меня от { $day }.
answer-none-nearest = Ближайшее сообщение о другом: { $title } ({ $who }, { $day }).
answer-none-before = Непонятно, о чём речь: за последние полчаса вы здесь ничего не спрашивали. Ответьте на одно из моих сообщений или назовите место, сторону или дату.
answer-none-hint = Я говорю только то, что сказано в источнике. Попробуйте другие слова, место или дату; что я читаю, показывает /sources.
inline-none = Ничего не найдено
inline-none-hint = Ни один источник на это не отвечает. Попробуйте место или дату.
draft = Ищу в сообщениях…
answer-footing = { $origins ->
    [one] <i>Из { $origins } независимого источника. По состоянию на { $at }, { $zone }.</i>
    [few] <i>Из { $origins } независимых источников. По состоянию на { $at }, { $zone }.</i>
   *[many] <i>Из { $origins } независимых источников. По состоянию на { $at }, { $zone }.</i>
 }
sources-heading = <b>Источники</b>
sources-disagree = <b>Источники расходятся</b>, { $about }:
about-killed = число погибших
about-wounded = число раненых
about-missing = число пропавших
about-displaced = число перемещённых
about-detained = число задержанных
about-captured = число пленных
about-arrested = число арестованных
about-evacuated = число эвакуированных
about-rescued = число спасённых
about-released = число освобождённых
count-changed = Изменение ({ $about }): <b>{ $speaker }</b> — теперь { $latest }, до этого { $earlier }.
gist = { $what } — { $original }
gist-said = { $who }: { $what }
gist-mentions = упомянуто: { $names }
gist-attack = удар
gist-capture = захват
gist-release = освобождение
gist-shot-down = сбито: { $weapons }
gist-at-least = минимум { $counted }
gist-about = примерно { $counted }
gist-up-to = максимум { $counted }
gist-apart = { $counted } ({ $of })
gist-of-children = дети
gist-of-women = женщины
gist-of-civilians = мирные жители
gist-of-fighters = бойцы
gist-of-soldiers = военнослужащие
gist-of-police = полицейские
gist-of-journalists = журналисты
gist-killed = { $count ->
    [one] { $number } погибший
    [few] { $number } погибших
   *[other] { $number } погибших
 }
gist-wounded = { $count ->
    [one] { $number } раненый
    [few] { $number } раненых
   *[other] { $number } раненых
 }
gist-missing = { $count ->
    [one] { $number } пропавший
    [few] { $number } пропавших
   *[other] { $number } пропавших
 }
gist-captured = { $count ->
    [one] { $number } пленный
    [few] { $number } пленных
   *[other] { $number } пленных
 }
gist-displaced = { $count ->
    [one] { $number } перемещённый
    [few] { $number } перемещённых
   *[other] { $number } перемещённых
 }
gist-evacuated = { $count ->
    [one] { $number } эвакуированный
    [few] { $number } эвакуированных
   *[other] { $number } эвакуированных
 }
gist-rescued = { $count ->
    [one] { $number } спасённый
    [few] { $number } спасённых
   *[other] { $number } спасённых
 }
gist-arrested = { $count ->
    [one] { $number } арестованный
    [few] { $number } арестованных
   *[other] { $number } арестованных
 }
gist-released = { $count ->
    [one] { $number } освобождённый
    [few] { $number } освобождённых
   *[other] { $number } освобождённых
 }
gist-drones = { $count ->
    [one] { $number } беспилотник
    [few] { $number } беспилотника
   *[other] { $number } беспилотников
 }
gist-missiles = { $count ->
    [one] { $number } ракета
    [few] { $number } ракеты
   *[other] { $number } ракет
 }
gist-original = { $language ->
    [ar] ниже оригинал на арабском
    [en] ниже оригинал на английском
    [es] ниже оригинал на испанском
    [fr] ниже оригинал на французском
    [he] ниже оригинал на иврите
    [ru] ниже оригинал на русском
    [uk] ниже оригинал на украинском
   *[other] ниже оригинал
 }
undated = без даты
carried-by = в передаче { $name }
carried-link = в передаче { $name }, ссылка ведёт на { $site }
part = <i>Часть { $number } из { $total }</i>
button-turn = Часть { $number }
small-talk = Здравствуйте. Спросите о вооружённом конфликте, например: что произошло вчера в Хан-Юнисе? /help покажет, что ещё я умею.
words-small-talk = привет, здравствуйте, здравствуй, добрый день, доброе утро, добрый вечер, доброго дня, приветствую, как дела, как ты, как поживаешь, ты тут, ты здесь, вы тут, хай, салам, с новым годом, салют
small-talk-farewell = До свидания. Сводки будут приходить и дальше, как вы настроили.
words-farewell = пока, до свидания, спокойной ночи, доброй ночи, до завтра, до встречи, увидимся, хорошего дня, всего доброго, всего хорошего, бывай, прощай, пока пока
small-talk-thanks = Пожалуйста. Спрашивайте, когда захотите.
words-thanks = спасибо, большое спасибо, спасибо большое, благодарю, спасибо вам, отлично, ок, хорошо, ладно, понятно, понял, поняла, супер, молодец, круто, класс, ясно, спс, да, нет, хаха, ахаха, извините, прости, здорово, неплохо, хорошая работа, умница, ага
words-about = кто ты, кто вы, что ты такое, что это, что ты умеешь, что вы умеете, что ты можешь, как это работает, о чем можно спросить, помощь, помоги, меню, старт, ты человек, вы человек, ты бот, ты робот, ты живой, ты настоящий, кто тебя создал, кто тебя сделал, как тебя зовут, как вас зовут, какие у тебя источники, откуда у тебя информация, откуда новости, можешь помочь, мне нужна помощь, ты говоришь по-русски, это бесплатно, сколько это стоит, что ты обо мне знаешь, расскажи о себе, как пользоваться, я не понимаю, тест, что это за бот, кто за тобой стоит, ты искусственный интеллект, помогите, хранишь ли ты мои сообщения, сохраняются ли мои сообщения, как часто ты обновляешься
words-stop = стоп, хватит, отмена, отмени, отписаться, отпишись, отпиши меня, отписка, прекрати, прекратите, перестань, не пиши мне, не присылай больше, больше не присылай, больше не пишите, отменить подписку, отмени подписку, хочу отписаться, я хочу отписаться, не надо больше, останови, отстань, выключи, перестань присылать, довольно, достаточно
words-forget = удали мои данные, удалите мои данные, удалить мои данные, сотри мои данные, забудь меня, удали всё обо мне, удали все, удали мой аккаунт, удалить аккаунт, сотри всё, хочу удалить свои данные, удали мою историю, удали меня
words-export = выгрузи мои данные, покажи мои данные, пришли мои данные, что ты обо мне хранишь, какие данные у тебя обо мне
words-subscribe = подписаться, подпиши меня, подписка, хочу подписаться, я хочу подписаться, присылай мне сводку каждое утро, присылай новости каждый день, ежедневные новости, хочу ежедневную сводку, присылай новости каждое утро, подпишите меня
words-language = сменить язык, смени язык, поменяй язык, язык, говори по-русски, по-русски, на русском, русский, другой язык, давай по-русски, переключись на русский, хочу на русском
words-settings = настройки, мои настройки, параметры, изменить настройки, мои подписки, часовой пояс, покажи мои подписки, какие у меня подписки, на что я подписан, когда следующая сводка, мои сводки, во сколько следующая сводка
words-brief = новости, последние новости, сводка, заголовки, что нового, что произошло сегодня, новости сегодня, что случилось, что происходит
words-nothing = хм, ммм, эм, ну
words-polite = пожалуйста, друг, бот, всем, сейчас, очень, и, за, помощь, вам, тебе, уже, ну, дорогой, сегодня, большое, снова, мне, больше, информацию
words-asking = что, когда, где, кто, почему, как, сколько, какой
too-many-questions = Вы много спросили за этот час. Продолжите немного позже.
flooding = Вы пишете больше, чем я успеваю читать. Продолжу через минуту.
button-judge = Это помогло?
judge-ask = Как вам ответ? «Сообщить» — если что-то неверно: админы посмотрят.
button-good = Полезно
button-bad = Не полезно
button-report = Сообщить
thanks = Спасибо.
reported = Спасибо. Админы посмотрят. Они видят вопрос и ответ, но не ваше имя.
report-nothing = В последнее время я вам здесь не отвечал, сообщать не о чем.
report-notice = Читатель сообщил о { $about }.
button-reported = Открыть
reported-question = <b>Вопрос:</b> { $question }
passage-gone = Я больше не храню этот ответ. Спросите снова.
passage-headline = Удалось прочитать только заголовок.
passage-teaser = Удалось прочитать только то, что говорит о ней источник, а не всю статью.
passage-revised = С тех пор статью изменили. Это текст, который цитировался.
passage-stored = Сохранено, как прочитано { $at }: редакция { $number }, SHA-256 { $digest }…
passage-modified = Изменено издателем, { $at }.
passage-changed = было: «{ $before }» стало: «{ $after }»
passage-added = добавлено: «{ $after }»
passage-removed = убрано: «{ $before }»
passage-more = и ещё предложений: { $count }
button-copy = Скопировать цитату
briefing-heading = <b>Сводка</b>, { $since } – { $until }, { $zone }
briefing-topics = Темы: { $topics }
briefing-late = Эта сводка пришла с опозданием.
briefing-delayed = Отправлено с опозданием: составлено { $at }.
missed-skipped = { $day } сводки не было: я не работал.
missed-undelivered = Сводку за { $day } доставить не удалось.
briefing-quiet = { $sources ->
    [0] За это время не прочитано ни одной статьи.
    [one] Новостей нет: прочитан { $sources } источник, об этом там ничего.
    [few] Новостей нет: прочитаны { $sources } источника, об этом там ничего.
   *[many] Новостей нет: прочитано { $sources } источников, об этом там ничего.
 }
briefing-quiet-here = Новостей нет: за это время об этом ничего не сообщали.
briefing-quiet-topics = <b>Ничего нового</b> по темам: { $topics }
briefing-healthy = { $sources ->
    [one] Удалось прочитать все источники: { $sources }.
    [few] Удалось прочитать все источники: { $sources }.
   *[many] Удалось прочитать все источники: { $sources }.
 }
briefing-failing = Эти источники прочитать не удалось, чего-то может не хватать: { $sources }
briefing-failing-more = Эти источники прочитать не удалось, чего-то может не хватать: { $sources } и ещё { $more }
briefing-newest-day = Ничего новее не прочитано: это день до { $at }.
section-new = Новое
section-developing = Продолжение
story-opposed = сообщают издания противоположных сторон
change-figure = <b>Новая цифра:</b> { $said }
change-denial = <b>Отрицают:</b> { $said }
change-correction = <b>Исправлено:</b> { $said }
change-before = Раньше вам сообщали: { $before }
correction-corrected = <b>Исправлено</b>: { $publisher }, замечено { $at }: теперь там { $after }. Вам сообщали { $before }: «{ $told }»
correction-edited = <b>Изменено без пометки</b>: { $publisher }, замечено { $at }: теперь там { $after }. Вам сообщали { $before }: «{ $told }»
correction-dropped = <b>Больше не утверждает</b> { $publisher }, замечено { $at }: предложение, где было { $before }, убрано. Вам сообщали: «{ $told }»
correction-withdrawn = <b>Снято</b>: { $publisher }, замечено { $at }: статьи, где говорилось «{ $told }», больше нет.
briefing-more = { $count ->
    [one] Опущена { $count } менее важная история.
    [few] Опущены { $count } менее важные истории.
   *[many] Опущено { $count } менее важных историй.
 }
briefing-unchanged = { $count ->
    [one] В { $count } известной вам истории нет нового.
    [few] В { $count } известных вам историях нет нового.
   *[many] В { $count } известных вам историях нет нового.
 }
story-outlets = { $outlets ->
    [one] { $outlets } издание
    [few] { $outlets } издания
   *[many] { $outlets } изданий
 }
story-origins = { $origins ->
    [one] { $origins } независимый источник
    [few] { $origins } независимых источника
   *[many] { $origins } независимых источников
 }
view-how = Напишите тему вместе с командой, например { $example }
view-nothing = Об этом я ничего не нашёл. Попробуйте место или имя.
compare-heading = <b>Как об этом пишут.</b> Слова, которые принимают чью-то сторону, выделены.
figures-heading = <b>Потери, как их называли,</b> сначала последние. Они не суммируются.
timeline-heading = <b>День за днём</b>, начиная с первого.
figures-picture = Каждая точка — то, что назвал один источник. Ничего не суммировано.
figures-others = другие источники
figures-caption = То же на изображении, точки каждого источника отдельно.
figures-range = { $what }: от { $low } до { $high }
figures-single = { $what }: { $value }
outcome-killed = Погибли
outcome-wounded = Ранены
outcome-missing = Пропали
outcome-displaced = Перемещены
outcome-detained = Задержаны
outcome-captured = Взяты в плен
outcome-arrested = Арестованы
outcome-evacuated = Эвакуированы
outcome-rescued = Спасены
outcome-released = Освобождены
picture-reports = Сообщений в день
picture-reports-note = Каждый столбец — 24 часа до { $time }.
picture-usual-note = Пунктир — обычно, среднее за 8 недель до того.
picture-usual = обычно: { $count }
picture-map = Где это произошло
picture-map-note = Бледные точки: другие истории этих недель. Пустые номера: целые регионы.
overview-caption = Сообщения по дням за две недели и где это произошло; номера те же, что в сводке.
overview-theatre = <b>{ $place }</b>, сообщений за эти 24 часа: { $count }, обычно { $usual }
overview-theatre-new = <b>{ $place }</b>, сообщений за эти 24 часа: { $count }
overview-places = На карте: { $places }
page-title = Сводка за { $day }
page-quotes = Цитаты в контексте
button-evidence = Доказательства на странице
page-private = Эту страницу может прочитать каждый, у кого есть её адрес. Её нет ни в одном списке и поисковике; /forget в чате её удаляет.
page-gone = Такой страницы нет. Возможно, её удалили.
page-articles = Все статьи: { $count ->
   *[other] { $count }
 }
subscribed = Вы будете получать сводку { $what }.
subscribed-hint = Чтобы следить только за некоторыми темами, назовите их после города: <code>/subscribe 07:00 Багдад Газа, Красное море</code>
subscription-line = { $days } в { $time }, { $zone }, темы: { $topics }
days-all = каждый день
days-weekdays = с понедельника по пятницу
days-weekends = по субботам и воскресеньям
days-some = каждую неделю ({ $days })
days-but = каждый день, кроме { $day }
subscribe-unclear = В котором часу и где вы живёте? Напишите так: 7:30 Киев, или: Тбилиси, по будням в 8. Дальше можно назвать темы.
topics-all = всё
topics-too-many = Назовите не больше 10 тем, каждая не длиннее 100 знаков, через запятую.
next-briefing = Следующая: { $at }
paused-chat = Сюда ничего не приходило с { $since }: { $why }. Если вы это читаете, отправка уже возобновлена.
paused-topic = Приостановлено с { $since }: { $why }. Попробую снова { $at }.
paused-topic-now = Приостановлено с { $since }: { $why }. Попробую снова со следующей сводкой.
paused-your-chat = В группу или канал, для которых вы настроили сводки, нельзя писать: { $why }. Я пробую время от времени; как только что-то дойдёт, отправка возобновится.
settings-heading = <b>Настройки этого чата</b>
settings-zone = Часовой пояс: { $zone }
settings-language = Язык: { $language }
settings-pictures-on = Изображения: включены
settings-pictures-off = Изображения: выключены
settings-briefings = Подписки: { $count }
button-pictures-on = Включить изображения
button-pictures-off = Выключить изображения
button-settings = Все настройки
button-page-zone = Часовой пояс
button-page-language = Язык
button-page-hour = Новая подписка
button-page-briefings = Подписки
zone-ask = По времени какого города вы живёте? Нажмите или напишите свой.
zone-again = Я не знаю такого города. Пришлите более крупный город рядом, пояс вроде Asia/Baghdad или +03:00.
button-place = Где я сейчас
button-share-place = Показать, где я
place-ask = Нажмите кнопку внизу, чтобы один раз показать, где вы. Я возьму оттуда часовой пояс и больше ничего не сохраню.
place-thanks = Спасибо. Где вы, я не сохранил.
place-clocks = Который у вас час?
button-other-zone = Другое время
zone-meant = Или вы имели в виду время города?
button-meant = Да, { $zone }
topics-ask = О чём? Нажмите, что вам интересно, или напишите темы через запятую: больницы Алеппо, Красное море. Или оставьте всё.
button-topics-all = Оставить всё
button-topics-done = Это всё
language-ask = На каком языке мне говорить? Цитаты остаются на языке источника.
hour-ask =
    В котором часу присылать сводку?

    Нажмите или напишите: 6:30, по будням в 8, каждую пятницу в 18:00. Дальше могут идти город и темы: 6:30 Киев Харьков, экспорт зерна
hour-offer = Сводку каждый день в { $time }?
zone-assumed = Я не знаю вашего часового пояса и беру { $zone }. Чтобы сменить его, напишите ваш город.
subscriptions-heading = <b>Ваши подписки</b>
subscriptions-none = Для этого чата подписок нет. Чтобы получать сводку каждое утро, пришлите, например, /subscribe 07:00 Багдад
button-end = Отменить номер { $number }
unsubscribed = { $count ->
    [one] Отменено. Вы больше не получите эту сводку:
    [few] Отменено. Вы больше не получите эти сводки:
   *[many] Отменено. Вы больше не получите эти сводки:
 }
unsubscribed-notice = Отменено.
word-all = все
zone-shown = Ваш часовой пояс { $zone }; сейчас там { $now }. Чтобы сменить его, пришлите /timezone и город, например /timezone Киев
zone-unset = Я не знаю вашего часового пояса и беру { $zone }; сейчас там { $now }. Чтобы задать его, пришлите /timezone и город, например /timezone Киев
zone-set = Ваш часовой пояс теперь { $zone }; сейчас там { $now }.
zone-moved = { $count ->
    [one] Ваша подписка сохраняет свой час в новом поясе.
    [few] Ваши { $count } подписки сохраняют свой час в новом поясе.
   *[many] Ваши { $count } подписок сохраняют свой час в новом поясе.
 }
travel-ask = Ваш часовой пояс теперь { $zone }. Когда присылать сводки?
button-local-hour = В { $time } по местному
button-home-hour = Как раньше, здесь { $time }
follow-done = Слежу: { $topics }. Сводки этого чата начинают с этого и говорят, когда нового нет.
follow-no-briefing = Этот чат пока не получает сводок. Чтобы получать их каждое утро, отправьте, например, /subscribe 07:00 Багдад
follow-none = Этот чат не следит ни за какими темами. Отправьте их вместе с командой, через запятую: /follow больницы Алеппо, Красное море
follow-heading = <b>Темы, за которыми слежу</b>
button-unfollow = Не следить: { $topic }
unfollow-done = Больше не слежу: { $topics }
hide-done = Больше не показывается здесь: { $name }. /hide покажет, что скрыто.
hide-unknown = У меня нет статей издания с таким именем. /sources покажет, что я читаю.
hide-none = Здесь ничего не скрыто. Чтобы скрыть издание, пришлите его имя: <code>/hide Rafidain Voice</code>
hide-heading = <b>Скрыто здесь</b>
button-unhide = Показывать снова: { $name }
hidden-outlets = { $count ->
    [one] <i>Здесь скрыто { $count } издание.</i>
    [few] <i>Здесь скрыты { $count } издания.</i>
   *[other] <i>Здесь скрыто { $count } изданий.</i>
 }
watch-heading = <b>Сообщаю сразу</b>
watch-none = Здесь ни за чем не наблюдаю. Чтобы узнавать сразу, отправьте, например, /watch drones near Erbil
watch-how = Отправьте тему, а перед ней, если хотите, число независимых источников от 1 до 20: /watch 3 drones near Erbil
watch-done = { $origins ->
    [one] Наблюдаю: { $topic }. Напишу, как только сообщит { $origins } независимый источник.
    [few] Наблюдаю: { $topic }. Напишу, как только сообщат { $origins } независимых источника.
   *[many] Наблюдаю: { $topic }. Напишу, как только сообщат { $origins } независимых источников.
 }
watch-line = { $origins ->
    [one] { $topic }: от { $origins } независимого источника
    [few] { $topic }: от { $origins } независимых источников
   *[many] { $topic }: от { $origins } независимых источников
 }
watch-hint = О каждой истории одно сообщение, я меняю его по мере развития. Не больше { $most } оповещений в день. С /quiet 23:00 7:00 ночью они ждут.
unwatch-done = Больше не наблюдаю: { $topic }
quiet-none = Оповещения приходят в любое время.
quiet-set = С { $start } до { $end }, { $zone }, оповещения ждут.
quiet-how = Чтобы ночью оповещения ждали, отправьте /quiet 23:00 7:00. Чтобы отменить, отправьте /quiet off
word-off = нет
alert-heading = <b>Оповещение</b>: { $topic }
alert-updated = Обновлено { $at }.
alert-last = Это последнее оповещение за сегодня. Остальное будет в следующей сводке.
button-story = История { $number }
button-mute = Скрыть эту историю
muted-notice = Скрыто. Список скрытого: /muted.
muted-heading = <b>Скрытые истории</b>
muted-none = Скрытых историй нет. Кнопки под сводкой открывают историю, там её можно скрыть.
button-unmute = Вернуть номер { $number }
unmuted-notice = Эта история снова будет в сводках.
forgotten = Готово. Я больше ничего не храню об этом чате: ни подписок, ни вопросов, ни настроек. Сообщения выше остаются в Telegram, пока вы их не удалите.
forget-ask = Удалить всё, что я храню об этом чате: подписки, темы, вопросы, настройки? Это нельзя отменить.
exported = Всё, что я храню о вас, в этом файле.
exported-privately = Я отправил это вам в личный чат.
export-start-first = Я пока не могу написать вам лично. Откройте чат со мной, нажмите «Начать» и отправьте там /export.
privacy =
    Я храню то, что вы здесь настроили, ваши последние вопросы 90 дней и ваши оценки. Ни вопросы, ни имена не пишутся в журнал. Место, которым вы поделились, я не храню, только его часовой пояс.

    /export - всё, что я храню о вас, файлом
    /forget - удалить это
sources-none = Я пока не читаю источников.
sources-on = по теме { $topic }
sources-topics = По этой теме источников нет. Есть темы: { $topics }
sources-no-topics = Источники по темам не разложены. /sources показывает все.
sources-none-admin = Чтобы добавить источник, пришлите, например, /addsource https://example.org/feed.xml
sources-list = { $count ->
    [one] <b>Я читаю { $count } источник</b>
    [few] <b>Я читаю { $count } источника</b>
   *[many] <b>Я читаю { $count } источников</b>
 }
sources-corpus = { $articles ->
    [one] Проиндексирована { $articles } статья.
    [few] Проиндексированы { $articles } статьи.
   *[many] Проиндексировано { $articles } статей.
 }
source-line = { $name } ({ $kind })
source-line-admin = { $id }. { $name } ({ $kind }): { $url }
source-kind-feed = лента
source-kind-page = страница
source-kind-channel = канал
source-kind-sitemap = карта сайта
source-kind-section = раздел сайта
source-kind-article = статья
source-state-ok = прочитан { $at }
source-state-new = ещё не прочитан
source-state-paused = приостановлен
source-state-quiet = ничего нового с { $at }
source-usual = ; сегодня { $today }, обычно { $usual } в день
source-state-failing = сбой: { $why }
addsource-how = Пришлите адрес вместе с командой: /addsource https://example.org/feed.xml
addsource-found = <b>{ $name }</b>, { $kind }, { $url }
addsource-newest = Последние записи:
addsource-none = Сейчас записей нет.
addsource-rate = { $count ->
    [one] Около { $count } записи в день.
    [few] Около { $count } записей в день.
   *[many] Около { $count } записей в день.
 }
addsource-rate-week = { $count ->
    [one] Около { $count } записи в неделю.
    [few] Около { $count } записей в неделю.
   *[many] Около { $count } записей в неделю.
 }
addsource-rate-rare = Меньше одной записи в неделю.
addsource-summaries = Здесь только краткие изложения; статьи я читаю на их страницах.
addsource-full = Даёт статьи целиком.
addsource-language = Язык: { $language }
testsource-how = Отправьте адрес вместе с командой: /testsource https://example.org/feed.xml
addsource-offers = Сайт предлагает эти адреса, их читать проще. Который добавить?
addsource-not = Я не могу читать это как источник.
addsource-ask = Читать его с этого времени?
button-confirm = Да, добавить
button-offer = { $kind }: { $title }
button-cancel = Ничего не добавлять
addsource-done = Добавлен под номером { $id }: { $name }. Его статьи появятся через несколько минут.
addsource-gone = Это уже решено или было слишком давно. Пришлите /addsource снова.
addsource-known = Это я уже читаю: номер { $id }, { $name }.
addsource-cancelled = Не добавлен.
source-which = Пришлите номер вместе с командой, например { $example }. Номера показывает /sources.
button-yes = Да
button-no = Нет
left-as-it-is = Ничего не изменено.
source-remove-ask = Больше не читать номер { $id }, { $name }, по адресу { $url }? Его статьи останутся.
source-removed = Удалён: { $name }. Его статьи остаются.
source-paused = Приостановлен: { $name }. /resumesource { $id } продолжит чтение.
source-resumed = { $name } снова читается.
vouch-how = Какой источник? Сообщения сайта, который я знаю меньше { $days } дней, не учитываются для оповещений (/watch). /vouch 3 ручается за источник 3, и они учитываются сразу; /vouch 3 example.org ручается и за то, что этот сайт того же издания.
vouched = За { $name } поручились. Его сообщения учитываются для оповещений (/watch) сразу, а не только с { $day }. Он говорит за: { $sites }.
vouched-counted = За { $name } поручились. Его сообщения учитывались для оповещений (/watch) и раньше. Он говорит за: { $sites }.
unvouched = За { $name } больше не ручаются.
filtersource-how = Отправьте номер источника, а дальше — что оставлять или отбрасывать, каждое в своей строке:
    /filtersource 3
    keep: Харьков, Сумы
    drop: футбол
    topics: Украина
    Строка без слов отменяет этот фильтр.
filtersource-now = Отныне из { $name }:
filter-topics = темы: { $words }
filter-keep = оставлять: { $words }
filter-drop = отбрасывать: { $words }
exportsources-done = { $count ->
    [one] { $count } источник списком, который понимают программы для лент.
    [few] { $count } источника списком, который понимают программы для лент.
    [many] { $count } источников списком, который понимают программы для лент.
   *[other] { $count } источника списком, который понимают программы для лент.
 }
importsources-how = Отправьте мне файл: его имя кончается на .opml или .xml.
importsources-done = Добавлено: { $count }. Уже известны: { $known }. Я проверю каждый, когда прочту его впервые.
publishers-which = Отправьте название вместе с командой, например одно из этих: /publisher Название
publishers-line = { $name }
setpublisher-how = Отправьте название издателя, а дальше — что известно, каждое в своей строке:
    /setpublisher Rafidain Voice
    country: Iraq
    state-run: no
    Поля: { $fields }. Значение unknown отменяет поле.
profile-line = { $field }: { $value }
profile-country = страна
profile-language = язык
profile-ownership = владелец
profile-leaning = направление
profile-state-run = государственное
profile-yes = да
profile-no = нет
profile-unknown = неизвестно
profile-whose = Это записали админы бота; догадок здесь нет.
profile-ask = <b>{ $name }</b>: { $field }? Выберите то, что точно верно, или напишите:
    /setpublisher { $name }
    { $field }: …
source-event = Об источнике: { $said }
source-event-died = Не удаётся прочитать { $name } (неудач подряд: { $failures }). { $why }
source-event-gone = Источника { $name } больше нет, и я его больше не читаю. { $why }
source-event-recovered = { $name } снова работает.
source-event-quiet = { $name }: ничего нового с { $since }.
source-event-returned = { $name } снова приносит новости.
source-event-language = { $name } теперь пишет на другом языке: { $language }, раньше { $before }.
source-event-moved = { $name } окончательно переехал на другой сайт. Новый адрес, если вы ему доверяете: { $url }
source-event-flood = { $name } вдруг показывает новые записи: { $count }. Я читаю их понемногу; возможно, стоит взглянуть.
source-event-quota = { $name } передал всё, что можно источнику за день (статей: { $count }, или их объём). Остальное ждёт.
source-event-long = Записей в { $name }: { $count }. Я читаю первые { $read }.
source-event-partial = Из новых записей { $name } ({ $read }) только заголовком или анонсом сохранены: { $count }. Их страницы прочитать не удалось.
source-event-dropped = Из новых записей { $name } ({ $read }) ничего не дали: { $count }. В них нет текста, и страницы прочитать не удалось.
source-event-gap = Между двумя чтениями { $name } потеряны сообщения, которых больше не показывают (примерно { $count }).
source-event-degraded = Лента { $name } составлена с ошибками. Я читаю то, что можно прочитать.
source-event-withdrawn = { $name } снял статью, о которой я сообщал: { $url } Чатов, которые её получили и узнают об этом: { $chats }
source-degraded = составлен с ошибками, читаю что можно
why-connect = Сайт недоступен.
why-timeout = Сайт слишком долго отвечает.
why-incomplete = Сайт обрывает свой ответ.
why-unavailable = Сайт сейчас не работает.
why-rate-limited = Сайт просит зайти позже.
why-http-error = Сайт отвечает ошибкой.
why-forbidden = Сайт не даёт мне читать.
why-robots = robots.txt сайта просит это не читать.
why-not-found = По его адресу больше ничего нет.
why-gone = Сайт сообщает, что этого адреса больше нет.
why-tls = Безопасное соединение с сайтом невозможно; возможно, его сертификат неверен или просрочен.
why-redirects = Сайт перенаправляет так, что я не следую.
why-too-heavy = Документ по его адресу слишком велик или сложен для чтения.
why-not-a-feed = По его адресу теперь нет списка статей.
why-private-address = Его адрес ведёт в закрытую сеть.
why-internal = Это моя ошибка, она записана в журнал.
doubt-lookalike = В имени сайта есть буквы, похожие на другие. Проверьте, тот ли это сайт.
doubt-improper-name = Имя сайта записано неправильно. Проверьте, кто его прислал.
doubt-encoding-guessed = Лента неверно указывает кодировку. В текстах могут быть не те буквы.
doubt-badly-made = Лента составлена с ошибками. Я читаю то, что можно прочитать.
button-moved = Читать там
source-moved = { $name } теперь читается по адресу { $url }.
source-moved-gone = Это уже решено, или источника больше нет.
broadcast-how = Пришлите текст вместе с командой: /broadcast В понедельник адрес бота меняется.
broadcast-too-long = Это слишком длинно для одного сообщения.
broadcast-preview = Вот что получит каждый чат:
broadcast-gone = Этого черновика больше нет. Пришлите /broadcast снова.
broadcast-queued = { $count ->
    [one] Отправляется в { $count } чат.
    [few] Отправляется в { $count } чата.
   *[many] Отправляется в { $count } чатов.
 }
broadcast-discarded = Не отправлено.
button-send = Отправить, чатов: { $count }
button-discard = Не отправлять
stats-heading = <b>Цифры</b>
stats-sources = Источники: { $count }
stats-articles = Статьи: { $count }
stats-passages = Отрывки: { $count }
stats-pending = Статьи, ждущие индексации: { $count }
stats-behind = Индексация отстаёт: есть статья, которая ждёт с { $at }
stats-set-aside = Статьи, отложенные, потому что их не удалось проиндексировать: { $count }
stats-too-slow = Статьи, отложенные, потому что ответы с ними занимали слишком много времени: { $count }
stats-aside = • { $title } ({ $who })
stats-stories = Истории: { $count }
stats-newest = Самая новая статья: { $at }
stats-chats = Чаты: { $count }
stats-subscriptions = Подписки на сводки: { $count }
stats-questions = Хранится вопросов: { $count }
stats-verdicts = Отзывы: полезно { $good }, не полезно { $bad }, жалобы { $report }
stats-deliveries = Отправки, { $state }: { $count }
stats-paused = Чаты, куда нельзя писать: { $reasons }. Время от времени я пробую снова.
stats-paused-one = { $why } { $count }
stats-paused-topics = Темы форумов, куда нельзя писать: { $count }
pause-blocked = бот заблокирован
pause-deactivated = аккаунт или группа закрыты
pause-kicked = бот не участник
pause-never-started = человек не запустил бота
pause-chat-not-found = Telegram не находит чат
pause-no-rights = боту нельзя там писать
pause-banned-there = бот там забанен
pause-moved-away = группа переехала
pause-forbidden = Telegram запрещает
pause-banned = забанено админом
pause-topic-closed = тема закрыта
delivery-pending = ждут
delivery-sending = в пути
delivery-sent = отправлено
delivery-dead = Telegram отказал
delivery-blocked = чат недоступен
delivery-unknown = неизвестно, дошли ли
delivery-expired = поздно отправлять
delivery-cancelled = отменено
usage-heading = Последние две недели
usage-line = { $what }: { $items }
usage-questions = Вопросы за день
usage-answered = с ответом { $count }
usage-abstained = без ответа в источниках { $count }
usage-deliveries = Сводки и оповещения за день
usage-sent = отправлено { $count }
usage-failed = не доставлено { $count }
usage-sources = Источники сейчас
usage-source-ok = исправны { $count }
usage-source-quiet = молчат { $count }
usage-source-failing = со сбоями { $count }
usage-source-new = ещё не читаны { $count }
usage-source-paused = приостановлены { $count }
usage-waits = Ответы по секундам
usage-within-half = Половина ответов заняла не больше { $seconds } с.
usage-beyond-half = Больше половины ответов заняли дольше { $seconds } с.
usage-within-most = 95 из 100 заняли не больше { $seconds } с.
usage-beyond-most = Больше 5 из 100 заняли дольше { $seconds } с.
usage-unreadable = Сообщения Telegram, которые я не смог прочитать и пропустил: { $count }

## Админы, запреты и журнал

person-which = Отправьте номер вместе с командой, например { $example }. Свой номер человек узнаёт в @userinfobot.
admin-added = { $person } теперь админ.
admin-is-one = { $person } уже админ.
admin-you-are = Теперь вы админ этого бота. /help показывает, что вы можете.
admin-removed = { $person } больше не админ.
admin-remove-ask = Забрать права админа у { $person }?
admin-is-none = { $person } не админ.
admin-owner = { $person } — владелец. Владельцы указаны в настройках, как telegram.admins.
admins-owners = <b>Владельцы</b>
admins-admins = <b>Админы</b>
admins-line = { $person }, с { $at }, добавил { $by }
admins-none = нет
admins-banned = <b>Запрещены</b>
banned = { $person } больше не получает ответов. /unban { $person } отменяет это.
ban-ask = Больше не отвечать { $person } и ничего туда не отправлять? Подписки сохранятся до /unban.
unbanned = { $person } снова получает ответы.
ban-none = { $person } не был под запретом.
ban-admin = { $person } — админ. Сначала владелец может забрать это право командой /removeadmin.
audit-heading = <b>Что делали админы, новое сначала</b>
audit-none = Админы ещё ничего не делали.
audit-line = { $at }: { $person }, { $what }: { $outcome }
audit-refusal = { $day }: { $person }, { $what }: отказано, раз: { $count }
audit-done = выполнено
audit-asked = сначала спрошено
audit-refused = отказано
audit-failed = не удалось
refused-admin = Это могут только админы этого бота, в личном чате с ним.
refused-owner = Это может только владелец этого бота.
refused-group-admin = Это могут только админы этой группы.
refused-forwarded = Эта команда переслана, поэтому я её не выполнил. Пришлите её сами.
refused-edited = На изменённый вопрос я отвечаю заново, но изменённую команду не выполняю. Отправьте её ещё раз.
refused-stranger = Этот бот отвечает только некоторым чатам. Его админы могут вас допустить: назовите им номер { $chat }.
unknown-command = Я не знаю такой команды. /help показывает, что я умею.
unknown-command-near = Я не знаю такой команды. Возможно, { $command }?
nearly-command = Для этого отправьте { $command }
press-expired = Эта кнопка уже не действует. Пришлите команду снова.
error-unexpected = У меня произошла ошибка, она записана. Попробуйте через несколько минут.
error-zone-unknown = Я не знаю такого часового пояса. Пришлите город, например Киев, пояс, например Asia/Baghdad, или +03:00.
error-time-unknown = Это не время суток. Пришлите его как 07:30 или 19:00.
error-too-many = У чата может быть не больше 20 подписок. Сначала отмените одну.
error-too-many-topics = Чат может следить за 20 темами. Сначала остановите одну.
error-too-many-muted = Чат может скрыть 200 историй. Сначала верните какую-нибудь.
error-too-many-hidden = Чат может скрыть 50 изданий. Сначала покажите некоторые снова.
error-bad-address = Это не веб-адрес, который я могу читать. Пришлите такой, что начинается с https://
error-private-address = Этот адрес ведёт в частную сеть.
error-not-reached = Сайт недоступен или ответил не так, как следует. Попробуйте позже.
error-tls = Не удалось установить безопасное соединение с сайтом.
error-forbidden = Сайт не разрешает мне это читать.
error-not-found = По этому адресу ничего нет.
error-redirects = Сайт перенаправляет меня так, что я за ним не иду.
error-too-heavy = То, что по этому адресу, слишком велико или не распаковывается.
error-no-source = По этому адресу нет ни ленты, ни статей.
error-source-exists = Этот источник уже есть.
error-too-many-sources = Я могу читать не больше 5000 источников. Сначала уберите лишние.
error-source-unknown = Источника с таким номером, адресом или названием нет. Номера есть в /sources.
error-source-ambiguous = Подходит несколько источников. Пришлите номер; номера есть в /sources.
error-publisher-unknown = Издатель с таким названием неизвестен. Список: /publisher
error-bad-field = У издателя есть такие поля: country, language, ownership, leaning, state-run.
error-bad-value = Значение этого поля: yes, no или unknown.
error-not-opml = Это не файл OPML.
error-file-unread = Файл не удалось получить, или он слишком велик.
error-said = { $said }
terminal-hello = Напишите вопрос или /help. !1 нажимает кнопку 1, /quit завершает.
terminal-no-button = Кнопки { $number } нет.
