"""The real Bolt app at the local workspace: a message in, one threaded answer out."""

from tests.conftest import RunningBot


def test_answers_a_mention_in_its_thread(running: RunningBot) -> None:
    anna = running.person()
    ts = anna.mention("#uppdrag", "vem äger Minska hyrberoendet?")
    reply = anna.wait_for_reply("#uppdrag", ts)
    assert "HR-direktören äger uppdraget" in reply.text
    assert reply.thread_ts == ts
    assert [question.text for question in running.answers.asked] == ["vem äger Minska hyrberoendet?"]
