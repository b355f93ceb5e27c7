/**
 * The table of the events of a theme. On a narrow screen, the rows are cards: CSS overrides their display as a table.
 * Some browsers then also drop the semantics of the table, so every element has an ARIA role.
 */

import { Fragment, type ReactNode } from 'react';
import { bandsOf } from '../../src/design/index.ts';
import {
  type Cell,
  type Column,
  type Paragraph,
  type Row,
  type Table,
  wordsOf,
} from '../../src/document/index.ts';
import type { Lang } from '../../src/model/index.ts';
import { fill } from '../../src/text/index.ts';
import type { PageContext } from './context.ts';
import { Picture } from './picture.tsx';
import { ownLanguage, Wording, Words } from './text.tsx';

export interface TableProps {
  table: Table;
  context: PageContext;
}

export function EventTable({ table, context }: TableProps): ReactNode {
  const bands = context.isBanded ? bandsOf(table.rows) : [];
  return (
    <table role="table" className={context.columnsOf(table)}>
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
          <EventRow key={row.id} table={table} row={row} banded={bands[index] ?? false} context={context} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends TableProps {
  row: Row;
  banded: boolean;
}

/** A row has the language of its title; only cells in other languages have a language attribute of their own. */
function EventRow({ table, row, banded, context }: RowProps): ReactNode {
  const { columns, group, header } = table;
  const { lang } = ownLanguage(row.cells[header]?.paragraphs.flat() ?? []);
  const looks = [banded && 'band', row.marks !== undefined && 'marked', row.carried && 'goes-on'];
  return (
    <tr
      role="row"
      id={row.id}
      lang={lang}
      className={looks.filter(Boolean).join(' ') || undefined}
      {...context.dataOf(row)}
    >
      {row.cells.map((given, index) => {
        const inLang = lang === undefined ? undefined : withoutLanguage(given, lang);
        const cell = inLang ?? given;
        const column = columns[index];
        const carried = row.carried && index === group;
        const content = { cell, column, row, context, carried: carried === true };
        return index === header ? (
          <th key={String(index)} scope="row" role="rowheader">
            <CellContent {...content} />
          </th>
        ) : (
          <td
            key={String(index)}
            role="cell"
            lang={lang === undefined || inLang ? undefined : context.lang}
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
  context: PageContext;
  carried: boolean;
}

/** The content of a cell: an event's number links to the event, and a date has a machine-readable value. */
function CellContent({ cell, column, row, carried, context }: CellProps): ReactNode {
  const { picture, paragraphs } = cell;
  const words = <Paragraphs paragraphs={paragraphs} />;
  if (picture !== undefined)
    return (
      <>
        <Picture {...picture} sourceOf={context.pictures.inText} />
        {words}
      </>
    );
  if (column?.kind === 'event-number')
    return (
      <SelfLink id={row.id} number={wordsOf(paragraphs.flat())} context={context}>
        {words}
      </SelfLink>
    );
  if (column?.kind === 'date' && row.when !== undefined)
    return <DateWords when={row.when}>{words}</DateWords>;
  // Equal words of neighbouring rows are shown once unless a filter separates the rows; screen readers read them in
  // each row.
  return carried ? <span className="again">{words}</span> : words;
}

interface SelfLinkProps {
  /** Id of the event. */
  id: string;
  /** Printed number of the event. */
  number: string;
  context: PageContext;
  children: ReactNode;
}

/** The printed number of an event as a link to the event or its page. */
export function SelfLink({ id, number, context, children }: SelfLinkProps): ReactNode {
  const { words, hasNumbers, eventFolder } = context;
  return (
    <a
      className="self"
      id={hasNumbers ? `_${number}` : undefined}
      href={eventFolder === undefined ? `#${id}` : `${encodeURIComponent(eventFolder)}/${id}.html`}
      aria-label={fill(words.screen.linkTo, { number })}
    >
      {children}
    </a>
  );
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
