"""Which documents are a draft and what was adopted from it."""

from dataclasses import replace

import pytest

from knowledge.documents import DocumentKind, DocumentProfile
from knowledge.drafts import work_key

ADOPTED = DocumentProfile(
    "Direktiv för fyrar", DocumentKind.DIRECTIVE, organisation="Region Sjöland", case_number="RS 68-2024"
)


@pytest.mark.parametrize(
    "draft",
    [
        replace(ADOPTED, title="Utkast: Direktiv för fyrar"),
        replace(ADOPTED, title="DIREKTIV FÖR FYRAR (remissversion)"),
        replace(ADOPTED, title="Direktiv för fyrar – version 0.9"),
        replace(ADOPTED, case_number="Dnr RS 68-2024"),
        replace(ADOPTED, is_draft=True, version="0.3"),
    ],
)
def test_a_draft_and_its_adopted_document_share_a_key(draft: DocumentProfile) -> None:
    assert work_key(draft) == work_key(ADOPTED)


@pytest.mark.parametrize(
    "other",
    [
        replace(ADOPTED, title="Direktiv för bojar"),
        replace(ADOPTED, title="Direktiv för fyrar, bilaga 2"),
        replace(ADOPTED, case_number="RS 69-2024"),
        replace(ADOPTED, organisation="Region Västerdal"),
        replace(ADOPTED, kind=DocumentKind.MINUTES),
    ],
)
def test_another_work_has_another_key(other: DocumentProfile) -> None:
    assert work_key(other) != work_key(ADOPTED)


def test_without_a_case_number_nothing_tells_that_two_are_one() -> None:
    assert work_key(replace(ADOPTED, case_number="")) == ""
