/** Converts the texts of parts to rows of paragraphs, and the rows back to texts. */
import type { Position, Problem } from '../../errors.ts';
import {
  isMade,
  type Lang,
  type PartRow,
  type PartText,
  type Programme,
  type ProgrammeFile,
  parsePartPath,
  partsOf,
  valueAt,
} from '../../model/index.ts';
import { readMarkdown } from '../../text/index.ts';
import { messageOf } from '../messages.ts';
import { EditedProgramme, withConfig } from '../places.ts';

const ID_PATH = 'texts.id';

/** The properties of a `PathTable` that this module uses. */
interface Table {
  idPath: string;
  headings: ReadonlyMap<number, string>;
  rows: readonly { id: string; cells: ReadonlyMap<string, { text: string; at: Position }> }[];
}

/**
 * One row for each paragraph in the text parts of a programme, with the paragraph in all its languages. A part without
 * a text has one empty row. The id of a row consists of the id of the part and the number of the paragraph, counted
 * from 1.
 */
export function paragraphRows({ config, texts = [] }: Pick<Programme, 'config' | 'texts'>): PartRow[] {
  return textParts(config).flatMap((part) => {
    const columns = texts
      .filter((text) => text.part === part)
      .map(({ lang, source }) => [lang, paragraphsOf(source)] as const);
    const length = Math.max(1, ...columns.map(([, paragraphs]) => paragraphs.length));
    return Array.from({ length }, (_, index) => ({
      id: `${part}.${index + 1}`,
      text: Object.fromEntries(
        columns.flatMap(([lang, paragraphs]) => {
          const words = paragraphs[index];
          return words === undefined ? [] : [[lang, words]];
        }),
      ),
    }));
  });
}

/**
 * Text parts for which a workbook has rows even if the programme does not contain them, and the parts that must follow
 * them.
 */
const OFFERED = [
  { part: 'foreword', before: ['introduction', 'contents', 'themes'] },
  { part: 'practical-information', before: ['indexes'] },
] as const;

/** The ids of the text parts of a programme and of the additional text parts in a workbook. */
function textParts(config: Pick<ProgrammeFile, 'parts'>): string[] {
  const inProgramme = partsOf(config).flatMap(({ id }) => (isMade(id) ? [] : id));
  return [...new Set([...inProgramme, ...OFFERED.map(({ part }) => part)])];
}

/** Returns a programme with a part added before the first existing part that must follow it. */
function withPart(programme: Programme, part: string): Programme {
  const { config } = programme;
  const parts = partsOf(config);
  if (parts.some(({ id }) => id === part)) return programme;
  const before: readonly string[] = OFFERED.find((one) => one.part === part)?.before ?? [];
  const next = parts.findIndex(({ id }) => before.includes(id));
  const at = next < 0 ? parts.length : next;
  const entries = config.parts ?? parts.map(({ id }) => id);
  return withConfig(programme, { ...config, parts: entries.toSpliced(at, 0, part) });
}

/** The paragraphs of a Markdown text, which are separated by empty lines. */
function paragraphsOf(source: string): string[] {
  const text = source.replace(/^\n+/, '').trimEnd();
  return text === '' ? [] : text.split(/\n(?:[^\S\n]*\n)+/);
}

/** The paragraphs of a part in a language, and the position of the first of their cells. */
interface Written {
  at: Position;
  paragraphs: string[];
}

/**
 * Returns the programme with its texts replaced by the paragraphs in the tables of texts. A row without an id belongs
 * to the same part as the row above it. Parts without rows stay unchanged. A paragraph is removed if its row was
 * deleted or is empty.
 */
export function withParagraphs(
  tables: readonly Table[],
  programme: Programme,
): { programme: Programme; problems: Problem[] } {
  const { config, texts = [] } = programme;
  const known = textParts(config);
  const problems: Problem[] = [];
  let edited = new EditedProgramme(programme);
  for (const table of tables.filter(({ idPath }) => idPath === ID_PATH)) {
    for (const [part, byLang] of writtenParts(table, known, config.language, problems))
      for (const [lang, { at, paragraphs }] of byLang) {
        const source = texts.find((text) => text.part === part && text.lang === lang)?.source;
        const now = sourceOf(paragraphs, source);
        if (now === source) continue;
        for (const { message: why } of readMarkdown(now ?? '').problems)
          problems.push({ ...messageOf('part-text-invalid', { part, why }), at });
        if (now !== undefined) edited = new EditedProgramme(withPart(edited.programme(), part));
        edited.set({ about: 'programme', field: `parts.${part}`, lang }, now);
      }
  }
  return { programme: problems.length > 0 ? programme : edited.programme(), problems };
}

/**
 * The Markdown source of a text that consists of the given paragraphs; the existing source if the paragraphs are
 * unchanged.
 */
function sourceOf(paragraphs: readonly string[], source: PartText['source'] | undefined): string | undefined {
  const words = paragraphs.map((one) => one.trimEnd());
  const current = paragraphsOf(source ?? '').map((one) => one.trimEnd());
  if (words.join('\n\n') === current.join('\n\n')) return source;
  return words.length === 0 ? undefined : `${words.join('\n\n')}\n`;
}

function writtenParts(
  { rows, headings }: Table,
  known: readonly string[],
  main: Lang,
  problems: Problem[],
): Map<string, Map<Lang, Written>> {
  const columns = [...headings.values()].flatMap((heading) => {
    const path = heading.slice(heading.lastIndexOf('\n') + 1);
    const field = parsePartPath(path);
    return field?.part === 'texts' && field.column.holds === 'text'
      ? [{ path, lang: field.lang ?? main }]
      : [];
  });
  const parts = new Map<string, Map<Lang, Written>>();
  let part: string | undefined;
  for (const { id, cells } of rows) {
    const words = columns.flatMap(({ path, lang }) => {
      const cell = cells.get(path);
      return cell === undefined ? [] : [{ lang, cell }];
    });
    const filled = words.filter(({ cell }) => cell.text.trim() !== '');
    if (id !== '') part = id.replace(/\.\d+$/, '');
    if (part === undefined || !known.includes(part)) {
      const at = cells.get(ID_PATH)?.at ?? filled[0]?.cell.at;
      if (filled.length > 0 && at !== undefined)
        problems.push({ ...messageOf('programme-row-unknown', { id: part ?? '', known }), at });
      continue;
    }
    const byLang = valueAt(parts, part, () => new Map<Lang, Written>());
    for (const { lang, cell } of words) {
      const written = valueAt(byLang, lang, () => ({ at: cell.at, paragraphs: [] }));
      if (cell.text.trim() !== '') written.paragraphs.push(cell.text);
    }
  }
  return parts;
}
