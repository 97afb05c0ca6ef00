// Builds DOM nodes; text always becomes a text node, never markup.

/** Make an element: attributes, `on…` listeners, then children (nodes, texts, lists, or nothing). */
export function h(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked') node[name] = value;
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  add(node, children);
  return node;
}

/** Add children to a node. */
export function add(node, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === undefined || child === null || child === false || child === '') continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

let lastId = 0;

/** Return an id that no other element has. */
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/** Text for screen readers only. */
export function unseen(text) {
  return h('span', { class: 'hidden' }, text);
}

/** Say something to screen readers. */
export function announce(text) {
  const announcer = document.getElementById('announcer');
  announcer.textContent = '';
  setTimeout(() => { announcer.textContent = text; }, 30);
}

const FOCUSABLE = 'button, a[href], input, select, textarea, summary, [tabindex="0"]';

/** Draw something anew without losing the reader's place: the focus goes to what replaced what had it, else to `otherwise`. */
export function keepFocus(node, redraw, otherwise = node) {
  const held = node.contains(document.activeElement) && document.activeElement;
  const all = () => [...node.querySelectorAll(FOCUSABLE)];
  const name = (one) => one.getAttribute('aria-label') || one.textContent;
  const at = held ? all().indexOf(held) : -1;
  const called = held && name(held);
  redraw();
  if (!held || held.isConnected) return;
  const now = all();
  const heir = now[at] && name(now[at]) === called ? now[at] : now.find((one) => name(one) === called);
  (heir ?? otherwise).focus({ preventScroll: true });
}

/** Show a short notice that anyone sees. */
export function notify(text) {
  const notice = h('p', { class: 'notice' }, text);
  document.getElementById('notices').append(notice);
  setTimeout(() => notice.remove(), 7000);
}

/** A link that opens elsewhere; an address that is not http, https or mailto becomes plain text. */
export function link(url, label) {
  if (!/^(https?:\/\/|mailto:)/i.test(url)) return document.createTextNode(label || url);
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label || url);
}
