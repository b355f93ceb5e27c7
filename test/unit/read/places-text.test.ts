import { expect, it } from 'vitest';
import type { Place } from '../../../src/model/index.ts';
import { rewritePlaces } from '../../../src/read/places-text.ts';
import { parseYaml } from '../../../src/read/yaml.ts';

type Edit = (places: Place[]) => Place[];

async function rewritten(text: string, edit: Edit): Promise<string> {
  const before = ((await parseYaml(text, 'places.yaml').catch(() => [])) ?? []) as Place[];
  return rewritePlaces(text, before, edit(structuredClone(before)), 'places.yaml');
}

const TOWN = `# Lieux de la ville
# (relus en mai)
- name: Halle   # de 1900
  town: Brest # à vérifier

# pas confirmé
- id: parc
  name:   "Parc"
# le grand chapiteau
- { name: Tente, town: Brest }   # loué
# Sud

# fin
`;
const [HALL, PARK, TENT, END] = [
  TOWN.slice(0, TOWN.indexOf('\n# pas')),
  TOWN.slice(TOWN.indexOf('# pas'), TOWN.indexOf('# le grand')),
  TOWN.slice(TOWN.indexOf('# le grand'), TOWN.indexOf('# Sud')),
  TOWN.slice(TOWN.indexOf('# Sud')),
];

it.each<[string, Edit, string]>([
  [
    'a place without an id is renamed',
    ([hall, ...others]) => [{ ...hall, name: 'Halles' }, ...others],
    `# Lieux de la ville\n# (relus en mai)\n- name: Halles # de 1900\n  town: Brest # à vérifier\n\n${PARK}${TENT}${END}`,
  ],
  [
    'the last place is changed, and one is added',
    ([hall, park, tent]) => [hall, park, { ...tent, town: 'Lyon' }, { id: 'zoo', name: 'Zoo' }] as Place[],
    `${HALL}\n${PARK}# le grand chapiteau\n- { name: Tente, town: Lyon } # loué\n\n- id: zoo\n  name: Zoo\n${END}`,
  ],
  [
    'a place is added above another one',
    ([hall, ...others]) => [hall, { id: 'zoo', name: 'Zoo' }, ...others] as Place[],
    `${HALL}\n- id: zoo\n  name: Zoo\n\n${PARK}${TENT}${END}`,
  ],
  [
    'a place is changed in the middle',
    ([hall, park, tent]) => [hall, { ...park, aliases: ['Jardin'], postcode: '01067' }, tent] as Place[],
    `${HALL}\n# pas confirmé\n- id: parc\n  name: "Parc"\n  aliases: [Jardin]\n  postcode: "01067"\n${TENT}${END}`,
  ],
  ['a place is removed', ([hall, , tent]) => [hall, tent] as Place[], `${HALL}${TENT}${END}`],
  [
    'the first place is removed',
    ([, ...others]) => others,
    `# Lieux de la ville\n# (relus en mai)\n${PARK}${TENT}${END}`,
  ],
  ['all are removed', () => [], `# Lieux de la ville\n# (relus en mai)\n[]\n${END}`],
  [
    'places change their order',
    ([hall, park, tent]) => [tent, park, hall] as Place[],
    `${TENT}\n${PARK}\n${HALL}${END}`,
  ],
])('In the list of places, each comment is kept once, at its position, if %s', async (_, edit, expected) => {
  expect(await rewritten(TOWN, edit)).toBe(expected);
  expect(await rewritten(TOWN.replaceAll('\n', '\r\n'), edit)).toBe(expected.replaceAll('\n', '\r\n'));
});

it.each<[string, Edit, string]>([
  [
    '# Orte\n[ # Mitte\n  { name: Oper }, # am Markt\n  # nur Mai\n  { name: Zelt, town: "Ulm" }, # neu\n  # mehr folgen\n]\n# Ende\n',
    ([opera, tent]) => [{ ...opera, town: 'Ulm' }, tent, { name: 'Park' }] as Place[],
    '# Orte\n# Mitte\n- { name: Oper, town: Ulm } # am Markt\n# nur Mai\n- { name: Zelt, town: "Ulm" }\n  # neu\n  # mehr folgen\n- { name: Park }\n\n# Ende\n',
  ],
  [
    '[{name: Oper}, # am Markt\n{name: Zelt}]\n',
    ([opera]) => [opera, { name: 'Festzelt' }] as Place[],
    '- {name: Oper} # am Markt\n- {name: Festzelt}\n',
  ],
  ['[] # noch keine\n# später\n', () => [{ name: 'Park' }], '- name: Park\n# noch keine\n# später\n'],
  ['# später\n', () => [{ name: 'Park' }], '# später\n\n- name: Park\n'],
  ['', () => [{ name: 'Park' }], '- name: Park\n'],
])(
  'In a list of places with a different layout, each comment is kept once: %j',
  async (text, edit, expected) => {
    expect(await rewritten(text, edit)).toBe(expected);
  },
);

it('An indented list stays indented, and the comments inside its entries are kept', async () => {
  const list =
    '# Orte\n\n  # A\n  - name: Oper # groß\n    aliases:\n      # auch\n      - Haus # alt\n      # sonst\n      - Bau\n\n  # B\n  - name: Zelt\n    access: |\n      Lift\n\n      Tor\n    # innen\n  # C\n';
  expect(
    await rewritten(
      list,
      ([opera, tent]) =>
        [
          { ...opera, town: 'Ulm' },
          { ...tent, town: 'Ulm' },
        ] as Place[],
    ),
  ).toBe(
    list
      .replace('      - Bau\n', '      - Bau\n    town: Ulm\n')
      .replace('    # innen', '    town: Ulm\n    # innen'),
  );
});
