import { describe, expect, it } from 'vitest';
import { isoRegions } from '../../../src/reference/iso-3166-2.ts';

const codes = (...words: string[]) =>
  [...isoRegions(words).found].map(([name, { code }]) => `${name}: ${code}`);

describe('ISO 3166-2 regions found by name', () => {
  it.each([
    ['Bayern', 'DE-BY'],
    ['bavaria', 'DE-BY'],
    ['ILE DE FRANCE', 'FR-IDF'],
    ['Scotland', 'GB-SCT'],
    ['Catalunya', 'ES-CT'],
    ['Vaud', 'CH-VD'],
    ['Madrid', 'ES-MD'],
    ['Murcia', 'ES-MC'],
    ['it-25', 'IT-25'],
    ['Hokkaido', 'JP-01'],
    ['New York', 'US-NY'],
    ['Oaxaca', 'MX-OAX'],
    ['Bavière', 'DE-BY'],
    ['Бавария', 'DE-BY'],
    ['земля Бавария', 'DE-BY'],
    ['Toskana', 'IT-52'],
    ['Ломбардия', 'IT-25'],
    ['Katalonien', 'ES-CT'],
    ['Lac de Genève', ''],
    ['Самарская область', 'RU-SAM'],
    ['République du Tatarstan', 'RU-TA'],
  ])('The name %s has the ISO 3166-2 code “%s”', (words, code) => {
    expect(codes(words)).toEqual(code === '' ? [] : [`${words}: ${code}`]);
  });

  it('If regions of two countries have the same name, the other region names determine the country', () => {
    expect(codes('Limburg')).toEqual([]);
    expect(codes('Limburg', 'Drenthe', 'Zeeland')).toContain('Limburg: NL-LI');
    expect(codes('Limburg', 'Antwerpen', 'Liège')).toContain('Limburg: BE-VLI');
  });

  it('An unknown region name has no code, and the most similar names are suggested', () => {
    const { found, nearest } = isoRegions(['Bretagne', 'Normandie', 'Occitanie', 'Brettagne', 'Grand Hall']);
    expect(found.has('Brettagne')).toBe(false);
    expect(nearest('Brettagne').map(({ code }) => code)).toEqual(['FR-BRE']);
    expect(nearest('Grand Hall')).toEqual([]);
  });
});
