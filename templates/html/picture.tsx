/** Pictures. */
import type { ReactNode } from 'react';
import type { Block } from '../../src/document/model.ts';
import { ownLanguage, Words } from './text.tsx';

/** Gives a picture of the page: its address, and its pixels. */
export type SourceOf = (file: string) => { src: string; width: number; height: number };

export interface PictureProps {
  file: string;
  /** What it says to those who do not see it; without words it is decoration. */
  alt: string | undefined;
  lang?: string | undefined;
  sourceOf: SourceOf;
}

export function Picture({ file, alt = '', lang, sourceOf }: PictureProps): ReactNode {
  return <img {...sourceOf(file)} alt={alt} lang={lang} decoding="async" />;
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
