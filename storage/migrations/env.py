"""What Alembic runs: the migrations, in the transaction that `storage.migrate` opened."""

from alembic import context

from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter a column: its table is rebuilt
)
context.run_migrations()
