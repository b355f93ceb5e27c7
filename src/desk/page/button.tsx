import type { ComponentProps, ReactNode } from 'react';

type Props = ComponentProps<'button'> & { text: string };

/** A button that shows a text and does not submit the form around it. */
export function Button({ text, ...rest }: Props): ReactNode {
  return (
    <button type="button" {...rest}>
      {text}
    </button>
  );
}
