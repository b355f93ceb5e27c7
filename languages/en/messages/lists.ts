import type { Catalogue } from '../../messages.ts';

/** Errors in lists, and notes where a list is not read literally. */
export const lists = {
  'character-left-out': 'the character {character} cannot be printed and is left out',
  'letters-plain': 'letters in the look of a formula are read as plain ones: "{words}"',
  'link-read-as-words': 'a link, read as plain words: "{words}" to {link}',
  'row-without-date': 'the event has no date',
  'row-without-title': 'the event has no title',
  'status-unknown': {
    message: 'the status "{status}" is not known',
    hint: 'write {known}, or empty the cell',
  },
  'status-left-out': 'the status "{status}" is not known and is left out',
  'yes-expected': 'expected yes or an empty cell, found {found}',
  'acceptance-expected': {
    message: 'expected an accepted finding, found {found}',
    hint: 'write it as {"rule":"…","reason":"…"}, one a line',
  },
  'day-contradicted': '"{day}" is another day of the week in "{month}": it is kept as words',
  'day-below-month': '"{day}" below "{month}" is read as "{date}"',
  'struck-out-cancelled': 'struck out: taken for cancelled',
  'words-kept-as-date': 'the date "{words}" is kept as words',
  'region-code-of-another-name': {
    message: '{code} is {right}, not "{name}"',
    hint: 'correct the code or the name',
  },
  'body-without-region': {
    message: 'no region of the side "{side}" is known for "{words}"',
    hint: 'add the place to reference/places.yaml, or write the region into the event',
  },
  'headings-too-many': {
    message: 'the headings stand in {found} columns; at most {most} are read',
    hint: 'delete the columns that hold nothing of the events',
  },
  'mapping-field-unknown': {
    message: 'there is no field "{field}"',
    hint: 'fields: {known}; texts also with a language, such as title.fr',
  },
  'columns-too-many': {
    message: '{found} columns would become fields, with more than {most} cells together',
    hint: 'delete the columns that hold nothing of the events, or import the list in parts',
  },
  'dates-in-rows': 'no column has dates: rows of their own are those of the events below them',
  'date-of-all': 'no column has dates: "{date}" is that of all events',
  'cell-means-same': 'means the same as {cell}: "{words}"',
  'row-below-table': 'below the table, not an event: "{words}"',
  'row-no-event': 'not an event: "{words}"',
  'row-not-read': 'the row has no title and is not read: "{words}"',
  'sentence-is-description': 'a sentence below "{title}" is read as its description',
  'title-alone': {
    message: 'nothing but a title below an event, read as another event: "{title}"',
    hint: 'if it says more about the event above, put it into a column of descriptions',
  },
  'cell-comment-not-read': 'comment, not imported: "{words}"',
  'row-hidden': {
    message: 'hidden row, not imported: "{words}"',
    hint: 'to import the row, show it in the spreadsheet program',
  },
  'cell-struck-out': 'struck-out text, not imported: "{words}"',
  'markup-read-as-text': 'markup of web pages or signs of an export are read as text',
  'table-not-read': 'a table of something else, not read: "{headings}", {count} rows: "{words}"',
  'empty-cell-means-same': 'the empty cell means the same as {cell}: "{words}"',
  'time-beside-date-not-read': 'the time {time} beside the date is not read',
  'number-read-as-date': 'the number {number} is read as the date {date}, in days since 1900',
  'time-universal': {
    message: 'the time is Universal Time (Z), and written as it stands',
    hint: 'export the list with local times, or correct the hours',
  },
} as const satisfies Catalogue;
