import {el} from './dom.js';
import {session} from './api.js';

const BODY = String.raw`((?:\\[\s\S]|[^\\])+?)`;
const rule = (pattern, make) => [new RegExp(`^(?:${pattern})`, 'u'), make];

const INLINE = [
  rule(String.raw`\\([^\p{L}\p{N}\s])`, match => match[1]),
  rule('``(.+?)``|`([^`\\n]+)`', match => el('code', {}, match[1] ?? match[2])),
  rule(String.raw`\*\*${BODY}\*\*(?!\*)`, match => el('strong', {}, inline(match[1]))),
  rule(`__${BODY}__(?!_)`, match => el('u', {}, inline(match[1]))),
  rule(`~~${BODY}~~`, match => el('s', {}, inline(match[1]))),
  rule(String.raw`\|\|${BODY}\|\|`, match => spoiler(match[1])),
  rule(String.raw`\*(?!\s)${BODY}\*`, match => el('em', {}, inline(match[1]))),
  rule(String.raw`_(?!\s)${BODY}_(?![\p{L}\p{N}])`, match => el('em', {}, inline(match[1]))),
  rule('<t:(-?\\d+)(?::([tTdDfFR]))?>', match => moment(Number(match[1]), match[2] || 'f')),
  rule('<@&(\\d+)>', match => mention('@', session.state.roles, match[1], 'unknown-role')),
  rule('<@!?(\\d+)>', match => mention('@', session.state.people, match[1], 'unknown-user')),
  rule('<#(\\d+)>', match => mention('#', session.state.channels, match[1], 'unknown')),
  rule('</([^:>]+):\\d+>', match => el('span', {class: 'mention'}, `/${match[1]}`)),
  rule('<a?:([A-Za-z0-9_]+):\\d+>', match => `:${match[1]}:`),
  rule('\\[([^\\]]+)\\]\\((https?://[^)\\s]+)\\)', match => link(match[2], match[1])),
  rule('https?://[^\\s<]+', match => link(match[0], match[0])),
];

function mention(sign, known, id, otherwise) {
  const found = known.find(one => one.id === id);
  return el('span', {class: 'mention'}, sign + (found ? found.name : otherwise));
}

function link(address, text) {
  return el('a', {href: address, rel: 'noreferrer noopener', target: '_blank'}, text);
}

function spoiler(text) {
  const cover = el('button', {type: 'button', class: 'spoiler', 'aria-label': 'Spoiler, press to show'}, inline(text));
  cover.addEventListener('click', () => cover.replaceWith(el('span', {class: 'revealed'}, inline(text))));
  return cover;
}

function moment(seconds, style) {
  const node = el('time', {class: 'moment', datetime: new Date(seconds * 1000).toISOString(), 'data-style': style});
  node.textContent = momentText(node);
  return node;
}

const STYLES = {
  t: {timeStyle: 'short'},
  T: {timeStyle: 'medium'},
  d: {dateStyle: 'short'},
  D: {dateStyle: 'long'},
  f: {dateStyle: 'long', timeStyle: 'short'},
  F: {dateStyle: 'full', timeStyle: 'short'},
};

const UNITS = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

/** A moment as people at the show clock would say it, in the zone of the season. */
export function say(date, style) {
  return new Intl.DateTimeFormat('en', {...STYLES[style], timeZone: session.state.zone}).format(date);
}

function relative(date) {
  const seconds = Math.round((date - new Date(session.state.now)) / 1000);
  const [unit, size] = UNITS.find(([, least]) => Math.abs(seconds) >= least) || UNITS[UNITS.length - 1];
  return new Intl.RelativeTimeFormat('en', {numeric: 'auto'}).format(Math.round(seconds / size), unit);
}

function momentText(node) {
  const date = new Date(node.getAttribute('datetime'));
  return node.dataset.style === 'R' ? relative(date) : say(date, node.dataset.style);
}

/** Says all moments anew, after the clock was wound. */
export function refreshMoments(root) {
  root.querySelectorAll('time.moment').forEach(node => {
    node.textContent = momentText(node);
  });
}

/** Text within a line. */
export function inline(text) {
  const line = document.createDocumentFragment();
  let plain = '';
  let rest = text;
  while (rest) {
    const [match, make] = firstMatch(rest);
    if (match) {
      line.append(plain, make(match));
      plain = '';
      rest = rest.slice(match[0].length);
    } else {
      const step = /^(?:[^\\`*_~|<[h]+|[\s\S])/u.exec(rest)[0];
      plain += step;
      rest = rest.slice(step.length);
    }
  }
  line.append(plain);
  return line;
}

function firstMatch(rest) {
  for (const [pattern, make] of INLINE) {
    const match = pattern.exec(rest);
    if (match) {
      return [match, make];
    }
  }
  return [null, null];
}

const BLOCKS = [
  [/^(#{1,3}) +(.+)$/, match => el(`h${match[1].length + 2}`, {}, inline(match[2]))],
  [/^-# +(.+)$/, match => el('small', {class: 'subtext'}, inline(match[1]))],
  [/^> ?(.*)$/, match => el('blockquote', {}, inline(match[1]))],
];

const ITEM = /^(\s*)(?:[-*]|(\d+)\.) +(.+)$/;

/** A text as Discord shows it, as far as bots write it. */
export function markdown(text) {
  const root = el('div', {class: 'markdown'});
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at].startsWith('```')) {
      at = fence(root, lines, at);
    } else {
      block(root, lines[at]);
    }
  }
  return root;
}

function fence(root, lines, from) {
  let to = from + 1;
  while (to < lines.length && !lines[to].startsWith('```')) {
    to += 1;
  }
  root.append(el('pre', {tabindex: '0'}, el('code', {}, lines.slice(from + 1, to).join('\n'))));
  return to;
}

function block(root, line) {
  const item = ITEM.exec(line);
  if (item) {
    listItem(root, item);
    return;
  }
  for (const [pattern, make] of BLOCKS) {
    const match = pattern.exec(line);
    if (match) {
      root.append(make(match));
      return;
    }
  }
  paragraph(root, line);
}

function listItem(root, [, indent, number, text]) {
  const tag = number ? 'OL' : 'UL';
  let list = root.lastElementChild;
  if (!list || list.tagName !== tag) {
    list = el(tag.toLowerCase(), number ? {start: number} : {});
    root.append(list);
  }
  list.append(el('li', {class: indent.length > 1 ? 'deeper' : null}, inline(text)));
}

function paragraph(root, line) {
  const before = root.lastElementChild;
  if (before && before.tagName === 'P' && line) {
    before.append(el('br'), inline(line));
  } else if (line) {
    root.append(el('p', {}, inline(line)));
  } else if (before) {
    root.append(el('div', {class: 'blank'}));
  }
}
