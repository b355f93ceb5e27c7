import type { lists as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const lists: Translated<typeof english> = {
  'character-left-out': 'le caractère {character} ne peut pas être imprimé et est omis',
  'letters-plain': 'des lettres à l’aspect de formule sont lues comme des lettres ordinaires : « {words} »',
  'link-read-as-words': 'lien importé comme simple texte : « {words} » vers {link}',
  'bold-read-as-words': 'en gras, lu comme texte simple : « {words} »',
  'italic-read-as-words': 'en italique, lu comme texte simple : « {words} »',
  'bold-and-italic-read-as-words': 'en gras et en italique, lu comme texte simple : « {words} »',
  'keep-emphasis':
    'pour conserver la mise en forme, ajouter emphasis: true au champ {field} dans programme.yaml, et importer de nouveau',
  'links-lead-to': 'les liens des textes mènent à https: ou mailto:',
  'column-unmapped': {
    message: 'la colonne « {heading} » n’est pas dans la correspondance et n’est pas lue : « {words} »',
    hint: 'l’ajouter à la correspondance',
  },
  'column-unmapped-in-file': {
    message: 'la colonne « {heading} » n’est pas dans la correspondance et n’est pas lue : « {words} »',
    hint: 'l’ajouter à {file}, ou supprimer ce fichier pour qu’une nouvelle correspondance soit proposée',
  },
  'correct-mapping': 'corriger la correspondance, ou omettre --map pour qu’une nouvelle soit proposée',
  'correct-mapping-file':
    'corriger {file}, ou le supprimer pour qu’une nouvelle correspondance soit proposée',
  'row-without-date': 'l’événement n’a pas de date',
  'row-without-title': 'l’événement n’a pas de titre',
  'status-unknown': {
    message: 'le statut « {status} » n’est pas connu',
    hint: 'écrire {known}, ou vider la cellule',
  },
  'status-left-out': 'le statut « {status} » n’est pas connu et n’est pas repris',
  'yes-expected': 'oui ou une cellule vide attendus ; trouvé : {found}',
  'acceptance-expected': {
    message: 'un constat accepté est attendu ; trouvé : {found}',
    hint: 'écrire une acceptation par ligne, par exemple `{"rule":"…","reason":"…"}`',
  },
  'day-contradicted':
    '« {day} » tombe un autre jour de la semaine en « {month} » ; ces mots sont importés comme du texte sans date',
  'day-below-month': '« {day} » sous « {month} » est lu comme « {date} »',
  'struck-out-cancelled': 'barré : compris comme annulé',
  'words-say-status': {
    message: 'l’événement est publié comme maintenu, mais la liste contient « {words} »',
    hint: 's’il est annulé ou reporté, l’indiquer dans une colonne « Statut » ou dans le bureau',
  },
  'words-kept-as-date': 'la date « {words} » est imprimée telle quelle, mais absente des calendriers',
  'region-code-of-another-name': {
    message: '{code} est {right}, et non « {name} »',
    hint: 'corriger le code ou le nom',
  },
  'row-words-no-region': {
    message: '« {words} » n’est pas une région du côté « {side} »',
    hint: 'écrire un code, ou l’un de {reasons}',
  },
  'row-words-like-region': {
    message: '« {words} » n’est pas une région du côté « {side} »',
    hint: 'vouliez-vous écrire {nearest} ?',
  },
  'body-without-region': {
    message: 'aucune région du côté « {side} » n’est connue pour « {words} »',
    hint: 'ajouter le lieu à la liste des lieux, ou indiquer la région dans l’événement',
  },
  'headings-too-many': {
    message: 'les intitulés occupent {found} colonnes ; {most} au plus sont lues',
    hint: 'supprimer les colonnes qui ne contiennent rien des événements',
  },
  'mapping-field-unknown': {
    message: 'il n’y a pas de champ « {field} »',
    hint: 'utiliser un des champs {known} ; pour un texte dans une autre langue, ajouter la langue : title.fr',
  },
  'columns-too-many': {
    message: '{found} colonnes deviendraient des champs, avec plus de {most} cellules en tout',
    hint: 'supprimer les colonnes qui ne contiennent rien des événements, ou importer la liste par morceaux',
  },
  'dates-in-rows':
    'aucune colonne n’a de dates : les lignes qui ne contiennent qu’une date valent pour les événements qui suivent',
  'date-of-all': 'aucune colonne n’a de dates : « {date} » vaut pour tous les événements',
  'cell-means-same': '« {sign} » lu comme une répétition de {cell} : « {words} »',
  'hours-completed': '« {words} » est lu comme les heures {hours}',
  'title-instead': 'la ligne n’a pas de titre : « {words} » est son titre',
  'row-below-table': 'sous le tableau, pas un événement : « {words} »',
  'row-no-event': 'pas un événement : « {words} »',
  'row-not-read': 'la ligne n’a pas de titre et n’est pas lue : « {words} »',
  'sentence-is-description': 'une phrase sous « {title} » est lue comme sa description',
  'title-alone': {
    message: 'seul un titre sous un événement, lu comme un autre événement : « {title} »',
    hint: 's’il complète l’événement qui précède, le placer dans une colonne de descriptions',
  },
  'cell-comment-not-read': 'commentaire non importé : « {words} »',
  'row-hidden': {
    message: 'ligne masquée, non importée : « {words} »',
    hint: 'pour importer la ligne, l’afficher dans le tableur',
  },
  'cell-struck-out': 'texte barré, non importé : « {words} »',
  'markup-link-left-out': 'lien en balises HTML, son adresse n’est pas importée : {address}',
  'markup-read-as-text':
    'des balises HTML ou d’autres codes dans les cellules sont convertis en simple texte',
  'table-repeats': {
    one: 'répète les événements de la feuille « {sheet} », non importé : « {headings} », {count} ligne : « {words} »',
    other:
      'répète les événements de la feuille « {sheet} », non importé : « {headings} », {count} lignes : « {words} »',
  },
  'table-not-read': {
    one: 'ne fait pas partie d’un tableau d’événements, non lu : « {headings} », {count} ligne : « {words} »',
    other:
      'ne fait pas partie d’un tableau d’événements, non lu : « {headings} », {count} lignes : « {words} »',
  },
  'empty-cell-means-same': 'cellule vide, lue comme une répétition de {cell} : « {words} »',
  'time-beside-date-not-read': 'l’heure {time} indiquée avec la date n’est pas lue',
  'times-disagree': 'l’heure est {time}, mais {beside} à côté de la date : les deux sont lues',
  'number-read-as-date': 'le nombre {number} est lu comme {date}, en jours depuis 1900',
  'end-without-start':
    'l’heure {time} est la fin d’un événement sans heure de début : elle est imprimée seule, et les calendriers l’utilisent comme début',
  'time-universal': {
    message: 'l’heure est en temps universel (Z), et écrite telle quelle',
    hint: 'exporter la liste avec les heures locales, ou corriger les heures',
  },
  'which-language':
    'la liste semble être dans une langue dont le logiciel n’a pas les mots ({language}) : quelle est la langue du programme ?',
  'which-of-languages':
    'la liste est autant dans une langue que dans une autre ({first}, {second}) : quelle est la langue du programme ?',
  'which-column-is-title': 'quelle colonne est le titre des événements ?',
  'which-column-is-date': 'quelle colonne contient les dates des événements ?',
  'may-column-be-published': 'la colonne « {column} » peut-elle être publiée ?',
  'are-lines-introduction': 'ces lignes au-dessus de la liste sont-elles l’introduction du programme ?',
  'which-programme-title':
    'quel est le titre du programme ? Le nom du fichier serait marqué comme provisoire',
  'may-timetable-be-printed':
    'imprimer une grille horaire avant les listes d’événements : une page par jour, avec les lieux de « {heading} » côte à côte ?',
  'words-for-colleagues': 'pour les collègues, non imprimé : « {words} »',
  'contacts-in-public': {
    message:
      'des textes publics contiennent des adresses électroniques, des numéros de téléphone ou de compte : {words}',
    hint: 'les retirer de la liste s’ils ne doivent pas être publiés',
  },
  'which-column-is-renamed': 'quelle colonne est maintenant « {heading} » ?',
  'which-date-of-sheet':
    'à quelle date ont lieu les événements ? La correspondance indique {date}, que la liste ne mentionne pas',
  'may-sheet-be-read':
    'la feuille « {sheet} » est-elle une liste d’événements à lire ? Elle a les en-têtes d’une autre',
  'are-columns-translations': 'les colonnes {columns} sont-elles les mêmes champs en plusieurs langues ?',
  'do-columns-belong':
    'les colonnes {columns} font-elles partie des événements ? Elles sont derrière une colonne vide, et seules les premières lignes y ont des cellules',
  'column-missing': 'la liste n’a pas de colonne « {heading} » : son champ reste tel quel',
  'which-year': 'de quelle année sont les dates ? {why}',
  'dates-without-year': { one: 'une date est sans année', other: '{count} dates sont sans année' },
  'weekdays-fit-no-year': {
    one: 'une date est sans année, et son jour de la semaine ne correspond à aucune année que la liste mentionne',
    other:
      '{count} dates sont sans année, et leurs jours de la semaine ne correspondent à aucune année que la liste mentionne',
  },
  'few-dates-with-year': {
    one: 'une date est sans année, et seulement {dated} en ont une : {years}',
    other: '{count} dates sont sans année, et seulement {dated} en ont une : {years}',
  },
  'which-order': 'dans les dates comme {date}, qu’est-ce qui vient d’abord : le jour ou le mois ?',
  'question-with-evidence': '{question} ({evidence})',
  'answer-with': 'répondre par {options}',
  'answer-names-no-column': {
    message: '{answer} : aucune colonne de ce nom',
    hint: 'colonnes : {columns}',
  },
  'answer-not-understood': {
    message: '{answer} n’est pas une des réponses possibles',
    hint: 'réponses : {known}',
  },
  'when-invalid': {
    message: '{why} ; trouvé : « {found} »',
    hint: 'écrire une date EDTF telle que 2030-12-09/2030-12-19, ou laisser la cellule vide et écrire la date en toutes lettres',
  },
  'when-contradicts-words': {
    message: 'la date EDTF {now} contredit la date en toutes lettres ; {words} est utilisé',
    hint: 'modifier la date en toutes lettres ; pour une autre date EDTF, modifier le jeu de données',
  },
  'when-follows-words': 'la date EDTF suit la date en toutes lettres : {before} devient {now}',
  'date-imported-as-text':
    'la date « {words} » est imprimée telle quelle, mais absente des calendriers : {why}',
  'time-imported-as-text':
    'l’heure « {words} » est imprimée telle quelle, mais absente des calendriers : {why}',
  'weekday-of-another-date': 'le {date} ne tombe pas le jour de la semaine de « {words} »',
  'date-computed': '« {words} » est lu comme {date}',
  'date-end-not-a-day': 'sa fin n’est pas un jour',
  'day-or-year':
    '« {words} » est lu comme {date} ; s’il s’agit du mois et de l’année, écrire l’année en quatre chiffres',
  'day-by-number': '« {words} » est lu comme {date} : le premier jour est {first}',
  'row-region-unknown': '{code} ne figure pas dans reference/regions.yaml',
  'row-region-of-another-side': '« {region} » n’est pas une région du côté « {side} »',
  'sheet-missing': { message: 'il n’y a pas de feuille « {name} »', hint: 'feuilles : {known} ; {correct}' },
  'heading-differs-from-mapping': {
    message: 'l’intitulé de la colonne est « {found} », alors que la correspondance indique « {heading} »',
    hint: '{correct}',
  },
  'email-addresses': 'adresses e-mail',
  'phone-numbers': 'numéros de téléphone',
  'account-numbers': 'numéros de compte',
  'machine-data': 'données pour machines',
  'row-numbers': 'numéros de lignes',
  'column-hidden': 'colonne masquée',
  'picture-files': 'noms de fichiers ; les images trouvées sont imprimées',
  'printed-with-pictures': 'imprimé seulement avec les images',
  'heading-missing': 'sans intitulé',
  'contacts-or-remarks': 'contacts ou remarques',
  'perhaps-not-for-print': 'peut-être pas à imprimer',
  'not-to-be-published': 'à ne pas publier',
  'reason-of-mapping': '{words}',
  'table-of-something-else': 'ne fait pas partie d’un tableau d’événements',
  'column-without-field': 'aucun champ du programme',
  'sheet-repeats': 'répète la feuille « {sheet} »',
  'column-not-in-mapping': 'absente de la correspondance',
  'column-without-cells': 'aucune cellule',
  'column-of-themes': '{count} thèmes ; « field: category » dans la correspondance les imprime',
  'rows-of-each-event': 'chaque événement semble occuper {count} lignes, sans intitulés au-dessus',
  'sheet-empty': 'elle est vide',
  'rows-searched': 'lignes examinées : {first} à {last} ; la plus remplie est la ligne {fullest} : {words}',
};
