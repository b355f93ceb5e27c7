import type { commands as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const commands: Translated<typeof english> = {
  'dataset-changed-meanwhile': {
    message: 'fichiers modifiés pendant l’exécution de cette commande : {files}',
    hint: 'rien n’a été écrit ; relancer la commande lorsque personne d’autre ne modifie le jeu de données',
  },
  'option-without-html': {
    message: '{option} demande le format html',
    hint: 'ajouter html aux formats : --format html',
  },
  'event-id-changed': {
    message: 'l’événement {id} ne peut pas changer d’identifiant',
    hint: 'le supprimer, puis l’ajouter sous le nouvel identifiant',
  },
  'theme-has-events': {
    message: 'le thème {theme} a des événements et ne peut pas être supprimé',
    hint: 'déplacer ou supprimer d’abord ses événements',
  },
  'text-of-no-part': '{text} n’est pas le nom d’une partie de texte avec une langue, tel que foreword.fr',
  'event-without-theme': {
    message: 'l’événement {id} ne peut pas être ajouté : son thème ne fait pas partie du programme',
    hint: 'thèmes du programme : {themes}',
  },
  'rules-format-unknown': {
    message: 'la liste des règles n’existe pas au format {format}',
    hint: 'utiliser --format {known}',
  },
  'edition-not-correctable': {
    message: 'seul le projet peut être corrigé',
    hint: 'une édition figée n’est jamais modifiée',
  },
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
    message: 'le texte de la partie « {part} » en {lang} serait supprimé',
    hint: 'supprimer {file} à la main',
  },
  'corrected-event-unknown': {
    message: 'il n’existe pas d’événement « {event} » dans l’édition {edition}',
    hint: 'un événement se désigne par son identifiant',
  },
  'erratum-font-is-another': {
    message:
      'ce n’est pas la police de l’édition {edition} ; un erratum est composé dans la même police que son édition',
    hint: 'pour savoir où la police est attendue : {command}',
  },
  'translation-empty': {
    message: '{file} serait vide : aucun texte n’est à traduire en {lang}',
    hint: 'indiquer la langue cible avec --lang',
  },
  'export-name-unknown': {
    message: 'impossible d’exporter vers « {file} » : extension inconnue',
    hint: 'utiliser un nom qui se termine par .xlsx ou .csv, par .docx pour des corrections, ou par .xlf pour une traduction',
  },
  'extract-field-unknown': {
    message: 'les événements n’ont pas de champ « {field} »',
    hint: 'valeurs possibles : {known}',
  },
  'gate-not-passed': '{gate} : non rempli : {why}',
  'draft-changed-meanwhile': {
    message: 'le projet a été modifié pendant qu’une édition en était figée',
    hint: 'relancer freeze lorsque personne ne modifie le projet',
  },
  'copy-is-another': {
    message: '{file} diffère du fichier publié',
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
  'row-id-twice': {
    message: 'l’identifiant « {id} » est utilisé deux fois',
    hint: 'il figure aussi dans {row} : vider la cellule s’il s’agit d’un nouvel événement',
  },
  'row-taken-for-event':
    '« {given} » est lu comme l’identifiant de l’événement « {id} » du projet ; l’identifiant ne change pas',
  'row-id-left-out': 'identifiant non valide, ignoré : « {words} »',
  'row-id-invalid': {
    message:
      '« {words} » n’est pas un identifiant : minuscules, chiffres et traits d’union isolés sont attendus',
    hint: 'vider la cellule : un nouvel identifiant sera tiré du titre',
  },
  'sheet-says-earlier-edition': {
    message: 'la cellule contient le texte de l’édition {edition}, alors que le projet a été modifié depuis',
    hint: 'pour reprendre le texte du projet, l’écrire dans la cellule : {today}',
  },
  'links-behind-words': {
    message:
      'des cellules contiennent des liens : les champs suivants acceptent désormais les liens, le gras et l’italique (emphasis: true) : {fields}',
    hint: 'les astérisques, crochets et barres obliques inverses de leurs textes sont échappés et s’impriment comme avant',
  },
  'verdict-in-several-rows': {
    message: '{change} : la modification figure dans plusieurs lignes qui se contredisent : {rows}',
    hint: 'ne conserver qu’une de ces lignes',
  },
  'verdict-on-no-change': {
    message:
      '{change} : ce n’est plus une modification, le projet ayant été modifié après l’écriture de la feuille ; non repris : {words}',
    hint: 'lire le texte actuel du projet, et décider de nouveau',
  },
  'verdict-refused-with-words': {
    message: '{change} : la modification est refusée, mais son texte a été modifié : « {words} »',
    hint: 'accepter la modification pour retenir ce texte, ou rétablir le texte pour la refuser',
  },
  'verdict-words-not-possible': {
    message: '{change} : le texte modifié « {words} » ne peut pas être repris : {why}',
    hint: 'rétablir le texte, et modifier le projet à la main',
  },
  'comment-not-read': 'commentaire non importé : « {text} »',
  'no-event-dated': {
    message:
      'aucune date n’est lisible : les événements sont absents des calendriers, index et filtres par jour',
    hint: 'écrire des dates telles que 5 mai 2030 dans une colonne de la liste',
  },
  'dates-outside': {
    message: {
      one: '{count} événement a une date en dehors de la période du programme, {period}',
      other: '{count} événements ont des dates en dehors de la période du programme, {period}',
    },
    hint: 'corriger l’année de l’événement, ou la période dans programme.yaml',
  },
  'times-without-zone': {
    message: {
      one: '{count} événement a une heure, mais pas de fuseau horaire : il n’est dans aucun calendrier',
      other:
        '{count} événements ont une heure, mais pas de fuseau horaire : ils ne sont dans aucun calendrier',
    },
    hint: 'ajouter le fuseau horaire à programme.yaml, en une ligne telle que timezone: Europe/Vienna',
  },
  'places-listed': {
    message: 'la liste des lieux compte {count} lieux, avec les adresses des colonnes {fields}',
    hint: 'vérifier les adresses ; les indications qui diffèrent entre les événements d’un même lieu sont omises',
  },
  'places-proposed': {
    message: 'la colonne « {heading} » contient des noms de lieux',
    hint: 'pour imprimer un index avec leurs adresses, donner au champ {field} le type « place » et énumérer les lieux, dans les feuilles « Champs » et « Lieux » qu’écrit `programme export office.xlsx --settings`',
  },
  'emphasis-kept': {
    message: 'le gras et l’italique sont notés par des astérisques dans les champs suivants : {fields}',
    hint: 'pour importer un champ sans gras ni italique, y supprimer emphasis: true dans programme.yaml, et les astérisques dans ses événements',
  },
  'line-kept-as-note': 'ligne au-dessus du tableau, conservée comme note interne : « {words} »',
  'line-taken-for-introduction': 'ligne au-dessus du tableau, utilisée comme introduction : « {words} »',
  'kept-answers-unreadable': {
    message: 'les réponses conservées d’un examen ne peuvent pas être lues',
    hint: 'restaurer le fichier, ou le déplacer pour recommencer',
  },
  'event-perhaps-retitled': {
    message:
      'il s’agit peut-être de l’événement {id} sous un autre titre, car ses autres champs sont identiques ; il est ajouté comme nouvel événement, et {id} n’est pas supprimé',
    hint: 's’il s’agit du même événement, écrire {id} dans la colonne « Id » de sa ligne et importer de nouveau ; sinon, ne rien faire ou supprimer l’événement {id}',
  },
  'approver-missing': {
    message: 'une approbation exige le nom de la personne qui approuve',
    hint: 'indiquer --by NOM : le nom est conservé avec la décision',
  },
  'draft-change-unknown': {
    message:
      'il n’y a pas de modification {id} depuis la dernière édition : le projet a peut-être été modifié depuis',
    hint: 'pour les énumérer : {command}',
  },
  'change-not-refusable': {
    message:
      '{kind} {fingerprint} ne peut pas être refusée : la dernière édition n’a pas de texte à rétablir',
    hint: 'modifier le projet à la main, ou l’accepter',
  },
  'change-takes-no-words': {
    message: '{kind} {fingerprint} ne peut pas être acceptée avec un autre texte : « {words} »',
    hint: 'modifier le texte à la main dans le projet',
  },
  'change-is-another': {
    message:
      '{kind} {fingerprint} n’est plus la même depuis que les autres ont été décidées, et n’est pas approuvée',
    hint: 'pour la voir : {command}',
  },
  'workbook-name-unknown': {
    message: '« {file} » n’est pas un nom de classeur',
    hint: 'utiliser un nom qui se termine par .xlsx',
  },
  'change-without-verdict': {
    message:
      'aucune décision n’a été enregistrée pour la modification {id} : le projet ou la proposition a changé depuis son affichage',
    hint: 'pour la voir telle qu’elle est maintenant : {command}',
  },
  'verdict-given-twice': {
    message: 'deux décisions sur la modification {id}',
    hint: 'ne l’indiquer qu’une fois',
  },
  'decider-missing': {
    message: 'une décision exige le nom de la personne qui décide',
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
    message: 'le fichier diffère du fichier publié',
    hint: 'le restaurer depuis le gestionnaire de versions ; pour en savoir plus : {command}',
  },
  'words-changed-by-both': {
    message:
      'le texte « {sent} » est devenu « {theirs} » dans le fichier et « {ours} » dans le projet ; le projet n’est pas modifié',
    hint: 'importer le fichier avec --propose pour décider',
  },
  'takedown-words-empty': {
    message: 'les mots à retirer sont vides',
    hint: 'indiquer les mots à retirer avec --words',
  },
  'takedown-words-in-reason': {
    message: 'les mots à retirer figurent dans --by ou --why, que les verrous conservent',
    hint: 'formuler la raison sans ces mots',
  },
  'takedown-edition-inconsistent': {
    message: 'ne concorde pas avec son verrou : édition {editions}',
    hint: 'restaurer les fichiers que signale {command}',
  },
  'takedown-without-subject': {
    message: 'ni mots ni fichier à retirer ne sont indiqués',
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
    message:
      'une empreinte ou un code de contrôle attendus ne peuvent être vérifiés que pour une seule édition',
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
  'region-on-no-side': '{region} n’appartient à aucun côté du programme',
  'output-name-twice': {
    message: 'deux fichiers produits portent ce nom',
    hint: 'donner d’autres mots à l’une des valeurs qui les nomment',
  },
  'link-leads-out': {
    message: 'un lien mène hors de {folder}',
    hint: 'remplacer le lien par le dossier qu’il désigne',
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
    hint: 'indiquer un de ces thèmes dans la correspondance, par exemple `theme: {theme}` : {known}',
  },
  'row-theme-unknown': {
    message: 'le programme n’a pas de thème « {theme} », mais des thèmes au titre proche',
    hint: 'indiquer un de ces thèmes sous `themes` dans la correspondance : {known}',
  },
  'themes-new': {
    message: {
      one: 'nouveau thème du programme : {themes}',
      other: '{count} nouveaux thèmes du programme : {themes}',
    },
    hint: 'pour utiliser un thème existant, écrire son nom dans la liste',
  },
  'erratum-edition-unknown': {
    message: 'il n’existe pas d’édition « {edition} » à corriger',
    hint: 'indiquer --corrects {newest}',
  },
  'erratum-without-edition': {
    message: 'il n’existe pas d’édition « {edition} » à corriger',
    hint: 'figer d’abord une édition',
  },
  'extract-empty': {
    message: 'aucun événement du programme n’a la valeur {name}',
    hint: 'pour voir les valeurs des événements : {command}',
  },
  'extract-region-empty': {
    message: 'aucun événement du programme ne se trouve dans la région {name}',
    hint: 'pour voir les régions des événements : {command}',
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
  'timetable-needs-places':
    'timetable=yes : il faut une seule colonne de lieux, avec un en-tête tel que Salle ou Lieu',
  'columns-unasked':
    "colonnes qui restent internes, car la question n’a pas été posée : {columns} ; `--answer 'publish {column}=yes'` en publie une",
  'sheet-without-record':
    'le fichier n’indique pas les textes exportés : chaque différence avec le projet compte comme une modification, même si seul le projet a été modifié',
  'sheet-already-taken':
    'le projet contient déjà toutes les modifications du fichier ; il n’y a rien à faire',
  'timetable-proposed':
    'les événements ont un jour, une heure et un lieu : `--answer timetable=yes` imprime une page par jour, avec les lieux côte à côte',
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
    hint: '`programme export events.xlsx --settings` montre les champs et les colonnes de chaque thème',
  },
  'fields-new-internal': {
    one: 'nouveau champ du programme : {fields}',
    other: 'nouveaux champs du programme : {fields}',
  },
  'verdict-removed':
    '{change} : la décision a été retirée de la feuille ; la décision antérieure reste valable',
  'reason-without-verdict': '{change} : une raison sans décision : « {why} »',
  'words-without-date': {
    message:
      '{change} : « {words} » n’est pas une forme de date connue ; `when` n’est pas modifié dans le projet',
    hint: 'indiquer `when` dans le projet',
  },
  'list-without-events': {
    message: 'aucun événement trouvé',
    hint: 'mettre chaque événement sur une ligne, avec des intitulés tels que « Date » et « Titre » au-dessus des colonnes ; ou attribuer les colonnes dans une correspondance : --map FICHIER',
  },
  'sheet-without-events': {
    message: 'aucun événement trouvé ; {found}',
    hint: 'mettre chaque événement sur une ligne, avec des intitulés tels que « Date » et « Titre » au-dessus des colonnes ; ou attribuer les colonnes dans une correspondance : --map FICHIER',
  },
  'line-above-table': 'ligne au-dessus du tableau, non importée : « {words} »',
  'line-on-hidden-sheet': 'ligne d’une feuille masquée, non importée : « {words} »',
  'line-on-other-sheet': 'ligne d’une feuille sans intitulés d’événements, non importée : « {words} »',
  'backup-is-no-list': {
    message: 'un fichier ZIP d’un jeu de données est rétabli tel quel',
    hint: 'omettre --map, --year et --answer, qui concernent les listes',
  },
  'backup-by-hand': 'le décompresser dans un dossier, et utiliser ce dossier',
  'backup-path-odd': {
    message: 'le fichier ZIP contient des chemins qui ne peuvent pas être écrits sans risque : {names}',
    hint: 'refaire le fichier ZIP à partir du dossier du jeu de données',
  },
  'backup-without-programme': {
    message: 'il n’y a pas de programme.yaml dans le fichier ZIP',
    hint: 'mettre tout le dossier du jeu de données dans le fichier ZIP',
  },
  'backup-files-outside':
    'ces fichiers du fichier ZIP sont hors du dossier du jeu de données et n’ont pas été restaurés : {names}',
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
    'remplacer ces caractères, ou placer dans le dossier fonts/ du jeu de données une police qui les contient et la déclarer sous typography.fonts dans design.yaml (docs/design.md)',
  'characters-without-glyph': {
    message: '{count} caractères qui ne figurent dans aucune police : {shown}',
    hint: 'remplacer ces caractères, ou placer dans le dossier fonts/ du jeu de données une police qui les contient et la déclarer sous typography.fonts dans design.yaml (docs/design.md)',
  },
  'characters-without-glyph-cut': {
    message: '{count} caractères qui ne figurent dans aucune police : {shown} et {more} autres',
    hint: 'remplacer ces caractères, ou placer dans le dossier fonts/ du jeu de données une police qui les contient et la déclarer sous typography.fonts dans design.yaml (docs/design.md)',
  },
  'sheet-of-another-edition': {
    message:
      'la feuille énumère les modifications depuis l’édition {edition}, alors que la dernière édition est {last}',
    hint: 'en écrire une nouvelle : {command}',
  },
  'sheet-without-last-edition': {
    message:
      'la feuille énumère les modifications depuis l’édition {edition}, alors qu’il n’y a pas d’édition',
    hint: 'en écrire une nouvelle : {command}',
  },
  'event-changed-here-only': {
    message: '« {event} » a été modifié dans le fichier, mais ne figure plus dans le projet',
    hint: 'le rétablir dans le projet, ou renoncer à la modification',
  },
  'events-ordered-by-both': {
    message:
      'le fichier et le projet classent différemment les événements de « {theme} » ; le projet n’est pas modifié',
    hint: 'importer le fichier avec --propose pour décider événement par événement',
  },
  'event-removed-here': {
    message: '« {event} » a été supprimé du fichier et modifié dans le projet ; le projet n’est pas modifié',
    hint: 'importer le fichier avec --propose pour décider',
  },
  'event-added-by-both': {
    message:
      '« {event} » a été ajouté au fichier et au projet avec des textes différents ; le projet n’est pas modifié',
    hint: 'importer le fichier avec --propose pour décider',
  },
  'takedown-not-found': {
    message: 'les données de l’édition {edition} ne contiennent ni ces mots ni ce fichier',
    hint: 'les autres éditions ne les contiennent pas non plus',
  },
  'takedown-found-elsewhere': {
    message: 'les données de l’édition {edition} ne contiennent ni ces mots ni ce fichier',
    hint: 'ils se trouvent dans {files}',
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
    message:
      'les modifications inachevées n’ont pas pu être annulées ({why}) ; aucun fichier n’est encore modifié',
    hint: 'la prochaine commande qui utilise {folder} les termine',
  },
  'writing-not-taken-back': {
    message:
      'les modifications inachevées n’ont pas pu être annulées ({why}) ; fichiers déjà remplacés : {files}',
    hint: 'la prochaine commande qui utilise {folder} les termine',
  },
  'settings-invalid': '{why}',
  'text-invalid': { message: '{why}', hint: '{hint}' },
  'accept-or-refuse': 'accepter la modification avec un autre texte, ou la refuser',
  'correct-older-first':
    'corriger d’abord le texte dans le projet : il est enregistré dans le format le plus récent, qui ne l’admet pas',
  'save-list-alone': 'enregistrer la seule liste des événements, sans images, au format .xlsx ou .csv',
  'send-texts-alone': 'envoyer les textes corrigés dans un fichier à part, sans images',
  'send-by-theme': 'faire envoyer les traductions en plusieurs fichiers, thème par thème',
  'font-for-preview': {
    message:
      'la famille « {family} » n’est pas incorporée dans les fichiers Word : sa licence n’en permet l’incorporation que pour l’aperçu et l’impression, et non dans des fichiers modifiables (OS/2.fsType)',
    hint: '{standIn} la remplace là où elle n’est pas installée ; ses auteurs proposent peut-être une autre licence, avec d’autres fichiers',
  },
  'font-with-cff': {
    message:
      'la famille « {family} » n’est pas incorporée dans les fichiers Word : Word n’incorpore pas de contours PostScript (CFF)',
    hint: '{standIn} la remplace là où elle n’est pas installée ; utiliser ses fichiers TrueType (.ttf) pour l’incorporer',
  },
  'another-family': 'une autre famille',
  'settings-in-workbook-only': {
    message: 'les réglages ne s’exportent que dans un classeur (.xlsx), avec tout le projet',
    hint: 'écrire : export bureau.xlsx --settings',
  },
  'picture-too-large':
    'l’enregistrer plus petite : 2 000 pixels sur le grand côté suffisent pour une feuille A4',
  'pictures-copied': {
    one: 'une image est copiée dans le dossier pictures des données',
    other: '{count} images sont copiées dans le dossier pictures des données',
  },
  'pictures-without-text': {
    message: {
      one: 'une image n’a pas de texte alternatif et compte comme décorative : {names}',
      other: '{count} images n’ont pas de texte alternatif et comptent comme décoratives : {names}',
    },
    hint: 'les décrire pour les lecteurs qui ne peuvent pas les voir, dans une colonne « Texte alternatif » de la liste, ou dans leurs événements',
  },
  'picture-not-beside': {
    message: 'l’image « {name} » n’est pas à côté de la liste',
    hint: 'la copier dans le dossier de la liste et importer la liste de nouveau, ou l’ajouter à son événement',
  },
  'pictures-not-beside': {
    message: 'aucune des images citées dans la liste n’est dans le dossier de la liste : {names}',
    hint: 'les copier dans le dossier de la liste et importer la liste de nouveau, ou les ajouter à leurs événements',
  },
  'picture-not-named': {
    message: '« {words} » n’est pas le nom d’une image',
    hint: 'écrire un nom de fichier, par exemple chorale.jpg, ou laisser la cellule vide',
  },
  'picture-unusable': {
    message: 'l’image « {name} » n’est pas utilisée : {why}',
    hint: 'les images sont des fichiers SVG, PNG ou JPEG',
  },
  'picture-on-web': {
    message: 'l’image « {name} » est sur le web et n’est pas téléchargée',
    hint: 'l’enregistrer à côté de la liste et écrire son nom de fichier dans la cellule',
  },
  'picture-outside': {
    message: 'l’image « {name} » est hors du dossier de la liste et n’est pas lue',
    hint: 'la copier à côté de la liste et écrire seulement son nom de fichier',
  },
  'picture-is-link': {
    message: 'l’image « {name} » est un lien vers un autre fichier et n’est pas lue',
    hint: 'copier le fichier lui-même à côté de la liste',
  },
  'listed-pictures-too-large': {
    message: 'les images de la liste sont trop volumineuses au total',
    hint: 'enregistrer les images plus petites : 2 000 pixels sur le grand côté suffisent pour une feuille A4',
  },
  'pictures-further':
    'un événement ne peut avoir qu’une image : la première est utilisée, et les noms des autres sont conservés dans un champ interne : {names}',
  'pictures-in-second-column':
    'un événement ne peut avoir qu’une image : les fichiers de la colonne « {heading} » ne sont pas lus, et leurs noms sont conservés dans un champ interne',
  'picture-not-found': {
    message: 'l’image « {name} » n’est dans aucun de ces dossiers : {folders}',
    hint: 'mettre le fichier à côté du classeur, sous ce nom exact',
  },
  'picture-name-taken': {
    message: 'l’image « {name} » à côté du classeur diffère de celle de {folder}',
    hint: 'donner un autre nom à la nouvelle image',
  },
  'settings-sheet-not-read': 'la feuille « {name} » n’est pas importée dans de nouvelles données',
  'publish-field': 'le champ interne « {field} » doit-il être publié ?',
  'field-stays-internal': 'le champ {field} reste interne, selon la réponse',
  'question-unknown': {
    message: 'il n’y a pas de question « {question} »',
    hint: 'questions : {known}',
  },
  'headings-not-found': 'aucun intitulé d’événements trouvé : le fichier n’est pas lu ({looked})',
  'headings-not-found-in-sheet':
    'aucun intitulé d’événements trouvé dans la feuille « {sheet} », qui n’est donc pas lue ({looked})',
  'columns-read-as-mapping': 'les colonnes sont lues selon {mapping}',
  'mapping-file-kept':
    '{file} existe et n’est pas modifié : l’indiquer avec --map, ou le supprimer pour recevoir la correspondance proposée',
  'events-as-lists':
    'il y a plus de colonnes qu’un tableau ne peut en contenir : les événements sont imprimés en listes',
  'events-not-in-sheet': 'absents du tableur, mais conservés : {titles}',
  'file-is-proposal': 'ce fichier est déjà la proposition {name}',
  'field-internal': '{field} (interne)',
  'field-in-no-table': '{field} (dans aucun tableau, faute de place)',
};
