// Talks to the workspace: asks, acts, listens.

import { notify } from './dom.js';

const PATIENCE_MS = 2000;
const REASONS = {
  app_did_not_answer: 'Appen svarade inte inom tre sekunder. Försök igen om en stund.',
  not_in_channel: 'Du är inte med i kanalen.',
  no_text: 'Skriv något först.',
  file_too_large: 'Filen är större än 50 MB. Välj en mindre.',
  file_is_empty: 'Filen är tom.',
  unknown_command: 'Kommandot finns inte.',
  cant_update_message: 'Du kan bara ändra dina egna meddelanden.',
  cant_delete_message: 'Du kan bara ta bort dina egna meddelanden.',
};

/** An act that the workspace refused, or that the app did not answer. */
export class Refused extends Error {
  constructor(code) {
    super(REASONS[code] ?? `Det gick inte (${code}).`);
    this.code = code;
  }
}

/** Fetch JSON. */
export async function ask(path, query) {
  const answer = await fetch(`/page/${path}?${new URLSearchParams(query)}`);
  if (!answer.ok) throw new Refused(`http_${answer.status}`);
  return answer.json();
}

/** Do something; throws Refused. */
export async function act(name, body) {
  const answer = await fetch(`/page/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answered = await answer.json().catch(() => ({ error: `http_${answer.status}` }));
  if (!answer.ok) throw new Refused(answered.error);
  return answered;
}

/** Upload a file; returns its id, or `undefined` after a notice. */
export async function upload(user, file) {
  try {
    const answer = await fetch(`/page/upload?${new URLSearchParams({ user, name: file.name })}`, {
      method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file,
    });
    const answered = await answer.json().catch(() => ({ error: `http_${answer.status}` }));
    if (!answer.ok) throw new Refused(answered.error);
    return answered.id;
  } catch (error) {
    notify(error instanceof Refused ? error.message : 'Filen kunde inte skickas. Är arbetsytan igång?');
    return undefined;
  }
}

/** Do something; a refusal becomes a notice and `undefined`. */
export async function tryTo(name, body) {
  try {
    return await act(name, body);
  } catch (error) {
    notify(error instanceof Refused ? error.message : 'Arbetsytan svarar inte. Är den igång?');
    return undefined;
  }
}

/** Listen to changes for a user; returns how to stop. `onReady` runs on each (re)connection. */
export function listen(user, onChange, onReady) {
  const source = new EventSource(`/page/changes?${new URLSearchParams({ user })}`);
  const offline = document.getElementById('offline');
  let waiting;
  source.addEventListener('message', (event) => onChange(JSON.parse(event.data)));
  source.addEventListener('ready', () => { clearTimeout(waiting); waiting = undefined; offline.textContent = ''; onReady(); });
  source.addEventListener('error', () => {
    waiting ??= setTimeout(() => { offline.textContent = 'Arbetsytan svarar inte. Försöker igen …'; }, PATIENCE_MS);
  });
  return () => { clearTimeout(waiting); source.close(); };
}
