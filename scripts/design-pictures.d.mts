/** A design with a key, the page that shows it, what the page shows, and changes to the files of the example. */
export declare const DESIGN_PICTURES: Readonly<
  Record<
    string,
    {
      design: string;
      page: number;
      shows: string;
      wide?: true;
      files?: Readonly<Record<string, (text: string) => string>>;
    }
  >
>;

export declare function designPicture(key: string): string;
