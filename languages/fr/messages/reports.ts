import type { reports as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const reports: Translated<typeof english> = {
  'nothing-found': 'aucun constat',
  'findings-counted': '{counts}',
  'errors-counted': { one: '{count} erreur', other: '{count} erreurs' },
  'warnings-counted': { one: '{count} avertissement', other: '{count} avertissements' },
  'notes-counted': { one: '{count} note', other: '{count} notes' },
  'spelling-not-checked':
    'orthographe non vérifiée ({language}) : installer {package}, ou placer {file} et le fichier .aff du même nom dans dictionaries/ du jeu de données',
  'spelling-checked-with': 'orthographe vérifiée avec {file} ({language})',
  'spelling-checked-with-computer': 'orthographe vérifiée avec {file} de cet ordinateur ({language})',
  'translation-state': '{language} : {translated} textes traduits, {outdated} dépassés, {missing} manquants',
  'gate-data': 'Les données peuvent être lues',
  'gate-check': 'La relecture ne constate aucune erreur',
  'gate-changes': 'Toutes les modifications majeures depuis la dernière édition sont approuvées',
  'gate-editions': 'Les éditions antérieures concordent avec leurs verrous',
  'gate-outputs': 'Tous les fichiers peuvent être produits',
  'gate-verapdf': 'veraPDF confirme la conformité à PDF/UA-1 et à PDF/A-2a',
  'gate-refused': '{why}',
  'events-in-themes': '{events} dans {themes}',
  'events-counted': { one: '{count} événement', other: '{count} événements' },
  'themes-counted': { one: '{count} thème', other: '{count} thèmes' },
  'correct-files': 'corriger les fichiers',
  'errors-published': 'erreurs que comporte aussi l’édition {edition} : {errors}',
  correction: '{place} : {finding}',
  'correction-in-places': {
    one: '{place} : {finding} (et {count} autre endroit)',
    other: '{place} : {finding} (et {count} autres endroits)',
  },
  'correction-with-hint': '{place} : {finding} ; {hint}',
  'correction-with-hint-in-places': {
    one: '{place} : {finding} ; {hint} (et {count} autre endroit)',
    other: '{place} : {finding} ; {hint} (et {count} autres endroits)',
  },
  'more-corrections': {
    one: 'et {count} autre ; pour tout voir : {command}',
    other: 'et {count} autres ; pour tout voir : {command}',
  },
  'approve-changes': 'les passer en revue une à une : {command}',
  'change-to-approve': '  {change}',
  'more-changes': {
    one: 'et {count} autre ; pour les énumérer toutes : {command}',
    other: 'et {count} autres ; pour les énumérer toutes : {command}',
  },
  'restore-edition': 'restaurer l’édition',
  'no-earlier-edition': 'il n’y a pas d’édition antérieure',
  'approval-lapsed':
    'l’approbation {fingerprint} de {by}, du {date}, ne correspond plus à aucune modification',
  'changes-since': {
    one: '{count} modification depuis l’édition {edition}, modifications majeures non approuvées : {open}',
    other: '{count} modifications depuis l’édition {edition}, modifications majeures non approuvées : {open}',
  },
  'date-of-last-edition':
    'la date du projet, {date}, est celle de l’édition {edition} : indiquer celle de la nouvelle édition dans le classeur qu’écrit `export --settings`',
  'editions-compared': 'éditions vérifiées : {compared}',
  'editions-not-consistent': 'ne concordent pas avec leurs verrous : {editions}',
  'restore-files': 'restaurer les fichiers que désigne {command}',
  'correct-texts': 'corriger les textes énumérés ci-dessus',
  'files-built': '{files}',
  'verapdf-not-run': '{why}',
  'install-verapdf':
    'installer veraPDF de sorte que la commande `verapdf` soit disponible, ou vérifier les fichiers sur un autre ordinateur',
  'verapdf-content': 'aucune règle n’est enfreinte',
  'verapdf-failure': '{failure}',
  'report-fault': 'il s’agit d’un défaut du logiciel : le signaler',
};
