import {el, byId, freshId} from './dom.js';
import {post, session} from './api.js';
import {formField} from './fields.js';
import {markdown} from './markdown.js';
import {t} from './words.js';

/** Opens a form that the bot sent; `follow` goes on with what it answers. */
export function openForm({form, id, real}, follow) {
  const dialog = byId('form');
  const fields = [];
  const error = el('p', {role: 'alert', class: 'error'});
  const rows = form.components.map(outer => formRow(outer, fields));
  const submit = el('button', {type: 'submit', class: 'button primary'}, t('form.submit'));
  const send = async event => {
    event.preventDefault();
    submit.disabled = true;
    submit.classList.add('waiting');
    error.textContent = '';
    try {
      const values = {};
      for (const field of fields) {
        values[field.customId] = await field.read();
      }
      const answer = await post('submit', {form: id, values});
      if (answer.kind === 'silence') {
        error.textContent = t('status.notResponding');
      } else {
        dialog.close();
        follow(answer);
      }
    } catch (failed) {
      error.textContent = failed.message;
    }
    submit.disabled = false;
    submit.classList.remove('waiting');
  };
  dialog.replaceChildren(el('form', {onsubmit: send},
    el('header', {}, el('img', {src: '/icon.svg', alt: ''}), el('h2', {id: 'form-title'}, form.title),
      el('button', {type: 'button', class: 'close', 'aria-label': t('form.close'), onclick: () => dialog.close()}, '✕')),
    el('div', {class: 'fields', tabindex: '-1'}, el('p', {class: 'hint'}, t('form.goesTo')), realResult(real, fields), rows),
    el('footer', {}, error,
      el('button', {type: 'button', class: 'button plain', onclick: () => dialog.close()}, t('form.cancel')), submit)));
  dialog.showModal();
  dialog.querySelectorAll('.options :checked').forEach(chosen => chosen.scrollIntoView({block: 'nearest'}));
  dialog.querySelector('.fields').scrollTop = 0;
  dialog.querySelector('.fields :is(input, textarea, select):not(:disabled)')?.focus();
}

/** What really happened, for a form that takes a result: filled in at once for whoever follows the guide, else offered. */
function realResult(real, fields) {
  const known = fields.filter(field => field.customId in real);
  if (known.length === 0) {
    return null;
  }
  const blank = known.map(field => field.read());
  const text = el('p');
  const button = el('button', {type: 'button', class: 'button plain'});
  let isFilled = session.state.guide.result;
  const turn = () => {
    isFilled = !isFilled;
    known.forEach((field, at) => field.fill(isFilled ? real[field.customId] : blank[at]));
    text.textContent = t(isFilled ? 'form.real' : 'form.unreal');
    button.textContent = t(isFilled ? 'form.empty' : 'form.fill');
  };
  button.addEventListener('click', turn);
  turn();
  return el('div', {class: 'real'}, text, button);
}

function formRow(outer, fields) {
  if (outer.type === 10) {
    return markdown(outer.content);
  }
  const component = outer.component || outer.components[0];
  const id = freshId('field');
  const field = formField(component, id);
  const label = outer.label || component.label || '';
  fields.push({customId: component.custom_id, ...field});
  const hint = outer.description && el('small', {id: `${id}-hint`}, outer.description);
  if (hint) {
    field.node.setAttribute('aria-describedby', hint.id);
  }
  if (!field.labelled) {
    field.node.setAttribute('aria-label', label);
  }
  const mark = (component.required ?? true) ? el('span', {class: 'must', 'aria-hidden': 'true'}, ' *')
    : el('span', {class: 'may'}, ` (${t('form.optional')})`);
  return el('div', {class: `field${component.type === 23 ? ' ticked' : ''}`},
    field.labelled ? el('label', {for: id}, label, mark) : el('p', {class: 'label'}, label, mark), hint, field.node);
}
