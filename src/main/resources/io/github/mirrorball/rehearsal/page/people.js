import {el} from './dom.js';
import {session} from './api.js';

const COLOURS = 6;

/** A round picture of someone: the bot's own, or a letter on a colour that stays theirs. */
export function avatar(name, id, bot) {
  if (bot) {
    return el('img', {class: 'avatar', src: '/icon.svg', alt: ''});
  }
  const known = session.state.people.findIndex(person => person.id === id);
  const colour = known >= 0 ? known : Number(id.slice(-4)) % COLOURS;
  return el('span', {class: 'avatar', 'data-colour': colour % COLOURS, 'aria-hidden': 'true'}, [...name][0].toUpperCase());
}
