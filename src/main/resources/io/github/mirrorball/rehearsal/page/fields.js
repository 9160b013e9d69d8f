import {el, freshId} from './dom.js';
import {session} from './api.js';
import {t} from './words.js';

const USER = 5;
const ROLE = 6;
const CHANNEL = 8;

/** What a menu offers: its own options, or the people, roles or channels that there are. */
export function offered(menu) {
  if (menu.options) {
    return menu.options;
  }
  const defaults = new Set((menu.default_values || []).map(value => value.id));
  const as = (list, sign) => list.map(one => ({label: sign + one.name, value: one.id, default: defaults.has(one.id)}));
  const {people, roles, channels} = session.state;
  switch (menu.type) {
    case USER: return as(people, '@');
    case ROLE: return as(roles, '@');
    case CHANNEL: return as(channels.filter(channel => !channel.direct), '#');
    default: return [...as(people, '@'), ...as(roles, '@')];
  }
}

const shownAs = option => `${option.emoji && option.emoji.name ? `${option.emoji.name} ` : ''}${option.label}`;

/** A menu of a message: a button that opens a list. Choosing nothing is closing it. */
export function menuButton(menu, choose) {
  const options = offered(menu);
  const most = menu.max_values ?? 1;
  const chosen = new Set(options.filter(option => option.default).map(option => option.value));
  const name = menu.placeholder || t('menu.choose');
  const list = el('ul', {role: 'listbox', id: freshId('menu'), 'aria-label': name, 'aria-multiselectable': most > 1 ? 'true' : null});
  const done = most > 1 && el('button', {type: 'button', class: 'button primary'}, t('menu.done'));
  const popup = el('div', {class: 'popup', hidden: true}, list, done);
  const summary = options.filter(option => chosen.has(option.value)).map(shownAs).join(', ');
  const button = el('button', {type: 'button', class: 'menu-button', 'aria-haspopup': 'listbox', 'aria-expanded': 'false',
    'aria-controls': list.id, disabled: menu.disabled, 'data-key': menu.custom_id},
  el('span', {class: summary ? null : 'placeholder'}, summary || name));
  const root = el('div', {class: 'menu'}, button, popup);
  const items = options.map(option => item(option, chosen.has(option.value)));
  list.append(...items);
  const first = Math.max(options.findIndex(option => chosen.has(option.value)), 0);
  items[first]?.setAttribute('tabindex', '0');

  const toggle = open => {
    popup.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) {
      popup.scrollIntoView({block: 'nearest'});
      items[first]?.focus();
    }
  };
  const close = () => {
    toggle(false);
    button.focus();
  };
  const pick = (one, option) => {
    if (most <= 1) {
      close();
      choose([option.value]);
      return;
    }
    if (!chosen.delete(option.value) && chosen.size < most) {
      chosen.add(option.value);
    }
    one.setAttribute('aria-selected', String(chosen.has(option.value)));
  };
  items.forEach((one, index) => one.addEventListener('click', () => pick(one, options[index])));
  if (done) {
    done.addEventListener('click', () => {
      close();
      choose([...chosen]);
    });
  }
  button.addEventListener('click', () => toggle(popup.hidden));
  root.addEventListener('keydown', event => keys(event, popup, items, close));
  root.addEventListener('focusout', event => {
    if (!root.contains(event.relatedTarget)) {
      toggle(false);
    }
  });
  return root;
}

function item(option, selected) {
  return el('li', {role: 'option', tabindex: '-1', 'aria-selected': String(selected)},
    el('span', {}, shownAs(option)),
    option.description && el('small', {}, option.description));
}

function keys(event, popup, items, close) {
  if (popup.hidden || event.target.matches('.popup .button')) {
    return;
  }
  const at = items.indexOf(document.activeElement);
  const moves = {ArrowDown: Math.min(at + 1, items.length - 1), ArrowUp: Math.max(at - 1, 0), Home: 0, End: items.length - 1};
  if (event.key in moves) {
    items[moves[event.key]]?.focus();
  } else if (event.key === 'Escape') {
    close();
  } else if ((event.key === 'Enter' || event.key === ' ') && at >= 0) {
    items[at].click();
  } else {
    const typed = event.key.length === 1 ? event.key.toLowerCase() : '';
    const rotated = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    rotated.find(one => typed && one.textContent.replace(/^[^\p{L}\p{N}]+/u, '').toLowerCase().startsWith(typed))?.focus();
    return;
  }
  event.preventDefault();
}

/** One of a form's fields: what shows it, what reads it, and what puts in it what could be read. */
export function formField(component, id) {
  switch (component.type) {
    case 4: return textInput(component, id);
    case 21: return choices(component, 'radio', id);
    case 22: return choices(component, 'checkbox', id);
    case 23: return checkbox(component, id);
    default: return (component.max_values ?? 1) > 1 ? choices(component, 'checkbox', id) : dropDown(component, id);
  }
}

function textInput(component, id) {
  const required = component.required ?? true;
  const limits = {id, minlength: required || !component.min_length ? component.min_length : null,
    maxlength: component.max_length ?? 4000, required, placeholder: component.placeholder || null};
  const input = component.style === 2 ? el('textarea', {...limits, rows: 6}) : el('input', {...limits, type: 'text', autocomplete: 'off'});
  input.value = component.value || '';
  return {node: input, labelled: true, read: () => input.value, fill: value => { input.value = value; }};
}

function dropDown(component, id) {
  const required = component.required ?? true;
  const select = el('select', {id, required},
    el('option', {value: ''}, component.placeholder || t(required ? 'menu.required' : 'menu.nothing')),
    offered(component).map(option => el('option', {value: option.value, selected: option.default}, shownAs(option))));
  return {node: select, labelled: true, read: () => (select.value ? [select.value] : []), fill: ([value]) => { select.value = value || ''; }};
}

function choices(component, kind, id) {
  const name = freshId('choice');
  const most = kind === 'checkbox' ? component.max_values ?? Infinity : 1;
  const inputs = [];
  const rows = offered(component).map(option => {
    const input = el('input', {type: kind, name, value: option.value, checked: option.default});
    inputs.push(input);
    return el('label', {class: 'choice'}, input, el('span', {}, shownAs(option),
      option.description && el('small', {}, option.description)));
  });
  const chosen = () => inputs.filter(input => input.checked);
  const node = el('div', {class: 'choices', id, role: kind === 'radio' ? 'radiogroup' : 'group', tabindex: '-1'},
    component.placeholder && el('p', {class: 'hint'}, component.placeholder), el('div', {class: 'options'}, rows));
  const limit = () => inputs.forEach(input => { input.disabled = kind === 'checkbox' && !input.checked && chosen().length >= most; });
  node.addEventListener('change', limit);
  limit();
  const read = () => (component.type === 21 ? chosen()[0]?.value ?? '' : chosen().map(input => input.value));
  const fill = values => {
    inputs.forEach(input => { input.checked = values.includes(input.value); });
    limit();
  };
  return {node, labelled: false, read, fill};
}

function checkbox(component, id) {
  const input = el('input', {type: 'checkbox', id, checked: component.default});
  return {node: input, labelled: true, read: () => String(input.checked), fill: value => { input.checked = value === 'true'; }};
}

/** A file on its way to the server. */
export async function packed(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192) {
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return {file: {name: file.name, base64: btoa(text)}};
}
