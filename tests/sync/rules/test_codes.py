"""The codes are stable: desks, registers and other programs are written against them."""

from sync.rules.codes import Notice, Refusal, VerdictCode


def test_verdicts_are_those_of_the_contract() -> None:
    contract = (
        "valid valid_stale not_yet_valid expired suspended revoked area_not_allowed unknown"
        " register_too_old malformed_number"
    )
    assert {str(code) for code in VerdictCode} == set(contract.split())


def test_refusals_are_the_rejections_of_the_contract_and_sold_out() -> None:
    contract = (
        "card_unknown card_not_yet_valid card_expired card_suspended card_revoked"
        " area_not_allowed minors_exceeded minors_not_allowed wrong_card_kind quota_exceeded"
        " limit_reached offer_cancelled id_conflict malformed too_old"
    )
    assert {str(code) for code in Refusal} == {*contract.split(), "sold_out"}


def test_notices_are_those_of_the_contract_and_one_about_fees() -> None:
    contract = (
        "register_stale used_today has_tickets quota_low holder_pays clock_untrusted offer_over"
        " last_day card_ends_before"
    )
    assert {str(code) for code in Notice} == {*contract.split(), "value_asked"}
