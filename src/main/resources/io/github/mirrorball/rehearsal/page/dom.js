/** Makes an element; attributes that start with "on" are listeners, and children that are nothing are left out. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter(child => child !== undefined && child !== null && child !== false));
  return node;
}

export const byId = id => document.getElementById(id);

let last = 0;

/** An id for an element that needs one. */
export function freshId(prefix) {
  last += 1;
  return `${prefix}-${last}`;
}

/** Snowflakes in order of time: they are longer than numbers can be. */
export const older = (one, other) => one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);

/** Draws the eye to something: brings it into view and lets it glow until it is used, or for a while. */
export function pointAt(node) {
  if (!node) {
    return;
  }
  document.querySelectorAll('.pointed').forEach(old => old.classList.remove('pointed'));
  node.classList.add('pointed');
  node.scrollIntoView({block: 'center'});
  const focusable = node.matches('button, input, select') ? node : node.querySelector('button, input, select');
  focusable?.focus({preventScroll: true});
  const stop = () => node.classList.remove('pointed');
  node.addEventListener('click', stop, {once: true});
  setTimeout(stop, 8000);
}
