import path from 'node:path';
import { dump } from 'js-yaml';
import {
  type BrandFile,
  DEFAULT_DESIGN,
  type Design,
  type DesignFile,
  loadComplete,
  loadDesignFile,
  loadDesignSchema,
  ownFonts,
  type PictureFile,
  type PresentationWish,
  picturesOf,
} from '../design/index.ts';
import { outcomeOf, type Position, type Problem, UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import { DRAFT, FIELD_KINDS, isMade, type ProgrammeFile, partsOf } from '../model/index.ts';
import { placeField } from '../reference/index.ts';
import { editionDir } from './dataset.ts';
import { type Files, lstatIfThere } from './file.ts';
import { type Path, valueAtPath } from './locator.ts';
import { messageOf } from './messages.ts';
import { type DatasetFolder, datasetFolder, fieldAt, type Parsed, parseFile } from './parse-file.ts';
import { pathProblems } from './picture/index.ts';
import { readTextFileIfThere } from './text-file.ts';

/**
 * The name of the design file in a dataset. The file contains either the values that differ from the default design or
 * all values; in a frozen edition, it contains all values.
 */
export const DESIGN_FILE = 'design.yaml';

/** A design that was read from a design file, and notes on where it deviates from the file. */
export interface ReadDesign {
  design: Design;
  notes: readonly Problem[];
  /** The path of the brand.yml file that the design extends, relative to the dataset folder. */
  brand?: string;
}

/** The properties of a programme that are required to read its design. */
interface DesignedProgramme {
  /** The languages in which the programme is built. */
  languages?: readonly string[];
  config?: DesignedConfig;
}

/**
 * Reads the design of an edition from its folder. A draft without a design file has the default design. A frozen
 * edition has its own file, so that changes to the default design do not change its pages.
 *
 * @param programme the programme, which contains the names that the file may use and the languages in which pictures
 * need alternative texts
 * @throws UserError if the file is not a valid design
 */
export async function readDesign(
  dataDir: string,
  edition: string,
  programme: DesignedProgramme = {},
): Promise<Design> {
  const dir = editionDir(dataDir, edition);
  if (edition === DRAFT) return (await readDesignFolder(dir, programme)).design;
  const { DesignSchema } = await loadDesignSchema();
  return completeFile(await parseFile(path.join(dir, DESIGN_FILE), () => DesignSchema), datasetFolder(dir));
}

/**
 * The names of the font files in fonts/ that the design of a frozen edition uses; empty if the design file of the
 * edition cannot be read.
 */
export async function fontsOfDesign(dir: string): Promise<ReadonlySet<string>> {
  const file = path.join(dir, DESIGN_FILE);
  if (!(await lstatIfThere(file))?.isFile()) return new Set();
  const { DesignSchema } = await loadDesignSchema();
  const read = await outcomeOf(parseFile(file, () => DesignSchema));
  if ('error' in read || read.value.value === undefined) return new Set();
  return new Set(ownFonts(read.value.value).keys());
}

/** The text of a design file that contains all values of a design. */
export function designText(design: Design): string {
  return dump(design, { flowLevel: 2, lineWidth: -1, noRefs: true });
}

/**
 * Reads the design in a dataset folder; the default design if there is no design file.
 *
 * @throws UserError if the file is not a valid design, or has problems that prevent its use
 */
export async function readDesignFolder(
  dir: string,
  programme: DesignedProgramme = {},
  files?: Files,
): Promise<ReadDesign> {
  const folder = datasetFolder(dir, files);
  const parsed = await parseDesign(folder);
  if (parsed === undefined) return { design: DEFAULT_DESIGN, notes: [] };
  const value = checked(parsed);
  return isComplete(value)
    ? { design: await completeFile(parsed as Parsed<Design>, folder), notes: [] }
    : completedFile({ ...parsed, value: value as DesignFile }, folder, programme);
}

/**
 * Reads the values of a design file; `{}` if there is no file, and undefined if the file contains all values of a
 * design.
 *
 * @throws UserError if the file is not a valid design
 */
export async function readDesignFile(dir: string): Promise<DesignFile | undefined> {
  const parsed = await parseDesign(datasetFolder(dir));
  if (parsed === undefined) return {};
  const value = checked(parsed);
  return isComplete(value) ? undefined : (value as DesignFile);
}

/** Parses the design file of a dataset folder; undefined if it is missing or empty. */
async function parseDesign(folder: DatasetFolder) {
  const file = path.join(folder.dir, DESIGN_FILE);
  const text = await readTextFileIfThere(file, folder.files);
  if (text === undefined || !STATEMENT.test(text)) return undefined;
  const [{ DesignSchema }, { DesignFileSchema }] = await Promise.all([loadDesignSchema(), loadDesignFile()]);
  const schemaOf = (value: unknown) => (isComplete(value) ? DesignSchema : DesignFileSchema);
  return parseFile<Design | DesignFile>(file, schemaOf, folder);
}

/** A line that is neither empty nor a comment. */
const STATEMENT = /^[^\S\n]*[^\s#]/m;

/** Whether a design file is meant to contain a complete design: only such files have the key `styles`. */
function isComplete(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'styles' in value;
}

/** @throws UserError if the file has problems */
function checked<T>({ value, problems }: Parsed<T | undefined>): T {
  if (value === undefined) throw new UserError(problems);
  return value;
}

/** @throws UserError if the file is not a valid design, or names missing pictures */
async function completeFile(parsed: Parsed<Design | undefined>, folder: DatasetFolder): Promise<Design> {
  const design = checked(parsed);
  await requirePicturesOf(design, () => placeIn(parsed, ['cover']), folder);
  return design;
}

/** @throws UserError that lists the pictures of a design that are missing or outside the dataset folder */
async function requirePicturesOf(design: Design, at: () => Position, folder: DatasetFolder): Promise<void> {
  const named = picturesOf(design).map(({ file }) => ({ file, at }));
  await requirePaths(named, folder);
}

/** The position of the value at a path in a file, with the path as its field. */
const placeIn = (file: Parsed<unknown>, at: Path): Position => ({ ...file.place(at), ...fieldAt(at) });

/** @throws UserError that lists the pictures that are missing or outside the dataset folder */
async function requirePaths(
  pictures: readonly { file: string; at: () => Position }[],
  folder: DatasetFolder,
): Promise<void> {
  const found = await pathProblems(folder, pictures);
  if (found.length > 0) throw new UserError(found);
}

/** The pictures that a design file names, each with the path of its value in the file. */
function picturesIn({ logo, cover }: DesignFile): { at: Path; picture: PictureFile }[] {
  const { picture, 'co-emitter': second, partners = [] } = typeof cover === 'object' ? cover : {};
  return [
    { at: ['logo'], picture: logo },
    { at: ['cover', 'picture'], picture },
    { at: ['cover', 'co-emitter'], picture: second },
    ...partners.map((partner, index) => ({ at: ['cover', 'partners', index], picture: partner })),
  ].flatMap(({ at, picture: named }) => (named === undefined ? [] : [{ at, picture: named }]));
}

/** @throws UserError that lists the pictures that are missing or have no text in one of the languages */
async function requirePictures(
  file: Parsed<DesignFile>,
  folder: DatasetFolder,
  languages: readonly string[],
): Promise<void> {
  const pictures = picturesIn(file.value);
  const silent = pictures.flatMap(({ at, picture: { alt } }): Problem[] => {
    const missing = typeof alt === 'object' ? languages.filter((lang) => alt[lang] === undefined) : [];
    const message = messageOf('picture-without-text', { languages: missing });
    return missing.length === 0 ? [] : [{ ...message, at: placeIn(file, [...at, 'alt']) }];
  });
  if (silent.length > 0) throw new UserError(silent);
  const named = pictures.map(({ at, picture }) => ({
    file: picture.path,
    at: () => placeIn(file, [...at, 'path']),
  }));
  await requirePaths(named, folder);
}

async function completedFile(
  file: Parsed<DesignFile>,
  folder: DatasetFolder,
  { languages = [], config }: DesignedProgramme,
): Promise<ReadDesign> {
  await requirePictures(file, folder, languages);
  const unknown = config === undefined ? [] : unknownNames(file, config);
  if (unknown.length > 0) throw new UserError(unknown);
  const brand = await brandOf(file, folder);
  const { completed } = await loadComplete();
  const { design, notes, problems } = completed(file.value, brand?.value, (at, ofBrand) => {
    const isOwn = brand === undefined || (!ofBrand && valueAtPath(file.value, at) !== undefined);
    return placeIn(isOwn ? file : brand, at);
  });
  if (problems.length > 0) throw new UserError(problems);
  if (brand !== undefined && file.value.logo === undefined)
    await requirePicturesOf(design, () => placeIn(brand, ['logo']), folder);
  return {
    design,
    notes: [...notes, ...(brand === undefined ? [] : unused(brand))],
    ...(file.value.extends === undefined ? {} : { brand: file.value.extends }),
  };
}

/** Reads the brand.yml file that a design file extends. */
async function brandOf(file: Parsed<DesignFile>, folder: DatasetFolder) {
  const name = file.value.extends;
  if (name === undefined) return undefined;
  const refusal = (message: Message): UserError => new UserError(message, placeIn(file, ['extends']));
  if (/^[a-z]+:\/\//i.test(name)) throw refusal(messageOf('brand-on-network', { file: DESIGN_FILE }));
  const inside = path.relative(folder.dir, path.resolve(folder.dir, name));
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside))
    throw refusal(messageOf('brand-outside-dataset', { file: DESIGN_FILE }));
  const { BrandFileSchema } = await loadDesignFile();
  const parsed = await parseFile(path.join(folder.dir, name), () => BrandFileSchema, folder);
  return { ...parsed, value: checked(parsed) };
}

/** The keys that the program uses from each group of a brand.yml file. */
const USED = {
  '': ['color', 'logo', 'typography'],
  color: ['palette', 'foreground', 'background', 'primary', 'secondary'],
  typography: ['fonts', 'base', 'headings'],
  'typography.base': ['family'],
  'typography.headings': ['family', 'color'],
};

/** Reports the keys of a brand.yml file that the program does not use. */
function unused({ value, file }: Parsed<BrandFile>): Problem[] {
  const keys = Object.entries(USED).flatMap(([prefix, used]) => {
    const steps = prefix === '' ? [] : prefix.split('.');
    const group = valueAtPath(value, steps);
    return Object.keys(typeof group === 'object' ? { ...group } : {})
      .filter((key) => !used.includes(key))
      .map((key) => [...steps, key].join('.'));
  });
  return keys.length === 0 ? [] : [{ ...messageOf('brand-keys-not-used', { keys }), at: { file } }];
}

/** The parts of a programme to which a design file can refer. */
export type DesignedConfig = Pick<ProgrammeFile, 'parts' | 'themes' | 'fields'>;

/** The value of `groups` that stands for days. */
const DAY = 'day';

/** The kinds of columns that a theme can have: event numbers, fields of any kind, and bodies. */
const COLUMN_KINDS: readonly string[] = ['event-number', ...FIELD_KINDS, 'body'];

/**
 * Reports names in a design file that do not match the programme: column kinds, parts and themes that do not exist,
 * parts without a text, and fields that a theme does not print.
 */
function unknownNames(file: Parsed<DesignFile>, config: DesignedConfig): Problem[] {
  const { parts = {}, presentation = {}, columns: widths = {}, codes = {} } = file.value;
  const {
    themes = {},
    places,
    ...all
  } = typeof presentation === 'string' ? { as: presentation } : presentation;
  const texts = partsOf(config)
    .map(({ id }) => id)
    .filter((id) => !isMade(id));
  const problems: Problem[] = [];
  const report = (at: Path, message: Message): void => {
    problems.push({ ...message, at: { ...file.place(at), ...fieldAt(at) } });
  };
  const oneOf = (known: readonly string[]): Message =>
    known.length === 0 ? messageOf('leave-out') : messageOf('one-of', { known });
  const checkField = (field: string, at: Path, columns: readonly string[]): void => {
    if (!columns.includes(field))
      report(at, messageOf('groups-field-not-printed', { field, hint: oneOf(columns) }));
  };
  const checkGroups = (wish: PresentationWish, at: Path, columns: readonly string[]): void => {
    const groups = typeof wish === 'string' ? undefined : wish.groups;
    if (groups !== undefined && groups !== DAY) checkField(groups, [...at, 'groups'], columns);
  };
  const isTimetable = [all, ...Object.values(themes)].some(
    (wish) => (typeof wish === 'string' ? wish : wish.as) === 'timetable',
  );
  const themeIds = config.themes.map(({ id }) => id);
  const links = config.fields
    .filter(({ kind, internal }) => kind === 'link' && internal !== true)
    .map(({ id }) => id);
  const every = [...new Set(config.themes.flatMap(({ columns }) => columns))];
  for (const name of Object.keys(parts).filter((part) => !texts.includes(part)))
    report(
      ['parts', name],
      texts.length === 0
        ? messageOf('programme-without-texts', { name })
        : messageOf('programme-text-unknown', { name, known: texts }),
    );
  const sections = [...themeIds, ...texts];
  for (const name of Object.keys(codes.sections ?? {}).filter((section) => !sections.includes(section)))
    report(['codes', 'sections', name], messageOf('section-unknown', { name, known: sections }));
  if (codes.events !== undefined && !links.includes(codes.events))
    report(['codes', 'events'], messageOf('code-field-unknown', { field: codes.events, hint: oneOf(links) }));
  for (const kind of Object.keys(widths).filter((columnKind) => !COLUMN_KINDS.includes(columnKind)))
    report(['columns', kind], messageOf('column-kind-unknown', { kind, known: COLUMN_KINDS }));
  checkGroups(all, ['presentation'], every);
  if (places !== undefined) checkField(places, ['presentation', 'places'], every);
  else if (isTimetable && placeField(config) === undefined)
    report(['presentation'], messageOf('timetable-without-places', { known: every }));
  for (const [id, wish] of Object.entries(themes)) {
    const at = ['presentation', 'themes', id];
    const theme = config.themes.find((known) => known.id === id);
    if (theme === undefined) report(at, messageOf('theme-unknown', { theme: id, hint: oneOf(themeIds) }));
    else checkGroups(wish, at, theme.columns);
  }
  return problems;
}
