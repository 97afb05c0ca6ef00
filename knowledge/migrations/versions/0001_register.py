"""The register: documents, facts, assignments, statuses, and the words by which they are found."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_TOKENS = "unicode61 remove_diacritics 0 categories 'L* N* M* P* S* Co'"


def upgrade() -> None:
    _create_tables()
    for name, row in (("passage_words", "passage.number"), ("fact_words", "fact.id")):
        if op.get_bind().dialect.name == "sqlite":
            op.execute(
                f'CREATE VIRTUAL TABLE {name} USING fts5(heading, words, parts, tokenize = "{_TOKENS}")'
            )
            op.execute(f"CREATE VIRTUAL TABLE {name}_vocabulary USING fts5vocab({name}, row)")
        else:
            table, column = row.split(".")
            op.execute(
                f"CREATE TABLE {name} (rowid integer PRIMARY KEY REFERENCES {table} ({column}), terms tsvector NOT NULL)"
            )
            op.execute(f"CREATE INDEX ix_{name}_terms ON {name} USING gin (terms)")


def _create_tables() -> None:
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("organisation_key", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    op.create_index(op.f("ix_assignment_organisation_key"), "assignment", ["organisation_key"], unique=False)
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fact_key", sa.String(length=40), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
    )
    op.create_index(op.f("ix_correction_fact_key"), "correction", ["fact_key"], unique=False)
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_root", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("source_root", "path", name=op.f("uq_document_source_root_path")),
    )
    op.create_index(op.f("ix_document_name"), "document", ["name"], unique=False)
    op.create_table(
        "vocabulary_term",
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("term", name=op.f("pk_vocabulary_term")),
    )
    op.create_index(op.f("ix_vocabulary_term_folded"), "vocabulary_term", ["folded"], unique=False)
    op.create_table(
        "assignment_alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignment.id"], name=op.f("fk_assignment_alias_assignment_id_assignment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment_alias")),
        sa.UniqueConstraint("assignment_id", "key", name=op.f("uq_assignment_alias_assignment_id_key")),
    )
    op.create_index(op.f("ix_assignment_alias_key"), "assignment_alias", ["key"], unique=False)
    op.create_table(
        "assignment_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(length=16), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["from_id"], ["assignment.id"], name=op.f("fk_assignment_link_from_id_assignment")
        ),
        sa.ForeignKeyConstraint(
            ["to_id"], ["assignment.id"], name=op.f("fk_assignment_link_to_id_assignment")
        ),
        sa.ForeignKeyConstraint(
            ["undoes_id"], ["assignment_link.id"], name=op.f("fk_assignment_link_undoes_id_assignment_link")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment_link")),
    )
    op.create_index(op.f("ix_assignment_link_from_id"), "assignment_link", ["from_id"], unique=False)
    op.create_index(op.f("ix_assignment_link_to_id"), "assignment_link", ["to_id"], unique=False)
    op.create_table(
        "document_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("rules", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("organisation_key", sa.Text(), nullable=False),
        sa.Column("board", sa.Text(), nullable=False),
        sa.Column("board_key", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("case_number", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("is_draft", sa.Boolean(), nullable=False),
        sa.Column("draft_reason", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("page_starts", sa.Text(), nullable=False),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.Column("content_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_to", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_document_version_document_id_document")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_version")),
    )
    op.create_index(
        "ix_document_version_document_id_valid_to",
        "document_version",
        ["document_id", "valid_to"],
        unique=False,
    )
    op.create_index(op.f("ix_document_version_kind"), "document_version", ["kind"], unique=False)
    op.create_index(
        op.f("ix_document_version_organisation_key"), "document_version", ["organisation_key"], unique=False
    )
    op.create_index(
        "uq_document_version_newest",
        "document_version",
        ["document_id"],
        unique=True,
        sqlite_where=sa.text("valid_to IS NULL"),
        postgresql_where=sa.text("valid_to IS NULL"),
    )
    op.create_table(
        "status_update",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.Column("dates", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignment.id"], name=op.f("fk_status_update_assignment_id_assignment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_update")),
        sa.UniqueConstraint("key", name=op.f("uq_status_update_key")),
    )
    op.create_index(op.f("ix_status_update_assignment_id"), "status_update", ["assignment_id"], unique=False)
    op.create_index(op.f("ix_status_update_at"), "status_update", ["at"], unique=False)
    op.create_table(
        "fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("assignment_id", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(length=200), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("header_quote", sa.Text(), nullable=False),
        sa.Column("header_page", sa.Integer(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_to", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignment.id"], name=op.f("fk_fact_assignment_id_assignment")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["document_version.id"], name=op.f("fk_fact_version_id_document_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
    )
    op.create_index("ix_fact_assignment_id_kind", "fact", ["assignment_id", "kind"], unique=False)
    op.create_index(op.f("ix_fact_key"), "fact", ["key"], unique=False)
    op.create_index("ix_fact_kind_first_day", "fact", ["kind", "first_day"], unique=False)
    op.create_index("ix_fact_version_id_kind", "fact", ["version_id", "kind"], unique=False)
    op.create_table(
        "passage",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_passage_document_id_document")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["document_version.id"], name=op.f("fk_passage_version_id_document_version")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_passage")),
        sa.UniqueConstraint("id", name=op.f("uq_passage_id")),
    )
    op.create_index(op.f("ix_passage_document_id"), "passage", ["document_id"], unique=False)
    op.create_index(op.f("ix_passage_version_id"), "passage", ["version_id"], unique=False)
    op.create_table(
        "status_withdrawal",
        sa.Column("update_id", sa.Integer(), nullable=False),
        sa.Column("replaced_by_id", sa.Integer(), nullable=True),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["replaced_by_id"],
            ["status_update.id"],
            name=op.f("fk_status_withdrawal_replaced_by_id_status_update"),
        ),
        sa.ForeignKeyConstraint(
            ["update_id"], ["status_update.id"], name=op.f("fk_status_withdrawal_update_id_status_update")
        ),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_status_withdrawal")),
    )
    op.create_table(
        "vector",
        sa.Column("passage_id", sa.String(length=40), nullable=False),
        sa.Column("model", sa.String(length=200), nullable=False),
        sa.Column("values", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["passage_id"], ["passage.id"], name=op.f("fk_vector_passage_id_passage"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("passage_id", "model", name=op.f("pk_vector")),
    )
