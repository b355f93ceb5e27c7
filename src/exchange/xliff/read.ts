/**
 * Reads XLIFF 1.2 files as translation tools write them. Texts may be divided into segments. Inline codes either
 * enclose the formatted text or mark its start and its end.
 */

import { UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import { LANGS, type Lang, type Programme, type RichRun } from '../../model/index.ts';
import { readXmlFile } from '../../read/office/index.ts';
import { joined } from '../../text/index.ts';
import { type Incoming, type Opened, requireOurs } from '../incoming.ts';
import { messageOf } from '../messages.ts';
import { type ReturnedText, translated } from './translated.ts';

/**
 * Reads the changes in an XLIFF file of translations.
 *
 * @throws UserError if the file is not an XLIFF file, is damaged or belongs to a different programme
 */
export async function readXliffFile({ bytes, file }: Opened, draft: Programme): Promise<Incoming> {
  const { names, lang: code, texts } = await readXliff(bytes, file);
  const lang = languageOf(code, draft, file);
  const [other] = names.has(draft.config.name) ? [] : names;
  if (other !== undefined) requireOurs(other, draft, file);
  return translated(texts, lang, draft, file);
}

/**
 * The target language of the file. If a tool has omitted the target language, and the programme has just one language
 * besides its main language, that language is used.
 */
function languageOf(code: string | undefined, { config }: Programme, file: string): Lang {
  const [other, ...more] = config.languages.filter((candidate) => candidate !== config.language);
  const only = more.length === 0 ? other : undefined;
  const lang =
    code === undefined ? only : LANGS.find((candidate) => candidate === code.slice(0, 2).toLowerCase());
  if (lang === undefined)
    throw new UserError({
      ...(code === undefined
        ? messageOf('xliff-without-language', { known: LANGS })
        : messageOf('xliff-language-unknown', { language: code, known: LANGS })),
      at: { file },
    });
  return lang;
}

interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

/** The author name in the notes and earlier translations that this program writes. */
const OURS = 'programme';

/**
 * Reads the texts of an XLIFF 1.2 file, the names of the programmes in its `file` elements, and the code of its target
 * language.
 *
 * @param file name of the file, for messages
 * @throws UserError if the file is not an XLIFF 1.2 file, or is damaged
 */
export async function readXliff(bytes: Uint8Array, file: string) {
  const refuse = (message: Message): UserError => new UserError(message, { file });
  const texts: ReturnedText[] = [];
  const names = new Set<string>();
  const phases = new Map<string, Pick<ReturnedText, 'by' | 'date'>>();
  const stack: Element[] = [];
  let ownPrefix: string | undefined;
  let lang: string | undefined;
  await readXmlFile(bytes, file, {
    open(name, attributes, prefix) {
      if (ownPrefix === undefined) {
        if (name !== 'xliff') throw refuse(messageOf('xliff-not'));
        if (!/^1\./.test(attributes.version ?? ''))
          throw refuse(messageOf('xliff-version', { version: attributes.version ?? '' }));
        ownPrefix = prefix;
      }
      if (name === 'file' && prefix === ownPrefix && stack.length === 0) {
        lang ??= attributes['target-language'];
        if (attributes['product-name'] !== undefined) names.add(attributes['product-name']);
      }
      if (name === 'phase')
        phases.set(attributes['phase-name'] ?? '', {
          ...(attributes['contact-name'] && { by: attributes['contact-name'] }),
          ...(attributes.date && { date: attributes.date }),
        });
      const isUnit = name === 'trans-unit' && prefix === ownPrefix;
      if (stack.length === 0 && !isUnit) return;
      const element = { name: prefix === ownPrefix ? name : `:${name}`, attributes, children: [] };
      stack.at(-1)?.children.push(element);
      stack.push(element);
    },
    close() {
      const element = stack.pop();
      if (element === undefined || stack.length > 0) return;
      lang ??= childrenOf(element, 'target')[0]?.attributes.lang;
      texts.push(textOf(element, phases));
    },
    text(words) {
      stack.at(-1)?.children.push(words);
    },
  });
  return { names, lang, texts };
}

const childrenOf = ({ children }: Element, name: string): Element[] =>
  children.filter((child): child is Element => typeof child !== 'string' && child.name === name);

function textOf(unit: Element, phases: ReadonlyMap<string, Pick<ReturnedText, 'by' | 'date'>>): ReturnedText {
  const [source] = childrenOf(unit, 'source');
  const [segmented] = childrenOf(unit, 'seg-source');
  const [target] = childrenOf(unit, 'target');
  const [earlier] = childrenOf(unit, 'alt-trans').filter(({ attributes }) => attributes.origin === OURS);
  const [sent] = earlier === undefined ? [] : childrenOf(earlier, 'target');
  const keepsLines = unit.attributes.space === 'preserve';
  const codes = codesIn([source, segmented].filter((element) => element !== undefined));
  const gaps = gapsIn(segmented);
  const read = (element: Element): RichRun[] => runsOf(element, codes, gaps, keepsLines);
  const words = target && read(target);
  const state = target?.attributes.state;
  const phase = phases.get(target?.attributes['phase-name'] ?? '');
  const { approved } = unit.attributes;
  const [ownNote] = childrenOf(unit, 'note').filter(({ attributes }) => attributes.from === OURS);
  const notes = childrenOf(unit, 'note')
    .filter(({ attributes }) => attributes.from !== OURS)
    .map((note) => ({
      words: plainText(note).trim(),
      ...(note.attributes.from && { by: note.attributes.from }),
    }))
    .filter((note) => note.words !== '');
  return {
    id: unit.attributes.resname ?? unit.attributes.id ?? '',
    ...(ownNote === undefined ? {} : { where: plainText(ownNote) }),
    source: source === undefined ? [] : read(source),
    ...(words?.some(({ text }) => text.trim() !== '') ? { target: words } : {}),
    ...(sent === undefined ? {} : { sent: read(sent) }),
    partial: isPartial(segmented, target),
    ...(state === undefined ? {} : { state }),
    ...(approved === undefined ? {} : { approved: approved === 'yes' }),
    notes,
    ...phase,
  };
}

const plainText = ({ children }: Element): string =>
  children.map((child) => (typeof child === 'string' ? child : plainText(child))).join('');

const isSegment = ({ name, attributes }: Element): boolean => name === 'mrk' && attributes.mtype === 'seg';

function segmentsIn(element: Element | undefined): Element[] {
  if (element === undefined) return [];
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : isSegment(child) ? [child] : segmentsIn(child),
  );
}

/** Whether only some of the source segments that contain text are translated. */
function isPartial(source: Element | undefined, target: Element | undefined): boolean {
  const translated = new Map(
    segmentsIn(target).map((segment) => [segment.attributes.mid, plainText(segment).trim()]),
  );
  const missing = segmentsIn(source).filter(
    (segment) => plainText(segment).trim() !== '' && (translated.get(segment.attributes.mid) ?? '') === '',
  );
  return missing.length > 0 && [...translated.values()].some((words) => words !== '');
}

/** The ids of the source segments that are followed by white space. */
function gapsIn(source: Element | undefined): ReadonlySet<string> {
  const gaps = new Set<string>();
  source?.children.forEach((child, index) => {
    const next = source.children[index + 1];
    if (typeof child !== 'string' && isSegment(child) && typeof next === 'string' && /^\s/.test(next))
      gaps.add(child.attributes.mid ?? '');
  });
  return gaps;
}

/**
 * The attributes of the inline codes in a source text, by id. In translations, codes may lack all attributes except the
 * id.
 */
function codesIn(elements: readonly Element[]): Map<string, Element['attributes']> {
  const codes = new Map<string, Element['attributes']>();
  const walk = (element: Element): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const { id, ctype } = child.attributes;
      if (id !== undefined && ctype !== undefined && !codes.has(id)) codes.set(id, child.attributes);
      walk(child);
    }
  };
  for (const element of elements) walk(element);
  return codes;
}

type Look = Omit<RichRun, 'text'>;

const LOOKS: Readonly<Record<string, Look>> = {
  bold: { strong: true },
  'x-bold': { strong: true },
  italic: { emphasis: true },
  'x-italic': { emphasis: true },
};

/** The text of a source or target element, with its formatting. */
function runsOf(
  root: Element,
  codes: ReadonlyMap<string, Element['attributes']>,
  gaps: ReadonlySet<string>,
  keepsLines: boolean,
): RichRun[] {
  const runs: RichRun[] = [];
  /**
   * The formatting of inline codes that have started but not ended, by id. The start and the end of an inline code can
   * be separate elements.
   */
  const open = new Map<string, Look>();
  const attributesOf = ({ attributes }: Element): Element['attributes'] => ({
    ...codes.get(attributes.id ?? ''),
    ...attributes,
  });
  const lookOf = (element: Element): Look => {
    const { ctype = '', 'equiv-text': address = '' } = attributesOf(element);
    return ctype === 'link' ? { link: address } : (LOOKS[ctype] ?? {});
  };
  const addWords = (words: string, look: Look, between: boolean): void => {
    const all: Look = Object.assign({}, look, ...open.values());
    const lines =
      keepsLines && !between ? words.split(/[ \t]*\r?\n\s*/) : [words.replace(/\s*[\r\n]\s*/g, ' ')];
    for (const [index, text] of lines.entries())
      runs.push(...(index === 0 ? [] : [{ text: '\n' }]), { text, ...all });
  };
  /** @param between whether the text is between segments, where a line break counts as a space */
  const walk = ({ children }: Element, look: Look, between: boolean): void => {
    for (const [index, child] of children.entries()) {
      if (typeof child === 'string') {
        addWords(child, look, between);
        continue;
      }
      const { name, attributes } = child;
      const key = attributes.rid ?? attributes.id ?? '';
      if (name === 'g') walk(child, { ...look, ...lookOf(child) }, between);
      else if (name === 'bpt' || name === 'bx' || (name === 'it' && attributes.pos === 'open'))
        open.set(key, lookOf(child));
      else if (name === 'ept' || name === 'ex' || name === 'it') open.delete(key);
      else if (name === 'x' || name === 'ph') {
        if (attributesOf(child).ctype === 'lb') runs.push({ text: '\n' });
      } else {
        walk(child, look, between && !isSegment(child));
        const next = children[index + 1];
        const touches = next !== undefined && typeof next !== 'string' && isSegment(next);
        if (isSegment(child) && touches && gaps.has(attributes.mid ?? '')) runs.push({ text: ' ' });
      }
    }
  };
  walk(root, {}, segmentsIn(root).length > 0);
  return joined(runs);
}
