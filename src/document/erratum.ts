import {
  type Comparison,
  type ParagraphDiff,
  type ReadableChange,
  type ReadableSubject,
  readable,
  restrictTo,
} from '../compare/index.ts';
import { fill } from '../text/index.ts';
import type { Extract } from './extract.ts';
import type { Block, ListItem, Paragraph, Run, Section } from './model.ts';
import { inLanguages } from './runs.ts';
import { textSection } from './text-section.ts';
import type { Wording } from './wording.ts';

/** The corrections of an erratum: the edition that it corrects, and the differences from that edition. */
export interface Erratum {
  /** Name of the corrected edition. */
  corrects: string;
  /** Comparison of the corrected edition with the erratum. */
  comparison: Comparison;
}

/** The section that lists every correction of an erratum, or of an extract of it, with the text before and after. */
export function correctionsSection(
  { corrects, comparison }: Erratum,
  wording: Wording,
  extract?: Extract,
): Section {
  const { lang, say } = wording;
  const shown =
    extract === undefined ? comparison : restrictTo(comparison, { old: extract.events, new: extract.events });
  const { groups } = readable(shown, lang);
  return textSection(
    '_corrections',
    [{ text: say.corrections }],
    [
      { kind: 'paragraph', style: 'note', text: [{ text: fill(say.corrects, { edition: corrects }) }] },
      ...groups.flatMap((group): Block[] => [
        { kind: 'heading', text: inLanguages(group.title, lang) },
        { kind: 'list', items: group.subjects.flatMap((subject) => itemsOf(subject, wording)) },
      ]),
    ],
  );
}

function itemsOf(subject: ReadableSubject, wording: Wording): ListItem[] {
  const title: Paragraph = inLanguages(subject.title, wording.lang);
  return subject.changes.map((change) => ({
    text: [
      ...title.map((run): Run => ({ ...run, strong: true })),
      { text: wording.say.changes.colon },
      { text: [change.headline, change.note].filter((words) => words !== undefined).join(', ') },
      ...wordsOf(change, wording),
    ],
  }));
}

/**
 * The old and the new text of a change. The result is empty for an item that was added or removed as a whole, because
 * the headline of the change suffices.
 */
function wordsOf({ parts }: ReadableChange, { lang, say: { changes: say } }: Wording): Run[] {
  const [part] = parts;
  if (part === undefined || part.label !== undefined) return [];
  const of = (kind: 'deleted' | 'inserted'): Run[] =>
    inLanguages({ words: textOf(part.paragraphs, kind) || say.table.nothing, lang: part.lang }, lang);
  return [
    { text: `. ${say.table.before}${say.colon}` },
    ...of('deleted'),
    { text: `. ${say.table.after}${say.colon}` },
    ...of('inserted'),
  ];
}

function textOf(paragraphs: readonly ParagraphDiff[], kind: 'deleted' | 'inserted'): string {
  return paragraphs
    .map((paragraph) =>
      paragraph
        .filter((piece) => piece.kind === 'same' || piece.kind === kind)
        .map(({ text }) => text)
        .join(''),
    )
    .filter((words) => words !== '')
    .join(' / ');
}
