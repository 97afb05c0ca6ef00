// Where an interactive element stands: in a message, in a modal or in App Home.

import { expectReply, state } from './state.js';
import { act, tryTo } from './server.js';

/** The values of inputs that were registered, by block id and action id. */
export class Fields {
  constructor() {
    this.readers = [];
  }

  /** Register an input. */
  register(block, element, read) {
    this.readers.push([block.block_id, element.action_id, read]);
  }

  /** Return every value: block id → action id → what was chosen. */
  read() {
    const values = {};
    for (const [blockId, actionId, read] of this.readers) (values[blockId] ??= {})[actionId] = read();
    return values;
  }
}

/** The place of a message's elements. */
export function placeInMessage(message) {
  const place = placeIn({ channel: message.channel, ts: message.ts }, message.values);
  return { ...place, use: (...used) => { expectReply(message); return place.use(...used); } };
}

/** The place of a view's elements; `fields` holds its inputs. */
export function placeInView(view, fields) {
  return placeIn({ view_id: view.id }, view.values, fields);
}

function placeIn(target, values, fields = new Fields()) {
  return {
    name: target.view_id ?? `${target.channel}/${target.ts}`,
    values,
    field: (block, element, read) => fields.register(block, element, read),
    use: (blockId, actionId, value) => tryTo('click', {
      user: state.user, ...target, block_id: blockId, action_id: actionId, value, values: fields.read(),
    }),
    suggest: async (actionId, typed) => (await act('suggest', { user: state.user, ...target, action_id: actionId, typed })).options,
  };
}
