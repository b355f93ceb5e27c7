import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Alert } from './problems.tsx';
import { useAttempt } from './requests.ts';
import { useSpeech } from './words.tsx';

interface NewEventProps {
  title: string;
  onCreate(title: string): Promise<void>;
  onClose(): void;
}

/** Asks for the title of a new event. */
export function NewEvent({ title: first, onCreate, onClose }: NewEventProps): ReactNode {
  const { words } = useSpeech();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [title, setTitle] = useState(first);
  const { attempt, problems } = useAttempt();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby={id}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(() => onCreate(title));
        }}
      >
        <label id={id} htmlFor={`${id}-title`}>
          {words.newTitle}
        </label>
        <input id={`${id}-title`} required value={title} onChange={(event) => setTitle(event.target.value)} />
        <Alert problems={problems} />
        <div className="acts">
          <button type="submit" className="primary">
            {words.create}
          </button>
          <Button text={words.cancel} onClick={() => dialog.current?.close()} />
        </div>
      </form>
    </dialog>
  );
}
