### Усе, що бот каже українською.

start =
    Я розповідаю про збройні конфлікти. Біля кожного мого речення вказано статтю, з якої воно взяте. Чого немає в джерелах, того я не кажу.

    Запитайте своїми словами. Наприклад: <i>{ $example }</i>
    /brief - про що повідомляли за останні 24 години
    /subscribe 07:00 Київ - те саме щоранку
    /sources - що я читаю
    /help - усе інше
start-group =
    Я відповідаю на запитання про збройні конфлікти й вказую джерело кожного речення. У цій групі я відповідаю, коли мене згадують або відповідають мені. /help показує команди. Налаштувати зведення для групи можуть лише її адміни.
example-question = Скільки атак на американські війська нарахували?
button-try = Поставити це запитання
button-brief = Зведення зараз
button-daily = Зведення щоранку
help-heading =
    Просто напишіть запитання. Я відповідаю з джерелами: номер у дужках відкриває статтю, кнопка показує точний уривок.

    Незалежне джерело - те, що повідомило першим. Десять видань, що передрукували одну агенцію, - одне джерело.


help-admins = Для адмінів:
help-footing = Я зберігаю те, що ви тут налаштували, останні запитання й ваші відгуки, більше нічого. /export це показує, /forget видаляє.
command-help = що я вмію
command-ask = поставити запитання
command-brief = про що повідомляли за 24 години; можна назвати теми
command-compare = як про це пишуть різні видання: тема
command-timeline = подія за днями: тема
command-figures = які втрати називають: тема
command-subscribe = зведення, коли зручно: година, дні, місто, теми
command-subscriptions = ваші підписки
command-unsubscribe = скасувати підписку
command-follow = теми, про які зведення кажуть спершу
command-unfollow = більше не стежити за темою
command-hide = не показувати тут видання: назва
command-watch = повідомляти одразу: тема
command-unwatch = не повідомляти одразу
command-quiet = години, коли сповіщення чекають
command-muted = історії, про які цей чат не хоче знати
command-timezone = дізнатися або змінити часовий пояс
command-language = обрати мою мову
command-settings = усі налаштування, кнопками
command-report = повідомити адмінам, що моя остання відповідь хибна
command-sources = що я читаю, або за темою: Судан
command-publisher = хто стоїть за видавцем: назва
command-export = усе, що я зберігаю про цей чат, файлом
command-forget = видалити все, що я зберігаю про цей чат
command-addsource = читати стрічку або сторінку: адреса
command-removesource = більше не читати джерело: номер
command-pausesource = призупинити джерело: номер
command-resumesource = читати джерело далі: номер
command-vouch = поручитися за джерело, щоб воно одразу враховувалося для сповіщень
command-unvouch = відкликати поруку
command-testsource = глянути на адресу або джерело, нічого не змінюючи: адреса або номер
command-filtersource = які записи джерела читати: номер
command-exportsources = усі джерела файлом OPML
command-importsources = додати джерела з файлу OPML
command-setpublisher = записати, що відомо про видавця
command-stats = цифри
command-broadcast = повідомлення в усі чати: текст
command-ban = більше не відповідати людині або чату: номер
command-unban = знову відповідати: номер
command-admins = хто керує цим ботом
command-audit = останні дії адмінів
command-addadmin = зробити людину адміном: номер
command-removeadmin = більше не адмін: номер
ask-how = Запитайте словами, наприклад: <i>Скільки атак на американські війська нарахували?</i>
ask-other = Я відповідаю лише за повідомленнями про збройні конфлікти. Запитайте, наприклад: <i>Скільки атак на американські війська нарахували?</i>
cut-short = Часу не вистачило, щоб прочитати все. Ось що було готове.
answer-more = <b>Докладніше</b>
ask-too-long = Запитайте не більш ніж у { $most } знаках.
link-found = Цю статтю я читав:
link-site = Цієї статті я не читав. Найновіше, що я маю з { $site }:
link-unknown = З цієї адреси я нічого не маю. Сам я посилань не відкриваю; /sources покаже, що я читаю.
answer-none = У моїх джерелах немає відповіді на це.
answer-none-sought = Шукав: { $names }
answer-none-since = Переглянуто повідомлення від { $first }.
answer-none-day = Переглянуто повідомлення за { $first }.
answer-none-days = Переглянуто повідомлення від { $first } до { $last }.
answer-none-unnamed = У жодному з найближчих за темою повідомлень немає: { $names }.
answer-none-seen = Найновіше повідомлення, де є { $name }, у мене від { $day }.
answer-none-nearest = Найближче повідомлення про інше: { $title } ({ $who }, { $day }).
answer-none-before = Незрозуміло, про що йдеться: за останні пів години ви тут нічого не питали. Дайте відповідь на одне з моїх повідомлень або назвіть місце, сторону чи дату.
answer-none-hint = Я кажу лише те, що сказано в джерелі. Спробуйте інші слова, місце або дату; що я читаю, показує /sources.
inline-none = Нічого не знайдено
inline-none-hint = Жодне джерело на це не відповідає. Спробуйте місце або дату.
draft = Шукаю в повідомленнях…
answer-footing = { $origins ->
    [one] <i>З { $origins } незалежного джерела. Станом на { $at }, { $zone }.</i>
    [few] <i>З { $origins } незалежних джерел. Станом на { $at }, { $zone }.</i>
   *[many] <i>З { $origins } незалежних джерел. Станом на { $at }, { $zone }.</i>
 }
sources-heading = <b>Джерела</b>
sources-disagree = <b>Джерела розходяться</b>, { $about }:
about-killed = кількість загиблих
about-wounded = кількість поранених
about-missing = кількість зниклих
about-displaced = кількість переміщених
about-detained = кількість затриманих
about-captured = кількість полонених
about-arrested = кількість заарештованих
about-evacuated = кількість евакуйованих
about-rescued = кількість врятованих
about-released = кількість звільнених
count-changed = Зміна ({ $about }): <b>{ $speaker }</b> — тепер { $latest }, до цього { $earlier }.
gist = { $what } — { $original }
gist-said = { $who }: { $what }
gist-mentions = згадано: { $names }
gist-attack = удар
gist-capture = захоплення
gist-release = звільнення
gist-shot-down = збито: { $weapons }
gist-at-least = щонайменше { $counted }
gist-about = приблизно { $counted }
gist-up-to = щонайбільше { $counted }
gist-apart = { $counted } ({ $of })
gist-of-children = діти
gist-of-women = жінки
gist-of-civilians = цивільні
gist-of-fighters = бійці
gist-of-soldiers = військовослужбовці
gist-of-police = поліцейські
gist-of-journalists = журналісти
gist-killed = { $count ->
    [one] { $number } загиблий
    [few] { $number } загиблих
   *[other] { $number } загиблих
 }
gist-wounded = { $count ->
    [one] { $number } поранений
    [few] { $number } поранених
   *[other] { $number } поранених
 }
gist-missing = { $count ->
    [one] { $number } зниклий
    [few] { $number } зниклих
   *[other] { $number } зниклих
 }
gist-captured = { $count ->
    [one] { $number } полонений
    [few] { $number } полонених
   *[other] { $number } полонених
 }
gist-displaced = { $count ->
    [one] { $number } переміщений
    [few] { $number } переміщених
   *[other] { $number } переміщених
 }
gist-evacuated = { $count ->
    [one] { $number } евакуйований
    [few] { $number } евакуйованих
   *[other] { $number } евакуйованих
 }
gist-rescued = { $count ->
    [one] { $number } врятований
    [few] { $number } врятованих
   *[other] { $number } врятованих
 }
gist-arrested = { $count ->
    [one] { $number } заарештований
    [few] { $number } заарештованих
   *[other] { $number } заарештованих
 }
gist-released = { $count ->
    [one] { $number } звільнений
    [few] { $number } звільнених
   *[other] { $number } звільнених
 }
gist-drones = { $count ->
    [one] { $number } безпілотник
    [few] { $number } безпілотники
   *[other] { $number } безпілотників
 }
gist-missiles = { $count ->
    [one] { $number } ракета
    [few] { $number } ракети
   *[other] { $number } ракет
 }
gist-original = { $language ->
    [ar] нижче оригінал арабською
    [en] нижче оригінал англійською
    [es] нижче оригінал іспанською
    [fr] нижче оригінал французькою
    [he] нижче оригінал івритом
    [ru] нижче оригінал російською
    [uk] нижче оригінал українською
   *[other] нижче оригінал
 }
undated = без дати
carried-by = у передачі { $name }
carried-link = у передачі { $name }, посилання веде на { $site }
part = <i>Частина { $number } з { $total }</i>
button-turn = Частина { $number }
small-talk = Вітаю. Запитайте про збройний конфлікт, наприклад: що сталося вчора в Хан-Юнісі? /help покаже, що ще я вмію.
words-small-talk = привіт, вітаю, добрий день, доброго дня, доброго ранку, добрий ранок, добрий вечір, доброго вечора, як справи, як ти, ти тут, ви тут, слава україні, доброго здоров’я, з новим роком, здоровенькі були, вітання
small-talk-farewell = До побачення. Зведення надходитимуть і далі, як ви налаштували.
words-farewell = бувай, до побачення, на добраніч, добраніч, спокійної ночі, до завтра, до зустрічі, побачимось, гарного дня, всього найкращого, усього доброго, бувайте, щасливо, па па, тихої ночі
small-talk-thanks = Будь ласка. Запитуйте, коли захочете.
words-thanks = дякую, щиро дякую, дуже дякую, дякую вам, спасибі, вдячний, вдячна, чудово, ок, добре, гаразд, зрозуміло, зрозумів, зрозуміла, супер, молодець, круто, клас, ясно, дяка, так, ні, хаха, вибачте, вибач, файно, гарна робота, ага, слава богу
words-about = хто ти, хто ви, що ти таке, що це, що ти вмієш, що ви вмієте, що ти можеш, як це працює, про що можна питати, допомога, допоможи, меню, старт, ти людина, ви людина, ти бот, ти робот, ти живий, ти справжній, хто тебе створив, хто тебе зробив, як тебе звати, як вас звати, які в тебе джерела, які твої джерела, звідки інформація, звідки новини, можеш допомогти, мені потрібна допомога, ти розмовляєш українською, це безкоштовно, скільки це коштує, що ти знаєш про мене, розкажи про себе, як користуватися, я не розумію, тест, що це за бот, хто за тобою стоїть, ти штучний інтелект, допоможіть, чи зберігаються мої повідомлення, чи зберігаєш ти мої повідомлення, як часто ти оновлюєшся
words-stop = стоп, досить, скасувати, скасуй, відписатися, відпиши мене, відпишись, відписка, припини, припиніть, перестань, не пиши мені, не надсилай більше, більше не надсилай, більше не пишіть, скасувати підписку, скасуй підписку, хочу відписатися, я хочу відписатися, не треба більше, зупини, відчепись, вимкни, перестань надсилати, годі, досить, годі
words-forget = видали мої дані, видаліть мої дані, видалити мої дані, зітри мої дані, забудь мене, видали все про мене, видали все, видали мій акаунт, видалити акаунт, зітри все, хочу видалити свої дані, видали мою історію, видали мене
words-export = вивантаж мої дані, покажи мої дані, надішли мої дані, що ти про мене зберігаєш, які дані ти маєш про мене
words-subscribe = підписатися, підпиши мене, підписка, хочу підписатися, я хочу підписатися, надсилай мені зведення щоранку, надсилай новини щодня, щоденні новини, хочу щоденне зведення, надсилай новини щоранку, підпишіть мене
words-language = змінити мову, зміни мову, мова, говори українською, українською, українська, інша мова, давай українською, перейди на українську, хочу українською, розмовляй українською, українською будь ласка
words-settings = налаштування, мої налаштування, параметри, змінити налаштування, мої підписки, часовий пояс, покажи мої підписки, які в мене підписки, на що я підписаний, коли наступне зведення, мої зведення, о котрій наступне зведення
words-brief = новини, останні новини, зведення, заголовки, що нового, що сталося сьогодні, новини сьогодні, що відбувається, що сталося
words-nothing = хм, ммм, ем, ну
words-polite = будь, ласка, друже, бот, всім, зараз, дуже, і, й, за, допомогу, вам, тобі, вже, шановний, сьогодні, знову, мені, більше, інформацію
words-asking = що, коли, де, хто, чому, як, скільки, який
too-many-questions = Ви багато запитали за цю годину. Продовжте трохи згодом.
flooding = Ви пишете більше, ніж я встигаю читати. Продовжу за хвилину.
button-judge = Чи це допомогло?
judge-ask = Як вам відповідь? «Повідомити» — якщо щось неправильно: адміни подивляться.
button-good = Корисно
button-bad = Не корисно
button-report = Повідомити
thanks = Дякую.
reported = Дякую. Адміни подивляться. Вони бачать запитання й відповідь, але не ваше ім’я.
report-nothing = Останнім часом я вам тут не відповідав, повідомляти нема про що.
report-notice = Читач повідомив про { $about }.
button-reported = Відкрити
reported-question = <b>Запитання:</b> { $question }
passage-gone = Я більше не зберігаю цю відповідь. Запитайте знову.
passage-headline = Вдалося прочитати лише заголовок.
passage-teaser = Вдалося прочитати лише те, що каже про неї джерело, а не всю статтю.
passage-revised = Відтоді статтю змінили. Це текст, який цитувався.
passage-stored = Збережено, як прочитано { $at }: редакція { $number }, SHA-256 { $digest }…
passage-modified = Змінено видавцем, { $at }.
passage-changed = було: «{ $before }» стало: «{ $after }»
passage-added = додано: «{ $after }»
passage-removed = прибрано: «{ $before }»
passage-more = і ще речень: { $count }
button-copy = Скопіювати цитату
briefing-heading = <b>Зведення</b>, { $since } – { $until }, { $zone }
briefing-topics = Теми: { $topics }
briefing-late = Це зведення надійшло із запізненням.
briefing-delayed = Надіслано із запізненням: складено { $at }.
missed-skipped = { $day } зведення не було: я не працював.
missed-undelivered = Зведення за { $day } доставити не вдалося.
briefing-quiet = { $sources ->
    [0] За цей час не прочитано жодної статті.
    [one] Новин немає: прочитано { $sources } джерело, про це там нічого.
    [few] Новин немає: прочитано { $sources } джерела, про це там нічого.
   *[many] Новин немає: прочитано { $sources } джерел, про це там нічого.
 }
briefing-quiet-here = Новин немає: за цей час про це нічого не повідомляли.
briefing-quiet-topics = <b>Нічого нового</b> за темами: { $topics }
briefing-healthy = { $sources ->
    [one] Вдалося прочитати всі джерела: { $sources }.
    [few] Вдалося прочитати всі джерела: { $sources }.
   *[many] Вдалося прочитати всі джерела: { $sources }.
 }
briefing-failing = Ці джерела прочитати не вдалося, чогось може бракувати: { $sources }
briefing-failing-more = Ці джерела прочитати не вдалося, чогось може бракувати: { $sources } і ще { $more }
briefing-newest-day = Нічого новішого не прочитано: це день до { $at }.
section-new = Нове
section-developing = Продовження
story-opposed = повідомляють видання протилежних сторін
change-figure = <b>Нова цифра:</b> { $said }
change-denial = <b>Заперечують:</b> { $said }
change-correction = <b>Виправлено:</b> { $said }
change-before = Раніше вам повідомляли: { $before }
correction-corrected = <b>Виправлено</b>: { $publisher }, помічено { $at }: тепер там { $after }. Вам повідомляли { $before }: «{ $told }»
correction-edited = <b>Змінено без позначки</b>: { $publisher }, помічено { $at }: тепер там { $after }. Вам повідомляли { $before }: «{ $told }»
correction-dropped = <b>Більше не стверджує</b> { $publisher }, помічено { $at }: речення, де було { $before }, прибрано. Вам повідомляли: «{ $told }»
correction-withdrawn = <b>Знято</b>: { $publisher }, помічено { $at }: статті, де йшлося «{ $told }», більше немає.
briefing-more = { $count ->
    [one] Пропущено { $count } менш важливу історію.
    [few] Пропущено { $count } менш важливі історії.
   *[many] Пропущено { $count } менш важливих історій.
 }
briefing-unchanged = { $count ->
    [one] У { $count } відомій вам історії нічого нового.
    [few] У { $count } відомих вам історіях нічого нового.
   *[many] У { $count } відомих вам історіях нічого нового.
 }
story-outlets = { $outlets ->
    [one] { $outlets } видання
    [few] { $outlets } видання
   *[many] { $outlets } видань
 }
story-origins = { $origins ->
    [one] { $origins } незалежне джерело
    [few] { $origins } незалежні джерела
   *[many] { $origins } незалежних джерел
 }
view-how = Напишіть тему разом із командою, наприклад { $example }
view-nothing = Про це я нічого не знайшов. Спробуйте місце або ім’я.
compare-heading = <b>Як про це пишуть.</b> Слова, що стають на чийсь бік, виділено.
figures-heading = <b>Втрати, як їх називали,</b> найновіші спершу. Їх не підсумовано.
timeline-heading = <b>День за днем</b>, від найпершого.
figures-picture = Кожна точка — те, що назвало одне джерело. Нічого не підсумовано.
figures-others = інші джерела
figures-caption = Те саме на зображенні, точки кожного джерела окремо.
figures-range = { $what }: від { $low } до { $high }
figures-single = { $what }: { $value }
outcome-killed = Загинули
outcome-wounded = Поранені
outcome-missing = Зниклі
outcome-displaced = Переміщені
outcome-detained = Затримані
outcome-captured = Взяті в полон
outcome-arrested = Заарештовані
outcome-evacuated = Евакуйовані
outcome-rescued = Врятовані
outcome-released = Звільнені
picture-reports = Повідомлень на день
picture-reports-note = Кожен стовпчик — 24 години до { $time }.
picture-usual-note = Пунктир — зазвичай, середнє за 8 тижнів до того.
picture-usual = зазвичай: { $count }
picture-map = Де це сталося
picture-map-note = Бліді точки: інші історії цих тижнів. Порожні номери: цілі регіони.
overview-caption = Повідомлення за днями за два тижні і де це сталося; номери — ті самі, що в зведенні.
overview-theatre = <b>{ $place }</b>, повідомлень за ці 24 години: { $count }, зазвичай { $usual }
overview-theatre-new = <b>{ $place }</b>, повідомлень за ці 24 години: { $count }
overview-places = На карті: { $places }
page-title = Зведення за { $day }
page-quotes = Цитати в контексті
button-evidence = Докази на сторінці
page-private = Цю сторінку може прочитати кожен, хто має її адресу. Її немає в жодному списку й пошуковику; /forget у чаті її вилучає.
page-gone = Такої сторінки немає. Можливо, її вилучено.
page-articles = Усі статті: { $count ->
   *[other] { $count }
 }
subscribed = Ви отримуватимете зведення { $what }.
subscribed-hint = Щоб стежити лише за деякими темами, назвіть їх після міста: <code>/subscribe 07:00 Київ Газа, Червоне море</code>
subscription-line = { $days } о { $time }, { $zone }, теми: { $topics }
days-all = щодня
days-weekdays = з понеділка до п’ятниці
days-weekends = щосуботи й щонеділі
days-some = щотижня ({ $days })
days-but = щодня, крім { $day }
subscribe-unclear = О котрій і де ви живете? Напишіть так: 7:30 Київ, або: Львів, у будні о 8. Далі можна назвати теми.
topics-all = усе
topics-too-many = Назвіть не більше 10 тем, кожна не довша за 100 знаків, через кому.
next-briefing = Наступне: { $at }
paused-chat = Сюди нічого не надходило з { $since }: { $why }. Якщо ви це читаєте, надсилання вже відновлено.
paused-topic = Призупинено з { $since }: { $why }. Спробую знову { $at }.
paused-topic-now = Призупинено з { $since }: { $why }. Спробую знову з наступним зведенням.
paused-your-chat = У групу або канал, для яких ви налаштували зведення, не можна писати: { $why }. Я пробую час від часу; щойно щось дійде, надсилання відновиться.
settings-heading = <b>Налаштування цього чату</b>
settings-zone = Часовий пояс: { $zone }
settings-language = Мова: { $language }
settings-pictures-on = Зображення: увімкнено
settings-pictures-off = Зображення: вимкнено
settings-briefings = Підписки: { $count }
button-pictures-on = Увімкнути зображення
button-pictures-off = Вимкнути зображення
button-settings = Усі налаштування
button-page-zone = Часовий пояс
button-page-language = Мова
button-page-hour = Нова підписка
button-page-briefings = Підписки
zone-ask = За часом якого міста ви живете? Натисніть або напишіть своє.
zone-again = Я не знаю такого міста. Надішліть більше місто поруч, пояс на кшталт Asia/Baghdad або +03:00.
button-place = Де я зараз
button-share-place = Показати, де я
place-ask = Натисніть кнопку внизу, щоб один раз показати, де ви. Я візьму звідти часовий пояс і більше нічого не збережу.
place-thanks = Дякую. Де ви, я не зберіг.
place-clocks = Котра у вас година?
button-other-zone = Інший час
zone-meant = Чи ви мали на увазі час міста?
button-meant = Так, { $zone }
topics-ask = Про що? Натисніть, що вам цікаво, або напишіть теми через кому: лікарні Алеппо, Червоне море. Або залиште все.
button-topics-all = Залишити все
button-topics-done = Це все
language-ask = Якою мовою мені говорити? Цитати лишаються мовою джерела.
hour-ask =
    О котрій годині надсилати зведення?

    Натисніть або напишіть: 6:30, у будні о 8, щоп’ятниці о 18:00. Далі можуть іти місто й теми: 6:30 Київ Харків, експорт зерна
hour-offer = Зведення щодня о { $time }?
zone-assumed = Я не знаю вашого часового поясу й беру { $zone }. Щоб змінити його, напишіть ваше місто.
subscriptions-heading = <b>Ваші підписки</b>
subscriptions-none = Для цього чату підписок немає. Щоб отримувати зведення щоранку, надішліть, наприклад, /subscribe 07:00 Київ
button-end = Скасувати номер { $number }
unsubscribed = { $count ->
    [one] Скасовано. Ви більше не отримаєте це зведення:
    [few] Скасовано. Ви більше не отримаєте ці зведення:
   *[many] Скасовано. Ви більше не отримаєте ці зведення:
 }
unsubscribed-notice = Скасовано.
word-all = усі
zone-shown = Ваш часовий пояс { $zone }; зараз там { $now }. Щоб змінити його, надішліть /timezone і місто, наприклад /timezone Київ
zone-unset = Я не знаю вашого часового поясу й беру { $zone }; зараз там { $now }. Щоб задати його, надішліть /timezone і місто, наприклад /timezone Київ
zone-set = Ваш часовий пояс тепер { $zone }; зараз там { $now }.
zone-moved = { $count ->
    [one] Ваша підписка зберігає свою годину в новому поясі.
    [few] Ваші { $count } підписки зберігають свою годину в новому поясі.
   *[many] Ваші { $count } підписок зберігають свою годину в новому поясі.
 }
travel-ask = Ваш часовий пояс тепер { $zone }. Коли надсилати зведення?
button-local-hour = О { $time } за місцевим
button-home-hour = Як раніше, тут { $time }
follow-done = Стежу: { $topics }. Зведення цього чату починають із цього й кажуть, коли нового немає.
follow-no-briefing = Цей чат поки не отримує зведень. Щоб отримувати їх щоранку, надішліть, наприклад, /subscribe 07:00 Київ
follow-none = Цей чат не стежить за жодною темою. Надішліть їх разом із командою, через кому: /follow лікарні Алеппо, Червоне море
follow-heading = <b>Теми, за якими стежу</b>
button-unfollow = Не стежити: { $topic }
unfollow-done = Більше не стежу: { $topics }
hide-done = Більше не показується тут: { $name }. /hide покаже, що приховано.
hide-unknown = Я не маю статей видання з такою назвою. /sources покаже, що я читаю.
hide-none = Тут нічого не приховано. Щоб приховати видання, надішліть його назву: <code>/hide Rafidain Voice</code>
hide-heading = <b>Приховано тут</b>
button-unhide = Показувати знову: { $name }
hidden-outlets = { $count ->
    [one] <i>Тут приховано { $count } видання.</i>
    [few] <i>Тут приховано { $count } видання.</i>
   *[other] <i>Тут приховано { $count } видань.</i>
 }
watch-heading = <b>Повідомляю одразу</b>
watch-none = Тут ні за чим не спостерігаю. Щоб дізнаватися одразу, надішліть, наприклад, /watch drones near Erbil
watch-how = Надішліть тему, а перед нею, якщо хочете, число незалежних джерел від 1 до 20: /watch 3 drones near Erbil
watch-done = { $origins ->
    [one] Спостерігаю: { $topic }. Напишу, щойно повідомить { $origins } незалежне джерело.
    [few] Спостерігаю: { $topic }. Напишу, щойно повідомлять { $origins } незалежні джерела.
   *[many] Спостерігаю: { $topic }. Напишу, щойно повідомлять { $origins } незалежних джерел.
 }
watch-line = { $origins ->
    [one] { $topic }: від { $origins } незалежного джерела
    [few] { $topic }: від { $origins } незалежних джерел
   *[many] { $topic }: від { $origins } незалежних джерел
 }
watch-hint = Про кожну історію одне повідомлення, я змінюю його з перебігом подій. Не більше { $most } сповіщень на день. З /quiet 23:00 7:00 уночі вони чекають.
unwatch-done = Більше не спостерігаю: { $topic }
quiet-none = Сповіщення надходять будь-якої години.
quiet-set = З { $start } до { $end }, { $zone }, сповіщення чекають.
quiet-how = Щоб уночі сповіщення чекали, надішліть /quiet 23:00 7:00. Щоб скасувати, надішліть /quiet off
word-off = ні
alert-heading = <b>Сповіщення</b>: { $topic }
alert-updated = Оновлено { $at }.
alert-last = Це останнє сповіщення на сьогодні. Решта буде в наступному зведенні.
button-story = Історія { $number }
button-mute = Приховати цю історію
muted-notice = Приховано. Список прихованого: /muted.
muted-heading = <b>Приховані історії</b>
muted-none = Прихованих історій немає. Кнопки під зведенням відкривають історію, там її можна приховати.
button-unmute = Повернути номер { $number }
unmuted-notice = Ця історія знову буде у зведеннях.
forgotten = Готово. Я більше нічого не зберігаю про цей чат: ні підписок, ні запитань, ні налаштувань. Повідомлення вище лишаються в Telegram, доки ви їх не видалите.
forget-ask = Видалити все, що я зберігаю про цей чат: підписки, теми, запитання, налаштування? Це не можна скасувати.
exported = Усе, що я зберігаю про вас, у цьому файлі.
exported-privately = Я надіслав це вам в особистий чат.
export-start-first = Я поки не можу написати вам особисто. Відкрийте чат зі мною, натисніть «Почати» й надішліть там /export.
privacy =
    Я зберігаю те, що ви тут налаштували, ваші останні запитання 90 днів і ваші оцінки. Ні запитання, ні імена не пишуться в журнал. Місце, яким ви поділилися, я не зберігаю, лише його часовий пояс.

    /export - усе, що я зберігаю про вас, файлом
    /forget - видалити це
sources-none = Я поки не читаю джерел.
sources-on = за темою { $topic }
sources-topics = За цією темою джерел немає. Є теми: { $topics }
sources-no-topics = Джерела за темами не розкладено. /sources показує всі.
sources-none-admin = Щоб додати джерело, надішліть, наприклад, /addsource https://example.org/feed.xml
sources-list = { $count ->
    [one] <b>Я читаю { $count } джерело</b>
    [few] <b>Я читаю { $count } джерела</b>
   *[many] <b>Я читаю { $count } джерел</b>
 }
sources-corpus = { $articles ->
    [one] Проіндексовано { $articles } статтю.
    [few] Проіндексовано { $articles } статті.
   *[many] Проіндексовано { $articles } статей.
 }
source-line = { $name } ({ $kind })
source-line-admin = { $id }. { $name } ({ $kind }): { $url }
source-kind-feed = стрічка
source-kind-page = сторінка
source-kind-channel = канал
source-kind-sitemap = карта сайту
source-kind-section = розділ сайту
source-kind-article = стаття
source-state-ok = прочитано { $at }
source-state-new = ще не прочитано
source-state-paused = призупинено
source-state-quiet = нічого нового з { $at }
source-usual = ; сьогодні { $today }, зазвичай { $usual } на день
source-state-failing = збій: { $why }
addsource-how = Надішліть адресу разом із командою: /addsource https://example.org/feed.xml
addsource-found = <b>{ $name }</b>, { $kind }, { $url }
addsource-newest = Останні записи:
addsource-none = Зараз записів немає.
addsource-rate = { $count ->
    [one] Близько { $count } запису на день.
    [few] Близько { $count } записів на день.
   *[many] Близько { $count } записів на день.
 }
addsource-rate-week = { $count ->
    [one] Близько { $count } запису на тиждень.
    [few] Близько { $count } записів на тиждень.
   *[many] Близько { $count } записів на тиждень.
 }
addsource-rate-rare = Менше одного запису на тиждень.
addsource-summaries = Тут лише стислі виклади; статті я читаю на їхніх сторінках.
addsource-full = Дає повні статті.
addsource-language = Мова: { $language }
testsource-how = Надішліть адресу разом із командою: /testsource https://example.org/feed.xml
addsource-offers = Сайт пропонує ці адреси, їх читати простіше. Яку додати?
addsource-not = Я не можу читати це як джерело.
addsource-ask = Читати його відтепер?
button-confirm = Так, додати
button-offer = { $kind }: { $title }
button-cancel = Нічого не додавати
addsource-done = Додано під номером { $id }: { $name }. Його статті з’являться за кілька хвилин.
addsource-gone = Це вже вирішено або було надто давно. Надішліть /addsource знову.
addsource-known = Це я вже читаю: номер { $id }, { $name }.
addsource-cancelled = Не додано.
source-which = Надішліть номер разом із командою, наприклад { $example }. Номери показує /sources.
button-yes = Так
button-no = Ні
left-as-it-is = Нічого не змінено.
source-remove-ask = Більше не читати номер { $id }, { $name }, за адресою { $url }? Його статті залишаться.
source-removed = Видалено: { $name }. Його статті лишаються.
source-paused = Призупинено: { $name }. /resumesource { $id } продовжить читання.
source-resumed = { $name } знову читається.
vouch-how = Яке джерело? Повідомлення сайту, який я знаю менше ніж { $days } днів, не враховуються для сповіщень (/watch). /vouch 3 ручається за джерело 3, і вони враховуються одразу; /vouch 3 example.org ручається і за те, що цей сайт того самого видання.
vouched = За { $name } поручилися. Його повідомлення враховуються для сповіщень (/watch) одразу, а не лише з { $day }. Воно говорить за: { $sites }.
vouched-counted = За { $name } поручилися. Його повідомлення враховувалися для сповіщень (/watch) і раніше. Воно говорить за: { $sites }.
unvouched = За { $name } більше не ручаються.
filtersource-how = Надішліть номер джерела, а далі — що лишати чи відкидати, кожне в окремому рядку:
    /filtersource 3
    keep: Харків, Суми
    drop: футбол
    topics: Україна
    Рядок без слів скасовує цей фільтр.
filtersource-now = Відтепер із { $name }:
filter-topics = теми: { $words }
filter-keep = лишати: { $words }
filter-drop = відкидати: { $words }
exportsources-done = { $count ->
    [one] { $count } джерело списком, який розуміють програми для стрічок.
    [few] { $count } джерела списком, який розуміють програми для стрічок.
    [many] { $count } джерел списком, який розуміють програми для стрічок.
   *[other] { $count } джерела списком, який розуміють програми для стрічок.
 }
importsources-how = Надішліть мені файл: його назва закінчується на .opml або .xml.
importsources-done = Додано: { $count }. Вже відомі: { $known }. Я перевірю кожне, коли прочитаю його вперше.
publishers-which = Надішліть назву разом із командою, наприклад одну з цих: /publisher Назва
publishers-line = { $name }
setpublisher-how = Надішліть назву видавця, а далі — що відомо, кожне в окремому рядку:
    /setpublisher Rafidain Voice
    country: Iraq
    state-run: no
    Поля: { $fields }. Значення unknown скасовує поле.
profile-line = { $field }: { $value }
profile-country = країна
profile-language = мова
profile-ownership = власник
profile-leaning = спрямування
profile-state-run = державне
profile-yes = так
profile-no = ні
profile-unknown = невідомо
profile-whose = Це записали адміни бота; здогадів тут немає.
profile-ask = <b>{ $name }</b>: { $field }? Виберіть те, що точно правильно, або напишіть:
    /setpublisher { $name }
    { $field }: …
source-event = Про джерело: { $said }
source-event-died = Не вдається прочитати { $name } (невдач поспіль: { $failures }). { $why }
source-event-gone = Джерела { $name } більше немає, і я його більше не читаю. { $why }
source-event-recovered = { $name } знову працює.
source-event-quiet = { $name }: нічого нового з { $since }.
source-event-returned = { $name } знову приносить новини.
source-event-language = { $name } тепер пише іншою мовою: { $language }, раніше { $before }.
source-event-moved = { $name } остаточно переїхав на інший сайт. Нова адреса, якщо ви їй довіряєте: { $url }
source-event-flood = { $name } раптом показує нові записи: { $count }. Я читаю їх потроху; можливо, варто глянути.
source-event-quota = { $name } передало все, що можна джерелу за день (статей: { $count }, або їхній обсяг). Решта чекає.
source-event-long = Записів у { $name }: { $count }. Я читаю перші { $read }.
source-event-partial = Із нових записів { $name } ({ $read }) лише заголовком або анонсом збережено: { $count }. Їхні сторінки прочитати не вдалося.
source-event-dropped = Із нових записів { $name } ({ $read }) нічого не дали: { $count }. У них немає тексту, і сторінки прочитати не вдалося.
source-event-gap = Між двома читаннями { $name } втрачено дописи, яких більше не показують (приблизно { $count }).
source-event-degraded = Стрічку { $name } складено з помилками. Я читаю те, що можна прочитати.
source-event-withdrawn = { $name } зняв статтю, про яку я повідомляв: { $url } Чатів, які її отримали й дізнаються про це: { $chats }
source-degraded = складено з помилками, читається що можна
why-connect = Сайт недоступний.
why-timeout = Сайт надто довго відповідає.
why-incomplete = Сайт обриває свою відповідь.
why-unavailable = Сайт зараз не працює.
why-rate-limited = Сайт просить зайти пізніше.
why-http-error = Сайт відповідає помилкою.
why-forbidden = Сайт не дає мені читати.
why-robots = robots.txt сайту просить цього не читати.
why-not-found = За його адресою більше нічого немає.
why-gone = Сайт повідомляє, що цієї адреси більше немає.
why-tls = Безпечне з’єднання із сайтом неможливе; можливо, його сертифікат хибний або прострочений.
why-redirects = Сайт перенаправляє так, що я не йду далі.
why-too-heavy = Документ за його адресою завеликий або заскладний для читання.
why-not-a-feed = За його адресою тепер немає списку статей.
why-private-address = Його адреса веде до закритої мережі.
why-internal = Це моя помилка, її записано в журнал.
doubt-lookalike = В імені сайту є літери, схожі на інші. Перевірте, чи це той сайт.
doubt-improper-name = Ім’я сайту записано неправильно. Перевірте, хто його надіслав.
doubt-encoding-guessed = Стрічка неправильно вказує кодування. У текстах можуть бути не ті літери.
doubt-badly-made = Стрічку складено з помилками. Я читаю те, що можна прочитати.
button-moved = Читати там
source-moved = { $name } відтепер читається за адресою { $url }.
source-moved-gone = Це вже вирішено, або джерела більше немає.
broadcast-how = Надішліть текст разом із командою: /broadcast У понеділок адреса бота змінюється.
broadcast-too-long = Для одного повідомлення це задовгий текст.
broadcast-preview = Ось що отримає кожен чат:
broadcast-gone = Цієї чернетки більше немає. Надішліть /broadcast знову.
broadcast-queued = { $count ->
    [one] Надсилається в { $count } чат.
    [few] Надсилається в { $count } чати.
   *[many] Надсилається в { $count } чатів.
 }
broadcast-discarded = Не надіслано.
button-send = Надіслати, чатів: { $count }
button-discard = Не надсилати
stats-heading = <b>Цифри</b>
stats-sources = Джерела: { $count }
stats-articles = Статті: { $count }
stats-passages = Уривки: { $count }
stats-pending = Статті, що чекають індексації: { $count }
stats-behind = Індексація відстає: є стаття, що чекає з { $at }
stats-set-aside = Статті, відкладені, бо їх не вдалося проіндексувати: { $count }
stats-too-slow = Статті, відкладені, бо відповіді з ними забирали надто багато часу: { $count }
stats-aside = • { $title } ({ $who })
stats-stories = Історії: { $count }
stats-newest = Найновіша стаття: { $at }
stats-chats = Чати: { $count }
stats-subscriptions = Підписки на зведення: { $count }
stats-questions = Зберігається запитань: { $count }
stats-verdicts = Відгуки: корисно { $good }, не корисно { $bad }, скарги { $report }
stats-deliveries = Надсилання, { $state }: { $count }
stats-paused = Чати, куди не можна писати: { $reasons }. Час від часу я пробую знову.
stats-paused-one = { $why } { $count }
stats-paused-topics = Теми форумів, куди не можна писати: { $count }
pause-blocked = бота заблоковано
pause-deactivated = акаунт або групу закрито
pause-kicked = бот не учасник
pause-never-started = людина не запустила бота
pause-chat-not-found = Telegram не знаходить чат
pause-no-rights = ботові не можна там писати
pause-banned-there = бота там забанено
pause-moved-away = група переїхала
pause-forbidden = Telegram забороняє
pause-banned = забанено адміном
pause-topic-closed = тему закрито
delivery-pending = чекають
delivery-sending = у дорозі
delivery-sent = надіслано
delivery-dead = Telegram відмовив
delivery-blocked = чат недоступний
delivery-unknown = невідомо, чи дійшли
delivery-expired = запізно надсилати
delivery-cancelled = скасовано
usage-heading = Останні два тижні
usage-line = { $what }: { $items }
usage-questions = Запитання щодня
usage-answered = з відповіддю { $count }
usage-abstained = без відповіді в джерелах { $count }
usage-deliveries = Зведення й сповіщення щодня
usage-sent = надіслано { $count }
usage-failed = не доставлено { $count }
usage-sources = Джерела зараз
usage-source-ok = справні { $count }
usage-source-quiet = мовчать { $count }
usage-source-failing = зі збоями { $count }
usage-source-new = ще не читані { $count }
usage-source-paused = призупинені { $count }
usage-waits = Відповіді за секундами
usage-within-half = Половина відповідей тривала не більше { $seconds } с.
usage-beyond-half = Більше половини відповідей тривали довше ніж { $seconds } с.
usage-within-most = 95 зі 100 тривали не більше { $seconds } с.
usage-beyond-most = Більше 5 зі 100 тривали довше ніж { $seconds } с.
usage-unreadable = Повідомлення Telegram, яких я не зміг прочитати й пропустив: { $count }

## Адміни, заборони й журнал

person-which = Надішліть номер разом із командою, наприклад { $example }. Свій номер людина дізнається в @userinfobot.
admin-added = { $person } відтепер адмін.
admin-is-one = { $person } вже адмін.
admin-you-are = Відтепер ви адмін цього бота. /help показує, що ви можете.
admin-removed = { $person } більше не адмін.
admin-remove-ask = Забрати права адміна в { $person }?
admin-is-none = { $person } не адмін.
admin-owner = { $person } — власник. Власників вказано в налаштуваннях, як telegram.admins.
admins-owners = <b>Власники</b>
admins-admins = <b>Адміни</b>
admins-line = { $person }, з { $at }, додав { $by }
admins-none = немає
admins-banned = <b>Заборонено</b>
banned = { $person } більше не отримує відповідей. /unban { $person } скасовує це.
ban-ask = Більше не відповідати { $person } й нічого туди не надсилати? Підписки збережуться до /unban.
unbanned = { $person } знову отримує відповіді.
ban-none = { $person } не було заборонено.
ban-admin = { $person } — адмін. Спершу власник може забрати це право командою /removeadmin.
audit-heading = <b>Що робили адміни, найновіше спочатку</b>
audit-none = Адміни ще нічого не робили.
audit-line = { $at }: { $person }, { $what }: { $outcome }
audit-refusal = { $day }: { $person }, { $what }: відмовлено, разів: { $count }
audit-done = виконано
audit-asked = спершу запитано
audit-refused = відмовлено
audit-failed = не вдалося
refused-admin = Це можуть лише адміни цього бота, в особистому чаті з ним.
refused-owner = Це може лише власник цього бота.
refused-group-admin = Це можуть лише адміни цієї групи.
refused-forwarded = Цю команду переслано, тому я її не виконав. Надішліть її самі.
refused-edited = На змінене запитання я відповідаю знову, але змінену команду не виконую. Надішліть її ще раз.
refused-stranger = Цей бот відповідає лише деяким чатам. Його адміни можуть вас допустити: назвіть їм номер { $chat }.
unknown-command = Я не знаю такої команди. /help показує, що я вмію.
unknown-command-near = Я не знаю такої команди. Можливо, { $command }?
nearly-command = Для цього надішліть { $command }
press-expired = Ця кнопка вже не діє. Надішліть команду знову.
error-unexpected = У мене сталася помилка, її записано. Спробуйте за кілька хвилин.
error-zone-unknown = Я не знаю такого часового поясу. Надішліть місто, наприклад Київ, пояс, наприклад Asia/Baghdad, або +03:00.
error-time-unknown = Це не час доби. Надішліть його як 07:30 або 19:00.
error-too-many = Чат може мати 20 підписок. Спершу скасуйте одну.
error-too-many-topics = Чат може стежити за 20 темами. Спершу зупиніть одну.
error-too-many-muted = Чат може приховати 200 історій. Спершу поверніть якусь.
error-too-many-hidden = Чат може приховати 50 видань. Спершу покажіть деякі знову.
error-bad-address = Це не веб-адреса, яку я можу читати. Надішліть таку, що починається з https://
error-private-address = Ця адреса веде в приватну мережу.
error-not-reached = Сайт недоступний або відповів не так, як слід. Спробуйте пізніше.
error-tls = Не вдалося встановити безпечне з’єднання із сайтом.
error-forbidden = Сайт не дозволяє мені це читати.
error-not-found = За цією адресою нічого немає.
error-redirects = Сайт перенаправляє мене так, що я за ним не йду.
error-too-heavy = Те, що за цією адресою, завелике або не розпаковується.
error-no-source = За цією адресою немає ні стрічки, ні статей.
error-source-exists = Це джерело вже є.
error-too-many-sources = Я можу читати не більше 5000 джерел. Спершу приберіть зайві.
error-source-unknown = Джерела з таким номером, адресою чи назвою немає. Номери є в /sources.
error-source-ambiguous = Підходить кілька джерел. Надішліть номер; номери є в /sources.
error-publisher-unknown = Видавець із такою назвою невідомий. Список: /publisher
error-bad-field = У видавця є такі поля: country, language, ownership, leaning, state-run.
error-bad-value = Значення цього поля: yes, no або unknown.
error-not-opml = Це не файл OPML.
error-file-unread = Файл не вдалося отримати, або він завеликий.
error-said = { $said }
terminal-hello = Напишіть запитання або /help. !1 натискає кнопку 1, /quit завершує.
terminal-no-button = Кнопки { $number } немає.
