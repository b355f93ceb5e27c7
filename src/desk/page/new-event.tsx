import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Refused } from './client.ts';
import { Problems } from './problems.tsx';
import { useSpeech } from './words.tsx';

/** Asks for the title of a new event. */
export function NewEvent({
  title: first,
  onCreate,
  onClose,
}: {
  title: string;
  onCreate(title: string): Promise<void>;
  onClose(): void;
}): ReactNode {
  const { words } = useSpeech();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [title, setTitle] = useState(first);
  const [trouble, setTrouble] = useState<Refused['problems']>();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby={id}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onCreate(title).catch((error: unknown) =>
            setTrouble(error instanceof Refused ? error.problems : []),
          );
        }}
      >
        <label id={id} htmlFor={`${id}-title`}>
          {words.newTitle}
        </label>
        <input id={`${id}-title`} required value={title} onChange={(event) => setTitle(event.target.value)} />
        {trouble !== undefined && <Problems problems={trouble} />}
        <div className="acts">
          <button type="submit" className="primary">
            {words.create}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}
