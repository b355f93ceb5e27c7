import { useEffect, useState } from 'react';

/** Whether files are dragged over the window. Files that are dropped anywhere except on an input field are accepted. */
export function useDroppedFiles(onDrop: (files: readonly File[]) => void): boolean {
  const [isDropping, setDropping] = useState(false);
  useEffect(() => {
    const control = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void): void =>
      addEventListener(
        type,
        (event) => {
          // A field that accepts files has prevented the default action.
          if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
          act(event);
        },
        control,
      );
    on('dragover', (event) => {
      event.preventDefault();
      setDropping(true);
    });
    on('dragleave', ({ relatedTarget }) => {
      if (relatedTarget === null) setDropping(false);
    });
    on('drop', (event) => {
      event.preventDefault();
      setDropping(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onDrop(files);
    });
    return () => control.abort();
  }, [onDrop]);
  return isDropping;
}
