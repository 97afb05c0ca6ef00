// The open conversation: its heading, its messages, its App Home tab, its composer.

import { blocks } from './blocks.js';
import { Composer, placeholderFor, post } from './composer.js';
import { h, keepFocus } from './dom.js';
import { MessageList } from './messages.js';
import { openThread } from './panel.js';
import { Fields, placeInView } from './places.js';
import { tryTo } from './server.js';
import { conversationName, expectReply, loadMessages, mainMessages, state, threadKey } from './state.js';

const HOME = 'home';
let list = null;
let drawnHome = '';

/** Open a conversation. */
export async function openConversation(id, { focus = true, tab = 'messages' } = {}) {
  const conversation = state.conversations.get(id);
  if (!conversation) return;
  state.open = id;
  state.tab = tab;
  state.newSince.set(id, conversation.unread ? conversation.last_read : '');
  await loadMessages(id);
  if (state.open !== id) return;
  draw(conversation, focus);
  conversation.unread = 0;
  if (conversation.is_direct && conversation.with === state.app.user) tryTo('home', { user: state.user, tab });
  tryTo('read', { user: state.user, channel: id });
}

function draw(conversation, focus) {
  const main = document.getElementById('conversation');
  const withApp = conversation.is_direct && conversation.with === state.app.user;
  main.replaceChildren(
    h('div', { class: 'conversation-top' },
      h('h1', { id: 'conversation-name' }, conversation.is_direct ? null : h('span', { class: 'hash', 'aria-hidden': 'true' }, '#'), conversationName(conversation)),
      h('p', { class: 'hint topic' }, about(conversation)),
      withApp ? tabs(conversation) : null),
    ...(state.tab === 'home' ? [home()] : messages(conversation, focus)));
}

function about(conversation) {
  if (!conversation.is_direct) return [conversation.topic, `${conversation.members.length} medlemmar`].filter(Boolean).join(' · ');
  const person = state.people.get(conversation.with);
  return person?.is_bot ? 'App' : person?.title ?? '';
}

function tabs(conversation) {
  const tab = (name, label) => h('button', {
    type: 'button', class: 'tab', 'aria-current': state.tab === name ? 'true' : undefined,
    onclick: () => {
      state.tab = name;
      tryTo('home', { user: state.user, tab: name });
      draw(conversation, false);
      document.querySelector(`.tab[aria-current]`)?.focus();
    },
  }, label);
  return h('div', { class: 'tabs', role: 'group', 'aria-label': `Visa i ${conversationName(conversation)}` }, tab('home', 'Hem'), tab('messages', 'Meddelanden'));
}

function messages(conversation, focus) {
  list = new MessageList({ select: () => mainMessages(conversation.id), openThread, newSince: () => state.newSince.get(conversation.id), empty: () => welcome(conversation) });
  list.update();
  requestAnimationFrame(() => list?.toBottom());
  if (!conversation.is_member) {
    const join = () => tryTo('join', { user: state.user, channel: conversation.id });
    return [list.scroller, h('div', { class: 'join' }, h('button', { type: 'button', class: 'button primary', onclick: join }, `Gå med i #${conversation.name}`))];
  }
  const composer = new Composer({
    label: `Meddelande till ${conversationName(conversation)}`,
    placeholder: placeholderFor(conversation),
    key: conversation.id,
    commands: true,
    send: (text, files) => post(conversation.id, text, '', files),
  });
  composer.catchFiles(document.getElementById('conversation'));
  if (focus && matchMedia('(min-width: 721px)').matches) requestAnimationFrame(() => composer.focus());
  return [list.scroller, composer.node];
}

function welcome(conversation) {
  const app = state.app;
  if (conversation.is_direct && conversation.with === app.user) return `Det här är början på ditt samtal med ${app.name}. Ställ en fråga, till exempel vem som äger ett uppdrag.`;
  if (conversation.is_direct) return `Det här är början på ditt samtal med ${conversationName(conversation)}.`;
  return `Inga meddelanden i #${conversation.name} ännu. Skriv @${app.handle} och en fråga.`;
}

function home() {
  list = null;
  const node = h('div', { class: 'home scroller', tabindex: '0', role: 'region', 'aria-label': `Hem i ${state.app.name}` });
  fillHome(node);
  return node;
}

function fillHome(node) {
  const view = state.home;
  drawnHome = view ? `${view.id}/${view.hash}` : '';
  const shown = view ? blocks(view.blocks, placeInHome(view)) : [h('p', { class: 'empty' }, `${state.app.name} har inte visat något här ännu.`)];
  keepFocus(node, () => node.replaceChildren(...shown));
}

/** The place of the elements of App Home; what they lead to is shown among the messages. */
function placeInHome(view) {
  const place = placeInView(view, new Fields());
  return { ...place, use: (...used) => { expectReply({ channel: state.open, ts: HOME }); return place.use(...used); } };
}

/** Leave App Home for the messages when the app writes there what was asked for in App Home. */
export function followHome(message) {
  const key = threadKey(message.channel, HOME);
  if (state.tab !== 'home' || message.channel !== state.open || !message.is_bot || message.is_reply || !state.pressed.delete(key)) return;
  state.tab = 'messages';
  redrawConversation();
  expectReply(message);
}

/** Follow the state. */
export function updateConversation() {
  list?.update();
  const node = document.querySelector('.home');
  const wanted = state.home ? `${state.home.id}/${state.home.hash}` : '';
  if (node && wanted !== drawnHome) fillHome(node);
}

/** Redraw everything, after membership changed. */
export function redrawConversation() {
  const conversation = state.conversations.get(state.open);
  if (conversation) draw(conversation, false);
}

/** Scroll to a message. */
export function showMessage(ts) {
  list?.show(ts);
}
