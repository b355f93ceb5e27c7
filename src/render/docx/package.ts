/** Everything of the Word file but the text of its body: styles, page set-up, running headers, folios, fonts, properties. */

import {
  Document as DocxDocument,
  Paragraph as DocxParagraph,
  Footer,
  Header,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  LevelFormat,
  PageOrientation,
  type ParagraphChild,
  SectionType,
  SimpleField,
  TextRun,
  VerticalAlignSection,
} from 'docx';
import { LANGUAGES } from '../../../languages/index.ts';
import {
  accentStyle,
  BULLETS,
  type DocxTemplates,
  hex,
  PART_LISTS,
  type ParagraphStyle,
  sectionRuleStyle,
  styleSheet,
  tableStyle,
  twips,
} from '../../../templates/docx/index.ts';
import { areaOf, bodyHeight, type Design, groundOf } from '../../design/index.ts';
import { type Block, type Document, lastWords, type Paragraph, type Section } from '../../document/index.ts';
import { type Lang, LIMITS } from '../../model/index.ts';
import type { FamilyText } from './borrowed.ts';
import type { Pages } from './pages.ts';

/** Stands for the files of the fonts, which are added when the package is zipped. */
const NO_BYTES = Buffer.alloc(32);

/** Parts a text by the families that its characters are in; none is that of its style. */
type InFamilies = (text: string) => readonly FamilyText[];

/** What the package has of a document. */
export interface DocumentOutline {
  title: string;
  author: string;
  subject: string;
  lang: Lang;
  /** Fingerprint of the frozen edition that it is of. */
  fingerprint?: string;
  /** What is changed in it is tracked. */
  tracked?: true;
  /** Some of its words are emphasised. */
  emphasis: boolean;
  /** Each with its running header: the title, and the edition. */
  sections: readonly OutlinedSection[];
}

interface OutlinedSection extends Pick<Section, 'title' | 'layout' | 'accent' | 'part'> {
  edition: string;
  /** Begins on the page where the section before it ends. */
  follows: boolean;
  /** Height that is left above it, where it stands at the foot of its page; points. */
  above: number;
  /** What stands right in the running header after its first page: its title, that of the section on the page, or nothing. */
  header: 'title' | 'page' | 'nothing';
}

/** The outline of a document, with what its pages say of its sections. */
export function outlineOf(
  { meta, words, sections, record }: Document,
  { follows, above }: Pick<Pages, 'follows' | 'above'>,
): DocumentOutline {
  const { title, author, subject, lang, fingerprint } = meta;
  return {
    title,
    author,
    subject,
    lang,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(record === undefined ? {} : { tracked: true }),
    emphasis: sections.some(({ part, blocks }) => part !== undefined || blocks.some(hasEmphasis)),
    sections: sections.map(({ id, title: heading, layout, accent, part }, index) => ({
      title: lastWords(heading),
      edition: `${title} · ${words.edition}`,
      layout,
      follows: follows.has(id),
      above: above.get(id) ?? 0,
      header: !follows.has(id) && follows.has(sections[index + 1]?.id ?? '') ? 'page' : 'title',
      ...(accent === undefined ? {} : { accent }),
      ...(part === undefined ? {} : { part }),
    })),
  };
}

function hasEmphasis(block: Block): boolean {
  return (
    block.kind === 'table' &&
    block.table.rows.some(({ cells }) =>
      cells.some(({ paragraphs }) => paragraphs.some((runs) => runs.some(({ emphasis }) => emphasis))),
    )
  );
}

/**
 * The package. Its sections are the cover and, for each section of the document that begins a page, one; an index has one more for its
 * columns, and one for its title where it follows another index.
 *
 * @param styles the paragraph styles of the body and the cover
 * @param families those that it holds
 * @param inFamilies a text of a running header by the families of its characters
 * @param templates how running headers and folios look
 */
export function docxPackage(
  design: Design,
  outline: DocumentOutline,
  styles: Readonly<Record<string, ParagraphStyle>>,
  families: readonly { family: string; bold?: unknown }[],
  inFamilies: InFamilies,
  templates: DocxTemplates,
): DocxDocument {
  const ground = groundOf(design);
  const accents = [...new Set(outline.sections.map(({ accent }) => accent))];
  const accentStyles = accents.flatMap((accent) => [
    accentStyle(design, accent),
    sectionRuleStyle(design, accent),
  ]);
  const tables = new Map(
    accents.map((accent) => tableStyle(design, accent)).map((style) => [style.id, style]),
  );
  return new DocxDocument({
    title: outline.title,
    subject: outline.subject,
    creator: outline.author,
    lastModifiedBy: outline.author,
    customProperties:
      outline.fingerprint === undefined ? [] : [{ name: 'Fingerprint', value: outline.fingerprint }],
    ...styleSheet(
      design,
      { ...styles, ...Object.fromEntries(accentStyles.map(({ id, style }) => [id, style])) },
      [...tables.values()],
      LANGUAGES[outline.lang].tag,
      outline.emphasis,
    ),
    numbering: {
      config: [
        { reference: BULLETS, levels: [{ level: 0, format: LevelFormat.BULLET, text: '–' }] },
        ...listsOf(styles),
      ],
    },
    fonts: [
      ...families.map(({ family: name, bold }) => ({
        name,
        data: NO_BYTES,
        ...(bold === undefined ? {} : { bold: NO_BYTES }),
      })),
    ],
    ...(ground === undefined ? {} : { background: { color: hex(ground) } }),
    ...(outline.tracked ? { features: { trackRevisions: true } } : {}),
    sections: [
      coverSection(design),
      ...outline.sections.flatMap((section, index) =>
        sectionsOf(design, section, outline.sections[index - 1], inFamilies, templates),
      ),
    ],
  });
}

/** The numberings that styles of the lists of texts name. */
function listsOf(styles: Readonly<Record<string, ParagraphStyle>>) {
  const wanted = new Set(Object.values(styles).map(({ numbering }) => numbering));
  const levels = Array.from({ length: LIMITS.markdownDepth }, (_, level) => level);
  return [
    ...(wanted.has('signs')
      ? [
          {
            reference: PART_LISTS.signs,
            levels: levels.map((level) => ({ level, format: LevelFormat.BULLET, text: '–' })),
          },
        ]
      : []),
    ...(wanted.has('numbers')
      ? [
          {
            reference: PART_LISTS.numbers,
            levels: levels.map((level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.` })),
          },
        ]
      : []),
  ];
}

/** The first heading of level 1 on the page, or the last before it; a number is a heading in whatever language the program speaks. */
const TITLE_OF_PAGE = 'STYLEREF 1';

/** The sheet. Of a landscape one the library takes the sides for those of the upright sheet, and turns them. */
function sheet({ paper: { width, height } }: Design) {
  const [narrow, wide] = [twips(Math.min(width, height)), twips(Math.max(width, height))];
  const orientation = width > height ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return { width: narrow, height: wide, orientation };
}

function bodyMargin({ margins, running, styles }: Design) {
  return {
    left: twips(margins.left),
    right: twips(margins.right),
    top: twips(margins.top),
    bottom: twips(margins.bottom),
    header: twips(running.top),
    footer: twips(Math.max(0, running.bottom - styles.running.leading)),
  };
}

/** A line that LibreOffice may need more, and what room a page with a folio must have there, which else is dropped; points. */
const SPARE = 14;
const LEAST_ROOM = 180;

/**
 * The margins of what stands at the foot of its page. Word puts it there by itself; LibreOffice, which does not know that, has less
 * room above.
 */
function footMargin(design: Design, { layout, above }: OutlinedSection) {
  const margin = bodyMargin(design);
  const highest = layout === 'back' ? above : bodyHeight(design) - LEAST_ROOM;
  return { ...margin, top: margin.top + twips(Math.max(0, Math.min(above - SPARE, highest))) };
}

function coverSection(design: Design): ISectionOptions {
  const { title } = design.cover;
  const margin = {
    ...bodyMargin(design),
    top: twips(title.top),
    left: twips(title.left),
    right: twips(design.paper.width - title.left - title.width),
  };
  return { properties: { page: { size: sheet(design), margin } }, children: [] };
}

function sectionsOf(
  design: Design,
  section: OutlinedSection,
  before: OutlinedSection | undefined,
  inFamilies: InFamilies,
  templates: DocxTemplates,
): ISectionOptions[] {
  if (section.follows) {
    if (section.layout !== 'index') return [];
    const columns = inColumns(design, design.index.columns);
    return before?.layout === 'index' ? [inColumns(design, 1), columns] : [columns];
  }
  const edition = runsOf([{ text: section.edition }], inFamilies);
  const running = (right: readonly ParagraphChild[]): DocxParagraph =>
    templates.runningHeader({ edition, section: right });
  const title = runsOf(section.title, inFamilies);
  const laterTitle = { title, page: [new SimpleField(TITLE_OF_PAGE)], nothing: [] };
  const accent = new DocxParagraph({ style: accentStyle(design, section.accent).id });
  const page = { size: sheet(design), margin: footMargin(design, section) };
  if (section.layout === 'back') return [backCover(page)];
  const { columns } = areaOf(design, section);
  const first: ISectionOptions = {
    properties: {
      type: SectionType.NEXT_PAGE,
      page,
      titlePage: true,
      ...(section.layout === 'colophon' ? { verticalAlign: VerticalAlignSection.BOTTOM } : {}),
    },
    headers: {
      // What stands at the foot of its page has no rule at the head.
      first: new Header({
        children: section.layout === 'colophon' ? [running(title)] : [running(title), accent],
      }),
      default: new Header({ children: [running(laterTitle[section.header])] }),
    },
    ...(before === undefined
      ? {
          footers: {
            first: new Footer({ children: [templates.folio()] }),
            default: new Footer({ children: [templates.folio()] }),
          },
        }
      : {}),
    children: [],
  };
  if (columns === 1) return [first];
  // The columns of a text end at one level: Word makes those even behind which the page goes on.
  const end = section.layout === 'text' ? [inColumns(design, 1)] : [];
  return [first, inColumns(design, columns), ...end];
}

/** The page that closes the publication has neither running header nor folio; without some it would have those before it. */
function backCover(page: ISectionPropertiesOptions['page']): ISectionOptions {
  const children = [new DocxParagraph({})];
  const headers = { first: new Header({ children }), default: new Header({ children }) };
  const footers = { first: new Footer({ children }), default: new Footer({ children }) };
  const properties = {
    type: SectionType.NEXT_PAGE,
    ...(page === undefined ? {} : { page }),
    titlePage: true,
    verticalAlign: VerticalAlignSection.BOTTOM,
  };
  return { properties, headers, footers, children: [] };
}

function inColumns(design: Design, count: number): ISectionOptions {
  const { gap } = design.index;
  return {
    properties: {
      type: SectionType.CONTINUOUS,
      page: { size: sheet(design), margin: bodyMargin(design) },
      column: { count, space: twips(gap), equalWidth: true },
    } satisfies ISectionPropertiesOptions,
    children: [],
  };
}

function runsOf(paragraph: Paragraph, inFamilies: InFamilies): TextRun[] {
  return paragraph.flatMap(({ text: whole, lang }) =>
    inFamilies(whole).map(
      ({ text, family, rightToLeft }) =>
        new TextRun({
          text,
          ...(family === undefined ? {} : { font: family }),
          ...(rightToLeft && { rightToLeft }),
          ...(lang === undefined ? {} : { language: { value: LANGUAGES[lang].tag } }),
        }),
    ),
  );
}
