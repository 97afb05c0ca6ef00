"""The plain recipe, to be compared with: chunks of a fixed size, nearest vectors in Chroma, the top one as answer.

What a tutorial builds in an afternoon: LangChain's splitter, one collection, no register, no words, no check and no
way of saying no but a score. `kansli evaluate --baseline` shows what the rest of this folder is worth.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import chromadb
from chromadb.config import Settings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from retrieval.answer import Answer, Citation, Outcome
from retrieval.embedding import EmbeddingModel
from retrieval.question import Question
from retrieval.wording import LONGEST_ANSWER, one_line, shorten

CHUNK, OVERLAP = 600, 100  # characters
TOP = 4
FLOOR = 0.80  # cosine below which it says nothing; e5's cosines of unrelated Swedish texts lie about 0.78


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a document's text."""

    document: str
    start: int
    text: str


class Baseline:
    """Answers with the nearest chunk and cites the few next to it."""

    def __init__(self, embedding: EmbeddingModel, documents: Mapping[str, str]) -> None:
        """Index `documents`, whole texts by file name, in memory."""
        self._embedding = embedding
        self._chunks = [chunk for name, text in documents.items() for chunk in chunks(name, text)]
        unread = {"_env_file": None}
        client = chromadb.EphemeralClient(settings=Settings(anonymized_telemetry=False, **unread))  # type: ignore[arg-type]
        self._collection = client.get_or_create_collection(
            f"baseline-{id(self)}", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        if self._chunks:
            vectors = embedding.passages([chunk.text for chunk in self._chunks])
            for start in range(0, len(self._chunks), 5_000):
                rows = range(start, min(start + 5_000, len(self._chunks)))
                self._collection.add(
                    ids=[str(row) for row in rows], embeddings=vectors[rows.start : rows.stop]
                )

    def answer(self, question: Question) -> Answer:
        """Return the nearest chunk as the answer, or nothing when even that one is far away."""
        found = self._nearest(question.text)
        if not found:
            return Answer(Outcome.NOT_FOUND, "Inget stycke liknar frågan.")
        return Answer(
            Outcome.ANSWERED,
            shorten(one_line(found[0].text), LONGEST_ANSWER),
            citations=tuple(_citation(chunk) for chunk in found),
        )

    def _nearest(self, question: str) -> Sequence[Chunk]:
        if not question.strip() or not self._chunks:
            return ()
        hits = self._collection.query(
            query_embeddings=[self._embedding.query(question).tolist()],
            n_results=min(TOP, len(self._chunks)),
            include=["distances"],
        )
        distances = (hits["distances"] or [[]])[0]
        return [
            self._chunks[int(row)]
            for row, distance in zip(hits["ids"][0], distances, strict=True)
            if 1 - distance >= FLOOR
        ]


def chunks(document: str, text: str) -> list[Chunk]:
    """Return the stretches that LangChain's usual splitter cuts a text into."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP, add_start_index=True)
    return [
        Chunk(document, int(each.metadata["start_index"]), each.page_content)
        for each in splitter.create_documents([text])
        if int(each.metadata["start_index"])
        >= 0  # a chunk that the splitter lost the place of cannot be cited
    ]


def _citation(chunk: Chunk) -> Citation:
    end = chunk.start + len(chunk.text)
    title = Path(chunk.document).stem
    return Citation(chunk.document, title, None, "", chunk.text, chunk.start, end, None, "")
