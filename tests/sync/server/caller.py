"""A desk that speaks plain HTTP with the register, and how an error is read."""

from typing import Any

import requests

from sync.rules.visits import Visit
from tests.helpers.register import LiveRegister
from tests.helpers.samples import VENUE, a_card, a_visit, an_offer

JSON = {"Content-Type": "application/json"}


class DeskCaller:
    """An enrolled desk that speaks plain HTTP."""

    def __init__(self, register: LiveRegister) -> None:
        self.root = register.url
        self._base = f"{register.url}/desk/v1"
        self.session = requests.Session()
        self.offer = an_offer()
        register.import_venues([VENUE])
        register.import_offers(VENUE.id, [self.offer])
        register.import_cards([a_card()])
        enrolment = self.enrol(register.activation(VENUE.id)).json()
        self.desk_id = enrolment["desk_id"]
        self.session.headers["Authorization"] = f"Bearer {enrolment['token']}"

    def enrol(self, code: str, **more: str) -> requests.Response:
        body = {"activation_code": code, "desk_name": "Luukku", "app_version": "1.0.0"} | more
        return self.call("POST", "/enrolments", json=body)

    def call(
        self,
        method: str,
        path: str,
        **details: Any,  # noqa: ANN401  what requests takes
    ) -> requests.Response:
        return self.session.request(method, self._base + path, timeout=60, **details)

    def post(self, body: bytes, **headers: str) -> requests.Response:
        return self.call("POST", "/operations", data=body, headers=JSON | headers)

    def visit(self) -> Visit:
        return a_visit(self.offer.id)


def problem(answer: requests.Response) -> tuple[int, str]:
    assert answer.headers["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == answer.status_code
    assert {"type", "title", "detail", "code"} <= body.keys()
    return answer.status_code, body["code"]
