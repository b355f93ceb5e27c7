import type { ReactNode } from 'react';
import type { SaidChange, SaidPlace } from '../api.ts';
import { useSpeech } from './words.tsx';

/** The name of a change: the heading of its field, or the kind of change to the event. */
export function useKindOf(titleOf: (field: string) => string): (change: SaidChange) => string {
  const { words } = useSpeech();
  return ({ kind, field, code }) => {
    if (code === 'settings') return words.setting;
    return kind === 'changed' ? titleOf(field ?? '') : words.changeKinds[kind];
  };
}

interface ChangeTextsProps {
  change: SaidChange;
  titleOf(field: string): string;
}

/** The texts of a change: the words before and after, all fields of an added or removed object, or both places. */
export function ChangeTexts({
  change: { code, field, lang, paragraphs, fields = [], when, from, to },
  titleOf,
}: ChangeTextsProps): ReactNode {
  const { words, say } = useSpeech();
  const reasons = new Map<string, string>(Object.entries(words.reasons));
  const placeOf = ({ number, theme }: SaidPlace): string =>
    [theme, number].filter((part) => part !== undefined).join(', ');
  return (
    <>
      {code === 'settings' ? (
        <details>
          <summary>
            <code>{field}</code>
          </summary>
          <Paragraphs paragraphs={paragraphs} lang={undefined} />
        </details>
      ) : (
        <Paragraphs paragraphs={paragraphs} lang={lang} />
      )}
      {when !== undefined && (
        <p className="quiet">
          {words.when}: {when.old ?? words.empty} → {when.new ?? words.empty}
        </p>
      )}
      {fields.length > 0 && (
        <dl>
          {fields.map(({ field: own, lang: spoken, words: text }) => (
            <div key={`${own} ${spoken}`}>
              <dt>{titleOf(own)}</dt>
              <dd lang={spoken}>{reasons.get(text) ?? text}</dd>
            </div>
          ))}
        </dl>
      )}
      {from !== undefined && to !== undefined && (
        <p>{say(words.movedFrom, { from: placeOf(from), to: placeOf(to) })}</p>
      )}
    </>
  );
}

interface ParagraphsProps {
  paragraphs: SaidChange['paragraphs'];
  lang: string | undefined;
}

function Paragraphs({ paragraphs, lang }: ParagraphsProps): ReactNode {
  return paragraphs.map((segments, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is identified by its position
    <p key={index} lang={lang}>
      {segments.map((segment, place) => {
        const Tag = ({ same: 'span', deleted: 'del', inserted: 'ins' } as const)[segment.kind];
        // biome-ignore lint/suspicious/noArrayIndexKey: a segment is identified by its position
        return <Tag key={place}>{segment.text}</Tag>;
      })}
    </p>
  ));
}
