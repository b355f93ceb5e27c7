/**
 * What is read at most. The largest programme that the product is made for has 30,000 events; what is larger than these limits is no
 * programme, and is refused before it takes time or memory.
 */
export const LIMITS = {
  /** Bytes of a text file of a dataset, of a mapping or of a list of words. */
  textFileBytes: 10 * 1024 * 1024,
  /** Bytes of a font file; the largest with all Chinese characters have some 20 MB. */
  fontFileBytes: 32 * 1024 * 1024,
  /** Bytes of a spreadsheet. */
  sheetFileBytes: 64 * 1024 * 1024,
  /** Bytes of a Word file. */
  wordFileBytes: 64 * 1024 * 1024,
  /** Bytes of a file of translations. */
  translationFileBytes: 64 * 1024 * 1024,
  /** Bytes of a file of a frozen edition. */
  editionFileBytes: 256 * 1024 * 1024,
  /** Bytes of the file of a picture; pixels; and bytes of its samples. */
  pictureFileBytes: 32 * 1024 * 1024,
  picturePixels: 50_000_000,
  pictureBytes: 64 * 1024 * 1024,
  /** Chunks of a PNG, segments of a JPEG; a PNG of 32 MB has some 4,000. */
  pictureParts: 20_000,
  /** Bytes of an SVG file; a coat of arms with all its feathers has some 3 MB. */
  drawingFileBytes: 8 * 1024 * 1024,
  /** Of a drawing: elements, each as often as it is used; pieces of its paths; groups that are covered or cut together; rules of its style sheets. */
  drawingElements: 30_000,
  drawingSegments: 200_000,
  drawingGroups: 1_000,
  /** Characters of attributes of a drawing, each as often as it is read, and of one value of a style. */
  drawingCharacters: 32 * 1024 * 1024,
  styleCharacters: 1_000,
  drawingRules: 1_000,
  /** Rules that are tried on all elements of a drawing together. */
  drawingMatches: 1_000_000,
  /** Dashes that fit along the longer side of a drawing; more would keep a reader of the PDF busy. */
  drawingDashes: 5_000,
  /** The largest number of a drawing. */
  drawingNumber: 1e9,
  /** Bytes of all pictures that are read together: some 3,000 photographs. */
  allPicturesBytes: 768 * 1024 * 1024,
  /** Bytes of all pictures in a page on the web. */
  pagePictureBytes: 32 * 1024 * 1024,
  /** Levels of lists and groups in a YAML file; a dataset has five. */
  yamlDepth: 20,
  /** Characters of a YAML text with errors that are searched for more than the first: each error takes time and memory. */
  searchedCharacters: 100_000,
  /** Events of a programme, regions or places. */
  items: 50_000,
  /** Signs of the YAML files of a dataset that begin a value: line breaks, commas, colons, hyphens, brackets; an event has some 30. */
  yamlSigns: 1_000_000,
  themes: 500,
  fields: 200,
  sides: 50,
  /** Problems of one file that are reported: nobody corrects more at once, and a file of nonsense would give them without bound. */
  problems: 1000,
  /** Characters of a text: some sixty printed pages. */
  textCharacters: 200_000,
  /** Parts of a publication, and who signs one. */
  programmeParts: 60,
  signatures: 12,
  /** Of a text in Markdown: characters (some fifteen printed pages), lines, signs that mean something, levels of lists and quotes. */
  markdownCharacters: 40_000,
  markdownLines: 2_000,
  markdownSigns: 3_000,
  markdownDepth: 3,
  /** Findings of one rule in one text. */
  findingsInText: 100,
  /** Characters of a planned date in words. */
  dateCharacters: 400,

  /** Bytes that all parts of a zip package take together when unpacked. */
  unpackedBytes: 128 * 1024 * 1024,
  /** Parts in a zip package. */
  parts: 5_000,
  /** Nested elements in XML, and attributes of one element. */
  xmlDepth: 64,
  xmlAttributes: 100,
  /** Characters of a text, a name, a comment or another single thing in XML. */
  xmlSilence: 4 * 1024 * 1024,
  sheets: 200,
  /** Columns of a sheet that have headings. */
  columns: 500,
  rows: 100_000,
  /** Non-empty cells of a workbook. */
  cells: 2_000_000,
  /** Non-empty cells of a list whose columns are no fields that are known: each goes into an event. More take over 256 MB. */
  unknownCells: 200_000,
  /** Characters of one cell; Excel itself allows 32,767. */
  cellCharacters: 1_048_576,
  /** Characters of all cells of a workbook together. */
  characters: 64 * 1024 * 1024,
  merges: 10_000,
  /** Cells that the merged ranges of a sheet cover. */
  mergedCells: 1_000_000,
  /** Styles of cells. */
  styles: 100_000,
  /** Characters of a number format; Excel itself allows 255. */
  numberFormatCharacters: 1_000,
} as const;

/** A number with thousands separated, for messages. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
