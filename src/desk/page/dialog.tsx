import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button, Form } from './button.tsx';
import { Input } from './fields.tsx';
import { Alert } from './problems.tsx';
import { useAttempt } from './requests.ts';
import { useTexts } from './words.tsx';

interface DialogProps {
  title: string;
  /** Whether the dialog is wide, for lists. A narrow dialog is a form, and its first field gets the focus. */
  isWide?: boolean;
  /** Whether the action that the user chose in the dialog is still running. */
  isWorking?: boolean;
  onClose(): void;
  children: ReactNode;
}

/** A dialog with a title and a button that closes it. */
export function Dialog({
  title,
  isWide = false,
  isWorking = false,
  onClose,
  children,
}: DialogProps): ReactNode {
  const { words } = useTexts();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    if (!isWide) current?.querySelector<HTMLElement>('input, select')?.focus();
    // The focus returns to the element that had it before the dialog was opened.
    return () => current?.close();
  }, [isWide]);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby={id} className={isWide ? 'wide' : undefined}>
      <div className="tools">
        <h2 id={id}>{title}</h2>
        <span className="gap" />
        <span role="status">
          {isWorking && (
            <>
              <progress aria-hidden="true" /> {words.working}
            </>
          )}
        </span>
        <Button text="×" onClick={onClose} aria-label={words.close} />
      </div>
      <div className="body">{children}</div>
    </dialog>
  );
}

interface CreateDialogProps extends Pick<DialogProps, 'title' | 'onClose' | 'children'> {
  onCreate(): Promise<void>;
}

/** A dialog with the fields for a new item, and a button that creates the item. */
export function CreateDialog({ title, onCreate, onClose, children }: CreateDialogProps): ReactNode {
  const { words } = useTexts();
  const { attempt, problems } = useAttempt();
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onSubmit={() => void attempt(onCreate)}>
        {children}
        <Alert problems={problems} />
        <div className="acts">
          <button type="submit" className="primary">
            {words.create}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}

interface NewEventProps extends Pick<DialogProps, 'title' | 'onClose'> {
  onCreate(title: string): Promise<void>;
}

/** A dialog that asks for the title of a new event. */
export function NewEvent({ title: first, onCreate, onClose }: NewEventProps): ReactNode {
  const { words } = useTexts();
  const [title, setTitle] = useState(first);
  return (
    <CreateDialog title={words.addToTheme} onCreate={() => onCreate(title)} onClose={onClose}>
      <Input
        label={words.newTitle}
        required
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
    </CreateDialog>
  );
}
