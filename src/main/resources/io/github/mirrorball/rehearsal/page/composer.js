import {el} from './dom.js';
import {here} from './api.js';
import {combobox} from './combobox.js';
import {parameter} from './parameters.js';
import {localized, t} from './words.js';

const SUB_GROUP = 2;

/** All commands that can be typed, a subcommand each. */
export function flatten(commands) {
  return commands.filter(command => (command.type ?? 1) === 1).flatMap(command => leaves(command, command.name, localized(command, 'name')));
}

function leaves(command, path, name) {
  const subs = (command.options || []).filter(option => option.type <= SUB_GROUP);
  return subs.length === 0
    ? [{path, name, description: localized(command, 'description'), options: command.options || []}]
    : subs.flatMap(sub => leaves(sub, `${path} ${sub.name}`, `${name} ${localized(sub, 'name')}`));
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
    const channel = here();
    const placeholder = !channel ? '' : t(channel.direct ? 'say.direct' : 'say.channel', channel.name);
    const input = el('input', {id: 'say', type: 'text', maxlength: 2000, 'aria-label': t('say.label'), placeholder});
    const box = combobox(input, async text => this.find(text), choice => this.open(choice.command));
    this.type = text => {
      input.value = text;
      input.focus();
      box.ask();
    };
    const form = el('form', {class: 'say', onsubmit: event => {
      event.preventDefault();
      const text = input.value.trim();
      if (text && !text.startsWith('/')) {
        input.value = '';
        this.say(text);
      }
    }}, box.list, el('button', {type: 'button', class: 'slash', 'aria-label': t('say.commands'), onclick: () => this.type('/')}, '/'),
    input);
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
    const names = command => [command.name, command.path];
    const begins = command => names(command).some(name => name.startsWith(wanted));
    return this.commands()
      .filter(command => names(command).some(name => name.includes(wanted)))
      .sort((one, other) => begins(other) - begins(one))
      .map(command => ({name: `/${command.name}`, hint: command.description, command}));
  }

  /** Begins a command for whoever does not know what to type. */
  start(path) {
    const command = this.commands().find(one => one.path === path);
    if (command) {
      this.open(command);
    }
  }

  /** A command's parameters to fill in; what has none runs at once. */
  open(command) {
    if (command.options.length === 0) {
      this.clear(true);
      this.run(command, {});
      return;
    }
    const fields = [];
    const read = async except => {
      const options = {};
      for (const field of fields.filter(one => one.option.name !== except)) {
        const value = await field.read();
        if (value !== undefined) {
          options[field.option.name] = value;
        }
      }
      return options;
    };
    const others = async except => Object.fromEntries(
      Object.entries(await read(except)).filter(([, value]) => !Number.isNaN(value) && !value.file));
    const inputs = el('div', {class: 'parameters'});
    const chips = el('div', {class: 'chips', hidden: true}, el('span', {'aria-hidden': 'true'}, t('say.more')));
    const error = el('p', {role: 'alert', class: 'error'});
    const send = el('button', {type: 'submit', class: 'button primary'}, t('say.send'));
    const add = option => {
      const field = parameter(option, command.path, others);
      fields.push(field);
      inputs.append(el('div', {class: 'parameter'},
        el('label', {for: field.id}, localized(option, 'name'), option.required && el('span', {class: 'must', 'aria-hidden': 'true'}, ' *')),
        el('div', {class: 'anchor'}, field.node, field.list),
        el('small', {id: `${field.id}-hint`}, localized(option, 'description'))));
      return field;
    };
    command.options.filter(option => option.required).forEach(add);
    command.options.filter(option => !option.required).forEach(option => {
      chips.hidden = false;
      const chip = el('button', {type: 'button', class: 'chip', title: localized(option, 'description'), onclick: () => {
        chip.remove();
        chips.hidden = chips.querySelector('button') === null;
        add(option).node.focus();
      }}, `+ ${localized(option, 'name')}`);
      chips.append(chip);
    });
    const submit = async event => {
      event.preventDefault();
      const options = await read('');
      if (Object.values(options).some(Number.isNaN)) {
        error.textContent = t('say.number');
        return;
      }
      this.clear(true);
      this.run(command, options);
    };
    const cancel = event => {
      if (event.key === 'Escape') {
        this.clear(true);
      }
    };
    this.root.replaceChildren(el('form', {class: 'command', 'aria-label': `/${command.name}`, onkeydown: cancel, onsubmit: submit},
      el('p', {class: 'path'}, el('img', {src: '/icon.svg', alt: ''}), el('strong', {}, `/${command.name}`),
        el('span', {}, command.description)),
      inputs, chips, error,
      el('div', {class: 'send'},
        el('button', {type: 'button', class: 'button plain', onclick: () => this.clear(true)}, t('say.cancel')), send)));
    (fields[0] ? fields[0].node : send).focus();
  }
}
