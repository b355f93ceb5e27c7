/** The page of a single event. */

import type { ReactNode } from 'react';
import { type Document, type EventPage, summaryOf, wordsOf } from '../../src/document/index.ts';
import { Alternates } from './alternates.tsx';
import { EventParts } from './events.tsx';
import type { SourceOf } from './picture.tsx';
import { ownLanguage, Wording, Words } from './text.tsx';

export interface EventPageProps {
  page: EventPage;
  document: Pick<Document, 'meta' | 'siblings' | 'words'>;
  style: string;
  /** JSON-LD, escaped so that no text can end the script element. */
  linked: string | undefined;
  /** Content-Security-Policy. */
  policy: string;
  sourceOf: SourceOf;
  /** Name of the calendar file next to the page, if there is one. */
  calendar: string | undefined;
}

export function EventPageView(props: EventPageProps): ReactNode {
  const { page, document, style, linked, policy, sourceOf, calendar } = props;
  const { meta, words } = document;
  const { id, event, note, places, canonical, picture } = page;
  const name = wordsOf(page.title);
  return (
    <html lang={meta.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${name} – ${meta.title}`}</title>
        <meta name="author" content={meta.author} />
        <meta name="description" content={summaryOf(page) ?? meta.subject} />
        <meta name="color-scheme" content="light dark" />
        {event === undefined && <meta name="robots" content="noindex" />}
        {canonical !== undefined && (
          <Alternates
            document={document}
            address={canonical}
            pathOf={(file) => `../${encodeURIComponent(file.slice(0, -'.html'.length))}/${id}.html`}
          />
        )}
        <meta property="og:title" content={name} />
        <meta property="og:type" content="website" />
        {canonical !== undefined && <meta property="og:url" content={canonical} />}
        {picture !== undefined && <meta property="og:image" content={picture.url} />}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the program, with all texts escaped. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header className="cover">
          <div className="title">
            <Wording as="h1" of={page.title} />
            <p>
              <a href={`../${encodeURIComponent(meta.stem)}.html#${id}`}>{meta.title}</a>
            </p>
          </div>
        </header>
        <main>
          <section className="text">
            {note !== undefined && <p className="note">{note}</p>}
            {event !== undefined && (
              <div className="events">
                <EventParts event={event} sourceOf={sourceOf} />
                {places.map((place) => (
                  <PlaceWords key={place.name} place={place} />
                ))}
                {calendar !== undefined && (
                  <p className="links">
                    <a href={calendar} download={calendar}>
                      {words.screen.addToCalendar}
                    </a>
                  </p>
                )}
              </div>
            )}
          </section>
        </main>
        {linked !== undefined && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without HTML special characters
          <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: linked }} />
        )}
      </body>
    </html>
  );
}

/**
 * The name, address and access of a place. A place that has only a name is omitted, because the facts already contain
 * its name.
 */
function PlaceWords({ place: { name, notes } }: { place: EventPage['places'][number] }): ReactNode {
  if (notes.length === 0) return null;
  return (
    <p className="links">
      <strong>{name}</strong>
      {notes.map((note, index) => {
        const { lang, runs } = ownLanguage(note);
        return (
          <span key={String(index)} lang={lang}>
            <br />
            <Words runs={runs} />
          </span>
        );
      })}
    </p>
  );
}
