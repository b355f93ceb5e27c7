/** The same page in other languages, for search engines. */

import type { ReactNode } from 'react';
import type { Document, Sibling } from '../../src/document/index.ts';

/** Whether a file is the same page in another language. */
export const isPage = ({ file }: Sibling): boolean => file.endsWith('.html');

interface AlternatesProps {
  document: Pick<Document, 'meta' | 'siblings'>;
  /** Absolute URL of this page. */
  address: string;
  /** Relative path from this page to the page in another language; by default the name of its file. */
  pathOf?(file: string): string;
}

/** The address of a page, and of the same page in each language. */
export function Alternates({
  document: { meta, siblings = [] },
  address,
  pathOf = encodeURIComponent,
}: AlternatesProps): ReactNode {
  const others = siblings
    .filter(isPage)
    .map(({ file, lang }) => ({ lang, url: new URL(pathOf(file), address).href }));
  const pages = others.length === 0 ? [] : [{ lang: meta.lang, url: address }, ...others];
  return (
    <>
      <link rel="canonical" href={address} />
      {pages.map(({ lang, url }) => (
        <link key={lang} rel="alternate" hrefLang={lang} href={url} />
      ))}
    </>
  );
}
