import type { Catalogue } from '../../messages.ts';

/** Problems in returned files, and notes about their import. */
export const exchange = {
  'file-of-another-programme': {
    message: 'the file belongs to the programme {found}, but the dataset belongs to {own}',
    hint: 'pass the folder of the other dataset with --data DIR',
  },
  'verdict-headings-missing': {
    message: 'the verdict sheet has no headings',
    hint: 'restore the first row as it was sent; the second line of each heading is required',
  },
  'verdict-column-missing': {
    message: 'the verdict sheet has no verdict column',
    hint: 'add a column with "verdict" as the second line of its heading',
  },
  'verdict-comment-not-read': 'comment, not imported: "{text}"',
  'verdict-unknown': {
    message: '"{words}" is not a verdict',
    hint: 'write {accept} or {refuse}, or leave the cell empty',
  },
  'verdict-words-not-read': 'text in a column that is not imported: "{text}"',
  'word-without-events': {
    message:
      'none of the {events} events of this programme is in the file: {tables} tables and {paragraphs} paragraphs were searched for event numbers and titles',
    hint: 'to correct events, export a file with {command} and send it; to import events from another document, put them into a spreadsheet with one row per event',
  },
  'part-without-row':
    '"{id}" has no row in the file, but is not removed; to remove it, delete it from programme.yaml',
  'programme-row-unknown': {
    message: 'the programme has no text "{id}"',
    hint: 'texts of the programme: {known}',
  },
  'text-of-all-languages': {
    message: '"{id}" has one value for all languages',
    hint: 'enter it in the column of the main language, and clear the cells of the other languages',
  },
  'part-text-invalid': 'the text "{part}" cannot be used: {why}',
  'picture-name-not-bare': {
    message: '"{name}" is not the name of a picture file',
    hint: 'write only the name, such as logo.png, without a folder or an address, and put the file next to the workbook or into pictures/',
  },
  'programme-id-twice': 'the id "{id}" is used twice',
  'coordinates-expected':
    'expected latitude and longitude in degrees, such as 48.8530, 2.3499, found "{words}"',
  'yes-or-no-expected': 'expected yes, no or an empty cell, found "{words}"',
  'struck-out-not-read': 'struck-out text, not imported: "{words}"',
  'workbook-column-unknown': {
    message: 'the column "{column}" is not a field of the programme and is not imported: "{words}"',
    hint: 'move the text to a column of the programme, or add a field to programme.yaml',
  },
  'workbook-table-missing': 'no sheet contains the table {table}, so this part of the draft is not changed',
  'workbook-column-missing': 'the sheet has no column {column}; its texts are not changed',
  'workbook-row-missing': 'the sheet has no row {row} in {table}, so this part of the draft is not changed',
  'workbook-row-hidden': {
    message: 'hidden row, not imported: "{words}"',
    hint: 'to import the row, unhide it in the spreadsheet program',
  },
  'workbook-link-left-out': {
    message:
      'the link from "{text}" to {link} is not imported, because the cell no longer contains these words',
    hint: 'add it to the dataset: [words]({link})',
  },
  'workbook-emphasis-kept': {
    message:
      'the workbook no longer contains bold or italic text; unchanged cells keep the bold and italic text of the draft ({fields})',
    hint: 'the workbook was probably saved by a program that does not support bold and italic text; to remove this formatting, edit the dataset',
  },
  'text-too-long-for-cell': {
    message: 'the text has {length} characters; a cell in Excel can have at most {most}',
    hint: 'export to a .csv file instead',
  },
  'xliff-not': {
    message: 'the file is not an XLIFF file',
    hint: 'ask for the translations as XLIFF 1.2 (.xlf)',
  },
  'xliff-version': {
    message: 'the file is XLIFF {version}; only XLIFF 1.2 is supported',
    hint: 'save it as XLIFF 1.2 with the translation tool',
  },
  'translation-without-texts': {
    message: 'the file contains no text of this programme',
    hint: 'export a file with `programme export translation.xlf --lang …` and send it to be translated',
  },
  'xliff-without-language': {
    message: 'the file has no target language',
    hint: 'add it to the file: <file … target-language="…">, one of {known}',
  },
  'xliff-language-unknown': {
    message: 'the target language of the file, {language}, is not supported',
    hint: 'correct it in the file: <file … target-language="…">, one of {known}',
  },
  'edit-without-field': '"{words}" does not begin with a field name',
  'edit-empty': 'the cell is empty',
  'edit-of-no-text': 'the change proposes no text',
  'edit-of-cut-text': 'the cell contained only the beginning of the text',
  'edit-with-other-fields': 'each line must begin with the same field name as in the sheet that was exported',
  'edit-field-empty': 'a field is empty',
  'edit-not-understood': '"{words}" is not a valid value',
  'edit-of-formatted-text':
    'paragraphs were added or removed, or contain bold words or links; edit the text file instead',
  'file-may-be-extract':
    'the file contains {found} of {all} events: it may be an extract, so the other events are not changed',
  'row-in-draft-already': 'the new row "{words}" is already in the draft, as {id}',
  'word-source-unknown':
    'the file does not record which version it was exported from, so it is compared with {from}, the most similar version; if the file contains tracked changes, the text before these changes is used as the exported text',
  'copy-without-edition':
    'the file and the dataset have no frozen edition in common, so each difference from the draft is proposed, even if only the draft was edited',
  'verdict-ids-twice': 'there is a second column "{heading}"; only the first one is read',
  'texts-without-words': {
    one: 'one text is not translated into {lang}',
    other: '{count} texts are not translated into {lang}',
  },
  'texts-as-source': {
    one: 'one text is the same in {lang} as in the source and is not marked as translated, so it counts as missing',
    other:
      '{count} texts are the same in {lang} as in the source and are not marked as translated, so they count as missing',
  },
  'texts-in-part': {
    one: 'one text in {lang} is only partly translated',
    other: '{count} texts in {lang} are only partly translated',
  },
  'language-not-published':
    'the programme is not published in {lang}: once the translation is complete, add the language in the workbook that `export --settings` writes',
  'look-not-translated': 'missing from the translation: {look} ({where})',
  'look-line-break': 'a line break',
  'look-bold': 'bold',
  'look-italics': 'italics',
  'look-link': 'the link {link}',
  'base-draft': 'the draft at the time of the import',
  'base-edition': 'edition {edition}',
  'base-sent': 'the file that was sent',
  'left-note': 'footnote or endnote',
  'left-struck-out': 'struck out by hand',
  'left-hidden': 'hidden in the Word file, but imported',
  'left-pictures': { one: 'a picture', other: '{count} pictures' },
  'left-removed': 'removed',
  'left-margin': 'page header or footer',
  'left-removed-above-title': 'removed above the title',
  'left-row-without-title': 'a row without a title',
  'left-link': 'a link, imported as plain text',
  'left-link-address': 'a link to an address that is neither https: nor mailto:, imported as plain text',
  'left-link-in-plain-field': 'a link, imported as plain text because the field does not allow emphasis',
  'left-emphasis': 'bold or italic text, imported as plain text because the field does not allow emphasis',
  'left-table': 'table of "{theme}"',
  'left-table-unknown': 'a table that is not part of the programme',
  'left-removed-from-part': 'removed from the part {part}',
  'left-source-changed': 'the source text was changed',
  'left-column': 'an additional column',
  'left-translated-in-part': 'only partly translated',
  'left-paragraphs-lacking':
    'the text is not imported because {lacking} of its {all} paragraphs are not translated',
  'left-row-missing':
    'the file has no row for this event and does not record which version it was exported from, so the event is kept; to remove the event, edit the draft',
  'left-theme-heading-missing': 'the heading of the theme is missing from the file',
  'left-column-missing':
    'the table of "{theme}" does not contain this column; the texts of the column are kept',
  'left-headings-missing': 'the table of "{theme}" has no heading row',
  'left-cell-missing': 'the row does not contain this cell; the text is kept',
  'left-part-missing': 'missing from the file: part {part}',
  'left-introduction-missing': 'missing from the file: introduction',
} as const satisfies Catalogue;
