/**
 * Matches returned translations with the texts of the draft, and derives the states of the programme before and after
 * the translations. This module does no I/O.
 */

import { UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import {
  groupBy,
  type Lang,
  type Programme,
  type RichRun,
  translatableKey,
  withoutUndefined,
  wordsIn,
} from '../../model/index.ts';
import { withParagraphs } from '../../text/index.ts';
import type { About, Incoming, Leftover } from '../incoming.ts';
import { messageOf } from '../messages.ts';
import { EditedProgramme, type Place, placeKey } from '../places.ts';
import { allUnits, isSameInAll, type Unit } from './units.ts';
import { looksLost, plainWords, wordsOfRuns } from './words.ts';

/** A text that a translator returns, in any file format. */
export interface ReturnedText {
  id: string;
  /** The position of the text in the printed programme, as stated in the file. */
  where?: string;
  /** The text from which the translation was made. */
  source: readonly RichRun[];
  target?: readonly RichRun[];
  /** The translation that was sent with the text, if the file contains it. */
  sent?: readonly RichRun[];
  /** Whether only a part of the text is translated. */
  partial?: boolean;
  state?: string;
  approved?: boolean;
  notes?: readonly { words: string; by?: string }[];
  by?: string;
  date?: string;
}

/** A translation unit of the draft, and the text that was returned for it. */
interface Matched {
  unit: Unit;
  text: ReturnedText;
  /** The text from which the translation was made. */
  source: readonly RichRun[];
}

/**
 * Returns two states of the draft: one with the translations that were sent, and one with the translations that were
 * returned. Translations of texts that the draft no longer contains are returned in `leftovers`.
 *
 * @param file name of the file, for messages
 * @throws UserError if none of the texts belongs to this programme
 */
export function translated(
  texts: readonly ReturnedText[],
  lang: Lang,
  draft: Programme,
  file: string,
): Incoming {
  const units = allUnits(draft, lang);
  const matched = match(units, texts);
  if (matched.length === 0) throw new UserError(messageOf('translation-without-texts'), { file });
  const placed = new Set(matched.map(({ text }) => text));
  const leftovers: Leftover[] = texts
    .filter((text) => !placed.has(text) && text.target !== undefined && !isSame(text.target, text.source))
    .map(({ target = [], id, source }) => ({
      words: plainWords(target),
      where: short(`${id}: ${plainWords(source)}`),
    }));
  const firsts = matched.filter(
    ({ text }, index) => matched.findIndex((earlier) => earlier.text === text) === index,
  );
  const comments = firsts.flatMap(({ unit, text }) =>
    (text.notes ?? [])
      .filter(({ words }) => words !== unit.where)
      .map(({ words, by }) => withoutUndefined({ words, ...placeOf(unit), by: by?.slice(0, LONGEST_NAME) })),
  );
  const isPartial = ({ target, partial }: ReturnedText): boolean => target !== undefined && partial === true;
  const isCopy = ({ target, source, ...text }: ReturnedText): boolean =>
    target !== undefined && text.partial !== true && isSame(target, source) && !isDone(text);
  for (const { unit, text } of matched)
    if (isPartial(text))
      leftovers.push({
        words: plainWords(text.target ?? []),
        where: messageOf('left-translated-in-part'),
        ...placeOf(unit),
      });
  const wished = matched.filter(({ text }) => text.target !== undefined && !isPartial(text) && !isCopy(text));
  const name = { language: lang, message: lang };
  const count = (
    test: (text: ReturnedText) => boolean,
    code: 'texts-without-words' | 'texts-as-source' | 'texts-in-part',
  ): Message[] => {
    const found = matched.filter(({ text }) => test(text)).length;
    return found === 0 ? [] : [messageOf(code, { count: found, lang: name })];
  };
  const notes = [
    ...count(({ target }) => target === undefined, 'texts-without-words'),
    ...count(isCopy, 'texts-as-source'),
    ...count(isPartial, 'texts-in-part'),
    ...lostIn(wished),
    ...(draft.config.languages.includes(lang) ? [] : [messageOf('language-not-published', { lang: name })]),
  ];
  const { base, theirs, about } = statesOf(draft, lang, wished, units, leftovers);
  return {
    base,
    from: messageOf('base-sent'),
    wished: theirs,
    about: (place) => about.get(placeKey(place)) ?? {},
    comments,
    leftovers,
    notes,
  };
}

/**
 * Matches texts with translation units: by id, then by source text and printed position, then by source text alone.
 * Texts with the same source text are matched in order if there are as many units as texts. If all translations of a
 * source text are equal, the translation is used for all units with this source text.
 */
function match(units: readonly Unit[], texts: readonly ReturnedText[]): Matched[] {
  const free = new Set(units);
  const matched: Matched[] = [];
  const rungs: ((text: Keyed) => string)[] = [
    ownId,
    (text) => `${text.where ?? ''}\n${wordsAlone(text)}`,
    wordsAlone,
  ];
  // Tools that omit ids write translated texts after the texts that are not translated, so translated texts are matched
  // first.
  const steps = [true, false].flatMap((isTranslated) => rungs.map((keyOf) => [isTranslated, keyOf] as const));
  for (const [isTranslated, keyOf] of steps) {
    const placed = new Set(matched.map(({ text }) => text));
    const open = texts.filter((text) => (text.target !== undefined) === isTranslated && !placed.has(text));
    const byKey = groupBy(free, keyOf);
    for (const [key, came] of groupBy(open, keyOf)) {
      const wanted = byKey.get(key) ?? [];
      for (const [at, text] of (keyOf === wordsAlone
        ? inPlacesOf(wanted, came)
        : onlyOne(wanted, came)
      ).entries()) {
        const unit = wanted[at];
        if (unit === undefined) continue;
        // Tools that omit ids also lose the formatting and the line breaks of source texts.
        const source = keyOf === ownId || wordsAlone(text) !== wordsAlone(unit) ? text.source : unit.source;
        matched.push({ unit, text, source });
        free.delete(unit);
      }
    }
  }
  return matched;
}

type Keyed = Pick<ReturnedText, 'id' | 'where' | 'source'>;
const ownId = ({ id }: Keyed): string => id;
/** The source text without white space, because line breaks may have been lost as well. */
const wordsAlone = ({ source }: Pick<Keyed, 'source'>): string => plainWords(source).replace(/\s/gu, '');

const onlyOne = (wanted: readonly Unit[], came: readonly ReturnedText[]): readonly ReturnedText[] =>
  wanted.length === 1 ? came.slice(0, 1) : [];

/**
 * The texts for several units with the same source text, in order; empty if it is unclear which text belongs to which
 * unit.
 */
function inPlacesOf(wanted: readonly Unit[], came: readonly ReturnedText[]): readonly ReturnedText[] {
  if (wanted.length === 1 || wanted.length === came.length) return came.slice(0, wanted.length);
  const translated = came.filter(({ target }) => target !== undefined);
  const [first = came[0]] = translated;
  const isOne = translated.every(({ target = [] }) => isSame(target, first?.target ?? []));
  return first !== undefined && isOne ? wanted.map(() => first) : [];
}

const isSame = (a: readonly RichRun[], b: readonly RichRun[]): boolean => plainWords(a) === plainWords(b);

/**
 * Whether the translator has marked the text as translated. A translation that is marked as such may equal the source
 * text: names are often the same in both languages.
 */
function isDone({ state, approved }: Pick<ReturnedText, 'state' | 'approved'>): boolean {
  return approved === true || (state !== undefined && FINISHED.has(state));
}

const FINISHED: ReadonlySet<string> = new Set(['translated', 'final', 'signed-off']);
/**
 * Matches the states of unfinished translations. `needs-translation` is not included, because tools keep this state
 * when they insert a translation.
 */
const UNFINISHED = /^needs-(?:review|adaptation|l10n)/;

function isUnfinished({ state = '', approved }: ReturnedText): boolean {
  return approved === undefined ? UNFINISHED.test(state) : !approved;
}

/** Messages on formatting and links in source texts that are missing from their translations. */
function lostIn(wished: readonly Matched[]): Message[] {
  const lost = wished.flatMap(({ unit, text, source }) =>
    looksLost(source, targetOf({ unit, text })).map((look) =>
      messageOf('look-not-translated', { look, where: unit.where }),
    ),
  );
  return [...new Map(lost.map((one) => [one.message, one])).values()];
}

/**
 * The two states of the draft, with the translations that were sent and with those that were returned, and information
 * about each translation by the address of its field.
 */
function statesOf(
  draft: Programme,
  lang: Lang,
  wished: readonly Matched[],
  units: readonly Unit[],
  leftovers: Leftover[],
): { base: Programme; theirs: Programme; about: ReadonlyMap<string, About> } {
  const base = new EditedProgramme(draft);
  const theirs = new EditedProgramme(draft);
  const about = new Map<string, About>();
  const keepsSent = wished.some(({ text }) => text.sent !== undefined);
  const byText = groupBy(wished, ({ unit }) => translatableKey(unit.of));
  for (const [key, ofText] of byText) {
    const [first] = ofText;
    const { of, lang: from } = first.unit;
    const whole = units.filter((unit) => unit.of === of);
    about.set(key, aboutOf(ofText, whole));
    const place: Place = withoutUndefined({ about: of.about, field: of.field, lang, of: of.of });
    const { form } = of;
    if (form === 'markdown') {
      const paragraphs = whole.map((unit) => {
        const came = ofText.find((one) => one.unit === unit);
        if (came?.text.target !== undefined) return targetOf(came);
        return unit.target ?? (isSameInAll(unit) ? unit.source : undefined);
      });
      const lacking = paragraphs.filter((runs) => runs === undefined).length;
      if (lacking === 0) {
        const source = wordsIn(of.text, from, draft.config.language) ?? '';
        theirs.set(
          place,
          withParagraphs(source, (_, index) => paragraphs[index]),
        );
        continue;
      }
      const where = messageOf('left-paragraphs-lacking', { lacking, all: whole.length });
      for (const { unit, text } of ofText)
        if (text.target !== undefined && !isSame(text.target, unit.target ?? []))
          leftovers.push({ words: plainWords(text.target), where, ...placeOf(unit) });
      continue;
    }
    const write = (runs: readonly RichRun[] = []): string | undefined => wordsOfRuns(runs, form) || undefined;
    // If the file contains any translations that were sent, texts without one were sent without a translation.
    const sent = first.text.sent ?? (keepsSent ? [] : undefined);
    if (sent !== undefined) for (const state of [base, theirs]) state.set(place, write(sent));
    theirs.set(place, write(targetOf(first)));
  }
  return { base: base.programme(), theirs: theirs.programme(), about };
}

/**
 * The translation of a unit. Links keep their address if the source text contains it. If the source text contains only
 * one address, this address replaces all others in the translation. If it contains none or several, links with other
 * addresses are removed.
 */
function targetOf({ unit, text: { target = [] } }: Pick<Matched, 'unit' | 'text'>): RichRun[] {
  const addresses = [...new Set(unit.source.flatMap(({ link }) => link ?? []))];
  const [only] = addresses;
  return target.map(({ link, ...run }) => {
    if (link === undefined || addresses.includes(link)) return { ...run, ...(link && { link }) };
    return addresses.length === 1 && only !== undefined ? { ...run, link: only } : run;
  });
}

/** @param whole all translation units that belong to the same text */
function aboutOf(ofText: readonly [Matched, ...Matched[]], whole: readonly Unit[]): About {
  const [first] = ofText;
  const { unit, text } = first;
  const came = new Map(ofText.map((one) => [one.unit, one.source]));
  const words =
    unit.paragraph === undefined
      ? plainWords(first.source)
      : whole.map((other) => plainWords(came.get(other) ?? other.source)).join('\n');
  return withoutUndefined({
    source: { lang: unit.lang, words },
    unfinished: ofText.some((one) => isUnfinished(one.text)) ? true : undefined,
    by: text.by?.slice(0, LONGEST_NAME),
    date: /^\d{4}-\d{2}-\d{2}/.exec(text.date ?? '')?.[0],
  });
}

/** Maximum number of characters of a person's name. */
const LONGEST_NAME = 200;

/** The event and the field to which a unit belongs. */
export function placeOf({ of: { about, of, field } }: Unit): Pick<Leftover, 'event' | 'field'> {
  return { ...(about === 'event' && of !== undefined ? { event: of } : {}), field };
}

const LONGEST_PLACE = 120;

function short(words: string): string {
  const line = words.replaceAll('\n', ' ');
  return line.length <= LONGEST_PLACE ? line : `${line.slice(0, LONGEST_PLACE)}…`;
}
