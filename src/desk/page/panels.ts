/** The panels in which users edit settings, and what is edited in each panel. */
import type { DeskWords } from '../../../languages/desk/index.ts';
import type { Dataset, DisplayedFinding } from '../api.ts';
import { OF_PART } from '../part-settings.ts';

/** Prefix of panel ids that distinguishes settings panels from events. */
const PART = '_part-';
/** The panel of the design. */
export const DESIGN = '_design';

/** The panel of a part. */
export const partPanel = (part: string): string => `${PART}${part}`;

/** The panel of the event or part with the given `PagePoint.name`; undefined if this part has no panel. */
export function panelAt(place: string | undefined): string | undefined {
  if (place === undefined) return partPanel('cover');
  if (!place.startsWith('_')) return place;
  if (place.startsWith(PART)) return place;
  return ['_introduction', '_contents', '_whats-new'].includes(place) ? partPanel(place.slice(1)) : undefined;
}

/** The position in the pages at which the content of a panel begins. */
export function placeOf(panel: string, { parts }: Dataset): { name: string } | { page: number } {
  const part = parts.find(({ id }) => partPanel(id) === panel);
  if (panel === DESIGN || part?.id === 'cover') return { page: 0 };
  return { name: part === undefined || part.isText ? panel : `_${part.id}` };
}

/** The panel in which a setting is edited. Findings name the setting, for example `title.fr`. */
export function panelOf(field: string, { parts, forms }: Dataset): string | undefined {
  const [key = '', id = ''] = field.split('.');
  const found = Object.entries(OF_PART).find(([, keys]) => keys.some((one) => one === key));
  if (found !== undefined) return partPanel(found[0]);
  const part = key === 'texts' ? id : key === 'parts' ? parts[Number(id)]?.id : undefined;
  if (part !== undefined) return partPanel(part);
  if (key === 'themes') return partPanel('themes');
  return forms.design.some((one) => one.key.split('.')[0] === key) ? DESIGN : undefined;
}

/** The panel in which a finding can be corrected: that of its event, or a settings panel. */
export function panelFor({ event, field = '' }: DisplayedFinding, dataset: Dataset): string | undefined {
  return event ?? panelOf(field, dataset);
}

/** The title of a settings panel. */
export function titleOfPanel(panel: string, { parts }: Dataset, { settings }: DeskWords): string {
  if (panel === DESIGN) return settings.design;
  const id = panel.slice(PART.length);
  const names = new Map(Object.entries(settings.partNames));
  return parts.find((part) => part.id === id)?.title ?? names.get(id) ?? id;
}
