import type { files as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const files: Translated<typeof english> = {
  'xml-doctype': {
    message:
      '{part} contient une déclaration de type de document (DOCTYPE), refusée parce qu’elle peut servir à construire des bombes d’entités',
    hint: '{hint}',
  },
  'xml-text-too-long': 'un texte, un nom ou un commentaire dépasse {most} caractères',
  'xml-too-deep': 'des éléments sont imbriqués sur plus de {most} niveaux',
  'xml-too-many-attributes': 'un élément a plus de {most} attributs',
  'xml-not-utf8': 'ce n’est pas un texte en UTF-8',
  'zip-part-missing': { message: 'l’élément {name} manque dans le fichier', hint: '{hint}' },
  'zip-cut-off': {
    message: 'le fichier est tronqué : le répertoire qui le termine manque',
    hint: 'le copier ou le télécharger de nouveau',
  },
  'zip-directory-misplaced': {
    message: 'le fichier est endommagé : son répertoire n’est pas à sa place',
    hint: '{hint}',
  },
  'zip-too-many-parts': 'le fichier compte {found} éléments ; {most} au plus sont lus',
  'zip-directory-unreadable': {
    message: 'le fichier est endommagé : son répertoire ne peut pas être lu',
    hint: '{hint}',
  },
  'zip-encrypted': {
    message: 'le fichier est protégé par un mot de passe',
    hint: 'l’enregistrer sans mot de passe',
  },
  'zip-part-twice': {
    message: 'le fichier contient deux éléments du nom de « {name} »',
    hint: '{hint}',
  },
  'zip-bomb': {
    message: 'le fichier est une bombe de décompression : décompressé, il dépasse {megabytes} Mo',
    hint: '{hint}',
  },
  'zip-parts-overlap': {
    message: 'le fichier est endommagé ou piégé : son élément « {name} » en recouvre un autre',
    hint: '{hint}',
  },
  'zip-part-not-found': {
    message: 'le fichier est endommagé : son élément {name} est introuvable',
    hint: '{hint}',
  },
  'zip-part-longer-than-stated': {
    message:
      'le fichier est endommagé ou est une bombe de décompression : décompressé, son élément {name} est plus long qu’annoncé',
    hint: '{hint}',
  },
  'zip-part-not-unpackable': {
    message: 'le fichier est endommagé : son élément {name} ne peut pas être décompressé',
    hint: '{hint}',
  },
  'zip-method-unknown': {
    message: 'l’élément {name} utilise une méthode de compression qui n’est pas prise en charge',
    hint: '{hint}',
  },
  'zip-part-cut-off': {
    message: 'le fichier est endommagé : son élément {name} est tronqué',
    hint: '{hint}',
  },
  'word-too-long': {
    message: 'le fichier dépasse {most} caractères',
    hint: 'envoyer les textes corrigés dans un fichier à part',
  },
  'word-table-too-long': {
    message: 'un tableau dépasse {most} lignes',
    hint: 'envoyer les textes corrigés dans un fichier à part',
  },
  'word-protected-or-old': {
    message: 'le fichier est protégé par un mot de passe, ou d’un format antérieur à 2007 (.doc)',
    hint: 'l’enregistrer sans mot de passe au format .docx',
  },
  'word-not': {
    message: 'ce n’est pas un fichier Word',
    hint: 'enregistrer le document au format .docx dans le traitement de texte',
  },
  'word-macros': {
    message: 'le fichier contient des macros',
    hint: 'l’enregistrer au format .docx, qui n’en contient pas',
  },
  'word-is-spreadsheet': {
    message: 'ce n’est pas un fichier Word : il ne contient aucun document',
    hint: 'c’est un classeur : lui donner un nom qui se termine par .xlsx',
  },
  'word-without-document': {
    message: 'ce n’est pas un fichier Word : il ne contient aucun document',
    hint: 'enregistrer le document au format .docx dans le traitement de texte',
  },
  'cell-too-long': 'la cellule compte {length} caractères ; {most} au plus sont lus',
  'sheet-file-too-large': {
    message: 'le fichier est trop volumineux : {cells} cellules et {characters} caractères au plus sont lus',
    hint: 'le diviser en plusieurs fichiers',
  },
  'sheet-too-many-links': {
    message: 'la feuille compte trop de liens',
    hint: 'supprimer ceux de lignes et de colonnes entières, puis importer de nouveau',
  },
  'sheet-too-many-merges': {
    message: 'la feuille compte plus de {most} plages fusionnées',
    hint: 'annuler la fusion des cellules, puis importer de nouveau',
  },
  'sheet-too-many-rows': {
    message: 'la feuille va jusqu’à la ligne {row} ; {most} lignes au plus sont lues',
    hint: 'supprimer les lignes qui suivent le dernier événement, enregistrer, puis importer de nouveau',
  },
  'csv-line-too-long': 'une ligne compte plus de {most} cellules',
  'csv-quotation-mark-open': {
    message: 'ce guillemet n’est jamais fermé',
    hint: 'fermer la cellule par `"`, et doubler les guillemets à l’intérieur d’une cellule : `""`',
  },
  'encoding-unknown': {
    message: '« {encoding} » n’est pas un codage',
    hint: 'codages possibles : utf-8, utf-16le, utf-16be, {special} ou un autre nom de l’Encoding Standard',
  },
  'encoding-not-recognised': {
    message: 'l’encodage du fichier n’est pas reconnu : ses accents seraient faux',
    hint: 'l’enregistrer en UTF-8 : dans Excel avec le type « CSV UTF-8 », dans LibreOffice avec « Éditer les paramètres du filtre » et le jeu de caractères UTF-8 ; ou nommer l’encodage avec --encoding',
  },
  'text-not-in-encoding': {
    message: 'le fichier n’est pas un texte en {encoding}',
    hint: 'l’enregistrer au format CSV UTF-8, ou indiquer son codage avec --encoding',
  },
  'cell-has-too-many-characters': 'une cellule compte plus de {most} caractères',
  'sheet-table-in-cell': {
    message: 'une cellule contient un autre tableau',
    hint: 'annuler la division de la cellule, ou enregistrer la feuille au format .xlsx',
  },
  'workbook-too-many-sheets': {
    message: 'le classeur compte plus de {most} feuilles',
    hint: 'supprimer celles qui ne contiennent pas d’événements',
  },
  'sheet-row-too-wide': {
    message: 'la feuille est endommagée : une ligne a plus de cellules qu’une feuille n’a de colonnes',
    hint: 'ouvrir le fichier dans le tableur et l’enregistrer de nouveau',
  },
  'spreadsheet-without-visible-sheet': 'le classeur n’a aucune feuille visible',
  'spreadsheet-encrypted': {
    message: 'le classeur est chiffré',
    hint: 'l’ouvrir avec son mot de passe et l’enregistrer sans mot de passe',
  },
  'sheet-file-empty': 'le fichier est vide',
  'workbook-encrypted': {
    message: 'le classeur est chiffré',
    hint: 'l’ouvrir avec son mot de passe et l’enregistrer sans mot de passe',
  },
  'workbook-old-format': {
    message: 'le fichier est un ancien classeur Excel (.xls)',
    hint: 'l’enregistrer au format .xlsx',
  },
  'spreadsheet-not': {
    message: 'le fichier n’est ni un classeur (.xlsx, .ods) ni un texte CSV',
    hint: 'enregistrer la liste des événements au format .xlsx ou .csv',
  },
  'separator-invalid': {
    message: '« {separator} » ne peut pas séparer des champs',
    hint: 'indiquer un seul caractère, par exemple {examples}',
  },
  'workbook-without-visible-sheet': 'le classeur n’a aucune feuille visible',
  'zip-not-workbook': {
    message: 'le fichier est une archive zip, et non un classeur Excel (.xlsx)',
    hint: 'si l’archive contient le classeur, l’en extraire d’abord',
  },
  'workbook-too-many-texts': {
    message: 'le classeur contient trop de textes',
    hint: 'le diviser',
  },
  'workbook-too-many-styles': 'le classeur compte plus de {most} styles',
  'workbook-text-missing': 'le fichier est endommagé : il ne contient pas de texte numéro {number}',
  'sheet-damaged': {
    message: 'la feuille est endommagée : {why}',
    hint: 'ouvrir le fichier dans le tableur et l’enregistrer de nouveau au format .xlsx',
  },
  'xml-unreadable': { message: '{part} ne peut pas être lu : {why}', hint: '{hint}' },
  'save-again-xliff':
    'l’enregistrer de nouveau au format XLIFF 1.2, en UTF-8, avec l’outil de traduction d’origine',
  'save-again-docx': 'l’ouvrir dans le traitement de texte et l’enregistrer de nouveau au format .docx',
  'save-again-xlsx': 'l’ouvrir dans le tableur et l’enregistrer de nouveau au format .xlsx',
  'make-anew-xliff':
    'demander de nouveau le fichier, enregistré au format XLIFF 1.2 par l’outil de traduction',
  'make-anew-docx': 'si le fichier est digne de confiance, copier son texte dans un nouveau document',
  'make-anew-xlsx': 'si le fichier est digne de confiance, copier les événements dans un nouveau classeur',
  'workbook-is-binary': {
    message: 'le fichier est un classeur binaire (.xlsb), et non un classeur Excel (.xlsx)',
    hint: 'enregistrer la liste des événements au format .xlsx ou .csv',
  },
  'workbook-is-opendocument': {
    message: 'le fichier est un fichier OpenDocument, mais non un classeur',
    hint: 'enregistrer un texte (.odt) au format .docx, une liste d’événements au format .ods ou .xlsx',
  },
  'workbook-is-word': {
    message: 'le fichier est un document Word (.docx), et non un classeur Excel (.xlsx)',
    hint: 'copier le tableau des événements dans un classeur vide, et l’enregistrer au format .xlsx',
  },
  'workbook-is-presentation': {
    message: 'le fichier est une présentation (.pptx), et non un classeur Excel (.xlsx)',
    hint: 'enregistrer la liste des événements au format .xlsx ou .csv',
  },
  'workbook-is-numbers': {
    message: 'le fichier est un document Numbers, et non un classeur Excel (.xlsx)',
    hint: 'enregistrer la liste des événements au format .xlsx ou .csv',
  },
  'sheet-rows-out-of-order': 'la ligne {row} suit la ligne {before}',
  'sheet-cell-name': 'la ligne {row} contient une cellule nommée {name}',
  'sheet-merge-name': 'une plage fusionnée est nommée {name}',
  'workbook-has-macros': 'le classeur contient des macros, qui sont ignorées',
  'workbook-links-not-followed':
    'le classeur contient des liens vers d’autres fichiers, qui ne sont pas suivis : les valeurs enregistrées ici sont lues',
  'workbook-drawings-not-read': 'le classeur contient des graphiques ou des images, qui ne sont pas lus',
  'formula-without-value': '{cell} contient une formule sans valeur enregistrée',
  'cell-shows-error': '{cell} affiche l’erreur {error}',
  'link-of-formula':
    '{cell} contient un lien vers une adresse calculée par sa formule : le lien n’est pas lu',
  'more-such-cells': {
    one: '… et une autre cellule de ce genre dans la feuille « {sheet} »',
    other: '… et {count} autres cellules de ce genre dans la feuille « {sheet} »',
  },
  'hidden-sheet-not-read': 'la feuille masquée « {name} » n’est pas lue',
  'text-file-read': 'lu en {encoding}, séparateur : « {separator} »',
  'text-with-tabs-read': 'lu en {encoding}, séparateur : tabulation',
  'word-text-box': 'zone de texte',
  'word-drawn-text': 'texte d’un dessin',
  'word-field-code': 'code d’un champ',
  'word-character-unknown': 'caractère inconnu {code} d’une police sans nom',
  'word-character-of-font-unknown': 'caractère inconnu {code} de la police {font}',
  'word-other-version': 'version pour d’autres logiciels',
  'word-inserted-file': 'fichier inséré, non lu',
  'word-inserted-file-missing': 'fichier inséré qui manque',
  'word-sub-document': 'sous-document, non lu',
  'word-diagram': 'diagramme',
  'word-chart': 'graphique',
  'word-drawing-unreadable': 'diagramme ou graphique illisible',
  'word-embedded-object': 'objet incorporé, non lu',
  'word-embedded-file': 'fichier incorporé, non lu',
  'word-control': 'contrôle, non lu',
  'word-linked-file': 'autre fichier, non lu',
  'xml-part': 'l’élément {part}',
  'xml-file': 'le fichier',
};
