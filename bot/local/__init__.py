"""The local Slack workspace: a small, strict Slack for demos and tests, on loopback only.

    with LocalWorkspace() as local:                    # or local.start(port); local.stop()
        # the app: SLACK_API_URL=local.api_url, tokens local.bot_token and local.app_token,
        # Socket Mode as ever; or signed requests: local.deliver_to("http://127.0.0.1:3000/slack/events")
        anna = Person(local, "U0ANNALIND1")
        ts = anna.mention("#uppdrag", "vem äger uppdraget?")
        reply = anna.wait_for_reply("#uppdrag", ts)

`server.py` holds LocalWorkspace, `person.py` Person, `workspace.py` the state, `faults.py` what can be made
to go wrong (`local.faults`); `local.calls` lists every Web API call, `local.deliveries` every delivery.
"""
