"""What stands in quotation marks, in the marks of each language."""

from __future__ import annotations

import pytest

from index.reports.quotations import quotations


def quoted(text: str) -> list[str]:
    return [text[quotation.start : quotation.end] for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we left" and went.', '"we left"'),
        ("He said “we left” and went.", "“we left”"),
        ("Он сказал: «Мы ушли», и вышел.", "«Мы ушли»"),
        ("Er sagte: „Wir gehen“ und ging.", "„Wir gehen“"),
        ("He said ‘we left at noon.’ Nobody answered.", "‘we left at noon.’"),
        ("He said ''we left'' and went.", "''we left''"),
        ("He said “we left,“ and went.", "“we left,“"),
        ('He said "we left” and went.', '"we left”'),
    ],
)
def test_each_kind_of_marks_is_known(text: str, expected: str) -> None:
    assert quoted(text) == [expected]


def test_an_apostrophe_opens_nothing() -> None:
    assert quoted("The army's trucks weren't there; the drivers' union knew.") == []


def test_a_mark_inside_of_a_hebrew_word_is_part_of_it() -> None:
    assert quoted('דובר צה"ל אמר "נסוג" היום') == ['"נסוג"']


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    text = '"We left at noon.\nThe town was quiet.'

    (quotation,) = quotations(text)

    assert text[quotation.start : quotation.end] == '"We left at noon.'
    assert not quotation.continued


def test_an_open_quotation_goes_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    first, second = quotations('"We left at noon.\n\n"Nobody saw us," he said.')

    assert first.continued
    assert not second.continued
