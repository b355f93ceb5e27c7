import type { ComponentProps, ReactNode } from 'react';
import { useTexts } from './words.tsx';

type Props = ComponentProps<'button'> & {
  text: string;
  /** What the button refers to, for screen readers; needed if several buttons on the page have the same text. */
  about?: string | undefined;
};

/** A button with a text. Clicking the button does not submit the form that contains it. */
export function Button({ text, about, ...rest }: Props): ReactNode {
  return (
    <button type="button" {...rest}>
      {text}
      {about !== undefined && <span className="hidden">: {about}</span>}
    </button>
  );
}

type EntryProps = ComponentProps<'button'> & {
  isCurrent?: boolean;
  /** Text on a second line. */
  note?: ReactNode;
};

/** A list entry with a button that opens it. */
export function Entry({ isCurrent = false, note, children, ...rest }: EntryProps): ReactNode {
  return (
    <li>
      <button type="button" className="entry" aria-current={isCurrent ? 'true' : undefined} {...rest}>
        {children}
        {note !== undefined && <span className="quiet">{note}</span>}
      </button>
    </li>
  );
}

/** A form whose input is handled by the page instead of being sent by the browser. */
export function Form({
  onSubmit,
  ...rest
}: Omit<ComponentProps<'form'>, 'onSubmit'> & { onSubmit(given: FormData): void }): ReactNode {
  return (
    <form
      {...rest}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(new FormData(event.currentTarget));
      }}
    />
  );
}

interface MovesProps {
  /** Missing if the item cannot be moved up. */
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

/** Buttons that move an item up or down in its list. */
export function Moves({ onUp, onDown }: MovesProps): ReactNode {
  const { words } = useTexts();
  return (
    <>
      <Button text={words.moveUp} aria-disabled={!onUp} onClick={() => onUp?.()} />
      <Button text={words.moveDown} aria-disabled={!onDown} onClick={() => onDown?.()} />
    </>
  );
}
