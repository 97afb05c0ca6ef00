"""How long word searches take among 102,000 passages and as many facts: python benchmarks/words_at_scale.py [URL]."""

import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from knowledge.blocks import Span
from knowledge.database import Database, open_database
from knowledge.fact_words import payload_of
from knowledge.facts import DecisionFact, Standing
from knowledge.models import Document, DocumentVersion, Fact, Passage
from knowledge.passage_search import PassageSearch
from knowledge.register import Register
from knowledge.scope import Scope
from knowledge.swedish_words import SwedishWords, read_vocabulary
from knowledge.word_index import row_words, word_index

ROWS, WORDS_IN_A_ROW, DOCUMENTS = 102_000, 60, 2_000
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def fill(database: Database, words: SwedishWords) -> list[str]:
    """Write documents whose words are as unevenly common as in real text; return the vocabulary by rank."""
    chance = random.Random(7)
    vocabulary = chance.sample(sorted(words.vocabulary.heads), 20_000)
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    organisations = [f"Region {number}" for number in range(20)]
    passage_words = word_index("passage_words", is_sqlite=database.is_sqlite)
    fact_words = word_index("fact_words", is_sqlite=database.is_sqlite)
    per_document = ROWS // DOCUMENTS
    for number in range(DOCUMENTS):
        texts = [" ".join(chance.choices(vocabulary, weights, k=WORDS_IN_A_ROW)) for _ in range(per_document)]
        title = " ".join(chance.choices(vocabulary, weights, k=4))
        organisation = organisations[number % len(organisations)]
        with database.writing() as connection:
            document = connection.execute(
                insert(Document)
                .values(source_root="/x", path=str(number), name=f"{number}.txt")
                .returning(Document.id)
            ).scalar_one()
            version = connection.execute(
                insert(DocumentVersion)
                .values(
                    document_id=document, content_hash="", rules="", title=title, kind="minutes",
                    organisation=organisation, organisation_key=organisation.casefold(), board="", board_key="",
                    case_number="", version="", is_draft=False, draft_reason="", language="sv", url="", text=b"",
                    page_starts="[]", warnings="[]", content_since=NOW, valid_from=NOW,
                )
                .returning(DocumentVersion.id)
            ).scalar_one()  # fmt: skip
            first = number * per_document + 1
            connection.execute(
                insert(Passage),
                [
                    {
                        "number": first + index, "id": f"{number}-{index}", "document_id": document,
                        "version_id": version, "start": 0, "end": 10, "section": "", "quote": text, "text": text,
                        "search_text": text,
                    }
                    for index, text in enumerate(texts)
                ],
            )  # fmt: skip
            facts = [
                DecisionFact(
                    span=Span(0, 10), subject=text[:60], text=text[60:200], standing=Standing.DECIDED
                )
                for text in texts
            ]
            connection.execute(
                insert(Fact),
                [
                    {
                        "id": first + index, "version_id": version, "key": f"{number}-{index}", "kind": "decision",
                        "subject": fact.subject, "payload": payload_of(fact), "origin": "", "start": 0, "end": 10,
                        "quote": fact.text, "header_quote": "", "valid_from": NOW,
                    }
                    for index, fact in enumerate(facts)
                ],
            )  # fmt: skip
            passage_words.add(
                connection, [row_words(first + index, title, text, words) for index, text in enumerate(texts)]
            )
            fact_words.add(
                connection,
                [
                    row_words(first + index, title, fact.subject + " " + fact.text, words)
                    for index, fact in enumerate(facts)
                ],
            )
    return vocabulary


def main() -> None:
    """Fill a register and print the times of a hundred searches."""
    words = SwedishWords(read_vocabulary())
    with tempfile.TemporaryDirectory() as folder:
        url = sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{Path(folder, 'kansli.db')}"
        database = open_database(url)
        started = time.perf_counter()
        vocabulary = fill(database, words)
        print(f"filled with {ROWS} passages and facts in {time.perf_counter() - started:.0f} s")
        search, register = PassageSearch(database, words), Register(database, words)
        chance = random.Random(11)
        asked = [
            " ".join([*chance.choices(vocabulary[:300], k=3), *chance.choices(vocabulary, k=3)])
            for _ in range(100)
        ]
        for name, scope in (("all", Scope()), ("one organisation", Scope(organisation="Region 3"))):
            for what, find in (
                ("passages", lambda text, scope=scope: search.search(text, scope, 100)),
                ("facts", lambda text, scope=scope: register.find_facts(text, {"decision"}, scope, 120)),
            ):
                find(asked[0])
                times = []
                for text in asked:
                    begun = time.perf_counter()
                    find(text)
                    times.append(1000 * (time.perf_counter() - begun))
                times.sort()
                print(f"{what:9} {name:17} p50 {statistics.median(times):6.1f} ms  p95 {times[94]:6.1f} ms")
        database.close()


if __name__ == "__main__":
    main()
