import { describe, expect, it } from 'vitest';
import { addressesInMarkup, withoutMarkup } from '../../../src/read/sheet/markup.ts';
import { formatCode, shownNumber, shownTime } from '../../../src/read/sheet/number-format.ts';
import { dated } from '../../../src/read/table-import/cell-text.ts';

describe('Numbers displayed as formatted', () => {
  it.each([
    [12.5, '#,##0.00 "€"', '12,50 €'],
    [1250, '#,##0 [$€-407]', '1\u202f250 €'],
    [12.5, '"£"#,##0.00', '£12.50'],
    [12.5, '[$$-409]#,##0.00', '$12.50'],
    [-3.5, '0.00;[Red]-0.00', '-3.50'],
    [0, '0.00;-0.00;"frei"', 'frei'],
    [0.85, '0%', '85%'],
    [0.125, '0.0%', '12.5%'],
    [1234.5, '#,##0.0', '1,234.5'],
    [612345678, '0#" "##" "##" "##" "##', '06 12 34 56 78'],
    [1067, '00000', '01067'],
    [0.1 + 0.2, undefined, '0.3'],
    [19, 'General" Uhr"', '19 Uhr'],
    [7, '@', '7'],
    [123456789012, 'General" Uhr"', '123456789012 Uhr'],
    [-3, 'General" °C"', '-3 °C'],
    [612345678, '00 00 00 00 00', '06 12 34 56 78'],
    [12.5, '# ?/?', '12 1/2'],
    [1234567, '0.00E+00', '1.23E+06'],
    [12, '[<100]"wenige";0', 'wenige'],
    [-1250, '_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-', '-1\u202f250,00 €'],
    [1250, '[$CHF-807] #,##0.00', 'CHF 1,250.00'],
    [12.5, '0.00 EUR', '12.5'],
    [1e9, 'dd/mm/yyyy', '1000000000'],
    [0.0211, 'mm:ss', '30:23'],
  ])('The number %d in the format %s is displayed as %s', (value, code, shown) => {
    expect(shownNumber(value, formatCode(164, code))).toBe(shown);
  });

  it.each([
    [0.8125, 'hh:mm', '19:30'],
    [0.375, 'h:mm', '9:00'],
    [0.8125, 'h:mm AM/PM', '7:30 PM'],
    [0, 'h:mm AM/PM', '12:00 AM'],
    [1.5, '[h]:mm', '36:00'],
    [47_611.8125, 'dd.mm.yyyy hh:mm', '19:30'],
    [0.8125, 'hh:mm:ss', '19:30'],
    [0.8125, 'hh"h"mm', '19:30'],
    [1e9, 'hh:mm', undefined],
    [0.8125, '0.00', undefined],
    [0.8125, '0 "h"', undefined],
  ])('The number %d in the format %s is displayed as the time %s', (serial, code, time) => {
    expect(shownTime(serial, code)).toBe(time);
  });
});

describe('Number formats built into spreadsheet programs', () => {
  it.each([
    [3, '#,##0'],
    [14, 'm/d/yyyy'],
    [0, undefined],
    [44, undefined],
    [7, undefined],
    [100, undefined],
    [164, undefined],
  ])('The number format %d has the format code %s', (id, code) => {
    expect(formatCode(id, undefined)).toBe(code);
  });
});

describe('Cells in exported files', () => {
  it.each([
    ['Caf&eacute; &amp; th&#233;&nbsp;&hellip;', 'Café & thé\u00a0…'],
    ['<p>Un</p><p>Deux <b>trois</b></p>', 'Un\nDeux trois\n'],
    ['a<br/>b', 'a\nb'],
    ['x < y & z > 1', 'x < y & z > 1'],
    ['&#0;&#x110000;&unknown;', '&#0;&#x110000;&unknown;'],
  ])('Markup is converted to plain text: %s', (text, plain) => {
    expect(withoutMarkup(text)).toBe(plain);
  });

  it('The addresses of links, pictures and recordings in markup are found', () => {
    const text =
      '<a href="https://a.example">A</a> <img src=b.png> <iframe width="9" src="https://c.example"></iframe>';
    expect(addressesInMarkup(text)).toEqual(['https://a.example', 'b.png', 'https://c.example']);
  });

  it.each([
    ['2030-05-04', { text: '2030-05-04', date: '2030-05-04' }],
    ['20300504', { text: '2030-05-04', date: '2030-05-04' }],
    ['2030-05-04T19:30:00+02:00', { text: '2030-05-04', date: '2030-05-04', time: '19:30' }],
    ['2030-05-04 00:00:00', { text: '2030-05-04', date: '2030-05-04' }],
    ['4.5.2030 19:30', { text: '4.5.2030', time: '19:30' }],
    ['4 mai 2030 à 19h30', { text: '4 mai 2030', time: '19h30' }],
    ['20301399', { text: '20301399' }],
    ['12 rooms, 10.30', { text: '12 rooms, 10.30' }],
  ])('%s is recognised as a date with an optional time', (text, cell) => {
    expect(dated({ text })).toEqual(cell);
  });
});

describe('Time with a full stop, after a date', () => {
  it.each([
    ['14 января, 18.00', '14 января', '18.00'],
    ['5 мая с 10.00 до 18.00', '5 мая', 'с 10.00 до 18.00'],
    ['Sa 4. Mai, 19.30–21.00', 'Sa 4. Mai', '19.30–21.00'],
    ['4 May at 7.45', '4 May', '7.45'],
    ['5 mai à 14.00', '5 mai', '14.00'],
  ])(
    'A number with a full stop is read as a time if its second part cannot be a month: %s',
    (words, date, time) => {
      expect(dated({ text: words })).toEqual({ text: date, time });
    },
  );

  it.each(['5 мая, 12.06', 'Mai 20.30', '4 May, 25.30', '4. und 5. Mai'])(
    'No time is read from %s',
    (text) => {
      expect(dated({ text })).toEqual({ text });
    },
  );
});
