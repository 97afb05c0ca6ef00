// Starts the page and keeps it following the workspace.

import { followAnswer } from './answered_thread.js';
import { followHome, openConversation, redrawConversation, showMessage, updateConversation } from './conversation.js';
import { h } from './dom.js';
import { announceMessage } from './messages.js';
import { updateModal } from './modal.js';
import { closePanel, moveAssistant, openAssistant, openThread, updatePanel } from './panel.js';
import { listen, tryTo } from './server.js';
import { drawSidebar } from './sidebar.js';
import { load, loadMessages, personName, state, storeMessage } from './state.js';

const CHOSEN_USER = 'kansli-lokal-anvandare';
let stopListening = () => {};

async function open(id) {
  document.body.classList.remove('with-sidebar');
  document.getElementById('menu-button').setAttribute('aria-expanded', 'false');
  if (!state.conversations.has(id)) return;
  history.replaceState(null, '', `/#${id}`);
  await openConversation(id);
  sidebar();
  moveAssistant(id);
  document.title = `${document.getElementById('conversation-name').textContent} – Lokal arbetsyta`;
}

function sidebar() {
  drawSidebar({ open, openAssistant: () => { document.body.classList.remove('with-sidebar'); openAssistant(); } });
}

async function become(user) {
  stopListening();
  closePanel();
  state.messages.clear();
  state.pressed.clear();
  await load(user);
  sessionStorage.setItem(CHOSEN_USER, state.user);
  drawTop();
  const wanted = location.hash.slice(1);
  const first = [...state.conversations.values()].find((one) => one.name === 'uppdrag') ?? [...state.conversations.values()][0];
  await open(state.conversations.has(state.open) ? state.open : state.conversations.has(wanted) ? wanted : first.id);
  updateModal();
  document.documentElement.dataset.ready = personName(state.user);
  stopListening = listen(state.user, changed, reload);
}

/** Once connected, also after the connection was lost: fetch what was missed before it. */
async function reload() {
  await load(state.user);
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
}

async function changed(change) {
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
    if (change.channel === state.open && document.hasFocus()) {
      state.conversations.get(change.channel).unread = 0;
      if (change.message.user !== state.user) tryTo('read', { user: state.user, channel: change.channel });
    }
    followHome(change.message);
    followAnswer(change);
  },
  changed: put,
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
  addEventListener('hashchange', () => open(location.hash.slice(1)));
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
    if (document.body.classList.contains('with-sidebar')) document.getElementById('menu-button').click();
    else if (state.panel) closePanel();
  });
}

start();
