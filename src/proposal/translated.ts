/** What translations that came back propose: each beside the text that it was made from, and that text as it is now. Pure. */
import {
  type Event,
  type Lang,
  type Programme,
  type RichRun,
  type Text,
  type Translatable,
  translatableKey,
  wordsIn,
} from '../model/index.ts';
import { withParagraphs, writtenEmphasis } from '../text/index.ts';
import { looksLost, plainWords, type Unit, unitGroups, wordsOfRuns } from '../translation/index.ts';
import { changesBetween, type Found } from './changes.ts';
import { eventWith, programmePath, valueAt, withValueAt, withWords } from './fields.ts';
import { withPartSource } from './part-texts.ts';
import type { ProposedChange, Remainder } from './schema.ts';

/** A text that a translator sends back, whatever the format. */
export interface ReturnedText {
  id: string;
  /** Where it is printed, as the file says it. */
  where?: string;
  /** What it was translated from. */
  source: readonly RichRun[];
  target?: readonly RichRun[];
  /** The translation that was sent to them, where the file tells. */
  sent?: readonly RichRun[];
  /** Some of it is not translated. */
  partial?: boolean;
  state?: string;
  approved?: boolean;
  notes?: readonly { words: string; by?: string }[];
  by?: string;
  date?: string;
}

export interface Translated extends Found {
  comments: Remainder[];
  unplaced: Remainder[];
  /** What is to be known of the file as a whole. */
  notes: string[];
  /** Texts that were found in the programme. */
  found: number;
}

/** A text with what came back for it. */
interface Matched {
  unit: Unit;
  text: ReturnedText;
}

/** The changes that translations into a language propose; those of texts that the draft has no more are listed. */
export function translated(texts: readonly ReturnedText[], lang: Lang, draft: Programme): Translated {
  const units = unitGroups(draft, lang).flatMap((group) => group.units);
  const matched = match(units, texts);
  const placed = new Set(matched.map(({ text }) => text));
  const count = { missing: 0, same: 0, partial: 0 };
  const unplaced: Remainder[] = texts
    .filter((text) => !placed.has(text) && text.target !== undefined && !isSame(text.target, text.source))
    .map(({ target = [], id, source }) => ({
      words: plainWords(target),
      where: short(`${id}: ${plainWords(source)}`),
    }));
  const comments = matched.flatMap(({ unit, text }) =>
    (text.notes ?? [])
      .filter(({ words }) => words !== unit.where)
      .map(({ words, by }) => ({
        words,
        ...placeOf(unit),
        ...(by === undefined ? {} : { by: by.slice(0, 200) }),
      })),
  );
  const wished = matched.filter(({ unit, text }) => {
    if (text.target === undefined) count.missing++;
    else if (text.partial === true) {
      count.partial++;
      unplaced.push({ words: plainWords(text.target), where: 'translated in part', ...placeOf(unit) });
    } else if (isSame(text.target, text.source) && !isDone(text)) count.same++;
    else return true;
    return false;
  });
  const lost = new Set<string>();
  const states = statesOf(draft, lang, wished, units, unplaced, lost);
  const { changes, byHand } = changesBetween(states.base, states.theirs);
  const notesOf = (change: ProposedChange): ProposedChange => ({
    ...change,
    ...states.about.get(keyOf(change)),
  });
  return {
    changes: changes.map(notesOf),
    byHand,
    comments,
    unplaced,
    notes: [...countNotes(count, lang), ...lost],
    found: matched.length,
  };
}

/** By the ids, else by the texts that were translated and where they are printed, else by these texts, where one alone is left that says so. */
function match(units: readonly Unit[], texts: readonly ReturnedText[]): Matched[] {
  const free = new Set(units);
  const found = new Map<ReturnedText, Unit>();
  const rung = (keyOfUnit: (unit: Unit) => string, keyOfText: (text: ReturnedText) => string): void => {
    const byKey = new Map<string, Unit[]>();
    for (const unit of free) byKey.set(keyOfUnit(unit), [...(byKey.get(keyOfUnit(unit)) ?? []), unit]);
    for (const text of texts) {
      const [only, ...others] = found.has(text) ? [] : (byKey.get(keyOfText(text)) ?? []);
      if (only !== undefined && others.length === 0 && free.delete(only)) found.set(text, only);
    }
  };
  const words = ({ source }: Pick<Unit, 'source'>): string => plainWords(source);
  rung(
    ({ id }) => id,
    ({ id }) => id,
  );
  rung(
    (unit) => `${unit.where}\n${words(unit)}`,
    (text) => `${text.where ?? ''}\n${words(text)}`,
  );
  rung(words, words);
  return texts.flatMap((text) => {
    const unit = found.get(text);
    return unit === undefined ? [] : [{ unit, text }];
  });
}

const isSame = (a: readonly RichRun[], b: readonly RichRun[]): boolean => plainWords(a) === plainWords(b);

/** Whether the translator says that it is translated: a name may be the same in both languages. */
function isDone({ state, approved }: ReturnedText): boolean {
  return approved === true || (state !== undefined && FINISHED.has(state));
}

const FINISHED: ReadonlySet<string> = new Set(['translated', 'final', 'signed-off']);
/** Not `needs-translation`: tools leave that of the file in place when they put words in. */
const UNFINISHED = /^needs-(?:review|adaptation|l10n)/;

function isUnfinished({ state = '', approved }: ReturnedText): boolean {
  return approved === undefined ? UNFINISHED.test(state) : !approved;
}

type About = Pick<ProposedChange, 'source' | 'unfinished' | 'by' | 'date'>;

interface States {
  base: Programme;
  theirs: Programme;
  /** What is to be said of a change, by its text. */
  about: ReadonlyMap<string, About>;
}

/** The draft with the translations that were sent, and with those that came back. */
function statesOf(
  draft: Programme,
  lang: Lang,
  wished: readonly Matched[],
  units: readonly Unit[],
  unplaced: Remainder[],
  lost: Set<string>,
): States {
  const base = new Writer(draft, lang);
  const theirs = new Writer(draft, lang);
  const about = new Map<string, About>();
  const keepsSent = wished.some(({ text }) => text.sent !== undefined);
  const byText = new Map<string, Matched[]>();
  for (const own of wished) {
    const key = translatableKey(own.unit.of);
    byText.set(key, [...(byText.get(key) ?? []), own]);
    const target = withLinks(own.text.target ?? [], own.unit.source);
    if (own.unit.of.form === 'emphasis')
      for (const { text } of writtenEmphasis(target).lost)
        lost.add(
          `bold or italic inside a word or beside a sign, taken as plain: "${text}" (${own.unit.where})`,
        );
    for (const look of looksLost(own.text.source, target))
      lost.add(`not in the translation: ${look} (${own.unit.where})`);
  }
  for (const [key, own] of byText) {
    const [first] = own;
    if (first === undefined) continue;
    about.set(key, aboutOf(own, units, draft.config.language));
    const { of } = first.unit;
    if (of.form !== 'markdown') {
      const { form } = of;
      const write = (runs: readonly RichRun[] = []): string => wordsOfRuns(runs, form);
      // Where the file has kept some of what was sent, nothing was sent of the others.
      const sent = first.text.sent ?? (keepsSent ? [] : undefined);
      if (sent !== undefined) {
        base.set(of, write(sent));
        theirs.set(of, write(sent));
      }
      theirs.set(of, write(first.text.target));
      continue;
    }
    const whole = units.filter((unit) => unit.of === of);
    const words = wholeText(whole, own);
    if ('lacking' in words) {
      const where = `the text is not translated as a whole: ${words.lacking} of ${whole.length} paragraphs lack`;
      for (const { unit, text } of own)
        if (text.target !== undefined && !isSame(text.target, unit.target ?? []))
          unplaced.push({ words: plainWords(text.target), where, ...placeOf(unit) });
      continue;
    }
    const source = wordsIn(of.text, first.unit.lang, draft.config.language) ?? '';
    theirs.set(
      of,
      withParagraphs(source, (_, index) => words.paragraphs[index]),
    );
  }
  return { base: base.programme(), theirs: theirs.programme(), about };
}

/** The paragraphs of a text in Markdown with their translations, those that there are already where none came back. */
function wholeText(
  whole: readonly Unit[],
  own: readonly Matched[],
): { paragraphs: readonly (readonly RichRun[])[] } | { lacking: number } {
  const came = new Map(
    own.map(({ unit, text }) => [unit, text.target && withLinks(text.target, unit.source)]),
  );
  const found = whole.map((unit) => came.get(unit) ?? unit.target);
  const paragraphs = found.filter((runs) => runs !== undefined);
  return paragraphs.length === found.length ? { paragraphs } : { lacking: found.length - paragraphs.length };
}

/** Links whose addresses the file has lost get that of the text, where it has one alone. */
function withLinks(runs: readonly RichRun[], source: readonly RichRun[]): RichRun[] {
  const addresses = [...new Set(source.flatMap(({ link }) => link ?? []))];
  const [only] = addresses;
  return runs.map(({ link, ...run }) => {
    if (link === undefined || addresses.includes(link)) return { ...run, ...(link && { link }) };
    return addresses.length === 1 && only !== undefined ? { ...run, link: only } : run;
  });
}

function aboutOf(own: readonly Matched[], units: readonly Unit[], main: Lang): About {
  const [first] = own;
  if (first === undefined) return {};
  const { unit, text } = first;
  const came = new Map(own.map((one) => [one.unit, one.text.source]));
  const sent =
    unit.paragraph === undefined
      ? plainWords(text.source)
      : units
          .filter((other) => other.of === unit.of)
          .map((other) => plainWords(came.get(other) ?? other.source))
          .join('\n');
  const unfinished = own.some((one) => isUnfinished(one.text));
  return {
    source: { lang: unit.lang ?? main, words: sent },
    ...(unfinished ? { unfinished: true as const } : {}),
    ...(text.by === undefined ? {} : { by: text.by.slice(0, 200) }),
    ...(text.date !== undefined && /^\d{4}-\d{2}-\d{2}/.test(text.date)
      ? { date: text.date.slice(0, 10) }
      : {}),
  };
}

const keyOf = ({ about, of, field = '' }: ProposedChange): string =>
  translatableKey({ about, ...(of !== undefined && { of }), field });

/** Sets words in one language, text by text. */
class Writer {
  readonly #draft: Programme;
  readonly #lang: Lang;
  readonly #events = new Map<string, Event>();
  #whole: Programme;

  constructor(draft: Programme, lang: Lang) {
    this.#draft = draft;
    this.#lang = lang;
    this.#whole = draft;
    for (const { events } of draft.themes) for (const event of events) this.#events.set(event.id, event);
  }

  /** @param words none where they are empty */
  set(of: Translatable, text: string): void {
    const words = text === '' ? undefined : text;
    const { language: main } = this.#draft.config;
    const lang = this.#lang;
    const place = { about: of.about, field: of.field, lang, ...(of.of !== undefined && { of: of.of }) };
    const event = of.about === 'event' ? this.#events.get(of.of ?? '') : undefined;
    if (event !== undefined) {
      this.#events.set(
        event.id,
        eventWith(event, { field: of.field, lang, ...(words !== undefined && { words }) }, main),
      );
      return;
    }
    if (of.form === 'markdown') {
      this.#whole = withPartSource(this.#whole, place, words);
      return;
    }
    const { config } = this.#whole;
    const path = programmePath(config, place);
    if (path === undefined) return;
    const now = withWords(valueAt(config, path) as Text | undefined, lang, words, main);
    this.#whole = { ...this.#whole, config: withValueAt(config, path, now) };
  }

  programme(): Programme {
    const { config } = this.#whole;
    const themes = this.#draft.themes.map(({ theme, events }) => ({
      theme: config.themes.find(({ id }) => id === theme.id) ?? theme,
      events: events.map((event) => this.#events.get(event.id) ?? event),
    }));
    return { ...this.#whole, themes };
  }
}

/** Event and field of a text that is translated. */
export function placeOf({ of: { about, of, field } }: Unit): Pick<Remainder, 'event' | 'field'> {
  return { ...(about === 'event' && of !== undefined ? { event: of } : {}), field };
}

const LONGEST_PLACE = 120;

function short(words: string): string {
  const line = words.replaceAll('\n', ' ');
  return line.length <= LONGEST_PLACE ? line : `${line.slice(0, LONGEST_PLACE)}…`;
}

function countNotes(
  { missing, same, partial }: { missing: number; same: number; partial: number },
  lang: Lang,
): string[] {
  const note = (count: number, words: string): string[] => (count === 0 ? [] : [`${count} ${words}`]);
  return [
    ...note(missing, `texts have no words in ${lang}`),
    ...note(
      same,
      `texts say in ${lang} what they say in the source and are not marked as translated: taken for missing`,
    ),
    ...note(partial, 'texts are translated in part'),
  ];
}
