import type { exchange as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const exchange: Translated<typeof english> = {
  'file-of-another-programme': {
    message: 'ce fichier appartient au programme {found}, et le jeu de données est celui de {own}',
    hint: 'indiquer le dossier de l’autre jeu de données avec --data DOSSIER',
  },
  'verdict-headings-missing': {
    message: 'les intitulés de la feuille de décisions manquent',
    hint: 'rétablir la première ligne telle qu’elle a été envoyée : la seconde ligne de chaque intitulé est nécessaire',
  },
  'verdict-column-missing': {
    message: 'la feuille de décisions n’a pas de colonne des décisions',
    hint: 'ajouter une colonne dont la seconde ligne de l’intitulé est `verdict`',
  },
  'verdict-comment-not-read': 'commentaire non importé : « {text} »',
  'verdict-unknown': {
    message: '« {words} » n’est pas une décision',
    hint: 'écrire {accept} ou {refuse}, ou laisser la cellule vide',
  },
  'verdict-words-not-read': 'texte d’une colonne qui n’est pas importée : « {text} »',
  'word-without-events': {
    message:
      'aucun des {events} événements de ce programme n’est dans le fichier : leurs numéros et leurs titres ont été cherchés dans {tables} tableaux et {paragraphs} paragraphes',
    hint: 'pour faire corriger des événements, envoyer le fichier que produit {command} ; pour importer les événements d’un autre document, les mettre dans un tableur, une ligne par événement',
  },
  'part-without-row':
    '« {id} » n’a pas de ligne et est conservé : pour le supprimer, le retirer de programme.yaml',
  'programme-row-unknown': {
    message: 'il n’existe pas de texte « {id} »',
    hint: 'textes du programme : {known}',
  },
  'text-of-all-languages': {
    message: '« {id} » a la même valeur dans toutes les langues',
    hint: 'la saisir dans la colonne de la langue principale, et vider les cellules des autres langues',
  },
  'part-text-invalid': 'le texte « {part} » n’est pas utilisable : {why}',
  'picture-name-not-bare': {
    message: '« {name} » n’est pas un nom de fichier d’image',
    hint: 'n’écrire que le nom, par exemple logo.png, sans dossier ni adresse ; le fichier est à côté du classeur ou dans pictures/',
  },
  'programme-id-twice': 'l’identifiant « {id} » est utilisé deux fois',
  'coordinates-expected':
    'latitude et longitude en degrés attendues, par exemple 48.8530, 2.3499 ; trouvé : « {words} »',
  'yes-or-no-expected': 'oui, non ou une cellule vide attendus ; trouvé : « {words} »',
  'struck-out-not-read': 'texte barré, non importé : « {words} »',
  'workbook-column-unknown': {
    message: 'la colonne « {column} » n’appartient pas au programme et n’est pas lue : « {words} »',
    hint: 'écrire les mots dans une colonne du programme, ou ajouter un champ à programme.yaml',
  },
  'workbook-table-missing': 'aucune feuille n’a le tableau {table} ; le projet n’y est pas modifié',
  'workbook-column-missing': 'la colonne {column} manque dans la feuille : ses mots sont conservés',
  'workbook-row-missing': 'la feuille n’a pas de ligne {row} dans {table} ; le projet n’y est pas modifié',
  'workbook-row-hidden': {
    message: 'ligne masquée, non importée : « {words} »',
    hint: 'pour importer la ligne, l’afficher dans le tableur',
  },
  'workbook-link-left-out': {
    message: 'le lien de « {text} » vers {link} n’est pas repris : la cellule ne contient plus ces mots',
    hint: 'l’écrire dans le jeu de données : [mots]({link})',
  },
  'workbook-emphasis-kept': {
    message:
      'plus aucun mot du classeur n’est en gras ou en italique : les cellules qui ont les mots du projet en conservent la mise en relief ({fields})',
    hint: 'le classeur a sans doute été enregistré par un logiciel qui ne les conserve pas ; pour supprimer la mise en relief, modifier le jeu de données',
  },
  'text-too-long-for-cell': {
    message: 'le texte compte {length} caractères ; une cellule d’Excel en admet {most} au plus',
    hint: 'exporter plutôt vers un fichier .csv',
  },
  'xliff-not': {
    message: 'ce n’est pas un fichier XLIFF',
    hint: 'faire enregistrer les traductions au format XLIFF 1.2 (.xlf)',
  },
  'xliff-version': {
    message: 'ce fichier est au format XLIFF {version}, et seul le 1.2 est lu',
    hint: 'le faire enregistrer par l’outil au format XLIFF 1.2',
  },
  'translation-without-texts': {
    message: 'aucun texte de ce programme ne se trouve dans le fichier',
    hint: 'faire traduire le fichier que produit `programme export translation.xlf --lang …`',
  },
  'xliff-without-language': {
    message: 'le fichier n’indique pas sa langue cible',
    hint: 'l’indiquer dans le fichier : `<file … target-language="…">`, parmi {known}',
  },
  'xliff-language-unknown': {
    message: 'la langue cible du fichier, {language}, n’est pas prise en charge',
    hint: 'la corriger dans le fichier : `<file … target-language="…">`, parmi {known}',
  },
  'edit-without-field': '« {words} » ne commence pas par le nom d’un champ',
  'edit-empty': 'la cellule est vide',
  'edit-of-no-text': 'la modification ne propose aucun texte',
  'edit-of-cut-text': 'la cellule ne contenait que le début du texte',
  'edit-with-other-fields':
    'chaque ligne doit commencer par le même nom de champ que dans la feuille exportée',
  'edit-field-empty': 'un champ est vide',
  'edit-not-understood': '« {words} » n’est pas une valeur admise',
  'edit-of-formatted-text':
    'des paragraphes ont été ajoutés ou supprimés, ou contiennent du gras ou des liens ; modifier plutôt le fichier du texte',
  'file-may-be-extract':
    'le fichier a {found} événements sur {all} : c’est peut-être un extrait, et les autres ne sont pas modifiés',
  'row-in-draft-already': 'déjà dans le projet, sous {id} : la nouvelle ligne « {words} »',
  'word-source-unknown':
    'le fichier n’indique pas son origine : il est comparé avec l’état le plus proche, {from} ; pour les modifications suivies, le texte antérieur est considéré comme le texte exporté',
  'copy-without-edition':
    'le fichier et les données n’ont aucune édition figée en commun : chaque différence avec le projet est proposée, même si seul le projet a été modifié',
  'verdict-ids-twice': 'une deuxième colonne « {heading} » : seule la première colonne de ce genre est lue',
  'texts-without-words': {
    one: 'un texte n’est pas traduit en {lang}',
    other: '{count} textes ne sont pas traduits en {lang}',
  },
  'texts-as-source': {
    one: 'un texte est identique en {lang} et dans la source sans être marqué comme traduit : il est considéré comme manquant',
    other:
      '{count} textes sont identiques en {lang} et dans la source sans être marqués comme traduits : ils sont considérés comme manquants',
  },
  'texts-in-part': {
    one: 'un texte en {lang} n’est traduit qu’en partie',
    other: '{count} textes en {lang} ne sont traduits qu’en partie',
  },
  'language-not-published':
    'le programme n’est pas publié en {lang} : une fois la traduction complète, ajouter la langue dans le classeur qu’écrit `export --settings`',
  'look-not-translated': 'absent de la traduction : {look} ({where})',
  'look-line-break': 'un retour à la ligne',
  'look-bold': 'le gras',
  'look-italics': 'l’italique',
  'look-link': 'le lien {link}',
  'base-draft': 'le projet au moment de l’importation',
  'base-edition': 'l’édition {edition}',
  'base-sent': 'le fichier envoyé',
  'left-note': 'note de bas de page ou de fin',
  'left-struck-out': 'barré à la main',
  'left-hidden': 'masqué dans le fichier Word, mais lu',
  'left-pictures': { one: 'une image', other: '{count} images' },
  'left-removed': 'supprimé',
  'left-margin': 'en-tête ou pied de page',
  'left-removed-above-title': 'supprimé au-dessus du titre',
  'left-row-without-title': 'une ligne sans titre',
  'left-link': 'un lien, lu comme texte simple',
  'left-link-address': 'un lien vers une adresse qui n’est ni https: ni mailto:, lu comme texte simple',
  'left-link-in-plain-field': 'un lien, lu comme texte simple : le champ n’admet pas de mise en relief',
  'left-emphasis': 'en gras ou en italique, lu comme texte simple : le champ n’admet pas de mise en relief',
  'left-table': 'tableau de « {theme} »',
  'left-table-unknown': 'un tableau qui n’appartient pas au programme',
  'left-removed-from-part': 'supprimé de la partie {part}',
  'left-source-changed': 'le texte source a été modifié',
  'left-column': 'une colonne supplémentaire',
  'left-translated-in-part': 'traduit seulement en partie',
  'left-paragraphs-lacking':
    'le texte n’est pas importé : {lacking} paragraphes sur {all} ne sont pas traduits',
  'left-row-missing':
    'le fichier n’a pas de ligne pour cet événement et n’indique pas son origine : l’événement est conservé ; pour le retirer, modifier le projet',
  'left-theme-heading-missing': 'le titre du thème manque dans le fichier',
  'left-column-missing': 'cette colonne manque dans le tableau de « {theme} » ; ses textes sont conservés',
  'left-headings-missing': 'la ligne des intitulés manque dans le tableau de « {theme} »',
  'left-cell-missing': 'cette cellule manque dans la ligne ; le texte est conservé',
  'left-part-missing': 'manque dans le fichier : partie {part}',
  'left-introduction-missing': 'manque dans le fichier : introduction',
};
