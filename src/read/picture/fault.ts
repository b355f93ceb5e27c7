/** Why a file is no picture that can be printed. */
export class PictureFault extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

export const truncated = (): PictureFault =>
  new PictureFault('the picture is cut off or damaged', 'save it again, or copy it anew from where it came');
