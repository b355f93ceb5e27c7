import {
  type Event,
  emphasisedIn,
  type Field,
  type HasFields,
  type Programme,
  type Text,
  valueAt,
  withEvents,
} from '../model/index.ts';
import { escapeInline, plainInline } from './inline.ts';

type EventData = Pick<Programme, 'config' | 'themes'>;

const plain = new WeakMap<EventData, EventData>();

/**
 * Removes all emphasis marks from a programme: no field allows emphasis, and the texts of fields and the introduction
 * contain only the printed words. A programme without emphasis is returned unchanged. The result is used for names,
 * searches, rules and everything else that has no formatting.
 */
export function inPlainWords<P extends EventData>(programme: P): P {
  const known = valueAt(plain, programme, () => withPlainIntroduction(withEmphasisIn(programme, new Set())));
  return known as P;
}

function withPlainIntroduction<P extends EventData>(programme: P): P {
  const { config } = programme;
  const introduction = textWith(config.introduction, plainInline);
  return JSON.stringify(introduction) === JSON.stringify(config.introduction)
    ? programme
    : { ...programme, config: { ...config, introduction } };
}

/**
 * Changes a programme so that its fields allow emphasis if, and only if, the same fields of a second programme do. If
 * only the first programme allows emphasis in a field, emphasis marks are removed from its texts. If only the second
 * one does, characters that could be emphasis marks are escaped, so that the printed words do not change. Fields that
 * the second programme does not have stay unchanged.
 */
export function withEmphasisOf<P extends EventData>(programme: P, other: Pick<HasFields, 'fields'>): P {
  const known = new Set(other.fields.map(({ id }) => id));
  const kept = programme.config.fields.filter(({ id }) => !known.has(id));
  return withEmphasisIn(programme, emphasisedIn({ fields: [...other.fields, ...kept] }));
}

function withEmphasisIn<P extends EventData>(programme: P, wanted: ReadonlySet<string>): P {
  const { config } = programme;
  const others = config.fields.filter(({ id, emphasis = false }) => emphasis !== wanted.has(id));
  if (others.length === 0) return programme;
  const ids = new Set(others.map(({ id }) => id));
  const fields = config.fields.map((field) => (ids.has(field.id) ? switched(field) : field));
  return withEvents({ ...programme, config: { ...config, fields } }, (events) =>
    events.map((event) => rewritten(event, others)),
  );
}

function switched({ emphasis, ...field }: Field): Field {
  return emphasis ? field : { ...field, emphasis: true };
}

function rewritten(event: Event, fields: readonly Field[]): Event {
  const texts = fields.flatMap(({ id, emphasis }) => {
    const text = event[id] as Text | undefined;
    return text === undefined ? [] : [[id, textWith(text, emphasis ? plainInline : escapeInline)]];
  });
  return { ...event, ...Object.fromEntries(texts) };
}

/** Applies a function to the words of a text in each language. */
export function textWith(text: Text, change: (words: string) => string): Text {
  if (typeof text === 'string') return change(text);
  return Object.fromEntries(
    Object.entries(text).map(([lang, words]) => [lang, words === undefined ? words : change(words)]),
  );
}
