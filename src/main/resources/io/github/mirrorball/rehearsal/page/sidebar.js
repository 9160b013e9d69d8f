import {el, byId} from './dom.js';
import {here, me, session} from './api.js';
import {avatar} from './people.js';
import {isUnread} from './unread.js';
import {t} from './words.js';

const sign = channel => el('span', {class: 'sign', 'aria-hidden': 'true'}, channel.direct ? '@' : '#');

/** The channels and the people to be; `go` changes either. */
export function drawSidebar(go) {
  const {channels, people} = session.state;
  const entry = channel => channelEntry(channel, () => go({channel: channel.id}));
  byId('channels').replaceChildren(...channels.filter(channel => !channel.direct).map(entry));
  byId('direct').replaceChildren(...channels.filter(channel => channel.direct).map(entry));
  const focused = byId('people').contains(document.activeElement);
  byId('people').replaceChildren(el('legend', {}, t('side.people')), ...people.map(person => personEntry(person, go)));
  if (focused) {
    byId('people').querySelector(':checked')?.focus();
  }
  drawHeading();
}

function channelEntry(channel, open) {
  const current = channel.id === session.channel;
  const unread = !current && isUnread(session.as, channel.id, channel.last);
  return el('li', {}, el('button', {type: 'button', class: unread ? 'unread' : null, 'data-id': channel.id,
    'aria-current': current ? 'page' : null, onclick: open},
  channel.direct ? avatar(channel.name, '', true) : sign(channel), el('span', {}, channel.name),
  unread && el('span', {class: 'dot'}, el('span', {class: 'spoken'}, t('side.unread')))));
}

function personEntry(person, go) {
  const chosen = person.id === session.as;
  const mail = !chosen && isUnread(person.id, person.direct, person.last);
  return el('label', {}, el('input', {type: 'radio', name: 'as', value: person.id, checked: chosen, onchange: () => go({as: person.id})}),
    avatar(person.name, person.id, false),
    el('span', {class: 'name'}, person.name),
    person.host && el('small', {class: 'badge'}, t('side.host')),
    mail && el('span', {class: 'dot'}, el('span', {class: 'spoken'}, t('side.mail'))));
}

function drawHeading() {
  const channel = here();
  const host = session.state.people.find(person => person.host);
  const topic = channel.direct ? t('channel.direct', me().name)
    : t(channel.name === 'hosts' ? 'channel.hosts' : 'channel.season');
  byId('channel').replaceChildren(sign(channel), channel.name);
  byId('topic').textContent = topic;
  byId('me').replaceChildren(avatar(me().name, me().id, false));
  document.body.dataset.host = String(host?.id === session.as);
  const waits = session.state.channels.some(one => one.id !== session.channel && isUnread(session.as, one.id, one.last))
    || session.state.people.some(one => one.id !== session.as && isUnread(one.id, one.direct, one.last));
  byId('open-side').classList.toggle('news', waits);
}
