import type { Catalogue } from '../../messages.ts';

/** Errors in input files. */
export const files = {
  'xml-doctype': {
    message:
      '{part} has a document type definition (DOCTYPE), which no such file needs: entity bombs are made of them',
    hint: '{hint}',
  },
  'xml-text-too-long': 'a text, name or comment of over {most} characters',
  'xml-too-deep': 'elements nested deeper than {most}',
  'xml-too-many-attributes': 'an element with over {most} attributes',
  'xml-not-utf8': 'it is not text in UTF-8',
  'zip-part-missing': {
    message: 'the part {name} is missing from the file',
    hint: '{hint}',
  },
  'zip-cut-off': {
    message: 'the file is cut off: the directory at its end is missing',
    hint: 'copy or download it again',
  },
  'zip-directory-misplaced': {
    message: 'the file is damaged: its directory does not stand where it should',
    hint: '{hint}',
  },
  'zip-too-many-parts': 'the file has {found} parts; at most {most} are read',
  'zip-directory-unreadable': {
    message: 'the file is damaged: its directory cannot be read',
    hint: '{hint}',
  },
  'zip-encrypted': {
    message: 'the file is protected by a password',
    hint: 'save it without a password',
  },
  'zip-part-twice': {
    message: 'the file has two parts named "{name}": which one counts is not certain',
    hint: '{hint}',
  },
  'zip-bomb': {
    message: 'the file is a zip bomb: it unpacks to more than {megabytes} MB',
    hint: '{hint}',
  },
  'zip-parts-overlap': {
    message: 'the file is damaged or a trap: its part "{name}" overlaps another',
    hint: '{hint}',
  },
  'zip-part-not-found': {
    message: 'the file is damaged: its part {name} cannot be found',
    hint: '{hint}',
  },
  'zip-part-longer-than-stated': {
    message: 'the file is a zip bomb or damaged: its part {name} unpacks to more than it says',
    hint: '{hint}',
  },
  'zip-part-not-unpackable': {
    message: 'the file is damaged: its part {name} cannot be unpacked',
    hint: '{hint}',
  },
  'zip-method-unknown': {
    message: 'the part {name} is packed in a way that no office program uses',
    hint: '{hint}',
  },
  'zip-part-cut-off': {
    message: 'the file is damaged: its part {name} is cut off',
    hint: '{hint}',
  },
  'word-too-long': {
    message: 'the file has over {most} characters',
    hint: 'send the texts that were corrected in a file of their own',
  },
  'word-table-too-long': {
    message: 'a table has over {most} rows',
    hint: 'send the texts that were corrected in a file of their own',
  },
  'word-protected-or-old': {
    message: 'the file is protected by a password, or of the format before 2007 (.doc)',
    hint: 'save it without a password as .docx',
  },
  'word-not': {
    message: 'this is no Word file',
    hint: 'save the document as .docx in your word processor',
  },
  'word-macros': {
    message: 'the file has macros',
    hint: 'save it as .docx, which has none',
  },
  'word-is-spreadsheet': {
    message: 'this is no Word file: it has no document in it',
    hint: 'it is a spreadsheet: let its name end in .xlsx',
  },
  'word-without-document': {
    message: 'this is no Word file: it has no document in it',
    hint: 'save the document as .docx in your word processor',
  },
  'word-files-nested': {
    message: 'files inside each other',
    hint: 'send the inner file by itself',
  },
  'cell-too-long': 'the cell has {length} characters; at most {most} are read',
  'sheet-file-too-large': {
    message: 'the file is too large: at most {cells} cells with {characters} characters are read',
    hint: 'split it into several files',
  },
  'sheet-too-many-links': {
    message: 'the sheet has too many links',
    hint: 'remove those of whole rows and columns, and import again',
  },
  'sheet-too-many-merges': {
    message: 'the sheet has too many merged cells: at most {most} ranges are read',
    hint: 'undo the merging of cells (unmerge) and import again',
  },
  'sheet-too-many-rows': {
    message: 'the sheet reaches down to row {row}; at most {most} rows are read',
    hint: 'delete the rows below the last event, save, and import again',
  },
  'csv-line-too-long': 'a line has more than {most} cells',
  'csv-quotation-mark-open': {
    message: 'a quotation mark opens here and is never closed',
    hint: 'close the cell with ", and write a quotation mark inside a cell twice: ""',
  },
  'encoding-unknown': {
    message: '"{encoding}" is not an encoding',
    hint: 'expected utf-8, utf-16le, utf-16be, {special} or another name of the Encoding Standard',
  },
  'text-not-in-encoding': {
    message: 'the file is not {encoding} text',
    hint: 'save it as CSV UTF-8, or name its encoding',
  },
  'cell-has-too-many-characters': 'a cell has more than {most} characters',
  'sheet-table-in-cell': {
    message: 'a table stands inside a cell of another',
    hint: 'undo the division of the cell, or save the sheet as .xlsx',
  },
  'workbook-too-many-sheets': {
    message: 'the workbook has more than {most} sheets',
    hint: 'keep those with events',
  },
  'sheet-row-too-wide': {
    message: 'the sheet is damaged: a row has more cells than a sheet has columns',
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
    message: 'the file is no spreadsheet (.xlsx, .ods) and no CSV text',
    hint: 'save the list of events as .xlsx or .csv',
  },
  'separator-invalid': {
    message: '"{separator}" cannot separate fields',
    hint: 'expected one character, such as {examples}',
  },
  'workbook-without-visible-sheet': 'the workbook has no visible sheet',
  'zip-not-workbook': {
    message: 'the file is a zip archive, but no Excel workbook (.xlsx)',
    hint: 'give the workbook itself, not an archive that holds it',
  },
  'workbook-too-many-texts': {
    message: 'the workbook has too many texts',
    hint: 'split it',
  },
  'workbook-too-many-styles': 'the workbook has more than {most} styles',
  'workbook-text-missing': 'the file is damaged: there is no text number {number} in it',
  'sheet-damaged': {
    message: 'the sheet is damaged: {why}',
    hint: 'open the file in your spreadsheet program and save it again as .xlsx',
  },
  'xml-unreadable': { message: '{part} cannot be read: {why}', hint: '{hint}' },
  'save-again-xliff': 'save it again as XLIFF 1.2, in UTF-8, with the tool that it was translated in',
  'save-again-docx': 'open it in your word processor and save it again as .docx',
  'save-again-xlsx': 'open it in your spreadsheet program and save it again as .xlsx',
  'make-anew-xliff': 'have it saved again as XLIFF 1.2 by the tool that it was translated in',
  'make-anew-docx': 'if it is a real document, copy its text into a new one',
  'make-anew-xlsx': 'if it is a real spreadsheet, copy the events into a new one',
  'workbook-is-binary': {
    message: 'the file is a binary workbook (.xlsb), not an Excel workbook (.xlsx)',
    hint: 'save the list of events as .xlsx or .csv',
  },
  'workbook-is-opendocument': {
    message: 'the file is an OpenDocument file of another kind, not an Excel workbook (.xlsx)',
    hint: 'save the list of events as .xlsx or .csv',
  },
  'workbook-is-word': {
    message: 'the file is a Word document (.docx), not an Excel workbook (.xlsx)',
    hint: 'save the list of events as .xlsx or .csv',
  },
  'workbook-is-presentation': {
    message: 'the file is a presentation (.pptx), not an Excel workbook (.xlsx)',
    hint: 'save the list of events as .xlsx or .csv',
  },
  'workbook-is-numbers': {
    message: 'the file is a Numbers document, not an Excel workbook (.xlsx)',
    hint: 'save the list of events as .xlsx or .csv',
  },
  'sheet-rows-out-of-order': 'row {row} stands after row {before}',
  'sheet-cell-name': 'row {row} has a cell named {name}',
  'sheet-merge-name': 'a merged range is named {name}',
} as const satisfies Catalogue;
