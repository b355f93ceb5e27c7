import type { Catalogue } from '../../messages.ts';

/** Errors in lists, and notes where a list is not read literally. */
export const lists = {
  'character-left-out': 'the character {character} cannot be printed and is removed',
  'letters-plain': 'mathematical letters are replaced with plain letters: "{words}"',
  'link-read-as-words': 'link imported as plain text: "{words}" to {link}',
  'bold-read-as-words': 'bold text, imported as plain text: "{words}"',
  'italic-read-as-words': 'italic text, imported as plain text: "{words}"',
  'bold-and-italic-read-as-words': 'bold and italic text, imported as plain text: "{words}"',
  'keep-emphasis':
    'to keep the formatting, add emphasis: true to the field {field} in programme.yaml, and import again',
  'links-lead-to': 'links in texts must start with https: or mailto:',
  'column-unmapped': {
    message: 'the column "{heading}" is not in the mapping, so it is not read: "{words}"',
    hint: 'add it to the mapping',
  },
  'column-unmapped-in-file': {
    message: 'the column "{heading}" is not in the mapping, so it is not read: "{words}"',
    hint: 'add it to {file}, or delete that file to have a new mapping proposed',
  },
  'correct-mapping': 'correct the mapping, or leave out --map to have a new mapping proposed',
  'correct-mapping-file': 'correct {file}, or delete it to have a new mapping proposed',
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
    message: 'the event is published as taking place, but the list contains "{words}"',
    hint: 'if the event is cancelled or postponed, write this in a column "Status", or set its status in the desk',
  },
  'words-kept-as-date': 'the date "{words}" is printed as written, but not added to calendars',
  'region-code-of-another-name': {
    message: '{code} is {right}, not "{name}"',
    hint: 'correct the code or the name',
  },
  'row-words-no-region': {
    message: '"{words}" is not a region of the side "{side}"',
    hint: 'write a code, or one of {reasons}',
  },
  'row-words-like-region': {
    message: '"{words}" is not a region of the side "{side}"',
    hint: 'did you mean {nearest}?',
  },
  'body-without-region': {
    message: 'no region of the side "{side}" is known for "{words}"',
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
  'dates-in-rows':
    'no column contains dates, so rows that contain only a date apply to the events below them',
  'date-of-all': 'no column contains dates, so "{date}" applies to all events',
  'cell-means-same': '"{sign}" is read as a repetition of {cell}: "{words}"',
  'hours-completed': '"{words}" is read as the times {hours}',
  'title-instead': 'the row has no title; "{words}" is used instead',
  'row-below-table': 'row below the table, not an event: "{words}"',
  'row-no-event': 'not an event: "{words}"',
  'row-not-read': 'row without a title, not imported: "{words}"',
  'sentence-is-description': 'sentence below "{title}", read as its description',
  'title-alone': {
    message: 'title-only row below an event, read as another event: "{title}"',
    hint: 'if it describes the event above, move it to a column of descriptions',
  },
  'cell-comment-not-read': 'comment, not imported: "{words}"',
  'row-hidden': {
    message: 'hidden row, not imported: "{words}"',
    hint: 'to import the row, unhide it in the spreadsheet program',
  },
  'cell-struck-out': 'struck-out text, not imported: "{words}"',
  'markup-link-left-out': 'address in HTML markup, not imported: {address}',
  'markup-read-as-text': 'HTML markup or other codes in cells are converted to plain text',
  'table-not-read': 'table without events, not imported: "{headings}", {count} rows: "{words}"',
  'table-repeats':
    'repeats the events of the sheet "{sheet}", not imported: "{headings}", {count} rows: "{words}"',
  'empty-cell-means-same': 'empty cell, read as a repetition of {cell}: "{words}"',
  'time-beside-date-not-read': 'the time {time} next to the date is not imported',
  'times-disagree': 'the time is {time}, but the time next to the date is {beside}: both are imported',
  'number-read-as-date': 'the number {number} is read as {date} (counted in days since 1900)',
  'end-without-start':
    'the time {time} is the end of an event without a start time: it is printed alone, and calendars use it as the start',
  'time-universal': {
    message: 'the time is in UTC (Z) and is imported without conversion',
    hint: 'export the list with local times, or correct the times',
  },
  'which-language':
    'the list seems to be in {language}, which the program does not support: what is the language of the programme?',
  'which-of-languages':
    'the list has as much text in {first} as in {second}: what is the language of the programme?',
  'which-column-is-title': 'which column contains the titles of the events?',
  'which-column-is-date': 'which column contains the dates of the events?',
  'may-column-be-published': 'may the column "{column}" be published?',
  'are-lines-introduction': 'are the lines above the list the introduction to the programme?',
  'which-programme-title':
    'what is the title of the programme? If you use the file name, it is marked as a placeholder',
  'may-timetable-be-printed':
    'print a timetable before the lists of events: a page for each day, with the places in "{heading}" side by side?',
  'words-for-colleagues': 'for colleagues, not printed: "{words}"',
  'contacts-in-public': {
    message: 'public texts contain e-mail addresses, telephone numbers or account numbers: {words}',
    hint: 'remove them from the list if they are not to be published',
  },
  'which-column-is-renamed': 'which column has replaced the column "{heading}"?',
  'which-date-of-sheet':
    'on which date do the events take place? The mapping contains {date}, but the list does not contain this date',
  'may-sheet-be-read':
    'should the sheet "{sheet}" be read as a list of events? It has the same headings as another sheet',
  'are-columns-translations': 'do the columns {columns} contain the same fields in several languages?',
  'do-columns-belong':
    'do the columns {columns} belong to the events? These columns follow an empty column, and only their first rows are filled',
  'column-missing': 'the list has no column "{heading}", so its field is not changed',
  'which-year': 'in which year are the dates? {why}',
  'dates-without-year': { one: 'a date has no year', other: '{count} dates have no year' },
  'weekdays-fit-no-year': {
    one: 'a date has no year, and its weekday does not match any of the years in the list',
    other: '{count} dates have no year, and their weekdays do not match any of the years in the list',
  },
  'few-dates-with-year': {
    one: 'a date has no year; dates with a year: {dated} ({years})',
    other: '{count} dates have no year; dates with a year: {dated} ({years})',
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
  'time-imported-as-text': 'the time "{words}" is printed as written, but not added to calendars: {why}',
  'weekday-of-another-date': '{date} is not on the day of the week in "{words}"',
  'date-computed': '"{words}" is read as {date}',
  'date-end-not-a-day': 'the end is not an exact day',
  'day-or-year':
    '"{words}" is read as {date}; if it means the month and the year, write the year in four digits',
  'day-by-number': '"{words}" is read as {date}, because the first day is {first}',
  'row-region-unknown': '{code} is not in reference/regions.yaml',
  'row-region-of-another-side': '"{region}" is not a region of the side "{side}"',
  'sheet-missing': { message: 'there is no sheet "{name}"', hint: 'sheets: {known}; {correct}' },
  'heading-differs-from-mapping': {
    message: 'the heading of the column is "{found}", but the mapping contains "{heading}"',
    hint: '{correct}',
  },
  'email-addresses': 'e-mail addresses',
  'phone-numbers': 'telephone numbers',
  'account-numbers': 'account numbers',
  'machine-data': 'machine-readable data',
  'row-numbers': 'row numbers',
  'column-hidden': 'hidden column',
  'picture-files': 'file names; pictures that are found are printed',
  'printed-with-pictures': 'printed only together with the pictures',
  'heading-missing': 'no heading',
  'contacts-or-remarks': 'contacts or remarks',
  'perhaps-not-for-print': 'possibly not for print',
  'not-to-be-published': 'not to be published',
  'reason-of-mapping': '{words}',
  'table-of-something-else': 'not part of a table of events',
  'column-without-field': 'not a field of the programme',
  'sheet-repeats': 'repeats the sheet "{sheet}"',
  'column-not-in-mapping': 'not in the mapping',
  'column-without-cells': 'no filled cells',
  'column-of-themes': '{count} themes; to print this column, set field: category in the mapping',
  'rows-of-each-event':
    'each event seems to take up {count} rows, and there are no column headings above the events',
  'sheet-empty': 'it is empty',
  'rows-searched': 'looked at rows {first} to {last}; row {fullest} has the most filled cells: {words}',
} as const satisfies Catalogue;
