import { useEffect, useRef, useState } from 'react';
import type { TranslatedProblem } from '../api.ts';
import { Conflict, NoSession, Refused, TooLarge, Unreachable } from './client.ts';
import { useTexts } from './words.tsx';

/** Returns a function that converts the error of a failed request to problems. */
export function useProblemsOf(): (error: unknown) => readonly TranslatedProblem[] {
  const { words, say, lang } = useTexts();
  return (error) => {
    if (error instanceof Refused) return error.problems;
    const message = (text: string, hint?: string): TranslatedProblem[] => [
      { message: text, lang, ...(hint !== undefined && { hint }) },
    ];
    if (error instanceof Conflict) return message(words.changedMeanwhile);
    if (error instanceof Unreachable) return message(words.disconnected);
    if (error instanceof NoSession) return message(words.noSession, words.noSessionHint);
    if (error instanceof TooLarge) return message(say(words.tooLarge, { size: error.most / 1024 / 1024 }));
    return message(words.fault);
  };
}

/** The answer to a request. */
export interface Answered<T> {
  /** The last value that was received; undefined until there is one. */
  value: T | undefined;
  /** The problems that prevent a newer value from being received. */
  problems: readonly TranslatedProblem[] | undefined;
  /** Whether the request with the current key has been answered, either with a value or with problems. */
  isCurrent: boolean;
}

/**
 * Sends a request, and sends it again whenever its key changes. The last value is kept until a newer value arrives.
 *
 * @param key identifies the request and the state of the dataset; if undefined, no request is sent
 * @param request receives a signal that is aborted when the key changes
 */
export function useAnswer<T>(
  key: string | undefined,
  request: (signal: AbortSignal) => Promise<T>,
): Answered<T> {
  const problemsOf = useProblemsOf();
  const [answer, setAnswer] = useState<Omit<Answered<T>, 'isCurrent'> & { key?: string }>({
    value: undefined,
    problems: undefined,
  });
  const latest = useRef({ request, problemsOf });
  latest.current = { request, problemsOf };
  useEffect(() => {
    if (key === undefined) return;
    const control = new AbortController();
    const { signal } = control;
    const ask = async (): Promise<void> => {
      try {
        const value = await latest.current.request(signal);
        if (!signal.aborted) setAnswer({ key, value, problems: undefined });
      } catch (error) {
        const problems = latest.current.problemsOf(error);
        if (!signal.aborted) setAnswer(({ value }) => ({ key, value, problems }));
      }
    };
    void ask();
    return () => control.abort();
  }, [key]);
  return { value: answer.value, problems: answer.problems, isCurrent: answer.key === key };
}

/** Runs one action at a time, and returns the problems that prevented the last action. */
export function useAttempt(): {
  /** Runs an action even if another action is running. */
  run(act: () => Promise<unknown>): Promise<void>;
  /** Runs an action unless another action is running. */
  attempt(act: () => Promise<unknown>): Promise<void>;
  isWorking: boolean;
  problems: readonly TranslatedProblem[] | undefined;
  /** Clears the problems of the last action once a later action has succeeded. */
  forget(): void;
} {
  const problemsOf = useProblemsOf();
  const [isWorking, setWorking] = useState(false);
  const [problems, setProblems] = useState<readonly TranslatedProblem[]>();
  const running = useRef(0);
  const run = async (act: () => Promise<unknown>): Promise<void> => {
    running.current++;
    setWorking(true);
    setProblems(undefined);
    try {
      await act();
    } catch (error) {
      setProblems(problemsOf(error));
    } finally {
      running.current--;
      setWorking(running.current > 0);
    }
  };
  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    if (running.current === 0) await run(act);
  };
  return { run, attempt, isWorking, problems, forget: () => setProblems(undefined) };
}
