"""Every regular expression of the code, and strings that attack it: made of its own parts, repeated."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import pkgutil
import random
import re
import signal
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

# Without stubs, for what they hold is not promised; the parts of a pattern are the only way to attack it.
op: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "index")
_USES = frozenset({"compile", "search", "match", "fullmatch", "sub", "subn", "findall", "finditer", "split"})
_UNITS = ("a", "A", "1", '"', ".", ",", "-", "(", "[", "é", "’", " ", "\n", "a ", "A a ", "1,", "a-", "A.", "of A ")
_ANCHORED = frozenset({"match", "fullmatch"})
_ENDS = ("", "!", "\x01")
_SHORT, _LONG = 1500, 12000
# Below this nothing is noticed. A linear pattern takes eight times as long for eight times as much, a square one 64:
# between the two is room for a busy machine.
_NOTICED_S, _FACTOR, _GIVEN_UP_S = 0.001, 24.0, 1.0
# A busy machine makes one measurement longer, never shorter: the least of several is the pattern's own.
_MEASURED = 5


@dataclasses.dataclass(frozen=True, slots=True)
class Used:
    """A pattern and where it is: a module's name, or a file and line. `anchored`: it is tried at one place alone."""

    where: str
    pattern: re.Pattern[Any]
    anchored: bool = False


def all_patterns() -> list[Used]:
    """What modules hold compiled, and what is written where it is used; each once."""
    found: dict[tuple[Any, int], Used] = {}
    for package in PACKAGES:
        for module in _modules(importlib.import_module(package)):
            calls = _calls(module)
            for name, value in vars(module).items():
                for pattern in _held(value):
                    anchored = bool(calls.get(name)) and calls[name] <= _ANCHORED
                    used = Used(f"{module.__name__}.{name}", pattern, anchored)
                    before = found.setdefault((pattern.pattern, pattern.flags), used)
                    if before.anchored and not anchored:
                        found[pattern.pattern, pattern.flags] = used
        for path in sorted((ROOT / package).rglob("*.py")):
            for line, pattern, anchored in _written(path):
                where = f"{path.relative_to(ROOT).as_posix()}:{line}"
                found.setdefault((pattern.pattern, pattern.flags), Used(where, pattern, anchored))
    return list(found.values())


def grows(used: Used) -> str:
    """The attack under which matching takes more than linear time, "" for none."""
    for attack in _attacks(used.pattern):
        for end in _ENDS:
            text = _repeated(attack, _SHORT, end)
            if _seconds(used, text) < _NOTICED_S or (short := _least_seconds(used, text)) < _NOTICED_S:
                continue
            long = _least_seconds(used, _repeated(attack, _LONG, end))
            if long / short > _FACTOR or short >= _GIVEN_UP_S:
                return f"{attack!r}: {short:.3f} s for {_SHORT} characters, {long:.3f} s for {_LONG}"
    return ""


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    yield package
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if ".migrations" not in info.name and not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def _held(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 3 and isinstance(value, Mapping):
        for one in value.values():
            yield from _held(one, depth + 1)
    elif depth < 3 and isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _held(one, depth + 1)


def _calls(module: ModuleType) -> dict[str, set[str]]:
    """The methods that a module calls on each name of its own."""
    called: dict[str, set[str]] = {}
    source = Path(module.__file__ or "").read_text(encoding="utf-8") if module.__file__ else ""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            called.setdefault(node.value.id, set()).add(node.attr)
    return called


def _written(path: Path) -> Iterator[tuple[int, re.Pattern[Any], bool]]:
    """The patterns that stand in calls of `re`; a part that is only known when it runs is taken for a word."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not node.args:
            continue
        if getattr(node.func.value, "id", "") != "re" or node.func.attr not in _USES:
            continue
        if node.func.attr == "compile":
            continue
        text = _text(node.args[0])
        if text is not None:
            yield node.lineno, re.compile(text), node.func.attr in _ANCHORED


def _text(node: ast.expr) -> Any:
    if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "word" for part in node.values)
    return None


def _attacks(pattern: re.Pattern[Any]) -> list[Any]:
    """Units to repeat: usual ones, what each repeat of the pattern takes, what leads up to it, and whole matches."""
    rng = random.Random(3)
    tree = list(parser.parse(pattern.pattern, pattern.flags))
    units = {*_UNITS}
    for before, inner in _repeats(tree):
        for _ in range(2):
            unit, lead = _sample(inner, rng), _sample(before, rng)
            units |= {unit, lead[-40:], lead[-40:] + unit}
    units |= {_sample(tree, rng)[:60] for _ in range(3)}
    kept = sorted(unit for unit in units if unit)
    return [unit.encode() for unit in kept] if isinstance(pattern.pattern, bytes) else kept


def _repeated(unit: Any, length: int, end: str) -> Any:
    text = (unit * (length // len(unit) + 1))[:length]
    return text + (end.encode() if isinstance(unit, bytes) else end)


class _TooLong(Exception):
    pass


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _TooLong


def _least_seconds(used: Used, text: Any) -> float:
    least = _GIVEN_UP_S
    for _again in range(_MEASURED):
        least = min(least, _seconds(used, text))
        if least == _GIVEN_UP_S:
            break
    return least


def _seconds(used: Used, text: Any) -> float:
    """The time that all matches in a text take (that at its beginning); as much as is waited for where it is longer."""
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _GIVEN_UP_S)
    began = time.process_time()
    try:
        if used.anchored:
            used.pattern.match(text)
            used.pattern.fullmatch(text)
        else:
            for _ in used.pattern.finditer(text):
                pass
        return time.process_time() - began
    except _TooLong:
        return _GIVEN_UP_S
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _repeats(items: Iterable[Any], before: Iterable[Any] = ()) -> Iterator[tuple[list[Any], list[Any]]]:
    """Each repeat with what stands before it, within its group and before that."""
    tree = list(items)
    for place, (code, value) in enumerate(tree):
        led = [*before, *tree[:place]]
        if code in (op.MAX_REPEAT, op.MIN_REPEAT):
            yield led, list(value[2])
            yield from _repeats(value[2], led)
        elif code is op.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch, led)
        elif code is op.SUBPATTERN:
            yield from _repeats(value[3], led)
        elif code in (op.ASSERT, op.ASSERT_NOT):
            yield from _repeats(value[1], led)


def _sample(items: Iterable[Any], rng: random.Random) -> str:
    """Something that these parts of a pattern match, each repeat taken as seldom as can be, but once."""
    return "".join(_one(code, value, rng) for code, value in items)


def _one(code: Any, value: Any, rng: random.Random) -> str:
    if code is op.LITERAL:
        return chr(value)
    if code is op.NOT_LITERAL:
        return "y" if value == ord("z") else "z"
    if code is op.ANY:
        return rng.choice("a .")
    if code is op.IN:
        return _member(value, rng)
    if code is op.BRANCH:
        return _sample(rng.choice(value[1]), rng)
    if code is op.SUBPATTERN:
        return _sample(value[3], rng)
    if code in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, most, inner = value
        return "".join(_sample(inner, rng) for _ in range(min(max(least, 1 if most else 0), 50)))
    return ""


_OF_CATEGORY = {
    op.CATEGORY_DIGIT: "1",
    op.CATEGORY_SPACE: " ",
    op.CATEGORY_WORD: "a",
    op.CATEGORY_NOT_SPACE: "a",
    op.CATEGORY_NOT_WORD: ".",
    op.CATEGORY_NOT_DIGIT: "a",
}


def _member(items: Iterable[Any], rng: random.Random) -> str:
    tree = list(items)
    members = [chr(value) for code, value in tree if code is op.LITERAL]
    members += [chr(value[0]) for code, value in tree if code is op.RANGE]
    members += [_OF_CATEGORY[value] for code, value in tree if code is op.CATEGORY]
    if not any(code is op.NEGATE for code, _ in tree):
        return rng.choice(members)
    return next((c for c in "aA1 .,-zé\n" if c not in members and not (" " in members and c.isspace())), "~")
