const PATTERN = String.raw`\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*|new RegExp\((?:[^\n]*|\n[^]*?\n)\)`;
const CONSTANT = new RegExp(String.raw`^const ([A-Z][A-Z0-9_]*) =\s+(${PATTERN});$`, 'gm');

/**
 * Creates the regular expressions in the constants of a source file on first use: V8 parses `\p{…}` when an expression
 * is created, and most runs use few of them.
 */
export function latePatterns(text) {
  const names = [];
  const code = text.replace(CONSTANT, (constant, name, pattern) => {
    if (!/\\p\{|^new/i.test(pattern)) return constant;
    names.push(name);
    return `let ${name}__made; const ${name}__ = () => (${name}__made ??= ${pattern});`;
  });
  return names.reduce((late, name) => late.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `${name}__()`), code);
}
