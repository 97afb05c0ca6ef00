// Small things on top of the page: menus and yes-or-no questions.

import { add, h } from './dom.js';

let closeOpen = () => {};

/** Open a menu at a button: items `{label, run, danger}`; arrow keys, Home, End and Escape work. */
export function openMenu(anchor, items) {
  closeOpen();
  const menu = h('div', { class: 'menu', role: 'menu' }, items.map((item) => h('button', {
    type: 'button', role: 'menuitem', tabindex: '-1', class: item.danger ? 'danger' : undefined,
    onclick: () => { close(); item.run(); },
  }, item.label)));
  const host = anchor.closest('dialog, main, #panel, nav, header') ?? document.body;
  const close = (refocus = true) => {
    menu.remove();
    document.removeEventListener('pointerdown', outside, true);
    anchor.setAttribute('aria-expanded', 'false');
    closeOpen = () => {};
    if (refocus) anchor.focus();
  };
  const outside = (event) => { if (!menu.contains(event.target)) close(false); };
  menu.addEventListener('keydown', (event) => {
    const buttons = [...menu.children];
    const at = buttons.indexOf(document.activeElement);
    const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (step !== undefined) buttons.at(step % buttons.length).focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  host.append(menu);
  const box = anchor.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  menu.style.top = `${Math.max(8, Math.min(box.bottom + 4, innerHeight - size.height - 8))}px`;
  const fits = box.left + size.width < innerWidth - 16;
  menu.style.left = `${fits ? box.left : Math.max(8, box.right - size.width)}px`;
  anchor.setAttribute('aria-expanded', 'true');
  closeOpen = close;
  document.addEventListener('pointerdown', outside, true);
  menu.firstElementChild?.focus();
}

/** Ask a yes-or-no question; resolves to the answer. */
export function askFirst({ title, text, yes, no, danger }) {
  const dialog = document.getElementById('question');
  return new Promise((resolve) => {
    dialog.replaceChildren();
    add(dialog, h('form', { method: 'dialog', class: 'question' },
      h('h2', { id: 'question-title' }, title),
      h('div', { class: 'prose' }, text),
      h('div', { class: 'dialog-buttons' },
        h('button', { type: 'submit', value: 'no', class: 'button' }, no),
        h('button', { type: 'submit', value: 'yes', class: `button ${danger ? 'danger' : 'primary'}` }, yes))));
    dialog.returnValue = 'no';
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
    dialog.showModal();
  });
}
