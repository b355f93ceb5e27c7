import { type ReactNode, useState } from 'react';
import { Dialog } from './dialog.tsx';
import { Input } from './fields.tsx';
import { Alert } from './problems.tsx';
import { useAttempt } from './requests.ts';
import { useTexts } from './words.tsx';

interface NewEventProps {
  title: string;
  onCreate(title: string): Promise<void>;
  onClose(): void;
}

/** Asks for the title of a new event. */
export function NewEvent({ title: first, onCreate, onClose }: NewEventProps): ReactNode {
  const { words } = useTexts();
  const [title, setTitle] = useState(first);
  const { attempt, problems } = useAttempt();
  return (
    <Dialog title={words.addToTheme} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(() => onCreate(title));
        }}
      >
        <Input
          label={words.newTitle}
          required
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
        <Alert problems={problems} />
        <div className="acts">
          <button type="submit" className="primary">
            {words.create}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
