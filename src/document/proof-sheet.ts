import type { Programme, Theme } from '../model/programme.ts';
import type { Document, Paragraph, Row, Section, Table } from './model.ts';

/** A remark of proofing on an event or, without one, on the programme itself. */
export interface ProofNote {
  event?: string;
  /** Path of the field, such as `bodies.french`. */
  field?: string;
  words: string;
}

/**
 * The document with remarks at their places: in the cell that each is about, under its words, with a bar beside the row; those on
 * the programme itself in a section before all others.
 *
 * @param heading title of that section
 */
export function proofSheet(
  document: Document,
  programme: Programme,
  notes: readonly ProofNote[],
  heading: string,
): Document {
  const byEvent = new Map<string, ProofNote[]>();
  for (const note of notes) {
    if (note.event !== undefined) byEvent.set(note.event, [...(byEvent.get(note.event) ?? []), note]);
  }
  const general = notes.filter(({ event }) => event === undefined);
  const themes = new Map(programme.config.themes.map((theme) => [`_theme-${theme.id}`, theme]));
  const sections = document.sections.map((section): Section => {
    const theme = themes.get(section.id);
    if (theme === undefined) return section;
    const blocks = section.blocks.map((block) =>
      block.kind === 'table' ? { ...block, table: annotated(block.table, theme, byEvent) } : block,
    );
    return { ...section, blocks };
  });
  const front: Section[] =
    general.length === 0
      ? []
      : [
          {
            id: '_proof',
            title: [{ text: heading }],
            setting: 'text',
            blocks: [
              {
                kind: 'list',
                items: general.map(({ field, words }): Paragraph => [{ text: `${field ?? ''}: ${words}` }]),
              },
            ],
          },
        ];
  return {
    ...document,
    meta: { ...document.meta, stem: `${document.meta.stem}-proof` },
    sections: [...front, ...sections],
  };
}

function annotated(table: Table, theme: Theme, byEvent: ReadonlyMap<string, readonly ProofNote[]>): Table {
  return {
    ...table,
    rows: table.rows.map((row) => annotatedRow(row, theme, table.header, byEvent.get(row.id) ?? [])),
  };
}

function annotatedRow(row: Row, theme: Theme, header: number, notes: readonly ProofNote[]): Row {
  if (notes.length === 0) return row;
  const cells = row.cells.map((cell, index) => {
    const own = notes.filter((note) => cellOf(note, theme, header) === index);
    return own.length === 0
      ? cell
      : {
          paragraphs: [
            ...cell.paragraphs,
            ...own.map(({ words }): Paragraph => [{ text: words, strong: true }]),
          ],
        };
  });
  // A carried cell is not printed in this row: its remarks must not be lost with it.
  const { carried: _, ...whole } = row;
  return { ...whole, cells, marks: [...(row.marks ?? []), { kind: 'noted', word: '' }] };
}

/** Index of the cell that a remark is about: that of its field, or the title for what has no column. */
function cellOf({ field = 'title' }: ProofNote, theme: Theme, header: number): number {
  const [head = '', side] = field.split('.');
  const column = theme.columns.indexOf(head === 'bodies' && side !== undefined ? side : head);
  return column < 0 ? header : column + 1;
}
