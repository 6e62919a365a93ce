"""The server does what its description says: schemathesis holds one against the other.

``SCHEMATHESIS_EXAMPLES=1000 pytest tests/sync/server/api/test_described_api.py`` looks longer.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desk_app.demo.contents import load_demo
from sync.messages import EnrolmentRequest
from sync.server.api.app import document
from tests.helpers.register import LiveRegister

pytestmark = pytest.mark.slow

RULES = Path(__file__).with_name("schemathesis.toml")
PROGRAM = Path(sys.executable).with_name("schemathesis")
EXAMPLES = os.environ.get("SCHEMATHESIS_EXAMPLES", "5")
SEED = os.environ.get("SCHEMATHESIS_SEED", "1")


@pytest.mark.timeout(7200)
@pytest.mark.parametrize("database_kind", ["postgresql"])  # of the two it takes less
def test_all_checks_of_schemathesis_pass(database_url: str, tmp_path: Path) -> None:
    description = tmp_path / "openapi.json"
    description.write_text(json.dumps(document()), encoding="utf-8")
    with LiveRegister(database_url=database_url) as register:
        request = EnrolmentRequest(
            activation_code=load_demo(register.central).activation_code,
            desk_name="Luukku",
            app_version="1",
        )
        token = register.central.enrol(request, "here").token
        done = subprocess.run(
            [
                *(str(PROGRAM), f"--config-file={RULES}", "run", str(description)),
                *(f"--url={register.url}", f"--header=Authorization: Bearer {token}"),
                *("--checks=all", f"--max-examples={EXAMPLES}", f"--seed={SEED}"),
                *("--generation-database=none", "--no-color"),
            ],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            check=False,
        )
    assert done.returncode == 0, done.stdout + done.stderr
