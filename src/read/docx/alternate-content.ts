import type { XmlReader, XmlTag } from '../office/index.ts';

/** Content that a file holds in several versions, for newer and older programs (ECMA-376, part 3): one of them is read. */

type Event = (reader: XmlReader) => void;

/** A version, and the words in it. */
interface Version {
  events: Event[];
  words: string;
}

/** Elements whose text is words. */
const WORDS: ReadonlySet<string> = new Set(['t', 'delText']);

/**
 * Hands on everything, but of content in several versions only one: the first that has words, as a version without them shows a picture of
 * them, else the first. It stands between a parser and a reader.
 *
 * @param onOther is told the words of a version that is not read and has others than the one that is
 */
export class OneVersion implements XmlReader {
  readonly #reader: XmlReader;
  readonly #onOther: (words: string) => void;
  /** Versions of the outermost content that is open, and the elements that are open inside it. */
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
    // Content in versions inside it comes through this reader again.
    for (const event of chosen.events) event(this);
    const others = versions.map(({ words }) => words.trim());
    for (const words of new Set(others)) if (!chosen.words.includes(words)) this.#onOther(words);
  }
}
