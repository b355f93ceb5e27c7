/**
 * The table of the events of a theme. On a narrow screen, the rows are cards: CSS overrides their display as a table.
 * Some browsers then also drop the semantics of the table, so every element has an ARIA role.
 */

import { Fragment, type ReactNode } from 'react';
import type { Cell, Column, Paragraph, Row, Table } from '../../src/document/index.ts';
import type { Lang } from '../../src/model/index.ts';
import { Picture, type SourceOf } from './picture.tsx';
import { ownLanguage, Wording, Words } from './text.tsx';

/** Attributes of the link from the printed number of an event to the event itself. */
export type SelfLink = (id: string, number: string) => { id?: string; href: string; 'aria-label': string };

/**
 * Attributes by which the script finds events: tokens of their filter values, their times, their places, and whether
 * they are cancelled or postponed.
 */
export type DataOf = (row: Pick<Row, 'facets' | 'schedule' | 'places' | 'marks'>) => {
  'data-f'?: string;
  'data-t'?: string;
  'data-off'?: '';
  'data-p'?: string;
};

export interface TableProps {
  table: Table;
  /** Language of the page. */
  lang: Lang;
  /** CSS class for its column widths and the labels of its cards. */
  columns: string;
  /** For each row, whether it is shaded if the design shades every other row. */
  bands: readonly boolean[];
  dataOf: DataOf;
  selfOf: SelfLink;
  sourceOf: SourceOf;
}

export function EventTable({ table, lang, columns, bands, dataOf, selfOf, sourceOf }: TableProps): ReactNode {
  return (
    <table role="table" className={columns}>
      <caption className="hidden">{table.description}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {table.columns.map(({ heading, kind }, index) => (
            <Wording
              key={String(index)}
              as="th"
              of={heading}
              scope="col"
              role="columnheader"
              className={sideOf(kind)}
            />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {table.rows.map((row, index) => (
          <EventRow
            key={row.id}
            table={table}
            pageLang={lang}
            row={row}
            banded={bands[index] ?? false}
            data={dataOf(row)}
            selfOf={selfOf}
            sourceOf={sourceOf}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  table: Table;
  pageLang: Lang;
  row: Row;
  banded: boolean;
  data: ReturnType<DataOf>;
  selfOf: SelfLink;
  sourceOf: SourceOf;
}

/** A row has the language of its title; only cells in other languages have a language attribute of their own. */
function EventRow({ table, pageLang, row, banded, data, selfOf, sourceOf }: RowProps): ReactNode {
  const { columns, group, header } = table;
  const { lang } = ownLanguage(row.cells[header]?.paragraphs.flat() ?? []);
  const looks = [banded && 'band', row.marks !== undefined && 'marked', row.carried && 'goes-on'];
  return (
    <tr role="row" id={row.id} lang={lang} className={looks.filter(Boolean).join(' ') || undefined} {...data}>
      {row.cells.map((given, index) => {
        const inLang = lang === undefined ? undefined : withoutLanguage(given, lang);
        const cell = inLang ?? given;
        const column = columns[index];
        const carried = row.carried && index === group;
        const content = { cell, column, row, selfOf, sourceOf, carried: carried === true };
        return index === header ? (
          <th key={String(index)} scope="row" role="rowheader">
            <CellContent {...content} />
          </th>
        ) : (
          <td
            key={String(index)}
            role="cell"
            lang={lang === undefined || inLang ? undefined : pageLang}
            className={carried ? 'carried' : sideOf(column?.kind)}
          >
            <CellContent {...content} />
          </td>
        );
      })}
    </tr>
  );
}

/** If all words of a cell are in the given language, the cell without language attributes; otherwise undefined. */
function withoutLanguage(cell: Cell, lang: Lang): Cell | undefined {
  const paragraphs = cell.paragraphs.map(ownLanguage);
  if (cell.picture !== undefined || paragraphs.some((paragraph) => paragraph.lang !== lang)) return undefined;
  return { ...cell, paragraphs: paragraphs.map(({ runs }) => runs) };
}

/**
 * CSS class of place columns, and of the columns that contain the text before and after a change, which readers can
 * combine into a single text.
 */
function sideOf(kind: Column['kind'] | undefined): string | undefined {
  return kind === 'before' || kind === 'after' || kind === 'place' ? kind : undefined;
}

interface CellProps {
  cell: Cell;
  column: Column | undefined;
  row: Row;
  selfOf: SelfLink;
  sourceOf: SourceOf;
  carried: boolean;
}

/** The content of a cell: an event's number links to the event, and a date has a machine-readable value. */
function CellContent({ cell, column, row, selfOf, carried, sourceOf }: CellProps): ReactNode {
  const { picture, paragraphs } = cell;
  if (picture !== undefined)
    return (
      <>
        <Picture file={picture.file} alt={picture.alt?.text} lang={picture.alt?.lang} sourceOf={sourceOf} />
        <Paragraphs paragraphs={paragraphs} />
      </>
    );
  const words = <Paragraphs paragraphs={paragraphs} />;
  if (column?.kind === 'event-number') {
    const number = paragraphs
      .flat()
      .map(({ text }) => text)
      .join('');
    return (
      <a className="self" {...selfOf(row.id, number)}>
        {words}
      </a>
    );
  }
  if (column?.kind === 'date' && row.when !== undefined)
    return <DateWords when={row.when}>{words}</DateWords>;
  // Equal words of neighbouring rows are shown once unless a filter separates the rows; screen readers read them in
  // each row.
  return carried ? <span className="again">{words}</span> : words;
}

/** Writes a year, a month or a day as an HTML `time` element, and other dates as a `data` element with a value. */
export function DateWords({ when, children }: { when: string; children: ReactNode }): ReactNode {
  return /^\d\d\d\d(-(0[1-9]|1[0-2])(-\d\d)?)?$/.test(when) ? (
    <time dateTime={when}>{children}</time>
  ) : (
    <data value={when}>{children}</data>
  );
}

/** Writes paragraphs of a cell as spans, since they may be inside links and dates. */
export function Paragraphs({ paragraphs }: { paragraphs: readonly Paragraph[] }): ReactNode {
  const [only] = paragraphs;
  if (paragraphs.length === 1 && only !== undefined)
    return ownLanguage(only).lang === undefined ? <Words runs={only} /> : <Wording as="span" of={only} />;
  return paragraphs.map((paragraph, index) => (
    <Fragment key={String(index)}>
      {index > 0 && ' '}
      <Wording as="span" of={paragraph} className="p" />
    </Fragment>
  ));
}
