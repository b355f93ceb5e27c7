/** Reads programmes, designs and fonts from the files of a dataset, and reports problems with their positions. */
export { consistencyProblems } from './consistency.ts';
export {
  editionDir,
  editionNames,
  editionsDir,
  findEditions,
  readDataset,
  readOlderDraft,
  readProgramme,
  readProgrammeFolder,
  type WrittenData,
} from './dataset.ts';
export {
  DESIGN_FILE,
  designText,
  fontsOfDesign,
  type ReadDesign,
  readDesign,
  readDesignFile,
  readDesignFolder,
} from './design.ts';
export { type FoundDictionary, readDictionaries } from './dictionaries.ts';
export {
  DISK,
  type FileLimit,
  type Files,
  lstatIfThere,
  readBytes,
  readBytesIfThere,
  statIfThere,
  tooLarge,
} from './file.ts';
export { ownPath, packageRoot, readFonts } from './fonts.ts';
export { validated } from './issues.ts';
export { type Path, valueAtPath } from './locator.ts';
export { type DatasetFiles, filesAfter, filesInMemory } from './memory-files.ts';
export { parseFile, tooManyItems } from './parse-file.ts';
export { requireFewEvents, requireReadable } from './readable.ts';
export { readTextFile, readTextFileIfThere, TEXT_FILE } from './text-file.ts';
export { upgradeFrom } from './upgrade.ts';
export { parseYaml } from './yaml.ts';

/** Loads the module that writes YAML files. */
export const loadYamlWriter = () => import('./yaml-writer.ts');
