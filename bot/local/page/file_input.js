// The file field of a form: files go to the workspace as they are chosen, their ids with the form.

import { announce, h, notify, unseen } from './dom.js';
import { icon } from './icons.js';
import { upload } from './server.js';
import { state } from './state.js';

/** Draw the field; `read` returns the ids of the files. */
export function fileInput(one, entry, marks) {
  const most = one.max_files ?? 10;
  const endings = (one.filetypes ?? []).map((ending) => `.${ending.toLowerCase()}`);
  let chosen = entry?.files ?? [];
  const list = h('ul', { class: 'staged', 'aria-label': 'Valda filer' });
  const picker = h('input', { ...marks, type: 'file', multiple: most > 1, accept: endings.join(',') || undefined });
  const draw = () => list.replaceChildren(...chosen.map((file) => h('li', {}, icon('file'), h('span', {}, file.name),
    h('button', {
      type: 'button', class: 'quiet',
      onclick: () => { chosen = chosen.filter((other) => other !== file); draw(); picker.focus(); },
    }, icon('close'), unseen(`Ta bort ${file.name}`)))));
  picker.addEventListener('change', async () => {
    const wanted = [...picker.files].filter((file) => !endings.length || endings.some((ending) => file.name.toLowerCase().endsWith(ending)));
    if (wanted.length < picker.files.length) notify(`Här går bara ${endings.join(', ')} att lämna.`);
    if (chosen.length + wanted.length > most) notify(`Här går högst ${most} ${most === 1 ? 'fil' : 'filer'} att lämna.`);
    picker.value = '';
    for (const file of wanted.slice(0, most - chosen.length)) {
      const id = await upload(state.user, file);
      if (id) chosen = [...chosen, { id, name: file.name }];
    }
    draw();
    announce(chosen.map((file) => file.name).join(', '));
  });
  draw();
  return { node: h('div', { class: 'file-input' }, picker, list), read: () => chosen.map((file) => file.id) };
}
