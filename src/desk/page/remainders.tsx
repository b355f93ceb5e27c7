import type { ReactNode } from 'react';
import type { Dataset, DisplayedRemainder } from '../api.ts';
import { Button } from './button.tsx';
import { headingOf } from './event-panel.tsx';
import { useTexts } from './words.tsx';

interface RemaindersProps {
  remainders: readonly DisplayedRemainder[];
  dataset: Dataset;
  onDone?(id: string): void;
}

/** Comments and texts without a position, each with a button that marks it as done if that is possible. */
export function Remainders({ remainders, dataset, onDone }: RemaindersProps): ReactNode {
  const { words, date } = useTexts();
  const titleOf = (id: string): string => dataset.events.find((one) => one.id === id)?.title ?? id;
  return (['comment', 'unplaced'] as const).map((kind) => {
    const own = remainders.filter((one) => one.kind === kind);
    if (own.length === 0) return null;
    return (
      <section key={kind} aria-label={words.remainders[kind]}>
        <h3>{words.remainders[kind]}</h3>
        <ul>
          {own.map(({ id, words: text, where, event, field, by, date: day }) => (
            <li key={id} className="change">
              <span className="quiet">
                {[event && titleOf(event), field && headingOf(field, dataset), where, by, day && date(day)]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              </span>
              <p className="text">{text}</p>
              {onDone !== undefined && (
                <Button text={words.markDone} about={text} onClick={() => onDone(id)} />
              )}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
