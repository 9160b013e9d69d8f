import {el} from './dom.js';
import {session} from './api.js';
import {moment} from './time.js';
import {t} from './words.js';

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
  rule('<@&(\\d+)>', match => mention('@', session.state.roles, match[1], 'mention.role')),
  rule('<@!?(\\d+)>', match => mention('@', session.state.people, match[1], 'mention.user')),
  rule('<#(\\d+)>', match => mention('#', session.state.channels, match[1], 'mention.channel')),
  rule('</([^:>]+):\\d+>', match => el('span', {class: 'mention'}, `/${match[1]}`)),
  rule('@(?:everyone|here)\\b', match => el('span', {class: 'mention'}, match[0])),
  rule('<a?:([A-Za-z0-9_]+):\\d+>', match => `:${match[1]}:`),
  rule('\\[([^\\]]+)\\]\\(<?(https?://[^)>\\s]+)>?\\)', match => link(match[2], inline(match[1]))),
  rule('<(https?://[^>\\s]+)>', match => link(match[1], match[1])),
  rule('https?://[^\\s<]*[^\\s<.,:;!?)"\']', match => link(match[0], match[0])),
];

function mention(sign, known, id, otherwise) {
  const found = known.find(one => one.id === id);
  return el('span', {class: 'mention'}, sign + (found ? found.name : t(otherwise)));
}

function link(address, text) {
  return el('a', {href: address, rel: 'noreferrer noopener', target: '_blank'}, text);
}

function spoiler(text) {
  const cover = el('button', {type: 'button', class: 'spoiler', 'aria-label': t('spoiler.show')},
    el('span', {'aria-hidden': 'true'}, inline(text)));
  cover.addEventListener('click', () => {
    const shown = el('span', {class: 'revealed', tabindex: '-1'}, inline(text));
    cover.replaceWith(shown);
    shown.focus();
  });
  return cover;
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
      const step = /^(?:[^\\`*_~|<[h@]+|[\s\S])/u.exec(rest)[0];
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

const HEADING = /^(#{1,3}) +(.+)$/;
const SUBTEXT = /^-# +(.+)$/;
const ITEM = /^(\s*)(?:[-*]|(\d+)\.) +(.+)$/;

/** A text as Discord shows it, as far as bots write it. */
export function markdown(text) {
  const root = el('div', {class: 'markdown'});
  blocks(root, text.split('\n'));
  return root;
}

function blocks(root, lines) {
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at].startsWith('```')) {
      at = fence(root, lines, at);
    } else if (lines[at].startsWith('>>> ')) {
      quote(root, [lines[at].slice(4), ...lines.slice(at + 1)]);
      return;
    } else if (/^> /.test(lines[at]) || lines[at] === '>') {
      const from = at;
      while (at + 1 < lines.length && lines[at + 1].startsWith('>')) {
        at += 1;
      }
      quote(root, lines.slice(from, at + 1).map(line => line.replace(/^> ?/, '')));
    } else {
      block(root, lines[at]);
    }
  }
}

function fence(root, lines, from) {
  let to = from + 1;
  while (to < lines.length && !lines[to].startsWith('```')) {
    to += 1;
  }
  root.append(el('pre', {tabindex: '0'}, el('code', {}, lines.slice(from + 1, to).join('\n'))));
  return to;
}

function quote(root, lines) {
  const inner = el('blockquote');
  blocks(inner, lines);
  root.append(inner);
}

function block(root, line) {
  const item = ITEM.exec(line);
  const heading = HEADING.exec(line);
  const subtext = SUBTEXT.exec(line);
  if (subtext) {
    root.append(el('small', {class: 'subtext'}, inline(subtext[1])));
  } else if (heading) {
    root.append(el('h3', {class: `size-${heading[1].length}`}, inline(heading[2])));
  } else if (item) {
    listItem(root, item);
  } else {
    paragraph(root, line);
  }
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
