/** Lists and tables of texts that are parts. */

import type { ReactNode } from 'react';
import type { ListItem, Paragraph, Table } from '../../src/document/index.ts';
import { Words } from './text.tsx';

/** An item, its further paragraphs, and the lists inside it. */
interface Item {
  paragraphs: Paragraph[];
  inside: ListItem[];
}

/** A list; items of a deeper level form a list inside the preceding item. */
export function List({ items, level = 0 }: { items: readonly ListItem[]; level?: number }): ReactNode {
  const listed: Item[] = [];
  for (const item of items) {
    const last = listed.at(-1);
    if (last !== undefined && (item.level ?? 0) > level) last.inside.push(item);
    else if (last !== undefined && item.continues) last.paragraphs.push(item.text);
    else listed.push({ paragraphs: [item.text], inside: [] });
  }
  const parts = listed.map((item, index) => (
    <li key={String(index)}>
      <ItemWords paragraphs={item.paragraphs} />
      {item.inside.length > 0 && <List items={item.inside} level={level + 1} />}
    </li>
  ));
  const number = items[0]?.number;
  return number === undefined ? <ul>{parts}</ul> : <ol start={Number.parseFloat(number)}>{parts}</ol>;
}

function ItemWords({ paragraphs }: { paragraphs: readonly Paragraph[] }): ReactNode {
  const [only, ...others] = paragraphs;
  if (only !== undefined && others.length === 0) return <Words runs={only} />;
  return paragraphs.map((runs, index) => (
    <p key={String(index)}>
      <Words runs={runs} />
    </p>
  ));
}

/** A table in a text, or a table of counts; its rows are not events. */
export function PlainTable({ table: { columns, header, rows } }: { table: Table }): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          {columns.map(({ heading, kind }, index) => (
            <th key={String(index)} scope="col" className={kind === 'count' ? kind : undefined}>
              <Words runs={heading} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {cells.map(({ paragraphs: [words = []] }, index) => {
              const key = String(index);
              return index === header ? (
                <th key={key} scope="row">
                  <Words runs={words} />
                </th>
              ) : (
                <td key={key} className={columns[index]?.kind === 'count' ? 'count' : undefined}>
                  <Words runs={words} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
