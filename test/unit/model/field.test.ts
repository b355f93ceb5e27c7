import { describe, expect, it } from 'vitest';
import { isOfSeveralDays } from '../../../src/model/edtf.ts';
import { eventSchema, textOf } from '../../../src/model/event.ts';
import { eventTexts, type Field } from '../../../src/model/field.ts';
import { type FieldKind, kindOfField } from '../../../src/model/field-kinds.ts';
import { parseTimePhrase } from '../../../src/model/hours.ts';

describe('Values of each field kind', () => {
  it.each<[FieldKind, readonly string[], readonly string[]]>([
    [
      'number',
      ['120', '1 200', '1\u202f200', '12,5', '300–400', '~50', '90+', '٣٠'],
      ['many', '12 rooms', ''],
    ],
    [
      'link',
      ['https://example.org', 'example.org/a?b=c', 'www.exämple.org', 'http://example.org:80/x'],
      [
        'example',
        'mailto:a@example.org',
        'javascript:alert(1)',
        'https://',
        'https://a b.org',
        'file:///etc/x.y',
      ],
    ],
    [
      'email',
      ['a@example.org', 'anne-marie.o+x@sub.example.org', 'почта@пример.рф'],
      [
        'a@b',
        '@example.org',
        'a b@example.org',
        'a@example.org, b@example.org',
        `${'a'.repeat(300)}@example.org`,
      ],
    ],
    [
      'picture',
      [
        'The harbour (pictures/harbour.jpg)',
        '(pictures/x.png)',
        'Порт (2030) (pictures/порт 1.jpg)',
        'The harbour (pictures/harbour.jpg) Photo: A. Exemple',
        'Порт (2030) (pictures/порт 1.jpeg) Фото (CC BY): А. Пример (2030)',
      ],
      ['pictures/harbour.jpg', 'The harbour', 'The harbour ()', '![x](pictures/a.png) '.repeat(2)],
    ],
    ['phone', ['+33 1 23 45 67 89', '112', '(0341) 12-34'], ['ask us', '12']],
  ])('A field of the kind %s accepts valid values and rejects invalid values', (kind, good, bad) => {
    const { problem } = kindOfField(kind);
    expect(good.filter((words) => problem?.(words) !== undefined)).toEqual([]);
    expect(bad.filter((words) => problem?.(words) === undefined)).toEqual([]);
  });

  it('Whether a time is possible depends on the date of its event', () => {
    const isPossible = (hours: string, when = '2030-05-04'): boolean =>
      !('wrong' in parseTimePhrase(hours, undefined, isOfSeveralDays(when)));
    const good = ['19:30', '7.30 pm', '10h–12h', '24:00', 'midi', 'в 19:00', '12.12.'];
    expect(good.filter((hours) => !isPossible(hours))).toEqual([]);
    expect(['25:10', '19:75', 'de 9h à 31h', '18–12 Uhr'].filter((hours) => isPossible(hours))).toEqual([]);
    const dates = [
      '2030-05-04/2030-05-05',
      '{2030-05-04..2030-05-05}',
      '{2030-05-04,2030-05-05}',
      '2030-05',
      'May',
    ];
    expect(dates.map((when) => isPossible('18–12 Uhr', when))).toEqual([true, true, false, false, false]);
  });

  it('Links and e-mail addresses are converted to URLs', () => {
    expect(kindOfField('link').address?.('Example.org/ä')).toBe('https://example.org/%C3%A4');
    expect(kindOfField('email').address?.('a"b@example.org')).toBe('mailto:a%22b@example.org');
  });
});

const FIELDS: readonly Field[] = [
  { id: 'price', kind: 'price' },
  { id: 'talk', kind: 'title' },
  { id: 'where', kind: 'text' },
  { id: 'room', kind: 'text' },
  { id: 'audience', kind: 'category' },
];

describe('Validation of events', () => {
  const schema = eventSchema({ fields: FIELDS, sides: [] });

  it('An event can have no fields other than the configured ones, with or without languages', () => {
    const event = { id: 'a', talk: { fr: 'Le début' }, room: 'B 12' };
    expect(schema.parse(event)).toEqual({ ...event, bodies: {}, regions: {} });
    expect(schema.safeParse({ ...event, title: 'x' }).success).toBe(false);
    expect(schema.safeParse({ id: 'a', room: 'B 12' }).success).toBe(false);
  });

  it('Fields are compared in an order that does not depend on programme.yaml', () => {
    const sides = [{ id: 'north' }];
    const order = ['audience', 'north', 'talk', 'room', 'where', 'price'];
    expect(eventTexts({ fields: FIELDS, sides }).map(({ column }) => column)).toEqual(order);
    expect(eventTexts({ fields: [...FIELDS].reverse(), sides }).map(({ column }) => column)).toEqual(order);
  });

  it('textOf ignores keys that are not fields', () => {
    const event = { ...schema.parse({ id: 'a', talk: 'T' }), when: '2030' };
    expect(['when', 'id', 'talk', 'nowhere'].map((column) => textOf(event, column))).toEqual([
      undefined,
      undefined,
      'T',
      undefined,
    ]);
  });
});
