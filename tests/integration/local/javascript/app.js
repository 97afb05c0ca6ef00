// A small app on Slack's JavaScript client: mention → reply, button → modal → submit, command, home.
// Arguments: API address, bot token, app token.

import bolt from '@slack/bolt';

const [, , slackApiUrl, token, appToken] = process.argv;
const app = new bolt.App({ token, appToken, socketMode: true, clientOptions: { slackApiUrl } });

app.event('app_mention', async ({ event, say }) => {
  await say({
    thread_ts: event.ts,
    text: 'Hej från JavaScript',
    blocks: [{
      type: 'actions',
      elements: [{ type: 'button', action_id: 'open', text: { type: 'plain_text', text: 'Öppna' } }],
    }],
  });
});

app.action('open', async ({ ack, body, client }) => {
  await ack();
  await client.views.open({
    trigger_id: body.trigger_id,
    view: {
      type: 'modal',
      callback_id: 'form',
      title: { type: 'plain_text', text: 'Formulär' },
      submit: { type: 'plain_text', text: 'Spara' },
      blocks: [{
        type: 'input',
        block_id: 'text',
        label: { type: 'plain_text', text: 'Text' },
        element: { type: 'plain_text_input', action_id: 'text' },
      }],
    },
  });
});

app.view('form', async ({ ack, body, view, client }) => {
  const text = view.state.values.text.text.value;
  if (text.length < 3) {
    await ack({ response_action: 'errors', errors: { text: 'För kort' } });
    return;
  }
  await ack();
  await client.chat.postMessage({ channel: body.user.id, text: `Sparat: ${text}` });
});

app.command('/status', async ({ ack, command, respond }) => {
  await ack();
  await respond({ text: `Status: ${command.text}`, response_type: 'ephemeral' });
});

app.event('app_home_opened', async ({ event, client }) => {
  await client.views.publish({
    user_id: event.user,
    view: { type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Hem' } }] },
  });
});

await app.start();
