"""The tables of the corpus. Alembic's migrations (`index/store/migrations`) are the way they come to be."""

from __future__ import annotations

import sqlalchemy as sa

from index.store.database import UtcDateTime

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# What an admin adds. `state`: active, paused, gone. A lease is (lease_owner, lease_until_at): free when null or past.
# `site` is the registered domain: one source of a site is polled at a time. `per_day` is the usual number of entries.
# `health`: ok, failing, quiet; `degraded`: badly made, read as far as it can be; `moved_to`: a new address, proposed to
# the admins. Word lists are JSON lists of text; `topics` is what all of its articles are on.
source = sa.Table(
    "source",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("url", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False, server_default="active"),
    sa.Column("language", sa.Text),
    sa.Column("etag", sa.Text),
    sa.Column("last_modified", sa.Text),
    sa.Column("interval_s", sa.Integer, nullable=False, server_default="900"),
    sa.Column("failures", sa.Integer, nullable=False, server_default="0"),
    sa.Column("last_error_code", sa.Text),
    sa.Column("last_error", sa.Text),
    sa.Column("added_at", UtcDateTime, nullable=False),
    sa.Column("due_at", UtcDateTime, nullable=False),
    sa.Column("last_polled_at", UtcDateTime),
    sa.Column("last_success_at", UtcDateTime),
    sa.Column("last_full_check_at", UtcDateTime),
    sa.Column("last_new_at", UtcDateTime),
    sa.Column("site", sa.Text, nullable=False, server_default="", index=True),
    sa.Column("per_day", sa.Float),
    sa.Column("health", sa.Text, nullable=False, server_default="ok"),
    sa.Column("degraded", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("moved_to", sa.Text),
    # It came in a list of sources, and nobody has typed its address.
    sa.Column("listed", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("topics", sa.JSON),
    sa.Column("keep_words", sa.JSON),
    sa.Column("drop_words", sa.JSON),
    sa.Column("lease_owner", sa.Text),
    sa.Column("lease_until_at", UtcDateTime),
    sa.Index("ix_source_state_due_at", "state", "due_at"),
)

# What was seen in a source, so that it is not fetched again. `signature` tells a changed entry, `attempts` counts
# failed fetches of its page; `dated_at` is its own date, or when it was first seen; `listed`: its source still has it;
# `look_at` is when its page is looked at again, after `looks` second looks.
entry = sa.Table(
    "entry",
    metadata,
    sa.Column("source_id", sa.Integer, sa.ForeignKey("source.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("url_key", sa.Text, nullable=False),
    sa.Column("signature", sa.Text, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("dated_at", UtcDateTime, nullable=False),
    sa.Column("seen_at", UtcDateTime, nullable=False),
    sa.Column("listed", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("looks", sa.Integer, nullable=False, server_default="0"),
    sa.Column("look_at", UtcDateTime),
    sa.Index("ix_entry_source_id_url_key", "source_id", "url_key"),
    sa.Index("ix_entry_source_id_listed", "source_id", "listed"),
)

# What happened to a source that admins should hear of, once: `told_at` is when they were. `kind`: died, gone,
# recovered, quiet, returned, language, moved, flood, long, degraded, withdrawn, partial, dropped, gap; `details` is
# what it is worded from.
source_event = sa.Table(
    "source_event",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("source_id", sa.Integer, nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("details", sa.JSON, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("told_at", UtcDateTime),
)

# What admins have written down about a publisher; null is unknown, and nothing here is ever guessed.
publisher = sa.Table(
    "publisher",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("country", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("ownership", sa.Text),
    sa.Column("leaning", sa.Text),
    sa.Column("state_run", sa.Boolean),
    sa.Column("changed_at", UtcDateTime, nullable=False),
    sa.Column("changed_by", sa.Text),
)

# A site that is known: `house` is the site that it belongs to (itself, unless an admin bound it to another of the same
# outlet), `first_known_at` when its first source was added, `vouched_at` when an admin vouched for it.
site = sa.Table(
    "site",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("house", sa.Text, nullable=False, index=True),
    sa.Column("first_known_at", UtcDateTime, nullable=False),
    sa.Column("vouched_at", UtcDateTime),
    sa.Column("vouched_by", sa.Text),
)

# In how many articles of a site's own a paragraph (by its hash) has stood: what repeats is boilerplate.
site_line = sa.Table(
    "site_line",
    metadata,
    sa.Column("site", sa.Text, primary_key=True),
    sa.Column("line", sa.Text, primary_key=True),
    sa.Column("articles", sa.Integer, nullable=False),
    sa.Column("seen_at", UtcDateTime, nullable=False),
)

# What a host's robots.txt said when it was last read; `body` empty: everything is allowed.
robots = sa.Table(
    "robots",
    metadata,
    sa.Column("host", sa.Text, primary_key=True),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("fetched_at", UtcDateTime, nullable=False),
)

# `id` is a hash of `url_key`, the address without what does not identify it (before it stands the site, where the site
# that served the text is not that of the address). `state`: live, withdrawn. `site` served the text, `via` page, feed
# or import (typed by the operator); `origin` is the house of the source that brought it, "" for an import; `own`: that
# one may speak for the site; `carrier` names a source that carries what is not its own site's.
article = sa.Table(
    "article",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("url_key", sa.Text, nullable=False, unique=True),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("publisher", sa.Text, nullable=False, index=True),
    sa.Column("author", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("published_at", UtcDateTime),
    sa.Column("first_seen_at", UtcDateTime, nullable=False),
    # What an article is dated by: published_at, or first_seen_at where that is unknown.
    sa.Column("dated_at", UtcDateTime, nullable=False, index=True),
    sa.Column("state", sa.Text, nullable=False, server_default="live"),
    sa.Column("site", sa.Text, nullable=False, server_default=""),
    sa.Column("via", sa.Text, nullable=False, server_default="import"),
    sa.Column("origin", sa.Text, nullable=False, server_default="", index=True),
    sa.Column("own", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("carrier", sa.Text),
    sa.Column("stated_source", sa.Text),
    # From one language to the next, and the articles of a rare one, without reading those of the others.
    sa.Index("ix_article_language_dated_at", "language", "dated_at"),
)

article_source = sa.Table(
    "article_source",
    metadata,
    sa.Column("article_id", sa.Text, sa.ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("source_id", sa.Integer, sa.ForeignKey("source.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("entry_key", sa.Text, nullable=False),
    sa.Column("seen_at", UtcDateTime, nullable=False),
)

# When a withdrawn article was found gone.
withdrawal = sa.Table(
    "withdrawal",
    metadata,
    sa.Column("article_id", sa.Text, sa.ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("at", UtcDateTime, nullable=False),
)

# A numbered state of an article's text. `state`: pending, indexed, superseded, quarantined. An older revision stays
# indexed until the newer one is, so an article is never missing in between.
revision = sa.Table(
    "revision",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("article_id", sa.Text, sa.ForeignKey("article.id", ondelete="CASCADE"), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("text_hash", sa.Text, nullable=False, index=True),
    sa.Column("state", sa.Text, nullable=False, server_default="pending"),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("created_at", UtcDateTime, nullable=False),
    # When the publisher says that it changed the article to this; null: it does not say.
    sa.Column("modified_at", UtcDateTime),
    # Where the whole could not be read: headline (the title again) or teaser (what its source said of it).
    sa.Column("part", sa.Text),
    sa.Column("indexed_at", UtcDateTime),
    sa.Column("lease_owner", sa.Text),
    sa.Column("lease_until_at", UtcDateTime),
    sa.UniqueConstraint("article_id", "number"),
    sa.Index("ix_revision_state_attempts_created_at", "state", "attempts", "created_at"),
)

# `text` is not stored: it is revision.text from `start` to `end_`. `terms` are its stemmed words, space separated,
# the title's first and then a bar; `embedding` is float32, little endian, made by the model of `fingerprint`.
# `live`: found by a search; an older revision's passages are kept for the citations that point to them. `generation`
# is that of the Chroma collection which holds the embedding; null, or another than the projection's, where none does.
# The lexical index over the live passages' terms is in the migrations: FTS5 on SQLite, GIN on PostgreSQL.
passage = sa.Table(
    "passage",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("revision_id", sa.Integer, sa.ForeignKey("revision.id", ondelete="CASCADE"), nullable=False),
    sa.Column("article_id", sa.Text, sa.ForeignKey("article.id", ondelete="CASCADE"), nullable=False),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end_", sa.Integer, nullable=False),
    sa.Column("live", sa.Boolean, nullable=False),
    sa.Column("generation", sa.Integer),
    sa.Column("term_count", sa.Integer, nullable=False),
    sa.Column("fingerprint", sa.Text, nullable=False),
    sa.Column("terms", sa.Text, nullable=False),
    sa.Column("embedding", sa.LargeBinary, nullable=False),
    sa.UniqueConstraint("revision_id", "ordinal"),
    # Not `live` first: nearly all are, and SQLite would take that for a good way to find a few by their numbers. What
    # is counted of all passages is in it, so that they need not be read.
    sa.Index("ix_passage_model", "fingerprint", "generation", "live", "term_count", "ordinal"),
    # With the number, so that the passages of a window are listed without reading them.
    sa.Index("ix_passage_article_id_live_number", "article_id", "live", "number"),
    sqlite_autoincrement=True,
)

# What was read in an article's indexed revision, by the reader of `version`: `body` is a Reading as
# `index.reports.encoding` writes it, `vectors` has a vector a statement, as `index.store.readings` packs them, made by
# the model of `fingerprint`. `set_aside_s`: the seconds that it alone cost a question or a briefing, whose time was
# over by then; such an article is not read for others.
reading = sa.Table(
    "reading",
    metadata,
    sa.Column("revision_id", sa.Integer, sa.ForeignKey("revision.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("article_id", sa.Text, sa.ForeignKey("article.id", ondelete="CASCADE"), nullable=False, unique=True),
    sa.Column("version", sa.Integer, nullable=False, index=True),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("fingerprint", sa.Text, nullable=False),
    sa.Column("vectors", sa.LargeBinary, nullable=False),
    sa.Column("set_aside_s", sa.Float),
)

# The one Chroma collection that is searched. One row. `token` tells this corpus from others on the same Chroma server;
# a rebuild begins a new generation.
projection = sa.Table(
    "projection",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("token", sa.Text, nullable=False),
    sa.Column("generation", sa.Integer, nullable=False),
    sa.Column("fingerprint", sa.Text, nullable=False),
    sa.Column("changed_at", UtcDateTime, nullable=False),
)

# A cluster of articles on one development. `state`: live, merged (then `merged_into` is the story that took it over).
story = sa.Table(
    "story",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("state", sa.Text, nullable=False, server_default="live"),
    sa.Column("merged_into", sa.Text),
    sa.Column("headline", sa.Text, nullable=False),
    sa.Column("first_seen_at", UtcDateTime, nullable=False),
    sa.Column("last_seen_at", UtcDateTime, nullable=False, index=True),
    sa.Column("changed_at", UtcDateTime, nullable=False),
)

# An article is in one story at most. `similarity` is its mean to the others; `why` says in data what joined it.
story_article = sa.Table(
    "story_article",
    metadata,
    sa.Column("article_id", sa.Text, sa.ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("story_id", sa.Text, sa.ForeignKey("story.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("similarity", sa.Float, nullable=False),
    sa.Column("why", sa.JSON, nullable=False),
    sa.Column("assigned_at", UtcDateTime, nullable=False),
)

# What an article is compared by: the numbers of one revision, so that texts need not be read again.
story_signature = sa.Table(
    "story_signature",
    metadata,
    sa.Column("article_id", sa.Text, sa.ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("revision_id", sa.Integer, nullable=False),
    sa.Column("dated_at", UtcDateTime, nullable=False, index=True),
    sa.Column("features", sa.JSON, nullable=False),
    sa.Column("fingerprint", sa.Text, nullable=False),
    sa.Column("embedding", sa.LargeBinary, nullable=False),
    sa.Column("language", sa.Text, nullable=False, server_default=""),
    sa.Column("facts", sa.JSON, nullable=False, server_default="{}"),
)

# The inverted index that finds which articles are worth comparing: an article's strongest terms.
story_keyword = sa.Table(
    "story_keyword",
    metadata,
    sa.Column("term", sa.Text, primary_key=True),
    sa.Column("article_id", sa.Text, sa.ForeignKey("article.id", ondelete="CASCADE"), primary_key=True, index=True),
    sa.Column("dated_at", UtcDateTime, nullable=False),
    sa.Index("ix_story_keyword_term_dated_at", "term", "dated_at"),
)

# In how many articles a term occurs.
story_term = sa.Table(
    "story_term",
    metadata,
    sa.Column("term", sa.Text, primary_key=True),
    sa.Column("articles", sa.Integer, nullable=False),
)

# Splits and merges. `kind`: merge (`story_id` went into `other_id`), split (`other_id` came out of `story_id`).
story_event = sa.Table(
    "story_event",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("story_id", sa.Text, nullable=False, index=True),
    sa.Column("other_id", sa.Text, nullable=False),
    sa.Column("article_ids", sa.JSON, nullable=False),
)
