import type { ComponentProps, ReactNode } from 'react';

type Props = ComponentProps<'button'> & {
  text: string;
  /** The subject, if several buttons on the page have the same text; for readers of the screen. */
  about?: string | undefined;
};

/** A button that shows a text and does not submit the form around it. */
export function Button({ text, about, ...rest }: Props): ReactNode {
  return (
    <button type="button" {...rest}>
      {text}
      {about !== undefined && <span className="hidden">: {about}</span>}
    </button>
  );
}
