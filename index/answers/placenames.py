"""What the gazetteer's towns and regions are called in the other languages that we speak.

Written by hand: CLDR names countries and the cities of time zones, no more. A name that is also a common word of its
language (Tyre is "pictures" in Arabic, Palmyra "destroys") is left out.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

LANGUAGES = ("ar", "uk", "ru", "he", "fr", "es")

# English, then the languages above; "-" where there is none to tell it by.
_NAMES = """
Aleppo | حلب | Алеппо | Алеппо | חאלב | Alep | Alepo
Homs | حمص | Хомс | Хомс | חומס | Homs | Homs
Hama | حماة | Хама | Хама | חמאת | Hama | Hama
Idlib | إدلب | Ідліб | Идлиб | אידליב | Idlib | Idlib
Raqqa | الرقة | Ракка | Ракка | רקה | Raqqa | Raqa
Deir ez-Zor | دير الزور | Дейр-ез-Зор | Дейр-эз-Зор | דיר א-זור | Deir ez-Zor | Deir ez-Zor
Daraa | درعا | Дераа | Дераа | דרעא | Deraa | Daraa
Latakia | اللاذقية | Латакія | Латакия | לטקיה | Lattaquié | Latakia
Palmyra | - | Пальміра | Пальмира | תדמור | Palmyre | Palmira
Kobani | كوباني | Кобані | Кобани | קובאני | Kobané | Kobane
Hasakah | الحسكة | Хасака | Хасака | אל-חסכה | Hassaké | Hasaka
Khan Sheikhoun | خان شيخون | Хан-Шейхун | Хан-Шейхун | ח'אן שייח'ון | Khan Cheikhoun | Jan Sheijun
Ghouta | الغوطة | Гута | Гута | ע'וטה | Ghouta | Guta
Manbij | منبج | Манбідж | Манбидж | מנביג' | Manbij | Manbij
Afrin | عفرين | Афрін | Африн | עפרין | Afrine | Afrín
Golan | الجولان | Голани | Голаны | רמת הגולן | Golan | Golán
Mosul | الموصل | Мосул | Мосул | מוסול | Mossoul | Mosul
Basra | البصرة | Басра | Басра | בצרה | Bassora | Basora
Kirkuk | كركوك | Кіркук | Киркук | כרכוכ | Kirkouk | Kirkuk
Erbil | أربيل | Ербіль | Эрбиль | ארביל | Erbil | Erbil
Fallujah | الفلوجة | Фаллуджа | Фаллуджа | פלוג'ה | Falloujah | Faluya
Ramadi | الرمادي | Рамаді | Рамади | רמאדי | Ramadi | Ramadi
Tikrit | تكريت | Тікріт | Тикрит | תיכרית | Tikrit | Tikrit
Sinjar | سنجار | Синджар | Синджар | סינג'אר | Sinjar | Sinyar
Tel Aviv | تل أبيب | Тель-Авів | Тель-Авив | תל אביב | Tel-Aviv | Tel Aviv
Haifa | حيفا | Хайфа | Хайфа | חיפה | Haïfa | Haifa
Rafah | رفح | Рафах | Рафах | רפיח | Rafah | Rafah
Khan Younis | خان يونس | Хан-Юніс | Хан-Юнис | חאן יונס | Khan Younès | Jan Yunis
Jabalia | جباليا | Джабалія | Джабалия | ג'באליה | Jabaliya | Yabalia
Deir al-Balah | دير البلح | Дейр-ель-Балах | Дейр-эль-Балах | דיר אל-בלח | Deir al-Balah | Deir al Balah
West Bank | الضفة الغربية | Західний берег | Западный берег | הגדה המערבית | Cisjordanie | Cisjordania
Ramallah | رام الله | Рамалла | Рамалла | רמאללה | Ramallah | Ramala
Jenin | جنين | Дженін | Дженин | ג'נין | Jénine | Yenín
Nablus | نابلس | Наблус | Наблус | שכם | Naplouse | Nablus
Dahieh | الضاحية | Дахія | Дахия | דאחיה | - | -
Nabatieh | النبطية | Набатія | Набатия | נבטייה | Nabatiyé | Nabatiye
Isfahan | أصفهان | Ісфаган | Исфахан | אספהאן | Ispahan | Isfahán
Natanz | نطنز | Натанз | Натанз | נתנז | Natanz | Natanz
Fordow | فوردو | Фордо | Фордо | פורדו | Fordo | Fordo
Sanaa | صنعاء | - | - | צנעא | Sanaa | Saná
Hodeidah | الحديدة | Ходейда | Ходейда | חודיידה | Hodeïda | Hodeida
Marib | مأرب | Маріб | Мариб | מאריב | Marib | Marib
Taiz | تعز | Таїз | Таиз | תעז | Taëz | Taiz
Kharkiv | خاركيف | Харків | Харьков | חרקיב | Kharkiv | Járkov
Odesa | أوديسا | Одеса | Одесса | אודסה | Odessa | Odesa
Dnipro | دنيبرو | Дніпро | Днепр | דניפרו | Dnipro | Dnipró
Zaporizhzhia | زابوريجيا | Запоріжжя | Запорожье | זפוריז'יה | Zaporijjia | Zaporiyia
Mykolaiv | ميكولايف | Миколаїв | Николаев | מיקולאייב | Mykolaïv | Mikolaiv
Lviv | لفيف | Львів | Львов | לביב | Lviv | Leópolis
Kherson | خيرسون | Херсон | Херсон | חרסון | Kherson | Jersón
Donetsk | دونيتسك | Донецьк | Донецк | דונייצק | Donetsk | Donetsk
Luhansk | لوهانسك | Луганськ | Луганск | לוהנסק | Louhansk | Lugansk
Donbas | دونباس | Донбас | Донбасс | דונבאס | Donbass | Dombás
Bakhmut | باخموت | Бахмут | Бахмут | בחמוט | Bakhmout | Bajmut
Avdiivka | أفدييفكا | Авдіївка | Авдеевка | אבדייבקה | Avdiïvka | Avdíivka
Pokrovsk | بوكروفسك | Покровськ | Покровск | פוקרובסק | Pokrovsk | Pokrovsk
Mariupol | ماريوبول | Маріуполь | Мариуполь | מריופול | Marioupol | Mariúpol
Chernihiv | تشيرنيهيف | Чернігів | Чернигов | צ'רניהיב | Tchernihiv | Cherníhiv
Crimea | القرم | Крим | Крым | חצי האי קרים | Crimée | Crimea
Sevastopol | سيفاستوبول | Севастополь | Севастополь | סבסטופול | Sébastopol | Sebastopol
Kursk | كورسك | Курськ | Курск | קורסק | Koursk | Kursk
Belgorod | بيلغورود | Бєлгород | Белгород | בלגורוד | Belgorod | Bélgorod
Rostov-on-Don | روستوف | Ростов-на-Дону | Ростов-на-Дону | רוסטוב | Rostov-sur-le-Don | Rostov del Don
Omdurman | أم درمان | Омдурман | Омдурман | אומדורמאן | Omdourman | Omdurmán
El Fasher | الفاشر | Ель-Фашир | Эль-Фашир | אל-פאשר | El Fasher | El Fasher
Darfur | دارفور | Дарфур | Дарфур | דארפור | Darfour | Darfur
Nyala | نيالا | Ньяла | Ньяла | - | Nyala | Nyala
Tigray | تيغراي | Тиграй | Тыграй | תיגראי | Tigré | Tigray
Amhara | أمهرة | Амхара | Амхара | אמהרה | Amhara | Amhara
Benghazi | بنغازي | Бенгазі | Бенгази | בנגאזי | Benghazi | Bengasi
Goma | غوما | Гома | Гома | גומה | Goma | Goma
Bukavu | بوكافو | Букаву | Букаву | בוקאבו | Bukavu | Bukavu
Kivu | كيفو | Ківу | Киву | קיבו | Kivu | Kivu
Kandahar | قندهار | Кандагар | Кандагар | קנדהאר | Kandahar | Kandahar
Helmand | هلمند | Гільменд | Гильменд | הלמנד | Helmand | Helmand
Kunduz | قندوز | Кундуз | Кундуз | קונדוז | Koundouz | Kunduz
Peshawar | بيشاور | Пешавар | Пешавар | פשאוור | Peshawar | Peshawar
Kashmir | كشمير | Кашмір | Кашмир | קשמיר | Cachemire | Cachemira
Rakhine | راخين | Ракхайн | Ракхайн | ראקיין | Rakhine | Rajine
Naypyidaw | نايبيداو | Нейп'їдо | Нейпьидо | נייפידאו | Naypyidaw | Naipyidó
Nagorno-Karabakh | ناغورني قره باغ | Нагірний Карабах | Нагорный Карабах | נגורנו קרבאך | Haut-Karabagh | Alto Karabaj
Stepanakert | ستيباناكيرت | Степанакерт | Степанакерт | סטפנקרט | Stepanakert | Stepanakert
Sinai | سيناء | Синай | Синай | - | Sinaï | Sinaí
Tartus | طرطوس | Тартус | Тартус | טרטוס | Tartous | Tartús
Sweida | السويداء | Сувейда | Сувейда | סווידא | Soueïda | Sweida
Azaz | أعزاز | Аазаз | Аазаз | - | Azaz | Azaz
Saraqeb | سراقب | Саракіб | Саракиб | - | Saraqeb | Saraqeb
Gaza City | مدينة غزة | місто Газа | город Газа | העיר עזה | ville de Gaza | Ciudad de Gaza
Beit Hanoun | بيت حانون | Бейт-Ханун | Бейт-Ханун | בית חאנון | Beit Hanoun | Beit Hanun
Beit Lahia | بيت لاهيا | Бейт-Лахія | Бейт-Лахия | בית לאהיא | Beit Lahia | Beit Lahia
Nuseirat | النصيرات | Нусейрат | Нусейрат | נוסייראת | Nousseirat | Nuseirat
Tulkarm | طولكرم | Тулькарм | Тулькарм | טולכרם | Tulkarem | Tulkarem
Bethlehem | بيت لحم | Вифлеєм | Вифлеем | בית לחם | Bethléem | Belén
Sidon | صيدا | Сідон | Сидон | צידון | - | Sidón
Baalbek | بعلبك | Баальбек | Баальбек | בעלבכ | Baalbek | Baalbek
Saada | صعدة | Саада | Саада | צעדה | Saada | Saada
Sumy | سومي | Суми | Сумы | סומי | Soumy | Sumy
Kupiansk | كوبيانسك | Куп'янськ | Купянск | קופיאנסק | Koupiansk | Kúpiansk
Kramatorsk | كراماتورسك | Краматорськ | Краматорск | קרמטורסק | Kramatorsk | Kramatorsk
Sloviansk | سلوفيانسك | Слов'янськ | Славянск | סלוביאנסק | Sloviansk | Sloviansk
Chasiv Yar | تشاسيف يار | Часів Яр | Часов Яр | - | Tchassiv Yar | Chasiv Yar
Kryvyi Rih | كريفي ريه | Кривий Ріг | Кривой Рог | קריבי ריה | Kryvyï Rih | Krivói Rog
Melitopol | ميليتوبول | Мелітополь | Мелитополь | מליטופול | Melitopol | Melitópol
Berdiansk | بيرديانسك | Бердянськ | Бердянск | ברדיאנסק | Berdiansk | Berdiansk
Port Sudan | بورتسودان | Порт-Судан | Порт-Судан | פורט סודאן | Port-Soudan | Puerto Sudán
El Geneina | الجنينة | Ель-Генейна | Эль-Генейна | - | El Geneina | El Geneina
El Obeid | - | Ель-Обейд | Эль-Обейд | - | El Obeid | El Obeid
Kordofan | كردفان | Кордофан | Кордофан | קורדופאן | Kordofan | Kordofán
Timbuktu | تمبكتو | Тімбукту | Тимбукту | טימבוקטו | Tombouctou | Tombuctú
Maiduguri | مايدوغوري | Майдугурі | Майдугури | - | Maiduguri | Maiduguri
Ituri | إيتوري | Ітурі | Итури | איטורי | Ituri | Ituri
Herat | هرات | Герат | Герат | הראת | Hérat | Herat
Mandalay | ماندالاي | Мандалай | Мандалай | מנדליי | Mandalay | Mandalay
Cabo Delgado | كابو ديلغادو | Кабу-Делгаду | Кабу-Делгаду | - | Cabo Delgado | Cabo Delgado
Red Sea | البحر الأحمر | Червоне море | Красное море | ים סוף | mer Rouge | mar Rojo
"""


@functools.cache
def names_abroad_of() -> Mapping[str, Mapping[str, str]]:
    """The English name of each place with its name in each language that has one to tell it by."""
    found = {}
    for line in _NAMES.strip().splitlines():
        english, *names = (name.strip() for name in line.split(" | "))
        found[english] = {language: name for language, name in zip(LANGUAGES, names, strict=True) if name != "-"}
    return found
