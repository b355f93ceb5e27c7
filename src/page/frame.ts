/**
 * Sends the height of this page to the page that contains it, so that the frame needs no scroll bar. The script does
 * not receive any messages.
 */
export function reportHeight(): void {
  if (document.body.dataset.embedded === undefined || parent === window) return;
  const report = (): void =>
    parent.postMessage({ type: 'programme-height', height: document.documentElement.offsetHeight }, '*');
  new ResizeObserver(report).observe(document.documentElement);
}
