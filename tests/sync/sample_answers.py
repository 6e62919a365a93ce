"""Answers of a register, for tests of the client; and the token of their desk."""

import json
from uuid import UUID

TOKEN = "s3cret-t0ken"
NUMBER = "SECRETCARD99"
ME = json.dumps(
    {
        "desk_id": str(UUID(int=7)),
        "desk_name": "Lippuluukku 1",
        "venue": {"id": "v", "name": "Teatteri", "area": "Espoo"},
        "policy": {},
        "register_revision": 3,
        "unknown_field": [1, {"deep": None}],
    }
)
