import { type ReactNode, useId, useMemo, useState } from 'react';
import type { SettingKey } from '../../../languages/desk/index.ts';
import type { SettingEdit, Settings } from '../../index.ts';
import type { Dataset, DisplayedFinding, SettingField } from '../api.ts';
import { Button, Moves } from './button.tsx';
import { addPart, type ReadDataset, Refused, sendChanges } from './client.ts';
import { CreateDialog } from './dialog.tsx';
import { wordsInForm } from './event-values.ts';
import { Choice, FormNotes, Input, Messages, Select, TextField } from './fields.tsx';
import { FieldFindings } from './findings.tsx';
import { useTyped } from './form-state.ts';
import { Notes } from './notes.tsx';
import { PictureField } from './picture-field.tsx';
import { Alert } from './problems.tsx';
import { useAttempt } from './requests.ts';
import {
  differences,
  fieldOfPart,
  keysOf,
  openingFields,
  partIn,
  partValues,
  type Signature,
  valuesOf,
  withPart,
} from './setting-values.ts';
import type { Change } from './undo-steps.ts';
import { useTexts } from './words.tsx';

/** The prefix of panel ids that distinguishes panels of settings from events. */
const PART = '_part-';
/** The panel of the design. */
export const DESIGN = '_design';

/** The panel of a part. */
export const partPanel = (part: string): string => `${PART}${part}`;

/** The panel for a place on the pages; undefined if the place has none. */
export function panelAt(place: string | undefined): string | undefined {
  if (place === undefined) return partPanel('cover');
  if (!place.startsWith('_')) return place;
  if (place.startsWith(PART)) return place;
  return ['_introduction', '_contents', '_whats-new'].includes(place) ? partPanel(place.slice(1)) : undefined;
}

/** The place on the pages where the subject of a panel begins. */
export function placeOf(panel: string, { parts }: Dataset): { name: string } | { page: number } {
  const part = parts.find(({ id }) => partPanel(id) === panel);
  if (panel === DESIGN || part?.id === 'cover') return { page: 0 };
  return { name: part === undefined || part.isText ? panel : `_${part.id}` };
}

/** The settings of each generated part. */
const OF_PART: Readonly<Record<string, readonly SettingKey[]>> = {
  cover: ['title', 'author', 'date', 'period', 'subject', 'address', 'timezone'],
  introduction: ['introduction'],
  contents: ['contents'],
};

/** The panel in which a setting is edited, by the name of the setting in findings, such as `title.fr`. */
export function panelOf(field: string, { parts, forms }: Dataset): string | undefined {
  const [key = '', id = ''] = field.split('.');
  const own = Object.entries(OF_PART).find(([, keys]) => keys.some((one) => one === key));
  if (own !== undefined) return partPanel(own[0]);
  const part = key === 'texts' ? id : key === 'parts' ? parts[Number(id)]?.id : undefined;
  if (part !== undefined) return partPanel(part);
  if (key === 'themes') return partPanel('themes');
  return forms.design.some((one) => one.key.split('.')[0] === key) ? DESIGN : undefined;
}

export interface SettingsPanelProps {
  dataset: ReadDataset;
  panel: string;
  /** Findings on what the panel edits. */
  findings: readonly DisplayedFinding[];
  onSaved(undo: readonly Change[], about: string): void;
  onOpen(panel: string): void;
}

/** The title of a panel of settings. */
export function usePanelTitle({ parts }: Pick<Dataset, 'parts'>): (panel: string) => string {
  const { words } = useTexts();
  const names = new Map(Object.entries(words.settings.partNames));
  return (panel) => {
    if (panel === DESIGN) return words.settings.design;
    const id = panel.slice(PART.length);
    return parts.find((part) => part.id === id)?.title ?? names.get(id) ?? id;
  };
}

/** The forms of the design and of the parts. */
export function SettingsPanel({ dataset, panel, findings, onSaved, onOpen }: SettingsPanelProps): ReactNode {
  const { words } = useTexts();
  const { settings, forms } = dataset;
  const part = dataset.parts.find(({ id }) => partPanel(id) === panel);
  if (dataset.isFrozen) return <p className="quiet pad">{words.frozenNotice}</p>;
  if (settings === undefined) return <p className="quiet pad">{words.settings.noForm}</p>;
  const isDesign = panel === DESIGN;
  if (isDesign && settings.design === undefined)
    return <p className="quiet pad">{words.settings.completeDesign}</p>;
  if (!isDesign && part === undefined) return null;
  const fields = isDesign
    ? forms.design
    : forms.title.filter(({ key }) => OF_PART[part?.id ?? '']?.includes(key));
  // The form itself marks placeholders.
  const { placeholders = [] } = settings.programme;
  const others = findings.filter(
    ({ field = '' }) => !placeholders.some((key) => key === field.split('.')[0]),
  );
  return (
    <>
      <div className="pad">
        <Notes>
          <FieldFindings findings={others} />
        </Notes>
      </div>
      {part?.isText ? (
        <PartForm key={panel} dataset={dataset} settings={settings} id={part.id} onSaved={onSaved} />
      ) : fields.length > 0 ? (
        <Form
          key={panel}
          id={panel}
          dataset={dataset}
          settings={settings}
          of={isDesign ? 'design' : 'programme'}
          fields={fields}
          onSaved={onSaved}
        />
      ) : (
        <p className="quiet pad">
          {part?.id === 'themes' ? words.settings.generatedThemes : words.settings.generated}
        </p>
      )}
      {part?.id === 'themes' && <ThemesForm dataset={dataset} settings={settings} onSaved={onSaved} />}
      {part !== undefined && (
        <PartActs dataset={dataset} settings={settings} id={part.id} onSaved={onSaved} onOpen={onOpen} />
      )}
    </>
  );
}

/** Sends the settings that differ between two states; returns the edits that undo this, and the second state. */
async function sendDifferences(
  before: Settings,
  after: Settings,
): Promise<{ undo: readonly Change[]; state: Settings }> {
  return { undo: await sendChanges(differences(before, after)), state: after };
}

type OwnProps = Pick<SettingsPanelProps, 'dataset' | 'onSaved'> & { id: string; settings: Settings };

type FormProps = OwnProps & { of: 'programme' | 'design'; fields: readonly SettingField[] };

function Form({ id, dataset, settings, of, fields, onSaved }: FormProps): ReactNode {
  const { language, languages } = dataset;
  const spoken = useMemo(() => ({ language, languages }), [language, languages]);
  const values = useMemo(
    () => ({ ...valuesOf(of, fields, spoken), send: sendDifferences }),
    [of, fields, spoken],
  );
  const typed = useTyped(id, { state: settings, at: dataset.askedAt }, values, onSaved);
  const { field } = typed;
  const keys = fields.flatMap((one) => keysOf(one, spoken).map(({ key }) => key));
  const general = typed.problems.filter(
    ({ field: at = '' }) => !keys.some((key) => at === key || at.startsWith(`${key}.`)),
  );
  const invented = (settings.programme.placeholders ?? []) as readonly string[];
  return (
    <div className="form">
      <FormNotes state={typed.state} problems={general} />
      {fields.map((one) => {
        const slots = keysOf(one, spoken, (settings.programme as Record<string, unknown>)[one.key]);
        return (
          <div key={one.key} className={slots.length > 1 ? 'languages' : undefined}>
            {slots.map(({ key, lang }) => (
              <Setting
                key={key}
                field={one}
                lang={slots.length > 1 ? lang : undefined}
                spoken={spoken}
                {...field(key)}
              >
                {of === 'programme' && invented.includes(one.key) && (
                  <Invented settings={settings} name={one.key} onSaved={onSaved} />
                )}
              </Setting>
            ))}
          </div>
        );
      })}
    </div>
  );
}

function Setting({
  field: { key, kind, options, isLong },
  lang,
  spoken,
  children,
  ...props
}: {
  field: SettingField;
  lang: Dataset['language'] | undefined;
  spoken: Pick<Dataset, 'language' | 'languages'>;
  children: ReactNode;
} & Omit<Parameters<typeof TextField>[0], 'label'>): ReactNode {
  const { words } = useTexts();
  const { names, hints, choices, usual, chooseColour } = words.settings;
  const label = lang === undefined ? names[key] : `${names[key]} (${lang})`;
  const hint = hints[key];
  const choiceNames = new Map(Object.entries(choices));
  if (kind === 'picture') return <PictureField {...props} label={label} spoken={spoken} />;
  if (kind === 'choice')
    return (
      <Choice
        {...props}
        label={label}
        options={[['', usual], ...options.map((one) => [one, choiceNames.get(one) ?? one] as const)]}
      />
    );
  return (
    <TextField
      {...props}
      label={label}
      lang={lang}
      isLong={isLong}
      emphasis={isLong}
      suggestions={options}
      type={kind === 'date' ? 'date' : undefined}
      beside={
        kind === 'colour' && (
          <input
            type="color"
            className={props.value === '' ? 'unset' : undefined}
            aria-label={`${chooseColour}: ${label}`}
            value={/^#[0-9a-f]{6}$/i.test(props.value) ? props.value.toLowerCase() : '#808080'}
            onChange={({ target }) => props.onChange(target.value)}
            onBlur={props.onLeave}
          />
        )
      }
    >
      {hint !== undefined && <p className="reading">{hint}</p>}
      {children}
    </TextField>
  );
}

/** A value that `init` has invented: the user confirms it if it is right. */
function Invented({
  settings,
  name,
  onSaved,
}: Pick<OwnProps, 'settings' | 'onSaved'> & { name: string }): ReactNode {
  const { words } = useTexts();
  const { placeholders = [] } = settings.programme;
  const rest = placeholders.filter((one) => one !== name);
  const { attempt, isWorking, problems = [] } = useAttempt();
  const confirm = async (): Promise<void> => {
    const after = rest.length === 0 ? {} : { after: rest };
    onSaved(
      await sendChanges([{ of: 'programme', key: 'placeholders', before: placeholders, ...after }]),
      '',
    );
  };
  return (
    <>
      <p className="finding error">
        {words.settings.invented}{' '}
        <Button
          text={words.settings.isRight}
          className="link"
          aria-disabled={isWorking}
          onClick={() => void attempt(confirm)}
        />
      </p>
      <Messages problems={problems} />
    </>
  );
}

interface TextsProps {
  /** The key of the text in the form. */
  of: string;
  name: string;
  hint?: string;
  isLong?: boolean;
  spoken: Pick<Dataset, 'language' | 'languages'>;
  typed: Pick<ReturnType<typeof useTyped<Settings>>, 'field'>;
}

/** A text, with a field for each language. */
function Texts({ of: key, name, hint, isLong, spoken, typed }: TextsProps): ReactNode {
  return keysOf({ key, kind: 'text' }, spoken).map(({ key: own, lang }) => (
    <TextField
      key={own}
      label={spoken.languages.length > 1 ? `${name} (${lang})` : name}
      lang={lang}
      isLong={isLong}
      emphasis={isLong}
      {...typed.field(own)}
    >
      {hint !== undefined && <p className="reading">{hint}</p>}
    </TextField>
  ));
}

/** The texts and the picture with which each theme opens. */
function ThemesForm({ dataset, settings, onSaved }: Omit<OwnProps, 'id'>): ReactNode {
  const { words } = useTexts();
  const { language, languages } = dataset;
  const { themes } = settings.programme;
  const count = themes.length;
  const spoken = useMemo(() => ({ language, languages }), [language, languages]);
  const values = useMemo(() => {
    const fields = Array.from({ length: count }, (_, index) => openingFields(index)).flat();
    return { ...valuesOf('programme', fields, spoken), send: sendDifferences };
  }, [count, spoken]);
  const typed = useTyped(partPanel('themes'), { state: settings, at: dataset.askedAt }, values, onSaved);
  const { themeText, themePicture, caption } = words.settings;
  return (
    <div className="form">
      <FormNotes
        state={typed.state}
        problems={typed.problems.filter(({ field = '' }) => !field.startsWith('themes.'))}
      />
      {themes.map(({ id, title }, index) => (
        <fieldset key={id} className="field group">
          <legend>{wordsInForm(title, language, language)}</legend>
          <Texts of={`themes.${index}.introduction`} name={themeText} isLong {...{ spoken, typed }} />
          <PictureField label={themePicture} spoken={spoken} {...typed.field(`themes.${index}.picture`)} />
          <Texts of={`themes.${index}.caption`} name={caption} {...{ spoken, typed }} />
        </fieldset>
      ))}
    </div>
  );
}

/** The text of a part in each language, and its signatures. */
function PartForm({ dataset, settings, id, onSaved }: OwnProps): ReactNode {
  const { words, say } = useTexts();
  const { language, languages } = dataset;
  const spoken = useMemo(() => ({ language, languages }), [language, languages]);
  const values = useMemo(
    () => ({
      ...partValues(id, spoken),
      send: (before: Settings, after: Settings) =>
        sendDifferences(before, after).catch((error: unknown): never => {
          if (!(error instanceof Refused)) throw error;
          const problems = error.problems.map(({ field = '', ...rest }) => ({
            ...rest,
            field: fieldOfPart(field, id, spoken),
          }));
          throw new Refused({ problems });
        }),
    }),
    [id, spoken],
  );
  const typed = useTyped(partPanel(id), { state: settings, at: dataset.askedAt }, values, onSaved);
  const { attempt, isWorking, problems = [] } = useAttempt();
  const { field } = typed;
  const own = words.settings;
  const { signatures = [] } = partIn(settings, id);
  const sign = async (change: (now: readonly Signature[]) => readonly Signature[]): Promise<void> => {
    const part = partIn(settings, id);
    const after = withPart(settings, { ...part, signatures: change(part.signatures ?? []) });
    onSaved((await sendDifferences(settings, after)).undo, '');
  };
  const general = typed.problems.filter(({ field: at = '' }) => !/^(text|signatures)(\.|$)/.test(at));
  return (
    <div className="form">
      <FormNotes state={typed.state} problems={general} />
      <Texts of="text" name={own.partText} hint={own.textHint} isLong {...{ spoken, typed }} />
      {signatures.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a signature is identified by its position
        <fieldset key={index} className="field group">
          <legend>{say(own.signature, { number: index + 1 })}</legend>
          <Texts of={`signatures.${index}.name`} name={own.signatureName} {...{ spoken, typed }} />
          <Texts of={`signatures.${index}.role`} name={own.role} {...{ spoken, typed }} />
          <PictureField
            label={own.portrait}
            hint={own.portraitHint}
            spoken={spoken}
            {...field(`signatures.${index}.portrait`)}
          />
          <Button
            text={own.removeSignature}
            about={String(index + 1)}
            aria-disabled={isWorking}
            onClick={() => void attempt(() => sign((now) => now.filter((_, place) => place !== index)))}
          />
        </fieldset>
      ))}
      <Messages problems={problems} />
      <NewSignature onAdd={(name) => sign((now) => [...now, { name }])} />
    </div>
  );
}

function NewSignature({ onAdd }: { onAdd(name: string): Promise<void> }): ReactNode {
  const { words } = useTexts();
  const id = useId();
  const [name, setName] = useState('');
  const { attempt, isWorking, problems = [] } = useAttempt();
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(async () => {
          await onAdd(name);
          setName('');
        });
      }}
    >
      <label htmlFor={id}>
        {words.settings.addSignature} – {words.settings.signatureName}
      </label>
      <div className="acts">
        <input id={id} required value={name} onChange={({ target }) => setName(target.value)} />
        <button type="submit" aria-disabled={isWorking}>
          {words.settings.addSignature}
        </button>
      </div>
      <Messages problems={problems} />
    </form>
  );
}

/** Controls that move and remove a part, and add others. */
function PartActs({
  dataset: { parts },
  settings,
  id,
  onSaved,
  onOpen,
}: OwnProps & Pick<SettingsPanelProps, 'onOpen'>): ReactNode {
  const { words } = useTexts();
  const { attempt, isWorking, problems } = useAttempt();
  const entries = settings.programme.parts ?? parts.map((part) => part.id);
  const place = parts.findIndex((part) => part.id === id);
  const send = async (after: readonly unknown[], texts: readonly string[] = []): Promise<void> => {
    const { parts: before } = settings.programme;
    const ofTexts = texts.map((key): SettingEdit => ({ of: 'texts', key, before: settings.texts[key] }));
    const edit = { of: 'programme', key: 'parts', ...(before !== undefined && { before }), after } as const;
    onSaved(await sendChanges([edit, ...ofTexts]), '');
  };
  const moved = (to: number): Promise<void> => {
    const [one] = entries.slice(place, place + 1);
    return send(entries.toSpliced(place, 1).toSpliced(to, 0, one ?? id));
  };
  const remove = async (): Promise<void> => {
    const texts = Object.keys(settings.texts).filter((key) => key.startsWith(`${id}.`));
    await send(entries.toSpliced(place, 1), texts);
    onOpen(partPanel(parts[place - 1]?.id ?? 'cover'));
  };
  const isFixed = id === 'cover' || id === 'introduction' || id === 'themes';
  return (
    <div className="form">
      <div className="acts">
        <Moves
          isWorking={isWorking}
          onUp={place < 2 ? undefined : () => void attempt(() => moved(place - 1))}
          onDown={
            place === 0 || place === parts.length - 1 ? undefined : () => void attempt(() => moved(place + 1))
          }
        />
        <AddPart text={words.settings.addPart} parts={parts} after={id} onSaved={onSaved} onOpen={onOpen} />
        {!isFixed && (
          <Button
            text={words.settings.removePart}
            aria-disabled={isWorking}
            onClick={() => void attempt(remove)}
          />
        )}
      </div>
      <Alert problems={problems} />
    </div>
  );
}

type AddPartProps = Pick<SettingsPanelProps, 'onSaved' | 'onOpen'> & {
  text: string;
  parts: Dataset['parts'];
  /** The id of the part before the new one; by default the new one is last. */
  after?: string | undefined;
  className?: string;
};

/** A button that asks for a new part, adds it and opens it. */
export function AddPart({
  text,
  parts,
  after = parts.at(-1)?.id ?? 'cover',
  onSaved,
  onOpen,
  className,
}: AddPartProps): ReactNode {
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <Button text={text} className={className} onClick={() => setAdding(true)} />
      {isAdding && (
        <NewPart
          heading={text}
          taken={parts.map((part) => part.id)}
          onClose={() => setAdding(false)}
          onAdd={async (part) => {
            const added = await addPart({ ...part, after });
            onSaved(added.undo, '');
            setAdding(false);
            onOpen(partPanel(added.id));
          }}
        />
      )}
    </>
  );
}

const OWN = 'own';
const GENERATED = ['contents', 'whats-new', 'indexes'];
const TEXTS = ['foreword', 'practical-information', 'colophon', 'back-cover'];

interface NewPartProps {
  heading: string;
  taken: readonly string[];
  onAdd(part: { kind?: string; title: string; text: string }): Promise<void>;
  onClose(): void;
}

/** Asks for the kind and the text of a new part. */
function NewPart({ heading, taken, onAdd, onClose }: NewPartProps): ReactNode {
  const { words } = useTexts();
  const id = useId();
  const own = words.settings;
  const kinds = [...TEXTS, ...GENERATED].filter((kind) => !taken.includes(kind));
  const names = new Map(Object.entries(own.partNames));
  const [kind, setKind] = useState(kinds[0] ?? OWN);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  return (
    <CreateDialog
      title={heading}
      onCreate={() => onAdd({ title: kind === OWN ? title : '', text, ...(kind !== OWN && { kind }) })}
      onClose={onClose}
    >
      <Select
        label={own.partKind}
        value={kind}
        options={[...kinds.map((one) => [one, names.get(one) ?? one] as const), [OWN, own.ownPart]]}
        onChange={setKind}
      />
      {kind === OWN && (
        <Input
          label={own.partTitle}
          required
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
      )}
      {!GENERATED.includes(kind) && (
        <div className="field">
          <label htmlFor={`${id}-text`}>{own.partText}</label>
          <textarea
            id={`${id}-text`}
            required
            rows={6}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <p className="reading">{own.textHint}</p>
        </div>
      )}
    </CreateDialog>
  );
}
