import type { output as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const output: Translated<typeof english> = {
  'font-not': {
    message: 'le fichier n’est pas une police',
    hint: 'utiliser un fichier .ttf ou .otf',
  },
  'font-damaged': {
    message: 'le fichier de police est endommagé : {why}',
    hint: 'se procurer de nouveau le fichier à sa source',
  },
  'font-outlines-damaged': {
    message: 'les contours du fichier de police sont illisibles',
    hint: 'se procurer de nouveau le fichier à sa source',
  },
  'font-not-subset': {
    message: 'la police « {family} » ne peut pas être réduite aux caractères de la page',
    hint: 'se procurer de nouveau le fichier à sa source',
  },
  'font-variable': {
    message: 'les polices variables ne sont pas prises en charge',
    hint: 'utiliser les fichiers statiques de la famille, un par graisse et style (.ttf ou .otf)',
  },
  'font-embedding-forbidden': {
    message: 'les auteurs de la police en interdisent l’incorporation (OS/2.fsType : restricted)',
    hint: 'utiliser une police dont l’incorporation est permise, par exemple sous la licence SIL Open Font License',
  },
  'font-embedding-bitmaps': {
    message: 'les auteurs de la police ne permettent d’incorporer que ses images matricielles (OS/2.fsType)',
    hint: 'utiliser une police dont l’incorporation est permise, par exemple sous la licence SIL Open Font License',
  },
  'font-embedding-whole': {
    message:
      'les auteurs de la police n’en permettent l’incorporation qu’en entier (OS/2.fsType), et elle compte {glyphs} glyphes',
    hint: 'utiliser une police qui couvre moins d’écritures',
  },
  'font-of-another-family': {
    message: 'la police appartient à la famille « {found} », et non « {wished} »',
    hint: 'écrire le nom de la famille comme dans le fichier : c’est sous ce nom que Word la cherche',
  },
  'font-not-for-web': {
    message: 'la page web nomme la police « {family} » sans la contenir',
    hint: 'si sa licence en permet des sous-ensembles dans une page web, écrire `web: true` à côté de sa famille sous `typography.fonts` ; sinon, le lecteur voit une police de son système',
  },
  'font-too-large-for-web': {
    message:
      'les caractères de la page web prennent plus de 20 ko dans la police « {family} » ; la page ne la contient pas',
    hint: 'le lecteur voit une police de son système',
  },
  'glyph-not-in-font': {
    message: 'pas de glyphe pour {code} « {character} » dans « {word} » (police {font})',
    hint: 'remplacer le caractère, ou ajouter une police qui le contient',
  },
  'page-pictures-too-large': {
    message: 'les images de la page web occupent {found} Mo ; elle en admet {most} au plus',
    hint: 'les enregistrer plus petites : 1 000 pixels sur le grand côté suffisent à l’écran',
  },
  'timetable-too-large': {
    message: 'la grille de « {title} » ne tient pas sur une page ; ses événements sont imprimés en liste',
    hint: 'prendre un papier plus grand ou en paysage, des caractères plus petits (`sizes.tables`), ou moins de lieux ce jour-là',
  },
  'code-too-long': {
    message: 'pas de code QR : l’adresse a plus de {most} caractères',
    hint: 'prendre une adresse courte',
  },
  'cover-texts-too-long': {
    message: 'les textes de la couverture n’y tiennent pas',
    hint: 'abréger le titre, la période ou le nom de l’éditeur',
  },
  'webassembly-missing': {
    message: 'les fichiers PDF et les pages web exigent WebAssembly, qui est désactivé dans ce Node',
    hint: 'démarrer Node sans --jitless ; les fichiers Word n’en ont pas besoin',
  },
  'font-is-woff': {
    message: 'le fichier est une police web (WOFF)',
    hint: 'utiliser le fichier .ttf ou .otf de la même police',
  },
  'font-is-woff2': {
    message: 'le fichier est une police web (WOFF2)',
    hint: 'utiliser le fichier .ttf ou .otf de la même police',
  },
  'font-is-collection': {
    message: 'le fichier est une collection de polices',
    hint: 'utiliser le fichier de la seule police voulue (.ttf ou .otf)',
  },
  'title-too-tall': {
    message: 'le titre occupe {lines} lignes et ne laisse pas de place sur la page',
    hint: 'l’abréger',
  },
  'column-heading-too-tall': {
    message: 'un intitulé de colonne occupe {lines} lignes et ne laisse pas de place sur la page',
    hint: 'l’abréger',
  },
};
