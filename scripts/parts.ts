/**
 * A part of the program: what it contains, and which other parts it may import. `npm run generate` writes a table of
 * the parts to docs/ARCHITECTURE.md, and test/unit/architecture.test.ts checks the imports.
 */
export interface Part {
  holds: string;
  /** Parts that this part may import; packages and Node modules are not listed. */
  imports: readonly string[];
}

/**
 * The parts, by folder or, for a single file, by file name without extension. Each part is listed after the parts that
 * it imports.
 */
export const PARTS: Readonly<Record<string, Part>> = {
  languages: {
    holds:
      'one file per language: labels, words for dates, headings and rules, typography, hyphenation, dictionary; `language.ts` declares the type of a language, and `index.ts` lists the languages; `desk/` contains the texts of the desk; `<language>/messages/` contains the messages of the program, by area; `command-line.ts` (help texts), `rules.ts` (proofing rules) and `schema.ts` (keys of files) are in English only',
    imports: [],
  },
  'src/messages': {
    holds: 'messages as values (a code and parameters), and their texts in English and other languages',
    imports: ['languages'],
  },
  'src/errors': {
    holds: '`Position`, `Problem`, and `UserError`, which contains problems',
    imports: ['src/messages'],
  },
  'src/system-errors': {
    holds: 'converts operating system errors to problems',
    imports: ['languages', 'src/messages', 'src/errors'],
  },
  'src/reasons': {
    holds: 'the reasons why a value is rejected, or why words are not read as a date or a time of day',
    imports: ['languages', 'src/messages'],
  },
  'src/described': {
    holds: 'zod schemas of objects whose keys are described in `languages/schema.ts`',
    imports: [],
  },
  'src/types': {
    holds: 'type declarations for packages that have none',
    imports: [],
  },
  'src/model': {
    holds:
      'zod schemas: the source of types, validation, JSON Schema and docs/fields.md; the kinds of fields; EDTF dates; times of day',
    imports: ['languages', 'src/messages', 'src/reasons', 'src/described'],
  },
  'src/text': {
    holds: 'typography; date phrases; Markdown texts; collation',
    imports: ['languages', 'src/messages', 'src/reasons', 'src/errors', 'src/model'],
  },
  'src/reference': {
    holds: 'looks up regions and places, and finds them in texts',
    imports: ['languages', 'src/messages', 'src/errors', 'src/model', 'src/text'],
  },
  'src/design': {
    holds: 'the design as one value: schema, defaults, derived measures; the design file and its expansion',
    imports: ['languages', 'src/messages', 'src/reasons', 'src/errors', 'src/described'],
  },
  'src/read': {
    holds:
      'reads YAML, spreadsheets, Word files and pictures; returns values, or problems with their positions',
    imports: [
      'languages',
      'src/messages',
      'src/reasons',
      'src/errors',
      'src/system-errors',
      'src/described',
      'src/model',
      'src/text',
      'src/reference',
      'src/design',
    ],
  },
  'src/check': {
    holds: 'proofing: findings with positions and fixes; one rule per file in `rules/`',
    imports: ['languages', 'src/messages', 'src/errors', 'src/model', 'src/text', 'src/reference'],
  },
  'src/compare': {
    holds: 'compares two programmes and returns `Change[]`: matching, word diff, severity, fingerprint',
    imports: [
      'languages',
      'src/messages',
      'src/reasons',
      'src/described',
      'src/model',
      'src/text',
      'src/reference',
    ],
  },
  'src/edition': {
    holds: 'frozen editions: locks, fingerprints, verification against the lock, preconditions of freezing',
    imports: [
      'languages',
      'src/messages',
      'src/reasons',
      'src/errors',
      'src/system-errors',
      'src/model',
      'src/text',
      'src/read',
      'src/compare',
    ],
  },
  'src/document': {
    holds:
      'creates a `Document` from a programme, an extract, a comparison or a redline: everything that is printed, in reading order, with languages and link targets, independent of pages and formats',
    imports: [
      'languages',
      'src/messages',
      'src/model',
      'src/text',
      'src/reference',
      'src/check',
      'src/compare',
    ],
  },
  'src/typeset': {
    holds: 'typesetting: TrueType, shaping, line breaking, hyphenation, pagination; returns positioned lines',
    imports: ['languages', 'src/messages', 'src/errors', 'src/model', 'src/design', 'src/document'],
  },
  'templates/pdf': {
    holds: 'one TSX template per part of the PDF',
    imports: ['src/model', 'src/design', 'src/document'],
  },
  'templates/docx': {
    holds: 'one template per part of the Word file',
    imports: ['languages', 'src/model', 'src/design', 'src/document'],
  },
  'templates/html': {
    holds: 'one TSX template per part of the web page',
    imports: ['src/model', 'src/text', 'src/design', 'src/document'],
  },
  'src/page': {
    holds: 'the script of the web page; `npm run generate` writes it into `src/render/html/`',
    imports: [],
  },
  'src/render/pdf': {
    holds: 'tagged PDF; `engine/` writes the file with pdfkit and React-PDF',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/model',
      'src/design',
      'src/document',
      'src/typeset',
      'templates/pdf',
    ],
  },
  'src/render/docx': {
    holds: 'Word files',
    imports: [
      'languages',
      'src/model',
      'src/design',
      'src/compare',
      'src/document',
      'src/typeset',
      'templates/docx',
    ],
  },
  'src/render/html': {
    holds: 'the web page',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/model',
      'src/design',
      'src/document',
      'src/typeset',
      'templates/html',
    ],
  },
  'src/render/preview': {
    holds: 'the picture for link previews, as SVG',
    imports: ['src/model', 'src/design', 'src/document', 'src/typeset', 'templates/pdf'],
  },
  'src/render/calendar': {
    holds: 'calendars',
    imports: ['src/model', 'src/text', 'src/document'],
  },
  'src/render/data': {
    holds: 'open data: a data package and CSV; the Atom feed and the sitemap of the web folder',
    imports: ['src/text', 'src/document'],
  },
  'src/render/sheet': {
    holds: 'workbooks and CSV',
    imports: ['languages', 'src/errors', 'src/model', 'src/text'],
  },
  'src/exchange': {
    holds: 'reads a returned file of any format, or a copy of the dataset, as two states of the programme',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/model',
      'src/text',
      'src/read',
      'src/compare',
      'src/edition',
    ],
  },
  'src/exchange/xliff': {
    holds: 'XLIFF for translators: writer and reader',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/model',
      'src/text',
      'src/read',
      'src/compare',
      'src/exchange',
    ],
  },
  'src/exchange/word': {
    holds: 'Word files for corrections and translations: content, record, reader',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/model',
      'src/text',
      'src/read',
      'src/compare',
      'src/document',
      'src/exchange',
      'src/exchange/xliff',
    ],
  },
  'src/exchange/workbook': {
    holds: 'workbooks and CSV of all events: shared columns, writer, reader',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/model',
      'src/text',
      'src/reference',
      'src/read',
      'src/compare',
      'src/design',
      'src/render/sheet',
      'src/exchange',
    ],
  },
  'src/exchange/verdicts': {
    holds: 'workbooks with one row per change and a cell for its verdict: writer, reader',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/model',
      'src/text',
      'src/reference',
      'src/read',
      'src/compare',
      'src/exchange',
      'src/render/sheet',
    ],
  },
  'src/proposal': {
    holds: 'proposals: files, comparison with the draft (based on three texts), applying verdicts',
    imports: [
      'languages',
      'src/messages',
      'src/reasons',
      'src/errors',
      'src/described',
      'src/model',
      'src/text',
      'src/reference',
      'src/read',
      'src/compare',
      'src/exchange',
      'src/exchange/xliff',
    ],
  },
  'src/report': {
    holds: 'findings, changes and gates as text, Markdown, JSON, HTML',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/model',
      'src/text',
      'src/check',
      'src/compare',
      'src/proposal',
    ],
  },
  'src/launch': {
    holds:
      'starts the bundle: V8 flags by version, and the code cache ([decisions/start-up.md](decisions/start-up.md))',
    imports: [],
  },
  'src/commands': {
    holds:
      'one command per file; a command first decides what to write, and then writes all files in one place (`write-files.ts`; for a dataset, `change-dataset.ts`)',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/system-errors',
      'src/model',
      'src/text',
      'src/reference',
      'src/design',
      'src/read',
      'src/check',
      'src/compare',
      'src/edition',
      'src/document',
      'src/proposal',
      'src/typeset',
      'src/render/pdf',
      'src/render/docx',
      'src/render/html',
      'src/render/preview',
      'src/render/calendar',
      'src/render/data',
      'src/render/sheet',
      'src/exchange',
      'src/exchange/xliff',
      'src/exchange/word',
      'src/exchange/workbook',
      'src/exchange/verdicts',
      'src/report',
    ],
  },
  'src/in-memory': {
    holds: 'the steps of the program as functions of values, without a dataset folder',
    imports: [
      'src/messages',
      'src/errors',
      'src/model',
      'src/text',
      'src/check',
      'src/read',
      'src/compare',
      'src/document',
      'src/report',
      'src/commands',
    ],
  },
  'src/package': {
    holds: 'the entry file of the package: the functions of `src/index.ts` with checks of their arguments',
    imports: ['src/errors', 'src/index', 'src/model', 'src/read'],
  },
  'src/index': {
    holds: 'the public interface: every command, and every step in memory, with their types',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/messages',
      'src/model',
      'src/text',
      'src/read',
      'src/check',
      'src/compare',
      'src/edition',
      'src/document',
      'src/typeset',
      'src/render/calendar',
      'src/proposal',
      'src/report',
      'src/commands',
      'src/in-memory',
    ],
  },
  'src/desk': {
    holds:
      'the desk: a server that only this computer can reach (`open.ts`, `server.ts`, `routes.ts`), and its page in the browser (`page/`)',
    imports: [
      ...['languages', 'src/messages', 'src/errors', 'src/model', 'src/text', 'src/compare', 'src/design'],
      'src/index',
    ],
  },
  'src/console': {
    holds: 'terminal output and prompts, one command per file; does not use `process`',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/model',
      'src/read',
      'src/compare',
      'src/exchange/verdicts',
      'src/proposal',
      'src/report',
      'src/commands',
    ],
  },
  'src/cli': {
    holds: 'names, options, help, exit codes: `run(args, io)` runs the command line in any process',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/system-errors',
      'src/model',
      'src/commands',
      'src/console',
    ],
  },
  'src/main': {
    holds:
      'the process of the command line; only this file, `launch/`, `commands/this-process.ts`, `commands/this-terminal.ts` and `desk/this-machine.ts` use `process`',
    imports: ['src/cli'],
  },
};
