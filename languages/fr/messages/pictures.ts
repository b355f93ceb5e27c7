import type { pictures as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const pictures: Translated<typeof english> = {
  'picture-damaged': {
    message: 'l’image est incomplète ou endommagée',
    hint: 'l’enregistrer de nouveau, ou la copier de nouveau depuis sa source',
  },
  'picture-file-empty': {
    message: 'le fichier est vide',
    hint: 'les images sont des fichiers SVG, PNG ou JPEG',
  },
  'picture-not': {
    message: 'le fichier n’est pas une image',
    hint: 'les images sont des fichiers SVG, PNG ou JPEG',
  },
  'picture-of-other-format': {
    message: 'le fichier est une image au format {format}',
    hint: 'les images sont des fichiers SVG, PNG ou JPEG',
  },
  'save-smaller-picture':
    'enregistrer une version plus petite : 2 000 pixels sur le grand côté suffisent pour une page A4',
  'pictures-too-large': {
    message: 'les images occupent plus de {megabytes} Mo au total',
    hint: 'enregistrer les photographies avec 2 000 pixels sur le grand côté, en JPEG',
  },
  'picture-too-many-pixels': {
    message: 'l’image compte {width} × {height} pixels ; {most} au plus sont imprimés',
    hint: 'enregistrer une version plus petite : 2 000 pixels sur le grand côté suffisent pour une page A4',
  },
  'picture-too-large-unpacked': {
    message: 'l’image occupe {megabytes} Mo une fois décompressée',
    hint: 'enregistrer une version plus petite, ou avec 8 bits par échantillon',
  },
  'jpeg-of-rare-kind': {
    message: 'l’image est un JPEG d’un type rare que les lecteurs de PDF n’affichent pas',
    hint: 'l’enregistrer en RVB, en JPEG ou PNG',
  },
  'jpeg-bits': {
    message: 'l’image est un JPEG de {bits} bits par échantillon',
    hint: 'l’enregistrer avec 8 bits',
  },
  'jpeg-for-press': {
    message: 'l’image est destinée aux presses d’imprimerie (CMJN)',
    hint: 'l’enregistrer en RVB, en JPEG ou PNG',
  },
  'jpeg-components': {
    message: 'l’image a {components} composantes',
    hint: 'l’enregistrer en RVB, en JPEG ou PNG',
  },
  'picture-not-downloaded': {
    message: 'les images ne sont pas téléchargées',
    hint: 'copier l’image dans {folder}, et écrire `pictures/NAME`',
  },
  'picture-path-outside': {
    message: 'le chemin d’une image doit mener du dossier des données à un fichier de ce dossier',
    hint: 'copier l’image dans {folder}, et écrire `pictures/NAME`',
  },
  'picture-file-missing': {
    message: 'le fichier {file} n’existe pas',
    hint: 'copier l’image dans {folder}, et écrire `pictures/NAME`',
  },
  'picture-behind-link': {
    message: '{file} est un lien qui mène hors du dossier des données',
    hint: 'copier l’image dans {folder}, et écrire `pictures/NAME`',
  },
  'flatten-effect': 'aplatir l’effet dans le logiciel de dessin, ou enregistrer le dessin en PNG',
  'strokes-to-paths': 'convertir les contours en tracés',
  'strokes-and-ends-to-paths': 'convertir les contours et leurs extrémités en tracés',
  'attributes-instead-of-style': 'l’enregistrer avec des attributs au lieu d’une feuille de style',
  'rectangle-instead': 'dessiner plutôt un rectangle',
  'drawing-has-text': {
    message: 'le dessin contient du texte (`<{name}>`), qui n’est pas dessiné : « {words} » en {font}',
    hint: 'vectoriser les textes (les convertir en tracés) dans le logiciel de dessin',
  },
  'drawing-has-picture': {
    message: 'le dessin contient une image incorporée (`<{name}>`), qui n’est pas dessinée',
    hint: 'enregistrer le tout en PNG ou JPEG, ou vectoriser l’image',
  },
  'drawing-has-foreign-content': {
    message: 'le dessin contient des éléments étrangers à SVG (`<{name}>`), qui ne sont pas dessinés',
    hint: 'l’enregistrer en SVG simple',
  },
  'drawing-has-script': {
    message: 'le dessin contient un script (`<{name}>`), qui n’est pas dessiné',
    hint: 'le supprimer ; les programmes sont imprimés',
  },
  'drawing-has-handler': { message: 'le dessin contient un script (`{name}`)', hint: 'le supprimer' },
  'drawing-has-link': {
    message: 'le dessin contient un lien (`<{name}>`), qui n’est pas dessiné',
    hint: 'supprimer le lien ; ce qu’il contient peut rester',
  },
  'drawing-has-animation': {
    message: 'le dessin contient une animation (`<{name}>`), qui n’est pas dessinée',
    hint: 'en enregistrer une version fixe',
  },
  'drawing-has-mesh': {
    message: 'le dessin contient un filet de dégradés (`<{name}>`), qui n’est pas dessiné',
    hint: 'aplatir l’effet dans le logiciel de dessin, ou enregistrer le dessin en PNG',
  },
  'drawing-has-film': {
    message: 'le dessin contient un film (`<{name}>`), qui n’est pas dessiné',
    hint: 'en enregistrer une version fixe',
  },
  'drawing-has-sound': {
    message: 'le dessin contient du son (`<{name}>`), qui n’est pas dessiné',
    hint: 'en enregistrer une version fixe',
  },
  'drawing-too-deep': {
    message: 'le dessin est imbriqué sur plus de {most} niveaux',
    hint: 'le dégrouper, ou l’enregistrer en PNG',
  },
  'drawing-of-languages': {
    message: 'le dessin contient des parties réservées à certaines langues',
    hint: 'enregistrer un dessin par langue',
  },
  'clip-of-clip': {
    message: 'un tracé d’écrêtage dont des parties sont elles-mêmes écrêtées n’est pas dessiné',
    hint: 'aplatir l’effet dans le logiciel de dessin, ou enregistrer le dessin en PNG',
  },
  'clip-of-group': {
    message: 'un tracé d’écrêtage exprimé dans les unités d’un groupe n’est pas dessiné',
    hint: 'aplatir l’effet dans le logiciel de dessin, ou enregistrer le dessin en PNG',
  },
  'mask-not-drawn': {
    message: 'un masque qui contient plus que des surfaces blanches n’est pas dessiné',
    hint: 'aplatir l’effet dans le logiciel de dessin, ou enregistrer le dessin en PNG',
  },
  'aspect-ratio-unreadable': {
    message: '`preserveAspectRatio` ne peut pas être lu',
    hint: 'l’enregistrer en SVG simple',
  },
  'attribute-unreadable': {
    message: '`{name}` ne peut pas être lu',
    hint: 'l’enregistrer en SVG simple, ou en PNG',
  },
  'drawing-uses-itself': {
    message: 'le dessin se contient lui-même',
    hint: 'l’enregistrer en SVG simple, ou en PNG',
  },
  'drawing-uses-outside': {
    message: 'le dessin utilise des éléments extérieurs à son fichier, et rien n’est téléchargé',
    hint: 'les incorporer dans le logiciel de dessin',
  },
  'drawing-too-many-segments': {
    message: 'les tracés du dessin comptent plus de {most} segments',
    hint: 'les simplifier dans le logiciel de dessin, ou enregistrer le dessin en PNG',
  },
  'drawing-too-many-groups': {
    message: 'le dessin compte plus de {most} groupes écrêtés ou en partie transparents',
    hint: 'les aplatir dans le logiciel de dessin, ou enregistrer le dessin en PNG',
  },
  'drawing-too-many-elements': {
    message: 'le dessin compte plus de {most} éléments, chacun compté à chaque utilisation',
    hint: 'l’enregistrer en PNG, ou avec moins de détails',
  },
  'drawing-too-large': {
    message: 'le dessin occupe {megabytes} Mo ; {most} au plus sont lus',
    hint: 'l’enregistrer en PNG, ou avec moins de détails',
  },
  'dashes-by-path-length': {
    message: 'les pointillés définis par `pathLength` ne sont pas dessinés',
    hint: 'convertir les contours en tracés',
  },
  'dashes-too-short': {
    message: 'les pointillés d’une ligne sont trop courts pour être vus',
    hint: 'la dessiner sans pointillés',
  },
  'paint-not-drawn': {
    message: 'le dessin est peint avec un `<{name}>`',
    hint: 'aplatir l’effet dans le logiciel de dessin, ou enregistrer le dessin en PNG',
  },
  'transform-origin-not-drawn': {
    message: '`transform-origin` n’est pas pris en compte',
    hint: 'l’enregistrer en SVG simple',
  },
  'transform-of-file': {
    message: 'une transformation de tout le fichier n’est pas dessinée',
    hint: 'la déplacer vers un groupe',
  },
  'drawing-numbers-too-large': {
    message: 'le dessin contient des nombres trop grands',
    hint: 'l’enregistrer en SVG simple, ou en PNG',
  },
  'drawing-without-size': {
    message: 'le dessin n’indique pas sa taille',
    hint: 'l’enregistrer avec une `viewBox`',
  },
  'property-not-drawn': { message: '`{property}: {value}` n’est pas dessiné', hint: '{hint}' },
  'value-not-drawn': {
    message: '`{property}: {value}` n’est pas dessiné',
    hint: 'l’enregistrer en SVG simple, ou en PNG',
  },
  'style-too-many-rules': {
    message: 'la feuille de style du dessin a trop de règles',
    hint: 'l’enregistrer en SVG simple, ou en PNG',
  },
  'style-at-rule': {
    message: 'la feuille de style contient `{name}`, qui n’est pas dessiné',
    hint: 'l’enregistrer avec des attributs de présentation au lieu d’une feuille de style, ou en SVG simple',
  },
  'style-selector': {
    message: 'la feuille de style contient le sélecteur `{selector}`',
    hint: 'l’enregistrer avec des attributs de présentation au lieu d’une feuille de style, ou en SVG simple',
  },
  'style-rules-limit': {
    message: 'le dessin a plus de {most} règles de style',
    hint: 'l’enregistrer avec des attributs de présentation au lieu d’une feuille de style, ou en SVG simple',
  },
  'gradient-spread': {
    message: 'un dégradé avec la méthode de répétition `{method}` n’est pas dessiné',
    hint: 'utiliser un dégradé simple, ou enregistrer le dessin en PNG',
  },
  'gradient-transform': {
    message: 'la transformation d’un dégradé ne peut pas être lue',
    hint: 'utiliser un dégradé simple, ou enregistrer le dessin en PNG',
  },
  'gradient-origin': {
    message: 'le `transform-origin` d’un dégradé n’est pas pris en compte',
    hint: 'utiliser un dégradé simple, ou enregistrer le dessin en PNG',
  },
  'gradient-attribute': {
    message: 'l’attribut `{name}` d’un dégradé ne peut pas être lu',
    hint: 'utiliser un dégradé simple, ou enregistrer le dessin en PNG',
  },
  'gradient-focus': {
    message: 'un dégradé dont le foyer n’est pas un point dans son cercle n’est pas dessiné',
    hint: 'utiliser un dégradé simple, ou enregistrer le dessin en PNG',
  },
  'gradient-stop': {
    message: 'l’`offset` d’un point de dégradé ne peut pas être lu',
    hint: 'utiliser un dégradé simple, ou enregistrer le dessin en PNG',
  },
  'svg-is-xml': {
    message: 'le fichier est du XML, mais pas du SVG',
    hint: 'l’ouvrir dans un logiciel de dessin et l’enregistrer de nouveau en SVG simple',
  },
  'svg-not': {
    message: 'le fichier n’est pas du SVG',
    hint: 'l’ouvrir dans un logiciel de dessin et l’enregistrer de nouveau en SVG simple',
  },
  'svg-doctype': {
    message: 'la déclaration de type de document (DOCTYPE) contient plus que de simples noms',
    hint: 'l’ouvrir dans un logiciel de dessin et l’enregistrer de nouveau en SVG simple',
  },
  'save-svg-anew': 'l’ouvrir dans un logiciel de dessin et l’enregistrer de nouveau en SVG simple',
  'pixels-need-webassembly': {
    message: 'les dessins dans Word exigent WebAssembly, qui ne démarre pas : {why}',
    hint: 'lancer Node sans --jitless, réinstaller le programme, ou enregistrer le dessin en PNG',
  },
  'drawing-without-pixels': {
    message: 'le dessin ne peut pas être converti en pixels, ce qu’exige Word',
    hint: 'l’enregistrer en PNG',
  },
  'drawing-beyond-edges': {
    message: 'le dessin dépasse trop ses bords pour être converti en pixels, ce qu’exige Word',
    hint: 'supprimer ce qui est hors des bords, ou enregistrer le dessin en PNG',
  },
};
