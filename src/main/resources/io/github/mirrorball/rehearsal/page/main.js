import {el, byId, freshId, older} from './dom.js';
import {get, post, session} from './api.js';
import {markdown, refreshMoments, say} from './markdown.js';
import {renderMessage, visible} from './message.js';
import {Composer, flatten} from './composer.js';
import {formField} from './fields.js';

const NEAR_THE_END = 80;

const history = byId('history');
const messages = new Map();
const dismissed = new Set();
let commands = [];
let feed = null;
let news = 0;

// ---- What people do

function tell(text, isError) {
  const status = byId('status');
  status.textContent = text;
  status.classList.toggle('error', Boolean(isError));
}

/** Does something, and says so when it could not be done. */
async function attempt(work) {
  try {
    return await work();
  } catch (failed) {
    tell(failed.message, true);
    return null;
  }
}

/** Does something with the bot, and shows what it opens. */
async function ask(path, body) {
  tell('Mirrorball is thinking…');
  const answer = await attempt(() => post(path, body));
  if (answer) {
    tell('');
    follow(answer);
  }
  return answer;
}

function follow(answer) {
  if (answer.kind === 'form') {
    openForm(answer);
  } else if (answer.kind === 'silence') {
    tell(`The bot did not answer: ${answer.reason}.`, true);
  } else if (answer.kind === 'message') {
    reveal(answer.id);
  }
}

/** Scrolls to a message as soon as it is there. */
function reveal(id) {
  dismissed.delete(id);
  const find = tries => {
    const node = history.querySelector(`[data-id="${id}"]`);
    if (node) {
      node.scrollIntoView({block: 'nearest'});
    } else if (tries > 0) {
      setTimeout(() => find(tries - 1), 60);
    }
  };
  find(20);
}

const act = {
  async press(message, customId) {
    const answer = await ask('press', {message: message.id, customId});
    if (answer && customId.startsWith('result-confirm')) {
      done('result');
    }
  },
  async choose(message, customId, values) {
    const answer = await ask('choose', {message: message.id, customId, values});
    if (answer && customId.startsWith('pick')) {
      done('pick');
    }
  },
  async react(message, emoji, on) {
    if (await attempt(() => post('react', {message: message.id, emoji, on}))) {
      tell('');
      done('pick');
    }
  },
  menu: (message, command) => ask('menu', {message: message.id, command}),
  messageCommands: () => commands.filter(command => command.type === 3),
  dismiss(message) {
    dismissed.add(message.id);
    draw();
    byId('say')?.focus();
  },
};

const composer = new Composer(byId('composer'), {
  commands: () => flatten(commands),
  async run(command, options) {
    const answer = await ask('slash', {path: command.path, options});
    if (answer && command.path === 'standings' && steps.result) {
      done('standings');
    }
  },
  say: text => attempt(() => post('say', {text})),
});

// ---- Forms

function openForm({form, id}) {
  const dialog = byId('form');
  const fields = [];
  const error = el('p', {role: 'alert', class: 'error'});
  const rows = form.components.map(outer => formRow(outer, fields));
  const submit = el('button', {type: 'submit', class: 'button primary'}, 'Submit');
  const body = el('form', {onsubmit: async event => {
    event.preventDefault();
    submit.disabled = true;
    error.textContent = '';
    try {
      const values = Object.fromEntries(fields.map(field => [field.customId, field.read()]));
      const answer = await post('submit', {form: id, values});
      dialog.close();
      follow(answer);
    } catch (failed) {
      error.textContent = failed.message;
    }
    submit.disabled = false;
  }}, el('h2', {id: 'form-title'}, form.title), rows, error,
  el('div', {class: 'send'}, submit,
    el('button', {type: 'button', class: 'button secondary', onclick: () => dialog.close()}, 'Cancel')));
  dialog.replaceChildren(body);
  dialog.showModal();
}

function formRow(outer, fields) {
  if (outer.type === 10) {
    return markdown(outer.content);
  }
  const component = outer.component || outer.components[0];
  const id = freshId('field');
  const field = formField(component, id);
  const label = outer.label || component.label || '';
  fields.push({customId: component.custom_id, read: field.read});
  const hint = outer.description && el('small', {id: `${id}-hint`}, outer.description);
  if (hint) {
    field.node.setAttribute('aria-describedby', hint.id);
  }
  if (!field.labelled) {
    field.node.setAttribute('aria-label', label);
  }
  return el('div', {class: 'field'}, field.labelled ? el('label', {for: id}, label) : el('p', {class: 'label'}, label), hint, field.node);
}

// ---- Messages

function atTheEnd() {
  return history.scrollHeight - history.scrollTop - history.clientHeight < NEAR_THE_END;
}

function draw() {
  const shown = [...messages.values()].filter(message => visible(message, dismissed))
    .sort((one, other) => older(one.id, other.id));
  history.replaceChildren(...shown.map(message => renderMessage(message, act)));
  history.scrollTop = history.scrollHeight;
}

/** Puts a message where it belongs, without taking the focus from whoever is on it. */
function place(message) {
  const stay = !atTheEnd();
  const before = history.querySelector(`[data-id="${message.id}"]`);
  const focused = before && before.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const node = renderMessage(message, act);
  if (before) {
    before.replaceWith(node);
  } else {
    const next = [...history.children].find(one => older(one.dataset.id, message.id) > 0);
    history.insertBefore(node, next || null);
  }
  if (focused) {
    node.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({preventScroll: true});
  }
  if (!stay) {
    history.scrollTop = history.scrollHeight;
  }
}

function hear({channel, id, gone, message}) {
  news += 1;
  if (channel !== session.channel) {
    byId('channels').querySelector(`[data-id="${channel}"]`)?.classList.add('unread');
  } else if (gone) {
    messages.delete(id);
    history.querySelector(`[data-id="${id}"]`)?.remove();
  } else {
    messages.set(id, message);
    if (visible(message, dismissed)) {
      place(message);
    }
  }
}

// ---- Where and when

function setClock({now, zone}) {
  Object.assign(session.state, {now, zone});
  const clock = byId('clock');
  clock.setAttribute('datetime', now);
  clock.textContent = say(new Date(now), 'F');
  byId('zone').textContent = zone;
  refreshMoments(history);
}

/** Reads everything anew, as often as something happened meanwhile. */
async function load() {
  let before;
  do {
    before = news;
    session.state = await get('state');
    session.as = session.state.as;
    if (!session.state.channels.some(channel => channel.id === session.channel)) {
      session.channel = session.state.channels[0].id;
    }
    commands = await get('commands');
    const all = await get('messages');
    messages.clear();
    all.forEach(message => messages.set(message.id, message));
  } while (before !== news);
  setClock(session.state);
  drawAround();
  draw();
}

function drawAround() {
  const {title, fans, channels, people} = session.state;
  byId('season').textContent = title || 'Mirrorball rehearsal';
  byId('vote').textContent = `Let ${fans} fans vote`;
  const current = channels.find(channel => channel.id === session.channel);
  byId('channel').textContent = (current.direct ? '@ ' : '# ') + current.name;
  byId('channels').replaceChildren(...channels.map(channel => el('li', {},
    el('button', {type: 'button', 'data-id': channel.id, 'aria-current': channel.id === session.channel ? 'page' : null,
      onclick: () => go({channel: channel.id})}, (channel.direct ? '@ ' : '# ') + channel.name))));
  byId('people').replaceChildren(el('legend', {}, 'You are'), ...people.map(person => el('label', {},
    el('input', {type: 'radio', name: 'as', value: person.id, checked: person.id === session.as,
      onchange: () => go({as: person.id})}),
    el('span', {}, person.name, person.host && el('small', {}, ' host')))));
}

/** Goes to another channel, or becomes somebody else. */
async function go(where) {
  const becomes = where.as && where.as !== session.as;
  Object.assign(session, where);
  await attempt(load);
  if (becomes) {
    listen();
    byId('people').querySelector(':checked')?.focus();
  } else {
    byId('channels').querySelector('[aria-current]')?.focus();
  }
  composer.clear(false);
}

function listen() {
  if (feed) {
    feed.close();
  }
  feed = new EventSource(`/api/events?${new URLSearchParams({as: session.as})}`);
  feed.addEventListener('message', event => hear(JSON.parse(event.data)));
  feed.addEventListener('clock', event => setClock(JSON.parse(event.data)));
  let lost = false;
  feed.addEventListener('error', () => {
    lost = true;
    tell('The rehearsal does not answer. Is it still running?', true);
  });
  feed.addEventListener('open', () => {
    if (lost) {
      lost = false;
      tell('');
    }
    attempt(load);
  });
}

// ---- The first week

const KEY = 'mirrorball-guide';
let steps = {};

function drawGuide() {
  const all = [...byId('guide').querySelectorAll('[data-step]')];
  byId('guide').hidden = Boolean(steps.hidden) || all.every(step => steps[step.dataset.step]);
  let next = true;
  all.forEach(step => {
    const isDone = Boolean(steps[step.dataset.step]);
    step.classList.toggle('done', isDone);
    if (!isDone && next) {
      step.setAttribute('aria-current', 'step');
      next = false;
    } else {
      step.removeAttribute('aria-current');
    }
  });
}

function done(step) {
  steps[step] = true;
  sessionStorage.setItem(KEY + session.state.server, JSON.stringify(steps));
  drawGuide();
}

const STEPS = {lock: ['lock'], air: ['lock'], end: ['lock'], vote: [], hour: [], result: ['result'], week: ['pick', 'lock', 'result']};

async function control(name) {
  const buttons = [...document.querySelectorAll('[data-control]')];
  const focused = document.activeElement;
  buttons.forEach(button => { button.disabled = true; });
  tell('A moment…');
  const answer = await attempt(() => post('control', {name}));
  buttons.forEach(button => { button.disabled = false; });
  focused?.focus();
  if (answer) {
    setClock(answer);
    tell(answer.said);
    STEPS[name].forEach(done);
  }
}

document.querySelectorAll('[data-control]').forEach(button => {
  button.addEventListener('click', () => control(button.dataset.control));
});
byId('hide-guide').addEventListener('click', () => done('hidden'));

await attempt(load);
steps = JSON.parse(sessionStorage.getItem(KEY + session.state.server) || '{}');
drawGuide();
composer.clear(true);
listen();
