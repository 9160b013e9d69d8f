import {el, freshId} from './dom.js';
import {post, session} from './api.js';

const SUB_GROUP = 2;
const KINDS = {STRING: 3, INTEGER: 4, BOOLEAN: 5, USER: 6, CHANNEL: 7, ROLE: 8, MENTIONABLE: 9, NUMBER: 10, FILE: 11};
const PAUSE_BEFORE_ASKING = 150;

/** All commands that can be typed, a subcommand each. */
export function flatten(commands) {
  return commands.filter(command => (command.type ?? 1) === 1).flatMap(command => leaves(command, command.name));
}

function leaves(command, path) {
  const subs = (command.options || []).filter(option => option.type <= SUB_GROUP);
  return subs.length === 0
    ? [{path, description: command.description, options: command.options || []}]
    : subs.flatMap(sub => leaves(sub, `${path} ${sub.name}`));
}

/** Lets a text field offer what `source` finds for what was typed; the newest question wins. */
function combobox(input, source, picked) {
  const list = el('ul', {role: 'listbox', class: 'suggestions', hidden: true, id: freshId('list'), 'aria-label': 'Suggestions'});
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
    items = found.map(choice => ({choice, node: el('li', {role: 'option', id: freshId('suggestion'), onmousedown: event => {
      event.preventDefault();
      take(choice);
    }}, el('span', {}, choice.name), choice.hint && el('small', {}, choice.hint))}));
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

const late = (work, pause) => {
  let timer;
  return text => new Promise(resolve => {
    clearTimeout(timer);
    timer = setTimeout(() => resolve(work(text)), pause);
  });
};

async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192) {
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return btoa(text);
}

/** One parameter of a command: what shows it, and what reads it; undefined while it is empty. */
function parameter(option, path, others) {
  const id = freshId('option');
  const common = {id, required: option.required};
  const pickFrom = (list, wrap) => {
    const select = el('select', common, el('option', {value: ''}, '…'), list.map(one => el('option', {value: one.id}, one.name)));
    return {node: select, read: () => (select.value ? wrap(select.value) : undefined)};
  };
  const {people, channels, roles} = session.state;
  const kinds = {
    [KINDS.BOOLEAN]: () => pickFrom([{id: 'true', name: 'True'}, {id: 'false', name: 'False'}], value => value === 'true'),
    [KINDS.USER]: () => pickFrom(people, user => ({user})),
    [KINDS.CHANNEL]: () => pickFrom(channels.filter(one => !one.direct), channel => ({channel})),
    [KINDS.ROLE]: () => pickFrom(roles, role => ({role})),
    [KINDS.MENTIONABLE]: () => pickFrom(people, user => ({user})),
    [KINDS.FILE]: () => fileInput(common),
  };
  const made = (kinds[option.type] || (() => typed(option, path, others, common, pickFrom)))();
  return {...made, id, option};
}

function fileInput(common) {
  const input = el('input', {...common, type: 'file'});
  return {node: input, read: async () => {
    const file = input.files[0];
    return file && {file: {name: file.name, base64: await base64(file)}};
  }};
}

function typed(option, path, others, common, pickFrom) {
  const isNumber = option.type === KINDS.INTEGER || option.type === KINDS.NUMBER;
  const value = text => (isNumber ? Number(text) : text);
  if (option.choices && option.choices.length > 0) {
    return pickFrom(option.choices.map(choice => ({id: String(choice.value), name: choice.name})), value);
  }
  const input = el('input', {...common, type: isNumber && !option.autocomplete ? 'number' : 'text',
    min: option.min_value, max: option.max_value, minlength: option.min_length, maxlength: option.max_length,
    step: option.type === KINDS.NUMBER ? 'any' : null});
  let chosen = null;
  const read = () => {
    const text = chosen && chosen.name === input.value ? chosen.value : input.value.trim();
    return text === '' ? undefined : value(text);
  };
  if (!option.autocomplete) {
    return {node: input, read};
  }
  const source = late(async text => {
    const options = {...await others(option.name), [option.name]: text};
    return (await post('complete', {path, options, focused: option.name})).choices || [];
  }, PAUSE_BEFORE_ASKING);
  const box = combobox(input, source, choice => {
    chosen = choice;
    input.value = choice.name;
  });
  input.addEventListener('focus', box.ask);
  return {node: input, list: box.list, read};
}

/** The box at the bottom: messages, and commands with their parameters. */
export class Composer {
  constructor(root, {commands, run, say}) {
    this.root = root;
    this.commands = commands;
    this.run = run;
    this.say = say;
  }

  /** An empty box. */
  clear(focus) {
    const channel = session.state.channels.find(one => one.id === session.channel);
    const input = el('input', {id: 'say', type: 'text', maxlength: 2000, 'aria-label': 'Message or command',
      placeholder: `Message ${channel && !channel.direct ? '#' : ''}${channel ? channel.name : ''}, or type / for commands`});
    const box = combobox(input, async text => this.find(text), choice => this.open(choice.command));
    const form = el('form', {class: 'say', onsubmit: event => {
      event.preventDefault();
      const text = input.value.trim();
      if (text && !text.startsWith('/')) {
        input.value = '';
        this.say(text);
      }
    }}, box.list, el('button', {type: 'button', class: 'plus', 'aria-label': 'Commands', onclick: () => {
      input.value = '/';
      input.focus();
      box.ask();
    }}, '/'), input);
    this.root.replaceChildren(form);
    if (focus) {
      input.focus();
    }
  }

  find(text) {
    if (!text.startsWith('/')) {
      return [];
    }
    const wanted = text.slice(1).toLowerCase().trim();
    return this.commands()
      .filter(command => command.path.includes(wanted))
      .sort((one, other) => other.path.startsWith(wanted) - one.path.startsWith(wanted))
      .map(command => ({name: `/${command.path}`, hint: command.description, command}));
  }

  /** A command's parameters to fill in; what has none runs at once. */
  open(command) {
    if (command.options.length === 0) {
      this.clear(true);
      this.run(command, {});
      return;
    }
    const fields = [];
    const others = async except => {
      const options = {};
      for (const field of fields.filter(one => one.option.name !== except)) {
        const value = await field.read();
        if (value !== undefined && !Number.isNaN(value) && !value.file) {
          options[field.option.name] = value;
        }
      }
      return options;
    };
    const inputs = el('div', {class: 'parameters'});
    const chips = el('div', {class: 'chips'});
    const error = el('p', {role: 'alert', class: 'error'});
    const send = el('button', {type: 'submit', class: 'button primary'}, 'Send');
    const add = option => {
      const field = parameter(option, command.path, others);
      fields.push(field);
      inputs.append(el('div', {class: 'parameter'},
        el('label', {for: field.id, title: option.description}, option.name),
        el('div', {class: 'anchor'}, field.node, field.list), el('small', {}, option.description)));
      return field;
    };
    command.options.filter(option => option.required).forEach(add);
    command.options.filter(option => !option.required).forEach(option => {
      const chip = el('button', {type: 'button', class: 'chip', title: option.description, onclick: () => {
        chip.remove();
        add(option).node.focus();
      }}, `+ ${option.name}`);
      chips.append(chip);
    });
    const form = el('form', {class: 'command', 'aria-label': `/${command.path}`, onkeydown: event => {
      if (event.key === 'Escape') {
        this.clear(true);
      }
    }, onsubmit: async event => {
      event.preventDefault();
      send.disabled = true;
      const options = {};
      for (const field of fields) {
        const value = await field.read();
        if (value !== undefined) {
          options[field.option.name] = value;
        }
      }
      if (Object.values(options).some(Number.isNaN)) {
        error.textContent = 'A number is needed there: choose one of the suggestions.';
        send.disabled = false;
        return;
      }
      this.clear(true);
      this.run(command, options);
    }},
    el('p', {class: 'path'}, el('strong', {}, `/${command.path}`), ` ${command.description}`), inputs, chips, error,
    el('div', {class: 'send'}, send, el('button', {type: 'button', class: 'button secondary', onclick: () => this.clear(true)}, 'Cancel')));
    this.root.replaceChildren(form);
    (fields[0] ? fields[0].node : send).focus();
  }
}
