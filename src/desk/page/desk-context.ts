import { createContext, useContext } from 'react';
import type { Edit, View } from '../api.ts';
import type { ReadDataset } from './client.ts';

/** The data and functions that the components of the page share. */
export interface DeskInPage {
  dataset: ReadDataset;
  /** State of the dataset files. Whenever the state changes, everything that was read from the files is read again. */
  state: string;
  /** The displayed view of the programme. */
  view: View;
  setView(view: View): void;
  /** Id of the open event or settings panel. */
  opened: string | undefined;
  /** The title of an event or of a settings panel. */
  titleOf(id: string): string;
  /**
   * The name of the field that a path in a finding or change refers to, such as `title`, `bodies.north` or
   * `regions.north`.
   */
  nameOf(field: string): string;
  /** Opens an event or a settings panel, and scrolls the pages to it. */
  open(id: string): void;
  /**
   * Sends changes once all earlier changes have been written, and returns the sent changes.
   *
   * @param make called with the dataset after all earlier changes
   */
  change<C extends Edit>(make: (dataset: ReadDataset) => readonly C[]): Promise<readonly C[]>;
  /** Stores the edits that undo a change, and the fields that the change affects. */
  saved(undo: readonly Edit[], about?: string): void;
}

export const DeskContext = createContext<DeskInPage | undefined>(undefined);

/** @throws Error if it is called outside the desk, for example on the page that starts a programme */
export function useDesk(): DeskInPage {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('there is no dataset');
  return desk;
}
