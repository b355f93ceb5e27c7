import { type ReactNode, useId, useMemo } from 'react';
import { DESK_LANGUAGES, type DeskLanguage } from '../../../languages/desk/index.ts';
import type { Dataset, View } from '../api.ts';
import { useGroupTitles, useSpeech } from './words.tsx';

export const DRAFT = 'draft';

interface SwitchesProps {
  dataset: Dataset;
  view: View;
  medium: 'printed' | 'web';
  onView(view: View): void;
  onMedium(medium: 'printed' | 'web'): void;
  onLanguage(lang: DeskLanguage): void;
}

/** The switches for the edition, the view and the languages. */
export function Switches({ dataset, view, medium, onView, onMedium, onLanguage }: SwitchesProps): ReactNode {
  const { words, say, lang } = useSpeech();
  const languages = useMemo(() => new Intl.DisplayNames([words.tag], { type: 'language' }), [words]);
  return (
    <div className="switches">
      <Switch
        label={words.edition}
        value={view.edition}
        onChange={(edition) => onView({ edition, ...(view.lang !== undefined && { lang: view.lang }) })}
      >
        <option value={DRAFT}>{words.draft}</option>
        {dataset.editions.map((name) => (
          <option key={name} value={name}>
            {say(words.editionNamed, { name })}
          </option>
        ))}
      </Switch>
      {dataset.languages.length > 1 && (
        <Switch
          label={words.language}
          value={view.lang ?? dataset.language}
          onChange={(next) => onView({ ...view, lang: next })}
        >
          {dataset.languages.map((one) => (
            <option key={one} value={one}>
              {languages.of(one)}
            </option>
          ))}
        </Switch>
      )}
      <PartSwitch dataset={dataset} view={view} onView={onView} />
      {dataset.editions.length > 0 && (
        <Switch
          label={words.since}
          value={view.since ?? ''}
          onChange={(since) => {
            const { since: _, ...rest } = view;
            onView(since === '' ? rest : { ...rest, since });
          }}
        >
          <option value="">{words.sinceNone}</option>
          {dataset.editions
            .filter((name) => name !== view.edition)
            .map((name) => (
              <option key={name} value={name}>
                {say(words.sinceEdition, { name })}
              </option>
            ))}
        </Switch>
      )}
      <Switch
        label={words.shown}
        value={medium}
        onChange={(next) => onMedium(next === 'web' ? 'web' : 'printed')}
      >
        <option value="printed">{words.printed}</option>
        <option value="web">{words.web}</option>
      </Switch>
      <Switch
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
      </Switch>
    </div>
  );
}

/** The switch for the shown part of the programme, if it can be split. */
export function PartSwitch({
  dataset: { extracts },
  view,
  onView,
}: Pick<SwitchesProps, 'dataset' | 'view' | 'onView'>): ReactNode {
  const { words } = useSpeech();
  const titles = useGroupTitles();
  if (extracts.length === 0) return null;
  return (
    <Switch
      label={words.part}
      value={view.value === undefined ? '' : `${view.by} ${view.value}`}
      onChange={(chosen) => {
        const { by: _, value: __, ...whole } = view;
        const [by = '', ...key] = chosen.split(' ');
        onView(chosen === '' ? whole : { ...whole, by, value: key.join(' ') });
      }}
    >
      <option value="">{words.wholeProgramme}</option>
      {extracts.map(({ by, title, values }) => (
        <optgroup key={by} label={title === '' ? titles[by] : title}>
          {values.map(({ key, name, events }) => (
            <option key={key} value={`${by} ${key}`}>
              {`${name} (${events})`}
            </option>
          ))}
        </optgroup>
      ))}
    </Switch>
  );
}

interface SwitchProps {
  label: string;
  value: string;
  onChange(value: string): void;
  children: ReactNode;
}

function Switch({ label, value, onChange, children }: SwitchProps): ReactNode {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </div>
  );
}
