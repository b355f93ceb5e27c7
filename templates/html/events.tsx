/** The list of the events of a theme. Each fact has a label, which screen readers read even if it is not displayed. */

import type { ReactNode } from 'react';
import { type Fact, type ListedEvent, wordsOf } from '../../src/document/index.ts';
import { Picture, type SourceOf } from './picture.tsx';
import { type DataOf, DateWords, Paragraphs, type SelfLink } from './table.tsx';
import { Wording, Words } from './text.tsx';

export interface ListProps {
  events: readonly ListedEvent[];
  /** Level of the titles below the headings of a theme. */
  level: 2 | undefined;
  dataOf: DataOf;
  selfOf: SelfLink;
  sourceOf: SourceOf;
}

export function EventList({ events, level, dataOf, selfOf, sourceOf }: ListProps): ReactNode {
  return (
    <ul className="events">
      {events.map((event) => (
        <EventItem
          key={event.id}
          event={event}
          level={level}
          data={dataOf(event)}
          selfOf={selfOf}
          sourceOf={sourceOf}
        />
      ))}
    </ul>
  );
}

interface ItemProps extends Omit<ListProps, 'events' | 'dataOf'> {
  event: ListedEvent;
  data: ReturnType<DataOf>;
}

function EventItem({ event, level, data, selfOf, sourceOf }: ItemProps): ReactNode {
  const { id, number, title, marks } = event;
  const Title = level === 2 ? 'h4' : 'h3';
  return (
    <li id={id} className={marks === undefined ? undefined : 'marked'} {...data}>
      <Title>
        <a className="self" {...selfOf(id, wordsOf(number))}>
          <Words runs={number} />
        </a>{' '}
        <Paragraphs paragraphs={title} />
      </Title>
      <EventParts event={event} sourceOf={sourceOf} />
    </li>
  );
}

/** The parts of an event below its title. */
export function EventParts({ event, sourceOf }: Pick<ItemProps, 'event' | 'sourceOf'>): ReactNode {
  const { captions, signs, facts, description } = event;
  const pictures = event.pictures.map(({ file, alt }, index) => (
    <Picture key={String(index)} file={file} alt={alt?.text} lang={alt?.lang} sourceOf={sourceOf} />
  ));
  return (
    <>
      {captions.length === 0 ? (
        pictures
      ) : (
        <figure className="beside">
          {pictures}
          <figcaption>
            <Paragraphs paragraphs={captions} />
          </figcaption>
        </figure>
      )}
      {signs.length > 0 && (
        <p className="sign">
          <Paragraphs paragraphs={signs} />
        </p>
      )}
      {facts.length > 0 && (
        <dl>
          {facts.map((fact, index) => (
            <FactWords key={String(index)} fact={fact} when={event.when} />
          ))}
        </dl>
      )}
      {description.map((paragraph, index) => (
        <Wording key={String(index)} as="p" of={paragraph} />
      ))}
    </>
  );
}

interface FactWordsProps {
  fact: Fact;
  when: string | undefined;
}

function FactWords({ fact: { kind, name, named, words }, when }: FactWordsProps): ReactNode {
  const paragraphs = <Paragraphs paragraphs={words} />;
  return (
    <div className={kind === 'body' || kind === 'place' ? kind : undefined}>
      <Wording as="dt" of={name} className={named ? undefined : 'hidden'} />
      <dd>
        {kind === 'date' && when !== undefined ? <DateWords when={when}>{paragraphs}</DateWords> : paragraphs}
      </dd>
    </div>
  );
}
