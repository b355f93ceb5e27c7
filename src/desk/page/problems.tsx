import type { ReactNode } from 'react';
import type { TranslatedProblem } from '../api.ts';
import { Button } from './button.tsx';
import { useTexts } from './words.tsx';

interface ProblemsProps {
  /** The problems to show. If there are no problems, nothing is shown. */
  problems: readonly TranslatedProblem[] | undefined;
  title?: string | undefined;
  note?: string;
  onEvent?: (event: string) => void;
}

/** Problems, each with its location. */
export function Problems({ problems, title, note, onEvent }: ProblemsProps): ReactNode {
  const { foreign } = useTexts();
  if (problems === undefined) return null;
  return (
    <div className="problems">
      {title !== undefined && <p className="title">{title}</p>}
      <ul>
        {problems.map(({ file, line, cell, event, field, ...problem }) => (
          <li key={[file, line, cell, event, field, problem.message].join()} lang={foreign(problem.lang)}>
            {problem.message}
            <Hint said={problem} />{' '}
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

/**
 * A hint about a message. If the hint of the command line names commands or files, the desk shows its own hint instead.
 */
export function Hint({ said: { code, hint } }: { said: TranslatedProblem }): ReactNode {
  const { words, advice } = useTexts();
  const translated = advice(code);
  const text = translated ?? hint;
  return (
    text !== undefined && (
      <span className="quiet" lang={translated === undefined ? undefined : words.tag}>
        {' – '}
        {text}
      </span>
    )
  );
}

/** The problems that prevented an action, if any. */
export function Alert({ problems }: Pick<ProblemsProps, 'problems'>): ReactNode {
  return (
    problems !== undefined && (
      <div role="alert">
        <Problems problems={problems} />
      </div>
    )
  );
}
