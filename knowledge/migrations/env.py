"""How Alembic runs the migrations: on the connection that knowledge.database hands over."""

from alembic import context

from knowledge.models import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
with context.begin_transaction():
    context.run_migrations()
