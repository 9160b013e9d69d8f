import {el, freshId} from './dom.js';
import {session, fileUrl, isOurs} from './api.js';
import {markdown, say} from './markdown.js';
import {menuButton} from './fields.js';

const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link'];

/** A message with everything on it that can be pressed. `act` does what is pressed. */
export function renderMessage(message, act) {
  const author = message.author.global_name || message.author.username;
  const bot = message.author.bot;
  const heading = freshId('by');
  return el('article', {class: `message${message.private ? ' private' : ''}`, 'data-id': message.id, 'aria-labelledby': heading},
    el('div', {class: `avatar${bot ? ' bot' : ''}`, 'aria-hidden': 'true'}, bot ? '🪩' : author.slice(0, 1)),
    el('div', {class: 'body'},
      el('header', {id: heading},
        el('span', {class: 'author'}, bot ? 'Mirrorball' : author),
        bot && el('span', {class: 'tag'}, 'APP'),
        el('time', {datetime: message.shown}, say(new Date(message.shown), 'f')),
        message.edited_timestamp && el('span', {class: 'edited'}, '(edited)')),
      message.content && markdown(message.content),
      (message.components || []).map(component => render(component, message, act)),
      (message.attachments || []).map(file => attachment(file.url, file.filename, file.description, message)),
      reactions(message, act),
      message.private && el('p', {class: 'only'}, 'Only you can see this · ',
        el('button', {type: 'button', class: 'linkish', onclick: () => act.dismiss(message)}, 'Dismiss message'))),
    contextMenu(message, act));
}

function render(component, message, act) {
  const inner = () => (component.components || []).map(child => render(child, message, act));
  switch (component.type) {
    case 1: return el('div', {class: 'row'}, inner());
    case 2: return button(component, message, act);
    case 3: case 5: case 6: case 7: case 8:
      return menuButton(component, values => act.choose(message, component.custom_id, values));
    case 9: return el('div', {class: 'section'}, el('div', {}, inner()), component.accessory && render(component.accessory, message, act));
    case 10: return markdown(component.content);
    case 11: return picture(component, message, 'thumbnail');
    case 12: return el('div', {class: 'gallery'}, component.items.map(item => picture(item, message, 'shown')));
    case 13: return attachment(component.file.url, component.name, '', message);
    case 14: return el('hr', {class: component.divider ? null : 'space'});
    case 17: return container(component, inner());
    default: return el('p', {class: 'hint'}, `(The page does not show components of type ${component.type}.)`);
  }
}

function container(component, children) {
  const node = el('div', {class: 'container'}, children);
  if (component.accent_color !== null && component.accent_color !== undefined) {
    node.style.setProperty('--accent', `#${component.accent_color.toString(16).padStart(6, '0')}`);
  }
  return component.spoiler ? covered(node) : node;
}

/** What is behind a spoiler's cover until somebody wants to see it. */
function covered(node) {
  const cover = el('button', {type: 'button', class: 'cover'}, 'Spoiler: press to show');
  cover.addEventListener('click', () => cover.replaceWith(node));
  return cover;
}

function button(component, message, act) {
  const emoji = component.emoji && !component.emoji.id ? component.emoji.name : '';
  const text = [emoji, component.label].filter(Boolean).join(' ');
  if (component.url) {
    return el('a', {class: 'button link', href: component.url, rel: 'noreferrer noopener', target: '_blank'}, `${text} ↗`);
  }
  return el('button', {type: 'button', class: `button ${STYLES[component.style] || 'secondary'}`, disabled: component.disabled,
    'data-key': component.custom_id, onclick: () => act.press(message, component.custom_id)}, text);
}

function picture(item, message, kind) {
  if (!isOurs(item.media.url)) {
    return el('p', {class: 'hint'}, `Picture: ${item.media.url}`);
  }
  const image = el('img', {class: kind, src: fileUrl(message, item.media.url), alt: item.description || '', loading: 'lazy'});
  return item.spoiler ? covered(image) : image;
}

function attachment(url, name, description, message) {
  if (!isOurs(url)) {
    return el('p', {class: 'hint'}, `File: ${name}`);
  }
  const address = fileUrl(message, url);
  return name.endsWith('.png')
    ? el('img', {class: 'shown', src: address, alt: description || ''})
    : el('a', {class: 'file', href: address, download: name}, `📄 ${name}`);
}

function reactions(message, act) {
  const known = message.reactions || [];
  return known.length > 0 && el('div', {class: 'reactions', role: 'group', 'aria-label': 'Reactions'},
    known.map(({emoji, count, me}) => {
      const name = emoji.id ? `${emoji.name}:${emoji.id}` : emoji.name;
      return el('button', {type: 'button', class: 'reaction', 'aria-pressed': String(me), 'data-key': `react:${name}`,
        'aria-label': `${emoji.name}, ${count} ${count === 1 ? 'reaction' : 'reactions'}`,
        onclick: () => act.react(message, name, !me)}, `${emoji.id ? `:${emoji.name}:` : emoji.name} `, el('span', {}, String(count)));
    }));
}

/** What the bot offers for a message as such. */
function contextMenu(message, act) {
  const commands = act.messageCommands();
  if (commands.length === 0 || message.private) {
    return null;
  }
  const list = el('ul', {class: 'context', hidden: true}, commands.map(command => el('li', {},
    el('button', {type: 'button', onclick: () => {
      list.hidden = true;
      act.menu(message, command.name);
    }}, command.name))));
  const opener = el('button', {type: 'button', class: 'more', 'aria-expanded': 'false', 'aria-label': 'Apps for this message',
    'data-key': 'more'}, '⋯');
  opener.addEventListener('click', () => {
    list.hidden = !list.hidden;
    opener.setAttribute('aria-expanded', String(!list.hidden));
  });
  return el('div', {class: 'apps', onkeydown: event => {
    if (event.key === 'Escape') {
      list.hidden = true;
      opener.focus();
    }
  }}, opener, list);
}

/** Whether a message is to be shown; which ones were dismissed only the page knows, as in Discord. */
export const visible = (message, dismissed) => !dismissed.has(message.id) && message.channel_id === session.channel;
