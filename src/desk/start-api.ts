/** The messages about a new programme. */
import type { FirstRows, Lang, Preview } from '../index.ts';
import type { TranslatedProblem } from './api.ts';
import type { SaidQuestion } from './incoming-api.ts';

/** Whether the folder of the desk has no programme yet. */
export interface Start {
  isNew: boolean;
}

/** The open questions about a list, and the programme that would be made from it. */
export interface ListPreview {
  /** `isSafe`: the proposed answer applies without a question. */
  questions: (SaidQuestion & { isSafe: boolean })[];
  sheets: readonly FirstRows[];
  /** Missing if no events are found until a question is answered. */
  found?: {
    columns: Preview['columns'];
    /** Language of the reasons in `columns`. */
    lang: Lang;
    texts: Preview['texts'];
    events: number;
    themes: number;
    remarks: TranslatedProblem[];
  };
}
