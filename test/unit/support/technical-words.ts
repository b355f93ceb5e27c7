/**
 * Words in the regular expressions of the program that are not words of a human language, by type. Words of human
 * languages belong in `languages/`.
 */
const TECHNICAL: Readonly<Record<string, string>> = {
  'keys and folders of the dataset':
    'bodies category columns contents date end fonts id introduction name order parts pictures portrait region regions role schema sides signatures start texts themes title when',
  'names of commands and of working folders': 'init programme writing',
  'endings of file names, with letters that may be missing':
    'avif bin doc docm docx dotm dotx gif jpe js md ml mqxliff mxliff png sdlxliff svg webp xlf xliff xml ya',
  'schemes and top-level domains': 'com events example https info io mailto me museum net org ru tel tv www',
  'currencies of ISO 4217': 'chf eur gbp usd',
  'units of length': 'cm deg in mm pt px',
  'Roman numerals': 'iv',
  'first bytes of pictures': 'avi bm bps ftyp gif hei ii mif mm pdf ps riff webp',
  'SVG and CSS':
    'auto background color css currentcolor defer doctype em entity fill fr gradient icc image important left linear markers max meet mid min new none normal on path polygon polyline radial slice svg top transparent url visible',
  HTML: 'blockquote br dd del div dt head hr html ins li ol script style table tr ul',
  'messages of e-mail, and the Rich Text Format':
    'ansicpg base boundary charset content mime text type version',
  'Office Open XML':
    'abstractnum abstractnumid begin charts created customxml dcterms externallinks fldchar fldchartype fontkey goback heading hlk hlt hyperlink instrtext item macroenabled macrosheets media modified mon num numid picturebullets pr preserve prchange ref sectpr space toc vba vbaproject worksheets xl',
  OpenDocument: 'basic err mimetypeapplication oasis object opendocument scripts spreadsheet vnd',
  'well-known text of positions': 'point',
  'number formats of spreadsheets, and the first line of a CSV file': 'am general hh mmm pm sep',
  XLIFF: 'adaptation needs review',
  PDF: 'actualtext artifact bdc bi do mcid sh span tj type',
  'values and comments of YAML': 'false language no null off on server true yaml yes',
  'messages of the YAML library':
    'at cannot closing column end escape flow implicit invalid keys map mappings missing must need nested node plain same sequence start the value with',
};

export const TECHNICAL_WORDS: ReadonlySet<string> = new Set(
  Object.values(TECHNICAL).flatMap((words) => words.split(' ')),
);

/** Letter tables: look-alikes, letters without a Unicode decomposition, and letters of Windows-1252. */
export const LETTER_TABLES: readonly string[] = ['АВЕКМНОРСТУХаеорсух', 'ІЈЅіјѕ', 'ßæœøłđı', 'žŸ'];
