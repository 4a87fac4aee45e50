### Everything the bot says in English. HTML as Telegram takes it; values are escaped where they are put in.

## First contact

start =
    I brief people on armed conflicts. Every sentence I write shows the article it comes from. What no source says, I do not say.

    Ask me something, in your own words. For example: <i>{ $example }</i>
    /brief - what was reported in the last 24 hours
    /subscribe 07:00 Baghdad - the same, every morning
    /sources - what I read
    /help - everything else
start-group =
    I answer questions on armed conflicts, with the source of every sentence. In this group I answer when you mention me or reply to me. /help lists the commands. Only admins of this group can set up briefings for it.
example-question = How many attacks on US troops were counted?
button-try = Try this question
button-brief = Briefing now
button-daily = A briefing every morning
help-heading =
    Just write your question. I answer with sources: tap a number in brackets to open the article, tap a button to read the exact passage.

    An origin is whoever reported something first. Ten outlets that reprint one agency are one origin.


help-admins = For admins:
help-footing = I keep what you set here, your last questions and your feedback, nothing else. /export shows it, /forget removes it.
## Commands, as the menu and /help list them

command-help = what I can do
command-ask = ask a question
command-brief = what was reported in the last 24 hours; topics may follow
command-compare = how each outlet words a story: topic
command-timeline = a story day by day: topic
command-figures = the tolls that reports give: topic
command-subscribe = a briefing when you want it: hour, days, city, topics
command-subscriptions = your briefings
command-unsubscribe = stop a briefing
command-follow = topics that my briefings tell first
command-unfollow = stop following a topic
command-hide = leave out an outlet here: name
command-watch = tell me at once: topic
command-unwatch = stop telling at once
command-quiet = hours when alerts wait
command-muted = stories that this chat does not want to hear of
command-timezone = show or set your time zone
command-language = choose my language
command-settings = all settings, by buttons
command-report = tell the admins that my last answer is wrong
command-sources = what I read, or on a topic: Sudan
command-publisher = who is behind a publisher: name
command-export = everything I hold about this chat, as a file
command-forget = remove everything I hold about this chat
command-addsource = read a feed or page: address
command-removesource = stop reading a source: number
command-pausesource = pause a source: number
command-resumesource = go on with a source: number
command-vouch = say that a source is who it says, so that it counts for alerts at once
command-unvouch = take that back
command-testsource = look at an address or a source, change nothing: address or number
command-filtersource = which entries of a source are read: number
command-exportsources = all sources as an OPML file
command-importsources = add the sources of an OPML file
command-setpublisher = write down what is known of a publisher
command-stats = figures
command-broadcast = a message to all chats: text
command-ban = answer a person or chat no more: number
command-unban = answer them again: number
command-admins = who runs this bot
command-audit = what admins did last
command-addadmin = make a person an admin: number
command-removeadmin = an admin no more: number

## Answers

ask-how = Please ask in words, for example: <i>How many attacks on US troops were counted?</i>
ask-other = I can only answer from reports on armed conflicts. Ask me, for example: <i>How many attacks on US troops were counted?</i>
cut-short = Time ran out before everything was read. This is what was ready.
answer-more = <b>More on this</b>
ask-too-long = Please ask in at most { $most } characters.
link-found = I have read that article:
link-site = I have not read that article. The newest that I have of { $site }:
link-unknown = I have nothing from that address. I open no links myself; /sources shows what I read.
answer-none = I found nothing in my sources that answers this.
answer-none-sought = Looked for: { $names }
answer-none-since = Reports since { $first } were searched.
answer-none-day = Reports of { $first } were searched.
answer-none-days = Reports from { $first } to { $last } were searched.
answer-none-unnamed = None of the reports that come nearest names { $names }.
answer-none-seen = The newest report I have that names { $name } is from { $day }.
answer-none-nearest = The nearest report is about something else: { $title } ({ $who }, { $day }).
answer-none-before = I do not know what this is about: you have asked nothing here in the last half hour. Reply to an answer of mine, or name a place, a party or a date.
answer-none-hint = I only say what a source says. Try other words, a place or a date, or see /sources for what I read.
inline-none = Nothing found
inline-none-hint = No source answers this. Try a place or a date.
draft = Looking through the reports…
answer-footing = { $origins ->
    [one] <i>From one independent origin. As of { $at }, { $zone }.</i>
   *[other] <i>From { $origins } independent origins. As of { $at }, { $zone }.</i>
 }
sources-heading = <b>Sources</b>
sources-disagree = <b>Sources disagree</b> on { $about }:
about-killed = the number killed
about-wounded = the number wounded
about-missing = the number missing
about-displaced = the number displaced
about-detained = the number detained
about-captured = the number captured
about-arrested = the number arrested
about-evacuated = the number evacuated
about-rescued = the number rescued
about-released = the number released
count-changed = Change in { $about }: <b>{ $speaker }</b> now gives { $latest }, before that { $earlier }.
gist = { $what } — { $original }
gist-said = { $who }: { $what }
gist-mentions = mentions { $names }
gist-attack = attack
gist-capture = capture
gist-release = release
gist-shot-down = shot down: { $weapons }
gist-at-least = at least { $counted }
gist-about = about { $counted }
gist-up-to = at most { $counted }
gist-apart = { $counted } ({ $of })
gist-of-children = children
gist-of-women = women
gist-of-civilians = civilians
gist-of-fighters = fighters
gist-of-soldiers = soldiers
gist-of-police = police
gist-of-journalists = journalists
gist-killed = { $count ->
    [one] { $number } killed
   *[other] { $number } killed
 }
gist-wounded = { $count ->
    [one] { $number } wounded
   *[other] { $number } wounded
 }
gist-missing = { $count ->
    [one] { $number } missing
   *[other] { $number } missing
 }
gist-captured = { $count ->
    [one] { $number } captured
   *[other] { $number } captured
 }
gist-displaced = { $count ->
    [one] { $number } displaced
   *[other] { $number } displaced
 }
gist-evacuated = { $count ->
    [one] { $number } evacuated
   *[other] { $number } evacuated
 }
gist-rescued = { $count ->
    [one] { $number } rescued
   *[other] { $number } rescued
 }
gist-arrested = { $count ->
    [one] { $number } arrested
   *[other] { $number } arrested
 }
gist-released = { $count ->
    [one] { $number } released
   *[other] { $number } released
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
    [ar] original in Arabic below
    [en] original in English below
    [es] original in Spanish below
    [fr] original in French below
    [he] original in Hebrew below
    [ru] original in Russian below
    [uk] original in Ukrainian below
   *[other] original below
 }
undated = no date
carried-by = as carried by { $name }
carried-link = as carried by { $name }, whose link leads to { $site }
part = <i>Part { $number } of { $total }</i>
button-turn = Part { $number }
small-talk = Hello. Ask me about an armed conflict, for example: what happened in Khan Younis yesterday? /help lists what else I do.
words-small-talk = hi, hello, hey, hello there, hi there, good morning, good evening, good afternoon, good day, how are you, how are you doing, how is it going, hows it going, whats up, nice to meet you, greetings, anyone there, are you there, are you here, good to see you, how do you do, i am back, im back, happy new year
small-talk-farewell = Goodbye. Your briefings go on as you set them.
words-farewell = bye, goodbye, bye bye, good night, see you, see you later, see you tomorrow, have a nice day, have a good day, take care, sleep well, talk later, talk to you later, later, cya, farewell, stay safe, sweet dreams
small-talk-thanks = You are welcome. Ask on whenever you like.
words-thanks = thanks, thank you, thank you very much, thank you so much, thanks a lot, many thanks, thx, ty, great, perfect, ok, okay, ok thanks, cool, nice, good, good job, well done, great job, good bot, got it, understood, awesome, i see, excellent, good work, much appreciated, i appreciate it, appreciated, that helps, that helped, very helpful, helpful, wonderful, amazing, lol, haha, wow, yes, no, i love you, sorry, fine, no problem, alright
words-about = who are you, what are you, what is this, what is this bot, what can you do, what do you do, what can i ask, what can i ask you, how does this work, how do you work, help, help me, menu, start, are you human, are you a human, are you a bot, are you a robot, are you real, are you an ai, are you a person, are you alive, who made you, who built you, who created you, who runs you, who is behind you, what is your name, whats your name, your name, are you chatgpt, how old are you, where are you from, where do you get your news, where does your information come from, what are your sources, what sources do you use, can i trust you, can you help me, i need help, what languages do you speak, do you speak english, is this free, how much does it cost, who pays you, tell me about yourself, introduce yourself, what commands are there, what commands do you have, what should i do, what now, about, who owns this bot, do you store my data, what do you know about me, are you listening, i do not understand, i dont understand, how do i use this, how do i use you, test, are my messages stored, do you keep my messages, do you save my messages, how often do you update, how often are you updated, is my data safe with you
words-stop = stop, unsubscribe, stop it, cancel, quit, no more, stop sending, stop sending me messages, stop messaging me, stop writing to me, no more messages, no more briefings, cancel my subscription, cancel subscription, end my subscription, stop my briefing, stop the briefings, stop briefings, leave me alone, i want to unsubscribe, i do not want this any more, i dont want this anymore, unsubscribe me, turn it off, turn off notifications, mute, stop all, stop everything, remove me, shut up, enough, enough of this, that is enough, thats enough
words-forget = delete my data, delete all my data, forget me, erase my data, remove my data, delete everything, delete my account, delete everything about me, delete my history, delete my messages, i want my data deleted, delete what you know about me, gdpr delete, erase everything, delete me, remove my account, clear my data, clear my history
words-export = export my data, show my data, send me my data, give me my data, what do you store about me, what data do you have about me, what do you hold about me
words-subscribe = subscribe, subscribe me, i want to subscribe, sign me up, send me a briefing every morning, send me news every day, daily news, send me daily news, daily briefing, i want a daily briefing, send me a briefing every day, brief me every morning, brief me every day, wake me with the news, news every morning, i want news every morning, send me updates, keep me updated, keep me posted
words-language = change language, change the language, language, speak english, switch to english, in english please, english, english please, can you speak english, other language, another language, set language, talk to me in english, use english, i want english, change language to english, russian, ukrainian, arabic, french, spanish, hebrew, speak arabic, speak russian, speak ukrainian, speak french, speak spanish, speak hebrew
words-settings = settings, my settings, options, change settings, preferences, change my time zone, time zone, my subscriptions, my briefings, what are my subscriptions, show my subscriptions, show my briefings, when is my next briefing, what am i subscribed to, manage subscriptions, which subscriptions do i have
words-brief = news, the news, latest news, briefing, brief me, headlines, what is new, whats new, any news, todays news, what happened today, what happened, what is happening, whats happening, give me the news, show me the news, stories
words-nothing = asdf, qwerty, hmm, hm, uh, er, um, x, blah, ...
words-polite = please, pls, dear, sir, friend, bot, sitrep, buddy, man, everyone, all, there, so, very, much, again, now, you, my, and, oh, ah, well, just, then, really, today, for, your, the, help, mate, guys, today, everybody, immediately, right, away, u, a, lot, team, too
words-asking = what, when, where, who, why, how, which, is, are, did, was, were, does
too-many-questions = You have asked a lot in this hour. Please go on a little later.
flooding = You send more than I can read. I go on reading in a minute.
button-judge = Was this helpful?
judge-ask = How was it? Report is for what is wrong: the admins will look at it.
button-good = Helpful
button-bad = Not helpful
button-report = Report
thanks = Thank you.
reported = Thank you. The admins will look at it. They see the question and the answer, not your name.
report-nothing = I have not answered you here lately, so there is nothing to report.
report-notice = A reader reported { $about }.
button-reported = Open it
reported-question = <b>Asked:</b> { $question }
passage-gone = I no longer keep that answer. Please ask again.
passage-headline = Only its headline could be read.
passage-teaser = Only what its source says of it could be read, not the whole article.
passage-revised = The article has been changed since. This is the text that was cited.
passage-stored = Kept as it was read on { $at }: revision { $number }, SHA-256 { $digest }…
passage-modified = Its publisher changed it on { $at }.
passage-changed = before: “{ $before }” now: “{ $after }”
passage-added = new: “{ $after }”
passage-removed = taken out: “{ $before }”
passage-more = and more sentences: { $count }
button-copy = Copy the quote

## Briefings

briefing-heading = <b>Briefing</b>, { $since } to { $until }, { $zone }
briefing-topics = Topics: { $topics }
briefing-late = This briefing is late.
briefing-delayed = Delayed on its way: this was made on { $at }.
missed-skipped = No briefing was made on { $day }: I was not running.
missed-undelivered = The briefing of { $day } could not be delivered.
briefing-quiet = { $sources ->
    [0] No articles were read in this time.
    [one] No news: one source was read, and it reported nothing on this.
   *[other] No news: { $sources } sources were read, and none reported anything on this.
 }
briefing-quiet-here = No news: in this time nothing was reported on this.
briefing-quiet-topics = <b>Nothing new</b> on: { $topics }
briefing-healthy = { $sources ->
    [one] My one source could be read.
   *[other] All { $sources } sources could be read.
 }
briefing-failing = These sources could not be read, so something may be missing: { $sources }
briefing-failing-more = These sources could not be read, so something may be missing: { $sources } and { $more } more
briefing-newest-day = Nothing newer has been read: this is the day up to { $at }.
section-new = New
section-developing = Developing
story-opposed = reported by outlets of opposed leanings
change-figure = <b>New figure:</b> { $said }
change-denial = <b>Denied:</b> { $said }
change-correction = <b>Corrected:</b> { $said }
change-before = You were told before: { $before }
correction-corrected = <b>Corrected</b> by { $publisher }, seen { $at }: it now says { $after }. You were told { $before }: “{ $told }”
correction-edited = <b>Changed without a note</b> by { $publisher }, seen { $at }: it now says { $after }. You were told { $before }: “{ $told }”
correction-dropped = <b>No longer said</b> by { $publisher }, seen { $at }: the sentence that gave { $before } was taken out. You were told: “{ $told }”
correction-withdrawn = <b>Withdrawn</b> by { $publisher }, seen { $at }: the article that said “{ $told }” is gone.
briefing-more = { $count ->
    [one] One story of lesser weight is left out.
   *[other] { $count } stories of lesser weight are left out.
 }
briefing-unchanged = { $count ->
    [one] One story you know of has nothing new.
   *[other] { $count } stories you know of have nothing new.
 }
story-outlets = { $outlets ->
    [one] one outlet
   *[other] { $outlets } outlets
 }
story-origins = { $origins ->
    [one] one independent origin
   *[other] { $origins } independent origins
 }

view-how = Send a topic with the command, such as { $example }
view-nothing = I found no story on that. Try a place or a name.
compare-heading = <b>How outlets word it.</b> Words that take a side are bold.
figures-heading = <b>Tolls as they were given,</b> the latest first. They are not added up.
timeline-heading = <b>Day by day</b>, the first day first.
figures-picture = Each point is what one source gave. Nothing is added up.
figures-others = other sources
figures-caption = The same in a picture, each source’s points apart.
figures-range = { $what }: { $low } to { $high }
figures-single = { $what }: { $value }
outcome-killed = Killed
outcome-wounded = Wounded
outcome-missing = Missing
outcome-displaced = Displaced
outcome-detained = Detained
outcome-captured = Captured
outcome-arrested = Arrested
outcome-evacuated = Evacuated
outcome-rescued = Rescued
outcome-released = Released
picture-reports = Reports a day
picture-reports-note = Each bar is 24 hours to { $time }.
picture-usual-note = Dashed: the usual, the mean of 8 weeks before.
picture-usual = usual: { $count }
picture-map = Where the stories happened
picture-map-note = Faint dots: other stories of these weeks. Hollow numbers: whole regions.
overview-caption = Reports a day in two weeks, and where the stories happened. The numbers are those of the stories above.
overview-theatre = <b>{ $place }</b>, reports in these 24 hours: { $count }, usually { $usual }
overview-theatre-new = <b>{ $place }</b>, reports in these 24 hours: { $count }
overview-places = On the map: { $places }
page-title = Briefing of { $day }
page-quotes = The quotes in their surroundings
button-evidence = The evidence on a page
page-private = Whoever has this address can read this page. It is in no list and no search engine; /forget in the chat removes it.
page-gone = There is no such page. It may have been removed.
page-articles = { $count ->
    [one] One article
   *[other] All { $count } articles
 }

## Subscriptions

subscribed = You will get a briefing { $what }.
subscribed-hint = To follow only some topics, name them after the city: <code>/subscribe 07:00 Baghdad Gaza, Red Sea</code>
subscription-line = { $days } at { $time }, { $zone }, on { $topics }
days-all = every day
days-weekdays = from Monday to Friday
days-weekends = at weekends
days-some = each week ({ $days })
days-but = every day but { $day }
subscribe-unclear = At what hour, and where do you live? Write it like this: 7:30 Kyiv, or: Baghdad, weekdays at 8. Topics may follow.
topics-all = everything
topics-too-many = Please name at most 10 topics of at most 100 characters, separated by commas.
next-briefing = Next: { $at }
paused-chat = Nothing has come here since { $since }: { $why }. If you can read this, it goes on now.
paused-topic = Paused since { $since }: { $why }. I try again at { $at }.
paused-topic-now = Paused since { $since }: { $why }. I try again with the next briefing.
paused-your-chat = A group or channel for which you set up briefings cannot be written to: { $why }. I try again now and then; once anything gets through, it goes on.
settings-heading = <b>Settings of this chat</b>
settings-zone = Time zone: { $zone }
settings-language = Language: { $language }
settings-pictures-on = Pictures: on
settings-pictures-off = Pictures: off
settings-briefings = Briefings: { $count }
button-pictures-on = Switch pictures on
button-pictures-off = Switch pictures off
button-settings = All settings
button-page-zone = Time zone
button-page-language = Language
button-page-hour = New briefing
button-page-briefings = Briefings
zone-ask = Which city's time do you live by? Tap it, or write yours.
zone-again = I do not know that city. Send a larger one near you, a zone such as Asia/Baghdad, or +03:00.
button-place = Where I am now
button-share-place = Share where I am
place-ask = Press the button at the bottom to share once where you are. I take the time zone from it and keep nothing else.
place-thanks = Thank you. I have not kept where you are.
place-clocks = What time is it where you are?
button-other-zone = Another time
zone-meant = Or did you mean a city's time?
button-meant = Yes, { $zone }
topics-ask = On what? Tap what you want to hear of, or write topics, separated by commas: Aleppo hospitals, Red Sea. Or leave it at everything.
button-topics-all = Leave it at everything
button-topics-done = That is all
language-ask = Which language shall I speak? Quotes stay in the language of their source.
hour-ask =
    At what hour shall I send a briefing?

    Tap one, or write it: 6:30, weekdays at 8, every Friday at 18:00. City and topics may follow: 6:30 Kyiv Kharkiv, grain exports
hour-offer = A briefing every day at { $time }?
zone-assumed = I do not know your time zone and assume { $zone }. To change it, write your city.
subscriptions-heading = <b>Your briefings</b>
subscriptions-none = There are no briefings for this chat. To get one every morning, send for example /subscribe 07:00 Baghdad
button-end = Stop number { $number }
unsubscribed = { $count ->
    [one] Stopped. You will not get this briefing any more:
   *[other] Stopped. You will not get these briefings any more:
 }
unsubscribed-notice = Stopped.
word-all = all
zone-shown = Your time zone is { $zone }; it is { $now } there. To change it, send /timezone with a city, such as /timezone Kyiv
zone-unset = I do not know your time zone and use { $zone }; it is { $now } there. To set it, send /timezone with a city, such as /timezone Kyiv
zone-set = Your time zone is now { $zone }; it is { $now } there.
zone-moved = { $count ->
    [one] Your briefing keeps its hour, in the new zone.
   *[other] Your { $count } briefings keep their hours, in the new zone.
 }
travel-ask = Your time zone is now { $zone }. When shall your briefings come?
button-local-hour = At my local { $time }
button-home-hour = As before, here { $time }
follow-done = Followed: { $topics }. The briefings of this chat begin with that, and say when there is nothing new on it.
follow-no-briefing = This chat gets no briefing yet. To get one every morning, send for example /subscribe 07:00 Baghdad
follow-none = This chat follows no topics. Send them with the command, separated by commas: /follow Aleppo hospitals, Red Sea
follow-heading = <b>Followed topics</b>
button-unfollow = Stop: { $topic }
unfollow-done = Not followed any more: { $topics }
hide-done = Left out here from now on: { $name }. /hide shows what is left out.
hide-unknown = I have no article of an outlet with that name. /sources shows what I read.
hide-none = No outlet is left out here. To leave one out, send its name: <code>/hide Rafidain Voice</code>
hide-heading = <b>Left out here</b>
button-unhide = Show again: { $name }
hidden-outlets = { $count ->
    [one] <i>One outlet is hidden here.</i>
   *[other] <i>{ $count } outlets are hidden here.</i>
 }
watch-heading = <b>Told at once</b>
watch-none = Nothing is watched here. To be told at once, send for example /watch drones near Erbil
watch-how = Send a topic, with the number of independent origins before it if you like, from 1 to 20: /watch 3 drones near Erbil
watch-done = { $origins ->
    [one] Watched: { $topic }. I write as soon as one origin reports on it.
   *[other] Watched: { $topic }. I write as soon as { $origins } independent origins report on it.
 }
watch-line = { $origins ->
    [one] { $topic }, from one origin on
   *[other] { $topic }, from { $origins } independent origins on
 }
watch-hint = Each story has one message, which I edit as it develops. At most { $most } alerts a day. With /quiet 23:00 7:00 they wait at night.
unwatch-done = Not watched any more: { $topic }
quiet-none = Alerts come at any hour.
quiet-set = From { $start } to { $end }, { $zone }, alerts wait.
quiet-how = To let alerts wait at night, send /quiet 23:00 7:00. To end that, send /quiet off
word-off = off
alert-heading = <b>Alert</b> on { $topic }
alert-updated = Updated { $at }.
alert-last = That is the last alert for today. The rest is in the next briefing.
button-story = Story { $number }
button-mute = Mute this story
muted-notice = Muted. /muted lists what is muted.
muted-heading = <b>Muted stories</b>
muted-none = No story is muted. The buttons under a briefing open a story; there it can be muted.
button-unmute = Unmute number { $number }
unmuted-notice = This story is told again.

## Privacy

forgotten = Done. I hold nothing about this chat any more: no briefings, no questions, no settings. The messages above stay in Telegram until you delete them.
forget-ask = Remove everything that I hold about this chat: briefings, topics, questions, settings? That cannot be undone.
exported = Everything I hold about you is in this file.
exported-privately = I have sent it to you in private.
export-start-first = I cannot write to you in private yet. Open a chat with me, press Start, and send /export there.
privacy =
    I keep what you set here, your last questions for 90 days, and your feedback. No question and no name is written to a log. I keep no place that you share, only its time zone.

    /export - everything I hold about you, as a file
    /forget - remove it

## Sources

sources-none = I read no sources yet.
sources-on = on { $topic }
sources-topics = No source is filed under that topic. These topics have some: { $topics }
sources-no-topics = No source is filed under a topic. /sources lists all of them.
sources-none-admin = To add one, send for example /addsource https://example.org/feed.xml
sources-list = { $count ->
    [one] <b>I read one source</b>
   *[other] <b>I read { $count } sources</b>
 }
sources-corpus = { $articles ->
    [one] One article is indexed.
   *[other] { $articles } articles are indexed.
 }
source-line = { $name } ({ $kind })
source-line-admin = { $id }. { $name } ({ $kind }): { $url }
source-kind-feed = feed
source-kind-page = page
source-kind-channel = channel
source-kind-sitemap = sitemap
source-kind-section = section page
source-kind-article = single article
source-state-ok = read { $at }
source-state-new = not read yet
source-state-paused = paused
source-state-quiet = nothing new since { $at }
source-usual = ; today { $today }, usually { $usual } a day
source-state-failing = failing: { $why }
addsource-how = Send the address with the command: /addsource https://example.org/feed.xml
addsource-found = <b>{ $name }</b>, a { $kind } at { $url }
addsource-newest = Newest entries:
addsource-none = It has no entries at the moment.
addsource-rate = { $count ->
    [one] About one entry a day.
   *[other] About { $count } entries a day.
 }
addsource-rate-week = { $count ->
    [one] About one entry a week.
   *[other] About { $count } entries a week.
 }
addsource-rate-rare = Less than one entry a week.
addsource-summaries = It gives summaries only; I read the articles on their own pages.
addsource-full = It gives whole articles.
addsource-language = Language: { $language }
testsource-how = Send the address with the command: /testsource https://example.org/feed.xml
addsource-offers = The site offers these, which are easier to read. Which one shall I add?
addsource-not = I cannot read this as a source.
addsource-ask = Shall I read it from now on?
button-confirm = Yes, add it
button-offer = { $kind }: { $title }
button-cancel = Add nothing
addsource-done = Added as number { $id }: { $name }. Its articles appear within minutes.
addsource-gone = That was decided already, or too long ago. Send /addsource again.
addsource-known = I read that already: number { $id }, { $name }.
addsource-cancelled = Not added.
source-which = Send the number with the command, such as { $example }. The numbers are in /sources.
button-yes = Yes
button-no = No
left-as-it-is = Nothing was changed.
source-remove-ask = Stop reading number { $id }, { $name }, at { $url }? Its articles stay.
source-removed = Removed: { $name }. Its articles stay.
source-paused = Paused: { $name }. /resumesource { $id } goes on with it.
source-resumed = { $name } is read again from now on.
vouch-how = Which source? Reports of a site that I have known for less than { $days } days do not count for alerts (/watch). /vouch 3 says that source 3 is who it says, so they count at once; /vouch 3 example.org says also that this site is of the same outlet.
vouched = { $name } is vouched for. Its reports count for alerts (/watch) at once; otherwise they would have counted from { $day } on. It speaks for: { $sites }.
vouched-counted = { $name } is vouched for. Its reports counted for alerts (/watch) before. It speaks for: { $sites }.
unvouched = { $name } is not vouched for any more.
filtersource-how = Send the source's number, then what to keep or drop, each on a line of its own:
    /filtersource 3
    keep: Kharkiv, Sumy
    drop: football
    topics: Ukraine
    A line without words ends that filter.
filtersource-now = From now on, of { $name }:
filter-topics = topics: { $words }
filter-keep = keep: { $words }
filter-drop = drop: { $words }
exportsources-done = { $count ->
    [one] One source, as a list that feed readers understand.
   *[other] { $count } sources, as a list that feed readers understand.
 }
importsources-how = Send me the file: its name ends in .opml or .xml.
importsources-done = Added: { $count }. Known already: { $known }. I check each when I first read it.
publishers-which = Send a name with the command, such as one of these: /publisher Name
publishers-line = { $name }
setpublisher-how = Send the publisher's name, then what is known, each on a line of its own:
    /setpublisher Rafidain Voice
    country: Iraq
    state-run: no
    Fields: { $fields }. To remove what is known, write "unknown".
profile-line = { $field }: { $value }
profile-country = country
profile-language = language
profile-ownership = owner
profile-leaning = leaning
profile-state-run = state-run
profile-yes = yes
profile-no = no
profile-unknown = unknown
profile-whose = The admins of this bot wrote this down; nothing of it is guessed.
profile-ask = <b>{ $name }</b>: { $field }? Choose what you know to be right, or write it:
    /setpublisher { $name }
    { $field }: …

source-event = About a source: { $said }
source-event-died = I could not read { $name } (failures in a row: { $failures }). { $why }
source-event-gone = { $name } is gone, and I no longer read it. { $why }
source-event-recovered = { $name } works again.
source-event-quiet = { $name } has brought nothing new since { $since }.
source-event-returned = { $name } brings news again.
source-event-language = { $name } now writes in another language: { $language }, before { $before }.
source-event-moved = { $name } has moved for good, to another site. Its new address, if you trust it: { $url }
source-event-flood = { $name } suddenly lists { $count } new entries. I read them bit by bit; it may be worth a look.
source-event-quota = { $name } has brought as much as a source may in a day ({ $count } articles, or their text). The rest waits.
source-event-long = { $name } lists { $count } entries. I read the first { $read } of them.
source-event-partial = Of { $name }, I keep { $count } of { $read } new entries only as headlines or teasers: their pages could not be read.
source-event-dropped = Of { $name }, { $count } of { $read } new entries came to nothing: they have no words, and their pages could not be read.
source-event-gap = Between two looks at { $name }, posts were lost that are no longer offered (about { $count }).
source-event-degraded = The feed of { $name } is badly made. I read what can be read of it.
source-event-withdrawn = { $name } took down an article that I had told of: { $url } Chats that were told, and will be told of this: { $chats }
source-degraded = badly made, read as far as it can be
why-connect = The site cannot be reached.
why-timeout = The site takes too long to answer.
why-incomplete = The site breaks off its answer.
why-unavailable = The site is not available at the moment.
why-rate-limited = The site asks me to come back later.
why-http-error = The site answers with an error.
why-forbidden = The site does not let me read it.
why-robots = The site's robots.txt asks me not to read that.
why-not-found = There is nothing at its address any more.
why-gone = The site says that the address is gone for good.
why-tls = No secure connection to the site can be made; its certificate may be wrong or out of date.
why-redirects = The site passes me on in a way that I do not follow.
why-too-heavy = What is at its address is too large or too costly to read.
why-not-a-feed = What is at its address now is nothing that lists articles.
why-private-address = Its address leads into a private network.
why-internal = That is a mistake of mine, and it is logged.
doubt-lookalike = The name of the site has letters that look like others. Check that it is the right one.
doubt-improper-name = The name of the site is not a proper international name. Check who sent it.
doubt-encoding-guessed = The feed does not say truthfully how its letters are encoded. Its texts may show wrong ones.
doubt-badly-made = The feed is badly made. I read what can be read of it.
button-moved = Read it there
source-moved = { $name } is read at { $url } from now on.
source-moved-gone = That was decided already, or the source is gone.

## Messages to all

broadcast-how = Send the text with the command: /broadcast The bot moves to a new address on Monday.
broadcast-too-long = That is too long for one message.
broadcast-preview = This is what every chat will get:
broadcast-gone = That draft is gone. Send /broadcast again.
broadcast-queued = { $count ->
    [one] On its way to one chat.
   *[other] On its way to { $count } chats.
 }
broadcast-discarded = Not sent.
button-send = Send to { $count }
button-discard = Do not send

## Figures

stats-heading = <b>Figures</b>
stats-sources = Sources: { $count }
stats-articles = Articles: { $count }
stats-passages = Passages: { $count }
stats-pending = Articles waiting to be indexed: { $count }
stats-behind = Indexing is behind: an article waits since { $at }
stats-set-aside = Articles set aside because they could not be indexed: { $count }
stats-too-slow = Articles set aside because answers took too long with them: { $count }
stats-aside = • { $title } ({ $who })
stats-stories = Stories: { $count }
stats-newest = Newest article: { $at }
stats-chats = Chats: { $count }
stats-subscriptions = Briefings subscribed to: { $count }
stats-questions = Questions kept: { $count }
stats-verdicts = Feedback: { $good } helpful, { $bad } not helpful, { $report } reported
stats-deliveries = Deliveries, { $state }: { $count }
stats-paused = Chats that cannot be written to: { $reasons }. Each is tried again now and then.
stats-paused-one = { $why } { $count }
stats-paused-topics = Topics of forums that cannot be written to: { $count }
pause-blocked = the bot is blocked
pause-deactivated = the account or group is closed
pause-kicked = the bot is not a member
pause-never-started = the person has not started the bot
pause-chat-not-found = Telegram does not find the chat
pause-no-rights = the bot may not write there
pause-banned-there = the bot is banned there
pause-moved-away = the group moved
pause-forbidden = Telegram forbids it
pause-banned = banned by an admin
pause-topic-closed = the topic is closed
delivery-pending = waiting
delivery-sending = on their way
delivery-sent = sent
delivery-dead = refused by Telegram
delivery-blocked = the chat is away
delivery-unknown = not known whether they arrived
delivery-expired = too late to be sent
delivery-cancelled = cancelled
usage-heading = The last two weeks
usage-line = { $what }: { $items }
usage-questions = Questions a day
usage-answered = answered { $count }
usage-abstained = no source answers { $count }
usage-deliveries = Briefings and alerts a day
usage-sent = sent { $count }
usage-failed = not delivered { $count }
usage-sources = Sources now
usage-source-ok = well { $count }
usage-source-quiet = quiet { $count }
usage-source-failing = failing { $count }
usage-source-new = not read yet { $count }
usage-source-paused = paused { $count }
usage-waits = Answers by the seconds that they took
usage-within-half = Half of the answers took at most { $seconds } seconds.
usage-beyond-half = More than half of the answers took longer than { $seconds } seconds.
usage-within-most = 95 of 100 took at most { $seconds } seconds.
usage-beyond-most = More than 5 of 100 took longer than { $seconds } seconds.
usage-unreadable = Messages of Telegram's that I could not read and passed over: { $count }

## Admins, bans and the audit

person-which = Send the number with the command, such as { $example }. A person reads their own number from @userinfobot.
admin-added = { $person } is an admin from now on.
admin-is-one = { $person } is an admin already.
admin-you-are = You are an admin of this bot from now on. /help lists what you can do.
admin-removed = { $person } is an admin no more.
admin-remove-ask = Take admin rights back from { $person }?
admin-is-none = { $person } is no admin.
admin-owner = { $person } is an owner. Owners stand in the configuration, as telegram.admins.
admins-owners = <b>Owners</b>
admins-admins = <b>Admins</b>
admins-line = { $person }, since { $at }, added by { $by }
admins-none = none
admins-banned = <b>Banned</b>
banned = { $person } is not answered any more. /unban { $person } takes it back.
ban-ask = Answer { $person } no more, and send nothing there? Subscriptions are kept until /unban.
unbanned = { $person } is answered again.
ban-none = { $person } was not banned.
ban-admin = { $person } is an admin. An owner can take that back first, with /removeadmin.
audit-heading = <b>What admins did, the latest first</b>
audit-none = No admin has done anything yet.
audit-line = { $at }: { $person }, { $what }: { $outcome }
audit-refusal = { $day }: { $person }, { $what }: refused, { $count } times
audit-done = done
audit-asked = asked first
audit-refused = refused
audit-failed = failed

## Refusals and errors

refused-admin = Only admins of this bot can do that, in a private chat with it.
refused-owner = Only an owner of this bot can do that.
refused-group-admin = Only admins of this group can do that.
refused-forwarded = That command was forwarded, so I did not run it. Please send it yourself.
refused-edited = I answer a changed question anew, but a changed command I do not run. Please send it again.
refused-stranger = This bot answers only some chats. Its admins can let you in: tell them this number, { $chat }.
unknown-command = I do not know that command. /help lists what I can do.
unknown-command-near = I do not know that command. Did you mean { $command }?
nearly-command = To do that, send { $command }
press-expired = This button has expired. Please send the command again.
error-unexpected = Something went wrong on my side, and it is logged. Please try again in a few minutes.
error-zone-unknown = I do not know that time zone. Send a city such as Kyiv, a zone such as Asia/Baghdad, or +03:00.
error-time-unknown = That is not a time of day. Send it as 07:30 or 7pm.
error-too-many = A chat can have 20 briefings. Stop one first.
error-too-many-topics = A chat can follow 20 topics. Stop one first.
error-too-many-muted = A chat can mute 200 stories. Unmute some first.
error-too-many-hidden = A chat can hide 50 outlets. Show some again first.
error-bad-address = That is not a web address that I can read. Send one that begins with https://
error-private-address = That address leads into a private network.
error-not-reached = The site could not be reached, or did not answer as it should. Try again later.
error-tls = No secure connection to the site could be made.
error-forbidden = The site does not let me read that.
error-not-found = There is nothing at that address.
error-redirects = The site passes me on in a way that I do not follow.
error-too-heavy = What is at that address is too large, or cannot be unpacked.
error-no-source = I found no feed and no articles at that address.
error-source-exists = That source is there already.
error-too-many-sources = I can read 5,000 sources at most. Remove some first.
error-source-unknown = No source of that number, address or name is known. The numbers are in /sources.
error-source-ambiguous = Several sources fit. Send the number; the numbers are in /sources.
error-publisher-unknown = No publisher of that name is known. /publisher lists them.
error-bad-field = A publisher has these fields: country, language, ownership, leaning, state-run.
error-bad-value = That field is yes, no or unknown.
error-not-opml = That is not an OPML file.
error-file-unread = That file could not be fetched, or is too long.
error-said = { $said }

## The terminal

terminal-hello = Type a question or /help. !1 presses button 1, /quit ends.
terminal-no-button = There is no button { $number }.
