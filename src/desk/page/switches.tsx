import { type ReactNode, useMemo } from 'react';
import { DESK_LANGUAGES, type DeskLanguage } from '../../../languages/desk/index.ts';
import { useDesk } from './desk-context.ts';
import { Select } from './fields.tsx';
import { useGroupTitles, useTexts } from './words.tsx';

export const DRAFT = 'draft';

interface SwitchesProps {
  medium: 'printed' | 'web';
  onMedium(medium: 'printed' | 'web'): void;
  onLanguage(lang: DeskLanguage): void;
}

/** The controls that select the edition, the view and the languages. */
export function Switches({ medium, onMedium, onLanguage }: SwitchesProps): ReactNode {
  const { words, say, lang } = useTexts();
  const { dataset, view, setView } = useDesk();
  const languages = useMemo(() => new Intl.DisplayNames([words.tag], { type: 'language' }), [words]);
  const named = (editions: readonly string[], text: string) =>
    editions.map((name) => [name, say(text, { name })] as const);
  return (
    <div className="switches">
      <Select
        label={words.edition}
        value={view.edition}
        options={[[DRAFT, words.draft], ...named(dataset.editions, words.editionNamed)]}
        onChange={(edition) => setView({ edition, ...(view.lang !== undefined && { lang: view.lang }) })}
      />
      {dataset.languages.length > 1 && (
        <Select
          label={words.language}
          value={view.lang ?? dataset.language}
          options={dataset.languages.map((one) => [one, languages.of(one) ?? one])}
          onChange={(next) => setView({ ...view, lang: next })}
        />
      )}
      <PartSwitch />
      {dataset.editions.length > 0 && (
        <Select
          label={words.since}
          value={view.since ?? ''}
          options={[
            ['', words.sinceNone],
            ...named(
              dataset.editions.filter((name) => name !== view.edition),
              words.sinceEdition,
            ),
          ]}
          onChange={(since) => {
            const { since: _, ...rest } = view;
            setView(since === '' ? rest : { ...rest, since });
          }}
        />
      )}
      <Select
        label={words.shown}
        value={medium}
        options={[
          ['printed', words.printed],
          ['web', words.web],
        ]}
        onChange={(next) => onMedium(next === 'web' ? 'web' : 'printed')}
      />
      <Select
        label={words.interfaceLanguage}
        value={lang}
        onChange={(next) => {
          if (next in DESK_LANGUAGES) onLanguage(next as DeskLanguage);
        }}
      >
        {Object.entries(DESK_LANGUAGES).map(([code, { name }]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** A control that selects which part of the programme is shown; only displayed if the programme can be split. */
export function PartSwitch(): ReactNode {
  const { words } = useTexts();
  const { dataset, view, setView } = useDesk();
  const { extracts } = dataset;
  const titles = useGroupTitles();
  if (extracts.length === 0) return null;
  return (
    <Select
      label={words.part}
      options={[['', words.wholeProgramme]]}
      value={view.value === undefined ? '' : `${view.by} ${view.value}`}
      onChange={(chosen) => {
        const { by: _, value: __, ...whole } = view;
        const [by = '', ...key] = chosen.split(' ');
        setView(chosen === '' ? whole : { ...whole, by, value: key.join(' ') });
      }}
    >
      {extracts.map(({ by, title, values }) => (
        <optgroup key={by} label={title === '' ? titles[by] : title}>
          {values.map(({ key, name, events }) => (
            <option key={key} value={`${by} ${key}`}>
              {`${name} (${events})`}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
