/** The texts of running heads. */
import type { Document, Paragraph, Section } from './model.ts';
import { lastWords } from './resolve-changes.ts';
import { wordsOf } from './texts.ts';

type Titled = Pick<Section, 'title' | 'short'>;

/** The left part of every running head: the title of the document and its edition. */
export function editionHead({ meta, words }: Document): string {
  return `${words.short ?? meta.title} · ${words.edition}`;
}

/** The title of a section in running heads. */
const headOf = ({ title, short = title }: Titled): Paragraph => lastWords(short);

/**
 * The right part of the running head for consecutive sections: the first title and the last, or only the first title if
 * they do not both fit.
 */
export function headsOf(sections: readonly Titled[], fits: (words: string) => boolean): Paragraph {
  const [first, last] = [sections[0], sections.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [from, to] = [headOf(first), headOf(last)];
  const both = [...withoutColon(from), { text: ' – ' }, ...withoutColon(to)];
  return wordsOf(from) !== wordsOf(to) && fits(wordsOf(both)) ? both : from;
}

/** A title without its final colon, because a colon would look wrong before the next title. */
export function withoutColon(title: Paragraph): Paragraph {
  const last = title.at(-1);
  if (last === undefined) return title;
  return [...title.slice(0, -1), { ...last, text: last.text.replace(/\s*:$/u, '') }];
}
