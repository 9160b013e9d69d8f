import {el} from './dom.js';
import {session} from './api.js';
import {regional} from './words.js';

const STYLES = {
  t: {timeStyle: 'short'},
  T: {timeStyle: 'medium'},
  d: {dateStyle: 'short'},
  D: {dateStyle: 'long'},
  f: {dateStyle: 'long', timeStyle: 'short'},
  F: {dateStyle: 'full', timeStyle: 'short'},
  short: {weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit'},
  brief: {month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit'},
  day: {weekday: 'long', year: 'numeric', month: 'long', day: 'numeric'},
};

const UNITS = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

/** A moment in the reader's own time, or in the zone that is named. */
export function say(date, style, timeZone) {
  return new Intl.DateTimeFormat(regional(), {...STYLES[style], timeZone}).format(date);
}

/** A moment in the season's zone, as the show would announce it. */
export const sayInShowTime = (date, style) => say(date, style, session.state.zone);

/** The short name of the season's zone at a moment, such as EDT. */
export function zoneName(date) {
  const parts = new Intl.DateTimeFormat(regional(), {timeZone: session.state.zone, timeZoneName: 'short'}).formatToParts(date);
  return parts.find(part => part.type === 'timeZoneName').value;
}

/** Whether the reader's clock and the show's differ at a moment. */
export const isElsewhere = date => say(date, 'f') !== sayInShowTime(date, 'f');

/** How far off a moment is by the show clock. */
export function relative(date) {
  const seconds = Math.round((date - new Date(session.state.now)) / 1000);
  const [unit, size] = UNITS.find(([, least]) => Math.abs(seconds) >= least) || UNITS[UNITS.length - 1];
  return new Intl.RelativeTimeFormat(regional(), {numeric: 'auto'}).format(Math.round(seconds / size), unit);
}

/** A timestamp in a text: in the reader's own time, or from the show clock's now. */
export function moment(seconds, style) {
  const date = new Date(seconds * 1000);
  const node = el('time', {class: 'moment', datetime: date.toISOString(), 'data-style': style});
  refresh(node);
  return node;
}

function refresh(node) {
  const date = new Date(node.getAttribute('datetime'));
  node.textContent = node.dataset.style === 'R' ? relative(date) : say(date, node.dataset.style);
  node.title = `${say(date, 'F')} · ${sayInShowTime(date, 'f')} ${zoneName(date)}`;
}

/** Says all moments anew, after the clock was wound. */
export function refreshMoments(root) {
  root.querySelectorAll('time.moment').forEach(refresh);
}
