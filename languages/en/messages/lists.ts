import type { Catalogue } from '../../messages.ts';

/** Errors in lists, and notes where a list is not read literally. */
export const lists = {
  'character-left-out': 'the character {character} cannot be printed and is removed',
  'letters-plain': 'mathematical letters are replaced with plain letters: "{words}"',
  'link-read-as-words': 'link imported as plain text: "{words}" to {link}',
  'row-without-date': 'the event has no date',
  'row-without-title': 'the event has no title',
  'status-unknown': {
    message: 'unknown status "{status}"',
    hint: 'write {known}, or leave the cell empty',
  },
  'status-left-out': 'unknown status "{status}", ignored',
  'yes-expected': 'expected yes or an empty cell, found {found}',
  'acceptance-expected': {
    message: 'expected an accepted finding, found {found}',
    hint: 'write one acceptance per line, for example {"rule":"…","reason":"…"}',
  },
  'day-contradicted': '"{day}" falls on another weekday in "{month}"; it is imported as text without a date',
  'day-below-month': '"{day}" below "{month}" is read as "{date}"',
  'struck-out-cancelled': 'struck-out row, imported as cancelled',
  'words-say-status': {
    message: 'the event is published as taking place, but the list has "{words}"',
    hint: 'if the event is cancelled or postponed, write this in a column "Status", or set its status in the desk',
  },
  'words-kept-as-date': 'the date "{words}" is printed as written, but not added to calendars',
  'region-code-of-another-name': {
    message: '{code} is {right}, not "{name}"',
    hint: 'correct the code or the name',
  },
  'body-without-region': {
    message: '"{words}" has no known region of the side "{side}"',
    hint: 'add the place to the list of places, or set the region of the event',
  },
  'headings-too-many': {
    message: 'the table has {found} columns; the maximum is {most}',
    hint: 'delete columns that do not describe the events',
  },
  'mapping-field-unknown': {
    message: 'there is no field "{field}"',
    hint: 'use one of {known}; for a text in another language, add the language: title.fr',
  },
  'columns-too-many': {
    message: '{found} columns would become fields with more than {most} cells in total',
    hint: 'delete columns that do not describe the events, or import the list in parts',
  },
  'dates-in-rows': 'no column has dates, so rows that contain only a date apply to the events below them',
  'date-of-all': 'no column has dates, so "{date}" applies to all events',
  'cell-means-same': '"{sign}" read as a repetition of {cell}: "{words}"',
  'hours-completed': '"{words}" is read as the hours {hours}',
  'title-instead': 'the row has no title; "{words}" is used instead',
  'cells-without-column': 'in columns that are not imported: "{words}"',
  'row-below-table': 'row below the table, not an event: "{words}"',
  'row-no-event': 'not an event: "{words}"',
  'row-not-read': 'row without a title, not imported: "{words}"',
  'sentence-is-description': 'sentence below "{title}", read as its description',
  'title-alone': {
    message: 'row with only a title below an event, read as another event: "{title}"',
    hint: 'if it describes the event above, move it to a column of descriptions',
  },
  'cell-comment-not-read': 'comment, not imported: "{words}"',
  'row-hidden': {
    message: 'hidden row, not imported: "{words}"',
    hint: 'to import the row, show it in the spreadsheet program',
  },
  'cell-struck-out': 'struck-out text, not imported: "{words}"',
  'markup-link-left-out': 'link in HTML markup, its address is not imported: {address}',
  'markup-read-as-text': 'HTML markup or other codes in cells are converted to plain text',
  'table-not-read': 'table without events, not imported: "{headings}", {count} rows: "{words}"',
  'table-repeats':
    'repeats the events of the sheet "{sheet}", not imported: "{headings}", {count} rows: "{words}"',
  'empty-cell-means-same': 'empty cell, read as a repetition of {cell}: "{words}"',
  'time-beside-date-not-read': 'the time {time} next to the date is not imported',
  'times-disagree': 'the time is {time}, but {beside} next to the date: both are imported',
  'number-read-as-date': 'the number {number} is read as {date} (in days since 1900)',
  'time-universal': {
    message: 'the time is in UTC (Z) and is imported without conversion',
    hint: 'export the list with local times, or correct the times',
  },
  'which-language':
    'the list seems to be in {language}, which the program does not support: what is the language of the programme?',
  'which-of-languages':
    'the list has as much text in {first} as in {second}: what is the language of the programme?',
  'which-column-is-title': 'which column is the title of the events?',
  'which-column-is-date': 'which column has the dates of the events?',
  'may-column-be-published': 'may the column "{column}" be published?',
  'are-lines-introduction': 'are these lines above the list the introduction of the programme?',
  'which-programme-title':
    'what is the title of the programme? If you use the file name, it is marked as a placeholder',
  'may-timetable-be-printed':
    'print a timetable before the lists of events: a page for each day, with the places of "{heading}" side by side?',
  'words-for-colleagues': 'for colleagues, not printed: "{words}"',
  'contacts-in-public': {
    message: 'public texts contain e-mail addresses, telephone or account numbers: {words}',
    hint: 'remove them from the list if they are not to be published',
  },
  'which-column-is-renamed': 'which column is "{heading}" now?',
  'which-date-of-sheet':
    'on which date are the events? The mapping has {date}, but the list does not contain this date',
  'may-sheet-be-read':
    'should the sheet "{sheet}" be read as a list of events? It has the headings of another sheet',
  'do-columns-belong':
    'do the columns {columns} belong to the events? They follow an empty column, and only their first rows are filled',
  'column-missing': 'the list has no column "{heading}": its field stays as it is',
  'which-year': 'in which year are the dates? {why}',
  'dates-without-year': { one: 'a date has no year', other: '{count} dates have no year' },
  'weekdays-fit-no-year': {
    one: 'a date has no year, and its weekday fits none of the years in the list',
    other: '{count} dates have no year, and their weekdays fit none of the years in the list',
  },
  'few-dates-with-year': {
    one: 'a date has no year, and only {dated} have one: {years}',
    other: '{count} dates have no year, and only {dated} have one: {years}',
  },
  'which-order': 'what comes first in dates such as {date}: the day or the month?',
  'question-with-evidence': '{question} ({evidence})',
  'answer-with': 'answer with {options}',
  'answer-names-no-column': {
    message: '{answer}: no column has that name',
    hint: 'columns: {columns}',
  },
  'answer-not-understood': {
    message: '{answer} is not one of the possible answers',
    hint: 'answers: {known}',
  },
  'when-invalid': {
    message: '{why}, found "{found}"',
    hint: 'write an EDTF date such as 2030-12-09/2030-12-19, or leave the cell empty and write the date in words',
  },
  'when-contradicts-words': {
    message: 'the EDTF date {now} contradicts the date in words; {words} is used',
    hint: 'change the date in words; to use a different EDTF date, edit the dataset',
  },
  'when-follows-words': 'the date in calendars changes with the date in words: from {before} to {now}',
  'date-imported-as-text': 'the date "{words}" is printed as written, but not added to calendars: {why}',
  'date-end-not-a-day': 'the end of the date is not a day',
  'day-by-number': '"{words}" is read as {date}: the first day is {first}',
  'row-region-unknown': '{code} is not in reference/regions.yaml',
  'row-region-of-another-side': '"{region}" is not a region of the side "{side}"',
  'sheet-missing': { message: 'there is no sheet "{name}"', hint: 'sheets: {known}; {correct}' },
  'heading-differs-from-mapping': {
    message: 'the heading of the column is "{found}", but the mapping has "{heading}"',
    hint: '{correct}',
  },
} as const satisfies Catalogue;
