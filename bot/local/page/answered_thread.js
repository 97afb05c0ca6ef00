// Brings the reader to the thread in which the app answers what they just asked or pressed.

import { h, unseen } from './dom.js';
import { icon } from './icons.js';
import { openThread, panelIsFree } from './panel.js';
import { state, threadKey } from './state.js';

const WIDE = matchMedia('(min-width: 1000px)');
const PATIENCE_MS = 120_000;

/** On a wide screen open the thread of the reader's own question or press; else offer to open it. */
export function followAnswer({ message, parent }) {
  if (!message.is_bot || !message.is_reply || message.channel !== state.open || !isMine(message, parent)) return;
  if (state.panel?.ts === message.thread_ts) return;
  if (!WIDE.matches || !panelIsFree()) {
    offer(message);
    return;
  }
  const typing = document.activeElement;
  openThread(message);
  typing?.focus();
}

/** Tell whether this is the first reply since the reader asked in the thread, or pressed something in it. */
function isMine(message, parent) {
  const key = threadKey(message.channel, message.thread_ts);
  const pressed = Date.now() - (state.pressed.get(key) ?? 0) < PATIENCE_MS;
  state.pressed.delete(key);
  const first = parent?.user === state.user && !state.followed.has(key);
  if (first) state.followed.add(key);
  return pressed || first;
}

/** Ask whether to open the thread, beneath the messages and without taking the focus. */
function offer(message) {
  const conversation = document.getElementById('conversation');
  const composer = conversation.querySelector(':scope > .composer');
  if (!composer) return;
  const hide = () => { document.getElementById('thread-offer')?.remove(); };
  hide();
  composer.before(h('div', { id: 'thread-offer', class: 'thread-offer', role: 'group', 'aria-label': 'Svar i tråd' },
    h('span', {}, `${state.app.name} svarar i en tråd.`),
    h('button', { type: 'button', class: 'button primary', onclick: () => openThread(message) }, 'Öppna tråden'),
    h('button', { type: 'button', class: 'quiet', onclick: hide }, icon('close'), unseen('Dölj'))));
}
