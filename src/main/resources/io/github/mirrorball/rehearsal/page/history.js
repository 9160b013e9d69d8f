import {el, older} from './dom.js';
import {reactions, renderMessage} from './message.js';
import {say} from './time.js';
import {t} from './words.js';

const NEAR_THE_END = 120;
const TOGETHER_MILLIS = 7 * 60 * 1000;

const bare = message => JSON.stringify({...message, reactions: null});

/** The messages of a channel, in order, kept at their end while the reader is there. */
export class History {
  constructor(root, jump, act) {
    this.root = root;
    this.jump = jump;
    this.act = act;
    this.shown = new Map();
    this.stays = true;
    this.top = 0;
    this.held = [];
    this.isPressed = false;
    this.list = el('div', {class: 'messages'});
    root.replaceChildren(this.list);
    root.addEventListener('scroll', () => this.scrolled());
    root.addEventListener('pointerdown', () => (this.isPressed = true));
    for (const end of ['pointerup', 'pointercancel']) {
      addEventListener(end, () => setTimeout(() => this.release()));
    }
    jump.addEventListener('click', () => this.toTheEnd());
    new ResizeObserver(() => this.settle()).observe(this.list);
    new ResizeObserver(() => this.settle()).observe(root);
  }

  isAtTheEnd() {
    return this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight < NEAR_THE_END;
  }

  /** Only who scrolls up leaves the end; what grows there does not take the reader away. */
  scrolled() {
    const up = this.root.scrollTop < this.top;
    this.top = this.root.scrollTop;
    if (this.isAtTheEnd()) {
      this.follow(true);
    } else if (up) {
      this.follow(false);
    }
  }

  follow(stays) {
    this.stays = stays;
    this.jump.hidden = stays;
  }

  settle() {
    if (this.stays && !this.isPressed) {
      this.root.scrollTop = this.root.scrollHeight;
    }
  }

  toTheEnd() {
    this.follow(true);
    this.settle();
  }

  /** Shows these messages and no others. */
  draw(messages) {
    this.held = [];
    this.shown.clear();
    messages.forEach(message => this.shown.set(message.id, message));
    this.list.replaceChildren(...messages.map(message => renderMessage(message, this.act)));
    this.arrange();
    this.toTheEnd();
  }

  /** What came while a button was being pressed is shown now: before, it would have moved the button away. */
  release() {
    this.isPressed = false;
    this.held.splice(0).forEach(message => this.place(message));
  }

  /** Puts a message where it belongs, without taking the focus from whoever is on it. */
  place(message) {
    if (this.isPressed) {
      this.held.push(message);
      return;
    }
    const before = this.shown.get(message.id);
    const old = this.find(message.id);
    this.shown.set(message.id, message);
    if (old && bare(before) === bare(message)) {
      this.keepFocus(old, () => old.querySelector('.reactions').replaceWith(reactions(message, this.act)));
      return;
    }
    const node = renderMessage(message, this.act);
    if (old) {
      this.keepFocus(old, () => old.replaceWith(node));
    } else {
      const next = [...this.list.querySelectorAll('.message')].find(one => older(one.dataset.id, message.id) > 0);
      this.list.insertBefore(node, next || null);
      node.classList.add('arriving');
    }
    this.arrange();
    this.settle();
  }

  keepFocus(old, change) {
    const key = old.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const id = old.dataset.id;
    change();
    if (key) {
      this.find(id).querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({preventScroll: true});
    }
  }

  remove(id) {
    this.held = this.held.filter(message => message.id !== id);
    this.shown.delete(id);
    this.find(id)?.remove();
    this.arrange();
  }

  find(id) {
    return this.list.querySelector(`.message[data-id="${id}"]`);
  }

  /** Days get their line, and what one says in one go is not headed twice. */
  arrange() {
    this.list.querySelectorAll('.day, .empty').forEach(node => node.remove());
    let last = null;
    this.list.querySelectorAll('.message').forEach(node => {
      const day = say(new Date(node.dataset.at), 'day');
      const newDay = !last || say(new Date(last.dataset.at), 'day') !== day;
      if (newDay) {
        node.before(el('div', {class: 'day'}, el('span', {}, day)));
      }
      const near = last && new Date(node.dataset.at) - new Date(last.dataset.at) < TOGETHER_MILLIS;
      node.classList.toggle('follows', Boolean(!newDay && near && last.dataset.by === node.dataset.by
        && !node.classList.contains('answer') && last.classList.contains('private') === node.classList.contains('private')));
      last = node;
    });
    if (!last) {
      this.list.append(el('p', {class: 'empty'}, t('channel.empty')));
    }
  }

  /** Scrolls to a message as soon as it is there, and calls back with it. */
  reveal(id, then = () => {}) {
    const find = tries => {
      const node = this.find(id);
      if (node) {
        node.scrollIntoView({block: 'nearest'});
        then(node);
      } else if (tries > 0) {
        setTimeout(() => find(tries - 1), 60);
      }
    };
    find(20);
  }
}
