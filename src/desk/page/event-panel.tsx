import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Event, Field } from '../../index.ts';
import type { Dataset, DisplayedFinding, Edit, Reading } from '../api.ts';
import { Button, Form, Moves } from './button.tsx';
import { post, sendChanges } from './client.ts';
import { useDesk } from './desk-context.ts';
import {
  ACCEPTED,
  type Acceptances,
  acceptedIn,
  acceptedValue,
  eventSlots,
  keyOfFinding,
  type TextSlot,
  textSlots,
  withCorrection,
} from './event-values.ts';
import { Choice, FieldNotes, type FieldProps, FormNotes, Select, TextField } from './fields.tsx';
import { FieldFindings } from './findings.tsx';
import { useTyped } from './form-state.ts';
import { valuesOf, wordsAt } from './form-values.ts';
import { PictureField } from './picture-field.tsx';
import { type Answered, useAnswer } from './requests.ts';
import { SettingsPanel } from './settings-panel.tsx';
import { useTexts } from './words.tsx';

interface EventPanelProps {
  id: string;
  /** Whether an event was added that the displayed dataset may not contain yet. */
  isOutdated: boolean;
  /** Index of the page on which the event begins; undefined if the displayed pages do not contain the event. */
  page: number | undefined;
  onShow(): void;
  onClose(): void;
  /** Findings about the event, or about the content of the settings panel. */
  findings: readonly DisplayedFinding[];
  onAct(act: Act): void;
}

/** The actions that concern an event as a whole. */
export type Act = 'add' | 'copy' | 'remove' | 'up' | 'down' | { theme: string };

/** The open panel: the form of an event or of settings, or the texts of an event in a frozen edition. */
export function EventPanel({ id, isOutdated, page, onShow, onClose, ...rest }: EventPanelProps): ReactNode {
  const { words, say } = useTexts();
  const { dataset, titleOf } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  const event = dataset.values[id];
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const isSetting = id.startsWith('_');
  return (
    <aside className="event" aria-label={isSetting ? titleOf(id) : words.event}>
      <div className="tools">
        {page === undefined ? (
          <span className="quiet">{words.notPrinted}</span>
        ) : (
          <Button text={say(words.showOnPage, { page: page + 1 })} onClick={onShow} />
        )}
        <span className="gap" />
        <Button text="×" onClick={onClose} aria-label={words.close} />
      </div>
      <div className="body">
        <h2 ref={heading} tabIndex={-1}>
          {(isSetting || event !== undefined) && titleOf(id)}
        </h2>
        {isSetting ? (
          <SettingsPanel panel={id} findings={rest.findings} />
        ) : event === undefined ? (
          <p className="quiet pad">{isOutdated ? words.loading : words.eventGone}</p>
        ) : dataset.isFrozen ? (
          <>
            <p className="quiet pad">{words.frozenNotice}</p>
            <EventTexts event={event} />
          </>
        ) : (
          <EventForm event={event} {...rest} />
        )}
      </div>
    </aside>
  );
}

function EventTexts({ event }: { event: Event }): ReactNode {
  const { dataset } = useDesk();
  return (
    <dl>
      {textSlots(dataset, event)
        .flat()
        .map((slot) => {
          const wording = wordsAt(event, slot, dataset);
          return wording === '' ? null : (
            <div key={slot.key}>
              <dt>{labelOf(slot, dataset)}</dt>
              <dd lang={slot.lang}>{wording}</dd>
            </div>
          );
        })}
    </dl>
  );
}

function labelOf(
  { column, lang }: Pick<TextSlot, 'column' | 'lang'>,
  { headings, languages, language }: Dataset,
): string {
  const title = headings[column] ?? column;
  const isOnly = languages.length === 1 && lang === language;
  return lang === undefined || isOnly ? title : `${title} (${lang})`;
}

/** The heading of the field that a path in a finding or change refers to, such as `title` or `bodies.north`. */
export function headingOf(field: string, { headings }: Dataset): string {
  const found = Object.entries(headings).find(([id]) => field === id || field.endsWith(`.${id}`));
  return found?.[1] ?? field;
}

/** Sends the changed event. Returns the edit that undoes the change, and the event as it was written. */
async function sendEvent(before: Event, after: Event): Promise<{ undo: readonly Edit[]; state: Event }> {
  const undo = await sendChanges([{ id: before.id, before, after }]);
  const [one] = undo;
  // The server may have derived the planned date from its text again, so the written event can differ from the sent
  // event.
  return { undo, state: one !== undefined && 'id' in one && one.before !== undefined ? one.before : after };
}

type EventFormProps = Pick<EventPanelProps, 'findings' | 'onAct'> & { event: Event };

function EventForm({ event, findings, onAct }: EventFormProps): ReactNode {
  const { words, say } = useTexts();
  const { dataset, nameOf, saved } = useDesk();
  const values = useMemo(() => {
    const slots = eventSlots(dataset, event, Object.keys(words.reasons));
    return { ...valuesOf<Event>(() => slots, dataset), send: sendEvent };
  }, [dataset, event, words]);
  const groups = textSlots(dataset, event);
  const typed = useTyped(event.id, { state: event, at: dataset.askedAt }, values, saved);
  const { value: reading, problems: notRead = [] } = useReading(typed.draft);
  const theme = dataset.themes.find(({ events }) => events.includes(event.id));
  const place = theme?.events.indexOf(event.id) ?? 0;
  const isLast = place === (theme?.events.length ?? 1) - 1;
  const { field } = typed;
  const accepted = acceptedIn(typed.at(ACCEPTED));
  const accept = (next: Acceptances): void => {
    typed.set(ACCEPTED, acceptedValue(next));
    typed.save();
  };
  /** What the program has read from the text of a field. */
  const readAs = (kind: Field['kind'] | undefined): ReactNode => {
    const { date, times = [] } = reading ?? {};
    const text =
      kind === 'date'
        ? date === undefined
          ? reading && words.notRead
          : say(words.reads, { date })
        : kind === 'time' && times.length > 0 && say(words.times, { times: times.join('; ') });
    return text && <p className="reading">{text}</p>;
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
  return (
    <Form className="form" onSubmit={typed.save}>
      <FormNotes state={typed.state} problems={[...typed.problems, ...notRead]}>
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
                  label={labelOf({ column: slot.column }, dataset)}
                  hasCaption
                  {...field(slot.key)}
                />
              );
            return (
              <TextField
                key={slot.key}
                label={labelOf(slot, dataset)}
                note={about?.internal ? words.internal : undefined}
                lang={slot.lang}
                isLong={about?.kind === 'description'}
                emphasis={about?.emphasis}
                suggestions={suggestionsFor(slot, about, dataset)}
                {...field(slot.key)}
              >
                {slot.lang === dataset.language && typed.at(slot.key).trim() !== '' && readAs(about?.kind)}
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
          {...field(`regions.${side.id}`)}
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
        onChange={(next) => onAct({ theme: next })}
      />
      <Accepted titleOf={nameOf} {...field(ACCEPTED)} onChange={(value) => accept(acceptedIn(value))} />
      <div className="acts">
        <Moves
          onUp={place === 0 ? undefined : () => onAct('up')}
          onDown={isLast ? undefined : () => onAct('down')}
        />
        <Button text={words.addEvent} onClick={() => onAct('add')} />
        <Button text={words.copyEvent} onClick={() => onAct('copy')} />
        <Button text={words.removeEvent} onClick={() => onAct('remove')} />
      </div>
    </Form>
  );
}

/** Lists the accepted findings, each with its reason. */
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
          // biome-ignore lint/suspicious/noArrayIndexKey: equal acceptances differ only in their position
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
      <FieldNotes
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

/** Milliseconds without a keystroke before the program reads the typed text. */
const READING_PAUSE = 250;

/** The values that the program reads from the event while the user is typing, or the problems that prevent reading. */
function useReading(draft: Event): Answered<Reading> {
  const { lang } = useTexts();
  const text = JSON.stringify(draft);
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), READING_PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return useAnswer(`${lang} ${paused}`, () => post('/api/read', { event: JSON.parse(paused) as Event }));
}

/** Kinds of fields in which many events have the same value. */
const SHARED: readonly (Field['kind'] | undefined)[] = [
  'region',
  'category',
  'text',
  'place',
  'price',
  undefined,
];
const MOST_SUGGESTIONS = 200;

/** Suggestions for the value of a field: the values of the field in other events. */
function suggestionsFor(slot: TextSlot, field: Field | undefined, dataset: Dataset): string[] {
  if (!SHARED.includes(field?.kind)) return [];
  const found = Object.values(dataset.values).map((event) => wordsAt(event, slot, dataset));
  return [...new Set(found)].filter((words) => words !== '' && words.length < 100).slice(0, MOST_SUGGESTIONS);
}

/** A field for the regions of an event on a side, or for the reason why there are none. */
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
      <FieldNotes {...props} />
    </fieldset>
  );
}
