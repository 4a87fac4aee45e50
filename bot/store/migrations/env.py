"""Alembic's entry: migrates over the connection that `bot.store.migrate` hands in, in its transaction."""

from alembic import context

config = context.config
context.configure(
    connection=config.attributes["connection"],
    version_table=config.attributes["version_table"],
    transactional_ddl=False,
)
context.run_migrations()
