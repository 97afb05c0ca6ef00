// Moments as Slack's clients write them: `{date_long}` and the like, in the reader's own time.

const DATES = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  date_short: { day: 'numeric', month: 'short', year: 'numeric' },
  date_long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
};
const NEAR = { '-1': 'igår', 0: 'idag', 1: 'imorgon' };
const UNITS = [['year', 31_536_000], ['month', 2_592_000], ['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]];

/** Write a moment (seconds since 1970) by a format; `fallback` when the format names what is not known. */
export function dated(seconds, format, fallback = '') {
  const at = new Date(seconds * 1000);
  let known = Number.isFinite(at.getTime());
  const written = String(format).replace(/\{(\w+)\}/g, (_, token) => {
    const [name, pretty] = token === 'day_divider_pretty' ? ['date_long', true] : [token.replace(/_pretty$/, ''), token.endsWith('_pretty')];
    if (name === 'ago' && known) return ago(at);
    if (!(name in DATES) || !known) { known = false; return ''; }
    return (pretty && NEAR[daysFromNow(at)]) || new Intl.DateTimeFormat('sv-SE', DATES[name]).format(at);
  });
  return known ? written : fallback || written;
}

function daysFromNow(at) {
  return Math.round((new Date(at).setHours(0, 0, 0, 0) - new Date().setHours(0, 0, 0, 0)) / 86_400_000);
}

function ago(at) {
  const seconds = (at - Date.now()) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat('sv', { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}
