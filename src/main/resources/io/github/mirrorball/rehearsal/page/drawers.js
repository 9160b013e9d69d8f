import {byId} from './dom.js';

/** The panels at the sides, which on narrow windows are opened and closed. */
const DRAWERS = {side: matchMedia('(max-width: 48rem)'), show: matchMedia('(max-width: 72rem)')};

const opener = name => byId(`open-${name}`);

function set(name, open) {
  const narrow = DRAWERS[name].matches;
  const shown = !narrow || open;
  byId(name).classList.toggle('open', open && narrow);
  byId(name).inert = !shown;
  opener(name).setAttribute('aria-expanded', String(shown));
  byId('shade').hidden = !Object.keys(DRAWERS).some(each => byId(each).classList.contains('open'));
}

export function openDrawer(name) {
  if (DRAWERS[name].matches) {
    closeDrawers();
    set(name, true);
    byId(name).querySelector('button, input')?.focus();
  }
}

export function closeDrawers() {
  Object.keys(DRAWERS).forEach(name => set(name, false));
}

/** Hears what opens and closes them. */
export function hearDrawers() {
  for (const name of Object.keys(DRAWERS)) {
    opener(name).addEventListener('click', () => openDrawer(name));
    DRAWERS[name].addEventListener('change', closeDrawers);
    byId(name).addEventListener('keydown', event => {
      if (event.key === 'Escape' && byId(name).classList.contains('open')) {
        closeDrawers();
        opener(name).focus();
      }
    });
  }
  byId('shade').addEventListener('click', closeDrawers);
  byId('close-show').addEventListener('click', () => {
    closeDrawers();
    opener('show').focus();
  });
  closeDrawers();
}
