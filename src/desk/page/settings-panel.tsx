import { type ReactNode, useId, useMemo, useState } from 'react';
import type { Settings } from '../../index.ts';
import type { Dataset, DisplayedFinding, Edit, SettingField } from '../api.ts';
import { OF_PART } from '../part-settings.ts';
import { Button, Form, Moves } from './button.tsx';
import { add, inTurn, Refused, sendChanges } from './client.ts';
import { useDesk } from './desk-context.ts';
import { CreateDialog } from './dialog.tsx';
import { Choice, FormNotes, Input, Messages, Notes, Select, TextField } from './fields.tsx';
import { FieldFindings } from './findings.tsx';
import { useTyped } from './form-state.ts';
import { type FormStore, keysOf, type Slot, valuesOf, wordsInForm } from './form-values.ts';
import { DESIGN, partPanel } from './panels.ts';
import { PictureField } from './picture-field.tsx';
import { Alert } from './problems.tsx';
import { useAttempt } from './requests.ts';
import {
  differences,
  fieldOfPart,
  partIn,
  partSlots,
  type Signature,
  settingSlots,
  themeSlots,
  withSignatures,
} from './setting-values.ts';
import { useTexts } from './words.tsx';

interface SettingsPanelProps {
  panel: string;
  /** Findings about the content of the panel. */
  findings: readonly DisplayedFinding[];
}

/** The panel with the form of the design or of a part. */
export function SettingsPanel({ panel, findings }: SettingsPanelProps): ReactNode {
  const { words } = useTexts();
  const { settings, forms, parts, isFrozen } = useDesk().dataset;
  const part = parts.find(({ id }) => partPanel(id) === panel);
  if (isFrozen) return <p className="quiet pad">{words.frozenNotice}</p>;
  if (settings === undefined) return <p className="quiet pad">{words.settings.noForm}</p>;
  const isDesign = panel === DESIGN;
  if (isDesign && settings.design === undefined)
    return <p className="quiet pad">{words.settings.completeDesign}</p>;
  if (!isDesign && part === undefined) return null;
  const fields = isDesign
    ? forms.design
    : forms.title.filter(({ key }) => OF_PART[part?.id ?? '']?.includes(key));
  // Placeholders are marked in the form itself.
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
        <PartForm settings={settings} id={part.id} />
      ) : fields.length > 0 ? (
        <FileForm id={panel} settings={settings} of={isDesign ? 'design' : 'programme'} fields={fields} />
      ) : (
        <p className="quiet pad">
          {part?.id === 'themes' ? words.settings.generatedThemes : words.settings.generated}
        </p>
      )}
      {part?.id === 'themes' && <ThemesForm settings={settings} />}
      {part !== undefined && <PartActs settings={settings} id={part.id} />}
    </>
  );
}

/** Sends the settings that differ between two states. Returns the edits that undo this change, and the new state. */
async function sendDifferences(
  before: Settings,
  after: Settings,
): Promise<{ undo: readonly Edit[]; state: Settings }> {
  return { undo: await sendChanges(differences(before, after)), state: after };
}

/** Manages the values that are typed into a settings form. */
function useTypedSettings(
  id: string,
  settings: Settings,
  slotsOf: (settings: Settings) => readonly Slot[],
  send: FormStore<Settings>['send'] = sendDifferences,
) {
  const { dataset, saved } = useDesk();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values and how they are sent depend on nothing else
  const values = useMemo(() => ({ ...valuesOf(slotsOf, dataset), send }), [dataset, id]);
  return useTyped(id, { state: settings, at: dataset.askedAt }, values, saved);
}

interface OwnProps {
  id: string;
  settings: Settings;
}

type FileFormProps = OwnProps & { of: 'programme' | 'design'; fields: readonly SettingField[] };

function FileForm({ id, settings, of, fields }: FileFormProps): ReactNode {
  const { dataset } = useDesk();
  const typed = useTypedSettings(id, settings, (state) =>
    fields.flatMap((field) => settingSlots(of, field, state, dataset)),
  );
  const invented = (settings.programme.placeholders ?? []) as readonly string[];
  return (
    <div className="form">
      <FormNotes {...typed} />
      {fields.map((one) => {
        const slots = settingSlots(of, one, settings, dataset);
        return (
          <div key={one.key} className={slots.length > 1 ? 'languages' : undefined}>
            {slots.map(({ key, lang }) => (
              <Setting key={key} field={one} lang={slots.length > 1 ? lang : undefined} {...typed.field(key)}>
                {of === 'programme' && invented.includes(one.key) && <Invented name={one.key} />}
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
  children,
  ...props
}: {
  field: SettingField;
  lang: Dataset['language'] | undefined;
  children: ReactNode;
} & Omit<Parameters<typeof TextField>[0], 'label'>): ReactNode {
  const { words } = useTexts();
  const { names, hints, choices, usual, chooseColour } = words.settings;
  const label = lang === undefined ? names[key] : `${names[key]} (${lang})`;
  const hint = hints[key];
  const choiceNames = new Map(Object.entries(choices));
  if (kind === 'picture') return <PictureField {...props} label={label} />;
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

/** Marks a placeholder: a value that `init` has made up. The user can confirm that the value is right. */
function Invented({ name }: { name: string }): ReactNode {
  const { words } = useTexts();
  const { change } = useDesk();
  const { attempt, isWorking, problems = [] } = useAttempt();
  const confirm = (): Promise<unknown> =>
    change(({ settings }) => {
      const { placeholders = [] } = settings?.programme ?? {};
      const rest = placeholders.filter((one) => one !== name);
      const after = rest.length === 0 ? {} : { after: rest };
      return [{ of: 'programme', key: 'placeholders', before: placeholders, ...after }];
    });
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
  /** Form key of the text. */
  of: string;
  name: string;
  hint?: string;
  isLong?: boolean;
  typed: ReturnType<typeof useTypedSettings>;
}

/** A text with one input field per language. */
function Texts({ of: key, name, hint, isLong, typed }: TextsProps): ReactNode {
  const { dataset } = useDesk();
  return keysOf(key, dataset).map(({ key: field, lang }) => (
    <TextField
      key={field}
      label={dataset.languages.length > 1 ? `${name} (${lang})` : name}
      lang={lang}
      isLong={isLong}
      emphasis={isLong}
      {...typed.field(field)}
    >
      {hint !== undefined && <p className="reading">{hint}</p>}
    </TextField>
  ));
}

/** A form for the texts and the picture at the beginning of each theme. */
function ThemesForm({ settings }: { settings: Settings }): ReactNode {
  const { words } = useTexts();
  const { dataset } = useDesk();
  const typed = useTypedSettings(partPanel('themes'), settings, (state) => themeSlots(state, dataset));
  const { themeText, themePicture, caption } = words.settings;
  return (
    <div className="form">
      <FormNotes {...typed} />
      {settings.programme.themes.map(({ id, title }, index) => (
        <fieldset key={id} className="field group">
          <legend>{wordsInForm(title, dataset.language, dataset.language)}</legend>
          <Texts of={`themes.${index}.introduction`} name={themeText} isLong typed={typed} />
          <PictureField label={themePicture} {...typed.field(`themes.${index}.picture`)} />
          <Texts of={`themes.${index}.caption`} name={caption} typed={typed} />
        </fieldset>
      ))}
    </div>
  );
}

/** A form for the text of a part in each language, and for its signatures. */
function PartForm({ settings, id }: OwnProps): ReactNode {
  const { words, say } = useTexts();
  const { dataset, change } = useDesk();
  const typed = useTypedSettings(
    partPanel(id),
    settings,
    (state) => partSlots(state, id, dataset),
    (before, after) =>
      sendDifferences(before, after).catch((error: unknown): never => {
        if (!(error instanceof Refused)) throw error;
        const problems = error.problems.map(({ field = '', ...rest }) => ({
          ...rest,
          field: fieldOfPart(field, id, dataset),
        }));
        throw new Refused({ problems });
      }),
  );
  const { attempt, isWorking, problems = [] } = useAttempt();
  const settingWords = words.settings;
  const { signatures = [] } = partIn(settings, id);
  /** Adds a signature, or removes the signature with the given index. */
  const sign = (one: Signature | number): Promise<unknown> =>
    change(({ settings: now = settings }) => {
      const { signatures: before = [] } = partIn(now, id);
      // If the button is clicked twice, the second click must not remove the next signature.
      if (typeof one === 'number' && before.length !== signatures.length) return [];
      const after = typeof one === 'number' ? before.toSpliced(one, 1) : [...before, one];
      return differences(now, withSignatures(now, id, after));
    });
  return (
    <div className="form">
      <FormNotes {...typed} />
      <Texts of="text" name={settingWords.partText} hint={settingWords.textHint} isLong typed={typed} />
      {signatures.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a signature is identified by its position
        <fieldset key={index} className="field group">
          <legend>{say(settingWords.signature, { number: index + 1 })}</legend>
          <Texts of={`signatures.${index}.name`} name={settingWords.signatureName} typed={typed} />
          <Texts of={`signatures.${index}.role`} name={settingWords.role} typed={typed} />
          <PictureField
            label={settingWords.portrait}
            hint={settingWords.portraitHint}
            {...typed.field(`signatures.${index}.portrait`)}
          />
          <Button
            text={settingWords.removeSignature}
            about={String(index + 1)}
            aria-disabled={isWorking}
            onClick={() => void attempt(() => sign(index))}
          />
        </fieldset>
      ))}
      <Messages problems={problems} />
      <NewSignature onAdd={(name) => sign({ name })} />
    </div>
  );
}

function NewSignature({ onAdd }: { onAdd(name: string): Promise<unknown> }): ReactNode {
  const { words } = useTexts();
  const id = useId();
  const [name, setName] = useState('');
  const { attempt, isWorking, problems = [] } = useAttempt();
  return (
    <Form
      className="field"
      onSubmit={() =>
        void attempt(async () => {
          await onAdd(name);
          setName('');
        })
      }
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
    </Form>
  );
}

/** Buttons that move or remove a part, or add other parts. */
function PartActs({ settings, id }: OwnProps): ReactNode {
  const { words } = useTexts();
  const { dataset, open, change } = useDesk();
  const { parts } = dataset;
  const { run, problems } = useAttempt();
  const place = parts.findIndex((part) => part.id === id);
  /** Moves the part up or down by a number of positions, or removes it. */
  const send = (by: number | 'remove'): Promise<unknown> =>
    change(({ parts: outline, settings: now = settings }) => {
      const { parts: before } = now.programme;
      const entries = before ?? outline.map((part) => part.id);
      const at = outline.findIndex((part) => part.id === id);
      if (at < 0) return [];
      const others = entries.toSpliced(at, 1);
      // The cover always stays first.
      const after = by === 'remove' ? others : others.toSpliced(Math.max(1, at + by), 0, entries[at] ?? id);
      const texts = by === 'remove' ? Object.keys(now.texts).filter((key) => key.startsWith(`${id}.`)) : [];
      return [
        { of: 'programme', key: 'parts', ...(before !== undefined && { before }), after },
        ...texts.map((key) => ({ of: 'texts' as const, key, before: now.texts[key] })),
      ];
    });
  const remove = async (): Promise<void> => {
    await send('remove');
    open(partPanel(parts[place - 1]?.id ?? 'cover'));
  };
  const isFixed = id === 'cover' || id === 'introduction' || id === 'themes';
  return (
    <div className="form">
      <div className="acts">
        <Moves
          onUp={place < 2 ? undefined : () => void run(() => send(-1))}
          onDown={place === 0 || place === parts.length - 1 ? undefined : () => void run(() => send(1))}
        />
        <AddPart text={words.settings.addPart} after={id} />
        {!isFixed && <Button text={words.settings.removePart} onClick={() => void run(remove)} />}
      </div>
      <Alert problems={problems} />
    </div>
  );
}

interface AddPartProps {
  text: string;
  /** Id of the part after which the new part is placed; by default, the new part is placed last. */
  after?: string | undefined;
  className?: string;
}

/** A button that asks for a new part, adds the part and opens it. */
export function AddPart({ text, after, className }: AddPartProps): ReactNode {
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <Button text={text} className={className} onClick={() => setAdding(true)} />
      {isAdding && <NewPart text={text} after={after} onClose={() => setAdding(false)} />}
    </>
  );
}

const OWN = 'own';
const GENERATED = ['contents', 'whats-new', 'indexes'];
const TEXTS = ['foreword', 'practical-information', 'colophon', 'back-cover'];

/** A dialog that asks for the kind and the text of a new part. */
function NewPart({
  text: heading,
  after,
  onClose,
}: Pick<AddPartProps, 'text' | 'after'> & { onClose(): void }): ReactNode {
  const { words } = useTexts();
  const { dataset, open, saved } = useDesk();
  const { parts } = dataset;
  const settingWords = words.settings;
  const kinds = [...TEXTS, ...GENERATED].filter((kind) => parts.every(({ id }) => id !== kind));
  const names = new Map(Object.entries(settingWords.partNames));
  const [kind, setKind] = useState(kinds[0] ?? OWN);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  return (
    <CreateDialog
      title={heading}
      onCreate={async () => {
        const part = kind === OWN ? { title } : { title: '', kind };
        const place = after ?? parts.at(-1)?.id ?? 'cover';
        const added = await inTurn(() => add('/api/part', { ...part, text, after: place }));
        saved(added.undo);
        onClose();
        open(partPanel(added.id));
      }}
      onClose={onClose}
    >
      <Select
        label={settingWords.partKind}
        value={kind}
        options={[...kinds.map((one) => [one, names.get(one) ?? one] as const), [OWN, settingWords.ownPart]]}
        onChange={setKind}
      />
      {kind === OWN && (
        <Input
          label={settingWords.partTitle}
          required
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
      )}
      {!GENERATED.includes(kind) && (
        <Input
          as="textarea"
          label={settingWords.partText}
          required
          rows={6}
          value={text}
          onChange={({ target }) => setText(target.value)}
        >
          <p className="reading">{settingWords.textHint}</p>
        </Input>
      )}
    </CreateDialog>
  );
}
