import type { commands as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const commands: Translated<typeof english> = {
  'dataset-changed-meanwhile': {
    message: 'modifiés pendant l’exécution de cette commande : {files}',
    hint: 'rien n’a été écrit ; relancer la commande lorsque personne d’autre n’y travaille',
  },
  'rules-format-unknown': {
    message: 'les règles ne sont pas imprimées au format {format}',
    hint: '--format {known}',
  },
  'edition-not-correctable': {
    message: 'seul le projet peut être corrigé',
    hint: 'une édition figée n’est jamais modifiée',
  },
  'finding-of-rule': '{finding} ({rule})',
  'dataset-not-found': {
    message: 'il n’y a pas de jeu de données ici, ni dans un dossier parent',
    hint: 'se placer dans son dossier, ou l’indiquer avec --data DOSSIER ; pour en créer un : {command}',
  },
  'picture-coarse': {
    message:
      'à son emplacement sur la couverture, l’image n’a que {dots} points par pouce et paraîtra grossière à l’impression',
    hint: 'en utiliser une qui compte au moins {times} fois plus de pixels par côté',
  },
  'part-text-would-go': {
    message: 'le texte de la partie « {part} » en {lang} disparaîtrait',
    hint: 'supprimer {file} à la main',
  },
  'corrected-event-unknown': {
    message: 'il n’existe pas d’événement « {event} » dans l’édition {edition}',
    hint: 'un événement se désigne par son identifiant',
  },
  'erratum-font-is-another': {
    message: 'ce n’est pas la police de l’édition {edition}, dans laquelle son erratum est composé',
    hint: 'pour savoir où elle se trouve : {command}',
  },
  'translation-empty': {
    message: '{file} serait vide : aucun texte n’est à traduire en {lang}',
    hint: 'indiquer la langue cible avec --lang',
  },
  'export-name-unknown': {
    message: '« {file} » n’est pas un nom de classeur que le logiciel sache écrire',
    hint: 'utiliser un nom qui se termine par .xlsx ou .csv, ou par .docx pour des corrections',
  },
  'extract-field-unknown': {
    message: 'les événements n’ont pas de champ « {field} »',
    hint: 'valeurs possibles : {known}',
  },
  'gate-not-passed': '{gate} : non rempli : {why}',
  'draft-changed-meanwhile': {
    message: 'le projet a été modifié pendant qu’il devait être figé',
    hint: 'le figer de nouveau lorsque personne n’y travaille',
  },
  'copy-is-another': {
    message: '{file} n’est pas tel qu’il a été publié',
    hint: 'pour en savoir plus : {command}',
  },
  'edition-not-copied': {
    message: 'l’édition {edition} est figée, mais n’a pas été copiée : {why}',
    hint: 'pour répéter la copie : {command}',
  },
  'status-without-correction': {
    message: '--status exige --corrects et --by',
    hint: '{command}',
  },
  'without-needs-reason': {
    message: '--without {gates} exige --by NOM et --why RAISON',
    hint: 'les deux sont conservés dans le verrou de l’édition',
  },
  'site-not-made': {
    message: 'l’édition {edition} est figée, mais le dossier du site n’a pas été produit : {why}',
    hint: 'pour le produire : {command}',
  },
  'more-like-these': '… et {more} autres semblables : --all les montre',
  'row-id-twice': {
    message: 'l’identifiant « {id} » est utilisé deux fois',
    hint: 'il figure aussi dans {row} : vider la cellule s’il s’agit d’un nouvel événement',
  },
  'row-taken-for-event':
    '« {given} » est pris pour l’événement « {id} » du projet, qui conserve son identifiant',
  'row-id-left-out': 'n’est pas un identifiant et n’est pas repris : « {words} »',
  'row-id-invalid': {
    message:
      '« {words} » n’est pas un identifiant : minuscules, chiffres et traits d’union isolés sont attendus',
    hint: 'vider la cellule : un nouvel identifiant sera tiré du titre',
  },
  'sheet-says-earlier-edition': {
    message:
      'reprend les mots de l’édition {edition}, alors que le projet a été modifié depuis à cet endroit',
    hint: 'pour conserver les mots du projet, les écrire dans la cellule : {today}',
  },
  'links-behind-words': {
    message:
      'des cellules ont des liens derrière des mots : les champs suivants contiennent désormais des liens, du gras et de l’italique (emphasis: true) : {fields}',
    hint: 'les astérisques, crochets et barres obliques inverses de leurs textes sont écrits de façon à être imprimés comme avant',
  },
  'verdict-in-several-rows': {
    message: '{change} : la modification figure dans plusieurs lignes qui se contredisent : {rows}',
    hint: 'n’en conserver qu’une',
  },
  'verdict-on-no-change': {
    message:
      '{change} : ce n’est plus une modification, le projet ayant été modifié après l’écriture de la feuille ; non repris : {words}',
    hint: 'décider d’après ce que dit maintenant le projet',
  },
  'verdict-refused-with-words': {
    message: '{change} : la modification est refusée et comporte pourtant d’autres mots : « {words} »',
    hint: 'l’indiquer acceptée pour retenir ces mots, ou rétablir les mots pour la refuser',
  },
  'verdict-words-not-possible': {
    message: '{change} : d’autres mots ne peuvent pas être retenus ici : « {words} »',
    hint: 'rétablir les mots qui y figuraient, et modifier le projet à la main',
  },
  'comment-not-read': 'commentaire non lu : « {text} »',
  'emphasis-kept': {
    message: 'le gras et l’italique sont conservés, entre astérisques, dans : {fields}',
    hint: 'pour ne pas les conserver dans un champ, y supprimer emphasis: true dans programme.yaml, et les astérisques dans ses événements',
  },
  'line-taken-for-introduction': 'au-dessus du tableau, pris pour l’introduction : « {words} »',
  'year-unknown': {
    message: 'l’année n’est pas connue : {why}',
    hint: 'l’indiquer, par exemple avec --year 2030',
  },
  'kept-answers-unreadable': {
    message: 'les réponses conservées d’un examen ne peuvent pas être lues',
    hint: 'restaurer le fichier, ou le déplacer pour recommencer',
  },
  'event-perhaps-retitled': {
    message:
      'il s’agit peut-être de l’événement {id} sous un autre titre : tout le reste est identique ; en l’état, les deux sont conservés',
    hint: 'si c’est le cas, écrire {id} dans une colonne « Id » de sa ligne et importer de nouveau, ou supprimer l’événement {id}',
  },
  'approver-missing': {
    message: 'personne n’est désigné pour en répondre',
    hint: 'indiquer --by NOM : le nom est conservé avec la décision',
  },
  'draft-change-unknown': {
    message:
      'il n’y a pas de modification {id} depuis la dernière édition : le projet a peut-être été modifié depuis',
    hint: 'pour les énumérer : {command}',
  },
  'change-not-refusable': {
    message:
      '{kind} {fingerprint} ne peut pas être refusée : la dernière édition n’a pas de mots pour la remplacer',
    hint: 'modifier le projet à la main, ou l’accepter',
  },
  'change-takes-no-words': {
    message: '{kind} {fingerprint} ne peut pas recevoir d’autres mots ici : « {words} »',
    hint: 'les modifier à la main dans le projet',
  },
  'change-is-another': {
    message:
      '{kind} {fingerprint} est une autre modification depuis que les autres ont été décidées, et n’est pas approuvée',
    hint: 'pour la voir : {command}',
  },
  'workbook-name-unknown': {
    message: '« {file} » n’est pas un nom de classeur',
    hint: 'utiliser un nom qui se termine par .xlsx',
  },
  'change-without-verdict': {
    message:
      'la modification {id} est sans décision : le projet ou la proposition y a été modifié après avoir été montré',
    hint: 'pour la voir telle qu’elle est maintenant : {command}',
  },
  'verdict-given-twice': {
    message: 'deux décisions sur la modification {id}',
    hint: 'ne l’indiquer qu’une fois',
  },
  'decider-missing': {
    message: 'personne n’est désigné pour décider',
    hint: 'indiquer --by NOM : le nom est conservé avec la décision',
  },
  'events-not-found': {
    message: 'aucun événement trouvé',
    hint: 'indiquer dans la correspondance la colonne du titre et les lignes des intitulés',
  },
  'site-folder-is-link': {
    message: 'le dossier du site est un lien ou un fichier ; rien n’y est écrit',
    hint: 'le supprimer, ou mettre le dossier lui-même à sa place',
  },
  'site-file-is-another': {
    message: 'le fichier n’est pas tel qu’il a été publié',
    hint: 'le restaurer depuis le gestionnaire de versions ; pour en savoir plus : {command}',
  },
  'words-changed-by-both': {
    message: 'envoyé : « {sent} » ; modifié ici : « {theirs} » ; le projet conserve « {ours} »',
    hint: 'importer avec --propose pour décider',
  },
  'takedown-words-empty': {
    message: 'aucun mot n’est indiqué',
    hint: 'indiquer les mots à retirer avec --words',
  },
  'takedown-words-in-reason': {
    message: 'les mots à retirer figurent dans --by ou --why, que les verrous conservent',
    hint: 'formuler la raison sans ces mots',
  },
  'takedown-edition-inconsistent': {
    message: 'ne concorde pas avec son verrou : édition {editions}',
    hint: 'restaurer d’abord les fichiers que désigne {command}',
  },
  'takedown-without-subject': {
    message: 'rien n’est désigné comme à retirer',
    hint: 'indiquer --words ou --file',
  },
  'edition-without-file': {
    message: 'l’édition {edition} n’a pas de fichier {file}',
    hint: 'un fichier se désigne par son chemin dans l’édition, par exemple pictures/portrait.jpg',
  },
  'edition-needs-file': {
    message: 'une édition ne peut pas être lue sans son fichier {file}',
    hint: 'en retirer les mots avec --words',
  },
  'expectation-without-edition': {
    message: 'une empreinte est celle d’une seule édition',
    hint: 'indiquer l’édition : {command}',
  },
  'draft-not-frozen': {
    message: 'le projet n’est pas figé',
    hint: 'indiquer une édition figée',
  },
  'edition-or-file-unknown': {
    message: 'il n’existe ni édition « {edition} », ni fichier de ce nom',
    hint: 'éditions : {known}',
  },
  'file-to-verify-not-file': {
    message: '{file} n’est pas un fichier',
    hint: 'indiquer une édition ou un fichier',
  },
  'extract-ambiguous': {
    message: '« {value} » peut désigner {found}',
    hint: 'indiquer ce qui est entre parenthèses, ou les mots complets',
  },
  'region-ambiguous': {
    message: '« {name} » peut désigner {found}',
    hint: 'indiquer le code, ou le nom complet',
  },
  'region-on-no-side': '{region} ne se trouve d’aucun côté du programme',
  'output-name-twice': {
    message: 'deux fichiers produits portent ce nom',
    hint: 'donner d’autres mots à l’une des valeurs qui les nomment',
  },
  'link-leads-out': {
    message: 'un lien mène hors de {folder}',
    hint: 'mettre le dossier lui-même à la place du lien',
  },
  'writing-taken-over': {
    message:
      'une autre commande a repris ce que celle-ci écrivait dans {folder}, et le termine ou le supprime',
    hint: 'vérifier le résultat lorsqu’elle est terminée, et relancer celle-ci s’il manque quelque chose',
  },
  'folder-is-being-written': {
    message: 'une autre commande écrit dans {folder}',
    hint: 'attendre qu’elle soit terminée, puis relancer celle-ci ; s’il n’y en a pas, supprimer {lock}',
  },
  'source-unknown': {
    message: 'il n’existe ni édition, ni dossier, ni fichier « {source} »',
    hint: 'éditions : {known}',
  },
  'folder-or-file-unknown': {
    message: 'il n’existe ni édition, ni dossier, ni fichier « {source} »',
    hint: 'sans jeu de données, des dossiers et des classeurs peuvent être comparés',
  },
  'row-without-theme': {
    message: 'l’événement n’a pas de thème',
    hint: 'thèmes : {known} ; en indiquer un dans la correspondance : `theme: {theme}`',
  },
  'row-theme-unknown': {
    message: 'le programme n’a pas de thème « {theme} », et d’autres portent presque ce nom',
    hint: 'thèmes : {known} ; indiquer lequel dans la correspondance, sous themes:',
  },
  'theme-new': {
    message: '« {words} » est un nouveau thème, {id}',
    hint: 'pour en désigner un autre, écrire son identifiant dans la colonne des thèmes',
  },
  'theme-new-by-mapping': {
    message: '« {words} » est un nouveau thème, {id}',
    hint: 'pour en désigner un autre, écrire son identifiant dans la correspondance, sous themes:',
  },
  'erratum-edition-unknown': {
    message: 'il n’existe pas d’édition « {edition} » à corriger',
    hint: 'indiquer --corrects {newest}',
  },
  'erratum-without-edition': {
    message: 'il n’existe pas d’édition « {edition} » à corriger',
    hint: 'la figer d’abord',
  },
  'extract-empty': {
    message: 'aucun événement du programme n’a la valeur {name}',
    hint: 'pour voir les valeurs des événements : {command}',
  },
  'extract-region-empty': {
    message: 'aucun événement du programme ne se trouve dans la région {name}',
    hint: 'pour voir les valeurs des événements : {command}',
  },
  'extract-unknown': {
    message: 'aucun événement n’a « {value} » comme {field}',
    hint: 'valeurs présentes : {known} ; pour les voir toutes : {command}',
  },
  'extract-unknown-with-nearest': {
    message: 'aucun événement n’a « {value} » comme {field}',
    hint: 'valeur proche : {nearest}',
  },
  'extracts-empty': {
    message: 'aucun événement n’a de valeur pour {field}',
    hint: '--by admet {others} ; entre parenthèses, le nombre de valeurs différentes',
  },
  'programme-without-regions': {
    message: 'le programme n’a pas de régions : il n’a ni côtés ni champ du type region',
    hint: '--by admet {others} ; entre parenthèses, le nombre de valeurs différentes',
  },
  'region-called-unknown': {
    message: 'aucune région ne s’appelle « {name} »',
    hint: 'pour voir les régions : {command}',
  },
  'region-called-unknown-with-nearest': {
    message: 'aucune région ne s’appelle « {name} »',
    hint: 'nom proche : {nearest}',
  },
  'fields-new': {
    message: {
      one: 'nouveau champ du programme : {fields}',
      other: 'nouveaux champs du programme : {fields}',
    },
    hint: 'les colonnes des tableaux sont déclarées sous themes dans programme.yaml',
  },
  'fields-new-internal': {
    one: 'nouveau champ du programme : {fields}',
    other: 'nouveaux champs du programme : {fields}',
  },
  'verdict-removed': '{change} : la décision a été retirée de la feuille, et reste telle qu’elle a été prise',
  'reason-without-verdict': '{change} : une raison sans décision : « {why} »',
  'words-without-date': {
    message:
      '{change} : « {words} » n’indique aucune date comprise par le logiciel : la date pour les machines reste celle du projet',
    hint: 'l’écrire dans le projet',
  },
  'list-without-events': {
    message: 'aucun événement trouvé',
    hint: 'indiquer avec --map le contenu de chaque colonne',
  },
  'sheet-without-events': {
    message: 'aucun événement trouvé',
    hint: 'indiquer avec --map le contenu de chaque colonne',
  },
  'line-above-table': 'au-dessus du tableau, absent du jeu de données : « {words} »',
  'line-on-hidden-sheet': 'sur une feuille masquée, absent du jeu de données : « {words} »',
  'line-on-other-sheet':
    'sur une feuille sans intitulés d’événements, absent du jeu de données : « {words} »',
  'folder-not-empty': {
    message: 'le dossier {folder} n’est pas vide',
    hint: 'indiquer un dossier qui n’existe pas encore',
  },
  'folder-is-file': {
    message: '{folder} est un fichier',
    hint: 'indiquer un dossier qui n’existe pas encore',
  },
  'character-without-glyph': 'pas de glyphe pour {name} « {character} » dans « {word} »',
  'character-without-glyph-also':
    'pas de glyphe pour {name} « {character} » dans « {word} » ; aussi {places}',
  'character-without-glyph-often': {
    one: 'pas de glyphe pour {name} « {character} » dans « {word} » ; aussi {places} et {count} autre',
    other: 'pas de glyphe pour {name} « {character} » dans « {word} » ; aussi {places} et {count} autres',
  },
  'replace-or-name-font':
    'remplacer ces caractères, ou placer dans data/fonts/ une police qui les contient et la déclarer sous typography.fonts dans data/design.yaml (docs/design.md)',
  'characters-without-glyph': {
    message: '{count} caractères qui ne figurent dans aucune police : {shown}',
    hint: 'remplacer ces caractères, ou placer dans data/fonts/ une police qui les contient et la déclarer sous typography.fonts dans data/design.yaml (docs/design.md)',
  },
  'characters-without-glyph-cut': {
    message: '{count} caractères qui ne figurent dans aucune police : {shown} et {more} autres',
    hint: 'remplacer ces caractères, ou placer dans data/fonts/ une police qui les contient et la déclarer sous typography.fonts dans data/design.yaml (docs/design.md)',
  },
  'sheet-of-another-edition': {
    message:
      'la feuille porte sur les modifications depuis l’édition {edition}, alors que la dernière édition est {last}',
    hint: 'en écrire une nouvelle : {command}',
  },
  'sheet-without-last-edition': {
    message:
      'la feuille porte sur les modifications depuis l’édition {edition}, alors qu’il n’y a pas d’édition',
    hint: 'en écrire une nouvelle : {command}',
  },
  'event-changed-here-only': {
    message: '« {event} » a été modifié ici, et ne figure plus dans le projet',
    hint: 'le rétablir dans le projet, ou renoncer à la modification',
  },
  'events-ordered-by-both': {
    message:
      'les événements de « {theme} » sont ici dans un autre ordre, et dans un troisième dans le projet, qui conserve le sien',
    hint: 'importer avec --propose pour décider événement par événement',
  },
  'event-removed-here': {
    message: '« {event} » a été supprimé ici et modifié dans le projet, qui conserve le sien',
    hint: 'importer avec --propose pour décider',
  },
  'event-added-by-both': {
    message: '« {event} » a été ajouté avec d’autres mots ici et dans le projet, qui conserve le sien',
    hint: 'importer avec --propose pour décider',
  },
  'takedown-not-found': {
    message: 'les données de l’édition {edition} ne le contiennent pas',
    hint: 'celles des autres éditions non plus',
  },
  'takedown-found-elsewhere': {
    message: 'les données de l’édition {edition} ne le contiennent pas',
    hint: 'il se trouve dans {files}',
  },
  'freeze-overtaken': {
    message: 'l’édition {edition} n’a pas été figée : une autre commande l’a devancée',
    hint: 'pour voir les éditions : {command} ; figer de nouveau s’il en faut une de plus',
  },
  'freeze-overtaken-by-another': {
    message:
      'l’édition {edition} n’a pas été figée : « {newer} » a été ajoutée entre-temps au dossier des éditions',
    hint: 'pour voir les éditions : {command} ; figer de nouveau s’il en faut une de plus',
  },
  'output-is-folder': {
    message: 'un fichier est attendu, un dossier a été trouvé',
    hint: 'choisir un autre emplacement',
  },
  'output-is-no-file': {
    message: 'ce n’est pas un fichier',
    hint: 'choisir un autre emplacement',
  },
  'nothing-taken-back': {
    message: 'ce qui était commencé n’a pas pu être annulé ({why}) ; rien n’est encore modifié',
    hint: 'la prochaine commande qui utilise {folder} le termine, dès que le disque le permet',
  },
  'writing-not-taken-back': {
    message: 'ce qui était commencé n’a pas pu être annulé ({why}) ; déjà remplacés : {files}',
    hint: 'la prochaine commande qui utilise {folder} le termine, dès que le disque le permet',
  },
  'settings-invalid': '{why}',
  'text-invalid': { message: '{why}', hint: '{hint}' },
  'accept-or-refuse': 'l’accepter avec d’autres mots, ou la refuser',
  'correct-older-first':
    'le corriger d’abord dans le projet : le format le plus récent, dans lequel il serait écrit, n’admet pas ces mots',
  'save-list-alone': 'enregistrer la seule liste des événements, sans images, au format .xlsx ou .csv',
  'send-texts-alone': 'envoyer les textes corrigés dans un fichier à part, sans images',
  'send-by-theme': 'faire envoyer les traductions en plusieurs fichiers, thème par thème',
  'font-for-preview': {
    message:
      'les fichiers Word ne font que nommer la famille « {family} » : ses auteurs n’en permettent l’incorporation que pour l’aperçu et l’impression, et non dans des fichiers modifiables (OS/2.fsType)',
    hint: '{standIn} la remplace là où elle n’est pas installée ; ses auteurs proposent peut-être une autre licence, avec d’autres fichiers',
  },
  'font-with-cff': {
    message:
      'les fichiers Word ne font que nommer la famille « {family} » : Word n’incorpore pas de contours PostScript (CFF)',
    hint: '{standIn} la remplace là où elle n’est pas installée ; ses fichiers TrueType (.ttf) seraient aussi incorporés dans les fichiers Word',
  },
  'another-family': 'une autre famille',
};
