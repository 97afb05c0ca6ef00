// Block Kit as DOM nodes.

import { alert, card, container, plan, task, video } from './cards.js';
import { dated } from './dates.js';
import { freshId, h, link } from './dom.js';
import { element, input, picture, plain, textNodes } from './elements.js';
import { emoji } from './emoji.js';
import { channel, markdown, mention, usergroup } from './mrkdwn.js';
import { state } from './state.js';

/** Draw blocks in a place (see elements.js); an unknown block is named rather than hidden. */
export function blocks(list, place) {
  return list.map((block) => {
    const draw = BLOCKS[block.type];
    try {
      if (draw) return draw(block, place);
    } catch (error) {
      console.warn(`${block.type}: ${error.message}`); // one block of an unforeseen shape must not hide a conversation
    }
    return h('p', { class: 'unknown' }, `[Blocket ${block.type} visas inte här]`);
  });
}

const BLOCKS = {
  section: (block, place) => h('div', { class: 'section' },
    h('div', { class: 'section-body' },
      block.text ? h('div', { class: 'prose' }, textNodes(block.text)) : null,
      block.fields ? h('div', { class: 'fields' }, block.fields.map((field) => h('div', { class: 'prose' }, textNodes(field)))) : null),
    block.accessory ? h('div', { class: 'accessory' }, element(block, block.accessory, place)) : null),
  divider: () => h('hr'),
  header: (block) => h('p', { class: 'heading level-1', role: 'heading', 'aria-level': '2' }, plain(block.text)),
  context: (block) => h('div', { class: 'context' }, block.elements.map((one) => (
    one.type === 'image' ? picture(one, 'tiny') : h('span', { class: 'prose' }, textNodes(one))))),
  actions: (block, place) => h('div', { class: 'actions' }, block.elements.map((one) => element(block, one, place))),
  context_actions: (block, place) => h('div', { class: 'actions subtle' }, block.elements.map((one) => element(block, one, place))),
  image: (block) => h('figure', {}, block.title ? h('figcaption', {}, plain(block.title)) : null, picture(block, 'image'),
    block.image_url && !block.image_url.startsWith('data:') ? h('p', { class: 'hint' }, link(block.image_url, 'Öppna bilden')) : null),
  input: field,
  rich_text: (block) => h('div', { class: 'prose' }, richText(block)),
  markdown: (block) => h('div', { class: 'prose markdown' }, markdown(block.text)),
  table,
  video,
  file: (block) => h('p', { class: 'unknown' }, `Fil: ${block.external_id}`),
  alert,
  card,
  carousel: (block, place) => h('div', { class: 'cards', tabindex: '0', role: 'group', 'aria-label': 'Kort' }, blocks(block.elements, place)),
  container,
  task_card: task,
  plan,
};

function field(block, place) {
  const labelId = freshId('label');
  const hintId = freshId('hint');
  const errorId = freshId('error');
  const control = input(block, block.element, place, {
    labelId, describedBy: `${hintId} ${errorId}`, acts: Boolean(block.dispatch_action),
  });
  const single = control?.matches('input, select, textarea') ? control : control?.querySelector(':scope > input[data-action]');
  if (single) single.id = freshId('input');
  return h('div', { class: 'field', 'data-block': block.block_id },
    h(single ? 'label' : 'p', { class: 'label', id: labelId, for: single?.id },
      plain(block.label), block.optional ? h('span', { class: 'hint' }, ' (valfritt)') : null),
    control,
    h('p', { class: 'hint', id: hintId }, plain(block.hint)),
    h('p', { class: 'error', id: errorId }));
}

/** A rich text object as nodes. */
export function richText(block) {
  return block.elements.map(rich);
}

function rich(part) {
  const inner = () => part.elements.map(piece);
  switch (part.type) {
    case 'rich_text_section': return h('p', {}, inner());
    case 'rich_text_quote': return h('blockquote', {}, inner());
    case 'rich_text_preformatted': return h('pre', {}, h('code', {}, inner()));
    case 'rich_text_list': return h(part.style === 'ordered' ? 'ol' : 'ul', {
      class: part.indent ? `indent-${Math.min(part.indent, 5)}` : undefined, start: part.offset ? part.offset + 1 : undefined,
    }, part.elements.map((one) => h('li', {}, one.elements.map(piece))));
    default: return h('p', { class: 'unknown' }, `[${part.type}]`);
  }
}

function piece(one) {
  return styled(raw(one), one.style ?? {});
}

function raw(one) {
  switch (one.type) {
    case 'text': return one.text.split('\n').flatMap((line, index) => (index ? [h('br'), line] : [line]));
    case 'link': return [link(one.url, one.text)];
    case 'user': return [mention(one.user_id)];
    case 'channel': return [channel(one.channel_id)];
    case 'usergroup': return [usergroup(one.usergroup_id)];
    case 'broadcast': return [h('span', { class: 'mention' }, `@${one.range}`)];
    case 'emoji': return [one.unicode ? String.fromCodePoint(...one.unicode.split('-').map((code) => parseInt(code, 16))) : emoji(one.name)];
    case 'date': return [one.url ? link(one.url, dated(one.timestamp, one.format, one.fallback)) : dated(one.timestamp, one.format, one.fallback)];
    case 'color': return [one.value];
    case 'team': return [state.team.name];
    default: return [];
  }
}

function styled(nodes, style) {
  let wrapped = nodes;
  for (const [name, tag] of [['code', 'code'], ['strike', 's'], ['italic', 'em'], ['underline', 'u'], ['bold', 'strong']]) {
    if (style[name]) wrapped = [h(tag, {}, wrapped)];
  }
  return wrapped;
}

function table(block) {
  const align = (index) => block.column_settings?.[index]?.align;
  const cell = (tag, one, index) => h(tag, {
    class: [align(index) ?? (one.type === 'raw_number' ? 'right' : ''), block.column_settings?.[index]?.is_wrapped ? 'wrapped' : ''].filter(Boolean).join(' ') || undefined,
    scope: tag === 'th' ? 'col' : undefined,
  }, one.type === 'rich_text' ? one.elements.flatMap((part) => part.elements.map(piece)) : one.text);
  const [head, ...rows] = block.rows;
  return h('div', { class: 'table', tabindex: '0', role: 'group', 'aria-label': 'Tabell' }, h('table', {},
    h('thead', {}, h('tr', {}, head.map((one, index) => cell('th', one, index)))),
    h('tbody', {}, rows.map((row) => h('tr', {}, row.map((one, index) => cell('td', one, index)))))));
}
