/** Finds pictures of events by the file names in a list. */
import { LANGUAGES } from '../../languages/index.ts';
import type { Problem } from '../errors.ts';
import type { Message } from '../messages.ts';
import {
  EVENT_KEYS,
  type Field,
  fieldKinds,
  namedPictures,
  oneLine,
  type PicturePath,
  type PictureWords,
  type Programme,
  type ProgrammeFile,
  pictureIn,
  pictureWords,
  textIn,
  withoutUndefined,
  wordsInAll,
} from '../model/index.ts';
import {
  type EventRow,
  type PictureRole,
  picturesOfCell,
  type RowCell,
  roleOfColumn,
} from '../read/table-import/index.ts';
import { idMaker } from '../text/index.ts';
import { withFields } from './import-source.ts';
import { messageOf } from './messages.ts';
import type { FoundPicture, ListedPictures } from './pictures-beside.ts';

/** The rows of a list with the pictures of their events. */
export interface PicturedRows {
  /** The programme, with a new picture field if there was none. */
  programme: Programme;
  rows: readonly EventRow[];
  /** Pictures to be copied into the dataset. */
  pictures: readonly Required<FoundPicture>[];
  remarks: readonly Problem[];
}

/**
 * Adds the pictures that the cells of rows name, with their alternative texts and captions, to the first picture field.
 * The texts of the cells also stay in the internal fields of their columns, so that no text is lost.
 *
 * @param options `file` is the name of the list; `most` is the maximum number of columns of a table to which a new
 * picture field is added
 */
export function withListedPictures(
  programme: Programme,
  rows: readonly EventRow[],
  found: ListedPictures,
  { file, most }: { file: string; most?: number },
): PicturedRows {
  const { config } = programme;
  const columns = picturesColumns(config, rows);
  const [files, ...moreFiles] = columns.pictures;
  const existing = config.fields.find(({ kind, internal }) => kind === 'picture' && !internal);
  const field = existing ?? newField(config);
  const kindOf = fieldKinds(config.fields);
  const cells = pictureCells(found, namedPictures(programme));
  const pictured = rows.map((row): EventRow => {
    const changed = new Map(row.cells);
    for (const [path, cell] of row.cells) {
      if (kindOf(path) !== 'picture' || picturesOfCell(cell.text).length === 0) continue;
      const text = cells.read(cell, {});
      if (text === undefined) changed.delete(path);
      else changed.set(path, { ...cell, text });
    }
    const cell = files && row.cells.get(files.id);
    if (cell === undefined || cell.text === '' || changed.has(field.id)) return { ...row, cells: changed };
    const text = cells.read(cell, textsOf(row, columns, config));
    return { ...row, cells: text === undefined ? changed : changed.set(field.id, { text, at: cell.at }) };
  });
  const isNew = existing === undefined && pictured.some((row) => row.cells.has(field.id));
  const made = isNew ? withFields(programme, [field], file, most) : undefined;
  const second = moreFiles.map(({ heading = '' }) =>
    messageOf('pictures-in-second-column', {
      heading: textIn(heading, config.language, config.language).words,
    }),
  );
  const { copied, summary, remarks } = cells.outcome();
  return {
    programme: made?.draft ?? programme,
    rows: pictured,
    pictures: [...copied].map(([path, bytes]) => ({ path, bytes })),
    remarks: [
      ...(made?.remarks ?? []),
      ...[...summary, ...second].map((message) => ({ ...message, at: { file } })),
      ...remarks,
    ],
  };
}

/**
 * Reads cells that contain pictures; `outcome` contains the pictures to copy, remarks on the whole list, and remarks on
 * single cells.
 *
 * @param known the pictures that the programme already has
 */
function pictureCells(found: ListedPictures, known: ReadonlySet<PicturePath>) {
  const copied = new Map<PicturePath, Uint8Array>();
  const remarks: Problem[] = [];
  const missing: RowCell[] = [];
  const silent = new Set<PicturePath>();
  /** The picture that a cell names, with its path in the dataset; undefined if the picture cannot be used. */
  const read = ({ text, at }: RowCell, texts: Omit<PictureWords, 'file'>): string | undefined => {
    const [named, ...others] = picturesOfCell(text);
    if (named === undefined)
      remarks.push({ ...messageOf('picture-not-named', { words: oneLine(text) }), at });
    if (others.length > 0)
      remarks.push({ ...messageOf('pictures-further', { names: others.map((one) => one.file) }), at });
    if (named === undefined || known.has(named.file)) return named && text;
    const picture = found.get(named.file);
    if (picture === undefined) missing.push({ text: named.file, at });
    else if ('message' in picture) remarks.push({ ...picture, at });
    if (picture === undefined || 'message' in picture) return undefined;
    const { path, bytes } = picture;
    const { alt = texts.alt, caption = texts.caption } = named;
    if (bytes !== undefined) copied.set(path, bytes);
    if (bytes !== undefined && alt === undefined) silent.add(path);
    const words = pictureWords(withoutUndefined({ file: path, alt, caption }));
    // If the alternative text contained a file name in brackets, that name would be read as the path.
    return pictureIn(words)?.file === path ? words : pictureWords(withoutUndefined({ file: path, caption }));
  };
  const outcome = () => {
    const isNoneFound = missing.length > 1 && [...found.values()].every((one) => 'message' in one);
    const names = missing.map(({ text, at }) => `${at.cell ?? ''} ${text}`);
    const absent = missing.map(({ text: name, at }) => ({
      ...messageOf('picture-not-beside', { name }),
      at,
    }));
    const summary: Message[] = [];
    if (copied.size > 0) summary.push(messageOf('pictures-copied', { count: copied.size }));
    if (silent.size > 0)
      summary.push(messageOf('pictures-without-text', { count: silent.size, names: [...silent] }));
    if (isNoneFound) summary.push(messageOf('pictures-not-beside', { names }));
    return { copied, summary, remarks: [...(isNoneFound ? [] : absent), ...remarks] };
  };
  return { read, outcome };
}

/** The fields that contain picture files, and those that contain the texts of these pictures. */
function picturesColumns({ fields }: ProgrammeFile, rows: readonly EventRow[]): Record<PictureRole, Field[]> {
  const columns: Record<PictureRole, Field[]> = { pictures: [], alternatives: [], captions: [], credits: [] };
  for (const field of fields) {
    const { id, kind, heading = id, internal } = field;
    if (kind !== 'text' && kind !== 'description' && kind !== 'link') continue;
    const cells = rows.flatMap((row) => row.cells.get(id)?.text || []);
    const role = roleOfColumn(wordsInAll(heading).join(' '), cells);
    if (role !== undefined && (role !== 'pictures' || internal)) columns[role].push(field);
  }
  return columns;
}

/**
 * The alternative text and the caption of the picture in a row. A credit is preceded by its column heading, as in
 * "Photo: A. Exemple".
 */
function textsOf(
  { cells }: EventRow,
  { alternatives, captions, credits }: Record<PictureRole, readonly Field[]>,
  { language }: ProgrammeFile,
): Omit<PictureWords, 'file'> {
  const wordsIn = (fields: readonly Field[], named: boolean): string[] =>
    fields.flatMap(({ id, heading = id }) => {
      const words = oneLine(cells.get(id)?.text ?? '');
      if (words === '') return [];
      const isNamed = !named || /^(?:©|\(c\)|[\p{L} ]{2,30}\s?:)/iu.test(words);
      return isNamed
        ? words
        : `${textIn(heading, language, language).words}${LANGUAGES[language].labels.changes.colon}${words}`;
    });
  const [alt] = wordsIn(alternatives, false);
  const below = [...wordsIn(captions, false), ...wordsIn(credits, true)];
  const caption = below
    .map((words, index) => (index < below.length - 1 && /[\p{L}\d]$/u.test(words) ? `${words}.` : words))
    .join(' ');
  return withoutUndefined({ alt, caption: caption || undefined });
}

function newField({ language, fields, sides }: ProgrammeFile): Field {
  const ids = [...EVENT_KEYS, ...[...fields, ...sides].map(({ id }) => id)];
  return {
    id: idMaker(ids, 'picture')(['picture']),
    kind: 'picture',
    heading: LANGUAGES[language].labels.changes.fields.picture,
  };
}
