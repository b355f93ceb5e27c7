import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { ListPreview, TranslatedProblem } from '../api.ts';
import { Button, Form } from './button.tsx';
import { type Answers, getListPages, post, postFile, Refused } from './client.ts';
import { useDrops } from './dropped-files.ts';
import { Input } from './fields.tsx';
import { Questions } from './import.tsx';
import { Picture, usePdf } from './pages.tsx';
import { Alert, Problems } from './problems.tsx';
import { useAnswer, useAttempt } from './requests.ts';
import { useTexts } from './words.tsx';

/** Starts a programme in an empty folder: from a list, with a single event, or from the example. */
export function StartPage({ onCreated }: { onCreated(): void }): ReactNode {
  const { words } = useTexts();
  /** `number` distinguishes two files that have the same name. */
  const [list, setList] = useState<{ file: File; answers: Answers; number: number }>();
  const { attempt, isWorking, problems } = useAttempt();
  const read = (file: File | undefined, answers: Answers = {}): void => {
    if (file !== undefined) setList((last) => ({ file, answers, number: (last?.number ?? 0) + 1 }));
  };
  const { isOver } = useDrops(([file]) => read(file));
  useEffect(() => {
    document.title = `${words.start.heading} – programme`;
  }, [words]);
  const create = (send: () => Promise<unknown>): void =>
    void attempt(async () => {
      await send();
      onCreated();
    });
  return (
    <main className="start">
      <div className="begin">
        <h1>{words.start.heading}</h1>
        <p>{words.start.promise}</p>
        <p role="status" className={isWorking ? '' : 'hidden'}>
          {isWorking ? words.working : ''}
        </p>
        <Alert problems={problems} />
      </div>
      {isOver && <p className="dropping">{words.dropNow}</p>}
      {list === undefined ? (
        <Choices
          isWorking={isWorking}
          onList={read}
          onExample={() => create(() => post('/api/create-example', {}))}
        />
      ) : (
        <List
          key={list.number}
          file={list.file}
          answers={list.answers}
          isWorking={isWorking}
          onCreate={(answers) =>
            create(() => postFile('/api/create', list.file, { answers: JSON.stringify(answers) }))
          }
          onOther={() => setList(undefined)}
        />
      )}
    </main>
  );
}

interface ChoicesProps {
  isWorking: boolean;
  onList(file: File | undefined, answers?: Answers): void;
  onExample(): void;
}

function Choices({ isWorking, onList, onExample }: ChoicesProps): ReactNode {
  const { words } = useTexts();
  const startWords = words.start;
  const id = useId();
  /** The event is written to a list with one row, which is imported like any other list. */
  const begin = (given: FormData): void => {
    const cell = (name: string): string => `"${String(given.get(name) ?? '').replaceAll('"', '""')}"`;
    const lines = [startWords.headings.join(','), [cell('event'), cell('date'), '', '', ''].join(',')];
    const title = String(given.get('title'));
    const file = new File([`\uFEFF${lines.join('\r\n')}\r\n`], `${fileStem(title)}.csv`);
    onList(file, { 'programme-title': title });
  };
  return (
    <div className="ways">
      <section aria-labelledby={`${id}-list`}>
        <h2 id={`${id}-list`}>{startWords.fromList}</h2>
        <div className="picture">
          <label className="choose">
            <span>{startWords.dropList}</span>
            <input
              type="file"
              className="hidden"
              accept=".xlsx,.ods,.csv,.zip"
              onChange={({ target }) => onList(target.files?.[0])}
            />
          </label>
        </div>
      </section>
      <section aria-labelledby={`${id}-empty`}>
        <h2 id={`${id}-empty`}>{startWords.empty}</h2>
        <p className="quiet">{startWords.emptyHint}</p>
        <Form className="form" onSubmit={begin}>
          <Input label={startWords.programmeTitle} name="title" required />
          <Input label={startWords.firstEvent} name="event" required />
          <Input label={startWords.firstDate} name="date" required />
          <button type="submit">{words.goOn}</button>
        </Form>
      </section>
      <section aria-labelledby={`${id}-example`}>
        <h2 id={`${id}-example`}>{startWords.example}</h2>
        <p className="quiet">{startWords.exampleHint}</p>
        <Button text={startWords.create} aria-disabled={isWorking} onClick={onExample} />
      </section>
    </div>
  );
}

/** Converts a text to the stem of a file name. */
function fileStem(words: string): string {
  return words.replace(/[/\\:*?"<>|\p{C}]/gu, ' ').trim() || 'programme';
}

interface ListProps {
  file: File;
  answers: Answers;
  isWorking: boolean;
  onCreate(answers: Answers): void;
  onOther(): void;
}

/** Shows a list: its open questions, the content that will be public, and the first pages of the programme. */
function List({ file, answers: first, isWorking, onCreate, onOther }: ListProps): ReactNode {
  const { words, say, foreign } = useTexts();
  const startWords = words.start;
  const [answers, setAnswers] = useState<Answers>(first);
  const [refused, setRefused] = useState<readonly TranslatedProblem[]>();
  const [retries, setRetries] = useState(0);
  const accepted = useRef<Answers>(first);
  const asked = useRef(new Map<string, TranslatedProblem>());
  const {
    value: found,
    problems,
    isCurrent,
  } = useAnswer(`${retries} ${JSON.stringify(answers)}`, async (signal) => {
    try {
      const read = await postFile('/api/list', file, { answers: JSON.stringify(answers) });
      accepted.current = answers;
      for (const question of read.questions) asked.current.set(question.name, question);
      return read;
    } catch (error) {
      // An answer that the server has rejected is removed.
      if (error instanceof Refused && answers !== accepted.current && !signal.aborted) {
        setRefused(error.problems);
        setAnswers(accepted.current);
      }
      throw error;
    }
  });
  const answer = (next: Answers): void => {
    setRefused(undefined);
    setAnswers(next);
  };
  /** Whether the list was read with these answers. */
  const isRead = isCurrent && problems === undefined;
  const isOpen = found?.found === undefined || found.questions.some(({ isSafe }) => !isSafe);
  const without = (name: string): Answers => {
    const { [name]: _, ...others } = answers;
    return others;
  };
  return (
    <div className="list">
      <div className="read">
        <h2>{file.name}</h2>
        <Alert problems={problems ?? refused} />
        {isCurrent && problems !== undefined && (
          <Button text={words.tryAgain} onClick={() => setRetries(retries + 1)} />
        )}
        <p role="status">
          {!isCurrent
            ? words.loading
            : found?.found !== undefined && say(startWords.eventsFound, { count: found.found.events })}
        </p>
        {found !== undefined && found.questions.length > 0 && (
          <Questions
            key={found.questions.map(({ name }) => name).join()}
            questions={found.questions}
            onAnswer={(given) => answer({ ...answers, ...given })}
          />
        )}
        {Object.keys(answers).length > 0 && (
          <section>
            <h3>{startWords.yourAnswers}</h3>
            <ul>
              {Object.entries(answers).map(([name, value]) => {
                const { message = `${name}:`, lang: spoken } = asked.current.get(name) ?? {};
                return (
                  <li key={name}>
                    <span lang={foreign(spoken)}>{message}</span> <b>{value}</b>{' '}
                    <Button
                      text={startWords.askAgain}
                      about={message}
                      className="link"
                      onClick={() => answer(without(name))}
                    />
                  </li>
                );
              })}
            </ul>
          </section>
        )}
        {found?.found?.texts.map(({ text, words: lines }) => (
          <p key={text}>
            <b>{startWords.texts[text]}:</b> {lines.join(' · ')}
          </p>
        ))}
        {found !== undefined && (
          <Rows found={found} onAnswer={(name, value) => answer({ ...answers, [name]: value })} />
        )}
        {found?.found !== undefined && found.found.remarks.length > 0 && (
          <Problems problems={found.found.remarks} />
        )}
        <div className="acts">
          <Button
            text={startWords.create}
            className="primary"
            disabled={isOpen}
            aria-disabled={isWorking || !isRead}
            onClick={() => {
              if (isRead) onCreate(answers);
            }}
          />
          <Button text={startWords.otherStart} onClick={onOther} />
        </div>
        {isOpen && found !== undefined && <p className="quiet">{startWords.answerFirst}</p>}
      </div>
      <FirstPages key={retries} file={file} answers={answers} />
    </div>
  );
}

type Column = NonNullable<ListPreview['found']>['columns'][number];

interface RowsProps {
  found: ListPreview;
  onAnswer(name: string, value: string): void;
}

/** Shows the first rows of each sheet, and the meaning of each column, which the user can change. */
function Rows({ found: { sheets, found }, onAnswer }: RowsProps): ReactNode {
  const { words, say } = useTexts();
  const startWords = words.start;
  const [asked, setAsked] = useState<Column>();
  const columns = found?.columns ?? [];
  return sheets.map(({ sheet, rows }) => {
    const ofSheet = columns.filter((column) => column.sheet === sheet);
    const letters = [...new Set([...ofSheet.map(({ column }) => column), ...rows.flatMap(Object.keys)])].sort(
      (a, b) => a.length - b.length || (a < b ? -1 : 1),
    );
    return (
      <section key={sheet ?? ''}>
        <h3>{sheet === undefined ? startWords.firstRows : `${startWords.firstRows}: ${sheet}`}</h3>
        {asked !== undefined && asked.sheet === sheet && (
          <div role="alert" className="conflict">
            <p>
              {say(startWords.isInternal, { heading: asked.heading, samples: asked.samples.join(' · ') })}
            </p>
            <Button
              text={startWords.makePublic}
              onClick={() => {
                onAnswer(`publish ${asked.heading}`, 'yes');
                setAsked(undefined);
              }}
            />{' '}
            <Button text={startWords.keepInternal} onClick={() => setAsked(undefined)} />
          </div>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the table scrolls by keys */}
        <section className="rows" tabIndex={0} aria-label={startWords.firstRows}>
          <table>
            <thead>
              <tr>
                {letters.map((letter) => (
                  <th key={letter} scope="col">
                    <Meaning
                      column={ofSheet.find(({ column }) => column === letter)}
                      canChoose={sheets.length === 1}
                      columns={ofSheet}
                      onAnswer={onAnswer}
                      onPublish={setAsked}
                    />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is identified by its position
                <tr key={index}>
                  {letters.map((letter) => (
                    <td key={letter}>{row[letter]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </section>
    );
  });
}

interface MeaningProps {
  column: Column | undefined;
  /** Whether the user can choose which columns contain the title and the date. */
  canChoose: boolean;
  columns: readonly Column[];
  onAnswer(name: string, value: string): void;
  onPublish(column: Column): void;
}

/** The fields that the user can choose a column for. */
const MEANINGS = new Map<string | undefined, 'title' | 'date'>([
  ['title', 'title'],
  ...['date', 'start', 'end', 'when'].map((field) => [field, 'date'] as const),
]);

/** Shows the meaning of a column. */
function Meaning({ column, canChoose, columns, onAnswer, onPublish }: MeaningProps): ReactNode {
  const { words, say } = useTexts();
  const startWords = words.start;
  if (column === undefined) return null;
  const { heading, field, internal, why } = column;
  const read = internal ? 'internal' : (MEANINGS.get(field) ?? 'public');
  const meaning: keyof typeof startWords.meanings = field === undefined ? 'left' : read;
  const isUnique = heading !== '' && columns.filter((one) => one.heading === heading).length === 1;
  const name = isUnique ? heading : `column ${column.column}`;
  const choose = (next: string): void => {
    if (next === 'internal') onAnswer(`publish ${heading}`, 'no');
    else if (next === 'public') onPublish(column);
    else onAnswer(next, name);
  };
  const other = internal ? 'public' : meaning === 'public' ? 'internal' : meaning;
  const options = new Set<typeof meaning>([meaning]);
  if (canChoose) options.add('title').add('date');
  if (heading !== '' && field !== undefined) options.add(other);
  return (
    <>
      <select
        aria-label={say(startWords.meaningOf, { heading: heading || column.column })}
        value={meaning}
        disabled={options.size === 1}
        onChange={({ target }) => choose(target.value)}
      >
        {[...options].map((one) => (
          <option key={one} value={one}>
            {startWords.meanings[one]}
          </option>
        ))}
      </select>
      {why !== undefined && (
        <p className="quiet" lang={why.lang}>
          {why.message}
        </p>
      )}
    </>
  );
}

/** Number of pages in the preview of a new programme. */
const SHOWN = 4;
const WIDTH = 420;

function FirstPages({ file, answers }: { file: File; answers: Answers }): ReactNode {
  const { words, say } = useTexts();
  const id = useId();
  const {
    value: pdf,
    problems,
    isCurrent,
  } = usePdf(JSON.stringify(answers), () => getListPages(file, answers));
  return (
    <section className="first" aria-labelledby={id}>
      <h3 id={id}>{words.start.firstPages}</h3>
      <p role="status" className="quiet">
        {!isCurrent
          ? words.updating
          : pdf === undefined && problems === undefined
            ? words.start.noEventsYet
            : ''}
      </p>
      <Alert problems={problems} />
      {pdf !== undefined &&
        Array.from({ length: Math.min(SHOWN, pdf.pages) }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is identified by its position
          <div key={index} className="sheet" role="img" aria-label={say(words.page, { page: index + 1 })}>
            <Picture pdf={pdf} index={index} scale={WIDTH / pdf.width} />
          </div>
        ))}
    </section>
  );
}
