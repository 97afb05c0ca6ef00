// A list of messages that follows the state: each message is one list item, redrawn alone.

import { blocks, task } from './blocks.js';
import { announce, h, unseen } from './dom.js';
import { REACTIONS, emoji } from './emoji.js';
import { icon } from './icons.js';
import { mrkdwn } from './mrkdwn.js';
import { askFirst, openMenu } from './overlay.js';
import { tryTo } from './server.js';
import { conversationName, personName, state } from './state.js';
import { placeInMessage } from './places.js';

const TIME = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('sv-SE', { weekday: 'long', day: 'numeric', month: 'long' });
const JOINED_SECONDS = 300;

/** A picture of a person: initials on a colour, or the app's sign. */
export function avatar(id) {
  if (id === state.app.user) return h('img', { class: 'avatar', src: '/static/icon.svg', alt: '' });
  const initials = personName(id).split(' ').map((word) => word[0]).slice(0, 2).join('');
  const shade = Math.max(0, [...state.people.keys()].indexOf(id)) % 6;
  return h('span', { class: `avatar shade-${shade}`, 'aria-hidden': 'true' }, initials);
}

/** The time of a `ts` as a clock shows it. */
export function clock(ts) {
  return TIME.format(new Date(Number(ts) * 1000));
}

/** Keeps a list element showing what `select` returns; `openThread(message)` opens a thread (or is absent). */
export class MessageList {
  constructor({ select, openThread, empty, label = 'Meddelanden' }) {
    this.select = select;
    this.openThread = openThread;
    this.empty = empty;
    this.node = h('ol', { class: 'messages', 'aria-label': label });
    this.scroller = h('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': `${label}, rullningsbar` }, this.node);
    this.drawn = new Map();
    this.atEnd = true;
    this.scroller.addEventListener('scroll', () => { this.atEnd = this.fromEnd() < 80; });
    // When the side panel opens, text wraps anew and the list grows under the reader: stay at its end.
    const resized = new ResizeObserver(() => { if (this.atEnd) this.toBottom(); });
    resized.observe(this.scroller);
    resized.observe(this.node);
  }

  fromEnd() {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight;
  }

  /** Draw what has changed since last time; keeps the reader at the bottom when they are there. */
  update() {
    const untouched = this.scroller.scrollTop === this.placed;
    const stick = untouched || this.fromEnd() < 80;
    const wanted = this.select();
    const items = [];
    let previous = null;
    const seen = new Set();
    for (const message of wanted) {
      const day = dayOf(message.ts);
      if (!previous || dayOf(previous.ts) !== day) {
        items.push(this.keep(`day-${day}`, day, () => h('li', { class: 'day' }, h('span', {}, dayName(message.ts)))));
        seen.add(`day-${day}`);
        previous = null;
      }
      const joined = Boolean(previous && previous.user === message.user && !message.is_reply === !previous.is_reply
        && message.ephemeral === previous.ephemeral && Number(message.ts) - Number(previous.ts) < JOINED_SECONDS);
      const key = JSON.stringify([message, joined, state.user]);
      items.push(this.keep(message.ts, key, () => this.draw(message, joined)));
      seen.add(message.ts);
      previous = message;
    }
    for (const name of [...this.drawn.keys()]) if (!seen.has(name)) this.drawn.delete(name);
    if (!wanted.length && this.empty) items.push(h('li', { class: 'empty' }, this.empty()));
    place(this.node, items);
    const arrived = previous && previous.ts > (this.newest ?? '');
    const mine = previous?.user === state.user;
    if (arrived && (stick || mine)) {
      this.toBottom();
      if (this.newest && !mine) this.showTop(this.drawn.get(previous.ts).node);
      this.placed = this.scroller.scrollTop;
    } else if (stick && !untouched) this.toBottom();
    this.newest = previous?.ts ?? '';
  }

  /** Scroll to the newest message. */
  toBottom() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  /** When a message is taller than the list, show its beginning rather than its end. */
  showTop(item) {
    const top = item.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
    if (top >= 0) return;
    this.atEnd = false;
    this.scroller.scrollTop += top;
  }

  /** Scroll to one message and mark it for a moment. */
  show(ts) {
    const item = this.drawn.get(ts)?.node;
    if (!item) return;
    item.scrollIntoView({ block: 'center' });
    item.classList.add('shown');
    setTimeout(() => item.classList.remove('shown'), 3000);
  }

  keep(name, key, draw) {
    const before = this.drawn.get(name);
    if (before?.key === key) return before.node;
    const node = draw();
    this.drawn.set(name, { key, node });
    return node;
  }

  draw(message, joined) {
    const labelId = `who-${message.ts}`;
    return h('li', { class: `message${joined ? ' joined' : ''}${message.ephemeral ? ' ephemeral' : ''}`, 'data-ts': message.ts },
      h('article', { 'aria-labelledby': labelId },
        joined ? h('span', { class: 'avatar-space' }) : avatar(message.user),
        h('div', { class: 'message-body' },
          message.ephemeral ? h('p', { class: 'only-you' }, icon('eye'), ' ', 'Bara du ser det här') : null,
          h('p', { class: joined ? 'who hidden' : 'who', id: labelId }, h('strong', {}, message.username || personName(message.user)),
            message.is_bot ? h('span', { class: 'app-mark' }, 'app') : null,
            state.people.get(message.user)?.is_guest ? h('span', { class: 'app-mark' }, 'gäst') : null,
            ' ', h('time', { datetime: new Date(Number(message.ts) * 1000).toISOString() }, clock(message.ts))),
          this.content(message),
          reactions(message),
          this.threadLink(message)),
        this.tools(message)));
  }

  content(message) {
    if (message.subtype === 'tombstone') return h('div', { class: 'content hint' }, 'Meddelandet är borttaget.');
    const typed = message.blocks?.length === 1 && message.blocks[0].block_id === 'typed';
    const streaming = message.stream === 'in_progress';
    return h('div', { class: `content${streaming ? ' streaming' : ''}` },
      (message.tasks ?? []).filter((one) => one.title).map(task),
      message.blocks?.length && !typed
        ? blocks(message.blocks, placeInMessage(message))
        : h('div', { class: 'prose' }, mrkdwn(message.text)),
      (message.attachments ?? []).map((one) => h('div', { class: 'attachment' },
        one.pretext ? h('div', { class: 'prose' }, mrkdwn(one.pretext)) : null,
        one.title ? h('p', {}, h('strong', {}, one.title)) : null,
        one.blocks ? blocks(one.blocks, placeInMessage(message)) : h('div', { class: 'prose' }, mrkdwn(one.text ?? one.fallback ?? '')))),
      streaming ? h('p', { class: 'hint' }, 'skriver …') : null,
      message.edited && !message.is_bot ? h('span', { class: 'hint' }, ' (redigerat)') : null);
  }

  threadLink(message) {
    if (!this.openThread || !message.reply_count) return null;
    return h('button', { type: 'button', class: 'thread-link', onclick: () => this.openThread(message) },
      (message.reply_users ?? []).slice(0, 3).map(avatar),
      h('span', {}, message.reply_count === 1 ? '1 svar' : `${message.reply_count} svar`),
      h('span', { class: 'hint' }, `senast ${clock(message.latest_reply)}`));
  }

  tools(message) {
    if (message.stream === 'in_progress') return null;
    const tools = [];
    const who = unseen(` på meddelande från ${personName(message.user)} ${clock(message.ts)}`);
    if (!message.ephemeral && this.openThread) {
      tools.push(h('button', { type: 'button', title: 'Svara i tråd', onclick: () => this.openThread(message) },
        icon('thread'), unseen('Svara i tråd'), who));
    }
    const items = menuOf(message, () => this.edit(message));
    if (items.length) {
      tools.push(h('button', { type: 'button', title: 'Fler åtgärder', 'aria-haspopup': 'menu', onclick: (event) => openMenu(event.currentTarget, items) },
        icon('more'), unseen('Fler åtgärder'), who.cloneNode(true)));
    }
    return tools.length ? h('div', { class: 'tools' }, tools) : null;
  }

  edit(message) {
    const item = this.drawn.get(message.ts)?.node;
    if (!item) return;
    const box = h('textarea', { rows: 2, 'aria-label': 'Ändra meddelandet', value: typedText(message) });
    const stop = () => { this.drawn.delete(message.ts); this.update(); };
    const save = async () => {
      stop();
      await tryTo('edit', { user: state.user, channel: message.channel, ts: message.ts, text: box.value });
    };
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); save(); }
      if (event.key === 'Escape') { event.stopPropagation(); stop(); }
    });
    item.querySelector('.content').replaceChildren(h('div', { class: 'edit' }, box, h('div', { class: 'actions' },
      h('button', { type: 'button', class: 'button', onclick: stop }, 'Avbryt'),
      h('button', { type: 'button', class: 'button primary', onclick: save }, 'Spara'))));
    box.focus();
  }
}

/** The text of a message as its author typed it. */
function typedText(message) {
  const decoded = (message.text ?? '').replace(/<@([^>|]+)[^>]*>/g, (_, id) => `@${state.people.get(id)?.name ?? id}`)
    .replace(/<#[^|>]+\|([^>]+)>/g, '#$1').replace(/<!([a-z]+)>/g, '@$1').replace(/<((?:https?|mailto):[^>|]+)[^>]*>/g, '$1');
  return decoded.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

function menuOf(message, edit) {
  const where = { user: state.user, channel: message.channel, ts: message.ts };
  if (message.ephemeral) return [{ label: 'Dölj meddelandet', run: () => tryTo('delete', where) }];
  const items = REACTIONS.map((name) => ({ label: `Reagera med ${emoji(name)}`, run: () => tryTo('react', { ...where, name }) }));
  for (const one of state.shortcuts.filter((shortcut) => shortcut.on_message)) {
    items.unshift({ label: one.name, run: () => tryTo('shortcut', { ...where, callback_id: one.callback_id }) });
  }
  items.push({
    label: 'Kopiera länk',
    run: async () => {
      await navigator.clipboard?.writeText(`${location.origin}/archives/${message.channel}/p${message.ts.replace('.', '')}`);
      announce('Länken är kopierad');
    },
  });
  if (message.user === state.user) {
    items.push({ label: 'Ändra', run: edit });
    items.push({
      label: 'Ta bort', danger: true,
      run: async () => {
        const sure = await askFirst({ title: 'Ta bort meddelandet?', text: 'Det går inte att ångra.', yes: 'Ta bort', no: 'Behåll', danger: true });
        if (sure) tryTo('delete', where);
      },
    });
  }
  return items;
}

function reactions(message) {
  if (!message.reactions?.length) return null;
  return h('div', { class: 'reactions' }, message.reactions.map((one) => {
    const mine = one.users.includes(state.user);
    return h('button', {
      type: 'button', 'aria-pressed': String(mine), title: one.users.map(personName).join(', '),
      onclick: () => tryTo('react', { user: state.user, channel: message.channel, ts: message.ts, name: one.name }),
    }, h('span', { 'aria-hidden': 'true' }, emoji(one.name)), ` ${one.count}`, unseen(` ${one.name.replaceAll('_', ' ')} av ${one.users.map(personName).join(', ')}`));
  }));
}

function dayOf(ts) {
  return new Date(Number(ts) * 1000).toDateString();
}

function dayName(ts) {
  const day = dayOf(ts);
  if (day === new Date().toDateString()) return 'Idag';
  return DAY.format(new Date(Number(ts) * 1000));
}

/** Make a list hold exactly these items, moving as little as possible. */
function place(list, items) {
  const wanted = new Set(items);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  items.forEach((item, index) => {
    if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
  });
}

/** Tell screen readers of a new message from somebody else. */
export function announceMessage(message) {
  if (message.user === state.user) return;
  const conversation = state.conversations.get(message.channel);
  const text = message.text.replace(/<[^>]*\|([^>]*)>|<[^>]*>/g, '$1').slice(0, 300);
  announce(`${personName(message.user)} i ${conversation ? conversationName(conversation) : 'ett samtal'}: ${text}`);
}
