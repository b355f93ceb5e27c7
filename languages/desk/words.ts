import type { Counted } from '../messages.ts';

/** The texts of the desk page; `{name}` is a placeholder. */
export interface DeskWords {
  /** The language of the desk texts, as a BCP 47 code. */
  tag: string;
  interfaceLanguage: string;
  loading: string;
  /** Text that is shown in place of a view that failed, followed by the problem. */
  cannotRead: string;
  keptAsItWas: string;
  tryAgain: string;
  fault: string;
  noSession: string;
  noSessionHint: string;
  disconnected: string;
  outline: string;
  thumbnails: string;
  pages: string;
  event: string;
  close: string;
  byTheme: string;
  byDay: string;
  grouping: string;
  search: string;
  found: Counted;
  nothingFound: string;
  noEvents: string;
  events: Counted;
  page: string;
  pageOf: string;
  previousPage: string;
  nextPage: string;
  zoomIn: string;
  zoomOut: string;
  fitWidth: string;
  zoom: string;
  updating: string;
  updated: string;
  outdatedPages: string;
  edition: string;
  draft: string;
  editionNamed: string;
  language: string;
  part: string;
  wholeProgramme: string;
  regions: string;
  themes: string;
  days: string;
  since: string;
  sinceNone: string;
  sinceEdition: string;
  shown: string;
  areas: string;
  printed: string;
  web: string;
  webPreview: string;
  showOnPage: string;
  notPrinted: string;
  frozenNotice: string;
  saved: string;
  saving: string;
  notSaved: string;
  undo: string;
  redo: string;
  undone: string;
  redone: string;
  notDone: string;
  addToTheme: string;
  addEvent: string;
  copyEvent: string;
  removeEvent: string;
  removed: string;
  moved: string;
  wasAdded: string;
  eventGone: string;
  moveUp: string;
  moveDown: string;
  theme: string;
  newTitle: string;
  create: string;
  cancel: string;
  status: string;
  statusNone: string;
  statuses: Readonly<Record<'cancelled' | 'postponed' | 'sold-out', string>>;
  when: string;
  whenHint: string;
  reads: string;
  notRead: string;
  times: string;
  regionsOf: string;
  addRegion: string;
  removeRegion: string;
  reasons: Readonly<Record<'all-regions' | 'to-be-determined' | 'national-body' | 'not-named', string>>;
  internal: string;
  changedMeanwhile: string;
  inFile: string;
  empty: string;
  keepMine: string;
  takeFile: string;
  bold: string;
  italic: string;
  link: string;
  settings: SettingWords;
  start: StartWords;
  findings: string;
  proofing: string;
  outdatedFindings: string;
  findingsFound: Counted;
  severities: Readonly<Record<'error' | 'warning' | 'note', string>>;
  correctTo: string;
  correctAll: Counted;
  rule: string;
  acceptFinding: string;
  reason: string;
  acceptedFindings: string;
  reportAgain: string;
  /** Texts of the view for incoming files. */
  import: string;
  dropHere: string;
  dropNow: string;
  /** Message if files were dropped before the programme was loaded. */
  dropsWait: string;
  chooseFile: string;
  nextFile: Counted;
  readingFile: string;
  tooLarge: string;
  isPublished: string;
  notPublished: string;
  notCompared: string;
  cannotImport: string;
  questions: string;
  goOn: string;
  changesProposed: Counted;
  ofThemConflicts: Counted;
  alreadyInDraft: Counted;
  alreadyProposed: Counted;
  importedBefore: string;
  reviewChanges: string;
  proposals: string;
  noProposals: string;
  verdictCounts: string;
  remainders: Readonly<Record<'comment' | 'unplaced', string>>;
  markDone: string;
  /** Texts of the review of a proposal. */
  review: string;
  yourNameDecides: string;
  nameMissing: string;
  kindOfChange: string;
  person: string;
  notNamed: string;
  outsideThemes: string;
  all: string;
  openOf: string;
  changeOf: string;
  noChanges: string;
  endOfReview: string;
  accept: string;
  refuse: string;
  edit: string;
  skip: string;
  back: string;
  decideAgain: string;
  takeWished: string;
  keepDraft: string;
  acceptKind: string;
  acceptRest: string;
  refuseRest: string;
  allChanges: Counted;
  verdicts: Readonly<Record<'open' | 'accepted' | 'refused', string>>;
  verdictBy: Readonly<Record<'accepted' | 'refused', string>>;
  needsDecision: string;
  untracked: string;
  unfinished: string;
  isInDraft: string;
  isGone: string;
  needsSetting: string;
  sourceChanged: string;
  conflict: string;
  textSent: string;
  textDraft: string;
  textWished: string;
  otherText: string;
  acceptText: string;
  /** Texts of the view for outgoing files. */
  allParts: string;
  toSend: string;
  sendCorrections: string;
  sendTranslation: string;
  publish: string;
  checking: string;
  ready: string;
  notReady: string;
  workThrough: Readonly<Record<'findings' | 'changes', string>>;
  gateStates: Readonly<Record<'passed' | 'failed' | 'not checked', string>>;
  freeze: string;
  freezeHint: string;
  editionName: string;
  freezePreview: string;
  freezeNow: string;
  willBeWritten: string;
  isFrozen: string;
  /** The text before the checksums of a frozen edition. */
  noteProofs: string;
  /** The names of the checksums with which the content of an edition can be proved later. */
  proofs: Readonly<Record<'fingerprint' | 'published' | 'file', string>>;
  editions: string;
  lapsedApprovals: Counted;
  downloads: string;
  /** The name of the folder with all editions for a web server. */
  site: string;
  siteFolder: string;
  /** What users can do in the desk. These texts replace hints of the program that name commands or files. */
  hints: Readonly<
    Record<
      | 'plannedDate'
      | 'calendarDate'
      | 'eitherDate'
      | 'language'
      | 'word'
      | 'time'
      | 'emphasis'
      | 'link'
      | 'here'
      | 'backup'
      | 'newDate'
      | 'corrections'
      | 'encoding'
      | 'rows'
      | 'translation'
      | 'again'
      | 'editionsGate'
      | 'pdfGate'
      | 'pdfNotChecked'
      | 'pdfChecker'
      | 'otherName',
      string
    >
  >;
  working: string;
  changes: string;
  comparing: string;
  changesFound: Counted;
  compareFrom: string;
  compareTo: string;
  notToApprove: string;
  yourName: string;
  changeSeverities: Readonly<Record<'major' | 'minor' | 'typographic', string>>;
  approve: string;
  approveAll: string;
  approvedBy: string;
}

/** The settings in the forms of the desk: keys of programme.yaml and design.yaml. */
export type SettingKey =
  | 'title'
  | 'author'
  | 'subject'
  | 'date'
  | 'period'
  | 'introduction'
  | 'contents'
  | 'address'
  | 'timezone'
  | 'paper'
  | 'orientation'
  | 'size'
  | 'color.primary'
  | 'color.secondary'
  | 'color.foreground'
  | 'color.background'
  | 'logo'
  | 'cover.layout'
  | 'cover.picture'
  | 'cover.co-emitter'
  | 'typography.base'
  | 'typography.headings'
  | 'presentation.as'
  | 'presentation.groups'
  | 'presentation.places'
  | 'sections'
  | 'table.rules'
  | 'table.zebra';

/** Texts about the title page, parts, design and pictures. */
interface SettingWords {
  design: string;
  parts: string;
  /** Text that is shown in place of a form that is not available. */
  noForm: string;
  /** Message about a design file that contains a complete design. */
  completeDesign: string;
  names: Readonly<Record<SettingKey, string>>;
  hints: Readonly<Partial<Record<SettingKey, string>>>;
  /** The names of the values in selection lists. */
  choices: Readonly<
    Record<
      | 'portrait'
      | 'landscape'
      | 'normal'
      | 'large'
      | 'auto'
      | 'together'
      | 'apart'
      | 'rows'
      | 'none'
      | 'true'
      | 'false'
      | 'table'
      | 'list'
      | 'timetable'
      | 'panel'
      | 'band'
      | 'picture'
      | 'plain',
      string
    >
  >;
  /** The option that leaves the choice of the value to the program. */
  usual: string;
  chooseColour: string;
  /** Note about a value that `init` has invented. */
  invented: string;
  isRight: string;
  partNames: Readonly<
    Record<
      | 'cover'
      | 'introduction'
      | 'contents'
      | 'whats-new'
      | 'themes'
      | 'indexes'
      | 'foreword'
      | 'practical-information'
      | 'colophon'
      | 'back-cover',
      string
    >
  >;
  generated: string;
  generatedThemes: string;
  addPart: string;
  /** Button in the outline that adds a part after all others. */
  addPartAtEnd: string;
  partKind: string;
  ownPart: string;
  partTitle: string;
  partText: string;
  textHint: string;
  removePart: string;
  signature: string;
  addSignature: string;
  removeSignature: string;
  signatureName: string;
  role: string;
  portrait: string;
  portraitHint: string;
  /** Label of the opening text of a theme. */
  themeText: string;
  themePicture: string;
  caption: string;
  /** Label of the field in which a picture is chosen or dropped. */
  choosePicture: string;
  dropPicture: string;
  replacePicture: string;
  removePicture: string;
  alternative: string;
  decoration: string;
  /** Note that a picture is saved only when it has alternative text. */
  pictureWaits: string;
}

/** Texts of the page for a folder without a programme. */
interface StartWords {
  heading: string;
  promise: string;
  fromList: string;
  dropList: string;
  example: string;
  exampleHint: string;
  empty: string;
  emptyHint: string;
  programmeTitle: string;
  firstEvent: string;
  firstDate: string;
  /** Headings of the list for entering a first event: title, date, time, place and description. */
  headings: readonly [string, string, string, string, string];
  eventsFound: Counted;
  firstRows: string;
  meanings: Readonly<Record<'title' | 'date' | 'public' | 'internal' | 'left', string>>;
  meaningOf: string;
  texts: Readonly<Record<'title' | 'introduction' | 'notes', string>>;
  isInternal: string;
  makePublic: string;
  keepInternal: string;
  yourAnswers: string;
  askAgain: string;
  firstPages: string;
  noEventsYet: string;
  answerFirst: string;
  create: string;
  otherStart: string;
}
