import {byId, el, older} from './dom.js';
import {get, post, session} from './api.js';
import {drawClock, hearControls} from './clock.js';
import {Composer, flatten} from './composer.js';
import {closeDrawers, hearDrawers, openDrawer} from './drawers.js';
import {drawEvents} from './events.js';
import {openForm} from './form.js';
import {Guide} from './guide.js';
import {History} from './history.js';
import {hearLook} from './look.js';
import {markdown} from './markdown.js';
import {spokenText, visible} from './message.js';
import {hearStartOver} from './over.js';
import {drawSidebar} from './sidebar.js';
import {refreshMoments} from './time.js';
import {markRead, remember} from './unread.js';
import {preferred, speak, t} from './words.js';

const OPENING_MILLIS = 250;

const messages = new Map();
const dismissed = new Set();
let commands = [];
let feed = null;
let news = 0;

// ---- What people do

/** Says something about what was done; `said` are the bot's own words, which are Markdown. */
function tell(text, isError, said) {
  const status = byId('status');
  status.replaceChildren(el('p', {class: isError ? 'error' : null}, text));
  if (said) {
    status.append(el('blockquote', {}, markdown(said)));
  }
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

/** Does something with the bot, and shows what it opens; `about` is the message that was used for it. */
async function ask(path, body, about) {
  const slow = setTimeout(() => tell(t('status.thinking')), 250);
  const answer = await attempt(() => post(path, body));
  clearTimeout(slow);
  if (answer) {
    tell('');
    follow(answer, about);
  }
}

function follow(answer, about) {
  if (answer.kind === 'form') {
    openForm(answer, next => follow(next, about));
  } else if (answer.kind === 'message') {
    dismissed.delete(answer.id);
    history.reveal(answer.id);
  } else if (answer.kind === 'silence' && about) {
    const failed = history.find(about.id)?.querySelector('.failed');
    if (failed) {
      failed.textContent = t('message.failed');
    }
  } else if (answer.kind === 'silence') {
    tell(t('status.notResponding'), true);
  }
}

const act = {
  press: (message, customId) => ask('press', {message: message.id, customId}, message),
  choose: (message, customId, values) => ask('choose', {message: message.id, customId, values}, message),
  react: (message, emoji, on) => attempt(() => post('react', {message: message.id, emoji, on})),
  menu: (message, command) => ask('menu', {message: message.id, command}, message),
  commands: () => commands,
  dismiss(message) {
    dismissed.add(message.id);
    history.remove(message.id);
    byId('say')?.focus();
  },
};

const history = new History(byId('history'), byId('jump'), act);

const composer = new Composer(byId('composer'), {
  commands: () => flatten(commands),
  run: (command, options) => ask('slash', {path: command.path, options}),
  say: text => attempt(() => post('say', {text})),
});

const guide = new Guide(byId('guide'), {
  become: (as, channel) => go({as, channel}),
  open: channel => go({channel}),
  openShow: () => openDrawer('show'),
  command: path => composer.start(path),
});

// ---- What happens

function hear({channel, id, gone, message}) {
  news += 1;
  const known = session.state.channels.find(one => one.id === channel);
  if (known && !gone && older(known.last, id) < 0) {
    known.last = id;
    if (channel !== session.channel) {
      drawSidebar(go);
    }
  }
  if (channel !== session.channel) {
    return;
  }
  if (gone) {
    messages.delete(id);
    history.remove(id);
    return;
  }
  const isNew = !messages.has(id);
  messages.set(id, message);
  if (visible(message, dismissed)) {
    history.place(message);
  }
  if (isNew) {
    markRead(channel, id);
    byId('news').textContent = spokenText(message);
  }
}

function hearElsewhere({person, id}) {
  const addressee = session.state.people.find(one => one.id === person);
  if (addressee && older(addressee.last, id) < 0) {
    addressee.last = id;
    drawSidebar(go);
  }
}

function setClock(clock) {
  if (session.state.channels.length === 0) {
    return;
  }
  if (clock.server !== session.state.server) {
    location.reload();
    return;
  }
  for (const field of ['locks', 'airs', 'ends', 'waiting']) {
    delete session.state[field];
  }
  Object.assign(session.state, clock);
  drawClock();
  guide.draw();
  refreshMoments(document);
}

// ---- Where and when

/** Who and what there is; waits for it while the stage is being set, and begins anew where somebody started over. */
async function state() {
  let found = await get('state');
  while (found.opening) {
    byId('season').textContent = t('page.opening');
    tell(t('page.opening'));
    await new Promise(later => { setTimeout(later, OPENING_MILLIS); });
    tell('');
    found = await get('state');
  }
  if (session.state.server && found.server !== session.state.server) {
    location.reload();
  }
  return found;
}

/** Reads everything anew, as often as something happened meanwhile. */
async function load() {
  let before;
  do {
    before = news;
    session.state = await state();
    session.as = session.state.as;
    const named = session.state.channels.find(channel => channel.id === session.channel || channel.name === session.channel);
    session.channel = (named || session.state.channels[0]).id;
    commands = await get('commands');
    const all = await get('messages');
    messages.clear();
    all.forEach(message => messages.set(message.id, message));
  } while (before !== news);
  remember();
  markRead(session.channel, session.state.channels.find(channel => channel.id === session.channel).last);
  redraw();
}

function redraw() {
  byId('season').textContent = session.state.title || t('page.title');
  drawSidebar(go);
  drawClock();
  drawEvents();
  guide.draw();
  history.draw([...messages.values()].filter(message => visible(message, dismissed))
    .sort((one, other) => older(one.id, other.id)));
}

/** The way that is being gone, and ends where the page has drawn everything. */
let way = Promise.resolve();

/** Goes to another channel, or becomes somebody else; returns once the page is there, also where it was on its way already. */
function go(where) {
  const becomes = where.as && where.as !== session.as;
  const moves = where.channel && where.channel !== session.channel;
  if (becomes || moves) {
    way = arrive(where, becomes);
  } else {
    closeDrawers();
  }
  return way;
}

async function arrive(where, becomes) {
  const direct = session.state.channels.find(channel => channel.id === session.channel)?.direct;
  const stay = direct && becomes ? 'Mirrorball' : session.channel;
  Object.assign(session, {as: where.as || session.as, channel: where.channel || stay});
  tell('');
  byId('history').setAttribute('aria-busy', 'true');
  if (becomes) {
    await listen();
  }
  await attempt(load);
  composer.clear(false);
  byId('history').removeAttribute('aria-busy');
  if (!becomes) {
    byId('channels').parentElement.querySelector('[aria-current]')?.focus();
    closeDrawers();
  }
}

/** Hears what happens to the person at the page from now on; returns once it does. */
function listen() {
  feed?.close();
  feed = new EventSource(`/api/events?${new URLSearchParams({as: session.as})}`);
  feed.addEventListener('message', event => hear(JSON.parse(event.data)));
  feed.addEventListener('clock', event => setClock(JSON.parse(event.data)));
  feed.addEventListener('elsewhere', event => hearElsewhere(JSON.parse(event.data)));
  feed.addEventListener('events', event => {
    session.state.events = JSON.parse(event.data);
    drawEvents();
  });
  return new Promise(opened => {
    let lost = false;
    feed.addEventListener('error', () => {
      lost = true;
      tell(t('status.lost'), true);
      opened();
    });
    feed.addEventListener('open', () => {
      if (lost) {
        lost = false;
        tell('');
        attempt(load);
      }
      opened();
    });
  });
}

async function control(name) {
  tell(t('status.moment'));
  const answer = await attempt(() => post('control', {name}));
  if (answer) {
    setClock(answer);
    tell(t(`told.${answer.told}`, ...answer.details), Boolean(answer.said), answer.said);
  }
}

await speak(preferred());
hearLook(() => {
  redraw();
  composer.clear(false);
});
hearDrawers();
hearControls(control);
hearStartOver(() => attempt(() => post('over', {})));
document.addEventListener('keydown', event => {
  if (event.key === '/' && !event.target.matches('input, textarea, select') && !document.querySelector('dialog[open]')) {
    event.preventDefault();
    composer.type('/');
  }
});
byId('picture').addEventListener('click', event => {
  if (event.target === byId('picture')) {
    byId('picture').close();
  }
});
await attempt(load);
await listen();
await attempt(load);
composer.clear(matchMedia('(hover: hover)').matches);
document.documentElement.dataset.ready = 'true';
