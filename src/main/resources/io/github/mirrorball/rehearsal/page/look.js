import {byId} from './dom.js';
import {choose, spoken} from './words.js';

const KEY = 'mirrorball-theme';

function paint(theme) {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
}

/** The switches for colours and language; `redraw` shows all in the new language. */
export function hearLook(redraw) {
  const theme = byId('theme');
  theme.value = localStorage.getItem(KEY) || 'system';
  theme.addEventListener('change', () => {
    localStorage.setItem(KEY, theme.value);
    paint(theme.value);
  });
  const language = byId('language');
  language.value = spoken();
  language.addEventListener('change', async () => {
    await choose(language.value);
    redraw();
  });
}

/** At once, before anything is drawn. */
paint(localStorage.getItem(KEY) || 'system');
