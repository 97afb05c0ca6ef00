// A list of messages that follows the state: of each message only the parts that changed are drawn anew.

import { blocks } from './blocks.js';
import { task } from './cards.js';
import { announce, h, keepFocus, unseen } from './dom.js';
import { fileCard } from './files.js';
import { REACTIONS, emoji, spoken } from './emoji.js';
import { icon } from './icons.js';
import { mrkdwn } from './mrkdwn.js';
import { askFirst, openMenu } from './overlay.js';
import { tryTo } from './server.js';
import { conversationName, personName, state } from './state.js';
import { placeInMessage } from './places.js';

const TIME = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('sv-SE', { weekday: 'long', day: 'numeric', month: 'long' });
const JOINED_SECONDS = 300;
const NEW = 'new';

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
  constructor({ select, openThread, empty, newSince = () => '', label = 'Meddelanden' }) {
    this.select = select;
    this.openThread = openThread;
    this.empty = empty;
    this.newSince = newSince; // returns what was read up to, or nothing when nothing is new
    this.node = h('ol', { class: 'messages', 'aria-label': label });
    this.scroller = h('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': `${label}, rullningsbar` }, this.node);
    this.drawn = new Map(); // message or day → part → { key, node }
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
    const held = this.node.contains(document.activeElement);
    const untouched = this.scroller.scrollTop === this.placed;
    const stick = untouched || this.fromEnd() < 80;
    const wanted = this.select();
    const items = [];
    let previous = null;
    let marked = false;
    const seen = new Set();
    for (const message of wanted) {
      const day = dayOf(message.ts);
      if (!previous || dayOf(previous.ts) !== day) {
        items.push(this.keep(day, 'item', [], () => h('li', { class: 'day' }, h('span', {}, dayName(message.ts)))));
        seen.add(day);
        previous = null;
      }
      if (!marked && this.isNew(message)) {
        marked = true;
        items.push(this.keep(NEW, 'item', [], () => h('li', { class: 'day new' }, h('span', {}, 'Nya meddelanden'))));
        seen.add(NEW);
        previous = null;
      }
      const joined = Boolean(previous && previous.user === message.user && !message.is_reply === !previous.is_reply
        && message.ephemeral === previous.ephemeral && Number(message.ts) - Number(previous.ts) < JOINED_SECONDS);
      items.push(this.item(message, joined));
      seen.add(message.ts);
      previous = message;
    }
    for (const name of [...this.drawn.keys()]) if (!seen.has(name)) this.drawn.delete(name);
    if (!wanted.length && this.empty) items.push(h('li', { class: 'empty' }, this.empty()));
    place(this.node, items);
    if (held && !this.node.contains(document.activeElement)) this.scroller.focus({ preventScroll: true });
    const last = wanted.at(-1);
    const arrived = last && last.ts > (this.newest ?? '');
    const mine = last?.user === state.user;
    if (arrived && (stick || mine)) {
      this.toBottom();
      if (this.newest && !mine) this.showTop(this.itemOf(last.ts));
      this.placed = this.scroller.scrollTop;
    } else if (stick && !untouched) this.toBottom();
    this.newest = last?.ts ?? '';
  }

  /** Tell whether somebody else wrote a message after the reader was last here. */
  isNew(message) {
    const since = this.newSince();
    return Boolean(since) && message.ts > since && message.user !== state.user;
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
    const item = this.itemOf(ts);
    if (!item) return;
    item.scrollIntoView({ block: 'center' });
    item.classList.add('shown');
    setTimeout(() => item.classList.remove('shown'), 3000);
  }

  itemOf(ts) {
    return this.drawn.get(ts)?.get('item').node;
  }

  /** Return the node of a part as it was drawn, or draw it anew when what it follows has changed. */
  keep(name, part, follows, draw) {
    const key = JSON.stringify(follows);
    if (!this.drawn.has(name)) this.drawn.set(name, new Map());
    const parts = this.drawn.get(name);
    if (parts.get(part)?.key !== key) parts.set(part, { key, node: draw() });
    return parts.get(part).node;
  }

  /** The item of a message. Parts that stay are left where they are: a button replaced under the press loses the click. */
  item(message, joined) {
    const part = (name, follows, draw) => this.keep(message.ts, name, follows, draw);
    const said = [message.subtype, message.text, message.blocks, message.values, message.tasks, message.stream,
      message.files, message.attachments, message.edited];
    const body = part('body', [], () => h('div', { class: 'message-body' }));
    const article = part('article', [], () => h('article', { 'aria-labelledby': `who-${message.ts}`, tabindex: '-1' }));
    keepFocus(article, () => place(body, [
      part('only you', [message.ephemeral], () => (message.ephemeral ? h('p', { class: 'only-you' }, icon('eye'), ' ', 'Bara du ser det här') : null)),
      part('who', [message.user, message.username, joined], () => who(message, joined)),
      part('content', [...said, state.user], () => this.content(message)),
      part('reactions', [message.reactions, state.user], () => reactions(message)),
      part('thread', [message.reply_count, message.reply_users, message.latest_reply, this.newSince()], () => this.threadLink(message)),
    ]));
    place(article, [
      part('avatar', [message.user, joined], () => (joined ? h('span', { class: 'avatar-space' }) : avatar(message.user))),
      body,
      part('tools', [message.text, message.stream, state.user], () => this.tools(message)),
    ]);
    const item = part('item', [], () => h('li', { class: 'message', 'data-ts': message.ts }, article));
    item.classList.toggle('joined', joined);
    item.classList.toggle('ephemeral', Boolean(message.ephemeral));
    return item;
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
      message.files?.length ? h('div', { class: 'files' }, message.files.map(fileCard)) : null,
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
      h('span', { class: 'hint' }, `senast ${clock(message.latest_reply)}`),
      this.newSince() && message.latest_reply > this.newSince() ? h('span', { class: 'fresh' }, 'nytt') : null);
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
    const item = this.itemOf(message.ts);
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

function who(message, joined) {
  return h('p', { class: joined ? 'who hidden' : 'who', id: `who-${message.ts}` }, h('strong', {}, message.username || personName(message.user)),
    message.is_bot ? h('span', { class: 'app-mark' }, 'app') : null,
    state.people.get(message.user)?.is_guest ? h('span', { class: 'app-mark' }, 'gäst') : null,
    ' ', h('time', { datetime: new Date(Number(message.ts) * 1000).toISOString() }, clock(message.ts)));
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
  const items = REACTIONS.map((name) => ({ label: `${emoji(name)} Reagera: ${spoken(name)}`, run: () => tryTo('react', { ...where, name }) }));
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
    }, h('span', { 'aria-hidden': 'true' }, emoji(one.name)), ` ${one.count}`, unseen(` ${spoken(one.name)} av ${one.users.map(personName).join(', ')}`));
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

/** Make a node hold exactly these children (nothing for those that are null), moving as little as possible. */
function place(parent, children) {
  const wanted = new Set(children.filter(Boolean));
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  [...wanted].forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
}

/** Tell screen readers of a message from somebody else: when it comes, when it is said in full, and when it says something else. */
export function announceMessage(message, before = null) {
  if (message.user === state.user || message.stream === 'in_progress') return;
  if (before && before.text === message.text && before.stream === message.stream) return;
  const conversation = state.conversations.get(message.channel);
  const text = message.text.replace(/<[^>]*\|([^>]*)>|<[^>]*>/g, '$1').slice(0, 300);
  announce(`${personName(message.user)} i ${conversation ? conversationName(conversation) : 'ett samtal'}: ${text}`);
}
