// The panel at the side: a thread, or a conversation with the assistant.

import { Composer, post } from './composer.js';
import { h, unseen } from './dom.js';
import { icon } from './icons.js';
import { MessageList } from './messages.js';
import { openMenu } from './overlay.js';
import { tryTo } from './server.js';
import { conversationName, loadMessages, state, threadMessages } from './state.js';

const NARROW = matchMedia('(max-width: 720px)');
let shown = null;

NARROW.addEventListener('change', fit);

/** Open the thread of a message. */
export function openThread(message) {
  show({ kind: 'thread', channel: message.channel, ts: message.thread_ts || message.ts });
}

/** Open the assistant, in its newest conversation or a new one. */
export async function openAssistant({ fresh = false } = {}) {
  const before = [...state.threads.values()].filter((one) => one.thread_ts).sort((a, b) => (a.thread_ts < b.thread_ts ? 1 : -1));
  const started = fresh || !before.length
    ? (await tryTo('assistant', { user: state.user, context_channel: state.open }))?.thread
    : before.find((one) => state.answered.has(one.thread_ts)) ?? before[0];
  if (!started) return;
  if (!state.threads.has(started.thread_ts)) state.threads.set(started.thread_ts, started);
  await loadMessages(started.channel);
  showAssistant(started);
}

function showAssistant(started) {
  state.answered.delete(started.thread_ts);
  show({ kind: 'assistant', channel: started.channel, ts: started.thread_ts });
}

/** Close the panel. */
export function closePanel() {
  const back = shown?.opener;
  shown = null;
  state.panel = null;
  const panel = document.getElementById('panel');
  panel.hidden = true;
  panel.replaceChildren();
  document.body.classList.remove('with-panel');
  if (back?.isConnected) back.focus();
}

/** Tell whether the panel may be taken over by something new: closed, or nothing typed in it. */
export function panelIsFree() {
  return !shown || (shown.kind === 'thread' && !shown.composer.box.value);
}

function show(target) {
  document.getElementById('thread-offer')?.remove();
  const opener = document.activeElement;
  state.panel = target;
  const panel = document.getElementById('panel');
  const list = new MessageList({ label: target.kind === 'thread' ? 'Meddelanden i tråden' : 'Samtal med assistenten', select: () => threadMessages(target.channel, target.ts).filter((one) => one.subtype !== 'assistant_app_thread') });
  const composer = new Composer({
    label: target.kind === 'thread' ? 'Svara i tråden' : `Fråga ${state.app.name}`,
    placeholder: target.kind === 'thread' ? 'Svara …' : 'Skriv en fråga …',
    key: `thread-${target.ts}`,
    send: (text, files) => post(target.channel, text, target.ts, files),
  });
  composer.catchFiles(panel);
  const prompts = h('div', { class: 'prompts' });
  const status = h('p', { class: 'status', role: 'status' });
  shown = { ...target, list, composer, prompts, status, opener };
  panel.replaceChildren(heading(target), list.scroller, prompts, status, composer.node);
  panel.hidden = false;
  panel.setAttribute('aria-label', target.kind === 'thread' ? 'Tråd' : 'Assistent');
  document.body.classList.add('with-panel');
  fit();
  updatePanel();
  list.toBottom();
  composer.focus();
}

/** On a phone the panel covers the conversation, and so is the main content then. */
function fit() {
  const panel = document.getElementById('panel');
  const covers = NARROW.matches;
  panel.setAttribute('role', covers ? 'main' : 'complementary');
  panel.querySelector('h2')?.setAttribute('aria-level', covers ? '1' : '2');
}

function heading(target) {
  const conversation = state.conversations.get(target.channel);
  const title = target.kind === 'thread' ? 'Tråd' : state.app.name;
  const about = target.kind === 'thread' && conversation ? (conversation.is_direct ? conversationName(conversation) : `#${conversation.name}`) : 'Assistent';
  const earlier = target.kind === 'assistant' ? earlierConversations(target) : [];
  return h('div', { class: 'panel-top' },
    h('h2', { role: 'heading', 'aria-level': '2' }, title, h('span', { class: 'hint' }, ` ${about}`)),
    earlier.length ? h('button', {
      type: 'button', class: 'quiet', 'aria-haspopup': 'menu', onclick: (event) => openMenu(event.currentTarget, earlier),
    }, 'Tidigare') : null,
    target.kind === 'assistant' ? h('button', { type: 'button', class: 'quiet', onclick: () => openAssistant({ fresh: true }) }, 'Nytt samtal') : null,
    h('button', { type: 'button', class: 'quiet', onclick: closePanel }, icon('close'), unseen('Stäng sidopanelen')));
}

/** What was asked of the assistant before, newest first, as a menu. */
function earlierConversations(target) {
  const named = (one) => one.title || threadMessages(one.channel, one.thread_ts).find((message) => message.user === state.user)?.text;
  return [...state.threads.values()].filter((one) => one.thread_ts && one.thread_ts !== target.ts && named(one))
    .sort((a, b) => (a.thread_ts < b.thread_ts ? 1 : -1)).slice(0, 12)
    .map((one) => ({ label: shortened(named(one)), run: () => showAssistant(one) }));
}

function shortened(text) {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Follow the state. */
export function updatePanel() {
  if (!shown) return;
  shown.list.update();
  const status = state.statuses.get(`${shown.channel}/${shown.ts}`);
  const line = status ? `${state.app.name} ${status.status}` : '';
  if (shown.status.textContent !== line) shown.status.textContent = line;
  const thread = shown.kind === 'assistant' ? state.threads.get(shown.ts) ?? state.threads.get('') : null;
  const asked = threadMessages(shown.channel, shown.ts).some((one) => one.user === state.user);
  const offers = thread && !asked ? thread.prompts : [];
  const key = JSON.stringify(offers);
  if (shown.prompts.dataset.key === key) return;
  shown.prompts.dataset.key = key;
  shown.prompts.replaceChildren(
    ...(offers.length && thread.prompts_title ? [h('p', { class: 'hint' }, thread.prompts_title)] : []),
    ...offers.map((one) => h('button', { type: 'button', class: 'prompt', onclick: () => post(shown.channel, one.message, shown.ts) }, one.title)));
}

/** Tell an open assistant which channel stands beside it. */
export function moveAssistant(channel) {
  const thread = shown?.kind === 'assistant' ? state.threads.get(shown.ts) : null;
  if (!thread || thread.context_channel === channel) return;
  thread.context_channel = channel;
  tryTo('assistant', { user: state.user, channel: thread.channel, thread_ts: thread.thread_ts, context_channel: channel });
}
