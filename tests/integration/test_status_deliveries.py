"""Statuses delivered twice, shuffled, to a process that is killed: the rows are those that were said, once each."""

from pathlib import Path

from benchmarks.status_deliveries import SAMPLES, run


def test_what_is_delivered_twice_to_a_process_that_is_killed_is_written_once(tmp_path: Path) -> None:
    outcome = run(
        tmp_path, SAMPLES / "uppdragsdirektiv-minska-hyrberoendet.md", 17, 1, seed=1, told=lambda _: None
    )
    assert (outcome.rows, outcome.wrong) == (17, [])
    assert outcome.deliveries == 4 * 17
    assert outcome.kills == 1
