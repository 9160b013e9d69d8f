import {el, byId} from './dom.js';
import {fileUrl, isOurs} from './api.js';
import {markdown} from './markdown.js';
import {menuButton} from './fields.js';
import {t} from './words.js';

const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link'];

/** What was uncovered stays so when its message is drawn anew. */
const uncovered = new Set();

/** One component of a message with all that is in it. `act` does what is pressed. */
export function component(part, message, act) {
  const inner = () => (part.components || []).map(child => component(child, message, act));
  switch (part.type) {
    case 1: return el('div', {class: 'row'}, inner());
    case 2: return button(part, message, act);
    case 3: case 5: case 6: case 7: case 8:
      return menuButton(part, values => act.choose(message, part.custom_id, values));
    case 9: return el('div', {class: 'section'}, el('div', {class: 'stack'}, inner()),
      part.accessory && component(part.accessory, message, act));
    case 10: return markdown(part.content);
    case 11: return picture(part, message, 'thumbnail');
    case 12: return el('div', {class: `gallery${part.items.length === 1 ? ' alone' : ''}`},
      part.items.map(item => picture(item, message, 'shown')));
    case 13: return attachment({url: part.file.url, filename: part.name || 'file', size: part.size}, message);
    case 14: return el('hr', {class: `${part.divider ? '' : 'space'}${part.spacing === 2 ? ' large' : ''}`});
    case 17: return container(part, inner(), message);
    default: return el('p', {class: 'hint'}, t('message.unknown', part.type));
  }
}

function container(part, children, message) {
  const node = el('div', {class: 'container'}, children);
  if (part.accent_color !== null && part.accent_color !== undefined) {
    node.classList.add('accented');
    node.style.setProperty('--edge', `#${part.accent_color.toString(16).padStart(6, '0')}`);
  }
  return part.spoiler ? covered(node, `${message.id}:${part.id}`) : node;
}

/** What is behind a spoiler's cover until somebody wants to see it. */
function covered(node, key) {
  if (uncovered.has(key)) {
    return node;
  }
  const cover = el('div', {class: 'covered'}, el('div', {class: 'hidden', inert: true, 'aria-hidden': 'true'}, node),
    el('button', {type: 'button', class: 'cover', 'aria-label': t('spoiler.show'), onclick: () => {
      uncovered.add(key);
      cover.replaceWith(node);
      node.tabIndex = -1;
      node.focus();
    }}, el('span', {class: 'pill'}, t('spoiler'))));
  return cover;
}

function button(part, message, act) {
  const emoji = part.emoji && !part.emoji.id ? part.emoji.name : '';
  const text = [emoji, part.label].filter(Boolean).join(' ');
  if (part.url) {
    return el('a', {class: 'button secondary', href: part.url, rel: 'noreferrer noopener', target: '_blank'}, `${text} ↗`);
  }
  const node = el('button', {type: 'button', class: `button ${STYLES[part.style] || 'secondary'}`, disabled: part.disabled,
    'data-key': part.custom_id, onclick: async () => {
      node.classList.add('waiting');
      await act.press(message, part.custom_id);
      node.classList.remove('waiting');
    }}, text);
  return node;
}

function picture(item, message, kind) {
  if (!isOurs(item.media.url)) {
    return el('p', {class: 'hint'}, t('picture.elsewhere', item.media.url));
  }
  const address = fileUrl(message, item.media.url);
  const node = image(address, item.description, kind, item.media);
  return item.spoiler ? covered(node, `${message.id}:${item.media.url}`) : node;
}

function image(address, description, kind, {width, height}) {
  const alt = description || t('picture.none');
  return el('button', {type: 'button', class: `picture ${kind}`, 'aria-label': `${t('picture.enlarge')}: ${alt}`,
    onclick: () => enlarge(address, alt)}, el('img', {src: address, alt, width, height}));
}

function enlarge(address, alt) {
  const dialog = byId('picture');
  dialog.setAttribute('aria-label', alt);
  dialog.replaceChildren(
    el('button', {type: 'button', class: 'close', 'aria-label': t('picture.close'), onclick: () => dialog.close()}, '✕'),
    el('img', {src: address, alt}), el('p', {}, alt));
  dialog.showModal();
}

/** A file of a message: a picture is shown, all else can be taken home. */
export function attachment(file, message) {
  if (!isOurs(file.url)) {
    return el('p', {class: 'hint'}, t('file.elsewhere', file.filename));
  }
  const address = fileUrl(message, file.url);
  if (/\.(png|jpg|gif|webp)$/.test(file.filename)) {
    return el('div', {class: 'gallery alone'}, image(address, file.description, 'shown', file));
  }
  return el('a', {class: 'file', href: address, download: file.filename, 'aria-label': t('file.download', file.filename)},
    el('span', {class: 'sheet', 'aria-hidden': 'true'}), el('span', {class: 'name'}, file.filename),
    file.size ? el('small', {}, size(file.size)) : null, el('span', {class: 'fetch', 'aria-hidden': 'true'}, '↓'));
}

const size = bytes => (bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`);
