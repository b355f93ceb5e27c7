import { describe, expect, it } from 'vitest';
import { checkProgramme } from '../../../src/check/check.ts';
import { openSpelling } from '../../../src/check/spelling.ts';
import { planInit } from '../../../src/commands/init-plan.ts';
import type { Lang } from '../../../src/model/text.ts';
import { readDictionaries } from '../../../src/read/dictionaries.ts';
import { readSheets } from '../../../src/read/sheet/read.ts';

/** Lists of events as people write them, without any fault that proofing could find. */
const LISTS: Readonly<Record<Lang, string>> = {
  en: 'Event,Date\nConcert in the park,1 July 2027\nReading,3 July 2027\n',
  fr: 'Titre;Date\nConcert dans le parc;1er juillet 2027\nLecture;3 juillet 2027\n',
  de: 'Titel;Datum\nKonzert im Park;1. Juli 2027\nLesung;3. Juli 2027\n',
  es: 'Título;Fecha\nConcierto en el parque;1 de julio de 2027\nLectura;3 de julio de 2027\n',
  it: 'Titolo;Data\nConcerto nel parco;1º luglio 2027\nLettura;3 luglio 2027\n',
  ru: 'Название;Дата\nКонцерт в парке;1 июля 2027 г.\nЧтение;3 июля 2027 г.\n',
};

describe('Dataset created from a spreadsheet', () => {
  it.each(Object.entries(LISTS))(
    'A new dataset has no errors other than its placeholders, and its built-in texts pass proofing: %s',
    async (lang, csv) => {
      const file = 'list-2027.csv';
      const { programme } = planInit(await readSheets(new TextEncoder().encode(csv), file), file);
      expect(programme.config.language).toBe(lang);
      const spelling = openSpelling(await readDictionaries([programme.config.language]), '');
      const found = checkProgramme(programme, { spelling });
      const errors = found.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ rule, at }) => `${rule} ${at.field}`).sort()).toEqual(
        ['author', 'date', 'introduction', 'subject', 'title'].map((key) => `placeholder ${key}`),
      );
      expect(found.filter(({ at, rule }) => at.event === undefined && rule !== 'placeholder')).toEqual([]);
    },
  );

  it('The title above the table becomes the title of the programme, which then has no placeholder title', async () => {
    const csv =
      'Sommer am See 2027: das Programm;\nTitel;Datum\nKonzert im Park;1. Juli 2027\nLesung;3. Juli 2027\n';
    const { programme } = planInit(await readSheets(new TextEncoder().encode(csv), 'x.csv'), 'x.csv');
    expect(programme.config.placeholders).toEqual(['author', 'introduction', 'date']);
  });
});
