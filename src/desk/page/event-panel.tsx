import { type ReactNode, useEffect, useRef } from 'react';
import type { Text } from '../../index.ts';
import type { Dataset } from '../api.ts';
import { useSpeech } from './words.tsx';

/** The open event with all its fields. */
export function EventPanel({
  dataset,
  id,
  page,
  onShow,
  onClose,
}: {
  dataset: Dataset;
  id: string | undefined;
  /** The page on which it begins, counted from 0; undefined if it is not on the pages shown. */
  page: number | undefined;
  onShow(): void;
  onClose(): void;
}): ReactNode {
  const { words, say } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  const event = id === undefined ? undefined : dataset.values[id];
  useEffect(() => {
    if (id !== undefined) heading.current?.focus({ preventScroll: true });
  }, [id]);
  if (event === undefined) return null;
  const texts = [
    ...dataset.fields.map(({ id: field, heading: title }) => ({
      key: field,
      title: title ?? field,
      text: event[field] as Text | undefined,
    })),
    ...dataset.sides.map(({ id: side, heading: title }) => ({ key: side, title, text: event.bodies[side] })),
  ];
  return (
    <aside className="event" aria-label={words.event}>
      <div className="tools">
        {page === undefined ? (
          <span className="quiet">{words.notPrinted}</span>
        ) : (
          <button type="button" onClick={onShow}>
            {say(words.showOnPage, { page: page + 1 })}
          </button>
        )}
        <span className="gap" />
        <button type="button" onClick={onClose} aria-label={words.close}>
          ×
        </button>
      </div>
      <h2 ref={heading} tabIndex={-1}>
        {dataset.events.find((one) => one.id === id)?.title}
      </h2>
      <dl>
        {texts.flatMap(({ key, title, text }) =>
          text === undefined
            ? []
            : wordings(text, dataset.language).map(([lang, wording]) => (
                <div key={`${key} ${lang}`}>
                  <dt>
                    {wordings(title, dataset.language)[0]?.[1]}
                    {typeof text === 'string' ? '' : ` (${lang})`}
                  </dt>
                  <dd lang={lang}>{wording}</dd>
                </div>
              )),
        )}
      </dl>
    </aside>
  );
}

function wordings(text: Text, language: string): [lang: string, words: string][] {
  if (typeof text === 'string') return [[language, text]];
  return Object.entries(text).flatMap(([lang, words]) =>
    typeof words === 'string' ? [[lang, words] as [string, string]] : [],
  );
}
