import type { ReactNode } from 'react';
import type { Said } from '../api.ts';
import { Button } from './button.tsx';
import { useSpeech } from './words.tsx';

interface ProblemsProps {
  problems: readonly Said[];
  title?: string;
  note?: string;
  onEvent?: (event: string) => void;
}

/** Problems, each with its location. */
export function Problems({ problems, title, note, onEvent }: ProblemsProps): ReactNode {
  const { lang } = useSpeech();
  return (
    <div className="problems">
      {title !== undefined && <p className="title">{title}</p>}
      <ul>
        {problems.map(({ message, hint, lang: spoken, file, line, cell, event, field }) => (
          <li
            key={[file, line, cell, event, field, message].join()}
            lang={spoken === lang ? undefined : spoken}
          >
            {message}
            {hint !== undefined && <span className="quiet"> {hint}</span>}{' '}
            <code>{[file, line, cell].filter((part) => part !== undefined).join(':')}</code>{' '}
            {event !== undefined &&
              (onEvent === undefined ? (
                event
              ) : (
                <Button text={event} className="link" onClick={() => onEvent(event)} />
              ))}
          </li>
        ))}
      </ul>
      {note !== undefined && <p className="quiet">{note}</p>}
    </div>
  );
}

/** The problems that prevented an action, if any. */
export function Alert({ problems }: { problems: readonly Said[] | undefined }): ReactNode {
  return (
    problems !== undefined && (
      <div role="alert">
        <Problems problems={problems} />
      </div>
    )
  );
}

/** A message in place of content that cannot be displayed. */
export function Trouble({ trouble, onRetry }: { trouble: readonly Said[]; onRetry(): void }): ReactNode {
  const { words } = useSpeech();
  return (
    <div role="alert">
      <h1>{words.cannotRead}</h1>
      <Problems problems={trouble} />
      <Button text={words.tryAgain} onClick={onRetry} />
    </div>
  );
}
