import type { Counted } from '../messages.ts';

/** Words of the page of the desk; `{name}` stands for what is inserted. */
export interface DeskWords {
  /** Language of these words, as BCP 47. */
  tag: string;
  interfaceLanguage: string;
  loading: string;
  /** Shown in place of a view that failed; followed by what is wrong. */
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
}
