import { defineConfig } from 'vitest/config';
import all from './vitest.config.ts';

/**
 * A few quick test files of each part, and calls of the main commands, which show within seconds if a change broke
 * something fundamental.
 */
export default defineConfig({
  ...all,
  test: {
    ...all.test,
    include: [
      'test/cli/{bad-input,design,diff}.test.ts',
      'test/unit/{errors,index}.test.ts',
      'test/unit/calendar/*.test.ts',
      'test/unit/check/check.test.ts',
      'test/unit/commands/{extracts,unfinished,write-files}.test.ts',
      'test/unit/compare/{fields,histories,numbers,severity,typography}.test.ts',
      'test/unit/data-files/*.test.ts',
      'test/unit/document/{build,comparison,proof-sheet}.test.ts',
      'test/unit/docx/{package,parts}.test.ts',
      'test/unit/edition/lock.test.ts',
      'test/unit/html/pictures.test.ts',
      'test/unit/languages/{dates,labels}.test.ts',
      'test/unit/model/*.test.ts',
      'test/unit/pdf/{cells,drawing,parts}.test.ts',
      'test/unit/proposal/{approve,review,session}.test.ts',
      'test/unit/read/{file,formats,texts}.test.ts',
      'test/unit/reference/*.test.ts',
      'test/unit/report/*.test.ts',
      'test/unit/sheet/{cell-words,csv,import-twice,write,xlsx}.test.ts',
      'test/unit/text/{collation,dates-clock,dates-words,emphasis,markdown}.test.ts',
      'test/unit/typeset/{cut,fit-columns,flow,follow}.test.ts',
    ],
  },
});
