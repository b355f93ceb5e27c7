import type { Event, SideRegions } from '../../model/event.ts';
import { type Field, TEXT_FIELDS } from '../../model/field.ts';
import { own } from '../../model/own.ts';
import type { Programme, ProgrammeFile, ThemeEvents } from '../../model/programme.ts';
import type { Region } from '../../model/reference.ts';
import { LANGS, type Lang, type Text, textIn } from '../../model/text.ts';

/**
 * The columns that hold everything about the events of some themes: id and theme, then the printed columns in their order,
 * each text in every language of the programme, then what is not printed.
 */
export function columnsOf({ config }: Programme, themes: readonly ThemeEvents[]): Field[] {
  const events = themes.flatMap((theme) => theme.events);
  const printed = printedColumns(config, themes, events).flatMap((name) => {
    const texts = events.map((event) => textOf(event, name));
    return languagesOf(config, texts).map((lang) =>
      columnField(name, lang === config.language ? undefined : lang),
    );
  });
  return [
    { name: 'id' },
    { name: 'theme' },
    ...printed,
    { name: 'when' },
    ...config.sides.map(({ id }): Field => ({ name: 'regions', side: id })),
    { name: 'status' },
    { name: 'repeat' },
    { name: 'accept' },
  ];
}

/** Columns of the themes' tables in order, then those that only the events have. */
function printedColumns(
  config: ProgrammeFile,
  themes: readonly ThemeEvents[],
  events: readonly Event[],
): string[] {
  const columns = new Set<string>();
  for (const side of config.sides) columns.add(side.id);
  for (const name of ['title', 'description', 'date']) columns.add(name);
  const ordered = new Set(themes.flatMap(({ theme }) => theme.columns));
  for (const name of columns) ordered.add(name);
  for (const name of TEXT_FIELDS) if (events.some((event) => event[name] !== undefined)) ordered.add(name);
  return [...ordered];
}

function columnField(column: string, lang: Lang | undefined): Field {
  const language = lang === undefined ? {} : { lang };
  const text = TEXT_FIELDS.find((name) => name === column);
  return text === undefined ? { name: 'bodies', side: column, ...language } : { name: text, ...language };
}

function textOf(event: Event, column: string): Text | undefined {
  const text = TEXT_FIELDS.find((name) => name === column);
  return text === undefined ? own(event.bodies, column) : event[text];
}

/** The languages of the programme, and those that some of the texts are in besides; the main language first. */
function languagesOf(config: ProgrammeFile, texts: readonly (Text | undefined)[]): Lang[] {
  const used = new Set<Lang>([config.language, ...config.languages]);
  for (const text of texts)
    if (typeof text === 'object') for (const lang of LANGS) if (text[lang] !== undefined) used.add(lang);
  return [...used];
}

/** What every cell needs to know of the programme. */
export interface CellContext {
  main: Lang;
  regions: ReadonlyMap<string, Region>;
}

/** The words of an event in a column; empty when the event has nothing there. */
export function cellText(event: Event, theme: string, field: Field, context: CellContext): string {
  switch (field.name) {
    case 'id':
      return event.id;
    case 'theme':
      return theme;
    case 'when':
    case 'status':
      return event[field.name] ?? '';
    case 'repeat':
      return event.repeat === true ? 'yes' : '';
    case 'accept':
      return (event.accept ?? []).map((entry) => JSON.stringify(entry)).join('\n');
    case 'regions':
      return regionWords(own(event.regions, field.side), context);
    case 'bodies':
      return words(own(event.bodies, field.side), field.lang ?? context.main, context.main);
    default:
      return words(event[field.name], field.lang ?? context.main, context.main);
  }
}

function words(text: Text | undefined, lang: Lang, main: Lang): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return lang === main ? text : '';
  return text[lang] ?? '';
}

/** `FR-GES Grand Est; FR-IDF Île-de-France`, or the reason why there is no region. */
function regionWords(regions: SideRegions | undefined, { main, regions: known }: CellContext): string {
  if (regions === undefined || typeof regions === 'string') return regions ?? '';
  return regions.map((code) => regionEntry(code, nameOf(known.get(code), main))).join('; ');
}

function nameOf(region: Region | undefined, main: Lang): string | undefined {
  return region === undefined ? undefined : textIn(region.names, main, main).words;
}

/** A region as cells and drop-down lists name it: code and name, without the signs that separate regions. */
export function regionEntry(code: string, name: string | undefined): string {
  const clean = (name ?? '').replace(/[;\s]+/g, ' ').trim();
  return clean === '' ? code : `${code} ${clean}`;
}
