/**
 * Checks every PDF that the programme writes, from the file alone: the structure rules of PDF/UA-1 (ISO 14289-1) and
 * PDF/A-2a (ISO 19005-2), and rules that no validator checks but that matter to users of screen readers.
 */
import { checkLayout } from './pdf-check-layout.ts';
import { checkMetadata } from './pdf-check-metadata.ts';
import { checkTables } from './pdf-check-tables.ts';
import { Name, PdfString, type PdfValue, Ref } from './pdf-objects.ts';
import {
  type AnnotationKid,
  attribute,
  type ContentKid,
  contentsIn,
  elementsIn,
  elementsOf,
  entryText,
  type Page,
  type Pdf,
  readPdf,
  type StructureElement,
  showsOf,
  textOf,
} from './pdf-reader.ts';

/** The problems of a PDF; empty if there are none. For a file with broken syntax, there is one problem. */
export function checkStructure(bytes: Uint8Array): string[] {
  let pdf: Pdf;
  try {
    pdf = readPdf(bytes);
  } catch (error) {
    return [`the file cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
  return [
    ...pdf.fontProblems,
    ...pdf.pages.flatMap(({ number, content }) =>
      content.problems.map((problem) => `page ${number}: ${problem}`),
    ),
    ...checkCatalog(pdf),
    ...checkTree(pdf),
    ...checkParentTree(pdf),
    ...checkLinks(pdf),
    ...checkNames(pdf),
    ...checkHeadings(pdf),
    ...checkAlternatives(pdf),
    ...checkLanguages(pdf),
    ...checkTables(pdf),
    ...checkLayout(pdf),
    ...checkMetadata(pdf),
  ];
}

/**
 * Checks the mark information, the language, the displayed title (ISO 14289-1, 7.1, 7.2) and the tab order (7.18.3).
 */
function checkCatalog({ catalog, pages, follow }: Pdf): string[] {
  const problems: string[] = [];
  const lang = entryText(catalog, 'Lang', follow) ?? '';
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(lang)) problems.push('the document has no language');
  const marks = follow(catalog.get('MarkInfo'));
  if (!(marks instanceof Map) || marks.get('Marked') !== true)
    problems.push('the document is not marked as tagged');
  const view = follow(catalog.get('ViewerPreferences'));
  if (!(view instanceof Map) || view.get('DisplayDocTitle') !== true) problems.push('the title is not shown');
  for (const page of pages) {
    const tabs = page.dictionary.get('Tabs');
    if (page.annotations.length > 0 && !(tabs instanceof Name && tabs.name === 'S'))
      problems.push(`page ${page.number}: links are not visited in the order of the structure`);
  }
  return problems;
}

const GROUPS = ['Figure', 'Sect', 'P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Table', 'L', 'TOC'];
const INLINE = ['Span', 'Link', 'Reference'];
const ROWS = ['TR'];

/** Allowed child types of each structure type (ISO 32000-1, 14.8.4). Types that are missing here are not used. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  Document: GROUPS,
  Sect: GROUPS,
  P: INLINE,
  H1: INLINE,
  H2: INLINE,
  H3: INLINE,
  H4: INLINE,
  H5: INLINE,
  H6: INLINE,
  TOC: ['TOCI', 'TOC'],
  TOCI: ['Reference', 'TOC'],
  Reference: ['Link'],
  L: ['LI'],
  LI: ['Lbl', 'LBody'],
  Lbl: INLINE,
  LBody: ['P', 'L', ...INLINE],
  Link: ['Span'],
  Span: ['Span'],
  Table: ['THead', 'TBody', 'TFoot'],
  THead: ROWS,
  TBody: ROWS,
  TFoot: ROWS,
  TR: ['TH', 'TD'],
  TH: ['P', 'L', ...INLINE],
  TD: ['P', 'L', 'Figure', ...INLINE],
  Figure: [],
};

/** Elements that contain text directly; all other elements contain only elements. */
const HOLDS_TEXT = new Set([
  'P',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'Lbl',
  'LBody',
  'Link',
  'Span',
  'TH',
  'TD',
]);

/** Required children of each structure type. */
const NEEDS: Readonly<Record<string, string>> = {
  TOC: 'TOCI',
  TOCI: 'Reference',
  Reference: 'Link',
  L: 'LI',
  LI: 'LBody',
  Table: 'TBody',
  THead: 'TR',
  TBody: 'TR',
  TR: 'TH',
};

const place = (element: StructureElement): string => {
  const page = showsOf(element)[0]?.page.number;
  return `${element.type} ${element.id}${page === undefined ? '' : ` on page ${page}`}`;
};

function checkTree({ root, catalog, follow }: Pdf): string[] {
  const tree = follow(catalog.get('StructTreeRoot'));
  if (root === undefined || !(tree instanceof Map)) return ['there is no structure tree'];
  const problems: string[] = [];
  if (root.type !== 'Document') problems.push(`the tree begins with ${root.type} instead of Document`);
  for (const element of elementsIn(root)) {
    const parent = element.dictionary.get('P');
    const expected = element.parent?.id ?? idOf(catalog.get('StructTreeRoot'));
    if (idOf(parent) !== expected) problems.push(`${place(element)} names another element as its parent`);
    const allowed = CHILDREN[element.type];
    if (allowed === undefined) problems.push(`${place(element)} is of a type that is not used`);
    for (const kid of element.kids) {
      if (kid.kind === 'element' && !allowed?.includes(kid.type))
        problems.push(`${place(kid)} may not stand in ${element.type}`);
      if (kid.kind === 'content' && element.type !== 'Figure' && !HOLDS_TEXT.has(element.type))
        problems.push(`${place(element)} may not hold text of its own`);
      if (kid.kind === 'annotation' && element.type !== 'Link')
        problems.push(`${place(element)} may not hold an annotation`);
    }
    const needed = NEEDS[element.type];
    if (needed !== undefined && !element.kids.some((kid) => kid.kind === 'element' && kid.type === needed))
      problems.push(`${place(element)} has no ${needed}`);
    if (element.type === 'Figure') {
      problems.push(...checkFigure(element, follow));
      continue;
    }
    // The rest of a word that begins in another element is read in that element; a space replaces it here.
    const hasFigure = element.kids.some((kid) => kid.kind === 'element' && kid.type === 'Figure');
    // A cell may contain only a picture, and a cell of a timetable may be empty: it refers to its headers.
    const isFree = element.type === 'TD' && attribute(element, 'Headers', follow) !== undefined;
    if (!hasFigure && !isFree && textOf(element) === '') problems.push(`${place(element)} has no text`);
  }
  return problems;
}

/** Checks that a figure has alternative text, a bounding box, and exactly one painted object. */
function checkFigure({ dictionary, kids, ...element }: StructureElement, follow: Pdf['follow']): string[] {
  const name = place({ ...element, dictionary, kids });
  const problems: string[] = [];
  const alt = follow(dictionary.get('Alt'));
  if (!(alt instanceof PdfString) || alt.text.trim() === '') problems.push(`${name} has no words`);
  const layout = follow(dictionary.get('A'));
  const box = layout instanceof Map ? layout.get('BBox') : undefined;
  if (!Array.isArray(box) || box.length !== 4) problems.push(`${name} has no place`);
  if (kids.length !== 1 || kids[0]?.kind !== 'content') problems.push(`${name} is not one picture`);
  return problems;
}

const idOf = (value: PdfValue | undefined): number | undefined =>
  value instanceof Ref ? value.id : undefined;

/**
 * Checks that marked content and elements refer to each other (14.7.4.4), and that each page is read in the order in
 * which it is painted.
 */
function checkParentTree({ root, pages, parents, follow }: Pdf): string[] {
  if (root === undefined) return [];
  const problems: string[] = [];
  const owners = new Map<Page, Map<number, number>>(pages.map((page) => [page, new Map()]));
  const last = new Map<Page, number>();
  for (const { element, kid } of contentsIn(root)) {
    if (kid.page === undefined || !kid.page.tagged.has(kid.mcid)) {
      problems.push(`${place(element)} holds content ${kid.mcid} that is nowhere`);
      continue;
    }
    const owned = owners.get(kid.page);
    if (owned?.has(kid.mcid)) problems.push(`page ${kid.page.number}: content ${kid.mcid} has two elements`);
    owned?.set(kid.mcid, element.id);
    if (kid.mcid < (last.get(kid.page) ?? -1))
      problems.push(`page ${kid.page.number}: content ${kid.mcid} is read after what is painted later`);
    last.set(kid.page, kid.mcid);
  }
  for (const page of pages) {
    const key = page.dictionary.get('StructParents');
    const entry = typeof key === 'number' ? follow(parents.get(key)) : undefined;
    if (!Array.isArray(entry)) {
      problems.push(`page ${page.number}: no entry in the parent tree`);
      continue;
    }
    const owned = owners.get(page) ?? new Map<number, number>();
    const numbers = page.content.marks.flatMap((mark) => (mark.mcid === undefined ? [] : [mark.mcid]));
    if (new Set(numbers).size < numbers.length)
      problems.push(`page ${page.number}: a content number is used twice`);
    for (const mcid of numbers)
      if (!owned.has(mcid)) problems.push(`page ${page.number}: content ${mcid} belongs to no element`);
    entry.forEach((value, mcid) => {
      if (idOf(value) !== owned.get(mcid))
        problems.push(`page ${page.number}: the parent tree gives another element for content ${mcid}`);
    });
    if (entry.length !== owned.size)
      problems.push(
        `page ${page.number}: the parent tree has ${entry.length} entries for ${owned.size} contents`,
      );
    for (const mark of page.content.marks) {
      if (mark.tag !== 'Artifact' && mark.mcid === undefined)
        problems.push(`page ${page.number}: marked content ${mark.tag} is neither numbered nor an artifact`);
    }
  }
  return problems;
}

/**
 * Checks that each link annotation is in a Link, has alternative text and a destination, and covers its text (ISO
 * 14289-1, 7.18).
 */
function checkLinks(pdf: Pdf): string[] {
  const { root, pages, parents, destinations, file, follow } = pdf;
  const problems: string[] = [];
  const pageOf = new Map(pages.flatMap((page) => page.annotations.map((id) => [id, page])));
  const placed = new Set<number>();
  for (const link of elementsOf(root, 'Link')) {
    const annotations = link.kids.filter((kid): kid is AnnotationKid => kid.kind === 'annotation');
    if (annotations.length === 0) problems.push(`${place(link)} has no annotation`);
    for (const { id } of annotations) {
      placed.add(id);
      const annotation = file.objects.get(id);
      const page = pageOf.get(id);
      if (!(annotation instanceof Map) || page === undefined) {
        problems.push(`${place(link)} has an annotation that is on no page`);
        continue;
      }
      if ((entryText(annotation, 'Contents', follow) ?? '').trim() === '')
        problems.push(`${place(link)} has an annotation without words`);
      const target = entryText(annotation, 'Dest', follow);
      const action = follow(annotation.get('A'));
      const address = action instanceof Map ? entryText(action, 'URI', follow) : undefined;
      if (address === undefined && (target === undefined || !destinations.has(target)))
        problems.push(`${place(link)} leads to "${target}", which is nowhere`);
      if (annotation.get('F') !== 4) problems.push(`${place(link)} has an annotation that is not printed`);
      if (idOf(annotation.get('P')) !== page.id)
        problems.push(`${place(link)} has an annotation of another page`);
      const key = annotation.get('StructParent');
      if (typeof key !== 'number' || idOf(parents.get(key)) !== link.id)
        problems.push(`${place(link)} has an annotation that does not lead back to it`);
      const [left = 0, bottom = 0, right = 0, top = 0] =
        (annotation.get('Rect') as number[] | undefined) ?? [];
      if (left < 0 || bottom < 0 || right > page.width || top > page.height || right <= left || top <= bottom)
        problems.push(`${place(link)} has an annotation that is not on the paper`);
    }
    for (const show of showsOf(link)) {
      const covered = annotations.some(({ id }) => {
        const annotation = file.objects.get(id);
        const [left = 0, bottom = 0, right = 0, top = 0] =
          annotation instanceof Map ? ((annotation.get('Rect') as number[] | undefined) ?? []) : [];
        const edge = 0.5;
        return (
          pageOf.get(id) === show.page &&
          show.x >= left - edge &&
          show.end <= right + edge + show.size / 3 &&
          show.y >= bottom - edge &&
          show.y <= top + edge
        );
      });
      if (!covered) problems.push(`${place(link)} has text that does not react: "${show.text}"`);
    }
  }
  for (const [id, page] of pageOf)
    if (!placed.has(id)) problems.push(`page ${page.number}: annotation ${id} is not in the structure`);
  for (const [name, { page, x, y }] of destinations)
    if (page === undefined || x < 0 || x > page.width || y < 0 || y > page.height)
      problems.push(`the destination "${name}" is not on the paper`);
  return problems;
}

/** Names must be sorted by bytes; otherwise readers do not find them (ISO 32000-1, 7.9.6). */
function checkNames({ destinations }: Pdf): string[] {
  const names = [...destinations.keys()];
  const unsorted = names.find((name, index) => name <= (names[index - 1] ?? ''));
  return unsorted === undefined ? [] : [`the destination "${unsorted}" is not in its place among the names`];
}

/**
 * Checks that the first heading is the only one of level 1 and that no level is skipped (ISO 14289-1, 7.4.2). The
 * bookmarks are the headings of level 2 and some headings of level 3 below them.
 */
function checkHeadings({ root, outlines }: Pdf): string[] {
  if (root === undefined) return [];
  const problems: string[] = [];
  const headings = [...elementsIn(root)].filter(({ type }) => /^H[1-6]$/.test(type));
  let level = 0;
  for (const heading of headings) {
    const own = Number(heading.type.slice(1));
    if (own > level + 1) problems.push(`${place(heading)} skips a level`);
    if (own === 1 && level > 0) problems.push(`${place(heading)} is a second title`);
    level = own;
  }
  if (headings.length === 0) problems.push('there is no heading');
  const sections = headings.filter(({ type }) => type === 'H2');
  const items = outlines.filter(({ level: own }) => own === 1);
  if (sections.length !== items.length)
    problems.push(`there are ${items.length} bookmarks for ${sections.length} sections`);
  let next = 0;
  for (const { title, level: own, destination } of outlines) {
    const wanted = headings.slice(next).find(({ type }) => type === (own === 1 ? 'H2' : 'H3'));
    const found = headings
      .slice(next)
      .find((heading) => heading.type === wanted?.type && textOf(heading).trim() === title);
    if (found === undefined || (own === 1 && found !== wanted)) {
      problems.push(`the bookmark "${title}" is not its heading`);
      continue;
    }
    next = headings.indexOf(found) + 1;
    const first = showsOf(found)[0];
    if (first === undefined) continue;
    if (destination?.page !== first.page || destination.y < first.y || destination.y > first.page.height)
      problems.push(`the bookmark "${title}" does not lead to its heading`);
  }
  return problems;
}

/** Alternative texts must be on elements without such texts below them, which would never be read. */
function checkAlternatives({ root, follow }: Pdf): string[] {
  if (root === undefined) return [];
  const problems: string[] = [];
  for (const element of elementsIn(root)) {
    const alt = entryText(element.dictionary, 'Alt', follow);
    if (alt === undefined) continue;
    if (alt.trim() === '') problems.push(`${place(element)} has empty words in place of its content`);
    if (element.kids.some((kid): kid is StructureElement | AnnotationKid => kid.kind !== 'content'))
      problems.push(`${place(element)} has words that hide the elements below it`);
  }
  return problems;
}

const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Texts in Cyrillic letters are marked as Russian (WCAG 2.1, 3.1.2). */
function checkLanguages({ root, catalog, follow }: Pdf): string[] {
  if (root === undefined) return [];
  const problems: string[] = [];
  const walk = (element: StructureElement, inherited: string): void => {
    const lang = entryText(element.dictionary, 'Lang', follow) ?? inherited;
    const own = element.kids.filter((kid): kid is ContentKid => kid.kind === 'content');
    const text = own
      .flatMap(({ page, mcid }) => page?.tagged.get(mcid)?.shows ?? [])
      .map((show) => show.text)
      .join('');
    if (lang !== 'ru' && CYRILLIC.test(text))
      problems.push(`${place(element)} is not marked as Russian: "${text}"`);
    for (const kid of element.kids) if (kid.kind === 'element') walk(kid, lang);
  };
  walk(root, entryText(catalog, 'Lang', follow) ?? '');
  return problems;
}
