// Files in messages: pictures in place, anything else as a card to download.

import { h } from './dom.js';
import { icon } from './icons.js';
import { state } from './state.js';

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Where the page gets a file from. */
export function addressOf(file) {
  return `/page/file/${encodeURIComponent(file.id)}?${new URLSearchParams({ user: state.user })}`;
}

/** Draw a file of a message. */
export function fileCard(file) {
  if (file.mode === 'tombstone') return h('p', { class: 'hint' }, 'Filen är borttagen.');
  const address = addressOf(file);
  if (PICTURES.has(file.mimetype)) {
    return h('a', { href: address, target: '_blank', rel: 'noopener' }, h('img', { class: 'image', src: address, alt: file.alt_txt || file.title || file.name }));
  }
  return h('a', { class: 'file', href: address, download: file.name },
    icon('file'), h('span', {}, h('strong', {}, file.title || file.name), h('span', { class: 'hint' }, `${file.pretty_type}, ${size(file.size)}`)));
}

function size(bytes) {
  if (bytes < 1000) return `${bytes} byte`;
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${amount.toLocaleString('sv-SE', { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${unit}`;
}
