/**
 * The parts of the program: what each holds, and which others it may import. docs/ARCHITECTURE.md has it as a table (`npm run generate`), and
 * test/unit/architecture.test.ts holds it.
 */
export interface Part {
  holds: string;
  /** Packages and what Node brings aside. */
  imports: readonly string[];
}

/** By folder, or file without its ending where it stands beside the folders; each after those that it imports. */
export const PARTS: Readonly<Record<string, Part>> = {
  languages: {
    holds:
      'one file a language: labels, date words, typography, hyphenation, dictionary, words of headings and of the rules; `language.ts` says what a language is, `index.ts` which there are; `<language>/messages/` has what the program says, by area',
    imports: [],
  },
  'src/messages': {
    holds: 'what the program says, as values: a code, parameters, words in English and in other languages',
    imports: ['languages'],
  },
  'src/errors': {
    holds: 'what is wrong with an input: a position, a problem, the error that carries problems',
    imports: ['src/messages'],
  },
  'src/system-errors': {
    holds: 'what the operating system refuses, as problems',
    imports: ['src/messages', 'src/errors'],
  },
  'src/types': {
    holds: 'declarations of packages that bring none',
    imports: [],
  },
  'src/model': {
    holds:
      'zod schemas: the source of types, validation, JSON Schema and docs/fields.md; the kinds of fields; EDTF dates; times of day',
    imports: ['languages', 'src/messages'],
  },
  'src/text': {
    holds: 'typography; date phrases; texts in Markdown; collation',
    imports: ['languages', 'src/messages', 'src/errors', 'src/model'],
  },
  'src/reference': {
    holds: 'regions and places: look up, find in texts',
    imports: ['languages', 'src/messages', 'src/errors', 'src/model', 'src/text'],
  },
  'src/design': {
    holds:
      'the look as one value: schema, default, what follows from it; the design file, and the design that it asks for; the look of editions that hold none',
    imports: ['languages', 'src/messages', 'src/errors'],
  },
  'src/read': {
    holds:
      'YAML, CSV and XLSX into a `Programme`, pictures, or problems with file, line, column, event and field',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/system-errors',
      'src/model',
      'src/text',
      'src/reference',
      'src/design',
    ],
  },
  'src/check': {
    holds: 'proofing: findings with their places, and their fixes; one rule a file in `rules/`',
    imports: ['languages', 'src/messages', 'src/errors', 'src/model', 'src/text', 'src/reference'],
  },
  'src/compare': {
    holds: 'two Programmes into `Change[]`: matching, word diff, severity, fingerprint',
    imports: ['languages', 'src/messages', 'src/model', 'src/text', 'src/reference'],
  },
  'src/edition': {
    holds:
      'frozen editions: locks, fingerprint, in what one is not as its lock says; why a freeze is refused',
    imports: [
      'languages',
      'src/messages',
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
      'Programme, extract, comparison or redline into a `Document`: what is printed, in reading order, with languages and link targets, and nothing about pages or formats',
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
    holds:
      'typesetting: TrueType reading, shaping, line breaking, hyphenation, pagination; a `Document` into placed lines',
    imports: ['languages', 'src/messages', 'src/errors', 'src/model', 'src/design', 'src/document'],
  },
  'templates/pdf': {
    holds: 'how each part looks in PDF, one TSX file a part',
    imports: ['src/model', 'src/design', 'src/document'],
  },
  'templates/docx': {
    holds: 'how each part looks in Word, one file a part',
    imports: ['languages', 'src/model', 'src/design', 'src/document'],
  },
  'templates/html': {
    holds: 'how each part looks on the web, one TSX file a part',
    imports: ['src/model', 'src/text', 'src/design', 'src/document'],
  },
  'src/page': {
    holds:
      'the script of the page on the web, which runs in browsers; `npm run generate` puts it into `src/render/html/`',
    imports: [],
  },
  'src/render/pdf': {
    holds: 'tagged PDF; `engine/` writes the file on pdfkit and react-pdf',
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
    holds: 'the page on the web',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/model',
      'src/design',
      'src/document',
      'templates/html',
    ],
  },
  'src/render/calendar': {
    holds: 'calendars',
    imports: ['src/model', 'src/text', 'src/document'],
  },
  'src/render/data': {
    holds: 'open data: a data package and CSV',
    imports: ['src/text', 'src/document'],
  },
  'src/render/sheet': {
    holds: 'workbooks and CSV',
    imports: ['languages', 'src/errors', 'src/model', 'src/text'],
  },
  'src/exchange': {
    holds:
      'what comes in from outside, in any format, as two states of one programme, and the places at which they have words; copies of the dataset',
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
    holds: 'the texts of a programme for translators: as XLIFF, and read back from it',
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
    holds:
      'Word files for corrections and translations: what is printed in them, the record in them, and read back',
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
    holds: 'workbooks and CSV of all events: the words that both ways agree on, written, and read back',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/model',
      'src/text',
      'src/reference',
      'src/read',
      'src/compare',
      'src/render/sheet',
      'src/exchange',
    ],
  },
  'src/exchange/verdicts': {
    holds: 'workbooks with a row for each change and a cell for its verdict: written, and read back',
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
    holds:
      'changes from outside: their files, what they are beside the draft (three texts), what verdicts make of both',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/model',
      'src/text',
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
      "what runs the bundle: V8's flags by its version, and its code cache ([decisions/start-up.md](decisions/start-up.md))",
    imports: [],
  },
  'src/commands': {
    holds:
      'one verb a file: decide, then write in one place (`write-files.ts`; into a dataset by `change-dataset.ts`)',
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
  'src/index': {
    holds: 'the public interface: every verb, with its types',
    imports: [
      'languages',
      'src/messages',
      'src/errors',
      'src/model',
      'src/check',
      'src/compare',
      'src/report',
      'src/commands',
    ],
  },
  'src/console': {
    holds:
      'what a verb says and asks where it is called from a terminal, one verb a file; knows no `process`',
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
    holds:
      'names, options, help, exit codes: `run(args, io)` is one call of the command line, in any process',
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
      'the process of the command line; beside it `launch/`, `commands/this-process.ts` and `commands/this-terminal.ts` alone know `process`',
    imports: ['src/cli'],
  },
};
