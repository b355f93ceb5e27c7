import {
  type Event,
  fieldTexts,
  type HasFields,
  LANGS,
  type Lang,
  ownProperty,
  type Programme,
  type ProgrammeFile,
  type SheetField,
  type SideRegions,
  type Text,
  type ThemeEvents,
  textIn,
  textOf,
  wordsIn,
} from '../../model/index.ts';

/**
 * The columns for all data of the events in the given themes: id and theme, the printed columns in their order, and the
 * fields that are not printed. A text has one column for each language of the programme.
 */
export function columnsOf({ config }: Programme, themes: readonly ThemeEvents[]): SheetField[] {
  const events = themes.flatMap((theme) => theme.events);
  const printed = textColumns(config, themes, events).flatMap((column) => {
    const texts = events.map((event) => textOf(event, column));
    return languagesOf(config, texts).map((lang) =>
      columnField(config, column, lang === config.language ? undefined : lang),
    );
  });
  return [
    { name: 'id' },
    { name: 'theme' },
    ...printed,
    { name: 'when' },
    ...(events.some(({ occurrences }) => occurrences !== undefined)
      ? [{ name: 'occurrences' } as const]
      : []),
    ...config.sides.map(({ id }): SheetField => ({ name: 'regions', side: id })),
    { name: 'status' },
    ...(events.some(({ timezone }) => timezone !== undefined) ? [{ name: 'timezone' } as const] : []),
    { name: 'repeat' },
    { name: 'accept' },
  ];
}

/**
 * The columns of the theme tables, in order, followed by the sides and fields that are not in these tables. Grouping
 * fields (region, category) are omitted if neither a table nor an event contains them.
 */
function textColumns(config: ProgrammeFile, themes: readonly ThemeEvents[], events: readonly Event[]) {
  const isGroup = ({ kind }: { kind: string }): boolean => kind === 'region' || kind === 'category';
  const isUsed = ({ id }: { id: string }): boolean => events.some((event) => textOf(event, id) !== undefined);
  const others = [
    ...config.sides.map(({ id }) => id),
    ...fieldTexts({ fields: config.fields.filter((field) => !isGroup(field)) }).map(({ column }) => column),
    ...config.fields.filter((field) => isGroup(field) && isUsed(field)).map(({ id }) => id),
  ];
  return [...new Set([...themes.flatMap(({ theme }) => theme.columns), ...others])];
}

function columnField({ fields }: HasFields, column: string, lang: Lang | undefined): SheetField {
  const language = lang === undefined ? {} : { lang };
  return fields.some(({ id }) => id === column)
    ? { name: 'field', id: column, ...language }
    : { name: 'bodies', side: column, ...language };
}

/** The languages of the programme and of the given texts, the main language first. */
export function languagesOf(config: ProgrammeFile, texts: readonly (Text | undefined)[]): Lang[] {
  const used = new Set<Lang>([config.language, ...config.languages]);
  for (const text of texts)
    if (typeof text === 'object') for (const lang of LANGS) if (text[lang] !== undefined) used.add(lang);
  return [...used];
}

/** Returns the text of an event in a column; empty if the event has no value for the column. */
export type CellText = (event: Event, theme: string, field: SheetField) => string;

/** Creates the function that returns the texts of the programme's events. */
export function cellTextIn({ config: { language: main }, reference }: Programme): CellText {
  const names = new Map(reference.regions.map(({ code, names }) => [code, textIn(names, main, main).words]));
  return (event, theme, field) => {
    switch (field.name) {
      case 'id':
        return event.id;
      case 'theme':
        return theme;
      case 'when':
      case 'status':
      case 'timezone':
        return event[field.name] ?? '';
      case 'occurrences':
        return (event.occurrences ?? []).join('\n');
      case 'repeat':
        return event.repeat === true ? 'yes' : '';
      case 'accept':
        return (event.accept ?? []).map((entry) => JSON.stringify(entry)).join('\n');
      case 'regions':
        return regionWords(ownProperty(event.regions, field.side), names);
      case 'bodies':
        return words(ownProperty(event.bodies, field.side), field.lang ?? main, main);
      case 'field':
        return words(textOf(event, field.id), field.lang ?? main, main);
    }
  };
}

/** The words of a text in a language; empty if the text has none in that language. */
export const words = (text: Text | undefined, lang: Lang, main: Lang): string =>
  wordsIn(text, lang, main) ?? '';

/**
 * The codes and names of regions, such as `FR-GES Grand Est; FR-IDF Île-de-France`, or the reason why there are no
 * regions.
 */
function regionWords(regions: SideRegions | undefined, names: ReadonlyMap<string, string>): string {
  if (regions === undefined || typeof regions === 'string') return regions ?? '';
  return regions.map((code) => regionEntry(code, names.get(code))).join('; ');
}

/**
 * A region as it appears in cells and drop-down lists: its code and name. Characters in the name that separate regions
 * are removed.
 */
export function regionEntry(code: string, name = ''): string {
  const clean = name.replace(/[;\s]+/g, ' ').trim();
  return clean === '' ? code : `${code} ${clean}`;
}
