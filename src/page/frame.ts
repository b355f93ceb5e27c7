/**
 * Tells the surrounding page the height of this page, so that the frame needs no scroll bar. The script receives no
 * messages.
 */
export function reportHeight(): void {
  if (document.body.dataset.embedded === undefined || parent === window) return;
  const report = (): void =>
    parent.postMessage({ type: 'programme-height', height: document.documentElement.offsetHeight }, '*');
  new ResizeObserver(report).observe(document.documentElement);
}
