import type { Lang } from '../../model/text.ts';
import { inEachText, type Rule } from '../rule.ts';

const OPEN: Readonly<Record<Lang, RegExp>> = {
  en: /(?<!\p{L})(?:to be (?:determined|confirmed|announced|defined|specified|decided)|tb[acd])(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:à (?:déterminer|confirmer|définir|préciser|venir)|date à fixer)(?!\p{L})/giu,
  ru: /(?<!\p{L})(?:подлеж(?:ит|ат) (?:уточнению|определению|подтверждению)|уточня(?:ет|ют)ся|будет (?:определ[её]н|объявлен|уточн[её]н)[аоы]?)(?!\p{L})/giu,
};

export const toBeDetermined: Rule = {
  id: 'to-be-determined',
  severity: 'note',
  title: 'something still to be determined',
  why: 'Before printing somebody has to ask once more; afterwards it stands there for good.',
  good: 'Six concerts at the Tsaritsyno Palace',
  bad: 'Concerts at the Tsaritsyno Palace (number to be determined)',
  limits: 'It knows the usual phrases of English, French and Russian.',
  run: inEachText(({ words, lang }) =>
    [...words.matchAll(OPEN[lang])].map(({ 0: printed, index }) => ({
      offset: index,
      length: printed.length,
      message: `still open: ${printed}`,
    })),
  ),
};
