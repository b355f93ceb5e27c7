import type { exchange as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const exchange: Translated<typeof english> = {
  'file-of-another-programme': {
    message: 'ce fichier appartient au programme {found}, et le jeu de données est celui de {own}',
    hint: 'indiquer le dossier de l’autre jeu de données avec --data DOSSIER',
  },
  'verdict-headings-missing': {
    message: 'c’était une feuille de décisions, mais les intitulés de ses colonnes ont disparu',
    hint: 'rétablir la première ligne telle qu’elle a été envoyée : la seconde ligne de chaque intitulé est nécessaire',
  },
  'verdict-column-missing': {
    message: 'la feuille de décisions a perdu la colonne des décisions',
    hint: 'la seconde ligne de son intitulé est `verdict`',
  },
  'verdict-comment-not-read': 'commentaire non lu : « {text} »',
  'verdict-unknown': {
    message: '« {words} » n’est pas une décision',
    hint: 'écrire {accept} ; {refuse} ; ou rien',
  },
  'verdict-words-not-read': 'mots non lus : « {text} »',
  'word-without-events': {
    message: 'aucun événement de ce programme ne se trouve dans le fichier',
    hint: 'faire corriger le fichier que produit {command}, ou reporter les corrections à la main',
  },
  'part-without-row':
    '« {id} » n’a pas de ligne et est conservé : pour le supprimer, le retirer de programme.yaml',
  'programme-row-unknown': {
    message: 'il n’existe pas de texte « {id} »',
    hint: 'textes du programme : {known}',
  },
  'programme-id-twice': 'l’identifiant « {id} » est utilisé deux fois',
  'yes-or-no-expected': 'oui, non ou une cellule vide attendus ; trouvé : « {words} »',
  'struck-out-not-read': 'barré, non lu : « {words} »',
  'workbook-column-unknown': {
    message: 'la colonne « {column} » n’appartient pas au programme et n’est pas lue : « {words} »',
    hint: 'écrire les mots dans une colonne du programme, ou ajouter un champ à programme.yaml',
  },
  'workbook-table-missing': 'il n’y a pas de tableau avec {table} : son contenu est conservé',
  'workbook-column-missing': 'la colonne {column} manque dans la feuille : ses mots sont conservés',
  'workbook-row-missing': 'la ligne {row} de {table} manque dans la feuille : elle est conservée',
  'workbook-row-hidden': {
    message: 'ligne masquée, non lue : « {words} »',
    hint: 'afficher la ligne dans le tableur pour qu’elle soit lue',
  },
  'workbook-link-left-out': {
    message: 'le lien de « {text} » vers {link} n’est pas repris : la cellule ne contient plus ces mots',
    hint: 'l’écrire dans le jeu de données : [mots]({link})',
  },
  'workbook-emphasis-kept': {
    message:
      'plus aucun mot du classeur n’est en gras ou en italique : les cellules qui ont les mots du projet en conservent la mise en relief ({fields})',
    hint: 'le logiciel qui l’a enregistré ne la conserve pas ; pour supprimer la mise en relief, le faire dans le jeu de données',
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
    message: 'la langue cible du fichier, {language}, n’est pas une langue de l’éditeur',
    hint: 'l’indiquer dans le fichier : `<file … target-language="…">`, parmi {known}',
  },
};
