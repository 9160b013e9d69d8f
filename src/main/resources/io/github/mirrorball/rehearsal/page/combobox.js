import {el, freshId} from './dom.js';
import {t} from './words.js';

/** Lets a text field offer what `source` finds for what was typed; the newest question wins. */
export function combobox(input, source, picked) {
  const list = el('ul', {role: 'listbox', class: 'suggestions', hidden: true, id: freshId('list'), 'aria-label': t('say.suggestions')});
  let items = [];
  let at = -1;
  let asked = 0;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('autocomplete', 'off');

  const mark = index => {
    at = index;
    items.forEach((one, i) => one.node.setAttribute('aria-selected', String(i === at)));
    items[at]?.node.scrollIntoView({block: 'nearest'});
    input.setAttribute('aria-activedescendant', items[at]?.node.id || '');
  };
  const show = open => {
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
  };
  const take = choice => {
    asked += 1;
    show(false);
    picked(choice);
  };
  const ask = async () => {
    asked += 1;
    const mine = asked;
    const found = await source(input.value).catch(() => []);
    if (mine !== asked) {
      return;
    }
    items = found.map(choice => ({choice, node: suggestion(choice, take)}));
    list.replaceChildren(...items.map(one => one.node));
    mark(items.length > 0 ? 0 : -1);
    show(items.length > 0);
  };
  input.addEventListener('input', ask);
  input.addEventListener('blur', () => {
    asked += 1;
    show(false);
  });
  input.addEventListener('keydown', event => {
    if (list.hidden) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      mark((at + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && items[at]) {
      take(items[at].choice);
    } else if (event.key === 'Escape') {
      asked += 1;
      show(false);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
  show(false);
  return {list, ask};
}

function suggestion(choice, take) {
  return el('li', {role: 'option', id: freshId('suggestion'), onmousedown: event => {
    event.preventDefault();
    take(choice);
  }}, choice.hint && el('img', {src: '/icon.svg', alt: ''}), el('span', {}, choice.name), choice.hint && el('small', {}, choice.hint));
}
