import { BackCover } from './back-cover.tsx';
import { CoverPage } from './cover.tsx';
import { Entry } from './entry.tsx';
import { EventText } from './event.tsx';
import { BodyPage } from './pages.tsx';
import { Figure } from './picture.tsx';
import { Remarks, RemarksHead } from './remarks.tsx';
import { Folio, RunningHeader } from './running.tsx';
import { HeadRow, Row } from './table.tsx';
import { ListItem, Paragraph, Quote } from './text.tsx';
import { Timetable } from './timetable.tsx';
import { EdgeTab, Title } from './title.tsx';

/** The templates of a PDF. */
export const PDF_TEMPLATES = {
  CoverPage,
  BodyPage,
  RunningHeader,
  Folio,
  Title,
  EdgeTab,
  Paragraph,
  ListItem,
  Quote,
  Figure,
  BackCover,
  EventText,
  Entry,
  HeadRow,
  Row,
  RemarksHead,
  Remarks,
  Timetable,
};
export type PdfTemplates = typeof PDF_TEMPLATES;
