import { LANGUAGES } from '../../languages/index.ts';
import type { Finding } from '../check/index.ts';
import { inEnglish, type Speaker } from '../messages.ts';
import {
  allEvents,
  FINDING_SEVERITIES,
  type Lang,
  ownProperty,
  type Programme,
  partsOf,
  textIn,
  titleIn,
  valueAt,
  withoutForbidden,
  withoutUndefined,
} from '../model/index.ts';
import { fill, inPlainWords, type Labels, labelsOf, type RemarkLabels } from '../text/index.ts';
import { themeTarget } from './build.ts';
import type { CellRemark, Document, Paragraph, Remark, Row, Run } from './model.ts';
import { partTarget } from './parts.ts';
import { inCellOrder, placeOfField, type RowContext, rangeOf } from './remarks.ts';
import { inLanguages } from './runs.ts';
import { tablesOf, withRows } from './tables.ts';
import { listSection } from './text-section.ts';
import { columnHeading } from './theme-table.ts';

/**
 * Adds remarks to a document: on the text of rows, on the sections that print a theme or a text of the programme, and
 * on the document as a whole. The printed content is unchanged, except that a cell that is otherwise printed once for
 * several rows is printed again if it has a remark.
 *
 * @param options `hasIds`: adds the ids of rules, events and fields for editors of the data; `withoutDictionary`: the
 * languages whose spelling was not checked; `speak`: writes findings in words, by default in English
 */
export function proofSheet(
  document: Document,
  written: Programme,
  findings: readonly Finding[],
  {
    hasIds = false,
    withoutDictionary = [],
    speak = inEnglish,
  }: {
    hasIds?: boolean;
    withoutDictionary?: readonly Lang[];
    speak?: Speaker;
  } = {},
): Document {
  const programme = inPlainWords(written);
  const { lang } = document.meta;
  const labels = labelsOf(programme.config, lang);
  const { remarks: say, changes } = labels;
  const source: RemarkSource = { lang, say, speak, hasIds, labels, programme };
  const places = rowPlaces(document, programme);
  const onRows = new Map<Row, CellRemark[]>();
  const onSections = new Map<string, Remark[]>();
  const onDocument = withoutDictionary.map((unchecked) => {
    const { name, dictionaries } = LANGUAGES[unchecked];
    return noteOf(fill(say.spellingNotChecked, { language: name, package: dictionaries[0] }), source);
  });
  if (findings.some((finding) => speak(finding).lang !== lang))
    onDocument.push(noteOf(say.inEnglish, source));
  for (const finding of findings) {
    const { event, field } = finding.at;
    const place = event === undefined ? undefined : places.get(event);
    if (place !== undefined) {
      valueAt(onRows, place.row, () => []).push(cellRemark(finding, place, source));
      continue;
    }
    const section = sectionOf(field, document, programme);
    const remark = remarkOf(finding, generalPlace(finding, source), source);
    if (section === undefined) onDocument.push(remark);
    else valueAt(onSections, section, () => []).push(remark);
  }
  const found = [...onRows.values()].flat();
  return {
    ...document,
    meta: { ...document.meta, stem: `${document.meta.stem}-proof` },
    facets: [
      ...(document.facets ?? []),
      ...[
        {
          id: 'severity',
          label: changes.severity,
          values: FINDING_SEVERITIES.filter((severity) =>
            found.some((remark) => remark.severity === severity),
          ).map((severity) => ({ key: severity, text: { text: say[severity] } })),
        },
        {
          id: 'rule',
          label: say.rule,
          values: [...new Set(found.flatMap(({ rule }) => (hasIds ? [rule] : [])))]
            .sort()
            .map((rule) => ({ key: rule, text: { text: rule } })),
        },
      ].filter(({ values }) => values.length > 0),
    ],
    words: {
      ...document.words,
      remarks: { heading: say.remarks, one: say.remark, none: say.noRemarks, general: say.onProgramme },
    },
    sections: document.sections.map((section) => ({
      ...withRows(section, (row, { group }) => remarkedRow(row, group, onRows.get(row))),
      ...withoutUndefined({ remarks: onSections.get(section.id) }),
    })),
    ...(onDocument.length > 0 ? { remarks: onDocument } : {}),
  };
}

/**
 * A proof sheet in which all remarks are next to tables: remarks that do not belong to a row get a table in a section
 * at the front.
 */
export function withFrontSection(sheet: Document): Document {
  const remarks = [...(sheet.remarks ?? []), ...sheet.sections.flatMap((section) => section.remarks ?? [])];
  const items = remarks.map(({ paragraphs }) => ({
    text: paragraphs.flatMap((words, index) => (index === 0 ? words : [{ text: ' – ' }, ...words])),
  }));
  const front = listSection('_proof', [{ text: sheet.words.remarks?.general ?? '' }], items);
  return { ...sheet, sections: [...front, ...sheet.sections] };
}

/** The row of each event, with the data needed to find the text of a field in the row. */
function rowPlaces(document: Document, programme: Programme): Map<string, RowContext> {
  const events = new Map(
    programme.themes.flatMap(({ theme, events }) => events.map((event) => [event.id, { event, theme }])),
  );
  const places = new Map<string, RowContext>();
  const langs = { lang: document.meta.lang, main: programme.config.language };
  for (const { header, rows } of document.sections.flatMap(tablesOf))
    for (const row of rows) {
      const known = events.get(row.id);
      if (known !== undefined) places.set(row.id, { ...known, row, header, ...langs });
    }
  return places;
}

function remarkedRow(row: Row, group: number | undefined, remarks: readonly CellRemark[] | undefined): Row {
  if (remarks === undefined) return row;
  const { carried, ...whole } = row;
  const shown = remarks.some(({ column }) => column === group);
  return {
    ...whole,
    ...(carried && !shown ? { carried } : {}),
    remarks: inCellOrder(remarks),
    facets: {
      ...row.facets,
      severity: [...new Set(remarks.map(({ severity }) => severity))],
      rule: [...new Set(remarks.map(({ rule }) => rule))],
    },
  };
}

/** The data from which remarks are written. */
interface RemarkSource {
  lang: Lang;
  say: RemarkLabels;
  speak: Speaker;
  labels: Labels;
  programme: Programme;
  /** Whether ids of rules, events and fields are shown. */
  hasIds: boolean;
}

/** Label for the subject of a finding that has no row: an event that is not printed, or a field of the programme. */
function generalPlace({ at: { event: id, field = '' } }: Finding, source: RemarkSource): string {
  const { programme, labels, lang, hasIds } = source;
  const { config } = programme;
  if (hasIds) return `${id ?? ''} ${field}`.trim();
  if (id === undefined) return ownProperty(labels.changes.programme, field.split('.')[0] ?? '') ?? '';
  const event = allEvents(programme).find((event) => event.id === id);
  return event === undefined ? '' : textIn(titleIn(event, config), lang, config.language).words;
}

/** Name of a field of events. */
function fieldName(
  field: string,
  { programme: { config }, labels: { changes }, lang, hasIds }: RemarkSource,
): string {
  if (hasIds) return field;
  const [head = '', part = ''] = field.split('.');
  if (head === 'when' || head === 'occurrences') return changes[head];
  if (head === 'regions') return changes.fields.region;
  const column = head === 'bodies' ? part : head;
  return hasHeading(config, column) ? textIn(columnHeading(config, column), lang, config.language).words : '';
}

const hasHeading = ({ fields, sides }: Programme['config'], column: string): boolean =>
  [...fields, ...sides].some(({ id, heading }) => id === column && heading !== undefined);

function cellRemark(finding: Finding, place: RowContext, source: RemarkSource): CellRemark {
  const { field = '' } = finding.at;
  const { column, printed } = placeOfField(field, place);
  const range = finding.length === 0 ? undefined : rangeOf(finding, field, place);
  return {
    ...remarkOf(finding, printed ? '' : fieldName(field, source), source),
    rule: finding.rule,
    column,
    ...(range === undefined ? {} : { words: range }),
  };
}

/** @param where label of the event or field, if the position of the remark does not show which one is meant */
function remarkOf(finding: Finding, where: string, { lang, programme, speak, hasIds }: RemarkSource): Remark {
  const { severity, rule } = finding;
  const spoken = speak(finding);
  const { remarks: say } = labelsOf(programme.config, spoken.lang);
  const rest = [hasIds ? rule : '', where].filter((words) => words !== '').map((words) => ` · ${words}`);
  const title: Paragraph = [
    ...programWords(say[severity], lang, spoken.lang).map((run): Run => ({ ...run, strong: true, severity })),
    ...programWords(rest.join(''), lang, lang).map(quietly),
  ];
  const advice: Paragraph[] =
    spoken.hint === undefined
      ? []
      : [programWords(`${say.hint} ${spoken.hint}`, lang, spoken.lang).map(quietly)];
  return { severity, paragraphs: [title, programWords(spoken.message, lang, spoken.lang), ...advice] };
}

/** A note on the whole document, in its language. */
function noteOf(words: string, { lang, say }: RemarkSource): Remark {
  return {
    severity: 'note',
    paragraphs: [[{ text: say.note, strong: true, severity: 'note' }], programWords(words, lang, lang)],
  };
}

const quietly = (run: Run): Run => ({ ...run, quiet: true });

/**
 * A message as runs of a document in a language; `wordsLang` is the language of the message. Line breaks in quoted text are
 * removed.
 */
function programWords(words: string, lang: Lang, wordsLang: Lang): Run[] {
  return inLanguages({ words: withoutForbidden(words).replaceAll('\n', ' '), lang: wordsLang }, lang);
}

/**
 * For a finding without an event: the section, with a heading of its own, that prints the subject of the finding;
 * undefined if there is none.
 */
function sectionOf(
  field: string | undefined,
  { sections }: Document,
  { config }: Programme,
): string | undefined {
  const [head, name = ''] = (field ?? '').split('.');
  const id = ((): string => {
    if (head === 'themes') return themeTarget(config.themes[Number(name)]?.id ?? '');
    if (head === 'parts') return partTarget(partsOf(config)[Number(name)]?.id ?? '');
    return head === 'texts' ? partTarget(name) : `_${head ?? ''}`;
  })();
  return sections.find((section) => section.id === id)?.id;
}
