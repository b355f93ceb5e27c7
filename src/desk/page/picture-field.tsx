import { type DragEvent, type ReactNode, useState } from 'react';
import type { Lang } from '../../index.ts';
import { Button } from './button.tsx';
import { postFile } from './client.ts';
import { useDesk } from './desk-context.ts';
import { FieldNotes, type FieldProps, Input, Notes } from './fields.tsx';
import { pictureValue, readPicture } from './picture-values.ts';
import { useAttempt } from './requests.ts';
import { useTexts } from './words.tsx';

/**
 * A field for a picture, which the user chooses or drops, and for its alternative texts. The picture is saved only when
 * it has an alternative text in every language or is marked as decoration. A caption is optional.
 */
export function PictureField(props: FieldProps & { hint?: string; hasCaption?: boolean }): ReactNode {
  const { label, value, onChange, onLeave, problems, hint, hasCaption = false } = props;
  const { dataset } = useDesk();
  const { languages } = dataset;
  const { words } = useTexts();
  const { settings: settingWords } = words;
  /** A value that is not saved yet because it is incomplete. */
  const [open, setOpen] = useState<string>();
  const { attempt, isWorking, problems: notAdded = [] } = useAttempt();
  const [isOver, setOver] = useState(false);
  const [isMarked, setMarked] = useState<boolean>();
  const picture = readPicture(open ?? value);
  const isWithoutAlt = picture !== undefined && Object.keys(picture.alt).length === 0;
  const isDecoration = isMarked ?? (open === undefined && isWithoutAlt);

  const change = (
    path: string,
    alt: Partial<Record<Lang, string>>,
    isSilent: boolean,
    caption = picture?.caption,
  ): void => {
    const next = pictureValue({ path, alt: isSilent ? {} : alt, ...(caption && { caption }) }, dataset);
    const isComplete = isSilent || languages.every((one) => (alt[one] ?? '').trim() !== '');
    setMarked(isSilent);
    setOpen(isComplete ? undefined : next);
    if (isComplete) onChange(next);
  };
  const add = (file: File | undefined): void => {
    if (file === undefined) return;
    void attempt(async () => {
      const { path } = await postFile('/api/picture', file);
      change(path, picture?.alt ?? {}, isDecoration);
    });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files[0]);
  };
  type Texts = Partial<Record<Lang, string>>;
  const texts = (name: string, rows: number, now: Texts, onTexts: (next: Texts) => void): ReactNode =>
    languages.map((one) => (
      <Input
        as="textarea"
        key={one}
        label={languages.length > 1 ? `${name} (${one})` : name}
        lang={one}
        rows={rows}
        value={now[one] ?? ''}
        onChange={({ target }) => onTexts({ ...now, [one]: target.value })}
      />
    ));
  return (
    <fieldset
      className={`field picture${isOver ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onBlur={onLeave}
    >
      <legend>{label}</legend>
      {hint !== undefined && <p className="reading">{hint}</p>}
      {picture !== undefined && (
        <p className="label">
          <code>{picture.path}</code>
          <Button
            text={settingWords.removePicture}
            about={label}
            className="link"
            onClick={() => {
              setOpen(undefined);
              setMarked(undefined);
              onChange('');
            }}
          />
        </p>
      )}
      <label className="choose">
        <span>{picture === undefined ? settingWords.choosePicture : settingWords.replacePicture}</span>{' '}
        <span className="quiet">{settingWords.dropPicture}</span>
        <input
          type="file"
          className="hidden"
          accept="image/png,image/jpeg,image/svg+xml"
          aria-label={`${picture === undefined ? settingWords.choosePicture : settingWords.replacePicture}: ${label}`}
          onChange={({ target }) => {
            add(target.files?.[0]);
            target.value = '';
          }}
        />
      </label>
      <Notes>
        <p role="status" className="quiet">
          {isWorking ? words.working : open === undefined ? '' : settingWords.pictureWaits}
        </p>
      </Notes>
      {picture !== undefined && (
        <>
          {!isDecoration &&
            texts(settingWords.alternative, 2, picture.alt, (alt) => change(picture.path, alt, false))}
          <label className="check">
            <input
              type="checkbox"
              checked={isDecoration}
              onChange={({ target }) => change(picture.path, picture.alt, target.checked)}
            />
            {settingWords.decoration}
          </label>
          {hasCaption &&
            texts(settingWords.caption, 1, picture.caption ?? {}, (caption) =>
              change(picture.path, picture.alt, isDecoration, caption),
            )}
        </>
      )}
      <FieldNotes {...props} problems={[...notAdded, ...problems]} conflict={conflictWords(props.conflict)} />
    </fieldset>
  );
}

function conflictWords(conflict: string | undefined): string | undefined {
  if (conflict === undefined) return undefined;
  const picture = readPicture(conflict);
  return picture === undefined
    ? ''
    : [picture.path, ...Object.values(picture.alt), ...Object.values(picture.caption ?? {})].join(' – ');
}
