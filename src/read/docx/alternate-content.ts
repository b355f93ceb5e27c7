import type { XmlReader, XmlTag } from '../office/index.ts';

/**
 * Alternate content (ECMA-376, part 3): a file contains several versions of the same content, for newer and older
 * programs. One version is read.
 */

type Event = (reader: XmlReader) => void;

/** A version, and its text. */
interface Version {
  events: Event[];
  words: string;
}

/** Elements that contain text. */
const WORDS: ReadonlySet<string> = new Set(['t', 'delText']);

/**
 * Passes all content to the reader, but only one version of alternate content: the first version with text, because a
 * version without text only shows a picture of the text; if none has text, the first version. Stands between a parser
 * and a reader.
 *
 * @param onOther receives the text of each unread version whose text is not in the version read
 */
export class OneVersion implements XmlReader {
  readonly #reader: XmlReader;
  readonly #onOther: (words: string) => void;
  /** Versions of the outermost open alternate content, and the open elements in it. */
  #versions: Version[] | undefined;
  #open: string[] = [];

  constructor(reader: XmlReader, onOther: (words: string) => void) {
    this.#reader = reader;
    this.#onOther = onOther;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, prefix: string, tag: XmlTag): void {
    if (this.#versions === undefined) {
      if (name === 'AlternateContent') this.#versions = [];
      else this.#reader.open(name, attributes, prefix, tag);
      return;
    }
    if (this.#open.length === 0) this.#versions.push({ events: [], words: '' });
    else this.#keep((reader) => reader.open(name, attributes, prefix, tag));
    if (name === 'textpath') this.#addWords(attributes.string ?? '');
    this.#open.push(name);
  }

  close(name: string): void {
    if (this.#versions === undefined) {
      this.#reader.close?.(name);
      return;
    }
    if (this.#open.pop() === undefined) this.#choose(this.#versions);
    else if (this.#open.length > 0) this.#keep((reader) => reader.close?.(name));
  }

  text(words: string, line: number): void {
    if (this.#versions === undefined) {
      this.#reader.text?.(words, line);
      return;
    }
    this.#keep((reader) => reader.text?.(words, line));
    if (WORDS.has(this.#open.at(-1) ?? '')) this.#addWords(words);
  }

  #keep(event: Event): void {
    this.#versions?.at(-1)?.events.push(event);
  }

  #addWords(words: string): void {
    const version = this.#versions?.at(-1);
    if (version !== undefined) version.words += words;
  }

  #choose(versions: readonly Version[]): void {
    this.#versions = undefined;
    const chosen = versions.find(({ words }) => words.trim() !== '') ?? versions[0];
    if (chosen === undefined) return;
    // Nested alternate content passes through this reader again.
    for (const event of chosen.events) event(this);
    const others = versions.map(({ words }) => words.trim());
    for (const words of new Set(others)) if (!chosen.words.includes(words)) this.#onOther(words);
  }
}
