"""Ordinary sentences that name no place, in the languages that we speak: people, groups, days, common words."""

from __future__ import annotations

ORDINARY = {
    "en": """
Reading the report took the committee most of the morning.
Nice work, the coach told his players after the final whistle.
Mobile phone service was cut for several hours on Tuesday.
Martin Keller said the figures would be published in March.
Hope is fading for the miners trapped underground, their families said.
The Red Cross asked for access to the detainees.
Hamas and Fatah officials met for a second day of talks.
Anna Lindqvist, a nurse, described how the ward filled up.
Many of the wounded were children, a doctor said.
President Harding promised a full inquiry into the crash.
Said Omar, the group's lawyer, rejected the charges.
Of the forty prisoners, nine were released on Friday.
Bar owners complained that the curfew had ruined them.
The Security Council will vote on the resolution on Thursday.
March was the deadliest month since the fighting began.
Victory was declared too early, critics of the general said.
Jordan Miles scored twice. Miles had been injured since June.
General Abdullah Hassan told reporters that his men had withdrawn.
Bread prices doubled within a week.
Florence Adams sings with the choir every Sunday.
Doctors Without Borders suspended its work after the attack.
Most residents had left before the shells began to fall.
Houthi fighters released the crew on Monday.
Ali and Hussein were brothers who fought on opposite sides.
Police said the driver, Austin Brown, fled on foot. Brown was caught later.
Orange smoke rose from the depot all night.
Central bank officials declined to comment.
Sandy soil makes the tunnels hard to dig, an engineer said.
Save the Children counted the schools that had closed.
Why the drone failed is not known.
""",
    "fr": """
Nice journée pour les joueurs, a plaisanté l'entraîneur.
Martin Leroy a déclaré que les chiffres seraient publiés en mars.
Tours et détours : la commission cherche encore une issue.
La Croix-Rouge a demandé à voir les détenus.
Le Hamas et le Fatah ont repris leurs discussions.
Selon Sophie Blanc, infirmière, la salle était pleine.
Beaucoup de blessés étaient des enfants, a dit un médecin.
Les prix du pain ont doublé en une semaine.
Le Conseil de sécurité votera jeudi sur la résolution.
Mars a été le mois le plus meurtrier depuis le début des combats.
Le général Abdallah Hassan a annoncé le retrait de ses hommes.
Ali et Hussein étaient frères.
La police a arrêté un suspect dimanche soir.
Une fumée noire s'est élevée du dépôt pendant la nuit.
Sans eau ni électricité, les familles sont parties.
Médecins sans frontières a suspendu ses activités.
Le président a promis une enquête complète.
Plusieurs obus sont tombés sans faire de victimes.
L'espoir s'amenuise pour les mineurs bloqués sous terre.
Vendredi, neuf des quarante prisonniers ont été libérés.
Dole et ses collègues ont refusé de commenter.
La banque centrale n'a pas répondu.
Des milliers de personnes ont manifesté contre la guerre.
On ignore pourquoi le drone est tombé.
Jeanne Moulin chante dans la chorale chaque dimanche.
Les combattants ont relâché l'équipage lundi.
Pour les habitants, rien n'a changé depuis la trêve.
Le ministre de la Défense a démissionné.
""",
    "es": """
Martín Robles dijo que las cifras se publicarán en marzo.
La Cruz Roja pidió acceso a los detenidos.
Hamás y Fatah reanudaron las conversaciones.
Según Ana Torres, enfermera, la sala estaba llena.
Muchos de los heridos eran niños, dijo un médico.
El precio del pan se duplicó en una semana.
El Consejo de Seguridad votará el jueves la resolución.
Marzo fue el mes más mortífero desde que empezaron los combates.
El general Abdalá Hasan anunció la retirada de sus hombres.
Alí y Husein eran hermanos.
La policía detuvo a un sospechoso el domingo por la noche.
Una columna de humo negro salió del depósito.
Sin agua ni luz, las familias se marcharon.
Médicos Sin Fronteras suspendió su trabajo.
El presidente prometió una investigación completa.
Varios proyectiles cayeron sin causar víctimas.
La esperanza se desvanece para los mineros atrapados.
El viernes fueron liberados nueve de los cuarenta presos.
El banco central no respondió.
Miles de personas protestaron contra la guerra.
No se sabe por qué cayó el dron.
Los combatientes soltaron a la tripulación el lunes.
Para los vecinos nada ha cambiado desde la tregua.
El ministro de Defensa dimitió.
Mercedes Ríos canta en el coro todos los domingos.
Cruces blancas recuerdan a los muertos.
Libertad para los presos, pedían las madres.
Victoria Salas perdió a su hijo en el frente.
""",
    "ar": """
قال الطبيب إن معظم الجرحى من الأطفال.
نشرت الوكالة صور الأقمار الصناعية للموقع.
أغلق الجنود الباب ومنعوا الصحفيين من الدخول.
ارتفع سعر الخبز خلال أسبوع واحد.
وأضاف المتحدث أن التحقيق ما زال مستمرا.
قال علي حسن إن المفاوضات لم تفشل بعد.
تدمر القذائف المنازل وتقتل المدنيين.
طلب الصليب الأحمر زيارة المعتقلين.
أعلنت حماس وفتح استئناف الحوار.
يصوت مجلس الأمن يوم الخميس على القرار.
كان شهر مارس الأكثر دموية منذ بدء القتال.
أعلن الجنرال عبد الله حسن انسحاب رجاله.
أوقفت الشرطة مشتبها به مساء الأحد.
تصاعد الدخان الأسود من المستودع طوال الليل.
غادرت العائلات بلا ماء ولا كهرباء.
علقت منظمة أطباء بلا حدود عملها.
وعد الرئيس بتحقيق كامل في الحادث.
سقطت عدة قذائف دون وقوع ضحايا.
أفرج عن تسعة من أربعين سجينا يوم الجمعة.
لم يرد البنك المركزي على الأسئلة.
تظاهر آلاف الأشخاص ضد الحرب.
لا يعرف أحد سبب سقوط الطائرة المسيرة.
أطلق المقاتلون سراح الطاقم يوم الاثنين.
استقال وزير الدفاع بعد الهزيمة.
الوضع المالي صعب، والدعم مالي فقط.
قالت فاطمة إن ابنها قتل في الجبهة.
انتهى الاجتماع بعد ساعات من النقاش الحاد.
لم يتغير شيء منذ بداية الهدنة.
""",
    "he": """
הרופא אמר שרוב הפצועים הם ילדים.
מחיר הלחם הוכפל בתוך שבוע.
הדובר הוסיף שהחקירה עדיין נמשכת.
דוד כהן אמר שהשיחות לא נכשלו.
הצלב האדום ביקש לבקר את העצורים.
חמאס ופתח חידשו את השיחות.
מועצת הביטחון תצביע ביום חמישי.
מרץ היה החודש הקטלני ביותר מאז תחילת הלחימה.
הגנרל הודיע על נסיגת אנשיו.
המשטרה עצרה חשוד ביום ראשון בערב.
עשן שחור עלה מהמחסן כל הלילה.
המשפחות עזבו בלי מים ובלי חשמל.
הנשיא הבטיח חקירה מלאה.
כמה פגזים נפלו ללא נפגעים.
תשעה מתוך ארבעים אסירים שוחררו ביום שישי.
הבנק המרכזי לא הגיב.
אלפי אנשים הפגינו נגד המלחמה.
לא ידוע מדוע נפל הרחפן.
הלוחמים שחררו את הצוות ביום שני.
שר הביטחון התפטר לאחר התבוסה.
הילדים שתו חלב חם במקלט.
התקווה דועכת, אמרה האם.
שום דבר לא השתנה מאז הפסקת האש.
הישיבה הסתיימה אחרי שעות של ויכוח.
היא איבדה את בנה בחזית.
בית החולים פונה לפני הזריחה.
יש עוד דרך ארוכה, אמר השופט.
אור חזק נראה בשמיים.
""",
    "ru": """
Врач сказал, что большинство раненых — дети.
Мир пока не наступил, признал посредник.
Цены на хлеб выросли вдвое за неделю.
Анна Соколова рассказала, что палата была переполнена.
Красный Крест попросил о доступе к задержанным.
ХАМАС и ФАТХ возобновили переговоры.
Совет Безопасности проголосует в четверг.
Март стал самым кровавым месяцем с начала боёв.
Генерал Абдулла Хасан объявил об отходе своих людей.
Полиция задержала подозреваемого в воскресенье вечером.
Чёрный дым поднимался над складом всю ночь.
Без воды и света семьи уехали.
Президент пообещал полное расследование.
Несколько снарядов упали, никого не задев.
В пятницу освободили девятерых из сорока заключённых.
Центральный банк не ответил на вопросы.
Тысячи людей вышли протестовать против войны.
Почему упал беспилотник, неизвестно.
Бойцы отпустили экипаж в понедельник.
Министр обороны подал в отставку.
Правда об аварии скрывалась годами.
Надежда тает, сказала мать шахтёра.
Победа была объявлена слишком рано.
Бар закрыли из-за комендантского часа.
Орёл на гербе покрылся пылью.
Владимир Петров потерял сына на фронте.
С начала перемирия ничего не изменилось.
Воля к сопротивлению не сломлена, заявил командир.
""",
    "uk": """
Лікар сказав, що більшість поранених — діти.
Мир ще не настав, визнав посередник.
Ціни на хліб зросли вдвічі за тиждень.
Анна Бойко розповіла, що палата була переповнена.
Червоний Хрест попросив про доступ до затриманих.
ХАМАС і ФАТХ відновили переговори.
Рада Безпеки голосуватиме в четвер.
Березень став найкривавішим місяцем від початку боїв.
Генерал Абдулла Хасан оголосив про відхід своїх людей.
Поліція затримала підозрюваного в неділю ввечері.
Чорний дим здіймався над складом усю ніч.
Без води й світла родини виїхали.
Президент пообіцяв повне розслідування.
Кілька снарядів упали, нікого не зачепивши.
У п'ятницю звільнили дев'ятьох із сорока в'язнів.
Центральний банк не відповів на запитання.
Тисячі людей вийшли протестувати проти війни.
Чому впав безпілотник, невідомо.
Бійці відпустили екіпаж у понеділок.
Міністр оборони подав у відставку.
Правду про аварію приховували роками.
Надія тане, сказала мати шахтаря.
Суми виплат ще не визначено.
Рівне світло падало на стіл.
Перемога була оголошена зарано.
Володимир Шевчук втратив сина на фронті.
Від початку перемир'я нічого не змінилося.
Воля до опору не зламана, заявив командир.
""",
}
ORDINARY = {language: text.strip().splitlines() for language, text in ORDINARY.items()}
