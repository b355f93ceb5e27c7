declare module 'hyphen/*/index.js' {
  const hyphenator: { hyphenateSync(text: string, options: { hyphenChar: string }): string };
  export default hyphenator;
}
