import type { edition as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const edition: Translated<typeof english> = {
  'edition-without-lock': {
    message: 'l’édition n’a pas de verrou',
    hint: 'une édition se crée avec la commande freeze',
  },
  'edition-font-missing': {
    message:
      'l’édition {edition} est composée dans une police qu’elle ne contient pas, car ses auteurs en interdisent la transmission',
    hint: 'placer le fichier dont la somme SHA-256 est {sum} dans {folder}, sous n’importe quel nom',
  },
  'lock-names-unknown-file': 'désigne {file}, qui n’est pas un fichier de l’édition',
  'edition-folder-extra': 'est un dossier que le verrou ne mentionne pas',
  'edition-file-missing': 'manque',
  'edition-file-changed': 'a été modifié',
  'edition-file-extra': 'ne figure pas dans le verrou',
  'edition-name-reserved': {
    message: '« {edition} » est un nom réservé et ne peut pas désigner une édition',
    hint: 'choisir un nom tel que 2 ou 2030-06',
  },
  'edition-name-of-device': {
    message:
      '« {edition} » ne peut pas désigner une édition : sous Windows, ce nom désigne un périphérique et aucun dossier ne peut le porter',
    hint: 'choisir un nom tel que 2 ou 2030-06',
  },
  'edition-name-odd': {
    message: '« {edition} » ne convient pas comme nom d’édition',
    hint: 'utiliser des minuscules, des chiffres, des traits d’union isolés et des nombres après des points, par exemple 2, 2.1 ou 2030-06',
  },
  'edition-exists': {
    message: 'l’édition « {edition} » existe déjà ; une édition figée n’est jamais modifiée',
    hint: 'choisir un autre nom',
  },
  'edition-unchanged': {
    message: 'rien n’a changé depuis l’édition {edition}',
    hint: 'il n’y a rien à publier',
  },
  'edition-date-earlier': {
    message: 'la date du projet, {date}, est antérieure à celle de l’édition {edition}, {last}',
    hint: 'corriger la date dans le classeur de `export --settings`',
  },
  'file-in-place-of-program': {
    message: 'l’image ou la police {file} se trouve à un emplacement réservé au logiciel',
    hint: 'la déplacer dans pictures/ ou fonts/, et l’y désigner dans les données',
  },
  'move-elsewhere': 'déplacer ailleurs ce qui ne fait pas partie de l’édition',
  'lock-damaged': {
    message: 'le verrou est endommagé',
    hint: 'le restaurer depuis le gestionnaire de versions',
  },
  'lock-entry-damaged': {
    message: 'le verrou est endommagé : {entry} : {why}',
    hint: 'le restaurer depuis le gestionnaire de versions',
  },
  'entry-is-link': {
    message: 'est un lien',
    hint: 'remplacer le lien par le fichier ou le dossier qu’il désigne',
  },
  'entry-is-special': {
    message: 'n’est ni un fichier ni un dossier',
    hint: 'une édition ne peut contenir que des fichiers et des dossiers',
  },
  'entry-name-not-utf8': {
    message: 'a un nom qui n’est pas en UTF-8',
    hint: 'renommer le fichier, ou le déplacer hors de l’édition',
  },
  'base-in-circle': 'l’édition {edition} se fonde sur l’édition {base}, qui se fonde sur elle',
  'base-missing': 'l’édition {edition} manque',
  'base-lock-unreadable': 'le verrou de l’édition {edition} ne peut pas être lu',
  'base-is-another': 'l’édition {base} n’est pas celle sur laquelle l’édition {edition} se fonde',
  'lock-of-another-folder': 'vaut « {edition} », mais le dossier est « {folder} »',
  'lock-of-another-date': 'vaut {date}, mais programme.yaml indique {said}',
  'lock-base-missing': 'désigne l’édition {edition}, qui n’existe pas ou dont le verrou ne peut pas être lu',
  'lock-base-is-another':
    'désigne l’édition {edition} avec l’empreinte {fingerprint}, mais le verrou de cette édition porte {found}',
  'lock-names-unknown-font': 'désigne {file}, qui n’est pas une police de la mise en page de l’édition',
  'lock-fingerprint-is-another':
    'vaut {fingerprint}, mais le nom, la date, les données et la base donnent {found}',
  'lock-seal-broken': 'ne concorde pas : le verrou a été modifié après avoir été écrit',
  'corrected-edition-unknown': {
    message: 'il n’existe pas d’édition « {edition} » à corriger',
    hint: 'la figer d’abord',
  },
  'corrected-edition-not-newest': {
    message: 'seule l’édition la plus récente, {newest}, peut être corrigée',
    hint: 'indiquer --corrects {newest}',
  },
  'edition-is-none':
    'n’est pas une édition : c’est un lien ou un fichier, ou son nom n’est celui d’aucune édition',
  'edition-lock-unreadable': '{why}',
  'edition-data-unreadable': '{why}',
};
