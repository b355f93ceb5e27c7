/**
 * The severities of changes: a major change affects what readers plan, a minor change only the wording, and a
 * typographic change only the typography.
 */
export const CHANGE_SEVERITIES = ['major', 'minor', 'typographic'] as const;
export type ChangeSeverity = (typeof CHANGE_SEVERITIES)[number];

/** The kinds of changes between two editions, each with its severity unless programme.yaml overrides it. */
export const CHANGE_KINDS = {
  'event-added': 'major',
  'event-removed': 'major',
  'event-split': 'major',
  'event-merged': 'major',
  'event-moved': 'minor',
  'id-changed': 'minor',
  'ids-swapped': 'minor',
  'title-reworded': 'minor',
  'titles-swapped': 'major',
  'description-reworded': 'minor',
  'category-changed': 'minor',
  'date-changed': 'major',
  'time-changed': 'major',
  'price-changed': 'major',
  'number-changed': 'minor',
  'text-changed': 'minor',
  'place-changed': 'major',
  'link-changed': 'minor',
  'contact-changed': 'minor',
  'picture-changed': 'minor',
  'body-changed': 'major',
  'region-changed': 'major',
  'status-changed': 'major',
  'emphasis-changed': 'typographic',
  'theme-added': 'major',
  'theme-removed': 'major',
  'theme-renamed': 'minor',
  'theme-moved': 'minor',
  'theme-columns-changed': 'minor',
  'side-added': 'major',
  'side-removed': 'major',
  'side-moved': 'minor',
  'side-changed': 'minor',
  'programme-title-changed': 'major',
  'introduction-changed': 'minor',
  'part-changed': 'minor',
  'period-changed': 'major',
  'heading-changed': 'minor',
  'publisher-changed': 'minor',
  'subject-changed': 'minor',
} as const satisfies Record<string, ChangeSeverity>;
type ComparedKind = keyof typeof CHANGE_KINDS;
/** The kind of a proposed change to programme.yaml; it never occurs in comparisons of editions. */
export const SETTINGS = 'settings';
export type ChangeKind = ComparedKind | typeof SETTINGS;

/** All kinds of changes, in the order in which the documentation lists them. */
export const CHANGE_KIND_IDS = Object.keys(CHANGE_KINDS) as ComparedKind[];

/** Kinds of changes that add a whole event. */
export const EVENT_CAME: readonly ChangeKind[] = ['event-added', 'event-split'];
/** Kinds of changes that remove a whole event. */
export const EVENT_WENT: readonly ChangeKind[] = ['event-removed', 'event-merged'];
/** Kinds of changes to an id. */
export const ID_CHANGED: readonly ChangeKind[] = ['id-changed', 'ids-swapped'];
