/**
 * Upper limits for input. The largest supported programme has 30,000 events; input that exceeds these limits is
 * rejected before it takes up time or memory.
 */
export const LIMITS = {
  /** Maximum size of a text file in a dataset, a mapping or a word list, in bytes. */
  textFileBytes: 10 * 1024 * 1024,
  /** Maximum size of a font file, in bytes. The largest fonts with all Chinese characters are about 20 MB in size. */
  fontFileBytes: 32 * 1024 * 1024,
  /** Maximum size of a font within a web page, in bytes. */
  webFontBytes: 20 * 1024,
  /**
   * Limits for a dictionary: bytes of a file, entries, letters after `TRY`, affix rules in total, and rules for one
   * affix.
   */
  dictionaryFileBytes: 32 * 1024 * 1024,
  dictionaryWords: 2_000_000,
  dictionaryLetters: 500,
  dictionaryRules: 50_000,
  dictionaryRulesOfOneAffix: 1_000,
  /** Maximum size of a spreadsheet file, in bytes. */
  sheetFileBytes: 64 * 1024 * 1024,
  /** Maximum size of a Word file, in bytes. */
  wordFileBytes: 64 * 1024 * 1024,
  /** Maximum size of a translation file, in bytes. */
  translationFileBytes: 64 * 1024 * 1024,
  /** Maximum size of a file of a frozen edition, in bytes. */
  editionFileBytes: 256 * 1024 * 1024,
  /** Limits for a picture: bytes of the file, pixels, and bytes of uncompressed samples. */
  pictureFileBytes: 32 * 1024 * 1024,
  picturePixels: 50_000_000,
  pictureBytes: 64 * 1024 * 1024,
  /**
   * Maximum number of chunks in a PNG file or of segments in a JPEG file. A PNG file of 32 MB has about 4,000 chunks.
   */
  pictureParts: 20_000,
  /** Maximum size of an SVG file, in bytes. A detailed coat of arms is about 3 MB in size. */
  drawingFileBytes: 8 * 1024 * 1024,
  /**
   * Limits for a drawing: elements (counted each time they are used), path segments, groups with opacity or clipping,
   * and rules in style sheets.
   */
  drawingElements: 30_000,
  drawingSegments: 200_000,
  drawingGroups: 1_000,
  /**
   * Maximum number of characters in the attributes of a drawing (counted each time they are read), and in one style
   * value.
   */
  drawingCharacters: 32 * 1024 * 1024,
  styleCharacters: 1_000,
  drawingRules: 1_000,
  /** Maximum number of times that a style sheet rule is matched against an element, in total for a drawing. */
  drawingMatches: 1_000_000,
  /** Maximum number of dashes in a line as long as the longer side of a drawing; more would slow down PDF viewers. */
  drawingDashes: 5_000,
  /** Maximum absolute value of a number in a drawing. */
  drawingNumber: 1e9,
  /** Maximum total size of all loaded pictures, in bytes, enough for about 3,000 photographs. */
  allPicturesBytes: 768 * 1024 * 1024,
  /** Maximum total size of all pictures in a web page, in bytes. */
  pagePictureBytes: 32 * 1024 * 1024,
  /** Maximum depth of nested lists and mappings in a YAML file. The files of a dataset have a depth of five. */
  yamlDepth: 20,
  /**
   * Maximum number of characters of an invalid YAML text that is searched for further errors, because finding each
   * error takes time and memory.
   */
  searchedCharacters: 100_000,
  /** Maximum number of events in a programme. The same limit applies to regions and to places. */
  items: 50_000,
  /**
   * Maximum number of characters in the YAML files of a dataset at which a value can begin: line breaks, commas,
   * colons, hyphens and brackets. An event contains about 30 such characters.
   */
  yamlSigns: 1_000_000,
  themes: 500,
  fields: 200,
  sides: 50,
  /**
   * Maximum number of problems that are reported for one file. Nobody corrects more problems at once, and a garbled
   * file could cause any number of problems.
   */
  problems: 1000,
  /** Maximum number of characters of a text, enough for about sixty printed pages. */
  textCharacters: 200_000,
  /** Maximum number of parts of a publication; `signatures` is the maximum number of signatories of a part. */
  programmeParts: 60,
  signatures: 12,
  /**
   * Limits for a text in Markdown: characters (about fifteen printed pages), lines, syntax characters, and nesting
   * levels of lists and quotes.
   */
  markdownCharacters: 40_000,
  markdownLines: 2_000,
  markdownSigns: 3_000,
  markdownDepth: 3,
  /** Maximum number of findings that one rule reports in one text. */
  findingsInText: 100,
  /** Maximum number of characters of a planned date in words. */
  dateCharacters: 400,

  /** Maximum total size of the unpacked files in a ZIP file, in bytes. */
  unpackedBytes: 128 * 1024 * 1024,
  /** Maximum number of files in a ZIP file. */
  zipEntries: 5_000,
  /**
   * Maximum size of an unpacked backup, including editions and pictures, in bytes; `backupEntries` is the maximum
   * number of its files.
   */
  backupBytes: 512 * 1024 * 1024,
  backupEntries: 50_000,
  /** Maximum depth of nested XML elements; `xmlAttributes` is the maximum number of attributes of one element. */
  xmlDepth: 64,
  xmlAttributes: 100,
  /** Maximum number of characters of a single text, name, comment or other token in XML. */
  xmlSilence: 4 * 1024 * 1024,
  sheets: 200,
  /** Maximum number of columns with headings in a sheet. */
  columns: 500,
  rows: 100_000,
  /** Maximum number of non-empty cells in a workbook. */
  cells: 2_000_000,
  /**
   * Maximum number of non-empty cells in the columns of a list that do not match a known field. Each of these cells is
   * stored in an event, and more of them would require more than 256 MB of memory.
   */
  unknownCells: 200_000,
  /** Maximum number of characters in a cell; Excel itself allows 32,767. */
  cellCharacters: 1_048_576,
  /** Maximum total number of characters in all cells of a workbook. */
  characters: 64 * 1024 * 1024,
  merges: 10_000,
  /** Maximum number of cells in the merged ranges of a sheet. */
  mergedCells: 1_000_000,
  /** Maximum number of cell styles in a workbook. */
  styles: 100_000,
  /** Maximum number of characters in a number format; Excel itself allows 255. */
  numberFormatCharacters: 1_000,
} as const;
