"""Noun phrases of speakers."""

from __future__ import annotations

import pytest

from index.language.reporting import folded, reporting
from index.reports.lines import Line, Span, line_of
from index.reports.phrases import after, before, clause_subject, is_pronoun
from index.reports.quotations import quotations


def line(text: str, language: str = "en") -> Line:
    return line_of(text, (0, len(text)), quotations(text), reporting(language))


def phrase(read: Line, span: Span | None) -> str:
    return "" if span is None else read.phrase(span)


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("The mayor of Port Vale said so.", "said", "The mayor of Port Vale"),
        ("On Monday the port authority said so.", "said", "the port authority"),
        ("Petra Novak, the harbour master, said so.", "said", "Petra Novak, the harbour master"),
        ("Petra Novak, who runs the port, said so.", "said", "Petra Novak"),
        ("The union - which has six branches - said so.", "said", "The union"),
        ("A clinic which treats the wounded said so.", "said", "A clinic"),
        ("Medics and rescuers said so.", "said", "Medics and rescuers"),
        ("The ship sank, fishermen there said.", "said", "fishermen"),
        ("The port has repeatedly said so.", "said", "The port"),
        ("A union (of dockers) said so.", "said", "A union"),
        ("The accused group said so.", "said", "The accused group"),
        ("Der Hafen und sagte.", "sagte", ""),
    ],
)
def test_the_phrase_before_a_verb_is_the_whole_speaker(sentence: str, verb: str, subject: str) -> None:
    read = line(sentence)

    assert phrase(read, before(read, read.words.index(verb))) in {subject, f"{subject} there"} or subject == ""


@pytest.mark.parametrize(
    ("language", "sentence", "verb", "speaker"),
    [
        ("en", "So it was, said the harbour master on Monday.", "said", "the harbour master"),
        ("en", "So it was, said Petra Novak, the harbour master.", "said", "Petra Novak, the harbour master"),
        ("en", "So it was, said the master in a statement.", "said", "the master"),
        ("es", "Así fue, dijo el jefe del puerto el lunes.", "dijo", "el jefe del puerto"),
        ("fr", "C'est ainsi, affirme une habitante, Rose Laval.", "affirme", "une habitante, Rose Laval"),
        ("ru", "Так и было, сообщил начальник порта Пётр Лунин.", "сообщил", "начальник порта Пётр Лунин"),
        ("uk", "Так і було, заявив начальник порту на брифінгу.", "заявив", "начальник порту"),
        ("he", "כך היה, אמר מנהל הנמל אתמול.", "אמר", "מנהל הנמל"),
        ("ar", "قالت هيئة الموانئ في بيان إن الميناء مغلق.", "قالت", "هيئة الموانئ"),
    ],
)
def test_the_phrase_behind_a_verb_ends_before_time_and_manner(
    language: str, sentence: str, verb: str, speaker: str
) -> None:
    read = line(sentence, language)

    assert phrase(read, after(read, read.words.index(verb) + 1)) == speaker


def test_a_quoted_name_is_part_of_its_phrase() -> None:
    read = line("Так и было, сообщил центр «Маяк» вечером.", "ru")

    assert phrase(read, after(read, read.words.index("сообщил") + 1)) == "центр «Маяк»"


def test_nothing_quoted_is_a_speaker() -> None:
    read = line('"The port said no more," and left.')

    assert before(read, read.words.index("said")) is None


def test_the_subject_of_a_clause_is_what_stands_before_its_verb() -> None:
    read = line("In Port Vale, the harbour master closed the gates.")

    assert phrase(read, clause_subject(read, 0, len(read))) == "the harbour master"


def test_pronouns_are_those_of_the_language() -> None:
    assert is_pronoun(line("He left."), 0)
    assert is_pronoun(line("Она ушла.", "ru"), 0)
    assert not is_pronoun(line("The port."), 0)


def test_stops_of_abbreviations_and_apostrophes_of_plurals_are_part_of_the_word() -> None:
    assert line("Mr. J. Novak left.").tokens[0].text == "Mr."
    assert line("Mr. J. Novak left.").tokens[1].text == "J."
    assert line("The drivers' union left.").tokens[1].text == "drivers'"


def test_words_are_looked_up_without_vowel_signs_and_in_one_spelling() -> None:
    assert folded("أكّدَ") == folded("اكد")
    assert folded("Ё") == "е"
    assert folded("l’ONU") == "l'onu"


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "he", "ru", "uk"])
def test_every_language_has_verbs_cues_and_pronouns_of_its_own(language: str) -> None:
    lexicon = reporting(language)

    assert lexicon.language == language
    assert len(lexicon.verbs) > 100
    assert {verb.kind for verb in lexicon.verbs.values()} >= {"say", "that", "blame", "deny", "speak"}
    assert lexicon.cues
    assert lexicon.sets["person_pronouns"]
    assert lexicon.parts


def test_an_unknown_language_is_read_with_english_words() -> None:
    assert "said" in reporting("xx").verbs
