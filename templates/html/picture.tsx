/** Pictures. */

import type { ReactNode } from 'react';
import type { Block } from '../../src/document/index.ts';
import { ownLanguage, Words } from './text.tsx';

/** A picture of the page: its address, or the symbol that draws it where it is shown several times; and its pixels. */
type Source = { width: number; height: number } & ({ src: string } | { symbol: string });

export type SourceOf = (file: string) => Source;

export interface PictureProps {
  file: string;
  /** What it says to those who do not see it; without words it is decoration. */
  alt: string | undefined;
  lang?: string | undefined;
  sourceOf: SourceOf;
}

export function Picture({ file, alt = '', lang, sourceOf }: PictureProps): ReactNode {
  const source = sourceOf(file);
  if ('src' in source) return <img {...source} alt={alt} lang={lang} decoding="async" />;
  const { symbol, width, height } = source;
  const shown = { width, height, viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: LEFT };
  const use = <use href={`#${symbol}`} />;
  if (alt === '')
    return (
      <svg {...shown} aria-hidden="true">
        {use}
      </svg>
    );
  return (
    <svg {...shown} role="img" aria-label={alt} lang={lang}>
      {use}
    </svg>
  );
}

/** Where a picture stands in a place that is wider than it, since it is not to be higher. */
const LEFT = 'xMinYMid';

/** A picture that is shown several times. */
export interface PictureSymbol {
  id: string;
  /** Pixels as it is shown. */
  width: number;
  height: number;
  /** Its file, with the pixels and the turn of this. */
  image: { href: string; width: number; height: number; transform?: string };
}

/** The pictures of a page: each is in it once, and once more where it is on the cover too. */
export interface PagePictures {
  /** Gives those of the cover. */
  onCover: SourceOf;
  /** Gives those of texts and events; one that is shown several times is a symbol. */
  inText: SourceOf;
  symbols: readonly PictureSymbol[];
}

/** The pictures that are shown several times. */
export function Symbols({ symbols }: { symbols: readonly PictureSymbol[] }): ReactNode {
  if (symbols.length === 0) return null;
  return (
    <svg className="hidden" aria-hidden="true">
      {symbols.map(({ id, width, height, image }) => (
        <symbol key={id} id={id} viewBox={`0 0 ${width} ${height}`}>
          <image {...image} />
        </symbol>
      ))}
    </svg>
  );
}

/** A picture between paragraphs, with the words under it. */
export function FigureWithWords({
  figure: { file, alt },
  caption,
  style,
  sourceOf,
}: Omit<Extract<Block, { kind: 'picture' }>, 'kind'> & { sourceOf: SourceOf }): ReactNode {
  const words = caption && ownLanguage(caption);
  return (
    <figure className={style}>
      <Picture file={file} alt={alt?.text} lang={alt?.lang} sourceOf={sourceOf} />
      {words && (
        <figcaption lang={words.lang}>
          <Words runs={words.runs} />
        </figcaption>
      )}
    </figure>
  );
}
