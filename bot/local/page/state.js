// What the page knows, and who wants to hear when it changes.

import { ask } from './server.js';

export const state = {
  user: '',
  app: {},
  team: {},
  people: new Map(),
  usergroups: new Map(),
  conversations: new Map(),
  commands: [],
  shortcuts: [],
  messages: new Map(),
  arriving: new Map(),
  threads: new Map(),
  statuses: new Map(),
  view: null,
  home: null,
  open: '',
  tab: 'messages',
  panel: null,
  drafts: new Map(),
  pressed: new Map(),
  rated: new Map(),
  newSince: new Map(),
  answered: new Set(),
  followed: new Set(),
};

let newestLoad = 0;
let meanwhile = null;

/** Keep a change that comes while everything is being loaded; tells whether it was kept. */
export function keptForLater(change) {
  meanwhile?.push(change);
  return meanwhile !== null;
}

/**
 * Load everything but messages, as a user sees it. Of several loads at once only the newest counts.
 * Returns the changes that came meanwhile and are newer than what was loaded, to be applied on top of it.
 */
export async function load(user) {
  newestLoad += 1;
  const mine = newestLoad;
  meanwhile = [];
  let later = [];
  try {
    const seen = await ask('state', { user });
    if (mine !== newestLoad) return [];
    take(seen);
    later = meanwhile.filter((change) => change.number > seen.last_change);
  } finally {
    if (mine === newestLoad) meanwhile = null;
  }
  return later;
}

function take(seen) {
  state.user = seen.user;
  state.app = seen.app;
  state.team = seen.team;
  state.people = new Map(seen.people.map((person) => [person.id, person]));
  state.usergroups = new Map(seen.usergroups.map((one) => [one.id, one.handle]));
  state.conversations = new Map(seen.conversations.map((one) => [one.id, one]));
  state.commands = seen.commands;
  state.shortcuts = seen.shortcuts;
  state.view = seen.view;
  state.home = seen.home;
  state.threads = new Map(seen.assistant_threads.map((one) => [one.thread_ts, one]));
  state.statuses = new Map(seen.statuses.map((one) => [`${one.channel}/${one.thread_ts}`, one]));
}

/** Load the messages of a conversation, once or `again`; what happens to them meanwhile is not lost. */
export async function loadMessages(channel, { again = false } = {}) {
  if (again || !state.messages.has(channel)) {
    const meanwhile = new Map();
    state.arriving.set(channel, meanwhile);
    const seen = await ask('messages', { user: state.user, channel });
    const merged = new Map(seen.map((one) => [one.ts, one]));
    for (const [ts, message] of meanwhile) {
      if (message) merged.set(ts, message);
      else merged.delete(ts);
    }
    state.messages.set(channel, merged);
    state.arriving.delete(channel);
  }
}

/** Store a message, or that it is gone (null). */
export function storeMessage(channel, ts, message) {
  const loaded = state.messages.get(channel);
  if (loaded && message) loaded.set(ts, message);
  else if (loaded) loaded.delete(ts);
  state.arriving.get(channel)?.set(ts, message);
}

/** The messages of a conversation that stand on their own, oldest first. */
export function mainMessages(channel) {
  return sorted(channel).filter((one) => (!one.is_reply || one.broadcast) && one.subtype !== 'assistant_app_thread');
}

/** The messages of a thread, its first one included, oldest first. */
export function threadMessages(channel, threadTs) {
  return sorted(channel).filter((one) => one.ts === threadTs || one.thread_ts === threadTs);
}

function sorted(channel) {
  return [...(state.messages.get(channel)?.values() ?? [])].sort((a, b) => (a.ts < b.ts ? -1 : 1));
}

/** The name of a conversation as the user knows it. */
export function conversationName(conversation) {
  return conversation.is_direct ? personName(conversation.with) : conversation.name;
}

/** The name of a person or bot. */
export function personName(id) {
  return state.people.get(id)?.real_name ?? (id === 'USLACKBOT' ? 'Arbetsytan' : id);
}

/** The direct conversation with the app. */
export function appConversation() {
  return [...state.conversations.values()].find((one) => one.is_direct && one.with === state.app.user);
}

/** The name of a thread among all conversations' threads. */
export function threadKey(channel, threadTs) {
  return `${channel}/${threadTs}`;
}

/** Note that the reader pressed something in a message, so that the next reply in its thread is for them. */
export function expectReply(message) {
  state.pressed.set(threadKey(message.channel, message.thread_ts || message.ts), Date.now());
}
