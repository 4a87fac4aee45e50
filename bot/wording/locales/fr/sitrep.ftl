### Tout ce que dit le bot en français.

start =
    Je fais le point sur les conflits armés. Chaque phrase que j’écris montre l’article d’où elle vient. Ce qu’aucune source ne dit, je ne le dis pas.

    Posez-moi une question avec vos mots. Par exemple : <i>{ $example }</i>
    /brief - ce qui a été rapporté ces dernières 24 heures
    /subscribe 07:00 Bagdad - la même chose, chaque matin
    /sources - ce que je lis
    /help - tout le reste
start-group =
    Je réponds aux questions sur les conflits armés, avec la source de chaque phrase. Dans ce groupe, je réponds quand on me mentionne ou qu’on me répond. /help donne la liste des commandes. Seuls les admins du groupe peuvent y régler l’envoi de points.
example-question = Combien d’attaques contre les troupes américaines ont été comptées ?
button-try = Essayer cette question
button-brief = Le point maintenant
button-daily = Un point chaque matin
help-heading =
    Écrivez simplement votre question. Je réponds avec des sources : touchez un numéro entre crochets pour ouvrir l’article, un bouton pour lire le passage exact.

    L’origine d’une nouvelle est celui qui l’a donnée le premier. Dix médias qui reprennent une agence sont une seule origine.


help-admins = Pour les admins :
help-footing = Je garde ce que vous réglez ici, vos dernières questions et vos avis, rien d’autre. /export le montre, /forget l’efface.
command-help = ce que je sais faire
command-ask = poser une question
command-brief = ce qui a été rapporté ces dernières 24 heures ; sujets au choix
command-compare = comment chaque média raconte une histoire : sujet
command-timeline = une histoire jour par jour : sujet
command-figures = les bilans donnés par les articles : sujet
command-subscribe = un point quand vous voulez : heure, jours, ville, sujets
command-subscriptions = vos abonnements
command-unsubscribe = arrêter un abonnement
command-follow = sujets que mes points donnent en premier
command-unfollow = ne plus suivre un sujet
command-hide = laisser de côté un média ici : nom
command-watch = prévenir aussitôt : sujet
command-unwatch = ne plus prévenir aussitôt
command-quiet = heures où les alertes attendent
command-muted = histoires dont ce chat ne veut plus
command-timezone = voir ou changer votre fuseau horaire
command-language = choisir ma langue
command-settings = tous les réglages, par boutons
command-report = signaler aux admins que ma dernière réponse est fausse
command-sources = ce que je lis, ou sur un thème : Soudan
command-publisher = qui est derrière un éditeur : nom
command-export = tout ce que je garde sur ce chat, en fichier
command-forget = effacer tout ce que je garde sur ce chat
command-addsource = lire un flux ou une page : adresse
command-removesource = ne plus lire une source : numéro
command-pausesource = mettre une source en pause : numéro
command-resumesource = reprendre une source : numéro
command-vouch = se porter garant d’une source, qui compte alors aussitôt pour les alertes
command-unvouch = le retirer
command-testsource = regarder une adresse ou une source, sans rien changer : adresse ou numéro
command-filtersource = quelles entrées d’une source sont lues : numéro
command-exportsources = toutes les sources dans un fichier OPML
command-importsources = ajouter les sources d’un fichier OPML
command-setpublisher = noter ce que l’on sait d’un éditeur
command-stats = chiffres
command-broadcast = un message à tous les chats : texte
command-ban = ne plus répondre à une personne ou un chat : numéro
command-unban = leur répondre de nouveau : numéro
command-admins = qui dirige ce bot
command-audit = dernières actions des admins
command-addadmin = nommer une personne admin : numéro
command-removeadmin = n’est plus admin : numéro
ask-how = Posez votre question avec des mots, par exemple : <i>Combien d’attaques contre les troupes américaines ont été comptées ?</i>
ask-other = Je ne peux répondre que d’après des articles sur les conflits armés. Demandez-moi par exemple : <i>Combien d’attaques contre les troupes américaines ont été comptées ?</i>
cut-short = Le temps a manqué pour tout lire. Voici ce qui était prêt.
answer-more = <b>Plus à ce sujet</b>
ask-too-long = Posez votre question en { $most } caractères au plus.
link-found = J’ai lu cet article :
link-site = Je n’ai pas lu cet article. Le plus récent que j’aie de { $site } :
link-unknown = Je n’ai rien de cette adresse. Je n’ouvre pas de liens moi-même ; /sources montre ce que je lis.
answer-none = Je n’ai rien trouvé dans mes sources qui y réponde.
answer-none-sought = Recherche : { $names }
answer-none-since = Les articles depuis le { $first } ont été examinés.
answer-none-day = Les articles du { $first } ont été examinés.
answer-none-days = Les articles du { $first } au { $last } ont été examinés.
answer-none-unnamed = Aucun des articles les plus proches ne mentionne : { $names }.
answer-none-seen = Mon article le plus récent qui mentionne { $name } est du { $day }.
answer-none-nearest = L’article le plus proche parle d’autre chose : { $title } ({ $who }, { $day }).
answer-none-before = Je ne sais pas de quoi il s’agit : vous n’avez rien demandé ici depuis une demi-heure. Répondez à l’une de mes réponses, ou nommez un lieu, une partie ou une date.
answer-none-hint = Je ne dis que ce que dit une source. Essayez d’autres mots, un lieu ou une date, ou voyez /sources pour ce que je lis.
inline-none = Rien trouvé
inline-none-hint = Aucune source n’y répond. Essayez un lieu ou une date.
draft = Je cherche dans les articles…
answer-footing = { $origins ->
    [one] <i>D’une seule origine indépendante. État au { $at }, { $zone }.</i>
   *[other] <i>De { $origins } origines indépendantes. État au { $at }, { $zone }.</i>
 }
sources-heading = <b>Sources</b>
sources-disagree = <b>Les sources divergent</b> sur { $about } :
about-killed = le nombre de morts
about-wounded = le nombre de blessés
about-missing = le nombre de disparus
about-displaced = le nombre de déplacés
about-detained = le nombre de détenus
about-captured = le nombre de prisonniers
about-arrested = le nombre d’arrestations
about-evacuated = le nombre d’évacués
about-rescued = le nombre de personnes secourues
about-released = le nombre de personnes libérées
count-changed = Évolution ({ $about }) : <b>{ $speaker }</b> donne maintenant { $latest }, auparavant { $earlier }.
gist = { $what } — { $original }
gist-said = { $who } : { $what }
gist-mentions = mentionne : { $names }
gist-attack = attaque
gist-capture = prise
gist-release = libération
gist-shot-down = abattus : { $weapons }
gist-at-least = au moins { $counted }
gist-about = environ { $counted }
gist-up-to = au plus { $counted }
gist-apart = { $counted } ({ $of })
gist-of-children = enfants
gist-of-women = femmes
gist-of-civilians = civils
gist-of-fighters = combattants
gist-of-soldiers = soldats
gist-of-police = policiers
gist-of-journalists = journalistes
gist-killed = { $count ->
    [one] { $number } mort
   *[other] { $number } morts
 }
gist-wounded = { $count ->
    [one] { $number } blessé
   *[other] { $number } blessés
 }
gist-missing = { $count ->
    [one] { $number } disparu
   *[other] { $number } disparus
 }
gist-captured = { $count ->
    [one] { $number } prisonnier
   *[other] { $number } prisonniers
 }
gist-displaced = { $count ->
    [one] { $number } déplacé
   *[other] { $number } déplacés
 }
gist-evacuated = { $count ->
    [one] { $number } évacué
   *[other] { $number } évacués
 }
gist-rescued = { $count ->
    [one] { $number } personne secourue
   *[other] { $number } personnes secourues
 }
gist-arrested = { $count ->
    [one] { $number } arrestation
   *[other] { $number } arrestations
 }
gist-released = { $count ->
    [one] { $number } personne libérée
   *[other] { $number } personnes libérées
 }
gist-drones = { $count ->
    [one] { $number } drone
   *[other] { $number } drones
 }
gist-missiles = { $count ->
    [one] { $number } missile
   *[other] { $number } missiles
 }
gist-original = { $language ->
    [ar] original en arabe ci-dessous
    [en] original en anglais ci-dessous
    [es] original en espagnol ci-dessous
    [fr] original en français ci-dessous
    [he] original en hébreu ci-dessous
    [ru] original en russe ci-dessous
    [uk] original en ukrainien ci-dessous
   *[other] original ci-dessous
 }
undated = sans date
carried-by = tel que repris par { $name }
carried-link = tel que diffusé par { $name }, dont le lien mène à { $site }
part = <i>Partie { $number } sur { $total }</i>
button-turn = Partie { $number }
small-talk = Bonjour. Posez-moi une question sur un conflit armé, par exemple : que s’est-il passé à Khan Younès hier ? /help dit ce que je fais d’autre.
words-small-talk = salut, bonjour, bonsoir, coucou, ça va, comment ça va, comment allez-vous, comment vas-tu, tu es là, vous êtes là, enchanté, bonne année, quoi de neuf
small-talk-farewell = Au revoir. Vos points continuent d’arriver comme vous l’avez choisi.
words-farewell = au revoir, bonne nuit, à bientôt, à demain, bonne journée, bonne soirée, à plus, à plus tard, ciao, adieu, prenez soin de vous, dors bien
small-talk-thanks = Je vous en prie. Posez d’autres questions quand vous voulez.
words-thanks = merci, merci beaucoup, merci bien, mille mercis, parfait, d’accord, ok, super, génial, très bien, bien, compris, bravo, excellent, bon travail, je vous remercie, c’est noté, oui, non, très utile, haha, mdr, désolé, pardon, cool
words-about = qui es-tu, qui êtes-vous, c’est quoi, que fais-tu, que faites-vous, que peux-tu faire, que pouvez-vous faire, comment ça marche, que puis-je demander, aide, aidez-moi, menu, es-tu humain, êtes-vous humain, tu es un robot, es-tu un robot, êtes-vous un robot, es-tu réel, qui t’a créé, qui vous a créé, comment t’appelles-tu, comment vous appelez-vous, quel est ton nom, quelles sont vos sources, quelles sont tes sources, d’où viennent vos informations, pouvez-vous m’aider, peux-tu m’aider, parlez-vous français, c’est gratuit, combien ça coûte, que savez-vous de moi, j’ai besoin d’aide, je ne comprends pas, test, c’est quoi ce bot, qui est derrière, tu es une ia, à quoi tu sers, mes messages sont-ils conservés, gardes-tu mes messages, à quelle fréquence es-tu mis à jour
words-stop = arrête, arrêtez, stop, annuler, annule, désabonner, me désabonner, désabonnez-moi, désabonne-moi, je veux me désabonner, plus de messages, arrêtez d’envoyer, n’envoyez plus rien, arrêtez les messages, ça suffit, annuler mon abonnement, se désabonner, laissez-moi tranquille, ne m’envoyez plus rien, assez, ça suffit
words-forget = supprime mes données, supprimez mes données, supprimer mes données, efface mes données, effacez mes données, oublie-moi, oubliez-moi, supprimer mon compte, supprimez mon compte, efface tout, effacez tout, supprime tout, effacer mon historique, supprime mon compte
words-export = exporte mes données, exportez mes données, montre-moi mes données, montrez-moi mes données, quelles données avez-vous sur moi, que gardez-vous sur moi
words-subscribe = abonner, m’abonner, je veux m’abonner, abonnez-moi, abonne-moi, abonnement, envoyez-moi un point chaque matin, envoie-moi les nouvelles chaque jour, nouvelles quotidiennes, je veux un point quotidien, envoyez-moi les nouvelles tous les matins
words-language = changer de langue, changez la langue, langue, parle français, parlez français, en français, français, en français s’il vous plaît, autre langue, parle-moi en français, passe en français, je veux le français
words-settings = réglages, paramètres, options, changer les réglages, mes abonnements, fuseau horaire, quels sont mes abonnements, montre mes abonnements, à quoi suis-je abonné, quand est mon prochain point
words-brief = nouvelles, les nouvelles, actualités, dernières nouvelles, les infos, titres, que s’est-il passé aujourd’hui, infos du jour, que se passe-t-il
words-nothing = euh, hum, bof
words-polite = s’il, vous, te, plaît, svp, monsieur, bot, à, tous, maintenant, et, beaucoup, l’aide, pour, votre, ton, aide, le, les, mon, ami, aujourd’hui, encore, toutes
words-asking = que, quoi, quand, où, qui, pourquoi, comment, combien, quel
too-many-questions = Vous avez beaucoup demandé cette heure-ci. Reprenez un peu plus tard.
flooding = Vous envoyez plus que je ne peux lire. Je reprends dans une minute.
button-judge = Était-ce utile ?
judge-ask = Qu’en pensez-vous ? Signaler, c’est pour ce qui est faux : les admins regarderont.
button-good = Utile
button-bad = Pas utile
button-report = Signaler
thanks = Merci.
reported = Merci. Les admins vont regarder. Ils voient la question et la réponse, pas votre nom.
report-nothing = Je ne vous ai pas répondu ici récemment, il n’y a donc rien à signaler.
report-notice = Un lecteur a signalé { $about }.
button-reported = L’ouvrir
reported-question = <b>Question :</b> { $question }
passage-gone = Je ne garde plus cette réponse. Posez la question à nouveau.
passage-headline = Seul son titre a pu être lu.
passage-teaser = Seul ce que sa source en dit a pu être lu, pas l’article entier.
passage-revised = L’article a été modifié depuis. Voici le texte qui a été cité.
passage-stored = Gardé tel qu’il a été lu le { $at } : révision { $number }, SHA-256 { $digest }…
passage-modified = Son éditeur l’a modifié le { $at }.
passage-changed = avant : « { $before } » maintenant : « { $after } »
passage-added = nouveau : « { $after } »
passage-removed = retiré : « { $before } »
passage-more = et d’autres phrases : { $count }
button-copy = Copier la citation
briefing-heading = <b>Le point</b>, du { $since } au { $until }, { $zone }
briefing-topics = Sujets : { $topics }
briefing-late = Ce point arrive en retard.
briefing-delayed = Envoyé en retard : établi le { $at }.
missed-skipped = Pas de point le { $day } : je ne fonctionnais pas.
missed-undelivered = Le point du { $day } n’a pas pu être remis.
briefing-quiet = { $sources ->
    [0] Aucun article n’a été lu pendant ce temps.
    [one] Pas de nouvelles : une source a été lue, et elle n’a rien rapporté à ce sujet.
   *[other] Pas de nouvelles : { $sources } sources ont été lues, et aucune n’a rien rapporté à ce sujet.
 }
briefing-quiet-here = Pas de nouvelles : rien n’a été rapporté à ce sujet pendant ce temps.
briefing-quiet-topics = <b>Rien de nouveau</b> sur : { $topics }
briefing-healthy = { $sources ->
    [one] Ma seule source a pu être lue.
   *[other] Les { $sources } sources ont toutes pu être lues.
 }
briefing-failing = Ces sources n’ont pas pu être lues, il peut donc manquer quelque chose : { $sources }
briefing-failing-more = Ces sources n’ont pas pu être lues, il peut donc manquer quelque chose : { $sources } et { $more } autres
briefing-newest-day = Rien de plus récent n’a été lu : voici la journée jusqu’au { $at }.
section-new = Nouveau
section-developing = En cours
story-opposed = rapporté par des médias de bords opposés
change-figure = <b>Nouveau chiffre :</b> { $said }
change-denial = <b>Démenti :</b> { $said }
change-correction = <b>Corrigé :</b> { $said }
change-before = On vous avait dit : { $before }
correction-corrected = <b>Corrigé</b> par { $publisher }, vu le { $at } : on y lit maintenant { $after }. On vous avait dit { $before } : « { $told } »
correction-edited = <b>Modifié sans le dire</b> par { $publisher }, vu le { $at } : on y lit maintenant { $after }. On vous avait dit { $before } : « { $told } »
correction-dropped = <b>N’est plus dit</b> par { $publisher }, vu le { $at } : la phrase qui donnait { $before } a été retirée. On vous avait dit : « { $told } »
correction-withdrawn = <b>Retiré</b> par { $publisher }, vu le { $at } : l’article qui disait « { $told } » n’est plus là.
briefing-more = { $count ->
    [one] Une histoire de moindre poids est laissée de côté.
   *[other] { $count } histoires de moindre poids sont laissées de côté.
 }
briefing-unchanged = { $count ->
    [one] Une histoire que vous connaissez n’a rien de nouveau.
   *[other] { $count } histoires que vous connaissez n’ont rien de nouveau.
 }
story-outlets = { $outlets ->
    [one] un média
   *[other] { $outlets } médias
 }
story-origins = { $origins ->
    [one] une origine indépendante
   *[other] { $origins } origines indépendantes
 }
view-how = Envoyez un sujet avec la commande, par exemple { $example }
view-nothing = Je n’ai trouvé aucune histoire là-dessus. Essayez un lieu ou un nom.
compare-heading = <b>Comment les médias le disent.</b> Les mots qui prennent parti sont en gras.
figures-heading = <b>Les bilans tels qu’ils ont été donnés,</b> les derniers d’abord. Ils ne sont pas additionnés.
timeline-heading = <b>Jour après jour</b>, le premier d’abord.
figures-picture = Chaque point est ce qu’une source a donné. Rien n’est additionné.
figures-others = autres sources
figures-caption = La même chose en image, les points de chaque source à part.
figures-range = { $what } : de { $low } à { $high }
figures-single = { $what } : { $value }
outcome-killed = Tués
outcome-wounded = Blessés
outcome-missing = Disparus
outcome-displaced = Déplacés
outcome-detained = Détenus
outcome-captured = Capturés
outcome-arrested = Arrêtés
outcome-evacuated = Évacués
outcome-rescued = Secourus
outcome-released = Libérés
picture-reports = Articles par jour
picture-reports-note = Chaque barre : 24 heures jusqu’à { $time }.
picture-usual-note = Tirets : l’habituel, moyenne des 8 semaines d’avant.
picture-usual = habituel : { $count }
picture-map = Où cela s’est passé
picture-map-note = Points pâles : autres histoires de ces semaines. Numéros creux : régions entières.
overview-caption = Articles par jour sur deux semaines, et où cela s’est passé ; les numéros sont ceux des histoires.
overview-theatre = <b>{ $place }</b>, articles en ces 24 heures : { $count }, d’habitude { $usual }
overview-theatre-new = <b>{ $place }</b>, articles en ces 24 heures : { $count }
overview-places = Sur la carte : { $places }
page-title = Point du { $day }
page-quotes = Les citations dans leur contexte
button-evidence = Les preuves sur une page
page-private = Quiconque a cette adresse peut lire cette page. Elle n’est dans aucune liste ni aucun moteur de recherche ; /forget dans le chat la supprime.
page-gone = Cette page n’existe pas. Elle a pu être supprimée.
page-articles = { $count ->
    [one] Un article
   *[other] Les { $count } articles
 }
subscribed = Vous recevrez un point { $what }.
subscribed-hint = Pour ne suivre que certains sujets, nommez-les après la ville : <code>/subscribe 07:00 Bagdad Gaza, mer Rouge</code>
subscription-line = { $days } à { $time }, { $zone }, sur { $topics }
days-all = chaque jour
days-weekdays = du lundi au vendredi
days-weekends = le samedi et le dimanche
days-some = chaque semaine ({ $days })
days-but = chaque jour sauf { $day }
subscribe-unclear = À quelle heure, et où vivez-vous ? Écrivez par exemple : 7h30 Paris, ou : Beyrouth, le lundi à 8h. Des sujets peuvent suivre.
topics-all = tout
topics-too-many = Nommez au plus 10 sujets de 100 caractères au plus, séparés par des virgules.
next-briefing = Prochain : { $at }
paused-chat = Rien n’est arrivé ici depuis { $since } : { $why }. Si vous lisez ceci, cela reprend.
paused-topic = En pause depuis { $since } : { $why }. Je réessaie le { $at }.
paused-topic-now = En pause depuis { $since } : { $why }. Je réessaie avec le prochain point.
paused-your-chat = Je ne peux pas écrire dans un groupe ou un canal pour lequel vous avez réglé des points : { $why }. Je réessaie de temps à autre ; dès que quelque chose passe, cela reprend.
settings-heading = <b>Réglages de ce chat</b>
settings-zone = Fuseau horaire : { $zone }
settings-language = Langue : { $language }
settings-pictures-on = Images : oui
settings-pictures-off = Images : non
settings-briefings = Abonnements : { $count }
button-pictures-on = Activer les images
button-pictures-off = Désactiver les images
button-settings = Tous les réglages
button-page-zone = Fuseau horaire
button-page-language = Langue
button-page-hour = Nouvel abonnement
button-page-briefings = Abonnements
zone-ask = À l’heure de quelle ville vivez-vous ? Touchez-la, ou écrivez la vôtre.
zone-again = Je ne connais pas cette ville. Envoyez-en une plus grande près de vous, un fuseau comme Asia/Baghdad, ou +03:00.
button-place = Là où je suis
button-share-place = Partager où je suis
place-ask = Touchez le bouton en bas pour partager une fois où vous êtes. J’en tire le fuseau horaire et ne garde rien d’autre.
place-thanks = Merci. Je n’ai pas gardé où vous êtes.
place-clocks = Quelle heure est-il chez vous ?
button-other-zone = Une autre heure
zone-meant = Ou vouliez-vous dire l’heure d’une ville ?
button-meant = Oui, { $zone }
topics-ask = Sur quoi ? Touchez ce qui vous intéresse, ou écrivez des sujets séparés par des virgules : hôpitaux d’Alep, mer Rouge. Ou laissez tout.
button-topics-all = Tout
button-topics-done = C’est tout
language-ask = Quelle langue dois-je parler ? Les citations restent dans la langue de leur source.
hour-ask =
    À quelle heure dois-je envoyer un point ?

    Touchez-en une, ou écrivez-la : 6h30, lundi à 8h, chaque vendredi à 18h. La ville et les sujets peuvent suivre : 6h30 Paris Gaza, mer Rouge
hour-offer = Un point chaque jour à { $time } ?
zone-assumed = Je ne connais pas votre fuseau horaire et suppose { $zone }. Pour le changer, écrivez votre ville.
subscriptions-heading = <b>Vos abonnements</b>
subscriptions-none = Il n’y a pas d’abonnement pour ce chat. Pour un point chaque matin, envoyez par exemple /subscribe 07:00 Bagdad
button-end = Arrêter le numéro { $number }
unsubscribed = { $count ->
    [one] Arrêté. Vous ne recevrez plus ce point :
   *[other] Arrêté. Vous ne recevrez plus ces points :
 }
unsubscribed-notice = Arrêté.
word-all = tout
zone-shown = Votre fuseau horaire est { $zone } ; il y est { $now }. Pour le changer, envoyez /timezone avec une ville, par exemple /timezone Kiev
zone-unset = Je ne connais pas votre fuseau horaire et utilise { $zone } ; il y est { $now }. Pour le régler, envoyez /timezone avec une ville, par exemple /timezone Kiev
zone-set = Votre fuseau horaire est maintenant { $zone } ; il y est { $now }.
zone-moved = { $count ->
    [one] Votre abonnement garde son heure, dans le nouveau fuseau.
   *[other] Vos { $count } abonnements gardent leur heure, dans le nouveau fuseau.
 }
travel-ask = Votre fuseau horaire est maintenant { $zone }. Quand vos points doivent-ils arriver ?
button-local-hour = À { $time }, heure locale
button-home-hour = Comme avant, ici { $time }
follow-done = Suivi : { $topics }. Les points de ce chat commencent par là et disent quand il n’y a rien de nouveau.
follow-no-briefing = Ce chat ne reçoit pas encore de point. Pour en recevoir un chaque matin, envoyez par exemple /subscribe 07:00 Bagdad
follow-none = Ce chat ne suit aucun sujet. Envoyez-les avec la commande, séparés par des virgules : /follow hôpitaux d’Alep, mer Rouge
follow-heading = <b>Sujets suivis</b>
button-unfollow = Arrêter : { $topic }
unfollow-done = Plus suivi : { $topics }
hide-done = Laissé de côté ici désormais : { $name }. /hide montre ce qui l’est.
hide-unknown = Je n’ai aucun article d’un média de ce nom. /sources montre ce que je lis.
hide-none = Aucun média n’est laissé de côté ici. Pour en laisser un, envoyez son nom : <code>/hide Rafidain Voice</code>
hide-heading = <b>Laissés de côté ici</b>
button-unhide = Montrer de nouveau : { $name }
hidden-outlets = { $count ->
    [one] <i>Un média est masqué ici.</i>
   *[other] <i>{ $count } médias sont masqués ici.</i>
 }
watch-heading = <b>Prévenu aussitôt</b>
watch-none = Rien n’est surveillé ici. Pour être prévenu aussitôt, envoyez par exemple /watch drones near Erbil
watch-how = Envoyez un sujet, précédé si vous voulez du nombre d’origines indépendantes, de 1 à 20 : /watch 3 drones near Erbil
watch-done = { $origins ->
    [one] Surveillé : { $topic }. J’écris dès qu’une origine en parle.
   *[other] Surveillé : { $topic }. J’écris dès que { $origins } origines indépendantes en parlent.
 }
watch-line = { $origins ->
    [one] { $topic }, dès une origine
   *[other] { $topic }, dès { $origins } origines indépendantes
 }
watch-hint = Chaque histoire a un seul message, que je modifie à mesure. Au plus { $most } alertes par jour. Avec /quiet 23:00 7:00, elles attendent la nuit.
unwatch-done = Plus surveillé : { $topic }
quiet-none = Les alertes viennent à toute heure.
quiet-set = De { $start } à { $end }, { $zone }, les alertes attendent.
quiet-how = Pour que les alertes attendent la nuit, envoyez /quiet 23:00 7:00. Pour y mettre fin, envoyez /quiet off
word-off = non
alert-heading = <b>Alerte</b> sur { $topic }
alert-updated = Mis à jour le { $at }.
alert-last = C’est la dernière alerte du jour. Le reste sera dans le prochain point.
button-story = Histoire { $number }
button-mute = Taire cette histoire
muted-notice = Tue. /muted liste ce qui est tu.
muted-heading = <b>Histoires tues</b>
muted-none = Aucune histoire n’est tue. Les boutons sous un point ouvrent une histoire ; on peut l’y faire taire.
button-unmute = Reprendre le numéro { $number }
unmuted-notice = Cette histoire est de nouveau racontée.
forgotten = C’est fait. Je ne garde plus rien sur ce chat : ni abonnements, ni questions, ni réglages. Les messages ci-dessus restent dans Telegram jusqu’à ce que vous les supprimiez.
forget-ask = Supprimer tout ce que je garde sur ce chat : abonnements, sujets, questions, réglages ? C’est irréversible.
exported = Tout ce que je garde sur vous est dans ce fichier.
exported-privately = Je vous l’ai envoyé en privé.
export-start-first = Je ne peux pas encore vous écrire en privé. Ouvrez une discussion avec moi, appuyez sur Démarrer et envoyez-y /export.
privacy =
    Je garde ce que vous réglez ici, vos dernières questions pendant 90 jours et vos avis. Aucune question ni aucun nom n’est écrit dans un journal. Je ne garde pas le lieu que vous partagez, seulement son fuseau.

    /export - tout ce que je garde sur vous, dans un fichier
    /forget - l’effacer
sources-none = Je ne lis encore aucune source.
sources-on = sur { $topic }
sources-topics = Aucune source n’est classée sous ce thème. Il y a : { $topics }
sources-no-topics = Aucune source n’est classée par thème. /sources les montre toutes.
sources-none-admin = Pour en ajouter une, envoyez par exemple /addsource https://example.org/feed.xml
sources-list = { $count ->
    [one] <b>Je lis une source</b>
   *[other] <b>Je lis { $count } sources</b>
 }
sources-corpus = { $articles ->
    [one] { $articles } article est indexé.
   *[other] { $articles } articles sont indexés.
 }
source-line = { $name } ({ $kind })
source-line-admin = { $id }. { $name } ({ $kind }) : { $url }
source-kind-feed = flux
source-kind-page = page
source-kind-channel = canal
source-kind-sitemap = plan de site
source-kind-section = page de rubrique
source-kind-article = article
source-state-ok = lue le { $at }
source-state-new = pas encore lue
source-state-paused = en pause
source-state-quiet = rien de nouveau depuis le { $at }
source-usual = ; aujourd’hui { $today }, d’habitude { $usual } par jour
source-state-failing = en panne : { $why }
addsource-how = Envoyez l’adresse avec la commande : /addsource https://example.org/feed.xml
addsource-found = <b>{ $name }</b>, { $kind } à { $url }
addsource-newest = Entrées récentes :
addsource-none = Il n’y a pas d’entrée pour le moment.
addsource-rate = { $count ->
    [one] Environ { $count } entrée par jour.
   *[other] Environ { $count } entrées par jour.
 }
addsource-rate-week = { $count ->
    [one] Environ { $count } entrée par semaine.
   *[other] Environ { $count } entrées par semaine.
 }
addsource-rate-rare = Moins d’une entrée par semaine.
addsource-summaries = Il ne donne que des résumés ; je lis les articles sur leurs propres pages.
addsource-full = Elle donne les articles entiers.
addsource-language = Langue : { $language }
testsource-how = Envoyez l’adresse avec : /testsource https://example.org/feed.xml
addsource-offers = Le site propose ceux-ci, plus faciles à lire. Lequel ajouter ?
addsource-not = Je ne peux pas lire cela comme source.
addsource-ask = Dois-je le lire désormais ?
button-confirm = Oui, ajouter
button-offer = { $kind } : { $title }
button-cancel = Ne rien ajouter
addsource-done = Ajouté sous le numéro { $id } : { $name }. Ses articles arrivent dans quelques minutes.
addsource-gone = C’est déjà décidé, ou trop ancien. Envoyez /addsource à nouveau.
addsource-known = Je lis déjà cela : numéro { $id }, { $name }.
addsource-cancelled = Non ajouté.
source-which = Envoyez le numéro avec la commande, par exemple { $example }. Les numéros sont dans /sources.
button-yes = Oui
button-no = Non
left-as-it-is = Rien n’a été changé.
source-remove-ask = Ne plus lire le numéro { $id }, { $name }, à { $url } ? Ses articles restent.
source-removed = Retirée : { $name }. Ses articles restent.
source-paused = En pause : { $name }. /resumesource { $id } la reprend.
source-resumed = { $name } est lue à nouveau.
vouch-how = Quelle source ? Ce que publie un site que je connais depuis moins de { $days } jours ne compte pas pour les alertes (/watch). /vouch 3 se porte garant de la source 3, qui compte alors aussitôt ; /vouch 3 example.org dit aussi que ce site est du même média.
vouched = { $name } est garanti. Ce qu’il publie compte aussitôt pour les alertes (/watch), et non à partir du { $day } seulement. Il parle pour : { $sites }.
vouched-counted = { $name } est garanti. Ce qu’il publie comptait déjà pour les alertes (/watch). Il parle pour : { $sites }.
unvouched = { $name } n’est plus garanti.
filtersource-how = Envoyez le numéro de la source, puis ce qu’il faut garder ou écarter, chacun sur sa ligne :
    /filtersource 3
    keep: Kharkiv, Soumy
    drop: football
    topics: Ukraine
    Une ligne sans mots met fin à ce filtre.
filtersource-now = Désormais, de { $name } :
filter-topics = sujets : { $words }
filter-keep = garder : { $words }
filter-drop = écarter : { $words }
exportsources-done = { $count ->
    [one] Une source, dans une liste que les lecteurs de flux comprennent.
   *[other] { $count } sources, dans une liste que les lecteurs de flux comprennent.
 }
importsources-how = Envoyez-moi le fichier : son nom finit par .opml ou .xml.
importsources-done = Ajoutées : { $count }. Déjà connues : { $known }. Je vérifie chacune à sa première lecture.
publishers-which = Envoyez un nom avec, par exemple l’un de ceux-ci : /publisher Nom
publishers-line = { $name }
setpublisher-how = Envoyez le nom de l’éditeur, puis ce que l’on sait, chacun sur sa ligne :
    /setpublisher Rafidain Voice
    country: Iraq
    state-run: no
    Champs : { $fields }. La valeur unknown en efface un.
profile-line = { $field } : { $value }
profile-country = pays
profile-language = langue
profile-ownership = propriétaire
profile-leaning = orientation
profile-state-run = média d’État
profile-yes = oui
profile-no = non
profile-unknown = inconnu
profile-whose = Les admins de ce bot l’ont noté ; rien n’en est deviné.
profile-ask = <b>{ $name }</b> : { $field } ? Choisissez ce que vous savez juste, ou écrivez-le :
    /setpublisher { $name }
    { $field }: …
source-event = À propos d’une source : { $said }
source-event-died = Je n’ai pas pu lire { $name } (échecs de suite : { $failures }). { $why }
source-event-gone = { $name } n’existe plus, et je ne le lis plus. { $why }
source-event-recovered = { $name } fonctionne de nouveau.
source-event-quiet = { $name } n’a rien apporté de nouveau depuis le { $since }.
source-event-returned = { $name } apporte de nouveau des nouvelles.
source-event-language = { $name } écrit maintenant dans une autre langue : { $language }, avant { $before }.
source-event-moved = { $name } a déménagé pour de bon, vers un autre site. Sa nouvelle adresse, si vous lui faites confiance : { $url }
source-event-flood = { $name } annonce soudain { $count } nouvelles entrées. Je les lis peu à peu ; un coup d’œil peut être utile.
source-event-quota = { $name } a livré ce qu’une source peut livrer en un jour ({ $count } articles, ou leur texte). Le reste attend.
source-event-long = { $name } compte { $count } entrées. Je lis les { $read } premières.
source-event-partial = De { $name }, je ne garde que le titre ou le résumé de { $count } nouvelles entrées sur { $read } : leurs pages n’ont pas pu être lues.
source-event-dropped = De { $name }, { $count } nouvelles entrées sur { $read } n’ont rien donné : elles sont sans texte et leurs pages n’ont pas pu être lues.
source-event-gap = Entre deux lectures de { $name }, des messages ont été perdus et ne sont plus proposés (environ { $count }).
source-event-degraded = Le flux de { $name } est mal formé. J’en lis ce qui peut être lu.
source-event-withdrawn = { $name } a retiré un article dont j’avais parlé : { $url } Discussions qui en avaient entendu parler et qui en seront averties : { $chats }
source-degraded = mal formé, lu autant que possible
why-connect = Le site est injoignable.
why-timeout = Le site met trop de temps à répondre.
why-incomplete = Le site interrompt sa réponse.
why-unavailable = Le site n’est pas disponible pour le moment.
why-rate-limited = Le site me demande de revenir plus tard.
why-http-error = Le site répond par une erreur.
why-forbidden = Le site ne me laisse pas le lire.
why-robots = Le robots.txt du site me demande de ne pas lire cela.
why-not-found = Il n’y a plus rien à son adresse.
why-gone = Le site dit que l’adresse a disparu pour de bon.
why-tls = Aucune connexion sûre au site n’est possible ; son certificat est peut-être faux ou périmé.
why-redirects = Le site me renvoie d’une façon que je ne suis pas.
why-too-heavy = Ce qui se trouve à son adresse est trop volumineux ou trop coûteux à lire.
why-not-a-feed = Ce qui se trouve maintenant à son adresse n’annonce aucun article.
why-private-address = Son adresse mène dans un réseau privé.
why-internal = C’est une erreur de ma part ; elle est consignée.
doubt-lookalike = Le nom du site contient des lettres qui ressemblent à d’autres. Vérifiez que c’est le bon.
doubt-improper-name = Le nom du site n’est pas un nom international correct. Vérifiez qui l’a envoyé.
doubt-encoding-guessed = Le flux n’indique pas correctement le codage de ses lettres. Ses textes peuvent en montrer de fausses.
doubt-badly-made = Le flux est mal formé. J’en lis ce qui peut être lu.
button-moved = La lire là-bas
source-moved = { $name } est lue désormais à { $url }.
source-moved-gone = C’est déjà décidé, ou la source n’existe plus.
broadcast-how = Envoyez le texte avec la commande : /broadcast Le bot change d’adresse lundi.
broadcast-too-long = C’est trop long pour un message.
broadcast-preview = Voici ce que chaque chat recevra :
broadcast-gone = Ce brouillon n’existe plus. Envoyez /broadcast à nouveau.
broadcast-queued = { $count ->
    [one] En route vers { $count } chat.
   *[other] En route vers { $count } chats.
 }
broadcast-discarded = Non envoyé.
button-send = Envoyer à { $count }
button-discard = Ne pas envoyer
stats-heading = <b>Chiffres</b>
stats-sources = Sources : { $count }
stats-articles = Articles : { $count }
stats-passages = Passages : { $count }
stats-pending = Articles à indexer : { $count }
stats-behind = L’indexation a du retard : un article attend depuis { $at }
stats-set-aside = Articles mis de côté car impossibles à indexer : { $count }
stats-too-slow = Articles mis de côté car les réponses prenaient trop de temps avec eux : { $count }
stats-aside = • { $title } ({ $who })
stats-stories = Histoires : { $count }
stats-newest = Article le plus récent : { $at }
stats-chats = Chats : { $count }
stats-subscriptions = Abonnements aux points : { $count }
stats-questions = Questions gardées : { $count }
stats-verdicts = Avis : { $good } utiles, { $bad } pas utiles, { $report } signalés
stats-deliveries = Envois, { $state } : { $count }
stats-paused = Discussions où je ne peux pas écrire : { $reasons }. Je réessaie de temps à autre.
stats-paused-one = { $why } { $count }
stats-paused-topics = Sujets de forums où je ne peux pas écrire : { $count }
pause-blocked = le bot est bloqué
pause-deactivated = le compte ou le groupe est fermé
pause-kicked = le bot n’est pas membre
pause-never-started = la personne n’a pas démarré le bot
pause-chat-not-found = Telegram ne trouve pas la discussion
pause-no-rights = le bot n’a pas le droit d’y écrire
pause-banned-there = le bot y est banni
pause-moved-away = le groupe a changé d’adresse
pause-forbidden = Telegram l’interdit
pause-banned = banni par un admin
pause-topic-closed = le sujet est fermé
delivery-pending = en attente
delivery-sending = en route
delivery-sent = envoyés
delivery-dead = refusés par Telegram
delivery-blocked = chat absent
delivery-unknown = arrivée inconnue
delivery-expired = trop tard pour l’envoi
delivery-cancelled = annulés
usage-heading = Les deux dernières semaines
usage-line = { $what } : { $items }
usage-questions = Questions par jour
usage-answered = avec réponse { $count }
usage-abstained = sans réponse dans les sources { $count }
usage-deliveries = Points et alertes par jour
usage-sent = envoyés { $count }
usage-failed = non remis { $count }
usage-sources = Sources en ce moment
usage-source-ok = bien { $count }
usage-source-quiet = muettes { $count }
usage-source-failing = en panne { $count }
usage-source-new = pas encore lues { $count }
usage-source-paused = en pause { $count }
usage-waits = Réponses selon les secondes qu’elles ont pris
usage-within-half = La moitié des réponses ont pris au plus { $seconds } secondes.
usage-beyond-half = Plus de la moitié des réponses ont pris plus de { $seconds } secondes.
usage-within-most = 95 sur 100 ont pris au plus { $seconds } secondes.
usage-beyond-most = Plus de 5 sur 100 ont pris plus de { $seconds } secondes.
usage-unreadable = Messages de Telegram que je n’ai pas pu lire et que j’ai passés : { $count }

## Admins, exclusions et journal

person-which = Envoyez le numéro avec, par exemple { $example }. Chacun lit son numéro chez @userinfobot.
admin-added = { $person } est admin à partir de maintenant.
admin-is-one = { $person } est déjà admin.
admin-you-are = Vous êtes admin de ce bot à partir de maintenant. /help montre ce que vous pouvez faire.
admin-removed = { $person } n’est plus admin.
admin-remove-ask = Retirer les droits d’admin à { $person } ?
admin-is-none = { $person } n’est pas admin.
admin-owner = { $person } est propriétaire. Les propriétaires sont dans la configuration, sous telegram.admins.
admins-owners = <b>Propriétaires</b>
admins-admins = <b>Admins</b>
admins-line = { $person }, depuis le { $at }, ajouté par { $by }
admins-none = aucun
admins-banned = <b>Exclus</b>
banned = { $person } ne reçoit plus de réponse. /unban { $person } l’annule.
ban-ask = Ne plus répondre à { $person } et ne plus rien y envoyer ? Les abonnements sont gardés jusqu’à /unban.
unbanned = { $person } reçoit de nouveau des réponses.
ban-none = { $person } n’était pas exclu.
ban-admin = { $person } est admin. Un propriétaire peut d’abord lui retirer ce droit, avec /removeadmin.
audit-heading = <b>Ce que les admins ont fait, le plus récent d’abord</b>
audit-none = Aucun admin n’a encore rien fait.
audit-line = { $at } : { $person }, { $what } : { $outcome }
audit-refusal = { $day } : { $person }, { $what } : refusé, { $count } fois
audit-done = fait
audit-asked = demandé d’abord
audit-refused = refusé
audit-failed = échoué
refused-admin = Seuls les admins de ce bot peuvent faire cela, dans un chat privé avec lui.
refused-owner = Seul un propriétaire de ce bot peut faire cela.
refused-group-admin = Seuls les admins de ce groupe peuvent faire cela.
refused-forwarded = Cette commande a été transférée, je ne l’ai donc pas exécutée. Envoyez-la vous-même.
refused-edited = Je réponds de nouveau à une question modifiée, mais je n’exécute pas une commande modifiée. Renvoyez-la, s’il vous plaît.
refused-stranger = Ce bot ne répond qu’à certains chats. Ses admins peuvent vous admettre : donnez-leur ce numéro, { $chat }.
unknown-command = Je ne connais pas cette commande. /help dit ce que je sais faire.
unknown-command-near = Je ne connais pas cette commande. Vouliez-vous dire { $command } ?
nearly-command = Pour cela, envoyez { $command }
press-expired = Ce bouton a expiré. Envoyez la commande à nouveau.
error-unexpected = Quelque chose a échoué de mon côté, et c’est noté. Réessayez dans quelques minutes.
error-zone-unknown = Je ne connais pas ce fuseau horaire. Envoyez une ville comme Kiev, un fuseau comme Asia/Baghdad, ou +03:00.
error-time-unknown = Ce n’est pas une heure. Envoyez-la comme 07:30 ou 19:00.
error-too-many = Un chat peut avoir 20 abonnements. Arrêtez-en un d’abord.
error-too-many-topics = Un chat peut suivre 20 sujets. Arrêtez-en un d’abord.
error-too-many-muted = Un chat peut taire 200 histoires. Reprenez-en d’abord.
error-too-many-hidden = Une discussion peut masquer 50 médias. Montrez-en d’abord quelques-uns.
error-bad-address = Ce n’est pas une adresse web que je peux lire. Envoyez-en une qui commence par https://
error-private-address = Cette adresse mène à un réseau privé.
error-not-reached = Le site est injoignable ou n’a pas répondu comme il faut. Réessayez plus tard.
error-tls = Aucune connexion sûre avec le site n’a pu être établie.
error-forbidden = Le site ne me laisse pas lire cela.
error-not-found = Il n’y a rien à cette adresse.
error-redirects = Le site me renvoie ailleurs d’une façon que je ne suis pas.
error-too-heavy = Ce qui est à cette adresse est trop grand ou ne peut être décompressé.
error-no-source = Je n’ai trouvé ni flux ni articles à cette adresse.
error-source-exists = Cette source existe déjà.
error-too-many-sources = Je peux lire 5 000 sources au plus. Retirez-en d’abord.
error-source-unknown = Aucune source n’a ce numéro, cette adresse ou ce nom. Les numéros sont dans /sources.
error-source-ambiguous = Plusieurs sources correspondent. Envoyez le numéro ; les numéros sont dans /sources.
error-publisher-unknown = Aucun éditeur de ce nom n’est connu. /publisher les montre.
error-bad-field = Un éditeur a ces champs : country, language, ownership, leaning, state-run.
error-bad-value = Ce champ est yes, no ou unknown.
error-not-opml = Ce n’est pas un fichier OPML.
error-file-unread = Ce fichier n’a pas pu être lu, ou il est trop long.
error-said = { $said }
terminal-hello = Écrivez une question ou /help. !1 presse le bouton 1, /quit termine.
terminal-no-button = Il n’y a pas de bouton { $number }.
