"""Opens HTTP sessions with the register, by the data of one enrolment."""

import base64
from importlib.metadata import version
from typing import TYPE_CHECKING

from desk_app.config.machine_policy import MachinePolicy
from desk_app.services.enrolment import Grant, token_name
from desk_app.services.errors import NotEnrolledError
from desk_app.services.ports import Desk, DeskRecord, LookedUpCard, Secrets
from sync.lookup import LONGEST_LOOK, look_up
from sync.messages import CardAnswer, EnrolmentRequest
from sync.ports import NotInRegister
from sync.rules.cards import OddCard
from sync.signatures import verified_changes

if TYPE_CHECKING:
    from sync.client import HttpCentral, OnRegisterTime


class RegisterConnector:
    """Opens the sessions. ``on_register_time`` receives the register's time from every answer."""

    def __init__(
        self,
        desk: Desk,
        secrets: Secrets,
        policy: MachinePolicy,
        on_register_time: "OnRegisterTime",
    ) -> None:
        self._desk = desk
        self._secrets = secrets
        self._policy = policy
        self._on_register_time = on_register_time

    def open(
        self, record: DeskRecord, timeout: float | None, *, sets_clock: bool = True
    ) -> "HttpCentral":
        """Open a session for one enrolment; the caller closes it.

        Raises ``NotEnrolledError`` where its token is gone, or ``SecretsUnavailableError``.
        """
        token = self._secrets.get(token_name(record.desk_id))
        if token is None:
            raise NotEnrolledError
        from sync.client import HttpCentral  # noqa: PLC0415 - most commands call nobody

        return HttpCentral(
            record.api_url,
            token,
            ca_file=self.ca_file(record),
            timeout=timeout,
            on_register_time=self._on_register_time if sets_clock else None,
        )

    def save_token(self, record: DeskRecord, token: str) -> None:
        """Use another token from the next session on. Raises ``SecretsUnavailableError``."""
        self._secrets.set(token_name(record.desk_id), token)

    def ca_file(self, record: DeskRecord) -> str | None:
        """The certificate authority to trust: the policy's, if it names one."""
        return str(self._policy.ca_file) if self._policy.ca_file else record.ca_file

    def query_card(self, number: str) -> LookedUpCard | NotInRegister | None:
        """The register's answer about one card, if it comes in time."""
        record = self._desk.record()
        if record is None or record.refused is not None:
            return None

        def ask() -> CardAnswer:
            # It may outlive the desk, so it uses nothing of its store.
            with self.open(record, LONGEST_LOOK, sets_clock=False) as api:
                return api.card(number)

        answer = look_up(ask)
        if isinstance(answer, NotInRegister):
            return answer
        if answer is None or isinstance(answer.card, OddCard):
            return None
        return LookedUpCard(answer.card, answer.revision)


def ask_register(*, api_url: str, code: str, desk_name: str, ca_file: str | None) -> Grant:
    """Exchange an activation code for a grant, over the network."""
    from sync.client import request_enrolment  # noqa: PLC0415 - most commands call nobody

    request = EnrolmentRequest(
        activation_code=code, desk_name=desk_name, app_version=version("kaikuluukku")
    )
    answer = request_enrolment(api_url, request, ca_file=ca_file)
    return Grant(
        desk_id=answer.desk_id,
        token=answer.token,
        venue=answer.venue,
        venues=tuple(answer.venues),
        register_key=base64.b64decode(answer.register_key),
        key_changes=tuple(
            verified_changes((each.before, each.key, each.signature) for each in answer.key_changes)
        ),
        policy=answer.policy,
    )
