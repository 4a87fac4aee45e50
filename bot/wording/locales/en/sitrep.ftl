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
    I answer questions on armed conflicts, with the source of every sentence. In this group I answer when you mention me or reply to me. /help lists the commands. Only admins of this group can subscribe it.
example-question = How many attacks on US troops were counted?
button-try = Try this question
button-brief = Briefing now
button-daily = A briefing every morning
help-heading =
    Just write your question. I answer with sources: tap a number in brackets to open the article, tap a button to read the exact passage.

    An origin is where a report first comes from. Ten outlets that reprint one agency are one origin.


help-admins = For admins:
help-footing = I keep what you set here, your last questions and your feedback, nothing else. /export shows it, /forget removes it.
## Commands, as the menu and /help list them

command-help = what I can do
command-ask = ask a question
command-brief = what was reported in the last 24 hours; topics may follow
command-compare = how each outlet words a story: topic
command-timeline = a story day by day: topic
command-figures = the tolls that reports give: topic
command-subscribe = a briefing every day: hour, city, topics
command-subscriptions = your briefings
command-unsubscribe = stop a briefing
command-follow = topics that my briefings tell first
command-unfollow = stop following a topic
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
ask-too-long = Please ask in at most { $most } characters.
answer-none = I found nothing in my sources that answers this.
answer-none-sought = Looked for: { $names }
answer-none-since = Reports since { $first } were searched.
answer-none-day = Reports of { $first } were searched.
answer-none-days = Reports from { $first } to { $last } were searched.
answer-none-unnamed = No report near this names { $names }.
answer-none-seen = The newest report found that names { $name } is of { $day }.
answer-none-nearest = The nearest report is about something else: { $title } ({ $who }, { $day }).
answer-none-hint = I only say what a source says. Try other words, a place or a date, or see /sources for what I read.
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
undated = no date
carried-by = as carried by { $name }
carried-link = as carried by { $name }, whose link leads to { $site }
part = <i>Part { $number } of { $total }</i>
button-turn = Part { $number }
small-talk = Hello. Ask me about an armed conflict, for example: what happened in Khan Younis yesterday? /help lists what else I do.
words-small-talk = hi, hello, hey, hello there, hi there, good morning, good evening, bye
small-talk-thanks = You are welcome. Ask on whenever you like.
words-thanks = thanks, thank you, thank you very much, many thanks, thx, ty, great, perfect, ok, okay, ok thanks
words-about = who are you, what are you, what is this, what can you do, what do you do, what can i ask, what can i ask you, how does this work, how do you work, help, help me, menu, start
too-many-questions = You have asked a lot in this hour. Please go on a little later.
flooding = You send more than I can read. I go on reading in a minute.
button-good = Helpful
button-bad = Not helpful
button-report = Report
thanks = Thank you.
reported = Thank you. The admins will look at it; they see the answer's number, not your name.
report-nothing = I have not answered you here lately, so there is nothing to report.
report-notice = A reader reported { $about }. A number with t is an answer, with b a briefing.
passage-gone = I no longer keep that answer. Please ask again.
passage-revised = The article has been changed since. This is the text that was cited.
passage-modified = By its publisher, on { $at }.
passage-changed = before: “{ $before }” now: “{ $after }”
passage-added = new: “{ $after }”
passage-removed = taken out: “{ $before }”
passage-more = and more sentences: { $count }

## Briefings

briefing-heading = <b>Briefing</b>, { $since } to { $until }, { $zone }
briefing-topics = Topics: { $topics }
briefing-late = This briefing is late.
briefing-delayed = Delayed on its way: this was made on { $at }.
missed-skipped = No briefing was made on { $day }: I was not running.
missed-undelivered = The briefing of { $day } could not be delivered.
briefing-quiet = { $sources ->
    [0] No articles were read in this time.
    [one] A quiet time: one source was read, and it reported nothing on this.
   *[other] A quiet time: { $sources } sources were read, and none reported anything on this.
 }
briefing-quiet-topics = <b>Quiet.</b> Nothing new on: { $topics }
briefing-healthy = { $sources ->
    [one] My one source could be read.
   *[other] All { $sources } sources could be read.
 }
briefing-failing = These sources could not be read, so something may be missing: { $sources }
briefing-failing-more = These sources could not be read, so something may be missing: { $sources } and { $more } more
briefing-latest-hint = The newest article I have is of { $at }.
button-latest = Briefing for the day before it
section-new = New
section-developing = Developing
section-disputed = Disputed
story-opposed = reported by outlets of opposed leanings
story-disputed = sources disagree
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

view-how = Send a topic with it, such as { $example }
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
picture-reports = Reports a day
picture-reports-note = Each bar is 24 hours to { $time }.
picture-usual-note = Dashed: the usual, the mean of 8 weeks before.
picture-usual = usual: { $count }
picture-map = Where the stories happened
picture-map-note = Faint dots: other stories of these weeks. Hollow numbers: whole regions.
overview-caption = Reports a day in two weeks, and where the stories happened. The numbers are those of the stories above.
overview-theatre = <b>{ $place }</b>: { $count } in the last 24 hours, usually { $usual }
overview-theatre-new = <b>{ $place }</b>: { $count } in the last 24 hours
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
subscription-line = every day at { $time }, { $zone }, on { $topics }
topics-all = everything
topics-too-many = Please name at most 10 topics of at most 100 characters, separated by commas.
next-briefing = Next: { $at }
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
zone-ask = Which city's time do you live by? If yours is not here, send it, such as <code>/timezone Aden</code>
button-place = Where I am now
button-share-place = Share where I am
place-ask = Press the button at the bottom to share once where you are. I take the time zone from it and keep nothing else.
place-thanks = Thank you. I have not kept where you are.
place-clocks = What time is it where you are?
button-other-zone = Another time
zone-meant = Or did you mean a city's time?
button-meant = Yes, { $zone }
topics-ask = On what? Tap what you want to hear of, or leave it at everything. For other topics send for example <code>/follow Aleppo hospitals, Red Sea</code>
button-topics-all = Leave it at everything
button-topics-done = That is all
language-ask = Which language shall I speak? Quotes stay in the language of their source.
hour-ask =
    At what hour shall I send a briefing every day?

    You can also say it all in one line, with topics after the city: <code>/subscribe 06:30 Kyiv Kharkiv, grain exports</code>
zone-assumed = I do not know your time zone and assume { $zone }. To change it, send /timezone with your city.
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
follow-done = Followed: { $topics }. The briefings of this chat begin with that, and say when there is nothing new on it.
follow-no-briefing = This chat gets no briefing yet. To get one every morning, send for example /subscribe 07:00 Baghdad
follow-none = This chat follows no topics. Send them with it, separated by commas: /follow Aleppo hospitals, Red Sea
follow-heading = <b>Followed topics</b>
button-unfollow = Stop: { $topic }
unfollow-done = Not followed any more: { $topics }
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
button-forget = Yes, remove everything
button-leave = No, leave it
nothing-changed = Nothing was changed.
exported = Everything I hold about this chat is in this file.

## Sources

sources-none = I read no sources yet.
sources-on = on { $topic }
sources-topics = No source is filed under that topic. There are: { $topics }
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
addsource-how = Send the address with it: /addsource https://example.org/feed.xml
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
testsource-how = Send the address with it: /testsource https://example.org/feed.xml
addsource-offers = The site offers these, which are easier to read. Which one shall I add?
addsource-not = I can not read this as a source.
addsource-ask = Shall I read it from now on?
button-confirm = Yes, add it
button-offer = { $kind }: { $title }
button-cancel = Add nothing
addsource-done = Added as number { $id }: { $name }. Its articles appear within minutes.
addsource-gone = That was decided already, or too long ago. Send /addsource again.
addsource-cancelled = Not added.
source-which = Send the number with it, such as { $example }. The numbers are in /sources.
source-removed = Removed: { $name }. Its articles stay.
source-remove-ask = Stop reading { $name }? Its articles stay.
button-remove = Yes, remove it
source-paused = Paused: { $name }. /resumesource { $id } goes on with it.
source-resumed = { $name } is read again from now on.
vouch-how = Which source? /vouch 3 says that it is who it says; /vouch 3 example.org also that this site is of the same outlet.
vouched = { $name } is vouched for and counts for alerts. It speaks for: { $sites }.
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
importsources-done = Added: { $count }. Known already: { $known }. Each is looked at when it is first read.
publishers-which = Send a name with it, such as one of these: /publisher Name
publishers-line = { $name }
setpublisher-how = Send the publisher's name, then what is known, each on a line of its own:
    /setpublisher Rafidain Voice
    country: Iraq
    state-run: no
    Fields: { $fields }. The value "unknown" takes one back.
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
source-event-degraded = The feed of { $name } is badly made. I read what can be read of it.
source-event-withdrawn = { $name } took down an article that I had told of: { $url } Chats that were told, and will be told of this: { $chats }
source-degraded = badly made, read as far as it can be
why-connect = The site can not be reached.
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

broadcast-how = Send the text with it: /broadcast The bot moves to a new address on Monday.
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
stats-stories = Stories: { $count }
stats-newest = Newest article: { $at }
stats-chats = Chats: { $count }
stats-subscriptions = Daily briefings: { $count }
stats-questions = Questions kept: { $count }
stats-verdicts = Feedback: { $good } helpful, { $bad } not helpful, { $report } reported
stats-deliveries = Deliveries, { $state }: { $count }
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
usage-within = Half of the answers took at most { $half } seconds, 95 of 100 at most { $most }.

## Admins, bans and the audit

person-which = Send the number with it, such as { $example }. A person reads their own number from @userinfobot.
admin-added = { $person } is an admin from now on.
admin-is-one = { $person } is an admin already.
admin-you-are = You are an admin of this bot from now on. /help lists what you can do.
admin-removed = { $person } is an admin no more.
admin-is-none = { $person } is no admin.
admin-owner = { $person } is an owner. Owners stand in the configuration, as telegram.admins.
admins-owners = <b>Owners</b>
admins-admins = <b>Admins</b>
admins-line = { $person }, since { $at }, added by { $by }
admins-none = none
admins-banned = <b>Banned</b>
banned = { $person } is not answered any more. /unban { $person } takes it back.
unbanned = { $person } is answered again.
ban-none = { $person } was not banned.
ban-admin = { $person } is an admin. An owner can take that back first, with /removeadmin.
audit-heading = <b>What admins did, the latest first</b>
audit-none = No admin has done anything yet.
audit-line = { $at }: { $person }, { $what }: { $outcome }
audit-refusal = { $day }: { $person }, { $what }: refused, { $count } times
audit-done = done
audit-refused = refused
audit-failed = failed

## Refusals and errors

refused-admin = Only admins of this bot can do that, in a private chat with it.
refused-owner = Only an owner of this bot can do that.
refused-group-admin = Only admins of this group can do that.
refused-forwarded = That command was forwarded, so I did not run it. Please send it yourself.
refused-stranger = This bot answers only some chats. Its admins can let you in: tell them this number, { $chat }.
unknown-command = I do not know that command. /help lists what I can do.
unknown-command-near = I do not know that command. Did you mean { $command }?
press-expired = This button has expired. Please send the command again.
error-unexpected = Something went wrong on my side, and it is logged. Please try again in a few minutes.
error-zone-unknown = I do not know that time zone. Send a city such as Kyiv, a zone such as Asia/Baghdad, or +03:00.
error-time-unknown = That is not a time of day. Send it as 07:30 or 7pm.
error-too-many = A chat can have 20 briefings. Stop one first.
error-too-many-topics = A chat can follow 20 topics. Stop one first.
error-too-many-muted = A chat can mute 200 stories. Unmute some first.
error-bad-address = That is not a web address that I can read. Send one that begins with https://
error-private-address = That address leads into a private network.
error-not-reached = The site could not be reached, or did not answer as it should. Try again later.
error-tls = No secure connection to the site could be made.
error-forbidden = The site does not let me read that.
error-not-found = There is nothing at that address.
error-redirects = The site passes me on in a way that I do not follow.
error-too-heavy = What is at that address is too large, or can not be unpacked.
error-no-source = I found no feed and no articles at that address.
error-source-exists = That source is there already.
error-bad-name = A name has no arrows, brackets, quotation marks or hidden characters.
error-name-taken = A source of another site has that name, or one that looks like it.
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
