import { messageOf } from '../messages.ts';
import { textRule } from '../rule.ts';

/** Fields whose texts are not sentences. */
const LABELS = /^(?:bodies\.|title|region|category|date|columns\.|sides\.|themes\.|contents)/;
/** A full stop after a word of four letters or more; shorter words may be abbreviations. */
const FINAL_STOP = /\p{L}{4,}\.$/u;

export const finalStop = textRule({ id: 'final-stop', severity: 'note' }, ({ at, words }) => {
  const isLabel = words.endsWith('.') && LABELS.test(at.field ?? '') && FINAL_STOP.test(words);
  if (!isLabel || /[.!?]\s/.test(words)) return [];
  return [
    {
      offset: words.length - 1,
      length: 1,
      ...messageOf('final-stop'),
      fix: { words: '', safe: true },
    },
  ];
});
