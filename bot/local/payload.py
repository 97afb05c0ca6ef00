"""Raw Slack JSON, as it crosses the wire."""

from typing import Any, TypeAlias

Payload: TypeAlias = dict[str, Any]
