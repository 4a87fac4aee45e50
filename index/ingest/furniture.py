"""What stands among an article's paragraphs and is not of it: pointers to other articles, players, share lines, calls
to subscribe, picture credits. Told by how it is built first, by its words where nothing else tells. Pure."""

from __future__ import annotations

import re

import lxml.html

from index.ingest.markup import BLOCKS, one_line

_POINTERS = ("p", "li", "h2", "h3", "h4", "h5", "h6", "div", "strong", "blockquote")
_LABEL = 40
_POINTED = 200
_SMALL = 300
_SENTENCE_END = re.compile(r"[.!?…。！？۔؟।။።:][\"'”’»)\]]*$")
_ENDS_OPEN = re.compile(r"[:：፦፥—–-]\W*$")
# Parts of a page by what their makers call them, which is in English the world over.
_CALLED = re.compile(
    r"(?:^| |__|--)(?:share|sharing|social|newsletter|subscri\w+|audio-?player|player-label|listen|related|recommended"
    r"|read-?(?:also|more|next)|also-?read|more-?on|see-?also|follow-?us|dont-?miss|trending|most-?read|(?:inline-?)?promo"
    r"|reading-?time|read-?time|print|comments?-?count|photo-?credit|image-?credit)(?:$|[-_ ])",
    re.IGNORECASE,
)
_PLATFORM = (
    r"(?:telegram|whats-?app|facebook|twitter|instagram|youtube|tiktok|viber|linkedin|threads|bluesky|google news|\bX\b"
    r"|телеграм\w*|фейсбук\w*|вайбер\w*|ютуб\w*|تلغرام|تليغرام|تيليجرام|واتساب|فيسبوك|تويتر|يوتيوب|טלגרם|פייסבוק|ווטסאפ)"
)
# What is asked of a reader, not told: to follow, to subscribe, to share, to listen, to go on elsewhere.
_FOLLOWING = (
    rf"(?:please )?(?:follow|join|find|like|add|connect with|stay)\b[^.!?]{{0,60}}\b{_PLATFORM}",
    r"(?:please )?(?:sign up|subscribe|register|get)\b[^.!?]{0,40}"
    r"\b(?:newsletter|e-?mails?|inbox|briefings?|alerts|channel|podcast)",
    r"(?:folgen|abonnieren) sie\b|(?:zum|unseren?|den) newsletter\b",
    r"(?:suivez|rejoignez|retrouvez|abonnez)[- ](?:nous|vous)\b",
    r"s[ií]gu[ea]nos\b|suscr[ií]b[ae]\w*\b|siga(?:-nos)?\b|inscreva-se\b|assine\b|seguici\b|iscriviti\b",
    r"(?:подписывайтесь|подпишитесь|присоединяйтесь|читайте нас|следите)\b",
    r"(?:підписуйтес[ья]|підпишіться|приєднуйтес[ья]|стежте)\b|(?:takip edin|abone ol|bizi takip)\b",
    r"(?:تابعونا|تابعنا|اشترك(?:وا)?|انضم(?:وا)?)\b|(?:עקבו|הצטרפו|הירשמו|הרשמו)\b",
    r"ما را\b.{0,40}دنبال کنید|ہمیں\b.{0,40}فالو کریں|.{0,40}\babone olun\b|(?:关注|订阅)(?:我们|本报)|扫码关注",
)
_GOING_ON = (
    r"(?:click|tap) here to\b|(?:download|get) (?:our|the)\b[^.!?]{0,30}\bapp\b|support (?:our|independent) journalism",
    r"(?:article|story|text) continues (?:below|after)\b|la suite après cette|تابع القراءة|sigue leyendo\b",
    r"(?:leave|post|add) a comment\b|be the first to comment|comments are closed|.{0,120}\bctrl\s?\+\s?enter\b",
    r"your browser does not support\b|this (?:audio|article|text) (?:is|was) (?:auto|ai|machine)[- ]?\w*\b",
    r"(?:continue|keep) reading\b|read (?:more|also|next|the full)\b(?=.{0,80}$)",
    r"(?:also read|see also)\b|recommended:|related:",
    r"lesen sie (?:auch|mehr|hier)|mehr zum thema|auch interessant|(?:à )?lire aussi",
    r"lea también|le[ea] más|te puede interesar",
    r"leia (?:também|mais)|leggi anche|ayrıca oku|ilgili haber|читайте также|читать далее|смотрите также|читайте також",
    r"читати далі|дивіться також|اقرأ (?:أيض|المزيد)|شاهد أيض|קראו גם|לקריאה נוספת|(?:بیشتر|همچنین) بخوانید|مزید پڑھیں",
)
_SHARING = (
    r"(?:like|enjoy(?:ed)?) this (?:story|article)\b|share (?:this|it|on|via|with)\b",
    r"artikel (?:teilen|anhören|vorlesen)",
    r"listen to (?:this|the) (?:article|story)|partager (?:cet|l)|écouter (?:cet|l)|compartir (?:este|en)|escuchar\b",
    r"compartilhe|condividi\b|поделиться\b|поділитися\b|شارك(?:ها|وا)?\b(?=.{0,40}$)|استمع إلى|שתפו\b",
    r"このニュースをシェア|シェアする|点击分享|分享到|به اشتراک بگذارید",
    r"слухати (?:статтю|новину)|(?:про)?слушать (?:статью|новость)",
    rf"(?:(?:{_PLATFORM}|e-?mail|print|copy link|share|pinterest|reddit|messenger)\W+){{2,}}"
    rf"(?:{_PLATFORM}|e-?mail|print|copy link|share|pinterest|reddit|messenger)?\W*$",
)
# How long it takes to read or to hear, when it was put there, under what it is filed, that an advertisement follows.
_LABELLED = (
    r"(?:reading time|temps de lecture|lesezeit|tiempo de lectura|lectura de|tempo de leitura|время чтения|час читання"
    r"|(?:وقت|مدة) القراءة|זמן קריאה|okuma süresi)\W*\d+\s*\w*\W*$",
    r"\d+\s*(?:min\w*|мин\w*|хв\w*|دقائق|دقيقة|דקות|dk|dakika)\.?"
    r"\s*(?:de lecture|de lectura|чтения|читання|قراءة|للقراءة|קריאה|lesezeit|okuma|read)\W*$",
    r"(?:listen|watch|play|escuchar|écouter|anhören|слухати|слушать|استمع)?\W{0,5}\d{1,2}:\d{2}"
    r"(?:\W{1,3}\d{1,2}:\d{2})?\W*$",
    r"(?:tags?|topics|keywords|теги|теми|темы|метки|mots[- ]clés|etiquetas|schlagw[oö]rter|وسوم"
    r"|الكلمات المفتاحية|תגיות)\s{0,3}[:：][^.!?]{0,200}$",
    r"(?:advertisement|advertising|sponsored(?: content)?|publicité|publicidad|pubblicità|anzeige|werbung|реклама"
    r"|reklama?|(?:ال)?إعلان(?:ات)?|פרסומת|广告|広告)(?:\W+(?:scroll|skip|continue)\b.{0,40})?\W*$",
    r"(?:last )?(?:updated|published|posted|modified)(?: on| at)?\b[^.!?]{0,20}\d[^.!?]{0,30}\W*$",
    r"(?:обновлено|опубликовано|оновлено|опубліковано|mis à jour|publié|actualizado|publicado|آخر تحديث|تاريخ النشر"
    r"|עודכן|פורסם)\b[^.!?]{0,20}\d[^.!?]{0,30}\W*$",
)
# What is asked of a reader, not told: to follow, to go on elsewhere, to share, to listen.
_ASKED = re.compile(rf"^\W*(?:{'|'.join((*_FOLLOWING, *_GOING_ON, *_SHARING, *_LABELLED))})", re.IGNORECASE)
_PICTURE = (
    r"(?:lead |featured |cover )?(?:image|photo|picture|video)|foto|bild|photographie|imagen|imagem|фото|світлина"
    r"|зображення|изображение|видео|відео|(?:ال)?صورة|תמונה|צילום|fotoğraf|crédits? photos?|图片来源|图源"
)
_CREDIT = re.compile(
    rf"^\W*(?:(?:{_PICTURE})(?:s|graph(?:s|er|y)?)?(?: credits?| by| courtesy| source|nachweis|quelle)?\s*"
    r"(?:[:：©/|]|(?<=by)\s)|©|\(c\)\s|(?:AP|AFP|EPA|UN) photos?\b\s?/"
    r"|(?:additional |with )?(?:reporting|writing|editing) by\b|additional reporting\b"
    r"|\d{1,6} (?:comments?|shares?|views)\W*$)",
    re.IGNORECASE,
)
_NOTHING_BUT = re.compile(
    r"^\W*(?:\d+\s*)?(?:min(?:ute)?s?|mins? read|min read|мин|хв|دقائق|דקות)?(?: read)?\W*$", re.IGNORECASE
)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SHORT_LINE = 40
_SHORT_WORDS = 5
_SHORT_CJK = 12
_PROSE = 60


def drop_pointers(tree: lxml.html.HtmlElement) -> None:
    """Take out of a page the paragraphs and list items that only lead to other articles, with what announces them."""
    pointers = [element for element in tree.iter(*_POINTERS) if _is_pointer(element)]
    prose = sum(1 for paragraph in tree.iter("p") if len(paragraph.text_content()) >= _PROSE)
    if prose <= len(pointers):
        return
    for element in pointers:
        if element.getparent() is None:
            continue
        before = element.getprevious()
        holder = element.getparent()
        if before is None and holder is not None and holder.tag in ("ul", "ol"):
            before = holder.getprevious()
        if before is not None and _announces(before):
            before.drop_tree()
        element.drop_tree()


def _is_pointer(element: lxml.html.HtmlElement) -> bool:
    if any(child.tag in BLOCKS and child.tag != "br" for child in element.iterdescendants()):
        return False
    links = [link for link in element.iter("a") if _leads_away(link.get("href"))]
    if not links:
        return False
    text = one_line(element.text_content())
    linked = sum(len(one_line(link.text_content())) for link in links)
    label = len(text) - linked
    # Arrows, bullets and dashes announce nothing.
    label = label if re.search(r"\w", _without(text, links)) else min(label, 2)
    if not text or label > _LABEL or len(text) > _POINTED or linked < label or (element.tag == "blockquote" and label):
        return False
    first = one_line(element.text_content()[: len(element.text_content()) - len(links[-1].text_content())])
    announced = label > 1 and _ENDS_OPEN.search(first) is not None
    bracketed = text[0] in "[(" and text[-1] in "])"
    words = len(text.split()) >= 3 or _CJK.search(text) is not None
    return announced or bracketed or (label <= 2 and words and _SENTENCE_END.search(text) is None)


def _without(text: str, links: list[lxml.html.HtmlElement]) -> str:
    for link in links:
        text = text.replace(one_line(link.text_content()), "", 1)
    return text


def _leads_away(href: str | None) -> bool:
    return bool(href) and not str(href).strip().lower().startswith(("#", "mailto:", "tel:", "javascript:"))


def _announces(element: lxml.html.HtmlElement) -> bool:
    """Whether a piece is only a word or two above the pointers that follow it."""
    text = one_line(element.text_content())
    return element.tag in (*_POINTERS, "span", "b") and 0 < len(text) <= _LABEL and len(text.split()) <= _SHORT_WORDS


def drop_called(tree: lxml.html.HtmlElement) -> None:
    """Take out the small parts of a page that are called what they are: share lines, players, promotions."""
    for element in list(tree.iter("div", "p", "section", "aside", "ul", "span", "figure", "h2", "h3", "h4")):
        named = f"{element.get('class', '')} {element.get('id', '')}"
        if (
            element.getparent() is not None
            and _CALLED.search(named)
            and len(one_line(element.text_content())) <= _SMALL
        ):
            element.drop_tree()


def without_furniture(text: str) -> str:
    """The text of a page without the lines that ask something of its reader or credit pictures, and without labels
    above its first and below its last sentence."""
    lines = text.split("\n")
    kept = [line for line in lines if not _asks(line)]
    prose = [place for place, line in enumerate(kept) if not _is_label(line)]
    if not prose:
        return text
    head, tail = prose[0], prose[-1] + 1
    return "\n".join(line for place, line in enumerate(kept) if head <= place < tail or _opens(line))


def _asks(line: str) -> bool:
    if len(line) > _SMALL:
        return False
    return bool(_ASKED.match(line) or _CREDIT.match(line) or (line.strip() and _NOTHING_BUT.match(line)))


def _is_label(line: str) -> bool:
    """Whether a line is a word or a few that make no sentence."""
    if _SENTENCE_END.search(line):
        return False
    if _CJK.search(line):
        return len(line) <= _SHORT_CJK
    return len(line) <= _SHORT_LINE and len(line.split()) <= _SHORT_WORDS


def _opens(line: str) -> bool:
    """Whether a short line is the beginning of what follows, such as the place that a report is from."""
    return _ENDS_OPEN.search(line) is not None
