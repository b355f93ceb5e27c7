import type { system as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const system: Translated<typeof english> = {
  'access-refused': { message: 'l’accès est refusé', hint: 'vérifier les droits de lecture et d’écriture' },
  'disk-read-only': { message: 'le disque est en lecture seule', hint: 'choisir un autre emplacement' },
  'disk-full': {
    message: 'le disque est plein',
    hint: 'libérer de la place, ou choisir un emplacement sur un autre disque',
  },
  'disk-quota-used-up': {
    message: 'le quota de disque est épuisé',
    hint: 'libérer de la place, ou choisir un emplacement sur un autre disque',
  },
  'file-too-large-for-system': 'le fichier est trop volumineux',
  'path-missing': 'ce fichier ou ce dossier n’existe pas',
  'path-through-file': 'un élément du chemin est un fichier, et non un dossier',
  'path-is-folder': 'un fichier est attendu, un dossier a été trouvé',
  'path-is-file': 'un dossier est attendu, un fichier a été trouvé',
  'path-not-empty': 'le dossier n’est pas vide',
  'links-in-circle': 'des liens forment une boucle',
  'links-too-many': 'il y a trop de liens',
  'name-too-long': 'le nom est trop long',
  'name-not-allowed': {
    message: 'le disque n’admet pas ce nom',
    hint: 'choisir un autre emplacement',
  },
  'files-too-many-open': {
    message: 'trop de fichiers sont ouverts',
    hint: 'fermer d’autres logiciels, puis réessayer',
  },
  'memory-full': {
    message: 'la mémoire est insuffisante',
    hint: 'fermer d’autres logiciels, puis réessayer',
  },
  'disk-fault': { message: 'le disque est défaillant', hint: 'choisir un autre emplacement' },
  'device-silent': {
    message: 'le périphérique ne répond pas',
    hint: 'choisir un autre emplacement',
  },
  'file-held': {
    message: 'un autre logiciel utilise ce fichier',
    hint: 'fermer ce logiciel, puis réessayer',
  },
  'path-on-other-disk': {
    message: 'l’élément se trouve sur un autre disque que les fichiers voisins',
    hint: 'les conserver sur un même disque',
  },
  'disk-cannot': {
    message: 'le disque ne permet pas cette opération',
    hint: 'choisir un autre emplacement',
  },
  'system-refuses': 'erreur du système d’exploitation ({code})',
};
