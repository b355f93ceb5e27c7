/** The whole page. */

import type { ReactNode } from 'react';
import type { Design } from '../../src/design/index.ts';
import {
  type Block,
  type Document,
  eventsIn,
  type Section,
  withoutColon,
  wordsOf,
} from '../../src/document/index.ts';
import { fill } from '../../src/text/index.ts';
import { Alternates } from './alternates.tsx';
import type { PageContext } from './context.ts';
import { Cover } from './cover.tsx';
import { Days, type PageDay } from './days.tsx';
import { Find } from './find.tsx';
import { Symbols } from './picture.tsx';
import { PageSection } from './section.tsx';
import { Wording } from './text.tsx';

export interface PageHeadProps {
  document: Document;
  style: string;
  /** Content-Security-Policy. */
  policy: string;
  /** Data URI of the icon of the page. */
  icon?: string | undefined;
}

export function PageHead({ document, style, policy, icon }: PageHeadProps): ReactNode {
  const { meta, words } = document;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta httpEquiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${meta.title} – ${words.edition}`}</title>
      <meta name="author" content={meta.author} />
      <meta name="description" content={meta.subject} />
      <meta name="color-scheme" content="light dark" />
      {meta.fingerprint !== undefined && <meta name="fingerprint" content={meta.fingerprint} />}
      {icon !== undefined && <link rel="icon" href={icon} />}
      {meta.feed !== undefined && (
        <link rel="alternate" type="application/atom+xml" title={meta.title} href={meta.feed} />
      )}
      <Addresses document={document} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the program, with all texts escaped. */}
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>
  );
}

export interface PageBodyProps {
  document: Document;
  context: PageContext;
  script: string;
  /** JSON-LD, escaped so that no text can end the script element. */
  linked: string | undefined;
  design: Design;
  days: readonly PageDay[];
  /** Time zones of the events' times; undefined if no event has an exact date. */
  zones: readonly string[] | undefined;
}

/** The parts in printed order; the filters precede the first table. */
export function PageBody(props: PageBodyProps): ReactNode {
  const { document, context, design, script, linked, days, zones } = props;
  const { meta, words, sections, facets = [], gone, entries, near } = document;
  const first = sections.findIndex((section) => rowsOf(section) > 0);
  const rows = sections.reduce((sum, section) => sum + rowsOf(section), 0);
  const isSearched = first >= 0;
  const front = sections.slice(0, Math.max(first, 0));
  return (
    <body data-embedded={document.embedded && ''}>
      {isSearched && (
        <a className="skip" href={`#${sections[first]?.id}`}>
          {words.screen.skip}
        </a>
      )}
      {!document.embedded && (
        <Cover document={document} design={design} sourceOf={context.pictures.onCover} />
      )}
      <main>
        {document.embedded && <h1 className="hidden">{meta.title}</h1>}
        {isSearched && (
          <div className="tools">
            <Find
              facets={facets}
              words={words.screen}
              rows={rows}
              zones={zones}
              entries={entries}
              near={near}
            />
            {days.length > 1 && <Days days={days} heading={words.screen.days} lang={meta.lang} />}
          </div>
        )}
        <div className="parts">
          {front.length > 0 && <Front sections={front} context={context} isFolded={isSearched} />}
          {words.together !== undefined && isSearched && (
            // In a comparison: switches between two texts side by side and a single text with marks, without a script.
            <p className="switch">
              <label>
                <input id="_together" type="checkbox" /> {words.together}
              </label>
            </p>
          )}
          {sections.slice(front.length).map((section) => (
            <PageSection key={section.id} section={section} context={context} />
          ))}
          {gone !== undefined && <Gone gone={gone} since={words.screen.goneSince} />}
          <Symbols symbols={context.pictures.symbols} />
        </div>
      </main>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the program, without any text of the data. */}
      <script dangerouslySetInnerHTML={{ __html: script }} />
      {linked !== undefined && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without HTML special characters
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: linked }} />
      )}
    </body>
  );
}

/**
 * For search engines and shared links: the address of the page, and the addresses of the same page in other languages.
 */
function Addresses({ document }: { document: Document }): ReactNode {
  const { address, title, subject, lang, picture } = document.meta;
  if (address === undefined) return null;
  return (
    <>
      <Alternates document={document} address={address} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={subject} />
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={lang} />
      {picture !== undefined && (
        <>
          <meta property="og:image" content={picture} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={title} />
        </>
      )}
    </>
  );
}

interface FrontProps {
  sections: readonly Section[];
  context: PageContext;
  isFolded: boolean;
}

/** The parts before the first event. The script folds them on narrow screens, where they would hide the events. */
function Front({ sections, context, isFolded }: FrontProps): ReactNode {
  const parts = sections.map((section) => (
    <PageSection key={section.id} section={section} context={context} />
  ));
  if (!isFolded) return parts;
  const titles = sections.map(({ title }) => wordsOf(withoutColon(title))).filter((title) => title !== '');
  return (
    <details className="front" open>
      <summary>{titles.join(' · ')}</summary>
      {parts}
    </details>
  );
}

/** Number of rows that readers search, such as those of events. */
function rowsOf({ part, blocks }: Section): number {
  if (part !== undefined) return 0;
  const isSummary = (block: Block): boolean => block.kind === 'table' && block.table.summary === true;
  return blocks.flatMap((block) => (isSummary(block) ? [] : eventsIn(block))).length;
}

interface GoneProps {
  gone: NonNullable<Document['gone']>;
  since: Document['words']['screen']['goneSince'];
}

/** Events of earlier editions, so that links to them have a target. */
function Gone({ gone: { title, note, events }, since }: GoneProps): ReactNode {
  return (
    <section id="_gone" className="text" aria-labelledby="_gone-title">
      <h2 id="_gone-title">{title}</h2>
      <p className="note">{note}</p>
      <ul>
        {events.map(({ id, title: words, edition }) => (
          <li key={id} id={id}>
            <Wording as="span" of={words} /> <span className="quiet">({fill(since, { edition })})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
