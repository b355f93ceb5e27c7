import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Event, Field, Text } from '../../index.ts';
import type { Dataset, DisplayedFinding, Reading, TranslatedProblem } from '../api.ts';
import { Button, Moves } from './button.tsx';
import { post, type ReadDataset, sendChanges } from './client.ts';
import {
  type Acceptances,
  acceptedIn,
  acceptedValue,
  type FormValue,
  keyOfFinding,
  plainAt,
  regionsAt,
  textSlots,
  withAccepted,
  withCorrection,
  withPlain,
  withRegions,
  withWords,
  wordsAt,
} from './event-values.ts';
import { Choice, Conflict, type FieldProps, FormNotes, Messages, Select, TextField } from './fields.tsx';
import { FieldFindings } from './findings.tsx';
import { type FormStore, useTyped } from './form-state.ts';
import { Notes } from './notes.tsx';
import { PictureField } from './picture-field.tsx';
import { pictureIn, pictureText, pictureValue } from './picture-values.ts';
import { useAnswer } from './requests.ts';
import { SettingsPanel, usePanelTitle } from './settings-panel.tsx';
import type { Change } from './undo-steps.ts';
import { useTexts } from './words.tsx';

interface EventPanelProps {
  dataset: ReadDataset;
  id: string | undefined;
  /** Whether an event was added that the dataset may not contain yet. */
  isOutdated: boolean;
  /** The index of the page on which it begins; undefined if the displayed pages do not contain it. */
  page: number | undefined;
  onShow(): void;
  onClose(): void;
  /** Findings on the event, or on what the settings panel edits. */
  findings: readonly DisplayedFinding[];
  /** Receives the edits that undo a change of the form. */
  onSaved(undo: readonly Change[], about: string): void;
  /** @param event the event as it was read or written last */
  onAct(act: Act, event: Event): void;
  /** Whether an action is running; other actions are ignored meanwhile. */
  isWorking: boolean;
  /** Opens another event or panel of settings. */
  onOpen(id: string): void;
}

/** The actions on a whole event. */
export type Act = 'add' | 'copy' | 'remove' | 'up' | 'down' | { theme: string };

/** The open panel: the form of an event or of settings, or the texts of an event of a frozen edition. */
export function EventPanel({
  onClose,
  onShow,
  onOpen,
  page,
  id,
  isOutdated,
  dataset,
  ...rest
}: EventPanelProps): ReactNode {
  const { words, say } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const titleOfPanel = usePanelTitle(dataset);
  const event = id === undefined ? undefined : dataset.values[id];
  // biome-ignore lint/correctness/useExhaustiveDependencies: each event is shown from its beginning
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    if (body.current !== null) body.current.scrollTop = 0;
  }, [id]);
  const isSetting = id?.startsWith('_') === true;
  if (id === undefined) return null;
  return (
    <aside className="event" aria-label={isSetting ? titleOfPanel(id) : words.event}>
      <div className="tools">
        {page === undefined ? (
          <span className="quiet">{words.notPrinted}</span>
        ) : (
          <Button text={say(words.showOnPage, { page: page + 1 })} onClick={onShow} />
        )}
        <span className="gap" />
        <Button text="×" onClick={onClose} aria-label={words.close} />
      </div>
      <div ref={body} className="body">
        <h2 ref={heading} tabIndex={-1}>
          {isSetting ? titleOfPanel(id) : dataset.events.find((one) => one.id === id)?.title}
        </h2>
        {event === undefined && !isSetting ? (
          <p className="quiet pad">{isOutdated ? words.loading : words.eventGone}</p>
        ) : event === undefined ? (
          <SettingsPanel
            key={id}
            dataset={dataset}
            panel={id}
            findings={rest.findings}
            onSaved={rest.onSaved}
            onOpen={onOpen}
          />
        ) : dataset.isFrozen ? (
          <>
            <p className="quiet pad">{words.frozenNotice}</p>
            <EventTexts dataset={dataset} event={event} />
          </>
        ) : (
          <EventForm key={id} dataset={dataset} event={event} {...rest} />
        )}
      </div>
    </aside>
  );
}

/** The texts of an event, read-only. */
function EventTexts({ dataset, event }: { dataset: Dataset; event: Event }): ReactNode {
  const slots = textSlots(dataset, event).flat();
  return (
    <dl>
      {slots.map((slot) => {
        const wording = wordsAt(event, slot, dataset.language);
        return wording === '' ? null : (
          <div key={slot.key}>
            <dt>{titleOf(slot, dataset)}</dt>
            <dd lang={slot.lang}>{wording}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function titleOf(
  { column, lang }: Pick<FormValue, 'column'> & { lang?: FormValue['lang'] | undefined },
  { headings, languages, language }: Dataset,
): string {
  const title = headings[column] ?? column;
  const isOnly = languages.length === 1 && lang === language;
  return lang === undefined || isOnly ? title : `${title} (${lang})`;
}

/** The heading of a field as findings and changes name it: `title`, `bodies.north`. */
export function headingOf(field: string, { headings }: Dataset): string {
  const found = Object.entries(headings).find(([id]) => field === id || field.endsWith(`.${id}`));
  return found?.[1] ?? field;
}

/** Reads and writes the values of an event by the keys of its form. */
function valuesOf(dataset: Dataset, shown: Event, reasons: readonly string[]): FormStore<Event> {
  const slots = new Map(
    textSlots(dataset, shown)
      .flat()
      .map((slot) => [slot.key, slot]),
  );
  return {
    at: (event, key) => {
      const slot = slots.get(key);
      if (slot !== undefined && isPicture(slot, dataset))
        return pictureValue(pictureText(event[slot.column] as Text | undefined, dataset), dataset);
      if (slot !== undefined) return wordsAt(event, slot, dataset.language);
      if (key === ACCEPTED) return acceptedValue(event.accept ?? []);
      return key.startsWith(REGIONS) ? regionsAt(event, key.slice(REGIONS.length)) : plainAt(event, key);
    },
    with: (event, key, value) => {
      const slot = slots.get(key);
      if (slot !== undefined && isPicture(slot, dataset)) {
        const { [slot.column]: _, ...others } = event;
        const picture = pictureIn(value, dataset);
        return (picture === undefined ? others : { ...event, [slot.column]: picture.text }) as Event;
      }
      if (slot !== undefined) return withWords(event, slot, value, dataset.language);
      if (key === ACCEPTED) return withAccepted(event, value);
      return key.startsWith(REGIONS)
        ? withRegions(event, key.slice(REGIONS.length), value, reasons)
        : withPlain(event, key, value);
    },
    send: async (before, after) => {
      const undo = await sendChanges([{ id: before.id, before, after }]);
      const [one] = undo;
      // The planned date may have been read again from its text.
      const state = one !== undefined && 'id' in one && one.before !== undefined ? one.before : after;
      return { undo, state };
    },
  };
}

function isPicture({ column }: FormValue, { fields }: Dataset): boolean {
  return fields.some(({ id, kind }) => id === column && kind === 'picture');
}

const REGIONS = 'regions.';
/** The form key of the accepted findings. */
const ACCEPTED = 'accept';

type EventFormProps = Pick<EventPanelProps, 'dataset' | 'findings' | 'onSaved' | 'onAct' | 'isWorking'> & {
  event: Event;
};

function EventForm({ dataset, event, findings, onSaved, onAct, isWorking }: EventFormProps): ReactNode {
  const { words } = useTexts();
  const reasons = useMemo(() => Object.keys(words.reasons), [words]);
  const values = useMemo(() => valuesOf(dataset, event, reasons), [dataset, event, reasons]);
  const groups = textSlots(dataset, event);
  const typed = useTyped(event.id, { state: event, at: dataset.askedAt }, values, onSaved);
  const { reading, problems: notRead = [] } = useReading(typed.draft);
  const theme = dataset.themes.find(({ events }) => events.includes(event.id));
  const place = theme?.events.indexOf(event.id) ?? 0;
  const isLast = place === (theme?.events.length ?? 1) - 1;
  const { field } = typed;
  const act = (what: Act): void => onAct(what, typed.files);
  const accepted = acceptedIn(typed.at(ACCEPTED));
  const accept = (next: Acceptances): void => {
    typed.set(ACCEPTED, acceptedValue(next));
    typed.save();
  };
  const keys = new Set(['when', ...groups.flat().map(({ key }) => key)]);
  const findingsIf = (isHere: (key: string) => boolean): ReactNode => (
    <FieldFindings
      findings={findings.filter((finding) => isHere(keyOfFinding(finding, dataset)))}
      correctionOf={(finding) => {
        const key = keyOfFinding(finding, dataset);
        const text = withCorrection(typed.at(key), finding);
        return text === undefined ? undefined : () => typed.set(key, text);
      }}
      onAccept={({ rule, field: at }, reason) =>
        accept([...accepted, { rule, ...(at !== undefined && { field: at }), reason }])
      }
    />
  );
  const general = typed.problems.filter(({ field: at }) => at === undefined);
  return (
    <form
      className="form"
      onSubmit={(submit) => {
        submit.preventDefault();
        typed.save();
      }}
    >
      <FormNotes state={typed.state} problems={[...general, ...notRead]}>
        {findingsIf((key) => !keys.has(key))}
      </FormNotes>
      {groups.map((slots) => (
        <div key={slots[0]?.key} className={slots.length > 1 ? 'languages' : undefined}>
          {slots.map((slot) => {
            const about = dataset.fields.find(({ id }) => id === slot.column);
            if (about?.kind === 'picture')
              return (
                <PictureField
                  key={slot.key}
                  label={titleOf({ ...slot, lang: undefined }, dataset)}
                  spoken={dataset}
                  hasCaption
                  {...field(slot.key)}
                />
              );
            return (
              <TextField
                key={slot.key}
                label={titleOf(slot, dataset)}
                note={about?.internal ? words.internal : undefined}
                lang={slot.lang}
                isLong={about?.kind === 'description'}
                emphasis={about?.emphasis}
                suggestions={suggestionsFor(slot, about, dataset)}
                {...field(slot.key)}
              >
                {about?.kind === 'date' &&
                  slot.lang === dataset.language &&
                  reading !== undefined &&
                  typed.at(slot.key).trim() !== '' && (
                    <p className="reading">
                      {reading.date === undefined
                        ? words.notRead
                        : words.reads.replace('{date}', reading.date)}
                    </p>
                  )}
                {about?.kind === 'time' &&
                  slot.lang === dataset.language &&
                  reading &&
                  reading.times.length > 0 && (
                    <p className="reading">{words.times.replace('{times}', reading.times.join('; '))}</p>
                  )}
                {findingsIf((key) => key === slot.key)}
              </TextField>
            );
          })}
        </div>
      ))}
      {dataset.sides.map((side) => (
        <Regions
          key={side.id}
          label={words.regionsOf.replace('{side}', side.name)}
          regions={dataset.regions.filter((region) => region.side === side.id)}
          {...field(`${REGIONS}${side.id}`)}
        />
      ))}
      <TextField label={words.when} {...field('when')}>
        {reading?.calendar !== undefined && (
          <p className="reading">{words.reads.replace('{date}', reading.calendar)}</p>
        )}
        <p className="reading">{words.whenHint}</p>
        {findingsIf((key) => key === 'when')}
      </TextField>
      <Choice
        label={words.status}
        options={[['', words.statusNone], ...Object.entries(words.statuses)]}
        {...field('status')}
      />
      <Select
        label={words.theme}
        value={theme?.id ?? ''}
        options={dataset.themes.map(({ id, title }) => [id, title])}
        onChange={(next) => act({ theme: next })}
      />
      <Accepted
        titleOf={(at) => headingOf(at, dataset)}
        {...field(ACCEPTED)}
        onChange={(value) => accept(acceptedIn(value))}
      />
      <div className="acts">
        <Moves
          isWorking={isWorking}
          onUp={place === 0 ? undefined : () => act('up')}
          onDown={isLast ? undefined : () => act('down')}
        />
        <Button text={words.addEvent} aria-disabled={isWorking} onClick={() => act('add')} />
        <Button text={words.copyEvent} aria-disabled={isWorking} onClick={() => act('copy')} />
        <Button text={words.removeEvent} aria-disabled={isWorking} onClick={() => act('remove')} />
      </div>
    </form>
  );
}

/** The findings that are accepted, each with its reason. */
function Accepted({
  titleOf,
  value,
  onChange,
  ...props
}: Omit<FieldProps, 'label'> & { titleOf(field: string): string }): ReactNode {
  const { words } = useTexts();
  const accepted = acceptedIn(value);
  if (accepted.length === 0 && props.conflict === undefined) return null;
  return (
    <fieldset className="field">
      <legend>{words.acceptedFindings}</legend>
      <ul>
        {accepted.map(({ field, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal acceptances are told apart by their place
          <li key={index}>
            {field !== undefined && <span className="quiet">{titleOf(field)} · </span>}
            {reason}{' '}
            <Button
              text={words.reportAgain}
              about={reason}
              className="link"
              onClick={() => onChange(acceptedValue(accepted.toSpliced(index, 1)))}
            />
          </li>
        ))}
      </ul>
      <Messages problems={props.problems} />
      <Conflict
        {...props}
        label={words.acceptedFindings}
        value={value}
        onChange={onChange}
        conflict={
          props.conflict &&
          acceptedIn(props.conflict)
            .map(({ reason }) => reason)
            .join(' · ')
        }
      />
    </fieldset>
  );
}

/** Milliseconds without a keystroke after which the program reads the typed text. */
const READING_PAUSE = 250;

/** The values that the program reads from the event while it is typed, or the problems that prevent reading. */
function useReading(draft: Event): {
  reading: Reading | undefined;
  problems: readonly TranslatedProblem[] | undefined;
} {
  const { lang } = useTexts();
  const text = JSON.stringify(draft);
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), READING_PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const { value, problems } = useAnswer(`${lang} ${paused}`, () =>
    post('/api/read', { event: JSON.parse(paused) as Event }),
  );
  return { reading: value, problems };
}

/** Kinds of fields whose values many events share. */
const SHARED: readonly (Field['kind'] | undefined)[] = [
  'region',
  'category',
  'text',
  'place',
  'price',
  undefined,
];
const MOST_SUGGESTIONS = 200;

/** The values that other events have in a field. */
function suggestionsFor(slot: FormValue, field: Field | undefined, { values, language }: Dataset): string[] {
  if (!SHARED.includes(field?.kind)) return [];
  const found = Object.values(values).map((event) => wordsAt(event, slot, language));
  return [...new Set(found)].filter((words) => words !== '' && words.length < 100).slice(0, MOST_SUGGESTIONS);
}

/** The regions of an event on a side, or the reason why it has none. */
function Regions(props: FieldProps & { regions: readonly { code: string; name: string }[] }): ReactNode {
  const { words } = useTexts();
  const reasons = Object.entries(words.reasons);
  const hasReason = reasons.some(([reason]) => reason === props.value);
  const codes = hasReason ? [] : props.value.split(' ').filter(Boolean);
  const nameOf = (code: string): string => props.regions.find((region) => region.code === code)?.name ?? code;
  return (
    <fieldset className="field">
      <legend>{props.label}</legend>
      {codes.length > 0 && (
        <ul className="chips">
          {codes.map((code) => (
            <li key={code}>
              {nameOf(code)}
              <Button
                text="×"
                aria-label={words.removeRegion.replace('{name}', nameOf(code))}
                disabled={codes.length === 1}
                onClick={() => props.onChange(codes.filter((one) => one !== code).join(' '))}
              />
            </li>
          ))}
        </ul>
      )}
      <Select
        label={words.addRegion}
        isLabelHidden
        value={hasReason ? props.value : ''}
        options={[
          ['', words.addRegion],
          ...reasons,
          ...props.regions
            .filter(({ code }) => !codes.includes(code))
            .map(({ code, name }) => [code, name] as const),
        ]}
        onChange={(value) => {
          if (value !== '') props.onChange(value in words.reasons ? value : [...codes, value].join(' '));
        }}
        onLeave={props.onLeave}
      />
      <Notes>
        <Messages problems={props.problems} />
        <Conflict {...props} />
      </Notes>
    </fieldset>
  );
}
