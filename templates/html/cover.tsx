/** The head of the page: the cover, and links to the other languages and formats. */

import type { ReactNode } from 'react';
import { alternativeOf, type Design, type PictureUse } from '../../src/design/index.ts';
import type { Document } from '../../src/document/index.ts';
import { counted } from '../../src/text/index.ts';
import { isPage } from './alternates.tsx';
import { Picture, type SourceOf } from './picture.tsx';
import { Wording, Words } from './text.tsx';

export interface CoverProps {
  document: Document;
  design: Design;
  sourceOf: SourceOf;
}

/**
 * The picture and the logos of the cover; the period, which can be on an area; the title and the lines below it; the
 * publisher.
 */
export function Cover({ document, design, sourceOf }: CoverProps): ReactNode {
  const { cover, meta, siblings = [], notInCalendar = [], words } = document;
  // Files in another language are linked from the page in that language, if there is one, and not from this page.
  const languages = siblings.filter(isPage);
  const served = new Set(languages.map(({ lang }) => lang));
  const files = siblings.filter(
    (one) => !languages.includes(one) && (one.lang === meta.lang || !served.has(one.lang)),
  );
  const { kicker, title, lines, publisher } = cover;
  const { picture, marks = [] } = design.cover;
  const logos = marks.flatMap(({ pictures }) => pictures);
  const shown = (use: PictureUse): ReactNode => (
    <Picture file={use.file} alt={{ text: alternativeOf(use, meta.lang) ?? '' }} sourceOf={sourceOf} />
  );
  return (
    <header className="cover">
      {picture !== undefined && <div className="picture">{shown(picture)}</div>}
      {logos.length > 0 && (
        <ul className="logos">
          {logos.map((use, index) => (
            <li key={String(index)}>{shown(use)}</li>
          ))}
        </ul>
      )}
      {kicker !== undefined && (
        <p className="period">
          <Words runs={kicker} />
        </p>
      )}
      <div className="title">
        <Wording as="h1" of={title} />
        {lines.map((line, index) => (
          <p key={String(index)}>
            <Words runs={line} />
          </p>
        ))}
        <Wording as="p" of={publisher} className="publisher" />
        {languages.length > 0 && (
          <nav aria-label={words.screen.languages}>
            <ul className="files languages">
              {languages.map(({ file, lang, language }) => (
                <li key={file}>
                  <a href={encodeURIComponent(file)} hrefLang={lang} lang={lang}>
                    {language}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {files.length > 0 && (
          <nav aria-label={words.screen.files}>
            <ul className="files">
              {files.map(({ file, format, lang, language }) => (
                <li key={file}>
                  <a href={encodeURIComponent(file)} hrefLang={lang}>
                    {lang !== meta.lang && (
                      <>
                        <span lang={lang}>{language}</span>,{' '}
                      </>
                    )}
                    {format}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {notInCalendar.length > 0 && (
          <details className="left-out">
            <summary>{counted(words.screen.notInCalendar, notInCalendar.length, meta.lang)}</summary>
            <ul>
              {notInCalendar.map(({ id, title: name }) => (
                <li key={id}>
                  <a href={`#${id}`}>{name}</a>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </header>
  );
}
