import { element } from './element.ts';

/** What an element tells the page that it stands in: the events of these names. */
export function eventLog(source: HTMLElement, names: readonly string[]): HTMLElement {
  const count = element('b', {}, '0');
  const list = element('ol', { 'aria-label': 'Events, newest first', tabindex: '0' });
  for (const name of names) {
    source.addEventListener(name, (event) => {
      list.prepend(entry(event as CustomEvent<unknown>));
      count.textContent = String(list.children.length);
    });
  }
  return element('details', { class: 'events' }, element('summary', {}, 'Events ', count), list);
}

function entry({ type, detail }: CustomEvent<unknown>): HTMLElement {
  const time = element('time', {}, new Date().toLocaleTimeString());
  return element('li', {}, time, element('b', {}, type), element('code', {}, wordsOf(detail)));
}

/** What changes from event to event; the ids are the same in all of one call. */
function wordsOf(detail: unknown): string {
  const shown = Object.entries(detail ?? {}).filter(
    ([name]) => !['callId', 'roomId', 'userId'].includes(name),
  );
  return shown.map(([name, value]) => `${name}: ${String(value)}`).join(', ');
}
