import type { Catalogue } from '../../messages.ts';

/** Errors in design files. */
export const design = {
  'paper-too-large': {
    message: 'the paper is too large',
    hint: 'Word holds at most 558 mm (22 in)',
  },
  'margins-too-wide': {
    message: 'the margins leave too little of the paper',
    hint: 'at least 70 mm between the margins, both ways',
  },
  'column-too-wide': {
    message: 'the column is wider than any paper',
    hint: 'write a width that finds room between the margins, or a share such as 1.5',
  },
  'cover-picture-missing': {
    message: 'the arrangement has a picture, but none is named',
    hint: 'write `cover: { picture: { path: pictures/NAME, alt: WORDS } }`, or choose another arrangement',
  },
  'cover-without-picture': {
    message: 'the arrangement {layout} has no picture',
    hint: 'leave out `layout`, or the picture',
  },
  'brand-logo-without-text': {
    message: 'the logo is not taken over, since nothing says what those hear of it who do not see it',
    hint: 'write `logo: { path: PATH, alt: WORDS }` in the design file',
  },
  'brand-fonts-not-used': 'fonts that are not taken over: {fonts}',
  'family-without-regular': {
    message: 'the family "{family}" has no regular file',
    hint: 'name the file of its regular letters',
  },
  'family-letters-twice': {
    message: 'the family "{family}" has several files for the same letters',
    hint: 'leave out {files}, or say its weight and style',
  },
  'family-unknown': {
    message: 'the family "{family}" does not come with the program, which fetches none from the network',
    hint: 'write `{part}: {sans}` or `{part}: {serif}` under typography in the design file, or name its files under typography.fonts',
  },
  'letters-too-small': {
    message: 'the letters are too small for large print',
    hint: '{least} pt at least, or leave out `size: large`',
  },
  'letters-out-of-range': {
    message: 'letters of this size cannot be set',
    hint: 'from {least} pt to {most} pt',
  },
  'page-too-small-for-letters': {
    message: 'a page holds fewer than {least} lines of running text',
    hint: 'take smaller letters or a lower `line-height`',
  },
  'colour-unknown': {
    message: '"{name}" is neither a colour nor a name in the palette',
    hint: 'write a colour as "#16325c", with the quotes',
  },
  'colour-shaded': 'words in {colour} could not be read on {grounds}: they have {shade}, areas keep {colour}',
  'margin-without-running-header': {
    message: 'the margin has no room for the running header',
    hint: 'at least {least} pt',
  },
  'margin-without-page-number': {
    message: 'the margin has no room for the page number',
    hint: 'at least {least} pt',
  },
  'colour-unreadable': {
    message: 'words in {colour} cannot be read on {grounds} (WCAG 2.1 asks for a contrast of 4.5 : 1)',
    hint: '{shade} can be read',
  },
  'another-shade': 'a darker or lighter shade',
  'family-on-network': {
    message:
      'the family "{family}" is to be fetched from {source} Fonts, and nothing is fetched from the network',
    hint: 'download it there, put its files (.ttf or .otf) into the folder fonts/ of the dataset, and write `fonts: [{ family: {family}, files: [fonts/NAME.ttf] }]` under typography in the design file',
  },
  'family-files-elsewhere': {
    message: 'the files of the family "{family}" are not in the folder of the dataset',
    hint: 'put its files (.ttf or .otf) into the folder fonts/ of the dataset, and write `fonts: [{ family: {family}, files: [fonts/NAME.ttf] }]` under typography in the design file',
  },
  'family-file-outside': {
    message: 'the file "{file}" of the family "{family}" is not in the folder fonts/ of the dataset',
    hint: 'put its files (.ttf or .otf) into the folder fonts/ of the dataset, and write `fonts: [{ family: {family}, files: [fonts/NAME.ttf] }]` under typography in the design file',
  },
  'family-without-files': {
    message: 'the family "{family}" has no files',
    hint: 'put its files (.ttf or .otf) into the folder fonts/ of the dataset, and write `fonts: [{ family: {family}, files: [fonts/NAME.ttf] }]` under typography in the design file',
  },
} as const satisfies Catalogue;
