// The blocks that hold others or tell of work: cards, alerts, videos, plans and their steps.

import { blocks, richText } from './blocks.js';
import { h, link, unseen } from './dom.js';
import { element, picture, plain, textNodes } from './elements.js';
import { markdown } from './mrkdwn.js';

/** A text object, or the bare string that some blocks have in its place, as nodes. */
function words(text) {
  return typeof text === 'string' ? [text] : textNodes(text);
}

function cardHeading(text) {
  return text ? h('p', { class: 'heading level-2', role: 'heading', 'aria-level': '2' }, words(text)) : null;
}

/** One card: picture, title, text and buttons. */
export function card(block, place) {
  return h('div', { class: 'card' },
    block.hero_image ? picture(block.hero_image, 'image') : null,
    h('div', { class: 'card-top' },
      block.icon ? picture(block.icon, 'thumbnail') : null,
      h('div', {}, cardHeading(block.title), block.subtitle ? h('p', { class: 'hint' }, words(block.subtitle)) : null)),
    block.body ? h('div', { class: 'prose' }, words(block.body)) : null,
    block.actions ? h('div', { class: 'actions' }, block.actions.map((one) => element(block, one, place))) : null);
}

/** Blocks in a frame of their own, folded when the app wants it. */
export function container(block, place) {
  const title = block.title ? words(block.title) : 'Mer';
  const inner = [block.subtitle ? h('p', { class: 'hint' }, words(block.subtitle)) : null, blocks(block.child_blocks ?? [], place)];
  if (block.is_collapsible) {
    return h('details', { class: 'card', open: !block.default_collapsed }, h('summary', {}, title), inner);
  }
  return h('div', { class: 'card' }, cardHeading(block.title), inner);
}

const LEVELS = { success: 'Klart', warning: 'Varning', error: 'Fel' };

/** A remark that stands out; its level is said in a word too. */
export function alert(block) {
  const level = LEVELS[block.level];
  return h('div', { class: `alert ${block.level ?? 'default'}` },
    h('div', { class: 'prose' }, level ? h('strong', { class: 'alert-level' }, level) : null, level ? ' ' : null, words(block.text)));
}

/** A video is not played here: its title leads to it. */
export function video(block) {
  const from = [block.author_name, block.provider_name].filter(Boolean).join(', ');
  return h('div', { class: 'card' },
    h('p', { class: 'heading level-2' }, link(block.title_url ?? block.video_url, plain(block.title)), unseen(' (film)')),
    from ? h('p', { class: 'hint' }, from) : null,
    block.description ? h('p', {}, words(block.description)) : null);
}

const STEPS = { pending: ['○', 'väntar'], in_progress: ['◐', 'pågår'], complete: ['✓', 'klart'], error: ['!', 'fel'] };

/** A step of work that the app reports. */
export function task(one) {
  const [sign, word] = STEPS[one.status] ?? STEPS.pending;
  const sources = (one.sources ?? []).filter((source) => source.url);
  return h('div', { class: `task ${one.status}` },
    h('p', {}, h('span', { 'aria-hidden': 'true' }, sign), ' ', words(one.title), ' ', h('span', { class: 'hint' }, `(${word})`)),
    [one.details, one.output].map((part) => (part ? h('div', { class: 'prose hint' }, typeof part === 'string' ? markdown(part) : richText(part)) : null)),
    sources.length ? h('p', { class: 'hint' }, sources.map((source, index) => [index ? ', ' : 'Källor: ', link(source.url, source.text)])) : null);
}

/** A plan: what the app is about to do, step by step. */
export function plan(block) {
  return h('div', { class: 'card' }, cardHeading(block.title), (block.tasks ?? []).map(task));
}
