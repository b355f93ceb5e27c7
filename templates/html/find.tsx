/** The filters. They need the script, which shows them. */

import type { ReactNode } from 'react';
import { type Document, type Facet, WORDS } from '../../src/document/index.ts';
import { fill, type ScreenLabels } from '../../src/text/index.ts';

interface FindProps {
  facets: readonly Facet[];
  words: ScreenLabels;
  /** Number of rows. */
  rows: number;
  /** Time zones of the hours of events; undefined if no event has a time. */
  zones: readonly string[] | undefined;
  entries: Document['entries'];
}

/** Names of the filters by day and of the order in the address of the page; the script knows them. */
const DAY = '_day';
const ORDER = '_order';

export function Find({ facets, words, rows, zones, entries }: FindProps): ReactNode {
  return (
    <search aria-labelledby="_find-title" hidden>
      <form id="_find" {...dataOf(words, zones, entries)}>
        <h2 id="_find-title">{words.find}</h2>
        <div className="fields">
          <div className="field">
            <label htmlFor={`_find-${WORDS}`}>{words.words}</label>
            <input id={`_find-${WORDS}`} name={WORDS} type="search" autoComplete="off" />
          </div>
          {facets.map(({ id, label, values }, facet) => (
            <div className="field" key={id}>
              <label htmlFor={`_find-${facet}`}>{label}</label>
              <select id={`_find-${facet}`} name={id} className="facet">
                <option value="">{words.any}</option>
                {values.map(({ key, text }) => (
                  <option key={key} value={key} lang={text.lang}>
                    {text.text}
                  </option>
                ))}
              </select>
            </div>
          ))}
          {zones !== undefined && (
            <div className="field">
              <label htmlFor="_find-order">{words.order}</label>
              <select id="_find-order" name={ORDER}>
                <option value="">{words.asPrinted}</option>
                <option value="time">{words.byTime}</option>
              </select>
            </div>
          )}
        </div>
        {zones !== undefined && (
          <p className="soon">
            <input type="hidden" name={DAY} />
            {(['today', 'tomorrow', 'weekend'] as const).map((name) => (
              <button key={name} type="button" data-day={name} aria-pressed="false">
                {words[name]}
              </button>
            ))}
          </p>
        )}
        <p>
          <output id="_shown" data-words={words.shown}>
            {fill(words.shown, { shown: rows, all: rows })}
          </output>{' '}
          <button type="reset">{words.clear}</button>
        </p>
        {zones !== undefined && <p className="note zones" hidden />}
      </form>
    </search>
  );
}

/** What the script says and writes. */
function dataOf(
  { past, timesIn, addToCalendar, otherDates, byTime }: ScreenLabels,
  zones: readonly string[] | undefined,
  entries: Document['entries'],
): { 'data-words'?: string; 'data-zones'?: string; 'data-entries'?: string } {
  if (zones === undefined) return {};
  return {
    'data-words': JSON.stringify({ past, timesIn, addToCalendar, otherDates, byTime }),
    'data-zones': zones.join(' '),
    ...(entries === undefined ? {} : { 'data-entries': `${entries.date} ${entries.name}` }),
  };
}
