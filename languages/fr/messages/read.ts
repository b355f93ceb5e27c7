import type { read as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const read: Translated<typeof english> = {
  'events-missing': {
    message: 'le programme ne comporte aucun événement',
    hint: 'saisir les événements dans events/<thème>.yaml',
  },
  'part-listed-twice': 'la partie « {id} » figure deux fois dans la liste',
  'cover-not-first': 'la couverture doit venir en premier',
  'back-cover-not-last': 'la quatrième de couverture doit venir en dernier',
  'part-of-data-with-text': {
    message: 'la partie « {id} » est composée à partir des données et n’a ni texte ni signatures',
    hint: 'placer le texte dans une partie qui lui soit propre',
  },
  'part-without-text': {
    message: 'la partie « {id} » n’a pas de texte',
    hint: 'écrire {file}, ou retirer la partie de la liste',
  },
  'part-without-title': {
    message: 'la partie « {part} » n’a pas de titre en {lang}',
    hint: 'commencer son texte par un titre : # Titre',
  },
  'label-without-forms': 'le libellé {name} ne peut pas avoir de formes plurielles',
  'field-defined-twice': {
    message: 'le champ « {id} » est défini deux fois',
    hint: 'supprimer l’une des deux définitions',
  },
  'title-field-missing': {
    message: 'aucun champ n’a le type title',
    hint: 'ajouter un champ tel que { id: title, kind: title, heading: … }',
  },
  'kind-used-twice': {
    message: 'un seul champ peut avoir le type {kind}',
    hint: 'attribuer à celui-ci le type text',
  },
  'title-internal':
    'le titre ne peut pas être interne : toutes les publications désignent les événements par leur titre',
  'side-defined-twice': 'le côté « {id} » est défini deux fois',
  'side-called-as-field': 'un côté ne peut pas s’appeler « {id} » : un champ porte ce nom',
  'theme-defined-twice': 'le thème « {id} » est défini deux fois',
  'title-column-missing': 'chaque thème doit comporter la colonne {id}',
  'column-unknown': { message: 'colonne inconnue : « {column} »', hint: 'colonnes : {known}' },
  'column-listed-twice': 'la colonne « {column} » figure deux fois dans la liste',
  'column-internal': {
    message: 'le champ « {column} » est interne et ne peut pas être imprimé',
    hint: 'le retirer des colonnes, ou supprimer internal du champ',
  },
  'column-without-heading': {
    message: 'la colonne « {column} » n’a pas d’intitulé',
    hint: 'donner un intitulé au champ : heading: …',
  },
  'event-id-used-twice': {
    message: 'l’identifiant « {id} » est utilisé deux fois',
    hint: 'il figure aussi dans {file} : chaque événement doit avoir son propre identifiant',
  },
  'region-of-another-side': '{code} n’est pas une région du côté « {side} » ({country})',
  'region-unknown': {
    message: '{code} ne figure pas dans reference/regions.yaml',
    hint: 'corriger le code, ou ajouter la région dans ce fichier',
  },
  'event-side-missing': {
    message: 'le côté « {side} » manque',
    hint: 'indiquer des codes de région, ou la raison de leur absence',
  },
  'occurrences-without-date': {
    message: 'des occurrences sont indiquées sans date prévue',
    hint: 'indiquer les jours dans when',
  },
  'occurrence-outside-date': {
    message: '{day} ne fait pas partie de la date prévue {when}',
    hint: 'corriger l’une des deux dates',
  },
  'edition-name-invalid': {
    message: '« {edition} » n’est pas un nom d’édition',
    hint: 'un nom tel que 1 ou draft est attendu',
  },
  'data-folder-missing': {
    message: 'le dossier de données {dir} n’existe pas',
    hint: 'l’indiquer avec --data DOSSIER',
  },
  'edition-unknown': {
    message: 'il n’existe pas d’édition « {edition} » dans {folder}',
    hint: 'éditions : {known}',
  },
  'events-file-ends-in-yml': {
    message: 'le nom du fichier se termine par .yml',
    hint: 'le renommer en {id}.yaml',
  },
  'copy-of-file': {
    message:
      'le fichier est une copie de {original}, peut-être créée par un logiciel de synchronisation parce que les deux ont été modifiés',
    hint: 'comparer les deux, compléter {original}, puis supprimer la copie',
  },
  'events-file-of-unknown-theme': {
    message: 'thème inconnu : aucun thème de programme.yaml n’a l’identifiant « {id} »',
    hint: 'thèmes : {themes}',
  },
  'picture-without-text': {
    message: 'l’image n’a pas de texte de remplacement en {languages}',
    hint: 'en écrire un par langue du programme, ou un seul, par exemple un nom, pour toutes',
  },
  'brand-keys-not-used': 'éléments non repris : {keys}',
  'key-unknown': 'clé inconnue : « {key} »',
  'list-too-long': {
    message: 'la liste compte plus de {most} éléments ; les suivants ne sont pas lus',
    hint: 'la répartir en plusieurs programmes',
  },
  'changes-not-separable': {
    message: 'les modifications ne peuvent pas être inscrites dans le fichier sans en toucher d’autres',
    hint: 'les y inscrire à la main',
  },
  'file-would-be-too-large': {
    message: 'le fichier dépasserait {megabytes} Mo ; il n’est pas écrit',
    hint: 'répartir ses événements entre davantage de thèmes, ou en faire plusieurs programmes',
  },
  'part-has-two-texts': {
    message: 'la partie « {part} » a deux textes en {lang} : celui-ci et {file}',
    hint: 'supprimer l’un des deux',
  },
  'text-empty': {
    message: 'le texte ne comporte aucun paragraphe',
    hint: 'en écrire un, ou supprimer le texte',
  },
  'yaml-tab': {
    message: 'la ligne est mise en retrait par une tabulation',
    hint: 'utiliser des espaces pour le retrait, et non des tabulations',
  },
  'file-not-utf8': {
    message: 'le fichier n’est pas un texte en UTF-8',
    hint: 'l’enregistrer de nouveau avec le codage UTF-8',
  },
  'file-has-too-many-values': {
    message: 'avec les fichiers lus avant lui, le fichier compte plus de {most} valeurs',
    hint: 'retirer les données qui ne sont pas des textes, ou répartir le jeu de données en plusieurs programmes',
  },
  'file-empty': 'le fichier est vide',
  'cover-missing': {
    message: 'la liste des parties ne comporte pas « cover » : tout programme a une couverture',
    hint: 'ajouter cover à la liste',
  },
  'introduction-missing': {
    message:
      'la liste des parties ne comporte pas « introduction » : l’introduction de programme.yaml ne serait pas imprimée',
    hint: 'ajouter introduction à la liste',
  },
  'themes-missing': {
    message: 'la liste des parties ne comporte pas « themes » : les événements ne seraient pas imprimés',
    hint: 'ajouter themes à la liste',
  },
  'text-without-title': {
    message: 'la partie « {part} » n’a pas de titre en {lang}',
    hint: 'commencer {file} par un titre : # Titre',
  },
  'label-unknown': {
    message: 'il n’existe pas de libellé « {name} »',
    hint: 'les plus proches sont {nearest} ; docs/labels.md les énumère tous',
  },
  'label-without-places': {
    message: 'le libellé {name} ne comporte aucun emplacement à compléter ; valeur trouvée : « {words} »',
    hint: 'supprimer les accolades : le logiciel remplace les mots entre accolades par des valeurs',
  },
  'label-lacks-places': {
    message: 'le libellé {name} doit conserver {places} ; valeur trouvée : « {words} »',
    hint: 'le logiciel remplace les mots entre accolades par des valeurs',
  },
  'field-name-taken': {
    message: 'un champ ne peut pas s’appeler « {id} » : ce nom a une autre signification',
    hint: 'noms réservés : {taken} ; choisir un autre nom, par exemple event-{id}',
  },
  'side-unknown': { message: 'côté inconnu : « {side} »', hint: 'côtés : {known}' },
  'editions-behind-link': {
    message: '{folder} est un lien, et non un dossier',
    hint: 'remplacer le lien par le dossier qu’il désigne',
  },
  'editions-in-file': {
    message: '{folder} est un fichier, et non un dossier',
    hint: 'déplacer le fichier, et créer un dossier de ce nom',
  },
  'leave-out': 'le supprimer',
  'one-of': 'valeurs possibles : {known}',
  'timetable-without-places': {
    message:
      'une grille horaire demande un champ de lieux, et aucun champ n’est le seul à avoir un titre tel que Salle ou Lieu',
    hint: 'nommer le champ dans `presentation`, par exemple `{ as: timetable, places: room }` ; champs imprimés : {known}',
  },
  'groups-field-not-printed': {
    message: 'aucun thème n’imprime ici de champ « {field} »',
    hint: '{hint}',
  },
  'programme-without-texts': {
    message: 'le programme n’a pas de texte « {name} »',
    hint: 'déclarer la partie sous `parts` dans programme.yaml',
  },
  'programme-text-unknown': {
    message: 'le programme n’a pas de texte « {name} »',
    hint: 'valeurs possibles : {known}',
  },
  'section-unknown': {
    message: 'le programme n’a ni thème ni texte « {name} »',
    hint: 'valeurs possibles : {known}',
  },
  'code-field-unknown': {
    message: 'le programme n’a pas de champ d’adresses web « {field} »',
    hint: '{hint}',
  },
  'column-kind-unknown': {
    message: 'il n’existe pas de type de colonne « {kind} »',
    hint: 'valeurs possibles : {known}',
  },
  'theme-unknown': { message: 'le programme n’a pas de thème « {theme} »', hint: '{hint}' },
  'brand-on-network': {
    message: 'les fichiers de marque ne sont pas téléchargés',
    hint: 'enregistrer le fichier sous le nom _brand.yml à côté de {file}, et écrire `extends: _brand.yml`',
  },
  'brand-outside-dataset': {
    message: 'le fichier se trouve hors du dossier des données',
    hint: 'le copier à côté de {file}',
  },
  'file-missing': 'le fichier n’existe pas',
  'file-is-folder': 'un fichier est attendu, un dossier a été trouvé',
  'file-is-device': {
    message: 'il s’agit d’un périphérique, d’un tube ou d’une socket, et non d’un fichier',
    hint: 'enregistrer son contenu dans un fichier',
  },
  'file-too-large': { message: 'le fichier dépasse {megabytes} Mo', hint: '{hint}' },
  'take-smaller-dictionary': 'prendre un dictionnaire de Hunspell, qui fait quelques mégaoctets',
  'dictionary-invalid': {
    message: 'ce n’est pas un dictionnaire de Hunspell utilisable : {why}',
    hint: 'prendre les deux fichiers .aff et .dic d’une autre source, par exemple d’une extension de LibreOffice',
  },
  'dictionary-encoding-unknown': 'son codage (SET) est inconnu',
  'dictionary-without-count': 'la première ligne n’est pas le nombre de mots',
  'dictionary-too-many-words': 'il a trop de mots',
  'dictionary-too-many-rules': 'il a trop de règles',
  'dictionary-feature-unknown': 'les drapeaux en chiffres (AF, FLAG num) ne sont pas pris en charge',
  'dictionary-number-invalid': 'la plus courte partie d’un mot composé a de 1 à 9 lettres',
  'dictionary-condition-invalid': 'une règle ne s’applique qu’à des lettres et à des classes de lettres',
  'dictionary-folder-without': {
    message: 'ce dossier n’a pas de dictionnaire pour une langue du programme',
    hint: 'un dictionnaire se compose de deux fichiers de même nom, comme {file} et .aff',
  },
  'take-smaller-font': 'utiliser une police qui couvre moins d’écritures',
  'dataset-holds-text': 'un jeu de données ne contient que du texte',
  'text-file-name': {
    message: 'ce fichier n’est le texte d’aucune partie',
    hint: 'les textes s’appellent <partie>.<langue>.md, par exemple {example}',
  },
  'language-unknown': { message: 'langue inconnue : « {language} »', hint: 'langues : {known}' },
  'part-of-data-with-text-file': {
    message: 'la partie « {part} » est composée à partir des données et n’a pas de texte propre',
    hint: 'placer le texte dans une partie qui lui soit propre',
  },
  'part-unknown': {
    message: 'partie inconnue : programme.yaml ne comporte pas de partie « {part} »',
    hint: 'la déclarer : parts: [cover, {part}, introduction, contents, whats-new, themes, indexes]',
  },
  'part-unknown-with-nearest': {
    message: 'partie inconnue : programme.yaml ne comporte pas de partie « {part} »',
    hint: 'la plus proche est {nearest} ; sinon, déclarer la partie sous parts: dans programme.yaml',
  },
  'yaml-second-document': {
    message: 'un second document commence ici',
    hint: 'supprimer la ligne --- qui le précède',
  },
  'yaml-alias': {
    message: 'les alias YAML (*nom) ne sont pas admis',
    hint: 'mettre entre guillemets un texte qui commence par *',
  },
  'yaml-tag': {
    message: 'les étiquettes YAML (!nom) ne sont pas admises',
    hint: 'mettre entre guillemets un texte qui commence par !',
  },
  'yaml-key-not-word': {
    message: 'une clé doit être un mot',
    hint: 'mettre entre guillemets un texte qui commence par un crochet ou une accolade',
  },
  'yaml-key-missing': { message: 'une clé manque', hint: 'écrire sous la forme clé: texte' },
  'yaml-key-twice': {
    message: 'la clé « {key} » figure deux fois',
    hint: 'elle figure aussi à la ligne {line}',
  },
  'yaml-indentation': 'le retrait diffère de celui des lignes précédentes',
  'yaml-colon-in-text': {
    message: 'un texte qui contient un deux-points suivi d’une espace n’est pas entre guillemets',
    hint: 'mettre le texte entre guillemets, ou réduire le retrait de la ligne suivante s’il s’agit d’une nouvelle clé',
  },
  'yaml-first-sign': {
    message: 'un texte ne peut pas commencer par ce signe',
    hint: 'mettre le texte entre guillemets',
  },
  'yaml-after-end': {
    message: 'texte inattendu après la valeur',
    hint: 'mettre tout le texte entre guillemets',
  },
  'yaml-key-without-colon': {
    message: 'une clé n’est pas suivie d’un deux-points',
    hint: 'écrire sous la forme clé: texte',
  },
  'yaml-quotes-open': 'un guillemet ouvert avant cet endroit n’est pas fermé',
  'yaml-bracket-open': 'un crochet ou une accolade ouverts avant cet endroit ne sont pas fermés',
  'yaml-escape': {
    message: 'séquence d’échappement inconnue entre guillemets doubles',
    hint: 'doubler la barre oblique inverse, ou utiliser des guillemets simples',
  },
  'yaml-invalid': 'le fichier YAML n’est pas valide : {why}',
  'yaml-too-deep': 'trop de listes et de groupes sont imbriqués',
  'character-forbidden': 'le caractère {character} ne peut pas être imprimé et n’est pas admis',
  'value-missing': 'valeur manquante ; attendu : {expected}',
  'value-unexpected': 'attendu : {expected} ; trouvé : {found}',
  'value-refused': '{why}',
  'value-refused-found': '{why} ; trouvé : {found}',
  'key-not-allowed': 'la clé « {key} » n’est pas admise : {why}',
  'expected-either': '{first}, ou {other}',
  'expected-one-of': 'une des valeurs {known}',
  'number-of-at-most': 'un nombre de {limit} au plus',
  'number-of-at-least': 'un nombre de {limit} au moins',
  'at-most-characters': { one: '{count} caractère au plus', other: '{count} caractères au plus' },
  'at-least-characters': { one: '{count} caractère au moins', other: '{count} caractères au moins' },
  'at-most-items': { one: '{count} élément au plus', other: '{count} éléments au plus' },
  'at-least-items': { one: '{count} élément au moins', other: '{count} éléments au moins' },
  'at-most-keys': { one: '{count} clé au plus', other: '{count} clés au plus' },
  'at-least-keys': { one: '{count} clé au moins', other: '{count} clés au moins' },
  'a-text': 'un texte',
  'a-group-of-keys': 'un groupe de clés',
  'a-list': 'une liste',
  'true-or-false': 'true ou false',
  'a-number': 'un nombre',
  nothing: 'aucune valeur',
  'an-empty-list': 'une liste vide',
  'an-empty-text': 'un texte vide',
  'text-in-quotes': '« {words} »',
  'number-without-quotes': 'le nombre {number} (le mettre entre guillemets pour en faire un texte)',
};
