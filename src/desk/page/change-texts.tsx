import type { ReactNode } from 'react';
import type { DisplayedChange } from '../api.ts';
import { useSettingNames, useTexts } from './words.tsx';

/** The texts of a change: before and after it, for each field if there are several; for a move, both places. */
export function ChangeTexts({
  change: { code, field = '', note, parts },
}: {
  change: DisplayedChange;
}): ReactNode {
  const { foreign } = useTexts();
  const settingName = useSettingNames();
  const texts = parts.map(({ label, lang, paragraphs }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is identified by its position
    <div key={index}>
      {label !== undefined && <p className="term">{label}</p>}
      {paragraphs.map((segments, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is identified by its position
        <p key={place} lang={foreign(lang)}>
          {segments.map(({ kind, text }, number) => {
            const Tag = ({ same: 'span', deleted: 'del', inserted: 'ins' } as const)[kind];
            // biome-ignore lint/suspicious/noArrayIndexKey: a segment is identified by its position
            return <Tag key={number}>{text}</Tag>;
          })}
        </p>
      ))}
    </div>
  ));
  return (
    <>
      {note !== undefined && <p>{note}</p>}
      {code === 'settings' ? (
        <details>
          <summary>{settingName(field)}</summary>
          {texts}
        </details>
      ) : (
        texts
      )}
    </>
  );
}
