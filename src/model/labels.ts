import * as z from 'zod';
import { byLanguageSchema, type Lang, WordsSchema } from './text.ts';

/** The schema for the plural forms of a label that depends on a number. */
const FormsSchema = z.strictObject({
  one: WordsSchema.optional(),
  few: WordsSchema.optional(),
  many: WordsSchema.optional(),
  other: WordsSchema,
});

const LabelWordsSchema = z.union([WordsSchema, FormsSchema]);
export type LabelWords = z.infer<typeof LabelWordsSchema>;

const LabelSchema = z.union([WordsSchema, FormsSchema, byLanguageSchema(LabelWordsSchema)]);

/** The schema for the labels that a programme overrides, by name. */
export const LabelsSchema = z.record(z.string(), LabelSchema);
export type OwnLabels = z.infer<typeof LabelsSchema>;

/** The programme's own text for a label in a language, if there is one. */
export function ownWords(
  labels: OwnLabels | undefined,
  name: string,
  lang: Lang,
  main: Lang,
): LabelWords | undefined {
  const label = labels?.[name];
  if (label === undefined) return undefined;
  if (typeof label === 'string' || 'other' in label) return lang === main ? label : undefined;
  return label[lang];
}

/** All texts of a label, each with its path within the label. */
export function wordingsOf(label: OwnLabels[string]): { path: string[]; words: string; form: boolean }[] {
  if (typeof label === 'string') return [{ path: [], words: label, form: false }];
  const byForm = Object.entries(label) as [string, LabelWords | undefined][];
  return byForm.flatMap(([key, words]) => {
    if (words === undefined) return [];
    if (typeof words === 'string') return [{ path: [key], words, form: 'other' in label }];
    return wordingsOf(words).map((inner) => ({ ...inner, path: [key, ...inner.path] }));
  });
}
