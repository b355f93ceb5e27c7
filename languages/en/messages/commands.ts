import type { Catalogue } from '../../messages.ts';

/** Usage errors, and the output of commands. */
export const commands = {
  'dataset-changed-meanwhile': {
    message: 'changed while this command was at work: {files}',
    hint: 'nothing was written; call it again when nobody else is at work there',
  },
  'rules-format-unknown': {
    message: 'the rules are not printed as {format}',
    hint: '--format {known}',
  },
  'edition-not-correctable': {
    message: 'only the draft can be corrected',
    hint: 'a frozen edition is never changed',
  },
  'finding-of-rule': '{finding} ({rule})',
  'dataset-not-found': {
    message: 'there is no dataset here, nor in a folder above',
    hint: 'go to its folder, or name it with --data DIR; {command} begins one',
  },
  'picture-coarse': {
    message: 'the picture has {dots} dots an inch at its place on the cover, and looks coarse in print',
    hint: 'take one with at least {times} times as many pixels a side',
  },
  'part-text-would-go': {
    message: 'the text of the part "{part}" in {lang} would go',
    hint: 'delete {file} by hand',
  },
  'corrected-event-unknown': {
    message: 'there is no event "{event}" in edition {edition}',
    hint: 'an event is named by its id',
  },
  'erratum-font-is-another': {
    message: 'this is not the font of edition {edition}, which an erratum to it is set in',
    hint: '{command} says where it is, if it is there',
  },
  'translation-empty': {
    message: '{file} would be empty: no text is to be translated into {lang}',
    hint: 'name the language to be translated into with --lang',
  },
  'export-name-unknown': {
    message: '"{file}" is no name of a spreadsheet that can be written',
    hint: 'let it end in .xlsx or .csv, or in .docx for corrections',
  },
  'extract-field-unknown': {
    message: 'events have no field "{field}"',
    hint: 'give one of {known}',
  },
  'gate-not-passed': '{gate}: not passed: {why}',
  'draft-changed-meanwhile': {
    message: 'the draft was changed while it was to be frozen',
    hint: 'call freeze again when nobody is at work on it',
  },
  'copy-is-another': {
    message: '{file} is not as it was published',
    hint: '{command} says more',
  },
  'edition-not-copied': {
    message: 'edition {edition} is frozen, but was not copied: {why}',
    hint: '{command} repeats the copy',
  },
  'status-without-correction': {
    message: '--status needs --corrects and --by',
    hint: '{command}',
  },
  'without-needs-reason': {
    message: '--without {gates} needs --by NAME and --why WORDS',
    hint: 'both are kept in the lock of the edition',
  },
  'site-not-made': {
    message: 'edition {edition} is frozen, but the folder for the web was not made: {why}',
    hint: '{command} makes it',
  },
  'more-like-these': '… and {more} more like these: --all shows them',
  'row-id-twice': {
    message: 'the id "{id}" is used twice',
    hint: 'it stands in {row} too: empty the cell for a new event',
  },
  'row-taken-for-event': '"{given}" is taken for the event "{id}" of the draft, which keeps its id',
  'row-id-left-out': 'not an id, and left out: "{words}"',
  'row-id-invalid': {
    message: '"{words}" is not an id: expected lower-case letters, digits and single hyphens',
    hint: 'empty the cell, and a new id is made from the title',
  },
  'sheet-says-earlier-edition': {
    message: 'says what edition {edition} says; the draft has been changed there since',
    hint: 'to keep the words of the draft, write them into the cell: {today}',
  },
  'links-behind-words': {
    message:
      'cells have links behind words: these fields hold links, bold and italic words now (emphasis: true): {fields}',
    hint: 'asterisks, brackets and backslashes that their texts have are written so that they are printed as before',
  },
  'verdict-in-several-rows': {
    message: '{change}: the change stands in several rows that say different things: {rows}',
    hint: 'leave one of them',
  },
  'verdict-on-no-change': {
    message:
      '{change}: it is no change any more, since the draft was changed after the sheet was written; not taken: {words}',
    hint: 'decide on what the draft says now',
  },
  'verdict-refused-with-words': {
    message: '{change}: it is refused and has other words: "{words}"',
    hint: 'write that it is accepted to take these words, or put the words back to refuse it',
  },
  'verdict-words-not-possible': {
    message: '{change}: other words cannot be taken here, for {why}: "{words}"',
    hint: 'put the words back that were there, and change the draft by hand',
  },
  'comment-not-read': 'comment, not read: "{text}"',
  'emphasis-kept': {
    message: 'bold and italic words are kept, between asterisks, in: {fields}',
    hint: 'a field that is not to keep them has no emphasis: true in programme.yaml, and no asterisks in its events',
  },
  'line-taken-for-introduction': 'above the table, taken for the introduction: "{words}"',
  'year-unknown': {
    message: 'the year is not known: {why}',
    hint: 'say it, such as --year 2030',
  },
  'kept-answers-unreadable': {
    message: 'the answers that were kept of a review cannot be read',
    hint: 'restore the file, or move it away to begin anew',
  },
  'event-perhaps-retitled': {
    message:
      'this may be the event {id} under another title: all else is the same; as it stands both are kept',
    hint: 'if it is, write {id} into a column "Id" of its row and import again, or delete the event {id}',
  },
  'approver-missing': {
    message: 'nobody is named who answers for it',
    hint: 'say --by NAME: it is kept with the verdict',
  },
  'draft-change-unknown': {
    message: 'there is no change {id} since the last edition: the draft may have been changed since',
    hint: '{command} lists them',
  },
  'change-not-refusable': {
    message:
      '{kind} {fingerprint} cannot be refused: the last edition has no words that could take its place',
    hint: 'change the draft by hand, or accept it',
  },
  'change-takes-no-words': {
    message: '{kind} {fingerprint} cannot be given other words here: "{words}"',
    hint: 'change them in the draft by hand',
  },
  'change-is-another': {
    message: '{kind} {fingerprint} is another change since the others were decided, and is not approved',
    hint: '{command} shows it',
  },
  'workbook-name-unknown': {
    message: '"{file}" is no name of a workbook',
    hint: 'let it end in .xlsx',
  },
  'change-without-verdict': {
    message:
      'no verdict was given on the change {id}: the draft or the proposal was changed there after it was shown',
    hint: '{command} shows it as it is now',
  },
  'verdict-given-twice': {
    message: 'two verdicts on the change {id}',
    hint: 'name it once',
  },
  'decider-missing': {
    message: 'nobody is named who decides',
    hint: 'say --by NAME: it is kept with the verdict',
  },
  'events-not-found': {
    message: 'no events found',
    hint: 'say in the mapping which column holds the title, and in which rows the headings stand',
  },
  'site-folder-is-link': {
    message: 'the folder for the web is a link or a file; nothing is written through it',
    hint: 'remove it, or put the folder itself in its place',
  },
  'site-file-is-another': {
    message: 'the file is not as it was published',
    hint: '{command} says more; restore it from the version control system',
  },
  'words-changed-by-both': {
    message: 'sent as "{sent}", changed here to "{theirs}"; the draft keeps "{ours}"',
    hint: 'import it with --propose to decide',
  },
  'takedown-words-empty': {
    message: 'these are no words',
    hint: 'give the words that must go with --words',
  },
  'takedown-words-in-reason': {
    message: 'the words that must go are in --by or --why, which the locks keep',
    hint: 'say it without them',
  },
  'takedown-edition-inconsistent': {
    message: 'not consistent with the lock: edition {editions}',
    hint: '{command} names the files; restore them first',
  },
  'takedown-without-subject': {
    message: 'nothing is named that must go',
    hint: 'give --words or --file',
  },
  'edition-without-file': {
    message: 'edition {edition} has no file {file}',
    hint: 'a file is named by its path inside the edition, such as pictures/portrait.jpg',
  },
  'edition-needs-file': {
    message: 'an edition cannot be read without its {file}',
    hint: 'take the words in it down with --words',
  },
  'expectation-without-edition': {
    message: 'a fingerprint or a digest is that of one edition',
    hint: 'name the edition: {command}',
  },
  'draft-not-frozen': {
    message: 'the draft is not frozen',
    hint: 'name a frozen edition',
  },
  'edition-or-file-unknown': {
    message: 'there is no edition "{edition}", and no file of that name',
    hint: 'editions: {known}',
  },
  'file-to-verify-not-file': {
    message: '{file} is not a file',
    hint: 'name an edition or a file',
  },
  'extract-ambiguous': {
    message: '"{value}" may mean {found}',
    hint: 'give what stands in brackets, or the full words',
  },
  'region-ambiguous': {
    message: '"{name}" may mean {found}',
    hint: 'give the code, or the full name',
  },
  'region-on-no-side': '{region} lies on no side of the programme',
  'output-name-twice': {
    message: 'two outputs have this name',
    hint: 'give one of the values that they are named after other words',
  },
  'link-leads-out': {
    message: 'a link leads out of {folder}',
    hint: 'put the folder itself in the place of the link',
  },
  'writing-taken-over': {
    message: 'another command took over what this one was writing into {folder}, and finishes or removes it',
    hint: 'see what is there when it has ended, and call this one again where something is missing',
  },
  'folder-is-being-written': {
    message: 'another command is writing into {folder}',
    hint: 'wait until it has ended and call this one again; if there is none, delete {lock}',
  },
  'source-unknown': {
    message: 'there is no edition, folder or file "{source}"',
    hint: 'editions: {known}',
  },
  'folder-or-file-unknown': {
    message: 'there is no edition, folder or file "{source}"',
    hint: 'without a dataset, folders and spreadsheets can be compared',
  },
  'row-without-theme': {
    message: 'the event has no theme',
    hint: 'themes: {known}; name one in the mapping: theme: {theme}',
  },
  'row-theme-unknown': {
    message: 'the programme has no theme "{theme}", and others that are called nearly so',
    hint: 'themes: {known}; say which one it is in the mapping, under themes:',
  },
  'theme-new': {
    message: '"{words}" is a new theme, {id}',
    hint: 'to mean another one, write its id into the column of themes',
  },
  'theme-new-by-mapping': {
    message: '"{words}" is a new theme, {id}',
    hint: 'to mean another one, write its id into the mapping, under themes:',
  },
  'erratum-edition-unknown': {
    message: 'there is no edition "{edition}" to be corrected',
    hint: 'use --corrects {newest}',
  },
  'erratum-without-edition': {
    message: 'there is no edition "{edition}" to be corrected',
    hint: 'freeze it first',
  },
  'extract-empty': {
    message: 'no event of the programme has {name}',
    hint: '{command} shows what events have',
  },
  'extract-region-empty': {
    message: 'no event of the programme lies in {name}',
    hint: '{command} shows what events have',
  },
  'extract-unknown': {
    message: 'no event has "{value}" as {field}',
    hint: 'events have {known}; all of them: {command}',
  },
  'extract-unknown-with-nearest': {
    message: 'no event has "{value}" as {field}',
    hint: 'did you mean {nearest}?',
  },
  'extracts-empty': {
    message: 'no event says anything as {field}',
    hint: '--by takes {others}; in brackets, the number of different values',
  },
  'programme-without-regions': {
    message: 'the programme has no regions: it has neither sides nor a field of the kind region',
    hint: '--by takes {others}; in brackets, the number of different values',
  },
  'region-called-unknown': {
    message: 'no region is called "{name}"',
    hint: '{command} shows the regions',
  },
  'region-called-unknown-with-nearest': {
    message: 'no region is called "{name}"',
    hint: 'did you mean {nearest}?',
  },
  'fields-new': {
    message: {
      one: 'a new field of the programme: {fields}',
      other: 'new fields of the programme: {fields}',
    },
    hint: 'the columns of the tables stand under themes in programme.yaml',
  },
  'fields-new-internal': {
    one: 'a new field of the programme: {fields}',
    other: 'new fields of the programme: {fields}',
  },
  'verdict-removed': '{change}: the verdict was removed from the sheet, and stays as it was decided',
  'reason-without-verdict': '{change}: a reason without a verdict: "{why}"',
  'words-without-date': {
    message:
      '{change}: "{words}" says no date that is understood: the date for machines stays as it is in the draft',
    hint: 'write it into the draft',
  },
  'list-without-events': {
    message: 'no events found',
    hint: 'say with --map which column holds what',
  },
  'sheet-without-events': {
    message: 'no events found; {found}',
    hint: 'say with --map which column holds what',
  },
  'line-above-table': 'above the table, not in the dataset: "{words}"',
  'line-on-hidden-sheet': 'on a hidden sheet, not in the dataset: "{words}"',
  'line-on-other-sheet': 'on a sheet without headings of events, not in the dataset: "{words}"',
  'folder-not-empty': {
    message: 'the folder {folder} is not empty',
    hint: 'name a folder that does not exist yet',
  },
  'folder-is-file': {
    message: '{folder} is a file',
    hint: 'name a folder that does not exist yet',
  },
  'character-without-glyph': 'no glyph for {name} "{character}" in "{word}"',
  'character-without-glyph-also': 'no glyph for {name} "{character}" in "{word}"; also {places}',
  'character-without-glyph-often':
    'no glyph for {name} "{character}" in "{word}"; also {places} and {count} more',
  'replace-or-name-font':
    'replace them, or put a font that has them into data/fonts/ and name it under typography.fonts in data/design.yaml (docs/design.md)',
  'characters-without-glyph': {
    message: '{count} characters that no font has: {shown}',
    hint: 'replace them, or put a font that has them into data/fonts/ and name it under typography.fonts in data/design.yaml (docs/design.md)',
  },
  'characters-without-glyph-cut': {
    message: '{count} characters that no font has: {shown} and {more} more',
    hint: 'replace them, or put a font that has them into data/fonts/ and name it under typography.fonts in data/design.yaml (docs/design.md)',
  },
  'sheet-of-another-edition': {
    message: 'the sheet is about the changes since edition {edition}, and the last edition is {last}',
    hint: 'write a new one: {command}',
  },
  'sheet-without-last-edition': {
    message: 'the sheet is about the changes since edition {edition}, and the last edition is none',
    hint: 'write a new one: {command}',
  },
  'event-changed-here-only': {
    message: '"{event}" was changed here, and is not in the draft any more',
    hint: 'put it into the draft again, or leave it',
  },
  'events-ordered-by-both': {
    message:
      'the events of "{theme}" stand in another order here, and in a third one in the draft, which keeps its own',
    hint: 'import it with --propose to decide event by event',
  },
  'event-removed-here': {
    message: '"{event}" was taken out here, and changed in the draft, which keeps its own',
    hint: 'import it with --propose to decide',
  },
  'event-added-by-both': {
    message: '"{event}" was added with other words here and in the draft, which keeps its own',
    hint: 'import it with --propose to decide',
  },
  'takedown-not-found': {
    message: 'the data of edition {edition} do not hold it',
    hint: 'nor do those of other editions',
  },
  'takedown-found-elsewhere': {
    message: 'the data of edition {edition} do not hold it',
    hint: 'it is in {files}',
  },
  'freeze-overtaken': {
    message: 'edition {edition} was not frozen: another freeze was faster',
    hint: '{command} shows the editions; call freeze again if another one is to follow',
  },
  'freeze-overtaken-by-another': {
    message: 'edition {edition} was not frozen: "{newer}" came into the folder of editions meanwhile',
    hint: '{command} shows the editions; call freeze again if another one is to follow',
  },
  'output-is-folder': {
    message: 'expected a file, found a folder',
    hint: 'choose another place',
  },
  'output-is-no-file': { message: 'this is no file', hint: 'choose another place' },
  'nothing-taken-back': {
    message: 'what was begun could not be taken back ({why}); nothing is changed yet',
    hint: 'the next command that uses {folder} finishes it, as soon as the disk allows',
  },
  'writing-not-taken-back': {
    message: 'what was begun could not be taken back ({why}); new already: {files}',
    hint: 'the next command that uses {folder} finishes it, as soon as the disk allows',
  },
  'settings-invalid': '{why}',
  'text-invalid': { message: '{why}', hint: '{hint}' },
  'accept-or-refuse': 'accept it with other words, or refuse it',
  'correct-older-first':
    'correct it in the draft first: the newest format, in which it would be written, has no such words',
  'save-list-alone': 'save the list of events alone, without pictures, as .xlsx or .csv',
  'send-texts-alone': 'send the texts that were corrected in a file of their own, without pictures',
  'send-by-theme': 'have the translations sent in several files, theme by theme',
  'font-for-preview': {
    message:
      'Word files only name the family "{family}": its makers let it be embedded for preview and print only, not in files that can be edited (OS/2.fsType)',
    hint: '{standIn} stands in for it where it is not installed; its makers may have another licence, with other files',
  },
  'font-with-cff': {
    message: 'Word files only name the family "{family}": Word embeds no PostScript outlines (CFF)',
    hint: '{standIn} stands in for it where it is not installed; with its TrueType files (.ttf) it is in Word files too',
  },
  'another-family': 'another family',
} as const satisfies Catalogue;
