import type { findings as english } from '../../en/messages/index.ts';
import type { Translated } from '../../messages.ts';

export const findings: Translated<typeof english> = {
  'rule-unknown': {
    message: 'il n’existe pas de règle {rule}',
    hint: '`check --rules` énumère les règles',
  },
  'name-differs-from-list': '« {name} » : la liste des régions et des lieux écrit « {right} »',
  'apostrophe-straight': 'apostrophe droite dans « {word} »',
  'emphasis-not-read': {
    message: '« {signs} » serait imprimé avec ses astérisques',
    hint: 'les supprimer, ou écrire emphasis: true au champ dans programme.yaml : un mot en gras a deux astérisques immédiatement avant et deux immédiatement après',
  },
  'link-not-read': {
    message: '« {link} » serait imprimé avec ses crochets et son adresse',
    hint: 'ne conserver que les mots, ou écrire emphasis: true au champ dans programme.yaml : les liens mènent à https: ou à mailto:',
  },
  'body-missing': 'aucun organisme ne figure dans la colonne « {column} »',
  'body-differs': '« {words} » : ailleurs, « {right} »',
  'bracket-doubled': 'la parenthèse est imprimée deux fois : une seule suffit',
  'bracket-empty': 'il n’y a rien entre les parenthèses',
  'bracket-unopened': 'la parenthèse est fermée sans avoir été ouverte',
  'word-wider-than-cell': '« {word} » est plus large que sa cellule',
  'text-stops': 'le texte s’arrête à « {last} »',
  'bracket-unclosed': 'la parenthèse n’est jamais fermée',
  'range-without-dash': '« {printed} » : un intervalle s’écrit avec un tiret, « {first}–{last} »',
  'dash-between-words': '« {printed} » entre des mots : un tiret s’écrit « {sign} »',
  'date-in-text-disagrees': {
    message: '« {words} » figure ici, « {date} » dans la colonne des dates',
    hint: 'corriger celle des deux qui est fausse',
  },
  'date-missing': 'l’événement n’a pas de date prévue',
  'date-comes-again': {
    message: 'une date qui se répète ne figure dans aucun calendrier et reste imprimée telle quelle',
    hint: 's’il faut imprimer ces mots, accepter le constat en indiquant la raison ; sinon, écrire les jours',
  },
  'date-not-understood': 'la date n’est pas comprise',
  'date-only-in-text': {
    message: '« {words} » figure ici, mais pas dans la colonne des dates',
    hint: 'date : {dates}',
  },
  'date-ends-before-start': 'la date de fin précède la date de début',
  'when-missing': {
    message:
      'la date est imprimée, mais l’événement n’a pas de `when` : il ne figure dans aucun index ni calendrier',
    hint: '`when: "{edtf}"`',
  },
  'date-words-disagree': {
    message: '« {words} » est imprimé, mais `when`, dont dépend l’index, indique {when}',
    hint: 'si la date imprimée est exacte, écrire `when: "{edtf}"` ; si `when` est exact, imprimer « {printed} »',
  },
  'description-missing': 'l’événement n’a pas de description',
  'description-repeats-title': 'la description n’apporte rien de plus que le titre',
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
  'space-ordinary': 'espace ordinaire là où la ligne ne doit pas être coupée',
  'ordinal-form': '« {printed} » : le nombre ordinal s’écrit « {expected} »',
  'other-language': 'passage en {found} dans un texte en {text}',
  'cyrillic-words': 'mots en caractères cyrilliques dans un texte en {text}',
  'latin-words': 'mots en caractères latins dans un texte en {text}',
  'latin-text': 'mots en caractères latins à la place d’un texte en {text}',
  'place-taken': {
    message: '« {title} » commence au même endroit et à la même heure : {day}, {time}',
    hint: 'corriger le lieu, le jour ou l’heure de l’un des deux ; si le lieu accueille les deux, accepter le constat',
  },
  placeholder: {
    message: 'le champ {field} contient un texte provisoire',
    hint: 'remplir {field} dans la feuille du programme que produit `programme export events.xlsx`, puis l’importer ; ou dans programme.yaml, et l’y retirer de placeholders',
  },
  'price-beside-free': 'un tarif est indiqué à côté de la mention de gratuité',
  'price-column-disagrees': 'la colonne des tarifs indique « {words} »',
  'marks-do-not-go-together': 'les signes « {marks} » ne se suivent pas',
  'quotation-marks': 'guillemets {open} {close} : {rightOpen} {rightClose} attendus',
  'quotation-mark-alone': 'le guillemet {mark} est isolé',
  'region-kind': '« {words} » : cette région s’appelle {right}',
  'word-doubled': '« {word} » est imprimé deux fois de suite',
  'item-doubled': '« {item} » figure deux fois dans une même énumération',
  'seats-disagree': 'la colonne des places indique {seats}',
  'small-word': '« {printed} » : tournure fautive',
  'time-not-understood': {
    message:
      'l’horaire n’est pas compris ; les calendriers, la page et les données indiquent la journée entière',
    hint: 'écrire des heures telles que 19:30 ou 10:00–12:00 ; s’il faut imprimer ces mots, écrire les heures dans occurrences',
  },
  'time-without-start': {
    message:
      'l’heure de début n’est pas indiquée ; les calendriers, la page et les données indiquent la journée entière',
    hint: 'écrire des heures telles que 19:30 ou 10:00–12:00 ; s’il faut imprimer ces mots, écrire les heures dans occurrences',
  },
  'hours-not-understood': {
    message:
      'les heures indiquées avec la date ne sont pas comprises ; les calendriers, la page et les données indiquent la journée entière',
    hint: 'écrire des heures telles que 19:30 ou 10:00–12:00 ; s’il faut imprimer ces mots, écrire les heures dans occurrences',
  },
  'title-small-letter': 'ce titre commence par une minuscule, les autres par une majuscule',
  'still-open': 'reste à préciser : « {printed} »',
  'text-untranslated': 'ce texte n’existe pas en {language}',
  'more-like-it': {
    one: '{finding} (et {count} autre semblable dans ce texte)',
    other: '{finding} (et {count} autres semblables dans ce texte)',
  },
  'acceptance-stale': {
    message: '{rule} ne constate plus rien ici : il n’y a plus rien à accepter',
    hint: 'supprimer l’acceptation',
  },
  'date-past': 'l’événement est passé à la date de parution de l’édition ({date})',
  'date-outside-period': {
    message: 'le programme couvre la période suivante : {period} ; cette date n’en fait pas partie',
    hint: 'vérifier l’année',
  },
  'range-with-other-dash': '« {printed} » : un intervalle s’écrit avec un tiret, « {range} »',
  'words-left-out': {
    message: 'des mots ont été omis ici : {marks}',
    hint: 'reprendre le texte entier à sa source',
  },
  'text-cut': {
    message: 'le texte est coupé ici',
    hint: 'reprendre le texte entier à sa source',
  },
  'filler-text': '« {words} » est un texte de remplissage',
  'words-unwritten': '« {printed} » tient lieu de mots qui restent à écrire',
  'glyph-missing': 'les polices n’ont pas {glyph} ({code})',
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
  'hours-wrong': 'les heures indiquées ne concordent pas',
  'occurrence-ends-before-start': 'le {date}, l’heure de fin précède l’heure de début',
  'lookalike-latin': '« {word} » contient des lettres latines ({letters}), justes en apparence seulement',
  'lookalike-cyrillic':
    '« {word} » contient des lettres cyrilliques ({letters}), justes en apparence seulement',
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
    hint: 'indiquer ce qui a lieu',
  },
  'title-without-subject': {
    message: 'le titre indique quand ou où, mais pas quoi',
    hint: 'indiquer ce qui a lieu',
  },
  'title-begins-with-date': {
    message: 'le titre commence par la date, et non par l’événement',
    hint: 'indiquer ce qui a lieu',
  },
  'title-mid-sentence': {
    message: 'le titre commence au milieu d’une phrase',
    hint: 'indiquer ce qui a lieu',
  },
  'title-of-sentences': {
    message: 'le titre contient plusieurs phrases',
    hint: 'donner un titre court, et placer ces mots dans la description',
  },
  'title-is-sentence': {
    message: 'le titre est une phrase entière',
    hint: 'donner un titre court, et placer ces mots dans la description',
  },
  'title-too-long': {
    message: 'le titre compte {words} mots, autant qu’une description',
    hint: 'donner un titre court, et placer ces mots dans la description',
  },
  'title-is-other-description': {
    message: 'la description d’un autre événement contient presque les mêmes mots',
    hint: 'donner un titre court, et placer ces mots dans la description',
  },
  'price-with-other-sign': 'forme de prix différente : les autres portent {most}',
  'price-currency-before': 'forme de prix différente : ailleurs, la monnaie précède le montant',
  'price-currency-behind': 'forme de prix différente : ailleurs, la monnaie suit le montant',
  'price-with-space': 'forme de prix différente : ailleurs, une espace sépare le montant et la monnaie',
  'price-without-space':
    'forme de prix différente : ailleurs, aucune espace ne sépare le montant et la monnaie',
  'price-mark-before-cents': 'forme de prix différente : ailleurs, les centimes sont précédés de « {most} »',
  'price-without-cents': 'forme de prix différente : ailleurs, un montant rond s’écrit sans centimes',
  'price-with-cents': 'forme de prix différente : ailleurs, les montants se terminent par {most}',
  'region-is-another': {
    message: '« {words} » est une autre région : l’événement est classé sous {regions}',
    hint: 'corriger le lieu ou les régions de l’événement',
  },
  'place-in-other-region': {
    message: '« {words} » se trouve dans une autre région ({lies}) : l’événement est classé sous {regions}',
    hint: 'corriger le lieu ou les régions de l’événement',
  },
  'place-unknown': {
    message: 'aucune région ni aucun lieu de la liste n’est nommé dans « {words} »',
    hint: '{hint}',
  },
  'region-not-in-iso': { message: 'aucune région ne s’appelle « {words} »', hint: '{hint}' },
  'add-place': 'le corriger, ou ajouter le lieu à reference/places.yaml',
  'add-place-or-take':
    'le corriger, ou ajouter le lieu à reference/places.yaml ; noms de la norme ISO 3166-2 : {known}',
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
    hint: 'échanger les organismes, ou déplacer celui-ci de son côté',
  },
  'space-doubled': 'plusieurs espaces de suite',
  'space-at-edge': 'espace au bord du texte',
  'space-before-mark': 'espace avant un signe de ponctuation',
  'space-after-bracket': 'espace après une parenthèse ouvrante',
  'space-missing-after-mark': 'pas d’espace après un signe de ponctuation',
  'space-missing-between-sentences': 'pas d’espace entre deux phrases',
  'space-missing-before-number': 'pas d’espace entre un mot et un nombre',
  'word-unknown': {
    message: 'mot inconnu : « {word} »',
    hint: 'le corriger, ou l’ajouter à words.txt',
  },
  'word-misspelt': {
    message: 'mot inconnu : « {word} »',
    hint: 'suggestion : {better} ; si le mot est juste, l’ajouter à words.txt',
  },
  'word-unwanted': {
    message: '« {word} » : écrire « {better} »',
    hint: 'règle de la liste de mots du projet',
  },
  'place-in-date': {
    message: '« {words} » est un lieu',
    hint: 'l’écrire dans une autre colonne',
  },
  'text-in-date': {
    message: '« {words} » ne fait pas partie d’une date',
    hint: 'l’écrire dans une autre colonne',
  },
  'time-wrong': {
    message:
      'l’horaire n’est pas possible ; les calendriers, la page et les données indiquent la journée entière',
    hint: 'corriger les heures',
  },
  'time-without-day':
    'l’horaire ne dit rien du {weekday} {date} ; les calendriers, la page et les données indiquent la journée entière',
  'of-which-days': 'de quels jours',
  'translation-outdated':
    'le texte en {main} a changé depuis la dernière édition, mais pas celui en {language}',
  'title-unknown': {
    message: 'titre de mots inconnus : il est dans une autre langue, ou composé de noms',
    hint: 'personne ne l’a relu : vérifier chaque mot',
  },
  'name-unknown': {
    message: 'nom inconnu : « {word} »',
    hint: 's’il est juste, l’ajouter à words.txt ; sinon, le corriger',
  },
  'abbreviation-unknown': {
    message: 'sigle inconnu : « {word} »',
    hint: 's’il est juste, l’ajouter à words.txt ; sinon, le corriger',
  },
  'event-untranslated': 'aucun texte de cet événement n’existe encore en {language}',
  'texts-untranslated': 'textes manquants en {text} : {columns}',
  'part-untranslated': {
    message:
      'la partie « {part} » n’a pas de texte en {lang} : les lecteurs de cette langue ont celui en {shown}',
    hint: 'écrire {file}',
  },
  'weekday-wrong': 'le {date} est un {right}, et non un {wrong}',
  'word-variant': {
    one: '« {words} » : ailleurs, le programme imprime « {printed} » ({count} fois)',
    other: '« {words} » : ailleurs, le programme imprime « {printed} » ({count} fois)',
  },
};
