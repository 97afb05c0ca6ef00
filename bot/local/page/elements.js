// Block Kit's interactive elements. Each is drawn with a `place`, which knows
// where it stands and what to do when it is used:
//   place.use(actionId, value)   tells the app that the element was used
//   place.values                 what was filled in before: block id → action id → entry
//   place.field(block, element, read)   registers an input whose value is read on submit
//   place.suggest(actionId, typed)      asks the app for options

import { addressOf } from './files.js';
import { fileInput } from './file_input.js';
import { freshId, h } from './dom.js';
import { emoji } from './emoji.js';
import { icon } from './icons.js';
import { askFirst, openMenu } from './overlay.js';
import { personName, state } from './state.js';
import { mrkdwn, unescape } from './mrkdwn.js';

/** A text object as nodes. */
export function textNodes(text) {
  if (!text) return [];
  return text.type === 'mrkdwn' ? mrkdwn(text.text) : plainNodes(text.text);
}

/** A text object as a plain string. */
export function plain(text) {
  return text ? unescape(text.text).replace(/:([a-z0-9_+-]+):/g, (_, name) => emoji(name)) : '';
}

function plainNodes(text) {
  const shown = unescape(text).replace(/:([a-z0-9_+-]+):/g, (_, name) => emoji(name));
  return shown.split('\n').flatMap((line, index) => (index ? [h('br'), line] : [line]));
}

/** Draw an element that is acted on at once (outside a form field). */
export function element(block, one, place) {
  const draw = ACTED_ON[one.type];
  if (draw) return draw(block, one, place);
  const drawn = input(block, one, place, { label: plain(one.placeholder) || KIND_NAMES[one.type] || one.type, acts: true });
  return drawn ?? h('span', { class: 'unknown' }, `[${one.type}]`);
}

const KIND_NAMES = {
  datepicker: 'Datum', timepicker: 'Tid', datetimepicker: 'Datum och tid', checkboxes: 'Alternativ',
  radio_buttons: 'Alternativ', static_select: 'Välj', users_select: 'Välj person', channels_select: 'Välj kanal',
};

const ACTED_ON = {
  button: (block, one, place) => button(one, place, () => place.use(block.block_id, one.action_id, one.value)),
  workflow_button: (block, one, place) => button(one, place, () => place.use(block.block_id, one.action_id)),
  overflow: (block, one, place) => h('button', {
    type: 'button', class: 'more', 'aria-haspopup': 'menu', 'aria-label': 'Fler val',
    onclick: (event) => openMenu(event.currentTarget, one.options.map((option) => ({
      label: plain(option.text),
      run: async () => {
        if (option.url) window.open(option.url, '_blank', 'noopener');
        if (await confirmed(one)) place.use(block.block_id, one.action_id, option.value);
      },
    }))),
  }, icon('more')),
  feedback_buttons: (block, one, place) => h('span', { class: 'feedback', role: 'group', 'aria-label': 'Betygsätt svaret' },
    [['positive_button', 'up'], ['negative_button', 'down']].map(([name, sign]) => h('button', {
      type: 'button', class: 'thumb', 'aria-pressed': String(state.rated.get(rating(block, one, place)) === name), title: plain(one[name].text),
      onclick: (event) => {
        state.rated.set(rating(block, one, place), name);
        for (const other of event.currentTarget.parentElement.children) other.setAttribute('aria-pressed', 'false');
        event.currentTarget.setAttribute('aria-pressed', 'true');
        place.use(block.block_id, one.action_id, one[name].value);
      },
    }, icon(sign), h('span', { class: 'thumb-text' }, one[name].accessibility_label || plain(one[name].text))))),
  icon_button: (block, one, place) => h('button', {
    type: 'button', class: 'thumb', onclick: async () => { if (await confirmed(one)) place.use(block.block_id, one.action_id, one.value); },
  }, icon('bin'), h('span', { class: 'thumb-text' }, one.accessibility_label || plain(one.text))),
  image: (_block, one) => picture(one, 'thumbnail'),
};

/** What a rating is remembered by, so that it still shows when the message is drawn anew. */
function rating(block, one, place) {
  return [place.name, block.block_id, one.action_id].join('/');
}

function button(one, place, use) {
  const style = one.style ? ` ${one.style}` : '';
  const attributes = { class: `button${style}`, 'aria-label': one.accessibility_label };
  if (one.url && /^https?:\/\//i.test(one.url)) {
    return h('a', { ...attributes, href: one.url, target: '_blank', rel: 'noopener noreferrer', onclick: use }, plain(one.text));
  }
  return h('button', {
    type: 'button', ...attributes,
    onclick: async (event) => {
      const pressed = event.currentTarget;
      if (!(await confirmed(one))) return;
      pressed.setAttribute('aria-busy', 'true');
      await use();
      pressed.removeAttribute('aria-busy');
    },
  }, plain(one.text));
}

async function confirmed(one) {
  if (!one.confirm) return true;
  return askFirst({
    title: plain(one.confirm.title), text: textNodes(one.confirm.text), yes: plain(one.confirm.confirm),
    no: plain(one.confirm.deny), danger: one.confirm.style === 'danger',
  });
}

/** A picture; only the workspace's own and embedded ones are loaded, so that nothing is fetched from elsewhere. */
export function picture(one, className) {
  const url = one.slack_file?.id ? addressOf(one.slack_file) : one.image_url ?? '';
  if (url.startsWith('data:image/') || url.startsWith(`${location.origin}/`) || url.startsWith('/page/file/')) {
    return h('img', { class: className, src: url, alt: one.alt_text });
  }
  return h('span', { class: `${className} no-picture`, title: 'Bilder utifrån laddas inte i den lokala arbetsytan' }, `Bild: ${one.alt_text}`);
}

/** Draw an input with its value; `label` names it (or `labelId`), `acts` makes each change an action. */
export function input(block, one, place, options) {
  const entry = place.values?.[block.block_id]?.[one.action_id];
  const named = options.labelId ? { 'aria-labelledby': options.labelId } : { 'aria-label': options.label };
  const described = options.describedBy ? { 'aria-describedby': options.describedBy } : {};
  const marks = { ...named, ...described, 'data-action': one.action_id };
  const changed = async (value) => {
    if (options.acts && (await confirmed(one))) place.use(block.block_id, one.action_id, value);
  };
  const drawn = drawInput(block, one, place, entry, marks, changed, options);
  if (drawn) place.field(block, one, drawn.read);
  return drawn?.node ?? null;
}

const TEXT_TYPES = { plain_text_input: 'text', number_input: 'text', email_text_input: 'email', url_text_input: 'url' };

function drawInput(block, one, place, entry, marks, changed, options) {
  if (one.type in TEXT_TYPES || one.type === 'rich_text_input') return textInput(one, entry, marks, changed, options);
  if (one.type === 'datepicker') return native('date', entry?.selected_date ?? one.initial_date, marks, changed);
  if (one.type === 'timepicker') return native('time', entry?.selected_time ?? one.initial_time, marks, changed);
  if (one.type === 'datetimepicker') return dateTime(entry?.selected_date_time ?? one.initial_date_time, marks, changed);
  if (one.type === 'radio_buttons' || one.type === 'checkboxes') return choices(one, entry, marks, changed);
  if (one.type === 'external_select' || one.type === 'multi_external_select') return external(one, entry, marks, changed, place);
  if (one.type === 'file_input') return fileInput(one, entry, marks);
  if (one.type.startsWith('multi_')) return many(one, entry, marks, changed);
  if (one.type.endsWith('_select')) return select(one, entry, marks, changed);
  return null;
}

function textInput(one, entry, marks, changed, options) {
  const value = (one.type === 'rich_text_input' ? richToText(entry?.rich_text_value ?? one.initial_value) : entry?.value ?? one.initial_value) ?? '';
  const multiline = one.multiline || one.type === 'rich_text_input';
  const node = h(multiline ? 'textarea' : 'input', {
    ...marks, type: multiline ? undefined : TEXT_TYPES[one.type], placeholder: plain(one.placeholder) || undefined,
    rows: multiline ? 5 : undefined, maxlength: one.max_length, inputmode: one.type === 'number_input' ? 'decimal' : undefined,
    autofocus: one.focus_on_load, value,
  });
  const read = () => {
    if (!node.value) return null;
    return one.type === 'rich_text_input' ? textToRich(node.value) : node.value;
  };
  const on = one.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  if (options.acts && on.includes('on_character_entered')) node.addEventListener('input', () => changed(read()));
  if (options.acts && on.includes('on_enter_pressed')) {
    node.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); changed(read()); }
    });
  }
  return { node, read };
}

function richToText(rich) {
  return rich ? (rich.elements ?? []).flatMap((part) => (part.elements ?? []).map((one) => one.text ?? '')).join('\n') : '';
}

function textToRich(text) {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}

function native(type, value, marks, changed) {
  const node = h('input', { ...marks, type, value: value ?? '' });
  node.addEventListener('change', () => changed(node.value || null));
  return { node, read: () => node.value || null };
}

function dateTime(seconds, marks, changed) {
  const local = seconds ? new Date(seconds * 1000 - new Date(seconds * 1000).getTimezoneOffset() * 60000).toISOString().slice(0, 16) : '';
  const node = h('input', { ...marks, type: 'datetime-local', value: local });
  const read = () => (node.value ? Math.floor(new Date(node.value).getTime() / 1000) : null);
  node.addEventListener('change', () => changed(read()));
  return { node, read };
}

function choices(one, entry, marks, changed) {
  const single = one.type === 'radio_buttons';
  const picked = single
    ? [entry ? entry.selected_option : one.initial_option].filter(Boolean)
    : entry?.selected_options ?? one.initial_options ?? [];
  const name = freshId('choice');
  const boxes = one.options.map((option) => h('input', {
    type: single ? 'radio' : 'checkbox', name, value: option.value, id: freshId('option'),
    checked: picked.some((other) => other.value === option.value),
  }));
  const read = () => {
    const values = boxes.filter((box) => box.checked).map((box) => box.value);
    return single ? values[0] ?? null : values;
  };
  const node = h('div', { ...marks, role: single ? 'radiogroup' : 'group', class: 'choices' }, boxes.map((box, index) => {
    const option = one.options[index];
    box.addEventListener('change', () => changed(read()));
    return h('div', { class: 'choice' }, box, h('label', { for: box.id }, textNodes(option.text),
      option.description ? h('span', { class: 'describes' }, textNodes(option.description)) : null));
  }));
  return { node, read };
}

function optionsOf(one) {
  if (one.type.includes('users')) {
    return [...state.people.values()].filter((person) => !person.deleted).map((person) => ({ value: person.id, label: person.real_name }));
  }
  if (one.type.includes('channels') || one.type.includes('conversations')) {
    return [...state.conversations.values()]
      .filter((conversation) => !conversation.is_direct || one.type.includes('conversations'))
      .map((conversation) => ({
        value: conversation.id, label: conversation.is_direct ? personName(conversation.with) : `#${conversation.name}`,
      }));
  }
  return (one.options ?? []).map((option) => ({ value: option.value, label: plain(option.text) }));
}

const ID_FIELDS = { users_select: 'user', channels_select: 'channel', conversations_select: 'conversation' };

function select(one, entry, marks, changed) {
  const field = ID_FIELDS[one.type];
  let current = field ? (entry ? entry[`selected_${field}`] : one[`initial_${field}`]) : (entry ? entry.selected_option : one.initial_option)?.value;
  if (one.default_to_current_conversation && current === undefined) current = state.open;
  const node = h('select', marks, h('option', { value: '' }, plain(one.placeholder) || 'Välj …'));
  if (one.option_groups?.length) {
    for (const group of one.option_groups) {
      node.append(h('optgroup', { label: plain(group.label) }, group.options.map((option) => h('option', { value: option.value }, plain(option.text)))));
    }
  } else {
    node.append(...optionsOf(one).map((option) => h('option', { value: option.value }, option.label)));
  }
  node.value = current ?? '';
  node.addEventListener('change', () => { if (node.value) changed(node.value); });
  return { node, read: () => node.value || null };
}

function many(one, entry, marks, changed) {
  const field = ID_FIELDS[one.type.slice('multi_'.length)];
  const current = field
    ? (entry ? entry[`selected_${field}s`] : one[`initial_${field}s`]) ?? []
    : ((entry ? entry.selected_options : one.initial_options) ?? []).map((option) => option.value);
  const options = one.option_groups?.length
    ? one.option_groups.flatMap((group) => group.options.map((option) => ({ value: option.value, label: plain(option.text) })))
    : optionsOf(one);
  const boxes = options.map((option) => h('input', { type: 'checkbox', value: option.value, id: freshId('option'), checked: current.includes(option.value) }));
  const read = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const limit = () => {
    const full = one.max_selected_items && read().length >= one.max_selected_items;
    for (const box of boxes) box.disabled = Boolean(full) && !box.checked;
  };
  const node = h('div', { ...marks, role: 'group', class: 'choices many' }, boxes.map((box, index) => {
    box.addEventListener('change', () => { limit(); changed(read()); });
    return h('div', { class: 'choice' }, box, h('label', { for: box.id }, options[index].label));
  }));
  limit();
  return { node, read };
}

function external(one, entry, marks, changed, place) {
  const several = one.type.startsWith('multi_');
  let picked = several
    ? (entry ? entry.selected_options : one.initial_options) ?? []
    : [entry ? entry.selected_option : one.initial_option].filter(Boolean);
  const shown = h('p', { class: 'picked' });
  const results = h('div', { class: 'choices', role: 'group', 'aria-label': 'Träffar' });
  const typed = h('input', { ...marks, type: 'text', placeholder: plain(one.placeholder) || 'Skriv för att söka', autocomplete: 'off' });
  const draw = () => { shown.textContent = picked.map((option) => plain(option.text)).join(', '); };
  const search = async () => {
    if (typed.value.length < (one.min_query_length ?? 3)) return;
    const options = await place.suggest(one.action_id, typed.value);
    results.replaceChildren(...options.map((option) => h('button', {
      type: 'button', class: 'button', onclick: () => {
        picked = several ? [...picked.filter((other) => other.value !== option.value), option] : [option];
        results.replaceChildren();
        typed.value = '';
        draw();
        changed(several ? picked : picked[0]);
      },
    }, plain(option.text))));
  };
  let waiting;
  typed.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(search, 250); });
  draw();
  return { node: h('div', { class: 'external' }, shown, typed, results), read: () => (several ? picked : picked[0] ?? null) };
}
