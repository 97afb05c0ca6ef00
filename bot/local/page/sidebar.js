// The list of conversations, with marks for what is unread.

import { h, unseen } from './dom.js';
import { icon } from './icons.js';
import { avatar } from './messages.js';
import { tryTo } from './server.js';
import { personName, state } from './state.js';

/** Draw the sidebar; `open(id)` opens a conversation, `reload()` runs after a new one was made. */
export function drawSidebar({ open, openAssistant }) {
  const sidebar = document.getElementById('sidebar');
  const focused = document.activeElement?.dataset?.conversation;
  const all = [...state.conversations.values()];
  const channels = all.filter((one) => !one.is_direct).sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  const direct = all.filter((one) => one.is_direct)
    .sort((a, b) => Number(b.with === state.app.user) - Number(a.with === state.app.user));
  const known = new Set(direct.map((one) => one.with));
  const others = [...state.people.values()].filter((one) => !one.deleted && one.id !== state.user && !known.has(one.id));
  const drawn = h('div', {},
    h('button', { type: 'button', class: 'ask', onclick: openAssistant }, icon('spark'), ' ', `Fråga ${state.app.name}`,
      state.answered.size ? h('span', { class: 'count' }, state.answered.size, unseen(state.answered.size === 1 ? ' nytt svar' : ' nya svar')) : null),
    h('h2', {}, 'Kanaler'),
    h('ul', {}, channels.map((one) => item(one, [one.is_private ? icon('lock') : h('span', { class: 'hash', 'aria-hidden': 'true' }, '#'), one.name], open))),
    h('h2', {}, 'Direktmeddelanden'),
    h('ul', {}, direct.map((one) => item(one, [avatar(one.with), personName(one.with)], open)),
      others.map((person) => h('li', {}, h('button', {
        type: 'button', class: 'conversation dim',
        onclick: async () => {
          const opened = await tryTo('direct', { user: state.user, with: person.id });
          if (opened) open(opened.channel);
        },
      }, h('span', { class: 'conversation-name' }, avatar(person.id), person.real_name))))));
  if (drawn.innerHTML === sidebar.innerHTML) return; // a button that is replaced under the press loses the click
  sidebar.replaceChildren(...drawn.childNodes);
  if (focused) sidebar.querySelector(`[data-conversation="${focused}"]`)?.focus();
}

function item(conversation, name, open) {
  const unread = conversation.id === state.open ? 0 : conversation.unread;
  return h('li', {}, h('button', {
    type: 'button', class: `conversation${unread ? ' unread' : ''}`, 'data-conversation': conversation.id,
    'aria-current': conversation.id === state.open ? 'page' : undefined, onclick: () => open(conversation.id),
  }, h('span', { class: 'conversation-name' }, name),
  unread ? h('span', { class: 'count' }, unread, unseen(unread === 1 ? ' oläst' : ' olästa')) : null));
}
