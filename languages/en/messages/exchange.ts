import type { Catalogue } from '../../messages.ts';

/** Problems in returned files that prevent an import as they are. */
export const exchange = {
  'file-of-another-programme': {
    message: 'this is a file of the programme {found}, and the dataset is that of {own}',
    hint: 'name the folder of the other dataset with --data DIR',
  },
  'verdict-headings-missing': {
    message: 'this was a sheet of verdicts, but the headings of its columns are gone',
    hint: 'put the first row back as it was sent out: the second line of each heading is needed',
  },
  'verdict-column-missing': {
    message: 'the sheet of verdicts has lost its column for them',
    hint: 'its heading has the second line "verdict"',
  },
  'verdict-comment-not-read': 'a comment, which is not read: "{text}"',
  'verdict-unknown': {
    message: '"{words}" is no verdict',
    hint: 'write {accept}; {refuse}; or nothing',
  },
  'verdict-words-not-read': 'words that are not read: "{text}"',
  'word-without-events': {
    message: 'no event of this programme is found in the file',
    hint: 'send {command} to be corrected, or take the corrections by hand',
  },
  'part-without-row': '"{id}" has no row and is kept: to remove it, take it out of programme.yaml',
  'programme-row-unknown': {
    message: 'there is no text "{id}"',
    hint: 'texts of the programme: {known}',
  },
  'programme-id-twice': 'the id "{id}" is used twice',
  'yes-or-no-expected': 'expected yes, no or an empty cell, found "{words}"',
  'struck-out-not-read': 'struck out, not read: "{words}"',
  'workbook-column-unknown': {
    message: 'the column "{column}" is none of the programme and not read: "{words}"',
    hint: 'write the words into a column of the programme, or add a field to programme.yaml',
  },
  'workbook-table-missing': 'there is no table with {table}: what it says stays',
  'workbook-column-missing': 'the column {column} is not in the sheet: its words stay',
  'workbook-row-missing': 'the row {row} of {table} is not in the sheet: it stays',
  'workbook-row-hidden': {
    message: 'hidden row, not read: "{words}"',
    hint: 'show the row in the spreadsheet program to have it read',
  },
  'workbook-link-left-out': {
    message: 'the link of "{text}" to {link} is left out: the cell does not have these words any more',
    hint: 'write it into the dataset: [words]({link})',
  },
  'workbook-emphasis-kept': {
    message:
      'no word of the workbook is bold or italic any more: cells with the words of the draft keep its emphasis ({fields})',
    hint: 'the program that saved it keeps no such words; to take emphasis out, do it in the dataset',
  },
  'text-too-long-for-cell': {
    message: 'the text has {length} characters; a cell of Excel holds at most {most}',
    hint: 'export to a .csv file instead',
  },
  'xliff-not': {
    message: 'this is no XLIFF file',
    hint: 'have the translations saved as XLIFF 1.2 (.xlf)',
  },
  'xliff-version': {
    message: 'this is XLIFF {version}, and only 1.2 is read',
    hint: 'have the tool save it as XLIFF 1.2',
  },
  'translation-without-texts': {
    message: 'no text of this programme is found in the file',
    hint: 'send `programme export translation.xlf --lang …` to be translated',
  },
  'xliff-without-language': {
    message: 'the file does not say which language it is translated into',
    hint: 'write it into the file: <file … target-language="…">, one of {known}',
  },
  'xliff-language-unknown': {
    message: 'the file is translated into {language}, which is no language of the publisher',
    hint: 'write it into the file: <file … target-language="…">, one of {known}',
  },
} as const satisfies Catalogue;
