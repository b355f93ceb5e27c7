import type { Event } from '../model/event.ts';
import { DRAFT, type Programme, type Theme } from '../model/programme.ts';
import type { Lang } from '../model/text.ts';
import { dateWords } from '../text/dates/words.ts';
import { EMPTY_CELL, type Labels, labels } from '../text/labels.ts';
import type { Cell, Column, Cover, Document, Entry, Row, Section, Table } from './model.ts';
import { type Runs, runsIn } from './runs.ts';

/** Ids of the parts of a document; an event id cannot begin with an underscore. */
const INTRODUCTION = '_introduction';
const CONTENTS = '_contents';
const themeTarget = (theme: Theme): string => `_theme-${theme.id}`;

/**
 * The programme as a document in one language.
 *
 * @param lang language of the labels; a text without that language keeps its own, marked as such
 */
export function buildDocument(programme: Programme, lang: Lang): Document {
  const { config, edition } = programme;
  const say = labels(lang);
  const runs = runsIn(lang, config.language);
  const editionLine = edition === DRAFT ? say.draft : say.edition(edition, dateWords(config.date, lang));
  const themes = themeSections(programme, say, runs);
  return {
    meta: {
      title: [periodWords(config.period, lang), runs.words(config.title)]
        .filter((part) => part !== '')
        .join(' '),
      author: config.author,
      subject: runs.words(config.subject),
      lang,
      date: config.date,
      stem: `${config.name}-${edition === DRAFT ? DRAFT : `ed${edition}`}-${lang}`,
    },
    words: { edition: editionLine, page: say.page },
    cover: coverOf(programme, lang, editionLine, say, runs),
    sections: [
      {
        id: INTRODUCTION,
        title: [{ text: say.introduction }],
        setting: 'text',
        blocks: runs.strongParagraphs(config.introduction).map((text) => ({ kind: 'paragraph', text })),
      },
      {
        id: CONTENTS,
        title: runs.paragraph(config.contents),
        setting: 'text',
        blocks: [
          { kind: 'contents', entries: themes.map(({ id, title }): Entry => ({ text: title, target: id })) },
        ],
      },
      ...themes,
    ],
  };
}

function coverOf(programme: Programme, lang: Lang, editionLine: string, say: Labels, runs: Runs): Cover {
  const { config, themes } = programme;
  const count = themes.reduce((sum, { events }) => sum + events.length, 0);
  return {
    kicker: { text: periodWords(config.period, lang) },
    title: runs.run(config.title),
    lines: [{ text: editionLine, strong: true }, { text: say.events(count) }],
    publisher: { text: config.author, ...(lang === config.language ? {} : { lang: config.language }) },
  };
}

/** The period as the cover prints it: a year as its digits, anything longer in words. */
function periodWords(period: string, lang: Lang): string {
  return /^\d{4}$/.test(period) ? period : dateWords(period, lang);
}

function themeSections({ config, themes }: Programme, say: Labels, runs: Runs): Section[] {
  let number = 0;
  return themes.map(({ theme, events }, accent) => {
    const first = number + 1;
    number += events.length;
    const title = runs.paragraph(theme.title);
    return {
      id: themeTarget(theme),
      title,
      setting: 'table',
      accent,
      blocks: [{ kind: 'table', table: themeTable(theme, events, first, config, say, runs) }],
    };
  });
}

function themeTable(
  theme: Theme,
  events: readonly Event[],
  firstNumber: number,
  config: Programme['config'],
  say: Labels,
  runs: Runs,
): Table {
  const sides = new Map(config.sides.map((side) => [side.id, side]));
  const columns = theme.columns.map((id): Column => {
    const side = sides.get(id);
    const heading = side?.heading ?? config.columns[id as keyof typeof config.columns] ?? id;
    return { id: side === undefined ? id : 'body', heading: runs.paragraph(heading) };
  });
  const title = runs.words(theme.title);
  return {
    title,
    description: say.tableDescription(title, events.length),
    columns: [{ id: 'number', heading: [{ text: say.number }] }, ...columns],
    ...(theme.carry ? { group: 1 } : {}),
    header: 1 + theme.columns.indexOf('title'),
    rows: events.map((event, index) =>
      eventRow(event, firstNumber + index, theme, events[index - 1], say, runs),
    ),
  };
}

function eventRow(
  event: Event,
  number: number,
  theme: Theme,
  above: Event | undefined,
  say: Labels,
  runs: Runs,
): Row {
  const cells = theme.columns.map((column): Cell => {
    const text = textOf(event, column);
    if (text === undefined)
      return { paragraphs: [[{ text: EMPTY_CELL, spoken: say.notStated, quiet: true }]] };
    const paragraphs = runs.paragraphs(text);
    const status =
      column === 'title' && event.status !== undefined
        ? [[{ text: say[event.status], strong: true as const }]]
        : [];
    return { paragraphs: [...status, ...paragraphs] };
  });
  const [first] = theme.columns;
  const carried =
    theme.carry &&
    first !== undefined &&
    above !== undefined &&
    !event.repeat &&
    sameText(event, above, first, runs);
  return {
    id: event.id,
    cells: [{ paragraphs: [[{ text: String(number) }]] }, ...cells],
    ...(carried ? { carried } : {}),
  };
}

function sameText(event: Event, above: Event, column: string, runs: Runs): boolean {
  const [own, other] = [textOf(event, column), textOf(above, column)];
  return own !== undefined && other !== undefined && runs.words(own) === runs.words(other);
}

function textOf(event: Event, column: string): Event['title'] | undefined {
  switch (column) {
    case 'region':
    case 'category':
    case 'title':
    case 'description':
    case 'date':
      return event[column];
    default:
      return event.bodies[column];
  }
}
