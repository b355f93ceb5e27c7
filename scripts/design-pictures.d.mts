/** A design with a key, the page that shows it, and what the page shows. */
export declare const DESIGN_PICTURES: Readonly<
  Record<string, { design: string; page: number; shows: string; wide?: true }>
>;
