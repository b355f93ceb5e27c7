/**
 * Builds everything in the Word file except the text of its body: styles, page setup, running heads, folios, fonts,
 * properties.
 */

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
  backRuleStyle,
  type DocxTemplates,
  hex,
  numberStyle,
  PART_LISTS,
  type ParagraphStyle,
  sectionRuleStyle,
  styleSheet,
  tableStyle,
  twips,
} from '../../../templates/docx/index.ts';
import { areaOf, bodyHeight, type Design, groundOf, isLeftPage, titleTop } from '../../design/index.ts';
import {
  type Block,
  type Document,
  editionHead,
  headsOf,
  lastWords,
  type Paragraph,
  type Section,
  wordsOf,
} from '../../document/index.ts';
import { LIMITS } from '../../model/index.ts';
import type { FamilyText } from './fallback-families.ts';
import { type Pages, SPARE } from './pages.ts';

/** Placeholder for the font files, which are added when the package is zipped. */
const NO_BYTES = Buffer.alloc(32);

/** Splits a text by the families of its characters; the family of a part is undefined if it is that of the style. */
type InFamilies = (text: string) => readonly FamilyText[];

/** The facts about a document that the package needs. */
export interface DocumentOutline
  extends Pick<Document['meta'], 'title' | 'author' | 'subject' | 'lang' | 'fingerprint'> {
  /** Whether edits to the document are tracked. */
  tracked?: true;
  /** Whether the cover has a period. */
  hasPeriod: boolean;
  /** Whether the document may contain emphasised text. */
  emphasis: boolean;
  /** The sections with their running heads. */
  sections: readonly OutlinedSection[];
}

interface OutlinedSection extends Pick<Section, 'layout' | 'accent' | 'part' | 'columns'> {
  edition: string;
  /** Whether the section begins on the page on which the previous section ends. */
  follows: boolean;
  /** Whether an empty section follows below the columns of the section, so that Word balances the columns. */
  level: boolean;
  /** Height of the text above a section that is printed at the foot of a page, in points. */
  above: number;
  /** The page on which the section begins. */
  page: number;
  /**
   * The right part of the running head for a section and the sections that share its pages: one text for the first
   * page, and one for the later pages.
   */
  heads: { first: Paragraph; later: Paragraph };
  /**
   * Whether the running head of each later page is the title of the section on that page. This is the case if there are
   * several later pages, or if the first and the last title do not fit on one line. Word computes this title;
   * LibreOffice before 7.6 shows `heads.later`.
   */
  isComputed?: true;
}

/** Builds the outline of a document from its content and its page layout. */
export function outlineOf(
  document: Document,
  { follows, above, level, pageOf, total }: Pick<Pages, 'follows' | 'above' | 'level' | 'pageOf' | 'total'>,
  fitsHead: (words: string) => boolean,
): DocumentOutline {
  const { meta, cover, sections, record } = document;
  return {
    ...meta,
    ...(record === undefined ? {} : { tracked: true }),
    hasPeriod: cover.kicker !== undefined,
    emphasis: sections.some(({ part, blocks }) => part !== undefined || blocks.some(hasEmphasis)),
    sections: sections.map(({ id, ...section }, index) => ({
      ...section,
      ...headsFrom(index, sections, { follows, pageOf, total }, fitsHead),
      edition: editionHead(document),
      follows: follows.has(id),
      level: level.has(id) && !follows.has(sections[index + 1]?.id ?? ''),
      above: above.get(id) ?? 0,
      page: pageOf.get(id) ?? 1,
    })),
  };
}

/** The running heads for a section and for the sections that share its pages. */
function headsFrom(
  index: number,
  sections: readonly Section[],
  { follows, pageOf, total }: Pick<Pages, 'follows' | 'pageOf' | 'total'>,
  fits: (words: string) => boolean,
): Pick<OutlinedSection, 'heads' | 'isComputed'> {
  const next = sections.findIndex(({ id }, at) => at > index && !follows.has(id));
  const run = sections.slice(index, next < 0 ? undefined : next);
  const page = pageOf.get(run[0]?.id ?? '') ?? 1;
  const end = (pageOf.get(sections[next]?.id ?? '') ?? total + 1) - 1;
  const onFirst = run.filter(({ id }) => pageOf.get(id) === page);
  const later = run.slice(Math.max(0, onFirst.length - 1));
  const isComputed =
    later.length > 1 &&
    (end - page > 1 || !fits(wordsOf(headsOf(later, () => true)))) &&
    later.every(({ title }) => fits(wordsOf(lastWords(title))));
  return {
    heads: { first: headsOf(onFirst, fits), later: headsOf(later, fits) },
    ...(isComputed ? { isComputed } : {}),
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
 * Builds the package. The package has a section for the cover, and one for each section of the document that begins a
 * page. An index has an additional section for its columns and, if it follows another index, one more for its title.
 *
 * @param styles paragraph styles of the body and the cover
 * @param families embedded families
 * @param inFamilies splits the text of running heads by family
 * @param templates formatting of running heads and folios
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
  const accentStyles = [
    ...accents.flatMap((accent) => [accentStyle(design, accent), sectionRuleStyle(design, accent)]),
    ...(outline.sections.some(({ layout }) => layout === 'back') ? [backRuleStyle(design)] : []),
  ];
  const byId = <S extends { id: string }>(styles: readonly S[]): S[] => [
    ...new Map(styles.map((style) => [style.id, style])).values(),
  ];
  const themes = accents.filter((accent) => accent !== undefined);
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
      {
        tables: byId(accents.map((accent) => tableStyle(design, accent))),
        numbers: byId(themes.map((accent) => numberStyle(design, accent))),
      },
      LANGUAGES[outline.lang].tag,
      outline.emphasis,
    ),
    numbering: {
      config: [
        // Each style has a numbering of its own, because LibreOffice prints bullets for only one of the styles that
        // refer to the same numbering.
        ...Object.values(styles)
          .filter(({ bullet }) => bullet)
          .map(({ name }) => ({
            reference: name,
            levels: [{ level: 0, format: LevelFormat.BULLET, text: '–' }],
          })),
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
    ...(design.binding === 'book' && { evenAndOddHeaderAndFooters: true }),
    sections: [
      coverSection(design, outline.hasPeriod),
      ...outline.sections.flatMap((section, index) =>
        sectionsOf(design, section, outline.sections[index - 1], inFamilies, templates),
      ),
    ],
  });
}

/** The numberings that the item styles of lists within texts refer to. */
function listsOf(styles: Readonly<Record<string, ParagraphStyle>>) {
  const wanted = new Set(Object.values(styles).map(({ numbering }) => numbering));
  const levels = Array.from({ length: LIMITS.markdownDepth }, (_, level) => level);
  const lists = {
    signs: levels.map((level) => ({ level, format: LevelFormat.BULLET, text: '–' })),
    numbers: levels.map((level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.` })),
  };
  return (['signs', 'numbers'] as const)
    .filter((kind) => wanted.has(kind))
    .map((kind) => ({ reference: PART_LISTS[kind], levels: lists[kind] }));
}

/**
 * Field code for the first level-1 heading on the page or, if the page has none, the last one before the page. The
 * digit 1 in the code denotes the heading style, whatever the interface language of Word is.
 */
const TITLE_OF_PAGE = 'STYLEREF 1';

/** The page size. For landscape, the docx library expects the width and height of the portrait sheet and swaps them. */
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

/** Minimum height of the text area, in points, at which LibreOffice still prints a folio. */
const MIN_ROOM = 180;

/**
 * Page margins of a section at the foot of its page. Word aligns the section to the foot of the page by itself; for
 * LibreOffice, which does not support that, the top margin is larger instead.
 */
function footMargin(design: Design, { layout, above }: OutlinedSection) {
  const margin = bodyMargin(design);
  const highest = layout === 'back' ? above : bodyHeight(design) - MIN_ROOM;
  return { ...margin, top: margin.top + twips(Math.max(0, Math.min(above - SPARE, highest))) };
}

function coverSection(design: Design, hasPeriod: boolean): ISectionOptions {
  const { title } = design.cover;
  const margin = {
    ...bodyMargin(design),
    top: twips(titleTop(design.cover, hasPeriod)),
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
  const { columns } = areaOf(design, section);
  const inOwn =
    columns === 1 ? [] : [inColumns(design, columns), ...(section.level ? [inColumns(design, 1)] : [])];
  if (section.follows) {
    const isBelowColumns = before !== undefined && areaOf(design, before).columns > 1;
    return [...(isBelowColumns ? [inColumns(design, 1)] : []), ...inOwn];
  }
  const edition = runsOf([{ text: section.edition }], inFamilies);
  const running = (title: readonly ParagraphChild[], mirrored: boolean): DocxParagraph =>
    templates.runningHeader({ edition, section: title, mirrored });
  const isBook = design.binding === 'book';
  const folio = (mirrored: boolean): Footer => new Footer({ children: [templates.folio(mirrored)] });
  const startsLeft = isLeftPage(design, section.page);
  const first = runsOf(section.heads.first, inFamilies);
  const later = section.isComputed
    ? [new SimpleField(TITLE_OF_PAGE, wordsOf(section.heads.later))]
    : runsOf(section.heads.later, inFamilies);
  // Themes that share pages have a common header, so there is no mark in the colour of a theme at the edge of these
  // pages.
  const accent = new DocxParagraph({ style: accentStyle(design, section.accent).id });
  const page = { size: sheet(design), margin: footMargin(design, section) };
  if (section.layout === 'back') return [backCover(page, isBook)];
  const content: ISectionOptions = {
    properties: {
      type: SectionType.NEXT_PAGE,
      page,
      titlePage: true,
      ...(section.layout === 'colophon' ? { verticalAlign: VerticalAlignSection.BOTTOM } : {}),
    },
    headers: {
      // A section at the foot of its page has no rule at the top.
      first: new Header({
        children: [running(first, startsLeft), ...(section.layout === 'colophon' ? [] : [accent])],
      }),
      default: new Header({ children: [running(later, false)] }),
      ...(isBook && { even: new Header({ children: [running(later, true)] }) }),
    },
    // Sections inherit missing footers; the first page of a section of a book can be a left or a right page.
    ...(before === undefined || isBook
      ? {
          footers: {
            first: folio(startsLeft),
            default: folio(false),
            ...(isBook && { even: folio(true) }),
          },
        }
      : {}),
    children: [],
  };
  return [content, ...inOwn];
}

/**
 * The closing page has neither running head nor folio. The headers and footers of this page are empty rather than
 * missing, because missing ones would be inherited from the previous section.
 */
function backCover(page: ISectionPropertiesOptions['page'], isBook: boolean): ISectionOptions {
  const children = [new DocxParagraph({})];
  const of = <T>(make: () => T) => ({ first: make(), default: make(), ...(isBook && { even: make() }) });
  const headers = of(() => new Header({ children }));
  const footers = of(() => new Footer({ children }));
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
