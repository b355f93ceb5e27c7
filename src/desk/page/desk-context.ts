import { createContext, useContext } from 'react';
import type { View } from '../api.ts';
import type { ReadDataset } from './client.ts';
import type { Change } from './undo-steps.ts';

/** What all parts of the page work on. */
export interface DeskInPage {
  dataset: ReadDataset;
  /** State of the files of the dataset; when it changes, everything that was read from them is read again. */
  state: string;
  /** The shown view of the programme. */
  view: View;
  setView(view: View): void;
  /** The open event or panel of settings. */
  opened: string | undefined;
  /** The title of an event or of a panel of settings. */
  titleOf(id: string): string;
  /** The name of a field as findings and changes call it: `title`, `bodies.north`, `regions.north`. */
  nameOf(field: string): string;
  /** Opens an event or a panel of settings, and shows it on the pages. */
  open(id: string): void;
  /**
   * Sends changes after all earlier changes are written; returns them.
   *
   * @param make gets the dataset with all earlier changes
   */
  change<C extends Change>(make: (dataset: ReadDataset) => readonly C[]): Promise<readonly C[]>;
  /** Receives the edits that undo a change, and the fields that the change was about. */
  saved(undo: readonly Change[], about?: string): void;
}

export const DeskContext = createContext<DeskInPage | undefined>(undefined);

/** @throws Error outside the desk, such as on the page that starts a programme */
export function useDesk(): DeskInPage {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('there is no dataset');
  return desk;
}
