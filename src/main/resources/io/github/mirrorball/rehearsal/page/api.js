import {locale, t} from './words.js';

/** Who is at the page, where, and what there is. */
export const session = {
  as: '',
  channel: '',
  state: {people: [], channels: [], roles: [], events: [], guide: {}, now: '', zone: 'UTC'},
};

export const me = () => session.state.people.find(person => person.id === session.as);
export const here = () => session.state.channels.find(channel => channel.id === session.channel);

async function answered(response) {
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.error || t('status.failed', response.status));
  }
  return body;
}

/** Asks as the person at the page, in the channel that is open. */
export async function get(path, parameters = {}) {
  const query = new URLSearchParams({as: session.as, channel: session.channel, ...parameters});
  return answered(await fetch(`/api/${path}?${query}`));
}

/** Does something as the person at the page, in the channel that is open. */
export async function post(path, body) {
  return answered(await fetch(`/api/${path}`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({as: session.as, channel: session.channel, locale: locale(), ...body}),
  }));
}

/** Where a file of a message can be loaded from: the stage has an address of its own, which the page must not use. */
export function fileUrl(message, url) {
  const name = decodeURIComponent(url.slice(url.lastIndexOf('/') + 1));
  const query = new URLSearchParams({as: session.as, channel: message.channel_id, message: message.id, name});
  return `/api/file?${query}`;
}

/** Whether a file is the stage's own; nothing is ever loaded from elsewhere. */
export const isOurs = url => /^http:\/\/127\.0\.0\.1:\d+\/attachments\//.test(url);
