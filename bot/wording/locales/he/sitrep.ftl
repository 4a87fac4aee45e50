### כל מה שהבוט אומר בעברית.

start =
    אני מדווח על עימותים מזוינים. כל משפט שאני כותב מראה את הכתבה שממנה הוא בא. מה שאף מקור לא אומר, אני לא אומר.

    אפשר לשאול אותי במילים פשוטות. לדוגמה: <i>{ $example }</i>
    /brief - מה דווח ב-24 השעות האחרונות
    /subscribe 07:00 ירושלים - אותו דבר, בכל בוקר
    /sources - מה אני קורא
    /help - כל השאר
start-group =
    אני עונה על שאלות על עימותים מזוינים, עם המקור של כל משפט. בקבוצה זו אני עונה כשמזכירים אותי או משיבים לי. /help מציג את הפקודות. רק מנהלי הקבוצה יכולים להגדיר לה תדריכים.
example-question = כמה תקיפות על כוחות ארה"ב נספרו?
button-try = לנסות את השאלה הזאת
button-brief = תדריך עכשיו
button-daily = תדריך בכל בוקר
help-heading =
    פשוט כותבים שאלה. אני עונה עם מקורות: מספר בסוגריים פותח את הכתבה, כפתור מציג את הקטע המדויק.

    מקור עצמאי הוא מי שממנו יצאה הידיעה לראשונה. עשרה כלי תקשורת שמעתיקים סוכנות אחת הם מקור אחד.


help-admins = למנהלים:
help-footing = אני שומר את מה שהוגדר כאן, את השאלות האחרונות ואת המשוב שלך, ולא דבר מלבדם. /export מציג אותם, /forget מוחק.
command-help = מה אני יודע לעשות
command-ask = לשאול שאלה
command-brief = מה דווח ב-24 השעות האחרונות; אפשר להוסיף נושאים
command-compare = איך כל כלי תקשורת מנסח את הסיפור: נושא
command-timeline = סיפור יום אחר יום: נושא
command-figures = מספרי הנפגעים כפי שנמסרו: נושא
command-subscribe = תדריך מתי שנוח: שעה, ימים, עיר, נושאים
command-subscriptions = המינויים שלך
command-unsubscribe = לעצור מינוי
command-follow = נושאים שהתדריכים מספרים עליהם קודם
command-unfollow = להפסיק לעקוב אחרי נושא
command-hide = להשמיט כאן כלי תקשורת: שם
command-watch = להודיע מיד: נושא
command-unwatch = לא להודיע עוד מיד
command-quiet = שעות שבהן התראות ממתינות
command-muted = סיפורים שהצ'אט הזה לא רוצה
command-timezone = להציג או לשנות את אזור הזמן
command-language = לבחור את השפה שלי
command-settings = כל ההגדרות, בכפתורים
command-report = לדווח למנהלים שהתשובה האחרונה שלי שגויה
command-sources = מה אני קורא, או בנושא: סודן
command-publisher = מי עומד מאחורי מוציא לאור: שם
command-export = כל מה שאני שומר על הצ'אט הזה, כקובץ
command-forget = למחוק כל מה שאני שומר על הצ'אט הזה
command-addsource = לקרוא פיד או דף: כתובת
command-removesource = להפסיק לקרוא מקור: מספר
command-pausesource = להשהות מקור: מספר
command-resumesource = להמשיך עם מקור: מספר
command-vouch = לערוב למקור, כדי שייחשב מיד להתראות
command-unvouch = לבטל את הערבות
command-testsource = להציץ בכתובת או במקור בלי לשנות דבר: כתובת או מספר
command-filtersource = אילו פריטים של מקור לקרוא: מספר
command-exportsources = כל המקורות כקובץ
command-importsources = להוסיף מקורות מקובץ
command-setpublisher = לרשום מה ידוע על מוציא לאור
command-stats = מספרים
command-broadcast = הודעה לכל הצ'אטים: טקסט
command-ban = לא לענות עוד לאדם או לצ'אט: מספר
command-unban = לענות להם שוב: מספר
command-admins = מי מנהל את הבוט
command-audit = מה המנהלים עשו לאחרונה
command-addadmin = למנות אדם למנהל: מספר
command-removeadmin = לא מנהל עוד: מספר
ask-how = יש לשאול במילים, לדוגמה: <i>כמה תקיפות על כוחות ארה"ב נספרו?</i>
ask-other = אני יכול לענות רק מתוך דיווחים על עימותים מזוינים. אפשר לשאול, לדוגמה: <i>כמה תקיפות על כוחות ארה"ב נספרו?</i>
cut-short = נגמר הזמן לפני שהכול נקרא. זה מה שהיה מוכן.
answer-more = <b>עוד על כך</b>
ask-too-long = יש לשאול ב-{ $most } תווים לכל היותר.
link-found = את הכתבה הזאת קראתי:
link-site = את הכתבה הזאת לא קראתי. החדשות ביותר שיש לי מ-{ $site }:
link-unknown = אין לי דבר מהכתובת הזאת. אני לא פותח קישורים; /sources מציג מה אני קורא.
answer-none = לא מצאתי במקורות שלי דבר שעונה על כך.
answer-none-sought = חיפשתי: { $names }
answer-none-since = נבדקו דיווחים מאז { $first }.
answer-none-day = נבדקו דיווחים מיום { $first }.
answer-none-days = נבדקו דיווחים מ־{ $first } עד { $last }.
answer-none-unnamed = אף אחד מהדיווחים הקרובים ביותר לשאלה אינו מזכיר: { $names }.
answer-none-seen = הדיווח החדש ביותר אצלי שמזכיר את { $name } הוא מיום { $day }.
answer-none-nearest = הדיווח הקרוב ביותר עוסק בדבר אחר: { $title } ({ $who }, { $day }).
answer-none-before = לא ברור לי על מה השאלה: לא קיבלתי ממך כאן שאלה בחצי השעה האחרונה. אפשר להשיב לאחת התשובות שלי, או לציין מקום, צד או תאריך.
answer-none-hint = אני אומר רק מה שמקור אומר. אפשר לנסות מילים אחרות, מקום או תאריך, או לראות ב-/sources מה אני קורא.
inline-none = לא נמצא דבר
inline-none-hint = אף מקור לא עונה על זה. אפשר לנסות מקום או תאריך.
draft = מחפש בדיווחים…
answer-footing = { $origins ->
    [one] <i>ממקור עצמאי אחד. נכון ל-{ $at }, { $zone }.</i>
    [two] <i>משני מקורות עצמאיים. נכון ל-{ $at }, { $zone }.</i>
   *[other] <i>מ-{ $origins } מקורות עצמאיים. נכון ל-{ $at }, { $zone }.</i>
 }
sources-heading = <b>מקורות</b>
sources-disagree = <b>המקורות חלוקים</b> לגבי { $about }:
about-killed = מספר ההרוגים
about-wounded = מספר הפצועים
about-missing = מספר הנעדרים
about-displaced = מספר העקורים
about-detained = מספר העצורים
about-captured = מספר השבויים
about-arrested = מספר העצורים
about-evacuated = מספר המפונים
about-rescued = מספר הניצולים שחולצו
about-released = מספר המשוחררים
count-changed = השינוי ({ $about }): <b>{ $speaker }</b>: כעת { $latest }, לפני כן { $earlier }.
gist = { $what } — { $original }
gist-said = { $who }: { $what }
gist-mentions = מוזכרים: { $names }
gist-attack = תקיפה
gist-capture = השתלטות
gist-release = שחרור
gist-shot-down = הפלה: { $weapons }
gist-at-least = לפחות { $counted }
gist-about = בערך { $counted }
gist-up-to = לכל היותר { $counted }
gist-apart = { $counted } ({ $of })
gist-of-children = ילדים
gist-of-women = נשים
gist-of-civilians = אזרחים
gist-of-fighters = לוחמים
gist-of-soldiers = חיילים
gist-of-police = שוטרים
gist-of-journalists = עיתונאים
gist-killed = { $count ->
    [one] הרוג אחד
   *[other] { $number } הרוגים
 }
gist-wounded = { $count ->
    [one] פצוע אחד
   *[other] { $number } פצועים
 }
gist-missing = { $count ->
    [one] נעדר אחד
   *[other] { $number } נעדרים
 }
gist-captured = { $count ->
    [one] שבוי אחד
   *[other] { $number } שבויים
 }
gist-displaced = { $count ->
    [one] עקור אחד
   *[other] { $number } עקורים
 }
gist-evacuated = { $count ->
    [one] מפונה אחד
   *[other] { $number } מפונים
 }
gist-rescued = { $count ->
    [one] ניצול אחד שחולץ
   *[other] { $number } ניצולים שחולצו
 }
gist-arrested = { $count ->
    [one] עצור אחד
   *[other] { $number } עצורים
 }
gist-released = { $count ->
    [one] משוחרר אחד
   *[other] { $number } משוחררים
 }
gist-drones = { $count ->
    [one] כטב״ם אחד
   *[other] { $number } כטב״מים
 }
gist-missiles = { $count ->
    [one] טיל אחד
   *[other] { $number } טילים
 }
gist-original = { $language ->
    [ar] המקור בערבית להלן
    [en] המקור באנגלית להלן
    [es] המקור בספרדית להלן
    [fr] המקור בצרפתית להלן
    [he] המקור בעברית להלן
    [ru] המקור ברוסית להלן
    [uk] המקור באוקראינית להלן
   *[other] המקור להלן
 }
undated = ללא תאריך
carried-by = כפי שמביא { $name }
carried-link = כפי שמביא { $name }, שהקישור שלו מוביל אל { $site }
part = <i>חלק { $number } מתוך { $total }</i>
button-turn = חלק { $number }
small-talk = שלום. אפשר לשאול אותי על עימות מזוין, לדוגמה: מה קרה אתמול בחאן יונס? /help מציג מה עוד אני עושה.
words-small-talk = שלום, היי, הי, בוקר טוב, ערב טוב, צהריים טובים, מה שלומך, מה נשמע, מה קורה, מה המצב, אתה שם, את שם, שלום עליכם, אהלן, שנה טובה
small-talk-farewell = להתראות. התדריכים ממשיכים כפי שהגדרת.
words-farewell = להתראות, ביי, לילה טוב, יום טוב, נתראה, שבת שלום, היה שלום, לילה טוב לכולם, נדבר, חלומות פז
small-talk-thanks = בבקשה. אפשר להמשיך לשאול בכל עת.
words-thanks = תודה, תודה רבה, המון תודה, תודה לך, מצוין, בסדר, אוקיי, יופי, מעולה, סבבה, אחלה, כל הכבוד, הבנתי, תודה מראש, יפה, טוב, כן, לא, חחח, חח, סליחה, אלוף
words-about = מי אתה, מי את, מה אתה, מה זה, מה אתה עושה, מה אתה יכול לעשות, איך זה עובד, מה אפשר לשאול, עזרה, תפריט, אתה אנושי, האם אתה אנושי, אתה בן אדם, האם אתה בן אדם, אתה רובוט, אתה בוט, אתה אמיתי, מי יצר אותך, מי בנה אותך, איך קוראים לך, מה שמך, מה המקורות שלך, מאיפה המידע, אפשר עזרה, אתה יכול לעזור לי, אתה מדבר עברית, זה בחינם, כמה זה עולה, מה אתה יודע עליי, אני צריך עזרה, אני לא מבין, בדיקה, מה זה הבוט הזה, מי עומד מאחוריך, האם אתה שומר את ההודעות שלי, כל כמה זמן אתה מתעדכן
words-stop = עצור, עצרו, די, מספיק, ביטול, בטל, בטל מנוי, ביטול מנוי, להפסיק, תפסיק, תפסיקו, תפסיק לשלוח, תפסיק לשלוח לי הודעות, הסר, להסיר, הסר אותי, לא רוצה יותר, אל תשלח לי יותר, אני רוצה לבטל את המנוי, לבטל את המנוי, להסיר אותי מהרשימה, מספיק, די
words-forget = מחק את הנתונים שלי, תמחק את הנתונים שלי, מחק את המידע שלי, תמחק את המידע שלי, תשכח אותי, שכח אותי, מחק הכל, תמחק הכל, מחק את החשבון שלי, אני רוצה שתמחק את המידע שלי, למחוק את הנתונים שלי
words-export = ייצא את הנתונים שלי, תראה לי את הנתונים שלי, שלח לי את הנתונים שלי, מה אתה שומר עליי
words-subscribe = הירשם, להירשם, הרשמה, אני רוצה להירשם, תרשום אותי, מנוי, שלח לי תדריך כל בוקר, תשלח לי חדשות כל יום, חדשות יומיות, אני רוצה תדריך יומי, שלח לי חדשות כל בוקר
words-language = שנה שפה, החלף שפה, שפה, דבר עברית, בעברית, עברית, בעברית בבקשה, שפה אחרת, תדבר עברית, לשנות שפה, תדבר איתי בעברית
words-settings = הגדרות, ההגדרות שלי, אפשרויות, שינוי הגדרות, המינויים שלי, אזור זמן, מה המינויים שלי, הצג את המינויים שלי, למה אני מנוי, מתי התדריך הבא
words-brief = חדשות, החדשות, תדריך, כותרות, מה חדש, מה קרה היום, חדשות היום, מבזקים
words-nothing = אממ, הממ, נו
words-polite = בבקשה, חבר, בוט, לכולם, עכשיו, מאוד, ו, אחי, על, העזרה, היום, לך, נא, רבה, שוב
words-asking = מה, מתי, איפה, מי, למה, איך, כמה, האם
too-many-questions = שאלת הרבה בשעה הזאת. אפשר להמשיך קצת מאוחר יותר.
flooding = נשלח יותר ממה שאני מספיק לקרוא. אמשיך לקרוא בעוד דקה.
button-judge = האם זה עזר?
judge-ask = איך היה? דיווח הוא על טעות: המנהלים יבדקו.
button-good = מועיל
button-bad = לא מועיל
button-report = דיווח
thanks = תודה.
reported = תודה. המנהלים יבדקו. הם רואים את השאלה ואת התשובה, לא את שמך.
report-nothing = לא עניתי לך כאן לאחרונה, ולכן אין על מה לדווח.
report-notice = קורא דיווח על { $about }.
button-reported = פתיחה
reported-question = <b>השאלה:</b> { $question }
passage-gone = אינני שומר עוד את התשובה הזאת. אפשר לשאול שוב.
passage-headline = אפשר היה לקרוא רק את הכותרת.
passage-teaser = אפשר היה לקרוא רק מה שהמקור אומר עליה, ולא את הכתבה כולה.
passage-revised = הכתבה שונתה מאז. זה הטקסט שצוטט.
passage-stored = נשמר כפי שנקרא ב-{ $at }: גרסה { $number }, ⁨SHA-256⁩ { $digest }…
passage-modified = המוציא לאור שינה אותו ב-{ $at }.
passage-changed = קודם: “{ $before }” עכשיו: “{ $after }”
passage-added = חדש: “{ $after }”
passage-removed = הוסר: “{ $before }”
passage-more = ועוד משפטים: { $count }
button-copy = העתקת הציטוט
briefing-heading = <b>תדריך</b>, { $since } עד { $until }, { $zone }
briefing-topics = נושאים: { $topics }
briefing-late = התדריך הזה מאחר.
briefing-delayed = נשלח באיחור: הוכן ב-{ $at }.
missed-skipped = לא הוכן תדריך ב-{ $day }: לא פעלתי.
missed-undelivered = לא ניתן היה למסור את התדריך של { $day }.
briefing-quiet = { $sources ->
    [0] לא נקראה אף כתבה בזמן הזה.
    [one] אין חדשות: נקרא מקור אחד, והוא לא דיווח על כך דבר.
    [two] אין חדשות: נקראו שני מקורות, והם לא דיווחו על כך דבר.
   *[other] אין חדשות: נקראו { $sources } מקורות, ואף אחד לא דיווח על כך דבר.
 }
briefing-quiet-here = אין חדשות: בזמן הזה לא דווח דבר על כך.
briefing-quiet-topics = <b>אין חדש</b> על: { $topics }
briefing-healthy = { $sources ->
    [one] המקור היחיד שלי נקרא.
    [two] שני המקורות נקראו.
   *[other] כל { $sources } המקורות נקראו.
 }
briefing-failing = את המקורות האלה לא ניתן היה לקרוא, ולכן ייתכן שחסר משהו: { $sources }
briefing-failing-more = את המקורות האלה לא ניתן היה לקרוא, ולכן ייתכן שחסר משהו: { $sources } ועוד { $more }
briefing-newest-day = לא נקרא דבר חדש יותר: זה היום שעד { $at }.
section-new = חדש
section-developing = מתפתח
story-opposed = מדווח בכלי תקשורת משני הצדדים
change-figure = <b>מספר חדש:</b> { $said }
change-denial = <b>הוכחש:</b> { $said }
change-correction = <b>תוקן:</b> { $said }
change-before = קודם נמסר לך: { $before }
correction-corrected = <b>תוקן</b> ב-{ $publisher }, נראה { $at }: כעת כתוב שם { $after }. נמסר לך { $before }: ”{ $told }“
correction-edited = <b>שונה בלי הערה</b> ב-{ $publisher }, נראה { $at }: כעת כתוב שם { $after }. נמסר לך { $before }: ”{ $told }“
correction-dropped = <b>כבר לא נאמר</b> אצל { $publisher }, נראה { $at }: המשפט שבו { $before } הוסר. נמסר לך: “{ $told }”
correction-withdrawn = <b>הוסר</b> ב-{ $publisher }, נראה { $at }: הכתבה שבה נאמר ”{ $told }“ איננה עוד.
briefing-more = { $count ->
    [one] סיפור אחד פחות חשוב הושמט.
    [two] שני סיפורים פחות חשובים הושמטו.
   *[other] { $count } סיפורים פחות חשובים הושמטו.
 }
briefing-unchanged = { $count ->
    [one] בסיפור אחד שמוכר לך אין חדש.
    [two] בשני סיפורים שמוכרים לך אין חדש.
   *[other] ב-{ $count } סיפורים שמוכרים לך אין חדש.
 }
story-outlets = { $outlets ->
    [one] כלי תקשורת אחד
    [two] שני כלי תקשורת
   *[other] { $outlets } כלי תקשורת
 }
story-origins = { $origins ->
    [one] מקור עצמאי אחד
    [two] שני מקורות עצמאיים
   *[other] { $origins } מקורות עצמאיים
 }
view-how = יש לשלוח נושא עם הפקודה, לדוגמה { $example }
view-nothing = לא מצאתי סיפור על כך. אפשר לנסות מקום או שם.
compare-heading = <b>איך מנסחים זאת.</b> מילים שנוקטות צד מודגשות.
figures-heading = <b>מספרי הנפגעים כפי שנמסרו,</b> האחרונים תחילה. הם אינם מחוברים זה לזה.
timeline-heading = <b>יום אחר יום</b>, מהראשון.
figures-picture = כל נקודה היא מה שמסר מקור אחד. דבר אינו מחובר.
figures-others = מקורות אחרים
figures-caption = אותו הדבר בתמונה, הנקודות של כל מקור בנפרד.
figures-range = { $what }: מ-{ $low } עד { $high }
figures-single = { $what }: { $value }
outcome-killed = הרוגים
outcome-wounded = פצועים
outcome-missing = נעדרים
outcome-displaced = עקורים
outcome-detained = עצורים
outcome-captured = שבויים
outcome-arrested = נעצרו
outcome-evacuated = פונו
outcome-rescued = חולצו
outcome-released = שוחררו
picture-reports = דיווחים ביום
picture-reports-note = כל עמודה היא 24 שעות עד { $time }.
picture-usual-note = קו מקווקו: הרגיל, ממוצע 8 השבועות שלפני כן.
picture-usual = הרגיל: { $count }
picture-map = היכן זה קרה
picture-map-note = נקודות חיוורות: סיפורים אחרים מהשבועיים. מספרים חלולים: אזורים שלמים.
overview-caption = דיווחים ביום במשך שבועיים, והיכן זה קרה; המספרים הם של הסיפורים בתדריך.
overview-theatre = <b>{ $place }</b>, דיווחים ב-24 השעות האלה: { $count }, בדרך כלל { $usual }
overview-theatre-new = <b>{ $place }</b>, דיווחים ב-24 השעות האלה: { $count }
overview-places = במפה: { $places }
page-title = תדריך של { $day }
page-quotes = הציטוטים בהקשרם
button-evidence = הראיות בדף אחד
page-private = מי שבידו הכתובת הזאת יכול לקרוא את הדף. הוא אינו בשום רשימה או מנוע חיפוש; /forget בצ׳אט מוחק אותו.
page-gone = אין דף כזה. ייתכן שנמחק.
page-articles = { $count ->
    [one] כתבה אחת
   *[other] כל { $count } הכתבות
 }
subscribed = יישלח אליך תדריך { $what }.
subscribed-hint = כדי לעקוב רק אחר נושאים מסוימים, יש לציין אותם אחרי העיר: <code>/subscribe 07:00 ירושלים עזה, ים סוף</code>
subscription-line = { $days } ב-{ $time }, { $zone }, על { $topics }
days-all = בכל יום
days-weekdays = בימים שני עד שישי
days-weekends = בשבת ובראשון
days-some = בכל שבוע ({ $days })
days-but = בכל יום חוץ מ{ $day }
subscribe-unclear = באיזו שעה, ואיפה? אפשר לכתוב כך: ⁨7:30⁩ ירושלים, או: חיפה, יום שני ב-⁨8⁩. אחר כך אפשר להוסיף נושאים.
topics-all = הכול
topics-too-many = יש לציין לכל היותר 10 נושאים של עד 100 תווים, מופרדים בפסיקים.
next-briefing = הבא: { $at }
paused-chat = שום דבר לא הגיע לכאן מאז { $since }: { $why }. אם אפשר לקרוא את זה, זה ממשיך עכשיו.
paused-topic = מושהה מאז { $since }: { $why }. אנסה שוב ב-{ $at }.
paused-topic-now = מושהה מאז { $since }: { $why }. אנסה שוב עם התדריך הבא.
paused-your-chat = אי אפשר לכתוב לקבוצה או לערוץ שהגדרת להם תדריכים: { $why }. אני מנסה שוב מדי פעם; ברגע שמשהו יעבור, זה ימשיך.
settings-heading = <b>הגדרות הצ'אט הזה</b>
settings-zone = אזור זמן: { $zone }
settings-language = שפה: { $language }
settings-pictures-on = תמונות: פועלות
settings-pictures-off = תמונות: כבויות
settings-briefings = מינויים: { $count }
button-pictures-on = להפעיל תמונות
button-pictures-off = לכבות תמונות
button-settings = כל ההגדרות
button-page-zone = אזור זמן
button-page-language = שפה
button-page-hour = מינוי חדש
button-page-briefings = מינויים
zone-ask = לפי השעון של איזו עיר? אפשר ללחוץ, או לכתוב את העיר.
zone-again = אני לא מכיר את העיר הזאת. אפשר לשלוח עיר גדולה יותר באזור, אזור זמן כמו ⁨Asia/Baghdad⁩, או ⁨+03:00⁩.
button-place = לפי המקום שלי
button-share-place = שיתוף המקום שלי
place-ask = הכפתור שלמטה משתף פעם אחת את המקום שלך. אני לוקח ממנו את אזור הזמן ולא שומר דבר מלבדו.
place-thanks = תודה. לא שמרתי את המקום שלך.
place-clocks = מה השעה אצלך?
button-other-zone = שעה אחרת
zone-meant = או שהכוונה הייתה לשעון של עיר?
button-meant = כן, { $zone }
topics-ask = על מה? אפשר לבחור כאן, או לכתוב נושאים מופרדים בפסיקים: בתי חולים בחלב, ים סוף. או להשאיר הכול.
button-topics-all = להשאיר הכול
button-topics-done = זה הכול
language-ask = באיזו שפה לדבר? ציטוטים נשארים בשפת המקור.
hour-ask =
    באיזו שעה לשלוח תדריך?

    אפשר ללחוץ או לכתוב: ⁨6:30⁩, בימי חול ב-⁨8⁩, כל יום שישי ב-⁨18:00⁩. אחר כך אפשר עיר ונושאים: ⁨6:30⁩ ירושלים עזה, ים סוף
hour-offer = תדריך בכל יום ב-{ $time }?
zone-assumed = אינני יודע את אזור הזמן שלך ומניח { $zone }. כדי לשנות, יש לכתוב את העיר.
subscriptions-heading = <b>המינויים שלך</b>
subscriptions-none = אין מינויים לצ'אט הזה. לתדריך בכל בוקר אפשר לשלוח לדוגמה /subscribe 07:00 ירושלים
button-end = לעצור את מספר { $number }
unsubscribed = { $count ->
    [one] נעצר. התדריך הזה לא יישלח עוד:
    [two] נעצרו. התדריכים האלה לא יישלחו עוד:
   *[other] נעצרו. התדריכים האלה לא יישלחו עוד:
 }
unsubscribed-notice = נעצר.
word-all = הכול
zone-shown = אזור הזמן שלך הוא { $zone }; השעה שם { $now }. כדי לשנות, יש לשלוח /timezone עם עיר, לדוגמה /timezone ירושלים
zone-unset = אינני יודע את אזור הזמן שלך ומשתמש ב-{ $zone }; השעה שם { $now }. כדי לקבוע, יש לשלוח /timezone עם עיר, לדוגמה /timezone ירושלים
zone-set = אזור הזמן שלך הוא עכשיו { $zone }; השעה שם { $now }.
zone-moved = { $count ->
    [one] המינוי שלך שומר על השעה שלו באזור החדש.
    [two] שני המינויים שלך שומרים על השעה שלהם באזור החדש.
   *[other] { $count } המינויים שלך שומרים על השעה שלהם באזור החדש.
 }
travel-ask = אזור הזמן שלך כעת { $zone }. מתי לשלוח את התדריכים?
button-local-hour = ב-{ $time } שעון מקומי
button-home-hour = כמו קודם, כאן { $time }
follow-done = במעקב: { $topics }. התדריכים של הצ'אט הזה פותחים בכך, ואומרים כשאין חדש.
follow-no-briefing = הצ'אט הזה עוד לא מקבל תדריכים. כדי לקבל תדריך בכל בוקר, אפשר לשלוח לדוגמה /subscribe 07:00 ירושלים
follow-none = הצ'אט הזה לא עוקב אחרי נושאים. יש לשלוח אותם עם הפקודה, מופרדים בפסיקים: /follow בתי החולים בחלב, ים סוף
follow-heading = <b>נושאים במעקב</b>
button-unfollow = לעצור: { $topic }
unfollow-done = לא במעקב עוד: { $topics }
hide-done = מושמט כאן מעכשיו: { $name }. /hide מציג מה מושמט.
hide-unknown = אין לי כתבה של כלי תקשורת בשם הזה. /sources מציג מה אני קורא.
hide-none = שום כלי תקשורת לא מושמט כאן. כדי להשמיט אחד, יש לשלוח את שמו: <code>/hide Rafidain Voice</code>
hide-heading = <b>מושמטים כאן</b>
button-unhide = להציג שוב: { $name }
hidden-outlets = { $count ->
    [one] <i>כלי תקשורת אחד מוסתר כאן.</i>
   *[other] <i>{ $count } כלי תקשורת מוסתרים כאן.</i>
 }
watch-heading = <b>הודעה מיידית</b>
watch-none = אין כאן מעקב מיידי. כדי לקבל הודעה מיד, אפשר לשלוח לדוגמה /watch drones near Erbil
watch-how = יש לשלוח נושא, ולפניו, אם רוצים, מספר מקורות בלתי תלויים מ-1 עד 20: /watch 3 drones near Erbil
watch-done = { $origins ->
    [one] במעקב מיידי: { $topic }. אכתוב ברגע שמקור אחד ידווח.
    [two] במעקב מיידי: { $topic }. אכתוב ברגע ששני מקורות בלתי תלויים ידווחו.
   *[other] במעקב מיידי: { $topic }. אכתוב ברגע ש-{ $origins } מקורות בלתי תלויים ידווחו.
 }
watch-line = { $origins ->
    [one] { $topic }, ממקור אחד ומעלה
    [two] { $topic }, משני מקורות בלתי תלויים ומעלה
   *[other] { $topic }, מ-{ $origins } מקורות בלתי תלויים ומעלה
 }
watch-hint = לכל סיפור הודעה אחת, שאני מעדכן כשהוא מתפתח. לכל היותר { $most } התראות ביום. עם /quiet 23:00 7:00 הן ממתינות בלילה.
unwatch-done = לא במעקב מיידי עוד: { $topic }
quiet-none = התראות מגיעות בכל שעה.
quiet-set = מ-{ $start } עד { $end }, { $zone }, התראות ממתינות.
quiet-how = כדי שהתראות ימתינו בלילה, יש לשלוח /quiet 23:00 7:00. כדי לבטל, יש לשלוח /quiet off
word-off = כבוי
alert-heading = <b>התראה</b> על { $topic }
alert-updated = עודכן { $at }.
alert-last = זו ההתראה האחרונה להיום. השאר יהיה בתדריך הבא.
button-story = סיפור { $number }
button-mute = להשתיק את הסיפור
muted-notice = הושתק. הרשימה: /muted
muted-heading = <b>סיפורים מושתקים</b>
muted-none = אין סיפורים מושתקים. הכפתורים שמתחת לתדריך פותחים סיפור, ושם אפשר להשתיק אותו.
button-unmute = להחזיר את מספר { $number }
unmuted-notice = הסיפור הזה יסופר שוב.
forgotten = בוצע. אינני שומר עוד דבר על הצ'אט הזה: לא מינויים, לא שאלות ולא הגדרות. ההודעות שלמעלה נשארות בטלגרם עד שיימחקו.
forget-ask = להסיר את כל מה שאני שומר על הצ'אט הזה: מינויים, נושאים, שאלות, הגדרות? אי אפשר לבטל זאת.
exported = כל מה שאני שומר עליך נמצא בקובץ הזה.
exported-privately = שלחתי לך את זה בפרטי.
export-start-first = אני עדיין לא יכול לכתוב לך בפרטי. יש לפתוח איתי צ׳אט, ללחוץ על «התחל» ולשלוח שם /export.
privacy =
    אני שומר את מה שהוגדר כאן, את השאלות האחרונות למשך 90 יום ואת המשוב. שום שאלה ושום שם לא נכתבים ביומן. מקום ששותף לא נשמר, רק אזור הזמן שלו.

    /export - כל מה שאני שומר עליך, כקובץ
    /forget - להסיר את זה
sources-none = אינני קורא עדיין אף מקור.
sources-on = בנושא { $topic }
sources-topics = אין מקור שמסווג תחת הנושא הזה. הנושאים הקיימים: { $topics }
sources-no-topics = אין מקורות שמסווגים לפי נושא. /sources מציג את כולם.
sources-none-admin = כדי להוסיף מקור, אפשר לשלוח לדוגמה /addsource https://example.org/feed.xml
sources-list = { $count ->
    [one] <b>אני קורא מקור אחד</b>
    [two] <b>אני קורא שני מקורות</b>
   *[other] <b>אני קורא { $count } מקורות</b>
 }
sources-corpus = { $articles ->
    [one] כתבה אחת באינדקס.
    [two] שתי כתבות באינדקס.
   *[other] { $articles } כתבות באינדקס.
 }
source-line = { $name } ({ $kind })
source-line-admin = { $id }. { $name } ({ $kind }): { $url }
source-kind-feed = פיד
source-kind-page = דף
source-kind-channel = ערוץ
source-kind-sitemap = מפת אתר
source-kind-section = דף מדור
source-kind-article = כתבה
source-state-ok = נקרא ב-{ $at }
source-state-new = עוד לא נקרא
source-state-paused = מושהה
source-state-quiet = אין חדש מאז { $at }
source-usual = ; היום { $today }, בדרך כלל { $usual } ביום
source-state-failing = תקלה: { $why }
addsource-how = יש לשלוח את הכתובת עם הפקודה: /addsource https://example.org/feed.xml
addsource-found = <b>{ $name }</b>, { $kind } ב-{ $url }
addsource-newest = פריטים אחרונים:
addsource-none = אין בו פריטים כרגע.
addsource-rate = { $count ->
    [one] כפריט אחד ביום.
    [two] כשני פריטים ביום.
   *[other] כ-{ $count } פריטים ביום.
 }
addsource-rate-week = { $count ->
    [one] כפריט אחד בשבוע.
    [two] כשני פריטים בשבוע.
   *[other] כ-{ $count } פריטים בשבוע.
 }
addsource-rate-rare = פחות מפריט אחד בשבוע.
addsource-summaries = הוא נותן תקצירים בלבד; אני קורא את הכתבות בדפים שלהן.
addsource-full = נותן כתבות שלמות.
addsource-language = שפה: { $language }
testsource-how = שלחו איתה את הכתובת: /testsource https://example.org/feed.xml
addsource-offers = האתר מציע את אלה, שקל יותר לקרוא. איזה להוסיף?
addsource-not = אינני יכול לקרוא את זה כמקור.
addsource-ask = לקרוא אותו מעכשיו?
button-confirm = כן, להוסיף
button-offer = { $kind }: { $title }
button-cancel = לא להוסיף דבר
addsource-done = נוסף כמספר { $id }: { $name }. הכתבות שלו יופיעו בתוך דקות.
addsource-gone = זה כבר הוחלט, או לפני זמן רב מדי. יש לשלוח /addsource שוב.
addsource-known = את זה אני כבר קורא: מספר { $id }, { $name }.
addsource-cancelled = לא נוסף.
source-which = יש לשלוח את המספר עם הפקודה, לדוגמה { $example }. המספרים נמצאים ב-/sources.
button-yes = כן
button-no = לא
left-as-it-is = לא השתנה דבר.
source-remove-ask = להפסיק לקרוא את מספר { $id }, { $name }, בכתובת { $url }? הכתבות שלו נשארות.
source-removed = הוסר: { $name }. הכתבות שלו נשארות.
source-paused = מושהה: { $name }. /resumesource { $id } ממשיך אותו.
source-resumed = { $name } נקרא שוב מעכשיו.
vouch-how = איזה מקור? דיווחים של אתר שאני מכיר פחות מ-{ $days } ימים אינם נחשבים להתראות (/watch). /vouch 3 ערב למקור 3, ואז הם נחשבים מיד; /vouch 3 example.org אומר גם שהאתר הזה של אותו כלי תקשורת.
vouched = ערבו ל-{ $name }. הדיווחים שלו נחשבים להתראות (/watch) מיד, ולא רק מ-{ $day }. הוא מדבר בשם: { $sites }.
vouched-counted = ערבו ל-{ $name }. הדיווחים שלו נחשבו להתראות (/watch) גם קודם. הוא מדבר בשם: { $sites }.
unvouched = כבר לא ערבים ל-{ $name }.
filtersource-how = שלחו את מספר המקור, ואז מה להשאיר או להשמיט, כל אחד בשורה משלו:
    /filtersource 3
    keep: Kharkiv, Sumy
    drop: football
    topics: Ukraine
    שורה בלי מילים מבטלת את הסינון הזה.
filtersource-now = מעכשיו, מתוך { $name }:
filter-topics = נושאים: { $words }
filter-keep = להשאיר: { $words }
filter-drop = להשמיט: { $words }
exportsources-done = { $count ->
    [one] מקור אחד, ברשימה שקוראי פידים מבינים.
    [two] שני מקורות, ברשימה שקוראי פידים מבינים.
   *[other] { $count } מקורות, ברשימה שקוראי פידים מבינים.
 }
importsources-how = שלחו לי את הקובץ: שמו מסתיים ב־⁨.opml⁩ או ב־⁨.xml⁩.
importsources-done = נוספו: { $count }. כבר מוכרים: { $known }. אני בודק כל אחד כשאני קורא אותו לראשונה.
publishers-which = שלחו איתה שם, למשל אחד מאלה: ‏/publisher שם
publishers-line = { $name }
setpublisher-how = שלחו את שם המוציא לאור, ואז מה ידוע, כל אחד בשורה משלו:
    /setpublisher Rafidain Voice
    country: Iraq
    state-run: no
    שדות: { $fields }. הערך ⁨unknown⁩ מבטל שדה.
profile-line = { $field }: { $value }
profile-country = ארץ
profile-language = שפה
profile-ownership = בעלים
profile-leaning = נטייה
profile-state-run = בידי המדינה
profile-yes = כן
profile-no = לא
profile-unknown = לא ידוע
profile-whose = מנהלי הבוט רשמו זאת; דבר מזה אינו ניחוש.
profile-ask = <b>{ $name }</b>: { $field }? אפשר לבחור את מה שידוע לך כנכון, או לכתוב:
    /setpublisher { $name }
    { $field }: …
source-event = לגבי מקור: { $said }
source-event-died = לא הצלחתי לקרוא את { $name } (כישלונות ברצף: { $failures }). { $why }
source-event-gone = המקור { $name } איננו עוד, ואני לא קורא אותו יותר. { $why }
source-event-recovered = המקור { $name } פועל שוב.
source-event-quiet = המקור { $name } לא הביא דבר חדש מאז { $since }.
source-event-returned = המקור { $name } מביא שוב חדשות.
source-event-language = המקור { $name } כותב עכשיו בשפה אחרת: { $language }, קודם { $before }.
source-event-moved = המקור { $name } עבר לצמיתות לאתר אחר. הכתובת החדשה, אם היא אמינה בעיניך: { $url }
source-event-flood = במקור { $name } מופיעות פתאום רשומות חדשות: { $count }. אני קורא אותן בהדרגה; אולי כדאי להציץ.
source-event-quota = { $name } הביא כל מה שמותר למקור ביום (כתבות: { $count }, או הטקסט שלהן). השאר ממתין.
source-event-long = מספר הרשומות במקור { $name }: { $count }. אני קורא את { $read } הראשונות.
source-event-partial = במקור { $name } נשמרו { $count } מתוך { $read } רשומות חדשות ככותרת או כתקציר בלבד: לא ניתן היה לקרוא את הדפים שלהן.
source-event-dropped = במקור { $name } לא יצא דבר מ-{ $count } מתוך { $read } רשומות חדשות: אין בהן טקסט, ולא ניתן היה לקרוא את הדפים שלהן.
source-event-gap = בין שתי קריאות של { $name } אבדו הודעות שאינן מוצגות עוד (בערך { $count }).
source-event-degraded = הפיד של { $name } בנוי באופן שגוי. אני קורא ממנו את מה שאפשר לקרוא.
source-event-withdrawn = המקור { $name } הסיר כתבה שדיווחתי עליה: { $url } מספר הצ'אטים שקיבלו אותה ויקבלו על כך הודעה: { $chats }
source-degraded = בנוי באופן שגוי, נקרא ככל האפשר
why-connect = אי אפשר להגיע אל האתר.
why-timeout = לאתר לוקח יותר מדי זמן לענות.
why-incomplete = האתר קוטע את תשובתו.
why-unavailable = האתר אינו זמין כרגע.
why-rate-limited = האתר מבקש שאחזור מאוחר יותר.
why-http-error = האתר עונה בשגיאה.
why-forbidden = האתר לא מאפשר לי לקרוא.
why-robots = קובץ robots.txt של האתר מבקש שלא אקרא את זה.
why-not-found = אין עוד דבר בכתובת שלו.
why-gone = האתר אומר שהכתובת הוסרה לצמיתות.
why-tls = אי אפשר להתחבר לאתר באופן מאובטח; ייתכן שהאישור שלו שגוי או שפג תוקפו.
why-redirects = האתר מפנה אותי בדרך שאיני הולך בה.
why-too-heavy = מה שנמצא בכתובת שלו גדול או כבד מדי לקריאה.
why-not-a-feed = מה שנמצא עכשיו בכתובת שלו אינו רשימת כתבות.
why-private-address = הכתובת שלו מובילה לרשת פרטית.
why-internal = זו טעות שלי, והיא נרשמה.
doubt-lookalike = בשם האתר יש אותיות שדומות לאחרות. כדאי לוודא שזה האתר הנכון.
doubt-improper-name = שם האתר אינו שם בינלאומי תקין. כדאי לבדוק מי שלח אותו.
doubt-encoding-guessed = הפיד לא מציין נכון את קידוד האותיות. ייתכנו אותיות שגויות בטקסטים.
doubt-badly-made = הפיד בנוי באופן שגוי. אני קורא ממנו את מה שאפשר לקרוא.
button-moved = לקרוא משם
source-moved = { $name } נקרא מעכשיו בכתובת { $url }.
source-moved-gone = זה כבר הוחלט, או שהמקור איננו.
broadcast-how = יש לשלוח את הטקסט עם הפקודה: /broadcast הבוט עובר לכתובת חדשה ביום שני.
broadcast-too-long = זה ארוך מדי להודעה אחת.
broadcast-preview = זה מה שכל צ'אט יקבל:
broadcast-gone = הטיוטה כבר לא קיימת. יש לשלוח /broadcast שוב.
broadcast-queued = { $count ->
    [one] בדרך לצ'אט אחד.
    [two] בדרך לשני צ'אטים.
   *[other] בדרך ל-{ $count } צ'אטים.
 }
broadcast-discarded = לא נשלח.
button-send = לשלוח ל-{ $count }
button-discard = לא לשלוח
stats-heading = <b>מספרים</b>
stats-sources = מקורות: { $count }
stats-articles = כתבות: { $count }
stats-passages = קטעים: { $count }
stats-pending = כתבות שממתינות לאינדקס: { $count }
stats-behind = האינדקס מפגר: יש כתבה שממתינה מאז { $at }
stats-set-aside = כתבות שהונחו בצד כי לא ניתן היה לאנדקס אותן: { $count }
stats-too-slow = כתבות שהונחו בצד כי התשובות איתן ארכו יותר מדי זמן: { $count }
stats-aside = • { $title } ({ $who })
stats-stories = סיפורים: { $count }
stats-newest = הכתבה החדשה ביותר: { $at }
stats-chats = צ'אטים: { $count }
stats-subscriptions = מינויים לתדריכים: { $count }
stats-questions = שאלות שנשמרו: { $count }
stats-verdicts = משוב: { $good } מועיל, { $bad } לא מועיל, { $report } דיווחים
stats-deliveries = שליחות, { $state }: { $count }
stats-paused = צ׳אטים שאי אפשר לכתוב אליהם: { $reasons }. מדי פעם מנסים שוב.
stats-paused-one = { $why } { $count }
stats-paused-topics = נושאים בפורומים שאי אפשר לכתוב בהם: { $count }
pause-blocked = הבוט חסום
pause-deactivated = החשבון או הקבוצה סגורים
pause-kicked = הבוט אינו חבר
pause-never-started = האדם לא הפעיל את הבוט
pause-chat-not-found = טלגרם לא מוצא את הצ׳אט
pause-no-rights = לבוט אסור לכתוב שם
pause-banned-there = הבוט הורחק שם
pause-moved-away = הקבוצה עברה
pause-forbidden = טלגרם אוסר זאת
pause-banned = נחסם על ידי מנהל
pause-topic-closed = הנושא סגור
delivery-pending = ממתינות
delivery-sending = בדרך
delivery-sent = נשלחו
delivery-dead = טלגרם סירב
delivery-blocked = הצ'אט לא כאן
delivery-unknown = לא ידוע אם הגיעו
delivery-expired = מאוחר מכדי לשלוח
delivery-cancelled = בוטלו
usage-heading = השבועיים האחרונים
usage-line = { $what }: { $items }
usage-questions = שאלות ביום
usage-answered = נענו { $count }
usage-abstained = ללא מענה במקורות { $count }
usage-deliveries = תדריכים והתרעות ביום
usage-sent = נשלחו { $count }
usage-failed = לא נמסרו { $count }
usage-sources = המקורות כעת
usage-source-ok = תקינים { $count }
usage-source-quiet = שקטים { $count }
usage-source-failing = כושלים { $count }
usage-source-new = טרם נקראו { $count }
usage-source-paused = מושהים { $count }
usage-waits = תשובות לפי שניות
usage-within-half = מחצית התשובות לקחו לכל היותר { $seconds } שניות.
usage-beyond-half = יותר ממחצית התשובות לקחו יותר מ-{ $seconds } שניות.
usage-within-most = 95 מכל 100 לקחו לכל היותר { $seconds } שניות.
usage-beyond-most = יותר מ-5 מכל 100 לקחו יותר מ-{ $seconds } שניות.
usage-unreadable = הודעות של טלגרם שלא הצלחתי לקרוא ודילגתי עליהן: { $count }

## מנהלים, חסימות ויומן

person-which = שלחו איתה את המספר, למשל { $example }. אדם רואה את המספר שלו אצל ⁨@userinfobot⁩.
admin-added = { $person } מנהל מעכשיו.
admin-is-one = { $person } כבר מנהל.
admin-you-are = מעכשיו יש לכם הרשאות ניהול בבוט הזה. ‏/help מציג מה אפשר לעשות.
admin-removed = { $person } כבר לא מנהל.
admin-remove-ask = לבטל את הרשאות הניהול של { $person }?
admin-is-none = { $person } לא מנהל.
admin-owner = { $person } הוא בעלים. הבעלים רשומים בהגדרות, בשם telegram.admins.
admins-owners = <b>בעלים</b>
admins-admins = <b>מנהלים</b>
admins-line = { $person }, מאז { $at }, נוסף בידי { $by }
admins-none = אין
admins-banned = <b>חסומים</b>
banned = לא אענה עוד ל־{ $person }. ‏/unban { $person } מבטל זאת.
ban-ask = לא לענות עוד ל-{ $person } ולא לשלוח לשם דבר? המינויים נשמרים עד /unban.
unbanned = אענה שוב ל־{ $person }.
ban-none = { $person } לא היה חסום.
ban-admin = { $person } מנהל. בעלים יכול לבטל זאת קודם, עם ‎/removeadmin.
audit-heading = <b>מה המנהלים עשו, החדש תחילה</b>
audit-none = אף מנהל עוד לא עשה דבר.
audit-line = { $at }: { $person }, { $what }: { $outcome }
audit-refusal = { $day }: { $person }, { $what }: נדחה, { $count } פעמים
audit-done = בוצע
audit-asked = נשאל קודם
audit-refused = נדחה
audit-failed = נכשל
refused-admin = רק מנהלי הבוט הזה יכולים לעשות זאת, בצ'אט פרטי איתו.
refused-owner = רק בעלים של הבוט הזה יכול לעשות זאת.
refused-group-admin = רק מנהלי הקבוצה הזאת יכולים לעשות זאת.
refused-forwarded = הפקודה הזאת הועברה, ולכן לא ביצעתי אותה. יש לשלוח אותה ישירות.
refused-edited = על שאלה ששונתה אני עונה מחדש, אבל פקודה ששונתה אני לא מבצע. יש לשלוח אותה שוב.
refused-stranger = הבוט הזה עונה רק לצ'אטים מסוימים. המנהלים שלו יכולים לאשר אותך: המספר למסירה הוא { $chat }.
unknown-command = אינני מכיר את הפקודה הזאת. /help מציג מה אני יודע לעשות.
unknown-command-near = אינני מכיר את הפקודה הזאת. אולי { $command }?
nearly-command = לשם כך יש לשלוח { $command }
press-expired = תוקף הכפתור הזה פג. יש לשלוח את הפקודה שוב.
error-unexpected = משהו השתבש אצלי, והדבר נרשם. אפשר לנסות שוב בעוד כמה דקות.
error-zone-unknown = אינני מכיר את אזור הזמן הזה. יש לשלוח עיר כמו ירושלים, אזור כמו ⁨Asia/Baghdad⁩, או ⁨+03:00⁩.
error-time-unknown = זו לא שעה ביום. יש לשלוח אותה כמו 07:30 או 19:00.
error-too-many = לצ'אט יכולים להיות 20 מינויים. יש לעצור אחד קודם.
error-too-many-topics = צ'אט יכול לעקוב אחרי 20 נושאים. יש לעצור אחד קודם.
error-too-many-muted = צ'אט יכול להשתיק 200 סיפורים. יש להחזיר כמה קודם.
error-too-many-hidden = צ׳אט יכול להסתיר 50 כלי תקשורת. יש להציג קודם כמה מהם.
error-bad-address = זו אינה כתובת אינטרנט שאני יכול לקרוא. שלחו כתובת שמתחילה ב־⁨https://⁩
error-private-address = הכתובת מובילה לרשת פרטית.
error-not-reached = לא ניתן להגיע לאתר, או שהוא לא ענה כראוי. נסו מאוחר יותר.
error-tls = לא ניתן ליצור חיבור מאובטח לאתר.
error-forbidden = האתר אינו מאפשר לי לקרוא את זה.
error-not-found = אין דבר בכתובת הזו.
error-redirects = האתר מפנה אותי הלאה בדרך שאיני הולך בה.
error-too-heavy = מה שבכתובת הזו גדול מדי או אינו ניתן לפריסה.
error-no-source = לא מצאתי בכתובת הזו פיד או כתבות.
error-source-exists = המקור הזה כבר קיים.
error-too-many-sources = אני יכול לקרוא לכל היותר 5,000 מקורות. צריך להסיר כמה קודם.
error-source-unknown = אין מקור עם המספר, הכתובת או השם הזה. המספרים נמצאים ב־/sources.
error-source-ambiguous = כמה מקורות מתאימים. שלחו את המספר; המספרים נמצאים ב־/sources.
error-publisher-unknown = לא מוכר לי מוציא לאור בשם הזה. /publisher מציג את הרשימה.
error-bad-field = למוציא לאור יש השדות האלה: ⁨country, language, ownership, leaning, state-run⁩.
error-bad-value = הערך של השדה הזה הוא ⁨yes⁩, ⁨no⁩ או ⁨unknown⁩.
error-not-opml = זה אינו קובץ OPML.
error-file-unread = לא הצלחתי לקבל את הקובץ, או שהוא ארוך מדי.
error-said = { $said }
terminal-hello = אפשר לכתוב שאלה או /help. ‏!1 לוחץ על כפתור 1, /quit מסיים.
terminal-no-button = אין כפתור { $number }.
