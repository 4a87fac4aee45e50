"""Lines of articles as people export them, to `sitrep import`: read, or refused with one line that says why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli.main import main

WILD = Path(__file__).resolve().parents[4] / "shared" / "cases" / "wild"
ROW = {
    "url": "https://river.example/1",
    "title": "Silo hit in Vessel Bay",
    "text": "Two shells hit the grain silo of Vessel Bay before dawn on Friday, the harbour master, told us.",
    "publisher": "River Post",
    "published": "2026-04-10T08:00:00Z",
}
WHOLE = json.dumps(ROW)


def line(**changed: object) -> bytes:
    return json.dumps({**ROW, **changed}).encode()


def without(key: str) -> bytes:
    return json.dumps({name: value for name, value in ROW.items() if name != key}).encode()


READ = {
    "blank lines": f"\n{WHOLE}\n\n  \n".encode(),
    "a mark of the byte order": b"\xef\xbb\xbf" + WHOLE.encode(),
    "line ends of Windows": f"{WHOLE}\r\n".encode(),
    "a day only": line(published="2026-04-10"),
    "no zone": line(published="2026-04-10 08:00"),
    "no date": line(published=None),
    "half a character": WHOLE.replace("Silo", "\\ud83d Silo").encode(),
    "a key of their own": line(tags=["a"]),
    "markup": line(text=f"<p>One &amp; two</p><p>{ROW['text']}</p>"),
    "letters as numbers": line(title="Силос"),
    "a line separator in the text": line(text=f"{ROW['text']}\u2028{ROW['text']}"),
    "an address with letters": line(url="https://river.example/новини/1"),
}
REFUSED = {
    "a list": f"[{WHOLE}]".encode(),
    "a number for a date": line(published=1775808000),
    "a date for people": line(published="Fri, 10 Apr 2026 08:00:00 GMT"),
    "no publisher": without("publisher"),
    "no text": line(text="  "),
    "an address on no site": line(url="/1"),
    "an address of a file": line(url="file:///etc/passwd"),
    "an address without a host": line(url="https://"),
    "a broken line among good ones": f"{WHOLE}\n{{broken\n{WHOLE}".encode(),
    "half a line": WHOLE[:-20].encode(),
    "UTF-16": WHOLE.encode("utf-16"),
    "packed": b"\x1f\x8b\x08\x00",
    "a table": b"url,title,text\nhttps://river.example/1,x,y\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SITREP_DATA_DIR", str(tmp_path / "data"))
    return tmp_path


@pytest.mark.parametrize("kind", READ)
def test_what_can_be_read_is_read(folder: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    (folder / "a.jsonl").write_bytes(READ[kind])

    assert main(["import", str(folder / "a.jsonl")]) == 0
    assert "1 new" in capsys.readouterr().err


@pytest.mark.parametrize("kind", REFUSED)
def test_what_can_not_be_read_is_refused_in_one_line_and_nothing_is_kept(
    folder: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    (folder / "a.jsonl").write_bytes(REFUSED[kind])

    assert main(["import", str(folder / "a.jsonl")]) == 2
    said = capsys.readouterr().err.strip().splitlines()
    (folder / "a.jsonl").write_bytes(line())
    main(["import", str(folder / "a.jsonl")])
    assert len(said) == 1
    assert "1 new" in capsys.readouterr().err


@pytest.mark.skipif(not WILD.is_dir(), reason="the failing inputs are not beside the project")
def test_the_lines_of_public_reports_are_read_or_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = {path.stem.partition("_")[2]: main(["import", str(path)]) for path in sorted(WILD.glob("jsonl_*.jsonl"))}

    refused = {name for name, code in codes.items() if code}
    assert len(codes) == 16
    assert refused == {"array", "epoch", "no_publisher", "one_bad_of_two", "relative_url", "rfc822", "utf16"}
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("sitrep: ")]
    assert len(said) == len(refused)
