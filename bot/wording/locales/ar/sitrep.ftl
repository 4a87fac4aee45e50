### كل ما يقوله البوت بالعربية.

start =
    أقدّم إحاطات عن النزاعات المسلحة. كل جملة أكتبها تُظهر المقال الذي جاءت منه. وما لا يقوله أي مصدر لا أقوله.

    اسألني بكلماتك. مثلًا: <i>{ $example }</i>
    /brief - ما نُشر في آخر 24 ساعة
    /subscribe 07:00 بغداد - الشيء نفسه كل صباح
    /sources - ما أقرؤه
    /help - كل ما عدا ذلك
start-group =
    أجيب عن أسئلة النزاعات المسلحة مع مصدر كل جملة. في هذه المجموعة أجيب عند ذكري أو الرد عليّ. /help يعرض الأوامر. لا يضبط إحاطات المجموعة إلا مشرفوها.
example-question = كم عدد الهجمات على القوات الأمريكية التي أُحصيت؟
button-try = جرّب هذا السؤال
button-brief = إحاطة الآن
button-daily = إحاطة كل صباح
help-heading =
    اكتب سؤالك فحسب. أجيب مع المصادر: اضغط رقمًا بين قوسين لفتح المقال، واضغط زرًا لقراءة المقطع نفسه.

    المصدر الأصلي هو من جاء منه الخبر أولًا. عشر وسائل تنقل عن وكالة واحدة مصدر أصلي واحد.


help-admins = للمشرفين:
help-footing = أحتفظ بما تضبطه هنا وبأسئلتك الأخيرة وآرائك ولا شيء غيرها. /export يعرضها و /forget يحذفها.
command-help = ما أستطيع فعله
command-ask = طرح سؤال
command-brief = ما نُشر في آخر 24 ساعة، ويمكن ذكر مواضيع
command-compare = كيف يصوغ كل منبر الخبر: الموضوع
command-timeline = الخبر يومًا بيوم: الموضوع
command-figures = الحصائل كما وردت: الموضوع
command-subscribe = إحاطة متى شئت: الساعة والأيام والمدينة والمواضيع
command-subscriptions = اشتراكاتك
command-unsubscribe = إيقاف اشتراك
command-follow = مواضيع تبدأ بها إحاطاتي
command-unfollow = التوقف عن متابعة موضوع
command-hide = تجاهل وسيلة إعلام هنا: الاسم
command-watch = إخبار فوري: موضوع
command-unwatch = إيقاف الإخبار الفوري
command-quiet = ساعات تنتظر فيها التنبيهات
command-muted = قصص لا تريدها هذه الدردشة
command-timezone = عرض منطقتك الزمنية أو تغييرها
command-language = اختيار لغتي
command-settings = كل الإعدادات بالأزرار
command-report = إبلاغ المشرفين بأن جوابي الأخير خاطئ
command-sources = ما أقرؤه، أو عن موضوع: السودان
command-publisher = من يقف وراء ناشر: الاسم
command-export = كل ما أحفظه عن هذه الدردشة في ملف
command-forget = حذف كل ما أحفظه عن هذه الدردشة
command-addsource = قراءة خلاصة أو صفحة: العنوان
command-removesource = التوقف عن قراءة مصدر: الرقم
command-pausesource = إيقاف مصدر مؤقتًا: الرقم
command-resumesource = متابعة مصدر: الرقم
command-vouch = تزكية مصدر ليُحتسب فورًا في التنبيهات
command-unvouch = سحب التزكية
command-testsource = معاينة عنوان أو مصدر دون تغيير شيء: العنوان أو الرقم
command-filtersource = أي مواد المصدر تُقرأ: الرقم
command-exportsources = كل المصادر في ملف
command-importsources = إضافة مصادر من ملف
command-setpublisher = تدوين ما يُعرف عن ناشر
command-stats = أرقام
command-broadcast = رسالة إلى كل الدردشات: النص
command-ban = عدم الرد على شخص أو دردشة: الرقم
command-unban = الرد عليهم من جديد: الرقم
command-admins = من يدير هذا البوت
command-audit = آخر ما فعله المشرفون
command-addadmin = تعيين شخص مشرفًا: الرقم
command-removeadmin = إلغاء مشرف: الرقم
ask-how = اسأل بالكلمات، مثلًا: <i>كم عدد الهجمات على القوات الأمريكية التي أُحصيت؟</i>
ask-other = لا أجيب إلا مما ورد في تقارير عن النزاعات المسلحة. اسألني مثلًا: <i>كم عدد الهجمات على القوات الأمريكية التي أُحصيت؟</i>
cut-short = انتهى الوقت قبل قراءة كل شيء. هذا ما كان جاهزًا.
answer-more = <b>المزيد عن هذا</b>
ask-too-long = اسأل في { $most } حرفًا على الأكثر.
link-found = قرأت هذا المقال:
link-site = لم أقرأ هذا المقال. أحدث ما لدي من { $site }:
link-unknown = ليس لدي شيء من هذا العنوان. لا أفتح الروابط بنفسي؛ /sources يعرض ما أقرؤه.
answer-none = لم أجد في مصادري ما يجيب عن هذا.
answer-none-sought = بحثتُ عن: { $names }
answer-none-since = بحثتُ في ما نُشر منذ { $first }.
answer-none-day = بحثتُ في ما نُشر يوم { $first }.
answer-none-days = بحثتُ في ما نُشر من { $first } إلى { $last }.
answer-none-unnamed = لا يذكر أيٌّ من أقرب التقارير إلى سؤالك: { $names }.
answer-none-seen = أحدث تقرير عندي يذكر { $name } بتاريخ { $day }.
answer-none-nearest = أقرب تقرير يتناول أمرًا آخر: { $title } ({ $who }، { $day }).
answer-none-before = لا أعرف عمّ تسأل: لم تسأل هنا شيئًا في نصف الساعة الأخيرة. اكتب ردًّا على أحد أجوبتي، أو اذكر مكانًا أو طرفًا أو تاريخًا.
answer-none-hint = لا أقول إلا ما يقوله مصدر. جرّب كلمات أخرى أو مكانًا أو تاريخًا، أو انظر /sources لما أقرؤه.
inline-none = لا نتائج
inline-none-hint = لا مصدر يجيب عن هذا. جرّب مكانًا أو تاريخًا.
draft = أبحث في التقارير…
answer-footing = { $origins ->
    [zero] <i>دون مصدر أصلي ({ $origins }). حتى { $at }، { $zone }.</i>
    [one] <i>من مصدر أصلي مستقل واحد. حتى { $at }، { $zone }.</i>
    [two] <i>من مصدرين أصليين مستقلين. حتى { $at }، { $zone }.</i>
    [few] <i>من { $origins } مصادر أصلية مستقلة. حتى { $at }، { $zone }.</i>
    [many] <i>من { $origins } مصدرًا أصليًا مستقلًا. حتى { $at }، { $zone }.</i>
   *[other] <i>من { $origins } مصدر أصلي مستقل. حتى { $at }، { $zone }.</i>
 }
sources-heading = <b>المصادر</b>
sources-disagree = <b>المصادر مختلفة</b> بشأن { $about }:
about-killed = عدد القتلى
about-wounded = عدد الجرحى
about-missing = عدد المفقودين
about-displaced = عدد النازحين
about-detained = عدد المحتجزين
about-captured = عدد الأسرى
about-arrested = عدد المعتقلين
about-evacuated = عدد من جرى إجلاؤهم
about-rescued = عدد من جرى إنقاذهم
about-released = عدد المفرج عنهم
count-changed = التغيّر ({ $about }): <b>{ $speaker }</b>: الآن { $latest }، وقبل ذلك { $earlier }.
gist = { $what } — { $original }
gist-said = { $who }: { $what }
gist-mentions = ورد ذكر: { $names }
gist-attack = هجوم
gist-capture = سيطرة
gist-release = إطلاق سراح
gist-shot-down = إسقاط: { $weapons }
gist-at-least = { $counted } على الأقل
gist-about = { $counted } تقريبًا
gist-up-to = { $counted } على الأكثر
gist-apart = { $counted } ({ $of })
gist-of-children = أطفال
gist-of-women = نساء
gist-of-civilians = مدنيون
gist-of-fighters = مقاتلون
gist-of-soldiers = جنود
gist-of-police = من الشرطة
gist-of-journalists = صحفيون
gist-killed = { $count ->
    [one] قتيل واحد
    [two] قتيلان
    [few] { $number } قتلى
    [many] { $number } قتيلًا
   *[other] { $number } قتيل
 }
gist-wounded = { $count ->
    [one] جريح واحد
    [two] جريحان
    [few] { $number } جرحى
    [many] { $number } جريحًا
   *[other] { $number } جريح
 }
gist-missing = { $count ->
    [one] مفقود واحد
    [two] مفقودان
    [few] { $number } مفقودين
    [many] { $number } مفقودًا
   *[other] { $number } مفقود
 }
gist-captured = { $count ->
    [one] أسير واحد
    [two] أسيران
    [few] { $number } أسرى
    [many] { $number } أسيرًا
   *[other] { $number } أسير
 }
gist-displaced = { $count ->
    [one] نازح واحد
    [two] نازحان
    [few] { $number } نازحين
    [many] { $number } نازحًا
   *[other] { $number } نازح
 }
gist-evacuated = { $count ->
    [one] إجلاء شخص واحد
    [two] إجلاء شخصين
    [few] إجلاء { $number } أشخاص
    [many] إجلاء { $number } شخصًا
   *[other] إجلاء { $number } شخص
 }
gist-rescued = { $count ->
    [one] إنقاذ شخص واحد
    [two] إنقاذ شخصين
    [few] إنقاذ { $number } أشخاص
    [many] إنقاذ { $number } شخصًا
   *[other] إنقاذ { $number } شخص
 }
gist-arrested = { $count ->
    [one] معتقل واحد
    [two] معتقلان
    [few] { $number } معتقلين
    [many] { $number } معتقلًا
   *[other] { $number } معتقل
 }
gist-released = { $count ->
    [one] الإفراج عن شخص واحد
    [two] الإفراج عن شخصين
    [few] الإفراج عن { $number } أشخاص
    [many] الإفراج عن { $number } شخصًا
   *[other] الإفراج عن { $number } شخص
 }
gist-drones = { $count ->
    [one] مسيّرة واحدة
    [two] مسيّرتان
    [few] { $number } مسيّرات
    [many] { $number } مسيّرة
   *[other] { $number } مسيّرة
 }
gist-missiles = { $count ->
    [one] صاروخ واحد
    [two] صاروخان
    [few] { $number } صواريخ
    [many] { $number } صاروخًا
   *[other] { $number } صاروخ
 }
gist-original = { $language ->
    [ar] الأصل بالعربية أدناه
    [en] الأصل بالإنجليزية أدناه
    [es] الأصل بالإسبانية أدناه
    [fr] الأصل بالفرنسية أدناه
    [he] الأصل بالعبرية أدناه
    [ru] الأصل بالروسية أدناه
    [uk] الأصل بالأوكرانية أدناه
   *[other] الأصل أدناه
 }
undated = دون تاريخ
carried-by = كما ينقله { $name }
carried-link = كما ينقله { $name }، ورابطه يقود إلى { $site }
part = <i>الجزء { $number } من { $total }</i>
button-turn = الجزء { $number }
small-talk = مرحبًا. اسألني عن نزاع مسلح، مثلًا: ماذا حدث في خان يونس أمس؟ /help يعرض ما أفعله غير ذلك.
words-small-talk = مرحبا, أهلا, أهلا وسهلا, السلام عليكم, السلام عليكم ورحمة الله وبركاته, سلام, وعليكم السلام, صباح الخير, مساء الخير, صباح النور, كيف حالك, كيف الحال, هاي, هل أنت هنا, كيفك, شلونك, كل عام وأنتم بخير
small-talk-farewell = مع السلامة. تستمر إحاطاتك كما ضبطتها.
words-farewell = مع السلامة, إلى اللقاء, تصبح على خير, تصبحون على خير, وداعا, باي, في أمان الله, أراك لاحقا, ليلة سعيدة, يومك سعيد, دمتم سالمين
small-talk-thanks = على الرحب والسعة. اسأل متى شئت.
words-thanks = شكرا, شكرا جزيلا, شكرا لك, شكرا كثيرا, شكرا لكم, ممتاز, حسنا, تمام, أحسنت, رائع, مشكور, يعطيك العافية, بارك الله فيك, جزاك الله خيرا, فهمت, نعم, لا, أوكي, جميل, ههه, هههه, عفوا, آسف, طيب, الحمد لله
words-about = من أنت, ما أنت, ما هذا, ماذا تفعل, ماذا تستطيع أن تفعل, كيف تعمل, كيف يعمل هذا, عما أسأل, مساعدة, ساعدني, القائمة, هل أنت إنسان, هل أنت بشر, هل أنت روبوت, هل أنت بوت, هل أنت حقيقي, من صنعك, ما اسمك, من برمجك, كم عمرك, من يديرك, ما هي مصادرك, ما مصادرك, من أين معلوماتك, هل يمكنك مساعدتي, هل تتكلم العربية, هل هذا مجاني, ماذا تعرف عني, عرفني بنفسك, كيف أستخدمك, ما هذا البوت, أحتاج مساعدة, لا أفهم, لم أفهم, تجربة, من أنتم, ماذا يمكنك أن تفعل, هل تحفظ رسائلي, هل تخزن رسائلي
words-stop = توقف, قف, إلغاء, إلغاء الاشتراك, ألغ الاشتراك, ألغِ اشتراكي, أوقف الرسائل, توقف عن الإرسال, لا ترسل لي, لا أريد رسائل, كفى, أوقف الإحاطة, أريد إلغاء الاشتراك, لا ترسل لي شيئا, اتركني, إيقاف, أوقف الإحاطات, بس, كفى, يكفي
words-forget = احذف بياناتي, امسح بياناتي, احذف كل بياناتي, انسني, احذف حسابي, امسح كل شيء, احذف كل شيء عني, أريد حذف بياناتي, احذف معلوماتي, امسح سجلي
words-export = صدّر بياناتي, أرني بياناتي, أرسل لي بياناتي, ماذا تحفظ عني
words-subscribe = اشترك, اشتراك, أريد الاشتراك, أرسل لي إحاطة كل صباح, أرسل لي الأخبار كل يوم, أخبار يومية, أريد إحاطة يومية, أرسل لي الأخبار كل صباح, سجلني, أرسل لي إحاطة كل يوم
words-language = غيّر اللغة, تغيير اللغة, اللغة, تكلم بالعربية, بالعربية, بالعربي, عربي, العربية, أريد العربية, لغة أخرى, حدثني بالعربية, تحدث بالعربية, غير اللغة إلى العربية
words-settings = الإعدادات, إعداداتي, خيارات, تغيير الإعدادات, اشتراكاتي, ما اشتراكاتي, ما هي اشتراكاتي, أظهر اشتراكاتي, متى الموجز القادم
words-brief = أخبار, الأخبار, آخر الأخبار, إحاطة, ما الجديد, ماذا حدث اليوم, عناوين, ما الأخبار, أخبار اليوم, ماذا يحدث
words-nothing = اممم, ممم
words-polite = من, فضلك, رجاء, لو, سمحت, عزيزي, أخي, يا, صديقي, جميعا, الآن, بوت, جدا, و, لك, الله, والرحمة, ورحمة, وبركاته, على, المساعدة, اليوم
words-asking = ما, ماذا, متى, أين, من, لماذا, كيف, هل, كم
too-many-questions = سألت كثيرًا في هذه الساعة. تابع بعد قليل.
flooding = ترسل أكثر مما أستطيع قراءته. أتابع القراءة بعد دقيقة.
button-judge = هل أفادك هذا؟
judge-ask = كيف كان؟ «أبلغ» لما هو خطأ: سينظر فيه المشرفون.
button-good = مفيد
button-bad = غير مفيد
button-report = إبلاغ
thanks = شكرًا.
reported = شكرًا. سينظر فيه المشرفون. يرون السؤال والجواب، لا اسمك.
report-nothing = لم أجبك هنا مؤخرًا، فلا شيء للإبلاغ عنه.
report-notice = أبلغ قارئ عن { $about }.
button-reported = افتحه
reported-question = <b>السؤال:</b> { $question }
passage-gone = لم أعد أحتفظ بذلك الجواب. اسأل من جديد.
passage-headline = لم يمكن إلا قراءة عنوانه.
passage-teaser = لم يمكن إلا قراءة ما يقوله المصدر عنه، لا المقال كله.
passage-revised = تغيّر المقال منذ ذلك الحين. هذا هو النص الذي استُشهد به.
passage-stored = محفوظ كما قُرئ في { $at }: النسخة { $number }، ⁨SHA-256⁩ { $digest }…
passage-modified = غيّره ناشره في { $at }.
passage-changed = قبلًا: «{ $before }» الآن: «{ $after }»
passage-added = جديد: «{ $after }»
passage-removed = حُذف: «{ $before }»
passage-more = وجمل أخرى عددها: { $count }
button-copy = انسخ الاقتباس
briefing-heading = <b>إحاطة</b>، من { $since } إلى { $until }، { $zone }
briefing-topics = المواضيع: { $topics }
briefing-late = هذه الإحاطة متأخرة.
briefing-delayed = تأخّر الإرسال: أُعدّت هذه الإحاطة في { $at }.
missed-skipped = لم تُعدّ إحاطة في { $day }: لم أكن أعمل.
missed-undelivered = تعذّر تسليم إحاطة { $day }.
briefing-quiet = { $sources ->
    [0] لم يُقرأ أي مقال في هذه المدة.
    [one] لا أخبار: قُرئ مصدر واحد ولم ينشر شيئًا عن هذا.
    [two] لا أخبار: قُرئ مصدران ولم ينشرا شيئًا عن هذا.
    [few] لا أخبار: قُرئت { $sources } مصادر ولم تنشر شيئًا عن هذا.
    [many] لا أخبار: قُرئ { $sources } مصدرًا ولم تنشر شيئًا عن هذا.
   *[other] لا أخبار: قُرئ { $sources } مصدر ولم تنشر شيئًا عن هذا.
 }
briefing-quiet-here = لا أخبار: لم يُنشر شيء عن هذا في هذه المدة.
briefing-quiet-topics = <b>لا جديد</b> عن: { $topics }
briefing-healthy = { $sources ->
    [zero] لا مصادر لقراءتها ({ $sources }).
    [one] أمكنت قراءة مصدري الوحيد.
    [two] أمكنت قراءة المصدرين.
    [few] أمكنت قراءة المصادر كلها، وعددها { $sources }.
    [many] أمكنت قراءة المصادر كلها، وعددها { $sources }.
   *[other] أمكنت قراءة المصادر كلها، وعددها { $sources }.
 }
briefing-failing = تعذّرت قراءة هذه المصادر، فقد ينقص شيء: { $sources }
briefing-failing-more = تعذّرت قراءة هذه المصادر، فقد ينقص شيء: { $sources } و{ $more } غيرها
briefing-newest-day = لم يُقرأ ما هو أحدث: هذا اليوم المنتهي في { $at }.
section-new = جديد
section-developing = متواصل
story-opposed = تنشره منابر من طرفين متعارضين
change-figure = <b>رقم جديد:</b> { $said }
change-denial = <b>نفي:</b> { $said }
change-correction = <b>تصحيح:</b> { $said }
change-before = قيل لك من قبل: { $before }
correction-corrected = <b>تصحيح</b> من { $publisher }، لوحظ { $at }: يقول الآن { $after }. قيل لك { $before }: «{ $told }»
correction-edited = <b>تغيير بلا إشارة</b> من { $publisher }، لوحظ { $at }: يقول الآن { $after }. قيل لك { $before }: «{ $told }»
correction-dropped = <b>لم يعد مذكورًا</b> لدى { $publisher }، لوحظ { $at }: حُذفت الجملة التي ذكرت { $before }. قيل لك: «{ $told }»
correction-withdrawn = <b>سُحب</b> من { $publisher }، لوحظ { $at }: المقال الذي قال «{ $told }» لم يعد موجودًا.
briefing-more = { $count ->
    [zero] لم تُترك أي قصة ({ $count }).
    [one] تُركت قصة واحدة أقل أهمية.
    [two] تُركت قصتان أقل أهمية.
    [few] تُركت { $count } قصص أقل أهمية.
    [many] تُركت { $count } قصة أقل أهمية.
   *[other] تُركت { $count } قصة أقل أهمية.
 }
briefing-unchanged = { $count ->
    [zero] لا قصص دون جديد ({ $count }).
    [one] قصة واحدة تعرفها ليس فيها جديد.
    [two] قصتان تعرفهما ليس فيهما جديد.
    [few] { $count } قصص تعرفها ليس فيها جديد.
    [many] { $count } قصة تعرفها ليس فيها جديد.
   *[other] { $count } قصة تعرفها ليس فيها جديد.
 }
story-outlets = { $outlets ->
    [zero] دون منبر ({ $outlets })
    [one] منبر واحد
    [two] منبران
    [few] { $outlets } منابر
    [many] { $outlets } منبرًا
   *[other] { $outlets } منبر
 }
story-origins = { $origins ->
    [zero] دون مصدر أصلي ({ $origins })
    [one] مصدر أصلي مستقل واحد
    [two] مصدران أصليان مستقلان
    [few] { $origins } مصادر أصلية مستقلة
    [many] { $origins } مصدرًا أصليًا مستقلًا
   *[other] { $origins } مصدر أصلي مستقل
 }
view-how = أرسل موضوعًا مع الأمر، مثل { $example }
view-nothing = لم أجد قصة عن ذلك. جرّب مكانًا أو اسمًا.
compare-heading = <b>كيف تصوغه المنابر.</b> الكلمات المنحازة بخط عريض.
figures-heading = <b>الحصائل كما وردت،</b> الأحدث أولًا. لا تُجمع.
timeline-heading = <b>يومًا بيوم</b>، الأقدم أولًا.
figures-picture = كل نقطة هي ما ذكره مصدر واحد. لا يُجمع شيء.
figures-others = مصادر أخرى
figures-caption = الأمر نفسه في صورة، ونقاط كل مصدر على حدة.
figures-range = { $what }: من { $low } إلى { $high }
figures-single = { $what }: { $value }
outcome-killed = قتلى
outcome-wounded = جرحى
outcome-missing = مفقودون
outcome-displaced = نازحون
outcome-detained = محتجزون
outcome-captured = أسرى
outcome-arrested = معتقلون
outcome-evacuated = جرى إجلاؤهم
outcome-rescued = جرى إنقاذهم
outcome-released = مفرج عنهم
picture-reports = التقارير في اليوم
picture-reports-note = كل عمود 24 ساعة حتى { $time }.
picture-usual-note = الخط المتقطع: المعتاد، متوسط 8 أسابيع قبلها.
picture-usual = المعتاد: { $count }
picture-map = أين وقعت الأحداث
picture-map-note = النقاط الخافتة: قصص أخرى من الأسبوعين. الأرقام المفرغة: مناطق بأكملها.
overview-caption = التقارير في اليوم خلال أسبوعين، وأين وقعت الأحداث؛ الأرقام أرقام القصص.
overview-theatre = <b>{ $place }</b>، التقارير في هذه الساعات الـ24: { $count }، والمعتاد { $usual }
overview-theatre-new = <b>{ $place }</b>، التقارير في هذه الساعات الـ24: { $count }
overview-places = على الخريطة: { $places }
page-title = إحاطة { $day }
page-quotes = الاقتباسات في سياقها
button-evidence = الأدلة في صفحة
page-private = يستطيع كل من لديه هذا العنوان قراءة هذه الصفحة. ليست في أي قائمة ولا محرك بحث؛ يحذفها /forget في المحادثة.
page-gone = لا توجد صفحة كهذه. ربما حُذفت.
page-articles = { $count ->
    [zero] المقالات: { $count }
    [one] مقال واحد
    [two] مقالان
    [few] كل المقالات: { $count }
    [many] كل المقالات: { $count }
   *[other] كل المقالات: { $count }
 }
subscribed = ستصلك إحاطة { $what }.
subscribed-hint = لمتابعة مواضيع بعينها اذكرها بعد المدينة: <code>/subscribe 07:00 بغداد غزة، البحر الأحمر</code>
subscription-line = { $days } الساعة { $time }، { $zone }، عن { $topics }
days-all = كل يوم
days-weekdays = من الإثنين إلى الجمعة
days-weekends = السبت والأحد
days-some = كل أسبوع ({ $days })
days-but = كل يوم ما عدا { $day }
subscribe-unclear = في أي ساعة، وأين تعيش؟ اكتب مثلًا: ⁨7:30⁩ بغداد، أو: بغداد، أيام العمل الساعة ⁨8⁩. ويمكن أن تتبعها مواضيع.
topics-all = كل شيء
topics-too-many = اذكر 10 مواضيع على الأكثر، كل منها 100 حرف على الأكثر، تفصل بينها فواصل.
next-briefing = التالية: { $at }
paused-chat = لم يصل شيء إلى هنا منذ { $since }: { $why }. إن كنت تقرأ هذا فقد استؤنف الآن.
paused-topic = متوقف منذ { $since }: { $why }. سأحاول مجددًا في { $at }.
paused-topic-now = متوقف منذ { $since }: { $why }. سأحاول مجددًا مع الإحاطة القادمة.
paused-your-chat = مجموعة أو قناة أعددت لها إحاطات لا يمكن الكتابة إليها: { $why }. أحاول من حين إلى آخر، وحين يصل شيء يستمر الأمر.
settings-heading = <b>إعدادات هذه الدردشة</b>
settings-zone = المنطقة الزمنية: { $zone }
settings-language = اللغة: { $language }
settings-pictures-on = الصور: مفعّلة
settings-pictures-off = الصور: متوقفة
settings-briefings = الاشتراكات: { $count }
button-pictures-on = تفعيل الصور
button-pictures-off = إيقاف الصور
button-settings = كل الإعدادات
button-page-zone = المنطقة الزمنية
button-page-language = اللغة
button-page-hour = اشتراك جديد
button-page-briefings = الاشتراكات
zone-ask = على توقيت أي مدينة تعيش؟ اضغطها، أو اكتب مدينتك.
zone-again = لا أعرف هذه المدينة. أرسل مدينة أكبر قريبة منك، أو منطقة مثل ⁨Asia/Baghdad⁩، أو ⁨+03:00⁩.
button-place = حيث أنا الآن
button-share-place = مشاركة مكاني
place-ask = اضغط الزر في الأسفل لتشارك مكانك مرة واحدة. آخذ منه المنطقة الزمنية ولا أحتفظ بشيء غيرها.
place-thanks = شكرًا. لم أحتفظ بمكانك.
place-clocks = كم الساعة حيث أنت؟
button-other-zone = وقت آخر
zone-meant = أم قصدت توقيت مدينة؟
button-meant = نعم، { $zone }
topics-ask = عن ماذا؟ اضغط ما يهمك، أو اكتب مواضيع تفصل بينها فواصل: مستشفيات حلب، البحر الأحمر. أو اترك كل شيء.
button-topics-all = كل شيء
button-topics-done = هذا كل شيء
language-ask = بأي لغة أتكلم؟ تبقى الاقتباسات بلغة مصدرها.
hour-ask =
    في أي ساعة أرسل إحاطة؟

    اضغط واحدة أو اكتبها: ⁨6:30⁩، أيام العمل الساعة ⁨8⁩، كل جمعة الساعة ⁨18:00⁩. ويمكن أن تتبعها المدينة والمواضيع: ⁨6:30⁩ بغداد غزة، البحر الأحمر
hour-offer = إحاطة كل يوم الساعة { $time }؟
zone-assumed = لا أعرف منطقتك الزمنية وأفترض { $zone }. لتغييرها اكتب مدينتك.
subscriptions-heading = <b>اشتراكاتك</b>
subscriptions-none = لا اشتراكات في هذه الدردشة. لتصلك إحاطة كل صباح أرسل مثلًا /subscribe 07:00 بغداد
button-end = إيقاف رقم { $number }
unsubscribed = { $count ->
    [zero] لم يُوقف شيء ({ $count }):
    [one] أُوقف. لن تصلك هذه الإحاطة بعد الآن:
    [two] أُوقفتا. لن تصلك هاتان الإحاطتان بعد الآن:
    [few] أُوقفت. لن تصلك هذه الإحاطات بعد الآن:
    [many] أُوقفت. لن تصلك هذه الإحاطات بعد الآن:
   *[other] أُوقفت. لن تصلك هذه الإحاطات بعد الآن:
 }
unsubscribed-notice = أُوقف.
word-all = الكل
zone-shown = منطقتك الزمنية { $zone }، والوقت فيها { $now }. لتغييرها أرسل /timezone مع مدينة، مثل /timezone بغداد
zone-unset = لا أعرف منطقتك الزمنية وأستعمل { $zone }، والوقت فيها { $now }. لتحديدها أرسل /timezone مع مدينة، مثل /timezone بغداد
zone-set = منطقتك الزمنية الآن { $zone }، والوقت فيها { $now }.
zone-moved = { $count ->
    [zero] لا اشتراكات لتغييرها ({ $count }).
    [one] يحتفظ اشتراكك بساعته في المنطقة الجديدة.
    [two] يحتفظ اشتراكاك بساعتيهما في المنطقة الجديدة.
    [few] تحتفظ اشتراكاتك الـ{ $count } بساعاتها في المنطقة الجديدة.
    [many] تحتفظ اشتراكاتك الـ{ $count } بساعاتها في المنطقة الجديدة.
   *[other] تحتفظ اشتراكاتك الـ{ $count } بساعاتها في المنطقة الجديدة.
 }
travel-ask = منطقتك الزمنية الآن { $zone }. متى تصلك إحاطاتك؟
button-local-hour = { $time } بتوقيت مكاني
button-home-hour = كما كانت، هنا { $time }
follow-done = تُتابَع: { $topics }. تبدأ بذلك إحاطات هذه الدردشة، وتقول حين لا جديد فيه.
follow-no-briefing = لا تصل هذه الدردشة إحاطات بعد. لتصلها كل صباح أرسل مثلًا /subscribe 07:00 بغداد
follow-none = لا تتابع هذه الدردشة أي موضوع. أرسل المواضيع مع الأمر، تفصل بينها فواصل: /follow مستشفيات حلب، البحر الأحمر
follow-heading = <b>المواضيع المتابَعة</b>
button-unfollow = إيقاف: { $topic }
unfollow-done = لم تعد تُتابَع: { $topics }
hide-done = يُتجاهل هنا من الآن: { $name }. /hide يعرض ما يُتجاهل.
hide-unknown = ليس لدي مقال من وسيلة بهذا الاسم. /sources يعرض ما أقرؤه.
hide-none = لا تُتجاهل هنا أي وسيلة. لتجاهل واحدة أرسل اسمها: <code>/hide Rafidain Voice</code>
hide-heading = <b>يُتجاهل هنا</b>
button-unhide = أظهر مجددًا: { $name }
hidden-outlets = { $count ->
    [zero] <i>وسائل مخفية هنا: { $count }.</i>
    [one] <i>وسيلة واحدة مخفية هنا.</i>
    [two] <i>وسيلتان مخفيتان هنا.</i>
    [few] <i>{ $count } وسائل مخفية هنا.</i>
    [many] <i>{ $count } وسيلة مخفية هنا.</i>
   *[other] <i>{ $count } وسيلة مخفية هنا.</i>
 }
watch-heading = <b>إخبار فوري</b>
watch-none = لا شيء يُراقَب هنا. لتُخبَر فورًا أرسل مثلًا /watch drones near Erbil
watch-how = أرسل موضوعًا، وقبله إن شئت عدد المصادر الأصلية المستقلة من 1 إلى 20: /watch 3 drones near Erbil
watch-done = { $origins ->
    [zero] يُراقَب: { $topic }. أكتب حالما يُنشر عنه ({ $origins }).
    [one] يُراقَب: { $topic }. أكتب حالما ينشر عنه مصدر أصلي واحد.
    [two] يُراقَب: { $topic }. أكتب حالما ينشر عنه مصدران أصليان مستقلان.
    [few] يُراقَب: { $topic }. أكتب حالما تنشر عنه { $origins } مصادر أصلية مستقلة.
    [many] يُراقَب: { $topic }. أكتب حالما ينشر عنه { $origins } مصدرًا أصليًا مستقلًا.
   *[other] يُراقَب: { $topic }. أكتب حالما ينشر عنه { $origins } مصدر أصلي مستقل.
 }
watch-line = { $origins ->
    [zero] { $topic } ({ $origins })
    [one] { $topic }، من مصدر أصلي واحد فأكثر
    [two] { $topic }، من مصدرين أصليين مستقلين فأكثر
    [few] { $topic }، من { $origins } مصادر أصلية مستقلة فأكثر
    [many] { $topic }، من { $origins } مصدرًا أصليًا مستقلًا فأكثر
   *[other] { $topic }، من { $origins } مصدر أصلي مستقل فأكثر
 }
watch-hint = لكل قصة رسالة واحدة أعدّلها مع تطورها. { $most } تنبيهات في اليوم على الأكثر. مع /quiet 23:00 7:00 تنتظر ليلًا.
unwatch-done = لم يعد يُراقَب: { $topic }
quiet-none = تصل التنبيهات في أي ساعة.
quiet-set = من { $start } إلى { $end }، { $zone }، تنتظر التنبيهات.
quiet-how = لتنتظر التنبيهات ليلًا أرسل /quiet 23:00 7:00. ولإلغاء ذلك أرسل /quiet off
word-off = إيقاف
alert-heading = <b>تنبيه</b> عن { $topic }
alert-updated = حُدِّث { $at }.
alert-last = هذا آخر تنبيه اليوم. الباقي في الإحاطة التالية.
button-story = القصة { $number }
button-mute = كتم هذه القصة
muted-notice = كُتمت. القائمة في /muted
muted-heading = <b>القصص المكتومة</b>
muted-none = لا قصص مكتومة. الأزرار تحت الإحاطة تفتح القصة، وهناك يمكن كتمها.
button-unmute = إعادة الرقم { $number }
unmuted-notice = تعود هذه القصة إلى الإحاطات.
forgotten = تم. لم أعد أحتفظ بشيء عن هذه الدردشة: لا اشتراكات ولا أسئلة ولا إعدادات. تبقى الرسائل أعلاه في تيليغرام إلى أن تحذفها.
forget-ask = أأحذف كل ما أحتفظ به عن هذه الدردشة: الاشتراكات والمواضيع والأسئلة والإعدادات؟ لا يمكن التراجع عن ذلك.
exported = كل ما أحفظه عنك في هذا الملف.
exported-privately = أرسلته إليك على الخاص.
export-start-first = لا أستطيع مراسلتك على الخاص بعد. افتح محادثة معي واضغط «ابدأ» ثم أرسل /export هناك.
privacy =
    أحفظ ما ضبطته هنا، وأسئلتك الأخيرة لمدة ⁨90⁩ يومًا، وملاحظاتك. لا يُكتب أي سؤال أو اسم في السجل. لا أحفظ مكانًا تشاركه، بل منطقته الزمنية فقط.

    /export - كل ما أحفظه عنك، في ملف
    /forget - إزالته
sources-none = لا أقرأ أي مصدر بعد.
sources-on = عن { $topic }
sources-topics = لا مصدر مصنّفًا تحت هذا الموضوع. الموضوعات هي: { $topics }
sources-no-topics = لا مصادر مصنّفة بحسب الموضوع. يعرض /sources جميعها.
sources-none-admin = لإضافة مصدر أرسل مثلًا /addsource https://example.org/feed.xml
sources-list = { $count ->
    [zero] <b>لا أقرأ مصادر ({ $count })</b>
    [one] <b>أقرأ مصدرًا واحدًا</b>
    [two] <b>أقرأ مصدرين</b>
    [few] <b>أقرأ { $count } مصادر</b>
    [many] <b>أقرأ { $count } مصدرًا</b>
   *[other] <b>أقرأ { $count } مصدر</b>
 }
sources-corpus = { $articles ->
    [zero] لا مقالات مفهرسة ({ $articles }).
    [one] مقال واحد مفهرس.
    [two] مقالان مفهرسان.
    [few] { $articles } مقالات مفهرسة.
    [many] { $articles } مقالًا مفهرسًا.
   *[other] { $articles } مقال مفهرس.
 }
source-line = { $name } ({ $kind })
source-line-admin = { $id }. { $name } ({ $kind }): { $url }
source-kind-feed = خلاصة
source-kind-page = صفحة
source-kind-channel = قناة
source-kind-sitemap = خريطة موقع
source-kind-section = صفحة قسم
source-kind-article = مقال
source-state-ok = قُرئ { $at }
source-state-new = لم يُقرأ بعد
source-state-paused = متوقف مؤقتًا
source-state-quiet = لا جديد منذ { $at }
source-usual = ؛ اليوم { $today }، وعادةً { $usual } في اليوم
source-state-failing = متعطل: { $why }
addsource-how = أرسل العنوان مع الأمر: /addsource https://example.org/feed.xml
addsource-found = <b>{ $name }</b>، { $kind } في { $url }
addsource-newest = أحدث المواد:
addsource-none = لا مواد فيه الآن.
addsource-rate = { $count ->
    [zero] لا مواد في اليوم تقريبًا ({ $count }).
    [one] نحو مادة واحدة في اليوم.
    [two] نحو مادتين في اليوم.
    [few] نحو { $count } مواد في اليوم.
    [many] نحو { $count } مادة في اليوم.
   *[other] نحو { $count } مادة في اليوم.
 }
addsource-rate-week = { $count ->
    [zero] لا مواد في الأسبوع تقريبًا ({ $count }).
    [one] نحو مادة واحدة في الأسبوع.
    [two] نحو مادتين في الأسبوع.
    [few] نحو { $count } مواد في الأسبوع.
    [many] نحو { $count } مادة في الأسبوع.
   *[other] نحو { $count } مادة في الأسبوع.
 }
addsource-rate-rare = أقل من مادة في الأسبوع.
addsource-summaries = يقدّم ملخصات فقط، وأقرأ المقالات في صفحاتها.
addsource-full = يعطي المقالات كاملة.
addsource-language = اللغة: { $language }
testsource-how = أرسل العنوان معه: /testsource https://example.org/feed.xml
addsource-offers = يقدّم الموقع هذه وهي أسهل قراءة. أيها أضيف؟
addsource-not = لا أستطيع قراءة هذا كمصدر.
addsource-ask = هل أقرؤه من الآن فصاعدًا؟
button-confirm = نعم، أضفه
button-offer = { $kind }: { $title }
button-cancel = لا تضف شيئًا
addsource-done = أُضيف برقم { $id }: { $name }. تظهر مقالاته خلال دقائق.
addsource-gone = سبق البت في ذلك أو مضى عليه وقت طويل. أرسل /addsource من جديد.
addsource-known = أقرأ هذا بالفعل: الرقم { $id }، { $name }.
addsource-cancelled = لم يُضف.
source-which = أرسل الرقم مع الأمر، مثل { $example }. الأرقام في /sources.
button-yes = نعم
button-no = لا
left-as-it-is = لم يتغير شيء.
source-remove-ask = أأتوقف عن قراءة الرقم { $id }، { $name }، على { $url }؟ تبقى مقالاته.
source-removed = حُذف: { $name }. تبقى مقالاته.
source-paused = متوقف مؤقتًا: { $name }. يتابعه /resumesource { $id }.
source-resumed = يُقرأ { $name } من جديد.
vouch-how = أي مصدر؟ تقارير موقع أعرفه منذ أقل من { $days } أيام لا تُحتسب في التنبيهات (/watch). الأمر /vouch 3 يزكّي المصدر رقم 3 فتُحتسب فورًا، والأمر /vouch 3 example.org يقول أيضًا إن هذا الموقع للمؤسسة نفسها.
vouched = جرت تزكية { $name }. تُحتسب تقاريره في التنبيهات (/watch) فورًا، لا ابتداءً من { $day }. يتحدث باسم: { $sites }.
vouched-counted = جرت تزكية { $name }. كانت تقاريره تُحتسب في التنبيهات (/watch) من قبل. يتحدث باسم: { $sites }.
unvouched = لم يعد { $name } مزكّى.
filtersource-how = أرسل رقم المصدر، ثم ما يُبقى أو يُترك، كلٌّ في سطر:
    /filtersource 3
    keep: Kharkiv, Sumy
    drop: football
    topics: Ukraine
    السطر الخالي من الكلمات ينهي ذلك المرشح.
filtersource-now = من الآن، من { $name }:
filter-topics = المواضيع: { $words }
filter-keep = يُبقى: { $words }
filter-drop = يُترك: { $words }
exportsources-done = { $count ->
    [one] مصدر واحد، في قائمة تفهمها قارئات الخلاصات.
   *[other] { $count } من المصادر، في قائمة تفهمها قارئات الخلاصات.
 }
importsources-how = أرسل لي الملف: ينتهي اسمه بـ ⁨.opml⁩ أو ⁨.xml⁩.
importsources-done = أُضيف: { $count }. معروف من قبل: { $known }. أفحص كلًّا منها عند قراءته أول مرة.
publishers-which = أرسل اسمًا معه، مثل أحد هذه: /publisher الاسم
publishers-line = { $name }
setpublisher-how = أرسل اسم الناشر، ثم ما يُعرف عنه، كلٌّ في سطر:
    /setpublisher Rafidain Voice
    country: Iraq
    state-run: no
    الحقول: { $fields }. القيمة ⁨unknown⁩ تلغي الحقل.
profile-line = { $field }: { $value }
profile-country = البلد
profile-language = اللغة
profile-ownership = المالك
profile-leaning = التوجه
profile-state-run = تديره الدولة
profile-yes = نعم
profile-no = لا
profile-unknown = غير معروف
profile-whose = دوّن هذا مشرفو البوت، ولا شيء منه تخمين.
profile-ask = <b>{ $name }</b>: ما { $field }؟ اختر ما تعلم أنه صحيح، أو اكتبه:
    /setpublisher { $name }
    { $field }: …
source-event = عن مصدر: { $said }
source-event-died = تعذّرت قراءة { $name } (محاولات فاشلة متتالية: { $failures }). { $why }
source-event-gone = لم يعد { $name } موجودًا، ولم أعد أقرؤه. { $why }
source-event-recovered = عاد { $name } إلى العمل.
source-event-quiet = لم يأتِ { $name } بجديد منذ { $since }.
source-event-returned = عاد { $name } يأتي بأخبار.
source-event-language = صار { $name } يكتب بلغة أخرى: { $language }، وكانت { $before }.
source-event-moved = انتقل { $name } نهائيًا إلى موقع آخر. عنوانه الجديد، إن كنت تثق به: { $url }
source-event-flood = صار { $name } يعرض فجأة مواد جديدة عددها { $count }. أقرؤها شيئًا فشيئًا، وقد يستحق الأمر نظرة.
source-event-quota = جلب { $name } كل ما يجوز لمصدر في اليوم (المقالات: { $count }، أو نصوصها). والبقية تنتظر.
source-event-long = عدد المواد في { $name }: { $count }. أقرأ منها أول { $read }.
source-event-partial = من مواد { $name } الجديدة وعددها { $read } حُفظ بالعنوان أو الملخص وحده: { $count }، إذ تعذّرت قراءة صفحاتها.
source-event-dropped = من مواد { $name } الجديدة وعددها { $read } لم يثمر شيئًا: { $count }، فلا نص فيها وتعذّرت قراءة صفحاتها.
source-event-gap = بين قراءتين لـ{ $name } ضاعت رسائل لم تعد معروضة (نحو { $count }).
source-event-degraded = خلاصة { $name } معيبة الصياغة. أقرأ منها ما يمكن قراءته.
source-event-withdrawn = سحب { $name } مقالًا كنت قد نقلت عنه: { $url } عدد المحادثات التي نُقل إليها وستُبلَّغ بذلك: { $chats }
source-degraded = معيب الصياغة، يُقرأ منه ما يمكن
why-connect = يتعذّر الوصول إلى الموقع.
why-timeout = يستغرق الموقع وقتًا طويلًا في الرد.
why-incomplete = يقطع الموقع ردّه قبل تمامه.
why-unavailable = الموقع غير متاح حاليًا.
why-rate-limited = يطلب الموقع أن أعود لاحقًا.
why-http-error = يردّ الموقع برسالة خطأ.
why-forbidden = لا يسمح لي الموقع بالقراءة.
why-robots = يطلب ملف robots.txt في الموقع ألا أقرأ ذلك.
why-not-found = لم يعد هناك شيء على عنوانه.
why-gone = يقول الموقع إن العنوان أُزيل نهائيًا.
why-tls = يتعذّر الاتصال الآمن بالموقع؛ قد تكون شهادته خاطئة أو منتهية.
why-redirects = يحيلني الموقع بطريقة لا أتبعها.
why-too-heavy = ما على عنوانه أكبر أو أثقل من أن يُقرأ.
why-not-a-feed = ما على عنوانه الآن لا يسرد مقالات.
why-private-address = يقود عنوانه إلى شبكة خاصة.
why-internal = هذا خطأ مني، وقد سُجّل.
doubt-lookalike = في اسم الموقع حروف تشبه غيرها. تحقّق من أنه الموقع المقصود.
doubt-improper-name = اسم الموقع ليس اسمًا دوليًا سليمًا. تحقّق ممن أرسله.
doubt-encoding-guessed = لا تذكر الخلاصة ترميز حروفها ذكرًا صحيحًا. قد تظهر في نصوصها حروف خاطئة.
doubt-badly-made = الخلاصة معيبة الصياغة. أقرأ منها ما يمكن قراءته.
button-moved = القراءة من هناك
source-moved = يُقرأ { $name } من { $url } من الآن.
source-moved-gone = تقرر ذلك من قبل، أو لم يعد المصدر موجودًا.
broadcast-how = أرسل النص مع الأمر: /broadcast ينتقل البوت إلى عنوان جديد يوم الاثنين.
broadcast-too-long = هذا أطول من رسالة واحدة.
broadcast-preview = هذا ما سيصل إلى كل دردشة:
broadcast-gone = لم تعد تلك المسودة موجودة. أرسل /broadcast من جديد.
broadcast-queued = { $count ->
    [zero] لا دردشات لإرسالها إليها ({ $count }).
    [one] في طريقها إلى دردشة واحدة.
    [two] في طريقها إلى دردشتين.
    [few] في طريقها إلى { $count } دردشات.
    [many] في طريقها إلى { $count } دردشة.
   *[other] في طريقها إلى { $count } دردشة.
 }
broadcast-discarded = لم تُرسل.
button-send = أرسل إلى { $count }
button-discard = لا ترسل
stats-heading = <b>أرقام</b>
stats-sources = المصادر: { $count }
stats-articles = المقالات: { $count }
stats-passages = المقاطع: { $count }
stats-pending = مقالات تنتظر الفهرسة: { $count }
stats-behind = الفهرسة متأخرة: مقال ينتظر منذ { $at }
stats-set-aside = مقالات نُحّيت جانبًا لتعذّر فهرستها: { $count }
stats-too-slow = مقالات نُحّيت جانبًا لأن الإجابات استغرقت معها وقتًا أطول من اللازم: { $count }
stats-aside = • { $title } ({ $who })
stats-stories = القصص: { $count }
stats-newest = أحدث مقال: { $at }
stats-chats = الدردشات: { $count }
stats-subscriptions = الاشتراكات في الإحاطات: { $count }
stats-questions = الأسئلة المحفوظة: { $count }
stats-verdicts = الآراء: { $good } مفيد، { $bad } غير مفيد، { $report } بلاغ
stats-deliveries = الإرسال، { $state }: { $count }
stats-paused = محادثات لا يمكن الكتابة إليها: { $reasons }. تُعاد المحاولة معها من حين إلى آخر.
stats-paused-one = { $why } { $count }
stats-paused-topics = مواضيع منتديات لا يمكن الكتابة فيها: { $count }
pause-blocked = البوت محظور
pause-deactivated = الحساب أو المجموعة مغلقة
pause-kicked = البوت ليس عضوًا
pause-never-started = لم يبدأ الشخص البوت
pause-chat-not-found = تيليغرام لا يجد المحادثة
pause-no-rights = لا يحق للبوت الكتابة هناك
pause-banned-there = البوت محظور هناك
pause-moved-away = انتقلت المجموعة
pause-forbidden = تيليغرام يمنع ذلك
pause-banned = محظور من مشرف
pause-topic-closed = الموضوع مغلق
delivery-pending = تنتظر
delivery-sending = في الطريق
delivery-sent = أُرسلت
delivery-dead = رفضها تيليغرام
delivery-blocked = الدردشة غائبة
delivery-unknown = لا يُعرف هل وصلت
delivery-expired = فات أوان إرسالها
delivery-cancelled = أُلغيت
usage-heading = الأسبوعان الأخيران
usage-line = { $what }: { $items }
usage-questions = الأسئلة في اليوم
usage-answered = أُجيب { $count }
usage-abstained = لا مصدر يجيب { $count }
usage-deliveries = الإحاطات والتنبيهات في اليوم
usage-sent = أُرسل { $count }
usage-failed = لم يصل { $count }
usage-sources = المصادر الآن
usage-source-ok = سليمة { $count }
usage-source-quiet = صامتة { $count }
usage-source-failing = متعطلة { $count }
usage-source-new = لم تُقرأ بعد { $count }
usage-source-paused = موقوفة { $count }
usage-waits = الإجابات بحسب ثوانيها
usage-within-half = استغرق نصف الإجابات { $seconds } ثانية على الأكثر.
usage-beyond-half = استغرق أكثر من نصف الإجابات أطول من { $seconds } ثانية.
usage-within-most = واستغرق 95 من كل 100 منها { $seconds } ثانية على الأكثر.
usage-beyond-most = واستغرق أكثر من 5 من كل 100 منها أطول من { $seconds } ثانية.
usage-unreadable = رسائل من تيليغرام لم أستطع قراءتها وتخطيتها: { $count }

## المشرفون والحظر والسجل

person-which = أرسل الرقم معه، مثل { $example }. يعرف الشخص رقمه من ⁨@userinfobot⁩.
admin-added = { $person } مشرف من الآن.
admin-is-one = { $person } مشرف بالفعل.
admin-you-are = أنت مشرف على هذا البوت من الآن. يعرض /help ما يمكنك فعله.
admin-removed = لم يعد { $person } مشرفًا.
admin-remove-ask = أأسحب صلاحيات الإشراف من { $person }؟
admin-is-none = { $person } ليس مشرفًا.
admin-owner = { $person } مالك. المالكون مذكورون في الإعدادات باسم telegram.admins.
admins-owners = <b>المالكون</b>
admins-admins = <b>المشرفون</b>
admins-line = { $person }، منذ { $at }، أضافه { $by }
admins-none = لا أحد
admins-banned = <b>المحظورون</b>
banned = لن أرد على { $person } بعد الآن. يلغي /unban { $person } ذلك.
ban-ask = أأتوقف عن الرد على { $person } وعن الإرسال إليه؟ تبقى الاشتراكات حتى ⁨/unban⁩.
unbanned = أرد على { $person } من جديد.
ban-none = لم يكن { $person } محظورًا.
ban-admin = { $person } مشرف. يستطيع المالك إلغاء ذلك أولًا بالأمر /removeadmin.
audit-heading = <b>ما فعله المشرفون، الأحدث أولًا</b>
audit-none = لم يفعل أي مشرف شيئًا بعد.
audit-line = { $at }: { $person }، { $what }: { $outcome }
audit-refusal = { $day }: { $person }، { $what }: رُفض، المرات: { $count }
audit-done = تم
audit-asked = سُئل أولًا
audit-refused = مرفوض
audit-failed = فشل
refused-admin = لا يستطيع ذلك إلا مشرفو هذا البوت في دردشة خاصة معه.
refused-owner = لا يستطيع ذلك إلا مالك هذا البوت.
refused-group-admin = لا يستطيع ذلك إلا مشرفو هذه المجموعة.
refused-forwarded = أُعيد توجيه هذا الأمر فلم أنفذه. أرسله بنفسك.
refused-edited = أجيب عن السؤال المعدَّل من جديد، لكني لا أنفذ أمرًا معدَّلًا. أرسله مرة أخرى من فضلك.
refused-stranger = يجيب هذا البوت دردشات محددة فقط. يستطيع مشرفوه السماح لك: أعطهم هذا الرقم، { $chat }.
unknown-command = لا أعرف هذا الأمر. /help يعرض ما أستطيع فعله.
unknown-command-near = لا أعرف هذا الأمر. هل قصدت { $command }؟
nearly-command = للقيام بذلك أرسل { $command }
press-expired = انتهت صلاحية هذا الزر. أرسل الأمر من جديد.
error-unexpected = حدث خطأ عندي وهو مسجل. جرّب من جديد بعد دقائق.
error-zone-unknown = لا أعرف هذه المنطقة الزمنية. أرسل مدينة مثل بغداد أو منطقة مثل ⁨Asia/Baghdad⁩ أو ⁨+03:00⁩.
error-time-unknown = هذا ليس وقتًا. أرسله مثل 07:30 أو 19:00.
error-too-many = للدردشة 20 اشتراكًا على الأكثر. أوقف واحدًا أولًا.
error-too-many-topics = للدردشة 20 موضوعًا متابَعًا على الأكثر. أوقف واحدًا أولًا.
error-too-many-muted = للدردشة 200 قصة مكتومة على الأكثر. أعد بعضها أولًا.
error-too-many-hidden = يمكن للمحادثة إخفاء ⁨50⁩ وسيلة. أظهر بعضها أولًا.
error-bad-address = ليس هذا عنوان ويب أستطيع قراءته. أرسل عنوانًا يبدأ بـ ⁨https://⁩
error-private-address = هذا العنوان يقود إلى شبكة خاصة.
error-not-reached = تعذّر الوصول إلى الموقع أو لم يجب كما ينبغي. جرّب لاحقًا.
error-tls = تعذّر إنشاء اتصال آمن بالموقع.
error-forbidden = لا يسمح لي الموقع بقراءة ذلك.
error-not-found = لا شيء في هذا العنوان.
error-redirects = يحيلني الموقع إلى مكان آخر بطريقة لا أتبعها.
error-too-heavy = ما في هذا العنوان كبير جدًا أو لا يمكن فكّه.
error-no-source = لم أجد في هذا العنوان خلاصة ولا مقالات.
error-source-exists = هذا المصدر موجود من قبل.
error-too-many-sources = أستطيع قراءة 5000 مصدر على الأكثر. احذف بعضها أولًا.
error-source-unknown = لا أعرف مصدرًا بهذا الرقم أو العنوان أو الاسم. الأرقام في /sources.
error-source-ambiguous = تنطبق عدة مصادر. أرسل الرقم، والأرقام في /sources.
error-publisher-unknown = لا أعرف ناشرًا بهذا الاسم. يعرض /publisher الناشرين.
error-bad-field = للناشر هذه الحقول: ⁨country, language, ownership, leaning, state-run⁩.
error-bad-value = قيمة هذا الحقل ⁨yes⁩ أو ⁨no⁩ أو ⁨unknown⁩.
error-not-opml = هذا ليس ملف OPML.
error-file-unread = تعذّر جلب الملف، أو أنه أطول مما ينبغي.
error-said = { $said }
terminal-hello = اكتب سؤالًا أو /help. ‏!1 يضغط الزر 1، وينهي /quit المحادثة.
terminal-no-button = لا زر برقم { $number }.
