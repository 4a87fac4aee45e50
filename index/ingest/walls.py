"""Pages that stand in front of an article instead of being one. Pure."""

from __future__ import annotations

import re

import lxml.html

# Longer texts are articles, even ones about cookies or error pages.
_SHORT = 700
_TEASER = 900

_ERROR_TITLE = re.compile(
    r"^\W*(?:(?:error\W*)?(?:404|403|410|500|502|503)\b|page (?:not found|cannot be found|doesn.t exist)|not found"
    r"|access denied|forbidden|error\W*$|seite nicht gefunden|page (?:non trouvée|introuvable)|página no encontrada"
    r"|страница не найдена|сторінку не знайдено|الصفحة غير موجودة|sayfa bulunamadı|pagina non trovata)"
    r"|\b(?:page not found|404 not found|404 error|error 404)\b",
    re.IGNORECASE,
)
_ERROR_TEXT = re.compile(
    r"(?:page|article|story)[^.]{0,60}(?:could not be found|cannot be found|can.t be found|was not found"
    r"|(?:no longer|not) (?:exist|available)|has been (?:removed|deleted|withdrawn))|the requested url"
    r"|страница не найдена|page introuvable|nicht gefunden",
    re.IGNORECASE,
)
_ROBOT = re.compile(
    r"just a moment\.\.\.|attention required|are you (?:a )?(?:human|robot)|verify (?:that )?you are (?:a )?human"
    r"|checking your browser|unusual traffic|complete the captcha|security check|ddos protection|cf-challenge",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"(?:enable|turn on|activate|requires?|activer|aktivieren sie) (?:your )?java ?script"
    r"|javascript (?:is (?:disabled|required|not enabled)|muss aktiviert|désactivé)|включите javascript",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"\bcookies?\b|\bconsent\b|zustimm|einwilligung|consentement|consentimiento|файл\w{0,3} cookie|ملفات تعريف الارتباط"
    r"|çerez|privacy (?:policy|settings)|datenschutz|personali[sz]ed ads|our partners|tracking",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"(?:subscribe|sign in|log ?in|register|subscription)[^.\n]{0,60}(?:to (?:continue|read|access|keep)|for full)"
    r"|(?:this|the) (?:article|content|story) is (?:for|only available to|reserved for) (?:our )?subscribers"
    r"|already a subscriber|subscribers? only|continue reading|weiterlesen mit|nur für abonnenten|jetzt abonnieren"
    r"|réservé aux abonnés|il vous reste [\d.,]+ ?%|solo para suscriptores|только для подписчиков|abone ol",
    re.IGNORECASE,
)


def wall_of(title: str, text: str, tree: lxml.html.HtmlElement, *, free: bool) -> str | None:
    """Why a page is not an article (a short code), or None where it is one. `free`: the page does not say otherwise."""
    short = len(text) < _SHORT
    shown = f"{title}\n{text[:2000]}"
    if short and _ERROR_TITLE.search(title):
        return "error_page"
    if short and _ROBOT.search(shown):
        return "robot_check"
    if short and _ERROR_TEXT.search(text):
        return "error_page"
    if len(text) < _TEASER and _is_mostly(_COOKIES, text):
        return "cookie_wall"
    if len(text) < _TEASER and (not free or _PAYWALL.search(text)):
        return "paywall"
    if short and _SCRIPT.search(shown + " ".join(tree.xpath("//noscript//text()"))[:2000]):
        return "needs_script"
    return None if text else "no_text"


def _is_mostly(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the pattern is in most sentences of a text, and in more than one place."""
    sentences = [sentence for sentence in re.split(r"[.!?\n]+", text) if len(sentence.split()) > 2]
    about = sum(1 for sentence in sentences if pattern.search(sentence))
    return about >= 2 and about * 2 >= len(sentences)
