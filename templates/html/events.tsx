/** The list of the events of a theme. Each fact has a label, which screen readers read even if it is not displayed. */

import type { ReactNode } from 'react';
import { type Fact, type ListedEvent, wordsOf } from '../../src/document/index.ts';
import type { PageContext } from './context.ts';
import { Picture, type SourceOf } from './picture.tsx';
import { DateWords, Paragraphs, SelfLink } from './table.tsx';
import { Wording, Words } from './text.tsx';

export interface ListProps {
  events: readonly ListedEvent[];
  /** Level of the titles below the headings of a theme. */
  level: 2 | undefined;
  context: PageContext;
}

export function EventList({ events, level, context }: ListProps): ReactNode {
  const Title = level === 2 ? 'h4' : 'h3';
  return (
    <ul className="events">
      {events.map((event) => (
        <li
          key={event.id}
          id={event.id}
          className={event.marks === undefined ? undefined : 'marked'}
          {...context.dataOf(event)}
        >
          <Title>
            <SelfLink id={event.id} number={wordsOf(event.number)} context={context}>
              <Words runs={event.number} />
            </SelfLink>{' '}
            <Paragraphs paragraphs={event.title} />
          </Title>
          <EventParts event={event} sourceOf={context.pictures.inText} />
        </li>
      ))}
    </ul>
  );
}

/** The parts of an event below its title. */
export function EventParts({ event, sourceOf }: { event: ListedEvent; sourceOf: SourceOf }): ReactNode {
  const { captions, signs, facts, description } = event;
  const pictures = event.pictures.map((figure, index) => (
    <Picture key={String(index)} {...figure} sourceOf={sourceOf} />
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
