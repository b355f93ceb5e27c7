import type { Lang } from '../model/text.ts';

/** Words that a proof sheet prints besides the programme; what the rules say is in English. */
export interface ProofLabels {
  /** Heading of the remarks. */
  remarks: string;
  /** Spoken before the number of one. */
  remark: string;
  /** Spoken where there is none. */
  noRemarks: string;
  /** Title of the remarks on no event. */
  onProgramme: string;
  error: string;
  warning: string;
  note: string;
  /** Stands before a hint. */
  hint: string;
}

const LABELS: Readonly<Record<Lang, ProofLabels>> = {
  en: {
    remarks: 'Remarks',
    remark: 'remark',
    noRemarks: 'no remarks',
    onProgramme: 'General remarks',
    error: 'Error',
    warning: 'Warning',
    note: 'Note',
    hint: 'Hint:',
  },
  fr: {
    remarks: 'Remarques',
    remark: 'remarque',
    noRemarks: 'aucune remarque',
    onProgramme: 'Remarques générales',
    error: 'Erreur',
    warning: 'Avertissement',
    note: 'Note',
    hint: 'Conseil\u00a0:',
  },
  ru: {
    remarks: 'Замечания',
    remark: 'замечание',
    noRemarks: 'нет замечаний',
    onProgramme: 'Общие замечания',
    error: 'Ошибка',
    warning: 'Предупреждение',
    note: 'Примечание',
    hint: 'Подсказка:',
  },
};

export function proofLabels(lang: Lang): ProofLabels {
  return LABELS[lang];
}
