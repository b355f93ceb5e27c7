/** Tells the page around a frame how high this page is, so that the frame needs no scroll bar. It listens to nothing. */
export function reportHeight(): void {
  if (document.body.dataset.embedded === undefined || parent === window) return;
  const report = (): void =>
    parent.postMessage({ type: 'programme-height', height: document.documentElement.offsetHeight }, '*');
  new ResizeObserver(report).observe(document.documentElement);
}
