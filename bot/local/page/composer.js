// The box to write in: Enter sends, Shift+Enter is a new line, @ # and / complete.

import { announce, freshId, h, unseen } from './dom.js';
import { icon } from './icons.js';
import { tryTo, upload } from './server.js';
import { personName, state } from './state.js';

/** A composer; `send(text)` resolves to whether it was sent, `key` names its draft. */
export class Composer {
  constructor({ label, placeholder, key, send, commands }) {
    this.key = key;
    this.send = send;
    this.commands = commands;
    this.choices = [];
    this.files = [];
    this.at = -1;
    const listId = freshId('completions');
    this.list = h('ul', { class: 'completions', role: 'listbox', id: listId, 'aria-label': 'Förslag', hidden: true });
    this.box = h('textarea', {
      rows: 1, 'aria-label': label, placeholder, 'aria-autocomplete': 'list', 'aria-controls': listId,
      value: state.drafts.get(key) ?? '', oninput: () => this.changed(), onkeydown: (event) => this.pressed(event),
      onblur: () => setTimeout(() => this.close(), 150), onclick: () => this.complete(),
    });
    this.picker = h('input', {
      type: 'file', multiple: true, hidden: true, onchange: () => { this.attach(this.picker.files); this.picker.value = ''; },
    });
    this.staged = h('ul', { class: 'staged', 'aria-label': 'Filer att skicka' });
    this.node = h('form', { class: 'composer', onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      this.list,
      this.staged,
      h('div', { class: 'composer-box' },
        h('button', { type: 'button', class: 'quiet attach', title: 'Bifoga fil', onclick: () => this.picker.click() }, icon('clip'), unseen('Bifoga fil')),
        this.picker, this.box,
        h('button', { type: 'submit', class: 'send' }, icon('send'), h('span', { class: 'hidden' }, 'Skicka'))),
      h('p', { class: 'hint composer-hint' }, commands ? 'Enter skickar, Skift+Enter ger ny rad. @ nämner någon, / visar kommandon.' : 'Enter skickar, Skift+Enter ger ny rad.'));
    requestAnimationFrame(() => this.grow());
  }

  /** Put the cursor in the box. */
  focus() {
    this.box.focus();
  }

  /** Put text in the box. */
  fill(text) {
    this.box.value = text;
    this.changed();
    this.focus();
  }

  async submit() {
    const text = this.box.value;
    const { files } = this;
    if (!text.trim() && !files.length) return;
    this.box.value = '';
    this.files = [];
    this.changed();
    this.drawStaged();
    if (!(await this.send(text, files))) {
      this.box.value = text;
      this.files = files;
      this.changed();
      this.drawStaged();
    }
  }

  /** Put files beside the text, to go with it when it is sent. */
  attach(files) {
    if (!files.length) return;
    this.files = [...this.files, ...files];
    this.drawStaged();
    announce(`${files.length === 1 ? files[0].name : `${files.length} filer`} bifogas när du skickar`);
    this.focus();
  }

  drawStaged() {
    this.staged.replaceChildren(...this.files.map((file) => h('li', {}, icon('file'), h('span', {}, file.name),
      h('button', {
        type: 'button', class: 'quiet', onclick: () => { this.files = this.files.filter((one) => one !== file); this.drawStaged(); this.focus(); },
      }, icon('close'), unseen(`Ta bort ${file.name}`)))));
  }

  /** Take files that are dropped on an area or pasted in it. */
  catchFiles(area) {
    const held = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
    area.ondragover = (event) => { if (held(event)) { event.preventDefault(); this.node.classList.add('catching'); } };
    area.ondragleave = (event) => { if (!area.contains(event.relatedTarget)) this.node.classList.remove('catching'); };
    area.ondrop = (event) => {
      if (!held(event)) return;
      event.preventDefault();
      this.node.classList.remove('catching');
      this.attach([...event.dataTransfer.files]);
    };
    area.onpaste = (event) => { if (event.clipboardData.files.length) { event.preventDefault(); this.attach([...event.clipboardData.files]); } };
  }

  changed() {
    state.drafts.set(this.key, this.box.value);
    this.grow();
    this.complete();
  }

  grow() {
    this.box.style.height = 'auto';
    this.box.style.height = `${Math.min(this.box.scrollHeight, 220)}px`;
  }

  pressed(event) {
    if (event.isComposing) return;
    if (!this.list.hidden) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        this.mark((this.at + step + this.choices.length) % this.choices.length);
        return;
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        this.close();
        return;
      }
      if (event.key === 'Tab' || (event.key === 'Enter' && this.at >= 0)) {
        event.preventDefault();
        this.take(this.choices[Math.max(this.at, 0)]);
        return;
      }
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    }
  }

  complete() {
    const before = this.box.value.slice(0, this.box.selectionStart);
    const command = this.commands && /^\/(\S*)$/.exec(before);
    const word = /(?:^|[\s(])([@#])([\p{L}\p{N}._-]*)$/u.exec(before);
    if (command) this.open(commandChoices(command[1]), command[0].length);
    else if (word) this.open(word[1] === '@' ? peopleChoices(word[2]) : channelChoices(word[2]), word[2].length + 1);
    else this.close();
  }

  open(choices, length) {
    this.choices = choices.slice(0, 8);
    this.length = length;
    if (!this.choices.length) {
      this.close();
      return;
    }
    this.list.replaceChildren(...this.choices.map((choice) => h('li', {
      role: 'option', id: freshId('completion'), 'aria-selected': 'false',
      onmousedown: (event) => { event.preventDefault(); this.take(choice); },
    }, h('strong', {}, choice.shown), h('span', { class: 'hint' }, ` ${choice.about}`))));
    if (this.list.hidden) announce(`${this.choices.length} förslag. Välj med piltangenterna.`);
    this.list.hidden = false;
    this.mark(0);
  }

  mark(index) {
    this.at = index;
    [...this.list.children].forEach((item, place) => item.setAttribute('aria-selected', String(place === index)));
    const item = this.list.children[index];
    item?.scrollIntoView({ block: 'nearest' });
    if (item) this.box.setAttribute('aria-activedescendant', item.id);
  }

  take(choice) {
    const at = this.box.selectionStart;
    const start = at - this.length;
    if (choice.run) {
      this.box.value = '';
      this.changed();
      choice.run();
      return;
    }
    this.box.value = `${this.box.value.slice(0, start)}${choice.text} ${this.box.value.slice(at).replace(/^ /, '')}`;
    const cursor = start + choice.text.length + 1;
    this.box.setSelectionRange(cursor, cursor);
    this.close();
    state.drafts.set(this.key, this.box.value);
    this.grow();
    this.focus();
  }

  close() {
    this.list.hidden = true;
    this.at = -1;
    this.box.removeAttribute('aria-activedescendant');
  }
}

function matches(typed, ...names) {
  const wanted = typed.toLowerCase();
  return names.some((name) => name.toLowerCase().split(/[\s.]/).some((word) => word.startsWith(wanted)) || name.toLowerCase().startsWith(wanted));
}

function peopleChoices(typed) {
  return [...state.people.values()]
    .filter((person) => !person.deleted && matches(typed, person.name, person.real_name))
    .sort((a, b) => Number(b.is_bot) - Number(a.is_bot))
    .map((person) => ({ text: `@${person.name}`, shown: `@${person.name}`, about: person.is_bot ? 'app' : `${person.real_name}, ${person.title}` }));
}

function channelChoices(typed) {
  return [...state.conversations.values()].filter((one) => !one.is_direct && matches(typed, one.name))
    .map((one) => ({ text: `#${one.name}`, shown: `#${one.name}`, about: one.topic }));
}

function commandChoices(typed) {
  const shortcuts = state.shortcuts.filter((one) => !one.on_message && matches(typed, one.name))
    .map((one) => ({ text: '', shown: one.name, about: 'genväg', run: () => tryTo('shortcut', { user: state.user, callback_id: one.callback_id }) }));
  return [...commands(typed), ...shortcuts];
}

function commands(typed) {
  return state.commands.filter((one) => one.command.slice(1).startsWith(typed))
    .map((one) => ({ text: one.command, shown: one.command, about: [one.usage_hint, one.description].filter(Boolean).join(' – ') }));
}

/** Post what was typed, or run it as a slash command; returns whether it worked. */
export async function post(channel, text, threadTs, files = []) {
  const command = /^(\/[^\s/]+)(?:\s+([\s\S]*))?$/.exec(text.trim());
  const where = { user: state.user, channel, thread_ts: threadTs ?? '' };
  if (command && !files.length) {
    return Boolean(await tryTo('command', { ...where, command: command[1], text: command[2] ?? '' }));
  }
  const uploaded = await Promise.all(files.map((file) => upload(state.user, file)));
  if (uploaded.includes(undefined)) return false;
  return Boolean(await tryTo('say', { ...where, text, files: uploaded }));
}

/** What the box in a conversation suggests. */
export function placeholderFor(conversation) {
  if (conversation.is_direct) return `Skriv till ${personName(conversation.with)}`;
  return `Skriv i #${conversation.name} – nämn @${state.app.handle} för att fråga`;
}
