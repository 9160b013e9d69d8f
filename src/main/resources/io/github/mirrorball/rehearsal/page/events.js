import {el, byId} from './dom.js';
import {session} from './api.js';
import {markdown} from './markdown.js';
import {say} from './time.js';
import {t} from './words.js';

/** The server's scheduled events, soonest first. */
export function drawEvents() {
  const {events} = session.state;
  byId('events').replaceChildren(...(events.length === 0 ? [el('p', {class: 'hint'}, t('show.noEvents'))] : events.map(card)));
}

function card(event) {
  const starts = new Date(event.starts);
  return el('article', {class: 'event'},
    el('p', {class: 'when'}, event.active && el('span', {class: 'live'}, t('show.live')),
      el('time', {datetime: event.starts}, say(starts, 'short')), event.place && el('span', {class: 'place'}, ` · ${event.place}`)),
    el('h3', {}, event.name),
    event.description && el('details', {}, el('summary', {}, t('show.details')), markdown(event.description)));
}
