/**
 * Upper limits for input. The largest supported programme has 30,000 events; input that exceeds these limits is
 * rejected before it takes up time or memory.
 */
export const LIMITS = {
  /** Bytes of a text file in a dataset, a mapping or a word list. */
  textFileBytes: 10 * 1024 * 1024,
  /** Bytes of a font file. The largest fonts with all Chinese characters have about 20 MB. */
  fontFileBytes: 32 * 1024 * 1024,
  /** Bytes of a font within a web page. */
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
  /** Bytes of a spreadsheet. */
  sheetFileBytes: 64 * 1024 * 1024,
  /** Bytes of a Word file. */
  wordFileBytes: 64 * 1024 * 1024,
  /** Bytes of a translation file. */
  translationFileBytes: 64 * 1024 * 1024,
  /** Bytes of a file of a frozen edition. */
  editionFileBytes: 256 * 1024 * 1024,
  /** Limits for a picture: bytes of the file, pixels, and bytes of uncompressed samples. */
  pictureFileBytes: 32 * 1024 * 1024,
  picturePixels: 50_000_000,
  pictureBytes: 64 * 1024 * 1024,
  /** Chunks of a PNG file or segments of a JPEG file; a PNG file of 32 MB has about 4,000. */
  pictureParts: 20_000,
  /** Bytes of an SVG file. A detailed coat of arms has about 3 MB. */
  drawingFileBytes: 8 * 1024 * 1024,
  /**
   * Limits for a drawing: elements (counted each time they are used), path segments, groups with opacity or clipping,
   * and rules in style sheets.
   */
  drawingElements: 30_000,
  drawingSegments: 200_000,
  drawingGroups: 1_000,
  /** Characters in the attributes of a drawing (counted each time they are read), and in one style value. */
  drawingCharacters: 32 * 1024 * 1024,
  styleCharacters: 1_000,
  drawingRules: 1_000,
  /** Number of times that a style sheet rule is matched against an element, in total for a drawing. */
  drawingMatches: 1_000_000,
  /** Dashes in a line as long as the longer side of a drawing; more would slow down PDF viewers. */
  drawingDashes: 5_000,
  /** Absolute value of a number in a drawing. */
  drawingNumber: 1e9,
  /** Total bytes of all loaded pictures, enough for about 3,000 photographs. */
  allPicturesBytes: 768 * 1024 * 1024,
  /** Total bytes of all pictures in a web page. */
  pagePictureBytes: 32 * 1024 * 1024,
  /** Nesting levels of lists and mappings in a YAML file; a dataset has five. */
  yamlDepth: 20,
  /**
   * Characters of an invalid YAML text that are searched for further errors, because finding each error takes time and
   * memory.
   */
  searchedCharacters: 100_000,
  /** Events in a programme; the same limit applies to regions and to places. */
  items: 50_000,
  /**
   * Number of characters in the YAML files of a dataset before or at which a value can begin: line breaks, commas,
   * colons, hyphens and brackets. An event contains about 30.
   */
  yamlSigns: 1_000_000,
  themes: 500,
  fields: 200,
  sides: 50,
  /**
   * Problems that are reported for one file. Nobody corrects more than this at once, and a garbled file could cause any
   * number of problems.
   */
  problems: 1000,
  /** Characters of a text, enough for about sixty printed pages. */
  textCharacters: 200_000,
  /** Parts of a publication, and signatories of a part. */
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
  /** Findings that one rule reports in one text. */
  findingsInText: 100,
  /** Characters of a planned date in words. */
  dateCharacters: 400,

  /** Total unpacked bytes of the files in a ZIP file. */
  unpackedBytes: 128 * 1024 * 1024,
  /** Files in a ZIP file. */
  zipEntries: 5_000,
  /** Unpacked bytes of a backup, including editions and pictures, and number of files in it. */
  backupBytes: 512 * 1024 * 1024,
  backupEntries: 50_000,
  /** Nesting depth of XML elements, and number of attributes of one element. */
  xmlDepth: 64,
  xmlAttributes: 100,
  /** Characters of a single text, name, comment or other token in XML. */
  xmlSilence: 4 * 1024 * 1024,
  sheets: 200,
  /** Columns of a sheet with headings. */
  columns: 500,
  rows: 100_000,
  /** Non-empty cells of a workbook. */
  cells: 2_000_000,
  /**
   * Non-empty cells in the columns of a list that do not match a known field. Each of these cells is stored in an
   * event, and more of them would require more than 256 MB of memory.
   */
  unknownCells: 200_000,
  /** Characters of one cell; Excel itself allows 32,767. */
  cellCharacters: 1_048_576,
  /** Total characters in all cells of a workbook. */
  characters: 64 * 1024 * 1024,
  merges: 10_000,
  /** Cells covered by merged ranges of a sheet. */
  mergedCells: 1_000_000,
  /** Cell styles. */
  styles: 100_000,
  /** Characters of a number format; Excel itself allows 255. */
  numberFormatCharacters: 1_000,
} as const;
