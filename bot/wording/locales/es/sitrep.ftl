### Todo lo que dice el bot en español.

start =
    Informo sobre conflictos armados. Cada frase que escribo muestra el artículo del que procede. Lo que ninguna fuente dice, no lo digo.

    Pregúnteme con sus propias palabras. Por ejemplo: <i>{ $example }</i>
    /brief - lo publicado en las últimas 24 horas
    /subscribe 07:00 Bagdad - lo mismo, cada mañana
    /sources - lo que leo
    /help - todo lo demás
start-group =
    Respondo preguntas sobre conflictos armados, con la fuente de cada frase. En este grupo respondo cuando me mencionan o me contestan. /help da la lista de comandos. Solo los admins del grupo pueden programar informes para él.
example-question = ¿Cuántos ataques contra las tropas estadounidenses se contaron?
button-try = Probar esta pregunta
button-brief = Informe ahora
button-daily = Un informe cada mañana
help-heading =
    Escriba su pregunta sin más. Respondo con fuentes: toque un número entre corchetes para abrir el artículo, o un botón para leer el pasaje exacto.

    El origen de una noticia es quien la dio primero. Diez medios que reproducen una agencia son un solo origen.


help-admins = Para admins:
help-footing = Guardo lo que ajusta aquí, sus últimas preguntas y sus opiniones, nada más. /export lo muestra, /forget lo borra.
command-help = lo que sé hacer
command-ask = hacer una pregunta
command-brief = lo publicado en las últimas 24 horas; puede añadir temas
command-compare = cómo cuenta cada medio una historia: tema
command-timeline = una historia día a día: tema
command-figures = los balances que dan los artículos: tema
command-subscribe = un informe cuando quiera: hora, días, ciudad, temas
command-subscriptions = sus suscripciones
command-unsubscribe = parar una suscripción
command-follow = temas que mis informes cuentan primero
command-unfollow = dejar de seguir un tema
command-hide = dejar fuera un medio aquí: nombre
command-watch = avisar enseguida: tema
command-unwatch = no avisar más enseguida
command-quiet = horas en que los avisos esperan
command-muted = historias que este chat no quiere
command-timezone = ver o cambiar su zona horaria
command-language = elegir mi idioma
command-settings = todos los ajustes, con botones
command-report = avisar a los admins de que mi última respuesta es errónea
command-sources = lo que leo, o sobre un tema: Sudán
command-publisher = quién está detrás de un medio: nombre
command-export = todo lo que guardo de este chat, en un archivo
command-forget = borrar todo lo que guardo de este chat
command-addsource = leer un canal o una página: dirección
command-removesource = dejar de leer una fuente: número
command-pausesource = poner una fuente en pausa: número
command-resumesource = seguir con una fuente: número
command-vouch = dar fe de una fuente, para que cuente enseguida para las alertas
command-unvouch = retirarlo
command-testsource = mirar una dirección o una fuente sin cambiar nada: dirección o número
command-filtersource = qué entradas de una fuente se leen: número
command-exportsources = todas las fuentes en un archivo OPML
command-importsources = añadir las fuentes de un archivo OPML
command-setpublisher = anotar lo que se sabe de un medio
command-stats = cifras
command-broadcast = un mensaje a todos los chats: texto
command-ban = no responder más a una persona o chat: número
command-unban = responderles de nuevo: número
command-admins = quién dirige este bot
command-audit = lo último que hicieron los admins
command-addadmin = nombrar admin a una persona: número
command-removeadmin = deja de ser admin: número
ask-how = Pregunte con palabras, por ejemplo: <i>¿Cuántos ataques contra las tropas estadounidenses se contaron?</i>
ask-other = Solo puedo responder con lo que dicen los artículos sobre conflictos armados. Pregúnteme, por ejemplo: <i>¿Cuántos ataques contra las tropas estadounidenses se contaron?</i>
cut-short = Se acabó el tiempo antes de leerlo todo. Esto es lo que estaba listo.
answer-more = <b>Más sobre esto</b>
ask-too-long = Pregunte en { $most } caracteres como máximo.
link-found = He leído ese artículo:
link-site = No he leído ese artículo. Lo más reciente que tengo de { $site }:
link-unknown = No tengo nada de esa dirección. No abro enlaces; /sources muestra lo que leo.
answer-none = No encontré nada en mis fuentes que responda a esto.
answer-none-sought = Busqué: { $names }
answer-none-since = Se revisaron los artículos desde el { $first }.
answer-none-day = Se revisaron los artículos del { $first }.
answer-none-days = Se revisaron los artículos del { $first } al { $last }.
answer-none-unnamed = Ninguno de los artículos más cercanos menciona: { $names }.
answer-none-seen = Mi artículo más reciente que menciona { $name } es del { $day }.
answer-none-nearest = El artículo más cercano trata de otra cosa: { $title } ({ $who }, { $day }).
answer-none-before = No sé a qué se refiere esto: no ha preguntado nada aquí en la última media hora. Responda a una respuesta mía o nombre un lugar, una parte o una fecha.
answer-none-hint = Solo digo lo que dice una fuente. Pruebe con otras palabras, un lugar o una fecha, o vea en /sources lo que leo.
inline-none = No se encontró nada
inline-none-hint = Ninguna fuente responde a esto. Pruebe con un lugar o una fecha.
draft = Buscando en los informes…
answer-footing = { $origins ->
    [one] <i>De un solo origen independiente. A fecha de { $at }, { $zone }.</i>
   *[other] <i>De { $origins } orígenes independientes. A fecha de { $at }, { $zone }.</i>
 }
sources-heading = <b>Fuentes</b>
sources-disagree = <b>Las fuentes discrepan</b> sobre { $about }:
about-killed = el número de muertos
about-wounded = el número de heridos
about-missing = el número de desaparecidos
about-displaced = el número de desplazados
about-detained = el número de detenidos
about-captured = el número de capturados
about-arrested = el número de arrestados
about-evacuated = el número de evacuados
about-rescued = el número de rescatados
about-released = el número de liberados
count-changed = Evolución ({ $about }): <b>{ $speaker }</b> da ahora { $latest }; antes, { $earlier }.
gist = { $what } — { $original }
gist-said = { $who }: { $what }
gist-mentions = menciona: { $names }
gist-attack = ataque
gist-capture = toma
gist-release = liberación
gist-shot-down = derribos: { $weapons }
gist-at-least = al menos { $counted }
gist-about = aproximadamente { $counted }
gist-up-to = como máximo { $counted }
gist-apart = { $counted } ({ $of })
gist-of-children = niños
gist-of-women = mujeres
gist-of-civilians = civiles
gist-of-fighters = combatientes
gist-of-soldiers = soldados
gist-of-police = policías
gist-of-journalists = periodistas
gist-killed = { $count ->
    [one] { $number } muerto
   *[other] { $number } muertos
 }
gist-wounded = { $count ->
    [one] { $number } herido
   *[other] { $number } heridos
 }
gist-missing = { $count ->
    [one] { $number } desaparecido
   *[other] { $number } desaparecidos
 }
gist-captured = { $count ->
    [one] { $number } capturado
   *[other] { $number } capturados
 }
gist-displaced = { $count ->
    [one] { $number } desplazado
   *[other] { $number } desplazados
 }
gist-evacuated = { $count ->
    [one] { $number } evacuado
   *[other] { $number } evacuados
 }
gist-rescued = { $count ->
    [one] { $number } rescatado
   *[other] { $number } rescatados
 }
gist-arrested = { $count ->
    [one] { $number } arrestado
   *[other] { $number } arrestados
 }
gist-released = { $count ->
    [one] { $number } liberado
   *[other] { $number } liberados
 }
gist-drones = { $count ->
    [one] { $number } dron
   *[other] { $number } drones
 }
gist-missiles = { $count ->
    [one] { $number } misil
   *[other] { $number } misiles
 }
gist-original = { $language ->
    [ar] abajo, el original en árabe
    [en] abajo, el original en inglés
    [es] abajo, el original en español
    [fr] abajo, el original en francés
    [he] abajo, el original en hebreo
    [ru] abajo, el original en ruso
    [uk] abajo, el original en ucraniano
   *[other] abajo, el original
 }
undated = sin fecha
carried-by = según lo difunde { $name }
carried-link = según lo difunde { $name }, cuyo enlace lleva a { $site }
part = <i>Parte { $number } de { $total }</i>
button-turn = Parte { $number }
small-talk = Hola. Pregúnteme por un conflicto armado, por ejemplo: ¿qué pasó ayer en Jan Yunis? /help dice qué más hago.
words-small-talk = hola, buenos días, buenas tardes, buenas, qué tal, cómo estás, cómo está, qué hay, saludos, mucho gusto, estás ahí, cómo te va, feliz año
small-talk-farewell = Hasta luego. Sus informes seguirán llegando como los dejó.
words-farewell = adiós, hasta luego, hasta mañana, buenas noches, chao, chau, nos vemos, que tengas un buen día, cuídate, hasta pronto, que descanses
small-talk-thanks = De nada. Pregunte cuando quiera.
words-thanks = gracias, muchas gracias, mil gracias, perfecto, vale, ok, genial, muy bien, bien, entendido, excelente, buen trabajo, te lo agradezco, de acuerdo, sí, no, jaja, jajaja, qué bien, estupendo, muy útil, perdón, lo siento, bravo
words-about = quién eres, quién es usted, qué eres, qué es esto, qué haces, qué puedes hacer, qué sabes hacer, cómo funciona, cómo funciona esto, qué puedo preguntar, ayuda, menú, eres humano, eres un humano, eres un bot, eres un robot, eres real, eres una ia, quién te hizo, quién te creó, cómo te llamas, cuál es tu nombre, de dónde eres, cuáles son tus fuentes, de dónde sacas la información, puedes ayudarme, necesito ayuda, hablas español, es gratis, cuánto cuesta, qué sabes de mí, cómo te uso, ayúdame, no entiendo, prueba, quién está detrás, eres una persona, qué es este bot, guardas mis mensajes, se guardan mis mensajes, cada cuánto te actualizas
words-stop = para, parar, detente, basta, cancelar, cancela, cancelar suscripción, cancela mi suscripción, darme de baja, quiero darme de baja, date de baja, no me envíes más, no más mensajes, deja de enviarme mensajes, deja de escribirme, no quiero más mensajes, alto, stop, desuscribir, desuscribirme, basta, ya basta
words-forget = borra mis datos, borrar mis datos, elimina mis datos, eliminar mis datos, olvídame, borra todo, elimina mi cuenta, borrar mi cuenta, quiero que borres mis datos, borra mi historial, bórrame, elimina todo sobre mí
words-export = exporta mis datos, muéstrame mis datos, envíame mis datos, qué datos tienes sobre mí, qué guardas de mí
words-subscribe = suscribir, suscribirme, quiero suscribirme, suscríbeme, suscripción, envíame un informe cada mañana, envíame noticias cada día, noticias diarias, quiero un informe diario, mándame noticias todos los días, mándame un resumen cada mañana
words-language = cambiar idioma, cambia el idioma, cambiar de idioma, idioma, habla español, en español, español, en español por favor, otro idioma, háblame en español, cambia a español, quiero español
words-settings = ajustes, configuración, opciones, cambiar ajustes, mis suscripciones, zona horaria, cuáles son mis suscripciones, muestra mis suscripciones, a qué estoy suscrito, cuándo es mi próximo informe
words-brief = noticias, las noticias, últimas noticias, informe, titulares, qué hay de nuevo, qué pasó hoy, noticias de hoy, qué está pasando
words-nothing = mmm, eh
words-polite = por, favor, amigo, bot, señor, todos, ahora, muy, y, mucho, ya, la, ayuda, a, hoy, tu, su, de, nuevo
words-asking = qué, cuándo, dónde, quién, por qué, cómo, cuántos, cuál
too-many-questions = Ha preguntado mucho en esta hora. Siga un poco más tarde.
flooding = Envía más de lo que puedo leer. Sigo leyendo dentro de un minuto.
button-judge = ¿Le ha servido?
judge-ask = ¿Qué le pareció? Avisar es para lo que está mal: los admins lo mirarán.
button-good = Útil
button-bad = No útil
button-report = Avisar
thanks = Gracias.
reported = Gracias. Los admins lo mirarán. Ven la pregunta y la respuesta, no su nombre.
report-nothing = No le he respondido aquí últimamente, así que no hay nada de que avisar.
report-notice = Un lector avisó sobre { $about }.
button-reported = Abrirlo
reported-question = <b>Pregunta:</b> { $question }
passage-gone = Ya no guardo esa respuesta. Pregunte de nuevo.
passage-headline = Solo se pudo leer su titular.
passage-teaser = Solo se pudo leer lo que su fuente dice de él, no el artículo entero.
passage-revised = El artículo ha cambiado desde entonces. Este es el texto citado.
passage-stored = Guardado como se leyó el { $at }: revisión { $number }, SHA-256 { $digest }…
passage-modified = Su medio lo cambió el { $at }.
passage-changed = antes: «{ $before }» ahora: «{ $after }»
passage-added = nuevo: «{ $after }»
passage-removed = quitado: «{ $before }»
passage-more = y más frases: { $count }
button-copy = Copiar la cita
briefing-heading = <b>Informe</b>, { $since } a { $until }, { $zone }
briefing-topics = Temas: { $topics }
briefing-late = Este informe llega tarde.
briefing-delayed = Enviado con retraso: elaborado el { $at }.
missed-skipped = No hubo informe el { $day }: yo no estaba en marcha.
missed-undelivered = El informe del { $day } no se pudo entregar.
briefing-quiet = { $sources ->
    [0] No se leyó ningún artículo en este tiempo.
    [one] Sin noticias: se leyó una fuente y no publicó nada sobre esto.
   *[other] Sin noticias: se leyeron { $sources } fuentes y ninguna publicó nada sobre esto.
 }
briefing-quiet-here = Sin noticias: en este tiempo no se publicó nada sobre esto.
briefing-quiet-topics = <b>Nada nuevo</b> sobre: { $topics }
briefing-healthy = { $sources ->
    [one] Mi única fuente se pudo leer.
   *[other] Las { $sources } fuentes se pudieron leer.
 }
briefing-failing = Estas fuentes no se pudieron leer, así que puede faltar algo: { $sources }
briefing-failing-more = Estas fuentes no se pudieron leer, así que puede faltar algo: { $sources } y { $more } más
briefing-newest-day = No se ha leído nada más reciente: este es el día hasta el { $at }.
section-new = Nuevo
section-developing = En desarrollo
story-opposed = lo cuentan medios de bandos opuestos
change-figure = <b>Cifra nueva:</b> { $said }
change-denial = <b>Desmentido:</b> { $said }
change-correction = <b>Corregido:</b> { $said }
change-before = Antes se le dijo: { $before }
correction-corrected = <b>Corregido</b> por { $publisher }, visto el { $at }: ahora dice { $after }. Se le dijo { $before }: «{ $told }»
correction-edited = <b>Cambiado sin avisar</b> por { $publisher }, visto el { $at }: ahora dice { $after }. Se le dijo { $before }: «{ $told }»
correction-dropped = <b>Ya no lo dice</b> { $publisher }, visto el { $at }: se quitó la frase que daba { $before }. Se le dijo: «{ $told }»
correction-withdrawn = <b>Retirado</b> por { $publisher }, visto el { $at }: el artículo que decía «{ $told }» ya no está.
briefing-more = { $count ->
    [one] Se omite una historia de menor peso.
   *[other] Se omiten { $count } historias de menor peso.
 }
briefing-unchanged = { $count ->
    [one] Una historia que conoce no tiene nada nuevo.
   *[other] { $count } historias que conoce no tienen nada nuevo.
 }
story-outlets = { $outlets ->
    [one] un medio
   *[other] { $outlets } medios
 }
story-origins = { $origins ->
    [one] un origen independiente
   *[other] { $origins } orígenes independientes
 }
view-how = Envíe un tema con el comando, por ejemplo { $example }
view-nothing = No encontré ninguna historia sobre eso. Pruebe con un lugar o un nombre.
compare-heading = <b>Cómo lo dicen los medios.</b> Las palabras que toman partido están en negrita.
figures-heading = <b>Balances tal como se dieron,</b> primero los últimos. No se suman.
timeline-heading = <b>Día a día</b>, desde el primero.
figures-picture = Cada punto es lo que dio una fuente. No se suma nada.
figures-others = otras fuentes
figures-caption = Lo mismo en una imagen, los puntos de cada fuente aparte.
figures-range = { $what }: de { $low } a { $high }
figures-single = { $what }: { $value }
outcome-killed = Muertos
outcome-wounded = Heridos
outcome-missing = Desaparecidos
outcome-displaced = Desplazados
outcome-detained = Detenidos
outcome-captured = Capturados
outcome-arrested = Arrestados
outcome-evacuated = Evacuados
outcome-rescued = Rescatados
outcome-released = Liberados
picture-reports = Artículos al día
picture-reports-note = Cada barra: 24 horas hasta las { $time }.
picture-usual-note = Raya: lo habitual, la media de las 8 semanas previas.
picture-usual = habitual: { $count }
picture-map = Dónde ocurrió
picture-map-note = Puntos tenues: otras historias de estas semanas. Números huecos: regiones enteras.
overview-caption = Artículos al día en dos semanas y dónde ocurrió; los números son los de las historias.
overview-theatre = <b>{ $place }</b>, artículos en estas 24 horas: { $count }, lo habitual { $usual }
overview-theatre-new = <b>{ $place }</b>, artículos en estas 24 horas: { $count }
overview-places = En el mapa: { $places }
page-title = Informe del { $day }
page-quotes = Las citas en su contexto
button-evidence = Las pruebas en una página
page-private = Quien tenga esta dirección puede leer esta página. No está en ninguna lista ni buscador; /forget en el chat la borra.
page-gone = No hay tal página. Puede que se haya borrado.
page-articles = { $count ->
    [one] Un artículo
   *[other] Los { $count } artículos
 }
subscribed = Recibirá un informe { $what }.
subscribed-hint = Para seguir solo algunos temas, nómbrelos tras la ciudad: <code>/subscribe 07:00 Bagdad Gaza, mar Rojo</code>
subscription-line = { $days } a las { $time }, { $zone }, sobre { $topics }
days-all = cada día
days-weekdays = de lunes a viernes
days-weekends = los sábados y domingos
days-some = cada semana ({ $days })
days-but = cada día menos { $day }
subscribe-unclear = ¿A qué hora, y dónde vive? Escríbalo así: 7:30 Madrid, o: Bogotá, de lunes a viernes a las 8. Pueden seguir temas.
topics-all = todo
topics-too-many = Nombre como máximo 10 temas de 100 caracteres como máximo, separados por comas.
next-briefing = Próximo: { $at }
paused-chat = Aquí no ha llegado nada desde { $since }: { $why }. Si lee esto, ya continúa.
paused-topic = En pausa desde { $since }: { $why }. Lo intentaré de nuevo el { $at }.
paused-topic-now = En pausa desde { $since }: { $why }. Lo intentaré con el próximo informe.
paused-your-chat = No puedo escribir en un grupo o canal para el que usted configuró informes: { $why }. Lo intento de vez en cuando; en cuanto algo llegue, continúa.
settings-heading = <b>Ajustes de este chat</b>
settings-zone = Zona horaria: { $zone }
settings-language = Idioma: { $language }
settings-pictures-on = Imágenes: sí
settings-pictures-off = Imágenes: no
settings-briefings = Suscripciones: { $count }
button-pictures-on = Activar las imágenes
button-pictures-off = Desactivar las imágenes
button-settings = Todos los ajustes
button-page-zone = Zona horaria
button-page-language = Idioma
button-page-hour = Nueva suscripción
button-page-briefings = Suscripciones
zone-ask = ¿Con la hora de qué ciudad vive? Tóquela, o escriba la suya.
zone-again = No conozco esa ciudad. Envíe una mayor cerca de usted, una zona como Asia/Baghdad, o +03:00.
button-place = Donde estoy
button-share-place = Compartir dónde estoy
place-ask = Toque el botón de abajo para compartir una vez dónde está. Tomo de ahí la zona horaria y no guardo nada más.
place-thanks = Gracias. No he guardado dónde está.
place-clocks = ¿Qué hora es donde está?
button-other-zone = Otra hora
zone-meant = ¿O se refería a la hora de una ciudad?
button-meant = Sí, { $zone }
topics-ask = ¿Sobre qué? Toque lo que le interese, o escriba temas separados por comas: hospitales de Alepo, mar Rojo. O déjelo en todo.
button-topics-all = Dejarlo en todo
button-topics-done = Eso es todo
language-ask = ¿Qué idioma debo hablar? Las citas quedan en el idioma de su fuente.
hour-ask =
    ¿A qué hora envío un informe?

    Toque una, o escríbala: 6:30, días laborables a las 8, cada viernes a las 18:00. Pueden seguir la ciudad y los temas: 6:30 Madrid Gaza, mar Rojo
hour-offer = ¿Un informe cada día a las { $time }?
zone-assumed = No conozco su zona horaria y supongo { $zone }. Para cambiarla, escriba su ciudad.
subscriptions-heading = <b>Sus suscripciones</b>
subscriptions-none = No hay suscripciones en este chat. Para un informe cada mañana, envíe por ejemplo /subscribe 07:00 Bagdad
button-end = Parar el número { $number }
unsubscribed = { $count ->
    [one] Parado. Ya no recibirá este informe:
   *[other] Parado. Ya no recibirá estos informes:
 }
unsubscribed-notice = Parado.
word-all = todo
zone-shown = Su zona horaria es { $zone }; allí es { $now }. Para cambiarla, envíe /timezone con una ciudad, por ejemplo /timezone Kiev
zone-unset = No conozco su zona horaria y uso { $zone }; allí es { $now }. Para fijarla, envíe /timezone con una ciudad, por ejemplo /timezone Kiev
zone-set = Su zona horaria es ahora { $zone }; allí es { $now }.
zone-moved = { $count ->
    [one] Su suscripción conserva la hora, en la nueva zona.
   *[other] Sus { $count } suscripciones conservan la hora, en la nueva zona.
 }
travel-ask = Su zona horaria es ahora { $zone }. ¿Cuándo deben llegar sus informes?
button-local-hour = A mis { $time } locales
button-home-hour = Como antes, aquí { $time }
follow-done = Seguido: { $topics }. Los informes de este chat empiezan por ahí y dicen cuándo no hay nada nuevo.
follow-no-briefing = Este chat aún no recibe informes. Para recibir uno cada mañana, envíe por ejemplo /subscribe 07:00 Bagdad
follow-none = Este chat no sigue ningún tema. Envíelos con la orden, separados por comas: /follow hospitales de Alepo, mar Rojo
follow-heading = <b>Temas seguidos</b>
button-unfollow = No seguir: { $topic }
unfollow-done = Ya no se sigue: { $topics }
hide-done = Queda fuera aquí desde ahora: { $name }. /hide muestra lo que queda fuera.
hide-unknown = No tengo artículos de un medio con ese nombre. /sources muestra lo que leo.
hide-none = Aquí no queda fuera ningún medio. Para dejar uno fuera, envíe su nombre: <code>/hide Rafidain Voice</code>
hide-heading = <b>Fuera aquí</b>
button-unhide = Mostrar de nuevo: { $name }
hidden-outlets = { $count ->
    [one] <i>Aquí hay un medio oculto.</i>
   *[other] <i>Aquí hay { $count } medios ocultos.</i>
 }
watch-heading = <b>Avisos</b>
watch-none = Aquí no se vigila nada. Para recibir avisos, envíe por ejemplo /watch drones near Erbil
watch-how = Envíe un tema, y antes, si quiere, el número de orígenes independientes, de 1 a 20: /watch 3 drones near Erbil
watch-done = { $origins ->
    [one] Vigilado: { $topic }. Escribo en cuanto lo cuente un origen.
   *[other] Vigilado: { $topic }. Escribo en cuanto lo cuenten { $origins } orígenes independientes.
 }
watch-line = { $origins ->
    [one] { $topic }, desde un origen
   *[other] { $topic }, desde { $origins } orígenes independientes
 }
watch-hint = Cada historia tiene un solo mensaje, que edito según avanza. Como máximo { $most } avisos al día. Con /quiet 23:00 7:00 esperan de noche.
unwatch-done = Ya no se vigila: { $topic }
quiet-none = Los avisos llegan a cualquier hora.
quiet-set = De { $start } a { $end }, { $zone }, los avisos esperan.
quiet-how = Para que los avisos esperen de noche, envíe /quiet 23:00 7:00. Para quitarlo, envíe /quiet off
word-off = no
alert-heading = <b>Aviso</b> sobre { $topic }
alert-updated = Actualizado el { $at }.
alert-last = Es el último aviso de hoy. El resto irá en el próximo informe.
button-story = Historia { $number }
button-mute = Silenciar esta historia
muted-notice = Silenciada. /muted muestra lo silenciado.
muted-heading = <b>Historias silenciadas</b>
muted-none = Ninguna historia está silenciada. Los botones bajo un informe abren una historia; allí se puede silenciar.
button-unmute = Recuperar la número { $number }
unmuted-notice = Esta historia se cuenta de nuevo.
forgotten = Hecho. Ya no guardo nada de este chat: ni suscripciones, ni preguntas, ni ajustes. Los mensajes de arriba quedan en Telegram hasta que los borre.
forget-ask = ¿Quitar todo lo que guardo de este chat: suscripciones, temas, preguntas, ajustes? No se puede deshacer.
exported = Todo lo que guardo sobre usted está en este archivo.
exported-privately = Se lo he enviado en privado.
export-start-first = Todavía no puedo escribirle en privado. Abra un chat conmigo, pulse Iniciar y envíe allí /export.
privacy =
    Guardo lo que usted ajusta aquí, sus últimas preguntas durante 90 días y sus valoraciones. Ninguna pregunta ni nombre se escribe en un registro. No guardo el lugar que comparta, solo su zona horaria.

    /export - todo lo que guardo sobre usted, en un archivo
    /forget - borrarlo
sources-none = Aún no leo ninguna fuente.
sources-on = sobre { $topic }
sources-topics = Ninguna fuente está clasificada bajo ese tema. Hay: { $topics }
sources-no-topics = Ninguna fuente está clasificada por tema. /sources las muestra todas.
sources-none-admin = Para añadir una, envíe por ejemplo /addsource https://example.org/feed.xml
sources-list = { $count ->
    [one] <b>Leo una fuente</b>
   *[other] <b>Leo { $count } fuentes</b>
 }
sources-corpus = { $articles ->
    [one] Hay { $articles } artículo indexado.
   *[other] Hay { $articles } artículos indexados.
 }
source-line = { $name } ({ $kind })
source-line-admin = { $id }. { $name } ({ $kind }): { $url }
source-kind-feed = canal RSS
source-kind-page = página
source-kind-channel = canal
source-kind-sitemap = mapa del sitio
source-kind-section = página de sección
source-kind-article = artículo
source-state-ok = leída { $at }
source-state-new = aún no leída
source-state-paused = en pausa
source-state-quiet = nada nuevo desde el { $at }
source-usual = ; hoy { $today }, normalmente { $usual } al día
source-state-failing = falla: { $why }
addsource-how = Envíe la dirección con el comando: /addsource https://example.org/feed.xml
addsource-found = <b>{ $name }</b>, { $kind } en { $url }
addsource-newest = Entradas recientes:
addsource-none = No tiene entradas por ahora.
addsource-rate = { $count ->
    [one] Alrededor de { $count } entrada al día.
   *[other] Alrededor de { $count } entradas al día.
 }
addsource-rate-week = { $count ->
    [one] Alrededor de { $count } entrada a la semana.
   *[other] Alrededor de { $count } entradas a la semana.
 }
addsource-rate-rare = Menos de una entrada a la semana.
addsource-summaries = Solo da resúmenes; leo los artículos en sus propias páginas.
addsource-full = Da los artículos completos.
addsource-language = Idioma: { $language }
testsource-how = Envíe la dirección con la orden: /testsource https://example.org/feed.xml
addsource-offers = El sitio ofrece estos, más fáciles de leer. ¿Cuál añado?
addsource-not = No puedo leer esto como fuente.
addsource-ask = ¿Lo leo a partir de ahora?
button-confirm = Sí, añadir
button-offer = { $kind }: { $title }
button-cancel = No añadir nada
addsource-done = Añadida con el número { $id }: { $name }. Sus artículos aparecen en minutos.
addsource-gone = Eso ya se decidió, o hace demasiado. Envíe /addsource de nuevo.
addsource-known = Eso ya lo leo: número { $id }, { $name }.
addsource-cancelled = No añadida.
source-which = Envíe el número con el comando, por ejemplo { $example }. Los números están en /sources.
button-yes = Sí
button-no = No
left-as-it-is = No se ha cambiado nada.
source-remove-ask = ¿Dejar de leer el número { $id }, { $name }, en { $url }? Sus artículos se quedan.
source-removed = Quitada: { $name }. Sus artículos se quedan.
source-paused = En pausa: { $name }. /resumesource { $id } la reanuda.
source-resumed = { $name } se lee de nuevo.
vouch-how = ¿Qué fuente? Lo que publica un sitio que conozco desde hace menos de { $days } días no cuenta para las alertas (/watch). /vouch 3 da fe de la fuente 3, y entonces cuenta enseguida; /vouch 3 example.org da fe también de que ese sitio es del mismo medio.
vouched = Se da fe de { $name }. Lo que publica cuenta enseguida para las alertas (/watch); de otro modo contaría a partir del { $day }. Habla por: { $sites }.
vouched-counted = Se da fe de { $name }. Lo que publica ya contaba para las alertas (/watch). Habla por: { $sites }.
unvouched = Ya no se da fe de { $name }.

filtersource-how = Envíe el número de la fuente y después qué conservar o descartar, cada cosa en su línea:
    /filtersource 3
    keep: Járkov, Sumy
    drop: fútbol
    topics: Ucrania
    Una línea sin palabras quita ese filtro.
filtersource-now = Desde ahora, de { $name }:
filter-topics = temas: { $words }
filter-keep = conservar: { $words }
filter-drop = descartar: { $words }
exportsources-done = { $count ->
    [one] Una fuente, en una lista que entienden los lectores de canales.
   *[other] { $count } fuentes, en una lista que entienden los lectores de canales.
 }
importsources-how = Envíeme el archivo: su nombre termina en .opml o .xml.
importsources-done = Añadidas: { $count }. Ya conocidas: { $known }. Compruebo cada una cuando la leo por primera vez.
publishers-which = Envíe un nombre con la orden, por ejemplo uno de estos: /publisher Nombre
publishers-line = { $name }
setpublisher-how = Envíe el nombre del medio y después lo que se sabe, cada cosa en su línea:
    /setpublisher Rafidain Voice
    country: Iraq
    state-run: no
    Campos: { $fields }. El valor unknown borra uno.
profile-line = { $field }: { $value }
profile-country = país
profile-language = idioma
profile-ownership = propietario
profile-leaning = orientación
profile-state-run = medio estatal
profile-yes = sí
profile-no = no
profile-unknown = desconocido
profile-whose = Lo anotaron los admins de este bot; nada de ello es una suposición.
profile-ask = <b>{ $name }</b>: ¿{ $field }? Elija lo que sepa que es cierto, o escríbalo:
    /setpublisher { $name }
    { $field }: …
source-event = Sobre una fuente: { $said }
source-event-died = No he podido leer { $name } (fallos seguidos: { $failures }). { $why }
source-event-gone = { $name } ha desaparecido y ya no lo leo. { $why }
source-event-recovered = { $name } vuelve a funcionar.
source-event-quiet = { $name } no trae nada nuevo desde el { $since }.
source-event-returned = { $name } vuelve a traer noticias.
source-event-language = { $name } escribe ahora en otro idioma: { $language }, antes { $before }.
source-event-moved = { $name } se ha mudado para siempre a otro sitio. Su nueva dirección, si confía en ella: { $url }
source-event-flood = { $name } anuncia de pronto { $count } entradas nuevas. Las leo poco a poco; quizá convenga echar un vistazo.
source-event-quota = { $name } ya ha traído lo que una fuente puede en un día ({ $count } artículos, o su texto). El resto espera.
source-event-long = { $name } tiene { $count } entradas. Leo las primeras { $read }.
source-event-partial = De { $name }, guardo { $count } de { $read } entradas nuevas solo como titular o resumen: sus páginas no se pudieron leer.
source-event-dropped = De { $name }, { $count } de { $read } entradas nuevas quedaron en nada: no tienen texto y sus páginas no se pudieron leer.
source-event-gap = Entre dos lecturas de { $name } se perdieron mensajes que ya no se ofrecen (unos { $count }).
source-event-degraded = El canal de { $name } está mal formado. Leo de él lo que se puede leer.
source-event-withdrawn = { $name } ha retirado un artículo del que yo había informado: { $url } Chats que lo recibieron y que serán avisados: { $chats }
source-degraded = mal formado, se lee lo que se puede
why-connect = No se puede llegar al sitio.
why-timeout = El sitio tarda demasiado en responder.
why-incomplete = El sitio corta su respuesta.
why-unavailable = El sitio no está disponible por ahora.
why-rate-limited = El sitio me pide que vuelva más tarde.
why-http-error = El sitio responde con un error.
why-forbidden = El sitio no me deja leerlo.
why-robots = El robots.txt del sitio me pide que no lea eso.
why-not-found = Ya no hay nada en su dirección.
why-gone = El sitio dice que la dirección ya no existe.
why-tls = No se puede conectar de forma segura; su certificado puede ser incorrecto o haber caducado.
why-redirects = El sitio me redirige de una forma que no sigo.
why-too-heavy = Lo que hay en su dirección es demasiado grande o costoso de leer.
why-not-a-feed = Lo que hay ahora en su dirección no enumera artículos.
why-private-address = Su dirección lleva a una red privada.
why-internal = Es un error mío y queda registrado.
doubt-lookalike = El nombre del sitio tiene letras que se parecen a otras. Compruebe que es el correcto.
doubt-improper-name = El nombre del sitio no es un nombre internacional correcto. Compruebe quién lo envió.
doubt-encoding-guessed = El canal no indica bien cómo codifica sus letras. Sus textos pueden mostrar letras equivocadas.
doubt-badly-made = El canal está mal formado. Leo de él lo que se puede leer.

button-moved = Leerla allí
source-moved = { $name } se lee desde ahora en { $url }.
source-moved-gone = Ya se decidió, o la fuente ya no existe.
broadcast-how = Envíe el texto con el comando: /broadcast El bot cambia de dirección el lunes.
broadcast-too-long = Es demasiado largo para un mensaje.
broadcast-preview = Esto recibirá cada chat:
broadcast-gone = Ese borrador ya no existe. Envíe /broadcast de nuevo.
broadcast-queued = { $count ->
    [one] En camino a { $count } chat.
   *[other] En camino a { $count } chats.
 }
broadcast-discarded = No enviado.
button-send = Enviar a { $count }
button-discard = No enviar
stats-heading = <b>Cifras</b>
stats-sources = Fuentes: { $count }
stats-articles = Artículos: { $count }
stats-passages = Pasajes: { $count }
stats-pending = Artículos por indexar: { $count }
stats-behind = La indexación va con retraso: hay un artículo que espera desde { $at }
stats-set-aside = Artículos apartados porque no se pudieron indexar: { $count }
stats-too-slow = Artículos apartados porque las respuestas tardaban demasiado con ellos: { $count }
stats-aside = • { $title } ({ $who })
stats-stories = Historias: { $count }
stats-newest = Artículo más reciente: { $at }
stats-chats = Chats: { $count }
stats-subscriptions = Suscripciones a informes: { $count }
stats-questions = Preguntas guardadas: { $count }
stats-verdicts = Opiniones: { $good } útiles, { $bad } no útiles, { $report } avisos
stats-deliveries = Envíos, { $state }: { $count }
stats-paused = Chats en los que no se puede escribir: { $reasons }. Se vuelve a intentar de vez en cuando.
stats-paused-one = { $why } { $count }
stats-paused-topics = Temas de foros en los que no se puede escribir: { $count }
pause-blocked = el bot está bloqueado
pause-deactivated = la cuenta o el grupo está cerrado
pause-kicked = el bot no es miembro
pause-never-started = la persona no ha iniciado el bot
pause-chat-not-found = Telegram no encuentra el chat
pause-no-rights = el bot no puede escribir allí
pause-banned-there = el bot está expulsado allí
pause-moved-away = el grupo se ha trasladado
pause-forbidden = Telegram lo prohíbe
pause-banned = bloqueado por un admin
pause-topic-closed = el tema está cerrado
delivery-pending = en espera
delivery-sending = en camino
delivery-sent = enviados
delivery-dead = rechazados por Telegram
delivery-blocked = chat ausente
delivery-unknown = no se sabe si llegaron
delivery-expired = demasiado tarde para enviar
delivery-cancelled = cancelados
usage-heading = Las dos últimas semanas
usage-line = { $what }: { $items }
usage-questions = Preguntas al día
usage-answered = con respuesta { $count }
usage-abstained = sin respuesta en las fuentes { $count }
usage-deliveries = Informes y avisos al día
usage-sent = enviados { $count }
usage-failed = sin entregar { $count }
usage-sources = Fuentes ahora
usage-source-ok = bien { $count }
usage-source-quiet = calladas { $count }
usage-source-failing = fallan { $count }
usage-source-new = aún sin leer { $count }
usage-source-paused = en pausa { $count }
usage-waits = Respuestas según los segundos que tardaron
usage-within-half = La mitad de las respuestas tardó como máximo { $seconds } segundos.
usage-beyond-half = Más de la mitad de las respuestas tardó más de { $seconds } segundos.
usage-within-most = 95 de cada 100 tardaron como máximo { $seconds } segundos.
usage-beyond-most = Más de 5 de cada 100 tardaron más de { $seconds } segundos.
usage-unreadable = Mensajes de Telegram que no pude leer y pasé por alto: { $count }

## Admins, bloqueos y registro

person-which = Envíe el número con la orden, por ejemplo { $example }. Cada persona ve su número en @userinfobot.
admin-added = { $person } es admin desde ahora.
admin-is-one = { $person } ya es admin.
admin-you-are = Desde ahora usted es admin de este bot. /help muestra lo que puede hacer.
admin-removed = { $person } ya no es admin.
admin-remove-ask = ¿Retirar los derechos de admin a { $person }?
admin-is-none = { $person } no es admin.
admin-owner = { $person } es propietario. Los propietarios están en la configuración, en telegram.admins.
admins-owners = <b>Propietarios</b>
admins-admins = <b>Admins</b>
admins-line = { $person }, desde { $at }, añadido por { $by }
admins-none = ninguno
admins-banned = <b>Bloqueados</b>
banned = { $person } ya no recibe respuesta. /unban { $person } lo revierte.
ban-ask = ¿No responder más a { $person } ni enviarle nada? Las suscripciones se guardan hasta /unban.
unbanned = { $person } vuelve a recibir respuesta.
ban-none = { $person } no estaba bloqueado.
ban-admin = { $person } es admin. Un propietario puede quitarle antes ese derecho, con /removeadmin.
audit-heading = <b>Lo que hicieron los admins, lo último primero</b>
audit-none = Ningún admin ha hecho nada todavía.
audit-line = { $at }: { $person }, { $what }: { $outcome }
audit-refusal = { $day }: { $person }, { $what }: rechazado, { $count } veces
audit-done = hecho
audit-asked = se preguntó antes
audit-refused = rechazado
audit-failed = fallido
refused-admin = Solo los admins de este bot pueden hacer eso, en un chat privado con él.

refused-owner = Solo un propietario de este bot puede hacer eso.
refused-group-admin = Solo los admins de este grupo pueden hacer eso.
refused-forwarded = Ese comando fue reenviado, así que no lo ejecuté. Envíelo usted.
refused-edited = Respondo de nuevo una pregunta cambiada, pero no ejecuto una orden cambiada. Envíela otra vez, por favor.
refused-stranger = Este bot responde solo a algunos chats. Sus admins pueden admitirle: deles este número, { $chat }.
unknown-command = No conozco ese comando. /help dice lo que sé hacer.
unknown-command-near = No conozco ese comando. ¿Quería decir { $command }?
nearly-command = Para eso, envíe { $command }
press-expired = Este botón ha caducado. Envíe el comando de nuevo.
error-unexpected = Algo falló por mi parte, y está anotado. Pruebe de nuevo en unos minutos.
error-zone-unknown = No conozco esa zona horaria. Envíe una ciudad como Kiev, una zona como Asia/Baghdad, o +03:00.
error-time-unknown = Eso no es una hora. Envíela como 07:30 o 19:00.
error-too-many = Un chat puede tener 20 suscripciones. Pare una primero.
error-too-many-topics = Un chat puede seguir 20 temas. Pare uno primero.
error-too-many-muted = Un chat puede silenciar 200 historias. Recupere alguna primero.
error-too-many-hidden = Un chat puede ocultar 50 medios. Muestre antes algunos de nuevo.
error-bad-address = No es una dirección web que pueda leer. Envíe una que empiece por https://
error-private-address = Esa dirección lleva a una red privada.
error-not-reached = No se pudo llegar al sitio, o no respondió como debe. Inténtelo más tarde.
error-tls = No se pudo establecer una conexión segura con el sitio.
error-forbidden = El sitio no me deja leer eso.
error-not-found = No hay nada en esa dirección.
error-redirects = El sitio me remite a otro lugar de un modo que no sigo.
error-too-heavy = Lo que hay en esa dirección es demasiado grande o no se puede descomprimir.
error-no-source = No encontré ni un canal ni artículos en esa dirección.
error-source-exists = Esa fuente ya existe.
error-too-many-sources = Puedo leer 5000 fuentes como máximo. Quite antes algunas.
error-source-unknown = Ninguna fuente tiene ese número, dirección o nombre. Los números están en /sources.
error-source-ambiguous = Varias fuentes coinciden. Envíe el número; los números están en /sources.
error-publisher-unknown = No conozco ningún medio con ese nombre. /publisher los muestra.
error-bad-field = Un medio tiene estos campos: country, language, ownership, leaning, state-run.
error-bad-value = Ese campo es yes, no o unknown.
error-not-opml = Eso no es un archivo OPML.
error-file-unread = Ese archivo no se pudo obtener o es demasiado largo.
error-said = { $said }
terminal-hello = Escriba una pregunta o /help. !1 pulsa el botón 1, /quit termina.
terminal-no-button = No hay botón { $number }.
