/** Words and their markup. */

import { type ComponentProps, createElement, Fragment, type JSX, type ReactNode } from 'react';
import { byLink, LINE_BREAK, type Paragraph, type Run } from '../../src/document/index.ts';
import type { Lang } from '../../src/model/index.ts';

/** The words of a paragraph with links, languages and marks. */
export function Words({ runs }: { runs: Paragraph }): ReactNode {
  return byLink(runs).map((ofLink, index) => <Stretch key={String(index)} runs={ofLink} />);
}

/** A run, or all runs of one link, which are written as a single link even if their formatting differs. */
function Stretch({ runs }: { runs: Paragraph }): ReactNode {
  const [{ link } = {}, ...others] = runs;
  const words = runs.map(({ link: _, ...run }, index) => <RunWords key={String(index)} run={run} />);
  if (others.length > 0 && link !== undefined) return <Link address={link}>{words}</Link>;
  return runs.map((run, index) => <RunWords key={String(index)} run={run} />);
}

function Link({ address, children }: { address: string; children: ReactNode }): ReactNode {
  return (
    <a href={address} rel={/^https?:/.test(address) ? 'noopener noreferrer' : undefined}>
      {children}
    </a>
  );
}

function RunWords({ run }: { run: Run }): ReactNode {
  const { text, lang, strong, emphasis, change, spoken, quiet, link, severity, marked } = run;
  if (text === LINE_BREAK) return <br />;
  let words: ReactNode = breakable(text);
  const look = severity ?? (quiet ? 'quiet' : undefined);
  if (spoken !== undefined)
    words = (
      <span role="img" aria-label={spoken} lang={lang} className={look}>
        {text}
      </span>
    );
  if (link !== undefined) words = <Link address={link}>{words}</Link>;
  if (emphasis) words = <em>{words}</em>;
  if (strong) words = <strong>{words}</strong>;
  if (change === 'deleted') words = <del>{words}</del>;
  if (change === 'inserted') words = <ins>{words}</ins>;
  if (marked !== undefined) words = <mark className={marked}>{words}</mark>;
  return spoken !== undefined || (lang === undefined && look === undefined) ? (
    words
  ) : (
    <span lang={lang} className={look}>
      {words}
    </span>
  );
}

/** A slash between words, after which a line may break; otherwise browsers would break within a word. */
const STROKE = /(?<=\p{L}{2}\/)(?=\p{L}{2})/u;

/** A space between a number and a currency sign, at which no line breaks. */
const AMOUNT = /(\d) (?=\p{Sc})/gu;

function breakable(text: string): ReactNode {
  const parts = text.replace(AMOUNT, '$1\u00a0').split(STROKE);
  if (parts.length === 1) return parts[0];
  return parts.map((part, index) => (
    <Fragment key={String(index)}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/**
 * If all words of a paragraph are in one language that differs from the document's: this language, and the runs without
 * their language. Numbers and punctuation do not count, because they belong to the language around them.
 */
export function ownLanguage(runs: Paragraph): { lang: Lang | undefined; runs: Paragraph } {
  const lang = runs.find((run) => run.lang !== undefined)?.lang;
  if (lang === undefined || runs.some((run) => run.lang !== lang && hasWords(run)))
    return { lang: undefined, runs };
  return { lang, runs: runs.map(({ lang: _, ...run }) => run) };
}

const hasWords = ({ text, spoken }: Run): boolean => spoken !== undefined || /\p{L}/u.test(text);

/**
 * An element with the words of a paragraph. If all words are in one language that differs from the document's, the
 * element has this language.
 */
export function Wording<Tag extends keyof JSX.IntrinsicElements>({
  as,
  of,
  ...attributes
}: ComponentProps<Tag> & { as: Tag; of: Paragraph }): ReactNode {
  const { lang, runs } = ownLanguage(of);
  return createElement(as, { ...attributes, lang }, <Words runs={runs} />);
}

interface EntryLinkProps {
  text: Paragraph;
  /** Id of the linked element. */
  target: string;
  /** Language of the element around the link, if it differs from the language of the page. */
  around?: Lang | undefined;
}

/**
 * A line of the contents or an index: a link within the page. Such lines have no emphasis, because a large programme
 * has tens of thousands of them.
 */
export function EntryLink({ text, target, around }: EntryLinkProps): ReactNode {
  const { lang, runs } = ownLanguage(text.map(({ quiet: _, ...run }) => run));
  return (
    <a href={`#${target}`} lang={lang === around ? undefined : lang}>
      <Words runs={runs} />
    </a>
  );
}
