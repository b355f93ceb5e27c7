import { describe, expect, test } from 'vitest';
import { LANGS, LANGUAGES, OTHER_LANGUAGES } from '../../../languages/index.ts';
import { type LanguageEvidence, languageOfList } from '../../../src/text/language-of-texts.ts';

const told = (...cells: string[]): LanguageEvidence => languageOfList(cells, []);

const numbered = (noun: string): string[] => Array.from({ length: 40 }, (_, index) => `${noun} ${index}`);

describe('Language of a list', () => {
  test.each([
    [
      'de',
      'Führung durch die Gärten des Schlosses',
      'Tag des offenen Denkmals',
      'Sommerfest im Park',
      'Lesung',
    ],
    ['fr', 'Atelier de poterie', 'Visite des jardins du château', 'Concert dans la cour', 'Vide-grenier'],
    ['en', 'Guided tour of the gardens', 'Concert in the park', 'Reading'],
    [
      'es',
      'Visita guiada a los jardines',
      'Concierto en el parque',
      'Taller de cerámica para niños',
      'Lectura',
    ],
    ['it', 'Visita guidata ai giardini', 'Concerto nel parco', 'Laboratorio per bambini della scuola'],
    ['ru', 'Экскурсия по саду', 'Концерт', 'Чтение'],
  ])('%s is recognised by its function words', (lang, ...cells) => {
    expect(told(...cells)).toEqual({ lang });
  });

  test('A single long text in another language does not determine the language of a list', () => {
    const german = ['Konzert im Park', 'Lesung für Kinder', '3. Juli', 'Führung durch das Museum'];
    const french =
      'Dans le cadre de la saison, nous vous invitons à une soirée dans les jardins du château avec les artistes de la ville.';
    expect(told(...german, french)).toEqual({ lang: 'de' });
    const russian = ['Концерт в парке', 'Чтение', '3 июля', 'Экскурсия по музею'];
    expect(
      told(...russian, 'The exhibition is open to the public and will be on show from the first of May.'),
    ).toEqual({
      lang: 'ru',
    });
  });

  test('A repeated word from another language does not determine the language of a list', () => {
    const spanish = ['Cuentos del bosque y los ríos', 'Fiesta en el parque', 'Taller para niños'];
    const hikes = ['Monte (Bis)', 'Lago (Bis)', 'Bosque (Bis)', 'Puerto (Bis)'];
    expect(told(...spanish, ...hikes)).toEqual({ lang: 'es' });
    const french = [
      'Concert dans la cour',
      'Visite du château',
      'Bal sur la place',
      'Lecture pour les enfants',
    ];
    expect(told(...french, 'Rock and Roll', 'Drum and Bass', 'Rhythm and Blues')).toEqual({ lang: 'fr' });
  });

  test('Dates and headings are evidence of the language, just as texts are', () => {
    expect(told('3 de mayo', '12 de junio', 'Jazz', 'Rock')).toEqual({ lang: 'es' });
    expect(languageOfList(['Jazz', 'Rock'], ['fr', 'fr'])).toEqual({ lang: 'fr' });
    expect(told('Jazz', '2030-05-04', '7.30 pm')).toEqual({});
  });

  test('If two languages have equal shares of a list, its language is undecided', () => {
    const half = ['Konzert im Park', 'Lesung für Kinder', 'Führung durch das Haus', 'Tanz auf der Wiese'];
    const other = [
      'Concert dans la cour',
      'Lecture pour les enfants',
      'Visite du château',
      'Bal sur la place',
    ];
    expect(told(...half, ...other).divided).toHaveLength(2);
    expect(told(...half, ...other.slice(0, 2)).divided).toBeUndefined();
  });

  test.each([
    ['Portuguese', 'Concerto no parque', 'Visita guiada ao museu', 'Oficina para crianças com os avós'],
    ['Dutch', 'Concert in het park', 'Rondleiding door de tuin', 'Lezing van een schrijver'],
    ['Polish', 'Koncert w parku', 'Warsztaty dla dzieci', 'Wystawa przy rynku'],
    ['Ukrainian', 'Концерт у парку', 'Виставка та екскурсія', 'Читання для дітей'],
    ['Swedish', 'Konsert i parken', 'Föreläsning om staden och havet', 'Visning för barn på slottet'],
    ['Czech', 'Koncert v parku', 'Přednáška o historii města', 'Výstava ve věži, vstup volný'],
    ['Catalan', 'Concert al parc amb els nens', 'Visita dels jardins', 'Taller per a infants'],
    ['Finnish', 'Konsertti ja näyttely', 'Kaikille avoin tapahtuma'],
  ])('%s is recognised, although the program does not support it', (other, ...cells) => {
    expect(told(...cells)).toEqual({ other });
  });

  test.each([
    ['en', 'Title', 'Date', '1 May 2030', 'Music and words.', ...numbered('Concert')],
    ['de', 'Vortrag im Saal', 'Lesung für Kinder', ...numbered('Koncert')],
    ['fr', 'Le chœur de la ville', 'Dans les jardins', ...numbered('Vrij')],
    ['it', 'La casa della musica', 'Nel parco', ...numbered('Visita')],
  ])('%s: a foreign noun that occurs in many titles does not determine the language', (lang, ...cells) => {
    expect(told(...cells)).toEqual({ lang });
  });

  test('Languages that the program can only detect are not among those that it supports', () => {
    expect(Object.keys(OTHER_LANGUAGES).filter((code) => LANGS.some((lang) => lang === code))).toEqual([]);
    const names = LANGS.map((lang) => LANGUAGES[lang].englishName);
    expect(Object.values(OTHER_LANGUAGES).filter(({ name }) => names.includes(name))).toEqual([]);
  });
});
