const LANGUAGES = ['en', 'de'];
const KEY = 'mirrorball-language';

let words = {};
let language = 'en';

/** What the browser would like best of what there is, unless the one at the page chose. */
export function preferred() {
  const chosen = localStorage.getItem(KEY);
  const wanted = [chosen, ...navigator.languages].filter(Boolean).map(tag => tag.slice(0, 2).toLowerCase());
  return wanted.find(tag => LANGUAGES.includes(tag)) || LANGUAGES[0];
}

/** Speaks this language from now on. */
export async function speak(tag) {
  const response = await fetch(`/words-${tag}.json`);
  words = await response.json();
  language = tag;
  document.documentElement.lang = tag;
  document.querySelectorAll('[data-words]').forEach(node => { node.textContent = t(node.dataset.words); });
  document.querySelectorAll('[data-label]').forEach(node => { node.setAttribute('aria-label', t(node.dataset.label)); });
  document.title = t('page.title');
}

/** Remembers a choice of language. */
export async function choose(tag) {
  localStorage.setItem(KEY, tag);
  await speak(tag);
}

export const spoken = () => language;

/** The language for dates and numbers: the browser's own kind of it, if it has one. */
export const regional = () => navigator.languages.find(tag => tag.toLowerCase().startsWith(language)) || language;

/** What Discord would tell the bot about this person's language. */
export const locale = () => (language === 'de' ? 'de' : regional() === 'en-GB' ? 'en-GB' : 'en-US');

/** A sentence, with what goes into it; where it has forms for one and several, the first detail is the number. */
export function t(key, ...details) {
  const form = key in words ? key : `${key}.${new Intl.PluralRules(language).select(Number(details[0]))}`;
  return (words[form] ?? key).replace(/\{(\d)\}/g, (whole, at) => String(details[at] ?? whole));
}

/** Something of Discord's that may come with translations, such as a command's description. */
export const localized = (thing, field) => thing[`${field}_localizations`]?.[locale()] || thing[field];

/** What a command is called in this language, given the English words that lead to it. */
export function called(commands, path) {
  let level = commands;
  return path.split(' ').map(word => {
    const found = level.find(one => one.name === word);
    level = found?.options || [];
    return found ? localized(found, 'name') : word;
  }).join(' ');
}
