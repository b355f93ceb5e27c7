import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import type { OutlineEvent, OutlineGroup } from '../api.ts';
import { Button, Entry } from './button.tsx';
import { useDesk } from './desk-context.ts';
import { Select } from './fields.tsx';
import { groupsFound } from './outline-search.ts';
import { DESIGN, partPanel } from './panels.ts';
import { AddPart } from './settings-panel.tsx';
import { useTexts } from './words.tsx';

export interface OutlineProps {
  /** Adds an event at the end of a theme; undefined if the edition is frozen. */
  onAdd: ((theme: OutlineGroup) => void) | undefined;
}

/** The events of an edition, grouped by theme or by day, with a search field. */
export function Outline({ onAdd }: OutlineProps): ReactNode {
  const { words, say } = useTexts();
  const { dataset } = useDesk();
  const [by, setBy] = useState<'themes' | 'days'>('themes');
  const [query, setQuery] = useState('');
  const events = new Map(dataset.events.map((event) => [event.id, event]));
  const found = useMemo(() => groupsFound(dataset, dataset[by], query), [dataset, by, query]);
  const groups = found ?? dataset[by];
  const count = new Set(found?.flatMap((group) => group.events)).size;
  const list = useRef<HTMLDivElement>(null);

  return (
    <div className="outline">
      <div className="filters">
        <label>
          <span className="hidden">{words.search}</span>
          <input
            type="search"
            placeholder={words.search}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') focusBeside(list.current, 1, event);
            }}
          />
        </label>
        {dataset.days.length > 0 && (
          <Select
            label={words.grouping}
            isLabelHidden
            value={by}
            options={[
              ['themes', words.byTheme],
              ['days', words.byDay],
            ]}
            onChange={(next) => setBy(next === 'days' ? 'days' : 'themes')}
          />
        )}
        <p role="status" className="quiet">
          {found === undefined
            ? say(words.events, { count: dataset.events.length })
            : count === 0
              ? words.nothingFound
              : say(words.found, { count })}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the buttons inside */}
      <div
        ref={list}
        className="groups"
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') focusBeside(list.current, 1, event);
          if (event.key === 'ArrowUp') focusBeside(list.current, -1, event);
        }}
      >
        {found === undefined && <Parts />}
        {dataset.events.length === 0 && <p className="quiet">{words.noEvents}</p>}
        {groups.map((group) => (
          <Group key={group.id} group={group} events={events} onAdd={by === 'themes' ? onAdd : undefined} />
        ))}
      </div>
    </div>
  );
}

/** Lists the design and the parts of the publication. */
function Parts(): ReactNode {
  const { words } = useTexts();
  const { dataset, opened, open, titleOf } = useDesk();
  const heading = useId();
  const panels = [DESIGN, ...dataset.parts.map(({ id }) => partPanel(id))];
  return (
    <details open>
      <summary id={heading}>{words.settings.parts}</summary>
      {dataset.settings !== undefined && <AddPart text={words.settings.addPartAtEnd} className="link add" />}
      <ul className="entries" aria-labelledby={heading}>
        {panels.map((panel) => (
          <Entry key={panel} isCurrent={panel === opened} onClick={() => open(panel)}>
            {titleOf(panel)}
          </Entry>
        ))}
      </ul>
    </details>
  );
}

/** Moves the focus to the next or previous button or expandable heading in a list. */
function focusBeside(list: HTMLElement | null, step: 1 | -1, event: KeyboardEvent): void {
  // A dialog that was opened from the list handles its keys itself.
  if (event.target instanceof Element && event.target.closest('dialog') !== null) return;
  const stops = [...(list?.querySelectorAll<HTMLElement>('summary, details[open] button') ?? [])];
  const now = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[now + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

interface GroupProps {
  group: OutlineGroup;
  events: ReadonlyMap<string, OutlineEvent>;
  onAdd: OutlineProps['onAdd'];
}

/** The events of a theme or day. */
function Group({ group, events, onAdd }: GroupProps): ReactNode {
  const { words } = useTexts();
  const { opened, open } = useDesk();
  const heading = useId();
  return (
    <details open>
      <summary id={heading}>
        {group.title} <span className="quiet">{group.events.length}</span>
      </summary>
      {onAdd !== undefined && (
        <Button
          text={words.addToTheme}
          about={group.title}
          className="link add"
          onClick={() => onAdd(group)}
        />
      )}
      <ul className="entries" aria-labelledby={heading}>
        {group.events.map((id) => {
          const { title = id, date, about, status } = events.get(id) ?? {};
          return (
            <Entry
              key={id}
              isCurrent={id === opened}
              onClick={() => open(id)}
              note={
                <>
                  {status !== undefined && <b className="wrong">{words.statuses[status]} </b>}
                  {[about, date].filter(Boolean).join(' · ')}
                </>
              }
            >
              <span>{title}</span>
            </Entry>
          );
        })}
      </ul>
    </details>
  );
}
