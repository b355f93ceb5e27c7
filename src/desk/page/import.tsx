import { type ReactNode, useId, useRef, useState } from 'react';
import type { SaidIncoming, SaidQuestion } from '../api.ts';
import { Button, Form } from './button.tsx';
import { ChangeTexts } from './changes.tsx';
import { type Answers, get, postFile } from './client.ts';
import { useDesk } from './desk-context.ts';
import { Dialog } from './dialog.tsx';
import { Alert, Problems } from './problems.tsx';
import { useAnswer, useAttempt } from './requests.ts';
import { Remainders } from './review.tsx';
import { useTexts } from './words.tsx';

interface ImportProps {
  /** Dropped files, which are examined one after another. */
  files: readonly File[];
  onFiles(files: readonly File[]): void;
  /** Called with the proposal to review, and with the files that have not been examined yet. */
  onReview(proposal: string, others: readonly File[]): void;
  onClose(): void;
}

/** Shows returned files, each with its kind and its changes, and the proposals that wait for a review. */
export function Import({ files, onFiles, onReview, onClose }: ImportProps): ReactNode {
  const { words, say } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [file, ...others] = files;
  return (
    <Dialog title={words.import} isWide onClose={onClose}>
      <div className="drop">
        <p>{words.dropHere}</p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={({ target }) => {
            onFiles([...(target.files ?? []), ...files]);
            target.value = '';
          }}
        />
        <Button text={words.chooseFile} className="primary" onClick={() => input.current?.click()} />
      </div>
      {file !== undefined && (
        <IncomingFile
          key={`${file.name} ${file.size} ${file.lastModified} ${others.length}`}
          file={file}
          onReview={(proposal) => onReview(proposal, others)}
        />
      )}
      {others.length > 0 && (
        <Button
          text={say(words.nextFile, { name: others[0]?.name ?? '', count: others.length })}
          onClick={() => onFiles(others)}
        />
      )}
      <Proposals onReview={(proposal) => onReview(proposal, files)} />
    </Dialog>
  );
}

interface IncomingFileProps {
  file: File;
  onReview(proposal: string): void;
}

/** Shows a file: its kind, its changes, and the open questions about it. */
function IncomingFile({ file, onReview }: IncomingFileProps): ReactNode {
  const { words, say } = useTexts();
  const [answers, setAnswers] = useState<Answers>({});
  const read = (keep: 'yes' | 'no'): Promise<SaidIncoming> =>
    postFile('/api/incoming', file, { answers: JSON.stringify(answers), keep });
  const { value, problems: notRead, isCurrent } = useAnswer(JSON.stringify(answers), () => read('no'));
  const { attempt, isWorking, problems: notKept } = useAttempt();
  const [kept, setKept] = useState<SaidIncoming>();
  const found = kept ?? value;
  const keep = async (): Promise<void> => {
    const result = await read('yes');
    if (result.proposed?.kept === true) onReview(result.proposed.name);
    else setKept(result);
  };
  const trouble = notRead ?? notKept;
  if (!isCurrent || isWorking) return <p role="status">{say(words.readingFile, { name: file.name })}</p>;
  if (trouble !== undefined || found === undefined)
    return (
      <section aria-label={file.name} className="found">
        <h3>{file.name}</h3>
        <Alert problems={trouble} />
      </section>
    );
  return (
    <section aria-label={file.name} className="found">
      <h3>{file.name}</h3>
      <Published found={found} />
      {found.questions.length > 0 ? (
        <Questions
          questions={found.questions}
          onAnswer={(given) => {
            setKept(undefined);
            setAnswers({ ...answers, ...given });
          }}
        />
      ) : (
        found.problems.length > 0 && (
          <div role="status">
            <Problems problems={found.problems} title={words.cannotImport} />
          </div>
        )
      )}
      {found.proposed !== undefined && (
        <Proposed proposed={found.proposed} onKeep={() => void attempt(keep)} />
      )}
    </section>
  );
}

/** Shows the editions that published a file. */
function Published({ found: { published, notRead, sha256 } }: { found: SaidIncoming }): ReactNode {
  const { words, say } = useTexts();
  return (
    <div role="status">
      {published.map(({ edition, file }) => (
        <p key={`${edition} ${file}`}>
          <b>{say(words.isPublished, { edition, file })}</b>
        </p>
      ))}
      {published.length === 0 && <p className="quiet">{words.notPublished}</p>}
      {notRead.map((edition) => (
        <p key={edition} className="wrong">
          {say(words.notCompared, { edition })}
        </p>
      ))}
      {published.length > 0 && (
        <p className="quiet">
          {words.proofs.file} <code>{sha256}</code>
        </p>
      )}
    </div>
  );
}

interface QuestionsProps {
  questions: readonly SaidQuestion[];
  onAnswer(answers: Answers): void;
}

/** Asks the open questions about a list. */
export function Questions({ questions, onAnswer }: QuestionsProps): ReactNode {
  const { words, foreign } = useTexts();
  const id = useId();
  return (
    <Form
      className="form"
      onSubmit={(given) =>
        onAnswer(Object.fromEntries(questions.map(({ name }) => [name, String(given.get(name) ?? '')])))
      }
    >
      <p role="status">{words.questions}</p>
      {questions.map(({ name, message, lang: spoken, form, evidence, answers, proposal = '' }) => (
        <div key={name} className="field">
          <label htmlFor={`${id} ${name}`} lang={foreign(spoken)}>
            {message}
          </label>
          {evidence.length > 0 && <p className="quiet">{evidence.join(' · ')}</p>}
          {form === 'choice' ? (
            <select id={`${id} ${name}`} name={name} required defaultValue={proposal}>
              <option value="" disabled hidden />
              {answers.map(({ value, evidence: samples }) => (
                <option key={value} value={value}>
                  {[value, samples.join(' · ')].filter((part) => part !== '').join(' – ')}
                </option>
              ))}
            </select>
          ) : (
            <input id={`${id} ${name}`} name={name} required defaultValue={proposal} />
          )}
        </div>
      ))}
      <div className="acts">
        <button type="submit" className="primary">
          {words.goOn}
        </button>
      </div>
    </Form>
  );
}

interface ProposedProps {
  proposed: NonNullable<SaidIncoming['proposed']>;
  onKeep(): void;
}

/** Shows the changes that a file proposes. */
function Proposed({
  proposed: { changes, remainders, kept, done, known, remarks },
  onKeep,
}: ProposedProps): ReactNode {
  const { words, say } = useTexts();
  const conflicts = changes.filter(({ alone }) => alone).length;
  return (
    <>
      <p role="status">
        <b>{say(words.changesProposed, { count: changes.length })}</b>
        {conflicts > 0 && <> {say(words.ofThemConflicts, { count: conflicts })}</>}
        {done > 0 && <> {say(words.alreadyInDraft, { count: done })}</>}
        {known > 0 && <> {say(words.alreadyProposed, { count: known })}</>}
        {kept && <> {words.importedBefore}</>}
      </p>
      {(changes.length > 0 || remainders.length > 0) && (
        <div className="acts">
          <Button text={words.reviewChanges} className="primary" onClick={onKeep} />
        </div>
      )}
      {remarks.length > 0 && <Problems problems={remarks} />}
      <ul>
        {changes.map((change) => (
          <li key={change.id} className="change">
            <b>{change.title}</b> <span className="quiet">{change.what}</span>{' '}
            {change.alone && <p className="wrong">{words.needsDecision}</p>}
            <ChangeTexts change={change} />
          </li>
        ))}
      </ul>
      <Remainders remainders={remainders} />
    </>
  );
}

/** Shows the proposals of a dataset, each with the number of its changes. */
function Proposals({ onReview }: Pick<IncomingFileProps, 'onReview'>): ReactNode {
  const { words, say } = useTexts();
  const {
    value: proposals = [],
    problems,
    isCurrent,
  } = useAnswer(useDesk().state, () => get('/api/proposals'));
  return (
    <>
      <h3>{words.proposals}</h3>
      <Alert problems={problems} />
      {isCurrent && problems === undefined && proposals.length === 0 && (
        <p className="quiet">{words.noProposals}</p>
      )}
      <ul>
        {proposals.map(({ name, ...counts }) => (
          <li key={name} className="change">
            <Button text={name} about={words.review} className="link" onClick={() => onReview(name)} />{' '}
            <span className="quiet">{say(words.verdictCounts, counts)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
