/** Adds buttons with which readers can download the calendar entry of an event. */
import { calendarOf, type EventWords, hasEntry } from './entry.ts';
import type { Item } from './items.ts';

/**
 * Adds a button to each event whose exact days are known and, if it has times of day, whose time zone is known.
 * Cancelled events get no button.
 *
 * @param entries date of the edition and name of the programme, separated by a space
 */
export function addEntryButtons(items: readonly Item[], label: string, entries: string | undefined): void {
  if (entries === undefined) return;
  const [date = '', name = ''] = entries.split(' ');
  for (const { row, times } of items) {
    if (!hasEntry(times) || row.dataset.off !== undefined) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'add';
    button.lang = document.documentElement.lang;
    // The label is not a text node, because the search would then find it in every event.
    button.setAttribute('aria-label', label);
    button.dataset.label = label;
    const cell = row.querySelector('td :is(time,data)')?.parentElement;
    (cell ?? row.querySelector('th') ?? row).append(button);
    button.addEventListener('click', () => {
      download(`${row.id}.ics`, calendarOf(wordsOf(row), times, date, name));
    });
  }
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function wordsOf(row: HTMLElement): EventWords {
  const table = row.closest('table');
  const title = textOf(row.querySelector('th,h3,h4'));
  const lines =
    table === null
      ? [
          ...[...row.querySelectorAll('dl>div')].map((fact) => [...fact.children].map(textOf).join(': ')),
          ...[...row.querySelectorAll(':scope>p:not(.sign)')].map(textOf),
        ]
      : [...row.querySelectorAll('td')].flatMap((cell) => {
          const heading = textOf(table.querySelectorAll('thead th')[cell.cellIndex] ?? null);
          const words = textOf(cell);
          return words === '' || cell.querySelector('.self') !== null ? [] : [`${heading}: ${words}`];
        });
  const link = new URL(`#${row.id}`, location.href);
  return {
    id: row.id,
    title,
    description: lines.join('\n'),
    place: textOf(row.querySelector('td.place,.place dd')),
    link: link.protocol === 'file:' ? '' : link.href,
  };
}

/** The words in an element, without numbers, markers and placeholders for empty values. */
function textOf(element: Element | null): string {
  if (element === null) return '';
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll('.self,.quiet,[role=img],button')) part.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
