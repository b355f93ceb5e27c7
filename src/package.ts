/** The entry point of the package: the public interface, whose functions check their arguments before they run. */
import * as z from 'zod';
import { UserError } from './errors.ts';
import * as all from './index.ts';
import { LangSchema } from './model/index.ts';
import { validated } from './read/index.ts';

export * from './index.ts';

const text = z.string();
const list = z.array(z.unknown());
const programme = z.looseObject({ config: z.looseObject({ language: LangSchema }), themes: list });
const typed = (type: z.ZodType, keys: string): Record<string, z.ZodType> =>
  Object.fromEntries(keys.split(' ').map((key) => [key, type]));

/** The types of the options of all functions. An option has the same type in every function. */
const OPTIONS: Readonly<Record<string, z.ZodType>> = {
  ...typed(text, 'by changesSince corrects data date dictionary dir edition encoding expect expectPublished'),
  ...typed(text, 'extracts file format from map name new old out separator source value why'),
  ...typed(z.array(text), 'accept formats langs refuse reopen require tickOff without'),
  ...typed(z.map(text, z.unknown()), 'answers files seen statuses'),
  ...typed(programme, 'draft previous programme since'),
  ...typed(list, 'approvals comments earlier findings unplaced verdicts'),
  bytes: z.instanceof(Uint8Array),
  edits: z.union([list, z.custom((edits) => typeof edits === 'function')]),
  extract: z.looseObject({}),
  lang: LangSchema,
  look: z.looseObject({ notes: list }),
  year: z.number(),
};

/**
 * A group of options, some of which are required. The record schema comes first, because zod's object schemas also
 * accept lists.
 */
function group(required: readonly string[]): z.ZodType {
  const shape = Object.entries(OPTIONS).map(([key, type]) => [
    key,
    required.includes(key) ? type : type.optional(),
  ]);
  return z.record(text, z.unknown()).pipe(z.looseObject(Object.fromEntries(shape)));
}

/** The schema of the parameter `options`, which can be omitted if no option is required. */
const options = (...required: string[]): { options: z.ZodType } => ({
  options: required.length === 0 ? group([]).optional() : group(required),
});

/**
 * Returns a function that checks its arguments.
 *
 * @param parameters the parameters of the function, in order
 * @param isImmediate whether the function returns its result itself instead of a promise
 */
function checked<Name extends keyof typeof all>(
  name: Name,
  parameters: Readonly<Record<string, z.ZodType>>,
  isImmediate = false,
): (typeof all)[Name] {
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: all functions are exported anyway
  const run = all[name] as unknown as (...given: unknown[]) => unknown;
  const call = (...given: unknown[]): unknown => {
    const problems = Object.entries(parameters).flatMap(([parameter, type], index) => {
      const at = (path: readonly unknown[]) => ({ field: `${name}(${[parameter, ...path].join('.')})` });
      return validated(type, given[index], at).problems;
    });
    if (problems.length > 0) throw new UserError(problems);
    return run(...given);
  };
  return (isImmediate ? call : async (...given: unknown[]) => call(...given)) as (typeof all)[Name];
}

export const addPicture = checked('addPicture', options('name', 'bytes'));
export const build = checked('build', options());
export const buildDocument = checked('buildDocument', { programme, ...options() }, true);
export const check = checked('check', options());
export const checkProgramme = checked('checkProgramme', { programme, ...options() });
export const compare = checked('compare', { before: programme, after: programme, ...options() }, true);
export const diff = checked('diff', options('old', 'new'));
export const edit = checked('edit', options('edits'));
export const editSettings = checked('editSettings', options('edits'));
export const exportCorrections = checked('exportCorrections', options('file'));
export const exportSheet = checked('exportSheet', options('file'));
export const exportTranslation = checked('exportTranslation', options('file', 'lang'));
export const extract = checked('extract', options('value'));
export const extractAll = checked('extractAll', options());
export const extractsOf = checked('extractsOf', { programme, by: text }, true);
export const fix = checked('fix', options());
export const foundAtLeast = checked('foundAtLeast', { result: group(['findings']), limit: text }, true);
export const freeze = checked('freeze', options('name'));
export const importSheet = checked('importSheet', options('file'));
export const init = checked('init', options('dir'));
export const listEditions = checked('listEditions', options());
export const listExtracts = checked('listExtracts', options());
export const listProposals = checked('listProposals', options());
export const openLook = checked('openLook', options('files'));
export const openQuestions = checked('openQuestions', options('file', 'bytes'));
export const propose = checked('propose', options('source'));
export const readDataset = checked('readDataset', options());
export const readProgramme = checked('readProgramme', options('files'));
export const readSettings = checked('readSettings', options());
export const ready = checked('ready', options());
export const remaindersOf = checked('remaindersOf', { proposal: group(['comments', 'unplaced']) }, true);
export const renderData = checked('renderData', { programme, ...options('format') });
const document = z.looseObject({ meta: z.looseObject({}), sections: list });
export const renderDocument = checked('renderDocument', { document, ...options('format') });
export const review = checked('review', options('name'));
export const reviewDraft = checked('reviewDraft', options());
export const rulesReport = checked('rulesReport', { format: z.enum(all.CHECK_FORMATS).optional() }, true);
export const timesOf = checked('timesOf', { event: z.looseObject({ id: text }), programme }, true);
const message = z.looseObject({ code: text, message: text, parameters: z.looseObject({}) });
export const translateMessage = checked('translateMessage', { message, lang: LangSchema });
export const verify = checked('verify', options());
export const verifyFile = checked('verifyFile', options('file'));
