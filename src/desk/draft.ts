import { type Programme, readDataset } from '../index.ts';
import { stateOf } from './watch.ts';

/** The draft as it was read last. It is read again when its files have changed. */
export class Draft {
  readonly #data: string;
  #last: { state: string; programme: Promise<Programme> } | undefined;

  constructor(data: string) {
    this.#data = data;
  }

  /** @throws UserError with every problem of every file */
  async read(): Promise<Programme> {
    const state = await stateOf(this.#data);
    if (this.#last?.state !== state) this.#last = { state, programme: readDataset({ data: this.#data }) };
    return this.#last.programme;
  }
}
