import type { Document } from './model.ts';
import { figuresIn } from './pictures.ts';

/** Text that a redline takes from the new edition, although the old edition has different text. */
export interface Untracked {
  what:
    | 'title of the file'
    | 'subject of the file'
    | 'author of the file'
    | 'running head'
    | 'words of a picture';
  old: string;
  new: string;
}

/** The differences between two editions that their redline cannot mark. */
export function untrackedIn(before: Document, after: Document): Untracked[] {
  const all: Untracked[] = [
    { what: 'title of the file', old: before.meta.title, new: after.meta.title },
    { what: 'subject of the file', old: before.meta.subject, new: after.meta.subject },
    { what: 'author of the file', old: before.meta.author, new: after.meta.author },
    { what: 'running head', old: headerOf(before), new: headerOf(after) },
    ...pictureWords(before, after),
  ];
  return all.filter((found) => found.old !== found.new);
}

function headerOf({ meta, words }: Document): string {
  return `${meta.title} · ${words.edition}`;
}

/** The alternative texts of pictures that both editions show. */
function pictureWords(before: Document, after: Document): Untracked[] {
  const wordsOf = (document: Document): Map<string, string> =>
    new Map(figuresIn(document).map(({ file, alt }) => [file, alt?.text ?? '']));
  const old = wordsOf(before);
  return [...wordsOf(after)].flatMap(([file, words]): Untracked[] => {
    const were = old.get(file);
    return were === undefined ? [] : [{ what: 'words of a picture', old: were, new: words }];
  });
}
