import { type ReactNode, useState } from 'react';
import { CreateDialog } from './dialog.tsx';
import { Input } from './fields.tsx';
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
