/** Everything of the Word file but the text of its body: styles, page set-up, running headers, folios, fonts, properties. */
import {
  Document as DocxDocument,
  Paragraph as DocxParagraph,
  Footer,
  Header,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  LevelFormat,
  PageNumber,
  PageOrientation,
  SectionType,
  Tab,
  TextRun,
} from 'docx';
import { LANGUAGES } from '../../languages/index.ts';
import type { Document, Paragraph, Section } from '../../src/document/model.ts';
import { lastWords } from '../../src/document/settle.ts';
import type { Lang } from '../../src/model/text.ts';
import { COVER, FAMILIES, INDEX_COLUMNS, MARGIN, PAGE, RUNNING, STYLE } from '../tokens.ts';
import { BULLETS, styleSheet, twips } from './style-sheet.ts';
import { accentStyle, type ParagraphStyle } from './styles.ts';

/** Stands for the files of the fonts, which are added when the package is zipped. */
const NO_BYTES = Buffer.alloc(32);

/** What the package has of a document. */
export interface DocumentOutline {
  title: string;
  author: string;
  subject: string;
  lang: Lang;
  /** Fingerprint of the frozen edition that it is of. */
  fingerprint?: string;
  /** Running header: the edition. */
  edition: string;
  sections: readonly Pick<Section, 'title' | 'layout' | 'accent'>[];
}

/** The outline of a document. */
export function outlineOf({ meta, words, sections }: Document): DocumentOutline {
  const { title, author, subject, lang, fingerprint } = meta;
  return {
    title,
    author,
    subject,
    lang,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    edition: words.edition,
    sections: sections.map(({ title: heading, layout, accent }) => ({
      title: lastWords(heading),
      layout,
      ...(accent === undefined ? {} : { accent }),
    })),
  };
}

/**
 * The package. Its sections are the cover and, for each section of the document, one; an index has one more for its columns.
 *
 * @param styles the paragraph styles of the body and the cover
 */
export function docxPackage(
  outline: DocumentOutline,
  styles: Readonly<Record<string, ParagraphStyle>>,
): DocxDocument {
  const accents = outline.sections.map((section) => accentStyle(section.accent));
  const accentStyles = Object.fromEntries(accents.map(({ id, style }) => [id, style]));
  return new DocxDocument({
    title: outline.title,
    subject: outline.subject,
    creator: outline.author,
    lastModifiedBy: outline.author,
    customProperties:
      outline.fingerprint === undefined ? [] : [{ name: 'Fingerprint', value: outline.fingerprint }],
    ...styleSheet({ ...styles, ...accentStyles }, LANGUAGES[outline.lang].tag),
    numbering: {
      config: [{ reference: BULLETS, levels: [{ level: 0, format: LevelFormat.BULLET, text: '–' }] }],
    },
    fonts: Object.values(FAMILIES).map((name) => ({ name, data: NO_BYTES, bold: NO_BYTES })),
    sections: [
      coverSection(),
      ...outline.sections.flatMap((section, index) => sectionsOf(section, index, outline)),
    ],
  });
}

const size = { width: twips(PAGE.height), height: twips(PAGE.width), orientation: PageOrientation.LANDSCAPE };
const bodyMargin = {
  left: twips(MARGIN.left),
  right: twips(MARGIN.right),
  top: twips(MARGIN.top),
  bottom: twips(MARGIN.bottom),
  header: twips(RUNNING.top),
  footer: twips(RUNNING.bottom - STYLE.running.leading),
};

function coverSection(): ISectionOptions {
  const { title } = COVER;
  const margin = {
    ...bodyMargin,
    top: twips(title.top),
    left: twips(title.left),
    right: twips(PAGE.width - title.left - title.width),
  };
  return {
    properties: { page: { size, margin } },
    children: [],
  };
}

function sectionsOf(
  section: DocumentOutline['sections'][number],
  index: number,
  { title, edition }: DocumentOutline,
): ISectionOptions[] {
  const running = new DocxParagraph({
    style: 'Header',
    children: [
      new TextRun(`${title} · ${edition}`),
      new TextRun({ children: [new Tab()] }),
      ...runsOf(section.title),
    ],
  });
  const accent = new DocxParagraph({ style: accentStyle(section.accent).id });
  const folio = new DocxParagraph({
    style: 'Footer',
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
  const page = { size, margin: bodyMargin };
  const first: ISectionOptions = {
    properties: { type: SectionType.NEXT_PAGE, page, titlePage: true },
    headers: {
      first: new Header({ children: [running, accent] }),
      default: new Header({ children: [running] }),
    },
    ...(index === 0
      ? { footers: { first: new Footer({ children: [folio] }), default: new Footer({ children: [folio] }) } }
      : {}),
    children: [],
  };
  return section.layout === 'index' ? [first, columns] : [first];
}

const columns: ISectionOptions = {
  properties: {
    type: SectionType.CONTINUOUS,
    page: { size, margin: bodyMargin },
    column: { count: INDEX_COLUMNS.count, space: twips(INDEX_COLUMNS.gap), equalWidth: true },
  } satisfies ISectionPropertiesOptions,
  children: [],
};

function runsOf(paragraph: Paragraph): TextRun[] {
  return paragraph.map(
    ({ text, lang }) =>
      new TextRun({ text, ...(lang === undefined ? {} : { language: { value: LANGUAGES[lang].tag } }) }),
  );
}
