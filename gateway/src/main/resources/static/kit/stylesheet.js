/** Loads a feature's style sheet once, before its pages are drawn. */
const loading = new Map();

/** Resolves when the sheet at this address is in force, or could not be had: a page without its sheet is still readable. */
export function stylesheet(href) {
  if (!loading.has(href)) {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    loading.set(href, new Promise((resolve) => {
      link.onload = resolve;
      link.onerror = resolve;
    }));
    document.head.append(link);
  }
  return loading.get(href);
}
