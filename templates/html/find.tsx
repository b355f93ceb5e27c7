/** The filters. The script shows the filters, because they do not work without it. */

import type { ReactNode } from 'react';
import { type Document, type Facet, WORDS } from '../../src/document/index.ts';
import { fill, type ScreenLabels } from '../../src/text/index.ts';

interface FindProps {
  facets: readonly Facet[];
  words: ScreenLabels;
  /** Number of rows. */
  rows: number;
  /** Time zones of the events' times; undefined if no event has a time. */
  zones: readonly string[] | undefined;
  entries: Document['entries'];
  near: Document['near'];
}

/**
 * Parameters in the address of the page for the chosen day and the order of events. The script of the page reads these
 * parameters.
 */
const DAY = '_day';
const ORDER = '_order';
const NEAR = '_near';
const WITHIN = '_km';

export function Find({ facets, words, rows, zones, entries, near }: FindProps): ReactNode {
  const { past, timesIn, addToCalendar, otherDates, byTime, byDistance, noPosition } = words;
  /** The texts that the script inserts. */
  const inserted = { past, timesIn, addToCalendar, otherDates, byTime, byDistance, noPosition };
  const hasOrder = (zones ?? near) !== undefined;
  return (
    <search aria-labelledby="_find-title" hidden>
      <form
        id="_find"
        data-words={hasOrder ? JSON.stringify(inserted) : undefined}
        data-zones={zones?.join(' ')}
        data-entries={entries && `${entries.date} ${entries.name}`}
        data-places={near && placesFor(near)}
      >
        <h2 id="_find-title">{words.find}</h2>
        <div className="field words">
          <label htmlFor={`_find-${WORDS}`}>{words.words}</label>
          <input id={`_find-${WORDS}`} name={WORDS} type="search" autoComplete="off" />
        </div>
        <details className="panel" open>
          <summary>{words.filters}</summary>
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
          <div className="fields">
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
            {near !== undefined && <Near near={near} words={words} />}
            {hasOrder && (
              <div className="field">
                <label htmlFor="_find-order">{words.order}</label>
                <select id="_find-order" name={ORDER}>
                  <option value="">{words.asPrinted}</option>
                  {zones !== undefined && <option value="time">{words.byTime}</option>}
                  {near !== undefined && <option value="distance">{words.byDistance}</option>}
                </select>
              </div>
            )}
          </div>
        </details>
        <p className="shown">
          <output id="_shown" data-words={words.shown}>
            {fill(words.shown, { shown: rows, all: rows })}
          </output>{' '}
          <button type="reset">{words.clear}</button>
        </p>
        <p className="chosen" data-remove={words.remove} />
        {zones !== undefined && <p className="note zones" hidden />}
      </form>
    </search>
  );
}

interface NearProps {
  near: NonNullable<Document['near']>;
  words: ScreenLabels;
}

/** The towns and places near which a reader looks for events, and distances in kilometres. */
function Near({ near: { places, kilometres, position }, words }: NearProps): ReactNode {
  const towns = [...new Set(places.flatMap(({ town }) => town ?? []))];
  const options = (names: readonly string[]): ReactNode =>
    names.map((name) => (
      <option key={name} value={name}>
        {name}
      </option>
    ));
  const names = places.map(({ name }) => name).filter((name) => !towns.includes(name));
  return (
    <>
      <div className="field">
        <label htmlFor="_find-near">{words.near}</label>
        <select id="_find-near" name={NEAR}>
          <option value="">{words.any}</option>
          {towns.length > 0 && <optgroup label={words.towns}>{options(towns)}</optgroup>}
          <optgroup label={words.venues}>{options(names)}</optgroup>
        </select>
        {position && (
          <p className="position">
            <button type="button" id="_position" aria-pressed="false">
              {words.nearMe}
            </button>{' '}
            <span role="status" />
          </p>
        )}
      </div>
      <div className="field" hidden>
        <label htmlFor="_find-within">{words.within}</label>
        <select id="_find-within" name={WITHIN}>
          <option value="">–</option>
          {kilometres.map((distance) => (
            <option key={distance} value={distance}>
              {`${distance}\u00a0km`}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

/** The places of events for the script, which reads them in src/page/near.ts. */
function placesFor({ places }: NonNullable<Document['near']>): string {
  return JSON.stringify(places.map(({ name, town = '', coordinates = [] }) => [name, town, ...coordinates]));
}
