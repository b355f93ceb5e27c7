import type { Catalogue } from '../../messages.ts';

/** Errors in input files. */
export const files = {
  'xml-doctype': {
    message:
      '{part} has a document type definition (DOCTYPE), which is not allowed because it can contain entity bombs',
    hint: '{hint}',
  },
  'xml-text-too-long': 'a text, name or comment has more than {most} characters',
  'xml-too-deep': 'elements are nested more than {most} levels deep',
  'xml-too-many-attributes': 'an element has more than {most} attributes',
  'xml-not-utf8': 'the text is not UTF-8',
  'zip-part-missing': {
    message: 'the part {name} is missing from the file',
    hint: '{hint}',
  },
  'zip-cut-off': {
    message: 'the file is incomplete: the directory at its end is missing',
    hint: 'copy or download it again',
  },
  'zip-directory-misplaced': {
    message: 'the file is damaged: its directory is at the wrong position',
    hint: '{hint}',
  },
  'zip-too-many-parts': 'the file has {found} parts; the maximum is {most}',
  'zip-directory-unreadable': {
    message: 'the file is damaged: its directory cannot be read',
    hint: '{hint}',
  },
  'zip-encrypted': {
    message: 'the file is password-protected',
    hint: 'save it without a password',
  },
  'zip-part-twice': {
    message: 'the file has two parts with the name "{name}"',
    hint: '{hint}',
  },
  'zip-bomb': {
    message: 'the file is a zip bomb: it unpacks to more than {megabytes} MB',
    hint: '{hint}',
  },
  'zip-parts-overlap': {
    message: 'the file is damaged or malicious: its part "{name}" overlaps another part',
    hint: '{hint}',
  },
  'zip-part-not-found': {
    message: 'the file is damaged: its part {name} cannot be found',
    hint: '{hint}',
  },
  'zip-part-longer-than-stated': {
    message: 'the file is damaged or a zip bomb: when unpacked, its part {name} is larger than declared',
    hint: '{hint}',
  },
  'zip-part-not-unpackable': {
    message: 'the file is damaged: its part {name} cannot be unpacked',
    hint: '{hint}',
  },
  'zip-method-unknown': {
    message: 'the part {name} uses a compression method that is not supported',
    hint: '{hint}',
  },
  'zip-part-cut-off': {
    message: 'the file is damaged: its part {name} is incomplete',
    hint: '{hint}',
  },
  'word-too-long': {
    message: 'the file has more than {most} characters',
    hint: 'send the corrected texts in a separate file',
  },
  'word-table-too-long': {
    message: 'a table has more than {most} rows',
    hint: 'send the corrected texts in a separate file',
  },
  'word-protected-or-old': {
    message: 'the file is password-protected or in the old format .doc',
    hint: 'save it as .docx without a password',
  },
  'word-not': {
    message: 'the file is not a Word file',
    hint: 'save the document as .docx in your word processor',
  },
  'word-macros': {
    message: 'the file contains macros',
    hint: 'save it as .docx, which cannot contain macros',
  },
  'word-is-spreadsheet': {
    message: 'the file is not a Word file, because it contains no document',
    hint: 'if it is a spreadsheet, rename it so that it ends in .xlsx',
  },
  'word-without-document': {
    message: 'the file is not a Word file, because it contains no document',
    hint: 'save the document as .docx in your word processor',
  },
  'cell-too-long': 'the cell has {length} characters; the maximum is {most}',
  'sheet-file-too-large': {
    message: 'the file is too large; the maximum is {cells} cells with {characters} characters',
    hint: 'split it into several files',
  },
  'sheet-too-many-links': {
    message: 'the sheet has too many links',
    hint: 'remove links that cover whole rows or columns, and import again',
  },
  'sheet-too-many-merges': {
    message: 'the sheet has more than {most} merged ranges',
    hint: 'unmerge cells, and import again',
  },
  'sheet-too-many-rows': {
    message: 'the last row of the sheet is {row}; the maximum is {most} rows',
    hint: 'delete the rows below the last event, save the file, and import again',
  },
  'csv-line-too-long': 'a line has more than {most} cells',
  'csv-quotation-mark-open': {
    message: 'this quotation mark is never closed',
    hint: 'end the cell with ", and write each quotation mark inside the cell twice: ""',
  },
  'encoding-unknown': {
    message: 'unknown encoding "{encoding}"',
    hint: 'use utf-8, utf-16le, utf-16be, {special} or another name from the Encoding Standard',
  },
  'encoding-not-recognised': {
    message: 'the encoding of the file is not recognised, so accented letters would be read incorrectly',
    hint: 'save it as UTF-8: in Excel with the file type “CSV UTF-8”, in LibreOffice with “Edit filter settings” and the character set UTF-8; or set its encoding with --encoding',
  },
  'text-not-in-encoding': {
    message: 'the file is not {encoding} text',
    hint: 'save it as CSV UTF-8, or set its encoding with --encoding',
  },
  'cell-has-too-many-characters': 'a cell has more than {most} characters',
  'sheet-table-in-cell': {
    message: 'a cell contains another table',
    hint: 'split the cell, or save the sheet as .xlsx',
  },
  'workbook-too-many-sheets': {
    message: 'the workbook has more than {most} sheets',
    hint: 'delete the sheets without events',
  },
  'sheet-row-too-wide': {
    message: 'the sheet is damaged: a row has more cells than a sheet can have columns',
    hint: 'open the file in your spreadsheet program and save it again',
  },
  'spreadsheet-without-visible-sheet': 'the spreadsheet has no visible sheet',
  'spreadsheet-encrypted': {
    message: 'the spreadsheet is encrypted',
    hint: 'open it with its password and save it without one',
  },
  'sheet-file-empty': 'the file is empty',
  'workbook-encrypted': {
    message: 'the workbook is encrypted',
    hint: 'open it with its password and save it without one',
  },
  'workbook-old-format': {
    message: 'the file is an old Excel workbook (.xls)',
    hint: 'save it as .xlsx',
  },
  'spreadsheet-not': {
    message: 'the file is neither a spreadsheet (.xlsx, .ods) nor CSV text',
    hint: 'save the list of events as .xlsx or .csv',
  },
  'separator-invalid': {
    message: '"{separator}" is not a valid separator',
    hint: 'use one character, such as {examples}',
  },
  'workbook-without-visible-sheet': 'the workbook has no visible sheet',
  'zip-not-workbook': {
    message: 'the file is a zip archive, not an Excel workbook (.xlsx)',
    hint: 'if the archive contains the workbook, unpack it first',
  },
  'workbook-too-many-texts': {
    message: 'the workbook has too many texts',
    hint: 'split it into several files',
  },
  'workbook-too-many-styles': 'the workbook has more than {most} styles',
  'workbook-text-missing': 'the file is damaged: text number {number} is missing',
  'sheet-damaged': {
    message: 'the sheet is damaged: {why}',
    hint: 'open the file in your spreadsheet program and save it again as .xlsx',
  },
  'xml-unreadable': { message: '{part} cannot be read: {why}', hint: '{hint}' },
  'save-again-xliff': 'save it again as XLIFF 1.2 in UTF-8 with the translation tool',
  'save-again-docx': 'open it in your word processor and save it again as .docx',
  'save-again-xlsx': 'open it in your spreadsheet program and save it again as .xlsx',
  'make-anew-xliff': 'ask for the file again, saved as XLIFF 1.2 by the translation tool',
  'make-anew-docx': 'if you trust the file, copy its text into a new document',
  'make-anew-xlsx': 'if you trust the file, copy the events into a new spreadsheet',
  'workbook-is-binary': {
    message: 'the file is a binary workbook (.xlsb), not an Excel workbook (.xlsx)',
    hint: 'save the list of events as .xlsx or .csv',
  },
  'workbook-is-opendocument': {
    message: 'the file is an OpenDocument file, but not a spreadsheet',
    hint: 'save a text (.odt) as .docx, and a list of events as .ods or .xlsx',
  },
  'workbook-is-word': {
    message: 'the file is a Word document (.docx), not an Excel workbook (.xlsx)',
    hint: 'copy the table of events into an empty workbook, and save it as .xlsx',
  },
  'workbook-is-presentation': {
    message: 'the file is a presentation (.pptx), not an Excel workbook (.xlsx)',
    hint: 'save the list of events as .xlsx or .csv',
  },
  'workbook-is-numbers': {
    message: 'the file is a Numbers document, not an Excel workbook (.xlsx)',
    hint: 'save the list of events as .xlsx or .csv',
  },
  'sheet-rows-out-of-order': 'row {row} comes after row {before}',
  'sheet-cell-name': 'row {row} contains a cell with the invalid reference {name}',
  'sheet-merge-name': 'a merged range has the invalid reference {name}',
  'workbook-has-macros': 'the workbook has macros, which are ignored',
  'workbook-links-not-followed':
    'the workbook has links to other files, which are not followed; the values stored in the workbook are used',
  'workbook-drawings-not-read': 'the workbook has charts or pictures, which are not read',
  'formula-without-value': '{cell} has a formula without a stored value',
  'cell-shows-error': '{cell} shows the error {error}',
  'link-of-formula': '{cell} has a link whose address is computed by a formula; the link is not read',
  'more-such-cells': {
    one: '… and one more cell like these in the sheet "{sheet}"',
    other: '… and {count} more cells like these in the sheet "{sheet}"',
  },
  'hidden-sheet-not-read': 'the hidden sheet "{name}" is not read',
  'text-file-read': 'read as {encoding}, separated by "{separator}"',
  'text-with-tabs-read': 'read as {encoding}, separated by tabs',
  'word-text-box': 'text box',
  'word-drawn-text': 'text in a drawing',
  'word-field-code': 'field code',
  'word-character-unknown': 'unknown character {code} in an unnamed font',
  'word-character-of-font-unknown': 'unknown character {code} in the font {font}',
  'word-other-version': 'version for other programs',
  'word-inserted-file': 'inserted file, not read',
  'word-inserted-file-missing': 'inserted file that is missing',
  'word-sub-document': 'sub-document, not read',
  'word-diagram': 'diagram',
  'word-chart': 'chart',
  'word-drawing-unreadable': 'diagram or chart that cannot be read',
  'word-embedded-object': 'embedded object, not read',
  'word-embedded-file': 'embedded file, not read',
  'word-control': 'control, not read',
  'word-linked-file': 'linked file, not read',
  'xml-part': 'the part {part}',
  'xml-file': 'the file',
} as const satisfies Catalogue;
