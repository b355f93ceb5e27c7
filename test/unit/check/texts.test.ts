import { expect, it } from 'vitest';
import { textsOf } from '../../../src/check/texts.ts';
import { programmeWith } from './programmes.ts';

it('textsOf includes the alternative texts of portraits and event pictures, but omits their paths and decorative pictures', () => {
  const programme = programmeWith([{}]);
  const { config } = programme;
  const signatures = [
    { name: 'Anne Exemple', portrait: 'Portrait of Anne Exemple (pictures/anne.jpg)' },
    { name: 'Jean Modèle', portrait: '(pictures/jean.jpg)' },
  ];
  const themes = programme.themes.map(({ theme, events }) => ({
    theme,
    events: events.map((event) => ({
      ...event,
      photo: { fr: 'Le port (pictures/port.jpg)' },
      seal: '(s.png)',
    })),
  }));
  const texts = textsOf({
    ...programme,
    config: {
      ...config,
      parts: [{ id: 'foreword', signatures }],
      fields: [
        ...config.fields,
        { id: 'photo', kind: 'picture', heading: 'Photo' },
        { id: 'seal', kind: 'picture', heading: 'Seal' },
      ],
    },
    themes,
  });
  const pictures = texts.filter(({ kind }) => kind === 'picture');
  expect(pictures.map(({ at: { field }, words, lang }) => [field, words, lang])).toEqual([
    ['parts.0.signatures.0.portrait', 'Portrait of Anne Exemple', 'en'],
    ['photo.fr', 'Le port', 'fr'],
  ]);
});
