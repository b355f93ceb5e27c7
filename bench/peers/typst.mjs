/** The document by Typst: `node typst.mjs DOCUMENT.json OUT.pdf [STANDARD]`. Tagged, as Typst does unless told otherwise. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [document, out, pdfStandard] = process.argv.slice(2);
const fonts = path.resolve(import.meta.dirname, '../../fonts');
const names = ['PTSans-Regular', 'PTSans-Bold', 'PTSerif-Regular', 'PTSerif-Bold'];
const compiler = NodeCompiler.create({
  workspace: '/',
  fontArgs: [{ fontBlobs: names.map((name) => readFileSync(path.join(fonts, `${name}.ttf`))) }],
});
const source = {
  mainFilePath: path.join(import.meta.dirname, 'typst.typ'),
  inputs: { document: path.resolve(document) },
};
const compiled = compiler.compile(source);
if (compiled.result === null) {
  compiled.printErrors();
  process.exit(1);
}
writeFileSync(out, compiler.pdf(compiled.result, pdfStandard === undefined ? {} : { pdfStandard }));
