import {el, freshId} from './dom.js';
import {post, session} from './api.js';
import {combobox} from './combobox.js';
import {packed} from './fields.js';
import {localized, t} from './words.js';

const KINDS = {STRING: 3, INTEGER: 4, BOOLEAN: 5, USER: 6, CHANNEL: 7, ROLE: 8, MENTIONABLE: 9, NUMBER: 10, FILE: 11};
const PAUSE_BEFORE_ASKING = 150;

const late = (work, pause) => {
  let timer;
  return text => new Promise(resolve => {
    clearTimeout(timer);
    timer = setTimeout(() => resolve(work(text)), pause);
  });
};

/** One parameter of a command: what shows it, and what reads it; undefined while it is empty. */
export function parameter(option, path, others) {
  const id = freshId('option');
  const common = {id, required: option.required, 'aria-describedby': `${id}-hint`};
  const pickFrom = (list, wrap) => {
    const select = el('select', common, el('option', {value: ''}, '…'), list.map(one => el('option', {value: one.id}, one.name)));
    return {node: select, read: () => (select.value ? wrap(select.value) : undefined)};
  };
  const {people, channels, roles} = session.state;
  const kinds = {
    [KINDS.BOOLEAN]: () => pickFrom([{id: 'true', name: t('say.true')}, {id: 'false', name: t('say.false')}], value => value === 'true'),
    [KINDS.USER]: () => pickFrom(people, user => ({user})),
    [KINDS.CHANNEL]: () => pickFrom(channels.filter(one => !one.direct), channel => ({channel})),
    [KINDS.ROLE]: () => pickFrom(roles, role => ({role})),
    [KINDS.MENTIONABLE]: () => pickFrom(people, user => ({user})),
    [KINDS.FILE]: () => file(common),
  };
  const made = (kinds[option.type] || (() => typed(option, path, others, common, pickFrom)))();
  return {...made, id, option};
}

function file(common) {
  const input = el('input', {...common, type: 'file'});
  return {node: input, read: () => (input.files[0] ? packed(input.files[0]) : undefined)};
}

function typed(option, path, others, common, pickFrom) {
  const isNumber = option.type === KINDS.INTEGER || option.type === KINDS.NUMBER;
  const value = text => (isNumber ? Number(text) : text);
  if (option.choices && option.choices.length > 0) {
    return pickFrom(option.choices.map(choice => ({id: String(choice.value), name: localized(choice, 'name')})), value);
  }
  const input = el('input', {...common, type: isNumber && !option.autocomplete ? 'number' : 'text',
    min: option.min_value, max: option.max_value, minlength: option.min_length, maxlength: option.max_length,
    step: option.type === KINDS.NUMBER ? 'any' : null, autocomplete: 'off'});
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
