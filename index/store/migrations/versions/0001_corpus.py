"""The corpus: sources, articles, revisions, passages, and the lexical index over them."""

from alembic import op

from index.store.schema import metadata

revision = "0001"
down_revision = None

# An external-content table keeps no copy of the terms. Its tokenizer splits at ASCII punctuation alone, so that the
# terms stay as `index.text.terms` made them.
_SQLITE = (
    """
    CREATE VIRTUAL TABLE passage_terms USING fts5(
        terms, content='passage', content_rowid='number', detail='none', tokenize="ascii tokenchars '.'"
    )
    """,
    """
    CREATE TRIGGER passage_terms_after_insert AFTER INSERT ON passage WHEN new.live BEGIN
        INSERT INTO passage_terms (rowid, terms) VALUES (new.number, new.terms);
    END
    """,
    """
    CREATE TRIGGER passage_terms_after_delete AFTER DELETE ON passage WHEN old.live BEGIN
        INSERT INTO passage_terms (passage_terms, rowid, terms) VALUES ('delete', old.number, old.terms);
    END
    """,
    """
    CREATE TRIGGER passage_terms_before_update BEFORE UPDATE OF live, terms ON passage WHEN old.live BEGIN
        INSERT INTO passage_terms (passage_terms, rowid, terms) VALUES ('delete', old.number, old.terms);
    END
    """,
    """
    CREATE TRIGGER passage_terms_after_update AFTER UPDATE OF live, terms ON passage WHEN new.live BEGIN
        INSERT INTO passage_terms (rowid, terms) VALUES (new.number, new.terms);
    END
    """,
)
_POSTGRESQL = ("CREATE INDEX ix_passage_terms ON passage USING gin (string_to_array(terms, ' ')) WHERE live",)


def upgrade() -> None:
    connection = op.get_bind()
    metadata.create_all(connection)
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)
