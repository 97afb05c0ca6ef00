"""Sound sample files, damaged by chance: bytes changed, cut out, doubled, moved, torn off; in Word files inside parts too."""

import io
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples" / "region-sjoland"
SUFFIXES = {".docx", ".pdf", ".html", ".md", ".txt", ".csv", ".ics"}
_NASTY = (b"\0", b"\xff\xfe", b"<", b">>", b"</w:tbl>", b"%%EOF", b"&x;", b"9" * 400, b"(" * 2_000, b"\n\n|")
_MOST_CHANGES = 12


def write_mutated_files(folder: Path, count: int, seed: int = 1) -> Iterator[Path]:
    """Write `count` damaged files, the same ones for the same seed, and yield each."""
    chance = random.Random(seed)
    sound = sorted(
        each for each in SAMPLES.iterdir() if each.suffix in SUFFIXES and each.name != "sources.csv"
    )
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        source = sound[number % len(sound)]
        data = source.read_bytes()
        is_word = source.suffix == ".docx" and chance.random() < 0.7
        path = folder / f"{number:04}-{source.name}"
        path.write_bytes(_inside(data, chance) if is_word else _mutated(data, chance))
        yield path


def _inside(archive: bytes, chance: random.Random) -> bytes:
    """Return a zip file with one of its parts damaged, which a checksum would otherwise give away."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as sound, zipfile.ZipFile(written, "w") as damaged:
        names = [each for each in sound.namelist() if each.startswith("word/") and each.endswith(".xml")]
        chosen = chance.choice(names)
        for name in sound.namelist():
            part = sound.read(name)
            damaged.writestr(name, _mutated(part, chance) if name == chosen else part)
    return written.getvalue()


def _mutated(data: bytes, chance: random.Random) -> bytes:
    held = bytearray(data)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        at = chance.randrange(len(held) + 1)
        length = chance.randint(1, 1 + len(held) // 20)
        match chance.randrange(7):
            case 0:
                held[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del held[at : at + length]
            case 2:
                held[at:at] = held[at : at + length]
            case 3:
                held[at:at] = chance.choice(_NASTY)
            case 4:
                other = chance.randrange(len(held) + 1)
                held[other:other] = held[at : at + length]
            case 5:
                held[at : at + length] = bytes(chance.randrange(256) for _ in range(min(length, 64)))
            case _:
                if chance.random() < 0.2:
                    del held[at:]
    return bytes(held)
