import {el, byId} from './dom.js';
import {session} from './api.js';
import {closeDrawers} from './drawers.js';
import {isElsewhere, relative, say, sayInShowTime, zoneName} from './time.js';
import {t} from './words.js';

const TARGETS = {lock: 'locks', air: 'airs', end: 'ends'};

/** The show clock, what lies ahead, and what each of its buttons would do. */
export function drawClock() {
  const {now, zone, fans, waiting, entered, left} = session.state;
  const date = new Date(now);
  const text = `${sayInShowTime(date, 'F')}`;
  byId('clock').setAttribute('datetime', now);
  byId('clock').replaceChildren(
    el('span', {class: 'hour'}, sayInShowTime(date, 't'), ' ', el('small', {}, zoneName(date))),
    el('span', {class: 'date'}, sayInShowTime(date, 'day')));
  byId('clock').title = text;
  byId('zone').textContent = zone;
  byId('yours').hidden = !isElsewhere(date);
  byId('yours').textContent = t('show.yours', say(date, 'short'));
  byId('open-show-time').replaceChildren(sayInShowTime(date, 'brief'), el('span', {class: 'zone-name'}, ` ${zoneName(date)}`));
  byId('progress').textContent = t('show.progress', entered, entered, entered + left);
  byId('meter').max = Math.max(entered + left, 1);
  byId('meter').value = entered;
  for (const [name, field] of Object.entries(TARGETS)) {
    hint(name, session.state[field] ? `${sayInShowTime(new Date(session.state[field]), 'short')} · ${relative(new Date(session.state[field]))}`
      : t('show.never'));
  }
  byId('vote').textContent = t('show.vote', fans);
  document.querySelector('[data-control="week"]').disabled = left === 0 && !waiting;
  hint('result', waiting ? t('show.resultHint', waiting) : t(left > 0 ? 'show.resultEarly' : 'show.never'));
}

function hint(name, text) {
  const node = document.querySelector(`[data-hint="${name}"]`);
  node.textContent = text;
}

/** Hears the clock's buttons; `press` does what they say. */
export function hearControls(press) {
  const buttons = [...document.querySelectorAll('[data-control]')];
  buttons.forEach(button => button.addEventListener('click', async () => {
    buttons.forEach(one => { one.disabled = true; });
    button.classList.add('waiting');
    await press(button.dataset.control);
    buttons.forEach(one => { one.disabled = false; });
    drawClock();
    button.classList.remove('waiting');
    button.focus({preventScroll: true});
    closeDrawers();
  }));
}
