import {older} from './dom.js';
import {session} from './api.js';

const KEY = 'mirrorball-read-';
let read = {};

const place = (person, channel) => `${person}:${channel}`;

/** Remembers across reloads what was read, as long as this rehearsal lasts. */
export function remember() {
  read = JSON.parse(sessionStorage.getItem(KEY + session.state.server) || '{}');
}

/** Everything up to this message was read by the person at the page. */
export function markRead(channel, id) {
  const key = place(session.as, channel);
  if (!read[key] || older(read[key], id) < 0) {
    read[key] = id;
    sessionStorage.setItem(KEY + session.state.server, JSON.stringify(read));
  }
}

export const isUnread = (person, channel, last) => last !== '0' && older(read[place(person, channel)] || '0', last) < 0;
