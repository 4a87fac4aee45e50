from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "pieces",
    [
        ["He lives in the U.S.", "The town lies 3.5 km from it."],
        ["The U.S. Air Force struck at 4 p.m. on Jan. 5.", "Nobody was hurt."],
        ["Gen. Smith met Col. Igor Petrov.", "59 missiles fell."],
        ["J. K. Rowling spoke."],
        ['"We will hold.', 'We must" the mayor said.', "“Why?” asked a man.", "Nobody answered."],
        ["قال المسؤول إن القصف توقف.", "هل عاد؟", "نعم."],
        ["Он сказал это в г. Киеве.", "Потом ушёл."],
        ["הוא אמר זאת אתמול.", "איש לא נפגע."],
        ["The raid is over.", "--AFP"],
        ["The town of No. 5 Battalion fell..."],
        ["A headline without a stop", "The first paragraph begins here."],
        ["တပ်မတော်က မြို့ကို ပစ်ခတ်ခဲ့သည်။", "လူ ငါးဦး သေဆုံးသည်။"],
        ["ከተማዋ ተደበደበች።", "አምስት ሰዎች ቆሰሉ።", "ማን ተኮሰ፧"],
        ["شہر پر حملہ ہوا۔", "پانچ افراد زخمی ہوئے۔", "کس نے کیا؟"],
        ["军队炮击了该镇。", "五人受伤！", "“谁开的火？”没有人回答。"],
        ["「町が砲撃された。」と市長は述べた。", "五人が負傷した。"],
        ["ទីក្រុងត្រូវបានវាយប្រហារ។", "មនុស្សប្រាំនាក់រងរបួស។"],
        ["Քաղաքը ռմբակոծվել է։", "Հինգ մարդ վիրավորվել է։"],
        ["He waited... and then he left."],
    ],
)
def test_a_text_falls_into_its_sentences(pieces: list[str]) -> None:
    joined = "\n".join(pieces) if not pieces[0].endswith(tuple(".?!؟")) else " ".join(pieces)

    assert split(joined) == pieces


@given(st.text(alphabet=st.sampled_from('aбعB. .?!"”\n\t 5-—。'), max_size=80) | st.text(max_size=80))
def test_sentences_cover_all_but_white_space_in_order(text: str) -> None:
    spans = sentences(text)

    position = 0
    for start, end in spans:
        assert position <= start < end
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()
