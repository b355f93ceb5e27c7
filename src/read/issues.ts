import type * as z from 'zod';
import type { Position } from '../errors.ts';
import type { Message, Parameter } from '../messages.ts';
import { ellipsis, LIMITS } from '../model/index.ts';
import { reasonOf } from '../reasons.ts';
import type { Path } from './locator.ts';
import { messageOf } from './messages.ts';

type Issue = z.core.$ZodIssue;
type Located = Message & { at: Position };

/**
 * Parses a value by a schema; the result is undefined if the value does not match. Each unknown key is a separate
 * problem. At most `LIMITS.problems` problems are returned.
 *
 * @param placeOf returns the position of the value at a path
 */
export function validated<S extends z.ZodType>(
  schema: S,
  input: unknown,
  placeOf: (path: Path) => Position,
): { value: z.output<S> | undefined; problems: Located[] } {
  const { data: value, error } = schema.safeParse(input, { reportInput: true });
  const issues = error?.issues.slice(0, LIMITS.problems) ?? [];
  const wrong = issues.flatMap((issue) => wrongParts(issue, [])).slice(0, LIMITS.problems);
  return { value, problems: wrong.map(({ path, said }) => ({ ...said, at: placeOf(path) })) };
}

function wrongParts(issue: Issue, prefix: Path): { path: Path; said: Message }[] {
  const path = [...prefix, ...issue.path.filter((step) => typeof step !== 'symbol')];
  if (typeof reasonOf(issue) !== 'string') return [{ path, said: withFound(issue) }];
  switch (issue.code) {
    case 'invalid_type':
      return [{ path, said: mismatch(kindCalled(issue.expected), issue.input) }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        said: messageOf('key-unknown', { key: ellipsis(key) }),
      }));
    case 'invalid_union': {
      const branch = closestBranch(issue.errors);
      if (branch !== undefined) return branch.flatMap((inner) => wrongParts(inner, path));
      const [first, ...others] = distinct(issue.errors.flat().flatMap(expectation));
      const expected = others.reduce<Parameter>(
        (before, other) => messageOf('expected-either', { first: before, other }),
        first ?? '',
      );
      return [{ path, said: mismatch(expected, issue.input) }];
    }
    case 'invalid_value': {
      const known = issue.values.map(String);
      const expected = known.length > 1 ? messageOf('expected-one-of', { known }) : (known[0] ?? '');
      return [{ path, said: mismatch(expected, issue.input) }];
    }
    case 'invalid_key':
      return issue.issues.map((inner) => ({
        path,
        said: messageOf('key-not-allowed', { key: ellipsis(String(path.at(-1))), why: reasonOf(inner) }),
      }));
    case 'too_big':
    case 'too_small':
      return [{ path, said: outOfRange(issue) }];
    default:
      return [{ path, said: withFound(issue) }];
  }
}

function outOfRange(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): Message {
  const { origin, input } = issue;
  const [bound, count] =
    issue.code === 'too_big'
      ? (['at-most', Number(issue.maximum)] as const)
      : (['at-least', Number(issue.minimum)] as const);
  if (origin === 'number' || origin === 'int')
    return messageOf('value-unexpected', {
      expected: messageOf(`number-of-${bound}`, { limit: String(count) }),
      found: String(input),
    });
  const unit = origin === 'string' ? 'characters' : origin === 'array' ? 'items' : 'keys';
  return mismatch(messageOf(`${bound}-${unit}`, { count }), input);
}

/** The message for an issue. If the issue states only what is expected, the actual value is added. */
function withFound(issue: Issue): Message {
  const why = reasonOf(issue);
  if (typeof why === 'string') return messageOf('value-refused', { why });
  if (!why.code.startsWith('expected-')) return why;
  return messageOf('value-refused-found', { why, found: describe(issue.input) });
}

function mismatch(expected: Parameter, found: unknown): Message {
  return found === undefined
    ? messageOf('value-missing', { expected })
    : messageOf('value-unexpected', { expected, found: describe(found) });
}

/**
 * The issues of the union branch that the user probably meant: of the branches that do not reject the value as a whole,
 * the one with the fewest unknown keys. Undefined if several branches have equally few unknown keys.
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

function expectation(issue: Issue): Parameter[] {
  if (issue.code === 'invalid_type') return [kindCalled(issue.expected)];
  if (issue.code === 'invalid_value') return [issue.values.join(', ')];
  return [reasonOf(issue)];
}

const distinct = (parameters: readonly Parameter[]): Parameter[] => [
  ...new Map(parameters.map((parameter) => [JSON.stringify(parameter), parameter])).values(),
];

const KINDS = {
  string: 'a-text',
  object: 'a-group-of-keys',
  record: 'a-group-of-keys',
  array: 'a-list',
  tuple: 'a-list',
  boolean: 'true-or-false',
  number: 'a-number',
} as const;

function kindCalled(kind: string): Parameter {
  return kind in KINDS ? messageOf(KINDS[kind as keyof typeof KINDS]) : kind;
}

/** Describes a value for users, such as "a list" or "an empty text". */
export function describe(value: unknown): Parameter {
  if (value === null || value === undefined) return messageOf('nothing');
  if (Array.isArray(value)) return messageOf(value.length === 0 ? 'an-empty-list' : 'a-list');
  if (typeof value === 'object') return messageOf('a-group-of-keys');
  if (value === '') return messageOf('an-empty-text');
  if (typeof value === 'string') return messageOf('text-in-quotes', { words: ellipsis(value) });
  if (typeof value === 'number') return messageOf('number-without-quotes', { number: String(value) });
  return String(value);
}
