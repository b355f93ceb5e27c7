/**
 * Writes the types of the public interface, src/index.ts, to types/index.d.ts. With --check, it only reports whether
 * the file is up to date. Users compile their code against this file, and its diff shows reviewers what changes for
 * users. The file contains only the exports of src/index.ts.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { API, NodeBuilderFlags, SymbolFlags } from 'typescript/unstable/sync';

const WRITTEN = 'types/index.d.ts';
/** A type in a declaration file that is derived from a value with `typeof`. */
const COMPUTED = /^((?:export )?type (\w+) = )[^;{]*\btypeof\b[^;{]*;$/gm;
/** Types that occur in many other types, beginning with the largest. */
const NAMED = [
  { name: 'Theme', file: 'src/model/programme.ts' },
  { name: 'Side', file: 'src/model/programme.ts' },
  { name: 'Field', file: 'src/model/field.ts' },
  { name: 'OwnLabels', file: 'src/model/labels.ts' },
  { name: 'Text', file: 'src/model/text.ts' },
  { name: 'Lang', file: 'languages/index.ts' },
];
const scratch = mkdtempSync(path.join(tmpdir(), 'programme-interface-'));
const tsconfig = path.join(scratch, 'tsconfig.json');
const declared = path.join(scratch, 'declared');

writeFileSync(
  tsconfig,
  JSON.stringify({
    extends: path.resolve('tsconfig.json'),
    compilerOptions: {
      ...{ noEmit: false, noCheck: true, declaration: true, emitDeclarationOnly: true },
      ...{ rootDir: path.resolve('.'), outDir: declared, typeRoots: [path.resolve('node_modules/@types')] },
    },
    include: [path.resolve('src/types')],
    files: [path.resolve('src/index.ts')],
  }),
);
let types;
try {
  execFileSync('node_modules/.bin/tsc', ['-p', tsconfig], { stdio: 'inherit' });
  spellOut();
  types = rolledUp();
} finally {
  rmSync(scratch, { recursive: true });
}
if (!process.argv.includes('--check')) writeFileSync(WRITTEN, types);
else if (types !== readFileSync(WRITTEN, 'utf8')) {
  console.error(
    `${WRITTEN} is not what the sources give: run \`npm run interface\` and look at what changes`,
  );
  process.exitCode = 1;
}

/**
 * Replaces types that are derived from schemas and lists with the resulting types, because users have neither the
 * schemas nor zod. Within other types, the types in `NAMED` are still referred to by name.
 */
function spellOut() {
  const api = new API({ cwd: path.resolve('.') });
  try {
    const [{ program, checker, emitter }] = api.updateSnapshot({ openProjects: [tsconfig] }).getProjects();
    const { NoTruncation, InTypeAlias, UseSingleQuotesForStringLiteralType } = NodeBuilderFlags;
    const flags = NoTruncation | InTypeAlias | UseSingleQuotesForStringLiteralType;
    const spelt = (name, source) => {
      const type = checker.getDeclaredTypeOfSymbol(checker.resolveName(name, SymbolFlags.Type, source));
      return emitter.printNode(checker.typeToTypeNode(type, source, flags)).replace(/\s+/g, ' ');
    };
    const names = NAMED.map(({ name, file }) => {
      const place = `import(${JSON.stringify(path.join(declared, file))}).${name}`;
      return { name, place, words: spelt(name, program.getSourceFile(path.resolve(file))) };
    });
    for (const file of program.getSourceFileNames().filter((each) => !each.includes('node_modules'))) {
      const source = program.getSourceFile(file);
      if (!/\btypeof\b/.test(source.text)) continue;
      const declaration = path.join(declared, path.relative('.', file)).replace(/\.tsx?$/, '.d.ts');
      const text = readFileSync(declaration, 'utf8').replace(COMPUTED, (_, head, name) => {
        const others = names.filter((other) => other.name !== name);
        return `${head}${others.reduce((type, { words, place }) => type.replaceAll(words, place), spelt(name, source))};`;
      });
      writeFileSync(declaration, text);
    }
  } finally {
    api.close();
  }
}

/** Combines all types in a single file. */
function rolledUp() {
  const rollup = path.join(scratch, 'index.d.ts');
  const files = [path.join(declared, 'src/index.d.ts')];
  const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8'));
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: path.resolve('.'),
      mainEntryPointFilePath: files[0],
      newlineKind: 'lf',
      compiler: { overrideTsconfig: { compilerOptions: { ...compilerOptions, types: [] }, files } },
      dtsRollup: { enabled: true, untrimmedFilePath: rollup },
      docModel: { enabled: false },
      tsdocMetadata: { enabled: false },
      apiReport: { enabled: true, reportFileName: 'x', reportFolder: scratch, reportTempFolder: scratch },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: path.resolve('package.json'),
  });
  const wrong = [];
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback(message) {
      message.handled = true;
      const isMissing = message.messageId === 'ae-forgotten-export';
      if (isMissing || message.logLevel === ExtractorLogLevel.Error) wrong.push(message.text);
    },
  });
  if (wrong.length > 0) throw new Error(`src/index.ts is not whole:\n${wrong.join('\n')}`);
  return execFileSync('node_modules/.bin/biome', ['check', '--write', `--stdin-file-path=${WRITTEN}`], {
    input: readFileSync(rollup),
    encoding: 'utf8',
  });
}
