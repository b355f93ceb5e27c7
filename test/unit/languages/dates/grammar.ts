/** Words, and the EDTF date that they state in a programme for 2021. */
type Row = readonly [words: string, edtf: string];

/** The date phrases that every language must provide for its tests. */
export interface DateGrammar {
  /** Spellings, cases and abbreviations of the twelve months of 2021, as a date column has them. */
  readonly months: readonly (readonly string[])[];
  /** The fifth of each month of 2021. */
  readonly days: readonly string[];
  /** 15 to 21 March 2021 with weekdays, Monday first, in long and short form. */
  readonly weekdays: readonly (readonly string[])[];
  readonly ranges: readonly Row[];
  /** Several dates. */
  readonly lists: readonly Row[];
  /** Dates with words such as since, from or until. */
  readonly open: readonly Row[];
  readonly quarters: readonly Row[];
  readonly semesters: readonly Row[];
  readonly years: readonly Row[];
  /** Dates with words such as early, mid, late, first half or around. */
  readonly rough: readonly Row[];
  readonly times: readonly Row[];
  readonly digits: readonly Row[];
  /** Dates with an addition such as “to be confirmed”. */
  readonly uncertain: readonly Row[];
  /** Words, and the reason why they are not a date. */
  readonly refused: readonly Row[];
  /** Running texts, and the EDTF dates that they contain. */
  readonly texts: readonly (readonly [text: string, ...edtf: string[]])[];
  /** Running texts in which days and months are part of the names of streets, squares and holidays. */
  readonly names: readonly string[];
  /** Running texts with deadlines for applications. */
  readonly deadlines: readonly string[];
}
