import type { console as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const console: Translated<typeof english> = {
  'desk-address': 'ouvrir cette adresse dans un navigateur ; elle sert une seule fois :',
  'desk-opens': 'le bureau s’ouvre dans le navigateur ; Ctrl-C le ferme',
  'desk-missing': {
    message: 'cette copie du programme n’a pas de bureau : {file} manque',
    hint: 'la réinstaller ; toutes les autres commandes fonctionnent sans le bureau',
  },
  'translation-name-unknown': {
    message: '« {file} » n’est pas un nom de fichier pour des traducteurs',
    hint: 'utiliser un nom qui se termine par .xlf, pour leurs outils, ou par .docx, pour deux colonnes',
  },
  'translation-language-missing': {
    message: 'la langue cible manque',
    hint: 'l’indiquer avec --lang : {known}',
  },
  'extract-value-missing': {
    message: '--by {field} exige une valeur',
    hint: 'indiquer --value ; pour voir les valeurs : {command}',
  },
  'draft-verdict-not-undone': {
    message: 'les décisions sur des modifications du projet lui-même ne s’annulent pas ici',
    hint: 'supprimer une entrée d’approvals.yaml, ou modifier le projet ; pour décider d’une proposition, l’indiquer',
  },
  'extract-region-not-named': {
    message: 'aucune région n’est indiquée',
    hint: 'indiquer --region NOM, ou --all, ou --list',
  },
  'extract-value-not-named': {
    message: 'aucune valeur de {field} n’est indiquée',
    hint: 'indiquer --value MOTS, ou --all, ou --list',
  },
  'change-stays-open': '{change} reste ouverte : {why}',
  'more-like-these': '… et {more} autres semblables : --all les montre',
};
