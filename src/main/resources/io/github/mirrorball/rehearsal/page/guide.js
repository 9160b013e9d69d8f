import {el, byId, pointAt} from './dom.js';
import {session} from './api.js';
import {closeDrawers} from './drawers.js';
import {t} from './words.js';

const KEY = 'mirrorball-guide-';
const STEPS = ['pick', 'lock', 'result', 'standings'];

/** Leads a newcomer through a first week: what to do next, by what really happened. */
export class Guide {
  constructor(root, {become, open, openShow, command}) {
    this.root = root;
    this.become = become;
    this.open = open;
    this.openShow = openShow;
    this.command = command;
    this.drawn = '';
    byId('show-guide').addEventListener('click', () => {
      sessionStorage.removeItem(this.key());
      this.draw();
      closeDrawers();
      this.root.querySelector('button')?.focus();
    });
  }

  key() {
    return KEY + session.state.server;
  }

  draw() {
    const done = session.state.guide;
    const over = session.state.left === 0;
    const next = over ? null : STEPS.find(step => !done[step]);
    this.root.hidden = sessionStorage.getItem(this.key()) === 'hidden';
    byId('show-guide').hidden = !this.root.hidden;
    const drawn = JSON.stringify([done, over, session.state.waiting, document.documentElement.lang, this.root.hidden]);
    if (drawn === this.drawn) {
      return;
    }
    this.drawn = drawn;
    const steps = STEPS.map((step, index) => el('li', {class: done[step] ? 'done' : null, 'aria-current': step === next ? 'step' : null},
      el('span', {class: 'number', 'aria-hidden': 'true'}, done[step] ? '✓' : String(index + 1)),
      el('span', {class: 'name'}, t(`guide.${step}`)), done[step] && el('span', {class: 'spoken'}, t('guide.done'))));
    this.root.replaceChildren(...this.intro(done), el('ol', {}, steps), this.now(next, over),
      el('button', {type: 'button', class: 'close', 'aria-label': t('guide.hide'), onclick: () => this.hide()}, '✕'));
  }

  /** What this page is, for whoever has done nothing yet. */
  intro(done) {
    return STEPS.some(step => done[step]) ? [] : [el('p', {class: 'intro'}, t('guide.intro'))];
  }

  now(next, over) {
    if (!next) {
      return el('div', {class: 'now'}, el('p', {role: 'status'}, t(over ? 'guide.over' : 'guide.finished')),
        over && el('button', {type: 'button', class: 'button gold', onclick: () => byId('start-over').click()}, t('show.again')));
    }
    const waits = next === 'result' && !session.state.waiting ? 'resultEnd' : next;
    return el('div', {class: 'now'}, el('p', {role: 'status'}, t(`guide.${waits}Text`)),
      el('button', {type: 'button', class: 'button gold', 'data-go': waits, onclick: () => this.go(waits)}, t(`guide.${waits}Go`)));
  }

  hide() {
    sessionStorage.setItem(this.key(), 'hidden');
    this.draw();
    byId('say')?.focus();
  }

  /** Points at what is to be used next. */
  async go(step) {
    const {people, channels} = session.state;
    const isHost = people.find(person => person.id === session.as)?.host;
    if (step === 'pick') {
      await (isHost ? this.become(people.find(person => !person.host).id, channels[0].id) : this.open(channels[0].id));
      pointAt([...document.querySelectorAll('.message:not(.private) .reactions:not([hidden])')].pop()
        || [...document.querySelectorAll('[data-key^="ballot:"]')].pop());
    } else if (step === 'lock' || step === 'resultEnd') {
      this.openShow();
      pointAt(document.querySelector(`[data-control="${step === 'lock' ? 'lock' : 'end'}"]`));
    } else if (step === 'result') {
      const host = people.find(person => person.host);
      await this.become(host.id, 'hosts');
      const nudge = [...document.querySelectorAll('.message:not(.private) .button[data-key^="result"]:not(:disabled)')].pop();
      if (nudge) {
        pointAt(nudge);
      } else {
        this.command('result enter');
      }
    } else {
      await this.open(channels[0].id);
      this.command('standings');
    }
  }
}
