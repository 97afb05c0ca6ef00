"""Drafts and the adopted documents, in other files, that replace them."""

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, and_, case, false, func, null, or_, select
from sqlalchemy.orm import aliased

from knowledge.documents import DocumentProfile
from knowledge.models import Document, DocumentVersion

_WORDS = re.compile(r"\w+")
_OF_A_DRAFT = re.compile(
    r"\b(?:utkast|arbetsmaterial|remissversion|arbetsversion|preliminär version|koncept|draft|förslag till"
    r"|(?:utgåva|version|rev|ver|v)\.?\s*\d+(?:\.\d+)*)\b"
)
_ADOPTED = aliased(DocumentVersion)
_DRAFT = aliased(DocumentVersion)
_DRAFT_FILE = aliased(Document)
# Asked first, as a case: without it each document without a key would be held against all others without one.
_HAS_KEY = DocumentVersion.work_key != ""


def work_key(profile: DocumentProfile) -> str:
    """Return what a draft and its adopted document share: whose, kind, case number and title; "" without a number."""
    if not profile.case_number:
        return ""
    number = re.sub(r"^dnr|[^a-zåäö0-9]", "", profile.case_number.casefold())
    title = _WORDS.findall(_OF_A_DRAFT.sub(" ", profile.title.casefold()))
    return "|".join((profile.organisation.casefold(), profile.kind.value, number, " ".join(title)))


def is_replaced(standing: Callable[[Any, Any], list[ColumnElement[bool]]]) -> ColumnElement[bool]:
    """Return the condition that a version is a draft and that what was adopted from it, no older, stands.

    `standing` gives the conditions that a version stands, given the columns from when and until when it does.
    """
    adopted = select(_ADOPTED.id).where(
        _ADOPTED.work_key == DocumentVersion.work_key,
        _ADOPTED.is_draft.is_(False),
        _no_older(_ADOPTED, DocumentVersion),
        *standing(_ADOPTED.valid_from, _ADOPTED.valid_to),
    )
    return case((and_(DocumentVersion.is_draft, _HAS_KEY), adopted.exists()), else_=false())


def replaced_draft() -> ColumnElement[str | None]:
    """Return the column that names the file of a draft that the version replaced, if there is one."""
    draft = (
        select(func.min(_DRAFT_FILE.name))
        .join(_DRAFT, _DRAFT.document_id == _DRAFT_FILE.id)
        .where(
            _DRAFT.work_key == DocumentVersion.work_key,
            _DRAFT.is_draft,
            _DRAFT.valid_to.is_(None),
            _DRAFT_FILE.limited_to == "",
            _no_older(DocumentVersion, _DRAFT),
        )
        .scalar_subquery()
    )
    return case((and_(DocumentVersion.is_draft.is_(False), _HAS_KEY), draft), else_=null())


def _no_older(adopted: type[DocumentVersion], draft: type[DocumentVersion]) -> ColumnElement[bool]:
    return or_(adopted.date.is_(None), draft.date.is_(None), adopted.date >= draft.date)
