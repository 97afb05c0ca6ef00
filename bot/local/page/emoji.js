// The emoji names that are shown as pictures; others stay as `:name:`.

const EMOJI = {
  white_check_mark: '✅', heavy_check_mark: '✔️', ballot_box_with_check: '☑️', x: '❌', warning: '⚠️',
  exclamation: '❗', question: '❓', information_source: 'ℹ️', eyes: '👀', bulb: '💡', bell: '🔔', pushpin: '📌',
  round_pushpin: '📍', paperclip: '📎', link: '🔗', memo: '📝', pencil: '✏️', pencil2: '✏️', page_facing_up: '📄',
  bookmark_tabs: '📑', bookmark: '🔖', books: '📚', book: '📖', clipboard: '📋', file_folder: '📁', open_file_folder: '📂',
  calendar: '📅', date: '📅', spiral_calendar_pad: '🗓️', alarm_clock: '⏰', hourglass: '⌛', hourglass_flowing_sand: '⏳',
  clock3: '🕒', stopwatch: '⏱️', mag: '🔍', mag_right: '🔎', scales: '⚖️', classical_building: '🏛️', office: '🏢',
  busts_in_silhouette: '👥', bust_in_silhouette: '👤', speech_balloon: '💬', thought_balloon: '💭', mega: '📣', loudspeaker: '📢',
  '+1': '👍', thumbsup: '👍', '-1': '👎', thumbsdown: '👎', wave: '👋', clap: '👏', raised_hands: '🙌', pray: '🙏', ok_hand: '👌',
  tada: '🎉', heart: '❤️', star: '⭐', sparkles: '✨', fire: '🔥', rocket: '🚀', zap: '⚡', trophy: '🏆', dart: '🎯',
  smile: '😄', slightly_smiling_face: '🙂', thinking_face: '🤔', sweat_smile: '😅', sob: '😭', robot_face: '🤖',
  red_circle: '🔴', large_yellow_circle: '🟡', large_green_circle: '🟢', large_orange_circle: '🟠', large_blue_circle: '🔵',
  white_circle: '⚪', black_circle: '⚫', checkered_flag: '🏁', triangular_flag_on_post: '🚩', construction: '🚧',
  lock: '🔒', key: '🔑', wastebasket: '🗑️', gear: '⚙️', wrench: '🔧', chart_with_upwards_trend: '📈', bar_chart: '📊',
  arrow_right: '➡️', arrow_forward: '▶️', arrows_counterclockwise: '🔄', no_entry: '⛔', no_entry_sign: '🚫', new: '🆕',
  one: '1️⃣', two: '2️⃣', three: '3️⃣', four: '4️⃣', five: '5️⃣', inbox_tray: '📥', outbox_tray: '📤', email: '✉️', newspaper: '📰',
};

/** The picture of an emoji name, or the name between colons. */
export function emoji(name) {
  return EMOJI[name.replace(/::skin-tone-\d$/, '')] ?? `:${name}:`;
}

const SPOKEN = {
  '+1': 'tumme upp', eyes: 'ögon', white_check_mark: 'klart', tada: 'grattis', heart: 'hjärta', thinking_face: 'fundersam', '-1': 'tumme ner',
};

/** What an emoji is called where it is read out. */
export function spoken(name) {
  return SPOKEN[name] ?? name.replaceAll('_', ' ');
}

/** Emoji that are offered as reactions. */
export const REACTIONS = ['+1', 'eyes', 'white_check_mark', 'tada', 'heart', 'thinking_face'];
