import type { findings as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const findings: Translated<typeof english> = {
  'rule-unknown': {
    message: 'il n’existe pas de règle {rule}',
    hint: '`check --rules` énumère les règles',
  },
  'name-differs-from-list': '« {name} » s’écrit « {right} » dans la liste des régions et des lieux',
  'apostrophe-straight': 'apostrophe droite dans « {word} »',
  'emphasis-not-read': {
    message: 'les astérisques de « {signs} » seraient imprimés tels quels',
    hint: 'supprimer les astérisques, ou autoriser la mise en relief dans les réglages du champ (gras : deux astérisques immédiatement avant et après les mots)',
  },
  'link-not-read': {
    message: '« {link} » serait imprimé avec ses crochets et son adresse',
    hint: 'ne conserver que les mots, ou autoriser la mise en relief dans les réglages du champ : les liens mènent à https: ou à mailto:',
  },
  'body-missing': 'aucun organisme ne figure dans la colonne « {column} »',
  'body-differs': '« {words} » s’écrit « {right} » dans d’autres événements',
  'bracket-doubled': 'parenthèse doublée',
  'bracket-empty': 'parenthèses vides',
  'bracket-unopened': 'parenthèse fermante sans parenthèse ouvrante',
  'word-wider-than-cell': '« {word} » est plus large que sa cellule',
  'text-stops': 'le texte se termine par « {last} » et semble incomplet',
  'bracket-unclosed': 'parenthèse ouvrante sans parenthèse fermante',
  'range-without-dash':
    '« {printed} » : écrire un intervalle avec un tiret demi-cadratin, « {first}–{last} »',
  'dash-between-words': '« {printed} » entre des mots : utiliser le tiret « {sign} »',
  'date-in-text-disagrees': {
    message: 'le texte indique « {words} », la colonne des dates « {date} »',
    hint: 'corriger la date fausse',
  },
  'dates-disagree-in-most': {
    message:
      '{count} événements sur {all} indiquent dans leurs textes d’autres dates que la colonne des dates',
    hint: 'vérifier que la colonne contient les jours des événements et non, par exemple, ceux de leur publication ; sinon, ces dates ne peuvent pas être comparées',
  },
  'date-missing': 'l’événement n’a pas de date prévue',
  'date-comes-again': {
    message: 'date récurrente : elle est imprimée telle quelle, mais ne figure dans aucun calendrier',
    hint: 'écrire les jours ; s’il faut imprimer ces mots, accepter le constat en indiquant la raison',
  },
  'date-not-understood': 'la date n’est pas comprise : {why}',
  'date-only-in-text': {
    message: '« {words} » figure seulement dans le texte, et non dans la colonne des dates',
    hint: 'écrire « {dates} » dans la colonne des dates',
  },
  'date-ends-before-start': 'la date de fin précède la date de début',
  'when-missing': {
    message:
      'la date est imprimée, mais l’événement n’a pas de date pour les calendriers : il ne figure dans aucun index ni calendrier',
    hint: 'ajouter la date pour les calendriers : {edtf}',
  },
  'date-words-disagree': {
    message: '« {words} » est imprimé, mais la date pour l’index et les calendriers est {when}',
    hint: 'si la date imprimée est exacte, remplacer la date pour les calendriers par {edtf} ; sinon, imprimer « {printed} »',
  },
  'description-missing': 'l’événement n’a pas de description',
  'description-repeats-title': 'la description n’apporte rien de plus que le titre',
  'picture-without-words': {
    message: 'l’image n’a pas de texte alternatif',
    hint: 'écrire devant le nom du fichier ce que montre l’image : Deux orchestres (pictures/harbour.jpg)',
  },
  'event-duplicate': {
    message: 'cet événement ressemble fortement à « {event} », dans « {theme} » ({percent} %)',
    hint: 'en supprimer un, ou préciser dans les titres ce qui les distingue',
  },
  'final-stop': 'point final à un texte qui n’est pas une phrase',
  'space-before-missing': '{mark} sans espace insécable devant',
  'space-after-guillemet-missing': 'guillemet ouvrant sans espace insécable après',
  'markup-of-web-page': {
    message: '{tag} est une balise de page web ; elle serait imprimée telle quelle',
    hint: 'la supprimer',
  },
  'space-ordinary': '{what} : l’espace est ordinaire ; mettre une espace insécable',
  'ordinal-form': '« {printed} » : écrire le nombre ordinal sous la forme « {expected} »',
  'other-language': 'mots en {found} dans un texte en {text}',
  'other-language-in-many': {
    message: '{count} textes contiennent des phrases dans une autre langue, par exemple en {found}',
    hint: 'si le programme est en plusieurs langues, écrire un texte pour chacune',
  },
  'programme-language': {
    message: 'les textes sont en {found}, mais la langue du programme est : {language}',
    hint: 'corriger la langue du programme, ou les textes',
  },
  'cyrillic-words': 'mots en caractères cyrilliques dans un texte en {text}',
  'place-taken': {
    message: '« {title} » commence au même endroit et à la même heure : {day}, {time}',
    hint: 'corriger le lieu, le jour ou l’heure de l’un des deux ; si le lieu accueille les deux, accepter le constat',
  },
  placeholder: {
    message: 'texte provisoire : {field}',
    hint: 'remplir {field} dans le bureau, ou dans la feuille « {sheet} » du classeur avec réglages',
  },
  'price-beside-free': 'un tarif à côté d’une mention de gratuité',
  'price-column-disagrees': 'la colonne des tarifs indique « {words} »',
  'marks-do-not-go-together': 'signes de ponctuation « {marks} » à la suite',
  'quotation-marks': 'guillemets {open} {close} : utiliser {rightOpen} {rightClose}',
  'quotation-mark-alone': 'le guillemet {mark} est isolé',
  'region-kind': '« {words} » : cette région s’appelle {right}',
  'word-doubled': 'mot doublé : « {word} »',
  'item-doubled': '« {item} » figure deux fois dans une même énumération',
  'seats-disagree': 'la colonne des places indique {seats}',
  'small-word': '« {printed} » : {says}',
  'time-not-understood': {
    message:
      'l’horaire n’est pas compris : {why} ; les calendriers, la page web et les données ouvertes indiquent la journée entière',
    hint: 'écrire des heures telles que 19:30 ou 10:00–12:00 ; pour conserver les mots imprimés, donner à l’événement des horaires exacts (`occurrences`)',
  },
  'time-without-start': {
    message:
      'l’heure de début n’est pas indiquée ; les calendriers, la page web et les données ouvertes indiquent la journée entière',
    hint: 'écrire des heures telles que 19:30 ou 10:00–12:00 ; pour conserver les mots imprimés, donner à l’événement des horaires exacts (`occurrences`)',
  },
  'hours-not-understood': {
    message:
      'les heures indiquées avec la date ne sont pas comprises : {why} ; les calendriers, la page web et les données ouvertes indiquent la journée entière',
    hint: 'écrire des heures telles que 19:30 ou 10:00–12:00 ; pour conserver les mots imprimés, donner à l’événement des horaires exacts (`occurrences`)',
  },
  'title-small-letter': 'ce titre commence par une minuscule, les autres par une majuscule',
  'still-open': 'reste à préciser : « {printed} »',
  'text-untranslated': '« {words} » n’existe pas en {language}',
  'more-like-it': {
    one: '{finding} (et {count} autre semblable dans ce texte)',
    other: '{finding} (et {count} autres semblables dans ce texte)',
  },
  'acceptance-stale': {
    message: 'la règle {rule} ne constate rien ici : cette acceptation est inutile',
    hint: 'la supprimer',
  },
  'date-past': 'l’événement est passé à la date de parution de l’édition ({date})',
  'date-outside-period': {
    message: 'la date est en dehors de la période du programme : {period}',
    hint: 'vérifier l’année',
  },
  'range-with-other-dash': '« {printed} » : écrire l’intervalle sous la forme « {range} »',
  'words-left-out': {
    message: 'des mots ont été omis ici : {marks}',
    hint: 'reprendre le texte entier à sa source',
  },
  'text-cut': {
    message: 'le texte est coupé ici',
    hint: 'reprendre le texte entier à sa source',
  },
  'filler-text': '« {words} » est un texte de remplissage',
  'words-unwritten': '« {printed} » tient lieu d’un texte manquant',
  'glyph-missing': 'aucune police n’a le caractère {glyph} ({code})',
  'theme-title-capital': {
    one: 'ce titre de thème commence par une majuscule, contrairement aux autres',
    other:
      'ce titre de thème (et d’autres, au nombre de {more}) commence par une majuscule, contrairement au reste',
  },
  'theme-title-small-letter': {
    one: 'ce titre de thème commence par une minuscule, contrairement aux autres',
    other:
      'ce titre de thème (et d’autres, au nombre de {more}) commence par une minuscule, contrairement au reste',
  },
  'hours-wrong': '{why}',
  'occurrence-ends-before-start': 'le {date}, l’heure de fin précède l’heure de début',
  'lookalike-latin':
    '« {word} » contient des lettres latines qui ressemblent à des lettres cyrilliques ({letters})',
  'lookalike-cyrillic':
    '« {word} » contient des lettres cyrilliques qui ressemblent à des lettres latines ({letters})',
  'character-code': '{code} est le code de {character} sur les pages web ; c’est le code qui serait imprimé',
  'character-code-like': '{code} ressemble à un code de page web ; il serait imprimé tel quel',
  'a-space': 'l’espace',
  'mission-in-host-column': {
    message: 'un consulat ou une ambassade représente un autre pays que celui où il siège : « {words} »',
    hint: '{hint}',
  },
  'mission-in-other-column': {
    message: '« {words} » représente un autre pays que celui de cette colonne',
    hint: '{hint}',
  },
  'move-to-country': 'le déplacer dans la colonne de son pays, ou nommer ce pays',
  'move-to-column': 'le déplacer dans la colonne « {column} », ou préciser le pays représenté',
  'title-like-description': {
    message: 'le titre commence comme une phrase de description',
    hint: 'indiquer de quoi il s’agit, par exemple d’un concert ou d’une exposition',
  },
  'title-without-subject': {
    message: 'le titre indique un moment ou un lieu, mais aucun événement',
    hint: 'indiquer de quoi il s’agit, par exemple d’un concert ou d’une exposition',
  },
  'title-begins-with-date': {
    message: 'le titre commence par la date, et non par l’événement',
    hint: 'indiquer de quoi il s’agit, par exemple d’un concert ou d’une exposition',
  },
  'title-mid-sentence': {
    message: 'le titre commence au milieu d’une phrase',
    hint: 'indiquer de quoi il s’agit, par exemple d’un concert ou d’une exposition',
  },
  'title-of-sentences': {
    message: 'le titre contient plusieurs phrases',
    hint: 'donner un titre court, et placer ces mots dans la description',
  },
  'title-is-sentence': {
    message: 'le titre est une phrase entière',
    hint: 'donner un titre court, et placer cette phrase dans la description',
  },
  'title-too-long': {
    message: 'le titre compte {words} mots, ce qui est long pour un titre',
    hint: 'donner un titre court, et placer les détails dans la description',
  },
  'title-is-other-description': {
    message: 'le titre est presque identique à la description d’un autre événement',
    hint: 'donner un titre court, et placer ces mots dans la description',
  },
  'price-with-other-sign': 'forme de prix inhabituelle : les autres prix portent {most}',
  'price-currency-before': 'forme de prix inhabituelle : ailleurs, la monnaie précède le montant',
  'price-currency-behind': 'forme de prix inhabituelle : ailleurs, la monnaie suit le montant',
  'price-with-space': 'forme de prix inhabituelle : ailleurs, une espace sépare le montant et la monnaie',
  'price-without-space':
    'forme de prix inhabituelle : ailleurs, aucune espace ne sépare le montant et la monnaie',
  'price-mark-before-cents':
    'forme de prix inhabituelle : ailleurs, les centimes sont précédés de « {most} »',
  'price-without-cents': 'forme de prix inhabituelle : ailleurs, un montant rond s’écrit sans centimes',
  'price-with-cents': 'forme de prix inhabituelle : ailleurs, les montants ronds se terminent par {most}',
  'region-is-another': {
    message: '« {words} » est une région, mais l’événement est classé sous {regions}',
    hint: 'corriger le lieu ou les régions de l’événement',
  },
  'place-in-other-region': {
    message: '« {words} » se trouve dans une autre région ({lies}) : l’événement est classé sous {regions}',
    hint: 'corriger le lieu ou les régions de l’événement',
  },
  'place-unknown': {
    message: 'aucune région ni aucun lieu connus dans « {words} »',
    hint: '{hint}',
  },
  'region-not-in-iso': { message: 'aucune région ne s’appelle « {words} »', hint: '{hint}' },
  'place-not-listed': { message: '« {words} » ne figure pas dans la liste des lieux', hint: '{hint}' },
  'place-ambiguous': {
    message: 'plusieurs lieux s’appellent « {words} »',
    hint: 'préciser lequel : {places}',
  },
  'add-place-or-write': 'écrire {places}, ou ajouter le lieu à la liste des lieux',
  'add-place': 'le corriger, ou ajouter le lieu à la liste des lieux',
  'add-place-or-take':
    'le corriger, ou ajouter le lieu à la liste des lieux ; noms de la norme ISO 3166-2 : {known}',
  'accept-with-reason': 'le corriger, ou accepter le constat en indiquant la raison',
  'accept-with-reason-or-take':
    'le corriger, ou accepter le constat en indiquant la raison ; noms de la norme ISO 3166-2 : {known}',
  'mission-in-column-of-place': {
    message:
      '« {words} » se trouve dans le pays suivant : {country} ; il figure dans la colonne « {column} »',
    hint: 'préciser le pays du consulat ou de l’ambassade, ou accepter le constat en indiquant la raison',
  },
  'body-in-other-column': {
    message:
      '« {words} » se trouve dans le pays suivant : {country} ; il figure dans la colonne « {column} »',
    hint: 'échanger les organismes, ou déplacer celui-ci dans l’autre colonne',
  },
  'space-doubled': 'plusieurs espaces de suite',
  'space-at-edge': 'espace au début ou à la fin du texte',
  'space-before-mark': 'espace avant un signe de ponctuation',
  'space-after-bracket': 'espace après une parenthèse ouvrante',
  'space-missing-after-mark': 'pas d’espace après un signe de ponctuation',
  'space-missing-between-sentences': 'pas d’espace entre deux phrases',
  'space-missing-before-number': 'pas d’espace entre un mot et un nombre',
  'dictionary-repeats-words': {
    message: 'un dictionnaire contient trop de fois le même mot',
    hint: 'utiliser un autre dictionnaire',
  },
  'word-unknown': {
    message: 'mot inconnu : « {word} »',
    hint: 'le corriger, ou l’ajouter à la liste de mots',
  },
  'word-misspelt': {
    message: 'mot inconnu : « {word} »',
    hint: 'suggestion : {better} ; si le mot est juste, l’ajouter à la liste de mots',
  },
  'word-unwanted': {
    message: '« {word} » : écrire « {better} »',
    hint: 'la liste de mots du projet l’exige',
  },
  'place-in-date': {
    message: '« {words} » est un lieu, et non une date',
    hint: 'l’écrire dans une autre colonne',
  },
  'text-in-date': {
    message: '« {words} » ne fait pas partie d’une date',
    hint: 'l’écrire dans une autre colonne',
  },
  'time-without-day':
    'aucun horaire pour le {weekday} {date} ; les calendriers, la page web et les données ouvertes indiquent la journée entière',
  'of-which-days': 'on ne sait pas à quels jours il s’applique',
  'translation-outdated':
    'le texte en {main} a changé depuis la dernière édition, mais pas celui en {language}',
  'title-unknown': {
    message: 'tous les mots du titre sont inconnus : il est dans une autre langue, ou composé de noms',
    hint: 'vérifier chaque mot à la main',
  },
  'name-unknown': {
    message: { one: 'nom inconnu : « {word} »', other: 'nom inconnu : « {word} » (dans {count} textes)' },
    hint: 's’il est juste, l’ajouter à la liste de mots ; sinon, le corriger',
  },
  'abbreviation-unknown': {
    message: { one: 'sigle inconnu : « {word} »', other: 'sigle inconnu : « {word} » (dans {count} textes)' },
    hint: 's’il est juste, l’ajouter à la liste de mots ; sinon, le corriger',
  },
  'event-untranslated': 'aucun texte de cet événement n’existe encore en {language}',
  'texts-untranslated': 'textes manquants en {text} : {columns}',
  'part-untranslated': {
    message:
      'la partie « {part} » n’a pas de texte en {lang} : les lecteurs de cette langue ont celui en {shown}',
    hint: 'écrire le texte dans {file}',
  },
  'weekday-wrong': 'le {date} est un {right}, et non un {wrong}',
  'word-variant': {
    one: '« {words} » : ailleurs, le programme imprime « {printed} » ({count} fois)',
    other: '« {words} » : ailleurs, le programme imprime « {printed} » ({count} fois)',
  },
  'tie-abbreviation': 'éléments d’une abréviation',
  'tie-abbreviation-number': 'abréviation et nombre',
  'tie-dash': 'mot et tiret',
  'tie-day-month': 'jour et mois',
  'tie-digits': 'groupes de chiffres',
  'tie-initials': 'initiales et nom',
  'tie-number': '№ et nombre',
  'tie-particle': 'mot et particule',
  'tie-sign': 'nombre et signe',
  'tie-title': 'titre ou « n° » et mot suivant',
  'tie-title-name': 'titre et nom',
  'tie-unit': 'nombre et unité',
  'fault-a': 'devant ce mot, l’article est « a »',
  'fault-an': 'devant ce mot, l’article est « an »',
  'fault-apostrophe': 'apostrophe ou accent fautif',
  'fault-article-twice': 'le premier mot contient déjà l’article',
  'fault-contraction': 'la préposition et l’article se contractent',
  'fault-contraction-french': 'la préposition et l’article se contractent : au, aux, du, des',
  'fault-day-article': 'en anglais, le jour suivi du mois ne prend pas d’article',
  'fault-elision': 'ce mot s’élide devant une voyelle',
  'fault-noun-missing': 'un nom manque après l’adjectif',
  'fault-o': '« o » devient « u » devant o',
  'fault-sequence': 'ces deux petits mots ne peuvent pas se suivre',
  'fault-verbs': 'ces deux verbes ne peuvent pas se suivre',
  'fault-will': '« will » est suivi de la forme simple du verbe : will be held, will take',
  'fault-word-missing': 'il manque un mot entre ces deux mots',
  'fault-y': '« y » devient « e » devant i',
};
