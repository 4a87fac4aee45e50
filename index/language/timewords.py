"""The words of time in the seven languages of the readers: what CLDR does not list. Months and weekdays come from CLDR.

A line is `class value: form | form`. A form of several words stands as they follow each other; a final `*` takes any
ending. Classes: `day` (days from today), `unit`, `number`, `ago` (after a count) and `before_count` (before one), `rolling`
(the last so many), `previous`, `this`, `next`, `since`, `until`, `in`, `to` (between two ends), `future` (what makes a
weekday one to come), `part` of a month or a year, `weekend`, `season`, `feast` (a time that we can not date), `weekday`
and `month` where CLDR's forms do not do.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    "en": """
        day -2: the day before yesterday | day before yesterday
        day -1: yesterday | last night | overnight
        day 0: today | tonight | this morning | this afternoon | this evening
        day 1: tomorrow
        unit minute: minute | minutes | min | mins
        unit hour: hour | hours | hr | hrs
        unit day: day | days
        unit week: week | weeks | wk | wks
        unit fortnight: fortnight | fortnights
        unit month: month | months
        unit year: year | years | yr | yrs
        number 1: a | an | one
        number 2: two | couple of | a couple of | couple
        number 3: three | few | a few | several
        number 4: four
        number 5: five
        number 6: six
        number 7: seven
        number 8: eight
        number 9: nine
        number 10: ten
        number 12: twelve
        ago: ago | back | earlier
        rolling: past | the past | the last | these last
        previous: last | previous
        this: this | current | the current
        next: next | coming | following
        since: since | from | starting
        until: until | till | by | up to
        in: in | on | during | of | at | over | within | for
        to: to | and | through | till | until
        future: will | 'll | going to | planned | scheduled | expected | due | supposed to
        part early: early | beginning of | the beginning of | start of | the start of
        part mid: mid | middle of | the middle of
        part late: late | end of | the end of
        weekend: weekend | the weekend
        season spring: spring
        season summer: summer
        season autumn: autumn | fall
        season winter: winter
        feast: easter | christmas | ramadan | eid | passover | independence day | new year
    """,
    "ru": """
        day -2: позавчера
        day -1: вчера | вчерашн* | прошлой ночью | минувшей ночью | накануне
        day 0: сегодня | сегодняшн* | этой ночью | этим утром
        day 1: завтра
        day 2: послезавтра
        unit minute: минут*
        unit hour: час | часа | часов | часу
        unit day: день | дня | дней | днях | дни | сутки | суток | сутках
        unit week: недел*
        unit month: месяц | месяца | месяцев | месяце | месяцы
        unit year: год | года | году | лет | годах
        number 1: один | одну | одна | одни
        number 2: два | две | двух | пару | пара
        number 3: три | трёх | трех | несколько | нескольких
        number 4: четыре | четырёх | четырех
        number 5: пять | пяти
        number 6: шесть | шести
        number 7: семь | семи
        number 8: восемь
        number 9: девять
        number 10: десять | десяти
        number 12: двенадцать
        ago: назад | тому назад
        rolling: последн*
        previous: прошл* | минувш* | предыдущ*
        this: этот | этого | этой | этом | эту | эта | эти | этих | текущ*
        next: следующ* | будущ* | ближайш*
        since: с | со | начиная с | от
        until: до | по
        in: в | во | за | на | в течение
        to: по | до | и | -
        future: будет | будут | состоится | состоятся | планирует* | планируют* | начнётся | начнется | начнутся | пройдет | пройдёт
        part early: начале | начала | начало
        part mid: середине | середины | середина
        part late: конце | конца | конец
        weekend: выходные | выходных
        season spring: весной | весны | весна | весну
        season summer: летом | лета
        season autumn: осенью | осени | осень
        season winter: зимой | зимы | зима | зиму
        feast: пасх* | рождеств* | рамадан* | нового года | новый год | день независимости
        weekday 0: понедельник*
        weekday 1: вторник*
        weekday 2: среда | среду | среды | среде
        weekday 3: четверг*
        weekday 4: пятниц*
        weekday 5: суббот*
        weekday 6: воскресень*
        month 1: январ*
        month 2: феврал*
        month 3: март*
        month 4: апрел*
        month 5: май | мая | мае
        month 6: июн*
        month 7: июл*
        month 8: август*
        month 9: сентябр*
        month 10: октябр*
        month 11: ноябр*
        month 12: декабр*
    """,
    "uk": """
        day -2: позавчора
        day -1: вчора | учора | вчорашн* | минулої ночі
        day 0: сьогодні | сьогоднішн* | цієї ночі | цього ранку
        day 1: завтра
        day 2: післязавтра
        unit minute: хвилин*
        unit hour: година | години | годину | годин
        unit day: день | дня | днів | дні | днях | доба | добу | доби | діб
        unit week: тиждень | тижня | тижні | тижнів | тижнях
        unit month: місяць | місяця | місяці | місяців
        unit year: рік | року | роки | років | році
        number 1: один | одну | одна
        number 2: два | дві | двох | пару | кілька
        number 3: три | трьох | декілька
        number 4: чотири | чотирьох
        number 5: п'ять | п'яти
        number 6: шість
        number 7: сім | семи
        number 8: вісім
        number 9: дев'ять
        number 10: десять
        number 12: дванадцять
        ago: тому | назад
        rolling: останн*
        previous: минул* | попередн*
        this: цей | цього | цієї | цьому | цю | ця | ці | цих | поточн*
        next: наступн* | найближч*
        since: з | із | зі | від | відтоді | починаючи з
        until: до | по
        in: у | в | за | на | протягом | упродовж
        to: до | по | і | та | -
        future: буде | будуть | відбудеться | відбудуться | планує* | планують* | почнеться | почнуться
        part early: початку | початок
        part mid: середині | середини
        part late: кінці | кінця | наприкінці
        weekend: вихідні | вихідних
        season spring: навесні | весни | весна | весну | весною
        season summer: влітку | літа | літом
        season autumn: восени | осені | осінь
        season winter: взимку | зими | зима | зиму
        feast: великод* | різдв* | рамадан* | нового року | новий рік | день незалежності
        weekday 0: понеділ*
        weekday 1: вівтор*
        weekday 2: середа | середу | середи | середі
        weekday 3: четвер*
        weekday 4: п'ятниц*
        weekday 5: субот*
        weekday 6: неділя | неділю | неділі
        month 1: січен* | січн*
        month 2: лютий | лютого | лютому
        month 3: березен* | березн*
        month 4: квітен* | квітн*
        month 5: травен* | травн*
        month 6: червен* | червн*
        month 7: липен* | липн*
        month 8: серпен* | серпн*
        month 9: вересен* | вересн*
        month 10: жовтен* | жовтн*
        month 11: листопад*
        month 12: груден* | грудн*
    """,
    "fr": """
        day -2: avant-hier | avant hier
        day -1: hier | la nuit dernière | cette nuit
        day 0: aujourd'hui | ce matin | ce soir | cet après-midi
        day 1: demain
        day 2: après-demain | après demain
        unit minute: minute | minutes
        unit hour: heure | heures | h
        unit day: jour | jours | journée
        unit week: semaine | semaines
        unit month: mois
        unit year: an | ans | année | années
        number 1: un | une
        number 2: deux | un couple de
        number 3: trois | quelques | plusieurs
        number 4: quatre
        number 5: cinq
        number 6: six
        number 7: sept
        number 8: huit
        number 9: neuf
        number 10: dix
        number 12: douze
        number 15: quinze
        before_count: il y a | voici | voilà
        rolling: derniers | dernières | ces derniers | ces dernières
        previous: dernier | dernière | passé | passée | précédent | précédente
        this: ce | cet | cette | en cours
        next: prochain | prochaine | prochains | suivant | suivante
        since: depuis | dès | à partir de | à partir du | depuis le
        until: jusqu'à | jusqu'au | avant | d'ici
        in: en | au | à | pendant | durant | le | du | de | au cours des | sur | dans les | au mois de
        to: au | à | et | - | jusqu'au
        future: aura | auront | va | vont | prévu | prévue | prévus | prévues | sera | seront | devrait | doit | commencera | reprendra | reprendront
        part early: début | début de | au début de
        part mid: mi | milieu de | au milieu de
        part late: fin | fin de | à la fin de
        weekend: week-end | weekend | le week-end
        season spring: printemps
        season summer: été
        season autumn: automne
        season winter: hiver
        feast: pâques | noël | ramadan | l'aïd | aïd | nouvel an | fête nationale
    """,
    "es": """
        day -2: anteayer | antes de ayer | antier
        day -1: ayer | anoche | la noche pasada
        day 0: hoy | esta mañana | esta noche | esta tarde
        day 1: mañana
        day 2: pasado mañana
        unit minute: minuto | minutos
        unit hour: hora | horas | h
        unit day: día | días
        unit week: semana | semanas
        unit fortnight: quincena
        unit month: mes | meses
        unit year: año | años
        number 1: un | una | uno
        number 2: dos | un par de
        number 3: tres | unos | unas | unos pocos | varios | varias
        number 4: cuatro
        number 5: cinco
        number 6: seis
        number 7: siete
        number 8: ocho
        number 9: nueve
        number 10: diez
        number 12: doce
        number 15: quince
        before_count: hace | hará
        ago: atrás
        rolling: último | última | últimos | últimas
        previous: pasado | pasada | anterior
        this: este | esta | estos | actual
        next: próximo | próxima | siguiente | que viene
        since: desde | desde el | a partir de | a partir del | desde hace
        until: hasta | hasta el | antes de | antes del
        in: en | el | durante | de | del | los | las
        to: a | al | y | - | hasta
        future: será | serán | habrá | va a | van a | previsto | prevista | previstas | previstos | empezará | empezarán | comenzará | se reanudarán | reanudarán
        part early: principios de | a principios de | comienzos de | inicio de | inicios de
        part mid: mediados de | a mediados de
        part late: finales de | a finales de | fines de
        weekend: fin de semana
        season spring: primavera
        season summer: verano
        season autumn: otoño
        season winter: invierno
        feast: semana santa | pascua | navidad | ramadán | año nuevo
    """,
    "ar": """
        day -2: أول أمس | أول من أمس | أمس الأول | قبل أمس
        day -1: أمس | البارحة | الليلة الماضية | امبارح | مبارح
        day 0: اليوم | هذا اليوم | الليلة | صباح اليوم | مساء اليوم
        day 1: غدا | بكرا
        day 2: بعد غد
        unit minute: دقيقة | دقائق
        unit hour: ساعة | ساعات
        unit day: يوم | يوما | أيام | ايام
        unit week: أسبوع | أسبوعا | أسابيع
        unit month: شهر | شهرا | أشهر | شهور
        unit year: سنة | سنوات | عام | عاما | أعوام | سنين
        two hour: ساعتين
        two day: يومين
        two week: أسبوعين
        two month: شهرين
        two year: سنتين | عامين
        number 1: واحد | واحدة
        number 2: اثنين | اثنتين
        number 3: ثلاث | ثلاثة | بضعة | بضع | عدة
        number 4: أربع | أربعة
        number 5: خمس | خمسة
        number 6: ست | ستة
        number 7: سبع | سبعة
        number 8: ثماني | ثمانية
        number 9: تسع | تسعة
        number 10: عشر | عشرة
        before_count: قبل | منذ
        rolling: آخر | الأخيرة | الأخير | الأخيرين
        previous: الماضي | الماضية | الفائت | المنصرم | السابق
        this: هذا | هذه | الحالي | الجاري | الحالية
        next: القادم | القادمة | المقبل | المقبلة
        since: منذ | من | اعتبارا من | ابتداء من | مذ
        until: حتى | إلى | قبل
        in: في | خلال | أثناء | شهر | عام | سنة | يوم
        to: إلى | حتى | و | -
        future: سوف | سيكون | ستكون | ستبدأ | سيبدأ | سيعقد | ستعقد | ستستأنف | المقرر | مقرر
        part early: أوائل | بداية | مطلع
        part mid: منتصف | أواسط
        part late: أواخر | نهاية
        weekend: نهاية الأسبوع | عطلة نهاية الأسبوع
        season spring: الربيع | ربيع
        season summer: الصيف | صيف
        season autumn: الخريف | خريف
        season winter: الشتاء | شتاء
        feast: رمضان | العيد | عيد الفطر | عيد الأضحى | عيد الميلاد | رأس السنة
        weekday 0: الاثنين | الإثنين
        weekday 1: الثلاثاء
        weekday 2: الأربعاء
        weekday 3: الخميس
        weekday 4: الجمعة
        weekday 5: السبت
        weekday 6: الأحد
        month 1: كانون الثاني
        month 2: شباط
        month 3: آذار
        month 4: نيسان
        month 5: أيار
        month 6: حزيران
        month 7: تموز
        month 8: آب
        month 9: أيلول
        month 10: تشرين الأول
        month 11: تشرين الثاني
        month 12: كانون الأول
    """,
    "he": """
        day -2: שלשום
        day -1: אתמול | אמש
        day 0: היום | הלילה | הבוקר | הערב
        day 1: מחר
        day 2: מחרתיים
        unit minute: דקה | דקות
        unit hour: שעה | שעות
        unit day: יום | ימים | יממה | יממות
        unit week: שבוע | שבועות
        unit month: חודש | חודשים
        unit year: שנה | שנים
        two hour: שעתיים
        two day: יומיים | יממתיים
        two week: שבועיים
        two month: חודשיים
        two year: שנתיים
        number 1: אחד | אחת
        number 2: שני | שתי | שתיים
        number 3: שלושה | שלוש | כמה | מספר
        number 4: ארבעה | ארבע
        number 5: חמישה | חמש
        number 6: שישה | שש
        number 7: שבעה | שבע
        number 8: שמונה
        number 9: תשעה | תשע
        number 10: עשרה | עשר
        before_count: לפני
        rolling: האחרון | האחרונה | האחרונים | האחרונות
        previous: שעבר | שעברה | הקודם | הקודמת
        this: הזה | הזאת | הזו | הנוכחי | הנוכחית
        next: הבא | הבאה | הקרוב | הקרובה
        since: מאז | החל מ | מ
        until: עד | לפני
        in: ב | במהלך | תוך | במשך | של
        to: עד | ל | ו | -
        future: יהיה | תהיה | יהיו | יתקיים | יתקיימו | תתקיים | צפוי | צפויה | צפויות | צפויים | מתוכנן | מתוכננת | יתחיל | יתחילו | יתחדשו
        part early: תחילת | ראשית
        part mid: אמצע
        part late: סוף
        weekend: סוף השבוע | סופ"ש | סוף שבוע
        season spring: אביב | האביב
        season summer: קיץ | הקיץ
        season autumn: סתיו | הסתיו
        season winter: חורף | החורף
        feast: פסח | רמדאן | רמאדן | ראש השנה | חנוכה | חג המולד | יום העצמאות
        weekday 5: שבת | יום שבת
    """,
}

# One-letter words that Arabic and Hebrew write together with what follows, and the class each is of.
PREFIXES: dict[str, dict[str, str]] = {
    "ar": {"ب": "in", "ل": "to", "و": "", "ف": "", "ال": "", "بال": "in", "لل": "to", "وال": "", "ول": "to"},
    "he": {"ב": "in", "ל": "to", "מ": "since", "ה": "", "ו": "", "מה": "since", "וב": "in", "ש": "", "בה": "in"},
}
