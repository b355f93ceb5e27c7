import { type ReactNode, useState } from 'react';
import { Select } from './fields.tsx';
import { useTexts } from './words.tsx';

/** The values of an item by which it can be filtered. */
export type Filtered<K extends string> = Readonly<Record<K, string>>;

/**
 * Filters a list by the values of its items.
 *
 * @param labels the names of the values, in the order in which their controls are shown
 * @param nameOf returns the name of a value that is a key
 * @returns the items that pass the filters, the chosen values, and a control for each value that is not the same for
 * all items
 */
export function useFilters<T, K extends string>(
  items: readonly T[],
  valuesOf: (item: T) => Filtered<K>,
  labels: Filtered<K>,
  nameOf = (value: string): string => value,
): { shown: readonly T[]; chosen: Partial<Filtered<K>>; choices: ReactNode } {
  const { words } = useTexts();
  const [chosen, setChosen] = useState<Partial<Filtered<K>>>({});
  const keys = Object.keys(labels) as K[];
  const shown = items.filter((item) => {
    const values = valuesOf(item);
    return keys.every((key) => chosen[key] === undefined || chosen[key] === values[key]);
  });
  const lists = keys
    .map((key) => {
      const { [key]: value } = chosen;
      const values = new Set([
        ...items.map((item) => valuesOf(item)[key]),
        ...(value === undefined ? [] : [value]),
      ]);
      return { key, values: [...values].sort((a, b) => nameOf(a).localeCompare(nameOf(b))) };
    })
    .filter(({ key, values }) => values.length > 1 || chosen[key] !== undefined);
  const choices = lists.length > 0 && (
    <div className="languages">
      {lists.map(({ key, values }) => (
        <Select
          key={key}
          label={labels[key]}
          value={chosen[key] ?? ''}
          options={[['', words.all], ...values.map((value) => [value, nameOf(value)] as const)]}
          onChange={(value) => setChosen({ ...chosen, [key]: value === '' ? undefined : value })}
        />
      ))}
    </div>
  );
  return { shown, chosen, choices };
}

interface BySeverityProps<T, S extends string> {
  items: readonly T[];
  /** The names of the severities, in the order in which the groups are shown. */
  names: Readonly<Record<S, string>>;
  isOpen(severity: S): boolean;
  children(ofSeverity: readonly T[], severity: S): ReactNode;
}

/** A list grouped by severity. Each group can be opened and closed. */
export function BySeverity<S extends string, T extends { severity: S }>({
  items,
  names,
  isOpen,
  children,
}: BySeverityProps<T, S>): ReactNode {
  return (Object.entries(names) as [S, string][]).map(([severity, name]) => {
    const ofSeverity = items.filter((one) => one.severity === severity);
    if (ofSeverity.length === 0) return null;
    return (
      <details key={severity} open={isOpen(severity)}>
        <summary>
          {name} <span className="quiet">{ofSeverity.length}</span>
        </summary>
        {children(ofSeverity, severity)}
      </details>
    );
  });
}
