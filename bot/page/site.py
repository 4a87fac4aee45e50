"""The pages over HTTP: a Starlette application that reads and writes nothing but answers."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Awaitable, Callable
from importlib import resources

import jinja2
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.page.library import Library, OpenPage
from bot.page.markdown import markdown
from bot.pictures.easel import PictureFailed

# Nothing is loaded from elsewhere, nothing runs, nobody frames it, and no address leaks to the sites that it links to.
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'none'"
    ),
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, max-age=300",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22,64}")
_METHODS = ["GET"]


def build_site(library: Library) -> Starlette:
    """The application. Every address that is no page's looks the same."""
    desk = _Desk(library)
    routes = [
        Route("/b/{token}", desk.page, methods=_METHODS),
        Route("/b/{token}/briefing.json", desk.as_json, methods=_METHODS),
        Route("/b/{token}/briefing.md", desk.as_markdown, methods=_METHODS),
        Route("/b/{token}/picture.png", functools.partial(desk.picture, dark=False), methods=_METHODS),
        Route("/b/{token}/picture-dark.png", functools.partial(desk.picture, dark=True), methods=_METHODS),
        Route("/style.css", desk.style, methods=_METHODS),
        Route("/robots.txt", _robots, methods=_METHODS),
    ]
    site = Starlette(routes=routes, middleware=[Middleware(_Headers)], exception_handlers={404: desk.gone})
    # It would redirect to whatever host the request names.
    site.router.redirect_slashes = False
    return site


class _Desk:
    """Answers requests. The handlers are synchronous: Starlette runs them in threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._templates = jinja2.Environment(
            loader=jinja2.PackageLoader("bot.page"), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True
        )

    def page(self, request: Request) -> Response:
        found = self._open(request)
        if found is None:
            return self.gone(request, None)
        template = self._templates.get_template("page.html")
        html = template.render(page=found.view, texts=found.texts, token=found.token)
        return Response(Markup(html), media_type="text/html")

    def as_json(self, request: Request) -> Response:
        found = self._open(request)
        if found is None:
            return self.gone(request, None)
        return _file(json.dumps(found.exported, ensure_ascii=False, indent=1), "json", "application/json")

    def as_markdown(self, request: Request) -> Response:
        found = self._open(request)
        if found is None:
            return self.gone(request, None)
        return _file(markdown(found.view, found.texts), "md", "text/markdown")

    def picture(self, request: Request, *, dark: bool) -> Response:
        found = self._open(request)
        try:
            png = None if found is None else self._library.picture(found, dark=dark)
        except PictureFailed:
            png = None
        return self.gone(request, None) if png is None else Response(png, media_type="image/png")

    def style(self, _request: Request) -> Response:
        css = (resources.files("bot.page") / "templates" / "style.css").read_text(encoding="utf-8")
        return Response(css, media_type="text/css", headers={"Cache-Control": "public, max-age=3600"})

    def gone(self, request: Request, _error: Exception | None) -> Response:
        texts = self._library.texts_of(request.headers.get("Accept-Language"))
        html = self._templates.get_template("gone.html").render(texts=texts)
        return Response(html, status_code=404, media_type="text/html")

    def _open(self, request: Request) -> OpenPage | None:
        token = request.path_params["token"]
        return self._library.open(token) if _TOKEN.fullmatch(token) else None


def _robots(_request: Request) -> Response:
    return PlainTextResponse("User-agent: *\nDisallow: /\n")


def _file(text: str, suffix: str, kind: str) -> Response:
    disposition = {"Content-Disposition": f'attachment; filename="briefing.{suffix}"'}
    return Response(text, media_type=f"{kind}; charset=utf-8", headers=disposition)


class _Headers:
    """Puts our headers on every answer that has not set them itself, errors included."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, _adding(send))


def _adding(send: Send) -> Callable[[Message], Awaitable[None]]:
    async def add(message: Message) -> None:
        if message["type"] == "http.response.start":
            known = {name.lower() for name, _ in message["headers"]}
            ours = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
            message["headers"] = [*message["headers"], *((name, value) for name, value in ours if name not in known)]
        await send(message)

    return add
