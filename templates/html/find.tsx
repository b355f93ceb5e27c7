/** The filters. They need the script, which shows them. */

import type { ReactNode } from 'react';
import { type Facet, WORDS } from '../../src/document/index.ts';
import { fill, type ScreenLabels } from '../../src/text/index.ts';

interface FindProps {
  facets: readonly Facet[];
  words: ScreenLabels;
  /** Number of rows. */
  rows: number;
}

export function Find({ facets, words, rows }: FindProps): ReactNode {
  return (
    <search aria-labelledby="_find-title" hidden>
      <form id="_find">
        <h2 id="_find-title">{words.find}</h2>
        <div className="fields">
          <div className="field">
            <label htmlFor={`_find-${WORDS}`}>{words.words}</label>
            <input id={`_find-${WORDS}`} name={WORDS} type="search" autoComplete="off" />
          </div>
          {facets.map(({ id, label, values }, facet) => (
            <div className="field" key={id}>
              <label htmlFor={`_find-${facet}`}>{label}</label>
              <select id={`_find-${facet}`} name={id}>
                <option value="">{words.any}</option>
                {values.map(({ key, text }) => (
                  <option key={key} value={key} lang={text.lang}>
                    {text.text}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </div>
        <p>
          <output id="_shown" data-words={words.shown}>
            {fill(words.shown, { shown: rows, all: rows })}
          </output>{' '}
          <button type="reset">{words.clear}</button>
        </p>
      </form>
    </search>
  );
}
