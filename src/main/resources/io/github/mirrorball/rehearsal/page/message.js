import {el, freshId} from './dom.js';
import {session} from './api.js';
import {attachment, component} from './components.js';
import {markdown} from './markdown.js';
import {avatar} from './people.js';
import {say} from './time.js';
import {called, localized, t} from './words.js';

const APP = 'Mirrorball';
const COMMAND = 3;
const shownName = user => (user.bot ? APP : user.global_name || user.username);

/** A message with everything on it that can be pressed. `act` does what is pressed. */
export function renderMessage(message, act) {
  const heading = freshId('by');
  const {author} = message;
  const classes = ['message', message.private && 'private', message.pings && 'pings', origin(message, []) && 'answer'];
  const node = el('article', {class: classes.filter(Boolean).join(' '), 'data-id': message.id, 'data-by': author.id,
    'data-at': message.shown, 'aria-labelledby': heading},
  origin(message, act.commands()),
  avatar(shownName(author), author.id, author.bot),
  el('div', {class: 'body'},
    el('header', {id: heading},
      el('span', {class: 'author'}, shownName(author)),
      author.bot && el('span', {class: 'tag'}, t('message.app')),
      el('time', {datetime: message.shown, title: say(new Date(message.shown), 'F')}, say(new Date(message.shown), 'short'))),
    message.content && markdown(message.content),
    (message.components || []).map(part => component(part, message, act)),
    (message.attachments || []).map(file => attachment(file, message)),
    message.edited_timestamp && el('span', {class: 'edited'}, t('message.edited')),
    reactions(message, act),
    el('p', {class: 'failed', role: 'alert'}),
    message.private && el('p', {class: 'only'}, el('span', {class: 'eye', 'aria-hidden': 'true'}), t('message.only'), ' · ',
      el('button', {type: 'button', class: 'linkish', onclick: () => act.dismiss(message)}, t('message.dismiss')))));
  contextMenu(node, message, act);
  return node;
}

/** Who asked for this, or what it answers. */
function origin(message, commands) {
  const by = message.interaction_metadata?.user;
  if (message.command && by) {
    return el('p', {class: 'origin'}, avatar(shownName(by), by.id, false), el('b', {}, shownName(by)),
      ` ${t('message.used')} `, el('span', {class: 'mention'}, `/${called(commands, message.command)}`));
  }
  return message.message_reference && by
    ? el('p', {class: 'origin'}, avatar(APP, '', true), el('b', {}, APP), ` · ${t('message.reply')} `, el('b', {}, shownName(by)))
    : null;
}

/** The reactions of a message, one's own marked. */
export function reactions(message, act) {
  const known = message.reactions || [];
  return el('div', {class: 'reactions', role: 'group', 'aria-label': t('message.reactions'), hidden: known.length === 0},
    known.map(reaction => pill(reaction, message, act)));
}

function pill({emoji, count, me, who}, message, act) {
  const name = emoji.id ? `${emoji.name}:${emoji.id}` : emoji.name;
  return el('button', {type: 'button', class: 'reaction', 'aria-pressed': String(me), 'data-key': `react:${name}`,
    title: reactors(who || [], count), 'aria-label': t('message.reaction', count, emoji.name),
    onclick: () => act.react(message, name, !me)},
  el('span', {class: 'emoji', 'aria-hidden': 'true'}, emoji.id ? `:${emoji.name}:` : emoji.name),
  el('span', {class: 'count'}, String(count)));
}

function reactors(names, count) {
  const list = names.join(', ');
  const rest = count - names.length;
  return list && rest > 0 ? t('message.others', rest, list) : list;
}

/** What the bot offers for a message as such: by its button, or by the right mouse button. */
function contextMenu(node, message, act) {
  const commands = act.commands().filter(command => command.type === COMMAND);
  if (commands.length === 0 || message.private) {
    return;
  }
  const opener = el('button', {type: 'button', class: 'more', 'aria-expanded': 'false', 'aria-label': t('message.more'),
    'data-key': 'more'}, '⋯');
  const list = el('ul', {class: 'context', hidden: true}, el('li', {class: 'head'}, t('message.apps')),
    commands.map(command => el('li', {}, el('button', {type: 'button', onclick: () => {
      show(false);
      act.menu(message, command.name);
    }}, el('img', {src: '/icon.svg', alt: ''}), localized(command, 'name')))));
  const show = open => {
    list.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
  };
  opener.addEventListener('click', () => show(list.hidden));
  node.addEventListener('contextmenu', event => {
    if (!event.target.closest('a, img') && String(getSelection()) === '') {
      event.preventDefault();
      show(true);
      list.querySelector('button').focus();
    }
  });
  const apps = el('div', {class: 'apps', onkeydown: event => {
    if (event.key === 'Escape') {
      show(false);
      opener.focus();
    }
  }}, opener, list);
  apps.addEventListener('focusout', event => {
    if (!apps.contains(event.relatedTarget)) {
      show(false);
    }
  });
  node.append(apps);
}

/** What a message says, without its form, for those who listen. */
export function spokenText(message) {
  const texts = [message.content];
  const collect = part => {
    texts.push(part.content);
    (part.components || []).forEach(collect);
  };
  (message.components || []).filter(part => !part.spoiler).forEach(collect);
  const plain = texts.filter(Boolean).join(' ').replace(/\|\|[\s\S]+?\|\|/g, t('spoiler'))
    .replace(/<t:\d+(?::\w)?>/g, '').replace(/<(\/[^:>]+):\d+>/g, '$1').replace(/[*_~`#>|\\]|-# /g, '').replace(/\s+/g, ' ').trim();
  return t('news.from', shownName(message.author), plain.slice(0, 200));
}

/** Whether a message is to be shown; which ones were dismissed only the page knows, as in Discord. */
export const visible = (message, dismissed) => !dismissed.has(message.id) && message.channel_id === session.channel;
