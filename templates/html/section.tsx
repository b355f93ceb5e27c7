/** A section with its title. */

import { Fragment, type ReactNode } from 'react';
import { hasBoxes, pictureStyle } from '../../src/design/index.ts';
import type { Block, Entry, IndexGroup, Section } from '../../src/document/index.ts';
import type { PageContext } from './context.ts';
import { EventList } from './events.tsx';
import { List, PlainTable } from './part.tsx';
import { Picture } from './picture.tsx';
import { EventTable } from './table.tsx';
import { EntryLink, ownLanguage, Wording, Words } from './text.tsx';
import { TimetableGrid } from './timetable.tsx';

export function PageSection({ section, context }: { section: Section; context: PageContext }): ReactNode {
  const { id, title, layout, blocks } = section;
  const accent = section.accent === undefined ? '' : ` accent-${section.accent}`;
  return (
    <section
      id={id}
      className={`${layout}${accent}`}
      aria-labelledby={title.length === 0 ? undefined : `${id}-title`}
    >
      {title.length > 0 && <Wording as="h2" of={title} id={`${id}-title`} />}
      {groupsOf(blocks).map((group, index) => {
        const parts = group.map((block, part) => (
          <PageBlock key={String(part)} block={block} section={section} context={context} />
        ));
        return isGroup(group) ? (
          <div className="of-group" key={String(index)}>
            {parts}
          </div>
        ) : (
          <Fragment key={String(index)}>{parts}</Fragment>
        );
      })}
    </section>
  );
}

/**
 * Groups of blocks: blocks below the heading of a group of events are combined with it, so that they are hidden
 * together with its events.
 */
function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last !== undefined && isGroup(last) && !isGroup([block])) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

const isGroup = ([first]: readonly Block[]): boolean => first?.kind === 'heading' && first.group === true;

interface PageBlockProps {
  block: Block;
  section: Section;
  context: PageContext;
}

function PageBlock({ block, section, context }: PageBlockProps): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <Wording as="p" of={block.text} className={block.style} />;
    case 'heading': {
      const { lang, runs } = ownLanguage(block.text);
      const Heading = block.level === 2 ? 'h4' : 'h3';
      return (
        <Heading id={block.target} lang={lang} className={block.group && 'of-events'}>
          <Words runs={runs} />
        </Heading>
      );
    }
    case 'timetable':
      return <TimetableGrid timetable={block.timetable} />;
    case 'picture':
      return (
        <figure className={pictureStyle(context.design, section, block)}>
          <Picture {...block.figure} sourceOf={context.pictures.inText} />
          {block.caption && <Wording as="figcaption" of={block.caption} />}
        </figure>
      );
    case 'list':
      return <List items={block.items} />;
    case 'quote':
      return (
        <blockquote className={hasBoxes(context.design, section) ? 'box' : undefined}>
          {block.paragraphs.map((text, index) => (
            <Wording key={String(index)} as="p" of={text} />
          ))}
        </blockquote>
      );
    case 'contents':
      return (
        <nav aria-labelledby={`${section.id}-title`}>
          <ol className="contents">
            {block.entries.map((entry) => (
              <li key={entry.target} className={accentOf(entry, context)}>
                <EntryLink text={entry.text} target={entry.target} />
              </li>
            ))}
          </ol>
        </nav>
      );
    case 'index':
      return (
        <div className="groups">
          {block.groups.map((group, index) => (
            <Group key={String(index)} group={group} context={context} />
          ))}
        </div>
      );
    case 'table':
      if (section.part !== undefined || block.table.summary) return <PlainTable table={block.table} />;
      return <EventTable table={block.table} context={context} />;
    case 'events':
      return <EventList events={block.events} level={block.level} context={context} />;
  }
}

/** The CSS class for the accent colour of the theme to which the target of an entry belongs. */
function accentOf({ target }: Entry, { accents }: PageContext): string | undefined {
  const accent = accents.get(target);
  return accent === undefined ? undefined : `accent-${accent}`;
}

interface GroupProps {
  group: IndexGroup;
  context: PageContext;
}

function Group({ group: { heading, notes = [], entries }, context }: GroupProps): ReactNode {
  const { isShort, hasNumbers } = context;
  const around = ownLanguage(entries.flatMap(({ text }) => text)).lang;
  const Line = entries.length === 0 ? 'li' : 'p';
  const lines = notes.map((note, index) => <Wording key={String(index)} as={Line} of={note} />);
  const areNumbers = isShort && entries.every(({ number }) => number !== undefined);
  return (
    <div>
      <Wording as="h3" of={heading} />
      {entries.length > 0 && lines}
      {entries.length === 0 ? (
        <ul>{lines}</ul>
      ) : areNumbers ? (
        <p>
          {entries.map(({ number }) => (
            <Fragment key={number}>
              <a href={`#_${number}`}>{number}</a>{' '}
            </Fragment>
          ))}
        </p>
      ) : (
        <ul lang={around}>
          {entries.map((entry, index) => (
            <li key={String(index)} className={accentOf(entry, context)}>
              <EntryLink
                text={entry.text}
                target={hasNumbers && entry.number !== undefined ? `_${entry.number}` : entry.target}
                around={around}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
