// Slack's own markup (mrkdwn) and standard Markdown, as DOM nodes.

import { dated } from './dates.js';
import { h, link } from './dom.js';
import { emoji } from './emoji.js';
import { personName, state } from './state.js';

const MRKDWN = [
  [/```\n?([\s\S]+?)```/y, (m) => h('pre', {}, h('code', {}, unescape(m[1].replace(/\n$/, ''))))],
  [/`([^`\n]+)`/y, (m) => h('code', {}, unescape(m[1]))],
  [/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/y, entity],
  [/:([a-z0-9_+'-]+(?:::skin-tone-\d)?):/y, (m) => emoji(m[1])],
  [/\*(?!\s)([^*\n]*[^*\s])\*(?![\p{L}\p{N}*])/uy, (m) => h('strong', {}, inline(m[1])), true],
  [/_(?!\s)([^_\n]*[^_\s])_(?![\p{L}\p{N}_])/uy, (m) => h('em', {}, inline(m[1])), true],
  [/~(?!\s)([^~\n]*[^~\s])~(?![\p{L}\p{N}~])/uy, (m) => h('s', {}, inline(m[1])), true],
  [/\n/y, () => h('br')],
];

/** Slack markup as nodes: quoted lines become quotes, lines with a point hang beside it, all else is inline. */
export function mrkdwn(text) {
  const nodes = [];
  let plain = [];
  let quoted = [];
  const flush = () => {
    if (quoted.length) nodes.push(h('blockquote', {}, inline(quoted.join('\n'))));
    if (plain.length) nodes.push(...inline(plain.join('\n')));
    plain = [];
    quoted = [];
  };
  let inCode = false;
  for (const line of String(text).split('\n')) {
    const quote = !inCode && /^(?:&gt;|>)\s?(.*)$/.exec(line);
    if ((line.match(/```/g) ?? []).length % 2) inCode = !inCode;
    if (quote) {
      if (plain.length) flush();
      quoted.push(quote[1]);
    } else if (!inCode && /^[•◦] /.test(line)) {
      flush();
      nodes.push(h('span', { class: 'bullet' }, inline(line))); // text that wraps stays beside its point
    } else {
      if (quoted.length) flush();
      plain.push(line);
    }
  }
  flush();
  return nodes;
}

function inline(text) {
  return scan(text, MRKDWN, unescape);
}

/** Run rules over a text from left to right; what no rule takes is plain. */
function scan(text, rules, plainly) {
  const nodes = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const rule = rules.find(([pattern, , needsEdge]) => {
      if (needsEdge && at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1])) return false;
      pattern.lastIndex = at;
      return pattern.test(text);
    });
    if (!rule) {
      plain += text[at];
      at += 1;
      continue;
    }
    rule[0].lastIndex = at;
    const match = rule[0].exec(text);
    if (plain) nodes.push(plainly(plain));
    plain = '';
    nodes.push(rule[1](match));
    at += match[0].length;
  }
  if (plain) nodes.push(plainly(plain));
  return nodes.flat();
}

function entity(match) {
  const [, sign, target, label] = match;
  if (sign === '@') return mention(target, label);
  if (sign === '#') return channel(target, label);
  if (sign === '!') {
    if (target.startsWith('date^')) {
      const [, seconds, format, url] = target.split('^');
      const written = dated(Number(seconds), format, label && unescape(label));
      return url ? link(unescape(url), written) : written;
    }
    if (target.startsWith('subteam^')) return usergroup(target.slice('subteam^'.length), label && unescape(label));
    return h('span', { class: 'mention' }, `@${target}`);
  }
  return link(unescape(target), label ? unescape(label) : unescape(target).replace(/^mailto:/, ''));
}

/** A mention of a person. */
export function mention(id, label) {
  const mine = id === state.user ? ' mine' : '';
  const name = state.people.has(id) ? personName(id) : label || id;
  return h('span', { class: `mention${mine}` }, `@${name}`);
}

/** A mention of a group, by its handle. */
export function usergroup(id, label) {
  const handle = state.usergroups.get(id);
  return h('span', { class: 'mention' }, handle ? `@${handle}` : label || '@grupp');
}

/** A mention of a channel. */
export function channel(id, label) {
  const known = state.conversations.get(id);
  if (!known) return h('span', { class: 'mention' }, `#${label || id}`);
  return h('a', { class: 'mention', href: `#${id}` }, `#${known.name || label || id}`);
}

/** Turn Slack's three escapes back into characters. */
export function unescape(text) {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

const MARKDOWN = [
  [/\\([\\`*_{}[\]()#+\-.!~|>])/y, (m) => m[1]],
  [/`([^`]+)`/y, (m) => h('code', {}, m[1])],
  [/!?\[([^\]]*)\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/y, (m) => link(m[2], m[1])],
  [/<(https?:\/\/[^\s<>]+)>/y, (m) => link(m[1])],
  [/<([@#!])([^<>|]*)(?:\|([^<>]*))?>/y, entity],
  [/https?:\/\/[^\s<>()]*[^\s<>().,;:!?]/y, (m) => link(m[0])],
  [/\*\*(?!\s)([\s\S]*?[^\s])\*\*/y, (m) => h('strong', {}, markdownInline(m[1]))],
  [/__(?!\s)([\s\S]*?[^\s])__/y, (m) => h('strong', {}, markdownInline(m[1])), true],
  [/~~(?!\s)([\s\S]*?[^\s])~~/y, (m) => h('s', {}, markdownInline(m[1]))],
  [/\*(?!\s)([^*\n]*[^*\s])\*/y, (m) => h('em', {}, markdownInline(m[1]))],
  [/_(?!\s)([^_\n]*[^_\s])_(?![\p{L}\p{N}])/uy, (m) => h('em', {}, markdownInline(m[1])), true],
  [/:([a-z0-9_+-]+):/y, (m) => emoji(m[1])],
  [/\n/y, () => h('br')],
];

function markdownInline(text) {
  return scan(text, MARKDOWN, (plain) => unescape(plain));
}

/** Standard Markdown as nodes: headings, lists, quotes, code, tables, paragraphs. */
export function markdown(text) {
  const lines = String(text).replace(/\r\n?/g, '\n').split('\n');
  const nodes = [];
  let at = 0;
  const take = (test) => {
    const taken = [];
    while (at < lines.length && test(lines[at])) taken.push(lines[at++]);
    return taken;
  };
  while (at < lines.length) {
    const line = lines[at];
    const fence = /^\s*(```|~~~)/.exec(line);
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    if (!line.trim()) {
      at += 1;
    } else if (fence) {
      at += 1;
      const code = take((one) => !one.trim().startsWith(fence[1]));
      at += 1;
      nodes.push(h('pre', {}, h('code', {}, code.join('\n'))));
    } else if (heading) {
      at += 1;
      nodes.push(h('p', { class: `heading level-${heading[1].length}`, role: 'heading', 'aria-level': '2' }, markdownInline(heading[2])));
    } else if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
      at += 1;
      nodes.push(h('hr'));
    } else if (/^\s*>/.test(line)) {
      nodes.push(h('blockquote', {}, markdown(take((one) => /^\s*>/.test(one)).map((one) => one.replace(/^\s*> ?/, '')).join('\n'))));
    } else if (LIST.test(line)) {
      nodes.push(list(take((one) => LIST.test(one) || /^\s+\S/.test(one))));
    } else if (line.includes('|') && /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(lines[at + 1] ?? '')) {
      nodes.push(table(take((one) => one.includes('|'))));
    } else {
      const starts = (one) => !one.trim() || /^\s*(>|```|~~~)|^#{1,6}\s/.test(one) || LIST.test(one);
      const first = lines[at++];
      nodes.push(h('p', {}, markdownInline([first, ...take((one) => !starts(one))].map((one) => one.trim()).join('\n'))));
    }
  }
  return nodes;
}

const LIST = /^(\s*)([-*+•]|\d+[.)])\s+(.*)$/;

function list(lines) {
  const depth = LIST.exec(lines[0])[1].length;
  const ordered = /\d/.test(LIST.exec(lines[0])[2]);
  const items = [];
  for (const line of lines) {
    const match = LIST.exec(line);
    if (match && match[1].length <= depth) items.push({ text: match[3], inner: [] });
    else items.at(-1).inner.push(line);
  }
  const start = ordered ? parseInt(LIST.exec(lines[0])[2], 10) : undefined;
  return h(ordered ? 'ol' : 'ul', { start }, items.map(({ text, inner }) => {
    const nested = inner.findIndex((one) => LIST.test(one));
    const more = (nested < 0 ? inner : inner.slice(0, nested)).map((one) => one.trim());
    const [, box, rest] = /^\[([ xX])\]\s+(.*)$/s.exec(text) ?? [null, null, text];
    const done = box && (box === ' ' ? '☐ ' : '☑ ');
    return h('li', { class: box ? 'to-do' : undefined }, done && h('span', { role: 'img', 'aria-label': box === ' ' ? 'ej klart' : 'klart' }, done), markdownInline([rest, ...more].join('\n')), nested < 0 ? null : list(inner.slice(nested)));
  }));
}

function table(lines) {
  const rows = lines.map((line) => line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((cell) => cell.trim()));
  const [head, , ...body] = rows;
  return h('div', { class: 'table', tabindex: '0', role: 'group', 'aria-label': 'Tabell' },
    h('table', {},
      h('thead', {}, h('tr', {}, head.map((cell) => h('th', { scope: 'col' }, markdownInline(cell))))),
      h('tbody', {}, body.map((row) => h('tr', {}, row.map((cell) => h('td', {}, markdownInline(cell))))))));
}
