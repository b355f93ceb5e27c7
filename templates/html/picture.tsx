/** Pictures. */

import type { ReactNode } from 'react';
import type { Figure } from '../../src/document/index.ts';

/**
 * The source of a picture on the page: its address or, if it is displayed several times, its symbol; and its size in
 * pixels.
 */
type Source = { width: number; height: number } & ({ src: string } | { symbol: string });

export type SourceOf = (file: string) => Source;

export function Picture({ file, alt: spoken, sourceOf }: Figure & { sourceOf: SourceOf }): ReactNode {
  const { text: alt = '', lang } = spoken ?? {};
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

/** Aligns a picture with the left edge of a box that is wider than the picture, without enlarging the picture. */
const LEFT = 'xMinYMid';

/** A picture that is displayed several times. */
export interface PictureSymbol {
  id: string;
  /** Size as displayed, in pixels. */
  width: number;
  height: number;
  /** File of the picture, with its size in pixels and its rotation. */
  image: { href: string; width: number; height: number; transform?: string };
}

/** The pictures of a page. Each picture is embedded once, and once more if it is also on the cover. */
export interface PagePictures {
  /** Returns the source of a picture on the cover. */
  onCover: SourceOf;
  /** Returns the source of a picture in a text or an event. A picture that is used several times is an SVG symbol. */
  inText: SourceOf;
  symbols: readonly PictureSymbol[];
}

/** The symbols of the pictures that are displayed several times. */
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
