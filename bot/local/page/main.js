// Starts the page and keeps it following the workspace.

import { followAnswer } from './answered_thread.js';
import { followHome, openConversation, redrawConversation, showMessage, updateConversation } from './conversation.js';
import { h } from './dom.js';
import { announceMessage } from './messages.js';
import { updateModal } from './modal.js';
import { closePanel, moveAssistant, openAssistant, openThread, updatePanel } from './panel.js';
import { listen, tryTo } from './server.js';
import { drawSidebar } from './sidebar.js';
import { conversationName, keptForLater, load, loadMessages, personName, state, storeMessage, threadMessages } from './state.js';

const CHOSEN_USER = 'kansli-lokal-anvandare';
let stopListening = () => {};

async function open(id, { focus = true, tab = 'messages' } = {}) {
  document.body.classList.remove('with-sidebar');
  document.getElementById('menu-button').setAttribute('aria-expanded', 'false');
  if (!state.conversations.has(id)) return;
  history.replaceState(null, '', `/#${id}`);
  await openConversation(id, { focus, tab });
  sidebar();
  moveAssistant(id);
  title();
}

function sidebar() {
  drawSidebar({ open, openAssistant: async () => { document.body.classList.remove('with-sidebar'); await openAssistant(); sidebar(); } });
}

/** Name what is open in the browser's tab, with how much is unread elsewhere. */
function title() {
  const unread = [...state.conversations.values()].filter((one) => one.id !== state.open).reduce((sum, one) => sum + one.unread, 0);
  const open = state.conversations.get(state.open);
  document.title = `${unread ? `(${unread}) ` : ''}${open ? conversationName(open) : ''} – ${state.team.name}`;
}

/** Become a person, in the place that stands open: another person's conversation with the same one, on the same tab. */
async function become(user) {
  stopListening();
  const before = state.conversations.get(state.open);
  const { tab } = state;
  closePanel();
  state.messages.clear();
  state.pressed.clear();
  state.rated.clear();
  state.newSince.clear();
  state.answered.clear();
  await load(user);
  sessionStorage.setItem(CHOSEN_USER, state.user);
  drawTop();
  const wanted = location.hash.slice(1);
  const first = [...state.conversations.values()].find((one) => one.name === 'uppdrag') ?? [...state.conversations.values()][0];
  const same = before?.is_direct && [...state.conversations.values()].find((one) => one.is_direct && one.with === before.with);
  const place = [state.open, same?.id, wanted].find((id) => state.conversations.has(id)) ?? first.id;
  await open(place, { focus: !before, tab: place === same?.id ? tab : 'messages' });
  updateModal();
  document.documentElement.dataset.ready = personName(state.user);
  stopListening = listen(state.user, changed, reload);
}

/** Once connected, also after the connection was lost: fetch what was missed before it. */
async function reload() {
  (await load(state.user)).forEach(changed);
  await Promise.all([...state.messages.keys()].map((channel) => loadMessages(channel, { again: true })));
  follow();
}

function drawTop() {
  document.getElementById('team-name').textContent = state.team.name;
  const select = document.getElementById('acting-user');
  const people = [...state.people.values()].filter((person) => !person.is_bot && !person.deleted);
  select.replaceChildren(...people.map((person) => h('option', { value: person.id }, `${person.real_name} – ${person.title}`)));
  select.value = state.user;
}

function follow() {
  updateConversation();
  updatePanel();
  updateModal();
  sidebar();
  title();
}

function changed(change) {
  if (keptForLater(change)) return;
  if (change.conversation) {
    const before = state.conversations.get(change.channel);
    state.conversations.set(change.channel, change.conversation);
    if (before && before.is_member !== change.conversation.is_member && state.open === change.channel) redrawConversation();
  }
  const apply = CHANGES[change.kind];
  if (apply) apply(change);
  follow();
}

const CHANGES = {
  posted: (change) => {
    put(change);
    announceMessage(change.message);
    if (document.hasFocus() && (change.channel === state.open || isAllThatIsNew(change))) {
      state.conversations.get(change.channel).unread = 0;
      if (change.message.user !== state.user) tryTo('read', { user: state.user, channel: change.channel });
    }
    noteAnswer(change.message);
    followHome(change.message);
    followAnswer(change);
  },
  changed: (change) => {
    const before = state.messages.get(change.channel)?.get(change.message.ts);
    put(change);
    const shown = change.channel === state.open || (change.message.thread_ts && state.panel?.ts === change.message.thread_ts);
    if (before && shown) announceMessage(change.message, before);
  },
  reaction_added: put,
  reaction_removed: put,
  deleted: remove,
  ephemeral_removed: remove,
  view: (change) => { state.view = change.view; },
  home_published: (change) => { state.home = change.home; },
  assistant_started: putThread,
  assistant_prompts: putThread,
  assistant_context: putThread,
  assistant_status: (change) => {
    const key = `${change.channel}/${change.thread_ts}`;
    if (change.status) state.statuses.set(key, { channel: change.channel, thread_ts: change.thread_ts, status: change.status });
    else state.statuses.delete(key);
  },
};

/** What came to the open conversation while the reader was elsewhere is marked as new, and read. */
function readWhatCame() {
  const conversation = state.conversations.get(state.open);
  if (!conversation?.unread) return;
  state.newSince.set(state.open, conversation.last_read);
  conversation.unread = 0;
  tryTo('read', { user: state.user, channel: state.open });
  follow();
}

/** Tell whether a message is read as it comes, in a thread at the side, and nothing else of its conversation is unread. */
function isAllThatIsNew({ channel, message }) {
  return Boolean(message.thread_ts) && state.panel?.ts === message.thread_ts && (state.conversations.get(channel)?.unread ?? 0) <= 1;
}

/** Remember that the assistant answered in a conversation that is not open at the side. */
function noteAnswer(message) {
  const asked = state.threads.has(message.thread_ts) && threadMessages(message.channel, message.thread_ts).some((one) => one.user === state.user);
  if (message.is_bot && asked && state.panel?.ts !== message.thread_ts) state.answered.add(message.thread_ts);
}

function put(change) {
  storeMessage(change.channel, change.message.ts, change.message);
  if (change.parent) storeMessage(change.channel, change.parent.ts, change.parent);
}

function remove(change) {
  storeMessage(change.channel, change.previous_ts, null);
  if (change.parent) storeMessage(change.channel, change.parent.ts, change.parent);
}

function putThread(change) {
  state.threads.set(change.thread.thread_ts, change.thread);
}

function followPermalink() {
  const match = /^\/archives\/([^/]+)\/p(\d+)(\d{6})$/.exec(location.pathname);
  if (!match) return null;
  return { channel: match[1], ts: `${match[2]}.${match[3]}`, thread: new URLSearchParams(location.search).get('thread_ts') };
}

async function start() {
  const target = followPermalink();
  if (target) state.open = target.channel;
  await become(sessionStorage.getItem(CHOSEN_USER) ?? '');
  if (target) {
    if (target.thread) openThread({ channel: target.channel, ts: target.thread });
    else showMessage(target.ts);
  }
  document.getElementById('acting-user').addEventListener('change', (event) => become(event.target.value));
  document.getElementById('menu-button').addEventListener('click', (event) => {
    const shown = document.body.classList.toggle('with-sidebar');
    event.currentTarget.setAttribute('aria-expanded', String(shown));
    if (shown) document.querySelector('#sidebar button')?.focus();
  });
  addEventListener('focus', readWhatCame);
  addEventListener('hashchange', () => open(location.hash.slice(1)));
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
    if (document.body.classList.contains('with-sidebar')) document.getElementById('menu-button').click();
    else if (state.panel) closePanel();
  });
}

start();
