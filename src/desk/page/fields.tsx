import {
  type ComponentProps,
  createElement,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import type { TranslatedProblem } from '../api.ts';
import { Button } from './button.tsx';
import { Hint } from './problems.tsx';
import { useTexts } from './words.tsx';

/** The properties of a form field. */
export interface FieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  /** Called when the field loses the focus. */
  onLeave(): void;
  problems: readonly TranslatedProblem[];
  /** The value in the file, if somebody else has changed the file in the meantime. */
  conflict?: string | undefined;
  onDecide?(isMine: boolean): void;
}

interface TextFieldProps extends FieldProps {
  note?: string | undefined;
  lang?: string | undefined;
  /** Whether the value can have several lines. */
  isLong?: boolean | undefined;
  /** Whether the text can have emphasis. */
  emphasis?: boolean | undefined;
  type?: 'date' | undefined;
  suggestions?: readonly string[];
  /** A control next to the field that can also set the value. */
  beside?: ReactNode;
  children?: ReactNode;
}

export type SaveState = 'idle' | 'saving' | 'saved' | 'failed';

interface FormNotesProps {
  state: SaveState;
  /** Problems that do not belong to any field. */
  problems: readonly TranslatedProblem[];
  children?: ReactNode;
}

/** The save state of a form, followed by the problems and notes that do not belong to any field. */
export function FormNotes({ state, problems, children }: FormNotesProps): ReactNode {
  const { words } = useTexts();
  return (
    <>
      <p role="status" className={`save ${state}`}>
        {{ idle: '', saving: words.saving, saved: words.saved, failed: words.notSaved }[state]}
      </p>
      <Notes>
        <Messages problems={problems} />
        {children}
      </Notes>
    </>
  );
}

/** A text field with one line, with several lines, or with suggestions. */
export function TextField(props: TextFieldProps): ReactNode {
  const { label, note, lang, isLong = false, emphasis, type, suggestions = [], beside } = props;
  const { value, onChange, onLeave, problems } = props;
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height depends on the words
  useEffect(() => {
    const element = input.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [value]);
  const common = {
    id,
    value,
    lang,
    onBlur: onLeave,
    'aria-invalid': problems.length > 0,
    'aria-describedby': `${id}-more`,
  };
  return (
    <div className="field">
      <div className="label">
        <label htmlFor={id}>{label}</label>
        {note !== undefined && <span className="quiet">{note}</span>}
        {emphasis && <Emphasis input={input} onChange={onChange} label={label} />}
      </div>
      <div className="control">
        {type !== undefined || (suggestions.length > 0 && !isLong) ? (
          <>
            <input
              {...common}
              type={type}
              list={`${id}-list`}
              onChange={(event) => onChange(event.target.value)}
            />
            <datalist id={`${id}-list`}>
              {suggestions.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </>
        ) : (
          <textarea
            {...common}
            ref={input}
            rows={isLong ? 3 : 1}
            className={isLong ? undefined : 'line'}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => {
              // A line break would start a new paragraph, but only long texts can have several paragraphs.
              if (event.key === 'Enter' && !isLong) event.preventDefault();
            }}
          />
        )}
        {beside}
      </div>
      <FieldNotes {...props} id={`${id}-more`} />
    </div>
  );
}

type InputProps<Tag extends 'input' | 'textarea'> = ComponentProps<Tag> & { as?: Tag; label: string };

/** A labelled field that does not save its value; a `textarea` has several lines. */
export function Input<Tag extends 'input' | 'textarea' = 'input'>({
  as,
  label,
  children,
  ...rest
}: InputProps<Tag>): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {createElement(as ?? 'input', { id, ...rest })}
      {children}
    </div>
  );
}

interface SelectProps extends Pick<FieldProps, 'label' | 'value' | 'onChange'> {
  /** The values, each with its name. */
  options?: readonly (readonly [value: string, name: string])[];
  onLeave?(): void;
  /** Whether the label is hidden and only available to screen readers. */
  isLabelHidden?: boolean;
  /** Additional options, placed after the values. */
  children?: ReactNode;
}

/** A labelled choice between values. */
export function Select({
  label,
  value,
  options = [],
  onChange,
  onLeave,
  isLabelHidden = false,
  children,
}: SelectProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? 'hidden' : 'label'}>
        {label}
      </label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)} onBlur={onLeave}>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
        {children}
      </select>
    </div>
  );
}

/** A choice between values; the chosen value is saved with the form. */
export function Choice(props: FieldProps & Pick<SelectProps, 'options'>): ReactNode {
  return (
    <div className="field">
      <Select {...props} />
      <FieldNotes {...props} />
    </div>
  );
}

/** The problems of a field. */
export function Messages({ problems }: { problems: readonly TranslatedProblem[] }): ReactNode {
  const { foreign } = useTexts();
  return problems.map((problem) => (
    <p key={problem.message} className="wrong" role="alert" lang={foreign(problem.lang)}>
      {problem.message}
      <Hint said={problem} />
    </p>
  ));
}

/** The notes on a field: its own notes, its problems, and a conflict about its value. */
export function FieldNotes({
  id,
  children,
  ...props
}: FieldProps & { id?: string; children?: ReactNode }): ReactNode {
  return (
    <Notes {...(id !== undefined && { id })}>
      {children}
      <Messages problems={props.problems} />
      <Conflict {...props} />
    </Notes>
  );
}

/** Shows the two values of a field that somebody else has changed in the meantime. */
function Conflict({ conflict, onDecide, label }: FieldProps): ReactNode {
  const { words } = useTexts();
  if (conflict === undefined || onDecide === undefined) return null;
  return (
    <div className="conflict" role="alert">
      <p>{words.changedMeanwhile}</p>
      <p>{words.inFile.replace('{words}', conflict === '' ? words.empty : conflict)}</p>
      <Button text={words.keepMine} about={label} onClick={() => onDecide(true)} />{' '}
      <Button text={words.takeFile} about={label} onClick={() => onDecide(false)} />
    </div>
  );
}

interface EmphasisProps {
  input: RefObject<HTMLTextAreaElement | null>;
  onChange(value: string): void;
  label: string;
}

/** Buttons that insert the markup for emphasis or a link around the selected words. */
function Emphasis({ input, onChange, label }: EmphasisProps): ReactNode {
  const { words } = useTexts();
  const around = (before: string, after: string): void => {
    const element = input.current;
    if (element === null) return;
    const { selectionStart: start, selectionEnd: end, value } = element;
    onChange(`${value.slice(0, start)}${before}${value.slice(start, end)}${after}${value.slice(end)}`);
    element.focus();
    // The text is selected only after the new value has been rendered.
    requestAnimationFrame(() => element.setSelectionRange(start + before.length, end + before.length));
  };
  return (
    <span className="emphasis">
      <button type="button" onClick={() => around('**', '**')} aria-label={`${words.bold}: ${label}`}>
        <b>B</b>
      </button>
      <button type="button" onClick={() => around('*', '*')} aria-label={`${words.italic}: ${label}`}>
        <i>I</i>
      </button>
      <Button text="↗" onClick={() => around('[', '](https://)')} aria-label={`${words.link}: ${label}`} />
    </span>
  );
}

/**
 * The notes below a field: findings, problems and hints. If notes above the edited field grow or shrink, the form
 * scrolls so that the field stays in place. If the focused element in a note disappears, the focus moves to the field
 * to which the note belongs.
 */
export function Notes({ id, children }: { id?: string; children: ReactNode }): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  const focused = useRef<Element>(null);
  useEffect(() => {
    const { current: notes } = element;
    if (notes === null) return;
    let { height } = notes.getBoundingClientRect();
    const observer = new ResizeObserver(() => {
      const growth = notes.getBoundingClientRect().height - height;
      height += growth;
      const { activeElement: edited } = document;
      const scroller = notes.closest('.body');
      const isAbove =
        edited !== null && notes.compareDocumentPosition(edited) === Node.DOCUMENT_POSITION_FOLLOWING;
      if (isAbove && scroller?.contains(edited)) scroller.scrollTop += growth;
    });
    observer.observe(notes);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (focused.current?.isConnected !== false || document.activeElement !== document.body) return;
    focused.current = null;
    const field = element.current?.closest('.field');
    const control = field?.querySelector<HTMLElement>(':is(input, textarea, select):not(.hidden)');
    (control ?? element.current?.closest('.body')?.querySelector<HTMLElement>('h2'))?.focus();
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only observes where the focus is
    <div
      id={id}
      ref={element}
      className="notes"
      onFocus={({ target }) => {
        focused.current = target;
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null) focused.current = null;
      }}
    >
      {children}
    </div>
  );
}
