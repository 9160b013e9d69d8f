import {byId} from './dom.js';

/** Hears whoever wants to start over, and makes sure that they do; `startOver` returns what was done, or nothing where it failed. */
export function hearStartOver(startOver) {
  const dialog = byId('over');
  byId('start-over').addEventListener('click', () => dialog.showModal());
  byId('over-sure').addEventListener('click', async event => {
    event.preventDefault();
    const buttons = dialog.querySelectorAll('button');
    buttons.forEach(button => { button.disabled = true; });
    const done = await startOver();
    buttons.forEach(button => { button.disabled = false; });
    dialog.close();
    if (done) {
      location.reload();
    }
  });
}
