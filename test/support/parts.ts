import type { PartEntry } from '../../src/model/part.ts';
import type { Programme } from '../../src/model/programme.ts';
import type { Lang } from '../../src/model/text.ts';
import { textsOfParts } from '../../src/text/part-texts.ts';

/** Parts with their own texts before and after the other parts. */
const PARTS: readonly PartEntry[] = [
  'cover',
  {
    id: 'foreword',
    signatures: [{ name: 'Anne Exemple', role: { en: 'Mayor\nChair', fr: 'Maire' } }],
  },
  'introduction',
  'contents',
  'themes',
  'practical-information',
  'colophon',
  'back-cover',
];

export const FOREWORD = `# A word of welcome

Dear **all**, this year has *ten* concerts; see [the site](https://example.org/year).

> A town that welcomes grows twice.
>
> It grows by those who come.
`;

export const PRACTICAL = `## Getting there

- by train
  - line A
  - line B
- by bus

### Prices

3. Reserve.

   By letter or telephone.
4. Come.

| Ticket | Price |
|---|---|
| Adults | 12 € |
| Under 18 | free |
`;

const TEXTS = [
  { part: 'foreword', lang: 'en', source: FOREWORD },
  { part: 'foreword', lang: 'fr', source: '# Bienvenue\n\nChers tous.\n' },
  { part: 'practical-information', lang: 'en', source: PRACTICAL },
  { part: 'colophon', lang: 'en', source: 'Ville-Exemple\\\n1 place de la Mairie\n' },
  { part: 'back-cover', lang: 'en', source: 'Ville-Exemple\n' },
] as const satisfies readonly { part: string; lang: Lang; source: string }[];

/** A programme with parts. `changed` replaces texts by part and language: `foreword.en`. */
export function withParts(
  programme: Programme,
  changed: Readonly<Record<string, string>> = {},
  parts: readonly PartEntry[] = PARTS,
): Programme {
  const config = { ...programme.config, parts: [...parts] };
  const files = TEXTS.map((text) => ({
    ...text,
    source: changed[`${text.part}.${text.lang}`] ?? text.source,
  }));
  return { ...programme, config, texts: textsOfParts(config, files) };
}
