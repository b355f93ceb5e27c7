import type { proposals as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const proposals: Translated<typeof english> = {
  'proposal-change-unknown': {
    message: 'la proposition n’a pas de modification {id}',
    hint: 'pour les énumérer : {command}',
  },
  'setting-takes-no-words': {
    message: 'le réglage {setting} ne peut pas être accepté avec une autre valeur',
    hint: 'l’accepter, puis modifier programme.yaml, ou le refuser',
  },
  'setting-not-undone': {
    message:
      'la décision sur le réglage {setting} ne peut pas être annulée : le projet utilise ce réglage, ou il a été modifié depuis',
    hint: 'le retirer de programme.yaml à la main ; pour un thème, avec son fichier d’événements',
  },
  'change-not-undone': {
    message:
      'la décision sur la modification {id} ne peut pas être annulée : cette partie du projet a été modifiée depuis',
    hint: 'modifier les mots à la main dans le projet',
  },
  'proposals-missing': {
    message: 'il n’existe pas de proposition « {name} »',
    hint: 'importer un fichier avec --propose',
  },
  'proposal-unknown': {
    message: 'il n’existe pas de proposition « {name} »',
    hint: 'propositions : {known}',
  },
  'change-needs-refused': {
    message: 'la modification a besoin du réglage {setting}, qui a été refusé',
    hint: 'refuser la modification, ou ajouter au projet ce dont elle a besoin',
  },
  'change-needs-setting': {
    message: 'la modification a besoin du réglage {setting}, qui n’est pas dans le projet',
    hint: 'refuser la modification, ou ajouter au projet ce dont elle a besoin',
  },
  'change-needs-theme': {
    message: 'le thème « {theme} » n’est pas dans le projet',
    hint: 'refuser la modification, ou ajouter au projet ce dont elle a besoin',
  },
  'change-of-missing': {
    message: 'l’élément « {of} » ({about}) n’est pas dans le projet',
    hint: 'refuser la modification, ou ajouter au projet ce dont elle a besoin',
  },
  'words-of-another-language':
    'ces textes manquaient en {lang}, et le fichier les contenait dans une autre langue ; accepter ces modifications change les textes dans cette langue : {changes}',
  'difference-by-hand': '{about} {place} : « {before} » → « {after} »',
};
