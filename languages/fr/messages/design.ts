import type { design as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const design: Translated<typeof english> = {
  'paper-too-large': {
    message: 'le papier est trop grand',
    hint: 'le maximum est de 558 mm (22 pouces), le plus grand papier de Word',
  },
  'margins-too-wide': {
    message: 'les marges laissent trop peu de place sur le papier',
    hint: 'conserver au moins 70 mm entre les marges, dans les deux sens',
  },
  'column-too-wide': {
    message: 'la colonne est plus large que la page',
    hint: 'indiquer une largeur qui tienne entre les marges, ou une proportion telle que 1.5',
  },
  'cover-picture-missing': {
    message: 'la disposition comporte une image, mais aucune n’est indiquée',
    hint: 'écrire `cover: { picture: { path: pictures/NOM, alt: TEXTE } }`, ou choisir une autre disposition',
  },
  'cover-without-picture': {
    message: 'la disposition {layout} ne comporte pas d’image',
    hint: 'supprimer `layout`, ou l’image',
  },
  'brand-logo-without-text': {
    message: 'le logo n’est pas repris, car il n’a pas de texte de remplacement',
    hint: 'écrire `logo: { path: CHEMIN, alt: TEXTE }` dans le fichier de mise en page',
  },
  'brand-fonts-not-used': 'polices non reprises : {fonts}',
  'family-without-regular': {
    message: 'la famille « {family} » n’a pas de fichier pour le romain maigre',
    hint: 'indiquer le fichier de ses caractères ordinaires',
  },
  'family-letters-twice': {
    message: 'la famille « {family} » a plusieurs fichiers pour la même graisse et le même style',
    hint: 'retirer {files}, ou en indiquer la graisse et le style',
  },
  'family-unknown': {
    message: 'la famille « {family} » n’est pas fournie avec le logiciel, qui n’en télécharge aucune',
    hint: 'écrire `{part}: {sans}` ou `{part}: {serif}` sous typography dans le fichier de mise en page, ou indiquer ses fichiers sous typography.fonts',
  },
  'letters-too-small': {
    message: 'les caractères sont trop petits pour une édition en gros caractères',
    hint: '{least} pt au moins, ou supprimer `size: large`',
  },
  'letters-out-of-range': {
    message: 'le corps des caractères est hors limites',
    hint: 'de {least} pt à {most} pt',
  },
  'page-too-small-for-letters': {
    message: 'une page contient moins de {least} lignes de texte courant',
    hint: 'réduire le corps des caractères ou `line-height`',
  },
  'colour-unknown': {
    message: '« {name} » n’est ni une couleur ni un nom de la palette',
    hint: 'écrire une couleur sous la forme `"#16325c"`, guillemets compris',
  },
  'colour-shaded':
    'un texte en {colour} serait difficile à lire sur {grounds} : les textes sont en {shade}, les aplats restent en {colour}',
  'margin-without-running-header': {
    message: 'la marge ne laisse pas de place au titre courant',
    hint: '{least} pt au moins',
  },
  'margin-without-page-number': {
    message: 'la marge ne laisse pas de place au numéro de page',
    hint: '{least} pt au moins',
  },
  'colour-unreadable': {
    message:
      'un texte en {colour} est difficile à lire sur {grounds} (WCAG 2.1 exige un contraste de 4,5 : 1)',
    hint: '{shade} a un contraste suffisant',
  },
  'another-shade': 'une nuance plus foncée ou plus claire',
  'family-on-network': {
    message:
      'la famille « {family} » serait à télécharger depuis {source} Fonts, et rien n’est téléchargé depuis le réseau',
    hint: 'l’y télécharger, placer ses fichiers (.ttf ou .otf) dans le dossier fonts/ des données, et écrire `fonts: [{ family: {family}, files: [fonts/NOM.ttf] }]` sous typography dans le fichier de mise en page',
  },
  'family-files-elsewhere': {
    message: 'les fichiers de la famille « {family} » ne sont pas dans le dossier des données',
    hint: 'placer ses fichiers (.ttf ou .otf) dans le dossier fonts/ des données, et écrire `fonts: [{ family: {family}, files: [fonts/NOM.ttf] }]` sous typography dans le fichier de mise en page',
  },
  'family-file-outside': {
    message: 'le fichier « {file} » de la famille « {family} » n’est pas dans le dossier fonts/ des données',
    hint: 'placer ses fichiers (.ttf ou .otf) dans le dossier fonts/ des données, et écrire `fonts: [{ family: {family}, files: [fonts/NOM.ttf] }]` sous typography dans le fichier de mise en page',
  },
  'family-without-files': {
    message: 'la famille « {family} » n’a aucun fichier',
    hint: 'placer ses fichiers (.ttf ou .otf) dans le dossier fonts/ des données, et écrire `fonts: [{ family: {family}, files: [fonts/NOM.ttf] }]` sous typography dans le fichier de mise en page',
  },
};
