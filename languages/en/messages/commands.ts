import type { Catalogue } from '../../messages.ts';

/** Usage errors, and the output of commands. */
export const commands = {
  'dataset-changed-meanwhile': {
    message: 'files changed while this command was running: {files}',
    hint: 'nothing was written; run the command again when nobody else is editing the dataset',
  },
  'option-without-html': {
    message: '{option} needs the format html',
    hint: 'add html to the formats: --format html',
  },
  'event-id-changed': {
    message: 'the id of the event {id} cannot be changed',
    hint: 'remove the event, and add it again with the new id',
  },
  'theme-has-events': {
    message: 'the theme {theme} has events and cannot be removed',
    hint: 'move or remove its events first',
  },
  'text-of-no-part': '{text} is not the name of a text part with a language, such as foreword.fr',
  'event-without-theme': {
    message: 'the event {id} cannot be added, because its theme is not in the programme',
    hint: 'themes of the programme: {themes}',
  },
  'rules-format-unknown': {
    message: 'the list of rules is not available in the format {format}',
    hint: 'use --format {known}',
  },
  'edition-not-correctable': {
    message: 'only the draft can be corrected',
    hint: 'frozen editions never change; correct the draft',
  },
  'dataset-not-found': {
    message: 'no dataset found in this folder or in a folder above it',
    hint: 'change to the folder of the dataset or pass --data DIR; {command} creates a dataset',
  },
  'picture-coarse': {
    message: 'on the cover, the picture has only {dots} dots per inch and will look pixelated in print',
    hint: 'use a picture with at least {times} times the width and height in pixels',
  },
  'part-text-would-go': {
    message: 'this would delete the text of the part "{part}" in {lang}',
    hint: 'to remove the text, delete {file} by hand',
  },
  'corrected-event-unknown': {
    message: 'edition {edition} has no event "{event}"',
    hint: 'use the id of the event',
  },
  'erratum-font-is-another': {
    message:
      'the font differs from that of edition {edition}; an erratum must use the font of the edition that it corrects',
    hint: '{command} shows where the font is expected',
  },
  'translation-empty': {
    message: '{file} would be empty: there is no text to translate into {lang}',
    hint: 'set the target language with --lang',
  },
  'export-name-unknown': {
    message: 'cannot export to "{file}": unknown file name extension',
    hint: 'use a name that ends in .xlsx or .csv, in .docx for corrections, or in .xlf for a translation',
  },
  'extract-field-unknown': {
    message: 'events have no field "{field}"',
    hint: 'use one of {known}',
  },
  'gate-not-passed': '{gate}: failed: {why}',
  'draft-changed-meanwhile': {
    message: 'the draft changed while it was being frozen',
    hint: 'run freeze again when nobody is editing the draft',
  },
  'copy-is-another': {
    message: '{file} differs from the published file',
    hint: '{command} shows details',
  },
  'edition-not-copied': {
    message: 'edition {edition} is frozen, but copying it failed: {why}',
    hint: '{command} copies it again',
  },
  'status-without-correction': {
    message: '--status needs --corrects and --by',
    hint: '{command}',
  },
  'without-needs-reason': {
    message: '--without {gates} needs --by NAME and --why WORDS',
    hint: 'both are stored in the lock of the edition',
  },
  'site-not-made': {
    message: 'edition {edition} is frozen, but creating the web folder failed: {why}',
    hint: '{command} creates it',
  },
  'row-id-twice': {
    message: 'the id "{id}" is used twice',
    hint: '{row} contains the same id; leave the cell empty for a new event',
  },
  'row-taken-for-event':
    'the row with the id "{given}" is matched with the event "{id}" in the draft, which keeps its id',
  'row-id-left-out': 'not a valid id, ignored: "{words}"',
  'row-id-invalid': {
    message: '"{words}" is not a valid id: ids consist of lower-case letters, digits and single hyphens',
    hint: 'leave the cell empty to create an id from the title',
  },
  'sheet-says-earlier-edition': {
    message: 'the cell contains the text of edition {edition}, but the draft has changed since then',
    hint: 'to use the text of the draft, write it into the cell: {today}',
  },
  'links-behind-words': {
    message:
      'cells contain links, so links and bold and italic text are now allowed in these fields (emphasis: true): {fields}',
    hint: 'asterisks, brackets and backslashes in these fields are escaped, so they are still printed literally',
  },
  'verdict-in-several-rows': {
    message: '{change}: several rows contain different verdicts on this change: {rows}',
    hint: 'delete all but one of these rows',
  },
  'verdict-on-no-change': {
    message:
      '{change}: this is no longer a change, because the draft was edited after the sheet was written; ignored: {words}',
    hint: 'read the current text of the draft, and decide again',
  },
  'verdict-refused-with-words': {
    message: '{change}: the change is refused, but its text was edited: "{words}"',
    hint: 'accept the change to use the edited text, or restore the text to refuse the change',
  },
  'verdict-words-not-possible': {
    message: '{change}: the edited text "{words}" cannot be used: {why}',
    hint: 'restore the text, and edit the draft by hand',
  },
  'comment-not-read': 'comment, not imported: "{text}"',
  'no-event-dated': {
    message: 'no date could be read, so the events are missing from calendars, indexes and the day filter',
    hint: 'write dates such as 5 May 2030 in one column of the list',
  },
  'dates-outside': {
    message: {
      one: '{count} event has a date outside the period of the programme, {period}',
      other: '{count} events have dates outside the period of the programme, {period}',
    },
    hint: 'correct the year of the event, or the period in programme.yaml',
  },
  'times-without-zone': {
    message: {
      one: '{count} event has a time, but no time zone, so calendars omit it',
      other: '{count} events have a time, but no time zone, so calendars omit them',
    },
    hint: 'add the time zone to programme.yaml as a line such as timezone: Europe/Vienna',
  },
  'places-listed': {
    message: 'the list of places has {count} places, with addresses from the columns {fields}',
    hint: 'check the addresses; details that differ between events at the same place are left out',
  },
  'places-proposed': {
    message: 'the column "{heading}" contains the names of places',
    hint: 'to print an index with their addresses, set the kind of the field {field} to "place", and list the places; use the sheets "Fields" and "Places" that `programme export office.xlsx --settings` writes',
  },
  'emphasis-kept': {
    message: 'bold and italic words are written with asterisks in these fields: {fields}',
    hint: 'to import a field as plain text, remove emphasis: true from the field in programme.yaml, and remove the asterisks from its texts',
  },
  'line-kept-as-note': 'line above the table, kept as an internal note: "{words}"',
  'line-taken-for-introduction': 'line above the table, used as the introduction: "{words}"',
  'kept-answers-unreadable': {
    message: 'the saved answers of a review cannot be read',
    hint: 'restore the file, or move it to another folder to start again',
  },
  'event-perhaps-retitled': {
    message:
      'this row may be the event {id} with a new title, because all other fields are identical; the row is added as a new event, and {id} is not removed',
    hint: 'if it is the same event, write {id} into the column "Id" of the row and import again; otherwise ignore this note or delete the event {id}',
  },
  'approver-missing': {
    message: 'an approval needs the name of the person who approves',
    hint: 'add --by NAME; the name is stored with the verdict',
  },
  'draft-change-unknown': {
    message:
      'there is no change {id} since the last edition; the draft may have been edited since the change was listed',
    hint: '{command} lists the changes',
  },
  'change-not-refusable': {
    message: '{kind} {fingerprint} cannot be refused: the last edition has no text to restore',
    hint: 'edit the draft by hand, or accept the change',
  },
  'change-takes-no-words': {
    message: '{kind} {fingerprint} cannot be accepted with a different text: "{words}"',
    hint: 'edit the text in the draft by hand',
  },
  'change-is-another': {
    message:
      '{kind} {fingerprint} is not approved, because the decisions on the other changes have altered it',
    hint: '{command} shows it',
  },
  'workbook-name-unknown': {
    message: '"{file}" is not the name of a workbook',
    hint: 'use a name that ends in .xlsx',
  },
  'change-without-verdict': {
    message:
      'no verdict was stored for the change {id}, because the draft or the proposal was edited after the change was shown',
    hint: '{command} shows the current state of the change',
  },
  'verdict-given-twice': {
    message: 'there are two verdicts on the change {id}',
    hint: 'give one verdict for each change',
  },
  'decider-missing': {
    message: 'a verdict needs the name of the person who decides',
    hint: 'add --by NAME; the name is stored with the verdict',
  },
  'events-not-found': {
    message: 'no events found',
    hint: 'set the title column and the heading rows in the mapping',
  },
  'site-folder-is-link': {
    message: 'the web folder is a link or a file, so nothing is written to it',
    hint: 'remove it, or replace the link with a folder',
  },
  'site-file-is-another': {
    message: 'the file differs from the published file',
    hint: 'restore it from version control; {command} shows details',
  },
  'words-changed-by-both': {
    message:
      'the text "{sent}" was changed to "{theirs}" in the file and to "{ours}" in the draft; the draft is not changed',
    hint: 'import the file with --propose, then decide with `programme review`',
  },
  'takedown-words-empty': {
    message: 'no words to remove are specified',
    hint: 'specify them with --words',
  },
  'takedown-words-in-reason': {
    message: '--by or --why contains the words to remove, and both are stored in the locks',
    hint: 'rephrase them without these words',
  },
  'takedown-edition-inconsistent': {
    message: 'files do not match the lock of edition {editions}',
    hint: 'restore the files that {command} lists',
  },
  'takedown-without-subject': {
    message: 'neither words nor a file to remove are specified',
    hint: 'add --words or --file',
  },
  'edition-without-file': {
    message: 'edition {edition} has no file {file}',
    hint: 'use the path inside the edition, for example pictures/portrait.jpg',
  },
  'edition-needs-file': {
    message: 'an edition cannot be read without its {file}',
    hint: 'to remove words from this file, use --words',
  },
  'expectation-without-edition': {
    message: 'an expected fingerprint or digest can be checked for only one edition',
    hint: 'add the name of the edition: {command}',
  },
  'draft-not-frozen': {
    message: 'the draft is not frozen',
    hint: 'use the name of a frozen edition',
  },
  'edition-or-file-unknown': {
    message: 'no edition or file is called "{edition}"',
    hint: 'available editions: {known}',
  },
  'file-to-verify-not-file': {
    message: '{file} is not a file',
    hint: 'use the name of an edition or the path of a file',
  },
  'extract-ambiguous': {
    message: '"{value}" is ambiguous: {found}',
    hint: 'use the id in brackets, or the full text',
  },
  'region-ambiguous': {
    message: '"{name}" is ambiguous: {found}',
    hint: 'use the code, or the full name',
  },
  'region-on-no-side': '{region} does not belong to any side of the programme',
  'output-name-twice': {
    message: 'two output files would have this name',
    hint: 'change one of the values that the files are named after',
  },
  'link-leads-out': {
    message: 'a link points outside {folder}',
    hint: 'replace the link with the folder that it points to',
  },
  'writing-taken-over': {
    message: 'another command is completing or undoing the interrupted write in {folder}',
    hint: 'wait until it ends, then check the files and run this command again if something is missing',
  },
  'folder-is-being-written': {
    message: 'another command is writing to {folder}',
    hint: 'wait until it ends, then run this command again; if no command is running, delete {lock}',
  },
  'source-unknown': {
    message: 'no edition, folder or file is called "{source}"',
    hint: 'available editions: {known}',
  },
  'folder-or-file-unknown': {
    message: 'no edition, folder or file is called "{source}"',
    hint: 'without a dataset, only folders and spreadsheets can be compared',
  },
  'row-without-theme': {
    message: 'the event has no theme',
    hint: 'set one of these themes in the mapping, such as `theme: {theme}`: {known}',
  },
  'row-theme-unknown': {
    message: 'the programme has no theme "{theme}", only themes with similar titles',
    hint: 'assign one of these themes under `themes` in the mapping: {known}',
  },
  'themes-new': {
    message: {
      one: 'new theme of the programme: {themes}',
      other: '{count} new themes of the programme: {themes}',
    },
    hint: 'to use an existing theme, write its name in the list',
  },
  'erratum-edition-unknown': {
    message: 'there is no edition "{edition}" to correct',
    hint: 'use --corrects {newest}',
  },
  'erratum-without-edition': {
    message: 'there is no edition "{edition}" to correct',
    hint: 'freeze an edition first',
  },
  'extract-empty': {
    message: 'no event of the programme has the value {name}',
    hint: '{command} lists the values of the events',
  },
  'extract-region-empty': {
    message: 'no event of the programme takes place in {name}',
    hint: '{command} lists the regions of the events',
  },
  'extract-unknown': {
    message: 'no event has the value "{value}" in {field}',
    hint: 'values: {known}; {command} lists all values',
  },
  'extract-unknown-with-nearest': {
    message: 'no event has the value "{value}" in {field}',
    hint: 'did you mean {nearest}?',
  },
  'extracts-empty': {
    message: 'no event has a value in {field}',
    hint: 'use --by with one of {others} (the number of values is in brackets)',
  },
  'timetable-needs-places':
    'timetable=yes: the list needs exactly one place column, with a heading such as Room or Venue',
  'columns-unasked':
    "these columns stay internal because no question about them was asked: {columns}; to publish a column: `--answer 'publish {column}=yes'`",
  'sheet-without-record':
    'the file does not record the texts that were exported, so each difference from the draft counts as a change, even if only the draft was edited',
  'sheet-already-taken': 'the draft already contains all changes in the file; there is nothing to do',
  'timetable-proposed':
    'the events have dates, times and places: `--answer timetable=yes` adds a timetable, with a page for each day and the places side by side',
  'programme-without-regions': {
    message: 'the programme has no regions: it has no sides and no field of the kind region',
    hint: 'use --by with one of {others} (the number of values is in brackets)',
  },
  'region-called-unknown': {
    message: 'no region is called "{name}"',
    hint: '{command} lists the regions',
  },
  'region-called-unknown-with-nearest': {
    message: 'no region is called "{name}"',
    hint: 'did you mean {nearest}?',
  },
  'fields-new': {
    message: {
      one: 'new field of the programme: {fields}',
      other: 'new fields of the programme: {fields}',
    },
    hint: '`programme export events.xlsx --settings` lists the fields and the columns of each theme',
  },
  'fields-new-internal': {
    one: 'new field of the programme: {fields}',
    other: 'new fields of the programme: {fields}',
  },
  'verdict-removed': '{change}: the verdict was deleted from the sheet; the earlier verdict still applies',
  'reason-without-verdict': '{change}: reason without a verdict: "{why}"',
  'words-without-date': {
    message: '{change}: the date "{words}" is not understood; `when` is not changed in the draft',
    hint: 'set `when` in the draft',
  },
  'list-without-events': {
    message: 'no events found',
    hint: 'put each event in one row, with headings such as "Date" and "Title" above the columns; or assign the columns with a mapping: --map FILE',
  },
  'sheet-without-events': {
    message: 'no events found; {found}',
    hint: 'put each event in one row, with headings such as "Date" and "Title" above the columns; or assign the columns with a mapping: --map FILE',
  },
  'line-above-table': 'line above the table, not imported: "{words}"',
  'line-on-hidden-sheet': 'line on a hidden sheet, not imported: "{words}"',
  'line-on-other-sheet': 'line on a sheet without event headings, not imported: "{words}"',
  'backup-is-no-list': {
    message: 'a dataset in a ZIP file is restored unchanged',
    hint: 'leave out --map, --year and --answer, which apply only to lists',
  },
  'backup-by-hand': 'unpack the ZIP file, and use the resulting folder',
  'backup-path-odd': {
    message: 'the ZIP file has paths that cannot be written safely: {names}',
    hint: 'create the ZIP file again from the dataset folder',
  },
  'backup-without-programme': {
    message: 'there is no programme.yaml in the ZIP file',
    hint: 'put the whole dataset folder into the ZIP file',
  },
  'backup-files-outside':
    'these files in the ZIP file are outside the dataset folder and were not restored: {names}',
  'folder-not-empty': {
    message: 'the folder {folder} is not empty',
    hint: 'use a folder that does not exist yet',
  },
  'folder-is-file': {
    message: '{folder} is a file',
    hint: 'use a folder that does not exist yet',
  },
  'character-without-glyph': 'no glyph for {name} "{character}" in "{word}"',
  'character-without-glyph-also': 'no glyph for {name} "{character}" in "{word}"; also {places}',
  'character-without-glyph-often':
    'no glyph for {name} "{character}" in "{word}"; also {places} and {count} more',
  'replace-or-name-font':
    'replace the characters; or copy a font that contains them into the folder fonts/ of the dataset, and list it under typography.fonts in design.yaml (docs/design.md)',
  'characters-without-glyph': {
    message: 'no font contains these {count} characters: {shown}',
    hint: 'replace the characters; or copy a font that contains them into the folder fonts/ of the dataset, and list it under typography.fonts in design.yaml (docs/design.md)',
  },
  'characters-without-glyph-cut': {
    message: 'no font contains these {count} characters: {shown} and {more} more',
    hint: 'replace the characters; or copy a font that contains them into the folder fonts/ of the dataset, and list it under typography.fonts in design.yaml (docs/design.md)',
  },
  'sheet-of-another-edition': {
    message: 'the sheet lists the changes since edition {edition}, but the last edition is {last}',
    hint: '{command} writes a new sheet',
  },
  'sheet-without-last-edition': {
    message: 'the sheet lists the changes since edition {edition}, but there are no editions',
    hint: '{command} writes a new sheet',
  },
  'event-changed-here-only': {
    message: '"{event}" was changed in the file, but is no longer in the draft',
    hint: 'add the event to the draft again, or discard the change',
  },
  'events-ordered-by-both': {
    message: 'the file and the draft order the events of "{theme}" differently; the draft is not changed',
    hint: 'import the file with --propose, then decide on each event with `programme review`',
  },
  'event-removed-here': {
    message: '"{event}" was removed from the file and changed in the draft; the draft is not changed',
    hint: 'import the file with --propose, then decide with `programme review`',
  },
  'event-added-by-both': {
    message:
      '"{event}" was added to the file and to the draft with different texts; the draft is not changed',
    hint: 'import the file with --propose, then decide with `programme review`',
  },
  'takedown-not-found': {
    message: 'the words or the file are not in the data of edition {edition}',
    hint: 'the other editions do not contain them either',
  },
  'takedown-found-elsewhere': {
    message: 'the words or the file are not in the data of edition {edition}',
    hint: 'they are in {files}',
  },
  'freeze-overtaken': {
    message: 'edition {edition} was not frozen, because another freeze finished first',
    hint: '{command} lists the editions; run freeze again to add another edition',
  },
  'freeze-overtaken-by-another': {
    message:
      'edition {edition} was not frozen, because "{newer}" was added to the folder of editions at the same time',
    hint: '{command} lists the editions; run freeze again to add another edition',
  },
  'output-is-folder': {
    message: 'expected a file, found a folder',
    hint: 'use another path',
  },
  'output-is-no-file': { message: 'this is not a regular file', hint: 'use another path' },
  'nothing-taken-back': {
    message: 'the unfinished changes could not be undone ({why}); no file has changed yet',
    hint: 'the next command that uses {folder} will complete them',
  },
  'writing-not-taken-back': {
    message: 'the unfinished changes could not be undone ({why}); files already replaced: {files}',
    hint: 'the next command that uses {folder} will complete them',
  },
  'settings-invalid': '{why}',
  'text-invalid': { message: '{why}', hint: '{hint}' },
  'accept-or-refuse': 'accept the change with a different text, or refuse it',
  'correct-older-first':
    'correct the text in the draft first: the draft is saved in the newest format, which does not allow this text',
  'save-list-alone': 'save only the list of events, without pictures, as .xlsx or .csv',
  'send-texts-alone': 'send the corrected texts in a separate file, without pictures',
  'send-by-theme': 'ask for the translations in several files, one for each theme',
  'font-for-preview': {
    message:
      'the family "{family}" is not embedded in Word files: its licence allows embedding only for preview and print, not in editable files (OS/2.fsType)',
    hint: 'computers without this font show {standIn}; the makers of the font may offer files with a different licence',
  },
  'font-with-cff': {
    message:
      'the family "{family}" is not embedded in Word files: Word cannot embed PostScript outlines (CFF)',
    hint: 'computers without this font show {standIn}; to embed the font, use its TrueType files (.ttf)',
  },
  'another-family': 'another family',
  'settings-in-workbook-only': {
    message: 'settings can be exported only from the whole draft, and only to a workbook (.xlsx)',
    hint: 'write: export office.xlsx --settings',
  },
  'picture-too-large': 'save a smaller version: 2,000 pixels along the longer side are enough for an A4 page',
  'pictures-copied': {
    one: 'one picture is copied into the pictures folder of the dataset',
    other: '{count} pictures are copied into the pictures folder of the dataset',
  },
  'pictures-without-text': {
    message: {
      one: 'one picture has no alternative text and is treated as decoration: {names}',
      other: '{count} pictures have no alternative text and are treated as decoration: {names}',
    },
    hint: 'describe them for readers who cannot see them, in a column "Alternative text" of the list or in the events',
  },
  'picture-not-beside': {
    message: 'the picture "{name}" is not next to the list',
    hint: 'copy it into the folder of the list and import the list again, or add it to its event',
  },
  'pictures-not-beside': {
    message: 'none of the pictures named in the list is in the folder of the list: {names}',
    hint: 'copy them into the folder of the list and import the list again, or add them to their events',
  },
  'picture-not-named': {
    message: '"{words}" is not the name of a picture file',
    hint: 'write a file name such as choir.jpg, or leave the cell empty',
  },
  'picture-unusable': {
    message: 'the picture "{name}" is not used: {why}',
    hint: 'pictures must be SVG, PNG or JPEG files',
  },
  'picture-on-web': {
    message: 'the picture "{name}" is on the web and is not downloaded',
    hint: 'save it next to the list, and write its file name into the cell',
  },
  'picture-outside': {
    message: 'the picture "{name}" is outside the folder of the list and is not read',
    hint: 'copy it next to the list, and write only its file name',
  },
  'picture-is-link': {
    message: 'the picture "{name}" is a link to another file and is not read',
    hint: 'copy the file itself next to the list',
  },
  'listed-pictures-too-large': {
    message: 'the total size of the pictures in the list is too large',
    hint: 'save smaller versions: 2,000 pixels along the longer side are enough for an A4 page',
  },
  'pictures-further':
    'an event can have only one picture: the first is used, and the names of the others are kept in an internal field: {names}',
  'pictures-in-second-column':
    'an event can have only one picture: the files in the column "{heading}" are not read, and their names are kept in an internal field',
  'picture-not-found': {
    message: 'the picture "{name}" is in none of these folders: {folders}',
    hint: 'put the file next to the workbook, with exactly this name',
  },
  'picture-name-taken': {
    message: 'the picture "{name}" next to the workbook differs from the one in {folder}',
    hint: 'give the new picture another name',
  },
  'settings-sheet-not-read': 'the sheet "{name}" is not imported into a new dataset',
  'publish-field': 'should the internal field "{field}" be published?',
  'field-stays-internal': 'the field {field} stays internal, according to your answer',
  'question-unknown': {
    message: 'there is no question "{question}"',
    hint: 'questions: {known}',
  },
  'headings-not-found': 'no event headings found, so the file is not read ({looked})',
  'headings-not-found-in-sheet':
    'no event headings found in the sheet "{sheet}", so the sheet is not read ({looked})',
  'columns-read-as-mapping': 'the columns are read as defined in {mapping}',
  'mapping-file-kept':
    '{file} exists and is not changed: pass it with --map, or delete it to get the proposed mapping',
  'events-as-lists': 'the columns do not all fit in a table, so the events are printed as lists',
  'events-not-in-sheet': 'events not in the spreadsheet, which are not removed: {titles}',
  'file-is-proposal': 'this file is already stored as the proposal {name}',
  'field-internal': '{field} (internal)',
  'field-in-no-table': '{field} (not in any table, for lack of space)',
} as const satisfies Catalogue;
