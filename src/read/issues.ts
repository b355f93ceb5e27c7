import type * as z from 'zod';
import type { Position, Problem } from '../errors.ts';
import { ellipsis, LIMITS } from '../model/index.ts';
import type { Path } from './locator.ts';

type Issue = z.core.$ZodIssue;

/**
 * What a failed parse (made with `reportInput: true`) finds wrong with a value, in words, one for each unknown key; no more than anybody
 * reads.
 *
 * @param placeOf where the part of the value at a path stands
 */
export function issueProblems(issues: readonly Issue[], placeOf: (path: Path) => Position): Problem[] {
  return issues
    .flatMap((issue) => wrongParts(issue, []))
    .slice(0, LIMITS.problems)
    .map(({ path, message }) => ({ message, at: placeOf(path) }));
}

function wrongParts(issue: Issue, prefix: Path): { path: Path; message: string }[] {
  const path = [...prefix, ...issue.path.filter((step) => typeof step !== 'symbol')];
  switch (issue.code) {
    case 'invalid_type':
      return [{ path, message: mismatch(article(issue.expected), issue.input) }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], message: `unknown key "${ellipsis(key)}"` }));
    case 'invalid_union': {
      const branch = closestBranch(issue.errors);
      if (branch !== undefined) return branch.flatMap((inner) => wrongParts(inner, path));
      const expected = [...new Set(issue.errors.flat().flatMap(expectation))].join(', or ');
      return [{ path, message: mismatch(expected, issue.input) }];
    }
    case 'invalid_value': {
      const oneOf = issue.values.length > 1 ? 'one of ' : '';
      return [{ path, message: mismatch(`${oneOf}${issue.values.join(', ')}`, issue.input) }];
    }
    case 'invalid_key':
      return issue.issues.map((inner) => ({
        path,
        message: `the key "${ellipsis(String(path.at(-1)))}" is not allowed: ${inner.message}`,
      }));
    case 'too_big':
    case 'too_small':
      // What a schema says in its own words stays.
      if (!issue.message.startsWith('Too ')) return [{ path, message: withFound(issue) }];
      return [{ path, message: outOfRange(issue) }];
    default:
      return [{ path, message: withFound(issue) }];
  }
}

function outOfRange(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): string {
  const { origin, input } = issue;
  const [bound, limit] = issue.code === 'too_big' ? ['at most', issue.maximum] : ['at least', issue.minimum];
  if (origin === 'number' || origin === 'int')
    return `expected a number of ${bound} ${limit}, found ${String(input)}`;
  const unit = origin === 'string' ? 'character' : origin === 'array' ? 'item' : 'key';
  return mismatch(`${bound} ${limit} ${unit}${Number(limit) === 1 ? '' : 's'}`, input);
}

/** The message of an issue, with what was found where it says only what was expected. */
function withFound({ message, input }: Issue): string {
  const complete = !message.startsWith('expected ') || message.includes(', found ');
  return complete ? message : `${message}, found ${describe(input)}`;
}

function mismatch(expected: string, found: unknown): string {
  return found === undefined
    ? `is missing: expected ${expected}`
    : `expected ${expected}, found ${describe(found)}`;
}

/**
 * Of the branches of a union, the one that the value was meant for: the only one that complains about something deeper than its type or,
 * of several, the one that knows most of its keys.
 */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const meant = branches.filter(
    (issues) =>
      !issues.some(
        (issue) =>
          issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value'),
      ),
  );
  const fewest = Math.min(...meant.map(unknownKeys));
  const closest = meant.filter((issues) => unknownKeys(issues) === fewest);
  return closest.length === 1 ? closest[0] : undefined;
}

const unknownKeys = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0), 0);

function expectation(issue: Issue): string[] {
  if (issue.code === 'invalid_type') return [article(issue.expected)];
  if (issue.code === 'invalid_value') return [issue.values.join(', ')];
  return [issue.message];
}

const KINDS: Record<string, string> = {
  string: 'a text',
  object: 'a group of keys',
  record: 'a group of keys',
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
};

function article(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** A value as a user would recognise it in the file. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a group of keys';
  if (value === '') return 'an empty text';
  if (typeof value === 'string') return `"${ellipsis(value)}"`;
  if (typeof value === 'number') return `the number ${value} (put it in quotes to make it a text)`;
  return String(value);
}
