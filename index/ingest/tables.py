"""Tables in words: each row with the headings of its columns, or not at all. Pure."""

from __future__ import annotations

import re

import lxml.html

_MOST_ROWS = 400
_MOST_COLUMNS = 20
# What has longer cells is a layout and no table.
_LONG_CELL = 300
_RULED = frozenset("|-: ")
_FIGURE = re.compile(r"[\d٠-٩۰-۹०-९]")


def spell_out_tables(tree: lxml.html.HtmlElement) -> None:
    """Replace every table of data by a paragraph a row; one whose columns have no headings is taken out."""
    for table in list(tree.iter("table")):
        if table.getparent() is None or table.xpath(".//table"):
            continue
        rows = [cells for cells in _rows(table) if any(text for text, _is_heading in cells)]
        if not rows or _is_layout(rows):
            continue
        caption = " ".join("".join(table.xpath("string(./caption[1])")).split())
        lines = [caption] if caption else []
        holder = lxml.html.Element("div")
        for line in lines + _spelled_out(rows):
            paragraph = lxml.html.Element("p")
            paragraph.text = line
            holder.append(paragraph)
        holder.tail = table.tail
        table.getparent().replace(table, holder)


def spell_out_pipes(text: str) -> str:
    """`text` with each table that is drawn with | and a rule under its headings told as those of pages are."""
    if "|" not in text:
        return text
    lines = text.split("\n")
    kept: list[str] = []
    at = 0
    while at < len(lines):
        rule = lines[at + 1] if at + 1 < len(lines) else ""
        if "|" not in lines[at] or "--" not in rule or not _RULED.issuperset(rule.strip()):
            kept.append(lines[at])
            at += 1
            continue
        end = at + 2
        while end < len(lines) and "|" in lines[end]:
            end += 1
        rows = [[(cell, False) for cell in _cells(line)] for line in lines[at + 2 : end]]
        kept += _spelled_out([[(cell, True) for cell in _cells(lines[at])], *rows])
        at = end
    return "\n".join(kept)


def _cells(line: str) -> list[str]:
    return [" ".join(cell.split()) for cell in line.strip().strip("|").split("|")][:_MOST_COLUMNS]


def _rows(table: lxml.html.HtmlElement) -> list[list[tuple[str, bool]]]:
    """The cells of each row as (text, whether it is a heading); a cell over several rows stands in each. One over
    several columns leaves its row too short to be read: which of them it speaks of can not be told."""
    rows: list[list[tuple[str, bool]]] = []
    below: dict[int, tuple[int, tuple[str, bool]]] = {}
    for row in table.xpath(".//tr")[:_MOST_ROWS]:
        cells: list[tuple[str, bool]] = []
        for cell in row.xpath("./td | ./th"):
            _fill(cells, below)
            content = (" ".join(cell.text_content().split()), cell.tag == "th" or row.getparent().tag == "thead")
            down = _span(cell, "rowspan")
            if down > 1:
                below[len(cells)] = (down - 1, content)
            cells.append(content)
        _fill(cells, below)
        rows.append(cells[:_MOST_COLUMNS])
    return rows


def _fill(cells: list[tuple[str, bool]], below: dict[int, tuple[int, tuple[str, bool]]]) -> None:
    while len(cells) in below:
        left, content = below.pop(len(cells))
        if left > 1:
            below[len(cells)] = (left - 1, content)
        cells.append(content)


def _span(cell: lxml.html.HtmlElement, name: str) -> int:
    written = (cell.get(name) or "1").strip()
    return min(int(written), _MOST_COLUMNS) if written.isdecimal() and int(written) > 0 else 1


def _is_layout(rows: list[list[tuple[str, bool]]]) -> bool:
    widths = [len(cells) for cells in rows]
    return max(widths) < 2 or len(rows) < 2 or any(len(text) > _LONG_CELL for cells in rows for text, _head in cells)


def _spelled_out(rows: list[list[tuple[str, bool]]]) -> list[str]:
    head, body = rows[0], rows[1:]
    names = [text for text, _is_heading in head]
    marked = all(is_heading or not text for text, is_heading in head)
    # Words above figures are headings, even where the page does not mark them as such.
    plain = not any(map(_FIGURE.search, names)) and any(_FIGURE.search(text) for cells in body for text, _head in cells)
    if not (marked or plain) or sum(map(bool, names)) < len(names) - 1:
        return []
    lines = []
    for cells in body:
        if len(cells) == len(names) and not all(is_heading for _text, is_heading in cells):
            pairs = [
                f"{name}: {text}" if name else text for name, (text, _head) in zip(names, cells, strict=True) if text
            ]
            lines.append("; ".join(pairs) + ".")
    return lines
