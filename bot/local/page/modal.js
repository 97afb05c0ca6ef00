// A modal: fields, errors at the fields, and what the app answers.

import { blocks } from './blocks.js';
import { announce, h, notify } from './dom.js';
import { plain } from './elements.js';
import { icon } from './icons.js';
import { Fields, placeInView } from './places.js';
import { Refused, act, tryTo } from './server.js';
import { state } from './state.js';

let drawn = null;

/** Show the modal of the state, or none. */
export function updateModal() {
  const dialog = document.getElementById('modal');
  const view = state.view;
  if (!view) {
    drawn = null;
    if (dialog.open) dialog.close();
    return;
  }
  if (drawn?.id === view.id && drawn.hash === view.hash) return;
  const before = drawn?.id === view.id ? drawn.fields.read() : null;
  const focused = dialog.contains(document.activeElement) ? document.activeElement.dataset.action : null;
  draw(dialog, view, before);
  if (!dialog.open) dialog.showModal();
  const first = focused ? dialog.querySelector(`[data-action="${CSS.escape(focused)}"]`) : dialog.querySelector('[autofocus], .modal-body input, .modal-body textarea, .modal-body select');
  (first ?? dialog.querySelector('.modal-body')).focus();
}

function draw(dialog, view, before) {
  const fields = new Fields();
  const place = placeInView(view, fields);
  const body = h('div', { class: 'modal-body', tabindex: '-1' }, blocks(view.blocks, place));
  keepTyped(body, view, before);
  const form = h('form', { novalidate: true, onsubmit: (event) => { event.preventDefault(); submit(view, fields, form); } },
    h('div', { class: 'modal-top' },
      h('h2', { id: 'modal-title' }, plain(view.title)),
      h('button', { type: 'button', class: 'quiet', 'aria-label': 'Stäng', onclick: () => shut(view, true) }, icon('close'))),
    body,
    h('div', { class: 'dialog-buttons' },
      h('button', { type: 'button', class: 'button', onclick: () => shut(view, false) }, plain(view.close) || 'Avbryt'),
      view.submit ? h('button', { type: 'submit', class: 'button primary' }, plain(view.submit)) : null));
  dialog.replaceChildren(form);
  dialog.oncancel = (event) => { event.preventDefault(); shut(view, true); };
  drawn = { id: view.id, hash: view.hash, fields };
}

/** After an update from the app, keep what was typed in text boxes that are still there. */
function keepTyped(body, view, before) {
  if (!before) return;
  for (const field of body.querySelectorAll('[data-block] input[data-action], [data-block] textarea[data-action]')) {
    const value = before[field.closest('[data-block]').dataset.block]?.[field.dataset.action];
    if (typeof value === 'string' && !field.value) field.value = value;
  }
}

async function submit(view, fields, form) {
  const button = form.querySelector('[type=submit]');
  button.disabled = true;
  try {
    const done = await act('submit', { user: state.user, view_id: view.id, values: fields.read() });
    showErrors(form, done.errors);
  } catch (error) {
    notify(error instanceof Refused ? error.message : 'Arbetsytan svarar inte.');
  }
  button.disabled = false;
}

function showErrors(form, errors) {
  for (const field of form.querySelectorAll('.field')) {
    const text = errors[field.dataset.block] ?? '';
    field.querySelector(':scope > .error').textContent = text;
    field.classList.toggle('wrong', Boolean(text));
    for (const control of field.querySelectorAll('input, select, textarea')) {
      if (text) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    }
  }
  const first = form.querySelector('.field.wrong input, .field.wrong select, .field.wrong textarea');
  if (first) {
    first.focus();
    announce(Object.values(errors).join(' '));
  }
}

function shut(view, everything) {
  tryTo('close', { user: state.user, view_id: view.id, everything });
}
